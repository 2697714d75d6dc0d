//! [`ScoreChange`]: one alternative's score gap between two profiles, divided exactly by criterion and by what caused it.
//!
//! A score is `Σ w·r`. The gap is `Σ Δw·(r_A + r_B)/2 + Δr·(w_A + w_B)/2`: the first part is the weights', the second the ratings'.
//! No order of changes is involved, and swapping the sides flips every sign. A criterion that one side does not have weighs nothing
//! there and is rated there as on the other, so that it counts as a change of weight alone. An alternative that one side does not
//! have has no gap.
//!
//! A weight is `p/P`, points over all points, so `Δw = Δp·(1/P_A + 1/P_B)/2 − ΔP·(p_A + p_B)/(2·P_A·P_B)`. Both parts are linear in the
//! changes of points, and every change of points has a source; so each source gets its part of every weight's change, exactly.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{ComparedCriterion, Side};
use crate::{
    assessment::{PointsSource, RatingOrigin},
    model::{CatalogueRating, Condition, Effect, Id},
};

/// Points that differ by less are the same but for rounding: means over answers are no round numbers.
const ROUNDING: f64 = 1e-12;

/// What made a difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", content = "about", rename_all = "snake_case")]
pub enum Cause {
    /// A question was answered differently, by id.
    Fact(Id),
    /// A rule was switched off or changed, by id.
    Rule(Id),
    /// Somebody gave a criterion points, by id.
    Points(Id),
    /// Somebody rated an alternative.
    Rating { criterion: Id, alternative: Id },
    /// A criterion that only one side has, by id.
    Criterion(Id),
    /// The catalogues say different things.
    Catalogue,
    /// No criterion has points on one side, so the weights there follow another rule.
    NoPoints,
}

/// What one criterion contributes to an alternative's gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Position in [`super::ProfileComparison::criteria`].
    pub criterion: usize,
    /// The most likely ratings on both sides, 0–10.
    pub ratings: [f64; 2],
    /// Score points because the weight changed, and because the rating did.
    pub by_weight: f64,
    pub by_rating: f64,
    /// What changed the weight, summing to `by_weight`; the largest first.
    pub weight_causes: Vec<(Cause, f64)>,
    /// What changed the rating, where it changed.
    pub rating_cause: Option<Cause>,
}

impl Part {
    pub fn total(&self) -> f64 {
        self.by_weight + self.by_rating
    }
}

/// One alternative on both sides.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreChange {
    pub id: Id,
    pub name: String,
    /// Position in each side's alternatives.
    pub places: [usize; 2],
    pub scores: [f64; 2],
    /// By criterion, in their order, those that change nothing left out; the totals sum to the gap.
    pub parts: Vec<Part>,
    /// By cause, the largest effect first; they sum to the gap.
    pub causes: Vec<(Cause, f64)>,
}

impl ScoreChange {
    /// The second side's score minus the first's.
    pub fn gap(&self) -> f64 {
        self.scores[1] - self.scores[0]
    }
}

pub(super) fn scores(a: Side<'_>, b: Side<'_>, criteria: &[ComparedCriterion]) -> Vec<ScoreChange> {
    let weights: Vec<Vec<(Cause, f64)>> = weight_changes(a, b, criteria);
    let mut changes = Vec::new();
    for (i, alternative) in a.assessment.alternatives.iter().enumerate() {
        let Some(k) = b.assessment.alternative(&alternative.id) else { continue };
        let mut parts = Vec::new();
        let mut causes: BTreeMap<Cause, f64> = BTreeMap::new();
        for (j, criterion) in criteria.iter().enumerate() {
            let mode =
                |side: Side<'_>, i: usize| side.assessment.criterion(&criterion.id).map(|j| side.assessment.ratings[i][j].rating.mode);
            // At least one side has it.
            let (first, second) = (mode(a, i), mode(b, k));
            let ratings = [first.or(second).unwrap_or_default(), second.or(first).unwrap_or_default()];
            let [weight_a, weight_b] = criterion.weights;
            let mean_rating = (ratings[0] + ratings[1]) / 2.0;
            let by_rating = (ratings[1] - ratings[0]) * ((weight_a + weight_b) / 2.0);
            let weight_causes = by_size(weights[j].iter().map(|(cause, change)| (cause.clone(), change * mean_rating)));
            let rating_cause = (ratings[0] != ratings[1]).then(|| rating_cause(a, b, &criterion.id, &alternative.id));
            for (cause, effect) in &weight_causes {
                *causes.entry(cause.clone()).or_default() += effect;
            }
            if let Some(cause) = &rating_cause {
                *causes.entry(cause.clone()).or_default() += by_rating;
            }
            let by_weight = (weight_b - weight_a) * mean_rating;
            if by_weight != 0.0 || by_rating != 0.0 {
                parts.push(Part { criterion: j, ratings, by_weight, by_rating, weight_causes, rating_cause });
            }
        }
        changes.push(ScoreChange {
            id: alternative.id.clone(),
            name: alternative.name.clone(),
            places: [i, k],
            scores: [alternative.score, b.assessment.alternatives[k].score],
            parts,
            causes: by_size(causes),
        });
    }
    changes
}

/// The largest first; what has no effect is left out.
fn by_size(effects: impl IntoIterator<Item = (Cause, f64)>) -> Vec<(Cause, f64)> {
    let mut effects: Vec<(Cause, f64)> = effects.into_iter().filter(|(_, effect)| *effect != 0.0).collect();
    effects.sort_by(|x, y| y.1.abs().total_cmp(&x.1.abs()).then_with(|| x.0.cmp(&y.0)));
    effects
}

/// By criterion: what changed its weight, and by how much, 0–1; they sum to the change.
fn weight_changes(a: Side<'_>, b: Side<'_>, criteria: &[ComparedCriterion]) -> Vec<Vec<(Cause, f64)>> {
    let totals = [a, b].map(|side| side.assessment.criteria.iter().map(|criterion| criterion.points).sum::<f64>());
    if totals.iter().any(|total| *total <= 0.0) {
        return criteria.iter().map(|criterion| vec![(Cause::NoPoints, criterion.weights[1] - criterion.weights[0])]).collect();
    }
    let changes: Vec<BTreeMap<Cause, f64>> = criteria.iter().map(|criterion| point_changes(a, b, &criterion.id)).collect();
    let mut in_all: BTreeMap<&Cause, f64> = BTreeMap::new();
    for (cause, change) in changes.iter().flatten() {
        *in_all.entry(cause).or_default() += change;
    }
    let own_share = (1.0 / totals[0] + 1.0 / totals[1]) / 2.0;
    let product = totals[0] * totals[1];
    criteria
        .iter()
        .zip(&changes)
        .map(|(criterion, own)| {
            let points = |side: Side<'_>| side.assessment.criterion(&criterion.id).map_or(0.0, |j| side.assessment.criteria[j].points);
            let share_of_all = (points(a) + points(b)) / (2.0 * product);
            let effect = |cause: &Cause| own.get(cause).copied().unwrap_or_default() * own_share - in_all[cause] * share_of_all;
            in_all.keys().map(|cause| ((*cause).clone(), effect(cause))).collect()
        })
        .collect()
}

/// What changed a criterion's points, and by how much; they sum to the change.
fn point_changes<'a>(a: Side<'a>, b: Side<'a>, id: &str) -> BTreeMap<Cause, f64> {
    let of = |side: Side<'a>| side.assessment.criterion(id).map(|j| &side.assessment.criteria[j]);
    let mut changes = BTreeMap::new();
    let (Some(first), Some(second)) = (of(a), of(b)) else {
        let is_own = [a, b].iter().any(|side| side.profile.criteria.iter().any(|own| own.id == id));
        let cause = if is_own { Cause::Criterion(id.to_owned()) } else { Cause::Catalogue };
        changes.insert(cause, of(b).map_or(0.0, |criterion| criterion.points) - of(a).map_or(0.0, |criterion| criterion.points));
        return changes;
    };
    if first.is_own || second.is_own {
        changes.insert(Cause::Points(id.to_owned()), second.points - first.points);
        return changes;
    }
    for (criterion, sign) in [(first, -1.0), (second, 1.0)] {
        let mut rest = criterion.points;
        for line in &criterion.trace {
            *changes.entry(points_cause(a, b, &line.source)).or_default() += sign * line.points;
            rest -= line.points;
        }
        // Rules that take away more than there is leave nothing, not less: what that gives back is the catalogue's.
        if rest.abs() > ROUNDING {
            *changes.entry(Cause::Catalogue).or_default() += sign * rest;
        }
    }
    changes.retain(|_, change| change.abs() > ROUNDING);
    changes
}

fn points_cause(a: Side<'_>, b: Side<'_>, source: &PointsSource) -> Cause {
    match source {
        PointsSource::Base => Cause::Catalogue,
        PointsSource::Rule(id) => rule_cause(a, b, id),
        PointsSource::Unknown(fact) => {
            let question = fact.split_once('.').map_or(fact.as_str(), |(question, _)| question);
            if a.profile.facts.get(question) != b.profile.facts.get(question) {
                return Cause::Fact(question.to_owned());
            }
            // The mean over the answers moves with the rules that it is taken of.
            let rules = a.catalogue.interview.rules.iter().chain(&b.catalogue.interview.rules);
            let mut about = rules.filter(|rule| rule.when.iter().any(|condition| condition.fact == *fact));
            about.find(|rule| is_changed(a, b, &rule.id)).map_or(Cause::Catalogue, |rule| Cause::Rule(rule.id.clone()))
        }
    }
}

fn is_changed(a: Side<'_>, b: Side<'_>, rule: &str) -> bool {
    a.profile.rules.get(rule) != b.profile.rules.get(rule)
}

/// Why a rule acts differently: somebody changed it, or an answer that it asks for is another; of several answers the first.
fn rule_cause(a: Side<'_>, b: Side<'_>, id: &str) -> Cause {
    if is_changed(a, b, id) {
        return Cause::Rule(id.to_owned());
    }
    let rules = [a, b].into_iter().filter_map(|side| side.catalogue.interview.rules.iter().find(|rule| rule.id == id));
    rules.filter_map(|rule| other_answer(a, b, &rule.when)).min().map_or(Cause::Catalogue, Cause::Fact)
}

/// The first question among the conditions that is answered differently.
fn other_answer(a: Side<'_>, b: Side<'_>, conditions: &[Condition]) -> Option<Id> {
    let questions = conditions.iter().map(|condition| condition.fact.split_once('.').map_or(condition.fact.as_str(), |(id, _)| id));
    questions.filter(|id| a.profile.facts.get(id) != b.profile.facts.get(id)).map(str::to_owned).next()
}

/// Why a rating is another: somebody's own, a rule or an answer, or the catalogue. Of several causes the first in the order of their
/// names, whichever side comes first.
fn rating_cause(a: Side<'_>, b: Side<'_>, criterion: &str, alternative: &str) -> Cause {
    if a.profile.own_rating(criterion, alternative) != b.profile.own_rating(criterion, alternative) {
        return Cause::Rating { criterion: criterion.to_owned(), alternative: alternative.to_owned() };
    }
    let by_origin = [a, b].into_iter().filter_map(|side| origin_cause(a, b, side, criterion, alternative)).min();
    if let Some(cause) = by_origin {
        return cause;
    }
    let rules = [a, b].into_iter().flat_map(|side| &side.catalogue.interview.rules);
    let by_rule = rules.filter(|rule| rule.effects.iter().any(|effect| is_about(effect, criterion, alternative)));
    let by_rule = by_rule.map(|rule| rule_cause(a, b, &rule.id)).filter(|cause| *cause != Cause::Catalogue).min();
    let cells = [a, b].into_iter().flat_map(|side| side.catalogue.cell(criterion, alternative).collect::<Vec<&CatalogueRating>>());
    by_rule.or_else(|| cells.filter_map(|cell| other_answer(a, b, &cell.when)).min().map(Cause::Fact)).unwrap_or(Cause::Catalogue)
}

/// Why what a rating rests on, on this side, does not hold on the other: a rule or an answer; `None` where neither is to blame.
fn origin_cause(a: Side<'_>, b: Side<'_>, side: Side<'_>, criterion: &str, alternative: &str) -> Option<Cause> {
    let cell = &side.assessment.ratings[side.assessment.alternative(alternative)?][side.assessment.criterion(criterion)?];
    let answer = |conditions: &[Condition]| other_answer(a, b, conditions).map(Cause::Fact);
    match &cell.origin {
        RatingOrigin::Rule(id) => Some(rule_cause(a, b, id)).filter(|cause| *cause != Cause::Catalogue),
        RatingOrigin::Open(fact) => answer(&[Condition { fact: fact.clone(), is: Id::new() }]),
        RatingOrigin::Catalogue => answer(&side.catalogue.ratings.get(cell.catalogue?)?.when),
        RatingOrigin::Mean | RatingOrigin::Own | RatingOrigin::Unrated => None,
    }
}

fn is_about(effect: &Effect, criterion: &str, alternative: &str) -> bool {
    match effect {
        Effect::Rate { criterion: c, alternative: a, .. } => c == criterion && a == alternative,
        Effect::Shift { criterion: c, alternative: a, .. } => c == criterion && a.as_deref().is_none_or(|a| a == alternative),
        Effect::TowardsTen { criterion: c, .. } | Effect::FallByGap { criterion: c, .. } => c == criterion,
    }
}
