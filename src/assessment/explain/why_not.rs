//! Why one alternative does not lead: the steps from the leader's score to its own, and the least that would put it first.
//!
//! What would put anybody first is `sensitivity`'s; here it is asked for one.

use super::{Sentence, WORTH_NAMING, failed, gains_and_losses_said};
use crate::{
    assessment::{Assessment, CriterionFlip, RatingFlip, WeightChange, competition::Competition, sensitivity},
    mcda::closest_weights::closest_weights,
};

/// What one criterion adds to or takes from one's score on the way to another's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    pub criterion: usize,
    /// Weight times difference of ratings, in score points.
    pub by: f64,
}

/// The least that would put one alternative first.
#[derive(Debug, Clone, PartialEq)]
pub struct WaysToLead {
    /// The nearest weight of one criterion, and the nearest value of one rating; `None` where another would lead or no value does it.
    pub weight: Option<CriterionFlip>,
    pub rating: Option<RatingFlip>,
    /// The least weight moved; `None`: no weights at all put it first.
    pub joint: Option<WeightChange>,
}

/// The differences of contributions that make `to`'s score of `from`'s, the largest first; they sum to the difference of the scores.
pub fn steps(assessment: &Assessment, from: usize, to: usize) -> Vec<Step> {
    let contributions = |i: usize| assessment.alternatives[i].contributions.iter();
    let differences = contributions(to).zip(contributions(from)).map(|(to, from)| to - from);
    let mut steps: Vec<Step> = differences.enumerate().filter(|(_, by)| *by != 0.0).map(|(criterion, by)| Step { criterion, by }).collect();
    steps.sort_by(|a, b| b.by.abs().total_cmp(&a.by.abs()));
    steps
}

/// Whom somebody is compared with: the leader, or the first of all where none qualifies; the leader itself with the runner-up.
/// `None` where there is nobody else.
pub fn compared_with(assessment: &Assessment, other: usize) -> Option<usize> {
    let first = assessment.verdict.leader.or_else(|| assessment.ranking.first().copied())?;
    let others = || assessment.ranking.iter().copied().find(|&i| i != first);
    if first == other { assessment.verdict.runner_up.or_else(others) } else { Some(first) }
}

/// The least that would put `other` first; `None` if it fails a requirement, leads already, or is alone.
pub fn ways_to_lead(assessment: &Assessment, other: usize) -> Option<WaysToLead> {
    let Competition { alternatives, ratings, weights } = Competition::of_several(assessment)?;
    let target = alternatives.iter().position(|&i| i == other).filter(|_| assessment.verdict.leader != Some(other))?;
    let found = sensitivity(assessment)?;
    let joint = closest_weights(&ratings.modes(), &weights, target).ok()?.joint_best;
    Some(WaysToLead {
        weight: found.weights.into_iter().find(|flip| flip.challenger == other),
        rating: found.ratings.into_iter().find(|flip| flip.challenger == other),
        joint: joint.map(|tie| WeightChange { challenger: other, distance: tie.l1_distance, weights: tie.l1_weights.into_vec() }),
    })
}

/// Why `other` does not lead, in the order in which it is said: how far it is behind, what it fails, where it wins and loses, and what
/// would put it first. For the leader itself: why it leads.
pub fn why_not(assessment: &Assessment, other: usize) -> Vec<Sentence> {
    let Some(first) = compared_with(assessment, other).filter(|_| other < assessment.alternatives.len()) else { return Vec::new() };
    let (leader, behind) = if assessment.verdict.leader == Some(other) { (other, first) } else { (first, other) };
    let gap = assessment.alternatives[leader].score - assessment.alternatives[behind].score;
    let mut said = Vec::new();
    let is_out = !assessment.alternatives[behind].is_eligible();
    said.push(match gap {
        _ if gap.abs() < WORTH_NAMING => Sentence::Level { leader, other: behind },
        _ if gap < 0.0 && is_out => Sentence::AheadButFails { other: behind, gap: -gap },
        _ => Sentence::Behind { leader, other: behind, gap },
    });
    if is_out {
        said.push(Sentence::Fails { alternative: behind, requirements: failed(assessment, behind) });
    }
    said.extend(gains_and_losses_said(assessment, leader, behind));
    if let Some(ways) = ways_to_lead(assessment, behind) {
        said.extend(ways.weight.map(Sentence::CriterionFlip));
        said.extend(ways.rating.map(Sentence::RatingFlip));
        said.push(match ways.joint {
            Some(joint) => Sentence::CouldLead { other: behind, moved: joint.distance / 2.0, weights: joint.weights },
            None => Sentence::CannotLead { other: behind },
        });
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{assessment::assess, store};

    #[test]
    fn the_steps_lead_from_one_score_to_the_other() {
        for example in store::examples() {
            let assessment = assess(store::shipped(), &example.profile);
            for from in 0..3 {
                for to in 0..3 {
                    let sum: f64 = steps(&assessment, from, to).iter().map(|step| step.by).sum();
                    let gap = assessment.alternatives[to].score - assessment.alternatives[from].score;
                    assert!((sum - gap).abs() < 1e-9, "{}", example.id);
                }
            }
        }
    }

    #[test]
    fn with_the_weights_that_are_named_it_would_be_level_with_the_best() {
        for example in store::examples() {
            let assessment = assess(store::shipped(), &example.profile);
            for i in 0..3 {
                let Some(joint) = ways_to_lead(&assessment, i).and_then(|ways| ways.joint) else { continue };
                let score =
                    |k: usize| -> f64 { joint.weights.iter().zip(&assessment.ratings[k]).map(|(w, cell)| w * cell.rating.mode).sum() };
                let best = (0..3).filter(|&k| assessment.alternatives[k].is_eligible()).map(score).fold(0.0, f64::max);
                assert!((score(i) - best).abs() < 1e-6, "{}: {i}", example.id);
            }
        }
    }

    #[test]
    fn everybody_is_compared_with_somebody_else() {
        for example in store::examples() {
            let assessment = assess(store::shipped(), &example.profile);
            for i in 0..3 {
                assert!(compared_with(&assessment, i).is_some_and(|other| other != i), "{}", example.id);
                assert!(!why_not(&assessment, i).is_empty(), "{}", example.id);
            }
        }
        assert_eq!(why_not(&assess(store::shipped(), &store::examples()[0].profile), 99), Vec::new());
    }
}
