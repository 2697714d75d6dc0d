//! [`Fault`]: what makes a profile's content wrong, and [`Profile::faults`], which finds it.
//!
//! Where in a file a fault stands is the store's to say; a fault only names the value.

use std::collections::BTreeSet;

use super::{Answer, Catalogue, Id, LARGEST_PREFERENCE, LARGEST_SWING, Profile, QuestionKind, Reference, SCALE_MAX, SCALE_MIN, WHOLE_WAY};

/// Limits of a profile. A profile beyond them is refused, because every one of them is far past what a person can write.
pub const MAX_ITEMS: usize = 1_000;
/// The longest text in a profile, in bytes.
pub const MAX_TEXT: usize = 100_000;
/// The most criteria that can be weighed, the catalogue's and the profile's together.
pub const MAX_CRITERIA: usize = 50;
/// The most alternatives that can be compared.
pub const MAX_ALTERNATIVES: usize = 20;

/// The most points that can be given. Sums of what is far beyond would no longer be numbers.
pub const MAX_POINTS: f64 = 1e9;

/// The smallest improvement that a trade-off can be about, in points of the 0–10 scale.
const LEAST_GAIN: f64 = 0.1;

/// How many single changes apart two ids may be for one to be offered in place of the other.
const NEAR: usize = 3;

/// Something wrong with a profile's content.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// NaN or an infinity, at a path such as `points.latency`.
    NotFinite { path: String },
    /// Negative points, at a path such as `points.latency`.
    Negative { path: String },
    /// A number that means nothing there, at a path such as `elicitation.swing.latency`; in a list, `#` stands for the place.
    OutOfRange { path: String, low: f64, high: f64 },
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
            | Self::OutOfRange { path, .. }
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
            ("elicitation.swing", self.elicitation.swing.len()),
            ("elicitation.order", self.elicitation.order.iter().map(|tied| 1 + tied.len()).sum()),
            ("elicitation.group_pairs", self.elicitation.group_pairs.len()),
            ("elicitation.criterion_pairs", self.elicitation.criterion_pairs.len()),
            ("elicitation.trade_offs", self.elicitation.trade_offs.len()),
        ];
        for (path, count) in counts.into_iter().chain(self.inner_counts()) {
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
        for (path, text) in self.texts() {
            if text.len() > MAX_TEXT {
                faults.push(Fault::TooLong { path: path.into() });
            }
        }
    }

    /// How many items stand in lists and maps inside of items, with the field of the whole.
    fn inner_counts(&self) -> impl Iterator<Item = (&'static str, usize)> {
        let facts = self.facts.0.values().map(|answer| match answer {
            Answer::One(_) => 1,
            Answer::Each(parts) => parts.len(),
        });
        let decided = self.decision.iter().map(|decision| decision.decided_by.len().max(decision.scores.len()));
        facts
            .map(|count| ("facts", count))
            .chain(self.rules.values().map(|change| ("rules", change.points.len())))
            .chain(self.requirements.iter().map(|own| ("requirements", own.judgements.len())))
            .chain(self.voices.iter().map(|voice| ("voices", voice.points.len())))
            .chain(decided.map(|count| ("decision", count)))
    }

    /// Every text that somebody wrote, with the field of the whole that it stands in.
    fn texts(&self) -> impl Iterator<Item = (&'static str, &String)> {
        let decision = self.decision.iter();
        let decision = decision.flat_map(|decision| decision.decided_by.iter().chain([&decision.reason, &decision.catalogue]));
        let found = self.ratings.iter().filter_map(|own| own.evidence.as_ref());
        [("name", &self.name), ("context", &self.context)]
            .into_iter()
            .chain(self.rules.values().map(|change| ("rules", &change.reason)))
            .chain(self.ratings.iter().map(|own| ("ratings", &own.reason)))
            .chain(self.criteria.iter().flat_map(|own| [&own.id, &own.name, &own.worst, &own.best]).map(|text| ("criteria", text)))
            .chain(self.alternatives.iter().flat_map(|own| [&own.id, &own.name]).map(|text| ("alternatives", text)))
            .chain(self.requirements.iter().flat_map(|own| [&own.id, &own.name, &own.reason]).map(|text| ("requirements", text)))
            .chain(found.flat_map(|evidence| [("ratings", &evidence.what), ("ratings", &evidence.link)]))
            .chain(self.requirements.iter().filter_map(|own| own.mandate.as_ref()).map(|mandate| ("requirements", &mandate.by)))
            .chain(self.gut_feeling.iter().map(|feeling| ("gut_feeling", &feeling.remark)))
            .chain(self.notes.values().map(|note| ("notes", note)))
            .chain(self.voices.iter().map(|voice| ("voices", &voice.name)))
            .chain(decision.map(|text| ("decision", text)))
    }

    fn check_numbers(&self, faults: &mut Vec<Fault>) {
        let mut points = Vec::new();
        points.extend(self.points.iter().map(|(id, value)| (format!("points.{id}"), *value)));
        for (rule, change) in &self.rules {
            points.extend(change.points.iter().map(|(id, value)| (format!("rules.{rule}.points.{id}"), *value)));
        }
        for voice in &self.voices {
            points.extend(voice.points.iter().map(|(id, value)| (format!("voices.{id}"), *value)));
        }
        for (path, value) in points {
            if !value.is_finite() {
                faults.push(Fault::NotFinite { path });
            } else if value < 0.0 {
                faults.push(Fault::Negative { path });
            } else if value > MAX_POINTS {
                faults.push(Fault::OutOfRange { path, low: 0.0, high: MAX_POINTS });
            }
        }
        self.check_answers(faults);
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
            } else if !(SCALE_MIN..=SCALE_MAX).contains(&threshold.rating) {
                let path = format!("requirements.{}", threshold.criterion);
                faults.push(Fault::OutOfRange { path, low: SCALE_MIN, high: SCALE_MAX });
            }
        }
        let scores = self.decision.iter().flat_map(|decision| &decision.scores);
        for (id, score) in scores {
            if !score.is_finite() {
                faults.push(Fault::NotFinite { path: format!("decision.scores.{id}") });
            }
        }
    }

    /// Numbers that were answered in one of the ways of weighing.
    fn check_answers(&self, faults: &mut Vec<Fault>) {
        let answers = &self.elicitation;
        let mut check = |path: String, value: f64, low: f64, high: f64| {
            if !value.is_finite() {
                faults.push(Fault::NotFinite { path });
            } else if !(low..=high).contains(&value) {
                faults.push(Fault::OutOfRange { path, low, high });
            }
        };
        answers.swing.iter().for_each(|(id, value)| check(format!("elicitation.swing.{id}"), *value, 0.0, LARGEST_SWING));
        for (list, pairs) in [("group_pairs", &answers.group_pairs), ("criterion_pairs", &answers.criterion_pairs)] {
            pairs.iter().for_each(|pair| check(format!("elicitation.{list}.#.times"), pair.times, 1.0, LARGEST_PREFERENCE));
        }
        for asked in &answers.trade_offs {
            check("elicitation.trade_offs.#.one_gains".to_owned(), asked.one_gains, LEAST_GAIN, WHOLE_WAY);
            check("elicitation.trade_offs.#.other_gains".to_owned(), asked.other_gains, LEAST_GAIN, WHOLE_WAY);
        }
    }

    fn check_ids(&self, catalogue: &Catalogue, faults: &mut Vec<Fault>) {
        let mut ids = Ids { faults, profile: self, catalogue };
        ids.unique(Reference::Criterion, catalogue.criteria.iter().map(|c| &c.id).chain(self.criteria.iter().map(|own| &own.id)));
        ids.unique(Reference::Alternative, catalogue.alternatives.iter().map(|a| &a.id).chain(self.alternatives.iter().map(|own| &own.id)));
        ids.unique(Reference::Requirement, self.requirements.iter().map(|own| &own.id));
        ids.unique(Reference::Voice, self.voices.iter().map(|voice| &voice.name));
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
        let answers = &self.elicitation;
        answers.swing.keys().chain(answers.order.iter().flatten()).for_each(|id| ids.known(Reference::Criterion, id));
        for pair in &answers.group_pairs {
            [&pair.one, &pair.other].into_iter().for_each(|id| ids.known(Reference::Group, id));
        }
        let compared = answers.criterion_pairs.iter().flat_map(|pair| [&pair.one, &pair.other]);
        let traded = answers.trade_offs.iter().flat_map(|asked| [&asked.one, &asked.other]);
        compared.chain(traded).for_each(|id| ids.known(Reference::Criterion, id));
        self.gut_feeling.iter().filter_map(|feeling| feeling.expected.as_ref()).for_each(|id| ids.known(Reference::Alternative, id));
        for own in &self.criteria {
            ids.known(Reference::Group, &own.group);
        }
        for own in &self.requirements {
            let says_more = own.at_least.is_some() || own.mandate.is_some() || own.outside || !own.judgements.is_empty();
            let is_own = !own.name.is_empty() || says_more;
            if !is_own {
                ids.known(Reference::Requirement, &own.id);
            }
            own.judgements.keys().for_each(|alternative| ids.known(Reference::Alternative, alternative));
            own.at_least.iter().for_each(|threshold| ids.known(Reference::Criterion, &threshold.criterion));
            own.favours.iter().for_each(|alternative| ids.known(Reference::Alternative, alternative));
        }
        self.axis_order.iter().for_each(|axis| ids.known(Reference::Axis, axis));
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
            Reference::Axis => {
                let criteria = catalogue.criteria.iter().map(|c| &c.id).chain(self.profile.criteria.iter().map(|own| &own.id));
                catalogue.groups.iter().map(|group| &group.id).chain(criteria).collect()
            }
            Reference::Answer | Reference::Voice => Vec::new(),
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
            let near = near(id, known.iter().map(|candidate| candidate.as_str()));
            self.faults.push(Fault::Unknown { what, id: id.to_owned(), near: near.map(str::to_owned) });
        }
    }
}

/// The known id that is most like an unknown one, if one is so like it that it may be meant.
pub fn near<'k>(id: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    // A text of a thousand characters is no slip of the finger, and comparing it takes long.
    let comparable = known.filter(|candidate| id.len().abs_diff(candidate.len()) <= 4 * NEAR && id.len() <= 100);
    let nearest = comparable.map(|candidate| (strsim::levenshtein(id, candidate), candidate)).min();
    nearest.filter(|(distance, _)| *distance <= NEAR).map(|(_, candidate)| candidate)
}
