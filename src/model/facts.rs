//! [`Facts`]: what is known of the project, as answers to the interview.
//!
//! Which questions there are, and what follows from an answer, is the catalogue's.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Id;

/// The answers by question. A question that is absent is not known, which is not the same as "no".
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(pub BTreeMap<Id, Answer>);

/// What was answered to one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// One of the question's answers.
    One(Id),
    /// One answer for each alternative or part that was answered, such as `{"go": "strong", "rust": "none"}`.
    Each(BTreeMap<Id, Id>),
}

impl Facts {
    /// The answer to a whole question.
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.0.get(question)
    }

    /// The single answer to `question`, if it was answered with one.
    pub fn one(&self, question: &str) -> Option<&str> {
        match self.0.get(question) {
            Some(Answer::One(answer)) => Some(answer),
            _ => None,
        }
    }

    /// The answer for one alternative or part of `question`.
    pub fn part(&self, question: &str, part: &str) -> Option<&str> {
        match self.0.get(question) {
            Some(Answer::Each(parts)) => parts.get(part).map(String::as_str),
            _ => None,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
