//! Small multiples: one small radar for each alternative, the others faint behind it.
//!
//! The radar that all share is drawn one room up.

use super::{
    super::{axes::Axis, font, heading, words},
    direct::{self, Surroundings},
    labels, outlines, ring,
    web::Web,
    with_key,
};
use crate::chart::{
    Subject,
    area::Area,
    scene::{Align, Baseline, Point, Scene, Shape, Text, Weight},
    sizes::Sizes,
    style::{Marker, Paint, Role},
};

/// How strong the others are behind the one that a tile is about.
const BEHIND: f64 = 0.22;

/// Small radars stand beside the large one for so many alternatives, each at least this high in lines of text.
const MOST_BESIDE: usize = 6;
const LEAST_ROWS: f64 = 6.0;

/// The large radar may become this much smaller to make room for the small ones.
const SHRUNK: f64 = 0.94;

/// A radar below this radius, in font sizes, has no numbers on its rings.
const LEAST_NUMBERED: f64 = 5.0;

/// The column for small radars beside the large one, where there is room.
pub fn column(scene: &Scene, axes: &[Axis], area: Area, sizes: &Sizes) -> Option<Area> {
    let n = scene.series.len();
    let wide = (area.width() * 0.3).clamp(sizes.label * 13.0, sizes.label * 21.0);
    if !(2..=MOST_BESIDE).contains(&n) || area.height() / (n as f64) < sizes.label * LEAST_ROWS || area.width() < wide * 2.2 {
        return None;
    }
    let column = Area { min: Point::new(area.max.x - wide, area.min.y), ..area };
    let rest = Area { max: Point::new(column.min.x - sizes.gap * 2.0, area.max.y), ..area };
    let (with, without) = (labels::fit(axes, rest, sizes), labels::fit(axes, area, sizes));
    (!with.is_numbered && with.web.radius >= without.web.radius * SHRUNK).then_some(column)
}

/// One row for each alternative: its radar, its name, its character.
pub fn beside(scene: &mut Scene, subject: Subject<'_>, axes: &[Axis], column: Area, sizes: &Sizes) {
    let n = scene.series.len();
    let row = (column.height() / n as f64).min(sizes.label * 11.0);
    let top = column.centre().y - row * n as f64 / 2.0;
    let side = (row * 0.86).min(column.width() * 0.42);
    for series in 0..n {
        let middle = top + row * (series as f64 + 0.5);
        let web = labels::bare(axes.len(), Area::around(Point::new(column.min.x + side / 2.0, middle), side, side));
        tile(scene, &web, axes, series, sizes);
        let left = column.min.x + side + sizes.gap * 2.5;
        let room = column.max.x - left;
        let summary = font::lines(&summary(subject, series), sizes.label * 0.96, Weight::Regular, room, 3);
        let name_lines = font::lines(&scene.series[series].name, sizes.label, Weight::SemiBold, room - indent(sizes), 2);
        let height = Sizes::leading(sizes.label) * (name_lines.len() + summary.len()) as f64;
        let mut y = middle - height / 2.0;
        name(scene, series, Point::new(left, y + sizes.label), sizes, &name_lines);
        y += Sizes::leading(sizes.label) * name_lines.len() as f64;
        heading::put(scene, &summary, Point::new(left, y), sizes.label * 0.96, Weight::Regular, Role::Secondary);
    }
}

/// A grid of tiles over the whole area, each with its axes labelled.
pub fn side_by_side(scene: &mut Scene, subject: Subject<'_>, axes: &[Axis], area: Area, sizes: &Sizes) {
    let n = scene.series.len();
    let (area, grid) = with_key(scene, axes, area, sizes, |area| best_grid(subject, axes, area, sizes));
    let (rows, gap) = (n.div_ceil(grid.columns), sizes.gap * GAP);
    let high = rows as f64 * (grid.height + gap) - gap;
    let top = area.min.y + ((area.height() - high) / 2.0).max(0.0);
    for series in 0..n {
        let (row, column) = (series / grid.columns, series % grid.columns);
        // The last row is centred under the others.
        let in_row = grid.columns.min(n - row * grid.columns) as f64;
        let indent = (area.width() - in_row * (grid.width + gap) + gap) / 2.0;
        let (x, y) = (area.min.x + indent + column as f64 * (grid.width + gap), top + row as f64 * (grid.height + gap));
        let place = Area::new(x, y, x + grid.width, y + grid.height);
        let fitted = labels::fit(axes, Area { max: Point::new(place.max.x, place.max.y - grid.text), ..place }, sizes);
        tile_with_labels(scene, &fitted, axes, series, sizes);
        let summary = if grid.has_summaries { summary_lines(subject, series, grid.width, sizes) } else { Vec::new() };
        centred(scene, series, place, place.max.y - grid.text + sizes.gap * 1.5, &summary, sizes);
    }
}

/// The distance between tiles, in gaps.
const GAP: f64 = 3.0;

/// How tiles are arranged.
struct Grid {
    columns: usize,
    /// Size of a tile, and how much of its height is text.
    width: f64,
    height: f64,
    text: f64,
    has_summaries: bool,
}

/// The number of columns that leaves the largest radars, and whether their axes are numbered.
fn best_grid(subject: Subject<'_>, axes: &[Axis], area: Area, sizes: &Sizes) -> (Grid, bool) {
    let n = subject.assessment.alternatives.len();
    let gap = sizes.gap * GAP;
    let mut best: Option<(f64, Grid, bool)> = None;
    for columns in 1..=n {
        let rows = n.div_ceil(columns);
        let width = ((area.width() - gap * (columns - 1) as f64) / columns as f64).max(1.0);
        let most = ((area.height() - gap * (rows - 1) as f64) / rows as f64).max(1.0);
        let has_summaries = most > sizes.label * LEAST_FOR_SUMMARY && width > sizes.label * LEAST_FOR_SUMMARY * 0.6;
        let lines =
            (0..n).map(|series| if has_summaries { summary_lines(subject, series, width, sizes).len() } else { 0 }).max().unwrap_or(0);
        let text = Sizes::leading(sizes.label) * (lines + 1) as f64 + sizes.gap * 2.0;
        let fitted = labels::fit(axes, Area::new(0.0, 0.0, width, (most - text).max(1.0)), sizes);
        let worth = fitted.web.radius
            * if fitted.labels.is_empty() {
                0.3
            } else if fitted.is_numbered {
                0.6
            } else {
                1.0
            };
        if best.as_ref().is_none_or(|(least, ..)| worth > *least) {
            let height = (fitted.bounds().height() + text).min(most);
            best = Some((worth, Grid { columns, width, height, text, has_summaries }, fitted.is_numbered));
        }
    }
    let none = Grid { columns: 1, width: area.width(), height: area.height(), text: 0.0, has_summaries: false };
    best.map_or((none, false), |(_, grid, is_numbered)| (grid, is_numbered))
}

/// Tiles lower than this, in font sizes, have no room for a character below their name.
const LEAST_FOR_SUMMARY: f64 = 14.0;

fn summary_lines(subject: Subject<'_>, series: usize, width: f64, sizes: &Sizes) -> Vec<String> {
    font::lines(&summary(subject, series), sizes.label * 0.96, Weight::Regular, width * 0.94, 2)
}

fn tile_with_labels(scene: &mut Scene, fitted: &labels::Fitted, axes: &[Axis], series: usize, sizes: &Sizes) {
    let web = fitted.web;
    let all = outlines(&web, axes, scene.series.len());
    ring::grid(scene, &web, sizes);
    if web.radius > sizes.label * LEAST_NUMBERED {
        let around = Area::around(web.centre, web.radius * 4.0, web.radius * 4.0);
        let surroundings = Surroundings::new(web, around, &all, fitted.labels.iter().map(|label| label.area).collect());
        let numbers = direct::ring_numbers(&surroundings, sizes);
        ring::numbers(scene, numbers);
    }
    fitted.labels.iter().for_each(|label| labels::draw(scene, label));
    ring::one_among(scene, &web, &all, series, BEHIND, &sizes.within(web.radius));
    ring::spots(scene, axes, &all, |other| other == series);
}

/// A small radar without a word.
fn tile(scene: &mut Scene, web: &Web, axes: &[Axis], series: usize, sizes: &Sizes) {
    let all = outlines(web, axes, scene.series.len());
    ring::grid(scene, web, sizes);
    ring::one_among(scene, web, &all, series, BEHIND, &sizes.within(web.radius));
}

fn summary(subject: Subject<'_>, series: usize) -> String {
    words::name(&subject.assessment.alternatives[series].summary)
}

/// Where a name begins after its marker.
fn indent(sizes: &Sizes) -> f64 {
    sizes.marker * 1.7
}

/// Marker and name, from a point on its first line of text.
fn name(scene: &mut Scene, series: usize, at: Point, sizes: &Sizes, lines: &[String]) {
    let slot = scene.series[series].slot;
    let symbol = Point::new(at.x + sizes.marker * 0.55, at.y - sizes.label * font::CAP_HEIGHT / 2.0);
    let paint = Paint::solid(Role::Slot(slot));
    scene.draw_for(series, Shape::Symbol { at: symbol, marker: Marker::of_slot(slot), size: sizes.marker * 0.9, paint });
    for (n, line) in lines.iter().enumerate() {
        let at = Point::new(at.x + indent(sizes), at.y + Sizes::leading(sizes.label) * n as f64);
        write(scene, series, at, line, sizes.label, Weight::SemiBold, Role::Ink, Align::Start);
    }
}

/// Name and character in the middle below a tile.
fn centred(scene: &mut Scene, series: usize, place: Area, top: f64, summary: &[String], sizes: &Sizes) {
    let line = font::fit(&scene.series[series].name, sizes.label, Weight::SemiBold, place.width() - indent(sizes));
    let wide = font::width(&line, sizes.label, Weight::SemiBold) + indent(sizes);
    let middle = place.centre().x;
    name(scene, series, Point::new(middle - wide / 2.0, top + sizes.label), sizes, &[line]);
    for (n, line) in summary.iter().enumerate() {
        let at = Point::new(middle, top + sizes.label + Sizes::leading(sizes.label) * (n + 1) as f64);
        write(scene, series, at, line, sizes.label * 0.96, Weight::Regular, Role::Secondary, Align::Middle);
    }
}

#[expect(clippy::too_many_arguments, reason = "a line of text has that many properties")]
fn write(scene: &mut Scene, series: usize, at: Point, text: &str, size: f64, weight: Weight, role: Role, align: Align) {
    let baseline = Baseline::Alphabetic;
    scene.draw_for(series, Shape::Text(Text { at, text: text.to_owned(), size, weight, paint: Paint::solid(role), align, baseline }));
}
