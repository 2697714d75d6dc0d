//! Everything that the explanation can say, as text to be read: `tests/sentences/*.snap` are reviewed by people.
//!
//! The profiles here are chosen so that every sentence and every text of it is said at least once.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    sync::atomic::AtomicBool,
};

use trilemma::{
    assessment::{Depth, RobustnessProblem, Sentence, Subject, assess, explain, information, why_not},
    model::{Answer, Edit, OwnAlternative, OwnEvidence, OwnRating, Profile, QuestionKind, Requirement, Sureness},
    store, wording,
};

/// At most so many different sentences of a kind stand in the file.
const MOST_OF_A_KIND: usize = 6;

/// Every profile, by name.
fn profiles() -> Vec<(String, Profile)> {
    let mut all: Vec<(String, Profile)> = store::examples().iter().map(|example| (example.id.clone(), example.profile.clone())).collect();
    all.extend(made_up().into_iter().map(|(name, profile)| (name.to_owned(), profile)));
    all
}

fn example(id: &str) -> Profile {
    store::example(id).expect("a shipped example").profile.clone()
}

fn with(mut profile: Profile, facts: &[(&str, &str)]) -> Profile {
    for (fact, answer) in facts {
        match fact.split_once('.') {
            None => drop(profile.facts.0.insert((*fact).to_owned(), Answer::One((*answer).to_owned()))),
            Some((question, part)) => {
                let entry = profile.facts.0.entry(question.to_owned()).or_insert_with(|| Answer::Each(BTreeMap::new()));
                if let Answer::Each(parts) = entry {
                    parts.insert(part.to_owned(), (*answer).to_owned());
                }
            }
        }
    }
    profile
}

fn requiring(mut profile: Profile, ids: &[&str]) -> Profile {
    for id in ids {
        profile.requirements.push(Requirement::new(*id));
    }
    profile
}

fn rated(mut profile: Profile, alternative: &str, mode: f64) -> Profile {
    for criterion in &store::shipped().criteria {
        let rating = Some(OwnRating {
            criterion: criterion.id.clone(),
            alternative: alternative.into(),
            low: mode,
            mode,
            high: mode,
            reason: "All alike here".into(),
            evidence: None,
        });
        profile.apply(&Edit::Rating { criterion: criterion.id.clone(), alternative: alternative.into(), rating });
    }
    profile
}

fn made_up() -> Vec<(&'static str, Profile)> {
    let nothing = || Profile::new("Nothing known");
    let own = |what: &str, date, link: &str| {
        let mut profile = example("public-api");
        profile.ratings.push(OwnRating {
            criterion: "development_speed".into(),
            alternative: "go".into(),
            low: 6.0,
            mode: 6.5,
            high: 7.0,
            reason: "Our last three services".into(),
            evidence: Some(OwnEvidence { what: what.into(), date, link: link.into() }),
        });
        profile
    };
    let mut by_people = example("edge-proxy");
    by_people.points = store::shipped().criteria.iter().map(|criterion| (criterion.id.clone(), 2.0)).collect();
    by_people.sureness = Sureness::Sure;
    let mut unexplained = example("public-api");
    unexplained.points.insert("latency".into(), 12.0);
    unexplained.points.insert("memory".into(), 6.0);
    unexplained.ratings.push(OwnRating {
        criterion: "latency".into(),
        alternative: "go".into(),
        low: 7.0,
        mode: 7.0,
        high: 7.0,
        reason: String::new(),
        evidence: None,
    });
    let mut mandate = example("integration-service");
    mandate.points.insert("libraries".into(), 9.0);
    mandate.requirements.push(Requirement {
        name: "A language of the group's list".into(),
        judgements: BTreeMap::from([("python".to_owned(), trilemma::model::Judgement::Fails)]),
        reason: "The group's architects decided it in May.".into(),
        ..Requirement::new("mandate")
    });
    mandate.requirements.push(Requirement {
        name: "The partner's software kit exists for Go alone.".into(),
        outside: true,
        favours: Some("go".into()),
        ..Requirement::new("kit")
    });
    mandate.requirements.push(Requirement { name: "The budget for training is gone".into(), outside: true, ..Requirement::new("budget") });
    let mut stranger = example("public-api");
    stranger.alternatives.push(OwnAlternative { id: "zig".into(), name: "Zig".into() });
    stranger = requiring(stranger, &["R12"]);
    let mut few = nothing();
    few.points = store::shipped().criteria.iter().map(|criterion| (criterion.id.clone(), 0.0)).collect();
    few.points.extend([("latency".to_owned(), 20.0), ("libraries".to_owned(), 15.0), ("memory".to_owned(), 1.0)]);
    let mut no_rust = example("public-api");
    no_rust.requirements.push(Requirement {
        judgements: BTreeMap::from([("rust".to_owned(), trilemma::model::Judgement::Fails)]),
        ..mandate.requirements[0].clone()
    });
    let dominated = rated(rated(rated(nothing(), "python", 2.0), "go", 3.0), "rust", 9.0);
    let level = rated(rated(rated(nothing(), "python", 4.0), "go", 7.0), "rust", 7.0);
    let mut all_known = example("edge-proxy");
    for question in &store::shipped().interview.questions {
        if let (QuestionKind::Choice(answers), None) = (&question.kind, all_known.facts.get(&question.id)) {
            all_known = with(all_known, &[(&question.id, &answers[0].id)]);
        }
    }
    vec![
        ("nothing-known", nothing()),
        ("own-evidence", own("12 ms at the 99th percentile", Some(jiff::civil::date(2026, 11, 14)), "reports/load.html")),
        ("own-evidence-short", own("12 ms at the 99th percentile", None, "")),
        ("own-evidence-link", own("", None, "reports/load.html")),
        ("by-people", by_people),
        ("unexplained", unexplained),
        ("mandate", mandate),
        ("stranger", stranger),
        ("few", few),
        ("no-rust", no_rust),
        ("desktop", with(nothing(), &[("workload", "desktop_app")])),
        ("code-of-unknown-size", with(nothing(), &[("existing_code.language", "go")])),
        ("dominated", dominated),
        ("level", level),
        ("all-known", all_known),
        ("little-go", with(example("public-api"), &[("existing_code.language", "go"), ("existing_code.size", "small")])),
        ("some-python", with(example("public-api"), &[("existing_code.language", "python")])),
        ("much-python", with(example("public-api"), &[("existing_code.language", "python"), ("existing_code.size", "large")])),
        ("much-rust", with(example("public-api"), &[("existing_code.language", "rust"), ("existing_code.size", "large")])),
        ("device-and-analysts", requiring(example("firmware"), &["R01", "R17"])),
        ("no-way", requiring(example("firmware"), &["R12", "R16"])),
        ("foreign-code", requiring(example("public-api"), &["R13"])),
        ("several-in-the-way", requiring(example("public-api"), &["R12", "R08", "R16", "R17"])),
        ("data-without-pytorch", requiring(example("public-api"), &["R12"])),
        ("machine-learning-on-a-device", with(example("training-pipeline"), &[("memory", "bare_metal")])),
        ("no-deadline", with(nothing(), &[("latency", "hard_1ms"), ("time_to_market", "days")])),
    ]
}

/// What is said of every profile at full depth and when asked about everybody, with the sentence behind it.
fn said() -> Vec<(Sentence, String)> {
    let catalogue = store::shipped();
    let mut all = Vec::new();
    for (_, profile) in profiles() {
        let assessment = assess(catalogue, &profile);
        let cancel = AtomicBool::new(false);
        let mut robustness = None;
        if let Some(problem) = RobustnessProblem::new(&assessment, 1) {
            problem.run(1, &cancel, |found| {
                robustness.get_or_insert(found);
                cancel.store(true, std::sync::atomic::Ordering::Relaxed);
            });
        }
        let information = information(catalogue, &profile, &assessment);
        let subject =
            Subject { robustness: robustness.as_ref(), information: Some(&information), ..Subject::new(catalogue, &profile, &assessment) };
        let explained = explain(subject, Depth::Full).into_iter().map(|said| said.sentence);
        let asked = (0..assessment.alternatives.len()).flat_map(|i| why_not(&assessment, i));
        for sentence in explained.chain(asked) {
            let words = wording::say(subject, &sentence);
            all.push((sentence, words));
        }
    }
    all
}

/// The name of a sentence's variant.
fn kind(sentence: &Sentence) -> String {
    let shown = format!("{sentence:?}");
    shown.split(['(', ' ', '{']).next().unwrap_or_default().to_owned()
}

/// The variants in the order in which they are declared.
fn kinds() -> Vec<String> {
    let source = include_str!("../src/assessment/explain.rs");
    let start = source.find("pub enum Sentence {").expect("the sentences");
    let body = &source[start..start + source[start..].find("\n}").expect("their end")];
    let name = |line: &str| {
        let line = line.strip_prefix("    ")?;
        let name: String = line.chars().take_while(|c| c.is_alphanumeric()).collect();
        name.starts_with(|c: char| c.is_uppercase()).then_some(name)
    };
    body.lines().filter_map(name).collect()
}

#[test]
fn every_sentence_is_said_and_reads_well() {
    let said = said();
    let mut text = String::new();
    let mut missing = Vec::new();
    for kind in kinds() {
        let mut seen = BTreeSet::new();
        let of_kind: Vec<&String> =
            said.iter().filter(|(sentence, _)| self::kind(sentence) == kind).map(|(_, words)| words).filter(|w| seen.insert(*w)).collect();
        if of_kind.is_empty() {
            missing.push(kind.clone());
        }
        writeln!(text, "\n{kind}").unwrap();
        of_kind.iter().take(MOST_OF_A_KIND).for_each(|words| writeln!(text, "  - {words}").unwrap());
    }
    assert!(kinds().len() > 40, "the sentences were not found");
    assert!(missing.is_empty(), "never said: {missing:?}");
    snapshot("sentences", &text);
}

/// An account as it is read, from its first word to its last.
#[test]
fn a_whole_account_reads_well() {
    for id in ["integration-service", "firmware"] {
        let (catalogue, profile) = (store::shipped(), example(id));
        let assessment = assess(catalogue, &profile);
        let mut text = String::new();
        for (topic, sentences) in wording::account(Subject::new(catalogue, &profile, &assessment), Depth::Full) {
            writeln!(text, "\n{}", wording::topic(topic)).unwrap();
            sentences.iter().for_each(|sentence| writeln!(text, "  - {sentence}").unwrap());
        }
        snapshot(&format!("account-{id}"), &text);
    }
}

#[test]
fn sentences_are_whole_and_calm() {
    let (catalogue, mut wrong) = (store::shipped(), Vec::new());
    // What an article or a source is quoted with is not ours to polish.
    let titles: Vec<&str> = catalogue.evidence.iter().map(|source| source.title.as_str()).collect();
    for (sentence, words) in said() {
        let ours = titles.iter().fold(words.clone(), |words, title| words.replace(&format!("“{title}”"), "“…”"));
        let is_whole =
            words.ends_with(['.', '?']) && words.starts_with(|c: char| c.is_uppercase() || "“\u{2212}+".contains(c) || c.is_numeric());
        let is_tidy = !["{", "$", "  ", "..", " .", " ,", "?.", ".;", ": .", "<1 %)", "than <", "than >"].iter().any(|odd| {
            // "now <1 %" is as exact as it can be said.
            *odd != "<1 %)" && ours.contains(odd)
        });
        let is_calm = !["!", "—", " simply ", " obviously ", " of course"].iter().any(|odd| ours.contains(odd));
        if !(is_whole && is_tidy && is_calm) {
            wrong.push(format!("{}: {words}", kind(&sentence)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every text of the explanation comes out of some profile here, so that the reviewed file has no blind spot.
#[test]
fn every_text_of_the_explanation_is_said() {
    let said: BTreeSet<String> = said().into_iter().map(|(_, words)| words).collect();
    let texts = include_str!("../assets/text/en/trilemma.ftl");
    let mut unsaid = Vec::new();
    let (mut id, mut checked) = ("", 0);
    for line in texts.lines().filter(|line| !line.starts_with('#')) {
        let pattern = match line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_lowercase())) {
            Some((name, text)) => {
                id = name;
                text
            }
            None => line.trim_start().trim_start_matches('*').split_once("] ").map_or("", |(_, text)| text),
        };
        if !id.starts_with("say-") || SAID_ELSEWHERE.contains(&id) || pattern.is_empty() || pattern.ends_with("->") {
            continue;
        }
        checked += 1;
        if !said.iter().any(|words| matches(words, pattern)) {
            unsaid.push(format!("{id}: {pattern}"));
        }
    }
    assert!(checked > 60, "the texts were not found");
    assert!(unsaid.is_empty(), "never said:\n{}", unsaid.join("\n"));
}

/// Texts that belong to other places of the window, to a profile that compares one or nobody, or to a team's own catalogue.
const SAID_ELSEWHERE: &[&str] = &[
    "say-alone",
    "say-nothing-to-compare",
    "say-find-first-only",
    "say-could-change-leader",
    "say-find-out-first",
    "say-required-everywhere",
];

/// Whether the fixed parts of a text stand in some words, in their order.
fn matches(words: &str, pattern: &str) -> bool {
    let mut rest = words;
    let mut pattern = pattern;
    loop {
        let (fixed, next) = pattern.split_once('{').unwrap_or((pattern, ""));
        let Some(at) = rest.find(fixed) else { return false };
        rest = &rest[at + fixed.len()..];
        if next.is_empty() {
            return true;
        }
        pattern = next.split_once('}').map_or("", |(_, pattern)| pattern);
    }
}

/// What the catalogue has to say: reviewed here as one text.
#[test]
fn the_words_of_the_catalogue_read_well() {
    let catalogue = store::shipped();
    let mut text = String::from("Questions\n");
    for question in &catalogue.interview.questions {
        writeln!(text, "  - {} {}", question.asks, question.why).unwrap();
        let way = question.find_out.as_ref().unwrap_or_else(|| panic!("{} cannot be found out", question.id));
        writeln!(text, "      To find out: {} ({})", way.how, wording::effort(way.effort)).unwrap();
        let mut answers = Vec::new();
        match &question.kind {
            QuestionKind::Choice(options) | QuestionKind::EachAlternative(options) => answers.extend(options),
            QuestionKind::Parts(parts) => {
                for part in parts {
                    writeln!(text, "      {}", part.asks).unwrap();
                    answers.extend(&part.answers);
                }
            }
        }
        answers.iter().for_each(|answer| writeln!(text, "      {}: {}", answer.label, answer.about).unwrap());
    }
    text.push_str("\nRules\n");
    catalogue.interview.rules.iter().for_each(|rule| writeln!(text, "  - {}: {}", rule.id, rule.why).unwrap());
    text.push_str("\nRequirements\n");
    for rule in &catalogue.requirements {
        writeln!(text, "  - {}: {} {}", rule.name, rule.about, rule.reason).unwrap();
    }
    text.push_str("\nMixed designs\n");
    for design in &catalogue.designs {
        writeln!(text, "  - {}: {} {}", design.name, design.about, design.cost).unwrap();
    }
    text.push_str("\nCriteria\n");
    for criterion in &catalogue.criteria {
        let way = criterion.find_out.as_ref().unwrap_or_else(|| panic!("{} cannot be found out", criterion.id));
        writeln!(text, "  - {}: {} To find out: {} ({})", criterion.name, criterion.about, way.how, wording::effort(way.effort)).unwrap();
    }
    text.push_str("\nRatings\n");
    for rating in &catalogue.ratings {
        writeln!(text, "  - {} {}: {}", rating.criterion, rating.alternative, rating.reason).unwrap();
    }
    text.push_str("\nClaims that are contested\n");
    for claim in catalogue.claims.iter().filter(|claim| claim.status.is_contested()) {
        writeln!(text, "  - {} {} {}", claim.says, wording::claim_status(claim.status), claim.correction).unwrap();
    }
    snapshot("catalogue", &text);
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("sentences");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
