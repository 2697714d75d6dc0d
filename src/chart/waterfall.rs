//! Waterfall: the steps from one total to another, the largest first, small ones gathered; here from the leader's score to another's.
//!
//! The drawing knows nothing of criteria, so that anything that adds up can be drawn: see [`Walk`].

mod said;

use super::{
    ChartOptions, Scene, Subject,
    area::Area,
    font,
    heading::{self, Heading},
    rows::{Grid, OUT, Ticks, message, rule, strong, write},
    scene::{Align, Point, Series, Shape, Spot, Table, Weight},
    sizes::Sizes,
    style::{Dash, Marker, Paint, Role},
    words,
};
use crate::{
    assessment::{Assessment, compared_with, steps},
    wording,
};

/// Steps smaller than this are gathered: they do not show in a score with one decimal.
const SMALL: f64 = 0.05;

/// The height of a row, and the size of letters, of a walk on its own in the window, in points.
const ROW: f64 = 25.0;
const LETTERS: f64 = 11.5;

/// A way from one total to another in steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Walk {
    pub from: Total,
    /// The largest first; they sum to the difference of the totals.
    pub steps: Vec<WalkStep>,
    pub to: Total,
}

/// Where a walk begins or ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    pub label: String,
    pub value: f64,
    /// The series of the scene whose colour and marker it has. Steps that add have the last total's colour, those that take away the first one's.
    pub series: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct WalkStep {
    pub label: String,
    pub by: f64,
    /// What it says when it is pointed at, beside its name and size.
    pub remark: String,
}

struct Chart<'a> {
    subject: Subject<'a>,
    /// `None` where there are no two to compare.
    walk: Option<(usize, usize, Walk)>,
}

pub fn draw(subject: Subject<'_>, options: &ChartOptions) -> Scene {
    let chart = Chart { subject, walk: walk(subject, options.against) };
    let profile = words::name(&subject.profile.name);
    let heading = Heading {
        title: text!("chart-waterfall-title", profile = profile, question = question(subject, options.against)),
        subtitle: chart.subtitle(),
        note: text!("chart-waterfall-note"),
    };
    let mut scene = heading::scene(&heading, subject, options, chart.summary(), chart.table());
    let sizes = Sizes::new(options);
    let area = heading::draw(&mut scene, &heading, subject, options, &sizes);
    match &chart.walk {
        Some((_, _, walk)) => draw_walk(&mut scene, area, &sizes, walk, options.highlight),
        None => message(&mut scene, area, &sizes, &chart.nothing()),
    }
    scene
}

/// Whom a waterfall is about: the alternative that was asked for, else the runner-up, else the second of the ranking.
pub fn asked_about(assessment: &Assessment, against: Option<usize>) -> Option<usize> {
    let valid = against.filter(|&i| i < assessment.alternatives.len());
    valid.or(assessment.verdict.runner_up).or_else(|| assessment.ranking.get(1).copied())
}

/// "Why not Rust?", or "Why Go?" for the leader itself.
pub fn question(subject: Subject<'_>, against: Option<usize>) -> String {
    let assessment = subject.assessment;
    match asked_about(assessment, against) {
        Some(i) if assessment.verdict.leader == Some(i) => {
            text!("chart-waterfall-why", name = words::name(&assessment.alternatives[i].name))
        }
        Some(i) => text!("chart-waterfall-why-not", name = words::name(&assessment.alternatives[i].name)),
        None => text!("chart-waterfall"),
    }
}

/// From the one who is compared with to the one who is asked about.
fn walk(subject: Subject<'_>, against: Option<usize>) -> Option<(usize, usize, Walk)> {
    let assessment = subject.assessment;
    let to = asked_about(assessment, against).filter(|_| !assessment.criteria.is_empty())?;
    let from = compared_with(assessment, to)?;
    let total = |i: usize| {
        let alternative = &assessment.alternatives[i];
        Total { label: words::name(&alternative.name), value: alternative.score, series: i }
    };
    let step = |step: crate::assessment::Step| {
        let rating = |i: usize| {
            let rating = wording::score(assessment.ratings[i][step.criterion].rating.mode);
            text!("chart-waterfall-rated", name = words::name(&assessment.alternatives[i].name), rating = rating)
        };
        let criterion = &assessment.criteria[step.criterion];
        let weight = wording::percent(criterion.weight);
        let remark = text!("chart-waterfall-step", weight = weight, from = rating(from), to = rating(to));
        WalkStep { label: words::name(&criterion.name), by: step.by, remark }
    };
    let walk = Walk { from: total(from), steps: steps(assessment, from, to).into_iter().map(step).collect(), to: total(to) };
    Some((from, to, walk))
}

/// A walk of one alternative as a picture of its own for the window, as high as its steps need.
pub fn walk_scene(title: String, alternative: Series, walk: &Walk, width: f64) -> Scene {
    let n_rows = walk.steps.len() + 2;
    let options = ChartOptions::for_window(width, ROW * (n_rows as f64 + 1.5)).valid();
    // Letters keep one size however few steps there are.
    let sizes = Sizes::new(&ChartOptions { text_size: Some(LETTERS), ..options.clone() });
    let (width, height, margin) = (options.width, options.height, sizes.margin);
    let (summary, series) = (said::summary(walk), vec![alternative]);
    let mut scene = Scene { width, height, title, series, marks: Vec::new(), spots: Vec::new(), summary, table: Table::default() };
    draw_walk(&mut scene, Area::new(margin, margin, width - margin, height - margin), &sizes, walk, None);
    scene
}

/// Draws the rows of one walk.
struct Pen<'a> {
    sizes: &'a Sizes,
    grid: Grid,
    highlight: Option<usize>,
}

/// Draws a walk from top to bottom: the first total, a floating bar for every step, the last total.
fn draw_walk(scene: &mut Scene, area: Area, sizes: &Sizes, walk: &Walk, highlight: Option<usize>) {
    let caption = sizes.caption;
    let fitting = ((area.height() - caption * 3.4) / (caption * 1.75)).floor().max(3.0) as usize - 2;
    let shown = gathered(&walk.steps, fitting);
    let pen = Pen { sizes, grid: grid(area, sizes, walk, &shown), highlight };
    let grid = &pen.grid;
    let n_rows = shown.len() + 2;
    let bottom = grid.top + grid.row * n_rows as f64;
    let ticks = Ticks::between(grid.least, grid.most, ((grid.right - grid.left) / (caption * 6.0)) as usize);
    for &tick in &ticks.values {
        let x = grid.x(tick);
        rule(scene, Point::new(x, grid.top), Point::new(x, bottom), sizes.hairline, Role::Grid);
        write(scene, None, Point::new(x, bottom + caption * 1.35), &ticks.label(tick), caption, Role::Caption, Align::Middle);
    }
    let mut at = walk.from.value;
    pen.total(scene, &walk.from, 0);
    for (nth, step) in shown.iter().enumerate() {
        // What takes away speaks for the one that the walk comes from, what adds for the one that it goes to.
        let series = if step.by < 0.0 { walk.from.series } else { walk.to.series };
        pen.step(scene, step, at, nth + 1, series);
        at += step.by;
    }
    let (x, end) = (grid.x(walk.to.value), grid.middle(n_rows - 1));
    rule(scene, Point::new(x, end - grid.row * 0.72), Point::new(x, end - sizes.marker * 0.9), sizes.hairline, Role::Frame);
    pen.total(scene, &walk.to, n_rows - 1);
}

/// At most so many steps: what is small or does not fit becomes one step, last, if it is more than one.
fn gathered(steps: &[WalkStep], most: usize) -> Vec<WalkStep> {
    let n_large = steps.iter().take_while(|step| step.by.abs() >= SMALL).count();
    // One small step keeps its name: "one other" would say less in as much room.
    let n = if steps.len() - n_large <= 1 { steps.len() } else { n_large };
    let n_rows = if n == steps.len() { n } else { n + 1 };
    let n = if n_rows <= most { n } else { most.saturating_sub(1) };
    let (shown, rest) = steps.split_at(n);
    let mut shown = shown.to_vec();
    if !rest.is_empty() {
        let names: Vec<String> = rest.iter().map(|step| step.label.clone()).collect();
        let count: usize = rest.len();
        let by = rest.iter().map(|step| step.by).sum();
        shown.push(WalkStep { label: text!("chart-waterfall-others", count = count), by, remark: wording::list(&names) });
    }
    shown
}

fn grid(area: Area, sizes: &Sizes, walk: &Walk, shown: &[WalkStep]) -> Grid {
    let caption = sizes.caption;
    let row = ((area.height() - caption * 2.2) / (shown.len() + 2) as f64).min(sizes.label * 3.2);
    let size = sizes.label.min(row * 0.62);
    let width = |label: &str, weight| font::width(label, size, weight);
    let names = shown.iter().map(|step| width(&step.label, Weight::Regular));
    let ends = [&walk.from, &walk.to].map(|total| width(&total.label, Weight::SemiBold) + sizes.marker * 2.0);
    let names = names.chain(ends).fold(0.0, f64::max).min(area.width() * 0.38);
    let number = font::width("\u{2212}10.0", size, Weight::SemiBold) + sizes.gap;
    let left = area.min.x + names + sizes.gap * 2.0 + number;
    let right = (area.max.x - number).max(left + 1.0);
    let mut totals = vec![walk.from.value, walk.to.value];
    totals.extend(shown.iter().scan(walk.from.value, |at, step| {
        *at += step.by;
        Some(*at)
    }));
    let (least, most) = (totals.iter().copied().fold(f64::INFINITY, f64::min), totals.iter().copied().fold(f64::NEG_INFINITY, f64::max));
    // Two that are level are not drawn as if worlds apart.
    let air = (0.1 - (most - least)).max(0.0) / 2.0;
    Grid { start: area.min.x, left, right, least: least - air, most: most + air, top: area.min.y, row, size, is_roomy: false }
}

impl Pen<'_> {
    fn strength(&self, series: usize) -> f64 {
        if self.highlight.is_some_and(|strong| strong != series) { OUT } else { 1.0 }
    }

    /// Whether there is room for numbers beside the bars.
    fn has_numbers(&self) -> bool {
        self.grid.right - self.grid.left > self.sizes.caption * 6.0
    }

    /// The room for a name that begins at `from`.
    fn room(&self, from: f64) -> f64 {
        let number = font::width("\u{2212}10.0", self.grid.size, Weight::SemiBold) + self.sizes.gap;
        self.grid.left - self.sizes.gap - number - from
    }

    /// A total: its marker on the axis, and its number beside it.
    fn total(&self, scene: &mut Scene, total: &Total, nth: usize) {
        let Self { sizes, grid, .. } = self;
        let (series, middle) = (total.series, grid.middle(nth));
        let slot = scene.series[series].slot;
        let paint = Paint::faint(Role::Slot(slot), self.strength(series));
        let symbol = |at: Point, size: f64| Shape::Symbol { at, marker: Marker::of_slot(slot), size, paint };
        scene.draw_for(series, symbol(Point::new(grid.start + sizes.marker * 0.7, middle), sizes.marker.min(grid.size * 0.8)));
        let left = grid.start + sizes.marker * 2.0;
        let name = font::fit(&total.label, grid.size, Weight::SemiBold, self.room(left));
        strong(scene, Some(series), Point::new(left, middle), &name, grid.size, Role::Ink, Align::Start);
        let at = Point::new(grid.x(total.value), middle);
        scene.draw_for(series, symbol(at, sizes.marker.min(grid.row * 0.5)));
        let score = wording::score(total.value);
        if self.has_numbers() {
            let x = at.x + sizes.marker + sizes.gap * 0.4;
            strong(scene, Some(series), Point::new(x, middle), &score, grid.size, Role::Ink, Align::Start);
        }
        let label = text!("chart-hover-value", name = total.label.clone(), value = score);
        scene.spots.push(Spot { at, series, label });
    }

    /// One step: a bar from the total `at` to the one after it, joined to the row before by a thin line.
    fn step(&self, scene: &mut Scene, step: &WalkStep, at: f64, nth: usize, series: usize) {
        let Self { sizes, grid, .. } = self;
        let middle = grid.middle(nth);
        let slot = scene.series[series].slot;
        let name = font::fit(&step.label, grid.size, Weight::Regular, self.room(grid.start));
        write(scene, Some(series), Point::new(grid.start, middle), &name, grid.size, Role::Ink, Align::Start);
        let (from, to) = (grid.x(at), grid.x(at + step.by));
        let thick = (grid.row * 0.56).min(sizes.label * 1.7);
        let (min, max) = (Point::new(from.min(to), middle - thick / 2.0), Point::new(from.max(to), middle + thick / 2.0));
        // Lines of the grid must not shine through.
        for paint in [Paint::solid(Role::Ground), Paint::faint(Role::Slot(slot), 0.75 * self.strength(series))] {
            scene.draw_for(series, Shape::Rect { min, max, radius: 0.0, paint });
        }
        let edge = vec![Point::new(from, middle - grid.row + thick / 2.0), Point::new(from, middle - thick / 2.0)];
        scene.draw(Shape::Line { points: edge, closed: false, width: sizes.hairline, paint: Paint::solid(Role::Frame), dash: Dash::SOLID });
        let by = wording::signed_score(step.by);
        if self.has_numbers() {
            let (x, align) = if step.by < 0.0 { (min.x - sizes.gap * 0.6, Align::End) } else { (max.x + sizes.gap * 0.6, Align::Start) };
            write(scene, Some(series), Point::new(x, middle), &by, sizes.caption, Role::Secondary, align);
        }
        let head = text!("chart-hover-value", name = step.label.clone(), value = by);
        scene.spots.push(Spot { at: Point::new(to, middle), series, label: format!("{head}\n{}", step.remark) });
    }
}
