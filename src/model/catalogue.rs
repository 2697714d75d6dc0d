//! [`Catalogue`]: what ships with the app, as data: criteria, alternatives, ratings with their evidence, the article's claims,
//! the interview and the requirements.
//!
//! Nothing here computes a weight or a score. The one function is a scale's: it turns a measured figure into a rating.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, Date, Id, Judgement, Rating};

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

/// The questions and what follows from their answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interview {
    pub sections: Vec<Section>,
    pub questions: Vec<Question>,
    pub rules: Vec<Rule>,
}

impl Interview {
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The question of a fact, and the part of it where the fact is `question.part`.
    pub fn fact<'a>(&'a self, id: &str) -> Option<(&'a Question, Option<&'a QuestionPart>)> {
        let Some((question, part)) = id.split_once('.') else { return Some((self.question(id)?, None)) };
        let question = self.question(question)?;
        let QuestionKind::Parts(parts) = &question.kind else { return None };
        Some((question, Some(parts.iter().find(|own| own.id == part)?)))
    }
}

/// A short group of questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub id: Id,
    pub name: String,
}

/// One question, each of whose answers may be left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: Id,
    pub section: Id,
    /// A word or two, for where there is no room to ask; empty: the question itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    pub asks: String,
    /// Whether the answers go from less to more, so that neighbours are alike.
    #[serde(default, skip_serializing_if = "is_false")]
    pub ordered: bool,
    /// Why it is asked, in one sentence.
    pub why: String,
    /// What there is unless the answer is [`Question::absent_means`], such as "the existing code", to say "without …".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// The cheapest way to find out the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub find_out: Option<FindOut>,
    pub kind: QuestionKind,
    /// The answer that absence stands for; without it, absence means that nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absent_means: Option<Id>,
}

impl Question {
    /// Its name, or else the question itself.
    pub fn short(&self) -> &str {
        if self.name.is_empty() { &self.asks } else { &self.name }
    }

    /// The answers that can be given; of a question with parts, those to this part.
    pub fn answers(&self, part: Option<&str>) -> &[AnswerOption] {
        match &self.kind {
            QuestionKind::Choice(answers) | QuestionKind::EachAlternative(answers) => answers,
            QuestionKind::Parts(parts) => parts.iter().find(|own| Some(own.id.as_str()) == part).map_or(&[], |own| own.answers.as_slice()),
        }
    }
}

/// What form an answer takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum QuestionKind {
    /// One of these.
    Choice(Vec<AnswerOption>),
    /// One of these for each alternative.
    EachAlternative(Vec<AnswerOption>),
    /// One answer for each of these parts.
    Parts(Vec<QuestionPart>),
}

impl Question {
    /// The answers to choose from, for a question in parts those of one part.
    pub fn options(&self, part: Option<&str>) -> Option<&[AnswerOption]> {
        match (&self.kind, part) {
            (QuestionKind::Choice(options) | QuestionKind::EachAlternative(options), _) => Some(options),
            (QuestionKind::Parts(parts), part) => parts.iter().find(|own| Some(own.id.as_str()) == part).map(|own| own.answers.as_slice()),
        }
    }

    /// How common a whole answer is, relative to the others that can be given: the product of its parts' frequencies.
    pub fn frequency(&self, answer: &Answer) -> f64 {
        let of = |part: Option<&str>, id: &str| {
            let option = self.options(part).and_then(|options| options.iter().find(|option| option.id == id));
            option.map_or(1.0, |option| option.frequency)
        };
        match answer {
            Answer::One(id) => of(None, id),
            Answer::Each(parts) => parts.iter().map(|(part, id)| of(Some(part), id)).product(),
        }
    }
}

/// A part of a question that has several.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionPart {
    pub id: Id,
    pub asks: String,
    pub answers: Vec<AnswerOption>,
}

/// One answer that can be given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerOption {
    pub id: Id,
    /// A few words, as on a button.
    pub label: String,
    /// What tells it from its neighbours, where that is needed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// How common it is among projects, relative to the other answers of its question. Judged; without it, all are alike. Positive.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub frequency: f64,
}

/// What follows from one answer, or from several together. Shown as one line that can be switched off or changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: Id,
    /// All of these must hold.
    pub when: Vec<Condition>,
    /// Points that are added, by criterion.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub points: BTreeMap<Id, f64>,
    /// How ratings change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
    /// Requirements that it suggests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<Suggestion>,
    /// Why, in one sentence.
    pub why: String,
    /// Empty: the rule is judged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Id>,
}

/// One answer that must have been given: `fact` is a question, or `question.part`.
/// For a question about each alternative it holds for those alternatives that have this answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    pub fact: Id,
    pub is: Id,
}

/// How a rule changes ratings. In a rule about each alternative, `alternative` is absent: it is the one that the answer is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Effect {
    /// The rating is this one.
    Rate { criterion: Id, alternative: Id, low: f64, mode: f64, high: f64 },
    /// The rating is moved by so many points.
    Shift {
        criterion: Id,
        #[serde(default)]
        alternative: Option<Id>,
        by: f64,
    },
    /// The rating covers this share of its way to 10: `r + share (10 − r)`.
    TowardsTen { criterion: Id, share: f64 },
    /// The rating falls by this share of what another criterion lacks to 10: `r − share (10 − other)`; the low end falls by `low_end` more.
    /// `other` is the catalogue's rating, before any rule.
    FallByGap { criterion: Id, other: Id, share: f64, low_end: f64 },
}

/// A requirement that an answer suggests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    pub requirement: Id,
    /// Whether it counts at once. What rests on judgement or memory waits for somebody to turn it on.
    pub on: bool,
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

fn one() -> f64 {
    1.0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_one(value: &f64) -> bool {
    *value == 1.0
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
