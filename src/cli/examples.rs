//! `examples`: the shipped profiles and what each comes to.
//!
//! What they say stands in `profiles/`.

use serde::Serialize;

use super::{
    arguments::{ExamplesArguments, ReportFormat},
    files::{Assessed, assessed_example},
    layout::{Column, Page},
    outcome::{Failure, Outcome},
    report::{id, json},
};
use crate::{
    assessment::VerdictKind,
    chart::scene::{Cell, Table},
    export,
    model::Catalogue,
    store, wording,
};

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    name: &'a str,
    verdict: VerdictKind,
    leader: Option<&'a str>,
    context: &'a str,
}

pub fn examples(arguments: &ExamplesArguments, catalogue: &Catalogue) -> Outcome {
    let mut outcome = Outcome::default();
    let mut read = Vec::new();
    for example in store::examples() {
        match assessed_example(example, catalogue) {
            Ok(assessed) => read.push(assessed),
            Err(error) => outcome.failures.push(Failure::Store(error)),
        }
    }
    outcome.text = match arguments.format {
        ReportFormat::Json => json(&read.iter().map(row).collect::<Vec<_>>()),
        ReportFormat::Csv => export::csv(&table(&read)),
        ReportFormat::Table => page(&read),
    };
    outcome
}

fn row(assessed: &Assessed) -> Row<'_> {
    Row {
        id: &assessed.id,
        name: &assessed.profile.name,
        verdict: assessed.assessment.verdict.kind,
        leader: assessed.assessment.leader().map(|leader| leader.id.as_str()),
        context: &assessed.profile.context,
    }
}

fn table(read: &[Assessed]) -> Table {
    let columns = ["id", "name", "verdict", "leader"].map(str::to_owned).to_vec();
    let rows = read.iter().map(|assessed| {
        let row = row(assessed);
        let leader = row.leader.map_or(Cell::Empty, |leader| Cell::Text(leader.to_owned()));
        vec![Cell::Text(row.id.to_owned()), Cell::Text(row.name.to_owned()), Cell::Text(id(row.verdict)), leader]
    });
    Table { columns, rows: rows.collect() }
}

fn page(read: &[Assessed]) -> String {
    let mut page = Page::default();
    let columns = [Column::left(text!("cli-column-id"), 24), Column::left(text!("cli-column-verdict"), 50)];
    let rows: Vec<Vec<String>> =
        read.iter().map(|assessed| vec![assessed.id.clone(), wording::headline_line(&assessed.assessment)]).collect();
    page.table(&columns, &rows);
    page.gap();
    page.paragraph(&text!("cli-examples-use"));
    page.into_text()
}
