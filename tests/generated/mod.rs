//! Profiles that tests are made of: many odd but valid ones, and one with something in every field.
//!
//! What is tested with them stands in the tests.
#![allow(dead_code, reason = "each test program takes what it needs")]

use trilemma::{
    model::{
        Answer, Decision, DecisionStatus, Elicitation, GutFeeling, Judgement, OwnAlternative, OwnCriterion, OwnRating, Profile,
        QuestionKind, Requirement, RuleChange, Sureness, Threshold, Voice,
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
    let alternatives: Vec<String> = catalogue.alternatives.iter().map(|alternative| alternative.id.clone()).collect();
    let mut profile = Profile::new(numbers.name());
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
    profile.alternatives = vec![OwnAlternative { id: numbers.name(), name: numbers.name() }];
    for _ in 0..numbers.below(4) {
        profile.points.insert(numbers.one(&criteria), numbers.value());
        profile.notes.insert(numbers.one(&criteria), numbers.text());
        profile.axis_order.push(numbers.one(&criteria));
        let change = RuleChange { off: numbers.yes(), points: [(numbers.one(&criteria), numbers.value())].into(), reason: numbers.text() };
        profile.rules.insert(numbers.one(&catalogue.interview.rules).id, change);
        let (criterion, alternative) = (numbers.one(&criteria), numbers.one(&alternatives));
        if profile.own_rating(&criterion, &alternative).is_none() {
            let (low, mode, high) = (numbers.value(), numbers.value(), numbers.value());
            profile.ratings.push(OwnRating { criterion, alternative, low, mode, high, reason: numbers.text() });
        }
        profile.voices.push(Voice {
            name: numbers.name(),
            points: [(numbers.one(&criteria), numbers.value())].into(),
            sealed: numbers.yes(),
        });
    }
    profile.requirements = vec![Requirement {
        id: numbers.name(),
        on: numbers.yes(),
        name: numbers.name(),
        at_least: numbers.yes().then(|| Threshold { criterion: numbers.one(&criteria), rating: numbers.value() }),
        judgements: [(numbers.one(&alternatives), Judgement::PassesWithCost)].into(),
        outside: numbers.yes(),
        reason: numbers.text(),
    }];
    profile.elicitation = match numbers.below(4) {
        0 => Elicitation::Direct,
        1 => Elicitation::Swing([(numbers.one(&criteria), numbers.value())].into()),
        2 => Elicitation::RankOrder(vec![vec![numbers.one(&criteria)], Vec::new()]),
        _ => Elicitation::Pairwise(vec![(numbers.one(&criteria), numbers.one(&criteria), numbers.value())]),
    };
    profile.decision = numbers.yes().then(|| Decision {
        status: DecisionStatus::Accepted,
        chosen: numbers.yes().then(|| numbers.one(&alternatives)),
        decided_by: vec![numbers.text(), numbers.name()],
        gut_feeling: numbers.yes().then(|| GutFeeling { expected: numbers.one(&alternatives), remark: numbers.text() }),
        reason: numbers.text(),
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
        "workload.api_integration".into(),
        RuleChange { off: true, points: [("latency".into(), 1.5)].into(), reason: "Not for us".into() },
    );
    profile.points = [("latency".into(), 4.0), ("memory".into(), 0.25)].into();
    profile.elicitation = Elicitation::Pairwise(vec![("latency".into(), "memory".into(), 3.0), ("latency".into(), "vendor".into(), 5.0)]);
    profile.sureness = Sureness::Unsure;
    profile.ratings = vec![
        OwnRating { criterion: "latency".into(), alternative: "go".into(), low: 6.0, mode: 7.5, high: 8.0, reason: "Measured here".into() },
        OwnRating { criterion: "vendor".into(), alternative: "zig".into(), low: 1.0, mode: 2.0, high: 3.0, reason: String::new() },
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
        outside: true,
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
        gut_feeling: Some(GutFeeling { expected: "rust".into(), remark: "Close".into() }),
        catalogue: "2026.11".into(),
        scores: [("go".into(), 7.2), ("rust".into(), 6.9)].into(),
    });
    profile.seed = 42;
    profile
}
