//! From the answers of a way of weighing to weights by criterion, and to the edit that takes them over.
//!
//! The mathematics is `mcda`'s. Comparisons of two, trade-off questions and the comparison of ways have a file each.

mod compare;
mod pairs;
mod trade_offs;

use std::collections::BTreeMap;

pub use compare::{Compared, Origin, compare};
pub use pairs::{Comparison, Comparisons, Level, Repair, Triad, comparisons};
pub use trade_offs::{QUESTIONS, Question, contradicted, next_question};

use super::{AssessedCriterion, AssessedGroup, Assessment};
use crate::{
    mcda::{
        Weights,
        weighting::{
            rank_order::{RankScheme, rank_order_weights},
            swing::swing_weights,
        },
    },
    model::{Edit, OrderScheme, Profile, Way},
};

/// What a way's weights add up to once they are points, so that points read as percent.
pub const ADOPTED_POINTS: f64 = 100.0;
/// Adopted points have so many parts to one: two decimals, far below what anybody can mean.
const PARTS: f64 = 100.0;

/// What the ways need to know of an assessment, so that they can be asked while it comes about.
#[derive(Clone, Copy)]
pub(super) struct Structure<'a> {
    pub criteria: &'a [AssessedCriterion],
    pub groups: &'a [AssessedGroup],
}

impl<'a> From<&'a Assessment> for Structure<'a> {
    fn from(assessment: &'a Assessment) -> Self {
        Self { criteria: &assessment.criteria, groups: &assessment.groups }
    }
}

/// The weights by criterion that a way's answers give, together one; `None` while there are too few answers.
pub fn way_weights(profile: &Profile, assessment: &Assessment, way: Way) -> Option<Vec<f64>> {
    weights(profile, assessment.into(), way)
}

/// The edit that takes a way's weights over as points; `None` while there are too few answers.
pub fn adoption(profile: &Profile, assessment: &Assessment, way: Way) -> Option<Edit> {
    let points = points(profile, assessment.into(), way)?;
    let by_criterion = assessment.criteria.iter().zip(points).map(|(criterion, points)| (criterion.id.clone(), Some(points)));
    Some(Edit::All(vec![Edit::Adopted(Some(way)), Edit::Points(by_criterion.collect())]))
}

/// Whether the points are what the way's answers give now.
pub(super) fn is_as_answered(profile: &Profile, structure: Structure<'_>, way: Way) -> bool {
    points(profile, structure, way).is_some_and(|points| structure.criteria.iter().zip(points).all(|(c, points)| c.points == points))
}

fn weights(profile: &Profile, structure: Structure<'_>, way: Way) -> Option<Vec<f64>> {
    match way {
        Way::Swing => swing(profile, structure),
        Way::Order => order(profile, structure),
        Way::Pairs => pairs::weights(profile, structure),
        Way::TradeOffs => trade_offs::weights(profile, structure),
    }
}

fn points(profile: &Profile, structure: Structure<'_>, way: Way) -> Option<Vec<f64>> {
    let weights = weights(profile, structure, way)?;
    Some(weights.into_iter().map(|weight| (weight * ADOPTED_POINTS * PARTS).round() / PARTS).collect())
}

/// What has no swing gets no weight.
fn swing(profile: &Profile, structure: Structure<'_>) -> Option<Vec<f64>> {
    let swings = &profile.elicitation.swing;
    let points: Vec<f64> = structure.criteria.iter().map(|criterion| swings.get(&criterion.id).copied().unwrap_or(0.0)).collect();
    swing_weights(&points).ok().map(Weights::into_vec)
}

/// What is not in the order gets no weight.
fn order(profile: &Profile, structure: Structure<'_>) -> Option<Vec<f64>> {
    let answers = &profile.elicitation;
    let place = |criterion: &AssessedCriterion| answers.order.iter().position(|tied| tied.contains(&criterion.id));
    let places: Vec<(usize, usize)> = structure.criteria.iter().enumerate().filter_map(|(j, c)| Some((j, place(c)?))).collect();
    let ranks: Vec<f64> = places.iter().map(|(_, place)| *place as f64).collect();
    let scheme = match answers.order_scheme {
        OrderScheme::Centroid => RankScheme::Centroid,
        OrderScheme::Sum => RankScheme::Sum,
        OrderScheme::Reciprocal => RankScheme::Reciprocal,
    };
    let by_place = rank_order_weights(&ranks, scheme).ok()?;
    let mut weights = vec![0.0; structure.criteria.len()];
    for ((j, _), weight) in places.into_iter().zip(by_place.iter()) {
        weights[j] = *weight;
    }
    Some(weights)
}

/// What the facts make of every criterion, where a way divides weight that nobody asked about. A criterion that only the profile has
/// counts like the mean of the others until somebody says otherwise; if the facts give no points at all, all count the same.
fn start(profile: &Profile, structure: Structure<'_>) -> Vec<f64> {
    let from_facts = |criterion: &AssessedCriterion| criterion.points_from_facts;
    let counting = structure.criteria.iter().map(from_facts).filter(|points| *points > 0.0);
    let (sum, n) = counting.fold((0.0, 0.0), |(sum, n), points| (sum + points, n + 1.0));
    if n == 0.0 {
        return vec![1.0; structure.criteria.len()];
    }
    let is_own = |criterion: &AssessedCriterion| profile.criteria.iter().any(|own| own.id == criterion.id);
    let points = |criterion: &AssessedCriterion| match from_facts(criterion) {
        points if points > 0.0 => points,
        _ if is_own(criterion) => sum / n,
        _ => 0.0,
    };
    structure.criteria.iter().map(points).collect()
}

/// Where criteria stand, by id.
fn positions<'a>(structure: Structure<'a>) -> BTreeMap<&'a str, usize> {
    structure.criteria.iter().enumerate().map(|(j, criterion)| (criterion.id.as_str(), j)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::{WeightsOrigin, assess},
        store,
    };

    fn adopted(profile: &mut Profile, way: Way) -> Assessment {
        let edit = adoption(profile, &assess(store::shipped(), profile), way).unwrap();
        profile.apply(&edit);
        assess(store::shipped(), profile)
    }

    #[test]
    fn swings_become_shares_and_what_has_none_gets_nothing() {
        let mut profile = Profile::new("p");
        assert_eq!(way_weights(&profile, &assess(store::shipped(), &profile), Way::Swing), None);
        profile.elicitation.swing = [("latency".to_owned(), 100.0), ("libraries".to_owned(), 60.0), ("memory".to_owned(), 0.0)].into();
        let assessment = adopted(&mut profile, Way::Swing);
        assert_eq!((profile.points["latency"], profile.points["libraries"]), (62.5, 37.5));
        assert_eq!(profile.points.values().filter(|points| **points == 0.0).count(), assessment.criteria.len() - 2);
        assert_eq!(assessment.weights_origin, WeightsOrigin::Adopted { way: Way::Swing, is_changed: false });
        profile.points.insert("latency".into(), 60.0);
        let changed = assess(store::shipped(), &profile).weights_origin;
        assert_eq!(changed, WeightsOrigin::Adopted { way: Way::Swing, is_changed: true });
        profile.points.clear();
        assert_eq!(assess(store::shipped(), &profile).weights_origin, WeightsOrigin::Catalogue, "without points, no way counts");
    }

    #[test]
    fn an_order_with_a_tie() {
        let mut profile = Profile::new("p");
        profile.elicitation.order = vec![vec!["security".into()], vec!["latency".into(), "memory".into()]];
        let assessment = assess(store::shipped(), &profile);
        let weights = way_weights(&profile, &assessment, Way::Order).unwrap();
        let of = |id: &str| weights[assessment.criterion(id).unwrap()];
        // Centroid of three: 11/18, 5/18, 2/18; the tied share the last two.
        assert!((of("security") - 11.0 / 18.0).abs() < 1e-12);
        assert!((of("latency") - 3.5 / 18.0).abs() < 1e-12 && of("latency") == of("memory"));
        profile.elicitation.order_scheme = OrderScheme::Sum;
        let weights = way_weights(&profile, &assessment, Way::Order).unwrap();
        assert!((weights[assessment.criterion("security").unwrap()] - 0.5).abs() < 1e-12);
    }

    /// Whatever stands in the answers, the ways give weights or none, and adopting them changes only points.
    #[test]
    fn odd_answers_are_data() {
        let mut profile = Profile::new("p");
        profile.elicitation.swing = [("nobody".to_owned(), 5.0), ("latency".to_owned(), f64::NAN)].into();
        profile.elicitation.order = vec![vec![], vec!["nobody".into(), "latency".into()], vec!["latency".into()]];
        profile.elicitation.group_pairs = vec![crate::model::Pair { one: "scale".into(), other: "scale".into(), times: -1.0 }];
        profile.elicitation.trade_offs = vec![crate::model::TradeOff {
            one: "latency".into(),
            other: "latency".into(),
            one_gains: -3.0,
            other_gains: f64::INFINITY,
            answer: crate::model::Preference::One,
        }];
        let assessment = assess(store::shipped(), &profile);
        for way in Way::ALL {
            if let Some(weights) = way_weights(&profile, &assessment, way) {
                assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{way:?}");
            }
        }
        assert_eq!(way_weights(&profile, &assessment, Way::Swing), None);
    }
}
