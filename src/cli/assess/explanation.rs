//! The explanation of a verdict for people and for programs, as deep as was asked for.
//!
//! The sentences are `wording`'s.

use serde::Serialize;

use crate::{
    assessment::{Depth, Topic},
    cli::{files::Assessed, layout::Page},
    model::Catalogue,
    wording,
};

/// What is said about one topic.
#[derive(Serialize)]
pub struct Part {
    topic: Topic,
    sentences: Vec<String>,
}

/// The sentences by topic.
pub fn parts(assessed: &Assessed, catalogue: &Catalogue, depth: Depth) -> Vec<Part> {
    let said = wording::account(assessed.subject(catalogue), depth);
    said.into_iter().map(|(topic, sentences)| Part { topic, sentences }).collect()
}

/// The sentences alone: the verdict as running text, everything else under its heading.
pub fn explanation(assessed: &Assessed, catalogue: &Catalogue, depth: Depth) -> String {
    let mut page = Page::default();
    page.heading(&assessed.profile.name);
    page.gap();
    if assessed.is_sealed {
        page.paragraph(&text!("sealed-title"));
        page.paragraph(&text!("cli-sealed"));
        return page.into_text();
    }
    for (topic, sentences) in wording::account(assessed.subject(catalogue), depth) {
        if topic == Topic::Verdict {
            page.paragraph(&sentences.join(" "));
        } else if depth < Depth::Full {
            sentences.iter().for_each(|sentence| page.paragraph(sentence));
        } else {
            page.heading(&wording::topic(topic));
            sentences.iter().for_each(|sentence| page.item(sentence));
        }
    }
    page.into_text()
}
