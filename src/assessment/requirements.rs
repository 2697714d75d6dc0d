//! Requirements: who meets which must-have, and which of them count.
//!
//! Scores do not matter here; what fails a must-have cannot buy it off.

use super::{AssessedCriterion, EffectiveRating, Name, interview::Consequences};
use crate::model::{Catalogue, Id, Judgement, Profile, Requirement};

/// One must-have and how every alternative stands to it.
#[derive(Debug, Clone, PartialEq)]
pub struct RequirementOutcome {
    pub id: Id,
    pub name: String,
    /// Whether it counts; one that does not is only suggested.
    pub is_on: bool,
    /// The rule of the interview that suggests it, if any.
    pub suggested_by: Option<Id>,
    /// Whether people put it into the profile, or switched it.
    pub is_own: bool,
    /// Whether it is a reason from outside what is compared: it is said, but rules nobody out by itself.
    pub is_outside: bool,
    /// The alternative that such a reason speaks for, if it does.
    pub favours: Option<usize>,
    /// By alternative.
    pub judgements: Vec<Judgement>,
}

pub(super) fn outcomes(
    catalogue: &Catalogue,
    profile: &Profile,
    consequences: &Consequences<'_>,
    alternatives: &[Name],
    criteria: &[AssessedCriterion],
    ratings: &[Vec<EffectiveRating>],
) -> Vec<RequirementOutcome> {
    let mut outcomes: Vec<RequirementOutcome> = Vec::new();
    for rule in &catalogue.requirements {
        let suggestions: Vec<_> = consequences.suggestions.iter().filter(|(_, id, _)| *id == rule.id).collect();
        let own = profile.requirements.iter().find(|own| own.id == rule.id);
        if suggestions.is_empty() && own.is_none() {
            continue;
        }
        let suggested_on = suggestions.iter().any(|(_, _, on)| *on);
        outcomes.push(RequirementOutcome {
            id: rule.id.clone(),
            name: rule.name.clone(),
            is_on: own.map_or(suggested_on, |own| own.on),
            suggested_by: suggestions.first().map(|(by, _, _)| by.id.clone()),
            is_own: own.is_some(),
            is_outside: false,
            favours: None,
            judgements: alternatives.iter().map(|a| rule.judgements.get(&a.id).copied().unwrap_or(Judgement::Passes)).collect(),
        });
    }
    let shipped = |own: &&Requirement| catalogue.requirement(&own.id).is_none();
    for own in profile.requirements.iter().filter(shipped) {
        let judgements = alternatives.iter().enumerate().map(|(i, alternative)| {
            let reaches = own.at_least.as_ref().is_none_or(|threshold| {
                let at = criteria.iter().position(|criterion| criterion.id == threshold.criterion);
                at.is_none_or(|j| ratings[i][j].rating.mode >= threshold.rating)
            });
            let judged = own.judgements.get(&alternative.id).copied().unwrap_or(Judgement::Passes);
            if reaches { judged } else { Judgement::Fails }
        });
        outcomes.push(RequirementOutcome {
            id: own.id.clone(),
            name: if own.name.trim().is_empty() { own.id.clone() } else { own.name.clone() },
            is_on: own.on,
            suggested_by: None,
            is_own: true,
            is_outside: own.outside,
            favours: own.favours.as_ref().and_then(|id| alternatives.iter().position(|alternative| alternative.id == *id)),
            judgements: judgements.collect(),
        });
    }
    outcomes
}
