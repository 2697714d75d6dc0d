//! What differs between operating systems, one concern a file; the only room where `unsafe` may stand.
//!
//! Where files live on each system is `store`'s.

mod console;
mod display;
mod documents;

pub use console::leave_console;
pub use display::has_display;
pub use documents::on_documents;
