//! Which rating counts in every cell: the team's own, else the catalogue's as the facts change it.
//!
//! Scores are not computed here.

use super::{AssessedCriterion, Name, interview, interview::Consequences};
use crate::model::{Catalogue, Effect, Finding, Id, Profile, Rating};

/// The rating that counts, and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct EffectiveRating {
    pub rating: Rating,
    pub origin: RatingOrigin,
    /// Position in [`Catalogue::ratings`] of what the catalogue says of this cell, whether or not it counts.
    pub catalogue: Option<usize>,
}

/// Where a rating comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RatingOrigin {
    /// The catalogue.
    Catalogue,
    /// The mean of the catalogue's ratings for every answer, each counted as often as it occurs, because the fact that chooses between them is not known.
    Mean,
    /// The catalogue's rating as a rule of the interview changed it, by id; the last rule if there were several.
    Rule(Id),
    /// The mean of what rules make of it under every answer to a part of a question, by fact, because that part is not known.
    Open(Id),
    /// Somebody's own.
    Own,
    /// Nobody rated it.
    Unrated,
}

impl EffectiveRating {
    pub fn is_rated(&self) -> bool {
        self.origin != RatingOrigin::Unrated
    }
}

pub(super) fn ratings(
    catalogue: &Catalogue,
    profile: &Profile,
    consequences: &Consequences<'_>,
    alternatives: &[Name],
    criteria: &[AssessedCriterion],
    findings: &mut Vec<Finding>,
) -> Vec<Vec<EffectiveRating>> {
    let mut n_unexplained = 0;
    let mut rate = |alternative: &Name, criterion: &AssessedCriterion| {
        let (criterion_id, alternative_id) = (criterion.id.as_str(), alternative.id.as_str());
        let mut cell = shipped(catalogue, profile, criterion_id, alternative_id);
        if let Some(own) = profile.own_rating(criterion_id, alternative_id) {
            if !own.rating().is_valid() {
                findings.push(Finding::RatingOutOfRange { criterion: criterion.id.clone(), alternative: alternative.id.clone() });
            }
            n_unexplained += usize::from(own.reason.trim().is_empty());
            cell.rating = own.rating().into_valid();
            cell.origin = RatingOrigin::Own;
            return cell;
        }
        for (rule, about, effect) in &consequences.effects {
            let other = |id: &str| shipped(catalogue, profile, id, alternative_id).rating;
            if let Some(rating) = changed(effect, criterion_id, alternative_id, *about, cell.rating, other) {
                cell.rating = rating;
                cell.origin = RatingOrigin::Rule(rule.id.clone());
            }
        }
        for open in &consequences.open {
            let under = |effects: &[&Effect]| {
                effects.iter().fold(None, |so_far, effect| {
                    let other = |id: &str| shipped(catalogue, profile, id, alternative_id).rating;
                    changed(effect, criterion_id, alternative_id, None, so_far.unwrap_or(cell.rating), other).or(so_far)
                })
            };
            let under: Vec<(Option<Rating>, f64)> = open.answers.iter().map(|(frequency, effects)| (under(effects), *frequency)).collect();
            if under.iter().any(|(rating, _)| rating.is_some()) {
                let under: Vec<(Rating, f64)> =
                    under.into_iter().map(|(rating, frequency)| (rating.unwrap_or(cell.rating), frequency)).collect();
                cell.rating = mean(&under);
                cell.origin = RatingOrigin::Open(open.fact.clone());
            }
        }
        if !cell.is_rated() && criterion.weight > 0.0 {
            findings.push(Finding::Unrated { criterion: criterion.id.clone(), alternative: alternative.id.clone() });
        }
        cell
    };
    let rated: Vec<Vec<EffectiveRating>> =
        alternatives.iter().map(|alternative| criteria.iter().map(|criterion| rate(alternative, criterion)).collect()).collect();
    if n_unexplained > 0 {
        findings.push(Finding::NoReason { count: n_unexplained });
    }
    rated
}

/// What the catalogue says of a cell: the rating without a condition, or the one whose condition holds, or the mean of all of them,
/// each counted as often as its condition occurs.
fn shipped(catalogue: &Catalogue, profile: &Profile, criterion: &str, alternative: &str) -> EffectiveRating {
    let mut under_conditions = Vec::new();
    for (at, entry) in catalogue.ratings.iter().enumerate() {
        if entry.criterion != criterion || entry.alternative != alternative {
            continue;
        }
        let holds = entry.when.iter().all(|condition| interview::holds(&catalogue.interview, &profile.facts, condition));
        if holds {
            return EffectiveRating { rating: entry.rating().into_valid(), origin: RatingOrigin::Catalogue, catalogue: Some(at) };
        }
        under_conditions.push((entry.rating().into_valid(), interview::probability(&catalogue.interview, &entry.when)));
    }
    if under_conditions.is_empty() {
        return EffectiveRating { rating: Rating::UNKNOWN, origin: RatingOrigin::Unrated, catalogue: None };
    }
    EffectiveRating { rating: mean(&under_conditions), origin: RatingOrigin::Mean, catalogue: None }
}

/// The mean of the modes of at least one rating, each counted as often as it occurs, over the whole range of all.
fn mean(ratings: &[(Rating, f64)]) -> Rating {
    let all: f64 = ratings.iter().map(|(_, frequency)| frequency).sum();
    Rating {
        low: ratings.iter().map(|(rating, _)| rating.low).fold(f64::INFINITY, f64::min),
        mode: ratings.iter().map(|(rating, frequency)| rating.mode * frequency / all).sum(),
        high: ratings.iter().map(|(rating, _)| rating.high).fold(f64::NEG_INFINITY, f64::max),
    }
}

/// The rating after a rule's effect; `None` if the effect is not about this cell.
fn changed(
    effect: &Effect,
    criterion: &str,
    alternative: &str,
    about: Option<&str>,
    rating: Rating,
    other_rating: impl Fn(&str) -> Rating,
) -> Option<Rating> {
    let is_about = about.is_none_or(|about| about == alternative);
    match effect {
        Effect::Rate { criterion: c, alternative: a, low, mode, high } => {
            (c == criterion && a == alternative).then(|| Rating::new(*low, *mode, *high).into_valid())
        }
        Effect::Shift { criterion: c, alternative: a, by } => {
            let is_this = a.as_deref().map_or(is_about, |a| a == alternative);
            (c == criterion && is_this).then(|| rating.map(|value| value + by))
        }
        Effect::TowardsTen { criterion: c, share } => {
            (c == criterion && is_about).then(|| rating.map(|value| value + share * (10.0 - value)))
        }
        Effect::FallByGap { criterion: c, other, share, low_end } => (c == criterion && is_about).then(|| {
            let fall = share * (10.0 - other_rating(other).mode);
            let fallen = rating.map(|value| value - fall);
            Rating { low: fallen.low - low_end, ..fallen }.into_valid()
        }),
    }
}
