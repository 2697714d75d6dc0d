//! The weight model: points from the facts or from people, weights as points over all points, groups as sums of their members.
//!
//! No caps and no blending, so that the trace of every criterion adds up exactly.

use serde::Serialize;

use super::{
    AssessedCriterion, AssessedGroup,
    elicitation::{Structure, is_as_answered},
    interview::Consequences,
};
use crate::model::{Catalogue, Finding, Id, Profile, Sureness, Way};

/// How far plausible weights spread around the stated ones: the concentration of a Dirichlet distribution when every fact is known.
/// With 50, a weight of 10 % is plausible from about 4 % to 18 % (5th to 95th percentile).
pub const CONCENTRATION_SURE: f64 = 200.0;
pub const CONCENTRATION_ROUGHLY: f64 = 50.0;
pub const CONCENTRATION_UNSURE: f64 = 15.0;

/// The share of the concentration that is left when nothing is known of the project.
pub const CONCENTRATION_UNKNOWN: f64 = 0.2;

/// From this weight on, one criterion decides almost alone, and a finding says so.
pub const HALF_THE_WEIGHT: f64 = 0.5;

/// One reason for a criterion's points.
#[derive(Debug, Clone, PartialEq)]
pub struct TraceLine {
    pub source: PointsSource,
    pub points: f64,
}

/// Where points come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PointsSource {
    /// The criterion has them before anything is known.
    Base,
    /// A rule of the interview, by id.
    Rule(Id),
    /// The mean over the answers of a question that nobody answered, by id.
    Unknown(Id),
}

/// Where the weights as a whole come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WeightsOrigin {
    /// From the catalogue alone: nothing is known, nobody changed anything.
    Catalogue,
    /// From the facts.
    Facts,
    /// From the facts, with so many criteria changed by people.
    Changed { criteria: usize },
    /// Every criterion with weight was given its points by people.
    People,
    /// Taken over from a way of weighing; changed if the points are no longer what its answers give.
    Adopted { way: Way, is_changed: bool },
}

/// Criteria group by group, with the groups that have any.
pub(super) fn structure(catalogue: &Catalogue, profile: &Profile) -> (Vec<AssessedCriterion>, Vec<AssessedGroup>) {
    let mut criteria = Vec::new();
    let mut groups = Vec::new();
    for group in &catalogue.groups {
        let shipped = catalogue.criteria.iter().filter(|c| c.group == group.id).map(|c| (&c.id, &c.name, c.points));
        let own = profile.criteria.iter().filter(|c| c.group == group.id).map(|c| (&c.id, &c.name, 0.0));
        let first = criteria.len();
        criteria.extend(shipped.chain(own).map(|(id, name, base)| AssessedCriterion {
            id: id.clone(),
            name: name.clone(),
            group: groups.len(),
            points: 0.0,
            points_from_facts: 0.0,
            is_own: false,
            weight: 0.0,
            trace: if base == 0.0 { Vec::new() } else { vec![TraceLine { source: PointsSource::Base, points: base }] },
        }));
        if criteria.len() > first {
            groups.push(AssessedGroup {
                id: group.id.clone(),
                name: group.name.clone(),
                criteria: (first..criteria.len()).collect(),
                points: 0.0,
                points_from_facts: 0.0,
                weight: 0.0,
            });
        }
    }
    (criteria, groups)
}

/// Fills in points, traces and weights. Returns where the weights come from.
pub(super) fn weigh(
    profile: &Profile,
    consequences: &Consequences<'_>,
    criteria: &mut [AssessedCriterion],
    groups: &mut [AssessedGroup],
) -> WeightsOrigin {
    for criterion in criteria.iter_mut() {
        if let Some(lines) = consequences.points.get(&criterion.id) {
            criterion.trace.extend(lines.iter().cloned());
        }
        // Folded from nought: `sum` of nothing is minus nought, which would be shown as such.
        let sum = criterion.trace.iter().fold(0.0, |sum, line| sum + line.points);
        // An empty sum is −0; adding zero makes it plain.
        criterion.points_from_facts = sum.max(0.0) + 0.0;
        let own = profile.points.get(&criterion.id).copied();
        criterion.is_own = own.is_some();
        criterion.points = own.unwrap_or(criterion.points_from_facts);
    }
    let total: f64 = criteria.iter().map(|criterion| criterion.points).sum();
    let counts_alone = |criterion: &AssessedCriterion| criterion.points_from_facts > 0.0;
    let n_alone = criteria.iter().filter(|criterion| counts_alone(criterion)).count();
    for criterion in criteria.iter_mut() {
        criterion.weight = if total > 0.0 {
            criterion.points / total
        } else if counts_alone(criterion) {
            1.0 / n_alone as f64
        } else {
            0.0
        };
    }
    for group in groups.iter_mut() {
        group.points = group.criteria.iter().map(|&j| criteria[j].points).sum();
        group.points_from_facts = group.criteria.iter().map(|&j| criteria[j].points_from_facts).sum();
        group.weight = group.criteria.iter().map(|&j| criteria[j].weight).sum();
    }
    let changed = criteria.iter().filter(|criterion| criterion.is_own).count();
    if changed == 0 {
        if consequences.known == 0 { WeightsOrigin::Catalogue } else { WeightsOrigin::Facts }
    } else if let Some(way) = profile.elicitation.adopted {
        WeightsOrigin::Adopted { way, is_changed: !is_as_answered(profile, Structure { criteria, groups }, way) }
    } else if criteria.iter().all(|criterion| criterion.is_own || criterion.weight == 0.0) {
        WeightsOrigin::People
    } else {
        WeightsOrigin::Changed { criteria: changed }
    }
}

/// The concentration of the plausible weights: what `sureness` says, less what is not known.
/// Weight that people gave themselves counts as known; the rest rests on the facts.
pub(super) fn concentration(sureness: Sureness, consequences: &Consequences<'_>, criteria: &[AssessedCriterion]) -> f64 {
    let stated = match sureness {
        Sureness::Sure => CONCENTRATION_SURE,
        Sureness::Roughly => CONCENTRATION_ROUGHLY,
        Sureness::Unsure => CONCENTRATION_UNSURE,
    };
    let own: f64 = criteria.iter().filter(|criterion| criterion.is_own).map(|criterion| criterion.weight).sum();
    let facts = if consequences.asked == 0 { 1.0 } else { consequences.known as f64 / consequences.asked as f64 };
    let known = own + (1.0 - own) * facts;
    stated * (CONCENTRATION_UNKNOWN + (1.0 - CONCENTRATION_UNKNOWN) * known)
}

pub(super) fn findings(criteria: &[AssessedCriterion], findings: &mut Vec<Finding>) {
    if criteria.iter().all(|criterion| criterion.points == 0.0) {
        findings.push(Finding::NoPoints);
        return;
    }
    for criterion in criteria.iter().filter(|criterion| criterion.weight >= HALF_THE_WEIGHT) {
        findings.push(Finding::HalfTheWeight { criterion: criterion.id.clone(), share: criterion.weight });
    }
}
