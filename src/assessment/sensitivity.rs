//! What would have to be different for another alternative to lead: one weight, one rating, several weights together; and how far
//! every uncertain rating moves the lead.
//!
//! The mathematics is `mcda`'s. Only those who meet every requirement compete here, and positions are the assessment's.
//! Flips by the weight of a group are `explain.rs`'s.

use super::{Assessment, competition::Competition};
use crate::{
    mcda::{
        DecisionMatrix, McdaError, Weights,
        closest_weights::tie_with_leader,
        sensitivity::{self, ScoreLine},
    },
    model::{SCALE_MAX, SCALE_MIN},
};

/// Everything that changes the leader, nearest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensitivity {
    /// For each criterion whose weight alone can do it, its nearest weight.
    pub weights: Vec<CriterionFlip>,
    /// For each single rating that can do it within 0–10.
    pub ratings: Vec<RatingFlip>,
    /// The smallest change of several weights together; `None`: no weights at all can do it.
    pub joint: Option<JointFlip>,
}

/// At which weight of a criterion, the others keeping their proportions, another alternative catches up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CriterionFlip {
    pub criterion: usize,
    pub challenger: usize,
    /// The weight now and at the tie, 0–1.
    pub now: f64,
    pub tie: f64,
}

/// At which value of one rating another alternative catches up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatingFlip {
    /// Whose rating it is: the leader's or the challenger's.
    pub alternative: usize,
    pub criterion: usize,
    pub challenger: usize,
    /// The rating now and at the tie, 0–10.
    pub now: f64,
    pub tie: f64,
    /// Whether the tie lies within the rating's plausible range.
    pub is_plausible: bool,
}

/// The smallest change of all weights together, by two measures of small.
#[derive(Debug, Clone, PartialEq)]
pub struct JointFlip {
    /// The least weight moved: the sum of all changes.
    pub l1: WeightChange,
    /// The least distance: the root of the sum of all squared changes.
    pub l2: WeightChange,
}

/// Weights at which another alternative catches up.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightChange {
    pub challenger: usize,
    pub distance: f64,
    /// By criterion, together one.
    pub weights: Vec<f64>,
}

/// What one uncertain rating does to the leader's margin over the best of the others, all other ratings at their most likely value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TornadoBar {
    pub alternative: usize,
    pub criterion: usize,
    /// The ends of the rating.
    pub low: f64,
    pub high: f64,
    /// The margin at these ends; below zero another alternative leads.
    pub margin_at_low: f64,
    pub margin_at_high: f64,
}

/// A weight that can be moved on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeightOf {
    Group(usize),
    Criterion(usize),
}

/// Every score as a straight line over one weight, everything else scaled alike.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightLines {
    /// The weight now, 0–1.
    pub now: f64,
    pub lines: Vec<WeightLine>,
    /// Where lines meet, by weight.
    pub crossings: Vec<Crossing>,
}

/// One alternative's score at weight 0 and at weight 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightLine {
    pub alternative: usize,
    pub at_zero: f64,
    pub at_one: f64,
}

/// Where two lines meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crossing {
    pub weight: f64,
    pub score: f64,
    /// Ahead of the other just below and just above that weight.
    pub before: usize,
    pub after: usize,
    pub changes_leader: bool,
}

impl TornadoBar {
    pub fn swing(&self) -> f64 {
        (self.margin_at_high - self.margin_at_low).abs()
    }

    /// Whether the rating alone can cost the leader the lead.
    pub fn changes_leader(&self) -> bool {
        self.margin_at_low.min(self.margin_at_high) < 0.0
    }
}

impl WeightChange {
    /// The criteria whose weight changes, and by how much; the largest first.
    pub fn moves(&self, assessment: &Assessment) -> Vec<(usize, f64)> {
        let changes = self.weights.iter().zip(assessment.weights()).map(|(then, now)| then - now);
        let mut moves: Vec<(usize, f64)> = changes.enumerate().filter(|(_, by)| by.abs() > NO_CHANGE).collect();
        moves.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        moves
    }
}

/// A change of weight below this is rounding.
const NO_CHANGE: f64 = 1e-9;

impl WeightLine {
    pub fn at(&self, weight: f64) -> f64 {
        ScoreLine { at_zero: self.at_zero, at_one: self.at_one }.at(weight)
    }
}

impl WeightLines {
    /// Where the leader changes. At 0 and at 1 itself others only draw level.
    pub fn changes(&self) -> impl Iterator<Item = &Crossing> {
        self.crossings.iter().filter(|crossing| crossing.changes_leader && crossing.weight > 0.0 && crossing.weight < 1.0)
    }

    /// Who leads from which weight to which, from 0 to 1. Of equals the first leads.
    pub fn leaders(&self) -> Vec<(f64, f64, usize)> {
        let mut ends: Vec<f64> = self.crossings.iter().map(|crossing| crossing.weight).filter(|&t| t > 0.0 && t < 1.0).collect();
        ends.push(1.0);
        let mut stretches: Vec<(f64, f64, usize)> = Vec::new();
        let mut from = 0.0;
        for to in ends {
            let middle = f64::midpoint(from, to);
            let best = self.lines.iter().reduce(|best, line| if line.at(middle) > best.at(middle) { line } else { best });
            match (stretches.last_mut(), best) {
                (Some(last), Some(best)) if last.2 == best.alternative => last.1 = to,
                (_, Some(best)) => stretches.push((from, to, best.alternative)),
                (_, None) => {}
            }
            from = to;
        }
        stretches
    }
}

/// What would change the leader. `None` where there is nobody to lead over.
pub fn sensitivity(assessment: &Assessment) -> Option<Sensitivity> {
    let Competition { alternatives, ratings, weights } = Competition::of_several(assessment)?;
    let modes = ratings.modes();
    let by_weight = sensitivity::weight_flips(&modes, &weights).ok()?;
    let by_rating = sensitivity::rating_flips(&modes, &weights, SCALE_MIN, SCALE_MAX).ok()?;
    let weight_flips = by_weight.into_iter().map(|flip| CriterionFlip {
        criterion: flip.criterion,
        challenger: alternatives[flip.new_leader],
        now: flip.from,
        tie: flip.to,
    });
    let rating_flips = by_rating.into_iter().map(|flip| {
        let cell = ratings.get(flip.alternative, flip.criterion);
        RatingFlip {
            alternative: alternatives[flip.alternative],
            criterion: flip.criterion,
            challenger: alternatives[flip.new_leader],
            now: flip.from,
            tie: flip.to,
            is_plausible: cell.low() <= flip.to && flip.to <= cell.high(),
        }
    });
    let joint = joint(&alternatives, &modes, &weights).ok()?;
    Some(Sensitivity { weights: weight_flips.collect(), ratings: rating_flips.collect(), joint })
}

/// The nearest weights at which anybody catches up with the leader. At the nearest of all nobody is ahead of both.
fn joint(alternatives: &[usize], modes: &DecisionMatrix, weights: &Weights) -> Result<Option<JointFlip>, McdaError> {
    let mut nearest: Option<JointFlip> = None;
    for (target, &challenger) in alternatives.iter().enumerate() {
        let (winner, tie) = tie_with_leader(modes, weights, target)?;
        let Some(tie) = tie.filter(|_| target != winner) else { continue };
        let l1 = WeightChange { challenger, distance: tie.l1_distance, weights: tie.l1_weights.into_vec() };
        let l2 = WeightChange { challenger, distance: tie.l2_distance, weights: tie.l2_weights.into_vec() };
        nearest = Some(match nearest {
            None => JointFlip { l1, l2 },
            Some(so_far) => JointFlip { l1: nearer(so_far.l1, l1), l2: nearer(so_far.l2, l2) },
        });
    }
    Ok(nearest)
}

fn nearer(a: WeightChange, b: WeightChange) -> WeightChange {
    if b.distance < a.distance { b } else { a }
}

/// One bar for every uncertain rating that moves the lead, the widest first; empty where there is nobody to lead over.
pub fn tornado(assessment: &Assessment) -> Vec<TornadoBar> {
    let Some(Competition { alternatives, ratings, weights }) = Competition::of_several(assessment) else { return Vec::new() };
    let bars = sensitivity::tornado(&ratings, &weights).unwrap_or_default();
    let bar = |bar: sensitivity::TornadoBar| {
        let cell = ratings.get(bar.alternative, bar.criterion);
        TornadoBar {
            alternative: alternatives[bar.alternative],
            criterion: bar.criterion,
            low: cell.low(),
            high: cell.high(),
            margin_at_low: bar.margin_at_low,
            margin_at_high: bar.margin_at_high,
        }
    };
    bars.into_iter().filter(|bar| bar.swing() > 0.0).map(bar).collect()
}

/// Every score as one weight goes from 0 to 1. `None` where nobody qualifies, or where there is nothing beside that weight.
pub fn weight_lines(assessment: &Assessment, about: WeightOf) -> Option<WeightLines> {
    let Competition { alternatives, ratings, weights } = Competition::of(assessment)?;
    let inside: Vec<bool> = match about {
        WeightOf::Group(g) => assessment.criteria.iter().map(|criterion| criterion.group == g).collect(),
        WeightOf::Criterion(k) => (0..assessment.criteria.len()).map(|j| j == k).collect(),
    };
    if inside.iter().all(|is_inside| *is_inside) || !inside.iter().any(|is_inside| *is_inside) {
        return None;
    }
    let modes = ratings.modes();
    let side = |of_inside: bool| -> Vec<f64> {
        let members: Vec<usize> = (0..inside.len()).filter(|&j| inside[j] == of_inside).collect();
        (0..alternatives.len()).map(|i| mean(&members, &weights, modes.row(i))).collect()
    };
    let (on_it, on_rest) = (side(true), side(false));
    let now: f64 = inside.iter().zip(weights.iter()).filter(|(is_inside, _)| **is_inside).map(|(_, w)| w).sum();
    let rows: Vec<[f64; 2]> = on_it.iter().zip(&on_rest).map(|(on_it, on_rest)| [*on_it, *on_rest]).collect();
    let two = DecisionMatrix::new(&rows).ok()?;
    let now = now.clamp(0.0, 1.0);
    let shares = Weights::new(&[now, 1.0 - now]).ok()?;
    let line = |(row, &alternative): (&[f64; 2], &usize)| WeightLine { alternative, at_zero: row[1], at_one: row[0] };
    let lines: Vec<WeightLine> = rows.iter().zip(&alternatives).map(line).collect();
    let crossing = |found: sensitivity::Crossover| Crossing {
        weight: found.weight,
        score: lines[found.before].at(found.weight),
        before: alternatives[found.before],
        after: alternatives[found.after],
        changes_leader: found.changes_leader,
    };
    let crossings = sensitivity::crossovers(&two, &shares, 0).ok()?.into_iter().map(crossing).collect();
    Some(WeightLines { now, lines, crossings })
}

/// The weighted mean of what somebody achieves on some criteria; the plain mean where none of them has weight.
fn mean(members: &[usize], weights: &Weights, row: &[f64]) -> f64 {
    let weight: f64 = members.iter().map(|&j| weights[j]).sum();
    if weight > 0.0 {
        members.iter().map(|&j| weights[j] * row[j]).sum::<f64>() / weight
    } else {
        members.iter().map(|&j| row[j]).sum::<f64>() / members.len() as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::{assess, weight_flips},
        store,
    };

    fn each(check: impl Fn(&str, &Assessment)) {
        store::examples().iter().for_each(|example| check(&example.id, &assess(store::shipped(), &example.profile)));
    }

    #[test]
    fn lines_pass_through_the_scores_and_meet_where_the_flips_are() {
        each(|id, assessment| {
            let flips = weight_flips(assessment);
            for g in 0..assessment.groups.len() {
                let lines = weight_lines(assessment, WeightOf::Group(g)).unwrap();
                for line in &lines.lines {
                    assert!((line.at(lines.now) - assessment.alternatives[line.alternative].score).abs() < 1e-9, "{id}");
                }
                if let Some(flip) = flips.iter().find(|flip| flip.group == g) {
                    let met = lines.crossings.iter().any(|crossing| (crossing.weight - flip.tie).abs() < 1e-9 && crossing.changes_leader);
                    assert!(met, "{id}: {flip:?} is not among {:?}", lines.crossings);
                }
                let stretches = lines.leaders();
                let now = stretches.iter().find(|(from, to, _)| *from <= lines.now && lines.now <= *to).map(|stretch| stretch.2);
                assert_eq!(now, assessment.verdict.leader, "{id}");
                assert_eq!((stretches[0].0, stretches[stretches.len() - 1].1), (0.0, 1.0), "{id}");
                // The lead changes at the ends of the stretches and nowhere else; at 0 and 1 others only draw level.
                let ends: Vec<f64> = stretches.iter().skip(1).map(|stretch| stretch.0).collect();
                let changes: Vec<f64> = lines.changes().map(|crossing| crossing.weight).collect();
                assert_eq!(changes, ends, "{id}: {:?}", lines.crossings);
            }
        });
    }

    #[test]
    fn a_flip_that_is_carried_out_levels_the_two() {
        each(|id, assessment| {
            let Some(found) = sensitivity(assessment) else { return };
            let Competition { alternatives, ratings, weights } = Competition::of(assessment).unwrap();
            let (modes, leader) = (ratings.modes(), assessment.verdict.leader.unwrap());
            let row = |i: usize| modes.row(alternatives.iter().position(|a| *a == i).unwrap());
            let score = |i: usize, weights: &[f64]| row(i).iter().zip(weights).map(|(r, w)| r * w).sum::<f64>();
            for flip in &found.weights {
                let moved = weights.with(flip.criterion, flip.tie);
                assert!((score(leader, &moved) - score(flip.challenger, &moved)).abs() < 1e-9, "{id}: {flip:?}");
            }
            for flip in &found.ratings {
                let by = weights[flip.criterion] * (flip.tie - flip.now);
                let gap = score(leader, &weights) - score(flip.challenger, &weights);
                let closed = if flip.alternative == leader { gap + by } else { gap - by };
                assert!(closed.abs() < 1e-9, "{id}: {flip:?}");
            }
            if let Some(joint) = &found.joint {
                for change in [&joint.l1, &joint.l2] {
                    assert!(score(change.challenger, &change.weights) >= score(leader, &change.weights) - 1e-9, "{id}: {change:?}");
                    assert!((change.weights.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{id}");
                }
                // A change of one weight alone moves several; none of them is nearer than the nearest.
                for flip in &found.weights {
                    let moved = weights.with(flip.criterion, flip.tie);
                    let distance: f64 = moved.iter().zip(weights.iter()).map(|(a, b)| (a - b).abs()).sum();
                    assert!(joint.l1.distance <= distance + 1e-9, "{id}");
                }
                assert!((joint.l1.moves(assessment).iter().map(|(_, by)| by.abs()).sum::<f64>() - joint.l1.distance).abs() < 1e-6, "{id}");
            }
        });
    }

    #[test]
    fn bars_hold_the_margin_between_their_ends_and_only_those_compete_who_qualify() {
        each(|id, assessment| {
            let margin = assessment.verdict.margin;
            for bar in tornado(assessment) {
                let margin = margin.expect("there is somebody to lead over");
                let (low, high) = (bar.margin_at_low.min(bar.margin_at_high), bar.margin_at_low.max(bar.margin_at_high));
                assert!(low <= margin + 1e-9 && margin <= high + 1e-9, "{id}: {bar:?} {margin}");
                assert!(assessment.alternatives[bar.alternative].is_eligible(), "{id}");
            }
            assert!(tornado(assessment).is_sorted_by(|a, b| a.swing() >= b.swing()), "{id}");
        });
        let firmware = assess(store::shipped(), &store::example("firmware").unwrap().profile);
        assert_eq!((sensitivity(&firmware), tornado(&firmware)), (None, Vec::new()));
    }

    #[test]
    fn the_dominated_cannot_be_helped_by_weights() {
        let mut profile = crate::model::Profile::new("p");
        for criterion in &store::shipped().criteria {
            for (alternative, mode) in [("python", 2.0), ("go", 3.0), ("rust", 9.0)] {
                let (criterion, alternative) = (criterion.id.clone(), alternative.to_owned());
                let own =
                    crate::model::OwnRating { criterion, alternative, low: mode, mode, high: mode, reason: "r".into(), evidence: None };
                profile.ratings.push(own);
            }
        }
        let found = sensitivity(&assess(store::shipped(), &profile)).unwrap();
        assert_eq!((found.joint, found.weights), (None, Vec::new()));
    }
}
