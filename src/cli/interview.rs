//! `interview`: facts as JSON become a profile.
//!
//! How facts are read is [`super::facts`]'s; what follows from them is found when the profile is assessed.

use std::path::Path;

use serde_json::{Map, Value};

use super::{
    arguments::InterviewArguments,
    facts::{FactsReader, from_json, name_of},
    files::replaced,
    outcome::{Failure, Outcome},
};
use crate::{
    model::{Catalogue, MAX_TEXT, Profile},
    store::{self, Inputs, Located, StoreError},
};

pub fn interview(arguments: &InterviewArguments, catalogue: &Catalogue) -> Outcome {
    let file = &arguments.file;
    let profile = match store::read_text(file).and_then(|source| profile(&source, file, catalogue).map_err(|e| e.named(&name_of(file)))) {
        Ok(profile) => profile,
        Err(error) => return Failure::Store(error).into(),
    };
    let text = store::write(&profile);
    let Some(output) = arguments.output.as_deref().filter(|output| *output != Path::new("-")) else { return Outcome::done(text) };
    let mut outcome = Outcome::default();
    match Inputs::new([file.as_path()]).save(output, text.as_bytes()) {
        Err(error) => outcome.failures.push(Failure::Store(error)),
        Ok(true) => outcome.remarks.push(replaced(output)),
        Ok(false) => {}
    }
    outcome
}

/// What a documented choice, as `validate` reads it, says beside its facts; it is passed over, so that any of them can be tried.
const OF_A_CASE: [&str; 17] = [
    "id",
    "year",
    "year_note",
    "chosen",
    "considered_or_rejected",
    "kind",
    "contested",
    "defensible",
    "stable_alternatives_at_the_time",
    "confidence",
    "from_memory",
    "fact_basis",
    "evidence",
    "stated_reason",
    "decisive_factor_outside_vocabulary",
    "sources",
    "coding_note",
];

/// The profile with these facts: an object of them, or an object with `facts`, and perhaps a `name` and what else a case has.
fn profile(source: &str, file: &Path, catalogue: &Catalogue) -> Result<Profile, StoreError> {
    let object: Map<String, Value> = from_json(source)?;
    let mut reader = FactsReader::new(catalogue);
    let facts = match object.get("facts") {
        Some(Value::Object(facts)) => reader.facts(facts, &["facts".into()]),
        Some(Value::Null) => reader.facts(&Map::new(), &[]),
        _ => reader.facts(&object, &[]),
    };
    if matches!(object.get("facts"), Some(Value::Object(_) | Value::Null)) {
        let known = |field: &&String| ["facts", "name"].iter().chain(&OF_A_CASE).any(|known| known == field);
        for field in object.keys().filter(|field| !known(field)) {
            let text = text!("cli-interview-field", field = store::shown(field));
            reader.wrong.push(Located { path: vec![field.as_str().into()], is_key: true, text });
        }
    }
    let named = object.get("name").and_then(Value::as_str).filter(|name| !name.trim().is_empty()).map(str::to_owned);
    if named.as_ref().is_some_and(|name| name.len() > MAX_TEXT) {
        reader.wrong.push(Located {
            path: vec!["name".into()],
            is_key: false,
            text: text!("store-too-long", limit = MAX_TEXT.to_string()),
        });
    }
    if let Some(error) = store::located(source, &reader.wrong) {
        return Err(error);
    }
    let mut profile = Profile::new(named.unwrap_or_else(|| stem(file)));
    profile.facts = facts;
    Ok(profile)
}

/// What a profile without a name is called: as its file, or as nothing in particular.
fn stem(file: &Path) -> String {
    let stem = file.file_stem().filter(|_| file != Path::new("-")).map(|stem| stem.to_string_lossy().into_owned());
    stem.unwrap_or_else(|| text!("cli-interview-name"))
}
