//! A requirement in words: who meets it, why it counts, and what that rests on.
//!
//! Who meets what is decided in `assessment`.

use super::{alternative, list, quoted, rule_why};
use crate::{
    assessment::{RequirementOutcome, Subject},
    model::{Catalogue, Id, Judgement},
};

pub(super) fn requirement(subject: Subject<'_>, k: usize) -> String {
    let Subject { catalogue, profile, assessment, .. } = subject;
    let outcome = &assessment.requirements[k];
    let who = who(subject, outcome);
    let (name, rule) = (quoted(&outcome.name), catalogue.requirement(&outcome.id));
    let mut said = vec![if outcome.is_on {
        text!("say-required", requirement = name, who = who)
    } else {
        text!("say-suggested", requirement = name, who = who)
    }];
    if let Some(rule) = &outcome.suggested_by {
        let is_for_all = catalogue.interview.rules.iter().any(|own| own.id == *rule && own.when.is_empty());
        let why = rule_why(catalogue, rule);
        said.push(if is_for_all { text!("say-required-everywhere", why = why) } else { text!("say-required-by", why = why) });
    } else if outcome.is_own {
        said.push(text!("say-required-own"));
    }
    match rule {
        Some(rule) => {
            said.push(rule.reason.clone());
            let sources = sources(catalogue, &rule.evidence);
            if !sources.is_empty() {
                said.push(text!("say-sources", sources = sources));
            }
        }
        None => {
            let reason = profile.requirements.iter().find(|own| own.id == outcome.id).map(|own| own.reason.trim().to_owned());
            said.extend(reason.filter(|reason| !reason.is_empty()).map(|reason| text!("say-required-reason", reason = reason)));
        }
    }
    said.join(" ")
}

/// Who meets it, who at a cost, who does not.
fn who(subject: Subject<'_>, outcome: &RequirementOutcome) -> String {
    let assessment = subject.assessment;
    let with = |judgement: Judgement| -> Vec<String> {
        let some = outcome.judgements.iter().enumerate().filter(|(_, own)| **own == judgement);
        some.map(|(i, _)| alternative(assessment, i)).collect()
    };
    let mut parts = Vec::new();
    for judgement in [Judgement::Passes, Judgement::PassesWithCost, Judgement::Fails] {
        let names = with(judgement);
        if names.is_empty() {
            continue;
        }
        let (count, names) = (names.len(), list(&names));
        parts.push(match judgement {
            Judgement::Passes => text!("say-meets", names = names, count = count),
            Judgement::PassesWithCost => text!("say-meets-at-a-cost", names = names, count = count),
            Judgement::Fails => text!("say-fails-it", names = names, count = count),
        });
    }
    parts.join(", ")
}

/// Sources by id, title and year.
pub(super) fn sources(catalogue: &Catalogue, ids: &[Id]) -> String {
    let named = ids
        .iter()
        .filter_map(|id| catalogue.source(id))
        .map(|source| text!("say-source", id = source.id.clone(), title = quoted(&source.title), year = source.year.to_string()));
    named.collect::<Vec<_>>().join("; ")
}
