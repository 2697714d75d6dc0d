//! Whether a decision still holds, in words.
//!
//! What is true is decided in `assessment`.

use super::{list, score, signed_effect};
use crate::{
    assessment::{Assessment, Failing, RatingChange, Remark},
    model::Id,
};

fn alternative(assessment: &Assessment, id: &str) -> String {
    assessment.alternative(id).map_or_else(|| id.to_owned(), |i| assessment.alternatives[i].name.clone())
}

fn criterion(assessment: &Assessment, id: &str) -> String {
    assessment.criterion(id).map_or_else(|| id.to_owned(), |j| assessment.criteria[j].name.to_lowercase())
}

fn requirements(assessment: &Assessment, ids: &[Id]) -> String {
    let name = |id: &Id| assessment.requirements.iter().find(|outcome| outcome.id == *id).map_or_else(|| id.clone(), |o| o.name.clone());
    list(&ids.iter().map(name).collect::<Vec<_>>())
}

/// Why a decision no longer holds, in one sentence.
pub fn failing(assessment: &Assessment, failing: &Failing) -> String {
    let name = |id: &Id| alternative(assessment, id);
    let leader = |id: &Option<Id>| id.as_ref().map_or_else(|| text!("verify-nobody"), name);
    match failing {
        Failing::NothingRecorded => text!("verify-nothing-recorded"),
        Failing::LeaderChanged { recorded, now } => text!("verify-leader", recorded = name(recorded), now = leader(now)),
        Failing::RequirementFails { alternative, requirements: failed } => {
            text!("verify-requirement", alternative = name(alternative), requirements = requirements(assessment, failed))
        }
        Failing::Score { alternative, recorded, computed: Some(computed) } => {
            // As exact as it was recorded, and exact enough to differ.
            let recorded = recorded.to_string();
            let decimals = recorded.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            text!("verify-score", alternative = name(alternative), recorded = recorded, computed = format!("{computed:.decimals$}"))
        }
        Failing::Score { alternative, computed: None, .. } => text!("verify-score-gone", alternative = name(alternative)),
        Failing::Expired { alternative, criterion: of, held_to } => {
            let criterion = criterion(assessment, of);
            text!("verify-expired", alternative = name(alternative), criterion = criterion, year = held_to.to_string())
        }
        Failing::LeaderChangedSince { catalogue, before, now } => {
            text!("verify-leader-since", catalogue = catalogue.clone(), before = name(before), now = leader(now))
        }
        Failing::RequirementFailsSince { catalogue, alternative, requirements: failed } => {
            let requirements = requirements(assessment, failed);
            text!("verify-requirement-since", catalogue = catalogue.clone(), alternative = name(alternative), requirements = requirements)
        }
    }
}

/// What should be known although the decision holds, in a few sentences.
pub fn remark(assessment: &Assessment, remark: &Remark) -> String {
    match remark {
        Remark::OldFromTheStart { count } => text!("verify-old", count = count),
        Remark::DecidedWith { recorded, present } => {
            text!("verify-decided-with", recorded = recorded.clone(), present = present.clone())
        }
        Remark::OtherCatalogue { recorded, present } => {
            text!("verify-other-catalogue", recorded = recorded.clone(), present = present.clone())
        }
        Remark::CatalogueChanged { from, to, ratings, changes_weights, changes_kind } => {
            let mut said = vec![text!("verify-catalogue", from = from.clone(), to = to.clone())];
            said.extend(ratings.iter().map(|change| rating(assessment, change)));
            if ratings.is_empty() && !changes_weights {
                said.push(text!("verify-catalogue-nothing"));
            }
            if *changes_weights {
                said.push(text!("verify-catalogue-weights"));
            }
            said.push(if *changes_kind { text!("verify-catalogue-kind") } else { text!("verify-catalogue-same-kind") });
            said.join(" ")
        }
    }
}

fn rating(assessment: &Assessment, change: &RatingChange) -> String {
    text!(
        "verify-rating",
        alternative = alternative(assessment, &change.alternative),
        criterion = criterion(assessment, &change.criterion),
        from = score(change.from.mode),
        to = score(change.to.mode),
        effect = signed_effect(change.effect)
    )
}
