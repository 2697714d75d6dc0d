//! Contribution bars: every score as the sum of what each group brings to it, in the order of the ranking.
//!
//! How likely the order is belongs to other charts; here a range under each bar says how far the score can be trusted.

mod said;

use super::{
    ChartOptions, Scene, Subject,
    area::Area,
    axes, font,
    heading::{self, Heading},
    rows::{Grid, Head, OUT, failing, key, message, rule, strong, write},
    scene::{Align, Point, Shape, Spot, Weight},
    sizes::Sizes,
    style::{Dash, Marker, Paint, Role},
    words,
};
use crate::wording;

/// The largest score, and the values that have a number on the axis.
const MOST: f64 = 10.0;
const TICKS: [f64; 6] = [0.0, 2.0, 4.0, 6.0, 8.0, 10.0];

/// A score and its parts.
struct Bar {
    /// Position in the assessment.
    series: usize,
    /// What each group brings, in the order of [`Chart::groups`].
    parts: Vec<f64>,
    failed: usize,
}

struct Chart<'a> {
    subject: Subject<'a>,
    sizes: Sizes,
    highlight: Option<usize>,
    /// Positions of groups in the assessment, and their names.
    groups: Vec<(usize, String)>,
    bars: Vec<Bar>,
}

pub fn draw(subject: Subject<'_>, options: &ChartOptions) -> Scene {
    let assessment = subject.assessment;
    let groups: Vec<(usize, String)> =
        axes::group_order(subject).into_iter().map(|g| (g, words::name(&assessment.groups[g].name))).collect();
    let bar = |&series: &usize| {
        let alternative = &assessment.alternatives[series];
        let part = |g: usize| assessment.groups[g].criteria.iter().map(|&j| alternative.contributions[j]).sum();
        Bar { series, parts: groups.iter().map(|(g, _)| part(*g)).collect(), failed: alternative.failed.len() }
    };
    let bars: Vec<Bar> = assessment.ranking.iter().map(bar).collect();
    let is_any_out = bars.iter().any(|bar| bar.failed > 0);
    let profile = words::name(&subject.profile.name);
    let heading = Heading {
        title: text!("chart-contributions-title", profile = profile),
        subtitle: text!("chart-contributions-subtitle"),
        note: if is_any_out { text!("chart-contributions-note-failed") } else { text!("chart-contributions-note") },
    };
    let chart = Chart { subject, sizes: Sizes::new(options), highlight: options.highlight, groups, bars };
    let mut scene = heading::scene(&heading, subject, options, chart.summary(), chart.table());
    let area = heading::draw(&mut scene, &heading, subject, options, &chart.sizes);
    chart.draw(&mut scene, area);
    scene
}

impl Chart<'_> {
    fn draw(&self, scene: &mut Scene, area: Area) {
        let sizes = &self.sizes;
        if self.bars.is_empty() || self.groups.is_empty() {
            message(scene, area, sizes, &text!("chart-nothing"));
            return;
        }
        let area = self.key(scene, area);
        let grid = self.grid(scene, area);
        let bottom = grid.top + grid.row * self.bars.len() as f64;
        for tick in TICKS {
            let x = grid.x(tick);
            let role = if tick == 0.0 { Role::Frame } else { Role::Grid };
            rule(scene, Point::new(x, grid.top), Point::new(x, bottom), sizes.hairline, role);
            let at = Point::new(x, bottom + sizes.caption * 1.35);
            write(scene, None, at, &format!("{tick:.0}"), sizes.caption, Role::Caption, Align::Middle);
        }
        for (n, bar) in self.bars.iter().enumerate() {
            self.row(scene, bar, &grid, grid.top + grid.row * n as f64);
        }
    }

    fn grid(&self, scene: &Scene, area: Area) -> Grid {
        let sizes = &self.sizes;
        let bottom = area.max.y - sizes.caption * 1.9;
        let row = ((bottom - area.min.y) / self.bars.len() as f64).min(sizes.label * 11.0);
        let size = sizes.label.min(row * 0.72);
        let is_roomy = row > size * 3.4;
        let names = self.bars.iter().map(|bar| font::width(&scene.series[bar.series].name, size, Weight::SemiBold)).fold(0.0, f64::max);
        let under = |bar: &Bar| if bar.failed > 0 { font::width(&failing(bar.failed), sizes.caption, Weight::Regular) } else { 0.0 };
        let under = if is_roomy { self.bars.iter().map(under).fold(0.0, f64::max) } else { 0.0 };
        let most = area.width() * 0.3;
        let left =
            area.min.x + Head::indent(Head::place_width(self.bars.len(), size), sizes) + names.max(under).min(most) + sizes.gap * 2.2;
        let range = font::width("10.0 to 10.0", sizes.caption, Weight::Regular);
        let score = font::width("10.0", size, Weight::SemiBold);
        let right = area.max.x - sizes.gap * 2.0 - if is_roomy { range.max(score) } else { score };
        // What is not needed stays free below, so that few bars do not become fat.
        Grid { start: area.min.x, left, right: right.max(left + 1.0), least: 0.0, most: MOST, top: area.min.y, row, size, is_roomy }
    }

    /// Which tint is which group.
    fn key(&self, scene: &mut Scene, area: Area) -> Area {
        let group = |(nth, (_, name)): (usize, &(usize, String))| (Some(Paint::tint(Role::Neutral, nth)), name.clone());
        key(scene, area, &self.sizes, &self.groups.iter().enumerate().map(group).collect::<Vec<_>>())
    }

    fn row(&self, scene: &mut Scene, bar: &Bar, grid: &Grid, top: f64) {
        let sizes = &self.sizes;
        let alternative = &self.subject.assessment.alternatives[bar.series];
        let is_out = bar.failed > 0;
        let strength = if is_out || self.highlight.is_some_and(|strong| strong != bar.series) { OUT } else { 1.0 };
        let middle = top + grid.row * if grid.is_roomy { 0.42 } else { 0.45 };
        let thick = (grid.row * if grid.is_roomy { 0.46 } else { 0.6 }).min(sizes.label * 3.4);
        let head = Head {
            left: sizes.margin,
            right: grid.left - sizes.gap * 2.0,
            place_width: Head::place_width(self.bars.len(), grid.size),
            size: grid.size,
            is_roomy: grid.is_roomy,
        };
        head.draw(scene, self.subject, bar.series, middle, strength, sizes);

        // Lines of the grid must not shine through.
        let (from, to) = (grid.x(0.0) + sizes.hairline * 0.5, grid.x(alternative.score));
        if to > from {
            let (min, max) = (Point::new(from, middle - thick / 2.0), Point::new(to, middle + thick / 2.0));
            scene.draw_for(bar.series, Shape::Rect { min, max, radius: 0.0, paint: Paint::solid(Role::Ground) });
        }
        let mut from = 0.0;
        for (nth, part) in bar.parts.iter().enumerate().filter(|(_, part)| **part > 0.0) {
            let to = from + part;
            let gap = sizes.hairline.min((grid.x(to) - grid.x(from)) * 0.3);
            let segment = Area::new(grid.x(from), middle - thick / 2.0, grid.x(to) - gap, middle + thick / 2.0);
            self.segment(scene, bar, nth, segment, strength);
            from = to;
        }
        let below = middle + thick / 2.0 + (sizes.gap * 0.9).min(grid.row * 0.14);
        self.range(scene, bar, grid, below, strength);

        let role = if is_out { Role::Caption } else { Role::Ink };
        let right = grid.right + sizes.gap * 2.0;
        let score = wording::score(alternative.score);
        let line = if grid.is_roomy { middle - grid.size * 0.1 } else { middle };
        strong(scene, Some(bar.series), Point::new(right, line), &score, grid.size, role, Align::Start);
        if grid.is_roomy {
            let range = wording::range(alternative.low, alternative.high);
            let at = Point::new(right, line + grid.size * 1.3);
            write(scene, Some(bar.series), at, &range, sizes.caption, Role::Caption, Align::Start);
        }
        let at = Point::new(grid.x(alternative.score), below);
        scene.spots.push(Spot { at, series: bar.series, label: self.total(bar) });
    }

    /// One group's part of a bar, with its name and value where they fit.
    fn segment(&self, scene: &mut Scene, bar: &Bar, nth: usize, area: Area, strength: f64) {
        let sizes = &self.sizes;
        let tint = Paint::tint(Role::Slot(scene.series[bar.series].slot), nth);
        let paint = Paint { alpha: tint.alpha * strength, ..tint };
        scene.draw_for(bar.series, Shape::Rect { min: area.min, max: area.max, radius: 0.0, paint });
        let (name, value) = (&self.groups[nth].1, wording::score(bar.parts[nth]));
        let size = sizes.caption.min(area.height() * 0.62);
        let room = area.width() - size * 0.7;
        let fits = |text: &str| font::width(text, size, Weight::Regular) <= room;
        let centre = area.centre();
        let role = if bar.failed > 0 { Role::Secondary } else { Role::Ink };
        let mut put = |y: f64, text: &str| write(scene, Some(bar.series), Point::new(centre.x, y), text, size, role, Align::Middle);
        if area.height() >= size * 2.6 && fits(name) {
            put(centre.y - size * 0.62, name);
            put(centre.y + size * 0.62, &value);
        } else if size >= sizes.caption * 0.75 && fits(&value) {
            put(centre.y, &value);
        }
        scene.spots.push(Spot { at: centre, series: bar.series, label: self.part(bar, nth) });
    }

    /// The plausible range of the score with its middle marked.
    fn range(&self, scene: &mut Scene, bar: &Bar, grid: &Grid, y: f64, strength: f64) {
        let sizes = &self.sizes;
        let alternative = &self.subject.assessment.alternatives[bar.series];
        let slot = scene.series[bar.series].slot;
        let paint = Paint::faint(Role::Slot(slot), strength);
        let (low, high) = (grid.x(alternative.low), grid.x(alternative.high));
        let cap = (sizes.marker * 0.4).min(grid.row * 0.1);
        let mut line = |from: Point, to: Point| {
            let shape = Shape::Line {
                points: vec![from, to],
                closed: false,
                width: (sizes.stroke * 0.8).min(grid.row * 0.1),
                paint,
                dash: Dash::SOLID,
            };
            scene.draw_for(bar.series, shape);
        };
        line(Point::new(low, y), Point::new(high, y));
        for end in [low, high] {
            line(Point::new(end, y - cap), Point::new(end, y + cap));
        }
        if !grid.is_roomy {
            return;
        }
        let at = Point::new(grid.x(alternative.score), y);
        scene.draw_for(bar.series, Shape::Symbol { at, marker: Marker::of_slot(slot), size: sizes.marker * 0.8, paint });
    }
}
