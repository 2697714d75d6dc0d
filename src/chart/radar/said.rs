//! The axes in sentences and in rows: the same values for those who cannot see them or want them exact. Parallel coordinates say the same.

use super::super::{Axes, Subject, axes::Axis, words};
use crate::{
    chart::scene::{Cell, Table},
    wording,
};

/// How many of the heaviest axes are named.
const NAMED: usize = 3;

/// One row per axis: name, weight, and the value of every alternative.
pub fn table(subject: Subject<'_>, axes: &[Axis], kind: Axes) -> Table {
    let first = match kind {
        Axes::Groups => text!("chart-column-group"),
        Axes::Criteria => text!("chart-column-criterion"),
    };
    let mut columns = vec![first, text!("chart-column-weight")];
    columns.extend(words::series(subject).into_iter().map(|series| series.name));
    let row = |axis: &Axis| {
        let values = axis.values.iter().map(|value| Cell::Number { value: *value, decimals: 1 });
        [Cell::Text(axis.name.clone()), Cell::Share(axis.weight)].into_iter().chain(values).collect()
    };
    Table { columns, rows: axes.iter().map(row).collect() }
}

/// Who is highest where, where they lie furthest apart, and what weighs most.
pub fn summary(subject: Subject<'_>, axes: &[Axis], kind: Axes) -> String {
    let names: Vec<String> = words::series(subject).into_iter().map(|series| series.name).collect();
    if axes.is_empty() || names.is_empty() {
        return text!("chart-nothing");
    }
    let what = match kind {
        Axes::Groups => text!("chart-said-groups", count = axes.len()),
        Axes::Criteria => text!("chart-said-criteria", count = axes.len()),
    };
    let mut sentences = vec![text!("chart-said-radar", names = wording::list(&names), what = what)];
    if names.len() > 1 {
        sentences.push(text!("chart-said-highest", who = highest(axes, &names).join("; ")));
        sentences.extend(widest_gap(axes, &names));
    }
    sentences.extend(heaviest(axes));
    sentences.join(" ")
}

/// Who is highest on which axes; those who share a first place are named together.
fn highest(axes: &[Axis], names: &[String]) -> Vec<String> {
    let mut leaders: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for axis in axes {
        let most = axis.values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // What reads the same is the same.
        let who: Vec<String> = names
            .iter()
            .zip(&axis.values)
            .filter(|(_, value)| wording::score(**value) == wording::score(most))
            .map(|(name, _)| name.clone())
            .collect();
        let on = text!("chart-said-value", name = axis.name.as_str(), value = wording::score(most));
        match leaders.iter_mut().find(|(names, _)| *names == who) {
            Some((_, axes)) => axes.push(on),
            None => leaders.push((who, vec![on])),
        }
    }
    leaders.iter().map(|(who, on)| text!("chart-said-on", who = wording::list(who), axes = wording::list(on))).collect()
}

fn widest_gap(axes: &[Axis], names: &[String]) -> Option<String> {
    let ends = |axis: &Axis| {
        let order = |a: &usize, b: &usize| axis.values[*a].total_cmp(&axis.values[*b]);
        let low = (0..names.len()).min_by(order)?;
        let high = (0..names.len()).rev().max_by(order)?;
        Some((axis.values[high] - axis.values[low], high, low))
    };
    let widest = axes.iter().filter_map(|axis| Some((axis, ends(axis)?))).reduce(|a, b| if b.1.0 > a.1.0 { b } else { a });
    let (axis, (gap, high, low)) = widest?;
    (gap > 0.0).then(|| {
        text!(
            "chart-said-gap",
            axis = axis.name.as_str(),
            first = names[high].as_str(),
            high = wording::score(axis.values[high]),
            last = names[low].as_str(),
            low = wording::score(axis.values[low])
        )
    })
}

fn heaviest(axes: &[Axis]) -> Option<String> {
    let mut order: Vec<&Axis> = axes.iter().filter(|axis| axis.weight > 0.0).collect();
    order.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    order.truncate(NAMED);
    let named: Vec<String> = order.iter().map(|axis| words::weighted(&axis.name, axis.weight)).collect();
    (!named.is_empty()).then(|| text!("chart-said-weights", axes = wording::list(&named)))
}
