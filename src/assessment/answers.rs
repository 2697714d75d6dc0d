//! Answers that could be given instead of those that are: every one tried, and who would lead then.
//!
//! What an answer is worth knowing is `information`'s.

use std::collections::BTreeMap;

use super::{Assessment, assess};
use crate::model::{Answer, Catalogue, Facts, Id, Profile, Question, QuestionKind};

/// Answers to one question, or to one part of it, under which the same other alternative would lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactFlip {
    pub question: Id,
    /// The part, or the alternative that a question about each is asked of.
    pub part: Option<Id>,
    /// In the order of the question.
    pub answers: Vec<Id>,
    /// Whether the question, or this part of it, has an answer now.
    pub is_known: bool,
    /// Who would lead; `None`: nobody would qualify.
    pub leader: Option<usize>,
}

/// Everything that would have another leader if one question, or one part of one, had another answer; in the order of the questions.
/// Assesses the profile once for every other answer.
pub fn fact_flips(catalogue: &Catalogue, profile: &Profile, assessment: &Assessment) -> Vec<FactFlip> {
    let mut flips: Vec<FactFlip> = Vec::new();
    let mut changed = profile.clone();
    for question in &catalogue.interview.questions {
        for (part, answers) in parts(question, assessment) {
            let given = given(&profile.facts, &question.id, part);
            for answer in answers.into_iter().filter(|answer| Some(answer.as_str()) != given) {
                changed.facts.0.insert(question.id.clone(), with(profile.facts.get(&question.id), part, answer));
                let leader = assess(catalogue, &changed).verdict.leader;
                if leader == assessment.verdict.leader {
                    continue;
                }
                let is_same = |flip: &&mut FactFlip| flip.question == question.id && flip.part.as_deref() == part && flip.leader == leader;
                match flips.iter_mut().find(is_same) {
                    Some(flip) => flip.answers.push(answer.clone()),
                    None => flips.push(FactFlip {
                        question: question.id.clone(),
                        part: part.map(ToOwned::to_owned),
                        answers: vec![answer.clone()],
                        is_known: given.is_some(),
                        leader,
                    }),
                }
            }
        }
        match profile.facts.get(&question.id) {
            Some(answer) => changed.facts.0.insert(question.id.clone(), answer.clone()),
            None => changed.facts.0.remove(&question.id),
        };
    }
    flips
}

/// The parts of a question that are answered one by one, with the answers that each may get.
fn parts<'a>(question: &'a Question, assessment: &'a Assessment) -> Vec<(Option<&'a str>, Vec<&'a Id>)> {
    match &question.kind {
        QuestionKind::Choice(options) => vec![(None, options.iter().map(|option| &option.id).collect())],
        QuestionKind::EachAlternative(options) => {
            let of = |i: &usize| (Some(assessment.alternatives[*i].id.as_str()), options.iter().map(|option| &option.id).collect());
            assessment.ranking.iter().map(of).collect()
        }
        QuestionKind::Parts(parts) => {
            parts.iter().map(|part| (Some(part.id.as_str()), part.answers.iter().map(|option| &option.id).collect())).collect()
        }
    }
}

fn given<'a>(facts: &'a Facts, question: &str, part: Option<&str>) -> Option<&'a str> {
    match part {
        Some(part) => facts.part(question, part),
        None => facts.one(question),
    }
}

/// The answer with one part of it, or all of it, changed.
fn with(answer: Option<&Answer>, part: Option<&str>, to: &Id) -> Answer {
    let Some(part) = part else { return Answer::One(to.clone()) };
    let mut parts: BTreeMap<Id, Id> = match answer {
        Some(Answer::Each(parts)) => parts.clone(),
        _ => BTreeMap::new(),
    };
    parts.insert(part.to_owned(), to.clone());
    Answer::Each(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    /// Every flip is seen by giving that answer, and no answer that is not named flips.
    #[test]
    fn flips_are_those_answers_that_change_the_leader() {
        for example in store::examples() {
            let (catalogue, profile) = (store::shipped(), &example.profile);
            let assessment = assess(catalogue, profile);
            let flips = fact_flips(catalogue, profile, &assessment);
            for question in &catalogue.interview.questions {
                let QuestionKind::Choice(options) = &question.kind else { continue };
                for option in options {
                    let mut changed = profile.clone();
                    changed.facts.0.insert(question.id.clone(), Answer::One(option.id.clone()));
                    let leader = assess(catalogue, &changed).verdict.leader;
                    let named = flips.iter().find(|flip| flip.question == question.id && flip.answers.contains(&option.id));
                    let expected = (leader != assessment.verdict.leader).then_some(leader);
                    assert_eq!(named.map(|flip| flip.leader), expected, "{}: {} {}", example.id, question.id, option.id);
                }
            }
        }
    }

    #[test]
    fn one_part_is_changed_at_a_time() {
        let answer = Answer::Each(BTreeMap::from([("go".to_owned(), "strong".to_owned())]));
        let Answer::Each(parts) = with(Some(&answer), Some("rust"), &"some".to_owned()) else { panic!("parts") };
        assert_eq!(parts, BTreeMap::from([("go".to_owned(), "strong".to_owned()), ("rust".to_owned(), "some".to_owned())]));
        assert_eq!(with(Some(&answer), None, &"days".to_owned()), Answer::One("days".to_owned()));
    }
}
