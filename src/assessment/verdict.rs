//! Scores, ranges, places and the verdict's kind.
//!
//! Everything here is in closed form, so that it never lags behind an edit; the sampled robustness is a value of its own.

use serde::Serialize;

use super::{AssessedAlternative, AssessedCriterion, AssessedGroup, EffectiveRating, Name, RequirementOutcome};
use crate::{
    mcda::{
        Ratings, Triangular, Weights,
        conditional_logit::conditional_logit,
        margin::{ScoreMoments, score_moments},
        ranking::{TIE_TOLERANCE, competition_ranks, order},
    },
    model::Judgement,
};

/// A lead of at least this many standard deviations is clear: about nine times in ten, the leader is still ahead of the runner-up.
pub const CLEAR_Z: f64 = 1.281_551_565_545;
/// A lead of at least this many standard deviations leans: about two times in three, the leader is still ahead of the runner-up.
pub const LEANING_Z: f64 = 0.430_727_299_295;
/// The range beside a score reaches so many standard deviations to both sides: from the 5th to the 95th percentile.
pub const RANGE_Z: f64 = 1.644_853_626_951;

/// How much of what decides real choices is not among the criteria, in score points: the scale of a conditional logit. Taken, in
/// quarters of a point, from the documented choices that ship with the app: with it such forecasts do better than equal chances both
/// among the well-known and among the ordinary projects.
pub const CHOICE_SCALE: f64 = 1.75;

/// What the assessment comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    pub kind: VerdictKind,
    /// Positions in [`super::Assessment::alternatives`].
    pub leader: Option<usize>,
    pub runner_up: Option<usize>,
    /// The leader's score minus the runner-up's.
    pub margin: Option<f64>,
    /// The standard deviation of the margin over plausible weights and ratings.
    pub margin_sd: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    Clear,
    Leaning,
    TooClose,
    NoneQualifies,
}

/// Scores every alternative. `criteria` carries the weights, `ratings[alternative][criterion]` what is weighed.
pub(super) fn score(
    names: Vec<Name>,
    criteria: &[AssessedCriterion],
    groups: &[AssessedGroup],
    ratings: &[Vec<EffectiveRating>],
    requirements: &[RequirementOutcome],
    moments: Option<&ScoreMoments>,
) -> Vec<AssessedAlternative> {
    let alternatives = names.into_iter().enumerate().map(|(i, Name { id, name, summary, slot })| {
        let contributions: Vec<f64> = criteria.iter().zip(&ratings[i]).map(|(c, cell)| c.weight * cell.rating.mode).collect();
        let score: f64 = contributions.iter().sum();
        let (low, high) = moments.map_or((score, score), |moments| {
            let plausible = moments.score(i);
            let reach = RANGE_Z * plausible.standard_deviation();
            ((plausible.mean - reach).clamp(0.0, score), (plausible.mean + reach).clamp(score, 10.0_f64.max(score)))
        });
        let failed = requirements.iter().filter(|outcome| outcome.is_on && outcome.judgements[i] == Judgement::Fails);
        AssessedAlternative {
            id,
            name,
            summary,
            slot,
            score,
            low,
            high,
            choice_probability: 0.0,
            rank: None,
            failed: failed.map(|outcome| outcome.id.clone()).collect(),
            contributions,
            group_ratings: groups.iter().map(|group| group_rating(group, criteria, &ratings[i])).collect(),
        }
    });
    let mut alternatives: Vec<AssessedAlternative> = alternatives.collect();
    let scores: Vec<f64> = alternatives.iter().map(|alternative| alternative.score).collect();
    for (alternative, probability) in alternatives.iter_mut().zip(conditional_logit(&scores, CHOICE_SCALE)) {
        alternative.choice_probability = probability;
    }
    alternatives
}

/// The weighted mean of an alternative's ratings in a group; the plain mean where nothing in the group has weight.
fn group_rating(group: &AssessedGroup, criteria: &[AssessedCriterion], ratings: &[EffectiveRating]) -> f64 {
    let rated: Vec<usize> = group.criteria.iter().copied().filter(|&j| ratings[j].is_rated()).collect();
    let weight: f64 = rated.iter().map(|&j| criteria[j].weight).sum();
    if weight > 0.0 {
        rated.iter().map(|&j| criteria[j].weight * ratings[j].rating.mode).sum::<f64>() / weight
    } else {
        rated.iter().map(|&j| ratings[j].rating.mode).sum::<f64>() / rated.len().max(1) as f64
    }
}

/// Gives places among those that qualify, and returns everybody in the order of the ranking.
pub(super) fn rank(alternatives: &mut [AssessedAlternative]) -> Vec<usize> {
    let scores: Vec<f64> = alternatives.iter().map(|alternative| alternative.score).collect();
    let mut ranking = order(&scores);
    ranking.sort_by_key(|&i| !alternatives[i].is_eligible());
    let eligible: Vec<usize> = ranking.iter().copied().filter(|&i| alternatives[i].is_eligible()).collect();
    let eligible_scores: Vec<f64> = eligible.iter().map(|&i| scores[i]).collect();
    for (&i, place) in eligible.iter().zip(competition_ranks(&eligible_scores)) {
        alternatives[i].rank = Some(place);
    }
    ranking
}

pub(super) fn verdict(
    alternatives: &[AssessedAlternative],
    ranking: &[usize],
    moments: Option<&ScoreMoments>,
    is_anything_known: bool,
) -> Verdict {
    let mut eligible = ranking.iter().copied().filter(|&i| alternatives[i].is_eligible());
    let (leader, runner_up) = (eligible.next(), eligible.next());
    let (Some(first), Some(second)) = (leader, runner_up) else {
        let kind = if leader.is_some() { VerdictKind::Clear } else { VerdictKind::NoneQualifies };
        return Verdict { kind, leader, runner_up: None, margin: None, margin_sd: None };
    };
    let margin = alternatives[first].score - alternatives[second].score;
    let sd = moments.map_or(0.0, |moments| moments.margin(first, second).standard_deviation());
    Verdict { kind: kind(margin, sd, is_anything_known), leader, runner_up, margin: Some(margin), margin_sd: Some(sd) }
}

/// The verdict's kind from the lead and its standard deviation. Where nothing at all is known, nothing can be recommended.
fn kind(margin: f64, sd: f64, is_anything_known: bool) -> VerdictKind {
    if !is_anything_known || margin <= TIE_TOLERANCE {
        VerdictKind::TooClose
    } else if margin >= CLEAR_Z * sd {
        VerdictKind::Clear
    } else if margin >= LEANING_Z * sd {
        VerdictKind::Leaning
    } else {
        VerdictKind::TooClose
    }
}

/// Means and variances over plausible weights and ratings; `None` where there is nothing to weigh.
pub(super) fn moments(criteria: &[AssessedCriterion], ratings: &[Vec<EffectiveRating>], concentration: f64) -> Option<ScoreMoments> {
    let triangular = |cell: &EffectiveRating| Triangular::new(cell.rating.low, cell.rating.mode, cell.rating.high);
    let rows = ratings.iter().map(|row| row.iter().map(triangular).collect::<Result<Vec<_>, _>>()).collect::<Result<Vec<_>, _>>().ok()?;
    let groups: Vec<usize> = criteria.iter().map(|criterion| criterion.group).collect();
    let points: Vec<f64> = criteria.iter().map(|criterion| criterion.weight).collect();
    let ratings = Ratings::new(&rows).and_then(|ratings| ratings.with_groups(&groups)).ok()?;
    score_moments(&ratings, &Weights::new(&points).ok()?, concentration).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mcda;

    /// Whatever a profile may hold can be weighed.
    #[test]
    fn the_engine_takes_as_much_as_a_profile_may_hold() {
        const { assert!(mcda::problem::MAX_CRITERIA >= crate::model::MAX_CRITERIA) };
        const { assert!(mcda::problem::MAX_ALTERNATIVES >= 2 * crate::model::MAX_ALTERNATIVES) };
    }

    #[test]
    fn the_kind_follows_from_margin_and_deviation() {
        assert_eq!(kind(1.0, 0.5, true), VerdictKind::Clear);
        assert_eq!(kind(0.5, 0.5, true), VerdictKind::Leaning);
        assert_eq!(kind(0.1, 0.5, true), VerdictKind::TooClose);
        assert_eq!(kind(0.0, 0.0, true), VerdictKind::TooClose);
        assert_eq!(kind(0.1, 0.0, true), VerdictKind::Clear);
        assert_eq!(kind(9.0, 0.1, false), VerdictKind::TooClose);
    }
}
