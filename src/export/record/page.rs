//! What the formats of a record share: the size and theme of its charts, and how wide the columns of its tables
//! are.

use super::{Block, Chart, Line, Span, Table};
use crate::chart::{ChartKind, ChartOptions, Subject, draw, font, scene::Weight, style::Theme};

/// Charts are drawn for light ground; on a screen with a dark one the page recolours them.
pub(super) const THEME: Theme = Theme::Light;

/// The width of a chart in points, scaled to the page.
pub(super) const WIDTH: f64 = 720.0;

/// As high as it needs to be with three to five alternatives, as a share of the width.
const fn height(kind: ChartKind) -> f64 {
    match kind {
        ChartKind::Contributions => 0.56,
        ChartKind::Acceptability => 0.48,
        _ => 0.7,
    }
}

pub(super) fn chart(kind: ChartKind, subject: Subject<'_>, width: f64) -> Block {
    let options = ChartOptions { width, height: width * height(kind), ..ChartOptions::default() };
    Block::Chart(Box::new(Chart { kind, scene: draw(kind, subject, &options) }))
}

/// No column of words is narrower, as a multiple of the size of its letters.
const NARROWEST: f64 = 5.5;

/// How wide every column is: numbers as wide as they are, the rest shared by words in proportion to what they would take on one line.
///
/// `room` is the width of the whole, `size` that of the letters, `gutter` the space between two columns, all in points.
pub fn column_widths(table: &Table, room: f64, size: f64, gutter: f64) -> Vec<f64> {
    let cell = |line: &Line| -> f64 {
        line.iter()
            .map(|span| font::width(span.text(), size, if matches!(span, Span::Strong(_)) { Weight::SemiBold } else { Weight::Regular }))
            .sum()
    };
    let wish = |at: usize| {
        let head = font::width(&table.columns[at].name, size, Weight::Regular);
        // A rounding of the sum must not break a line that fits.
        table.rows.iter().filter_map(|row| row.get(at)).map(cell).fold(head, f64::max) + 0.5
    };
    let wishes: Vec<f64> = (0..table.columns.len()).map(wish).collect();
    let room = room - gutter * table.columns.len().saturating_sub(1) as f64;
    let total: f64 = wishes.iter().sum();
    if total <= room {
        // Numbers stay together at the right, words at the left.
        let mut widths = wishes;
        let grows = if table.columns.last().is_some_and(|column| column.is_number) { widths.first_mut() } else { widths.last_mut() };
        if let Some(grows) = grows {
            *grows += room - total;
        }
        return widths;
    }
    // Narrow columns get what they wish; what is left is shared by the wide ones, again and again until nobody wishes for less.
    let mut widths = vec![0.0; wishes.len()];
    let mut open: Vec<usize> = (0..wishes.len()).collect();
    let mut left = room;
    loop {
        let share = left / open.len().max(1) as f64;
        let (content, wide): (Vec<usize>, Vec<usize>) = open.iter().partition(|at| wishes[**at] <= share);
        if content.is_empty() {
            let wished: f64 = wide.iter().map(|at| wishes[*at].sqrt()).sum();
            let floor = (NARROWEST * size).min(share);
            let spare = left - floor * wide.len() as f64;
            wide.iter().for_each(|at| widths[*at] = floor + spare * wishes[*at].sqrt() / wished);
            return widths;
        }
        for at in content {
            widths[at] = wishes[at];
            left -= wishes[at];
        }
        if wide.is_empty() {
            return widths;
        }
        open = wide;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::record::{Column, text};

    #[test]
    fn columns_fill_the_page_and_no_more() {
        let column = |is_number| Column { name: "Head".into(), is_number };
        let long = "word ".repeat(60);
        let table = Table {
            caption: String::new(),
            columns: vec![column(false), column(true), column(false)],
            rows: vec![vec![text(&long), text("12.5"), text(&long)]],
        };
        let widths = column_widths(&table, 480.0, 8.0, 10.0);
        assert!((widths.iter().sum::<f64>() + 2.0 * 10.0 - 480.0).abs() < 1e-6, "{widths:?}");
        assert!(widths[1] < 40.0 && widths[0] > 150.0, "{widths:?}");
    }
}
