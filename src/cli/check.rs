//! `check`: is it a valid profile, and would saving keep all of it? For people, editors and continuous integration.
//!
//! What is valid is the store's and the model's.

use serde::Serialize;

use super::{
    arguments::{FilesArguments, ReportFormat},
    batch,
    files::listed,
    layout::Page,
    outcome::{Exit, Failure, Outcome, print_part},
    report::{Growing, json},
};
use crate::{
    chart::scene::{Cell, Table},
    export,
    model::Catalogue,
    store::{self, Loss, LossKind, Place, Problem, StoreError},
};

/// What was found in one file.
#[derive(Serialize)]
struct Checked {
    file: String,
    valid: bool,
    /// Why it is not valid.
    messages: Vec<Message>,
    /// What saving would drop.
    losses: Vec<Message>,
}

#[derive(Serialize)]
struct Message {
    line: Option<usize>,
    column: Option<usize>,
    text: String,
}

impl Message {
    fn new(place: Option<Place>, text: String) -> Self {
        Self { line: place.map(|place| place.line), column: place.map(|place| place.column), text }
    }
}

pub fn check(arguments: &FilesArguments, catalogue: &Catalogue) -> Outcome {
    let named = listed(&arguments.files);
    let format = arguments.format;
    let mut outcome = Outcome { failures: named.failures, ..Outcome::default() };
    let mut array = Growing::default();
    let mut n_told: usize = 0;
    batch::each(
        &named.files,
        |file| store::open(file, catalogue).map_err(|error| (file.clone(), error)),
        |opened| {
            let (checked, failure) = match opened {
                Ok((opened, source)) => {
                    let losses = opened.losses.iter().map(|loss| Message::new(Some(loss.place), sentence(loss))).collect();
                    (Checked { file: source.to_string(), valid: true, messages: Vec::new(), losses }, None)
                }
                Err((file, error)) => {
                    let file = file.to_string_lossy().into_owned();
                    (Checked { file, valid: false, messages: messages(&error), losses: Vec::new() }, Some(Failure::Store(error)))
                }
            };
            // What is wrong with a profile's content is said in the report, unless that is for people, who read it beside.
            match failure {
                Some(failure) if format != ReportFormat::Table && failure.exit() == Exit::NotSo => outcome.is_not_so = true,
                failure => outcome.failures.extend(failure),
            }
            n_told += 1;
            match format {
                ReportFormat::Table => print_part(&lines(&checked)),
                ReportFormat::Json if named.is_several => array.push(&json(&checked)),
                ReportFormat::Json => print_part(&json(&checked)),
                ReportFormat::Csv => print_part(&export::csv_part(&table(&checked), n_told == 1)),
            }
        },
    );
    match format {
        ReportFormat::Json if named.is_several => outcome.text = array.end(),
        ReportFormat::Csv if n_told == 0 => outcome.text = export::csv(&Table { columns: columns(), rows: Vec::new() }),
        _ => {}
    }
    outcome
}

/// What is said of one file to people; what is wrong with it stands on standard error.
fn lines(checked: &Checked) -> String {
    let mut page = Page::default();
    if checked.valid {
        let name = checked.file.as_str();
        page.paragraph(&text!("cli-check-valid", file = name));
        if !checked.losses.is_empty() {
            page.indented(&text!("cli-check-losses"));
        }
        for Message { line, column, text } in &checked.losses {
            let place = Place { line: line.unwrap_or(1), column: column.unwrap_or(1) };
            page.item(&format!("{name}:{place}: {text}"));
        }
    }
    page.into_text()
}

fn messages(error: &StoreError) -> Vec<Message> {
    match &error.problem {
        Problem::Mistakes { mistakes, .. } => mistakes.iter().map(|mistake| Message::new(mistake.place, mistake.text.clone())).collect(),
        _ => vec![Message::new(error.place(), error.to_string())],
    }
}

/// A loss without its place.
fn sentence(loss: &Loss) -> String {
    match &loss.kind {
        LossKind::Field(path) => text!("store-loss-field", field = path.as_str()),
        LossKind::Comment(comment) => text!("store-loss-comment", comment = comment.as_str()),
    }
}

fn columns() -> Vec<String> {
    ["file", "valid", "line", "column", "message"].map(str::to_owned).to_vec()
}

fn table(file: &Checked) -> Table {
    let number = |value: Option<usize>| value.map_or(Cell::Empty, |value| Cell::Number { value: value as f64, decimals: 0 });
    let start = || vec![Cell::Text(file.file.clone()), Cell::Text(file.valid.to_string())];
    let row = |cells: [Cell; 3]| start().into_iter().chain(cells).collect::<Vec<_>>();
    let told = file.messages.iter().chain(&file.losses);
    let mut rows: Vec<Vec<Cell>> =
        told.map(|message| row([number(message.line), number(message.column), Cell::Text(message.text.clone())])).collect();
    if rows.is_empty() {
        rows.push(row([Cell::Empty, Cell::Empty, Cell::Empty]));
    }
    Table { columns: columns(), rows }
}
