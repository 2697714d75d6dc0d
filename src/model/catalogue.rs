//! [`Catalogue`]: what ships with the app, as data: criteria, alternatives, ratings with their evidence, the article's claims and
//! the requirements. The questions and their rules are in [`super::Interview`].
//!
//! Nothing here computes a weight or a score. The one function is a scale's: it turns a measured figure into a rating.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Condition, Date, Id, Interview, Judgement, Rating};

/// The schema of the catalogue's file.
pub const CATALOGUE_SCHEMA: u32 = 1;

/// Computed ratings are given in half points: the figures behind them do not carry more.
pub const RATING_STEP: f64 = 0.5;

/// Everything that is known before anybody says anything about a project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    pub schema: u32,
    pub name: String,
    /// Such as `2026.11`; named in every verdict and record.
    pub version: String,
    pub date: Date,
    /// The version of the catalogue below, if this one came about as a [`super::Layer`] over it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub laid_over: Option<String>,
    pub alternatives: Vec<Alternative>,
    /// In reading order; a group's criteria follow the order of [`Catalogue::criteria`].
    pub groups: Vec<Group>,
    pub criteria: Vec<Criterion>,
    pub ratings: Vec<CatalogueRating>,
    pub interview: Interview,
    pub requirements: Vec<RequirementRule>,
    /// Designs of more than one alternative.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub designs: Vec<MixedDesign>,
    /// Every claim of the article that gave the criteria.
    pub claims: Vec<Claim>,
    pub evidence: Vec<Evidence>,
}

/// One of the things being compared. Its position decides its colour, dash pattern and marker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    pub id: Id,
    pub name: String,
    /// Its character in a few words, such as "Quick to write, widest libraries".
    pub summary: String,
}

/// A group of criteria. Ratings within a group rest on related evidence, so they err together when sampled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub id: Id,
    pub name: String,
}

/// One thing that matters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub id: Id,
    pub group: Id,
    pub name: String,
    /// What is meant, in one sentence.
    pub about: String,
    /// The cheapest way to find out how good an alternative really is at it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub find_out: Option<FindOut>,
    /// What 0 and what 10 mean, each in a few words.
    pub worst: String,
    pub best: String,
    /// How a rating comes about: one or several parts whose shares sum to one.
    pub scale: Vec<ScalePart>,
    /// Points that it has before anything is known of the project.
    pub points: f64,
    /// After how many years evidence for it should be looked at again.
    pub shelf_life_years: u16,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A way to find something out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindOut {
    /// What to do, in one sentence.
    pub how: String,
    pub effort: Effort,
}

/// How long finding something out takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effort {
    Hours,
    Days,
    Weeks,
}

/// One part of a criterion's scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScalePart {
    pub id: Id,
    /// What is measured or described.
    pub measure: String,
    /// How much it counts within the criterion, 0–1.
    pub share: f64,
    pub scale: Scale,
}

/// How a value becomes a rating from 0 to 10.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Scale {
    /// Linear between two anchors of a measured figure: `10 (x − zero) / (ten − zero)`, clipped.
    Linear { unit: String, zero: f64, ten: f64 },
    /// Logarithmic between two anchors: `10 ln(x / zero) / ln(ten / zero)`, clipped.
    Logarithmic { unit: String, zero: f64, ten: f64 },
    /// Described levels; the value is the rating itself.
    Rubric(Vec<Level>),
}

/// A described level of a rubric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    pub at: f64,
    pub means: String,
}

impl Scale {
    /// The rating of a figure (in the scale's unit), or of a level (0–10), clipped to 0–10.
    pub fn rate(&self, value: f64) -> f64 {
        let rating = match self {
            Self::Linear { zero, ten, .. } => 10.0 * (value - zero) / (ten - zero),
            Self::Logarithmic { zero, ten, .. } => 10.0 * libm::log(value / zero) / libm::log(ten / zero),
            Self::Rubric(_) => value,
        };
        rating.clamp(0.0, 10.0)
    }
}

/// What the catalogue says of one alternative on one criterion, and how it knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatalogueRating {
    pub criterion: Id,
    pub alternative: Id,
    /// Holds only under these answers, such as a workload; unconditional when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Condition>,
    pub low: f64,
    /// Where there are figures for every part of the scale, this is what [`Criterion::computed`] gives.
    pub mode: f64,
    pub high: f64,
    pub basis: Basis,
    pub support: Support,
    /// Values on the parts of the criterion's scale, from which `mode` is computed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// Why, in a sentence or two.
    pub reason: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Id>,
    /// What the article says of this cell; empty where it is silent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Id>,
}

impl CatalogueRating {
    pub fn rating(&self) -> Rating {
        Rating::new(self.low, self.mode, self.high)
    }

    /// Whether both rate the same alternative on the same criterion, be it under other answers.
    pub fn is_of_same_cell(&self, other: &Self) -> bool {
        self.criterion == other.criterion && self.alternative == other.alternative
    }
}

/// A value on one part of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The [`ScalePart`] it belongs to.
    pub part: Id,
    /// In the part's unit, or a level. Several figures for one part count by their geometric mean (levels: arithmetic).
    pub value: f64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Id>,
}

/// What a rating rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Figures were measured and turned into the rating by the scale.
    Measured,
    /// Somebody read the evidence and judged by the described levels.
    Judged,
}

/// How well the evidence carries what rests on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Support {
    Weak,
    Moderate,
    Strong,
}

/// A source that was found and read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    pub id: Id,
    pub title: String,
    pub author: String,
    pub year: i16,
    pub url: String,
    /// What was found there, in our words, with its figures.
    pub figure: String,
    /// How it was read: the publication itself, a copy, a quotation.
    pub read: String,
    pub tier: Tier,
    pub strength: Support,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caveat: String,
    /// Whether the address was put together rather than opened.
    #[serde(default, skip_serializing_if = "is_false")]
    pub url_unopened: bool,
}

/// How near the source was to the one who found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Only somebody else's statement; nothing measured rests on it.
    Tertiary,
    /// Read through quotation or consistent reports.
    Secondary,
    /// The publication or its source was read.
    Primary,
}

/// One claim of the article, in our words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub id: Id,
    /// The claim, paraphrased.
    pub says: String,
    pub status: ClaimStatus,
    /// What the evidence says instead or besides; empty where it simply bears the claim out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub correction: String,
    /// The criterion that it feeds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<Id>,
    /// Whom it speaks of; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Id>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Id>,
}

/// How a claim stands to the evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimStatus {
    Supported,
    Qualified,
    Disputed,
    Outdated,
    Wrong,
    /// No evidence was found either way.
    Silent,
}

impl ClaimStatus {
    pub const ALL: [Self; 6] = [Self::Supported, Self::Qualified, Self::Disputed, Self::Outdated, Self::Wrong, Self::Silent];

    /// Whether a reader should be warned beside the rating.
    pub fn is_contested(self) -> bool {
        matches!(self, Self::Disputed | Self::Outdated | Self::Wrong)
    }
}

/// A must-have that the catalogue can judge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequirementRule {
    pub id: Id,
    /// A few words, such as "No garbage collector or language runtime".
    pub name: String,
    /// When it applies, in one sentence.
    pub about: String,
    /// Who meets it, by alternative; an alternative that is absent has not been judged and passes.
    pub judgements: BTreeMap<Id, Judgement>,
    pub reason: String,
    pub basis: RequirementBasis,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Id>,
}

/// What a requirement's judgements rest on. All but the first are off until somebody turns them on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequirementBasis {
    Evidence,
    /// A part of the reason is recalled, not read.
    PartMemory,
    Judged,
}

/// A design in which more than one alternative has a part, each where it is strong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MixedDesign {
    pub id: Id,
    /// A few words, such as "Python over a Rust core".
    pub name: String,
    /// Who does what, in one sentence.
    pub about: String,
    /// Empty: it leaves open which alternative is used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<DesignPart>,
    /// What it costs, in one sentence.
    pub cost: String,
    /// Requirements that the whole meets although a part of it does not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meets: Vec<Id>,
    /// Empty: the design is judged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Id>,
}

/// What one alternative brings to a design.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DesignPart {
    pub alternative: Id,
    /// The criteria on which the design is as good as this alternative.
    pub brings: Vec<Id>,
}

impl Criterion {
    /// The mode that the figures give: each part's scale applied to the mean of its figures, summed by share, to the nearest
    /// [`RATING_STEP`]. `None` unless every part has a figure.
    pub fn computed(&self, figures: &[Figure]) -> Option<f64> {
        let mut sum = 0.0;
        for part in &self.scale {
            let values: Vec<f64> = figures.iter().filter(|figure| figure.part == part.id).map(|figure| figure.value).collect();
            if values.is_empty() {
                return None;
            }
            let n = values.len() as f64;
            let mean = match part.scale {
                Scale::Rubric(_) => values.iter().sum::<f64>() / n,
                Scale::Linear { .. } | Scale::Logarithmic { .. } => {
                    libm::exp(values.iter().map(|value| libm::log(*value)).sum::<f64>() / n)
                }
            };
            sum += part.share * part.scale.rate(mean);
        }
        Some((sum / RATING_STEP).round() * RATING_STEP)
    }
}

impl Catalogue {
    /// Its version, and in brackets that of the catalogue below, if there is one.
    pub fn full_version(&self) -> String {
        self.laid_over.as_ref().map_or_else(|| self.version.clone(), |below| format!("{} ({below})", self.version))
    }

    /// What names it in verdicts and records: its version, and before that the name of a team's own one.
    pub fn edition(&self) -> String {
        if self.laid_over.is_some() { format!("{} {}", self.name, self.full_version()) } else { self.version.clone() }
    }

    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }

    pub fn alternative(&self, id: &str) -> Option<&Alternative> {
        self.alternatives.iter().find(|alternative| alternative.id == id)
    }

    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    pub fn source(&self, id: &str) -> Option<&Evidence> {
        self.evidence.iter().find(|evidence| evidence.id == id)
    }

    pub fn requirement(&self, id: &str) -> Option<&RequirementRule> {
        self.requirements.iter().find(|rule| rule.id == id)
    }

    /// The ratings of one cell, unconditional ones and those that hold under some answer.
    pub fn cell<'a>(&'a self, criterion: &'a str, alternative: &'a str) -> impl Iterator<Item = &'a CatalogueRating> {
        self.ratings.iter().filter(move |rating| rating.criterion == criterion && rating.alternative == alternative)
    }

    /// Whether a claim of the article about one cell is disputed, outdated or wrong.
    pub fn is_contested(&self, rating: &CatalogueRating) -> bool {
        rating.claims.iter().filter_map(|id| self.claim(id)).any(|claim| claim.status.is_contested())
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_false(value: &bool) -> bool {
    !*value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_meet_their_anchors() {
        let linear = Scale::Linear { unit: "%".into(), zero: 20.0, ten: 70.0 };
        assert_eq!([linear.rate(20.0), linear.rate(45.0), linear.rate(70.0), linear.rate(90.0)], [0.0, 5.0, 10.0, 10.0]);
        let slower = Scale::Logarithmic { unit: "x".into(), zero: 100.0, ten: 1.0 };
        assert_eq!(slower.rate(1.0), 10.0);
        assert!((slower.rate(10.0) - 5.0).abs() < 1e-12);
        assert_eq!(slower.rate(1000.0), 0.0);
    }
}
