//! Tornado: how far each uncertain rating, moved alone from its lowest to its highest plausible value, moves the leader's lead.
//!
//! Ratings that err together are moved together by sampling, which is another chart's.

mod said;

use super::{
    ChartOptions, Scene, Subject,
    area::Area,
    font,
    heading::{self, Heading},
    rows::{Grid, OUT, Ticks, message, rule, write},
    scene::{Align, Point, Shape, Spot, Weight},
    sizes::Sizes,
    style::{Marker, Paint, Role},
    words,
};
use crate::{
    assessment::{TornadoBar, tornado},
    wording,
};

/// So many bars are drawn, if there is room; the table has all.
const MOST_BARS: usize = 14;

/// Where the bars have less room than this, in font sizes, their ends have no numbers.
const LEAST_NUMBERED: f64 = 9.0;

struct Chart<'a> {
    subject: Subject<'a>,
    sizes: Sizes,
    highlight: Option<usize>,
    bars: Vec<TornadoBar>,
}

pub fn draw(subject: Subject<'_>, options: &ChartOptions) -> Scene {
    let heading = Heading {
        title: text!("chart-tornado-title", profile = words::name(&subject.profile.name)),
        subtitle: text!("chart-tornado-subtitle"),
        note: text!("chart-tornado-note"),
    };
    let chart = Chart { subject, sizes: Sizes::new(options), highlight: options.highlight, bars: tornado(subject.assessment) };
    let mut scene = heading::scene(&heading, subject, options, chart.summary(), chart.table());
    let area = heading::draw(&mut scene, &heading, subject, options, &chart.sizes);
    chart.draw(&mut scene, area);
    scene
}

impl Chart<'_> {
    fn draw(&self, scene: &mut Scene, area: Area) {
        let sizes = &self.sizes;
        let (Some(margin), false) = (self.subject.assessment.verdict.margin, self.bars.is_empty()) else {
            message(scene, area, sizes, &self.nothing());
            return;
        };
        let caption = sizes.caption;
        let least_row = caption * 1.75;
        let (above, below) = (caption * 1.7, caption * 3.4);
        let fitting = ((area.height() - above - below) / least_row).floor().max(1.0) as usize;
        let n = self.bars.len().min(MOST_BARS).min(fitting);
        let drawn = &self.bars[..n];
        let grid = self.grid(
            scene,
            Area { min: Point::new(area.min.x, area.min.y + above), max: Point::new(area.max.x, area.max.y - below) },
            drawn,
        );
        let bottom = grid.top + grid.row * n as f64;
        self.axis(scene, &grid, margin, bottom);
        for (nth, bar) in drawn.iter().enumerate() {
            self.row(scene, bar, &grid, margin, grid.top + grid.row * nth as f64);
        }
        if n < self.bars.len() {
            let left_out: usize = self.bars.len() - n;
            let more = text!("chart-legend-more", count = left_out);
            let more = font::fit(&more, caption, Weight::Regular, grid.left - sizes.gap * 2.0 - grid.start);
            write(scene, None, Point::new(grid.start, bottom + caption * 1.35), &more, caption, Role::Secondary, Align::Start);
        }
    }

    fn grid(&self, scene: &Scene, area: Area, drawn: &[TornadoBar]) -> Grid {
        let sizes = &self.sizes;
        let row = (area.height() / drawn.len() as f64).min(sizes.label * 3.6);
        let size = sizes.label.min(row * 0.62);
        let is_roomy = row > (size + sizes.caption) * 1.5;
        let width = |bar: &TornadoBar| {
            let (strong, rest) = self.words(scene, bar);
            if is_roomy {
                font::width(&strong, size, Weight::SemiBold).max(font::width(&rest, sizes.caption, Weight::Regular))
            } else {
                font::width(&joined(&strong, &rest), size, Weight::Regular)
            }
        };
        let names = drawn.iter().map(width).fold(0.0, f64::max).min(area.width() * 0.36);
        let ends = font::width("10.0", sizes.caption, Weight::Regular) + sizes.gap;
        let left = area.min.x + sizes.marker * 2.0 + names + sizes.gap * 2.0 + ends;
        let right = (area.max.x - ends).max(left + 1.0);
        // The lead of nought is where the leader changes, so it is always in the picture.
        let margins = || self.bars.iter().flat_map(|bar| [bar.margin_at_low, bar.margin_at_high]);
        let (least, most) = (margins().fold(0.0, f64::min), margins().fold(0.0, f64::max));
        Grid { start: area.min.x, left, right, least, most: most.max(least + f64::MIN_POSITIVE), top: area.min.y, row, size, is_roomy }
    }

    /// Numbers below; above, where somebody else leads and where the lead is now.
    fn axis(&self, scene: &mut Scene, grid: &Grid, margin: f64, bottom: f64) {
        let sizes = &self.sizes;
        let caption = sizes.caption;
        let wide = grid.right - grid.left;
        let ticks = Ticks::between(grid.least, grid.most, (wide / (caption * 6.0)) as usize);
        for &tick in &ticks.values {
            let x = grid.x(tick);
            rule(scene, Point::new(x, grid.top), Point::new(x, bottom), sizes.hairline, Role::Grid);
            write(scene, None, Point::new(x, bottom + caption * 1.35), &ticks.label(tick), caption, Role::Caption, Align::Middle);
        }
        let name = font::fit(&self.axis_name(), caption, Weight::Regular, grid.right - grid.start);
        let is_narrow = font::width(&name, caption, Weight::Regular) > wide;
        // What is wider than the axis ends where it ends.
        let (x, align) = if is_narrow { (grid.right, Align::End) } else { (f64::midpoint(grid.left, grid.right), Align::Middle) };
        write(scene, None, Point::new(x, bottom + caption * 2.75), &name, caption, Role::Caption, align);
        let y = grid.top - caption * 0.85;
        if grid.least < 0.0 {
            let (min, max) = (Point::new(grid.left, grid.top), Point::new(grid.x(0.0), bottom));
            scene.draw(Shape::Rect { min, max, radius: 0.0, paint: Paint::faint(Role::Neutral, 0.1) });
            let words = font::fit(&text!("chart-tornado-lost"), caption, Weight::Regular, grid.x(0.0) - grid.start - sizes.gap);
            write(scene, None, Point::new(grid.x(0.0) - sizes.gap * 0.6, y), &words, caption, Role::Secondary, Align::End);
        }
        rule(scene, Point::new(grid.x(0.0), grid.top), Point::new(grid.x(0.0), bottom), sizes.hairline * 1.6, Role::Frame);
        rule(scene, Point::new(grid.x(margin), grid.top - caption * 0.2), Point::new(grid.x(margin), bottom), sizes.hairline, Role::Ink);
        let now = text!("chart-tornado-now", margin = wording::score(margin));
        let width = font::width(&now, caption, Weight::Regular);
        let from = (grid.x(margin) - width / 2.0).min(grid.right - width).max(grid.x(0.0) + if grid.least < 0.0 { sizes.gap } else { 0.0 });
        write(scene, None, Point::new(from, y), &now, caption, Role::Ink, Align::Start);
    }

    fn row(&self, scene: &mut Scene, bar: &TornadoBar, grid: &Grid, margin: f64, top: f64) {
        let sizes = &self.sizes;
        let caption = sizes.caption.min(grid.row * 0.6);
        let series = bar.alternative;
        let slot = scene.series[series].slot;
        let strength = if self.highlight.is_some_and(|strong| strong != series) { OUT } else { 1.0 };
        let middle = top + grid.row / 2.0;
        self.name(scene, bar, grid, middle, strength);
        let thick = (grid.row * 0.56).min(sizes.label * 1.7);
        let part = |from: f64, to: f64, alpha: f64| {
            let (min, max) =
                (Point::new(grid.x(from.min(to)), middle - thick / 2.0), Point::new(grid.x(from.max(to)), middle + thick / 2.0));
            Shape::Rect { min, max, radius: 0.0, paint: Paint::faint(Role::Slot(slot), alpha * strength) }
        };
        // Lines of the grid must not shine through.
        let (least, most) = (bar.margin_at_low.min(bar.margin_at_high), bar.margin_at_low.max(bar.margin_at_high));
        let (min, max) = (Point::new(grid.x(least), middle - thick / 2.0), Point::new(grid.x(most), middle + thick / 2.0));
        scene.draw_for(series, Shape::Rect { min, max, radius: 0.0, paint: Paint::solid(Role::Ground) });
        scene.draw_for(series, part(bar.margin_at_low, margin, 0.3));
        scene.draw_for(series, part(margin, bar.margin_at_high, 0.6));
        if least < 0.0 {
            // What costs the lead is said in full colour.
            scene.draw_for(series, part(least, 0.0, 1.0));
        }
        let x = grid.x(margin);
        rule(scene, Point::new(x, middle - thick / 2.0), Point::new(x, middle + thick / 2.0), sizes.hairline, Role::Ink);
        let is_low_left = bar.margin_at_low <= bar.margin_at_high;
        for (rating, at, is_left) in [(bar.low, bar.margin_at_low, is_low_left), (bar.high, bar.margin_at_high, !is_low_left)] {
            let (x, align) =
                if is_left { (grid.x(at) - sizes.gap * 0.6, Align::End) } else { (grid.x(at) + sizes.gap * 0.6, Align::Start) };
            if grid.right - grid.left > caption * LEAST_NUMBERED {
                write(scene, Some(series), Point::new(x, middle), &wording::score(rating), caption, Role::Secondary, align);
            }
            scene.spots.push(Spot { at: Point::new(grid.x(at), middle), series, label: self.end(bar, rating, at) });
        }
    }

    /// Marker, criterion and alternative.
    fn name(&self, scene: &mut Scene, bar: &TornadoBar, grid: &Grid, middle: f64, strength: f64) {
        let sizes = &self.sizes;
        let series = bar.alternative;
        let slot = scene.series[series].slot;
        let at = Point::new(grid.start + sizes.marker * 0.7, middle);
        let paint = Paint::faint(Role::Slot(slot), strength);
        scene.draw_for(series, Shape::Symbol { at, marker: Marker::of_slot(slot), size: sizes.marker.min(grid.size * 0.8), paint });
        let left = grid.start + sizes.marker * 2.0;
        let room = grid.left - sizes.gap * 2.0 - font::width("10.0", sizes.caption, Weight::Regular) - sizes.gap - left;
        let (strong_part, rest) = self.words(scene, bar);
        if grid.is_roomy {
            let above = font::fit(&strong_part, grid.size, Weight::Regular, room);
            let under = font::fit(&rest, sizes.caption, Weight::Regular, room);
            write(scene, Some(series), Point::new(left, middle - grid.size * 0.6), &above, grid.size, Role::Ink, Align::Start);
            write(scene, Some(series), Point::new(left, middle + grid.size * 0.7), &under, sizes.caption, Role::Secondary, Align::Start);
        } else {
            // Of a long name a third stays, as the criterion is what tells the rows apart.
            let whole = joined(&strong_part, &rest);
            let is_short = font::width(&whole, grid.size, Weight::Regular) <= room;
            let line = if is_short { whole } else { joined(&strong_part, &font::fit(&rest, grid.size, Weight::Regular, room / 3.0)) };
            let line = font::fit(&line, grid.size, Weight::Regular, room);
            write(scene, Some(series), Point::new(left, middle), &line, grid.size, Role::Ink, Align::Start);
        }
    }

    /// The criterion, and whose rating it is.
    fn words(&self, scene: &Scene, bar: &TornadoBar) -> (String, String) {
        (words::name(&self.subject.assessment.criteria[bar.criterion].name), scene.series[bar.alternative].name.clone())
    }
}

fn joined(criterion: &str, alternative: &str) -> String {
    text!("chart-hover-head", alternative = alternative, axis = criterion)
}
