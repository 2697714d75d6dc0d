//! [`Fault`]: what makes a profile's content wrong, and [`Profile::faults`], which finds it.
//!
//! Where in a file a fault stands is the store's to say; a fault only names the value.

use std::collections::BTreeSet;

use super::{Answer, Catalogue, Elicitation, Id, Profile, QuestionKind, Reference};

/// Limits of a profile. A profile beyond them is refused, because every one of them is far past what a person can write.
pub const MAX_ITEMS: usize = 1_000;
/// The longest text in a profile, in bytes.
pub const MAX_TEXT: usize = 100_000;
/// The most criteria that can be weighed, the catalogue's and the profile's together.
pub const MAX_CRITERIA: usize = 50;
/// The most alternatives that can be compared.
pub const MAX_ALTERNATIVES: usize = 20;

/// How many single changes apart two ids may be for one to be offered in place of the other.
const NEAR: usize = 3;

/// Something wrong with a profile's content.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// NaN or an infinity, at a path such as `points.latency`.
    NotFinite { path: String },
    /// Negative points, at a path such as `points.latency`.
    Negative { path: String },
    /// The same id twice where each may stand once.
    Duplicate { what: Reference, id: Id },
    /// An id that neither the profile nor the catalogue knows; `near` is the known id most like it.
    Unknown { what: Reference, id: Id, near: Option<Id> },
    /// More items than [`MAX_ITEMS`], or more alternatives than [`MAX_ALTERNATIVES`].
    TooMany { path: String, limit: usize },
    /// A text longer than [`MAX_TEXT`].
    TooLong { path: String },
    /// An empty name or id where one is needed.
    Empty { path: String },
}

impl Fault {
    /// The word of the file at which the fault stands, if it stands at one.
    pub fn word(&self) -> Option<&str> {
        match self {
            Self::NotFinite { path }
            | Self::Negative { path }
            | Self::TooMany { path, .. }
            | Self::TooLong { path }
            | Self::Empty { path } => path.rsplit('.').next(),
            Self::Duplicate { id, .. } | Self::Unknown { id, .. } => Some(id),
        }
    }
}

impl Profile {
    /// Everything that is wrong with the content, in the order of the file.
    pub fn faults(&self, catalogue: &Catalogue) -> Vec<Fault> {
        let mut faults = Vec::new();
        self.check_sizes(catalogue, &mut faults);
        // Comparing every id with every other takes too long where there are far too many.
        if faults.iter().any(|fault| matches!(fault, Fault::TooMany { .. })) {
            return faults;
        }
        self.check_numbers(&mut faults);
        self.check_ids(catalogue, &mut faults);
        faults
    }

    fn check_sizes(&self, catalogue: &Catalogue, faults: &mut Vec<Fault>) {
        let counts = [
            ("facts", self.facts.0.len()),
            ("rules", self.rules.len()),
            ("points", self.points.len()),
            ("ratings", self.ratings.len()),
            ("requirements", self.requirements.len()),
            ("notes", self.notes.len()),
            ("axis_order", self.axis_order.len()),
            ("voices", self.voices.len()),
            ("decision.decided_by", self.decision.as_ref().map_or(0, |decision| decision.decided_by.len())),
        ];
        for (path, count) in counts {
            if count > MAX_ITEMS {
                faults.push(Fault::TooMany { path: path.into(), limit: MAX_ITEMS });
            }
        }
        if catalogue.criteria.len() + self.criteria.len() > MAX_CRITERIA {
            faults.push(Fault::TooMany { path: "criteria".into(), limit: MAX_CRITERIA });
        }
        if self.alternatives.len() > MAX_ALTERNATIVES {
            faults.push(Fault::TooMany { path: "alternatives".into(), limit: MAX_ALTERNATIVES });
        }
        let own_names = self.criteria.iter().map(|own| ("criteria", &own.name));
        let other_names = self.alternatives.iter().map(|own| ("alternatives", &own.name));
        let voices = self.voices.iter().map(|voice| ("voices", &voice.name));
        for (path, name) in [("name", &self.name)].into_iter().chain(own_names).chain(other_names).chain(voices) {
            if name.trim().is_empty() {
                faults.push(Fault::Empty { path: path.into() });
            }
        }
        let reasons = self
            .ratings
            .iter()
            .map(|own| ("ratings", &own.reason))
            .chain(self.requirements.iter().map(|own| ("requirements", &own.reason)));
        let notes = self.notes.values().map(|note| ("notes", note));
        let decided = self.decision.iter().flat_map(|decision| decision.decided_by.iter().chain([&decision.reason]));
        let notes = notes.chain(decided.map(|text| ("decision", text)));
        for (path, text) in [("name", &self.name), ("context", &self.context)].into_iter().chain(reasons).chain(notes) {
            if text.len() > MAX_TEXT {
                faults.push(Fault::TooLong { path: path.into() });
            }
        }
    }

    fn check_numbers(&self, faults: &mut Vec<Fault>) {
        let mut points = Vec::new();
        points.extend(self.points.iter().map(|(id, value)| (format!("points.{id}"), *value)));
        for (rule, change) in &self.rules {
            points.extend(change.points.iter().map(|(id, value)| (format!("rules.{rule}.points.{id}"), *value)));
        }
        match &self.elicitation {
            Elicitation::Swing(swings) => points.extend(swings.iter().map(|(id, value)| (format!("elicitation.{id}"), *value))),
            Elicitation::Pairwise(pairs) => points.extend(pairs.iter().map(|(_, _, value)| ("elicitation".to_owned(), *value))),
            Elicitation::Direct | Elicitation::RankOrder(_) => {}
        }
        for voice in &self.voices {
            points.extend(voice.points.iter().map(|(id, value)| (format!("voices.{id}"), *value)));
        }
        for (path, value) in points {
            if !value.is_finite() {
                faults.push(Fault::NotFinite { path });
            } else if value < 0.0 {
                faults.push(Fault::Negative { path });
            }
        }
        for own in &self.ratings {
            for (field, value) in [("low", own.low), ("mode", own.mode), ("high", own.high)] {
                if !value.is_finite() {
                    faults.push(Fault::NotFinite { path: format!("ratings.{}.{}.{field}", own.criterion, own.alternative) });
                }
            }
        }
        let thresholds = self.requirements.iter().filter_map(|own| own.at_least.as_ref());
        for threshold in thresholds {
            if !threshold.rating.is_finite() {
                faults.push(Fault::NotFinite { path: format!("requirements.{}", threshold.criterion) });
            }
        }
        let scores = self.decision.iter().flat_map(|decision| &decision.scores);
        for (id, score) in scores {
            if !score.is_finite() {
                faults.push(Fault::NotFinite { path: format!("decision.scores.{id}") });
            }
        }
    }

    fn check_ids(&self, catalogue: &Catalogue, faults: &mut Vec<Fault>) {
        let mut ids = Ids { faults, profile: self, catalogue };
        ids.unique(Reference::Criterion, catalogue.criteria.iter().map(|c| &c.id).chain(self.criteria.iter().map(|own| &own.id)));
        ids.unique(Reference::Alternative, catalogue.alternatives.iter().map(|a| &a.id).chain(self.alternatives.iter().map(|own| &own.id)));
        ids.unique(Reference::Requirement, self.requirements.iter().map(|own| &own.id));
        let mut pairs = BTreeSet::new();
        for own in &self.ratings {
            if !pairs.insert((&own.criterion, &own.alternative)) {
                ids.faults.push(Fault::Duplicate { what: Reference::Criterion, id: own.criterion.clone() });
            }
            ids.known(Reference::Criterion, &own.criterion);
            ids.known(Reference::Alternative, &own.alternative);
        }
        for (question, answer) in &self.facts.0 {
            ids.answer(question, answer);
        }
        for (rule, change) in &self.rules {
            ids.known(Reference::Rule, rule);
            change.points.keys().for_each(|criterion| ids.known(Reference::Criterion, criterion));
        }
        for criterion in self.points.keys().chain(self.notes.keys()).chain(self.voices.iter().flat_map(|voice| voice.points.keys())) {
            ids.known(Reference::Criterion, criterion);
        }
        for own in &self.criteria {
            ids.known(Reference::Group, &own.group);
        }
        for own in &self.requirements {
            let is_own = !own.name.is_empty() || own.at_least.is_some() || own.outside || !own.judgements.is_empty();
            if !is_own {
                ids.known(Reference::Requirement, &own.id);
            }
            own.judgements.keys().for_each(|alternative| ids.known(Reference::Alternative, alternative));
            own.at_least.iter().for_each(|threshold| ids.known(Reference::Criterion, &threshold.criterion));
        }
        if let Some(decision) = &self.decision {
            let named = decision.chosen.iter().chain(&decision.leader).chain(decision.scores.keys());
            named.for_each(|alternative| ids.known(Reference::Alternative, alternative));
        }
    }
}

struct Ids<'a> {
    faults: &'a mut Vec<Fault>,
    profile: &'a Profile,
    catalogue: &'a Catalogue,
}

impl Ids<'_> {
    fn unique<'i>(&mut self, what: Reference, ids: impl Iterator<Item = &'i Id>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.faults.push(Fault::Duplicate { what, id: id.clone() });
            }
        }
    }

    fn known(&mut self, what: Reference, id: &str) {
        let catalogue = self.catalogue;
        let known: Vec<&Id> = match what {
            Reference::Criterion => {
                catalogue.criteria.iter().map(|c| &c.id).chain(self.profile.criteria.iter().map(|own| &own.id)).collect()
            }
            Reference::Alternative => {
                catalogue.alternatives.iter().map(|a| &a.id).chain(self.profile.alternatives.iter().map(|own| &own.id)).collect()
            }
            Reference::Group => catalogue.groups.iter().map(|group| &group.id).collect(),
            Reference::Rule => catalogue.interview.rules.iter().map(|rule| &rule.id).collect(),
            Reference::Requirement => catalogue.requirements.iter().map(|rule| &rule.id).collect(),
            Reference::Question => catalogue.interview.questions.iter().map(|question| &question.id).collect(),
            Reference::Answer => Vec::new(),
        };
        self.among(what, id, &known);
    }

    fn answer(&mut self, question_id: &str, answer: &Answer) {
        let Some(question) = self.catalogue.interview.question(question_id) else {
            self.known(Reference::Question, question_id);
            return;
        };
        match (&question.kind, answer) {
            (QuestionKind::Choice(answers), Answer::One(id)) => {
                self.among(Reference::Answer, id, &answers.iter().map(|answer| &answer.id).collect::<Vec<_>>());
            }
            (QuestionKind::EachAlternative(answers), Answer::Each(parts)) => {
                for (alternative, id) in parts {
                    self.known(Reference::Alternative, alternative);
                    self.among(Reference::Answer, id, &answers.iter().map(|answer| &answer.id).collect::<Vec<_>>());
                }
            }
            (QuestionKind::Parts(kinds), Answer::Each(parts)) => {
                for (part, id) in parts {
                    match kinds.iter().find(|kind| kind.id == *part) {
                        Some(kind) => self.among(Reference::Answer, id, &kind.answers.iter().map(|answer| &answer.id).collect::<Vec<_>>()),
                        None => self.among(Reference::Question, part, &kinds.iter().map(|kind| &kind.id).collect::<Vec<_>>()),
                    }
                }
            }
            (QuestionKind::EachAlternative(_) | QuestionKind::Parts(_), Answer::One(id)) => {
                self.faults.push(Fault::Unknown { what: Reference::Answer, id: id.clone(), near: None });
            }
            (QuestionKind::Choice(_), Answer::Each(_)) => {
                self.faults.push(Fault::Unknown { what: Reference::Answer, id: question_id.to_owned(), near: None });
            }
        }
    }

    fn among(&mut self, what: Reference, id: &str, known: &[&Id]) {
        if !known.iter().any(|candidate| *candidate == id) {
            // A text of a thousand characters is no slip of the finger, and comparing it takes long.
            let comparable = known.iter().filter(|candidate| id.len().abs_diff(candidate.len()) <= 4 * NEAR && id.len() <= 100);
            let near =
                comparable.map(|candidate| (strsim::levenshtein(id, candidate), candidate)).min().filter(|(distance, _)| *distance <= NEAR);
            self.faults.push(Fault::Unknown { what, id: id.to_owned(), near: near.map(|(_, id)| (*id).clone()) });
        }
    }
}
