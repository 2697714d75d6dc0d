//! `assess`: what a profile comes to; several profiles give one row each.
//!
//! The page for people is [`page`]'s, the object for programs is [`object`]'s.

mod explanation;
mod flips;
mod object;
mod page;
mod shares;

pub use page::page;

use super::{
    arguments::{AssessArguments, FilesArguments, ReportFormat},
    files::{Assessed, assessed, listed},
    layout::{Column, Page},
    outcome::{Failure, Outcome},
    report::{self, one_or_several},
};
use crate::{
    assessment::Depth,
    chart::scene::{Cell, Table},
    export,
    model::Catalogue,
    wording,
};

pub fn assess(arguments: &AssessArguments, catalogue: &Catalogue) -> Outcome {
    let FilesArguments { files, format } = &arguments.files;
    let mut named = listed(files);
    let mut read = Vec::new();
    let is_table = *format == ReportFormat::Csv || (*format == ReportFormat::Table && named.is_several);
    for file in &named.files {
        match assessed(file, catalogue) {
            Ok(profile) => {
                let mut profile = profile.revealed(arguments.reveal);
                if arguments.robustness && !profile.is_sealed {
                    profile.sample();
                }
                // A row of a table has no room for what to find out first.
                if !is_table || arguments.explain.is_some() {
                    profile.inform(catalogue);
                }
                read.push(profile);
            }
            Err(error) => named.failures.push(Failure::Store(error)),
        }
    }
    let text = match (format, read.as_slice()) {
        (ReportFormat::Json, _) => {
            let depth = arguments.explain.unwrap_or(Depth::Paragraph);
            let objects: Vec<_> = read.iter().map(|profile| object::object_or_sealed(profile, catalogue, depth)).collect();
            one_or_several(&objects, named.is_several).unwrap_or_default()
        }
        (_, []) => String::new(),
        (ReportFormat::Csv, _) => export::csv(&table(&read, arguments.robustness)),
        (ReportFormat::Table, _) if let Some(depth) = arguments.explain => {
            read.iter().map(|profile| explanation::explanation(profile, catalogue, depth)).collect::<Vec<_>>().join("\n")
        }
        (ReportFormat::Table, [one]) if !named.is_several => page(one, catalogue),
        (ReportFormat::Table, _) => rows(&read, arguments.robustness),
    };
    Outcome { text, failures: named.failures, ..Outcome::default() }
}

/// One row a profile, in ids, for spreadsheets and scripts.
fn table(read: &[Assessed], with_shares: bool) -> Table {
    let mut columns = ["profile", "verdict", "leader", "score", "runner_up", "margin"].map(str::to_owned).to_vec();
    if with_shares {
        columns.extend(["first_rank", "first_rank_se", "samples", "seed"].map(str::to_owned));
    }
    let n_columns = columns.len();
    let rows = read.iter().map(|assessed| {
        let Assessed { id, assessment, robustness, .. } = assessed;
        if assessed.is_sealed {
            let mut cells = vec![Cell::Text(id.clone()), Cell::Text("sealed".to_owned())];
            cells.resize(n_columns, Cell::Empty);
            return cells;
        }
        let verdict = &assessment.verdict;
        let alternative = |i: Option<usize>| i.map_or(Cell::Empty, |i| Cell::Text(assessment.alternatives[i].id.clone()));
        let number = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::Number { value, decimals: 4 });
        let mut cells = vec![
            Cell::Text(id.clone()),
            Cell::Text(report::id(verdict.kind)),
            alternative(verdict.leader),
            number(assessment.leader().map(|leader| leader.score)),
            alternative(verdict.runner_up),
            number(verdict.margin),
        ];
        if with_shares {
            let (share, error) = first(assessed).unzip();
            let whole = |value: Option<u64>| value.map_or(Cell::Empty, |value| Cell::Text(value.to_string()));
            let smaa = robustness.as_ref().map(|robustness| &robustness.smaa);
            cells.extend([number(share), number(error), whole(smaa.map(|smaa| smaa.samples)), whole(smaa.map(|smaa| smaa.seed))]);
        }
        cells
    });
    Table { columns, rows: rows.collect() }
}

/// In which share the leader comes first, and the standard error of that.
fn first(assessed: &Assessed) -> Option<(f64, f64)> {
    let robustness = assessed.robustness.as_ref()?;
    let row = robustness.alternatives.iter().position(|i| Some(*i) == assessed.assessment.verdict.leader)?;
    Some((robustness.smaa.rank_acceptability[row][0], robustness.smaa.rank_acceptability_se[row][0]))
}

/// The same for people.
fn rows(read: &[Assessed], with_shares: bool) -> String {
    let mut columns = vec![
        Column::left(text!("cli-column-profile"), 24),
        Column::left(text!("cli-column-verdict"), 17),
        Column::left(text!("cli-column-leader"), 10),
        Column::right(text!("cli-column-score"), 5),
        Column::left(text!("cli-column-runner-up"), 10),
        Column::right(text!("cli-column-margin"), 6),
    ];
    if with_shares {
        columns.push(Column::right(text!("cli-column-leads-in"), 8));
    }
    let rows: Vec<Vec<String>> = read
        .iter()
        .map(|assessed| {
            let Assessed { id, assessment, .. } = assessed;
            if assessed.is_sealed {
                let mut cells = vec![id.clone(), text!("sealed-short")];
                cells.resize(columns.len(), String::new());
                return cells;
            }
            let verdict = &assessment.verdict;
            let name = |i: Option<usize>| i.map(|i| assessment.alternatives[i].name.clone()).unwrap_or_default();
            let mut cells = vec![
                id.clone(),
                wording::verdict_kind(verdict.kind),
                name(verdict.leader),
                assessment.leader().map(|leader| wording::score(leader.score)).unwrap_or_default(),
                name(verdict.runner_up),
                verdict.margin.map(wording::score).unwrap_or_default(),
            ];
            if with_shares {
                cells.push(first(assessed).map(|(share, _)| wording::percent(share)).unwrap_or_default());
            }
            cells
        })
        .collect();
    let mut page = Page::default();
    page.table(&columns, &rows);
    page.into_text()
}
