//! The part of a catalogue that a profile uses, and everything that is computed from it: the ground that a record stands on.
//!
//! A record carries that part, so that it can be checked without the catalogue and compared with a later one.

use std::{collections::BTreeSet, sync::atomic::AtomicBool};

use super::{Assessment, Information, Robustness, RobustnessProblem, assess, information, interview};
use crate::model::{Catalogue, CatalogueRating, Condition, Facts, Id, Profile, QuestionKind};

/// Everything that a record is written from, computed from the used part of a catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    pub catalogue: Catalogue,
    pub profile: Profile,
    pub assessment: Assessment,
    /// `None` where nobody qualifies.
    pub robustness: Option<Robustness>,
    pub information: Information,
}

impl Ground {
    /// Computes it all. The result does not depend on `threads`.
    pub fn new(catalogue: &Catalogue, profile: &Profile, threads: usize) -> Self {
        let catalogue = used(catalogue, profile);
        let assessment = assess(&catalogue, profile);
        let problem = RobustnessProblem::new(&assessment, profile.seed);
        let robustness = problem.and_then(|problem| problem.run(threads, &AtomicBool::new(false), |_| {}));
        let information = information(&catalogue, profile, &assessment);
        Self { catalogue, profile: profile.clone(), assessment, robustness, information }
    }
}

/// The catalogue without what cannot matter to this profile: ratings and rules under other answers than those given, requirements
/// that neither a fact suggests nor a design meets, claims and sources that nothing kept refers to. Assessing with it gives the same numbers.
pub fn used(catalogue: &Catalogue, profile: &Profile) -> Catalogue {
    let facts = &profile.facts;
    let contradicted = |conditions: &[Condition]| conditions.iter().any(|condition| is_contradicted(catalogue, facts, condition));
    let rules = catalogue.interview.rules.iter();
    let rules: Vec<_> = rules.filter(|rule| profile.rules.contains_key(&rule.id) || !contradicted(&rule.when)).cloned().collect();
    let suggested: BTreeSet<&Id> = rules.iter().flat_map(|rule| &rule.requirements).map(|suggestion| &suggestion.requirement).collect();
    let said: BTreeSet<&Id> = profile.requirements.iter().map(|own| &own.id).collect();
    let met: BTreeSet<&Id> = catalogue.designs.iter().flat_map(|design| &design.meets).collect();
    let is_named = |id: &Id| [&suggested, &said, &met].into_iter().any(|ids| ids.contains(id));
    let requirements: Vec<_> = catalogue.requirements.iter().filter(|rule| is_named(&rule.id)).cloned().collect();
    let holds = |entry: &CatalogueRating| entry.when.iter().all(|condition| interview::holds(&catalogue.interview, facts, condition));
    let is_used = |entry: &&CatalogueRating| {
        // Where no entry of a cell holds, their mean counts, and for that all are needed.
        !contradicted(&entry.when) || !catalogue.cell(&entry.criterion, &entry.alternative).any(holds)
    };
    let ratings: Vec<CatalogueRating> = catalogue.ratings.iter().filter(is_used).cloned().collect();
    let kept: BTreeSet<&Id> = ratings.iter().flat_map(|entry| &entry.claims).collect();
    let claims: Vec<_> = catalogue.claims.iter().filter(|claim| kept.contains(&claim.id)).cloned().collect();
    let by_ratings = ratings.iter().flat_map(|entry| entry.evidence.iter().chain(entry.figures.iter().flat_map(|figure| &figure.evidence)));
    let by_designs = catalogue.designs.iter().flat_map(|design| &design.evidence);
    let by_rules = rules.iter().flat_map(|rule| &rule.evidence).chain(requirements.iter().flat_map(|rule| &rule.evidence));
    let cited: BTreeSet<&Id> =
        by_ratings.chain(by_rules).chain(by_designs).chain(claims.iter().flat_map(|claim| &claim.evidence)).collect();
    let evidence = catalogue.evidence.iter().filter(|source| cited.contains(&source.id)).cloned().collect();
    let interview = crate::model::Interview { rules, ..catalogue.interview.clone() };
    Catalogue { ratings, interview, requirements, claims, evidence, ..catalogue.clone() }
}

/// Whether a known answer rules a condition out for good. Finding out what is not known may still make it hold.
fn is_contradicted(catalogue: &Catalogue, facts: &Facts, condition: &Condition) -> bool {
    let id = condition.fact.split_once('.').map_or(condition.fact.as_str(), |(id, _)| id);
    let is_choice = |kind: &QuestionKind| matches!(kind, QuestionKind::Choice(_));
    catalogue.interview.question(id).is_some_and(|question| is_choice(&question.kind) && interview::is_known(question, facts))
        && !interview::holds(&catalogue.interview, facts, condition)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    #[test]
    fn the_used_part_gives_the_same_numbers_and_is_its_own_used_part() {
        for example in store::examples() {
            let (catalogue, profile) = (store::shipped(), &example.profile);
            let part = used(catalogue, profile);
            assert!(part.ratings.len() < catalogue.ratings.len() && part.interview.rules.len() < catalogue.interview.rules.len());
            assert_eq!(used(&part, profile), part, "{}", example.id);
            assert!(store::catalogue_faults(&part).is_empty(), "{}: {:?}", example.id, store::catalogue_faults(&part));
            let (whole, of_part) = (assess(catalogue, profile), assess(&part, profile));
            assert_eq!(whole.alternatives, of_part.alternatives, "{}", example.id);
            assert_eq!(
                (&whole.verdict, &whole.requirements, whole.criteria),
                (&of_part.verdict, &of_part.requirements, of_part.criteria.clone())
            );
            assert_eq!(information(catalogue, profile, &assess(catalogue, profile)), information(&part, profile, &of_part));
        }
    }
}
