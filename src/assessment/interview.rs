//! Facts to consequences: which points, rating changes and requirements follow from the answers, by the catalogue's rules.
//!
//! The rules are data; nothing here knows a question, a language or a criterion.

use std::collections::BTreeMap;

use super::weights::{PointsSource, TraceLine};
use crate::model::{
    Answer, AnswerOption, Catalogue, Condition, Effect, Facts, Id, Interview, Profile, Question, QuestionKind, Rule, RuleChange,
};

/// What follows from a profile's facts.
pub(super) struct Consequences<'a> {
    /// Questions with an answer, of all that can be unknown.
    pub known: usize,
    pub asked: usize,
    /// By criterion, without the criterion's own base points.
    pub points: BTreeMap<Id, Vec<TraceLine>>,
    /// In the order of the rules; the alternative is named by rules about each alternative.
    pub effects: Vec<(&'a Rule, Option<&'a str>, &'a Effect)>,
    /// Parts of questions that are not known while another part is.
    pub open: Vec<OpenPart<'a>>,
    /// Requirements that rules suggest, and whether they count at once.
    pub suggestions: Vec<(&'a Rule, &'a str, bool)>,
}

/// A part of a question that nobody answered, although another part of it was answered.
pub(super) struct OpenPart<'a> {
    /// As `question.part`.
    pub fact: Id,
    /// How common each of its answers is, and the effects under it.
    pub answers: Vec<(f64, Vec<&'a Effect>)>,
}

pub(super) fn consequences<'a>(catalogue: &'a Catalogue, profile: &'a Profile) -> Consequences<'a> {
    let interview = &catalogue.interview;
    let facts = &profile.facts;
    let mut found =
        Consequences { known: 0, asked: 0, points: BTreeMap::new(), effects: Vec::new(), open: Vec::new(), suggestions: Vec::new() };
    for question in interview.questions.iter().filter(|question| question.absent_means.is_none()) {
        found.asked += 1;
        if is_known(question, facts) {
            found.known += 1;
        } else {
            found.add_mean(interview, question, profile);
        }
    }
    for question in &interview.questions {
        found.add_open_parts(interview, question, profile);
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

impl<'a> Consequences<'a> {
    fn add(&mut self, criterion: &str, source: PointsSource, points: f64) {
        if points != 0.0 {
            self.points.entry(criterion.to_owned()).or_default().push(TraceLine { source, points });
        }
    }

    /// An unknown fact adds the mean of what its answers would add, each counted as often as it occurs: "don't know" is not "no", and
    /// a rare need is no common one.
    fn add_mean(&mut self, interview: &Interview, question: &Question, profile: &Profile) {
        let QuestionKind::Choice(answers) = &question.kind else { return };
        let all: f64 = answers.iter().map(|answer| answer.frequency).sum();
        let mut means: BTreeMap<&str, f64> = BTreeMap::new();
        for rule in &interview.rules {
            let [condition] = rule.when.as_slice() else { continue };
            if condition.fact != question.id || profile.rules.get(&rule.id).is_some_and(|change| change.off) {
                continue;
            }
            let Some(answer) = answers.iter().find(|answer| answer.id == condition.is) else { continue };
            for (criterion, points) in changed_points(rule, profile.rules.get(&rule.id)) {
                *means.entry(criterion).or_default() += points * answer.frequency / all;
            }
        }
        for (criterion, mean) in means {
            self.add(criterion, PointsSource::Unknown(question.id.clone()), mean);
        }
    }

    /// A part that is not known beside one that is, such as the size of code whose language is known, adds the mean of what the
    /// rules make of its answers. Requirements are not suggested by half an answer.
    fn add_open_parts(&mut self, interview: &'a Interview, question: &'a Question, profile: &Profile) {
        let QuestionKind::Parts(parts) = &question.kind else { return };
        if !is_known(question, &profile.facts) {
            return;
        }
        for part in parts {
            let is_absent_answered = part.answers.iter().any(|answer| question.absent_means.as_ref() == Some(&answer.id));
            if is_absent_answered || profile.facts.part(&question.id, &part.id).is_some() {
                continue;
            }
            let fact = format!("{}.{}", question.id, part.id);
            let under = |answer: &AnswerOption| -> Vec<&'a Rule> {
                let holding = interview.rules.iter().filter(|rule| {
                    let is_on = !profile.rules.get(&rule.id).is_some_and(|change| change.off);
                    let (about, others): (Vec<_>, Vec<_>) = rule.when.iter().partition(|condition| condition.fact == fact);
                    is_on
                        && about.iter().any(|condition| condition.is == answer.id)
                        && others.iter().all(|condition| holds(interview, &profile.facts, condition))
                });
                holding.collect()
            };
            let rules: Vec<(f64, Vec<&Rule>)> = part.answers.iter().map(|answer| (answer.frequency, under(answer))).collect();
            let all: f64 = rules.iter().map(|(frequency, _)| frequency).sum();
            let mut means: BTreeMap<&str, f64> = BTreeMap::new();
            for (frequency, rules) in &rules {
                for (criterion, points) in rules.iter().flat_map(|rule| changed_points(rule, profile.rules.get(&rule.id))) {
                    *means.entry(criterion).or_default() += points * frequency / all;
                }
            }
            for (criterion, mean) in means {
                self.add(criterion, PointsSource::Unknown(fact.clone()), mean);
            }
            let effects = |rules: Vec<&'a Rule>| rules.into_iter().flat_map(|rule| &rule.effects).collect();
            let answers: Vec<(f64, Vec<&Effect>)> = rules.into_iter().map(|(frequency, rules)| (frequency, effects(rules))).collect();
            if answers.iter().any(|(_, effects)| !effects.is_empty()) {
                self.open.push(OpenPart { fact, answers });
            }
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

/// How likely it is that all of these hold, by how common the answers are, 0–1.
pub(super) fn probability(interview: &Interview, conditions: &[Condition]) -> f64 {
    let likely = |condition: &Condition| {
        let (question, part) = match condition.fact.split_once('.') {
            Some((question, part)) => (question, Some(part)),
            None => (condition.fact.as_str(), None),
        };
        let answers = interview.question(question).map_or(&[][..], |question| question.answers(part));
        let all: f64 = answers.iter().map(|answer| answer.frequency).sum();
        answers.iter().find(|answer| answer.id == condition.is).map_or(1.0, |answer| answer.frequency / all)
    };
    conditions.iter().map(likely).product()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::{RatingOrigin, assess},
        store,
    };

    /// Code whose size is not known counts as the mean of little and much, and says so.
    #[test]
    fn a_language_without_a_size_counts_as_the_mean_of_the_sizes() {
        let with = |size: Option<&str>| {
            let mut parts = BTreeMap::from([("language".to_owned(), "python".to_owned())]);
            parts.extend(size.map(|size| ("size".to_owned(), size.to_owned())));
            let mut profile = Profile::new("p");
            profile.facts.0.insert("existing_code".into(), Answer::Each(parts));
            let assessment = assess(store::shipped(), &profile);
            let j = assessment.criterion("continuity").unwrap();
            let ratings: Vec<_> = assessment.ratings.iter().map(|row| row[j].clone()).collect();
            (assessment.criteria[j].clone(), ratings)
        };
        let ((small, at_small), (large, at_large), (open, at_open)) = (with(Some("small")), with(Some("large")), with(None));
        assert_eq!(open.points, f64::midpoint(small.points, large.points));
        assert_eq!(open.trace, [TraceLine { source: PointsSource::Unknown("existing_code.size".into()), points: open.points }]);
        for (i, cell) in at_open.iter().enumerate() {
            assert_eq!(cell.rating.mode, f64::midpoint(at_small[i].rating.mode, at_large[i].rating.mode));
            assert_eq!(cell.rating.low, at_small[i].rating.low.min(at_large[i].rating.low));
            assert_eq!(cell.rating.high, at_small[i].rating.high.max(at_large[i].rating.high));
            assert_eq!(cell.origin, RatingOrigin::Open("existing_code.size".into()));
        }
    }

    #[test]
    fn no_code_leaves_no_size_open() {
        let mut profile = Profile::new("p");
        profile.facts.0.insert("existing_code".into(), Answer::Each(BTreeMap::from([("language".into(), "none".into())])));
        assert!(consequences(store::shipped(), &profile).open.is_empty());
        profile.facts.0.insert("existing_code".into(), Answer::Each(BTreeMap::from([("size".into(), "large".into())])));
        assert!(consequences(store::shipped(), &profile).open.is_empty());
    }
}
