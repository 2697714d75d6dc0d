//! The window: the only room that knows egui.
//!
//! Panels read a [`view::View`] and push actions; `dispatch` is the one place where they take effect.

mod action;
mod app;
mod catalogue;
mod crash;
mod dialogs;
mod disk;
mod dispatch;
mod page;
mod panels;
mod saving;
mod scene_view;
mod shortcuts;
mod start;
mod theme;
mod view;
mod voices;
mod widgets;

pub use app::{App, DEFAULT_EXAMPLE};
pub use start::{StartError, run};
