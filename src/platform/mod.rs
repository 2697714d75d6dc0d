//! What differs between operating systems, one concern a file; the only room where `unsafe` may stand.
//!
//! Where files live on each system is `store`'s.

mod console;
mod display;

pub use console::leave_console;
pub use display::has_display;
