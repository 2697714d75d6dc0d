//! `assess`: what a profile comes to; several profiles give one row each.
//!
//! The page for people is [`page`]'s, the object for programs is [`object`]'s.

mod object;
mod page;

pub use page::page;

use super::{
    arguments::{FilesArguments, ReportFormat},
    files::{Assessed, assessed, listed},
    layout::{Column, Page},
    outcome::{Failure, Outcome},
    report::{self, one_or_several},
};
use crate::{
    chart::scene::{Cell, Table},
    export,
    model::Catalogue,
    wording,
};

pub fn assess(arguments: &FilesArguments, catalogue: &Catalogue) -> Outcome {
    let mut named = listed(&arguments.files);
    let mut read = Vec::new();
    for file in &named.files {
        match assessed(file, catalogue) {
            Ok(profile) => read.push(profile),
            Err(error) => named.failures.push(Failure::Store(error)),
        }
    }
    let text = match (arguments.format, read.as_slice()) {
        (ReportFormat::Json, _) => {
            let objects: Vec<_> = read.iter().map(|profile| object::object(profile, catalogue)).collect();
            one_or_several(&objects, named.is_several).unwrap_or_default()
        }
        (_, []) => String::new(),
        (ReportFormat::Csv, _) => export::csv(&table(&read)),
        (ReportFormat::Table, [one]) if !named.is_several => page(one, catalogue),
        (ReportFormat::Table, _) => rows(&read),
    };
    Outcome { text, failures: named.failures, ..Outcome::default() }
}

/// One row a profile, in ids, for spreadsheets and scripts.
fn table(read: &[Assessed]) -> Table {
    let columns = ["profile", "verdict", "leader", "score", "runner_up", "margin"].map(str::to_owned).to_vec();
    let rows = read.iter().map(|Assessed { id, assessment, .. }| {
        let verdict = &assessment.verdict;
        let alternative = |i: Option<usize>| i.map_or(Cell::Empty, |i| Cell::Text(assessment.alternatives[i].id.clone()));
        let number = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::Number { value, decimals: 4 });
        vec![
            Cell::Text(id.clone()),
            Cell::Text(report::id(verdict.kind)),
            alternative(verdict.leader),
            number(assessment.leader().map(|leader| leader.score)),
            alternative(verdict.runner_up),
            number(verdict.margin),
        ]
    });
    Table { columns, rows: rows.collect() }
}

/// The same for people.
fn rows(read: &[Assessed]) -> String {
    let columns = [
        Column::left(text!("cli-column-profile"), 24),
        Column::left(text!("cli-column-verdict"), 17),
        Column::left(text!("cli-column-leader"), 10),
        Column::right(text!("cli-column-score"), 5),
        Column::left(text!("cli-column-runner-up"), 10),
        Column::right(text!("cli-column-margin"), 6),
    ];
    let rows: Vec<Vec<String>> = read
        .iter()
        .map(|Assessed { id, assessment, .. }| {
            let verdict = &assessment.verdict;
            let name = |i: Option<usize>| i.map(|i| assessment.alternatives[i].name.clone()).unwrap_or_default();
            vec![
                id.clone(),
                wording::verdict_kind(verdict.kind),
                name(verdict.leader),
                assessment.leader().map(|leader| wording::score(leader.score)).unwrap_or_default(),
                name(verdict.runner_up),
                verdict.margin.map(wording::score).unwrap_or_default(),
            ]
        })
        .collect();
    let mut page = Page::default();
    page.table(&columns, &rows);
    page.into_text()
}
