//! Parallel coordinates: one row a criterion or group, and a line for each alternative from rating to rating.
//!
//! The axes lie, so that their names can be read. They are the radar's axes, in the same order; how much each counts stands at its end.

use super::{
    Area, ChartOptions, Scene, Subject,
    axes::{self, Axis},
    font,
    heading::{self, FADED, Heading},
    radar::said,
    rows::{Grid, message, rule, strong, write},
    scene::{Align, Point, Shape, Spot, Weight},
    sizes::Sizes,
    style::{Dash, Marker, Paint, Role, SLOTS},
    words,
};
use crate::wording;

/// The largest rating, and the values that have a number.
const MOST: f64 = 10.0;
const TICKS: [f64; 6] = [0.0, 2.0, 4.0, 6.0, 8.0, 10.0];

/// Markers nearer than this share of their size lie on each other.
const TOUCHING: f64 = 0.6;

struct Chart {
    sizes: Sizes,
    highlight: Option<usize>,
    axes: Vec<Axis>,
}

pub fn draw(subject: Subject<'_>, options: &ChartOptions) -> Scene {
    let heading = Heading {
        title: text!("chart-parallel-title", profile = words::name(&subject.profile.name)),
        subtitle: text!("chart-parallel-subtitle"),
        note: text!("chart-parallel-note"),
    };
    let axes = axes::axes(subject, options.axes);
    let (summary, table) = (said::summary(subject, &axes, options.axes), said::table(subject, &axes, options.axes));
    let chart = Chart { sizes: Sizes::new(options), highlight: options.highlight, axes };
    let mut scene = heading::scene(&heading, subject, options, summary, table);
    let area = heading::draw(&mut scene, &heading, subject, options, &chart.sizes);
    if chart.axes.is_empty() || scene.series.is_empty() {
        message(&mut scene, area, &chart.sizes, &text!("chart-nothing"));
    } else {
        chart.draw(&mut scene, area);
    }
    scene
}

impl Chart {
    fn draw(&self, scene: &mut Scene, area: Area) {
        let sizes = &self.sizes;
        let (label, caption) = (sizes.label, sizes.caption);
        let is_named = self.is_named(scene, &self.grid(area, 1));
        let area = if is_named { area } else { heading::legend(scene, area, sizes, self.highlight) };
        let (above, below) = (caption * 1.9, if is_named { label * 2.6 } else { caption * 1.6 });
        let room = area.height() - above - below;
        let fitting = (room / (caption * 1.3)).floor().max(1.0) as usize;
        let n = self.axes.len().min(fitting);
        let grid = Grid { top: area.min.y + above, row: (room / n as f64).min(label * 6.0).max(1.0), ..self.grid(area, n) };
        self.scale(scene, &grid, area, n);
        for (nth, axis) in self.axes[..n].iter().enumerate() {
            self.axis(scene, &grid, area, axis, nth);
        }
        for series in 0..scene.series.len() {
            self.line(scene, &grid, series, n);
        }
        let end = grid.top + grid.row * n as f64;
        if is_named {
            self.names(scene, &grid, n, end + label);
        }
        if n < self.axes.len() {
            let left_out: usize = self.axes.len() - n;
            let more = font::fit(&text!("chart-legend-more", count = left_out), caption, Weight::Regular, grid.left - grid.start);
            write(scene, None, Point::new(grid.start, end + caption * 0.8), &more, caption, Role::Secondary, Align::Start);
        }
    }

    /// Where the rows lie across; how high they are is known once it is clear what stands over and under them.
    fn grid(&self, area: Area, n: usize) -> Grid {
        let sizes = &self.sizes;
        let row = area.height() / n.max(self.axes.len()) as f64;
        let size = sizes.label.min((row * 0.72).max(sizes.caption * 0.9));
        let names = self.axes.iter().map(|axis| font::width(&axis.name, size, Weight::Regular)).fold(0.0, f64::max);
        let left = area.min.x + names.min(area.width() * 0.34) + sizes.gap * 2.0 + sizes.marker * 0.5;
        let weight = font::width(&text!("chart-weight-head"), sizes.caption, Weight::Regular).max(font::width(
            &wording::percent(1.0),
            sizes.caption,
            Weight::Regular,
        ));
        let right = (area.max.x - weight - sizes.gap * 2.0 - sizes.marker * 0.5).max(left + 1.0);
        Grid { start: area.min.x, left, right, least: 0.0, most: MOST, top: area.min.y, row, size, is_roomy: false }
    }

    /// Whether the names of all fit side by side below the last row.
    fn is_named(&self, scene: &Scene, grid: &Grid) -> bool {
        let widths = scene.series.iter().map(|series| self.name_width(&series.name));
        scene.series.len() <= SLOTS && widths.sum::<f64>() <= grid.right - grid.left
    }

    fn name_width(&self, name: &str) -> f64 {
        font::width(name, self.sizes.label, Weight::SemiBold) + self.sizes.gap * 2.5
    }

    fn scale(&self, scene: &mut Scene, grid: &Grid, area: Area, n: usize) {
        let sizes = &self.sizes;
        let caption = sizes.caption;
        let y = grid.top - caption * 0.9;
        let step = if (grid.right - grid.left) / 5.0 > caption * 2.2 { 1 } else { 5 };
        for tick in TICKS.into_iter().step_by(step) {
            let x = grid.x(tick);
            rule(scene, Point::new(x, grid.top), Point::new(x, grid.top + grid.row * n as f64), sizes.hairline, Role::Grid);
            write(scene, None, Point::new(x, y), &format!("{tick:.0}"), caption, Role::Caption, Align::Middle);
        }
        write(scene, None, Point::new(area.max.x, y), &text!("chart-weight-head"), caption, Role::Caption, Align::End);
    }

    fn axis(&self, scene: &mut Scene, grid: &Grid, area: Area, axis: &Axis, nth: usize) {
        let sizes = &self.sizes;
        let y = grid.middle(nth);
        rule(scene, Point::new(grid.left, y), Point::new(grid.right, y), sizes.hairline * 0.8, Role::Frame);
        let room = grid.left - sizes.gap * 1.5 - sizes.marker * 0.5 - grid.start;
        let name = font::fit(&axis.name, grid.size, Weight::Regular, room);
        write(scene, None, Point::new(grid.start, y), &name, grid.size, Role::Ink, Align::Start);
        let weight = wording::percent(axis.weight);
        write(scene, None, Point::new(area.max.x, y), &weight, sizes.caption, Role::Secondary, Align::End);
    }

    fn strength(&self, series: usize) -> f64 {
        if self.highlight.is_none_or(|strong| strong == series) { 1.0 } else { FADED }
    }

    fn line(&self, scene: &mut Scene, grid: &Grid, series: usize, n: usize) {
        let sizes = &self.sizes;
        let slot = scene.series[series].slot;
        let paint = Paint::faint(Role::Slot(slot), self.strength(series));
        let at = |nth: usize| Point::new(grid.x(self.axes[nth].values[series]), grid.middle(nth));
        let points: Vec<Point> = (0..n).map(at).collect();
        scene
            .draw_for(series, Shape::Line { points: points.clone(), closed: false, width: sizes.stroke, paint, dash: Dash::of_slot(slot) });
        let size = sizes.marker.min(grid.row * 0.5);
        for (nth, at) in points.into_iter().enumerate() {
            // What would be hidden by those that are drawn later is larger and looks out from behind them.
            let x = |other: usize| grid.x(self.axes[nth].values[other]);
            let hiding = (series + 1..scene.series.len()).filter(|&other| (x(other) - at.x).abs() < size * TOUCHING).count();
            let size = size * (1.0 + 0.55 * hiding.min(2) as f64);
            scene.draw_for(series, Shape::Symbol { at, marker: Marker::of_slot(slot), size, paint });
            scene.spots.push(Spot { at, series, label: self.axes[nth].labels[series].clone() });
        }
    }

    /// Names below the ends of the lines, moved apart where they would meet, with a thin line to where they belong.
    fn names(&self, scene: &mut Scene, grid: &Grid, n: usize, y: f64) {
        let sizes = &self.sizes;
        let end = |series: usize| Point::new(grid.x(self.axes[n - 1].values[series]), grid.middle(n - 1));
        let mut order: Vec<usize> = (0..scene.series.len()).collect();
        order.sort_by(|a, b| end(*a).x.total_cmp(&end(*b).x));
        let widths: Vec<f64> = order.iter().map(|&series| self.name_width(&scene.series[series].name)).collect();
        let mut places: Vec<f64> = order.iter().map(|&series| end(series).x).collect();
        let mut free = grid.left;
        for (x, width) in places.iter_mut().zip(&widths) {
            *x = x.max(free + width / 2.0);
            free = *x + width / 2.0;
        }
        let mut free = grid.right;
        for (x, width) in places.iter_mut().zip(&widths).rev() {
            *x = x.min(free - width / 2.0);
            free = *x - width / 2.0;
        }
        for (series, x) in order.into_iter().zip(places) {
            let from = Point::new(end(series).x, end(series).y + sizes.marker * 0.8);
            let to = Point::new(x, y - sizes.label * 0.7);
            let paint = Paint::solid(Role::Frame);
            let shape = Shape::Line { points: vec![from, to], closed: false, width: sizes.hairline * 0.7, paint, dash: Dash::SOLID };
            scene.draw_for(series, shape);
            let role = if self.strength(series) < 1.0 { Role::Caption } else { Role::SlotText(scene.series[series].slot) };
            let name = scene.series[series].name.clone();
            strong(scene, Some(series), Point::new(x, y), &name, sizes.label, role, Align::Middle);
        }
    }
}
