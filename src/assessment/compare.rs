//! [`compare_profiles`]: two profiles side by side: what was said differently, and what that does to every weight, rating and score.
//!
//! How a score gap is divided up is `compare/attribution.rs`'s; the words are `wording`'s.

mod attribution;

use std::collections::BTreeSet;

use serde::Serialize;

pub use attribution::{Cause, Part, ScoreChange};

use super::Assessment;
use crate::model::{self, Catalogue, Id, Profile};

/// One of the two that are compared. The catalogues may differ: an older record carries its own.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    pub catalogue: &'a Catalogue,
    pub profile: &'a Profile,
    pub assessment: &'a Assessment,
}

/// One thing that was said differently. What each side says of it is looked up there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", content = "about", rename_all = "snake_case")]
pub enum Difference {
    Catalogue,
    Name,
    Context,
    Date,
    /// The answer to a question, by id.
    Fact(Id),
    /// A rule that somebody switched off or changed, by id.
    Rule(Id),
    /// The points that people gave to a criterion, by id.
    Points(Id),
    Elicitation,
    Sureness,
    /// Whether the result is sealed.
    Sealed,
    GutFeeling,
    /// An own rating.
    Rating {
        criterion: Id,
        alternative: Id,
    },
    /// An own criterion, by id.
    Criterion(Id),
    /// An own alternative, by id.
    Alternative(Id),
    /// A must-have, said or following from the facts, by id.
    Requirement(Id),
    /// A remark about a criterion, by id.
    Note(Id),
    AxisOrder,
    /// One person's weights, by name.
    Voice(String),
    Decision,
    Seed,
}

/// A criterion of either side.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedCriterion {
    pub id: Id,
    pub name: String,
    /// Its weight, 0–1; nought on a side that does not have it.
    pub weights: [f64; 2],
}

/// What distinguishes two profiles.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileComparison {
    pub differences: Vec<Difference>,
    /// Those of the first side, then those that only the second has.
    pub criteria: Vec<ComparedCriterion>,
    /// Those alternatives that both sides have, in the order of the first.
    pub scores: Vec<ScoreChange>,
    /// Ids of alternatives that only one side has: they have no gap to explain.
    pub only_first: Vec<Id>,
    pub only_second: Vec<Id>,
}

/// Compares the first side with the second; a change is the second's value minus the first's.
pub fn compare_profiles(a: Side<'_>, b: Side<'_>) -> ProfileComparison {
    let has = |side: Side<'_>, id: &str| side.assessment.alternative(id).is_some();
    let only = |here: Side<'_>, there: Side<'_>| -> Vec<Id> {
        here.assessment.alternatives.iter().map(|alternative| alternative.id.clone()).filter(|id| !has(there, id)).collect()
    };
    let criteria = criteria(a, b);
    let scores = attribution::scores(a, b, &criteria);
    ProfileComparison { differences: differences(a, b), criteria, scores, only_first: only(a, b), only_second: only(b, a) }
}

fn criteria(a: Side<'_>, b: Side<'_>) -> Vec<ComparedCriterion> {
    let weight = |side: Side<'_>, id: &str| side.assessment.criterion(id).map_or(0.0, |j| side.assessment.criteria[j].weight);
    let second = b.assessment.criteria.iter().filter(|criterion| a.assessment.criterion(&criterion.id).is_none());
    let all = a.assessment.criteria.iter().chain(second);
    all.map(|criterion| ComparedCriterion {
        id: criterion.id.clone(),
        name: criterion.name.clone(),
        weights: [weight(a, &criterion.id), weight(b, &criterion.id)],
    })
    .collect()
}

fn differences(a: Side<'_>, b: Side<'_>) -> Vec<Difference> {
    let mut found: BTreeSet<Difference> = a.profile.differences(b.profile).iter().filter_map(|edit| difference(edit.part())).collect();
    if a.catalogue.name != b.catalogue.name || a.catalogue.full_version() != b.catalogue.full_version() {
        found.insert(Difference::Catalogue);
    }
    // A requirement may follow from the facts, too.
    let [here, there] = [a, b].map(|side| -> BTreeSet<&Id> {
        side.assessment.requirements.iter().filter(|outcome| outcome.is_on).map(|outcome| &outcome.id).collect()
    });
    found.extend(here.symmetric_difference(&there).map(|id| Difference::Requirement((*id).clone())));
    found.into_iter().collect()
}

/// What a part of the profile is here: all ways of weighing are one. `None` for a whole profile, which is no part of one.
fn difference(part: model::Part) -> Option<Difference> {
    Some(match part {
        model::Part::Name => Difference::Name,
        model::Part::Context => Difference::Context,
        model::Part::Date => Difference::Date,
        model::Part::Fact(id) => Difference::Fact(id),
        model::Part::Rule(id) => Difference::Rule(id),
        model::Part::Points(id) => Difference::Points(id),
        model::Part::Adopted
        | model::Part::Swing(_)
        | model::Part::Order
        | model::Part::OrderScheme
        | model::Part::Pair { .. }
        | model::Part::TradeOffs => Difference::Elicitation,
        model::Part::Sureness => Difference::Sureness,
        model::Part::Sealed => Difference::Sealed,
        model::Part::GutFeeling => Difference::GutFeeling,
        model::Part::Rating { criterion, alternative } => Difference::Rating { criterion, alternative },
        model::Part::Criterion(id) => Difference::Criterion(id),
        model::Part::Alternative(id) => Difference::Alternative(id),
        model::Part::Requirement(id) => Difference::Requirement(id),
        model::Part::Note(id) => Difference::Note(id),
        model::Part::AxisOrder => Difference::AxisOrder,
        model::Part::Voice(name) => Difference::Voice(name),
        model::Part::Decision => Difference::Decision,
        model::Part::Seed => Difference::Seed,
        model::Part::Whole => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::assess,
        model::{Answer, Requirement},
        store,
    };

    fn differences_after(change: impl FnOnce(&mut Profile)) -> Vec<Difference> {
        let catalogue = store::shipped();
        let first = store::example("public-api").unwrap().profile.clone();
        let mut second = first.clone();
        change(&mut second);
        let (one, other) = (assess(catalogue, &first), assess(catalogue, &second));
        compare_profiles(Side { catalogue, profile: &first, assessment: &one }, Side { catalogue, profile: &second, assessment: &other })
            .differences
    }

    #[test]
    fn equal_profiles_do_not_differ() {
        assert_eq!(differences_after(|_| {}), []);
    }

    #[test]
    fn what_was_said_differently_is_named() {
        let said = differences_after(|profile| {
            profile.points.insert("latency".into(), 30.0);
            profile.notes.insert("latency".into(), "why".into());
            profile.sureness = crate::model::Sureness::Sure;
            profile.sealed = true;
            profile.gut_feeling = Some(crate::model::GutFeeling::default());
        });
        let points = Difference::Points("latency".into());
        let note = Difference::Note("latency".into());
        assert_eq!(said, [points, Difference::Sureness, Difference::Sealed, Difference::GutFeeling, note]);
    }

    #[test]
    fn a_requirement_that_only_follows_from_a_fact_is_named_too() {
        let said = differences_after(|profile| {
            profile.facts.0.insert("memory".into(), Answer::One("bare_metal".into()));
        });
        assert!(said.iter().any(|difference| matches!(difference, Difference::Requirement(_))), "{said:?}");
        let id = store::shipped().requirements[0].id.clone();
        let said = differences_after(|profile| {
            profile.requirements.push(Requirement::new(id.clone()));
        });
        assert_eq!(said, [Difference::Requirement(id)]);
    }
}
