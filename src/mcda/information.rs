//! The value of information: how much better the choice is expected to be once one uncertain quantity is known.
//!
//! Howard, R. A. (1966), "Information value theory", *IEEE Transactions on Systems Science and Cybernetics* 2(1): 22–26:
//! EVPPI(X) = E_X[max_i E(v_i | X)] − max_i E(v_i), in score units and never negative. For the additive model with independent
//! quantities the inner expectation is linear or a closed form, so nothing is sampled and no regression (Strong, Oakley & Brennan 2014,
//! *Medical Decision Making* 34(3): 311–326) is needed. What finding out would cost is not known here.

use super::error::{check_count, check_finite, check_len, check_not_negative};
use super::margin::score_moments;
use super::problem::{Entry, MAX_ALTERNATIVES, McdaError, Ratings, Triangular, Weights};
use super::weighted_sum::dot;

/// What it is worth to know one alternative's quantile in one dependence group: all its ratings there become known together.
#[derive(Debug, Clone, PartialEq)]
pub struct RatingInformation {
    pub alternative: usize,
    /// As in [`Ratings::groups`].
    pub group: usize,
    /// The criteria of that group on which the alternative's rating is not exact.
    pub criteria: Vec<usize>,
    /// Expected gain, in score units.
    pub value: f64,
}

/// One answer that an open question may get: how likely it is, and everyone's expected score if it is so.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Any scale; probabilities are divided by their sum.
    pub probability: f64,
    pub scores: Vec<f64>,
}

/// The most answers that one question may have.
pub const MAX_OUTCOMES: usize = 1000;
/// Steps of the bisection for the quantile where two alternatives change places: 2^-60 is below a double's resolution at one.
const BISECTIONS: usize = 60;
/// Intervals of the quadrature over a weight.
const WEIGHT_STEPS: usize = 400;

/// The value of learning the answer to a question with finitely many answers, exactly. Fails on ragged scores and bad probabilities.
pub fn value_of_answer(outcomes: &[Outcome]) -> Result<f64, McdaError> {
    check_count(Entry::new("outcomes"), outcomes.len(), "answers", MAX_OUTCOMES)?;
    let n_alternatives = outcomes[0].scores.len();
    check_count(Entry::new("scores").at(0), n_alternatives, "alternatives", MAX_ALTERNATIVES)?;
    let probabilities: Vec<f64> = outcomes.iter().map(|o| o.probability).collect();
    let mut total = 0.0;
    for (k, outcome) in outcomes.iter().enumerate() {
        check_len(Entry::new("scores").at(k), outcome.scores.len(), n_alternatives)?;
        for (i, &s) in outcome.scores.iter().enumerate() {
            check_finite(Entry::new("scores").at(k).at(i), s)?;
        }
        total += check_not_negative(Entry::new("probabilities").at(k), probabilities[k])?;
    }
    if total == 0.0 {
        return Err(McdaError::AllZero(Entry::new("probabilities")));
    }
    let mut expected = vec![0.0; n_alternatives];
    let mut informed = 0.0;
    for outcome in outcomes {
        let p = outcome.probability / total;
        informed += p * greatest(&outcome.scores);
        for (e, s) in expected.iter_mut().zip(&outcome.scores) {
            *e += p * s;
        }
    }
    Ok((informed - greatest(&expected)).max(0.0))
}

/// Every alternative's every dependence group that is not exact, the most worth knowing first. Exact but for rounding.
///
/// Weights enter by their means, because they are independent of the ratings.
pub fn value_of_ratings(ratings: &Ratings, weights: &Weights) -> Result<Vec<RatingInformation>, McdaError> {
    let moments = score_moments(ratings, weights, f64::INFINITY)?;
    let scores: Vec<f64> = (0..ratings.n_alternatives()).map(|i| moments.score(i).mean).collect();
    let best_but = |i: usize| {
        let others = scores.iter().enumerate().filter(|&(k, _)| k != i);
        others.map(|(_, &s)| s).fold(f64::NEG_INFINITY, f64::max)
    };
    let mut found = Vec::new();
    for (alternative, row) in ratings.rows().enumerate() {
        for group in 0..ratings.n_groups() {
            let is_open = |&j: &usize| ratings.groups()[j] == group && !row[j].is_exact();
            let criteria: Vec<usize> = (0..row.len()).filter(is_open).collect();
            if criteria.is_empty() {
                continue;
            }
            let parts: Vec<(f64, Triangular)> = criteria.iter().map(|&j| (weights[j], row[j])).collect();
            let value = if scores.len() == 1 { 0.0 } else { gain_from_quantile(&parts, scores[alternative] - best_but(alternative)) };
            found.push(RatingInformation { alternative, group, criteria, value });
        }
    }
    found.sort_by(|a, b| b.value.total_cmp(&a.value));
    Ok(found)
}

/// What it is worth to know each weight exactly, one value per criterion, when the weights are Dirichlet with mean `weights` and `concentration` K > 0.
///
/// Given w_k = t the others keep their expected proportions, so scores are lines in t, and w_k is Beta(K w_k, K(1 − w_k)).
/// The integral is a mid-point sum over the Beta distribution's bulk, good to about 1e-4 of the value.
pub fn value_of_weights(ratings: &Ratings, weights: &Weights, concentration: f64) -> Result<Vec<f64>, McdaError> {
    ratings.check_weights(weights)?;
    check_not_negative(Entry::new("concentration"), concentration)?;
    let means = ratings.means();
    let expected: Vec<f64> = means.rows().map(|row| dot(row, weights)).collect();
    let value = |k: usize| {
        let (a, b) = (concentration * weights[k], concentration * (1.0 - weights[k]));
        // A weight of 0 or 1 is known already.
        if a <= 0.0 || b <= 1e-12 * concentration {
            return 0.0;
        }
        let without = weights.with(k, 0.0);
        let lines: Vec<(f64, f64)> = means.rows().map(|row| (dot(row, &without), row[k])).collect();
        let top_at = |t: f64| lines.iter().map(|(s0, s1)| s0 + t * (s1 - s0)).fold(f64::NEG_INFINITY, f64::max);
        (beta_expectation(a, b, &top_at) - greatest(&expected)).max(0.0)
    };
    Ok((0..weights.len()).map(value).collect())
}

/// E[max(lead + X, 0)] − max(lead, 0) for X = Σ w (r(q) − mean r), q uniform: X rises with q, so there is one quantile where it equals −lead.
fn gain_from_quantile(parts: &[(f64, Triangular)], lead: f64) -> f64 {
    let excess = |q: f64| lead + parts.iter().map(|(w, t)| w * (t.quantile(q) - t.mean())).sum::<f64>();
    if excess(0.0) >= 0.0 || excess(1.0) <= 0.0 {
        return 0.0;
    }
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..BISECTIONS {
        let middle = 0.5 * (low + high);
        if excess(middle) < 0.0 { low = middle } else { high = middle }
    }
    // Integrate over the side where the alternative changes its place, which is the smaller and loses fewer digits.
    let integral_above =
        (1.0 - high) * lead + parts.iter().map(|(w, t)| w * (upper_integral(*t, high) - (1.0 - high) * t.mean())).sum::<f64>();
    (integral_above - lead.max(0.0)).max(0.0)
}

/// ∫_p^1 of the triangular quantile function, in closed form.
fn upper_integral(t: Triangular, p: f64) -> f64 {
    let span = t.high() - t.low();
    if span == 0.0 {
        return (1.0 - p) * t.low();
    }
    let split = (t.mode() - t.low()) / span;
    // Over q from a to b: below the split low + span √(q split), above it high − span √((1 − q)(1 − split)).
    let cube = |x: f64| x * x.sqrt();
    let below = |a: f64, b: f64| t.low() * (b - a) + span * split.sqrt() * (cube(b) - cube(a)) / 1.5;
    let above = |a: f64| t.high() * (1.0 - a) - span * (1.0 - split).sqrt() * cube(1.0 - a) / 1.5;
    if p < split { below(p, split) + above(split) } else { above(p) }
}

/// E[f(T)] for T ~ Beta(a, b), by mid-points in x with t = x²(3 − 2x), which tames densities that are infinite at an end.
fn beta_expectation(a: f64, b: f64, f: &dyn Fn(f64) -> f64) -> f64 {
    let points: Vec<(f64, f64)> = (0..WEIGHT_STEPS)
        .map(|k| {
            let x = (k as f64 + 0.5) / WEIGHT_STEPS as f64;
            let y = 1.0 - x;
            let (t, s) = (x * x * (1.0 + 2.0 * y), y * y * (1.0 + 2.0 * x));
            let log_density = (a - 1.0) * libm::log(t) + (b - 1.0) * libm::log(s) + libm::log(x * y);
            (t, log_density)
        })
        .collect();
    let peak = points.iter().map(|p| p.1).fold(f64::NEG_INFINITY, f64::max);
    let (mut total, mut sum) = (0.0, 0.0);
    for (t, log_density) in points {
        let mass = libm::exp(log_density - peak);
        total += mass;
        sum += mass * f(t);
    }
    sum / total
}

fn greatest(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn t(low: f64, mode: f64, high: f64) -> Triangular {
        Triangular::new(low, mode, high).unwrap()
    }

    #[test]
    fn an_answer_is_worth_what_it_changes() {
        let outcome = |probability: f64, scores: [f64; 2]| Outcome { probability, scores: scores.to_vec() };
        // Without asking 5.0; with the answer half of 6.0 and half of 5.0.
        let changes = [outcome(1.0, [5.0, 6.0]), outcome(1.0, [5.0, 2.0])];
        assert!((value_of_answer(&changes).unwrap() - 0.5).abs() < 1e-15);
        let irrelevant = [outcome(0.3, [5.0, 4.0]), outcome(0.7, [6.0, 3.0])];
        assert_eq!(value_of_answer(&irrelevant).unwrap(), 0.0);
        assert!(value_of_answer(&[outcome(0.0, [1.0, 2.0])]).is_err());
    }

    #[test]
    fn ratings_agree_with_brute_force() {
        let rows = [[t(2.0, 5.0, 9.0), t(4.0, 6.0, 7.0), t(3.0, 3.0, 3.0)], [t(4.0, 5.0, 8.0), t(5.0, 5.0, 5.0), t(2.0, 4.0, 4.0)]];
        let ratings = Ratings::new(&rows).unwrap().with_groups(&[0, 0, 1]).unwrap();
        let weights = Weights::new(&[0.5, 0.3, 0.2]).unwrap();
        let means = ratings.means();
        let scores: Vec<f64> = means.rows().map(|row| dot(row, &weights)).collect();
        for found in value_of_ratings(&ratings, &weights).unwrap() {
            let n = 200_000;
            let informed = |k: i32| {
                let q = (f64::from(k) + 0.5) / f64::from(n);
                let i = found.alternative;
                let known = found.criteria.iter().map(|&j| weights[j] * (rows[i][j].quantile(q) - rows[i][j].mean()));
                (scores[i] + known.sum::<f64>()).max(scores[1 - i])
            };
            let brute = (0..n).map(informed).sum::<f64>() / f64::from(n) - greatest(&scores);
            assert!((found.value - brute).abs() < 1e-6, "{found:?} {brute}");
            assert!(found.value > 0.0);
        }
    }

    #[test]
    fn knowing_what_cannot_change_the_choice_is_worth_nothing() {
        let ratings = Ratings::new(&[[t(8.0, 9.0, 10.0)], [t(1.0, 2.0, 3.0)]]).unwrap();
        let weights = Weights::equal(1).unwrap();
        let found = value_of_ratings(&ratings, &weights).unwrap();
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|f| f.value == 0.0));
        assert_eq!(value_of_weights(&ratings, &weights, 10.0).unwrap(), [0.0]);
    }

    #[test]
    fn a_weight_on_the_edge_is_worth_half_its_mean_deviation() {
        // Scores are t and 1 − t with t ~ Beta(10, 10): E max = ½ + E|t − ½|, and E|t − ½| = 2^-20/(10 B(10, 10)).
        let ratings = Ratings::new(&[[t(1.0, 1.0, 1.0), t(0.0, 0.0, 0.0)], [t(0.0, 0.0, 0.0), t(1.0, 1.0, 1.0)]]);
        let values = value_of_weights(&ratings.unwrap(), &Weights::equal(2).unwrap(), 20.0).unwrap();
        let log_beta = 2.0 * libm::lgamma(10.0) - libm::lgamma(20.0);
        let mean_deviation = libm::exp(-20.0 * libm::log(2.0) - log_beta) / 10.0;
        assert!((values[0] / mean_deviation - 1.0).abs() < 1e-3, "{values:?} {mean_deviation}");
    }
}
