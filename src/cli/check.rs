//! `check`: is it a valid profile, and would saving keep all of it? For people, editors and continuous integration.
//!
//! What is valid is the store's and the model's.

use serde::Serialize;

use super::{
    arguments::{FilesArguments, ReportFormat},
    files::{assessed, listed},
    layout::Page,
    outcome::{Exit, Failure, Outcome},
    report::one_or_several,
};
use crate::{
    chart::scene::{Cell, Table},
    export,
    model::Catalogue,
    store::{Loss, LossKind, Place, Problem, StoreError},
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
    let mut outcome = Outcome { failures: named.failures, ..Outcome::default() };
    let mut checked = Vec::new();
    let mut page = Page::default();
    for file in &named.files {
        match assessed(file, catalogue) {
            Ok(read) => {
                let name = read.source.to_string();
                page.paragraph(&text!("cli-check-valid", file = name.as_str()));
                if !read.losses.is_empty() {
                    page.indented(&text!("cli-check-losses"));
                    read.losses.iter().for_each(|loss| page.item(&format!("{name}:{loss}")));
                }
                let losses = read.losses.iter().map(|loss| Message::new(Some(loss.place), sentence(loss))).collect();
                checked.push(Checked { file: name, valid: true, messages: Vec::new(), losses });
            }
            Err(error) => {
                let file = file.to_string_lossy().into_owned();
                checked.push(Checked { file, valid: false, messages: messages(&error), losses: Vec::new() });
                outcome.failures.push(Failure::Store(error));
            }
        }
    }
    match arguments.format {
        ReportFormat::Table => outcome.text = page.into_text(),
        ReportFormat::Json => outcome.text = one_or_several(&checked, named.is_several).unwrap_or_default(),
        ReportFormat::Csv => outcome.text = export::csv(&table(&checked)),
    }
    if arguments.format != ReportFormat::Table {
        // What is wrong with a profile's content has been said in the report.
        outcome.is_not_so = outcome.failures.iter().any(|failure| failure.exit() == Exit::NotSo);
        outcome.failures.retain(|failure| failure.exit() != Exit::NotSo || matches!(failure, Failure::NotSo(_)));
    }
    outcome
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

fn table(checked: &[Checked]) -> Table {
    let columns = ["file", "valid", "line", "column", "message"].map(str::to_owned).to_vec();
    let mut rows = Vec::new();
    for file in checked {
        let number = |value: Option<usize>| value.map_or(Cell::Empty, |value| Cell::Number { value: value as f64, decimals: 0 });
        let start = || vec![Cell::Text(file.file.clone()), Cell::Text(file.valid.to_string())];
        let told = file.messages.iter().chain(&file.losses);
        rows.extend(told.map(|message| {
            let told = [number(message.line), number(message.column), Cell::Text(message.text.clone())];
            start().into_iter().chain(told).collect::<Vec<_>>()
        }));
        if file.messages.is_empty() && file.losses.is_empty() {
            rows.push(start().into_iter().chain([Cell::Empty, Cell::Empty, Cell::Empty]).collect());
        }
    }
    Table { columns, rows }
}
