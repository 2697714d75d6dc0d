//! Crossover: every score as a straight line over the weight of one group, and below it who leads from which weight on.
//!
//! The other groups keep their proportions among themselves. What fails a requirement is not drawn.

mod said;
mod strip;

use super::{
    Area, ChartOptions, Scene, Subject, font,
    heading::{self, FADED, Heading},
    rows::{message, rule, write},
    scene::{Align, Point, Shape, Spot, Weight},
    sizes::Sizes,
    style::{Dash, Marker, Paint, Role},
    words,
};
use crate::{
    assessment::{Assessment, WeightLine, WeightLines, WeightOf, weight_flips, weight_lines},
    wording,
};

/// The largest score.
const MOST: f64 = 10.0;

struct Chart<'a> {
    subject: Subject<'a>,
    sizes: Sizes,
    highlight: Option<usize>,
    /// The group, as a position in the assessment, and its name.
    group: usize,
    name: String,
    lines: Option<WeightLines>,
}

/// The group whose weight is nearest to changing the leader, else the heaviest.
pub fn nearest_group(assessment: &Assessment) -> usize {
    let heaviest =
        (0..assessment.groups.len()).reduce(|a, b| if assessment.groups[b].weight > assessment.groups[a].weight { b } else { a });
    weight_flips(assessment).first().map_or(heaviest.unwrap_or(0), |flip| flip.group)
}

pub fn draw(subject: Subject<'_>, options: &ChartOptions) -> Scene {
    let assessment = subject.assessment;
    let group = options.about.filter(|about| *about < assessment.groups.len()).unwrap_or_else(|| nearest_group(assessment));
    let name = assessment.groups.get(group).map(|group| words::name(&group.name)).unwrap_or_default();
    let heading = Heading {
        title: text!("chart-crossover-title", profile = words::name(&subject.profile.name), group = name.to_lowercase()),
        subtitle: text!("chart-crossover-subtitle"),
        note: text!("chart-crossover-note"),
    };
    let lines = weight_lines(assessment, WeightOf::Group(group));
    let chart = Chart { subject, sizes: Sizes::new(options), highlight: options.highlight, group, name, lines };
    let mut scene = heading::scene(&heading, subject, options, chart.summary(), chart.table());
    let area = heading::draw(&mut scene, &heading, subject, options, &chart.sizes);
    match &chart.lines {
        Some(lines) => chart.draw(&mut scene, area, lines),
        None => message(&mut scene, area, &chart.sizes, &chart.nothing()),
    }
    scene
}

/// Weight across, score upwards.
struct Grid {
    plot: Area,
}

impl Grid {
    fn x(&self, weight: f64) -> f64 {
        self.plot.min.x + self.plot.width() * weight.clamp(0.0, 1.0)
    }

    fn y(&self, score: f64) -> f64 {
        self.plot.max.y - self.plot.height() * (score / MOST).clamp(0.0, 1.0)
    }

    fn at(&self, line: &WeightLine, weight: f64) -> Point {
        Point::new(self.x(weight), self.y(line.at(weight)))
    }
}

impl Chart<'_> {
    fn draw(&self, scene: &mut Scene, area: Area, lines: &WeightLines) {
        let sizes = &self.sizes;
        let caption = sizes.caption;
        let strip = caption * 1.7;
        let left = area.min.x + font::width("10", caption, Weight::Regular) + sizes.gap + sizes.marker * 0.6;
        let below = strip + caption * 4.6;
        let height = area.height() - below - caption * 1.8;
        let names = lines.lines.iter().map(|line| font::width(&scene.series[line.alternative].name, sizes.label, Weight::SemiBold));
        let names = names.fold(0.0, f64::max) + sizes.marker * 2.2;
        // Names beside the ends of the lines, if all of them fit below each other.
        let is_named = lines.lines.len() as f64 * Sizes::leading(sizes.label) <= height && area.width() > sizes.label * 24.0;
        let right =
            if is_named { names.min(area.width() * 0.28) } else { font::width(&wording::percent(1.0), caption, Weight::Regular) / 2.0 };
        let area = if is_named { area } else { heading::legend(scene, area, sizes, self.highlight) };
        let bottom = (area.max.y - below).max(area.min.y + caption * 1.8 + 1.0);
        let grid = Grid { plot: Area::new(left, area.min.y + caption * 1.8, (area.max.x - right - sizes.gap).max(left + 1.0), bottom) };
        self.axes(scene, &grid);
        self.now(scene, &grid, lines.now);
        self.strip(scene, &grid, lines, strip);
        for line in &lines.lines {
            self.line(scene, &grid, lines, line);
        }
        for crossing in lines.changes() {
            let at = Point::new(grid.x(crossing.weight), grid.y(crossing.score));
            scene.draw(Shape::Symbol { at, marker: Marker::Ring, size: sizes.marker * 1.6, paint: Paint::solid(Role::Ink) });
            let (series, label) = (crossing.after, self.crossing(crossing));
            scene.spots.push(Spot { at, series, label });
        }
        if is_named {
            self.names(scene, &grid, lines, area);
        }
    }

    fn axes(&self, scene: &mut Scene, grid: &Grid) {
        let sizes = &self.sizes;
        let caption = sizes.caption;
        let step = if grid.plot.height() > caption * 14.0 { 2.0 } else { 5.0 };
        let mut score = 0.0;
        while score <= MOST {
            let y = grid.y(score);
            let role = if score == 0.0 { Role::Frame } else { Role::Grid };
            rule(scene, Point::new(grid.plot.min.x, y), Point::new(grid.plot.max.x, y), sizes.hairline, role);
            write(
                scene,
                None,
                Point::new(grid.plot.min.x - sizes.gap - sizes.marker * 0.6, y),
                &format!("{score:.0}"),
                caption,
                Role::Caption,
                Align::End,
            );
            score += step;
        }
        let axis = font::fit(&self.axis_name(), caption, Weight::Regular, grid.plot.width());
        let y = grid.plot.max.y + caption * 1.7 + caption * 3.7;
        write(scene, None, Point::new(grid.plot.centre().x, y), &axis, caption, Role::Caption, Align::Middle);
    }

    /// The weight as it is.
    fn now(&self, scene: &mut Scene, grid: &Grid, now: f64) {
        let sizes = &self.sizes;
        let x = grid.x(now);
        let top = grid.plot.min.y - sizes.caption * 0.3;
        rule(scene, Point::new(x, top), Point::new(x, grid.plot.max.y), sizes.hairline, Role::Ink);
        let words = text!("chart-crossover-now", weight = wording::percent(now));
        let width = font::width(&words, sizes.caption, Weight::Regular);
        let from = (x - width / 2.0).clamp(grid.plot.min.x, (grid.plot.max.x - width).max(grid.plot.min.x));
        write(scene, None, Point::new(from, grid.plot.min.y - sizes.caption), &words, sizes.caption, Role::Ink, Align::Start);
    }

    fn line(&self, scene: &mut Scene, grid: &Grid, lines: &WeightLines, line: &WeightLine) {
        let sizes = &self.sizes;
        let series = line.alternative;
        let slot = scene.series[series].slot;
        let paint = Paint::faint(Role::Slot(slot), self.strength(series));
        let points = vec![grid.at(line, 0.0), grid.at(line, 1.0)];
        scene.draw_for(series, Shape::Line { points, closed: false, width: sizes.stroke, paint, dash: Dash::of_slot(slot) });
        for weight in [0.0, lines.now, 1.0] {
            let at = grid.at(line, weight);
            scene.draw_for(series, Shape::Symbol { at, marker: Marker::of_slot(slot), size: sizes.marker, paint });
            scene.spots.push(Spot { at, series, label: self.point(line, weight) });
        }
    }

    fn strength(&self, series: usize) -> f64 {
        if self.highlight.is_none_or(|strong| strong == series) { 1.0 } else { FADED }
    }

    /// Names beside the right ends, moved apart where they would meet, with a thin line to where they belong.
    fn names(&self, scene: &mut Scene, grid: &Grid, lines: &WeightLines, area: Area) {
        let sizes = &self.sizes;
        let height = Sizes::leading(sizes.label);
        let mut order: Vec<&WeightLine> = lines.lines.iter().collect();
        order.sort_by(|a, b| b.at_one.total_cmp(&a.at_one));
        let mut places: Vec<f64> = order.iter().map(|line| grid.y(line.at_one)).collect();
        let (top, bottom) = (grid.plot.min.y, grid.plot.max.y);
        let mut free = top - height / 2.0;
        for y in &mut places {
            *y = y.max(free + height);
            free = *y;
        }
        let mut free = bottom + height / 2.0;
        for y in places.iter_mut().rev() {
            *y = y.min(free - height);
            free = *y;
        }
        let left = grid.plot.max.x + sizes.marker * 2.2;
        for (line, y) in order.into_iter().zip(places) {
            let series = line.alternative;
            let from = grid.at(line, 1.0);
            if (y - from.y).abs() > height * 0.3 {
                let points = vec![Point::new(from.x + sizes.marker * 0.7, from.y), Point::new(left - sizes.gap * 0.4, y)];
                let paint = Paint::solid(Role::Frame);
                scene.draw_for(series, Shape::Line { points, closed: false, width: sizes.hairline * 0.7, paint, dash: Dash::SOLID });
            }
            let name = font::fit(&scene.series[series].name, sizes.label, Weight::Regular, area.max.x - left);
            let role = if self.strength(series) < 1.0 { Role::Caption } else { Role::SlotText(scene.series[series].slot) };
            write(scene, Some(series), Point::new(left, y), &name, sizes.label, role, Align::Start);
        }
    }
}
