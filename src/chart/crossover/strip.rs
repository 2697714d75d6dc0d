//! The strip below the lines: who leads from which weight to which.
//!
//! The lines themselves are drawn one room up.

use super::{Chart, Grid};
use crate::{
    assessment::WeightLines,
    chart::{
        Scene, font,
        rows::{rule, strong, write},
        scene::{Align, Point, Shape, Spot, Weight},
        style::{Marker, Paint, Role},
    },
    wording,
};

/// The weights that have a number, where there is room between those at which the leader changes.
const TICKS: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];

impl Chart<'_> {
    pub(super) fn strip(&self, scene: &mut Scene, grid: &Grid, lines: &WeightLines, height: f64) {
        let sizes = &self.sizes;
        let caption = sizes.caption;
        let top = grid.plot.max.y + caption * 0.35;
        let middle = top + height / 2.0;
        let stretches = lines.leaders();
        for &(from, to, series) in &stretches {
            let (left, right) = (grid.x(from), grid.x(to));
            let slot = scene.series[series].slot;
            let gap = sizes.hairline.min((right - left) * 0.3);
            let (min, max) = (Point::new(left, top), Point::new(right - gap, top + height));
            scene.draw_for(series, Shape::Rect { min, max, radius: 0.0, paint: Paint::faint(Role::Slot(slot), 0.4) });
            let room = right - left - sizes.gap * 2.0;
            let said = text!("chart-crossover-leads", name = scene.series[series].name.clone());
            let name = scene.series[series].name.clone();
            let centre = Point::new(f64::midpoint(left, right), middle);
            let size = caption.min(height * 0.7);
            let fits = |text: &String| font::width(text, size, Weight::Regular) <= room;
            if let Some(words) = [said, name].into_iter().find(fits) {
                write(scene, Some(series), centre, &words, size, Role::Ink, Align::Middle);
            } else if right - left > sizes.marker * 1.4 {
                let paint = Paint::solid(Role::Slot(slot));
                scene.draw_for(series, Shape::Symbol { at: centre, marker: Marker::of_slot(slot), size: sizes.marker, paint });
            }
            scene.spots.push(Spot { at: centre, series, label: self.stretch(from, to, series) });
        }
        let y = top + height + caption * 0.9;
        // Where the leader changes is named first; numbers of the axis take what room is left.
        let mut taken: Vec<(f64, f64)> = Vec::new();
        let mut is_free = |centre: f64, width: f64| {
            let span = (centre - width / 2.0 - sizes.gap, centre + width / 2.0 + sizes.gap);
            let free = taken.iter().all(|(from, to)| span.1 <= *from || span.0 >= *to);
            if free {
                taken.push(span);
            }
            free
        };
        for &(from, ..) in stretches.iter().skip(1) {
            let x = grid.x(from);
            rule(scene, Point::new(x, grid.plot.max.y), Point::new(x, top + height + caption * 0.3), sizes.hairline, Role::Ink);
            let words = wording::percent(from);
            if is_free(x, font::width(&words, caption, Weight::SemiBold)) {
                strong(scene, None, Point::new(x, y), &words, caption, Role::Ink, Align::Middle);
            }
        }
        for tick in TICKS {
            let words = wording::percent(tick);
            if is_free(grid.x(tick), font::width(&words, caption, Weight::Regular)) {
                write(scene, None, Point::new(grid.x(tick), y), &words, caption, Role::Caption, Align::Middle);
            }
        }
    }
}
