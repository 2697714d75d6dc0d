//! `record`: the decision record of a profile as a file, with its charts beside it where the format cannot carry them.
//!
//! What it says is `export`'s.

use std::path::Path;

use super::{
    arguments::RecordArguments,
    files::{assessed, threads},
    outcome::{Failure, Outcome},
};
use crate::{
    assessment::{Ground, missing},
    export::record::{Record, RecordFormat, record as write},
    model::Catalogue,
    store, wording,
};

pub fn record(arguments: &RecordArguments, catalogue: &Catalogue) -> Outcome {
    // What cannot be written need not be computed.
    let output = &arguments.output;
    let ending = output.extension().unwrap_or_default().to_string_lossy();
    let Some(format) = RecordFormat::from_extension(&ending) else {
        let known = RecordFormat::ALL.map(|format| format!(".{}", format.extension()));
        return Failure::Usage(text!("cli-record-ending", known = wording::list(&known))).into();
    };
    let assessed = match assessed(&arguments.file, catalogue) {
        Ok(assessed) => assessed.revealed(arguments.reveal),
        Err(error) => return Failure::Store(error).into(),
    };
    if assessed.is_sealed {
        return Failure::sealed(&assessed.id).into();
    }
    let ground = Ground::new(catalogue, &assessed.profile, threads());
    let record = write(&ground, store::write(&ground.profile), store::write_catalogue(&ground.catalogue));
    let mut outcome = Outcome::default();
    let missing = missing(&ground.profile, &ground.assessment);
    if !missing.is_empty() {
        let missing: Vec<String> = missing.iter().map(|missing| wording::missing(&ground.assessment, missing)).collect();
        outcome.remarks.push(text!("cli-record-missing", missing = missing.join("; ")));
    }
    if let Err(failure) = save(&record, format, output) {
        outcome.failures.push(failure);
    }
    outcome
}

/// Writes the record, and the pictures that stand beside it.
fn save(record: &Record, format: RecordFormat, output: &Path) -> Result<(), Failure> {
    let stem = output.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = record.render(format, &stem).map_err(Failure::Export)?;
    if format == RecordFormat::Markdown {
        for (name, picture) in record.pictures(&stem) {
            store::save(&output.with_file_name(name), picture.as_bytes()).map_err(Failure::Store)?;
        }
    }
    store::save(output, &bytes).map_err(Failure::Store)
}
