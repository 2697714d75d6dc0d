//! [`Finding`]: something odd that the user should know, as data.
//!
//! A finding never stops anything; what makes a file unreadable is a [`super::Fault`].

use serde::Serialize;

use super::Id;

/// What is odd about a profile that can still be assessed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Finding {
    /// No criterion has any points: all count the same.
    NoPoints,
    /// A rating lies outside 0–10, or its ends cross its middle; the nearest valid rating was used.
    RatingOutOfRange { criterion: Id, alternative: Id },
    /// A criterion has weight, but nobody rated an alternative on it; anything from 0 to 10 was assumed.
    Unrated { criterion: Id, alternative: Id },
    /// One criterion carries half the weight or more. `share` is its weight, 0–1.
    HalfTheWeight { criterion: Id, share: f64 },
    /// So many own ratings give no reason.
    NoReason { count: usize },
    /// The file speaks of something that neither it nor the catalogue knows; it was passed over.
    Unknown { what: Reference, id: Id },
    /// There is nothing to compare.
    NoAlternatives,
}

impl Finding {
    /// Whether it is said in passing, where the thing itself is shown, and not beside the verdict.
    pub fn is_quiet(&self) -> bool {
        matches!(self, Self::NoReason { .. })
    }
}

/// What kind of thing an id refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    Question,
    Answer,
    Rule,
    Criterion,
    Group,
    Alternative,
    Requirement,
    /// An axis of the radar: a group or a criterion.
    Axis,
    Voice,
}
