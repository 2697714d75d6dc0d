//! Every shipped profile: it reads without loss, is written the same again, and comes to finite numbers that add up.
//!
//! The table of verdicts below is documentation: if a change of the catalogue moves one, look at the profile, ask whether an
//! experienced engineer would agree, and only then change the table.

use trilemma::{
    assessment::{Assessment, VerdictKind, assess},
    model::Rating,
    store::{self, Example},
};

/// The examples in the order in which they are told: id, name, leader, and how sure the verdict is.
const VERDICTS: [(&str, &str, &str, VerdictKind); 9] = [
    ("public-api", "Public API", "go", VerdictKind::Leaning),
    ("integration-service", "Integration service", "python", VerdictKind::Leaning),
    ("edge-proxy", "Edge proxy", "rust", VerdictKind::TooClose),
    ("training-pipeline", "Training pipeline", "python", VerdictKind::Clear),
    ("developer-cli", "Developer CLI", "go", VerdictKind::Clear),
    ("storage-engine", "Storage engine", "rust", VerdictKind::Clear),
    ("firmware", "Firmware", "rust", VerdictKind::Clear),
    ("nightly-automation", "Nightly automation", "python", VerdictKind::Clear),
    ("prototype", "Prototype", "python", VerdictKind::Leaning),
];

/// Sums of a few dozen numbers between 0 and 10 agree to this.
const EXACT: f64 = 1e-12;

fn each(check: impl Fn(&Example, &Assessment)) {
    for example in store::examples() {
        check(example, &assess(store::shipped(), &example.profile));
    }
}

#[test]
fn the_nine_examples_come_to_these_verdicts() {
    let found: Vec<(String, String, String, VerdictKind)> = store::examples()
        .iter()
        .map(|example| {
            let assessment = assess(store::shipped(), &example.profile);
            let leader = assessment.leader().map(|leader| leader.id.clone()).unwrap_or_default();
            (example.id.clone(), example.profile.name.clone(), leader, assessment.verdict.kind)
        })
        .collect();
    let expected = VERDICTS.map(|(id, name, leader, kind)| (id.to_owned(), name.to_owned(), leader.to_owned(), kind));
    assert_eq!(found, expected);
}

#[test]
fn each_reads_without_loss_and_without_fault() {
    each(|example, _| {
        assert!(example.losses.is_empty(), "{}: {:?}", example.id, example.losses);
        assert!(example.profile.faults(store::shipped()).is_empty(), "{}", example.id);
    });
}

#[test]
fn each_is_written_byte_for_byte_as_it_stands() {
    each(|example, _| assert_eq!(store::write(&example.profile), example.text, "{}", example.id));
}

#[test]
fn each_says_who_decides_what_and_when() {
    each(|Example { id, profile, .. }, _| {
        let sentences = profile.context.matches(". ").count() + 1;
        assert!((2..=4).contains(&sentences) && profile.context.ends_with('.'), "{id}: {sentences} sentences of context");
        assert!(profile.date.is_some(), "{id} has no date");
        assert!(
            profile.ratings.iter().all(|own| own.rating().is_valid() && !own.reason.is_empty()),
            "{id}: an own rating without a reason"
        );
        assert!(profile.requirements.iter().all(|own| !own.reason.is_empty()), "{id}: a requirement without a reason");
    });
}

#[test]
fn each_comes_to_finite_numbers() {
    each(|Example { id, .. }, assessment| {
        for alternative in &assessment.alternatives {
            let numbers =
                [alternative.score, alternative.low, alternative.high].into_iter().chain(alternative.contributions.iter().copied());
            assert!(numbers.into_iter().all(|number| number.is_finite() && (0.0..=10.0).contains(&number)), "{id}: {alternative:?}");
            assert!(alternative.low <= alternative.score && alternative.score <= alternative.high, "{id}: {alternative:?}");
        }
        let verdict = &assessment.verdict;
        assert!(verdict.margin.is_none_or(|margin| margin.is_finite() && margin >= 0.0), "{id}");
        assert!(verdict.margin_sd.is_none_or(|sd| sd.is_finite() && sd >= 0.0), "{id}");
        assert!(assessment.ratings.iter().flatten().all(|cell| Rating::is_valid(&cell.rating)), "{id}");
        assert!(assessment.findings.is_empty(), "{id}: {:?}", assessment.findings);
    });
}

#[test]
fn weights_sum_to_one_and_so_do_groups() {
    each(|Example { id, .. }, assessment| {
        assert!((assessment.weights().sum::<f64>() - 1.0).abs() < EXACT, "{id}");
        assert!((assessment.groups.iter().map(|group| group.weight).sum::<f64>() - 1.0).abs() < EXACT, "{id}");
    });
}

#[test]
fn the_trace_adds_up_to_the_points() {
    each(|Example { id, profile, .. }, assessment| {
        let total: f64 = assessment.criteria.iter().map(|criterion| criterion.points).sum();
        for criterion in &assessment.criteria {
            let traced: f64 = criterion.trace.iter().map(|line| line.points).sum();
            assert_eq!(traced.max(0.0), criterion.points_from_facts, "{id}: {}", criterion.id);
            let points = profile.points.get(&criterion.id).copied().unwrap_or(criterion.points_from_facts);
            assert_eq!(points, criterion.points, "{id}: {}", criterion.id);
            assert_eq!(points / total, criterion.weight, "{id}: {}", criterion.id);
        }
    });
}

#[test]
fn contributions_sum_to_the_score() {
    each(|Example { id, .. }, assessment| {
        for alternative in &assessment.alternatives {
            let sum: f64 = alternative.contributions.iter().sum();
            assert!((sum - alternative.score).abs() < EXACT, "{id}: {}", alternative.id);
        }
    });
}

#[test]
fn together_they_show_what_a_profile_can_hold() {
    let profiles = || store::examples().iter().map(|example| &example.profile);
    assert!(profiles().any(|profile| profile.criteria.iter().any(|own| {
        let rated = profile.ratings.iter().filter(|rating| rating.criterion == own.id).count();
        rated == store::shipped().alternatives.len() && profile.points.contains_key(&own.id)
    })));
    assert!(profiles().any(|profile| profile.ratings.iter().any(|own| store::shipped().criterion(&own.criterion).is_some())));
    assert!(profiles().any(|profile| !profile.notes.is_empty() && !profile.points.is_empty()));
    assert!(profiles().any(|profile| !profile.requirements.is_empty()));
    assert!(profiles().any(|profile| profile.facts.part("existing_code", "size") == Some("large")));
    let leaders: std::collections::BTreeSet<&str> = VERDICTS.iter().map(|(_, _, leader, _)| *leader).collect();
    assert_eq!(leaders.len(), store::shipped().alternatives.len(), "each language leads somewhere");
}

#[test]
fn firmware_leaves_only_what_needs_no_runtime() {
    let assessment = assess(store::shipped(), &store::example("firmware").expect("it is shipped").profile);
    for (id, fails) in [("python", true), ("go", true), ("rust", false)] {
        let alternative = assessment.alternative(id).map(|i| &assessment.alternatives[i]).expect("it is compared");
        assert_eq!(alternative.failed.iter().any(|requirement| requirement == "R01"), fails, "{id}");
    }
}
