//! The parts of the window, one a file. A panel reads the [`super::view::View`] and pushes actions; it never changes a document.

mod analyse;
mod claims;
mod drawer;
mod evidence;
mod facts;
mod follows;
mod library;
mod priorities;
mod ratings;
mod requirements;
mod rules;
mod source;
mod status;
mod top_bar;
mod verdict;
mod weight;
mod welcome;

pub use analyse::{analyse_ui, charts_ui, shown_chart};
pub use claims::claims_ui;
pub use evidence::evidence_ui;
pub use facts::facts_ui;
pub use library::library_ui;
pub use priorities::priorities_ui;
pub use ratings::ratings_ui;
pub use requirements::requirements_ui;
pub use source::source_ui;
pub use status::status_ui;
pub use top_bar::{command_name, is_enabled, top_bar_ui};
pub use verdict::{verdict_line_ui, verdict_ui};
pub use weight::weight_ui;
pub use welcome::welcome_ui;
