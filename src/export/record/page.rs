//! What all three formats of a record share: the size and theme of its charts, and which charts it shows.

use super::{Block, Chart};
use crate::chart::{ChartKind, ChartOptions, Subject, draw, style::Theme};

/// Charts are drawn for light ground; on a screen with a dark one the page recolours them.
pub(super) const THEME: Theme = Theme::Light;

/// The size of a chart in points: as wide as an A4 page with its margins, scaled.
const WIDTH: f64 = 720.0;

/// As high as it needs to be with three to five alternatives.
const fn height(kind: ChartKind) -> f64 {
    match kind {
        ChartKind::Contributions => 400.0,
        ChartKind::Acceptability => 340.0,
        _ => 500.0,
    }
}

pub(super) fn chart(kind: ChartKind, subject: Subject<'_>) -> Block {
    let options = ChartOptions { width: WIDTH, height: height(kind), ..ChartOptions::default() };
    Block::Chart(Box::new(Chart { kind, scene: draw(kind, subject, &options) }))
}
