//! `precedents`: the documented choices nearest to a profile's facts, whichever way they went.
//!
//! What is near is `assessment`'s; the cases are those that ship with the app.

use serde::Serialize;

use super::{
    arguments::{PrecedentsArguments, ReportFormat},
    files::{Assessed, assessed, listed},
    layout::Page,
    outcome::{Failure, Outcome},
    report::{Entries, number, one_or_several},
};
use crate::{
    assessment::{Likeness, MIN_SHARED, SharedFact, precedents},
    chart::scene::{Cell, Table},
    export,
    model::{CaseKind, CaseSource, Catalogue},
    store,
    wording::{self, alternative_name, percent},
};

/// So many are shown unless all are asked for.
const NEAREST: usize = 8;

#[derive(Serialize)]
struct Object<'a> {
    profile: &'a str,
    name: &'a str,
    precedents: Vec<Precedent<'a>>,
}

#[derive(Serialize)]
struct Precedent<'a> {
    id: &'a str,
    name: &'a str,
    year: i16,
    chosen: &'a str,
    kind: CaseKind,
    contested: bool,
    defensible: &'a [String],
    /// From 0 to 1.
    likeness: f64,
    /// The answer that both sides share, by fact.
    agrees: Entries<&'a str>,
    differs: Entries<Difference<'a>>,
    reason: &'a str,
    /// Whether the reason is recalled rather than read.
    recalled: bool,
    outside: Option<&'a str>,
    sources: &'a [CaseSource],
}

#[derive(Serialize)]
struct Difference<'a> {
    here: &'a str,
    there: &'a str,
}

pub fn precedents_of(arguments: &PrecedentsArguments, catalogue: &Catalogue) -> Outcome {
    let mut named = listed(&arguments.files.files);
    let mut read = Vec::new();
    for file in &named.files {
        match assessed(file, catalogue) {
            Ok(assessed) => read.push(assessed),
            Err(error) => named.failures.push(Failure::Store(error)),
        }
    }
    let most = if arguments.all { usize::MAX } else { NEAREST };
    let found: Vec<(&Assessed, Vec<Likeness>)> = read
        .iter()
        .map(|read| {
            let mut found = precedents(catalogue, &read.profile.facts, store::banks().iter().flat_map(|bank| &bank.cases));
            found.truncate(most);
            (read, found)
        })
        .collect();
    let text = match arguments.files.format {
        ReportFormat::Json => {
            let objects: Vec<Object> = found.iter().map(|(read, found)| object(read, found)).collect();
            one_or_several(&objects, named.is_several).unwrap_or_default()
        }
        ReportFormat::Csv => export::csv(&table(&found)),
        ReportFormat::Table => {
            let mut page = Page::default();
            found.iter().for_each(|(read, found)| write(&mut page, read, found, catalogue));
            page.into_text()
        }
    };
    Outcome { text, failures: named.failures, ..Outcome::default() }
}

/// A fact's id: the question's, with the part it is about.
fn fact(compared: &SharedFact) -> String {
    compared.part.as_ref().map_or_else(|| compared.question.clone(), |part| format!("{}.{part}", compared.question))
}

fn object<'a>(read: &'a Assessed, found: &'a [Likeness<'a>]) -> Object<'a> {
    let precedents = found.iter().map(|likeness| {
        let case = likeness.case;
        let (same, other): (Vec<&SharedFact>, Vec<&SharedFact>) =
            likeness.compared.iter().partition(|compared| compared.here == compared.there);
        Precedent {
            id: &case.id,
            name: &case.name,
            year: case.year,
            chosen: &case.chosen,
            kind: case.kind,
            contested: case.is_contested(),
            defensible: &case.defensible,
            likeness: number(likeness.likeness),
            agrees: Entries(same.into_iter().map(|compared| (fact(compared), compared.here.as_str())).collect()),
            differs: Entries(
                other.into_iter().map(|compared| (fact(compared), Difference { here: &compared.here, there: &compared.there })).collect(),
            ),
            reason: &case.reason,
            recalled: case.recalled,
            outside: case.outside.as_deref(),
            sources: &case.sources,
        }
    });
    Object { profile: &read.id, name: &read.profile.name, precedents: precedents.collect() }
}

fn table(found: &[(&Assessed, Vec<Likeness>)]) -> Table {
    let columns = ["profile", "id", "name", "year", "chosen", "contested", "likeness"].map(str::to_owned).to_vec();
    let rows = found.iter().flat_map(|(read, found)| {
        found.iter().map(|likeness| {
            let case = likeness.case;
            vec![
                Cell::Text(read.id.clone()),
                Cell::Text(case.id.clone()),
                Cell::Text(case.name.clone()),
                Cell::Number { value: f64::from(case.year), decimals: 0 },
                Cell::Text(case.chosen.clone()),
                Cell::Text(case.is_contested().to_string()),
                Cell::Number { value: likeness.likeness, decimals: 4 },
            ]
        })
    });
    Table { columns, rows: rows.collect() }
}

fn write(page: &mut Page, read: &Assessed, found: &[Likeness], catalogue: &Catalogue) {
    page.gap();
    page.paragraph(&text!("cli-precedents-of", name = read.profile.name.clone()));
    if found.is_empty() {
        page.indented(&text!("precedents-none", least = MIN_SHARED));
    }
    for likeness in found {
        let case = likeness.case;
        page.gap();
        let chosen = alternative_name(catalogue, &case.chosen);
        page.ends(
            &text!("cli-precedent", name = case.name.clone(), year = case.year.to_string(), chosen = chosen),
            &text!("precedent-alike", share = percent(likeness.likeness)),
        );
        page.indented(&case.reason);
        if let Some(factor) = &case.outside {
            page.indented(&text!("miss-outside", factor = factor.clone()));
        }
        let (same, other): (Vec<&SharedFact>, Vec<&SharedFact>) =
            likeness.compared.iter().partition(|compared| compared.here == compared.there);
        let say = |facts: &[&SharedFact], say: fn(&Catalogue, &SharedFact) -> String| {
            facts.iter().map(|compared| say(catalogue, compared)).collect::<Vec<_>>().join("; ")
        };
        if !same.is_empty() {
            page.indented(&text!("precedent-agrees", facts = say(&same, wording::same_fact)));
        }
        if !other.is_empty() {
            page.indented(&text!("precedent-differs", facts = say(&other, wording::other_fact)));
        }
        page.indented(&wording::contested(case.is_contested()));
    }
}
