//! Trilemma helps a team choose between Python, Go and Rust for a concrete project, and keeps the reasons in a file that
//! can be checked again.
//!
//! Read the modules top to bottom: each may use what stands above it, never what stands below (`tests/rooms.rs` holds that).

#[macro_use]
pub mod text;

pub mod mcda;
pub mod model;

pub mod assessment;
pub mod wording;

pub mod chart;
pub mod export;

pub mod store;

pub mod session;

pub mod platform;

pub mod cli;

pub mod gui;
