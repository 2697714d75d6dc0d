//! [`compare_profiles`]: two profiles side by side: what was said differently, and what that does to every weight, rating and score.
//!
//! How a score gap is divided up is `compare/attribution.rs`'s; the words are `wording`'s.

mod attribution;

use std::collections::BTreeSet;

use serde::Serialize;

pub use attribution::{Cause, Part, ScoreChange};

use super::Assessment;
use crate::model::{Catalogue, Id, Profile};

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
    // Named one by one, so that a new field of the profile asks to be compared.
    let Profile {
        schema: _,
        name,
        context,
        date,
        facts,
        rules,
        points,
        elicitation,
        sureness,
        sealed,
        gut_feeling,
        ratings,
        criteria,
        alternatives,
        requirements,
        notes,
        axis_order,
        voices,
        decision,
        seed,
    } = a.profile;
    let other = b.profile;
    let mut found = Vec::new();
    let mut add = |is_other: bool, difference: Difference| {
        if is_other {
            found.push(difference);
        }
    };
    add(a.catalogue.name != b.catalogue.name || a.catalogue.full_version() != b.catalogue.full_version(), Difference::Catalogue);
    add(*name != other.name, Difference::Name);
    add(*context != other.context, Difference::Context);
    add(*date != other.date, Difference::Date);
    let ids = |a: Vec<&Id>, b: Vec<&Id>| -> BTreeSet<Id> { a.into_iter().chain(b).cloned().collect() };
    for id in ids(facts.0.keys().collect(), other.facts.0.keys().collect()) {
        add(facts.get(&id) != other.facts.get(&id), Difference::Fact(id));
    }
    for id in ids(rules.keys().collect(), other.rules.keys().collect()) {
        add(rules.get(&id) != other.rules.get(&id), Difference::Rule(id));
    }
    for id in ids(points.keys().collect(), other.points.keys().collect()) {
        add(points.get(&id) != other.points.get(&id), Difference::Points(id));
    }
    add(*elicitation != other.elicitation, Difference::Elicitation);
    add(*sureness != other.sureness, Difference::Sureness);
    add(*sealed != other.sealed, Difference::Sealed);
    add(*gut_feeling != other.gut_feeling, Difference::GutFeeling);
    let cells: BTreeSet<(Id, Id)> =
        ratings.iter().chain(&other.ratings).map(|own| (own.criterion.clone(), own.alternative.clone())).collect();
    for (criterion, alternative) in cells {
        let is_other = a.profile.own_rating(&criterion, &alternative) != other.own_rating(&criterion, &alternative);
        add(is_other, Difference::Rating { criterion, alternative });
    }
    for id in ids(criteria.iter().map(|own| &own.id).collect(), other.criteria.iter().map(|own| &own.id).collect()) {
        let of = |profile: &Profile| profile.criteria.iter().find(|own| own.id == id).cloned();
        add(of(a.profile) != of(other), Difference::Criterion(id));
    }
    for id in ids(alternatives.iter().map(|own| &own.id).collect(), other.alternatives.iter().map(|own| &own.id).collect()) {
        let of = |profile: &Profile| profile.alternatives.iter().find(|own| own.id == id).cloned();
        add(of(a.profile) != of(other), Difference::Alternative(id));
    }
    let outcomes = |side: Side<'_>| side.assessment.requirements.iter().map(|outcome| outcome.id.clone()).collect::<BTreeSet<_>>();
    let said = requirements.iter().chain(&other.requirements).map(|own| own.id.clone());
    for id in outcomes(a).into_iter().chain(outcomes(b)).chain(said).collect::<BTreeSet<_>>() {
        let stated = |profile: &Profile| profile.requirements.iter().find(|own| own.id == id).cloned();
        let counts = |side: Side<'_>| side.assessment.requirements.iter().any(|outcome| outcome.id == id && outcome.is_on);
        add(stated(a.profile) != stated(other) || counts(a) != counts(b), Difference::Requirement(id));
    }
    for id in ids(notes.keys().collect(), other.notes.keys().collect()) {
        add(notes.get(&id) != other.notes.get(&id), Difference::Note(id));
    }
    add(*axis_order != other.axis_order, Difference::AxisOrder);
    for name in ids(voices.iter().map(|voice| &voice.name).collect(), other.voices.iter().map(|voice| &voice.name).collect()) {
        let of = |profile: &Profile| profile.voices.iter().find(|voice| voice.name == name).cloned();
        add(of(a.profile) != of(other), Difference::Voice(name));
    }
    add(*decision != other.decision, Difference::Decision);
    add(*seed != other.seed, Difference::Seed);
    found
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
