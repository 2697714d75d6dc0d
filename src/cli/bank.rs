//! Documented choices as JSON: an array of cases, each with its facts in the interview's words.
//!
//! What becomes of them is [`super::validate`]'s. Fields that are not named here, such as evidence, are passed over.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::facts::{FactsReader, from_json};
use crate::{
    model::{Case, CaseKind, CaseSource, Catalogue, Id},
    store::{self, Located, StoreError},
};

/// A case as it stands in the file.
#[derive(Deserialize)]
struct Coded {
    id: Id,
    name: String,
    year: i16,
    chosen: Id,
    #[serde(default)]
    kind: Option<CaseKind>,
    /// Without it, the choice itself.
    #[serde(default)]
    defensible: Option<Vec<Id>>,
    /// Without it, everything that the catalogue compares.
    #[serde(default)]
    stable_alternatives_at_the_time: Option<Vec<Id>>,
    facts: Map<String, Value>,
    #[serde(default)]
    stated_reason: Option<String>,
    #[serde(default)]
    from_memory: bool,
    #[serde(default)]
    decisive_factor_outside_vocabulary: Option<String>,
    #[serde(default)]
    sources: Vec<CodedSource>,
}

#[derive(Deserialize)]
struct CodedSource {
    title: String,
    #[serde(default)]
    url: Option<String>,
    #[serde(default = "yes")]
    looked_up: bool,
}

fn yes() -> bool {
    true
}

/// The cases of a file.
///
/// # Errors
/// When the text is not an array of cases, or speaks of what the catalogue does not know. The error knows no file name yet.
pub fn cases(source: &str, catalogue: &Catalogue) -> Result<Vec<Case>, StoreError> {
    let coded: Vec<Coded> = from_json(source)?;
    let mut reader = FactsReader::new(catalogue);
    let cases: Vec<Case> = coded.into_iter().enumerate().map(|(n, coded)| case(coded, n, &mut reader)).collect();
    match store::located(source, &reader.wrong) {
        Some(error) => Err(error),
        None => Ok(cases),
    }
}

fn case(coded: Coded, n: usize, reader: &mut FactsReader<'_>) -> Case {
    let at = |field: &str| vec![n.into(), field.into()];
    reader.alternative(&coded.chosen, at("chosen"));
    let lists = [("defensible", &coded.defensible), ("stable_alternatives_at_the_time", &coded.stable_alternatives_at_the_time)];
    for (field, ids) in lists {
        for (k, id) in ids.iter().flatten().enumerate() {
            reader.alternative(id, [at(field), vec![k.into()]].concat());
        }
    }
    let everything = || reader.catalogue.alternatives.iter().map(|alternative| alternative.id.clone()).collect();
    let alternatives: Vec<Id> = coded.stable_alternatives_at_the_time.unwrap_or_else(everything);
    if !alternatives.contains(&coded.chosen) {
        reader.wrong.push(Located { path: at("chosen"), is_key: false, text: text!("cli-case-chosen") });
    }
    let source = |source: CodedSource| CaseSource { title: source.title, url: source.url, recalled: !source.looked_up };
    Case {
        id: coded.id,
        name: coded.name,
        year: coded.year,
        defensible: coded.defensible.unwrap_or_else(|| vec![coded.chosen.clone()]),
        chosen: coded.chosen,
        kind: coded.kind.unwrap_or(CaseKind::Greenfield),
        alternatives,
        facts: reader.facts(&coded.facts, &at("facts")),
        reason: coded.stated_reason.unwrap_or_default(),
        recalled: coded.from_memory,
        outside: coded.decisive_factor_outside_vocabulary.filter(|factor| !factor.trim().is_empty()),
        sources: coded.sources.into_iter().map(source).collect(),
    }
}
