//! The smallest change of all weights together that lets another alternative catch up with the leader, or with everyone.
//!
//! After Triantaphyllou, E. & Sánchez, A. (1997), "A sensitivity analysis approach for some deterministic multi-criteria
//! decision-making methods", *Decision Sciences* 28(1): 151–194, extended from one weight to all: minimise ‖w′ − w‖ over the simplex
//! subject to (u_t − u_k)·w′ ≥ 0. Changes of a single weight or rating are in [`super::sensitivity`].

use super::error::check_index;
use super::least_distance::{Inequality, least_distance};
use super::linear_program::{Constraint, Feasible, Relation};
use super::problem::{DecisionMatrix, Entry, McdaError, Weights};
use super::ranking::leader;
use super::weighted_sum::{dot, weighted_sum};

/// How near the weights come at which the target catches up. Both distances are finite: an impossible change is no value of this type.
#[derive(Debug, Clone, PartialEq)]
pub struct ClosestWeights {
    /// Σ_j |w′_j − w_j| for the nearest weights in this sense, 0..=2: twice the weight that has to move.
    pub l1_distance: f64,
    /// One of possibly several w′ at that distance.
    pub l1_weights: Weights,
    /// √Σ_j (w′_j − w_j)² for the nearest weights in this sense.
    pub l2_distance: f64,
    /// The w′ at that distance; there is only one.
    pub l2_weights: Weights,
}

/// The two questions that one can ask about a target; `None` is "no weights do that".
#[derive(Debug, Clone, PartialEq)]
pub struct CatchUp {
    /// The leader at the present weights, the first of equals.
    pub winner: usize,
    /// The target scores at least as much as the present leader, whatever the others do.
    pub tie_winner: Option<ClosestWeights>,
    /// The target scores at least as much as everyone.
    pub joint_best: Option<ClosestWeights>,
}

/// A margin this small, relative to the largest difference of values, is none.
const MARGIN_TOLERANCE: f64 = 1e-12;

/// The nearest weights at which `target` catches up. `values` are benefits on one scale. Fails on a wrong shape or index.
pub fn closest_weights(values: &DecisionMatrix, weights: &Weights, target: usize) -> Result<CatchUp, McdaError> {
    let (winner, tie_winner) = tie_with_leader(values, weights, target)?;
    let rivals: Vec<Vec<f64>> = (0..values.n_alternatives()).filter(|&k| k != target).map(|k| lead_over(values, target, k)).collect();
    let suffices = |w: &Weights| rivals.iter().all(|d| dot(d, w) >= -MARGIN_TOLERANCE);
    let joint_best = match &tie_winner {
        None => None,
        // Nearest with one condition less, and it meets them all: nearest with all of them.
        Some(tie) if suffices(&tie.l1_weights) && suffices(&tie.l2_weights) => tie_winner.clone(),
        Some(_) => catch_up_with_all(&rivals, weights),
    };
    Ok(CatchUp { winner, tie_winner, joint_best })
}

/// The leader, and the nearest weights at which `target` scores as much, whatever the others do: the first two answers of
/// [`closest_weights`] at a tenth of its cost. Over all targets, the nearest of these is where the leader changes first: nobody
/// else can be ahead there, or they would have caught up nearer by.
pub fn tie_with_leader(values: &DecisionMatrix, weights: &Weights, target: usize) -> Result<(usize, Option<ClosestWeights>), McdaError> {
    check_index(Entry::new("target"), target, values.n_alternatives())?;
    let scores = weighted_sum(values, weights)?;
    let winner = leader(&scores).unwrap_or(target);
    Ok((winner, catch_up_with_one(&lead_over(values, target, winner), weights)))
}

/// u_target − u_rival by criterion, scaled to a largest magnitude of one.
fn lead_over(values: &DecisionMatrix, target: usize, rival: usize) -> Vec<f64> {
    let rows = values.row(target).iter().zip(values.row(rival));
    let mut d: Vec<f64> = rows.map(|(x, y)| x - y).collect();
    let largest = d.iter().fold(0.0_f64, |a, x| a.max(x.abs()));
    if largest > 0.0 {
        d.iter_mut().for_each(|x| *x /= largest);
    }
    d
}

fn catch_up_with_one(d: &[f64], w: &Weights) -> Option<ClosestWeights> {
    if dot(d, w) >= 0.0 {
        return Some(assemble(w, w.to_vec(), w.to_vec()));
    }
    let l1 = move_greedily(d, w)?;
    Some(assemble(w, l1, project(d, w)))
}

/// L1: moving ε of weight from j to k costs 2ε and gains (d_k − d_j) ε, so all of it goes to the greatest d, from the least d first.
fn move_greedily(d: &[f64], w: &Weights) -> Option<Vec<f64>> {
    let to = leader(d)?;
    if d[to] < 0.0 {
        return None;
    }
    let mut from: Vec<usize> = (0..d.len()).collect();
    from.sort_by(|&a, &b| d[a].total_cmp(&d[b]));
    let mut moved = w.to_vec();
    let mut missing = -dot(d, w);
    for j in from.into_iter().filter(|&j| d[j] < d[to]) {
        let amount = w[j].min(missing / (d[to] - d[j]));
        moved[j] -= amount;
        moved[to] += amount;
        missing -= amount * (d[to] - d[j]);
        if missing <= 0.0 {
            break;
        }
    }
    Some(moved)
}

/// L2: w′(λ) is the projection of w + λ d onto the simplex, and d·w′ rises with λ in straight pieces; finds where it is zero.
/// The caller knows that it gets there: some d is not negative.
fn project(d: &[f64], w: &Weights) -> Vec<f64> {
    let (mut low, mut high) = (0.0, f64::INFINITY);
    let mut lambda = 0.0;
    let mut point = w.to_vec();
    for _ in 0..MAX_PROJECTIONS {
        let moved: Vec<f64> = w.iter().zip(d).map(|(w, d)| w + lambda * d).collect();
        let next = onto_simplex(&moved);
        let margin = dot(d, &next);
        if margin >= 0.0 {
            (high, point) = (lambda, next.clone());
        } else {
            low = lambda;
        }
        if margin.abs() <= 1e-16 {
            return next;
        }
        // On the support of w′, d·w′ = Σ d w + λ Σ (d − d̄)² + …: one Newton step, exact within the piece.
        let support = || (0..d.len()).filter(|&j| next[j] > 0.0);
        let mean = support().map(|j| d[j]).sum::<f64>() / support().count() as f64;
        let slope: f64 = support().map(|j| (d[j] - mean) * (d[j] - mean)).sum();
        let newton = lambda - margin / slope;
        let stride = if high.is_finite() { low + (high - low) / 2.0 } else { 2.0 * low + 1.0 };
        let following = if newton > low && newton < high { newton } else { stride };
        if following == lambda || following >= high {
            break;
        }
        lambda = following;
    }
    point
}

/// Newton needs about as many steps as the weight vector has zeros; bisection, where Newton leaves the bracket, some dozens.
const MAX_PROJECTIONS: usize = 300;

/// The nearest point of the simplex (Held, Wolfe & Crowder 1974, "Validation of subgradient optimization", *Mathematical Programming* 6).
fn onto_simplex(v: &[f64]) -> Vec<f64> {
    let mut sorted = v.to_vec();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let (mut sum, mut shift) = (0.0, 0.0);
    for (k, x) in sorted.iter().enumerate() {
        sum += x;
        let candidate = (sum - 1.0) / (k + 1) as f64;
        if x - candidate > 0.0 {
            shift = candidate;
        } else {
            break;
        }
    }
    v.iter().map(|x| (x - shift).max(0.0)).collect()
}

fn catch_up_with_all(rivals: &[Vec<f64>], w: &Weights) -> Option<ClosestWeights> {
    let l1 = move_by_linear_program(rivals, w)?;
    let n = w.len();
    // z = w′ − w sums to zero. Centring each normal leaves g·z as it is for such z and makes the shortest z one of them.
    let centred = |g: &[f64]| {
        let mean = g.iter().sum::<f64>() / n as f64;
        g.iter().map(|x| x - mean).collect::<Vec<f64>>()
    };
    let not_negative = (0..n).map(|j| {
        let mut unit = vec![0.0; n];
        unit[j] = 1.0;
        Inequality { g: centred(&unit), h: -w[j] }
    });
    let ahead = rivals.iter().map(|d| Inequality { g: centred(d), h: -dot(d, w) });
    let inequalities: Vec<Inequality> = not_negative.chain(ahead).collect();
    let z = least_distance(n, &inequalities)?;
    let l2 = w.iter().zip(&z).map(|(w, z)| (w + z).max(0.0)).collect();
    Some(assemble(w, l1, l2))
}

/// L1 with several conditions: w′ = w + p − q with p, q ≥ 0, minimise Σ p + Σ q.
fn move_by_linear_program(rivals: &[Vec<f64>], w: &Weights) -> Option<Vec<f64>> {
    let n = w.len();
    let signed = |g: &[f64]| g.iter().copied().chain(g.iter().map(|x| -x)).collect::<Vec<f64>>();
    let mut constraints = vec![Constraint { coefficients: signed(&vec![1.0; n]), relation: Relation::Equal, bound: 0.0 }];
    for (j, &bound) in w.iter().enumerate() {
        let mut coefficients = vec![0.0; 2 * n];
        coefficients[n + j] = 1.0;
        constraints.push(Constraint { coefficients, relation: Relation::AtMost, bound });
    }
    constraints.extend(rivals.iter().map(|d| Constraint { coefficients: signed(d), relation: Relation::AtLeast, bound: -dot(d, w) }));
    let (_, x) = Feasible::new(2 * n, &constraints)?.minimise(&vec![1.0; 2 * n])?;
    let moved = |j: usize| (w[j] + x[j] - x[n + j]).max(0.0);
    Some((0..n).map(moved).collect())
}

fn assemble(w: &Weights, l1: Vec<f64>, l2: Vec<f64>) -> ClosestWeights {
    let l1_weights = Weights::scaled_to_one(l1);
    let l2_weights = Weights::scaled_to_one(l2);
    let squares = l2_weights.iter().zip(w.iter()).map(|(x, y)| (x - y) * (x - y));
    ClosestWeights {
        l1_distance: l1_weights.iter().zip(w.iter()).map(|(x, y)| (x - y).abs()).sum(),
        l2_distance: squares.sum::<f64>().sqrt(),
        l1_weights,
        l2_weights,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_two_criteria_there_is_only_one_way() {
        let values = DecisionMatrix::new(&[[9.0, 1.0], [1.0, 9.0]]).unwrap();
        let weights = Weights::new(&[0.7, 0.3]).unwrap();
        let found = closest_weights(&values, &weights, 1).unwrap();
        let tie = found.tie_winner.unwrap();
        assert_eq!(found.winner, 0);
        assert!((tie.l1_distance - 0.4).abs() < 1e-12);
        assert!((tie.l2_distance - 0.08_f64.sqrt()).abs() < 1e-12);
        assert_eq!(found.joint_best, Some(tie));
    }

    #[test]
    fn the_dominated_never_catch_up_and_the_leader_already_has() {
        let values = DecisionMatrix::new(&[[9.0, 5.0], [1.0, 2.0]]).unwrap();
        let weights = Weights::equal(2).unwrap();
        let loser = closest_weights(&values, &weights, 1).unwrap();
        assert_eq!((loser.tie_winner, loser.joint_best), (None, None));
        let winner = closest_weights(&values, &weights, 0).unwrap();
        assert_eq!(winner.joint_best.unwrap().l2_distance, 0.0);
        assert!(closest_weights(&values, &weights, 2).is_err());
    }

    #[test]
    fn beaten_by_a_mixture_it_can_tie_the_winner_but_not_lead() {
        // The third is below the first at the right end, below the second at the left, and below one of them everywhere.
        let values = DecisionMatrix::new(&[[0.0, 10.0], [10.0, 0.0], [4.0, 4.0]]).unwrap();
        let weights = Weights::new(&[0.2, 0.8]).unwrap();
        let found = closest_weights(&values, &weights, 2).unwrap();
        assert!(found.tie_winner.is_some());
        assert_eq!(found.joint_best, None);
    }
}
