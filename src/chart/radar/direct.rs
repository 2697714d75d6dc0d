//! Free places inside a radar: the name beside each alternative's outline, and the numbers on the rings.
//!
//! A place is judged by what it would cover; nothing is drawn here but what was placed.

use super::web::{MOST, NUMBERED, RINGS, Web};
use crate::chart::{
    area::Area,
    font,
    scene::{Align, Baseline, Point, Scene, Series, Shape, Text, Weight},
    sizes::Sizes,
    style::{Paint, Role},
};

/// What a place costs for everything it would cover or come near to. Only the order of sizes matters.
const FORBIDDEN: f64 = 1000.0;
const ON_MARKER: f64 = 60.0;
const ON_OTHER_OUTLINE: f64 = 40.0;
const ON_OWN_OUTLINE: f64 = 14.0;
const ON_FRAME: f64 = 7.0;
/// Names read best just outside their outline, but inside the frame.
const INSIDE: f64 = 5.0;
const BEYOND_FRAME: f64 = 8.0;
/// Beside the line between two points rather than beside a point.
const BESIDE_LINE: f64 = 2.0;
const ON_GRID: f64 = 0.6;
/// For a full radius of distance from the outline that the name is for, beyond the nearest possible.
const AWAY: f64 = 12.0;
/// For having another outline as near as the own one.
const AMBIGUOUS: f64 = 12.0;

/// A place that costs as much as this is worse than none.
const UNREADABLE: f64 = 55.0;

/// Directions that are tried around every point.
const DIRECTIONS: usize = 16;

/// What is already in the picture.
pub struct Surroundings<'a> {
    web: Web,
    area: Area,
    /// The outline of every alternative.
    outlines: &'a [Vec<Point>],
    /// Texts that must not be covered.
    texts: Vec<Area>,
    /// The outermost ring, and all other lines of the grid.
    frame: Vec<[Point; 2]>,
    corners: Vec<Point>,
    grid: Vec<[Point; 2]>,
}

impl<'a> Surroundings<'a> {
    /// What lies in `area`: a web with outlines and the texts around it.
    pub fn new(web: Web, area: Area, outlines: &'a [Vec<Point>], texts: Vec<Area>) -> Self {
        let mut rings: Vec<Vec<[Point; 2]>> = RINGS.into_iter().map(|ring| sides(&web.ring(ring)).collect()).collect();
        let frame = rings.pop().unwrap_or_default();
        let spokes = frame.iter().map(|[corner, _]| [web.centre, *corner]);
        let grid = rings.into_iter().flatten().chain(spokes).collect();
        Self { web, area, outlines, texts, frame, corners: web.ring(MOST), grid }
    }

    /// From now on this must not be covered either.
    pub fn add_text(&mut self, area: Area) {
        self.texts.push(area);
    }
}

/// The sides of a closed outline.
fn sides(corners: &[Point]) -> impl Iterator<Item = [Point; 2]> {
    corners.iter().enumerate().map(|(n, corner)| [*corner, corners[(n + 1) % corners.len()]])
}

/// The name of an alternative beside its outline.
#[derive(Debug, Clone, PartialEq)]
pub struct DirectLabel {
    pub series: usize,
    pub text: Text,
}

/// Places one name after the other, the hardest first; none at all if one of them cannot be read.
pub fn names(scene: &Scene, surroundings: &mut Surroundings<'_>, sizes: &Sizes, which: &[usize]) -> Vec<DirectLabel> {
    let place = |series: usize, surroundings: &Surroundings<'_>| best(&scene.series[series].name, series, surroundings, sizes);
    let mut order: Vec<(f64, usize)> = which.iter().map(|&series| (place(series, surroundings).0, series)).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut placed = Vec::new();
    for (_, series) in order {
        let (cost, area) = place(series, surroundings);
        if cost >= UNREADABLE {
            return Vec::new();
        }
        surroundings.add_text(area);
        let Series { name, slot } = &scene.series[series];
        placed.push(DirectLabel { series, text: text(name, area, *slot, sizes) });
    }
    placed
}

fn text(name: &str, area: Area, slot: usize, sizes: &Sizes) -> Text {
    let name = font::fit(name, sizes.label, Weight::SemiBold, longest(sizes));
    Text {
        at: area.centre(),
        text: name,
        size: sizes.label,
        weight: Weight::SemiBold,
        paint: Paint::solid(Role::SlotText(slot)),
        align: Align::Middle,
        baseline: Baseline::Middle,
    }
}

/// The room for a name beside an outline, in points.
fn longest(sizes: &Sizes) -> f64 {
    sizes.label * 9.0
}

/// The best place for a name, with its cost.
fn best(name: &str, series: usize, surroundings: &Surroundings<'_>, sizes: &Sizes) -> (f64, Area) {
    let shown = font::fit(name, sizes.label, Weight::SemiBold, longest(sizes));
    let (width, height) = (font::width(&shown, sizes.label, Weight::SemiBold), sizes.label * 0.98);
    let mut best = (f64::INFINITY, Area::around(surroundings.web.centre, width, height));
    for [corner, next] in sides(&surroundings.outlines[series]) {
        let middle = Point::new(f64::midpoint(corner.x, next.x), f64::midpoint(corner.y, next.y));
        for (point, penalty) in [(corner, 0.0), (middle, BESIDE_LINE)] {
            for direction in 0..DIRECTIONS {
                let turn = std::f64::consts::TAU * direction as f64 / DIRECTIONS as f64;
                let (x, y) = (libm::sin(turn), -libm::cos(turn));
                for distance in [sizes.marker * 0.9, sizes.marker * 1.8] {
                    let at = Point::new(point.x + x * (width / 2.0 + distance), point.y + y * (height / 2.0 + distance));
                    let area = Area::around(at, width, height);
                    let cost = penalty + cost(area, series, surroundings, sizes, best.0);
                    if cost < best.0 - 1e-9 {
                        best = (cost, area);
                    }
                }
            }
        }
    }
    best
}

/// What a place costs. Stops counting where the cost passes `limit`.
fn cost(area: Area, series: usize, surroundings: &Surroundings<'_>, sizes: &Sizes, limit: f64) -> f64 {
    let near = area.grown(sizes.hairline * 2.0);
    let is_outside = !surroundings.area.holds(&area);
    if is_outside || surroundings.texts.iter().any(|text| text.grown(sizes.gap * 0.8).overlaps(&near)) {
        return FORBIDDEN;
    }
    let mut cost = 0.0;
    let reach = near.grown(sizes.marker / 2.0);
    for (owner, outline) in surroundings.outlines.iter().enumerate() {
        let each = if owner == series { ON_OWN_OUTLINE } else { ON_OTHER_OUTLINE };
        for [corner, next] in sides(outline) {
            if near.is_crossed(corner, next) {
                cost += each;
            }
            if reach.overlaps(&Area::around(corner, 0.0, 0.0)) {
                cost += ON_MARKER;
            }
        }
        if cost > limit {
            return cost;
        }
    }
    let crossed = |lines: &[[Point; 2]]| lines.iter().filter(|[from, to]| near.is_crossed(*from, *to)).count() as f64;
    cost += ON_FRAME * crossed(&surroundings.frame) + ON_GRID * crossed(&surroundings.grid);
    let centre = area.centre();
    if is_inside(centre, &surroundings.outlines[series]) {
        cost += INSIDE;
    }
    if !is_inside(centre, &surroundings.corners) {
        cost += BEYOND_FRAME;
    }
    if cost > limit {
        return cost;
    }
    let nearest = |outline: &Vec<Point>| sides(outline).map(|[from, to]| distance(area, from, to)).fold(f64::INFINITY, f64::min);
    let own = nearest(&surroundings.outlines[series]);
    let others = surroundings.outlines.iter().enumerate().filter(|(owner, _)| *owner != series);
    let other = others.map(|(_, outline)| nearest(outline)).fold(f64::INFINITY, f64::min);
    let radius = surroundings.web.radius.max(1.0);
    cost += AWAY * own / radius;
    // The nearest outline should be the one that is named, by far.
    cost += AMBIGUOUS * (own + sizes.marker) / (own + other + sizes.marker).max(1e-9);
    cost
}

/// Whether a point lies inside an outline: a ray to the right crosses it an odd number of times.
fn is_inside(point: Point, outline: &[Point]) -> bool {
    let crossed =
        sides(outline).filter(|[a, b]| (a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x);
    crossed.count() % 2 == 1
}

/// How far a line is from a box, measured at a few points of the line: enough to compare places.
fn distance(area: Area, from: Point, to: Point) -> f64 {
    const STEPS: usize = 8;
    let at = |step: usize| {
        let share = step as f64 / STEPS as f64;
        let (x, y) = (from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
        let dx = (area.min.x - x).max(x - area.max.x).max(0.0);
        let dy = (area.min.y - y).max(y - area.max.y).max(0.0);
        (dx * dx + dy * dy).sqrt()
    };
    (0..=STEPS).map(at).fold(f64::INFINITY, f64::min)
}

/// The numbers on the rings, between the two axes where they cover least; each breaks its ring as a contour's height does.
pub fn ring_numbers(surroundings: &Surroundings<'_>, sizes: &Sizes) -> Vec<(Area, Text)> {
    let n = surroundings.web.n;
    let numbers = |gap: usize| -> Vec<(Area, Text)> {
        NUMBERED
            .iter()
            .map(|&value| {
                let text = Text {
                    at: surroundings.web.between(gap, value),
                    text: format!("{value:.0}"),
                    size: sizes.caption,
                    weight: Weight::Regular,
                    paint: Paint::solid(Role::Caption),
                    align: Align::Middle,
                    baseline: Baseline::Middle,
                };
                let width = font::width(&text.text, text.size, text.weight);
                (Area::around(text.at, width + sizes.caption * 0.5, sizes.caption * 1.05), text)
            })
            .collect()
    };
    let cost = |gap: usize| -> f64 {
        // Beside twelve o'clock is where a reader looks first, left before right.
        let from_top = (n - 1 - gap).min(gap + 1);
        let place = if gap == n - 1 { 0.0 } else { 1.0 + from_top as f64 };
        numbers(gap).iter().map(|(area, _)| covered(*area, surroundings, sizes)).sum::<f64>() + place
    };
    let mut best = (f64::INFINITY, n - 1);
    for gap in 0..n {
        let cost = cost(gap);
        if cost < best.0 {
            best = (cost, gap);
        }
    }
    numbers(best.1)
}

fn covered(area: Area, surroundings: &Surroundings<'_>, sizes: &Sizes) -> f64 {
    let near = area.grown(sizes.hairline);
    let crossed = surroundings.outlines.iter().flat_map(|outline| sides(outline)).filter(|[from, to]| near.is_crossed(*from, *to)).count();
    let markers =
        surroundings.outlines.iter().flatten().filter(|corner| near.overlaps(&Area::around(**corner, sizes.marker, sizes.marker))).count();
    let texts = surroundings.texts.iter().filter(|text| text.overlaps(&near)).count();
    ON_OTHER_OUTLINE * crossed as f64 + ON_MARKER * markers as f64 + FORBIDDEN * texts as f64
}

/// Draws placed names, those that are not highlighted fainter.
pub fn draw(scene: &mut Scene, labels: Vec<DirectLabel>, strength: impl Fn(usize) -> f64) {
    for DirectLabel { series, mut text } in labels {
        text.paint.alpha = strength(series);
        scene.draw_for(series, Shape::Text(text));
    }
}
