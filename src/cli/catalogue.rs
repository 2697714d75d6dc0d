//! `catalogue`: what the catalogue knows: its criteria, one criterion, one rating with its evidence, the article's claims; and
//! what two catalogues say otherwise.
//!
//! Nothing is computed here; what a profile makes of it is `assess`'s.

mod claims;
mod criterion;
mod diff;

use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    arguments::{CatalogueArguments, CatalogueCommand, ReportFormat},
    layout::{Column, Page},
    outcome::{Failure, Outcome},
    report::{Entries, json},
};
use crate::{
    assessment::is_expired,
    chart::scene::{Cell, Table},
    export,
    model::{Catalogue, CatalogueRating, Criterion, Date},
    store, wording,
};

/// The word that asks for the article's claims instead of a criterion.
const CLAIMS: &str = "claims";
/// How far an id may be from a known one to be taken for it.
const NEAR: usize = 3;

pub fn catalogue(arguments: &CatalogueArguments, catalogue: &Catalogue) -> Outcome {
    match &arguments.command {
        Some(CatalogueCommand::Diff(arguments)) => diff::diff(arguments, catalogue),
        None => told(arguments, catalogue).into(),
    }
}

fn told(arguments: &CatalogueArguments, catalogue: &Catalogue) -> Result<String, Failure> {
    let format = arguments.format;
    let day = arguments.as_of.unwrap_or(catalogue.date);
    match (arguments.criterion.as_deref(), arguments.alternative.as_deref()) {
        (None, _) => Ok(criteria(catalogue, day, format)),
        (Some(CLAIMS), alternative) => {
            let alternative = alternative.map(|id| known_alternative(catalogue, id)).transpose()?;
            Ok(claims::claims(catalogue, alternative, format))
        }
        (Some(id), alternative) => {
            let criterion = known_criterion(catalogue, id)?;
            let alternative = alternative.map(|id| known_alternative(catalogue, id)).transpose()?;
            Ok(criterion::criterion(catalogue, criterion, alternative, day, format))
        }
    }
}

fn known_criterion<'a>(catalogue: &'a Catalogue, id: &str) -> Result<&'a Criterion, Failure> {
    let ids = || catalogue.criteria.iter().map(|criterion| criterion.id.as_str());
    catalogue.criterion(id).ok_or_else(|| match near(id, ids().chain([CLAIMS])) {
        Some(near) => Failure::Usage(text!("cli-no-criterion-near", id = store::shown(id), near = near)),
        None => Failure::Usage(text!("cli-no-criterion", id = store::shown(id))),
    })
}

/// The id of an alternative, once it is known to be one.
fn known_alternative<'a>(catalogue: &'a Catalogue, id: &str) -> Result<&'a str, Failure> {
    let known = catalogue.alternative(id).map(|alternative| alternative.id.as_str());
    known.ok_or_else(|| {
        let ids: Vec<String> = catalogue.alternatives.iter().map(|alternative| alternative.id.clone()).collect();
        Failure::Usage(text!("cli-no-alternative", id = store::shown(id), known = wording::list(&ids)))
    })
}

fn near<'a>(id: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known.map(|known| (strsim::levenshtein(id, known), known)).min().filter(|(distance, _)| *distance <= NEAR).map(|(_, known)| known)
}

#[derive(Serialize)]
struct Listed<'a> {
    catalogue: String,
    as_of: Date,
    criteria: Vec<ListedCriterion<'a>>,
}

#[derive(Serialize)]
struct ListedCriterion<'a> {
    id: &'a str,
    group: &'a str,
    name: &'a str,
    about: &'a str,
    points: f64,
    shelf_life_years: u16,
    /// The sources behind its ratings that are past their shelf life on the day.
    expired: Vec<&'a str>,
    /// The most likely rating by alternative; null where it depends on an answer.
    ratings: Entries<Option<f64>>,
}

/// The most likely rating, if it does not depend on an answer.
fn unconditional(catalogue: &Catalogue, criterion: &str, alternative: &str) -> Option<f64> {
    catalogue.cell(criterion, alternative).find(|rating| rating.when.is_empty()).map(|rating| rating.mode)
}

/// The sources behind a criterion's ratings that are past its shelf life on this day, by id.
fn expired<'a>(catalogue: &'a Catalogue, criterion: &Criterion, day: Date) -> Vec<&'a str> {
    let ratings: Vec<&CatalogueRating> = catalogue.ratings.iter().filter(|rating| rating.criterion == criterion.id).collect();
    let old = criterion::sources(catalogue, &ratings).filter(|source| is_expired(source.year, criterion.shelf_life_years, day));
    old.map(|source| source.id.as_str()).collect()
}

fn criteria(catalogue: &Catalogue, day: Date, format: ReportFormat) -> String {
    let modes = |criterion: &'_ Criterion| -> Vec<Option<f64>> {
        catalogue.alternatives.iter().map(|alternative| unconditional(catalogue, &criterion.id, &alternative.id)).collect()
    };
    match format {
        ReportFormat::Json => {
            let ids = || catalogue.alternatives.iter().map(|alternative| alternative.id.clone());
            let criteria = catalogue.criteria.iter().map(|criterion| ListedCriterion {
                id: &criterion.id,
                group: &criterion.group,
                name: &criterion.name,
                about: &criterion.about,
                points: criterion.points,
                shelf_life_years: criterion.shelf_life_years,
                expired: expired(catalogue, criterion, day),
                ratings: Entries(ids().zip(modes(criterion)).collect()),
            });
            json(&Listed { catalogue: catalogue.edition(), as_of: day, criteria: criteria.collect() })
        }
        ReportFormat::Csv => {
            let ids = catalogue.alternatives.iter().map(|alternative| alternative.id.clone());
            let columns = ["criterion", "group", "name", "points"].map(str::to_owned).into_iter().chain(ids).collect();
            let number = |value: f64| Cell::Number { value, decimals: 1 };
            let rows = catalogue.criteria.iter().map(|criterion| {
                let texts = [&criterion.id, &criterion.group, &criterion.name].map(|text| Cell::Text(text.clone()));
                let ratings = modes(criterion).into_iter().map(|mode| mode.map_or(Cell::Empty, number));
                texts.into_iter().chain([number(criterion.points)]).chain(ratings).collect()
            });
            export::csv(&Table { columns, rows: rows.collect() })
        }
        ReportFormat::Table => {
            let mut page = Page::default();
            page.ends(
                &catalogue.name,
                &text!("cli-catalogue-version", version = catalogue.full_version(), date = catalogue.date.to_string()),
            );
            page.paragraph(&text!("cli-catalogue-scale"));
            let mut columns = vec![Column::left("", 24), Column::left("", 20)];
            columns.extend(catalogue.alternatives.iter().map(|alternative| Column::right(alternative.name.clone(), 8)));
            for group in &catalogue.groups {
                page.heading(&group.name);
                let members = catalogue.criteria.iter().filter(|criterion| criterion.group == group.id);
                let rows = members.map(|criterion| {
                    let modes = modes(criterion).into_iter().map(|mode| mode.map_or_else(|| text!("cli-varies"), wording::score));
                    [criterion.id.clone(), criterion.name.clone()].into_iter().chain(modes).collect()
                });
                page.table(&columns, &rows.collect::<Vec<Vec<String>>>());
            }
            page.gap();
            let n_expired =
                catalogue.criteria.iter().flat_map(|criterion| expired(catalogue, criterion, day)).collect::<BTreeSet<_>>().len();
            page.paragraph(&text!("cli-catalogue-expired", count = n_expired, sources = catalogue.evidence.len(), day = day.to_string()));
            page.paragraph(&text!("cli-catalogue-use"));
            page.into_text()
        }
    }
}
