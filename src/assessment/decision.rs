//! What a decision still lacks before it can be accepted, and the numbers that are recorded with it.
//!
//! Whether recorded numbers still hold is `verify.rs`'s.

use serde::Serialize;

use super::Assessment;
use crate::model::{Catalogue, Decision, DecisionStatus, Id, Profile};

/// What is missing before a decision can be accepted. It never blocks an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Missing {
    /// What was chosen.
    Chosen,
    /// Who decided.
    DecidedBy,
    /// When.
    Date,
    /// Why something else than the leader was chosen, or something that fails a requirement.
    Reason,
    /// Why a rating of the catalogue was replaced.
    RatingReason { criterion: Id, alternative: Id },
}

/// How exactly scores are recorded.
const DECIMALS: usize = 4;

/// A number with so many decimals.
pub(super) fn rounded(value: f64, decimals: usize) -> f64 {
    format!("{value:.decimals$}").parse().unwrap_or(value)
}

/// Everything that is missing, in the order in which it is asked for.
pub fn missing(profile: &Profile, assessment: &Assessment) -> Vec<Missing> {
    let decision = profile.decision.clone().unwrap_or_default();
    let mut missing = Vec::new();
    let chosen = decision.chosen.as_deref().and_then(|id| assessment.alternative(id));
    if chosen.is_none() {
        missing.push(Missing::Chosen);
    }
    if decision.decided_by.iter().all(|name| name.trim().is_empty()) {
        missing.push(Missing::DecidedBy);
    }
    if decision.date.is_none() {
        missing.push(Missing::Date);
    }
    if chosen.is_some() && chosen != assessment.verdict.leader && decision.reason.trim().is_empty() {
        missing.push(Missing::Reason);
    }
    for own in profile.ratings.iter().filter(|own| own.reason.trim().is_empty()) {
        missing.push(Missing::RatingReason { criterion: own.criterion.clone(), alternative: own.alternative.clone() });
    }
    missing
}

/// The status that a record may carry: nothing counts as accepted while something is missing.
pub fn status(profile: &Profile, assessment: &Assessment) -> DecisionStatus {
    let said = profile.decision.as_ref().map_or(DecisionStatus::Proposed, |decision| decision.status);
    if said == DecisionStatus::Accepted && !missing(profile, assessment).is_empty() { DecisionStatus::Proposed } else { said }
}

/// The decision with the numbers of this assessment, so that they can be recomputed: scores with four decimals.
pub fn with_numbers(decision: Decision, catalogue: &Catalogue, assessment: &Assessment) -> Decision {
    let scores = assessment.alternatives.iter().map(|alternative| (alternative.id.clone(), rounded(alternative.score, DECIMALS)));
    Decision {
        catalogue: catalogue.edition(),
        leader: assessment.leader().map(|leader| leader.id.clone()),
        scores: scores.collect(),
        ..decision
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{assessment::assess, model::OwnRating, store};

    #[test]
    fn what_is_missing_blocks_acceptance_and_nothing_else_does() {
        let catalogue = store::shipped();
        let mut profile = store::example("public-api").unwrap().profile.clone();
        let assessment = assess(catalogue, &profile);
        assert_eq!(missing(&profile, &assessment), [Missing::Chosen, Missing::DecidedBy, Missing::Date]);
        let decision = Decision {
            status: DecisionStatus::Accepted,
            chosen: Some("rust".into()),
            decided_by: vec!["Ann".into()],
            date: profile.date,
            ..Decision::default()
        };
        profile.decision = Some(decision);
        assert_eq!(missing(&profile, &assessment), [Missing::Reason]);
        assert_eq!(status(&profile, &assessment), DecisionStatus::Proposed);
        profile.decision.as_mut().unwrap().reason = "The team wants to learn it.".into();
        assert_eq!(status(&profile, &assessment), DecisionStatus::Accepted);
        let own = OwnRating {
            criterion: "latency".into(),
            alternative: "go".into(),
            low: 5.0,
            mode: 6.0,
            high: 7.0,
            reason: " ".into(),
            evidence: None,
        };
        profile.ratings.push(own);
        assert_eq!(
            missing(&profile, &assess(catalogue, &profile)),
            [Missing::RatingReason { criterion: "latency".into(), alternative: "go".into() }]
        );
    }
}
