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
            name: own.name.clone(),
            is_on: own.on,
            suggested_by: None,
            is_own: true,
            judgements: judgements.collect(),
        });
    }
    outcomes
}
