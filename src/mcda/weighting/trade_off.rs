//! Weights from trade-offs: an improvement on one criterion against an improvement on another, answered by this, that or equal.
//!
//! In the spirit of Srinivasan, V. & Shocker, A. D. (1973), "Estimating the weights for multiple attributes in a composite criterion
//! using pairwise judgments", *Psychometrika* 38(4): 473–493 (a judgement is an inequality between weighted values, and weights
//! violate the judgements as little as possible), with the ridge of Evgeniou, T., Boussios, C. & Zacharia, G. (2005), "Generalized
//! robust conjoint estimation", *Marketing Science* 24(3): 415–429, that settles what was not asked: few answers then refine a
//! start rather than replace it. Minimised over x = ln w, s the logarithms of the start:
//!
//! ρ Σ_j (x_j − s_j)² + Σ_equal d² + Σ_prefers max(0, μ − d)², where d = (x_one + ln g_one) − (x_other + ln g_other).
//!
//! The function is convex and piecewise quadratic; Newton's steps end at its one minimum. Which question to ask is not decided here.

use crate::mcda::error::{check_index, check_positive, out_of_range};
use crate::mcda::normal_equations::NormalEquations;
use crate::mcda::problem::{Entry, McdaError, Weights};

/// ρ: how strongly the start holds where answers say nothing. Small, so that answers are met to about one percent.
pub const RIDGE: f64 = 0.01;
/// μ = ln 1.25: what is preferred is taken to be worth at least a quarter more; who sees less of a difference can say equal.
pub const MARGIN: f64 = 0.223_143_551_314_209_76;

/// One answered trade-off. `one_gains` and `other_gains` are improvements on one scale, greater than zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TradeOff {
    pub one: usize,
    pub other: usize,
    pub one_gains: f64,
    pub other_gains: f64,
    pub answer: Answer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    One,
    Other,
    Equal,
}

/// What the answers say.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    pub weights: Weights,
    /// Positions of answers that these weights do not give: they contradict others.
    pub contradicted: Vec<usize>,
}

/// Fits weights to the answers. `start` are weights on any scale, all greater than zero.
pub fn trade_off_weights(start: &[f64], answers: &[TradeOff]) -> Result<Fitted, McdaError> {
    Weights::named("start", start)?;
    let mut s = Vec::with_capacity(start.len());
    for (j, &weight) in start.iter().enumerate() {
        s.push(libm::log(check_positive(Entry::new("start").at(j), weight)?));
    }
    let entry = Entry::new("answers");
    let mut terms = Vec::with_capacity(answers.len());
    for (k, asked) in answers.iter().enumerate() {
        check_index(entry.at(k), asked.one, start.len())?;
        check_index(entry.at(k), asked.other, start.len())?;
        if asked.one == asked.other {
            return Err(out_of_range(entry.at(k), asked.other as f64, "about two different criteria"));
        }
        let (one_gains, other_gains) = (check_positive(entry.at(k), asked.one_gains)?, check_positive(entry.at(k), asked.other_gains)?);
        let gains = libm::log(one_gains / other_gains);
        let start = s[asked.one] - s[asked.other] + gains;
        terms.push(match asked.answer {
            Answer::One => Term { i: asked.one, j: asked.other, start, is_equal: false },
            Answer::Other => Term { i: asked.other, j: asked.one, start: -start, is_equal: false },
            Answer::Equal => Term { i: asked.one, j: asked.other, start, is_equal: true },
        });
    }
    let moved = minimum(start.len(), &terms);
    let is_contradicted = |term: &Term| {
        let d = term.value(&moved);
        if term.is_equal { d.abs() > MARGIN } else { d < 0.0 }
    };
    let contradicted = (0..terms.len()).filter(|&k| is_contradicted(&terms[k])).collect();
    let weights = Weights::scaled_to_one(s.iter().zip(&moved).map(|(s, y)| libm::exp(s + y)).collect());
    Ok(Fitted { weights, contradicted })
}

/// One answer over y = x − s: d = `start` + y_i − y_j, to be zero or at least [`MARGIN`].
struct Term {
    i: usize,
    j: usize,
    start: f64,
    is_equal: bool,
}

impl Term {
    fn value(&self, y: &[f64]) -> f64 {
        self.start + y[self.i] - y[self.j]
    }

    fn wanted(&self) -> f64 {
        if self.is_equal { 0.0 } else { MARGIN }
    }

    fn is_active(&self, y: &[f64]) -> bool {
        self.is_equal || self.value(y) < MARGIN
    }

    fn cost(&self, y: &[f64]) -> f64 {
        let short = self.wanted() - self.value(y);
        if self.is_active(y) { short * short } else { 0.0 }
    }
}

/// More of Newton's steps than were ever needed.
const MAX_STEPS: usize = 200;

fn minimum(n: usize, terms: &[Term]) -> Vec<f64> {
    let cost = |y: &[f64]| RIDGE * y.iter().map(|y| y * y).sum::<f64>() + terms.iter().map(|term| term.cost(y)).sum::<f64>();
    let mut y = vec![0.0; n];
    for _ in 0..MAX_STEPS {
        let mut equations = NormalEquations::ridge(n, RIDGE);
        for term in terms.iter().filter(|term| term.is_active(&y)) {
            equations.add_difference(term.i, term.j, term.wanted() - term.start);
        }
        let Some(target) = equations.solve() else { break };
        // The whole step is the minimum while the same terms count; where others come to count, half of it, and so on.
        let before = cost(&y);
        let mut share = 1.0;
        let next = loop {
            let next: Vec<f64> = y.iter().zip(&target).map(|(y, t)| y + share * (t - y)).collect();
            if cost(&next) < before || share < 1e-9 {
                break next;
            }
            share /= 2.0;
        };
        if before - cost(&next) <= 1e-15 {
            break;
        }
        y = next;
    }
    y
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(one: usize, one_gains: f64, other: usize, other_gains: f64, answer: Answer) -> TradeOff {
        TradeOff { one, other, one_gains, other_gains, answer }
    }

    #[test]
    fn without_answers_the_start_stands() {
        let fitted = trade_off_weights(&[2.0, 1.0, 1.0], &[]).unwrap();
        for (found, expected) in fitted.weights.iter().zip([0.5, 0.25, 0.25]) {
            assert!((found - expected).abs() < 1e-12);
        }
    }

    #[test]
    fn equal_worth_gives_the_ratio_of_the_gains() {
        // 5 points of the first are worth 10 of the second: it weighs twice as much.
        let fitted = trade_off_weights(&[1.0, 1.0], &[asked(0, 5.0, 1, 10.0, Answer::Equal)]).unwrap();
        // Exactly: y = ±ln 2/(2 + ρ), so the ratio is 2^(2/(2 + ρ)).
        let ratio = libm::exp(2.0 * libm::log(2.0) / (2.0 + RIDGE));
        assert!((fitted.weights[0] / fitted.weights[1] - ratio).abs() < 1e-9);
        assert!(fitted.contradicted.is_empty());
    }

    #[test]
    fn an_answer_that_holds_already_changes_nothing() {
        let fitted = trade_off_weights(&[3.0, 1.0], &[asked(0, 10.0, 1, 10.0, Answer::One)]).unwrap();
        assert!((fitted.weights[0] - 0.75).abs() < 1e-12);
    }

    #[test]
    fn preferences_are_met() {
        let answers = [asked(1, 10.0, 0, 10.0, Answer::One), asked(2, 10.0, 1, 5.0, Answer::One), asked(3, 2.5, 2, 10.0, Answer::Other)];
        let fitted = trade_off_weights(&[8.0, 4.0, 1.0, 1.0], &answers).unwrap();
        let w = &fitted.weights;
        assert!(w[1] > w[0] && 2.0 * w[2] > w[1] && w[2] > 0.25 * w[3], "{w:?}");
        assert!(fitted.contradicted.is_empty());
    }

    #[test]
    fn answers_that_go_round_in_a_circle_are_named() {
        let answers = [asked(0, 10.0, 1, 5.0, Answer::Equal), asked(1, 10.0, 2, 5.0, Answer::Equal), asked(2, 10.0, 0, 2.5, Answer::One)];
        // w0 = w1/2, w1 = w2/2, so w2 = 4 w0, and 10 w2 against 2.5 w0 holds: nothing to complain about.
        assert!(trade_off_weights(&[1.0; 3], &answers).unwrap().contradicted.is_empty());
        let circle = [answers[0], answers[1], asked(2, 2.5, 0, 10.0, Answer::Other), asked(0, 10.0, 2, 10.0, Answer::One)];
        assert!(!trade_off_weights(&[1.0; 3], &circle).unwrap().contradicted.is_empty());
    }

    #[test]
    fn malformed_answers_are_named() {
        assert!(trade_off_weights(&[1.0, 0.0], &[]).is_err());
        assert!(trade_off_weights(&[1.0, 1.0], &[asked(0, 1.0, 0, 1.0, Answer::One)]).is_err());
        assert!(trade_off_weights(&[1.0, 1.0], &[asked(0, 0.0, 1, 1.0, Answer::One)]).is_err());
        assert!(trade_off_weights(&[1.0, 1.0], &[asked(0, 1.0, 2, 1.0, Answer::One)]).is_err());
    }
}
