//! The contribution bars in sentences and in rows, and what they say when they are pointed at.

use super::{Bar, Chart};
use crate::{
    chart::{
        scene::{Cell, Table},
        words,
    },
    wording,
};

impl Chart<'_> {
    /// What one group's part says when it is pointed at.
    pub(super) fn part(&self, bar: &Bar, nth: usize) -> String {
        let assessment = self.subject.assessment;
        let (g, name) = &self.groups[nth];
        let alternative = &assessment.alternatives[bar.series];
        let head = text!("chart-hover-head", alternative = words::name(&alternative.name), axis = name.as_str());
        let product = text!(
            "chart-hover-product",
            value = wording::score(bar.parts[nth]),
            weight = wording::percent(assessment.groups[*g].weight),
            rating = wording::score(alternative.group_ratings[*g])
        );
        let counting = assessment.groups[*g].criteria.iter().filter(|&&j| assessment.criteria[j].weight > 0.0);
        let parts: Vec<String> = counting
            .map(|&j| {
                text!(
                    "chart-hover-part",
                    name = words::name(&assessment.criteria[j].name),
                    value = wording::score(alternative.contributions[j])
                )
            })
            .collect();
        format!("{head}\n{product}\n{}", parts.join(", "))
    }

    /// What the end of a bar says when it is pointed at.
    pub(super) fn total(&self, bar: &Bar) -> String {
        let assessment = self.subject.assessment;
        let alternative = &assessment.alternatives[bar.series];
        let score = text!(
            "chart-hover-score",
            alternative = words::name(&alternative.name),
            score = wording::score(alternative.score),
            range = wording::range(alternative.low, alternative.high)
        );
        if bar.failed == 0 {
            return score;
        }
        format!("{score}\n{}", text!("chart-hover-failed", requirements = wording::list(&self.failed_names(bar))))
    }

    fn failed_names(&self, bar: &Bar) -> Vec<String> {
        let assessment = self.subject.assessment;
        let name = |id: &String| {
            let outcome = assessment.requirements.iter().find(|outcome| outcome.id == *id);
            words::name(outcome.map_or(id, |outcome| if outcome.name.is_empty() { id } else { &outcome.name }))
        };
        assessment.alternatives[bar.series].failed.iter().map(name).collect()
    }

    /// The scores in order, what carries the first, and who is out.
    pub(super) fn summary(&self) -> String {
        let assessment = self.subject.assessment;
        let said = |bar: &&Bar| {
            let alternative = &assessment.alternatives[bar.series];
            text!(
                "chart-said-score",
                name = words::name(&alternative.name),
                score = wording::score(alternative.score),
                range = wording::range(alternative.low, alternative.high)
            )
        };
        let (staying, out): (Vec<&Bar>, Vec<&Bar>) = self.bars.iter().partition(|bar| bar.failed == 0);
        let mut sentences = Vec::new();
        if staying.is_empty() && out.is_empty() {
            return text!("chart-nothing");
        }
        if !staying.is_empty() {
            sentences.push(text!("chart-said-scores", scores = wording::list(&staying.iter().map(said).collect::<Vec<_>>())));
        }
        if let Some(first) = staying.first() {
            let mut order: Vec<usize> = (0..self.groups.len()).filter(|&nth| first.parts[nth] > 0.0).collect();
            order.sort_by(|a, b| first.parts[*b].total_cmp(&first.parts[*a]));
            let named: Vec<String> = order
                .iter()
                .take(3)
                .map(|&nth| text!("chart-said-value", name = self.groups[nth].1.as_str(), value = wording::score(first.parts[nth])))
                .collect();
            if !named.is_empty() {
                let name = words::name(&assessment.alternatives[first.series].name);
                sentences.push(text!("chart-said-carried", name = name, groups = wording::list(&named)));
            }
        }
        for bar in out {
            let name = words::name(&assessment.alternatives[bar.series].name);
            sentences.push(text!("chart-said-out", name = name, requirements = wording::list(&self.failed_names(bar))));
        }
        sentences.join(" ")
    }

    /// One row per group, then the scores and their ranges.
    pub(super) fn table(&self) -> Table {
        let assessment = self.subject.assessment;
        let number = |value: f64, decimals: usize| Cell::Number { value, decimals };
        let mut columns = vec![text!("chart-column-group"), text!("chart-column-weight")];
        columns.extend(self.bars.iter().map(|bar| words::name(&assessment.alternatives[bar.series].name)));
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for (nth, (g, name)) in self.groups.iter().enumerate() {
            let head = [Cell::Text(name.clone()), Cell::Share(assessment.groups[*g].weight)];
            rows.push(head.into_iter().chain(self.bars.iter().map(|bar| number(bar.parts[nth], 2))).collect());
        }
        let mut whole = |name: String, weight: Cell, value: &dyn Fn(&Bar) -> Cell| {
            rows.push([Cell::Text(name), weight].into_iter().chain(self.bars.iter().map(value)).collect());
        };
        let of = |bar: &Bar| &assessment.alternatives[bar.series];
        let weight = self.groups.iter().map(|(g, _)| assessment.groups[*g].weight).sum();
        whole(text!("chart-row-score"), Cell::Share(weight), &|bar| number(of(bar).score, 2));
        whole(text!("chart-row-low"), Cell::Empty, &|bar| number(of(bar).low, 2));
        whole(text!("chart-row-high"), Cell::Empty, &|bar| number(of(bar).high, 2));
        if self.bars.iter().any(|bar| bar.failed > 0) {
            whole(text!("chart-row-failed"), Cell::Empty, &|bar| number(bar.failed as f64, 0));
        }
        Table { columns, rows }
    }
}
