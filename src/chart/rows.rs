//! What the rows of bar charts have in common: who a row is about, lines of text, and round numbers for an axis.
//!
//! What a row shows is each chart's.

use super::{
    Subject,
    area::Area,
    font, heading,
    scene::{Align, Baseline, Point, Scene, Shape, Text, Weight},
    sizes::Sizes,
    style::{Dash, Marker, Paint, Role},
};

/// How strong a bar is whose alternative is out, or not the one that is highlighted.
pub const OUT: f64 = 0.6;

/// Place, marker and name at the left of a row.
pub struct Head {
    /// Where it starts and where it has to end.
    pub left: f64,
    pub right: f64,
    /// The width of the largest place.
    pub place_width: f64,
    /// Font size of the name.
    pub size: f64,
    /// Whether there is room for a second line of text.
    pub is_roomy: bool,
}

impl Head {
    /// The width of the largest of `n` places.
    pub fn place_width(n: usize, size: f64) -> f64 {
        font::width(&n.to_string(), size, Weight::Regular)
    }

    /// The room for place and marker before a name.
    pub fn indent(place_width: f64, sizes: &Sizes) -> f64 {
        place_width + sizes.marker * 2.4
    }

    /// Draws place, marker and name; struck out with the number of failed requirements where there are any.
    pub fn draw(&self, scene: &mut Scene, subject: Subject<'_>, series: usize, middle: f64, strength: f64, sizes: &Sizes) {
        let slot = scene.series[series].slot;
        let alternative = &subject.assessment.alternatives[series];
        let is_out = !alternative.is_eligible();
        let indent = Self::indent(self.place_width, sizes);
        let name = font::fit(&scene.series[series].name, self.size, Weight::SemiBold, self.right - self.left - indent);
        let width = font::width(&name, self.size, Weight::SemiBold);
        let start = self.left;
        let line = if is_out && self.is_roomy { middle - self.size * 0.35 } else { middle };
        if let Some(rank) = alternative.rank {
            let at = Point::new(start + self.place_width, line);
            write(scene, Some(series), at, &rank.to_string(), self.size, Role::Caption, Align::End);
        }
        let marker = Point::new(start + self.place_width + sizes.marker * 1.2, line);
        let paint = Paint::faint(Role::Slot(slot), strength);
        scene.draw_for(series, Shape::Symbol { at: marker, marker: Marker::of_slot(slot), size: sizes.marker.min(self.size * 0.8), paint });
        let role = if is_out { Role::Caption } else { Role::Ink };
        strong(scene, Some(series), Point::new(start + indent, line), &name, self.size, role, Align::Start);
        if !is_out {
            return;
        }
        let points = vec![Point::new(start + indent, line), Point::new(start + indent + width, line)];
        let paint = Paint::solid(Role::Ink);
        scene.draw_for(series, Shape::Line { points, closed: false, width: sizes.hairline * 1.4, paint, dash: Dash::SOLID });
        if self.is_roomy {
            let failing = failing(alternative.failed.len());
            let reason = font::fit(&failing, sizes.caption, Weight::Regular, self.right - start - indent);
            let at = Point::new(start + indent, line + self.size * 1.35);
            write(scene, Some(series), at, &reason, sizes.caption, Role::Secondary, Align::Start);
        }
    }
}

/// Where the rows of a bar chart lie, and which values its axis goes from and to.
pub struct Grid {
    /// Left end of the names.
    pub start: f64,
    /// The axis, from `least` at `left` to `most` at `right`.
    pub left: f64,
    pub right: f64,
    pub least: f64,
    pub most: f64,
    /// Upper end of the first row, and the height of each.
    pub top: f64,
    pub row: f64,
    /// Font size of names and numbers.
    pub size: f64,
    /// Whether a row has room for a second line of text.
    pub is_roomy: bool,
}

impl Grid {
    /// Where a value is; what lies beyond the axis is at its end.
    pub fn x(&self, value: f64) -> f64 {
        self.left + (self.right - self.left) * ((value - self.least) / (self.most - self.least)).clamp(0.0, 1.0)
    }

    /// The middle of a row, from 0.
    pub fn middle(&self, nth: usize) -> f64 {
        self.top + self.row * (nth as f64 + 0.5)
    }
}

/// Says over the rows which tint is what; an entry without a paint is words alone. Returns what is left of the area.
pub fn key(scene: &mut Scene, area: Area, sizes: &Sizes, entries: &[(Option<Paint>, String)]) -> Area {
    let size = sizes.caption;
    let (mut x, mut y) = (area.min.x, area.min.y + Sizes::leading(size) / 2.0);
    for (paint, name) in entries {
        let before = if paint.is_some() { size * 1.5 } else { 0.0 };
        let name = font::fit(name, size, Weight::Regular, area.width() - before);
        let width = before + font::width(&name, size, Weight::Regular);
        if x > area.min.x && x + width > area.max.x {
            (x, y) = (area.min.x, y + Sizes::leading(size) * 1.1);
        }
        if let Some(paint) = paint {
            let chip = Area::around(Point::new(x + size * 0.5, y), size, size * 0.9);
            scene.draw(Shape::Rect { min: chip.min, max: chip.max, radius: 0.0, paint: *paint });
            outline(scene, None, chip, sizes.hairline * 0.6);
        }
        write(scene, None, Point::new(x + before, y), &name, size, Role::Secondary, Align::Start);
        x += width + sizes.gap * 2.5;
    }
    Area { min: Point::new(area.min.x, y + Sizes::leading(size) / 2.0 + sizes.gap), ..area }
}

/// A thin frame around an area.
pub fn outline(scene: &mut Scene, series: Option<usize>, area: Area, width: f64) {
    let points = vec![area.min, Point::new(area.max.x, area.min.y), area.max, Point::new(area.min.x, area.max.y)];
    let shape = Shape::Line { points, closed: true, width, paint: Paint::solid(Role::Frame), dash: Dash::SOLID };
    match series {
        Some(series) => scene.draw_for(series, shape),
        None => scene.draw(shape),
    }
}

/// "fails 2 requirements".
pub fn failing(count: usize) -> String {
    text!("chart-fails", count = count)
}

/// A line of text, set on its middle.
pub fn write(scene: &mut Scene, series: Option<usize>, at: Point, text: &str, size: f64, role: Role, align: Align) {
    put(
        scene,
        series,
        Text { at, text: text.to_owned(), size, weight: Weight::Regular, paint: Paint::solid(role), align, baseline: Baseline::Middle },
    );
}

/// The same in bold.
pub fn strong(scene: &mut Scene, series: Option<usize>, at: Point, text: &str, size: f64, role: Role, align: Align) {
    put(
        scene,
        series,
        Text { at, text: text.to_owned(), size, weight: Weight::SemiBold, paint: Paint::solid(role), align, baseline: Baseline::Middle },
    );
}

fn put(scene: &mut Scene, series: Option<usize>, text: Text) {
    match series {
        Some(series) => scene.draw_for(series, Shape::Text(text)),
        None => scene.draw(Shape::Text(text)),
    }
}

/// A straight thin line that belongs to nobody.
pub fn rule(scene: &mut Scene, from: Point, to: Point, width: f64, role: Role) {
    let points = vec![from, to];
    scene.draw(Shape::Line { points, closed: false, width, paint: Paint::solid(role), dash: Dash::SOLID });
}

/// A sentence in the place of a chart that has nothing to show.
pub fn message(scene: &mut Scene, area: Area, sizes: &Sizes, words: &str) {
    let most = (area.height() / Sizes::leading(sizes.label)).floor().clamp(1.0, 6.0) as usize;
    let lines = font::lines(words, sizes.label, Weight::Regular, area.width(), most);
    heading::put(scene, &lines, area.min, sizes.label, Weight::Regular, Role::Secondary);
}

/// Round numbers along an axis, and with how many decimals they are written.
pub struct Ticks {
    pub values: Vec<f64>,
    pub decimals: usize,
}

impl Ticks {
    /// At most `most` numbers from `from` to `to`, both included if they are round: 1, 2 or 5 times a power of ten apart.
    pub fn between(from: f64, to: f64, most: usize) -> Self {
        let steps = [
            (0.001, 3),
            (0.002, 3),
            (0.005, 3),
            (0.01, 2),
            (0.02, 2),
            (0.05, 2),
            (0.1, 1),
            (0.2, 1),
            (0.5, 1),
            (1.0, 0),
            (2.0, 0),
            (5.0, 0),
        ];
        let count = |step: f64| (to / step + SLACK).floor() - (from / step - SLACK).ceil() + 1.0;
        let (step, decimals) = steps.into_iter().find(|(step, _)| count(*step) <= most.max(2) as f64).unwrap_or((10.0, 0));
        let first = (from / step - SLACK).ceil() as i64;
        let last = (to / step + SLACK).floor() as i64;
        Self { values: (first..=last).map(|k| k as f64 * step).collect(), decimals }
    }

    /// A value as it stands at the axis, with a minus of the width of a plus.
    pub fn label(&self, value: f64) -> String {
        let decimals = self.decimals;
        if value < 0.0 { format!("\u{2212}{:.decimals$}", -value) } else { format!("{value:.decimals$}") }
    }
}

/// Numbers this near a tick, in steps, are on it.
const SLACK: f64 = 1e-9;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        let labels = |from: f64, to: f64, most| {
            let ticks = Ticks::between(from, to, most);
            ticks.values.iter().map(|value| ticks.label(*value)).collect::<Vec<_>>()
        };
        assert_eq!(labels(-0.13, 0.62, 6), ["0.0", "0.2", "0.4", "0.6"]);
        assert_eq!(labels(-0.21, 0.62, 6), ["\u{2212}0.2", "0.0", "0.2", "0.4", "0.6"]);
        assert_eq!(labels(0.0, 10.0, 6), ["0", "2", "4", "6", "8", "10"]);
        assert_eq!(labels(0.0, 0.004, 4), ["0.000", "0.002", "0.004"]);
        assert_eq!(labels(0.0, 0.0, 4), ["0.000"]);
    }
}
