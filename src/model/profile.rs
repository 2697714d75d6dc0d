//! [`Profile`]: the document that a team edits, saves and shares.
//!
//! It holds what people said; what follows from it is computed and never stored, except as the record of a decision.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Date, Elicitation, Facts, Id, Rating};

/// The schema that this version writes. Older ones are brought up to it on opening, newer ones are refused.
pub const PROFILE_SCHEMA: u32 = 1;

/// One project and what its people say of it.
///
/// Every field but `schema` and `name` may be absent from the file; what equals its default is not written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// The version of this structure, [`PROFILE_SCHEMA`] when written.
    pub schema: u32,
    pub name: String,
    /// What is being decided, for somebody who was not there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub context: String,
    /// The day that the charts and the record carry: set by a person, not by the clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    #[serde(default, skip_serializing_if = "Facts::is_empty")]
    pub facts: Facts,
    /// Interview rules that somebody switched off or changed, by rule.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<Id, RuleChange>,
    /// Points that people gave to criteria; a criterion that is absent has the points that follow from the facts.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub points: BTreeMap<Id, f64>,
    /// What was answered in each way of weighing, and which way the points come from.
    #[serde(default, skip_serializing_if = "Elicitation::is_empty")]
    pub elicitation: Elicitation,
    /// How sure people are of the weights.
    #[serde(default, skip_serializing_if = "Sureness::is_default")]
    pub sureness: Sureness,
    /// Whether the result stays hidden, so that people weigh before they see what comes of it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sealed: bool,
    /// What people expected of the result, and how it felt once they saw it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gut_feeling: Option<GutFeeling>,
    /// Ratings that replace those of the catalogue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ratings: Vec<OwnRating>,
    /// Criteria that the catalogue does not have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<OwnCriterion>,
    /// Alternatives that the catalogue does not have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<OwnAlternative>,
    /// Must-haves: the catalogue's rules switched on or off, and own ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<Requirement>,
    /// Remarks by criterion.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub notes: BTreeMap<Id, String>,
    /// The order of the radar's axes, as ids of groups or criteria; what is not named follows in the catalogue's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub axis_order: Vec<Id>,
    /// The weights of single people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voices: Vec<Voice>,
    /// What was decided, by whom and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// The seed of everything that is drawn at random.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub seed: u64,
}

/// What somebody did to one rule of the interview.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RuleChange {
    /// Whether the rule adds nothing at all.
    #[serde(default, skip_serializing_if = "is_false")]
    pub off: bool,
    /// Points by criterion instead of the rule's own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub points: BTreeMap<Id, f64>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// How sure people are of their weights; sets how far the plausible weights spread around the stated ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sureness {
    Sure,
    #[default]
    Roughly,
    Unsure,
}

impl Sureness {
    pub const ALL: [Self; 3] = [Self::Sure, Self::Roughly, Self::Unsure];

    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// A rating that somebody gave instead of the catalogue's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnRating {
    pub criterion: Id,
    pub alternative: Id,
    pub low: f64,
    pub mode: f64,
    pub high: f64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What somebody measured, where there was something to measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<OwnEvidence>,
}

/// What an own rating rests on. Plain words: nothing here is ever opened.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OwnEvidence {
    /// What was measured or seen, and where.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Where it can be read: an address, a file, a ticket.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
}

impl OwnEvidence {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl OwnRating {
    pub fn rating(&self) -> Rating {
        Rating::new(self.low, self.mode, self.high)
    }
}

/// A criterion that only this project has. Its ratings are own ratings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnCriterion {
    pub id: Id,
    pub name: String,
    /// The group of the catalogue that it joins.
    pub group: Id,
    /// What 0 and what 10 mean.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub worst: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub best: String,
}

/// An alternative that only this project considers. Its ratings are own ratings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnAlternative {
    pub id: Id,
    pub name: String,
}

/// A must-have. An id of the catalogue's rules needs nothing else; an own one says what it asks and who meets it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Requirement {
    pub id: Id,
    /// Whether it counts. A rule that the facts suggest can be switched off here.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub on: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// For an own one: a criterion on which every alternative must reach a rating.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Threshold>,
    /// For an own one: who meets it, by alternative; an alternative that is absent passes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub judgements: BTreeMap<Id, Judgement>,
    /// Who demands it from outside, if anybody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
    /// What decides is none of what is compared here. It is kept and said; it rules nobody out by itself.
    #[serde(default, skip_serializing_if = "is_false")]
    pub outside: bool,
    /// For such a reason: the alternative that it speaks for, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub favours: Option<Id>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Requirement {
    /// One that counts and says nothing else, as a rule of the catalogue needs it.
    pub fn new(id: impl Into<Id>) -> Self {
        Self {
            id: id.into(),
            on: true,
            name: String::new(),
            at_least: None,
            judgements: BTreeMap::new(),
            mandate: None,
            outside: false,
            favours: None,
            reason: String::new(),
        }
    }
}

/// A demand that people outside the team make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    pub kind: MandateKind,
    /// Who demands it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// What kind of demand it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MandateKind {
    /// The system that it has to run on or in.
    Platform,
    /// Somebody's kit that has to be used.
    VendorSdk,
    /// A certificate that has to be obtained.
    Certification,
    /// A rule of the organisation.
    HouseStandard,
    Other,
}

impl MandateKind {
    pub const ALL: [Self; 5] = [Self::Platform, Self::VendorSdk, Self::Certification, Self::HouseStandard, Self::Other];
}

/// A criterion and the rating that its most likely value must reach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Threshold {
    pub criterion: Id,
    pub rating: f64,
}

/// How an alternative stands to a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    Passes,
    PassesWithCost,
    Fails,
}

/// One person's weights inside a profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Voice {
    pub name: String,
    pub points: BTreeMap<Id, f64>,
    /// Whether the points stay hidden until all voices are in.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sealed: bool,
}

/// What was decided, with the numbers of that day, so that they can be recomputed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Decision {
    pub status: DecisionStatus,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Id>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decided_by: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The version of the catalogue that was used.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub catalogue: String,
    /// Who led on that day, whoever was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leader: Option<Id>,
    /// The scores of that day by alternative; each is as exact as it is written.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scores: BTreeMap<Id, f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionStatus {
    #[default]
    Proposed,
    Accepted,
    Superseded,
}

/// The check of a result against intuition.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct GutFeeling {
    /// The alternative that was expected to lead, if somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Id>,
    /// How the result felt; absent until somebody says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feeling: Option<Feeling>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub remark: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feeling {
    /// The result feels right.
    Right,
    Surprised,
}

impl Profile {
    /// An empty profile: no facts, no points of its own.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            schema: PROFILE_SCHEMA,
            name: name.into(),
            context: String::new(),
            date: None,
            facts: Facts::default(),
            rules: BTreeMap::new(),
            points: BTreeMap::new(),
            elicitation: Elicitation::default(),
            sureness: Sureness::default(),
            sealed: false,
            gut_feeling: None,
            ratings: Vec::new(),
            criteria: Vec::new(),
            alternatives: Vec::new(),
            requirements: Vec::new(),
            notes: BTreeMap::new(),
            axis_order: Vec::new(),
            voices: Vec::new(),
            decision: None,
            seed: 0,
        }
    }

    /// The own rating of an alternative on a criterion.
    pub fn own_rating(&self, criterion: &str, alternative: &str) -> Option<&OwnRating> {
        self.ratings.iter().find(|own| own.criterion == criterion && own.alternative == alternative)
    }
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_true(value: &bool) -> bool {
    *value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_false(value: &bool) -> bool {
    !*value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_zero(value: &u64) -> bool {
    *value == 0
}
