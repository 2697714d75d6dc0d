//! `merge`: several people's profiles into one with a voice for each; and git's merge driver for profiles.
//!
//! What two versions of a profile make together is the model's.

mod markers;

use std::{collections::BTreeMap, path::Path};

use super::{
    arguments::MergeArguments,
    files::{Assessed, assessed},
    outcome::{Failure, Outcome},
};
use crate::{
    assessment::mean_points,
    model::{Catalogue, Profile, Voice, merge3},
    store, wording,
};

/// At most so many disagreements are told one by one.
const MOST_TOLD: usize = 20;

pub fn merge(arguments: &MergeArguments, catalogue: &Catalogue) -> Outcome {
    match (arguments.files.as_slice(), arguments.driver, &arguments.output) {
        ([base, ours, theirs], true, None) => drive(base, ours, theirs, catalogue),
        (_, true, _) => Failure::Usage(text!("cli-merge-driver-files")).into(),
        (files, false, Some(output)) => into_voices(files, output, catalogue),
        (_, false, None) => Failure::Usage(text!("cli-merge-output")).into(),
    }
}

/// One profile of several people's: everything that they said about the project, and each one's points as a voice.
fn into_voices(files: &[std::path::PathBuf], output: &Path, catalogue: &Catalogue) -> Outcome {
    let mut read = Vec::new();
    let mut outcome = Outcome::default();
    for file in files {
        match assessed(file, catalogue) {
            Ok(assessed) => read.push(assessed),
            Err(error) => outcome.failures.push(Failure::Store(error)),
        }
    }
    if !outcome.failures.is_empty() {
        return outcome;
    }
    let voices = voices(&read);
    let mut people = read.iter().map(|assessed| (assessed.id.as_str(), without_weights(&assessed.profile)));
    let Some((first, mut merged)) = people.next() else { return outcome };
    // What only one of them says counts as added to nothing; where they say different things, the first one is kept and it is told.
    let nothing = Profile { seed: merged.seed, ..Profile::new(merged.name.clone()) };
    let mut told = Vec::new();
    for (person, theirs) in people {
        let theirs = Profile { name: merged.name.clone(), seed: merged.seed, ..theirs };
        let made = merge3(&nothing, &merged, &theirs);
        told.extend(made.conflicts.iter().map(|conflict| {
            let part = wording::part(catalogue, &[&merged, &theirs], &conflict.part);
            let [kept, other] = wording::part_values(catalogue, [&merged, &theirs], &conflict.part);
            let (part, kept, other) = (store::shown(&part), store::shown(&kept), store::shown(&other));
            text!("cli-merge-kept", part = part, kept = kept, first = store::shown(first), other = other, person = store::shown(person))
        }));
        merged = made.profile;
    }
    merged.voices = voices;
    merged.points = mean_points(catalogue, &merged).unwrap_or_default();
    if let Some(fault) = merged.faults(catalogue).first() {
        let place = store::shown(fault.word().unwrap_or_default());
        return Failure::NotSo(text!("cli-merge-faulty", place = place)).into();
    }
    if read.iter().any(|assessed| !assessed.losses.is_empty()) {
        outcome.remarks.push(text!("cli-merge-losses"));
    }
    let more = told.len().saturating_sub(MOST_TOLD);
    outcome.remarks.extend(told.into_iter().take(MOST_TOLD));
    if more > 0 {
        outcome.remarks.push(text!("store-more-mistakes", count = more.to_string()));
    }
    match store::create(output, store::write(&merged).as_bytes()) {
        Ok(()) => {
            let names: Vec<String> = merged.voices.iter().map(|voice| store::shown(&voice.name)).collect();
            let path = store::shown(&output.to_string_lossy());
            outcome.text = format!("{}\n", text!("cli-merge-done", count = names.len(), names = wording::list(&names), path = path));
        }
        Err(error) => outcome.failures.push(Failure::Store(error)),
    }
    outcome
}

/// A profile without what becomes a voice, and without a decision and a feeling about the result: they would not be about the merged
/// profile's numbers. What anybody sealed stays sealed.
fn without_weights(profile: &Profile) -> Profile {
    Profile {
        points: BTreeMap::new(),
        elicitation: Default::default(),
        gut_feeling: None,
        voices: Vec::new(),
        decision: None,
        ..profile.clone()
    }
}

/// The voices of all: those that a profile has, or its own points as one, called after its file.
fn voices(read: &[Assessed]) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for assessed in read {
        let criteria = &assessed.assessment.criteria;
        let own = || Voice {
            name: assessed.id.clone(),
            points: criteria.iter().map(|criterion| (criterion.id.clone(), criterion.points)).collect(),
            sealed: false,
        };
        let brought = if assessed.profile.voices.is_empty() { vec![own()] } else { assessed.profile.voices.clone() };
        for voice in brought {
            let is_taken = |name: &str| voices.iter().any(|other| other.name == name);
            let name = (1..)
                .map(|n| if n == 1 { voice.name.clone() } else { format!("{} {n}", voice.name) })
                .find(|name| !is_taken(name))
                .unwrap_or_default();
            voices.push(Voice { name, ..voice });
        }
    }
    voices
}

/// Git's merge driver: both sides' changes since `base` are written over `ours`. Where they contradict each other, or a side cannot be
/// merged without dropping something, both stand in the file between git's own markers, and the exit code says so.
fn drive(base: &Path, ours: &Path, theirs: &Path, catalogue: &Catalogue) -> Outcome {
    let texts = [base, ours, theirs].map(store::read_text);
    let [base_text, our_text, their_text] = match texts {
        [Ok(base), Ok(ours), Ok(theirs)] => [base, ours, theirs],
        failed => {
            return Outcome { failures: failed.into_iter().filter_map(Result::err).map(Failure::Store).collect(), ..Outcome::default() };
        }
    };
    let read =
        |text: &str| store::parse(text.as_bytes(), catalogue).ok().filter(|opened| opened.losses.is_empty()).map(|opened| opened.profile);
    // A file that both sides added has an empty base.
    let base = if base_text.trim().is_empty() { Some(Profile::new(String::new())) } else { read(&base_text) };
    let (text, remarks) = match (base, read(&our_text), read(&their_text)) {
        (Some(base), Some(ours), Some(theirs)) => {
            let merged = merge3(&base, &ours, &theirs);
            let (mine, other) = (merged.profile.clone(), merged.resolved(|_| true));
            if !mine.faults(catalogue).is_empty() || !other.faults(catalogue).is_empty() {
                (Err(markers::between(&our_text, &their_text)), vec![text!("cli-merge-as-text")])
            } else if merged.conflicts.is_empty() {
                (Ok(store::write(&mine)), Vec::new())
            } else {
                let parts = merged.conflicts.iter().take(MOST_TOLD).map(|conflict| {
                    let part = wording::part(catalogue, &[&ours, &theirs], &conflict.part);
                    text!("cli-merge-conflict", part = store::shown(&part))
                });
                (Err(markers::between(&store::write(&mine), &store::write(&other))), parts.collect())
            }
        }
        _ => (Err(markers::between(&our_text, &their_text)), vec![text!("cli-merge-as-text")]),
    };
    let is_clean = text.is_ok();
    match store::save(ours, text.unwrap_or_else(|marked| marked).as_bytes()) {
        Ok(()) => Outcome { remarks, is_not_so: !is_clean, ..Outcome::default() },
        Err(error) => Failure::Store(error).into(),
    }
}
