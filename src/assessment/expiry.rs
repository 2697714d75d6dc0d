//! Expiry: which sources behind a verdict are past the shelf life of the criterion that they speak of.
//!
//! The day is an argument: nothing here knows today, and nothing is left out because it is old.

use std::collections::BTreeSet;

use super::{Assessment, RatingOrigin};
use crate::model::{Catalogue, CatalogueRating, Date, Effect, Evidence, Id, Rule};

/// How old what a verdict rests on is.
#[derive(Debug, Clone, PartialEq)]
pub struct Freshness {
    /// How many different sources stand behind ratings that carry weight.
    pub sources: usize,
    /// Those that are past the shelf life of a criterion that they are used for, in the catalogue's order.
    pub expired: Vec<Id>,
    /// The share of the weight that rests on expired sources, 0–1: the mean over the alternatives of each criterion's weight times the
    /// expired share of its sources.
    pub weight: f64,
}

/// Whether a source of this year is past its shelf life on a day. Only its year is known, so it is good until the end of the last one.
pub fn is_expired(year: i16, shelf_life_years: u16, day: Date) -> bool {
    i32::from(day.year()) > i32::from(year) + i32::from(shelf_life_years)
}

/// The sources behind the rating that counts for an alternative on a criterion, by position: each once, none for own ratings.
pub fn evidence_behind<'a>(catalogue: &'a Catalogue, assessment: &'a Assessment, i: usize, j: usize) -> Vec<&'a Evidence> {
    let ids = ids_behind(catalogue, assessment, i, j);
    catalogue.evidence.iter().filter(|source| ids.contains(&source.id)).collect()
}

/// The same by id.
pub(super) fn ids_behind<'a>(catalogue: &'a Catalogue, assessment: &'a Assessment, i: usize, j: usize) -> BTreeSet<&'a Id> {
    let cell = &assessment.ratings[i][j];
    let named = |rating: &'a CatalogueRating| rating.evidence.iter().chain(rating.figures.iter().flat_map(|figure| &figure.evidence));
    let of_entry = || cell.catalogue.map(|at| &catalogue.ratings[at]).into_iter().flat_map(named);
    let (criterion, alternative) = (&assessment.criteria[j].id, &assessment.alternatives[i].id);
    match &cell.origin {
        RatingOrigin::Own | RatingOrigin::Unrated => BTreeSet::new(),
        // A part of an answer is open: whatever speaks of this cell under any of its answers.
        RatingOrigin::Open(fact) => {
            let is_about = |rule: &&Rule| rule.when.iter().any(|condition| condition.fact == *fact);
            let sets =
                |effect: &Effect| matches!(effect, Effect::Rate { criterion: c, alternative: a, .. } if c == criterion && a == alternative);
            let rules = catalogue.interview.rules.iter().filter(is_about).filter(|rule| rule.effects.iter().any(sets));
            rules.flat_map(|rule| &rule.evidence).collect()
        }
        RatingOrigin::Catalogue => of_entry().collect(),
        RatingOrigin::Mean => catalogue.cell(criterion, alternative).flat_map(named).collect(),
        RatingOrigin::Rule(id) => {
            let rule = catalogue.interview.rules.iter().find(|rule| rule.id == *id);
            // A rule that sets the rating leaves nothing of what the catalogue said; one that moves it adds to it.
            let is_set = rule
                .into_iter()
                .flat_map(|rule| &rule.effects)
                .any(|effect| matches!(effect, Effect::Rate { criterion: c, alternative: a, .. } if c == criterion && a == alternative));
            let entry = of_entry().filter(|_| !is_set);
            entry.chain(rule.into_iter().flat_map(|rule| &rule.evidence)).collect()
        }
    }
}

/// How old the sources behind a verdict are on a day.
pub fn freshness(catalogue: &Catalogue, assessment: &Assessment, day: Date) -> Freshness {
    let (mut all, mut expired, mut weight) = (BTreeSet::new(), BTreeSet::new(), 0.0);
    for (j, criterion) in assessment.criteria.iter().enumerate().filter(|(_, criterion)| criterion.weight > 0.0) {
        let Some(shipped) = catalogue.criterion(&criterion.id) else { continue };
        for i in 0..assessment.alternatives.len() {
            let sources = evidence_behind(catalogue, assessment, i, j);
            let old: Vec<&Id> =
                sources.iter().filter(|source| is_expired(source.year, shipped.shelf_life_years, day)).map(|source| &source.id).collect();
            if !old.is_empty() {
                weight += criterion.weight * old.len() as f64 / sources.len() as f64;
            }
            all.extend(sources.iter().map(|source| &source.id));
            expired.extend(old);
        }
    }
    let ids = catalogue.evidence.iter().map(|source| &source.id);
    Freshness {
        sources: all.len(),
        expired: ids.filter(|id| expired.contains(id)).cloned().collect(),
        weight: weight / assessment.alternatives.len().max(1) as f64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::assess,
        model::{Answer, Edit, OwnRating, Profile},
        store,
    };

    fn day(year: i16) -> Date {
        Date::constant(year, 6, 1)
    }

    #[test]
    fn a_source_is_good_until_the_end_of_its_last_year() {
        assert!(!is_expired(2021, 5, Date::constant(2026, 12, 31)));
        assert!(is_expired(2021, 5, Date::constant(2027, 1, 1)));
        assert!(!is_expired(2021, u16::MAX, Date::constant(9999, 12, 31)));
        assert!(!is_expired(2021, 0, day(2021)) && is_expired(2021, 0, day(2022)));
    }

    #[test]
    fn sources_grow_old_and_take_the_weight_along() {
        let catalogue = store::shipped();
        let assessment = assess(catalogue, &Profile::new("p"));
        let new = freshness(catalogue, &assessment, day(1990));
        assert_eq!((new.expired.len(), new.weight), (0, 0.0));
        let (now, later) = (freshness(catalogue, &assessment, day(2026)), freshness(catalogue, &assessment, day(2030)));
        assert!(now.sources == later.sources && now.sources > 20);
        assert!(now.expired.len() < later.expired.len() && now.weight < later.weight);
        let all = freshness(catalogue, &assessment, day(2100));
        assert_eq!(all.expired.len(), all.sources);
        // Whatever has a source rests on old ones alone then.
        assert!((all.weight - assessment.evidence_coverage(catalogue)).abs() < 1e-9);
    }

    #[test]
    fn a_rating_that_a_rule_sets_rests_on_the_rule() {
        let catalogue = store::shipped();
        let mut profile = Profile::new("p");
        let behind = |profile: &Profile| {
            let assessment = assess(catalogue, profile);
            let j = assessment.criterion("libraries").unwrap();
            let ids: Vec<Id> = evidence_behind(catalogue, &assessment, 0, j).iter().map(|source| source.id.clone()).collect();
            (ids, assessment.evidence_coverage(catalogue))
        };
        let mut answer = |id: &str| {
            profile.apply(&Edit::Fact { question: "ecosystem".into(), answer: Some(Answer::One(id.into())) });
            behind(&profile)
        };
        let rule = |id: &str| catalogue.interview.rules.iter().find(|rule| rule.id == id).unwrap().evidence.clone();
        assert_eq!(answer("ml_science").0, rule("ecosystem.ml_science"));
        // That rule is judged: nothing is named for libraries then.
        let (ids, coverage) = answer("none");
        assert!(ids.is_empty() && rule("ecosystem.none").is_empty() && coverage < 1.0, "{coverage}");
    }

    #[test]
    fn own_ratings_rest_on_no_source() {
        let catalogue = store::shipped();
        let mut profile = Profile::new("p");
        for criterion in &catalogue.criteria {
            profile.ratings.extend(catalogue.alternatives.iter().map(|alternative| OwnRating {
                criterion: criterion.id.clone(),
                alternative: alternative.id.clone(),
                low: 1.0,
                mode: 2.0,
                high: 3.0,
                reason: String::new(),
                evidence: None,
            }));
        }
        let freshness = freshness(catalogue, &assess(catalogue, &profile), day(2100));
        assert_eq!((freshness.sources, freshness.expired.len(), freshness.weight), (0, 0, 0.0));
    }
}
