//! [`Elicitation`]: what people answered in each way of weighing, side by side, and which way's weights were taken over.
//!
//! What weights follow from the answers is computed and never stored here; what was taken over stands in the profile's points.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Id;

/// The largest swing, given to the improvement that matters most.
pub const LARGEST_SWING: f64 = 100.0;
/// The end of Saaty's scale: so many times as important, at most.
pub const LARGEST_PREFERENCE: f64 = 9.0;
/// The greatest improvement in a trade-off, in points of the 0–10 scale: from worst to best.
pub const WHOLE_WAY: f64 = 10.0;

/// The answers of every way of weighing, so that ways can be compared without losing any.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Elicitation {
    /// The way whose weights were written into the points last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Way>,
    /// How much the swing of a criterion from its worst to its best is worth, 0–[`LARGEST_SWING`]; absent: not said.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub swing: BTreeMap<Id, f64>,
    /// Criteria by importance, most important first; those in one list are tied, absent ones get no weight.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<Vec<Id>>,
    #[serde(skip_serializing_if = "OrderScheme::is_default")]
    pub order_scheme: OrderScheme,
    /// Comparisons of groups, each two at most once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub group_pairs: Vec<Pair>,
    /// Comparisons of criteria of one group, each two at most once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub criterion_pairs: Vec<Pair>,
    /// Answered trade-offs, in the order in which they were asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub trade_offs: Vec<TradeOff>,
}

/// A way of weighing that asks questions of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Swings from worst to best.
    Swing,
    /// Order of importance.
    Order,
    /// Comparisons of two at a time.
    Pairs,
    /// An improvement here against an improvement there.
    TradeOffs,
}

impl Way {
    pub const ALL: [Self; 4] = [Self::Swing, Self::Order, Self::Pairs, Self::TradeOffs];
}

/// How the weight falls from place to place in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderScheme {
    /// The centre of all weights that have this order.
    #[default]
    Centroid,
    /// In equal steps.
    Sum,
    /// As one over the place.
    Reciprocal,
}

impl OrderScheme {
    pub const ALL: [Self; 3] = [Self::Centroid, Self::Sum, Self::Reciprocal];

    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// `one` is `times` as important as `other`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    pub one: Id,
    pub other: Id,
    /// From 1, equally important, to [`LARGEST_PREFERENCE`]; the more important is named first.
    pub times: f64,
}

/// An improvement of one criterion against an improvement of another, each counted from the worst.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TradeOff {
    pub one: Id,
    pub other: Id,
    /// How far each improves, in points of the 0–10 scale: above 0, at most [`WHOLE_WAY`].
    #[serde(default = "whole_way", skip_serializing_if = "is_whole_way")]
    pub one_gains: f64,
    #[serde(default = "whole_way", skip_serializing_if = "is_whole_way")]
    pub other_gains: f64,
    pub answer: Preference,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preference {
    One,
    Other,
    Equal,
    /// Asked and passed over; it is not asked again.
    Skipped,
}

impl Elicitation {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes away every answer about a criterion.
    pub fn forget(&mut self, criterion: &str) {
        self.swing.remove(criterion);
        self.order.iter_mut().for_each(|tied| tied.retain(|id| id != criterion));
        self.order.retain(|tied| !tied.is_empty());
        self.criterion_pairs.retain(|pair| !pair.is_about(criterion));
        self.trade_offs.retain(|asked| asked.one != criterion && asked.other != criterion);
    }
}

impl Pair {
    pub fn is_about(&self, id: &str) -> bool {
        self.one == id || self.other == id
    }

    /// Whether it compares these two, whichever is named first.
    pub fn is_of(&self, one: &str, other: &str) -> bool {
        (self.one == one && self.other == other) || (self.one == other && self.other == one)
    }

    /// How many times as important as `other` the pair calls `one`; below 1 if less important.
    pub fn times_of(pairs: &[Self], one: &str, other: &str) -> Option<f64> {
        let pair = pairs.iter().find(|pair| pair.is_of(one, other))?;
        Some(if pair.one == one { pair.times } else { 1.0 / pair.times })
    }

    /// The comparison of two with the more important first, whichever `times` says that is.
    pub fn ordered(one: &str, other: &str, times: f64) -> Self {
        let (one, other, times) = if times < 1.0 { (other, one, 1.0 / times) } else { (one, other, times) };
        Self { one: one.to_owned(), other: other.to_owned(), times }
    }
}

fn whole_way() -> f64 {
    WHOLE_WAY
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_whole_way(value: &f64) -> bool {
    *value == WHOLE_WAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_reads_the_same_from_both_sides() {
        let pairs = vec![Pair::ordered("a", "b", 0.2)];
        assert_eq!((pairs[0].one.as_str(), pairs[0].other.as_str(), pairs[0].times), ("b", "a", 5.0));
        assert_eq!(Pair::times_of(&pairs, "a", "b"), Some(0.2));
        assert_eq!(Pair::times_of(&pairs, "b", "a"), Some(5.0));
        assert_eq!(Pair::times_of(&pairs, "a", "c"), None);
    }

    #[test]
    fn what_is_forgotten_is_gone_from_every_way() {
        let trade_off =
            |one: &str| TradeOff { one: one.into(), other: "z".into(), one_gains: WHOLE_WAY, other_gains: 5.0, answer: Preference::Equal };
        let mut answers = Elicitation {
            swing: [("a".to_owned(), 100.0), ("b".to_owned(), 50.0)].into(),
            order: vec![vec!["a".into()], vec!["b".into(), "z".into()]],
            criterion_pairs: vec![Pair::ordered("a", "b", 3.0), Pair::ordered("b", "z", 3.0)],
            trade_offs: vec![trade_off("a"), trade_off("b")],
            ..Elicitation::default()
        };
        answers.forget("a");
        assert_eq!(answers.swing.len(), 1);
        assert_eq!(answers.order, [vec!["b".to_owned(), "z".to_owned()]]);
        assert_eq!((answers.criterion_pairs.len(), answers.trade_offs.len()), (1, 1));
    }
}
