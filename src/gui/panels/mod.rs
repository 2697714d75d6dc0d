//! The parts of the window, one a file. A panel reads the [`super::view::View`] and pushes actions; it never changes a document.

mod account;
mod analyse;
mod changes;
mod chart_page;
mod evidence;
mod facts;
mod library;
mod next_step;
mod precedents;
mod priorities;
mod ratings;
mod requirements;
mod status;
mod top_bar;
mod track_record;
mod verdict;
mod welcome;
mod why_not;

pub use account::account_ui;
pub use analyse::{analyse_ui, pages_ui};
pub use changes::changes_ui;
pub use chart_page::{chart_page_ui, shown_chart};
pub use evidence::evidence_ui;
pub use facts::facts_ui;
pub use library::library_ui;
pub use next_step::next_step_ui;
pub use precedents::precedents_ui;
pub use priorities::priorities_ui;
pub use ratings::ratings_ui;
pub use requirements::requirements_ui;
pub use status::status_ui;
pub use top_bar::{command_name, is_enabled, top_bar_ui};
pub use track_record::track_record_ui;
pub use verdict::{verdict_line_ui, verdict_ui};
pub use welcome::welcome_ui;
pub use why_not::{against_ui, why_not_ui};
