//! One criterion: its scale and what every alternative achieves; with an alternative, the whole evidence for that rating.

use serde::Serialize;

use super::claims;
use crate::{
    assessment::is_expired,
    chart::scene::{Cell, Table},
    cli::{
        arguments::ReportFormat,
        layout::Page,
        report::{id, json},
    },
    export,
    model::{Catalogue, CatalogueRating, Claim, Criterion, Date, Evidence, Scale},
    wording,
};

/// The width of a source's id, and of the value of a level.
const ID: usize = 4;

#[derive(Serialize)]
struct Told<'a> {
    catalogue: String,
    as_of: Date,
    criterion: &'a Criterion,
    ratings: Vec<&'a CatalogueRating>,
    claims: Vec<&'a Claim>,
    evidence: Vec<&'a Evidence>,
    /// The sources that are past the criterion's shelf life on the day.
    expired: Vec<&'a str>,
}

pub fn criterion(catalogue: &Catalogue, criterion: &Criterion, alternative: Option<&str>, day: Date, format: ReportFormat) -> String {
    let ids: Vec<&str> = match alternative {
        Some(id) => vec![id],
        None => catalogue.alternatives.iter().map(|alternative| alternative.id.as_str()).collect(),
    };
    let ratings: Vec<&CatalogueRating> = ids.iter().flat_map(|id| catalogue.cell(&criterion.id, id)).collect();
    match format {
        ReportFormat::Json => {
            let (claims, evidence) = behind(catalogue, &ratings);
            let old = |source: &&&Evidence| is_expired(source.year, criterion.shelf_life_years, day);
            let expired = evidence.iter().filter(old).map(|source| source.id.as_str()).collect();
            json(&Told { catalogue: catalogue.edition(), as_of: day, criterion, ratings, claims, evidence, expired })
        }
        ReportFormat::Csv => export::csv(&table(&ratings)),
        ReportFormat::Table => page(catalogue, criterion, &ratings, day, alternative.is_some()),
    }
}

/// The claims and sources that these ratings name, each once, in the catalogue's order.
fn behind<'a>(catalogue: &'a Catalogue, ratings: &[&CatalogueRating]) -> (Vec<&'a Claim>, Vec<&'a Evidence>) {
    let claims: Vec<&Claim> =
        catalogue.claims.iter().filter(|claim| ratings.iter().any(|rating| rating.claims.contains(&claim.id))).collect();
    let names = |source: &&Evidence| claims.iter().any(|claim| claim.evidence.contains(&source.id));
    let of_ratings: Vec<&Evidence> = sources(catalogue, ratings).collect();
    let evidence = catalogue.evidence.iter().filter(|source| of_ratings.contains(source) || names(source)).collect();
    (claims, evidence)
}

/// The sources that these ratings rest on, each once, in the catalogue's order.
pub fn sources<'a>(catalogue: &'a Catalogue, ratings: &[&CatalogueRating]) -> impl Iterator<Item = &'a Evidence> {
    let names = |id: &String| {
        let in_figures = |rating: &&CatalogueRating| rating.figures.iter().any(|figure| figure.evidence.contains(id));
        ratings.iter().any(|rating| rating.evidence.contains(id) || in_figures(rating))
    };
    catalogue.evidence.iter().filter(move |source| names(&source.id))
}

/// Under which answers a rating holds; empty if always.
fn condition(rating: &CatalogueRating) -> String {
    rating.when.iter().map(|condition| format!("{}={}", condition.fact, condition.is)).collect::<Vec<_>>().join(" ")
}

fn table(ratings: &[&CatalogueRating]) -> Table {
    let columns = ["criterion", "alternative", "when", "low", "mode", "high", "basis", "support", "evidence", "claims", "reason"];
    let rows = ratings.iter().map(|rating| {
        let texts = [rating.criterion.clone(), rating.alternative.clone(), condition(rating)];
        let numbers = [rating.low, rating.mode, rating.high].map(|value| Cell::Number { value, decimals: 1 });
        let basis = [id(rating.basis), id(rating.support), rating.evidence.join(" "), rating.claims.join(" "), rating.reason.clone()];
        texts.map(Cell::Text).into_iter().chain(numbers).chain(basis.map(Cell::Text)).collect()
    });
    Table { columns: columns.map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn page(catalogue: &Catalogue, criterion: &Criterion, ratings: &[&CatalogueRating], day: Date, is_whole: bool) -> String {
    let mut page = Page::default();
    page.ends(&criterion.name, &criterion.id);
    page.paragraph(&criterion.about);
    scale(&mut page, criterion);
    page.heading(&text!("cli-ratings"));
    if ratings.is_empty() {
        page.indented(&text!("cli-ratings-none"));
    }
    for rating in ratings {
        one_rating(&mut page, catalogue, rating);
    }
    if is_whole {
        let (claims, evidence) = behind(catalogue, ratings);
        if !claims.is_empty() {
            page.heading(&text!("cli-claims-of-cell"));
            claims.iter().for_each(|claim| claims::entry(&mut page, claim));
        }
        if !evidence.is_empty() {
            page.heading(&text!("cli-sources"));
            evidence.iter().for_each(|source| one_source(&mut page, source, wording::expired(source.year, criterion, day)));
        }
    } else if !ratings.is_empty() {
        page.gap();
        page.paragraph(&text!("cli-ratings-use", criterion = criterion.id.clone()));
    }
    page.into_text()
}

fn scale(page: &mut Page, criterion: &Criterion) {
    page.heading(&text!("cli-scale"));
    page.entry(2, "0", 2, &criterion.worst);
    page.entry(2, "10", 2, &criterion.best);
    for part in &criterion.scale {
        let how = match &part.scale {
            Scale::Linear { unit, zero, ten } => {
                text!("cli-scale-linear", zero = zero.to_string(), ten = ten.to_string(), unit = unit.clone())
            }
            Scale::Logarithmic { unit, zero, ten } => {
                text!("cli-scale-log", zero = zero.to_string(), ten = ten.to_string(), unit = unit.clone())
            }
            Scale::Rubric(_) => text!("cli-scale-rubric"),
        };
        page.item(&text!("cli-scale-part", share = wording::percent(part.share), measure = part.measure.clone(), how = how));
        if let Scale::Rubric(levels) = &part.scale {
            levels.iter().for_each(|level| page.entry(4, &wording::points(level.at), ID, &level.means));
        }
    }
    if !criterion.note.is_empty() {
        page.indented(&criterion.note);
    }
}

fn one_rating(page: &mut Page, catalogue: &Catalogue, rating: &CatalogueRating) {
    let name =
        catalogue.alternative(&rating.alternative).map_or_else(|| rating.alternative.clone(), |alternative| alternative.name.clone());
    let when = condition(rating);
    let said = text!(
        "cli-rating",
        name = name,
        mode = wording::score(rating.mode),
        range = wording::range(rating.low, rating.high),
        basis = wording::basis(rating.basis),
        support = wording::support(rating.support)
    );
    page.item(&if when.is_empty() { said } else { text!("cli-rating-when", said = said, when = when) });
    page.below_item(&rating.reason);
    if !rating.evidence.is_empty() {
        page.below_item(&text!("cli-claim-sources", sources = rating.evidence.join(", ")));
    }
    if catalogue.is_contested(rating) {
        page.below_item(&text!("cli-contested", claims = rating.claims.join(", ")));
    }
}

fn one_source(page: &mut Page, source: &Evidence, expired: Option<String>) {
    let year = [source.year.to_string()].into_iter().chain(expired).collect::<Vec<_>>().join(", ");
    page.entry(2, &source.id, ID, &text!("cli-source", author = source.author.clone(), year = year, title = source.title.clone()));
    page.entry(2, "", ID, &source.figure);
    let strength = wording::support(source.strength);
    page.entry(2, "", ID, &text!("cli-source-read", tier = wording::tier(source.tier), read = source.read.clone(), strength = strength));
    if !source.caveat.is_empty() {
        page.entry(2, "", ID, &source.caveat);
    }
    page.entry(2, "", ID, &source.url);
}
