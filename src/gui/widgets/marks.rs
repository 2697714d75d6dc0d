//! Marks that show a number: an alternative's marker, a rating with its range, a share of the whole.
//!
//! They only paint; the words beside them carry the numbers for those who do not see them.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use crate::{
    chart::{
        marker::{Outline, outline},
        scene::Point,
        style::Marker,
    },
    gui::theme::Tokens,
};

/// Paints the marker of an alternative's slot; `size` is the diameter of a circle of the same weight.
pub fn marker(painter: &Painter, at: Pos2, slot: usize, size: f32, color: Color32) {
    painter.extend(marker_shapes(Marker::of_slot(slot), at, size, color));
}

/// The shapes of a marker around `at`.
pub fn marker_shapes(marker: Marker, at: Pos2, size: f32, color: Color32) -> Vec<Shape> {
    let place = |point: Point| pos2(point.x as f32, point.y as f32);
    let center = Point::new(f64::from(at.x), f64::from(at.y));
    match outline(marker, center, f64::from(size)) {
        Outline::Disc { radius } => vec![Shape::circle_filled(at, radius as f32, color)],
        Outline::Ring { radius, width } => vec![Shape::circle_stroke(at, radius as f32, Stroke::new(width as f32, color))],
        Outline::Polygon(points) => vec![Shape::convex_polygon(points.into_iter().map(place).collect(), color, Stroke::NONE)],
        Outline::Strokes { lines, width } => {
            let stroke = Stroke::new(width as f32, color);
            lines.into_iter().map(|[from, to]| Shape::line_segment([place(from), place(to)], stroke)).collect()
        }
    }
}

/// A value with its range on a rail from 0 to 10.
#[derive(Debug, Clone, Copy)]
pub struct RangeMark {
    pub low: f64,
    pub value: f64,
    pub high: f64,
    pub slot: usize,
    pub is_faded: bool,
}

/// Paints a [`RangeMark`] across `rect`.
pub fn range_mark(ui: &Ui, rect: Rect, mark: RangeMark) {
    let tokens = Tokens::of(ui.ctx());
    let color = if mark.is_faded { tokens.slot(mark.slot).gamma_multiply(0.5) } else { tokens.slot(mark.slot) };
    let y = rect.center().y;
    let x = |value: f64| rect.min.x + rect.width() * (value / 10.0).clamp(0.0, 1.0) as f32;
    let painter = ui.painter();
    painter.rect_filled(Rect::from_min_max(pos2(rect.min.x, y - 1.5), pos2(rect.max.x, y + 1.5)), 2, tokens.line);
    painter.rect_filled(Rect::from_min_max(pos2(x(mark.low), y - 1.5), pos2(x(mark.high).max(x(mark.low) + 1.0), y + 1.5)), 2, color);
    marker(painter, pos2(x(mark.value), y), mark.slot, 9.0, color);
}

/// Paints how much of something there is, 0–1, as a rail that is filled so far.
pub fn meter(ui: &Ui, rect: Rect, share: f64) {
    let tokens = Tokens::of(ui.ctx());
    let rail = Rect::from_center_size(rect.center(), vec2(rect.width(), 6.0));
    let filled = Rect::from_min_size(rail.min, vec2(rail.width() * share.clamp(0.0, 1.0) as f32, rail.height()));
    ui.painter().rect_filled(rail, 3, tokens.line);
    ui.painter().rect_filled(filled, 3, tokens.neutral);
}

/// Paints a share of the whole as a bar from the left; the full width of `rect` is the share `full`, above 0. Returns how wide it is.
pub fn share_bar(ui: &Ui, rect: Rect, share: f64, full: f64) -> f32 {
    let tokens = Tokens::of(ui.ctx());
    let width = rect.width() * (share / full).clamp(0.0, 1.0) as f32;
    let bar = Rect::from_min_size(pos2(rect.min.x, rect.center().y - 4.0), vec2(width.max(if share > 0.0 { 1.5 } else { 0.0 }), 8.0));
    ui.painter().rect_filled(bar, 2, tokens.neutral);
    width
}
