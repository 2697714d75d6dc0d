//! Precedents in words: what a fact is called, what agrees, what differs.
//!
//! What is alike is decided in `assessment`.

use crate::{
    assessment::SharedFact,
    model::{CaseKind, Catalogue},
};

/// What a fact is called in a line of a comparison, such as `Memory` or `Team: Go`.
pub fn fact_name(catalogue: &Catalogue, question: &str, part: Option<&str>) -> String {
    let name = catalogue.interview.question(question).map_or_else(|| question.to_owned(), |question| question.short().to_owned());
    match part {
        Some(part) => text!("fact-of", fact = name, part = super::alternative_name(catalogue, part)),
        None => name,
    }
}

/// An answer as it stands on its button.
pub fn answer_label(catalogue: &Catalogue, question: &str, part: Option<&str>, answer: &str) -> String {
    let answers = catalogue.interview.question(question).map(|question| question.answers(part)).unwrap_or_default();
    answers.iter().find(|known| known.id == answer).map_or_else(|| answer.to_owned(), |known| known.label.clone())
}

/// One fact that is the same on both sides, such as `Memory: Tight`.
pub fn same_fact(catalogue: &Catalogue, compared: &SharedFact) -> String {
    let part = compared.part.as_deref();
    let answer = answer_label(catalogue, &compared.question, part, &compared.here);
    text!("fact-is", fact = fact_name(catalogue, &compared.question, part), answer = answer)
}

/// One fact that is not, such as `Memory: Plenty here, Tight there`.
pub fn other_fact(catalogue: &Catalogue, compared: &SharedFact) -> String {
    let part = compared.part.as_deref();
    let label = |answer: &str| answer_label(catalogue, &compared.question, part, answer);
    text!(
        "fact-differs",
        fact = fact_name(catalogue, &compared.question, part),
        here = label(&compared.here),
        there = label(&compared.there)
    )
}

pub fn case_kind(kind: CaseKind) -> String {
    match kind {
        CaseKind::Greenfield => text!("case-greenfield"),
        CaseKind::Migration => text!("case-migration"),
        CaseKind::Rewrite => text!("case-rewrite"),
        CaseKind::Stay => text!("case-stay"),
    }
}

/// Whether something else would have been defensible too.
pub fn contested(is_contested: bool) -> String {
    if is_contested { text!("case-contested") } else { text!("case-uncontested") }
}
