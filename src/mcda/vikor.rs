//! VIKOR: a compromise between the group's utility and the individual regret, and whether one alternative alone may be recommended.
//!
//! Opricovic, S. & Tzeng, G.-H. (2004), "Compromise solution by MCDM methods: a comparative analysis of VIKOR and TOPSIS",
//! *European Journal of Operational Research* 156(2): 445–455: S_i = Σ_j w_j (f_j* − f_ij)/(f_j* − f_j⁻), R_i the greatest of these terms,
//! Q_i = v (S_i − S*)/(S⁻ − S*) + (1 − v)(R_i − R*)/(R⁻ − R*), conditions C1 and C2. Values are compared within the set at hand, as the
//! source does; anchoring the scales is not done here.

use super::error::{check_finite, out_of_range};
use super::problem::{DecisionMatrix, Direction, Entry, McdaError, Weights};
use super::ranking::{TIE_TOLERANCE, order};

/// The usual weight v of the group's utility: consensus.
pub const CONSENSUS: f64 = 0.5;

/// One value per alternative; smaller is better in all three.
#[derive(Debug, Clone, PartialEq)]
pub struct Vikor {
    /// S_i, the weighted sum of the distances to the best value of each criterion: the group's utility.
    pub s: Vec<f64>,
    /// R_i, the greatest of these distances: the individual regret.
    pub r: Vec<f64>,
    /// Q_i in 0..=1, the compromise between the two.
    pub q: Vec<f64>,
    /// What may be recommended; `None` for a single alternative.
    pub compromise: Option<Compromise>,
}

/// The compromise solution and the two conditions it follows from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compromise {
    /// C1: the second is worse than the first by at least DQ = 1/(m − 1).
    pub acceptable_advantage: bool,
    /// C2: the first by Q is also the best by S or by R.
    pub acceptable_stability: bool,
    /// The recommended alternatives, best first.
    pub set: Vec<usize>,
}

/// Runs VIKOR with the weight `v` in 0..=1 of the group's utility; see [`CONSENSUS`]. A constant column adds nothing.
pub fn vikor(matrix: &DecisionMatrix, weights: &Weights, directions: &[Direction], v: f64) -> Result<Vikor, McdaError> {
    matrix.check_weights(weights)?;
    matrix.check_directions(directions)?;
    let entry = Entry::new("v");
    if !(0.0..=1.0).contains(&check_finite(entry, v)?) {
        return Err(out_of_range(entry, v, "from 0 to 1"));
    }
    let m = matrix.n_alternatives();
    let (mut s, mut r) = (vec![0.0; m], vec![0.0_f64; m]);
    for (j, direction) in directions.iter().enumerate() {
        let max = matrix.column(j).fold(f64::NEG_INFINITY, f64::max);
        let min = matrix.column(j).fold(f64::INFINITY, f64::min);
        if max == min {
            continue;
        }
        for (i, x) in matrix.column(j).enumerate() {
            let shortfall = match direction {
                Direction::Benefit => max - x,
                Direction::Cost => x - min,
            };
            let t = weights[j] * (shortfall / (max - min));
            s[i] += t;
            r[i] = r[i].max(t);
        }
    }
    let (s_unit, r_unit) = (unit_range(&s), unit_range(&r));
    let q: Vec<f64> = s_unit.iter().zip(&r_unit).map(|(s, r)| v * s + (1.0 - v) * r).collect();
    let compromise = compromise(&s, &r, &q);
    Ok(Vikor { s, r, q, compromise })
}

/// (x − min)/(max − min), or 0 for all where they are equal.
fn unit_range(values: &[f64]) -> Vec<f64> {
    let min = values.iter().copied().fold(f64::INFINITY, f64::min);
    let span = values.iter().copied().fold(f64::NEG_INFINITY, f64::max) - min;
    let scaled = |x: &f64| if span == 0.0 { 0.0 } else { (x - min) / span };
    values.iter().map(scaled).collect()
}

fn compromise(s: &[f64], r: &[f64], q: &[f64]) -> Option<Compromise> {
    let negated: Vec<f64> = q.iter().map(|x| -x).collect();
    let by_q = order(&negated);
    let (&first, &second) = (by_q.first()?, by_q.get(1)?);
    // Thresholds are met within the tolerance of a tie: 1/(m − 1) is seldom a round number in binary.
    let dq = 1.0 / (q.len() - 1) as f64 - TIE_TOLERANCE;
    let is_least = |values: &[f64]| values.iter().all(|&x| values[first] <= x + TIE_TOLERANCE);
    let acceptable_advantage = q[second] - q[first] >= dq;
    let acceptable_stability = is_least(s) || is_least(r);
    let set = match (acceptable_advantage, acceptable_stability) {
        (true, true) => vec![first],
        (true, false) => vec![first, second],
        (false, _) => by_q.into_iter().filter(|&i| q[i] - q[first] < dq).collect(),
    };
    Some(Compromise { acceptable_advantage, acceptable_stability, set })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mountain_climbing() {
        // Opricovic & Tzeng (2004), section 4: risk is a cost, altitude a benefit.
        let matrix = DecisionMatrix::new(&[[1.0, 3000.0], [2.0, 3750.0], [5.0, 4500.0]]).unwrap();
        let directions = [Direction::Cost, Direction::Benefit];
        let result = vikor(&matrix, &Weights::equal(2).unwrap(), &directions, CONSENSUS).unwrap();
        assert_eq!(result.s, [0.5, 0.375, 0.5]);
        assert_eq!(result.r, [0.5, 0.25, 0.5]);
        assert_eq!(result.q, [1.0, 0.0, 1.0]);
        assert_eq!(result.compromise.unwrap().set, [1]);
    }

    #[test]
    fn equal_alternatives_are_all_recommended_and_one_alone_is_not_compared() {
        let weights = Weights::equal(1).unwrap();
        let run = |rows: &[[f64; 1]]| {
            let matrix = DecisionMatrix::new(rows).unwrap();
            vikor(&matrix, &weights, &[Direction::Benefit], CONSENSUS).unwrap()
        };
        assert_eq!(run(&[[4.0], [4.0]]).compromise.unwrap().set, [0, 1]);
        assert_eq!(run(&[[4.0]]).compromise, None);
        let matrix = DecisionMatrix::new(&[[4.0]]).unwrap();
        assert!(vikor(&matrix, &weights, &[Direction::Benefit], 1.5).is_err());
    }

    #[test]
    fn a_second_just_within_the_threshold_is_recommended_too() {
        // One criterion: Q falls evenly from 1 to 0, and DQ = 1/2 for three alternatives.
        let set_for = |second: f64| {
            let matrix = DecisionMatrix::new(&[[10.0], [second], [0.0]]).unwrap();
            let result = vikor(&matrix, &Weights::equal(1).unwrap(), &[Direction::Benefit], CONSENSUS).unwrap();
            result.compromise.unwrap().set
        };
        assert_eq!(set_for(5.1), [0, 1]);
        assert_eq!(set_for(4.9), [0]);
    }
}
