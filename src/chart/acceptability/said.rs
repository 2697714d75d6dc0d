//! Rank acceptability in sentences and in rows, and what its bars say when they are pointed at.

use super::{Bar, Chart};
use crate::{
    chart::{
        scene::{Cell, Table},
        words,
    },
    wording,
};

/// "1st".
pub fn place(place: usize) -> String {
    text!("chart-place", place = place)
}

impl Chart<'_> {
    /// Why there is nothing to draw.
    pub(super) fn nothing(&self) -> String {
        match self.subject.assessment.verdict.leader {
            None => text!("chart-acceptability-nobody"),
            Some(_) => text!("chart-acceptability-pending"),
        }
    }

    /// What one place's part says when it is pointed at.
    pub(super) fn part(&self, bar: &Bar, nth: usize) -> String {
        let name = words::name(&self.subject.assessment.alternatives[bar.series].name);
        let (place, share) = (place(nth + 1), wording::percent(bar.shares[nth]));
        text!("chart-acceptability-part", name = name, place = place, share = share)
    }

    pub(super) fn summary(&self) -> String {
        let assessment = self.subject.assessment;
        let mut sentences = Vec::new();
        let name = |i: usize| words::name(&assessment.alternatives[i].name);
        let sampled = self.bars.iter().filter_map(|bar| Some((bar.series, *bar.shares.first()?)));
        let firsts: Vec<String> =
            sampled.map(|(series, first)| text!("chart-said-value", name = name(series), value = wording::percent(first))).collect();
        if firsts.is_empty() {
            sentences.push(self.nothing());
        } else {
            sentences.push(text!("chart-said-first-places", shares = wording::list(&firsts)));
        }
        sentences.extend(self.robustness.map(wording::precision));
        let out: Vec<String> =
            self.bars.iter().map(|bar| bar.series).filter(|&i| !assessment.alternatives[i].is_eligible()).map(name).collect();
        if !out.is_empty() {
            sentences.push(text!("chart-said-not-counted", names = wording::list(&out), count = out.len()));
        }
        sentences.join(" ")
    }

    /// One row per alternative: the share of every place, then the standard error of the first.
    pub(super) fn table(&self) -> Table {
        let assessment = self.subject.assessment;
        let mut columns = vec![text!("chart-column-alternative")];
        columns.extend((1..=self.n_places).map(place));
        columns.push(text!("chart-column-error"));
        let error = |i: usize| {
            let robustness = self.robustness?;
            let row = robustness.alternatives.iter().position(|a| *a == i)?;
            robustness.smaa.rank_acceptability_se.get(row)?.first().copied()
        };
        let row = |bar: &Bar| {
            let mut cells = vec![Cell::Text(words::name(&assessment.alternatives[bar.series].name))];
            cells.extend((0..self.n_places).map(|nth| bar.shares.get(nth).map_or(Cell::Empty, |share| Cell::Share(*share))));
            cells.push(error(bar.series).map_or(Cell::Empty, |value| Cell::Number { value, decimals: 4 }));
            cells
        };
        Table { columns, rows: self.bars.iter().map(row).collect() }
    }
}
