//! Rank acceptability: in which share of everything plausible each alternative takes each place, as stacked bars.
//!
//! The shares are sampled elsewhere; until they are there, a sentence stands here.

mod said;

use super::{
    ChartOptions, Scene, Subject,
    area::Area,
    font,
    heading::{self, Heading},
    rows::{self, Grid, Head, OUT, key, message, outline, rule, strong, write},
    scene::{Align, Point, Shape, Spot, Weight},
    sizes::Sizes,
    style::{Paint, Role},
    words,
};
use crate::{assessment::Robustness, wording};

/// The shares that have a number on the axis.
const TICKS: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];

/// More places than this are not named in the key: the tints repeat.
const MOST_NAMED: usize = 6;

/// An alternative and how often it takes each place.
struct Bar {
    /// Position in the assessment.
    series: usize,
    /// By place, the first first; empty where it was not sampled.
    shares: Vec<f64>,
}

struct Chart<'a> {
    subject: Subject<'a>,
    robustness: Option<&'a Robustness>,
    sizes: Sizes,
    highlight: Option<usize>,
    bars: Vec<Bar>,
    n_places: usize,
}

pub fn draw(subject: Subject<'_>, options: &ChartOptions) -> Scene {
    let assessment = subject.assessment;
    let n = assessment.alternatives.len();
    // An older robustness may be of other alternatives.
    let robustness = subject.robustness.filter(|robustness| robustness.alternatives.iter().all(|i| *i < n));
    let shares = |i: usize| robustness.and_then(|robustness| robustness.acceptability(i)).unwrap_or_default().to_vec();
    let bars: Vec<Bar> = assessment.ranking.iter().map(|&series| Bar { series, shares: shares(series) }).collect();
    let n_places = bars.iter().map(|bar| bar.shares.len()).max().unwrap_or(0);
    let heading = Heading {
        title: text!("chart-acceptability-title", profile = words::name(&subject.profile.name)),
        subtitle: text!("chart-acceptability-subtitle"),
        note: note(subject),
    };
    let chart = Chart { subject, robustness, sizes: Sizes::new(options), highlight: options.highlight, bars, n_places };
    let mut scene = heading::scene(&heading, subject, options, chart.summary(), chart.table());
    let area = heading::draw(&mut scene, &heading, subject, options, &chart.sizes);
    chart.draw(&mut scene, area);
    scene
}

/// How precise the shares are.
pub fn note(subject: Subject<'_>) -> String {
    subject.robustness.map_or_else(|| text!("chart-acceptability-note"), wording::precision)
}

impl Chart<'_> {
    fn draw(&self, scene: &mut Scene, area: Area) {
        if self.n_places == 0 {
            message(scene, area, &self.sizes, &self.nothing());
            return;
        }
        let area = self.key(scene, area);
        let grid = self.grid(scene, area);
        let bottom = grid.top + grid.row * self.bars.len() as f64;
        let caption = self.sizes.caption;
        for tick in TICKS {
            let x = grid.x(tick);
            let role = if tick == 0.0 { Role::Frame } else { Role::Grid };
            rule(scene, Point::new(x, grid.top), Point::new(x, bottom), self.sizes.hairline, role);
            // Between the ends there is not always room for every number.
            let is_end = tick == 0.0 || tick == 1.0;
            if is_end || grid.right - grid.left > caption * 22.0 {
                write(scene, None, Point::new(x, bottom + caption * 1.35), &wording::percent(tick), caption, Role::Caption, Align::Middle);
            }
        }
        for (n, bar) in self.bars.iter().enumerate() {
            self.row(scene, bar, &grid, grid.top + grid.row * n as f64);
        }
    }

    /// Which tint is which place.
    fn key(&self, scene: &mut Scene, area: Area) -> Area {
        let place = |nth: usize| (Some(Paint::place(Role::Neutral, nth)), said::place(nth + 1));
        let mut entries: Vec<(Option<Paint>, String)> = (0..self.n_places.min(MOST_NAMED)).map(place).collect();
        if self.n_places > MOST_NAMED {
            entries.push((None, text!("chart-acceptability-key-more")));
        }
        key(scene, area, &self.sizes, &entries)
    }

    fn grid(&self, scene: &Scene, area: Area) -> Grid {
        let sizes = &self.sizes;
        let bottom = area.max.y - sizes.caption * 1.9;
        let row = ((bottom - area.min.y) / self.bars.len() as f64).min(sizes.label * 6.0);
        let size = sizes.label.min(row * 0.72);
        let is_roomy = row > size * 2.8;
        let names = self.bars.iter().map(|bar| font::width(&scene.series[bar.series].name, size, Weight::SemiBold)).fold(0.0, f64::max);
        let failed = self.bars.iter().map(|bar| self.subject.assessment.alternatives[bar.series].failed.len()).filter(|count| *count > 0);
        let under = failed.map(|count| font::width(&rows::failing(count), sizes.caption, Weight::Regular)).fold(0.0, f64::max);
        let most = area.width() * 0.3;
        let indent = Head::indent(Head::place_width(self.bars.len(), size), sizes);
        let left = area.min.x + indent + names.max(if is_roomy { under } else { 0.0 }).min(most) + sizes.gap * 2.2;
        let right = area.max.x - sizes.gap * 2.0 - font::width(&wording::percent(0.999), size, Weight::SemiBold);
        Grid { start: area.min.x, left, right: right.max(left + 1.0), least: 0.0, most: 1.0, top: area.min.y, row, size, is_roomy }
    }

    fn row(&self, scene: &mut Scene, bar: &Bar, grid: &Grid, top: f64) {
        let sizes = &self.sizes;
        let strength = if self.highlight.is_some_and(|strong| strong != bar.series) { OUT } else { 1.0 };
        let middle = top + grid.row * 0.5;
        let thick = (grid.row * 0.62).min(sizes.label * 3.0);
        let head = Head {
            left: sizes.margin,
            right: grid.left - sizes.gap * 2.0,
            place_width: Head::place_width(self.bars.len(), grid.size),
            size: grid.size,
            is_roomy: grid.is_roomy,
        };
        head.draw(scene, self.subject, bar.series, middle, strength, sizes);
        let Some(first) = bar.shares.first() else { return };
        // Lines of the grid must not shine through.
        let (min, max) =
            (Point::new(grid.x(0.0) + sizes.hairline * 0.5, middle - thick / 2.0), Point::new(grid.x(1.0), middle + thick / 2.0));
        scene.draw_for(bar.series, Shape::Rect { min, max, radius: 0.0, paint: Paint::solid(Role::Ground) });
        let mut from = 0.0;
        for (nth, share) in bar.shares.iter().enumerate().filter(|(_, share)| **share > 0.0) {
            let to = from + share;
            let gap = sizes.hairline.min((grid.x(to) - grid.x(from)) * 0.3);
            let segment = Area::new(grid.x(from), middle - thick / 2.0, grid.x(to) - gap, middle + thick / 2.0);
            self.segment(scene, bar, nth, segment, strength);
            from = to;
        }
        outline(scene, Some(bar.series), Area { min, max }, sizes.hairline * 0.6);
        let at = Point::new(grid.right + sizes.gap * 2.0, middle);
        strong(scene, Some(bar.series), at, &wording::percent(*first), grid.size, Role::Ink, Align::Start);
    }

    /// One place's part of a bar, with its share where it fits.
    fn segment(&self, scene: &mut Scene, bar: &Bar, nth: usize, area: Area, strength: f64) {
        let sizes = &self.sizes;
        let tint = Paint::place(Role::Slot(scene.series[bar.series].slot), nth);
        let paint = Paint { alpha: tint.alpha * strength, ..tint };
        scene.draw_for(bar.series, Shape::Rect { min: area.min, max: area.max, radius: 0.0, paint });
        let (name, value) = (said::place(nth + 1), wording::percent(bar.shares[nth]));
        let size = sizes.caption.min(area.height() * 0.62);
        let room = area.width() - size * 0.7;
        let fits = |text: &str| font::width(text, size, Weight::Regular) <= room;
        let centre = area.centre();
        let mut put = |y: f64, text: &str| write(scene, Some(bar.series), Point::new(centre.x, y), text, size, Role::Ink, Align::Middle);
        if area.height() >= size * 2.6 && fits(&name) && fits(&value) {
            put(centre.y - size * 0.62, &name);
            put(centre.y + size * 0.62, &value);
        } else if size >= sizes.caption * 0.75 && fits(&value) {
            put(centre.y, &value);
        }
        scene.spots.push(Spot { at: centre, series: bar.series, label: self.part(bar, nth) });
    }
}
