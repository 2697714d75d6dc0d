//! `record`: the decision record of a profile as a file, with its charts beside it where the format cannot carry them.
//!
//! What it says is `export`'s.

use std::path::{Path, PathBuf};

use super::{
    arguments::RecordArguments,
    files::{assessed, replaced, threads},
    outcome::{Failure, Outcome},
};
use crate::{
    assessment::{Ground, missing},
    export::record::{Record, RecordFormat, record as write},
    model::Catalogue,
    store::{self, Inputs},
    wording,
};

pub fn record(arguments: &RecordArguments, catalogue: &Catalogue) -> Outcome {
    // What cannot be written need not be computed.
    let output = &arguments.output;
    let ending = output.extension().unwrap_or_default().to_string_lossy();
    let Some(format) = RecordFormat::from_extension(&ending) else {
        let known = RecordFormat::ALL.map(|format| format!(".{}", format.extension()));
        return Failure::Usage(text!("cli-record-ending", known = wording::list(&known))).into();
    };
    let inputs = Inputs::new([arguments.file.as_path()]);
    if let Err(error) = inputs.refuse(output) {
        return Failure::Store(error).into();
    }
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
    match save(&record, format, output, &inputs) {
        Ok(files) => outcome.remarks.extend(files.iter().map(|file| replaced(file))),
        Err(failure) => outcome.failures.push(failure),
    }
    outcome
}

/// Writes the record, and the pictures that stand beside it. Returns the files of another content that were replaced; the pictures of
/// a record that was replaced are not told one by one.
fn save(record: &Record, format: RecordFormat, output: &Path, inputs: &Inputs) -> Result<Vec<PathBuf>, Failure> {
    let stem = output.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = record.render(format, &stem).map_err(Failure::Export)?;
    let pictures = if format == RecordFormat::Markdown { record.pictures(&stem) } else { Vec::new() };
    let pictures: Vec<(PathBuf, String)> = pictures.into_iter().map(|(name, picture)| (output.with_file_name(name), picture)).collect();
    for (file, _) in &pictures {
        inputs.refuse(file).map_err(Failure::Store)?;
    }
    let mut replaced = Vec::new();
    for (file, picture) in pictures {
        if inputs.save(&file, picture.as_bytes()).map_err(Failure::Store)? {
            replaced.push(file);
        }
    }
    let is_replaced = inputs.save(output, &bytes).map_err(Failure::Store)?;
    Ok(if is_replaced { vec![output.to_owned()] } else { replaced })
}
