//! How far one weight or one rating of the additive model may move before another alternative leads.
//!
//! Triantaphyllou, E. & Sánchez, A. (1997), "A sensitivity analysis approach for some deterministic multi-criteria decision-making
//! methods", *Decision Sciences* 28(1): 151–194 (most critical criterion and measure); Howard, R. A. (1988), "Decision analysis:
//! practice and promise", *Management Science* 34(6): 679–695 (tornado). When one weight becomes t the others keep their proportions:
//! w_j (1 − t)/(1 − w_k). Changes of several weights together are in [`super::closest_weights`], sampling is in [`super::smaa`].

use super::error::check_index;
use super::problem::{DecisionMatrix, Entry, McdaError, Ratings, Weights};
use super::ranking::leader;
use super::weighted_sum::{dot, weighted_sum};

/// Where one weight may lie, in 0..=1, without another alternative overtaking the present leader.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StabilityInterval {
    pub lowest: f64,
    pub highest: f64,
}

/// One alternative's score as a function of one weight t: a straight line from t = 0 to t = 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreLine {
    pub at_zero: f64,
    pub at_one: f64,
}

/// Where two score lines meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crossover {
    /// The weight, in 0..=1.
    pub weight: f64,
    /// Ahead just below that weight.
    pub before: usize,
    /// Ahead just above it.
    pub after: usize,
    /// Whether nobody scores more than the two there, so that the lead itself changes.
    pub changes_leader: bool,
}

/// What one uncertain rating does to the leader's margin over the best of the others, all other ratings at their modes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TornadoBar {
    pub alternative: usize,
    pub criterion: usize,
    pub margin_at_low: f64,
    pub margin_at_high: f64,
}

/// A value of one rating at which another alternative draws level with the leader.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatingFlip {
    pub alternative: usize,
    pub criterion: usize,
    /// The rating now, and the one at which the lead is lost.
    pub from: f64,
    pub to: f64,
    /// Who draws level.
    pub new_leader: usize,
}

/// A value of one weight, the others keeping their proportions, at which another alternative draws level with the leader.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightFlip {
    pub criterion: usize,
    /// The weight now, and the one at which the lead is lost.
    pub from: f64,
    pub to: f64,
    /// Who draws level.
    pub new_leader: usize,
}

impl ScoreLine {
    /// The score at weight `t`.
    pub fn at(self, t: f64) -> f64 {
        self.at_zero * (1.0 - t) + self.at_one * t
    }
}

impl TornadoBar {
    /// How much the margin moves between the two ends.
    pub fn swing(self) -> f64 {
        (self.margin_at_high - self.margin_at_low).abs()
    }
}

impl RatingFlip {
    pub fn change(self) -> f64 {
        self.to - self.from
    }
}

impl WeightFlip {
    pub fn change(self) -> f64 {
        self.to - self.from
    }
}

/// One line per alternative: its score as criterion `k`'s weight goes from 0 to 1. `values` are benefits on one scale.
pub fn score_lines(values: &DecisionMatrix, weights: &Weights, k: usize) -> Result<Vec<ScoreLine>, McdaError> {
    check(values, weights, k)?;
    let without = weights_without(weights, k);
    let line = |row: &[f64]| ScoreLine { at_zero: dot(row, &without), at_one: row[k] };
    Ok(values.rows().map(line).collect())
}

/// One interval per criterion. The leader is the greatest score, the first of equals; it may be level with others inside the interval.
pub fn stability_intervals(values: &DecisionMatrix, weights: &Weights) -> Result<Vec<StabilityInterval>, McdaError> {
    let winner = leader(&weighted_sum(values, weights)?).unwrap_or(0);
    let of_criterion = |k| margin_lines(values, weights, winner, k);
    Ok((0..weights.len())
        .map(|k| {
            let mut interval = StabilityInterval { lowest: 0.0, highest: 1.0 };
            if weights.len() > 1 {
                for (_, lead) in of_criterion(k) {
                    if let Some((t, rising)) = zero(lead) {
                        if rising {
                            interval.lowest = interval.lowest.max(t.min(weights[k]));
                        } else {
                            interval.highest = interval.highest.min(t.max(weights[k]));
                        }
                    } else if lead.at_zero < 0.0 {
                        // Level with the leader but for rounding, and behind nowhere else: no room on either side.
                        interval = StabilityInterval { lowest: weights[k], highest: weights[k] };
                    }
                }
            }
            interval
        })
        .collect())
}

/// The nearest value of each weight at which the lead is lost, the smallest change first; criteria for which there is none are left out.
pub fn weight_flips(values: &DecisionMatrix, weights: &Weights) -> Result<Vec<WeightFlip>, McdaError> {
    let winner = leader(&weighted_sum(values, weights)?).unwrap_or(0);
    let mut flips = Vec::new();
    if weights.len() > 1 {
        for (criterion, &from) in weights.iter().enumerate() {
            let meetings =
                margin_lines(values, weights, winner, criterion).filter_map(|(rival, lead)| zero(lead).map(|(to, _)| (rival, to)));
            let nearest = meetings.min_by(|a, b| (a.1 - from).abs().total_cmp(&(b.1 - from).abs()));
            flips.extend(nearest.map(|(new_leader, to)| WeightFlip { criterion, from, to, new_leader }));
        }
    }
    flips.sort_by(|a, b| a.change().abs().total_cmp(&b.change().abs()));
    Ok(flips)
}

/// Where the score lines of any two alternatives meet as criterion `k`'s weight goes from 0 to 1, ascending. Parallel lines do not meet.
pub fn crossovers(values: &DecisionMatrix, weights: &Weights, k: usize) -> Result<Vec<Crossover>, McdaError> {
    let lines = score_lines(values, weights, k)?;
    let mut found = Vec::new();
    for i in 0..lines.len() {
        for other in 0..i {
            let lead = margin_line(values, weights, i, other, k);
            let Some((weight, rising)) = zero(lead) else {
                continue;
            };
            let level = lines[i].at(weight);
            let (before, after) = if rising { (other, i) } else { (i, other) };
            let tolerance = 1e-12 * (1.0 + level.abs());
            let is_top = |(l, line): (usize, &ScoreLine)| l == i || l == other || line.at(weight) <= level + tolerance;
            found.push(Crossover { weight, before, after, changes_leader: lines.iter().enumerate().all(is_top) });
        }
    }
    found.sort_by(|a, b| a.weight.total_cmp(&b.weight));
    Ok(found)
}

/// One bar per rating that is not exact, the widest first. Empty for a single alternative, which has no margin.
pub fn tornado(ratings: &Ratings, weights: &Weights) -> Result<Vec<TornadoBar>, McdaError> {
    let modes = ratings.modes();
    let scores = weighted_sum(&modes, weights)?;
    let Some(winner) = leader(&scores).filter(|_| scores.len() > 1) else {
        return Ok(Vec::new());
    };
    let best_but = |excluded: usize| {
        let others = scores.iter().enumerate().filter(|&(k, _)| k != winner && k != excluded);
        others.map(|(_, &s)| s).fold(f64::NEG_INFINITY, f64::max)
    };
    let mut bars = Vec::new();
    for alternative in 0..scores.len() {
        let rivals = best_but(alternative);
        for (criterion, cell) in ratings.row(alternative).iter().enumerate() {
            if cell.is_exact() {
                continue;
            }
            let margin = |value: f64| {
                let moved = scores[alternative] + weights[criterion] * (value - cell.mode());
                if alternative == winner { moved - rivals } else { scores[winner] - rivals.max(moved) }
            };
            bars.push(TornadoBar { alternative, criterion, margin_at_low: margin(cell.low()), margin_at_high: margin(cell.high()) });
        }
    }
    bars.sort_by(|a, b| b.swing().total_cmp(&a.swing()));
    Ok(bars)
}

/// Every single rating that can change the leader within `lowest..=highest` of its scale, the smallest change first; empty if none can.
pub fn rating_flips(values: &DecisionMatrix, weights: &Weights, lowest: f64, highest: f64) -> Result<Vec<RatingFlip>, McdaError> {
    let scores = weighted_sum(values, weights)?;
    let Some(winner) = leader(&scores) else {
        return Ok(Vec::new());
    };
    let others = scores.iter().enumerate().filter(|&(k, _)| k != winner);
    let runner_up = others.max_by(|a, b| a.1.total_cmp(b.1)).map(|(k, _)| k);
    let mut flips = Vec::new();
    for alternative in 0..scores.len() {
        // The leader falls to the runner-up; anyone else rises to the leader.
        let (new_leader, gap) = match runner_up {
            Some(second) if alternative == winner => (second, scores[second] - scores[winner]),
            Some(_) => (alternative, scores[winner] - scores[alternative]),
            None => break,
        };
        for (criterion, &w) in weights.iter().enumerate() {
            let from = values.get(alternative, criterion);
            let to = from + gap / w;
            if (lowest..=highest).contains(&to) {
                flips.push(RatingFlip { alternative, criterion, from, to, new_leader });
            }
        }
    }
    flips.sort_by(|a, b| a.change().abs().total_cmp(&b.change().abs()));
    Ok(flips)
}

fn check(values: &DecisionMatrix, weights: &Weights, k: usize) -> Result<(), McdaError> {
    values.check_weights(weights)?;
    check_index(Entry::new("criterion"), k, weights.len())
}

/// The weights when criterion `k` has none; for the only criterion, all zero.
fn weights_without(weights: &Weights, k: usize) -> Vec<f64> {
    if weights.len() == 1 { vec![0.0] } else { weights.with(k, 0.0).into_vec() }
}

/// The lead of `i` over every other alternative as criterion `k`'s weight goes from 0 to 1.
fn margin_lines(values: &DecisionMatrix, weights: &Weights, i: usize, k: usize) -> impl Iterator<Item = (usize, ScoreLine)> {
    let without = weights_without(weights, k);
    let rivals = (0..values.n_alternatives()).filter(move |&rival| rival != i);
    rivals.map(move |rival| (rival, lead(values, &without, i, rival, k)))
}

fn margin_line(values: &DecisionMatrix, weights: &Weights, i: usize, rival: usize, k: usize) -> ScoreLine {
    lead(values, &weights_without(weights, k), i, rival, k)
}

/// From differences of values, which are exact where scores would round.
fn lead(values: &DecisionMatrix, without: &[f64], i: usize, rival: usize, k: usize) -> ScoreLine {
    let difference = |(x, y): (&f64, &f64)| x - y;
    let terms = values.row(i).iter().zip(values.row(rival)).map(difference).zip(without);
    ScoreLine { at_zero: terms.map(|(d, w)| d * w).sum(), at_one: values.get(i, k) - values.get(rival, k) }
}

/// Where a line crosses zero between its ends, and whether upwards. A line that only touches zero at an end crosses there.
fn zero(line: ScoreLine) -> Option<(f64, bool)> {
    let (a, b) = (line.at_zero, line.at_one);
    let crosses = (a < 0.0 && b >= 0.0) || (a >= 0.0 && b < 0.0) || (a == 0.0 && b > 0.0);
    // Halves, so that ends of 1e300 do not overflow.
    crosses.then(|| ((0.5 * a) / (0.5 * a - 0.5 * b), b > a))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mcda::problem::Triangular;

    fn example() -> (DecisionMatrix, Weights) {
        let values = DecisionMatrix::new(&[[9.0, 1.0], [1.0, 9.0]]).unwrap();
        (values, Weights::new(&[0.7, 0.3]).unwrap())
    }

    #[test]
    fn two_lines_meet_in_the_middle() {
        let (values, weights) = example();
        let intervals = stability_intervals(&values, &weights).unwrap();
        assert_eq!(intervals[0], StabilityInterval { lowest: 0.5, highest: 1.0 });
        assert_eq!(intervals[1], StabilityInterval { lowest: 0.0, highest: 0.5 });
        let found = crossovers(&values, &weights, 0).unwrap();
        assert_eq!(found, [Crossover { weight: 0.5, before: 1, after: 0, changes_leader: true }]);
        let flips = weight_flips(&values, &weights).unwrap();
        assert_eq!((flips[0].criterion, flips[0].to, flips[0].new_leader), (0, 0.5, 1));
        assert_eq!(flips.len(), 2);
    }

    #[test]
    fn a_rating_flips_the_lead_or_cannot() {
        let (values, weights) = example();
        // 6.6 to 3.4: the second needs 3.2/0.7 more on the first criterion; 3.2/0.3 on the other is off the scale.
        let flips = rating_flips(&values, &weights, 0.0, 10.0).unwrap();
        let cells: Vec<_> = flips.iter().map(|f| (f.alternative, f.criterion)).collect();
        assert_eq!(cells, [(0, 0), (1, 0)]);
        assert!((flips[1].to - (1.0 + 3.2 / 0.7)).abs() < 1e-12);
        let certain = Weights::new(&[1.0, 0.0]).unwrap();
        let dominant = DecisionMatrix::new(&[[9.0, 1.0], [9.5, 1.0]]).unwrap();
        assert!(rating_flips(&dominant, &certain, 9.0, 9.6).unwrap().iter().all(|f| f.criterion == 0));
        let alone = DecisionMatrix::new(&[[9.0, 1.0]]).unwrap();
        assert!(rating_flips(&alone, &certain, 0.0, 10.0).unwrap().is_empty());
    }

    #[test]
    fn the_widest_bar_comes_first() {
        let t = |low, mode, high| Triangular::new(low, mode, high).unwrap();
        let ratings = Ratings::new(&[[t(8.0, 9.0, 9.0), t(1.0, 1.0, 1.0)], [t(1.0, 1.0, 2.0), t(0.0, 9.0, 10.0)]]);
        let (_, weights) = example();
        let bars = tornado(&ratings.unwrap(), &weights).unwrap();
        assert_eq!(bars.len(), 3);
        assert_eq!((bars[0].alternative, bars[0].criterion), (1, 1));
        assert!((bars[0].margin_at_low - (6.6 - 0.7)).abs() < 1e-12);
        assert!((bars[0].margin_at_high - (6.6 - 3.7)).abs() < 1e-12);
    }
}
