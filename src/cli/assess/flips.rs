//! What would change the leader, as objects for programs: the weight of a group or of a criterion, one rating, several weights together.
//!
//! What they mean is `assessment`'s.

use serde::Serialize;

use crate::{
    assessment::{Assessment, WeightChange, sensitivity, weight_flips},
    cli::report::{Entries, number},
};

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Flip {
    /// At which weight of a group or of a criterion another alternative leads; one of the two is named.
    Weight {
        #[serde(skip_serializing_if = "Option::is_none")]
        group: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        criterion: Option<String>,
        challenger: String,
        now: f64,
        tie: f64,
    },
    /// At which value of one rating another alternative leads, and whether that value is plausible.
    Rating { alternative: String, criterion: String, challenger: String, now: f64, tie: f64, plausible: bool },
    /// The nearest weights at which another alternative leads, by the sum of all changes and by the root of the sum of their
    /// squares; null where no weights at all do that.
    Joint { l1: Option<Change>, l2: Option<Change> },
}

#[derive(Serialize)]
pub struct Change {
    challenger: String,
    distance: f64,
    weights: Entries<f64>,
}

/// Nearest first within each kind; none where there is nobody to lead over.
pub fn flips(assessment: &Assessment) -> Vec<Flip> {
    let Some(found) = sensitivity(assessment) else { return Vec::new() };
    let alternative = |i: usize| assessment.alternatives[i].id.clone();
    let criterion = |j: usize| assessment.criteria[j].id.clone();
    let by_group = weight_flips(assessment).into_iter().map(|flip| Flip::Weight {
        group: Some(assessment.groups[flip.group].id.clone()),
        criterion: None,
        challenger: alternative(flip.challenger),
        now: number(flip.now),
        tie: number(flip.tie),
    });
    let by_criterion = found.weights.iter().map(|flip| Flip::Weight {
        group: None,
        criterion: Some(criterion(flip.criterion)),
        challenger: alternative(flip.challenger),
        now: number(flip.now),
        tie: number(flip.tie),
    });
    let by_rating = found.ratings.iter().map(|flip| Flip::Rating {
        alternative: alternative(flip.alternative),
        criterion: criterion(flip.criterion),
        challenger: alternative(flip.challenger),
        now: number(flip.now),
        tie: number(flip.tie),
        plausible: flip.is_plausible,
    });
    let change = |change: &WeightChange| Change {
        challenger: alternative(change.challenger),
        distance: number(change.distance),
        weights: Entries(change.weights.iter().enumerate().map(|(j, weight)| (criterion(j), number(*weight))).collect()),
    };
    let joint =
        Flip::Joint { l1: found.joint.as_ref().map(|joint| change(&joint.l1)), l2: found.joint.as_ref().map(|joint| change(&joint.l2)) };
    by_group.chain(by_criterion).chain(by_rating).chain([joint]).collect()
}
