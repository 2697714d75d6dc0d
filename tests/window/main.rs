//! The window as somebody meets it who sees it by label and role: no display, no GPU, no pictures.
//!
//! How widgets look is not tested here; that a real window shows something is `packaging/window-check.sh`'s.

mod catalogue;
mod charts;
mod claims;
mod commands;
mod documents;
mod driver;
mod explanation;
mod facts;
mod files;
mod monkey;
mod precedents;
mod priorities;
mod ratings;
mod reach;
mod record;
mod requirements;
mod sealed;
mod second_look;
mod start;
mod voices;
mod weighing;

#[path = "../generated/mod.rs"]
mod generated;
