//! [`Axis`]: what the axes of a radar and of parallel coordinates are, in which order, with every value and what is known of it.
//!
//! Where an axis lies in the picture is each chart's.

use super::{Axes, Subject, words};
use crate::{
    assessment::{AssessedAlternative, EffectiveRating},
    model::Id,
    wording,
};

/// One axis and the value of every alternative on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    pub name: String,
    /// 0–1.
    pub weight: f64,
    /// 0–10, by alternative.
    pub values: Vec<f64>,
    /// What the values say when they are pointed at, by alternative.
    pub labels: Vec<String>,
}

/// The axes in the profile's order, then in the catalogue's. What has no weight and is the same for all is left out.
pub fn axes(subject: Subject<'_>, kind: Axes) -> Vec<Axis> {
    match kind {
        Axes::Groups => groups(subject),
        Axes::Criteria => criteria(subject),
    }
}

fn groups(subject: Subject<'_>) -> Vec<Axis> {
    group_order(subject).into_iter().map(|g| group(subject, g)).collect()
}

/// The groups that have something to show, as positions in the assessment, in the order of the axes.
pub fn group_order(subject: Subject<'_>) -> Vec<usize> {
    let assessment = subject.assessment;
    let shown = |g: &usize| assessment.groups[*g].criteria.iter().any(|&j| is_shown(subject, j));
    let mut order: Vec<usize> = (0..assessment.groups.len()).filter(shown).collect();
    order.sort_by_key(|&g| place(subject, &assessment.groups[g].id));
    order
}

fn group(subject: Subject<'_>, g: usize) -> Axis {
    let group = &subject.assessment.groups[g];
    let name = words::name(&group.name);
    let label = |a: usize| {
        let alternative = &subject.assessment.alternatives[a];
        let parts: Vec<String> = group
            .criteria
            .iter()
            .filter(|&&j| is_shown(subject, j))
            .map(|&j| {
                let criterion = words::name(&subject.assessment.criteria[j].name);
                text!("chart-hover-part", name = criterion, value = wording::score(subject.assessment.ratings[a][j].rating.mode))
            })
            .collect();
        let head = text!("chart-hover-head", alternative = words::name(&alternative.name), axis = name.as_str());
        let value = wording::score(alternative.group_ratings[g]);
        let mean =
            if group.weight > 0.0 { text!("chart-hover-mean", value = value) } else { text!("chart-hover-plain-mean", value = value) };
        format!("{head}\n{mean}\n{}", parts.join(", "))
    };
    let n = subject.assessment.alternatives.len();
    Axis {
        weight: group.weight,
        values: subject.assessment.alternatives.iter().map(|alternative| alternative.group_ratings[g]).collect(),
        labels: (0..n).map(label).collect(),
        name,
    }
}

fn criteria(subject: Subject<'_>) -> Vec<Axis> {
    criterion_order(subject).into_iter().map(|j| criterion(subject, j)).collect()
}

/// The criteria that have something to show, as positions in the assessment, in the order of the axes.
pub fn criterion_order(subject: Subject<'_>) -> Vec<usize> {
    let assessment = subject.assessment;
    let mut order: Vec<usize> = (0..assessment.criteria.len()).filter(|&j| is_shown(subject, j)).collect();
    // An order that names groups alone moves their criteria with them.
    let is_named = order.iter().any(|&j| subject.profile.axis_order.contains(&assessment.criteria[j].id));
    order.sort_by_key(|&j| {
        let criterion = &assessment.criteria[j];
        place(subject, if is_named { &criterion.id } else { &assessment.groups[criterion.group].id })
    });
    order
}

fn criterion(subject: Subject<'_>, j: usize) -> Axis {
    let criterion = &subject.assessment.criteria[j];
    let name = words::name(&criterion.name);
    let label = |(alternative, cell): (&AssessedAlternative, &EffectiveRating)| {
        let head = text!("chart-hover-head", alternative = words::name(&alternative.name), axis = name.as_str());
        let origin = words::origin(subject, cell, &alternative.id, &criterion.id);
        format!("{head}\n{}\n{origin}", words::range(cell.rating))
    };
    let cells: Vec<&EffectiveRating> = subject.assessment.ratings.iter().map(|row| &row[j]).collect();
    Axis {
        weight: criterion.weight,
        values: cells.iter().map(|cell| cell.rating.mode).collect(),
        labels: subject.assessment.alternatives.iter().zip(cells).map(label).collect(),
        name,
    }
}

/// Whether a criterion has anything to show: a weight, or ratings that tell alternatives apart.
fn is_shown(subject: Subject<'_>, j: usize) -> bool {
    let modes: Vec<f64> = subject.assessment.ratings.iter().map(|row| row[j].rating.mode).collect();
    subject.assessment.criteria[j].weight > 0.0 || modes.iter().any(|mode| *mode != modes[0])
}

/// Where the profile's order puts an id; the end if it does not name it.
fn place(subject: Subject<'_>, id: &Id) -> usize {
    subject.profile.axis_order.iter().position(|named| named == id).unwrap_or(usize::MAX)
}
