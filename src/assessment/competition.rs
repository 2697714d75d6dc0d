//! [`Competition`]: those who meet every requirement, as a problem that `mcda` can take.
//!
//! What is asked of the problem stands in the files that ask it.

use super::Assessment;
use crate::mcda::{McdaError, Ratings, Triangular, Weights};

/// Eligible alternatives with their ratings and the weights; criteria are the assessment's.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Competition {
    /// Positions in [`Assessment::alternatives`], ascending; rows of `ratings` follow them.
    pub alternatives: Vec<usize>,
    /// Criteria of one group share an alternative's quantile.
    pub ratings: Ratings,
    pub weights: Weights,
}

impl Competition {
    /// `None` where nothing qualifies or there is no criterion.
    pub fn of(assessment: &Assessment) -> Option<Self> {
        let alternatives: Vec<usize> = (0..assessment.alternatives.len()).filter(|&i| assessment.alternatives[i].is_eligible()).collect();
        let row = |i: &usize| -> Result<Vec<Triangular>, McdaError> {
            assessment.ratings[*i].iter().map(|cell| Triangular::new(cell.rating.low, cell.rating.mode, cell.rating.high)).collect()
        };
        let rows: Vec<Vec<Triangular>> = alternatives.iter().map(row).collect::<Result<_, _>>().ok()?;
        let groups: Vec<usize> = assessment.criteria.iter().map(|criterion| criterion.group).collect();
        let ratings = Ratings::new(&rows).and_then(|ratings| ratings.with_groups(&groups)).ok()?;
        let weights = Weights::new(&assessment.weights().collect::<Vec<_>>()).ok()?;
        Some(Self { alternatives, ratings, weights })
    }

    /// As [`Competition::of`], with at least two to compete.
    pub fn of_several(assessment: &Assessment) -> Option<Self> {
        Self::of(assessment).filter(|competition| competition.alternatives.len() > 1)
    }
}
