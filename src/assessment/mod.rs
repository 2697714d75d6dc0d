//! [`assess`]: a catalogue and a profile in, an [`Assessment`] out. Pure, total and deterministic.
//!
//! No file, no clock, no prose: what is odd becomes a finding, what is to be said becomes a [`Sentence`].

mod answers;
mod compare;
mod competition;
mod coverage;
mod decision;
mod elicitation;
mod evidence;
mod expiry;
mod explain;
mod gut_check;
mod information;
mod interview;
mod methods;
mod precedents;
mod ratings;
mod requirements;
mod robustness;
mod sensitivity;
mod subject;
mod used;
mod validation;
mod verdict;
mod verify;
mod voices;
mod weights;

use serde::Serialize;

pub use answers::{FactFlip, fact_flips};
pub use compare::{Cause, ComparedCriterion, Difference, Part, ProfileComparison, ScoreChange, Side, compare_profiles};
pub use coverage::{Backing, Coverage, coverage};
pub use decision::{Missing, missing, status, with_numbers};
pub use elicitation::{
    ADOPTED_POINTS, Compared, Comparison, Comparisons, Level, Origin, QUESTIONS, Question, Repair, Triad, adoption, compare, comparisons,
    contradicted, next_question, way_weights,
};
pub use evidence::{CitedSource, ExpiredRating, cited_sources, expired_ratings};
pub use expiry::{Freshness, evidence_behind, freshness, is_expired};
pub use explain::{
    Depth, HEAVY, Said, Sentence, Step, Topic, WORTH_NAMING, WaysToLead, WeightFlip, changes, compared_with, explain, in_one_sentence,
    steps, ways_to_lead, weight_flips, why_not,
};
pub use gut_check::{Surprise, surprise};
pub use information::{Information, MAX_COMBINATIONS, NextStep, Unknown, WORTH_KNOWING, Worth, information, next_step};
pub use interview::{HeldRule, held_rules};
pub use methods::{Dissent, FULL_PREFERENCE, INDIFFERENCE, Method, MethodRanking, Methods, Reason, methods};
pub use precedents::{Likeness, MIN_SHARED, SharedFact, WORKLOAD_WEIGHT, precedents};
pub use ratings::{EffectiveRating, RatingOrigin};
pub use requirements::RequirementOutcome;
pub use robustness::{Robustness, RobustnessProblem};
pub use sensitivity::{
    CriterionFlip, Crossing, JointFlip, RatingFlip, Sensitivity, TornadoBar, WeightChange, WeightLine, WeightLines, WeightOf, sensitivity,
    tornado, weight_lines,
};
pub use subject::Subject;
pub use used::{Ground, used};
pub use validation::{ALL_STABLE_SINCE, Agreement, Bin, MissReason, Tested, Trial, Validation, WORKLOAD, profile_of, trial};
pub use verdict::{CHOICE_SCALE, CLEAR_Z, LEANING_Z, RANGE_Z, Verdict, VerdictKind};
pub use verify::{Failing, RatingChange, Remark, Verification, verify, verify_record};
pub use voices::{Opinion, Voices, alone, mean_points, voices};
pub use weights::{
    CONCENTRATION_ROUGHLY, CONCENTRATION_SURE, CONCENTRATION_UNKNOWN, CONCENTRATION_UNSURE, HALF_THE_WEIGHT, PointsSource, TraceLine,
    WeightsOrigin,
};

use crate::model::{Catalogue, Finding, Id, Profile, Reference};

/// Everything that follows from a catalogue and a profile. Indices are positions in [`Assessment::alternatives`],
/// [`Assessment::criteria`] and [`Assessment::groups`].
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    pub alternatives: Vec<AssessedAlternative>,
    /// Group by group, in the catalogue's order, each group's own criteria last.
    pub criteria: Vec<AssessedCriterion>,
    pub groups: Vec<AssessedGroup>,
    /// `ratings[alternative][criterion]`.
    pub ratings: Vec<Vec<EffectiveRating>>,
    /// Alternatives from first to last: those that meet every requirement before the others, then by score.
    pub ranking: Vec<usize>,
    pub requirements: Vec<RequirementOutcome>,
    pub verdict: Verdict,
    pub weights_origin: WeightsOrigin,
    /// How many facts are known, of how many.
    pub facts_known: usize,
    pub facts_asked: usize,
    /// The concentration of the plausible weights around the stated ones (Dirichlet); the larger, the surer.
    pub concentration: f64,
    pub findings: Vec<Finding>,
}

/// One alternative and how it fares.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AssessedAlternative {
    pub id: Id,
    pub name: String,
    pub summary: String,
    /// Position among all alternatives: decides colour, dash and marker.
    pub slot: usize,
    /// Weighted sum of the most likely ratings, 0–10.
    pub score: f64,
    /// 5th and 95th percentile of the plausible scores.
    pub low: f64,
    pub high: f64,
    /// How likely teams in such a position are to choose it, 0–1: a forecast over all alternatives, in which much counts that no
    /// criterion holds. Requirements do not count: in three of the documented choices a team took what fails one, in another
    /// implementation or for a part of the system.
    pub choice_probability: f64,
    /// Place from 1 among those that qualify; equal scores share a place. `None` if it fails a requirement.
    pub rank: Option<usize>,
    /// The requirements it fails.
    pub failed: Vec<Id>,
    /// Weight × rating by criterion; they sum to the score.
    pub contributions: Vec<f64>,
    /// Weighted mean of its ratings by group; the plain mean where the group has no weight.
    pub group_ratings: Vec<f64>,
}

impl AssessedAlternative {
    pub fn is_eligible(&self) -> bool {
        self.failed.is_empty()
    }
}

/// One criterion and how much it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct AssessedCriterion {
    pub id: Id,
    pub name: String,
    /// Index of its group.
    pub group: usize,
    /// What people gave it, or else what follows from the facts.
    pub points: f64,
    /// What follows from the facts alone.
    pub points_from_facts: f64,
    /// Whether people gave it points of their own.
    pub is_own: bool,
    /// Its points over all points, 0–1.
    pub weight: f64,
    /// What the points from the facts are made of; the lines add up to them.
    pub trace: Vec<TraceLine>,
}

/// A group and the sum of its members.
#[derive(Debug, Clone, PartialEq)]
pub struct AssessedGroup {
    pub id: Id,
    pub name: String,
    pub criteria: Vec<usize>,
    pub points: f64,
    pub points_from_facts: f64,
    pub weight: f64,
}

impl Assessment {
    pub fn criterion(&self, id: &str) -> Option<usize> {
        self.criteria.iter().position(|criterion| criterion.id == id)
    }

    pub fn alternative(&self, id: &str) -> Option<usize> {
        self.alternatives.iter().position(|alternative| alternative.id == id)
    }

    pub fn weights(&self) -> impl Iterator<Item = f64> {
        self.criteria.iter().map(|criterion| criterion.weight)
    }

    /// Which share of the weight rests on named sources rather than on own ratings, on judgement alone or on nothing, 0–1: the mean
    /// over the alternatives of the weight of those criteria for whose rating a source is named.
    pub fn evidence_coverage(&self, catalogue: &Catalogue) -> f64 {
        let has_source = |i: usize, j: usize| !expiry::ids_behind(catalogue, self, i, j).is_empty();
        let covered = |i: usize| -> f64 { self.weights().enumerate().filter(|(j, _)| has_source(i, *j)).map(|(_, weight)| weight).sum() };
        (0..self.ratings.len()).map(covered).sum::<f64>() / self.ratings.len().max(1) as f64
    }

    /// The alternative that is recommended or comes nearest to it, if any qualifies.
    pub fn leader(&self) -> Option<&AssessedAlternative> {
        self.verdict.leader.map(|leader| &self.alternatives[leader])
    }
}

/// Carries out the steps in order: facts, weights, ratings, scores, requirements, verdict, findings.
pub fn assess(catalogue: &Catalogue, profile: &Profile) -> Assessment {
    assess_among(catalogue, profile, |_| true)
}

/// As [`assess`], as if there were only those alternatives whose id `is_among` accepts. Each keeps its slot, and because every
/// scale is anchored, its score.
pub fn assess_among(catalogue: &Catalogue, profile: &Profile, is_among: impl Fn(&str) -> bool) -> Assessment {
    let mut findings = Vec::new();
    let consequences = interview::consequences(catalogue, profile);
    let (mut criteria, mut groups) = weights::structure(catalogue, profile);
    let weights_origin = weights::weigh(profile, &consequences, &mut criteria, &mut groups);
    let mut names = alternatives(catalogue, profile);
    names.retain(|name| is_among(&name.id));
    let ratings = ratings::ratings(catalogue, profile, &consequences, &names, &criteria, &mut findings);
    let concentration = weights::concentration(profile.sureness, &consequences, &criteria);
    let moments = verdict::moments(&criteria, &ratings, concentration);
    let requirements = requirements::outcomes(catalogue, profile, &consequences, &names, &criteria, &ratings);
    let mut alternatives = verdict::score(names, &criteria, &groups, &ratings, &requirements, moments.as_ref());
    let ranking = verdict::rank(&mut alternatives);
    let is_anything_known = consequences.known > 0 || !profile.points.is_empty();
    let verdict = verdict::verdict(&alternatives, &ranking, moments.as_ref(), is_anything_known);
    weights::findings(&criteria, &mut findings);
    unknown_ids(catalogue, profile, &mut findings);
    if alternatives.is_empty() {
        findings.push(Finding::NoAlternatives);
    }
    Assessment {
        alternatives,
        criteria,
        groups,
        ratings,
        ranking,
        requirements,
        verdict,
        weights_origin,
        facts_known: consequences.known,
        facts_asked: consequences.asked,
        concentration,
        findings,
    }
}

/// An alternative before it is scored.
struct Name {
    id: Id,
    name: String,
    summary: String,
    slot: usize,
}

fn alternatives(catalogue: &Catalogue, profile: &Profile) -> Vec<Name> {
    let shipped = catalogue.alternatives.iter().map(|a| (&a.id, &a.name, a.summary.clone()));
    let own = profile.alternatives.iter().map(|a| (&a.id, &a.name, String::new()));
    let named = shipped.chain(own).enumerate();
    named.map(|(slot, (id, name, summary))| Name { id: id.clone(), name: name.clone(), summary, slot }).collect()
}

/// What the profile speaks of and nobody knows. A file with such ids is refused on opening; another catalogue may still lead here.
fn unknown_ids(catalogue: &Catalogue, profile: &Profile, findings: &mut Vec<Finding>) {
    let knows = |id: &str| catalogue.criterion(id).is_some() || profile.criteria.iter().any(|own| own.id == id);
    for id in profile.points.keys().filter(|id| !knows(id)) {
        findings.push(Finding::Unknown { what: Reference::Criterion, id: id.clone() });
    }
    for id in profile.facts.0.keys().filter(|id| catalogue.interview.question(id).is_none()) {
        findings.push(Finding::Unknown { what: Reference::Question, id: id.clone() });
    }
}
