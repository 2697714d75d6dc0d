//! The full account of a verdict: requirements, strengths with what they rest on, weights with their traces, how sure, what would
//! change it, what is not known, second opinions, and what to beware of in the evidence.
//!
//! The order of the topics is [`super::Topic`]'s.

use std::collections::BTreeSet;

use super::{Depth, Said, Sentence, Topic, WORTH_NAMING, design_meets, steps};
use crate::{
    assessment::{Assessment, EffectiveRating, RatingOrigin, Subject, Unknown, fact_flips, information, is_expired, methods, sensitivity},
    model::CatalogueRating,
};

/// From this weight on, a criterion is spoken of by name.
pub const HEAVY: f64 = 0.05;
/// At most so many criteria that a design brings.
const MAX_BROUGHT: usize = 3;
/// At most so many nearest changes of one kind.
const MAX_CHANGES: usize = 3;

pub(super) fn account(subject: Subject<'_>, said: &mut Vec<Said>) {
    let mut account = Account { subject, assessment: subject.assessment, said };
    account.requirements();
    account.designs();
    account.strengths();
    account.weights();
    account.sureness();
    account.changes();
    account.unknown();
    account.methods();
    account.evidence();
}

struct Account<'a, 's> {
    subject: Subject<'a>,
    assessment: &'a Assessment,
    said: &'s mut Vec<Said>,
}

impl Account<'_, '_> {
    fn say(&mut self, topic: Topic, sentence: Sentence) {
        self.said.push(Said { topic, depth: Depth::Full, sentence });
    }

    fn requirements(&mut self) {
        let outcomes = &self.assessment.requirements;
        if !outcomes.iter().any(|outcome| outcome.is_on) {
            self.say(Topic::Requirements, Sentence::NothingRequired);
        }
        for (requirement, _) in outcomes.iter().enumerate().filter(|(_, outcome)| outcome.is_on) {
            self.say(Topic::Requirements, Sentence::Required { requirement });
        }
        for (requirement, _) in outcomes.iter().enumerate().filter(|(_, outcome)| !outcome.is_on && outcome.suggested_by.is_some()) {
            self.say(Topic::Requirements, Sentence::Suggested { requirement });
        }
    }

    /// Designs in which the runner-up does for the leader what it is better at.
    fn designs(&mut self) {
        let (Some(leader), Some(runner_up)) = (self.assessment.verdict.leader, self.assessment.verdict.runner_up) else { return };
        let id = |i: usize| self.assessment.alternatives[i].id.as_str();
        let better = steps(self.assessment, leader, runner_up);
        let mut found = Vec::new();
        for (at, design) in self.subject.catalogue.designs.iter().enumerate() {
            let part = |i: usize| design.parts.iter().find(|part| part.alternative == id(i));
            let (Some(_), Some(theirs)) = (part(leader), part(runner_up)) else { continue };
            let brings = better.iter().filter(|step| step.by >= WORTH_NAMING);
            let brings = brings.filter(|step| theirs.brings.contains(&self.assessment.criteria[step.criterion].id));
            let criteria: Vec<usize> = brings.map(|step| step.criterion).take(MAX_BROUGHT).collect();
            if !criteria.is_empty() && design_meets(self.subject, at) {
                found.push(Sentence::DesignAdds { design: at, runner_up, criteria });
            }
        }
        found.into_iter().for_each(|sentence| self.say(Topic::Designs, sentence));
    }

    /// The two that are compared: leader and runner-up, or the first of the ranking.
    fn pair(&self) -> Vec<usize> {
        let verdict = &self.assessment.verdict;
        match (verdict.leader, verdict.runner_up) {
            (Some(leader), Some(runner_up)) => vec![leader, runner_up],
            _ => self.assessment.ranking.iter().copied().take(2).collect(),
        }
    }

    /// Who is best in which group, and by which ratings: of each group, the criterion that tells the two most apart.
    fn strengths(&mut self) {
        let assessment = self.assessment;
        let pair = self.pair();
        for (g, group) in assessment.groups.iter().enumerate().filter(|(_, group)| group.weight > 0.0) {
            let rating = |i: usize| assessment.alternatives[i].group_ratings[g];
            let mut order = assessment.ranking.clone();
            order.sort_by(|&a, &b| rating(b).total_cmp(&rating(a)));
            self.say(Topic::Strengths, Sentence::GroupOrder { group: g, order });
            let apart = |j: &usize| match pair.as_slice() {
                [a, b] => (assessment.alternatives[*a].contributions[*j] - assessment.alternatives[*b].contributions[*j]).abs(),
                _ => assessment.criteria[*j].weight,
            };
            let telling = group.criteria.iter().copied().reduce(|best, j| if apart(&j) > apart(&best) { j } else { best });
            for (criterion, alternative) in telling.into_iter().flat_map(|j| pair.iter().map(move |&i| (j, i))) {
                self.say(Topic::Strengths, Sentence::RatingRests { alternative, criterion });
            }
        }
    }

    /// Criteria by weight, the heaviest first.
    fn by_weight(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.assessment.criteria.len()).filter(|&j| self.assessment.criteria[j].weight > 0.0).collect();
        order.sort_by(|&a, &b| self.assessment.criteria[b].weight.total_cmp(&self.assessment.criteria[a].weight));
        order
    }

    fn heavy(&self) -> Vec<usize> {
        self.by_weight().into_iter().filter(|&j| self.assessment.criteria[j].weight >= HEAVY).collect()
    }

    fn weights(&mut self) {
        let assessment = self.assessment;
        self.say(Topic::Weights, Sentence::WeightsFrom(assessment.weights_origin));
        self.say(Topic::Weights, Sentence::FactsKnown { known: assessment.facts_known, asked: assessment.facts_asked });
        let (heavy, order) = (self.heavy(), self.by_weight());
        let rest = &order[heavy.len()..];
        for &criterion in &heavy {
            self.say(Topic::Weights, Sentence::Heavy { criterion });
        }
        if !rest.is_empty() {
            let share = rest.iter().map(|&j| assessment.criteria[j].weight).sum();
            self.say(Topic::Weights, Sentence::OtherWeights { count: rest.len(), share });
        }
    }

    fn sureness(&mut self) {
        self.say(Topic::Sureness, Sentence::HowSure(self.subject.profile.sureness));
        for &alternative in &self.assessment.ranking {
            self.say(Topic::Sureness, Sentence::Range { alternative });
            if let Some(share) = self.subject.robustness.and_then(|robustness| robustness.leads(alternative)) {
                self.say(Topic::Sureness, Sentence::FirstIn { alternative, share });
            }
        }
        if self.subject.robustness.is_some() {
            self.say(Topic::Sureness, Sentence::Sampled);
        }
        if self.assessment.alternatives.len() > 1 {
            self.say(Topic::Sureness, Sentence::Expected);
        }
    }

    fn changes(&mut self) {
        changes(self.subject).into_iter().for_each(|sentence| self.say(Topic::Changes, sentence));
    }

    /// What nobody answered, what is most worth knowing first.
    fn unknown(&mut self) {
        let Subject { catalogue, profile, assessment, .. } = self.subject;
        let computed;
        let found = match self.subject.information {
            Some(information) => information,
            None => {
                computed = information(catalogue, profile, assessment);
                &computed
            }
        };
        let mut open = Vec::new();
        for worth in &found.items {
            if let Unknown::Fact(question) = &worth.about {
                open.push(Sentence::Unanswered { question: question.clone(), gain: worth.gain, changes_leader: worth.changes_leader });
            }
        }
        if open.is_empty() {
            open.push(Sentence::AllAnswered);
        }
        open.into_iter().for_each(|sentence| self.say(Topic::Unknown, sentence));
    }

    fn methods(&mut self) {
        let Some(methods) = methods(self.assessment) else { return };
        if methods.dissents.is_empty() {
            self.say(Topic::Methods, Sentence::MethodsAgree);
        }
        methods.dissents.into_iter().for_each(|dissent| self.say(Topic::Methods, Sentence::Dissent(dissent)));
    }

    /// What the ratings that weigh much rest on, where a reader should beware.
    fn evidence(&mut self) {
        let Subject { catalogue, assessment, .. } = self.subject;
        let coverage = assessment.evidence_coverage(catalogue);
        self.say(Topic::Evidence, Sentence::Coverage(coverage));
        let entry = |cell: &EffectiveRating| cell.catalogue.map(|at| &catalogue.ratings[at]);
        let (mut claims, mut sources) = (BTreeSet::new(), BTreeSet::new());
        let mut found = Vec::new();
        let pair = self.pair();
        for criterion in self.heavy() {
            let contribution = |i: &usize| assessment.alternatives[*i].contributions[criterion];
            let tells_apart = match pair.as_slice() {
                [a, b] => (contribution(a) - contribution(b)).abs() >= WORTH_NAMING,
                _ => true,
            };
            let shelf_life = catalogue.criterion(&assessment.criteria[criterion].id).map(|criterion| criterion.shelf_life_years);
            for &alternative in &assessment.ranking {
                let cell = &assessment.ratings[alternative][criterion];
                if cell.origin == RatingOrigin::Own {
                    found.push(Sentence::OwnRating { alternative, criterion });
                    continue;
                }
                let Some(entry) = entry(cell) else { continue };
                for id in entry.claims.iter().filter(|id| catalogue.claim(id).is_some_and(|claim| claim.status.is_contested())) {
                    if claims.insert(id.clone()) {
                        found.push(Sentence::Contested { claim: id.clone(), criterion });
                    }
                }
                // Only what bears on who of the two is ahead; a list of everything would not be read.
                let weighs = tells_apart && pair.contains(&alternative);
                for id in entry
                    .evidence
                    .iter()
                    .filter(|_| weighs)
                    .filter(|id| catalogue.source(id).is_some_and(|source| !source.caveat.is_empty()))
                {
                    if sources.insert(id.clone()) {
                        found.push(Sentence::Caveat { source: id.clone(), criterion });
                    }
                }
                match self.newest(entry) {
                    None => found.push(Sentence::NoSource { alternative, criterion }),
                    Some(year) => {
                        let years = catalogue.date.year() - year;
                        if shelf_life.is_some_and(|limit| is_expired(year, limit, catalogue.date)) {
                            found.push(Sentence::Old { alternative, criterion, years });
                        }
                    }
                }
            }
        }
        found.into_iter().for_each(|sentence| self.say(Topic::Evidence, sentence));
    }

    /// The year of the newest source of a rating.
    fn newest(&self, entry: &CatalogueRating) -> Option<i16> {
        entry.evidence.iter().filter_map(|id| self.subject.catalogue.source(id)).map(|source| source.year).max()
    }
}

/// What would change the leader, nearest first of each kind: one weight, one rating, several weights, another answer.
/// Nothing where there is nobody to lead over.
pub fn changes(subject: Subject<'_>) -> Vec<Sentence> {
    let Some(found) = sensitivity(subject.assessment) else { return Vec::new() };
    let weights = found.weights.into_iter().take(MAX_CHANGES).map(Sentence::CriterionFlip);
    let ratings = found.ratings.into_iter().take(MAX_CHANGES).map(Sentence::RatingFlip);
    let facts = fact_flips(subject.catalogue, subject.profile, subject.assessment);
    let mut said: Vec<Sentence> = weights.chain(ratings).chain([Sentence::Joint(found.joint)]).collect();
    if facts.is_empty() {
        said.push(Sentence::NoFactFlips);
    }
    said.extend(facts.into_iter().map(Sentence::FactFlip));
    said
}
