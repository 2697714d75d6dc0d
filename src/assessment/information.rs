//! What to find out first: how much better the choice is expected to be once an open question is answered, a range is narrowed,
//! or a weight is known exactly.
//!
//! The mathematics is `mcda`'s. Expected scores are meant here (the means of the ranges), as in sampling; an alternative that an
//! answer rules out is worth nothing under that answer. What finding out would cost is not known.

use std::collections::BTreeMap;

use super::{Assessment, Subject, assess, competition::Competition, interview};
use crate::{
    mcda::information::{Outcome, value_of_answer, value_of_ratings, value_of_weights},
    model::{Answer, AnswerOption, Catalogue, FindOut, Id, Profile, Question, QuestionKind},
};

/// A gain below this does not show in a score with two decimals: knowing that much changes nothing.
pub const WORTH_KNOWING: f64 = 0.005;

/// The most combinations of answers that are tried for a question about several alternatives or parts, such as three answers for each
/// of four alternatives. Beyond, only as many of them are asked about, from the top of the ranking, as this allows.
pub const MAX_COMBINATIONS: usize = 81;

/// Everything that is not known, what is most worth finding out first.
#[derive(Debug, Clone, PartialEq)]
pub struct Information {
    pub items: Vec<Worth>,
}

/// One thing that is not known, and what knowing it would be worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Worth {
    pub about: Unknown,
    /// How much the expected score of what is chosen would rise, in score points; never negative.
    pub gain: f64,
    /// Whether another alternative could lead once it is known. For a fact: whether some answer gives another verdict.
    pub changes_leader: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// A question that nobody answered, by id.
    Fact(Id),
    /// How good one alternative is at the uncertain criteria of one group, which err together.
    Ratings { alternative: usize, group: usize, criteria: Vec<usize> },
    /// How much one criterion counts.
    Weight { criterion: usize },
}

impl Unknown {
    /// Whether everything that it names is there: what was computed of an older revision may name what is gone.
    pub fn is_of(&self, assessment: &Assessment) -> bool {
        let (n, g, m) = (assessment.alternatives.len(), assessment.groups.len(), assessment.criteria.len());
        match self {
            Self::Fact(_) => true,
            Self::Ratings { alternative, group, criteria } => *alternative < n && *group < g && criteria.iter().all(|j| *j < m),
            Self::Weight { criterion } => *criterion < m,
        }
    }
}

impl Information {
    /// What is most worth finding out of what could change the leader and can be found out: a fact, else a range that is worth
    /// anything. One's own weights are not found out by looking.
    pub fn first(&self) -> Option<&Worth> {
        let mut facts = self.items.iter().filter(|worth| matches!(worth.about, Unknown::Fact(_)));
        let mut ranges = self.items.iter().filter(|worth| matches!(worth.about, Unknown::Ratings { .. }));
        facts.find(|worth| worth.changes_leader).or_else(|| ranges.find(|worth| worth.changes_leader))
    }
}

/// What to find out first, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct NextStep<'a> {
    pub about: Unknown,
    /// For ratings: the criterion whose range moves the score most, where to look.
    pub criterion: Option<usize>,
    /// The catalogue's cheapest way; `None` where it names none.
    pub way: Option<&'a FindOut>,
}

/// The most worthwhile thing to find out, if anything is; `None` before [`Subject::information`] is there.
pub fn next_step(subject: Subject<'_>) -> Option<NextStep<'_>> {
    let Subject { catalogue, assessment, .. } = subject;
    let about = subject.information?.first().filter(|first| first.about.is_of(assessment))?.about.clone();
    let (criterion, way) = match &about {
        Unknown::Fact(id) => (None, catalogue.interview.question(id)?.find_out.as_ref()),
        Unknown::Ratings { alternative, criteria, .. } => {
            let moves = |j: usize| {
                let rating = assessment.ratings[*alternative][j].rating;
                assessment.criteria[j].weight * (rating.high - rating.low)
            };
            let widest = criteria.iter().copied().reduce(|best, j| if moves(j) > moves(best) { j } else { best })?;
            (Some(widest), catalogue.criterion(&assessment.criteria[widest].id).and_then(|shipped| shipped.find_out.as_ref()))
        }
        Unknown::Weight { criterion } => (Some(*criterion), None),
    };
    Some(NextStep { about, criterion, way })
}

/// Values everything that is not known. Re-assesses the profile for every answer to every open question, each taken as likely as it is common.
pub fn information(catalogue: &Catalogue, profile: &Profile, assessment: &Assessment) -> Information {
    let mut items = facts(catalogue, profile, assessment);
    if let Some(competition) = Competition::of_several(assessment) {
        items.extend(ranges_and_weights(assessment, &competition));
    }
    items.sort_by(|a, b| b.gain.total_cmp(&a.gain));
    Information { items }
}

fn ranges_and_weights(assessment: &Assessment, competition: &Competition) -> Vec<Worth> {
    let Competition { alternatives, ratings, weights } = competition;
    let worth = |about: Unknown, gain: f64| Worth { about, gain, changes_leader: gain >= WORTH_KNOWING };
    let by_range = value_of_ratings(ratings, weights).unwrap_or_default().into_iter().map(|found| {
        let group = found.criteria.first().map_or(0, |&j| assessment.criteria[j].group);
        worth(Unknown::Ratings { alternative: alternatives[found.alternative], group, criteria: found.criteria }, found.value)
    });
    let by_weight = value_of_weights(ratings, weights, assessment.concentration).unwrap_or_default().into_iter().enumerate();
    let counting = by_weight.filter(|(criterion, _)| weights[*criterion] > 0.0);
    by_range.chain(counting.map(|(criterion, gain)| worth(Unknown::Weight { criterion }, gain))).collect()
}

fn facts(catalogue: &Catalogue, profile: &Profile, assessment: &Assessment) -> Vec<Worth> {
    let open = catalogue.interview.questions.iter();
    let open = open.filter(|question| question.absent_means.is_none() && !interview::is_known(question, &profile.facts));
    open.map(|question| fact(catalogue, profile, assessment, question)).collect()
}

/// What one question's answer is worth, exactly.
fn fact(catalogue: &Catalogue, profile: &Profile, assessment: &Assessment, question: &Question) -> Worth {
    let mut profile = profile.clone();
    let mut changes_leader = false;
    let mut outcomes = Vec::new();
    for answer in answers(question, assessment) {
        let probability = question.frequency(&answer);
        profile.facts.0.insert(question.id.clone(), answer);
        let then = assess(catalogue, &profile);
        changes_leader |= then.verdict.leader != assessment.verdict.leader;
        let scores = (0..then.alternatives.len()).map(|i| if then.alternatives[i].is_eligible() { expected_score(&then, i) } else { 0.0 });
        outcomes.push(Outcome { probability, scores: scores.collect() });
    }
    let gain = if outcomes.is_empty() { 0.0 } else { value_of_answer(&outcomes).unwrap_or(0.0) };
    Worth { about: Unknown::Fact(question.id.clone()), gain, changes_leader }
}

/// Every whole answer that a question may get.
fn answers<'a>(question: &'a Question, assessment: &'a Assessment) -> Vec<Answer> {
    let ids = |options: &'a [AnswerOption]| -> Vec<&'a Id> { options.iter().map(|option| &option.id).collect() };
    let parts: Vec<(&Id, Vec<&Id>)> = match &question.kind {
        QuestionKind::Choice(options) => return ids(options).into_iter().map(|id| Answer::One(id.clone())).collect(),
        QuestionKind::EachAlternative(options) => {
            assessment.ranking.iter().map(|&i| (&assessment.alternatives[i].id, ids(options))).collect()
        }
        QuestionKind::Parts(parts) => parts.iter().map(|part| (&part.id, ids(&part.answers))).collect(),
    };
    let mut combinations: Vec<BTreeMap<Id, Id>> = vec![BTreeMap::new()];
    for (part, options) in parts {
        if combinations.len() * options.len() > MAX_COMBINATIONS {
            break;
        }
        let with = |so_far: &BTreeMap<Id, Id>, option: &&Id| {
            let mut more = so_far.clone();
            more.insert(part.clone(), (*option).clone());
            more
        };
        combinations =
            combinations.iter().flat_map(|so_far| options.iter().map(|option| with(so_far, option)).collect::<Vec<_>>()).collect();
    }
    combinations.into_iter().filter(|parts| !parts.is_empty()).map(Answer::Each).collect()
}

/// The weighted sum of the means of an alternative's ranges.
fn expected_score(assessment: &Assessment, i: usize) -> f64 {
    let mean = |j: usize| {
        let rating = assessment.ratings[i][j].rating;
        (rating.low + rating.mode + rating.high) / 3.0
    };
    assessment.criteria.iter().enumerate().map(|(j, criterion)| criterion.weight * mean(j)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{assessment::VerdictKind, store};

    fn of(profile: &Profile) -> (Assessment, Information) {
        let assessment = assess(store::shipped(), profile);
        let found = information(store::shipped(), profile, &assessment);
        (assessment, found)
    }

    #[test]
    fn every_open_question_is_valued_and_no_answered_one() {
        for example in store::examples() {
            let (assessment, found) = of(&example.profile);
            let facts = found.items.iter().filter(|worth| matches!(worth.about, Unknown::Fact(_))).count();
            assert_eq!(facts, assessment.facts_asked - assessment.facts_known, "{}", example.id);
            assert!(found.items.iter().all(|worth| worth.gain.is_finite() && worth.gain >= 0.0), "{}", example.id);
            assert!(found.items.is_sorted_by(|a, b| a.gain >= b.gain), "{}", example.id);
        }
    }

    /// Recomputed here from the assessments under every answer.
    #[test]
    fn a_fact_is_worth_what_its_answers_change() {
        let profile = Profile::new("p");
        let (now, found) = of(&profile);
        let worth = found.items.iter().find(|worth| worth.about == Unknown::Fact("time_to_market".into())).unwrap();
        let then: Vec<Assessment> = ["days", "months", "long"]
            .map(|answer| {
                let mut profile = profile.clone();
                profile.facts.0.insert("time_to_market".into(), Answer::One(answer.into()));
                assess(store::shipped(), &profile)
            })
            .into();
        let score = |then: &Assessment, i: usize| if then.alternatives[i].is_eligible() { expected_score(then, i) } else { 0.0 };
        let best = |scores: &dyn Fn(usize) -> f64| (0..3).map(scores).fold(0.0, f64::max);
        let informed = then.iter().map(|then| best(&|i| score(then, i))).sum::<f64>() / 3.0;
        let blind = best(&|i| then.iter().map(|then| score(then, i)).sum::<f64>() / 3.0);
        assert!((worth.gain - (informed - blind).max(0.0)).abs() < 1e-12);
        assert_eq!(worth.changes_leader, then.iter().any(|then| then.verdict.leader != now.verdict.leader));
    }

    #[test]
    fn what_is_clear_is_worth_less_than_what_is_close() {
        let most = |kind: VerdictKind| {
            let found =
                store::examples().iter().map(|example| of(&example.profile)).filter(|(assessment, _)| assessment.verdict.kind == kind);
            found.map(|(_, found)| found.items.first().map_or(0.0, |worth| worth.gain)).fold(0.0, f64::max)
        };
        assert!(most(VerdictKind::TooClose) > 0.0);
        let nothing_known = of(&Profile::new("p")).1;
        assert!(nothing_known.first().is_some_and(|first| matches!(first.about, Unknown::Fact(_)) && first.changes_leader));
    }

    #[test]
    fn a_question_about_many_is_tried_for_the_first_of_them() {
        let mut profile = Profile::new("p");
        for k in 0..17 {
            profile.alternatives.push(crate::model::OwnAlternative { id: format!("own{k}"), name: format!("Own {k}") });
        }
        let assessment = assess(store::shipped(), &profile);
        let team = store::shipped().interview.question("team").unwrap();
        let tried = answers(team, &assessment);
        assert_eq!(tried.len(), MAX_COMBINATIONS);
        let Answer::Each(first) = &tried[0] else { panic!("one answer for each") };
        assert!(assessment.ranking[..4].iter().all(|&i| first.contains_key(&assessment.alternatives[i].id)));
    }
}
