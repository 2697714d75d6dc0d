//! The waterfall in sentences and in rows.

use super::{Chart, Walk, WalkStep};
use crate::{
    chart::{
        scene::{Cell, Table},
        words,
    },
    wording,
};

/// So many steps are said; the table has all.
const MOST_SAID: usize = 3;

impl Chart<'_> {
    pub(super) fn subtitle(&self) -> String {
        match &self.walk {
            Some((_, _, walk)) => text!("chart-waterfall-subtitle", from = walk.from.label.clone(), to = walk.to.label.clone()),
            None => self.nothing(),
        }
    }

    /// Why there is nothing to draw.
    pub(super) fn nothing(&self) -> String {
        let assessment = self.subject.assessment;
        if assessment.criteria.is_empty() { text!("chart-nothing") } else { words::plain(&wording::verdict(assessment)) }
    }

    pub(super) fn summary(&self) -> String {
        self.walk.as_ref().map_or_else(|| self.nothing(), |(_, _, walk)| summary(walk))
    }

    /// One row a criterion, between the two scores; the last column runs from one to the other.
    pub(super) fn table(&self) -> Table {
        let Some((from, to, walk)) = &self.walk else { return Table::default() };
        let assessment = self.subject.assessment;
        let number = |value: f64, decimals: usize| Cell::Number { value, decimals };
        let columns = vec![
            text!("chart-column-criterion"),
            text!("chart-column-weight"),
            text!("chart-column-rating-of", name = walk.from.label.clone()),
            text!("chart-column-rating-of", name = walk.to.label.clone()),
            text!("chart-column-step"),
            text!("chart-column-score-then"),
        ];
        let end = |total: &super::Total| {
            vec![Cell::Text(total.label.clone()), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty, number(total.value, 2)]
        };
        let mut rows = vec![end(&walk.from)];
        let mut at = walk.from.value;
        for step in crate::assessment::steps(assessment, *from, *to) {
            let j = step.criterion;
            at += step.by;
            rows.push(vec![
                Cell::Text(words::name(&assessment.criteria[j].name)),
                Cell::Share(assessment.criteria[j].weight),
                number(assessment.ratings[*from][j].rating.mode, 1),
                number(assessment.ratings[*to][j].rating.mode, 1),
                number(step.by, 2),
                number(at, 2),
            ]);
        }
        rows.push(end(&walk.to));
        Table { columns, rows }
    }
}

/// Both ends and the largest steps.
pub(super) fn summary(walk: &Walk) -> String {
    let (from, to) = (wording::score(walk.from.value), wording::score(walk.to.value));
    let ends = text!("chart-waterfall-ends", from = walk.from.label.clone(), at = from, to = walk.to.label.clone(), end = to);
    let said = |step: &WalkStep| text!("chart-said-value", name = step.label.clone(), value = wording::signed_score(step.by));
    let largest: Vec<String> = walk.steps.iter().take(MOST_SAID).map(said).collect();
    if largest.is_empty() {
        return ends;
    }
    format!("{ends} {}", text!("chart-waterfall-largest", steps = wording::list(&largest)))
}
