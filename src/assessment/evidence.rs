//! The sources that ratings rest on, each with the last year in which it is good, and the ratings that have none left.
//!
//! When a source is past its shelf life is `expiry.rs`'s; whether that matters to a recorded decision is `verify.rs`'s.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Assessment,
    expiry::{evidence_behind, ids_behind, is_expired},
};
use crate::model::{Catalogue, Date};

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

/// Every source behind a rating that has weight, in the catalogue's order.
pub fn cited_sources(catalogue: &Catalogue, assessment: &Assessment) -> Vec<CitedSource> {
    let mut cited: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (i, row) in assessment.ratings.iter().enumerate() {
        for j in (0..row.len()).filter(|&j| assessment.criteria[j].weight > 0.0) {
            let ids = ids_behind(catalogue, assessment, i, j);
            for (at, _) in catalogue.evidence.iter().enumerate().filter(|(_, source)| ids.contains(&source.id)) {
                cited.entry(at).or_default().insert(j);
            }
        }
    }
    let shelf_life = |j: &usize| shelf_life(catalogue, assessment, *j);
    let found = cited.into_iter().map(|(source, criteria)| {
        let shortest = criteria.iter().filter_map(shelf_life).min().unwrap_or(u16::MAX);
        let holds_to = last_year(catalogue.evidence[source].year, shortest);
        CitedSource { source, holds_to, criteria: criteria.into_iter().collect() }
    });
    found.collect()
}

/// In years; `None` for an own criterion.
fn shelf_life(catalogue: &Catalogue, assessment: &Assessment, j: usize) -> Option<u16> {
    catalogue.criterion(&assessment.criteria[j].id).map(|criterion| criterion.shelf_life_years)
}

/// The last year in which a source of a year is not past its shelf life, as [`is_expired`] has it.
fn last_year(year: i16, shelf_life_years: u16) -> i16 {
    year.saturating_add_unsigned(shelf_life_years)
}

/// The ratings with weight whose newest source is past its shelf life on that day. A rating without sources does not age.
pub fn expired_ratings(catalogue: &Catalogue, assessment: &Assessment, on: Date) -> Vec<ExpiredRating> {
    let mut expired = Vec::new();
    for (i, row) in assessment.ratings.iter().enumerate() {
        for j in (0..row.len()).filter(|&j| assessment.criteria[j].weight > 0.0) {
            let newest = evidence_behind(catalogue, assessment, i, j).iter().map(|source| source.year).max();
            let Some((year, life)) = newest.zip(shelf_life(catalogue, assessment, j)) else { continue };
            if is_expired(year, life, on) {
                expired.push(ExpiredRating { alternative: i, criterion: j, held_to: last_year(year, life) });
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
