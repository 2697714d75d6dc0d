//! The documented choices that ship with the app: every id is known, every case hangs together, and the back-test over them.
//!
//! How likeness and sums are computed is tested beside the code.

use std::collections::BTreeSet;

use trilemma::{
    assessment::{MIN_SHARED, Tested, Trial, profile_of, trial},
    model::{Bank, Case, Profile},
    store::{self, banks},
};

fn cases() -> impl Iterator<Item = &'static Case> {
    banks().iter().flat_map(|bank| &bank.cases)
}

#[test]
fn every_id_is_known_and_stands_once() {
    let catalogue = store::shipped();
    assert_eq!(banks().iter().map(|bank| (bank.id.as_str(), bank.cases.len())).collect::<Vec<_>>(), [("known", 24), ("ordinary", 20)]);
    let ids: BTreeSet<&str> = cases().map(|case| case.id.as_str()).collect();
    assert_eq!(ids.len(), cases().count(), "an id stands twice");
    for case in cases() {
        let profile = Profile { facts: case.facts.clone(), ..Profile::new(case.name.clone()) };
        assert_eq!(profile.faults(catalogue), [], "{}", case.id);
        for id in case.alternatives.iter().chain(&case.defensible) {
            assert!(catalogue.alternative(id).is_some(), "{}: {id}", case.id);
        }
        assert!(case.existed(&case.chosen) && case.is_defensible(&case.chosen), "{}", case.id);
        assert!(case.defensible.iter().all(|id| case.existed(id)), "{}", case.id);
    }
}

#[test]
fn every_case_says_what_it_needs_to_say() {
    let this_year = store::shipped().date.year();
    for bank in banks() {
        assert!(!bank.name.is_empty() && bank.about.ends_with('.'), "{}", bank.id);
    }
    for case in cases() {
        let id = &case.id;
        assert!(!case.name.is_empty() && !case.name.ends_with('.'), "{id}");
        assert!((1991..=this_year).contains(&case.year), "{id}: {}", case.year);
        assert!(case.reason.ends_with('.') && case.reason.len() > 40 && case.reason.len() < 300, "{id}: {}", case.reason);
        assert!(case.outside.as_ref().is_none_or(|factor| !factor.is_empty() && !factor.ends_with('.')), "{id}");
        assert!(case.facts.0.len() >= MIN_SHARED, "{id}");
        assert_eq!(profile_of(store::shipped(), case).facts, case.facts, "{id}: existing code is left out on purpose");
        assert!(!case.sources.is_empty(), "{id}");
        for source in &case.sources {
            assert!(!source.title.is_empty() && source.url.as_ref().is_none_or(|url| url.starts_with("http")), "{id}: {}", source.title);
        }
        // What was no alternative yet: Go became stable in 2012, Rust in 2015.
        assert_eq!(
            (case.existed("python"), case.existed("go"), case.existed("rust")),
            (true, case.year >= 2012, case.year >= 2015),
            "{id}"
        );
    }
}

#[test]
fn texts_are_calm() {
    for case in cases() {
        for text in [&case.name, &case.reason].into_iter().chain(&case.outside) {
            assert!(!text.contains(['!', '\u{2014}', '\u{2013}']) && !text.contains("  "), "{}: {text}", case.id);
        }
    }
}

/// What the app claims of itself: better than any constant answer where systems are well known, and hardly ever out of the question.
#[test]
fn the_back_test_holds() {
    let catalogue = store::shipped();
    for Bank { id, cases, .. } in banks() {
        let trials: Vec<Trial> = cases.iter().map(|case| trial(catalogue, case)).collect();
        let found = Tested::new(catalogue, cases.clone(), trials);
        let (all, best) =
            (found.validation.all, found.validation.baselines.iter().map(|(_, always)| always.right).max().unwrap_or_default());
        assert!(all.top1_defensible() >= Some(0.85), "{id}: {all:?}");
        if id == "known" {
            assert!(all.right > best, "{id}: {} against {best}", all.right);
        }
        assert_eq!((found.misses().count(), all.n), (all.n - all.right, cases.len()), "{id}");
        assert!(found.trials.iter().all(|trial| trial.is_right == trial.miss.is_none()), "{id}");
        for trial in found.trials.iter().filter(|trial| trial.had_choice() && trial.leader.is_some()) {
            let sum: f64 = trial.shares.iter().map(|(_, share)| share).sum();
            assert!((sum - 1.0).abs() < 1e-9, "{id}: {sum}");
        }
    }
}

/// With one alternative of the time there is nothing to be sure of, and its slot is its own.
#[test]
fn only_alternatives_of_the_time_take_part() {
    let catalogue = store::shipped();
    let case = cases().find(|case| case.id == "eve-online").expect("it ships");
    let trial = trial(catalogue, case);
    assert_eq!((trial.leader.as_deref(), trial.had_choice(), trial.shares.len()), (Some("python"), false, 1));
    let profile = profile_of(catalogue, case);
    let among = |names: &'static [&str]| trilemma::assessment::assess_among(catalogue, &profile, move |id| names.contains(&id));
    let (all, two) = (trilemma::assessment::assess(catalogue, &profile), among(&["go", "rust"]));
    assert_eq!(
        two.alternatives.iter().map(|alternative| (alternative.id.as_str(), alternative.slot)).collect::<Vec<_>>(),
        [("go", 1), ("rust", 2)]
    );
    for alternative in &two.alternatives {
        assert_eq!(
            alternative.score.to_bits(),
            all.alternatives[alternative.slot].score.to_bits(),
            "leaving somebody out moved {}",
            alternative.id
        );
    }
    assert!(among(&[]).alternatives.is_empty());
}
