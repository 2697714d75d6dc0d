//! The crossover in sentences and in rows, and what its points say when they are pointed at.

use super::Chart;
use crate::{
    assessment::{Crossing, WeightLine},
    chart::{
        scene::{Cell, Table},
        words,
    },
    wording,
};

/// The table has a row for every so many hundredths of weight, besides the weight now and those at which the leader changes.
const STEPS: usize = 10;

impl Chart<'_> {
    fn alternative(&self, i: usize) -> String {
        words::name(&self.subject.assessment.alternatives[i].name)
    }

    /// Why there is nothing to draw.
    pub(super) fn nothing(&self) -> String {
        let assessment = self.subject.assessment;
        if assessment.groups.is_empty() || assessment.alternatives.is_empty() {
            text!("chart-nothing")
        } else if assessment.verdict.leader.is_none() {
            text!("chart-acceptability-nobody")
        } else {
            text!("chart-crossover-alone")
        }
    }

    pub(super) fn axis_name(&self) -> String {
        text!("chart-crossover-axis", group = self.name.to_lowercase())
    }

    /// What a point of a line says when it is pointed at.
    pub(super) fn point(&self, line: &WeightLine, weight: f64) -> String {
        let (name, weight, score) = (self.alternative(line.alternative), wording::percent(weight), wording::score(line.at(weight)));
        text!("chart-crossover-point", name = name, group = self.name.to_lowercase(), weight = weight, score = score)
    }

    /// What a crossing at which the leader changes says when it is pointed at.
    pub(super) fn crossing(&self, crossing: &Crossing) -> String {
        text!(
            "chart-crossover-crossing",
            before = self.alternative(crossing.before),
            after = self.alternative(crossing.after),
            group = self.name.to_lowercase(),
            weight = wording::percent(crossing.weight)
        )
    }

    /// What a piece of the strip says when it is pointed at.
    pub(super) fn stretch(&self, from: f64, to: f64, leader: usize) -> String {
        let (from, to) = (wording::percent(from), wording::percent(to));
        text!("chart-crossover-stretch", name = self.alternative(leader), group = self.name.to_lowercase(), from = from, to = to)
    }

    pub(super) fn summary(&self) -> String {
        let Some(lines) = &self.lines else { return self.nothing() };
        let assessment = self.subject.assessment;
        let scores: Vec<String> = assessment
            .ranking
            .iter()
            .filter(|&&i| assessment.alternatives[i].is_eligible())
            .map(|&i| text!("chart-said-value", name = self.alternative(i), value = wording::score(assessment.alternatives[i].score)))
            .collect();
        let now = text!(
            "chart-said-weight-now",
            group = self.name.clone(),
            weight = wording::percent(lines.now),
            scores = wording::list(&scores)
        );
        let stretches = lines.leaders();
        let said = if let [(_, _, always)] = stretches.as_slice() {
            text!("chart-said-always", name = self.alternative(*always))
        } else {
            let parts: Vec<String> = stretches
                .iter()
                .map(|(from, to, leader)| {
                    let (from, to) = (wording::percent(*from), wording::percent(*to));
                    text!("chart-said-stretch", name = self.alternative(*leader), from = from, to = to)
                })
                .collect();
            text!("chart-said-stretches", stretches = wording::list(&parts))
        };
        let out: Vec<String> = assessment.alternatives.iter().filter(|a| !a.is_eligible()).map(|a| words::name(&a.name)).collect();
        let out =
            if out.is_empty() { String::new() } else { text!("chart-said-not-counted", names = wording::list(&out), count = out.len()) };
        [now, said, out].join(" ").trim_end().to_owned()
    }

    /// One row per weight: every score, and who leads.
    pub(super) fn table(&self) -> Table {
        let group = self.subject.assessment.groups.get(self.group);
        let mut columns = vec![text!("chart-column-weight-of", group = group.map_or_else(String::new, |_| self.name.to_lowercase()))];
        let Some(lines) = &self.lines else { return Table { columns, rows: Vec::new() } };
        columns.extend(lines.lines.iter().map(|line| self.alternative(line.alternative)));
        columns.push(text!("chart-column-leads"));
        let stretches = lines.leaders();
        let mut weights: Vec<f64> = (0..=STEPS).map(|k| k as f64 / STEPS as f64).collect();
        weights.push(lines.now);
        weights.extend(stretches.iter().skip(1).map(|stretch| stretch.0));
        weights.sort_by(f64::total_cmp);
        weights.dedup();
        let leads = |weight: f64| {
            // At the tie itself both lead; the one who leads from there on is named.
            let stretch = stretches.iter().rev().find(|(from, ..)| *from <= weight);
            stretch.map_or(Cell::Empty, |(.., leader)| Cell::Text(self.alternative(*leader)))
        };
        let row = |&weight: &f64| {
            let scores = lines.lines.iter().map(|line| Cell::Number { value: line.at(weight), decimals: 1 });
            [Cell::Share(weight)].into_iter().chain(scores).chain([leads(weight)]).collect()
        };
        Table { columns, rows: weights.iter().map(row).collect() }
    }
}
