//! What to find out first: how much better the choice is expected to be once each open question is answered, each range narrowed,
//! each weight known.
//!
//! The values are computed elsewhere; until they are there, a sentence stands here.

use super::{
    Area, ChartOptions, Scene, Subject, font,
    heading::{self, Heading},
    rows::{Grid, OUT, Ticks, message, rule, strong, write},
    scene::{Align, Cell, Point, Shape, Spot, Table, Weight},
    sizes::Sizes,
    style::{Marker, Paint, Role},
    words,
};
use crate::{
    assessment::{Information, Unknown, WORTH_KNOWING, Worth},
    wording,
};

/// So many bars are drawn, if there is room; the table has all.
const MOST_BARS: usize = 8;

/// The axis goes at least this far, so that a hundredth of a point does not fill the picture.
const LEAST_AXIS: f64 = 0.1;

struct Chart<'a> {
    subject: Subject<'a>,
    sizes: Sizes,
    highlight: Option<usize>,
    information: Option<&'a Information>,
    /// What is worth a bar.
    bars: Vec<&'a Worth>,
}

pub fn draw(subject: Subject<'_>, options: &ChartOptions) -> Scene {
    let heading = Heading {
        title: text!("chart-information-title", profile = words::name(&subject.profile.name)),
        subtitle: text!("chart-information-subtitle"),
        note: text!("chart-information-note"),
    };
    let information = subject.information.filter(|information| information.items.iter().all(|worth| worth.about.is_of(subject.assessment)));
    let worthy = |worth: &&Worth| worth.gain >= WORTH_KNOWING || (worth.changes_leader && worth.gain > 0.0);
    let bars = information.map(|information| information.items.iter().filter(worthy).collect()).unwrap_or_default();
    let chart = Chart { subject, sizes: Sizes::new(options), highlight: options.highlight, information, bars };
    let mut scene = heading::scene(&heading, subject, options, chart.summary(), chart.table());
    let area = heading::draw(&mut scene, &heading, subject, options, &chart.sizes);
    chart.draw(&mut scene, area);
    scene
}

impl Chart<'_> {
    fn draw(&self, scene: &mut Scene, area: Area) {
        let sizes = &self.sizes;
        let caption = sizes.caption;
        if self.bars.is_empty() {
            message(scene, area, sizes, &self.nothing());
            return;
        }
        let below = caption * 3.4;
        let fitting = ((area.height() - below) / (caption * 2.0)).floor().max(1.0) as usize;
        let n = self.bars.len().min(MOST_BARS).min(fitting);
        let row = ((area.height() - below) / n as f64).min(sizes.label * 3.8);
        let size = sizes.label.min(row * 0.6);
        let value = font::width("0.00", size, Weight::SemiBold) + sizes.gap;
        let left = area.min.x + area.width() * 0.44;
        let right = (area.max.x - value - sizes.gap).max(left + 1.0);
        let most = self.bars.iter().map(|worth| worth.gain).fold(LEAST_AXIS, f64::max);
        let is_roomy = row > Sizes::leading(size) * 2.1;
        let grid = Grid { start: area.min.x, left, right, least: 0.0, most, top: area.min.y, row, size, is_roomy };
        let bottom = grid.top + row * n as f64;
        let ticks = Ticks::between(0.0, most, ((right - left) / (caption * 6.0)) as usize);
        for &tick in &ticks.values {
            let x = grid.x(tick);
            let role = if tick == 0.0 { Role::Frame } else { Role::Grid };
            rule(scene, Point::new(x, grid.top), Point::new(x, bottom), sizes.hairline, role);
            write(scene, None, Point::new(x, bottom + caption * 1.35), &ticks.label(tick), caption, Role::Caption, Align::Middle);
        }
        let axis = font::fit(&text!("chart-information-axis"), caption, Weight::Regular, right - left);
        write(scene, None, Point::new(f64::midpoint(left, right), bottom + caption * 2.75), &axis, caption, Role::Caption, Align::Middle);
        for (nth, worth) in self.bars.iter().take(n).enumerate() {
            self.row(scene, worth, &grid, grid.top + row * nth as f64);
        }
        if n < self.bars.len() {
            let left_out: usize = self.bars.len() - n;
            let more = text!("chart-legend-more", count = left_out);
            let more = font::fit(&more, caption, Weight::Regular, left - sizes.gap * 3.0 - grid.start);
            write(scene, None, Point::new(grid.start, bottom + caption * 1.35), &more, caption, Role::Secondary, Align::Start);
        }
    }

    fn row(&self, scene: &mut Scene, worth: &Worth, grid: &Grid, top: f64) {
        let sizes = &self.sizes;
        let middle = top + grid.row / 2.0;
        let series = if let Unknown::Ratings { alternative, .. } = worth.about { Some(alternative) } else { None };
        let strength = if self.highlight.is_some_and(|strong| series.is_some_and(|series| series != strong)) { OUT } else { 1.0 };
        let paint = match (&worth.about, series) {
            (_, Some(series)) => Paint::faint(Role::Slot(scene.series[series].slot), 0.5 * strength),
            (Unknown::Fact(_), None) => Paint::solid(Role::Neutral),
            _ => Paint::faint(Role::Neutral, 0.45),
        };
        let indent = sizes.marker * 2.0;
        let at = Point::new(grid.start + sizes.marker * 0.7, middle);
        let marker_size = sizes.marker.min(grid.size * 0.8);
        if let Some(series) = series {
            let slot = scene.series[series].slot;
            let paint = Paint::faint(Role::Slot(slot), strength);
            scene.draw_for(series, Shape::Symbol { at, marker: Marker::of_slot(slot), size: marker_size, paint });
        } else if matches!(worth.about, Unknown::Fact(_)) {
            write(scene, None, at, "?", grid.size, Role::Secondary, Align::Middle);
        }
        let room = grid.left - sizes.gap * 1.6 - grid.start - indent;
        let words = self.words(worth);
        let lines = font::lines(&words, grid.size, Weight::Regular, room, if grid.is_roomy { 2 } else { 1 });
        let high = Sizes::leading(grid.size);
        for (nth, line) in lines.iter().enumerate() {
            let y = middle + high * (nth as f64 - (lines.len() - 1) as f64 / 2.0);
            write(scene, series, Point::new(grid.start + indent, y), line, grid.size, Role::Ink, Align::Start);
        }
        let thick = (grid.row * 0.5).min(sizes.label * 1.6);
        let (min, max) = (Point::new(grid.left, middle - thick / 2.0), Point::new(grid.x(worth.gain), middle + thick / 2.0));
        let bar = Shape::Rect { min, max, radius: 0.0, paint };
        match series {
            Some(series) => scene.draw_for(series, bar),
            None => scene.draw(bar),
        }
        let at = Point::new(max.x + sizes.gap * 0.8, middle);
        strong(scene, series, at, &wording::gain(worth.gain), grid.size, Role::Ink, Align::Start);
        let label = format!("{words}\n{}", self.value(worth));
        scene.spots.push(Spot { at: Point::new(max.x, middle), series: series.unwrap_or(0), label });
    }

    fn words(&self, worth: &Worth) -> String {
        words::name(&wording::unknown(self.subject.catalogue, self.subject.assessment, &worth.about))
    }

    fn value(&self, worth: &Worth) -> String {
        let gain = text!("chart-information-gain", gain = wording::gain(worth.gain));
        if worth.changes_leader { format!("{gain} {}", text!("say-could-change-leader")) } else { gain }
    }

    fn nothing(&self) -> String {
        match self.information {
            None => text!("chart-information-pending"),
            Some(_) if self.subject.assessment.verdict.leader.is_none() => text!("chart-acceptability-nobody"),
            Some(_) => text!("chart-information-nothing"),
        }
    }

    fn summary(&self) -> String {
        let named: Vec<String> = self
            .bars
            .iter()
            .take(3)
            .map(|worth| text!("chart-said-worth", what = self.words(worth), gain = wording::gain(worth.gain)))
            .collect();
        if named.is_empty() {
            return self.nothing();
        }
        let first = text!("chart-said-find-out", what = named.join("; "));
        let changing = self.bars.iter().filter(|worth| worth.changes_leader).count();
        format!("{first} {}", text!("chart-said-could-change", count = changing))
    }

    /// One row per thing that is not known, worth a bar or not.
    fn table(&self) -> Table {
        let columns = vec![
            text!("chart-column-unknown"),
            text!("chart-column-kind"),
            text!("chart-column-gain"),
            text!("chart-column-changes-leader"),
        ];
        let kind = |worth: &Worth| match worth.about {
            Unknown::Fact(_) => text!("chart-kind-fact"),
            Unknown::Ratings { .. } => text!("chart-kind-ratings"),
            Unknown::Weight { .. } => text!("chart-kind-weight"),
        };
        let row = |worth: &Worth| {
            vec![
                Cell::Text(self.words(worth)),
                Cell::Text(kind(worth)),
                Cell::Number { value: worth.gain, decimals: 3 },
                Cell::Text(wording::yes_no(worth.changes_leader)),
            ]
        };
        let rows = self.information.map(|information| information.items.iter().map(row).collect()).unwrap_or_default();
        Table { columns, rows }
    }
}
