//! What is known and what is said, as plain data: the catalogue, the profile, and every change to it.
//!
//! No mathematics, no files, no prose: a value that is odd is still a value, and what is odd about it is a [`Finding`].

mod case;
mod catalogue;
mod catalogue_difference;
mod difference;
mod edit;
mod elicitation;
mod facts;
mod fault;
mod finding;
mod interview;
mod layer;
mod merge;
mod profile;
mod rating;

pub use case::*;
pub use catalogue::*;
pub use catalogue_difference::*;
pub use difference::*;
pub use edit::*;
pub use elicitation::*;
pub use facts::*;
pub use fault::*;
pub use finding::*;
pub use interview::*;
pub use layer::*;
pub use merge::*;
pub use profile::*;
pub use rating::*;

/// The name of a criterion, group, alternative, question, answer, rule, requirement, claim or source:
/// lower-case words joined by underscores, or a letter and a number for sources, claims and rules.
pub type Id = String;

/// A day of the calendar; written as `"2026-11-23"`.
pub type Date = jiff::civil::Date;
