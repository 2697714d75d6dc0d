//! [`Loss`]: something in a file that saving would drop, so that it can be asked about before.
//!
//! Losses are told on opening; whether to save anyway is the user's decision.

use std::fmt;

use super::{Place, outline::Outline, outline::Step, profile_file::HEADER_START, shown::shown};

/// At most so many losses are listed.
pub const MAX_LOSSES: usize = 100;

/// Something that saving would drop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    pub place: Place,
    pub kind: LossKind,
}

/// What would be dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LossKind {
    /// A field that this version does not know, by its path, such as `ratings[2].colour`.
    Field(String),
    /// A comment that somebody wrote, shortened.
    Comment(String),
}

/// `12:5: …`, one sentence.
impl fmt::Display for Loss {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = match &self.kind {
            LossKind::Field(path) => text!("store-loss-field", field = path.as_str()),
            LossKind::Comment(comment) => text!("store-loss-comment", comment = comment.as_str()),
        };
        write!(formatter, "{}: {sentence}", self.place)
    }
}

/// The losses of a text, in its order: its comments but for our own header, and the unknown fields with these paths.
pub(super) fn losses(outline: &Outline, unknown_fields: &[Vec<Step>]) -> Vec<Loss> {
    let comments = outline.comments.iter().filter(|(place, text)| !(place.line == 1 && text.starts_with(HEADER_START)));
    let comments = comments.map(|(place, text)| Loss { place: *place, kind: LossKind::Comment(shown(bare(text))) });
    let fields = unknown_fields.iter().filter_map(|path| {
        let node = outline.find_nearest(path)?;
        Some(Loss { place: node.key_place, kind: LossKind::Field(shown(&written(path))) })
    });
    let mut losses: Vec<Loss> = comments.chain(fields).collect();
    losses.sort_by_key(|loss| loss.place);
    losses.truncate(MAX_LOSSES);
    losses
}

/// A comment without its slashes.
fn bare(comment: &str) -> &str {
    let inside = comment.strip_prefix("/*").map(|rest| rest.strip_suffix("*/").unwrap_or(rest));
    inside.unwrap_or_else(|| comment.trim_start_matches('/')).trim()
}

fn written(path: &[Step]) -> String {
    let mut result = String::new();
    for step in path {
        match step {
            Step::Key(key) if result.is_empty() => result.push_str(key),
            Step::Key(key) => result.extend([".", key]),
            // People count from one.
            Step::Index(index) => result.extend(["[", &(index + 1).to_string(), "]"]),
        }
    }
    result
}
