//! The parts of the window, one a file. A panel reads the [`super::view::View`] and pushes actions; it never changes a document.

mod analyse;
mod compare;
mod decision;
mod evidence;
mod facts;
mod library;
mod priorities;
mod ratings;
mod record;
mod requirements;
mod status;
mod top_bar;
mod verdict;
mod welcome;

pub use analyse::{analyse_ui, charts_ui, shown_chart};
pub use compare::{MOST_COMPARED, compare_ui};
pub use decision::decision_ui;
pub use evidence::evidence_ui;
pub use facts::facts_ui;
pub use library::library_ui;
pub use priorities::priorities_ui;
pub use ratings::ratings_ui;
pub use record::{contents_ui, record_ui};
pub use requirements::requirements_ui;
pub use status::status_ui;
pub use top_bar::{command_name, is_enabled, top_bar_ui};
pub use verdict::{verdict_line_ui, verdict_ui};
pub use welcome::welcome_ui;
