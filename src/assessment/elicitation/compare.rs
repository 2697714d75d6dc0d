//! The ways side by side: the weights of each, who leads under them, and how far they are from the present ones.
//!
//! What is taken over is somebody's choice; nothing here says which way is right.

use super::way_weights;
use crate::{
    assessment::{Assessment, VerdictKind, adoption, assess},
    mcda::ranking::{competition_ranks, kendall_tau},
    model::{Catalogue, Profile, Way},
};

/// Where a row of weights comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// What counts now.
    Now,
    Facts,
    Way(Way),
}

/// One row of weights and what would follow from them.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    pub origin: Origin,
    /// By criterion and by group, each together one.
    pub weights: Vec<f64>,
    pub groups: Vec<f64>,
    pub kind: VerdictKind,
    pub leader: Option<usize>,
    /// Kendall's τ_b between the order of the criteria by these weights and by the present ones; `None` where all are tied.
    pub agreement: Option<f64>,
    /// The criterion whose weight differs most from the present one, if any does.
    pub furthest: Option<usize>,
}

/// A difference of weights below this does not show.
const NO_DIFFERENCE: f64 = 0.005;

/// What counts now, what follows from the facts alone, and every way with enough answers.
pub fn compare(catalogue: &Catalogue, profile: &Profile, assessment: &Assessment) -> Vec<Compared> {
    let from_facts = assess(catalogue, &Profile { points: std::collections::BTreeMap::new(), ..profile.clone() });
    let mut rows = vec![row(Origin::Now, assessment, assessment), row(Origin::Facts, &from_facts, assessment)];
    for way in Way::ALL {
        if let (Some(_), Some(edit)) = (way_weights(profile, assessment, way), adoption(profile, assessment, way)) {
            let mut adopted = profile.clone();
            adopted.apply(&edit);
            rows.push(row(Origin::Way(way), &assess(catalogue, &adopted), assessment));
        }
    }
    rows
}

fn row(origin: Origin, then: &Assessment, now: &Assessment) -> Compared {
    let (weights, present): (Vec<f64>, Vec<f64>) = (then.weights().collect(), now.weights().collect());
    let change = |j: usize| (weights[j] - present[j]).abs();
    let furthest = (0..weights.len()).reduce(|most, j| if change(j) > change(most) { j } else { most });
    Compared {
        origin,
        groups: then.groups.iter().map(|group| group.weight).collect(),
        kind: then.verdict.kind,
        leader: then.verdict.leader,
        agreement: kendall_tau(&competition_ranks(&weights), &competition_ranks(&present)),
        furthest: furthest.filter(|&j| change(j) >= NO_DIFFERENCE),
        weights,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    #[test]
    fn every_answered_way_has_its_row_and_its_leader() {
        let mut profile = store::example("public-api").unwrap().profile.clone();
        let catalogue = store::shipped();
        assert_eq!(compare(catalogue, &profile, &assess(catalogue, &profile)).len(), 2);
        profile.elicitation.swing = [("raw_performance".to_owned(), 100.0), ("memory".to_owned(), 50.0)].into();
        profile.elicitation.order = vec![vec!["development_speed".into()]];
        let assessment = assess(catalogue, &profile);
        let rows = compare(catalogue, &profile, &assessment);
        let origins: Vec<Origin> = rows.iter().map(|row| row.origin).collect();
        assert_eq!(origins, [Origin::Now, Origin::Facts, Origin::Way(Way::Swing), Origin::Way(Way::Order)]);
        let leader = |row: &Compared| row.leader.map(|i| assessment.alternatives[i].id.as_str());
        assert_eq!((leader(&rows[2]), leader(&rows[3])), (Some("rust"), Some("python")));
        assert_eq!((rows[0].furthest, rows[0].agreement), (None, Some(1.0)));
        assert_eq!(rows[3].furthest.map(|j| assessment.criteria[j].id.as_str()), Some("development_speed"));
        assert!((rows[2].weights[assessment.criterion("memory").unwrap()] - 1.0 / 3.0).abs() < 1e-4);
    }
}
