//! Facts to consequences: which points, rating changes and requirements follow from the answers, by the catalogue's rules.
//!
//! The rules are data; nothing here knows a question, a language or a criterion.

use std::collections::BTreeMap;

use super::weights::{PointsSource, TraceLine};
use crate::model::{Answer, Catalogue, Condition, Effect, Facts, Id, Interview, Profile, Question, QuestionKind, Rule, RuleChange};

/// What follows from a profile's facts.
pub(super) struct Consequences<'a> {
    /// Questions with an answer, of all that can be unknown.
    pub known: usize,
    pub asked: usize,
    /// By criterion, without the criterion's own base points.
    pub points: BTreeMap<Id, Vec<TraceLine>>,
    /// In the order of the rules; the alternative is named by rules about each alternative.
    pub effects: Vec<(&'a Rule, Option<&'a str>, &'a Effect)>,
    /// Requirements that rules suggest, and whether they count at once.
    pub suggestions: Vec<(&'a Rule, &'a str, bool)>,
}

pub(super) fn consequences<'a>(catalogue: &'a Catalogue, profile: &'a Profile) -> Consequences<'a> {
    let interview = &catalogue.interview;
    let facts = &profile.facts;
    let mut found = Consequences { known: 0, asked: 0, points: BTreeMap::new(), effects: Vec::new(), suggestions: Vec::new() };
    for question in interview.questions.iter().filter(|question| question.absent_means.is_none()) {
        found.asked += 1;
        if is_known(question, facts) {
            found.known += 1;
        } else {
            found.add_mean(interview, question, profile);
        }
    }
    for held in held_rules(catalogue, profile).iter().filter(|held| held.is_on()) {
        let rule = held.rule;
        match &held.about {
            None => found.effects.extend(rule.effects.iter().map(|effect| (rule, None, effect))),
            Some(alternatives) => {
                for alternative in alternatives {
                    found.effects.extend(rule.effects.iter().map(|effect| (rule, Some(*alternative), effect)));
                }
            }
        }
        for (criterion, points) in held.points() {
            found.add(criterion, PointsSource::Rule(rule.id.clone()), *points);
        }
        found.suggestions.extend(rule.requirements.iter().map(|suggestion| (rule, suggestion.requirement.as_str(), suggestion.on)));
    }
    found
}

/// A rule of the interview whose answers were given, whether or not somebody switched it off.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldRule<'a> {
    pub rule: &'a Rule,
    /// For a rule about each alternative: those that it holds for. `None` for one about the project.
    pub about: Option<Vec<&'a str>>,
    /// What people did to it.
    pub change: Option<&'a RuleChange>,
}

impl<'a> HeldRule<'a> {
    pub fn is_on(&self) -> bool {
        self.change.is_none_or(|change| !change.off)
    }

    /// Points by criterion, as the profile may have changed them.
    pub fn points(&self) -> &'a BTreeMap<Id, f64> {
        changed_points(self.rule, self.change)
    }
}

/// Every rule whose answers were given, in the order of the catalogue.
pub fn held_rules<'a>(catalogue: &'a Catalogue, profile: &'a Profile) -> Vec<HeldRule<'a>> {
    let interview = &catalogue.interview;
    let held = interview.rules.iter().filter_map(|rule| {
        let about = match holding(interview, &profile.facts, rule) {
            Holding::Never => return None,
            Holding::Always => None,
            Holding::For(alternatives) => Some(alternatives),
        };
        Some(HeldRule { rule, about, change: profile.rules.get(&rule.id) })
    });
    held.collect()
}

impl Consequences<'_> {
    fn add(&mut self, criterion: &str, source: PointsSource, points: f64) {
        if points != 0.0 {
            self.points.entry(criterion.to_owned()).or_default().push(TraceLine { source, points });
        }
    }

    /// An unknown fact adds the mean of what its answers would add: "don't know" is not "no".
    fn add_mean(&mut self, interview: &Interview, question: &Question, profile: &Profile) {
        let QuestionKind::Choice(answers) = &question.kind else { return };
        let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
        for rule in &interview.rules {
            let [condition] = rule.when.as_slice() else { continue };
            if condition.fact != question.id || profile.rules.get(&rule.id).is_some_and(|change| change.off) {
                continue;
            }
            for (criterion, points) in changed_points(rule, profile.rules.get(&rule.id)) {
                *sums.entry(criterion).or_default() += points;
            }
        }
        for (criterion, sum) in sums {
            self.add(criterion, PointsSource::Unknown(question.id.clone()), sum / answers.len().max(1) as f64);
        }
    }
}

/// A rule's points by criterion, or those that stand in their place.
fn changed_points<'a>(rule: &'a Rule, change: Option<&'a RuleChange>) -> &'a BTreeMap<Id, f64> {
    change.map(|change| &change.points).filter(|points| !points.is_empty()).unwrap_or(&rule.points)
}

pub(super) fn is_known(question: &Question, facts: &Facts) -> bool {
    match (&question.kind, facts.get(&question.id)) {
        (QuestionKind::Choice(_), Some(Answer::One(_))) => true,
        (QuestionKind::EachAlternative(_) | QuestionKind::Parts(_), Some(Answer::Each(parts))) => !parts.is_empty(),
        _ => false,
    }
}

enum Holding<'a> {
    Never,
    Always,
    /// For these alternatives.
    For(Vec<&'a str>),
}

fn holding<'a>(interview: &Interview, facts: &'a Facts, rule: &Rule) -> Holding<'a> {
    let each = |condition: &Condition| {
        interview.question(&condition.fact).is_some_and(|question| matches!(question.kind, QuestionKind::EachAlternative(_)))
    };
    let (about_each, plain): (Vec<_>, Vec<_>) = rule.when.iter().partition(|condition| each(condition));
    if !plain.iter().all(|condition| holds(interview, facts, condition)) {
        return Holding::Never;
    }
    let Some((first, rest)) = about_each.split_first() else { return Holding::Always };
    let Some(Answer::Each(answers)) = facts.get(&first.fact) else { return Holding::Never };
    let alternatives: Vec<&str> = answers
        .iter()
        .filter(|(alternative, answer)| {
            **answer == first.is && rest.iter().all(|condition| facts.part(&condition.fact, alternative) == Some(condition.is.as_str()))
        })
        .map(|(alternative, _)| alternative.as_str())
        .collect();
    if alternatives.is_empty() { Holding::Never } else { Holding::For(alternatives) }
}

/// Whether a fact is known to be so, either because it was answered or because absence stands for it.
pub(super) fn holds(interview: &Interview, facts: &Facts, condition: &Condition) -> bool {
    let (question_id, part) = match condition.fact.split_once('.') {
        Some((question, part)) => (question, Some(part)),
        None => (condition.fact.as_str(), None),
    };
    let answer = match part {
        Some(part) => facts.part(question_id, part),
        None => facts.one(question_id),
    };
    let absent = || interview.question(question_id).and_then(|question| question.absent_means.as_deref());
    answer.or_else(absent) == Some(condition.is.as_str())
}
