//! Best–worst method: weights from comparing the best criterion with all others and all others with the worst.
//!
//! Rezaei, J. (2016), "Best-worst multi-criteria decision-making method: some properties and a linear model", *Omega* 64: 126–130,
//! the linear model: min ξ subject to |w_B − a_Bj w_j| ≤ ξ, |w_j − a_jW w_W| ≤ ξ, Σ w = 1, w ≥ 0; Liang, F., Brunelli, M. & Rezaei, J. (2020),
//! "Consistency issues in the best worst method", *Omega* 96: 102175 (input consistency). The non-linear model is not here.

use crate::mcda::error::{check_count, check_finite, check_index, check_len, out_of_range};
use crate::mcda::linear_program::{Constraint, Feasible, Relation};
use crate::mcda::problem::{Entry, MAX_CRITERIA, McdaError, Weights};

/// The greatest comparison; far beyond the method's 9.
pub const MAX_COMPARISON: f64 = 1e6;
/// Weights that can vary by no more than this are one solution.
pub const UNIQUENESS_TOLERANCE: f64 = 1e-6;

/// What the comparisons say.
#[derive(Debug, Clone, PartialEq)]
pub struct BestWorst {
    /// ξ*, the greatest deviation from the comparisons; 0 when they are consistent.
    pub xi: f64,
    /// The weights, when only one vector reaches ξ*.
    pub weights: Option<Weights>,
    /// The least and the greatest value of each weight among all vectors that reach ξ*.
    pub weight_intervals: Vec<(f64, f64)>,
    /// max_j |a_Bj a_jW − a_BW| / (a_BW² − a_BW), 0 for a_BW = 1; known before any weights are.
    pub input_consistency: f64,
}

impl BestWorst {
    /// Whether the comparisons leave no choice of weights.
    pub fn is_unique(&self) -> bool {
        self.weights.is_some()
    }
}

/// Solves the linear model. `best_to_others[j]` = a_Bj and `others_to_worst[j]` = a_jW, all from 1 to [`MAX_COMPARISON`], 1 for B and W themselves.
pub fn best_worst(best: usize, worst: usize, best_to_others: &[f64], others_to_worst: &[f64]) -> Result<BestWorst, McdaError> {
    let n = best_to_others.len();
    check_count(Entry::new("best_to_others"), n, "criteria", MAX_CRITERIA)?;
    check_len(Entry::new("others_to_worst"), others_to_worst.len(), n)?;
    check_index(Entry::new("best"), best, n)?;
    check_index(Entry::new("worst"), worst, n)?;
    check_comparisons("best_to_others", best_to_others, best)?;
    check_comparisons("others_to_worst", others_to_worst, worst)?;

    // Each pair is one deviation: w_x − a w_y, at most ξ in magnitude.
    let from_best = (0..n).map(|j| (best, best_to_others[j], j));
    let to_worst = (0..n).map(|j| (j, others_to_worst[j], worst));
    let pairs: Vec<(usize, f64, usize)> = from_best.chain(to_worst).filter(|(x, _, y)| x != y).collect();
    let xi = least_deviation(n, &pairs);
    let weight_intervals = intervals(n, &pairs, xi);
    let is_unique = weight_intervals.iter().all(|(least, most)| most - least <= UNIQUENESS_TOLERANCE);
    let middle = |(least, most): &(f64, f64)| (least + most) / 2.0;
    Ok(BestWorst {
        xi,
        weights: is_unique.then(|| Weights::scaled_to_one(weight_intervals.iter().map(middle).collect())),
        weight_intervals,
        input_consistency: input_consistency(best_to_others, others_to_worst, best_to_others[worst]),
    })
}

fn check_comparisons(name: &'static str, comparisons: &[f64], own: usize) -> Result<(), McdaError> {
    for (j, &a) in comparisons.iter().enumerate() {
        let entry = Entry::new(name).at(j);
        check_finite(entry, a)?;
        if !(1.0..=MAX_COMPARISON).contains(&a) {
            return Err(out_of_range(entry, a, "from 1 to 1e6"));
        }
        if j == own && a != 1.0 {
            return Err(out_of_range(entry, a, "1, compared with itself"));
        }
    }
    Ok(())
}

/// ξ* over the variables w_1 … w_n, ξ.
fn least_deviation(n: usize, pairs: &[(usize, f64, usize)]) -> f64 {
    let mut constraints = deviations(n + 1, pairs, 0.0);
    for constraint in &mut constraints {
        constraint.coefficients[n] = -1.0;
    }
    constraints.push(sum_is_one(n + 1, n));
    let mut cost = vec![0.0; n + 1];
    cost[n] = 1.0;
    // Equal weights are always feasible and ξ is bounded below, so there is an optimum.
    Feasible::new(n + 1, &constraints).and_then(|mut set| set.minimise(&cost)).map_or(0.0, |(xi, _)| xi.max(0.0))
}

/// The range of each weight where no deviation exceeds ξ*.
fn intervals(n: usize, pairs: &[(usize, f64, usize)], xi: f64) -> Vec<(f64, f64)> {
    // The optimal face has no thickness; this much room keeps rounding from emptying it.
    let room = 1e-12;
    let mut constraints = deviations(n, pairs, xi + room);
    constraints.push(sum_is_one(n, n));
    let Some(mut face) = Feasible::new(n, &constraints) else {
        return vec![(0.0, 1.0); n];
    };
    let mut extreme = |j: usize, sign: f64| {
        let mut cost = vec![0.0; n];
        cost[j] = sign;
        face.minimise(&cost).map_or(0.0, |(_, w)| w[j])
    };
    (0..n).map(|j| (extreme(j, 1.0), extreme(j, -1.0))).collect()
}

/// ±(w_x − a w_y) ≤ bound for every pair, scaled by nothing.
fn deviations(width: usize, pairs: &[(usize, f64, usize)], bound: f64) -> Vec<Constraint> {
    let one_sided = |&(x, a, y): &(usize, f64, usize), sign: f64| {
        let mut coefficients = vec![0.0; width];
        coefficients[x] = sign;
        coefficients[y] = -sign * a;
        Constraint { coefficients, relation: Relation::AtMost, bound }
    };
    pairs.iter().flat_map(|pair| [one_sided(pair, 1.0), one_sided(pair, -1.0)]).collect()
}

fn sum_is_one(width: usize, n: usize) -> Constraint {
    let mut coefficients = vec![0.0; width];
    coefficients[..n].fill(1.0);
    Constraint { coefficients, relation: Relation::Equal, bound: 1.0 }
}

fn input_consistency(best_to_others: &[f64], others_to_worst: &[f64], a_bw: f64) -> f64 {
    if a_bw == 1.0 {
        return 0.0;
    }
    let deviation = |(x, y): (&f64, &f64)| (x * y - a_bw).abs() / (a_bw * a_bw - a_bw);
    best_to_others.iter().zip(others_to_worst).map(deviation).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consistent_comparisons_give_back_their_weights() {
        let result = best_worst(0, 2, &[1.0, 2.0, 4.0], &[4.0, 2.0, 1.0]).unwrap();
        assert!(result.xi < 1e-12 && result.input_consistency == 0.0);
        for (w, expected) in result.weights.unwrap().iter().zip([4.0 / 7.0, 2.0 / 7.0, 1.0 / 7.0]) {
            assert!((w - expected).abs() < 1e-9);
        }
    }

    #[test]
    fn more_room_for_deviations_is_more_room_for_weights() {
        let pairs = [(0, 2.0, 1), (1, 2.0, 2), (0, 4.0, 2)];
        assert!(least_deviation(3, &pairs) < 1e-12);
        for (least, most) in intervals(3, &pairs, 0.1) {
            assert!(most - least > 0.05, "{least} {most}");
        }
    }

    #[test]
    fn comparisons_are_checked() {
        let error = best_worst(0, 1, &[1.0, 0.5], &[2.0, 1.0]).unwrap_err();
        assert_eq!(error.to_string(), "best_to_others[1] is 0.5, must be from 1 to 1e6");
        assert!(best_worst(0, 5, &[1.0], &[1.0]).is_err());
        assert!(best_worst(0, 1, &[2.0, 2.0], &[2.0, 1.0]).is_err());
    }
}
