//! `validate`: documented choices run through interview and assessment: agreement, calibration, baselines, misses.
//!
//! How a case is run and what is summed up is `assessment`'s; the page for people is [`page`]'s, the object for programs [`object`]'s.

mod object;
mod page;

use std::num::NonZero;

use super::{
    arguments::{ReportFormat, ValidateArguments},
    bank,
    facts::name_of,
    layout::Page,
    outcome::{Failure, Outcome},
    report::{id, json},
};
use crate::{
    assessment::{Tested, Trial, trial},
    chart::scene::{Cell, Table},
    export,
    model::{Case, Catalogue},
    store,
};

/// A file's cases and what became of them.
pub struct Validated {
    pub file: String,
    pub tested: Tested,
}

pub fn validate(arguments: &ValidateArguments, catalogue: &Catalogue) -> Outcome {
    let mut outcome = Outcome::default();
    let mut validated = Vec::new();
    if arguments.files.is_empty() {
        validated.extend(store::banks().iter().map(|bank| run(bank.id.clone(), bank.cases.clone(), catalogue)));
    }
    for file in &arguments.files {
        let name = name_of(file);
        let cases = store::read_text(file).and_then(|source| bank::cases(&source, catalogue).map_err(|error| error.named(&name)));
        match cases {
            Ok(cases) => validated.push(run(name, cases, catalogue)),
            Err(error) => outcome.failures.push(Failure::Store(error)),
        }
    }
    outcome.text = match arguments.format {
        ReportFormat::Json => json(&validated.iter().map(|validated| object::object(validated, catalogue)).collect::<Vec<_>>()),
        ReportFormat::Csv => export::csv(&table(&validated)),
        ReportFormat::Table => {
            let mut page = Page::default();
            validated.iter().for_each(|validated| page::page(&mut page, validated, catalogue));
            page.into_text()
        }
    };
    outcome
}

fn run(file: String, cases: Vec<Case>, catalogue: &Catalogue) -> Validated {
    let trials = trials(catalogue, &cases);
    Validated { file, tested: Tested::new(catalogue, cases, trials) }
}

/// Every case apart from the others, on as many threads as there are; the result does not depend on how many.
fn trials(catalogue: &Catalogue, cases: &[Case]) -> Vec<Trial> {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let share = cases.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let run = |cases: &[Case]| cases.iter().map(|case| trial(catalogue, case)).collect::<Vec<_>>();
        let running: Vec<_> = cases.chunks(share).map(|cases| scope.spawn(move || run(cases))).collect();
        // A trial is total; what panics nevertheless panics here.
        running.into_iter().flat_map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}

/// One row a case, in ids, for spreadsheets and scripts.
fn table(validated: &[Validated]) -> Table {
    let columns =
        ["file", "id", "year", "chosen", "leader", "verdict", "margin", "share_of_leader", "share_of_chosen", "top1", "defensible"];
    let number = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::Number { value, decimals: 4 });
    let row = |file: &str, case: &Case, trial: &Trial| {
        let share = |alternative: Option<&str>| number(alternative.filter(|_| trial.had_choice()).map(|id| trial.share(id)));
        vec![
            Cell::Text(file.to_owned()),
            Cell::Text(case.id.clone()),
            Cell::Number { value: f64::from(case.year), decimals: 0 },
            Cell::Text(case.chosen.clone()),
            trial.leader.clone().map_or(Cell::Empty, Cell::Text),
            Cell::Text(id(trial.verdict)),
            number(trial.margin),
            share(trial.leader.as_deref()),
            share(Some(&case.chosen)),
            Cell::Text(trial.is_right.to_string()),
            Cell::Text(trial.is_defensible.to_string()),
        ]
    };
    let rows = validated
        .iter()
        .flat_map(|Validated { file, tested }| tested.cases.iter().zip(&tested.trials).map(move |(case, trial)| row(file, case, trial)));
    Table { columns: columns.map(str::to_owned).to_vec(), rows: rows.collect() }
}
