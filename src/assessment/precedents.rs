//! Precedents: the documented choices nearest to a project's facts, whichever way they went.
//!
//! Nearness is about facts alone. Scores, verdicts and what was chosen have no part in it, so that a precedent can contradict.

use super::validation::WORKLOAD;
use crate::model::{Answer, Case, Catalogue, Facts, Id, Question, QuestionKind};

/// With fewer facts known on both sides, likeness would be an accident.
pub const MIN_SHARED: usize = 4;

/// What is being built counts as much as so many other facts: a shared load or deadline makes a database no web service.
pub const WORKLOAD_WEIGHT: f64 = 3.0;

/// How alike a case is to a project.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness<'c> {
    pub case: &'c Case,
    /// The weighted mean of the agreement over the facts known on both sides, 0–1. Every fact counts once, what is being built
    /// [`WORKLOAD_WEIGHT`] times, and the parts of one question share its weight.
    pub likeness: f64,
    /// The facts known on both sides, in the interview's order.
    pub compared: Vec<SharedFact>,
}

/// One fact that is known on both sides.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedFact {
    pub question: Id,
    /// The alternative or part that it is about.
    pub part: Option<Id>,
    pub here: Id,
    pub there: Id,
    /// 1 where the answers are the same. Of ordered answers, less by their distance over the greatest there is; otherwise 0.
    pub agreement: f64,
}

/// Cases from the most alike to the least, those with fewer than [`MIN_SHARED`] facts in common left out. Equals keep their order.
pub fn precedents<'c>(catalogue: &Catalogue, facts: &Facts, cases: impl IntoIterator<Item = &'c Case>) -> Vec<Likeness<'c>> {
    let mut found: Vec<Likeness<'c>> = cases.into_iter().filter_map(|case| likeness(catalogue, facts, case)).collect();
    found.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    found
}

fn likeness<'c>(catalogue: &Catalogue, facts: &Facts, case: &'c Case) -> Option<Likeness<'c>> {
    let (mut sum, mut weights, mut n_shared) = (0.0, 0.0, 0);
    let mut compared = Vec::new();
    // Where absence is an answer, cases say nothing of it.
    for question in catalogue.interview.questions.iter().filter(|question| question.absent_means.is_none()) {
        let shared = shared(question, facts, &case.facts);
        if shared.is_empty() {
            continue;
        }
        let weight = if question.id == WORKLOAD { WORKLOAD_WEIGHT } else { 1.0 };
        sum += weight * shared.iter().map(|compared| compared.agreement).sum::<f64>() / shared.len() as f64;
        weights += weight;
        n_shared += 1;
        compared.extend(shared);
    }
    (n_shared >= MIN_SHARED).then(|| Likeness { case, likeness: sum / weights, compared })
}

/// What both sides know of a question.
fn shared(question: &Question, here: &Facts, there: &Facts) -> Vec<SharedFact> {
    let compare = |part: Option<&Id>, here: &Id, there: &Id| SharedFact {
        question: question.id.clone(),
        part: part.cloned(),
        here: here.clone(),
        there: there.clone(),
        agreement: agreement(question, part.map(Id::as_str), here, there),
    };
    match (here.get(&question.id), there.get(&question.id)) {
        (Some(Answer::One(here)), Some(Answer::One(there))) => vec![compare(None, here, there)],
        (Some(Answer::Each(here)), Some(Answer::Each(there))) => {
            here.iter().filter_map(|(part, here)| there.get(part).map(|there| compare(Some(part), here, there))).collect()
        }
        _ => Vec::new(),
    }
}

fn agreement(question: &Question, part: Option<&str>, here: &str, there: &str) -> f64 {
    if here == there {
        return 1.0;
    }
    let answers = question.answers(part);
    let place = |id: &str| answers.iter().position(|answer| answer.id == id);
    let is_ordered = question.ordered && !matches!(question.kind, QuestionKind::Parts(_));
    match (place(here), place(there)) {
        (Some(here), Some(there)) if is_ordered => 1.0 - here.abs_diff(there) as f64 / (answers.len() - 1) as f64,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::CaseKind, store};

    fn facts(answers: &[(&str, &str)]) -> Facts {
        Facts(answers.iter().map(|(question, answer)| ((*question).to_owned(), Answer::One((*answer).to_owned()))).collect())
    }

    fn case(facts: Facts) -> Case {
        Case {
            id: "a".into(),
            name: "A".into(),
            year: 2020,
            chosen: "go".into(),
            kind: CaseKind::Rewrite,
            defensible: vec!["go".into()],
            alternatives: vec!["go".into()],
            facts,
            reason: String::new(),
            recalled: false,
            outside: None,
            sources: Vec::new(),
        }
    }

    #[test]
    fn likeness_is_the_weighted_mean_of_the_agreement() {
        let there = case(facts(&[("workload", "cli_tool"), ("latency", "hard_1ms"), ("memory", "budgeted"), ("ecosystem", "systems")]));
        let mut here = facts(&[("workload", "cli_tool"), ("latency", "relaxed"), ("memory", "plentiful"), ("ecosystem", "none")]);
        let found = precedents(store::shipped(), &here, [&there]);
        // 3 for the same kind of program, 0 for opposite ends, 2/3 for neighbours of four, 0 for answers without an order.
        assert!((found[0].likeness - (3.0 + 2.0 / 3.0) / 6.0).abs() < 1e-12, "{}", found[0].likeness);
        assert_eq!(found[0].compared.len(), 4);
        here.0.insert("growth".into(), Answer::One("small".into()));
        assert_eq!(precedents(store::shipped(), &here, [&there])[0].compared.len(), 4, "what only one side knows does not count");
        here.0.remove("memory");
        assert!(precedents(store::shipped(), &here, [&there]).is_empty(), "three facts are too few");
    }

    #[test]
    fn the_parts_of_a_question_share_its_weight() {
        let team = |python: &str, go: &str| Answer::Each([("python".into(), python.into()), ("go".into(), go.into())].into());
        let with = |answer: Answer| {
            let mut known = facts(&[("latency", "relaxed"), ("memory", "tight"), ("growth", "small")]);
            known.0.insert("team".into(), answer);
            known
        };
        let there = case(with(team("strong", "none")));
        let found = precedents(store::shipped(), &with(team("strong", "strong")), [&there]);
        assert!((found[0].likeness - 3.5 / 4.0).abs() < 1e-12, "{}", found[0].likeness);
    }

    #[test]
    fn a_case_is_most_like_itself_and_the_order_is_that_of_likeness() {
        let cases: Vec<&Case> = store::banks().iter().flat_map(|bank| &bank.cases).collect();
        for case in &cases {
            let found = precedents(store::shipped(), &case.facts, cases.iter().copied());
            assert!((found[0].likeness - 1.0).abs() < 1e-12, "{}", case.id);
            assert!(found.iter().any(|likeness| likeness.case.id == case.id && likeness.likeness >= found[0].likeness), "{}", case.id);
            assert!(found.iter().map(|likeness| -likeness.likeness).is_sorted());
        }
    }
}
