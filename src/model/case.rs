//! [`Case`]: a documented choice that a real team made, coded into the interview's facts.
//!
//! What the assessment makes of it, and how near it is to a project at hand, is computed elsewhere and never stored.

use serde::{Deserialize, Serialize};

use super::{Facts, Id};

/// Cases that were gathered together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bank {
    pub id: Id,
    pub name: String,
    /// What was gathered, in one sentence.
    pub about: String,
    pub cases: Vec<Case>,
}

/// One project whose team chose an alternative and said why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: Id,
    pub name: String,
    /// When the choice was made.
    pub year: i16,
    pub chosen: Id,
    pub kind: CaseKind,
    /// What a reasonable expert could have chosen at that time.
    pub defensible: Vec<Id>,
    /// What could have been chosen at that time, because it existed and was stable.
    pub alternatives: Vec<Id>,
    /// What was known of the project. Existing code is left out: teams that rewrote are known because they rewrote.
    pub facts: Facts,
    /// The reason that the team gave.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Whether the reason is recalled rather than read.
    #[serde(default, skip_serializing_if = "is_false")]
    pub recalled: bool,
    /// What decided it, where that is nothing the interview asks about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<CaseSource>,
}

/// What the choice was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseKind {
    /// A new system.
    Greenfield,
    /// A system that moved step by step.
    Migration,
    /// A system that was written anew.
    Rewrite,
    /// A system that stayed as it was.
    Stay,
}

/// Where a case is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseSource {
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whether it is only recalled; otherwise it was looked up.
    #[serde(default, skip_serializing_if = "is_false")]
    pub recalled: bool,
}

impl Case {
    /// Whether more than one alternative was defensible.
    pub fn is_contested(&self) -> bool {
        self.defensible.len() > 1
    }

    /// Whether an alternative could have been chosen at that time.
    pub fn existed(&self, alternative: &str) -> bool {
        self.alternatives.iter().any(|known| known == alternative)
    }

    /// Whether an alternative existed and a reasonable expert could have chosen it.
    pub fn is_defensible(&self, alternative: &str) -> bool {
        self.existed(alternative) && self.defensible.iter().any(|known| known == alternative)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_false(value: &bool) -> bool {
    !*value
}
