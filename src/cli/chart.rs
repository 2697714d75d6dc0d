//! `chart`: a chart of a profile as a file.
//!
//! What is drawn is `chart`'s, how it becomes bytes is `export`'s.

use super::{
    arguments::ChartArguments,
    files::{assessed, threads},
    outcome::{Failure, Outcome},
};
use crate::{
    assessment::Assessment,
    chart::{ChartOptions, draw},
    export::{self, Format, Resolution},
    model::Catalogue,
    store, wording,
};

pub fn chart(arguments: &ChartArguments, catalogue: &Catalogue) -> Outcome {
    // What cannot be written need not be drawn.
    let ending = arguments.output.extension().unwrap_or_default().to_string_lossy();
    let Some(format) = Format::from_extension(&ending) else {
        let known = Format::ALL.map(|format| format!(".{}", format.extension()));
        return Failure::Usage(text!("cli-chart-ending", known = wording::list(&known))).into();
    };
    let mut assessed = match assessed(&arguments.file, catalogue) {
        Ok(assessed) => assessed.revealed(arguments.reveal),
        Err(error) => return Failure::Store(error).into(),
    };
    if assessed.is_sealed {
        return Failure::sealed(&assessed.id).into();
    }
    let about = match arguments.about.as_deref().map(|id| group(&assessed.assessment, id)).transpose() {
        Ok(about) => about,
        Err(failure) => return failure.into(),
    };
    let against = match arguments.against.as_deref().map(|id| alternative(&assessed.assessment, id)).transpose() {
        Ok(against) => against,
        Err(failure) => return failure.into(),
    };
    if arguments.kind.needs_robustness() {
        assessed.sample(threads());
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
    let bytes = match export::render(&scene, format, arguments.theme, Resolution::Scale(f64::from(arguments.scale))) {
        Ok(bytes) => bytes,
        Err(error) => return Failure::Export(error).into(),
    };
    let mut outcome = Outcome::default();
    match store::save(&arguments.output, &bytes) {
        Err(error) => outcome.failures.push(Failure::Store(error)),
        Ok(()) if matches!(format, Format::Png | Format::Pdf) => {
            let missing = export::missing_glyphs(&scene);
            if !missing.is_empty() {
                let characters: String = missing.into_iter().collect();
                outcome.remarks.push(text!("cli-chart-glyphs", characters = store::shown(&characters)));
            }
        }
        Ok(()) => {}
    }
    outcome
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
