//! The window as somebody meets it who sees it by label and role: no display, no GPU, no pictures.
//!
//! How widgets look is not tested here; that a real window shows something is `packaging/window-check.sh`'s.

mod charts;
mod commands;
mod documents;
mod driver;
mod facts;
mod priorities;
mod ratings;
mod reach;
mod record;
mod second_look;
mod start;
