//! What explains a surprise: where the leader gains on the alternative that was expected, and which weights would let that one lead.
//!
//! Whether somebody was surprised is theirs to say and stands in the profile.

use super::{
    Assessment,
    competition::Competition,
    explain::WORTH_NAMING,
    sensitivity::{JointFlip, WeightChange},
};
use crate::mcda::closest_weights::closest_weights;

/// At most so many criteria are named.
const MAX_NAMED: usize = 3;

/// Why an alternative does not lead that was expected to.
#[derive(Debug, Clone, PartialEq)]
pub struct Surprise {
    pub leader: usize,
    pub expected: usize,
    /// The requirements that the expected one fails; then nothing below can help it.
    pub failed: Vec<String>,
    /// The criteria on which the leader gains most on it, and by how many points of the score.
    pub gains: Vec<(usize, f64)>,
    /// The smallest change of weights at which the expected one scores at least as much as everyone; `None`: no weights do that.
    pub change: Option<JointFlip>,
}

/// `None` where the expected alternative leads, or nobody does.
pub fn surprise(assessment: &Assessment, expected: usize) -> Option<Surprise> {
    let leader = assessment.verdict.leader.filter(|leader| *leader != expected)?;
    let (first, other) = (&assessment.alternatives[leader], assessment.alternatives.get(expected)?);
    let gain = |j: usize| first.contributions[j] - other.contributions[j];
    let mut gains: Vec<(usize, f64)> = (0..assessment.criteria.len()).map(|j| (j, gain(j))).collect();
    gains.retain(|(_, gain)| *gain >= WORTH_NAMING);
    gains.sort_by(|a, b| b.1.total_cmp(&a.1));
    gains.truncate(MAX_NAMED);
    Some(Surprise { leader, expected, failed: other.failed.clone(), gains, change: change(assessment, expected) })
}

fn change(assessment: &Assessment, expected: usize) -> Option<JointFlip> {
    let Competition { alternatives, ratings, weights } = Competition::of_several(assessment)?;
    let target = alternatives.iter().position(|i| *i == expected)?;
    let found = closest_weights(&ratings.modes(), &weights, target).ok()?.joint_best?;
    Some(JointFlip {
        l1: WeightChange { challenger: expected, distance: found.l1_distance, weights: found.l1_weights.into_vec() },
        l2: WeightChange { challenger: expected, distance: found.l2_distance, weights: found.l2_weights.into_vec() },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{assessment::assess, store};

    #[test]
    fn whoever_does_not_lead_is_explained() {
        for example in store::examples() {
            let assessment = assess(store::shipped(), &example.profile);
            for expected in 0..assessment.alternatives.len() {
                let Some(found) = surprise(&assessment, expected) else {
                    assert!(assessment.verdict.leader.is_none_or(|leader| leader == expected), "{}", example.id);
                    continue;
                };
                assert!(found.gains.windows(2).all(|pair| pair[0].1 >= pair[1].1));
                assert_eq!(found.failed.is_empty(), assessment.alternatives[expected].is_eligible());
                if !found.failed.is_empty() {
                    assert_eq!(found.change, None, "{}: weights cannot meet a requirement", example.id);
                }
                if let Some(change) = found.change {
                    let score = |i: usize| -> f64 {
                        assessment.ratings[i].iter().zip(&change.l1.weights).map(|(cell, weight)| cell.rating.mode * weight).sum()
                    };
                    let eligible = (0..assessment.alternatives.len()).filter(|&i| assessment.alternatives[i].is_eligible());
                    eligible.for_each(|i| assert!(score(expected) >= score(i) - 1e-9, "{}", example.id));
                }
            }
        }
    }
}
