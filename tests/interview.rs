//! Every pair of answers, and ten thousand random interviews: each becomes a profile, is written, read back and assessed.
//!
//! What a single answer should lead to is tested beside the catalogue; here it is that no combination of them is odd.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    process::Command,
};

use trilemma::{
    assessment::{Assessment, VerdictKind, assess},
    model::{Answer, Facts, Profile, QuestionKind},
    store,
};

/// Random interviews, and the seed they are drawn from.
const RANDOM: usize = 10_000;
const SEED: u64 = 20_261_123;

/// One thing that can be asked: a question, or a part of one, with its answers. "Don't know" is one more.
struct Asked {
    question: String,
    part: Option<String>,
    answers: Vec<String>,
}

impl Asked {
    /// How many values it has; value 0 is "don't know".
    fn n_values(&self) -> usize {
        self.answers.len() + 1
    }
}

fn all_asked() -> Vec<Asked> {
    let catalogue = store::shipped();
    let ids = |answers: &[trilemma::model::AnswerOption]| answers.iter().map(|answer| answer.id.clone()).collect::<Vec<_>>();
    let mut asked = Vec::new();
    for question in &catalogue.interview.questions {
        let mut ask = |part: Option<&str>, answers| {
            asked.push(Asked { question: question.id.clone(), part: part.map(str::to_owned), answers });
        };
        match &question.kind {
            QuestionKind::Choice(answers) => ask(None, ids(answers)),
            QuestionKind::EachAlternative(answers) => {
                catalogue.alternatives.iter().for_each(|alternative| ask(Some(&alternative.id), ids(answers)));
            }
            QuestionKind::Parts(parts) => parts.iter().for_each(|part| ask(Some(&part.id), ids(&part.answers))),
        }
    }
    assert!(asked.len() > 15, "the interview was not found");
    asked
}

fn facts(asked: &[Asked], values: &[usize]) -> Facts {
    let mut facts = Facts::default();
    for (asked, value) in asked.iter().zip(values).filter(|(_, value)| **value > 0) {
        let answer = asked.answers[value - 1].clone();
        match &asked.part {
            None => drop(facts.0.insert(asked.question.clone(), Answer::One(answer))),
            Some(part) => {
                let entry = facts.0.entry(asked.question.clone()).or_insert_with(|| Answer::Each(BTreeMap::new()));
                let Answer::Each(parts) = entry else { panic!("{} has parts", asked.question) };
                parts.insert(part.clone(), answer);
            }
        }
    }
    facts
}

/// Facts to profile to file and back, and assessed.
fn assessed(facts: Facts) -> Assessment {
    let profile = Profile { facts, ..Profile::new("Combination") };
    let text = store::write(&profile);
    let opened = store::parse(text.as_bytes(), store::shipped()).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert!(opened.losses.is_empty(), "{text}");
    assert_eq!(opened.profile, profile);
    let assessment = assess(store::shipped(), &opened.profile);
    assert_eq!(assessment.findings, [], "{text}");
    let points: Vec<f64> = assessment.criteria.iter().map(|criterion| criterion.points).collect();
    let total: f64 = points.iter().sum();
    assert!(total > 0.0, "{text}");
    for criterion in &assessment.criteria {
        let sum = criterion.trace.iter().fold(0.0, |sum, line| sum + line.points);
        assert!(sum >= 0.0, "{} has points below zero, which would be cut off, in {text}", criterion.id);
        // To the last bit: nothing is capped, blended or rounded on the way.
        assert_eq!(sum.to_bits(), criterion.points.to_bits(), "{} in {text}", criterion.id);
        assert_eq!((criterion.points / total).to_bits(), criterion.weight.to_bits(), "{} in {text}", criterion.id);
    }
    for alternative in &assessment.alternatives {
        let range = [alternative.low, alternative.score, alternative.high];
        assert!(range.is_sorted() && range.iter().all(|score| (0.0..=10.0).contains(score)), "{range:?} in {text}");
    }
    assessment
}

/// Rows in which every two values of two different questions stand together at least once, found greedily: a row starts with the
/// first pair that is still missing and is filled with those values that bring the most missing pairs.
fn pairwise(n_values: &[usize]) -> Vec<Vec<usize>> {
    let n = n_values.len();
    let mut missing: BTreeSet<(usize, usize, usize, usize)> = BTreeSet::new();
    for a in 0..n {
        for b in a + 1..n {
            missing.extend((0..n_values[a]).flat_map(|x| (0..n_values[b]).map(move |y| (a, b, x, y))));
        }
    }
    let mut rows = Vec::new();
    while let Some(&(a, b, x, y)) = missing.first() {
        let mut row: Vec<Option<usize>> = vec![None; n];
        (row[a], row[b]) = (Some(x), Some(y));
        for at in 0..n {
            if row[at].is_some() {
                continue;
            }
            let brings = |value: usize| {
                let pair = |(other, set): (usize, &Option<usize>)| {
                    let set = (*set)?;
                    Some(if other < at { (other, at, set, value) } else { (at, other, value, set) })
                };
                row.iter().enumerate().filter_map(pair).filter(|pair| missing.contains(pair)).count()
            };
            // Of equals the last: a question's later answers wait the longest.
            row[at] = (0..n_values[at]).max_by_key(|value| brings(*value));
        }
        let row: Vec<usize> = row.into_iter().map(|value| value.expect("every value was set")).collect();
        for a in 0..n {
            for b in a + 1..n {
                missing.remove(&(a, b, row[a], row[b]));
            }
        }
        rows.push(row);
    }
    rows
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }
}

#[test]
fn every_pair_of_answers_can_be_given() {
    let asked = all_asked();
    let n_values: Vec<usize> = asked.iter().map(Asked::n_values).collect();
    let rows = pairwise(&n_values);
    let most = n_values.iter().max().expect("some").pow(2);
    assert!(rows.len() < 3 * most, "{} rows are not greedy", rows.len());
    for a in 0..asked.len() {
        for b in a + 1..asked.len() {
            let pairs: BTreeSet<(usize, usize)> = rows.iter().map(|row| (row[a], row[b])).collect();
            assert_eq!(pairs.len(), n_values[a] * n_values[b], "{} and {}", asked[a].question, asked[b].question);
        }
    }
    rows.iter().for_each(|row| drop(assessed(facts(&asked, row))));
}

#[test]
fn ten_thousand_random_interviews_come_to_something() {
    let asked = all_asked();
    let mut random = Random(SEED);
    let mut rows = Vec::with_capacity(RANDOM);
    for _ in 0..RANDOM {
        rows.push(asked.iter().map(|asked| random.below(asked.n_values())).collect::<Vec<usize>>());
    }
    let run = |rows: &[Vec<usize>]| rows.iter().map(|row| assessed(facts(&asked, row)).verdict.kind).collect::<Vec<_>>();
    let kinds: Vec<VerdictKind> = std::thread::scope(|scope| {
        let running: Vec<_> = rows.chunks(RANDOM.div_ceil(4)).map(|rows| scope.spawn(move || run(rows))).collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    assert_eq!(kinds.len(), RANDOM);
    for kind in [VerdictKind::Clear, VerdictKind::Leaning, VerdictKind::TooClose] {
        assert!(kinds.contains(&kind), "{kind:?} never happens");
    }
}

#[test]
fn who_knows_nothing_hears_that_it_is_too_close() {
    let assessment = assessed(Facts::default());
    assert_eq!((assessment.verdict.kind, assessment.facts_known), (VerdictKind::TooClose, 0));
    // Nor does an answer without parts say anything.
    let empty = Facts([("team".to_owned(), Answer::Each(BTreeMap::new()))].into());
    assert_eq!(assess(store::shipped(), &Profile { facts: empty, ..Profile::new("x") }).verdict.kind, VerdictKind::TooClose);
}

/// What the built binary makes of facts as JSON is what the library writes.
#[test]
fn the_binary_writes_the_same_profile() {
    let asked = all_asked();
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let rows = pairwise(&asked.iter().map(Asked::n_values).collect::<Vec<_>>());
    for (n, row) in rows.iter().step_by(rows.len() / 6).enumerate() {
        let facts = facts(&asked, row);
        let input = folder.path().join(format!("case {n}.json"));
        fs::write(&input, serde_json::to_vec(&facts).expect("facts become JSON")).expect("a file can be written");
        let output = Command::new(env!("CARGO_BIN_EXE_trilemma")).arg("interview").arg(&input).output().expect("the binary ends");
        assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        let expected = store::write(&Profile { facts, ..Profile::new(format!("case {n}")) });
        assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
    }
}
