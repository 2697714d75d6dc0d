//! `assess`: what a profile comes to; several profiles give one row each.
//!
//! The page for people is [`page`]'s, the object for programs is [`object`]'s.

mod explanation;
mod flips;
mod object;
mod page;
mod shares;
mod voices;

pub use page::page;

use std::path::{Path, PathBuf};

use super::{
    arguments::{AssessArguments, ReportFormat},
    batch,
    files::{Assessed, assessed, listed, threads},
    layout::{Column, Page},
    outcome::{Failure, Outcome, print_part},
    report::{self, Growing, json},
};
use crate::{
    assessment::Depth,
    chart::scene::{Cell, Table},
    export,
    model::Catalogue,
    store::StoreError,
    wording,
};

/// So many rows stand under one heading; the columns are as wide as these need.
const BLOCK: usize = 100;

pub fn assess(arguments: &AssessArguments, catalogue: &Catalogue) -> Outcome {
    let named = listed(&arguments.files.files);
    match named.files.as_slice() {
        [file] if !named.is_several => one(file, arguments, catalogue, named.failures),
        _ => several(&named.files, arguments, catalogue, named.failures),
    }
}

/// Reads a profile and works out what was asked for, as far as it may be told.
fn read(file: &Path, arguments: &AssessArguments, catalogue: &Catalogue, is_row: bool, threads: usize) -> Result<Assessed, StoreError> {
    let mut read = assessed(file, catalogue)?.revealed(arguments.reveal);
    if read.is_sealed {
        return Ok(read);
    }
    if arguments.robustness {
        read.sample(threads);
    }
    // A row of a table has no room for what to find out first.
    if !is_row {
        read.inform(catalogue);
    }
    Ok(read)
}

fn one(file: &Path, arguments: &AssessArguments, catalogue: &Catalogue, failures: Vec<Failure>) -> Outcome {
    let format = arguments.files.format;
    let read = match read(file, arguments, catalogue, format == ReportFormat::Csv, threads()) {
        Ok(read) => read,
        Err(error) => return Outcome { failures: failures.into_iter().chain([Failure::Store(error)]).collect(), ..Outcome::default() },
    };
    let text = match (format, arguments.explain) {
        (ReportFormat::Json, depth) => json(&object::object_or_sealed(&read, catalogue, depth.unwrap_or(Depth::Paragraph))),
        (ReportFormat::Csv, _) => export::csv(&table(&[read], arguments.robustness)),
        (ReportFormat::Table, Some(depth)) => explanation::explanation(&read, catalogue, depth),
        (ReportFormat::Table, None) => page(&read, catalogue),
    };
    Outcome { text, failures, ..Outcome::default() }
}

/// Many profiles on all cores, each told as soon as it and those before it are done; no more are kept than stand under one heading.
fn several(files: &[PathBuf], arguments: &AssessArguments, catalogue: &Catalogue, mut failures: Vec<Failure>) -> Outcome {
    let (format, with_shares) = (arguments.files.format, arguments.robustness);
    let is_row = format == ReportFormat::Csv || (format == ReportFormat::Table && arguments.explain.is_none());
    let work = |file: &PathBuf| {
        // The batch has all cores already.
        let read = read(file, arguments, catalogue, is_row, 1)?;
        Ok::<_, StoreError>(match (format, arguments.explain) {
            (ReportFormat::Json, depth) => {
                Row::Object(json(&object::object_or_sealed(&read, catalogue, depth.unwrap_or(Depth::Paragraph))))
            }
            (ReportFormat::Csv, _) => Row::Record(table(&[read], with_shares)),
            (ReportFormat::Table, Some(depth)) => Row::Words(explanation::explanation(&read, catalogue, depth)),
            (ReportFormat::Table, None) => Row::Cells(cells(&read, with_shares)),
        })
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut array = Growing::default();
    let mut n_told = 0_usize;
    batch::each(files, work, |result| match result {
        Err(error) => {
            failures.push(Failure::Store(error));
            true
        }
        Ok(row) => {
            n_told += 1;
            match row {
                Row::Object(object) => array.push(&object),
                Row::Record(record) => print_part(&export::csv_part(&record, n_told == 1)),
                Row::Words(words) if n_told == 1 => print_part(&words),
                Row::Words(words) => print_part(&format!("\n{words}")),
                Row::Cells(cells) => {
                    rows.push(cells);
                    rows.len() < BLOCK || print_part(&block(&std::mem::take(&mut rows), with_shares))
                }
            }
        }
    });
    let text = match format {
        ReportFormat::Json => array.end(),
        ReportFormat::Table if !rows.is_empty() => block(&rows, with_shares),
        _ => String::new(),
    };
    Outcome { text, failures, ..Outcome::default() }
}

/// What is told of one profile among several.
enum Row {
    Object(String),
    Record(Table),
    Words(String),
    Cells(Vec<String>),
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
fn cells(assessed: &Assessed, with_shares: bool) -> Vec<String> {
    let Assessed { id, assessment, .. } = assessed;
    if assessed.is_sealed {
        let mut cells = vec![id.clone(), text!("sealed-short")];
        cells.resize(if with_shares { 7 } else { 6 }, String::new());
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
}

/// Rows under their headings.
fn block(rows: &[Vec<String>], with_shares: bool) -> String {
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
    let mut page = Page::default();
    page.table(&columns, rows);
    page.into_text()
}
