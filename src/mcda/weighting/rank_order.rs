//! Weights from an order of importance alone.
//!
//! Stillwell, W. G., Seaver, D. A. & Edwards, W. (1981), "A comparison of weight approximation techniques in multiattribute utility
//! decision making", *Organizational Behavior and Human Performance* 28(1): 62–77 (rank sum, rank reciprocal); Barron, F. H. &
//! Barrett, B. E. (1996), "Decision quality using ranked attribute weights", *Management Science* 42(11): 1515–1523 (centroid).
//! Judgements of *how much* more important are not used here.

use crate::mcda::error::{check_count, check_finite};
use crate::mcda::problem::{Entry, MAX_CRITERIA, McdaError, Weights};

/// How the weight falls with the position k = 1 … n.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RankScheme {
    /// (1/n) Σ_{i=k..n} 1/i: the centre of all weights that have this order.
    Centroid,
    /// 2(n + 1 − k)/(n(n + 1)).
    Sum,
    /// (1/k)/Σ 1/i.
    Reciprocal,
}

/// The weights for `ranks`, one label per criterion, the smallest the most important. Only their order matters.
///
/// Equal labels share the mean of the weights of the positions that they occupy, which is the mean over all orders without ties.
pub fn rank_order_weights(ranks: &[f64], scheme: RankScheme) -> Result<Weights, McdaError> {
    let entry = Entry::new("ranks");
    check_count(entry, ranks.len(), "criteria", MAX_CRITERIA)?;
    for (j, &label) in ranks.iter().enumerate() {
        check_finite(entry.at(j), label)?;
    }
    let by_position = position_weights(ranks.len(), scheme);
    let shared = |&label: &f64| {
        let ahead = ranks.iter().filter(|&&other| other < label).count();
        let tied = ranks.iter().filter(|&&other| other == label).count();
        by_position[ahead..ahead + tied].iter().sum::<f64>() / tied as f64
    };
    Ok(Weights::scaled_to_one(ranks.iter().map(shared).collect()))
}

/// Unscaled weights of the positions 1 … n.
fn position_weights(n: usize, scheme: RankScheme) -> Vec<f64> {
    let reciprocal = |k: usize| 1.0 / k as f64;
    let weight = |k: usize| match scheme {
        RankScheme::Centroid => (k..=n).map(reciprocal).sum(),
        RankScheme::Sum => (n + 1 - k) as f64,
        RankScheme::Reciprocal => reciprocal(k),
    };
    (1..=n).map(weight).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_weights(ranks: &[f64], scheme: RankScheme, expected: &[f64]) {
        let weights = rank_order_weights(ranks, scheme).unwrap();
        for (found, expected) in weights.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-15, "{scheme:?}: {weights:?}");
        }
    }

    #[test]
    fn three_positions() {
        let ranks = [2.0, 1.0, 3.0];
        assert_weights(&ranks, RankScheme::Centroid, &[5.0 / 18.0, 11.0 / 18.0, 2.0 / 18.0]);
        assert_weights(&ranks, RankScheme::Sum, &[2.0 / 6.0, 3.0 / 6.0, 1.0 / 6.0]);
        assert_weights(&ranks, RankScheme::Reciprocal, &[3.0 / 11.0, 6.0 / 11.0, 2.0 / 11.0]);
    }

    #[test]
    fn ties_share() {
        assert_weights(&[1.0, 1.0, 9.0], RankScheme::Sum, &[2.5 / 6.0, 2.5 / 6.0, 1.0 / 6.0]);
        assert_weights(&[4.0; 5], RankScheme::Centroid, &[0.2; 5]);
    }
}
