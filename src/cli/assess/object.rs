//! An assessment as an object for programs: ids instead of names, numbers as they are, null where something is undefined.
//!
//! Its fields are a promise to scripts; what they mean is `assessment`'s.

use serde::Serialize;
use serde_json::Value;

use crate::{
    assessment::{Assessment, Depth, Said, Sentence, VerdictKind, explain},
    cli::{
        assess::{
            explanation::{Part, parts},
            flips::{Flip, flips},
            shares::{Shares, shares},
            voices::{self, VoicesObject},
        },
        files::Assessed,
        report::{Entries, number},
    },
    model::Catalogue,
    wording,
};

#[derive(Serialize)]
pub struct Object {
    /// The stem of the file; of an example, its id.
    profile: String,
    name: String,
    /// The version of the catalogue.
    catalogue: String,
    verdict: VerdictObject,
    ranking: Vec<Place>,
    weights: Entries<f64>,
    contributions: Entries<Entries<f64>>,
    flips: Vec<Flip>,
    findings: Vec<Value>,
    /// Sentences by topic, as deep as was asked for.
    explanation: Vec<Part>,
    /// Only where there are voices.
    #[serde(skip_serializing_if = "Option::is_none")]
    voices: Option<VoicesObject>,
    /// Only where sampling was asked for and somebody qualifies.
    #[serde(skip_serializing_if = "Option::is_none")]
    robustness: Option<Shares>,
}

#[derive(Serialize)]
struct VerdictObject {
    kind: VerdictKind,
    leader: Option<String>,
    runner_up: Option<String>,
    margin: Option<f64>,
    margin_sd: Option<f64>,
    sentence: String,
}

#[derive(Serialize)]
struct Place {
    alternative: String,
    rank: Option<usize>,
    score: f64,
    low: f64,
    high: f64,
    /// How likely teams in such a position are to choose it, 0–1.
    choice_probability: f64,
    eligible: bool,
    failed_requirements: Vec<String>,
}

/// What is told of a profile whose result is sealed.
#[derive(Serialize)]
pub struct SealedObject {
    profile: String,
    name: String,
    catalogue: String,
    /// Always true.
    sealed: bool,
}

#[derive(Serialize)]
#[serde(untagged)]
pub enum ObjectOrSealed {
    Object(Box<Object>),
    Sealed(SealedObject),
}

pub fn object_or_sealed(assessed: &Assessed, catalogue: &Catalogue, depth: Depth) -> ObjectOrSealed {
    if assessed.is_sealed {
        let (profile, name) = (assessed.id.clone(), assessed.profile.name.clone());
        ObjectOrSealed::Sealed(SealedObject { profile, name, catalogue: catalogue.edition(), sealed: true })
    } else {
        ObjectOrSealed::Object(Box::new(object(assessed, catalogue, depth)))
    }
}

fn object(assessed: &Assessed, catalogue: &Catalogue, depth: Depth) -> Object {
    let Assessed { id, profile, assessment, robustness, .. } = assessed;
    let subject = assessed.subject(catalogue);
    let is_in_short = |said: &&Said| matches!(said.sentence, Sentence::LeadsIn { .. });
    let share = explain(subject, Depth::Paragraph).iter().find(is_in_short).map(|said| wording::say(subject, &said.sentence));
    let alternative = |i: usize| assessment.alternatives[i].id.clone();
    let verdict = &assessment.verdict;
    let ranking = assessment.ranking.iter().map(|&i| {
        let ranked = &assessment.alternatives[i];
        Place {
            alternative: ranked.id.clone(),
            rank: ranked.rank,
            score: number(ranked.score),
            low: number(ranked.low),
            high: number(ranked.high),
            choice_probability: number(ranked.choice_probability),
            eligible: ranked.is_eligible(),
            failed_requirements: ranked.failed.clone(),
        }
    });
    let contributions = assessment.alternatives.iter().map(|a| (a.id.clone(), by_criterion(assessment, a.contributions.iter().copied())));
    Object {
        profile: id.clone(),
        name: profile.name.clone(),
        catalogue: catalogue.edition(),
        verdict: VerdictObject {
            kind: verdict.kind,
            leader: verdict.leader.map(alternative),
            runner_up: verdict.runner_up.map(alternative),
            margin: verdict.margin.map(number),
            margin_sd: verdict.margin_sd.map(number),
            sentence: [wording::verdict(assessment)].into_iter().chain(share).collect::<Vec<_>>().join(" "),
        },
        ranking: ranking.collect(),
        weights: by_criterion(assessment, assessment.weights()),
        contributions: Entries(contributions.collect()),
        flips: flips(assessment),
        findings: findings(assessment),
        explanation: parts(assessed, catalogue, depth),
        voices: voices::object(assessed, catalogue),
        robustness: robustness.as_ref().map(|robustness| shares(assessment, robustness)),
    }
}

fn by_criterion(assessment: &Assessment, values: impl Iterator<Item = f64>) -> Entries<f64> {
    Entries(assessment.criteria.iter().map(|criterion| criterion.id.clone()).zip(values.map(number)).collect())
}

/// Each finding with its own fields and the sentence that people read.
fn findings(assessment: &Assessment) -> Vec<Value> {
    let findings = assessment.findings.iter().map(|finding| {
        let mut value = serde_json::to_value(finding).unwrap_or_default();
        if let Value::Object(fields) = &mut value {
            fields.insert("sentence".to_owned(), wording::finding(assessment, finding).into());
        }
        value
    });
    findings.collect()
}
