//! The attribution of a score gap adds up, for any two profiles.
//!
//! What is said of it in words is tested beside the command line.

use proptest::prelude::*;
use trilemma::{
    assessment::{Side, assess, compare_profiles},
    model::{Answer, OwnAlternative, OwnCriterion, OwnRating, Profile, QuestionKind, RuleChange},
    store,
};

/// A profile of any facts, changed rules, points, own ratings, criteria and alternatives.
fn any_profile() -> impl Strategy<Value = Profile> {
    let catalogue = store::shipped();
    let n_questions = catalogue.interview.questions.len();
    let facts = proptest::collection::vec(proptest::option::of(0usize..12), n_questions);
    let rules = proptest::collection::vec((0..catalogue.interview.rules.len(), any::<bool>(), 0.0..9.0), 0..4);
    let points = proptest::collection::vec((0..catalogue.criteria.len(), prop_oneof![Just(0.0), 0.0..60.0]), 0..6);
    let ratings = proptest::collection::vec((0..catalogue.criteria.len() + 1, 0..catalogue.alternatives.len() + 1, 0.0..10.0), 0..6);
    (facts, rules, points, ratings, any::<bool>(), any::<bool>()).prop_map(|(facts, rules, points, ratings, criterion, alternative)| {
        let catalogue = store::shipped();
        let mut profile = Profile::new("any");
        for (question, answer) in catalogue.interview.questions.iter().zip(facts) {
            let Some(n) = answer else { continue };
            let given = match &question.kind {
                QuestionKind::Choice(options) => Answer::One(options[n % options.len()].id.clone()),
                QuestionKind::EachAlternative(options) => {
                    Answer::Each([(catalogue.alternatives[n % 3].id.clone(), options[n % options.len()].id.clone())].into())
                }
                QuestionKind::Parts(parts) => {
                    let part = &parts[n % parts.len()];
                    Answer::Each([(part.id.clone(), part.answers[n % part.answers.len()].id.clone())].into())
                }
            };
            profile.facts.0.insert(question.id.clone(), given);
        }
        for (at, off, value) in rules {
            let rule = &catalogue.interview.rules[at];
            let points = if off { Default::default() } else { rule.points.keys().map(|id| (id.clone(), value)).collect() };
            profile.rules.insert(rule.id.clone(), RuleChange { off, points, reason: String::new() });
        }
        if criterion {
            let (worst, best) = (String::new(), String::new());
            profile.criteria.push(OwnCriterion { id: "vendor".into(), name: "Vendor".into(), group: "adoption".into(), worst, best });
            profile.points.insert("vendor".into(), 7.0);
        }
        if alternative {
            profile.alternatives.push(OwnAlternative { id: "zig".into(), name: "Zig".into() });
        }
        for (at, value) in points {
            profile.points.insert(catalogue.criteria[at].id.clone(), value);
        }
        for (j, i, mode) in ratings {
            let criterion = catalogue.criteria.get(j).map_or_else(|| "vendor".to_owned(), |criterion| criterion.id.clone());
            let alternative = catalogue.alternatives.get(i).map_or_else(|| "zig".to_owned(), |alternative| alternative.id.clone());
            if profile.own_rating(&criterion, &alternative).is_none() {
                profile.ratings.push(OwnRating {
                    criterion,
                    alternative,
                    low: mode,
                    mode,
                    high: mode,
                    reason: String::new(),
                    evidence: None,
                });
            }
        }
        profile
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn parts_and_causes_sum_to_the_gap_and_swapping_flips_every_sign(first in any_profile(), second in any_profile()) {
        let catalogue = store::shipped();
        let (one, other) = (assess(catalogue, &first), assess(catalogue, &second));
        let a = Side { catalogue, profile: &first, assessment: &one };
        let b = Side { catalogue, profile: &second, assessment: &other };
        let (there, back) = (compare_profiles(a, b), compare_profiles(b, a));
        prop_assert_eq!(there.scores.is_empty(), false);
        for change in &there.scores {
            let parts: f64 = change.parts.iter().map(|part| part.total()).sum();
            prop_assert!((parts - change.gap()).abs() < 1e-9, "{}: {parts} for {}", change.id, change.gap());
            let causes: f64 = change.causes.iter().map(|(_, effect)| effect).sum();
            prop_assert!((causes - change.gap()).abs() < 1e-9, "{}: {causes} for {}", change.id, change.gap());
            let reverse = back.scores.iter().find(|other| other.id == change.id).expect("both have it");
            prop_assert!((reverse.gap() + change.gap()).abs() < 1e-12);
            for part in &change.parts {
                let by_cause: f64 = part.weight_causes.iter().map(|(_, effect)| effect).sum();
                prop_assert!((by_cause - part.by_weight).abs() < 1e-9);
                let id = &there.criteria[part.criterion].id;
                let same = reverse.parts.iter().find(|other| back.criteria[other.criterion].id == *id).expect("it changes both ways");
                prop_assert!((same.by_weight + part.by_weight).abs() < 1e-12 && (same.by_rating + part.by_rating).abs() < 1e-12);
                prop_assert_eq!(&same.rating_cause, &part.rating_cause);
            }
            for (cause, effect) in change.causes.iter().filter(|(_, effect)| effect.abs() > 1e-9) {
                let same = reverse.causes.iter().find(|(other, _)| other == cause).map_or(0.0, |(_, effect)| *effect);
                prop_assert!((same + effect).abs() < 1e-9, "{cause:?}");
            }
        }
    }
}

#[test]
fn one_edit_is_the_whole_cause() {
    let catalogue = store::shipped();
    let first = store::example("public-api").expect("it ships").profile.clone();
    let mut second = first.clone();
    second.facts.0.insert("latency".into(), Answer::One("hard_1ms".into()));
    let (one, other) = (assess(catalogue, &first), assess(catalogue, &second));
    let found =
        compare_profiles(Side { catalogue, profile: &first, assessment: &one }, Side { catalogue, profile: &second, assessment: &other });
    for change in &found.scores {
        let [(cause, effect)] = change.causes.as_slice() else { panic!("{:?}", change.causes) };
        assert_eq!(*cause, trilemma::assessment::Cause::Fact("latency".into()));
        assert!((effect - change.gap()).abs() < 1e-12);
    }
}
