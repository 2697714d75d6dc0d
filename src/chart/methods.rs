//! Methods: the places that every ranking method gives, one row a method, with a line for each alternative from row to row.
//!
//! Lines that cross are where methods disagree. What the methods do is the assessment's.

use super::{
    Area, ChartOptions, Scene, Subject, font,
    heading::{self, FADED, Heading},
    rows::{message, rule, strong, write},
    scene::{Align, Cell, Point, Shape, Spot, Table, Weight},
    sizes::Sizes,
    style::{Dash, Marker, Paint, Role},
    words,
};
use crate::{
    assessment::{MethodRanking, Methods, methods},
    wording,
};

/// A column of so many font sizes has a name above it, be it cut off; in a narrower one it has to fit.
const ROOM_FOR_NAMES: f64 = 9.0;

struct Chart<'a> {
    subject: Subject<'a>,
    sizes: Sizes,
    highlight: Option<usize>,
    methods: Option<Methods>,
    /// Who competes, in the order of the verdict.
    order: Vec<usize>,
}

pub fn draw(subject: Subject<'_>, options: &ChartOptions) -> Scene {
    let assessment = subject.assessment;
    let methods = methods(assessment);
    let heading = Heading {
        title: text!("chart-methods-title", profile = words::name(&subject.profile.name)),
        subtitle: text!("chart-methods-subtitle"),
        note: note(subject),
    };
    let order = assessment.ranking.iter().copied().filter(|&i| assessment.alternatives[i].is_eligible()).collect();
    let chart = Chart { subject, sizes: Sizes::new(options), highlight: options.highlight, methods, order };
    let mut scene = heading::scene(&heading, subject, options, chart.summary(), chart.table());
    let area = heading::draw(&mut scene, &heading, subject, options, &chart.sizes);
    match &chart.methods {
        Some(methods) if chart.order.len() > 1 => chart.draw(&mut scene, area, methods),
        _ => message(&mut scene, area, &chart.sizes, &chart.nothing()),
    }
    scene
}

/// Who dissents and why, or that nobody does.
pub fn note(subject: Subject<'_>) -> String {
    let said = methods(subject.assessment).map(|methods| wording::dissents(subject.assessment, &methods)).unwrap_or_default();
    words::plain(&if said.is_empty() { text!("chart-methods-note") } else { said.join(" ") })
}

/// Where columns of places and rows of methods lie.
struct Grid {
    start: f64,
    left: f64,
    column: f64,
    top: f64,
    row: f64,
    /// Where the agreement stands.
    agreement: f64,
}

impl Grid {
    fn at(&self, place: usize, row: usize) -> Point {
        Point::new(self.left + self.column * (place as f64 + 0.5), self.top + self.row * (row as f64 + 0.5))
    }
}

impl Chart<'_> {
    fn draw(&self, scene: &mut Scene, area: Area, methods: &Methods) {
        let sizes = &self.sizes;
        let (label, caption) = (sizes.label, sizes.caption);
        let names: Vec<String> = methods.rankings.iter().map(|ranking| wording::method(ranking.method)).collect();
        let wide = names
            .iter()
            .map(|name| font::width(name, label, Weight::SemiBold))
            .fold(0.0, f64::max)
            .max(area.width() * 0.26)
            .min(area.width() * 0.34)
            .min(label * 17.0);
        let agreement = font::width(&text!("chart-methods-same"), caption, Weight::Regular).min(area.width() * 0.2);
        let left = area.min.x + wide + sizes.gap * 1.5;
        let right = area.max.x - agreement - sizes.gap * 1.5;
        let area = if self.is_named(scene, right - left) { area } else { heading::legend(scene, area, sizes, self.highlight) };
        let column = ((right - left) / self.order.len() as f64).max(1.0);
        let head = caption * 1.6 + Sizes::leading(label) * 1.2;
        let row = ((area.max.y - area.min.y - head) / names.len() as f64).min(label * 6.0).max(1.0);
        let grid = Grid { start: area.min.x, left, column, top: area.min.y + head, row, agreement: area.max.x };
        self.columns(scene, &grid, area.min.y, names.len());
        let places: Vec<Vec<usize>> = methods.rankings.iter().map(|ranking| self.in_order(ranking)).collect();
        for &series in &self.order {
            self.line(scene, &grid, series, &places, methods);
        }
        for (nth, (ranking, name)) in methods.rankings.iter().zip(&names).enumerate() {
            self.row(scene, &grid, nth, ranking, name, wide);
        }
    }

    /// The places, and whose they are by the verdict.
    fn columns(&self, scene: &mut Scene, grid: &Grid, top: f64, n_rows: usize) {
        let sizes = &self.sizes;
        let ordinal = |place: usize| text!("chart-place", place = place);
        let widest = (1..=self.order.len()).map(|place| font::width(&ordinal(place), sizes.caption, Weight::Regular)).fold(0.0, f64::max);
        let is_numbered = widest + sizes.gap < grid.column;
        let is_named = self.is_named(scene, grid.column * self.order.len() as f64);
        for (place, &series) in self.order.iter().enumerate() {
            let x = grid.at(place, 0).x;
            rule(scene, Point::new(x, grid.top), Point::new(x, grid.top + grid.row * n_rows as f64), sizes.hairline, Role::Grid);
            if is_numbered {
                let at = Point::new(x, top + sizes.caption * 0.8);
                write(scene, None, at, &ordinal(place + 1), sizes.caption, Role::Caption, Align::Middle);
            }
            if is_named {
                let name = font::fit(&scene.series[series].name, sizes.label, Weight::SemiBold, grid.column - sizes.gap);
                let role = Role::SlotText(scene.series[series].slot);
                let at = Point::new(x, grid.top - Sizes::leading(sizes.label) * 0.5);
                strong(scene, Some(series), at, &name, sizes.label, role, Align::Middle);
            }
        }
    }

    /// Whether columns in so much room are wide enough for names.
    fn is_named(&self, scene: &Scene, room: f64) -> bool {
        let column = room / self.order.len() as f64;
        let width = |&series: &usize| font::width(&scene.series[series].name, self.sizes.label, Weight::SemiBold);
        let fits = self.order.iter().all(|series| width(series) <= column - self.sizes.gap);
        fits || column > self.sizes.label * ROOM_FOR_NAMES
    }

    /// Who competes in a method's order; of equals, the verdict's first.
    fn in_order(&self, ranking: &MethodRanking) -> Vec<usize> {
        let mut order = self.order.clone();
        order.sort_by_key(|&i| ranking.places[i]);
        order
    }

    fn line(&self, scene: &mut Scene, grid: &Grid, series: usize, orders: &[Vec<usize>], methods: &Methods) {
        let sizes = &self.sizes;
        let slot = scene.series[series].slot;
        let strength = if self.highlight.is_none_or(|strong| strong == series) { 1.0 } else { FADED };
        let paint = Paint::faint(Role::Slot(slot), strength);
        let points: Vec<Point> =
            orders.iter().enumerate().filter_map(|(row, order)| Some(grid.at(order.iter().position(|i| *i == series)?, row))).collect();
        scene
            .draw_for(series, Shape::Line { points: points.clone(), closed: false, width: sizes.stroke, paint, dash: Dash::of_slot(slot) });
        let size = (sizes.marker * 1.3).min(grid.row * 0.5).min(grid.column * 0.6);
        for (at, ranking) in points.into_iter().zip(&methods.rankings) {
            scene.draw_for(series, Shape::Symbol { at, marker: Marker::of_slot(slot), size, paint });
            let place = ranking.places[series].unwrap_or_default();
            let name = scene.series[series].name.clone();
            let label = text!(
                "chart-methods-point",
                name = name,
                place = text!("chart-place", place = place),
                method = wording::method(ranking.method)
            );
            scene.spots.push(Spot { at, series, label });
        }
    }

    /// The method's name, what it does, and how far it agrees.
    fn row(&self, scene: &mut Scene, grid: &Grid, nth: usize, ranking: &MethodRanking, name: &str, room: f64) {
        let sizes = &self.sizes;
        let middle = grid.at(0, nth).y;
        let size = sizes.label.min(grid.row * 0.6);
        let name = font::fit(name, size, Weight::SemiBold, room);
        let about = font::lines(&wording::method_about(ranking.method), sizes.caption, Weight::Regular, room, 2);
        let is_roomy = grid.row > Sizes::leading(size) + Sizes::leading(sizes.caption) * 2.2;
        let line = if is_roomy { middle - Sizes::leading(sizes.caption) * 0.75 } else { middle };
        let put = if nth == 0 { strong } else { write };
        put(scene, None, Point::new(grid.start, line), &name, size, Role::Ink, Align::Start);
        if is_roomy {
            for (k, words) in about.iter().enumerate() {
                let y = line + Sizes::leading(size) * 0.55 + Sizes::leading(sizes.caption) * (k as f64 + 0.5);
                write(scene, None, Point::new(grid.start, y), words, sizes.caption, Role::Secondary, Align::Start);
            }
        }
        if nth > 0
            && let Some(tau) = ranking.agreement
        {
            let room = grid.agreement - grid.left - grid.column * self.order.len() as f64;
            let fits = |words: &String| font::width(words, sizes.caption, Weight::Regular) <= room;
            let words = [wording::agreement(tau), wording::tau(tau)].into_iter().find(fits).unwrap_or_default();
            write(scene, None, Point::new(grid.agreement, middle), &words, sizes.caption, Role::Secondary, Align::End);
        }
    }

    fn nothing(&self) -> String {
        let assessment = self.subject.assessment;
        let is_empty = assessment.criteria.is_empty() || assessment.alternatives.is_empty();
        // Where only one is left, or none, the verdict's sentence says so.
        if is_empty { text!("chart-nothing") } else { words::plain(&wording::verdict(assessment)) }
    }

    fn summary(&self) -> String {
        let Some(methods) = self.methods.as_ref().filter(|_| self.order.len() > 1) else { return self.nothing() };
        let assessment = self.subject.assessment;
        let order: Vec<String> = self.order.iter().map(|&i| words::name(&assessment.alternatives[i].name)).collect();
        let mut sentences = vec![text!("chart-said-verdict-order", order = wording::list(&order))];
        let dissents = wording::dissents(assessment, methods);
        if dissents.is_empty() {
            sentences.push(text!("chart-said-methods-agree"));
        }
        sentences.extend(dissents.iter().map(|words| words::plain(words)));
        let out: Vec<String> = assessment.alternatives.iter().filter(|a| !a.is_eligible()).map(|a| words::name(&a.name)).collect();
        if !out.is_empty() {
            sentences.push(text!("chart-said-not-counted", names = wording::list(&out), count = out.len()));
        }
        sentences.join(" ")
    }

    /// One row per method: every place, how far the order agrees with the verdict's, and what is to be said.
    fn table(&self) -> Table {
        let assessment = self.subject.assessment;
        let mut columns = vec![text!("chart-column-method")];
        columns.extend(self.order.iter().map(|&i| words::name(&assessment.alternatives[i].name)));
        columns.extend([text!("chart-column-agreement"), text!("chart-column-dissent")]);
        let Some(methods) = &self.methods else { return Table { columns, rows: Vec::new() } };
        let row = |ranking: &MethodRanking| {
            let dissent = methods.dissents.iter().find(|dissent| dissent.method == ranking.method);
            let place = |i: usize| ranking.places[i].map_or(Cell::Empty, |place| Cell::Number { value: place as f64, decimals: 0 });
            let mut cells = vec![Cell::Text(wording::method(ranking.method))];
            cells.extend(self.order.iter().map(|&i| place(i)));
            cells.push(ranking.agreement.map_or(Cell::Empty, |value| Cell::Number { value, decimals: 2 }));
            cells.push(dissent.map_or(Cell::Empty, |dissent| Cell::Text(words::plain(&wording::reason(assessment, dissent)))));
            cells
        };
        Table { columns, rows: methods.rankings.iter().map(row).collect() }
    }
}
