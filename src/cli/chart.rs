//! `chart`: a chart of a profile as a file; of several profiles, a folder with one picture each.
//!
//! What is drawn is `chart`'s, how it becomes bytes is `export`'s.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::{
    arguments::ChartArguments,
    batch,
    files::{assessed, listed, replaced, threads},
    outcome::{Failure, Outcome, print_part},
};
use crate::{
    assessment::Assessment,
    chart::{ChartOptions, draw},
    export::{self, Format, Resolution},
    model::Catalogue,
    store::{self, Inputs},
    wording,
};

pub fn chart(arguments: &ChartArguments, catalogue: &Catalogue) -> Outcome {
    let named = listed(&arguments.files);
    match named.files.as_slice() {
        [file] if !named.is_several => one(file, arguments, catalogue),
        files => several(files, arguments, catalogue, named.failures),
    }
}

fn one(file: &Path, arguments: &ChartArguments, catalogue: &Catalogue) -> Outcome {
    let output = &arguments.output;
    // What cannot be written need not be drawn.
    let Some(format) = format_of(output) else {
        let known = Format::ALL.map(|format| format!(".{}", format.extension()));
        return Failure::Usage(text!("cli-chart-ending", known = wording::list(&known))).into();
    };
    if arguments.format.is_some_and(|asked| asked != format) {
        return Failure::Usage(text!("cli-chart-two-formats")).into();
    }
    let target = Target { output, format, inputs: &Inputs::new([file]) };
    match drawn(file, target, arguments, catalogue, threads()) {
        Ok(Drawn { is_replaced, remark }) => {
            let told = is_replaced.then(|| replaced(output));
            Outcome { remarks: told.into_iter().chain(remark).collect(), ..Outcome::default() }
        }
        Err(failure) => failure.into(),
    }
}

/// One picture a profile, called after it, on all cores; each is told as soon as it and those before it are there.
fn several(files: &[PathBuf], arguments: &ChartArguments, catalogue: &Catalogue, failures: Vec<Failure>) -> Outcome {
    let folder = &arguments.output;
    if files.is_empty() {
        return Outcome { failures, ..Outcome::default() };
    }
    if format_of(folder).is_some() && !folder.is_dir() {
        return Failure::Usage(text!("cli-chart-folder", output = store::shown(&folder.to_string_lossy()))).into();
    }
    let format = arguments.format.unwrap_or(Format::Svg);
    let pictures: Vec<(&PathBuf, PathBuf)> = files.iter().map(|file| (file, folder.join(picture_name(file, format)))).collect();
    let collisions = collisions(&pictures);
    if !collisions.is_empty() {
        return Outcome { failures: collisions, ..Outcome::default() };
    }
    let mut outcome = Outcome { failures, ..Outcome::default() };
    if let Err(error) = store::make_folder(folder) {
        outcome.failures.push(Failure::Store(error));
        return outcome;
    }
    let inputs = Inputs::new(files.iter().map(PathBuf::as_path));
    // The batch has all cores already.
    let work = |(file, output): &(&PathBuf, PathBuf)| {
        let drawn = drawn(file, Target { output, format, inputs: &inputs }, arguments, catalogue, 1);
        (store::shown(&output.to_string_lossy()), drawn)
    };
    let mut n_replaced: usize = 0;
    batch::each(&pictures, work, |(output, drawn)| match drawn {
        Ok(Drawn { is_replaced, remark }) => {
            n_replaced += usize::from(is_replaced);
            outcome.remarks.extend(remark.map(|remark| format!("{output}: {remark}")));
            print_part(&format!("{output}\n"))
        }
        Err(failure) => {
            outcome.failures.push(failure);
            true
        }
    });
    if n_replaced > 0 {
        outcome.remarks.push(text!("cli-replaced-several", count = n_replaced));
    }
    outcome
}

fn format_of(output: &Path) -> Option<Format> {
    Format::from_extension(&output.extension().unwrap_or_default().to_string_lossy())
}

/// A picture's name: the stem of the profile's file, or the example's id.
fn picture_name(file: &Path, format: Format) -> String {
    let stem = if file == Path::new("-") { "profile".into() } else { file.file_stem().unwrap_or_default().to_string_lossy() };
    format!("{stem}.{}", format.extension())
}

/// Pictures that would take each other's place; upper and lower case are the same to some disks.
fn collisions(pictures: &[(&PathBuf, PathBuf)]) -> Vec<Failure> {
    let mut by_name: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, output) in pictures {
        by_name.entry(output.to_string_lossy().to_lowercase()).or_default().push(store::shown(&file.to_string_lossy()));
    }
    let twice = by_name.into_iter().filter(|(_, files)| files.len() > 1);
    twice
        .map(|(output, files)| Failure::Usage(text!("cli-chart-collision", output = store::shown(&output), files = wording::list(&files))))
        .collect()
}

/// Where a picture goes.
#[derive(Clone, Copy)]
struct Target<'a> {
    output: &'a Path,
    format: Format,
    /// What is read, and so not written over.
    inputs: &'a Inputs,
}

/// A picture that was written.
struct Drawn {
    /// Whether a file with another content stood there.
    is_replaced: bool,
    /// What should be known of it.
    remark: Option<String>,
}

/// Draws one profile's chart into a file.
fn drawn(file: &Path, target: Target, arguments: &ChartArguments, catalogue: &Catalogue, threads: usize) -> Result<Drawn, Failure> {
    let Target { output, format, inputs } = target;
    inputs.refuse(output).map_err(Failure::Store)?;
    let mut assessed = assessed(file, catalogue).map_err(Failure::Store)?.revealed(arguments.reveal);
    if assessed.is_sealed {
        return Err(Failure::sealed(&assessed.id));
    }
    let about = arguments.about.as_deref().map(|id| group(&assessed.assessment, id)).transpose()?;
    let against = arguments.against.as_deref().map(|id| alternative(&assessed.assessment, id)).transpose()?;
    if arguments.kind.needs_robustness() {
        assessed.sample(threads);
    }
    if arguments.kind.needs_information() {
        assessed.inform(catalogue);
    }
    let options = ChartOptions {
        width: arguments.size.width,
        height: arguments.size.height,
        axes: arguments.axes,
        layout: arguments.layout,
        about,
        against,
        ..ChartOptions::default()
    };
    let scene = draw(arguments.kind, assessed.subject(catalogue), &options);
    let bytes = export::render(&scene, format, arguments.theme, Resolution::Scale(f64::from(arguments.scale))).map_err(Failure::Export)?;
    let is_replaced = inputs.save(output, &bytes).map_err(Failure::Store)?;
    let missing = if matches!(format, Format::Png | Format::Pdf) { export::missing_glyphs(&scene) } else { Vec::new() };
    let characters: String = missing.into_iter().collect();
    let remark = (!characters.is_empty()).then(|| text!("cli-chart-glyphs", characters = store::shown(&characters)));
    Ok(Drawn { is_replaced, remark })
}

/// The position of an alternative, by id.
fn alternative(assessment: &Assessment, id: &str) -> Result<usize, Failure> {
    assessment.alternative(id).ok_or_else(|| {
        let known: Vec<String> = assessment.alternatives.iter().map(|alternative| alternative.id.clone()).collect();
        Failure::Usage(text!("cli-no-alternative", id = store::shown(id), known = wording::list(&known)))
    })
}

/// The position of a group, by id.
fn group(assessment: &Assessment, id: &str) -> Result<usize, Failure> {
    assessment.groups.iter().position(|group| group.id == id).ok_or_else(|| {
        let known: Vec<String> = assessment.groups.iter().map(|group| group.id.clone()).collect();
        Failure::Usage(text!("cli-no-group", id = store::shown(id), known = wording::list(&known)))
    })
}
