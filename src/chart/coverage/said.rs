//! The coverage in sentences and in rows, and what a field says when it is pointed at.

use super::Chart;
use crate::{
    assessment::Backing,
    chart::{
        scene::{Cell, Table},
        words,
    },
    wording,
};

/// How many of the heaviest ratings without a source are named.
const NAMED: usize = 3;

impl Chart<'_> {
    /// What one rating rests on.
    pub(super) fn said(&self, series: usize, j: usize) -> String {
        let assessment = self.subject.assessment;
        let (alternative, criterion) = (&assessment.alternatives[series], &assessment.criteria[j]);
        let head = text!("chart-hover-head", alternative = words::name(&alternative.name), axis = self.name(j));
        let origin = words::origin(self.subject, &assessment.ratings[series][j], &alternative.id, &criterion.id);
        let kind = wording::backing_about(self.coverage.cells[series][j]);
        format!("{head}\n{kind}\n{origin}")
    }

    /// The shares, and the heaviest that has no source.
    pub(super) fn summary(&self) -> String {
        let assessment = self.subject.assessment;
        if self.criteria.is_empty() || assessment.alternatives.is_empty() {
            return text!("chart-nothing");
        }
        let share = |kind: Backing| {
            let share = wording::percent(self.coverage.shares[kind as usize]);
            text!("chart-coverage-share", kind = wording::backing(kind), share = share)
        };
        let covered = wording::percent(assessment.evidence_coverage(self.subject.catalogue));
        let shares = wording::list(&self.kinds().map(share).collect::<Vec<_>>());
        let names: Vec<String> = words::series(self.subject).into_iter().map(|series| series.name).collect();
        let mut sentences = vec![text!("chart-said-coverage", names = wording::list(&names), share = covered, shares = shares)];
        let mut bare: Vec<usize> = self.criteria.iter().copied().filter(|&j| assessment.criteria[j].weight > 0.0).collect();
        bare.retain(|&j| self.coverage.cells.iter().any(|row| !row[j].has_source()));
        bare.sort_by(|a, b| assessment.criteria[*b].weight.total_cmp(&assessment.criteria[*a].weight));
        bare.truncate(NAMED);
        let named: Vec<String> = bare.iter().map(|&j| words::weighted(&self.name(j), assessment.criteria[j].weight)).collect();
        if !named.is_empty() {
            sentences.push(text!("chart-said-bare", criteria = wording::list(&named)));
        }
        sentences.join(" ")
    }

    /// One row a criterion, then the share of the weight on each kind of ground: of all, and of each alternative.
    pub(super) fn table(&self) -> Table {
        let assessment = self.subject.assessment;
        let mut columns = vec![text!("chart-column-criterion"), text!("chart-column-weight")];
        columns.extend(words::series(self.subject).into_iter().map(|series| series.name));
        let row = |&j: &usize| {
            let cells = self.coverage.cells.iter().map(|row| Cell::Text(wording::backing(row[j])));
            [Cell::Text(self.name(j)), Cell::Share(assessment.criteria[j].weight)].into_iter().chain(cells).collect()
        };
        let share = |kind: Backing| {
            let shares = self.coverage.by_alternative.iter().map(|shares| Cell::Share(shares[kind as usize]));
            let name = text!("chart-coverage-row", kind = wording::backing(kind));
            [Cell::Text(name), Cell::Share(self.coverage.shares[kind as usize])].into_iter().chain(shares).collect()
        };
        let rows = self.criteria.iter().map(row).chain(self.kinds().map(share)).collect();
        Table { columns, rows }
    }
}
