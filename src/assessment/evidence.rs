//! How old the evidence is that the ratings rest on, and on which day it is out of date.
//!
//! Whether that matters to a recorded decision is `verify.rs`'s.

use std::collections::{BTreeMap, BTreeSet};

use super::{Assessment, EffectiveRating, RatingOrigin};
use crate::model::{Catalogue, CatalogueRating, Date, Id};

/// A source that a rating with weight rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedSource {
    /// Position in [`Catalogue::evidence`].
    pub source: usize,
    /// Positions of the criteria that it is cited for.
    pub criteria: Vec<usize>,
    /// The last year in which it is in date for all of them.
    pub holds_to: i16,
}

/// A rating all of whose sources are older than its criterion's shelf life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpiredRating {
    pub alternative: usize,
    pub criterion: usize,
    /// The last year in which its newest source was in date.
    pub held_to: i16,
}

/// The catalogue's entries behind a rating: one, or all of the cell where their mean counts; none for own ratings.
fn entries<'a>(catalogue: &'a Catalogue, assessment: &Assessment, i: usize, j: usize, cell: &EffectiveRating) -> Vec<&'a CatalogueRating> {
    match (&cell.origin, cell.catalogue) {
        (RatingOrigin::Own | RatingOrigin::Unrated, _) => Vec::new(),
        (_, Some(at)) => catalogue.ratings.get(at).into_iter().collect(),
        (RatingOrigin::Mean, None) => {
            let (criterion, alternative) = (&assessment.criteria[j].id, &assessment.alternatives[i].id);
            let is_cell = |entry: &&CatalogueRating| entry.criterion == *criterion && entry.alternative == *alternative;
            catalogue.ratings.iter().filter(is_cell).collect()
        }
        _ => Vec::new(),
    }
}

fn sources(entry: &CatalogueRating) -> impl Iterator<Item = &Id> {
    entry.evidence.iter().chain(entry.figures.iter().flat_map(|figure| &figure.evidence))
}

/// Every source behind a rating that has weight, in the catalogue's order.
pub fn cited_sources(catalogue: &Catalogue, assessment: &Assessment) -> Vec<CitedSource> {
    let mut cited: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (i, row) in assessment.ratings.iter().enumerate() {
        for (j, cell) in row.iter().enumerate().filter(|(j, _)| assessment.criteria[*j].weight > 0.0) {
            for id in entries(catalogue, assessment, i, j, cell).into_iter().flat_map(sources) {
                if let Some(at) = catalogue.evidence.iter().position(|source| source.id == *id) {
                    cited.entry(at).or_default().insert(j);
                }
            }
        }
    }
    let shelf_life = |j: &usize| shelf_life(catalogue, assessment, *j);
    let found = cited.into_iter().map(|(source, criteria)| {
        let shortest = criteria.iter().filter_map(shelf_life).min().unwrap_or(i16::MAX);
        CitedSource { source, holds_to: catalogue.evidence[source].year.saturating_add(shortest), criteria: criteria.into_iter().collect() }
    });
    found.collect()
}

fn shelf_life(catalogue: &Catalogue, assessment: &Assessment, j: usize) -> Option<i16> {
    let criterion = catalogue.criterion(&assessment.criteria[j].id)?;
    Some(i16::try_from(criterion.shelf_life_years).unwrap_or(i16::MAX))
}

/// The ratings with weight whose evidence is out of date on that day: the newest source of a year `y` holds through the end of
/// the year `y` + shelf life. A rating without sources does not age.
pub fn expired_ratings(catalogue: &Catalogue, assessment: &Assessment, on: Date) -> Vec<ExpiredRating> {
    let mut expired = Vec::new();
    for (i, row) in assessment.ratings.iter().enumerate() {
        for (j, cell) in row.iter().enumerate().filter(|(j, _)| assessment.criteria[*j].weight > 0.0) {
            let cited = entries(catalogue, assessment, i, j, cell).into_iter().flat_map(sources);
            let newest = cited.filter_map(|id| catalogue.source(id)).map(|source| source.year).max();
            let Some((year, life)) = newest.zip(shelf_life(catalogue, assessment, j)) else { continue };
            let held_to = year.saturating_add(life);
            if on.year() > held_to {
                expired.push(ExpiredRating { alternative: i, criterion: j, held_to });
            }
        }
    }
    expired
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{assessment::assess, store};

    #[test]
    fn evidence_ages_with_the_year_and_only_once() {
        let catalogue = store::shipped();
        let assessment = assess(catalogue, &store::example("public-api").unwrap().profile);
        let on = |year| expired_ratings(catalogue, &assessment, Date::constant(year, 1, 1));
        assert!(on(2026).len() < on(2030).len());
        assert!(on(2030).iter().all(|found| found.held_to < 2030));
        assert!(on(2000).is_empty());
        let cited = cited_sources(catalogue, &assessment);
        assert!(cited.len() > 20 && cited.is_sorted_by_key(|cited| cited.source));
    }
}
