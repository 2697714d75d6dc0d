//! One or two axes: too few to span a shape, so every alternative gets a rail from 0 to 10 with its marker on it.

use super::super::axes::Axis;
use crate::{
    chart::{
        area::Area,
        font,
        heading::FADED,
        scene::{Align, Baseline, Point, Scene, Shape, Spot, Text, Weight},
        sizes::Sizes,
        style::{Dash, Marker, Paint, Role},
        words,
    },
    wording,
};

/// The numbers below the rails.
const TICKS: [f64; 3] = [0.0, 5.0, 10.0];

pub fn draw(scene: &mut Scene, axes: &[Axis], area: Area, sizes: &Sizes, highlight: Option<usize>) {
    let n = scene.series.len();
    let most = Sizes::leading(sizes.label) * 1.5;
    // A block is its name, a rail for each alternative, the numbers, and a gap.
    let row = (area.height() / (axes.len() as f64 * (n as f64 + 3.0))).min(most);
    let size = sizes.label.min(row * 0.8);
    let names: Vec<String> = scene.series.iter().map(|s| font::fit(&s.name, size, Weight::SemiBold, area.width() * 0.3)).collect();
    let value_wide = font::width("10.0", size, Weight::SemiBold) + sizes.gap * 2.0;
    let left = area.min.x + font::widest(&names, size, Weight::SemiBold) + sizes.gap * 2.0;
    let right = (area.max.x - value_wide).max(left + 1.0);
    let x = |value: f64| left + (right - left) * value / 10.0;
    let used = row * axes.len() as f64 * (n as f64 + 3.0);
    let mut y = area.min.y + ((area.height() - used) / 2.0).min(row);
    for axis in axes {
        write(
            scene,
            None,
            Point::new(area.min.x, y + row / 2.0),
            &words::weighted(&axis.name, axis.weight),
            size,
            Weight::SemiBold,
            Role::Ink,
            Align::Start,
        );
        y += row;
        for (series, name) in names.iter().enumerate() {
            let middle = y + row / 2.0;
            let slot = scene.series[series].slot;
            let alpha = if highlight.is_none_or(|strong| strong == series) { 1.0 } else { FADED };
            write(scene, Some(series), Point::new(area.min.x, middle), name, size, Weight::Regular, Role::Ink, Align::Start);
            let rail = |from: f64, to: f64, role: Role, alpha: f64, dash: Dash| Shape::Line {
                points: vec![Point::new(from, middle), Point::new(to, middle)],
                closed: false,
                width: sizes.stroke,
                paint: Paint::faint(role, alpha),
                dash,
            };
            let value = axis.values[series];
            scene.draw(rail(left, right, Role::Grid, 1.0, Dash::SOLID));
            scene.draw_for(series, rail(left, x(value), Role::Slot(slot), alpha, Dash::of_slot(slot)));
            let at = Point::new(x(value), middle);
            scene.draw_for(
                series,
                Shape::Symbol {
                    at,
                    marker: Marker::of_slot(slot),
                    size: sizes.marker.min(row * 0.7),
                    paint: Paint::faint(Role::Slot(slot), alpha),
                },
            );
            write(
                scene,
                Some(series),
                Point::new(area.max.x, middle),
                &wording::score(value),
                size,
                Weight::SemiBold,
                Role::Ink,
                Align::End,
            );
            scene.spots.push(Spot { at, series, label: axis.labels[series].clone() });
            y += row;
        }
        for tick in TICKS {
            write(
                scene,
                None,
                Point::new(x(tick), y + row / 2.0),
                &format!("{tick:.0}"),
                size * 0.88,
                Weight::Regular,
                Role::Caption,
                Align::Middle,
            );
        }
        y += row * 2.0;
    }
}

#[expect(clippy::too_many_arguments, reason = "a line of text has that many properties")]
fn write(scene: &mut Scene, series: Option<usize>, at: Point, text: &str, size: f64, weight: Weight, role: Role, align: Align) {
    let text = Text { at, text: text.to_owned(), size, weight, paint: Paint::solid(role), align, baseline: Baseline::Middle };
    match series {
        Some(series) => scene.draw_for(series, Shape::Text(text)),
        None => scene.draw(Shape::Text(text)),
    }
}
