//! Profiles that tests are made of: many odd but valid ones, and one with something in every field.
//!
//! What is tested with them stands in the tests.
#![allow(dead_code, reason = "each test program takes what it needs")]

use trilemma::{
    model::{
        Answer, Decision, DecisionStatus, Elicitation, Feeling, GutFeeling, Judgement, Mandate, MandateKind, OrderScheme, OwnAlternative,
        OwnCriterion, OwnEvidence, OwnRating, Pair, Preference, Profile, QuestionKind, Requirement, RuleChange, Sureness, Threshold,
        TradeOff, Voice, Way,
    },
    store,
};

/// Marsaglia's xorshift: the same numbers on every run.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn next(&mut self) -> u64 {
        // Spread the seed first, so that small ones are no matter.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    pub fn one<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())].clone()
    }

    pub fn yes(&mut self) -> bool {
        self.below(2) == 0
    }

    pub fn value(&mut self) -> f64 {
        match self.below(4) {
            0 => self.below(11) as f64,
            1 => (self.next() >> 11) as f64 / (1_u64 << 53) as f64,
            2 => f64::from_bits(self.next() & !(1 << 63)).min(1e9),
            _ => self.below(1_000) as f64 / 8.0,
        }
    }

    pub fn text(&mut self) -> String {
        const PIECES: [&str; 30] = [
            "plain words",
            "\"",
            "\\",
            "\n",
            "\r\n",
            "\t",
            "\0",
            "\u{1b}[31m",
            "\u{202e}",
            "\u{feff}",
            "it's",
            "e\u{301}",
            "नमस्ते",
            "می\u{200c}خواهم",
            "日本語",
            "👩\u{200d}👩\u{200d}👧",
            "\u{e0041}",
            "\u{7f}",
            "\u{2028}",
            "// no comment",
            "/* nor this */",
            "#![enable(x)]",
            "(a: [1, {2: 3}])",
            "Some(1)",
            "r#\"raw\"#",
            "None",
            "NaN",
            "'",
            "\u{10ffff}",
            "${x} %s <b> =1+1",
        ];
        (0..self.below(5)).map(|_| self.one(&PIECES)).collect()
    }

    pub fn name(&mut self) -> String {
        format!("n{}", self.text())
    }
}

/// Many odd but valid profiles.
pub fn generated(numbers: &mut Numbers) -> Vec<Profile> {
    (0..400).map(|_| profile(numbers)).collect()
}

pub fn profile(numbers: &mut Numbers) -> Profile {
    let catalogue = store::shipped();
    let criteria: Vec<String> = catalogue.criteria.iter().map(|criterion| criterion.id.clone()).collect();
    let mut profile = Profile::new(numbers.name());
    profile.alternatives = vec![OwnAlternative { id: numbers.name(), name: numbers.name() }];
    let shipped = catalogue.alternatives.iter().map(|alternative| &alternative.id);
    let alternatives: Vec<String> = shipped.chain(profile.alternatives.iter().map(|own| &own.id)).cloned().collect();
    profile.context = numbers.text();
    profile.seed = if numbers.yes() { numbers.next() } else { 0 };
    profile.date = numbers.yes().then(|| jiff::civil::date(2026, 1 + numbers.below(12) as i8, 1 + numbers.below(28) as i8));
    profile.sureness = numbers.one(&Sureness::ALL);
    for question in &catalogue.interview.questions {
        if numbers.yes() {
            let answer = match &question.kind {
                QuestionKind::Choice(answers) => Answer::One(numbers.one(answers).id),
                QuestionKind::EachAlternative(answers) => Answer::Each([(numbers.one(&alternatives), numbers.one(answers).id)].into()),
                QuestionKind::Parts(parts) => {
                    Answer::Each(parts.iter().map(|part| (part.id.clone(), numbers.one(&part.answers).id)).collect())
                }
            };
            profile.facts.0.insert(question.id.clone(), answer);
        }
    }
    let own = OwnCriterion {
        id: numbers.name(),
        name: numbers.name(),
        group: catalogue.groups[0].id.clone(),
        worst: numbers.text(),
        best: numbers.text(),
    };
    let criteria = [criteria, vec![own.id.clone()]].concat();
    profile.criteria = vec![own];
    for _ in 0..numbers.below(4) {
        profile.points.insert(numbers.one(&criteria), numbers.value());
        profile.notes.insert(numbers.one(&criteria), numbers.text());
        profile.axis_order.push(numbers.one(&criteria));
        let change = RuleChange { off: numbers.yes(), points: [(numbers.one(&criteria), numbers.value())].into(), reason: numbers.text() };
        profile.rules.insert(numbers.one(&catalogue.interview.rules).id, change);
        let (criterion, alternative) = (numbers.one(&criteria), numbers.one(&alternatives));
        if profile.own_rating(&criterion, &alternative).is_none() {
            let (low, mode, high) = (numbers.value(), numbers.value(), numbers.value());
            let date = numbers.yes().then(|| jiff::civil::date(2026, 1 + numbers.below(12) as i8, 1));
            let evidence = OwnEvidence { what: numbers.text(), date, link: numbers.text() };
            let evidence = Some(evidence).filter(|evidence| !evidence.is_empty());
            profile.ratings.push(OwnRating { criterion, alternative, low, mode, high, reason: numbers.text(), evidence });
        }
        profile.voices.push(Voice {
            // No two people have one name.
            name: format!("{}{}", numbers.name(), profile.voices.len()),
            points: [(numbers.one(&criteria), numbers.value())].into(),
            sealed: numbers.yes(),
        });
    }
    profile.requirements = vec![Requirement {
        id: numbers.name(),
        on: numbers.yes(),
        name: numbers.name(),
        at_least: numbers.yes().then(|| Threshold { criterion: numbers.one(&criteria), rating: numbers.value().min(10.0) }),
        judgements: [(numbers.one(&alternatives), Judgement::PassesWithCost)].into(),
        mandate: numbers.yes().then(|| Mandate { kind: numbers.one(&MandateKind::ALL), by: numbers.text() }),
        outside: numbers.yes(),
        favours: numbers.yes().then(|| numbers.one(&alternatives)),
        reason: numbers.text(),
    }];
    let times = |numbers: &mut Numbers| 1.0 + numbers.below(8) as f64;
    // Each two are compared once.
    let groups: Vec<String> = catalogue.groups.iter().map(|group| group.id.clone()).collect();
    let mut group_pairs = Vec::new();
    for two in groups.windows(2) {
        let turned = numbers.below(2);
        let pair = Pair { one: two[turned].clone(), other: two[1 - turned].clone(), times: times(numbers) };
        group_pairs.extend(numbers.yes().then_some(pair));
    }
    profile.elicitation = Elicitation {
        adopted: numbers.yes().then(|| numbers.one(&Way::ALL)),
        swing: [(numbers.one(&criteria), numbers.below(100) as f64)].into(),
        order: vec![vec![numbers.one(&criteria)], Vec::new()],
        order_scheme: numbers.one(&OrderScheme::ALL),
        group_pairs,
        criterion_pairs: vec![Pair { one: numbers.one(&criteria), other: numbers.one(&criteria), times: times(numbers) }],
        trade_offs: vec![TradeOff {
            one: numbers.one(&criteria),
            other: numbers.one(&criteria),
            one_gains: times(numbers),
            other_gains: 10.0,
            answer: numbers.one(&[Preference::One, Preference::Other, Preference::Equal, Preference::Skipped]),
        }],
    };
    profile.sealed = numbers.yes();
    profile.gut_feeling = numbers.yes().then(|| GutFeeling {
        expected: numbers.yes().then(|| numbers.one(&alternatives)),
        feeling: numbers.yes().then(|| numbers.one(&[Feeling::Right, Feeling::Surprised])),
        remark: numbers.text(),
    });
    profile.decision = numbers.yes().then(|| Decision {
        status: DecisionStatus::Accepted,
        chosen: numbers.yes().then(|| numbers.one(&alternatives)),
        decided_by: vec![numbers.text(), numbers.name()],
        reason: numbers.text(),
        leader: numbers.yes().then(|| numbers.one(&alternatives)),
        scores: [(numbers.one(&alternatives), numbers.value())].into(),
        ..Decision::default()
    });
    profile
}

/// A profile with something in every field, whose file is a fixture.
pub fn full() -> Profile {
    let mut profile = Profile::new("Everything at once");
    profile.context = "Line one.\nLine two: it's \"quoted\".".into();
    profile.date = Some(jiff::civil::date(2026, 11, 23));
    profile.facts.0.insert("workload".into(), Answer::One("api_integration".into()));
    profile.facts.0.insert("team".into(), Answer::Each([("go".into(), "strong".into()), ("rust".into(), "none".into())].into()));
    profile.rules.insert(
        "workload.cli_tool".into(),
        RuleChange { off: true, points: [("latency".into(), 1.5)].into(), reason: "Not for us".into() },
    );
    profile.points = [("latency".into(), 4.0), ("memory".into(), 0.25)].into();
    profile.elicitation = Elicitation {
        adopted: Some(Way::Pairs),
        swing: [("latency".into(), 100.0), ("vendor".into(), 25.0)].into(),
        order: vec![vec!["latency".into()], vec!["memory".into(), "vendor".into()]],
        order_scheme: OrderScheme::Sum,
        group_pairs: vec![Pair { one: "scale".into(), other: "safety".into(), times: 3.0 }],
        criterion_pairs: vec![Pair { one: "latency".into(), other: "memory".into(), times: 5.0 }],
        trade_offs: vec![TradeOff {
            one: "latency".into(),
            other: "vendor".into(),
            one_gains: 5.0,
            other_gains: 10.0,
            answer: Preference::Equal,
        }],
    };
    profile.sealed = true;
    profile.gut_feeling = Some(GutFeeling { expected: Some("rust".into()), feeling: Some(Feeling::Surprised), remark: "Close".into() });
    profile.sureness = Sureness::Unsure;
    profile.ratings = vec![
        OwnRating {
            criterion: "latency".into(),
            alternative: "go".into(),
            low: 6.0,
            mode: 7.5,
            high: 8.0,
            reason: "Measured here".into(),
            evidence: Some(OwnEvidence {
                what: "99th percentile under 400 requests a second".into(),
                date: Some(jiff::civil::date(2026, 11, 14)),
                link: "reports/load-2026-11-14.html".into(),
            }),
        },
        OwnRating {
            criterion: "vendor".into(),
            alternative: "zig".into(),
            low: 1.0,
            mode: 2.0,
            high: 3.0,
            reason: String::new(),
            evidence: None,
        },
    ];
    profile.criteria = vec![OwnCriterion {
        id: "vendor".into(),
        name: "Vendor support".into(),
        group: "adoption".into(),
        worst: "Nobody answers".into(),
        best: "Answers in an hour".into(),
    }];
    profile.alternatives = vec![OwnAlternative { id: "zig".into(), name: "Zig".into() }];
    profile.requirements = vec![Requirement {
        id: "fast".into(),
        on: false,
        name: "Fast enough".into(),
        at_least: Some(Threshold { criterion: "latency".into(), rating: 6.0 }),
        judgements: [("go".into(), Judgement::Passes), ("zig".into(), Judgement::Fails)].into(),
        mandate: Some(Mandate { kind: MandateKind::VendorSdk, by: "The customer".into() }),
        outside: true,
        favours: Some("go".into()),
        reason: "The contract says so".into(),
    }];
    profile.notes.insert("latency".into(), "Ask operations".into());
    profile.axis_order = vec!["safety".into(), "scale".into()];
    profile.voices = vec![Voice { name: "Ann".into(), points: [("latency".into(), 3.0), ("memory".into(), 1.0)].into(), sealed: true }];
    profile.decision = Some(Decision {
        status: DecisionStatus::Accepted,
        chosen: Some("go".into()),
        decided_by: vec!["Ann".into(), "Ben".into()],
        date: Some(jiff::civil::date(2026, 11, 24)),
        reason: "It leads by far".into(),
        catalogue: "2026.11".into(),
        leader: Some("go".into()),
        scores: [("go".into(), 7.2), ("rust".into(), 6.9)].into(),
    });
    profile.seed = 42;
    profile
}
