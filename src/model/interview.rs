//! [`Interview`]: the catalogue's questions, their answers, and the rules by which points, ratings and requirements follow.
//!
//! What was answered is [`super::Facts`]; what follows is worked out in `assessment`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, FindOut, Id};

/// The questions and what follows from their answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interview {
    pub sections: Vec<Section>,
    pub questions: Vec<Question>,
    pub rules: Vec<Rule>,
}

impl Interview {
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The question of a fact, and the part of it where the fact is `question.part`.
    pub fn fact<'a>(&'a self, id: &str) -> Option<(&'a Question, Option<&'a QuestionPart>)> {
        let Some((question, part)) = id.split_once('.') else { return Some((self.question(id)?, None)) };
        let question = self.question(question)?;
        let QuestionKind::Parts(parts) = &question.kind else { return None };
        Some((question, Some(parts.iter().find(|own| own.id == part)?)))
    }
}

/// A short group of questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub id: Id,
    pub name: String,
}

/// One question, each of whose answers may be left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: Id,
    pub section: Id,
    /// A word or two, for where there is no room to ask; empty: the question itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    pub asks: String,
    /// Whether the answers go from less to more, so that neighbours are alike.
    #[serde(default, skip_serializing_if = "is_false")]
    pub ordered: bool,
    /// Why it is asked, in one sentence.
    pub why: String,
    /// What there is unless the answer is [`Question::absent_means`], such as "the existing code", to say "without …".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// The cheapest way to find out the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub find_out: Option<FindOut>,
    pub kind: QuestionKind,
    /// The answer that absence stands for; without it, absence means that nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absent_means: Option<Id>,
}

impl Question {
    /// Its name, or else the question itself.
    pub fn short(&self) -> &str {
        if self.name.is_empty() { &self.asks } else { &self.name }
    }

    /// The answers that can be given; of a question with parts, those to this part.
    pub fn answers(&self, part: Option<&str>) -> &[AnswerOption] {
        match &self.kind {
            QuestionKind::Choice(answers) | QuestionKind::EachAlternative(answers) => answers,
            QuestionKind::Parts(parts) => parts.iter().find(|own| Some(own.id.as_str()) == part).map_or(&[], |own| own.answers.as_slice()),
        }
    }

    /// How common a whole answer is, relative to the others that can be given: the product of its parts' frequencies.
    pub fn frequency(&self, answer: &Answer) -> f64 {
        let of =
            |part: Option<&str>, id: &str| self.answers(part).iter().find(|option| option.id == id).map_or(1.0, |option| option.frequency);
        match answer {
            Answer::One(id) => of(None, id),
            Answer::Each(parts) => parts.iter().map(|(part, id)| of(Some(part), id)).product(),
        }
    }
}

/// What form an answer takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum QuestionKind {
    /// One of these.
    Choice(Vec<AnswerOption>),
    /// One of these for each alternative.
    EachAlternative(Vec<AnswerOption>),
    /// One answer for each of these parts.
    Parts(Vec<QuestionPart>),
}

/// A part of a question that has several.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionPart {
    pub id: Id,
    pub asks: String,
    pub answers: Vec<AnswerOption>,
}

/// One answer that can be given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerOption {
    pub id: Id,
    /// A few words, as on a button.
    pub label: String,
    /// What tells it from its neighbours, where that is needed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// How common it is among projects, relative to the other answers of its question. Judged; without it, all are alike. Positive.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub frequency: f64,
}

/// What follows from one answer, or from several together. Shown as one line that can be switched off or changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: Id,
    /// All of these must hold.
    pub when: Vec<Condition>,
    /// Points that are added, by criterion.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub points: BTreeMap<Id, f64>,
    /// How ratings change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
    /// Requirements that it suggests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<Suggestion>,
    /// Why, in one sentence.
    pub why: String,
    /// Empty: the rule is judged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Id>,
}

/// One answer that must have been given: `fact` is a question, or `question.part`.
/// For a question about each alternative it holds for those alternatives that have this answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    pub fact: Id,
    pub is: Id,
}

/// How a rule changes ratings. In a rule about each alternative, `alternative` is absent: it is the one that the answer is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Effect {
    /// The rating is this one.
    Rate { criterion: Id, alternative: Id, low: f64, mode: f64, high: f64 },
    /// The rating is moved by so many points.
    Shift {
        criterion: Id,
        #[serde(default)]
        alternative: Option<Id>,
        by: f64,
    },
    /// The rating covers this share of its way to 10: `r + share (10 − r)`.
    TowardsTen { criterion: Id, share: f64 },
    /// The rating falls by this share of what another criterion lacks to 10: `r − share (10 − other)`; the low end falls by `low_end` more.
    /// `other` is the catalogue's rating, before any rule.
    FallByGap { criterion: Id, other: Id, share: f64, low_end: f64 },
}

/// A requirement that an answer suggests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    pub requirement: Id,
    /// Whether it counts at once. What rests on judgement or memory waits for somebody to turn it on.
    pub on: bool,
}

fn one() -> f64 {
    1.0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_one(value: &f64) -> bool {
    *value == 1.0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_false(value: &bool) -> bool {
    !*value
}
