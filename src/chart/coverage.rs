//! Evidence coverage: what every rating rests on, and over the rows how much of the weight rests on each kind of ground.
//!
//! What a rating rests on is the assessment's to say. Sources grow old by the profile's date, never by the clock.

mod said;

use super::{
    Area, ChartOptions, Scene, Subject, axes, font,
    heading::{self, FADED, Heading},
    rows::{Grid, key, message, rule, strong, write},
    scene::{Align, Point, Shape, Spot, Weight},
    sizes::Sizes,
    style::{Dash, Marker, Paint, Role},
    words,
};
use crate::{
    assessment::{Backing, Coverage, coverage},
    wording,
};

/// The edge of what rests on a source that is too old.
const OLD: Dash = Dash(&[4.0, 3.0]);

struct Chart<'a> {
    subject: Subject<'a>,
    sizes: Sizes,
    highlight: Option<usize>,
    coverage: Coverage,
    /// Positions of criteria in the assessment, in the order of the axes.
    criteria: Vec<usize>,
}

pub fn draw(subject: Subject<'_>, options: &ChartOptions) -> Scene {
    let chart = Chart {
        subject,
        sizes: Sizes::new(options),
        highlight: options.highlight,
        coverage: of(subject),
        criteria: axes::criterion_order(subject),
    };
    let heading = Heading {
        title: text!("chart-coverage-title", profile = words::name(&subject.profile.name)),
        subtitle: text!("chart-coverage-subtitle"),
        note: note(subject),
    };
    let mut scene = heading::scene(&heading, subject, options, chart.summary(), chart.table());
    let area = heading::draw(&mut scene, &heading, subject, options, &chart.sizes);
    if chart.criteria.is_empty() || scene.series.is_empty() {
        message(&mut scene, area, &chart.sizes, &text!("chart-nothing"));
    } else {
        chart.draw(&mut scene, area);
    }
    scene
}

fn of(subject: Subject<'_>) -> Coverage {
    coverage(subject.catalogue, subject.assessment, subject.profile.date)
}

/// How much rests on named sources, and by which day they are old.
pub fn note(subject: Subject<'_>) -> String {
    let share = wording::percent(subject.assessment.evidence_coverage(subject.catalogue));
    match subject.profile.date {
        Some(date) => text!("chart-coverage-note", share = share, date = wording::date(date)),
        None => text!("chart-coverage-note-undated", share = share),
    }
}

/// How a field is filled, and whether it has an edge of its own.
fn fill(kind: Backing, role: Role) -> (Option<Paint>, Option<Dash>) {
    match kind {
        Backing::Measured => (Some(Paint::faint(role, 0.46)), None),
        Backing::Reported => (Some(Paint::faint(role, 0.24)), None),
        Backing::Expired => (None, Some(OLD)),
        Backing::Judged => (Some(Paint::faint(role, 0.09)), None),
        Backing::Own => (None, Some(Dash::SOLID)),
        Backing::Nothing => (None, None),
    }
}

impl Chart<'_> {
    fn draw(&self, scene: &mut Scene, area: Area) {
        let sizes = &self.sizes;
        let caption = sizes.caption;
        let grid = self.grid(area, 1);
        let room = (grid.right - grid.left) / scene.series.len() as f64 - sizes.gap - sizes.marker * 1.6;
        let is_named = scene.series.iter().all(|series| font::width(&series.name, sizes.label, Weight::SemiBold) <= room);
        let area = if is_named { area } else { heading::legend(scene, area, sizes, self.highlight) };
        let area = self.key(scene, area);
        let meter = Sizes::leading(caption) * 1.5;
        let head = Sizes::leading(sizes.label) * 1.15;
        let above = meter + head;
        let below = caption * 1.4;
        let least = caption * 1.3;
        let whole = area.height() - above;
        let fits_all = whole >= least * self.criteria.len() as f64;
        let room = if fits_all { whole } else { whole - below };
        let n = if fits_all { self.criteria.len() } else { ((room / least).floor().max(1.0) as usize).min(self.criteria.len()) };
        let row = (room / n as f64).min(sizes.label * 3.0).max(1.0);
        let grid = Grid { top: area.min.y + above, row, ..self.grid(area, n) };
        self.meter(scene, &grid, area.min.y, meter * 0.8);
        self.heads(scene, &grid, area, area.min.y + meter + head * 0.45, is_named);
        for (nth, &j) in self.criteria[..n].iter().enumerate() {
            self.row(scene, &grid, area, nth, j);
        }
        if !fits_all && n < self.criteria.len() {
            let left_out: usize = self.criteria.len() - n;
            let more = font::fit(&text!("chart-legend-more", count = left_out), caption, Weight::Regular, area.width());
            let y = grid.top + grid.row * n as f64 + caption * 0.7;
            write(scene, None, Point::new(grid.start, y), &more, caption, Role::Secondary, Align::Start);
        }
    }

    fn grid(&self, area: Area, n: usize) -> Grid {
        let sizes = &self.sizes;
        let row = area.height() / n.max(self.criteria.len()) as f64;
        let size = sizes.label.min((row * 0.7).max(sizes.caption * 0.9));
        let width = |&j: &usize| font::width(&self.name(j), size, Weight::Regular);
        let names = self.criteria.iter().map(width).fold(0.0, f64::max).min(area.width() * 0.32);
        let left = area.min.x + names + sizes.gap * 2.0;
        let widest = |words: String| font::width(&words, sizes.caption, Weight::Regular);
        let weight = widest(text!("chart-weight-head")).max(widest(wording::percent(1.0)));
        let right = (area.max.x - weight - sizes.gap * 1.5).max(left + 1.0);
        Grid { start: area.min.x, left, right, least: 0.0, most: 1.0, top: area.min.y, row, size, is_roomy: false }
    }

    fn name(&self, j: usize) -> String {
        words::name(&self.subject.assessment.criteria[j].name)
    }

    /// The kinds of ground that occur, the firmest first.
    fn kinds(&self) -> impl Iterator<Item = Backing> {
        let occurs = |kind: Backing| self.coverage.cells.iter().any(|row| self.criteria.iter().any(|&j| row[j] == kind));
        Backing::ALL.into_iter().filter(move |kind| occurs(*kind))
    }

    /// What a fill means, with its share of the weight.
    fn key(&self, scene: &mut Scene, area: Area) -> Area {
        let entries: Vec<(Option<Paint>, String)> = self
            .kinds()
            .map(|kind| {
                let share = wording::percent(self.coverage.shares[kind as usize]);
                let words = text!("chart-coverage-share", kind = wording::backing(kind), share = share);
                (Some(fill(kind, Role::Neutral).0.unwrap_or(Paint::solid(Role::Ground))), words)
            })
            .collect();
        key(scene, area, &self.sizes, &entries)
    }

    /// The shares of the whole weight, in the order of the key.
    fn meter(&self, scene: &mut Scene, grid: &Grid, top: f64, high: f64) {
        let sizes = &self.sizes;
        let middle = top + high / 2.0;
        let room = grid.left - sizes.gap * 1.5 - grid.start;
        let words = font::fit(&text!("chart-coverage-all"), sizes.caption, Weight::SemiBold, room);
        strong(scene, None, Point::new(grid.start, middle), &words, sizes.caption, Role::Secondary, Align::Start);
        let mut from = 0.0;
        for kind in self.kinds() {
            let share = self.coverage.shares[kind as usize];
            let (left, right) = (grid.x(from), grid.x(from + share));
            from += share;
            let gap = (sizes.hairline * 1.5).min((right - left) * 0.3);
            let area = Area::new(left, top, right - gap, top + high);
            self.field(scene, None, kind, area, 1.0);
            let size = sizes.caption.min(high * 0.72);
            let percent = wording::percent(share);
            if font::width(&percent, size, Weight::Regular) + size * 0.6 <= area.width() {
                write(scene, None, area.centre(), &percent, size, Role::Ink, Align::Middle);
            }
        }
    }

    /// Who the columns are.
    fn heads(&self, scene: &mut Scene, grid: &Grid, area: Area, y: f64, is_named: bool) {
        let sizes = &self.sizes;
        let column = (grid.right - grid.left) / scene.series.len() as f64;
        for series in 0..scene.series.len() {
            let slot = scene.series[series].slot;
            let middle = grid.left + column * (series as f64 + 0.5);
            let size = sizes.marker.min(column * 0.7);
            let name = scene.series[series].name.clone();
            let width = if is_named { font::width(&name, sizes.label, Weight::SemiBold) + sizes.marker * 1.6 } else { size };
            let at = Point::new(middle - width / 2.0 + size / 2.0, y);
            let paint = Paint::faint(Role::Slot(slot), self.strength(series));
            scene.draw_for(series, Shape::Symbol { at, marker: Marker::of_slot(slot), size, paint });
            if is_named {
                let role = if self.strength(series) < 1.0 { Role::Caption } else { Role::SlotText(slot) };
                let from = Point::new(middle - width / 2.0 + sizes.marker * 1.6, y);
                strong(scene, Some(series), from, &name, sizes.label, role, Align::Start);
            }
        }
        write(scene, None, Point::new(area.max.x, y), &text!("chart-weight-head"), sizes.caption, Role::Caption, Align::End);
    }

    fn strength(&self, series: usize) -> f64 {
        if self.highlight.is_none_or(|strong| strong == series) { 1.0 } else { FADED }
    }

    fn row(&self, scene: &mut Scene, grid: &Grid, area: Area, nth: usize, j: usize) {
        let sizes = &self.sizes;
        let y = grid.middle(nth);
        let top = grid.top + grid.row * nth as f64;
        rule(scene, Point::new(grid.start, top), Point::new(area.max.x, top), sizes.hairline * 0.6, Role::Grid);
        let room = grid.left - sizes.gap * 1.5 - grid.start;
        let name = font::fit(&self.name(j), grid.size, Weight::Regular, room);
        write(scene, None, Point::new(grid.start, y), &name, grid.size, Role::Ink, Align::Start);
        let weight = wording::percent(self.subject.assessment.criteria[j].weight);
        write(scene, None, Point::new(area.max.x, y), &weight, sizes.caption, Role::Secondary, Align::End);
        let column = (grid.right - grid.left) / scene.series.len() as f64;
        for series in 0..scene.series.len() {
            let kind = self.coverage.cells[series][j];
            let middle = Point::new(grid.left + column * (series as f64 + 0.5), y);
            let width = (column - (sizes.gap * 0.8).min(column * 0.2)).min(sizes.label * 14.0);
            let field = Area::around(middle, width, grid.row * 0.74);
            self.field(scene, Some(series), kind, field, self.strength(series));
            let size = sizes.caption.min(grid.row * 0.6);
            let words = wording::backing(kind);
            if font::width(&words, size, Weight::Regular) + size * 0.4 <= width {
                let role = if self.strength(series) < 1.0 { Role::Caption } else { Role::Ink };
                write(scene, Some(series), middle, &words, size, role, Align::Middle);
            }
            scene.spots.push(Spot { at: middle, series, label: self.said(series, j) });
        }
    }

    /// One field; without a series, a part of the meter.
    fn field(&self, scene: &mut Scene, series: Option<usize>, kind: Backing, area: Area, strength: f64) {
        let role = series.map_or(Role::Neutral, |series| Role::Slot(scene.series[series].slot));
        let (paint, edge) = fill(kind, role);
        let mut put = |shape: Shape| match series {
            Some(series) => scene.draw_for(series, shape),
            None => scene.draw(shape),
        };
        if let Some(paint) = paint {
            let paint = Paint { alpha: paint.alpha * strength, ..paint };
            put(Shape::Rect { min: area.min, max: area.max, radius: 0.0, paint });
        }
        if let Some(dash) = edge {
            let width = self.sizes.hairline;
            let area = area.grown(-width / 2.0);
            let points = vec![area.min, Point::new(area.max.x, area.min.y), area.max, Point::new(area.min.x, area.max.y)];
            put(Shape::Line { points, closed: true, width, paint: Paint::faint(role, strength), dash });
        }
    }
}
