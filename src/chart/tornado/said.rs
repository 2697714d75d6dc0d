//! The tornado in sentences and in rows, and what its bars say when they are pointed at.

use super::Chart;
use crate::{
    assessment::TornadoBar,
    chart::{
        scene::{Cell, Table},
        words,
    },
    wording,
};

impl Chart<'_> {
    fn alternative(&self, i: Option<usize>) -> String {
        i.map_or_else(String::new, |i| words::name(&self.subject.assessment.alternatives[i].name))
    }

    fn criterion(&self, bar: &TornadoBar) -> String {
        words::name(&self.subject.assessment.criteria[bar.criterion].name)
    }

    /// Why there is nothing to draw.
    pub(super) fn nothing(&self) -> String {
        let assessment = self.subject.assessment;
        match assessment.verdict.runner_up {
            _ if assessment.criteria.is_empty() => text!("chart-nothing"),
            // The verdict's sentence says that nobody is left to lead over.
            None => words::plain(&wording::verdict(assessment)),
            Some(_) => text!("chart-tornado-exact"),
        }
    }

    pub(super) fn axis_name(&self) -> String {
        text!("chart-tornado-axis", leader = self.alternative(self.subject.assessment.verdict.leader))
    }

    /// What one end of a bar says when it is pointed at.
    pub(super) fn end(&self, bar: &TornadoBar, rating: f64, margin: f64) -> String {
        let verdict = &self.subject.assessment.verdict;
        let alternative = self.alternative(Some(bar.alternative));
        let head = text!("chart-hover-head", alternative = alternative, axis = self.criterion(bar));
        let rating = wording::score(rating);
        // Only the rating's own alternative can pass the leader; where the leader falls, the runner-up is next.
        let then = if Some(bar.alternative) == verdict.leader { verdict.runner_up } else { Some(bar.alternative) };
        let said = if margin < 0.0 {
            text!("chart-tornado-end-lost", rating = rating, leader = self.alternative(then), margin = wording::score(-margin))
        } else {
            text!("chart-tornado-end", rating = rating, leader = self.alternative(verdict.leader), margin = wording::score(margin))
        };
        format!("{head}\n{said}")
    }

    pub(super) fn summary(&self) -> String {
        let verdict = &self.subject.assessment.verdict;
        let (Some(margin), Some(first)) = (verdict.margin, self.bars.first()) else { return self.nothing() };
        let (leader, runner_up) = (self.alternative(verdict.leader), self.alternative(verdict.runner_up));
        let now = text!("chart-said-lead", leader = leader, runner_up = runner_up, margin = wording::score(margin));
        let widest = text!(
            "chart-said-widest",
            alternative = self.alternative(Some(first.alternative)),
            criterion = self.criterion(first),
            low = wording::score(first.low),
            high = wording::score(first.high),
            at_low = wording::signed_score(first.margin_at_low),
            at_high = wording::signed_score(first.margin_at_high)
        );
        let flipping = self.bars.iter().filter(|bar| bar.changes_leader()).count();
        let flips = text!("chart-said-flipping", count = flipping, all = self.bars.len());
        [now, widest, flips].join(" ")
    }

    /// One row per uncertain rating that moves the lead.
    pub(super) fn table(&self) -> Table {
        let number = |value: f64, decimals: usize| Cell::Number { value, decimals };
        let columns = vec![
            text!("chart-column-alternative"),
            text!("chart-column-criterion"),
            text!("chart-column-low"),
            text!("chart-column-high"),
            text!("chart-column-lead-at-low"),
            text!("chart-column-lead-at-high"),
            text!("chart-column-changes-leader"),
        ];
        let row = |bar: &TornadoBar| {
            vec![
                Cell::Text(self.alternative(Some(bar.alternative))),
                Cell::Text(self.criterion(bar)),
                number(bar.low, 1),
                number(bar.high, 1),
                number(bar.margin_at_low, 2),
                number(bar.margin_at_high, 2),
                Cell::Text(wording::yes_no(bar.changes_leader())),
            ]
        };
        Table { columns, rows: self.bars.iter().map(row).collect() }
    }
}
