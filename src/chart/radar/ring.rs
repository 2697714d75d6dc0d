//! What is drawn of a radar: grid, outlines, markers, and the places that answer to the pointer.
//!
//! Where things lie is `web.rs`; texts are `labels.rs` and `direct.rs`.

use super::{
    super::axes::Axis,
    web::{RINGS, Web},
};
use crate::chart::{
    area::Area,
    scene::{Point, Scene, Shape, Spot, Text},
    sizes::Sizes,
    style::{Dash, Marker, Paint, Role},
};

/// How much of an outline's inside is filled: with more alternatives than this, not at all.
const MOST_FILLED: usize = 3;
const FILL: f64 = 0.035;
const FILL_STRONG: f64 = 0.08;

/// Markers nearer than this share of their size hide each other and are drawn one around the other.
const HIDDEN: f64 = 0.7;
/// How much larger the outermost of several such markers is, and how much each is larger than the next.
const NESTED_MOST: f64 = 1.5;
const NESTED: f64 = 0.8;

/// Rings and spokes.
pub fn grid(scene: &mut Scene, web: &Web, sizes: &Sizes) {
    let line = |points: Vec<Point>, closed: bool, role: Role| Shape::Line {
        points,
        closed,
        width: sizes.hairline,
        paint: Paint::solid(role),
        dash: Dash::SOLID,
    };
    for axis in 0..web.n {
        scene.draw(line(vec![web.centre, web.at(axis, 10.0)], false, Role::Grid));
    }
    for (n, ring) in RINGS.into_iter().enumerate() {
        let role = if n + 1 == RINGS.len() { Role::Frame } else { Role::Grid };
        scene.draw(line(web.ring(ring), true, role));
    }
}

/// The numbers of the rings, each in a gap of its ring.
pub fn numbers(scene: &mut Scene, numbers: Vec<(Area, Text)>) {
    for (area, text) in numbers {
        scene.draw(Shape::Rect { min: area.min, max: area.max, radius: 0.0, paint: Paint::solid(Role::Ground) });
        scene.draw(Shape::Text(text));
    }
}

/// The outlines of all alternatives and their markers, the weak ones first. `strength` is 1 for a strong one, less for a faded one.
pub fn outlines(scene: &mut Scene, web: &Web, outlines: &[Vec<Point>], sizes: &Sizes, strength: impl Fn(usize) -> f64) {
    let any_weak = (0..outlines.len()).any(|series| strength(series) < 1.0);
    let mut order: Vec<usize> = (0..outlines.len()).collect();
    order.sort_by(|a, b| strength(*a).total_cmp(&strength(*b)));
    for &series in &order {
        let is_strong = strength(series) >= 1.0;
        if is_strong && (any_weak || outlines.len() <= MOST_FILLED) {
            let paint = Paint::faint(Role::Slot(scene.series[series].slot), if any_weak { FILL_STRONG } else { FILL });
            scene.draw_for(series, Shape::Star { centre: web.centre, points: outlines[series].clone(), paint });
        }
    }
    for &series in &order {
        line(scene, series, &outlines[series], sizes, strength(series));
    }
    let weak: Vec<usize> = order.iter().copied().filter(|&series| strength(series) < 1.0).collect();
    let strong: Vec<usize> = order.iter().copied().filter(|&series| strength(series) >= 1.0).collect();
    for part in [weak, strong] {
        for axis in 0..web.n {
            markers(scene, &part, axis, outlines, sizes, &strength);
        }
    }
}

fn line(scene: &mut Scene, series: usize, points: &[Point], sizes: &Sizes, alpha: f64) {
    let slot = scene.series[series].slot;
    let shape = Shape::Line {
        points: points.to_vec(),
        closed: true,
        width: sizes.stroke,
        paint: Paint::faint(Role::Slot(slot), alpha),
        dash: Dash::of_slot(slot),
    };
    scene.draw_for(series, shape);
}

/// One outline with its markers, the others as lines behind it. `behind` is how strong these are.
pub fn one_among(scene: &mut Scene, web: &Web, outlines: &[Vec<Point>], series: usize, behind: f64, sizes: &Sizes) {
    for other in (0..outlines.len()).filter(|other| *other != series) {
        line(scene, other, &outlines[other], sizes, behind);
    }
    let slot = scene.series[series].slot;
    let points = outlines[series].clone();
    scene.draw_for(series, Shape::Star { centre: web.centre, points, paint: Paint::faint(Role::Slot(slot), FILL_STRONG) });
    line(scene, series, &outlines[series], sizes, 1.0);
    for axis in 0..web.n {
        markers(scene, &[series], axis, outlines, sizes, &|_| 1.0);
    }
}

/// The markers on one axis. Where several would hide each other, they lie one around the other, the largest at the bottom.
fn markers(scene: &mut Scene, which: &[usize], axis: usize, outlines: &[Vec<Point>], sizes: &Sizes, strength: &impl Fn(usize) -> f64) {
    let distance = |a: usize, b: usize| {
        let (a, b) = (outlines[a][axis], outlines[b][axis]);
        libm::hypot(a.x - b.x, a.y - b.y)
    };
    let sized = which.iter().enumerate().map(|(at, &series)| {
        let is_hidden = |other: &&usize| distance(series, **other) < sizes.marker * HIDDEN;
        let above = which[at + 1..].iter().filter(is_hidden).count() as f64;
        let together = above + which[..at].iter().filter(is_hidden).count() as f64;
        let larger = if together > 0.0 { (NESTED * above).min(NESTED_MOST * above / together) } else { 0.0 };
        (series, together > 0.0, sizes.marker * (1.0 + larger))
    });
    let mut sized: Vec<(usize, bool, f64)> = sized.collect();
    sized.sort_by(|a, b| b.2.total_cmp(&a.2));
    for (series, is_nested, size) in sized {
        let (at, slot) = (outlines[series][axis], scene.series[series].slot);
        let symbol = |size: f64, paint: Paint| Shape::Symbol { at, marker: Marker::of_slot(slot), size, paint };
        if is_nested {
            scene.draw_for(series, symbol(size + sizes.hairline * 2.5, Paint::solid(Role::Ground)));
        }
        scene.draw_for(series, symbol(size, Paint::faint(Role::Slot(slot), strength(series))));
    }
}

/// What the points say when they are pointed at.
pub fn spots(scene: &mut Scene, axes: &[Axis], outlines: &[Vec<Point>], which: impl Fn(usize) -> bool) {
    for (series, outline) in outlines.iter().enumerate().filter(|(series, _)| which(*series)) {
        for (axis, at) in axes.iter().zip(outline) {
            scene.spots.push(Spot { at: *at, series, label: axis.labels[series].clone() });
        }
    }
}
