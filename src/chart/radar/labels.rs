//! What is written at a radar's axes, and how large the radar can be beside it.
//!
//! The labels of the alternatives are `direct.rs`.

use super::web::Web;
use crate::{
    chart::{
        area::Area,
        axes::Axis,
        font,
        scene::{Align, Baseline, Point, Scene, Shape, Text, Weight},
        sizes::Sizes,
        style::{Paint, Role},
    },
    wording,
};

/// An axis counts as upright if it leans less than this to the side; its label is then centred.
const UPRIGHT: f64 = 0.1;

/// How axes are labelled, from best to worst; the best one that leaves the radar large enough is taken.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Style {
    /// Width of a line as a multiple of the font size, and how many lines.
    room: f64,
    lines: usize,
    /// Font size as a multiple of the usual one.
    size: f64,
    percent: bool,
    numbers: bool,
    /// What a radar of the same size is worth with these labels, 0–1.
    worth: f64,
}

const fn style(room: f64, lines: usize, size: f64, percent: bool, worth: f64) -> Style {
    Style { room, lines, size, percent, numbers: false, worth }
}

const STYLES: [Style; 13] = [
    style(18.0, 1, 1.0, true, 1.0),
    style(11.0, 2, 1.0, true, 0.99),
    style(8.0, 2, 1.0, true, 0.97),
    style(6.5, 2, 1.0, true, 0.94),
    style(9.0, 2, 1.0, false, 0.93),
    style(7.0, 2, 1.0, false, 0.9),
    style(11.0, 2, 0.9, true, 0.9),
    style(8.0, 2, 0.9, true, 0.88),
    style(6.5, 2, 0.9, false, 0.82),
    style(8.0, 2, 0.8, false, 0.8),
    style(5.0, 2, 0.9, false, 0.75),
    style(4.2, 1, 0.9, false, 0.6),
    Style { room: 18.0, lines: 1, size: 0.9, percent: false, numbers: true, worth: 0.5 },
];

/// How much one shortened name takes from what a way of labelling is worth.
const SHORTENED: f64 = 0.05;

/// One axis's label: its name and, on the line below, its weight as a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// All of it.
    pub area: Area,
    lines: Vec<String>,
    size: f64,
    align: Align,
    bar: Bar,
}

#[derive(Debug, Clone, PartialEq)]
struct Bar {
    /// The share of its rail that is filled, 0–1: the weight over the largest one.
    filled: f64,
    length: f64,
    thickness: f64,
    percent: Option<String>,
    caption: f64,
}

/// A radar as large as the area allows with labels that can be read.
pub struct Fitted {
    pub web: Web,
    pub labels: Vec<Label>,
    /// Whether axes are numbered, so that a key must say what the numbers mean.
    pub is_numbered: bool,
}

impl Fitted {
    /// What radar and labels cover.
    pub fn bounds(&self) -> Area {
        bounds(&self.web, self.labels.iter().map(|label| label.area))
    }
}

/// Finds the best way to label the axes.
pub fn fit(axes: &[Axis], area: Area, sizes: &Sizes) -> Fitted {
    let mut best: Option<(f64, Fitted)> = None;
    for style in STYLES {
        if let Some((radius, labels)) = largest(axes, &style, area, sizes) {
            let shortened = labels.iter().flat_map(|label| &label.lines).filter(|line| line.is_empty() || line.ends_with('…')).count();
            let worth = radius * style.worth * (1.0 - SHORTENED * shortened as f64).max(0.1);
            if best.as_ref().is_none_or(|(most, _)| worth > *most) {
                best = Some((worth, placed(axes.len(), radius, labels, area, style.numbers)));
            }
        }
    }
    best.map_or_else(
        || {
            let web = bare(axes.len(), area);
            Fitted { web, labels: Vec::new(), is_numbered: false }
        },
        |(_, fitted)| fitted,
    )
}

/// A radar without labels, as large as the area allows.
pub fn bare(n: usize, area: Area) -> Web {
    let web = |radius| Web { centre: Point::new(0.0, 0.0), radius, n };
    let one = bounds(&web(1.0), std::iter::empty());
    let radius = (area.width() / one.width()).min(area.height() / one.height());
    placed(n, radius, Vec::new(), area, false).web
}

/// Puts a radar that was laid out around the origin into the middle of its area.
fn placed(n: usize, radius: f64, mut labels: Vec<Label>, area: Area, is_numbered: bool) -> Fitted {
    let web = Web { centre: Point::new(0.0, 0.0), radius, n };
    let taken = bounds(&web, labels.iter().map(|label| label.area));
    let (from, to) = (taken.centre(), area.centre());
    let (x, y) = (to.x - from.x, to.y - from.y);
    for label in &mut labels {
        label.area = label.area.shifted(x, y);
    }
    Fitted { web: Web { centre: Point::new(x, y), ..web }, labels, is_numbered }
}

/// What a radar and its labels cover.
fn bounds(web: &Web, labels: impl Iterator<Item = Area>) -> Area {
    let corners = web.ring(super::web::MOST).into_iter().map(|corner| Area::around(corner, 0.0, 0.0));
    let centre = Area::around(web.centre, 0.0, 0.0);
    corners.chain(labels).fold(centre, |all, part| all.union(&part))
}

/// The largest radius at which everything fits around the origin and no label meets another; `None` if there is none.
fn largest(axes: &[Axis], style: &Style, area: Area, sizes: &Sizes) -> Option<(f64, Vec<Label>)> {
    let drafts: Vec<Label> = axes.iter().enumerate().map(|(n, axis)| draft(n, axis, heaviest(axes), style, sizes)).collect();
    let web = |radius| Web { centre: Point::new(0.0, 0.0), radius, n: axes.len() };
    let fits = |radius: f64| {
        let web = web(radius);
        let bounds = bounds(&web, drafts.iter().enumerate().map(|(axis, draft)| attached(draft, &web, axis, sizes).0));
        bounds.width() <= area.width() && bounds.height() <= area.height()
    };
    if !fits(0.0) {
        return None;
    }
    let (mut low, mut high) = (0.0, area.width().min(area.height()));
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if fits(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    let attach = |(axis, draft): (usize, Label)| {
        let (area, align) = attached(&draft, &web(low), axis, sizes);
        Label { area, align, ..draft }
    };
    let labels: Vec<Label> = drafts.into_iter().enumerate().map(attach).collect();
    let apart = sizes.hairline * 2.0;
    let meets = labels.iter().enumerate().any(|(n, label)| labels[..n].iter().any(|other| label.area.grown(apart).overlaps(&other.area)));
    (!meets).then_some((low, labels))
}

fn heaviest(axes: &[Axis]) -> f64 {
    axes.iter().map(|axis| axis.weight).fold(0.0, f64::max)
}

/// A label that is not yet attached to its axis.
fn draft(n: usize, axis: &Axis, heaviest: f64, style: &Style, sizes: &Sizes) -> Label {
    let size = (sizes.label * style.size).max(8.0_f64.min(sizes.label));
    let lines = if style.numbers {
        vec![(n + 1).to_string()]
    } else {
        font::lines(&axis.name, size, Weight::Regular, size * style.room, style.lines)
    };
    let percent = style.percent.then(|| wording::percent(axis.weight));
    let caption = sizes.caption * style.size;
    let length = if style.numbers { size * 1.4 } else { size * 3.4 };
    let thickness = (size * 0.3).max(2.0);
    let wide = font::widest(&lines, size, Weight::Regular);
    let bar_wide = length + percent.as_ref().map_or(0.0, |percent| sizes.gap * 0.7 + font::width(percent, caption, Weight::Regular));
    let below = if percent.is_some() { caption * 1.25 } else { thickness + size * 0.35 };
    let height = lines.len() as f64 * size * 1.2 + below;
    let filled = if heaviest > 0.0 { axis.weight / heaviest } else { 0.0 };
    Label {
        area: Area::new(0.0, 0.0, wide.max(bar_wide), height),
        lines,
        size,
        align: Align::Middle,
        bar: Bar { filled, length, thickness, percent, caption },
    }
}

/// Where a label goes beside the outer end of its axis.
fn attached(draft: &Label, web: &Web, axis: usize, sizes: &Sizes) -> (Area, Align) {
    let direction = web.direction(axis as f64);
    let reach = web.radius + sizes.gap + sizes.marker * 0.5;
    let at = Point::new(web.centre.x + direction.x * reach, web.centre.y + direction.y * reach);
    let (width, height) = (draft.area.width(), draft.area.height());
    let (align, left) = if direction.x.abs() < UPRIGHT {
        (Align::Middle, at.x - width / 2.0)
    } else if direction.x > 0.0 {
        (Align::Start, at.x)
    } else {
        (Align::End, at.x - width)
    };
    let top = at.y + direction.y * height / 2.0 - height / 2.0;
    (Area::new(left, top, left + width, top + height), align)
}

/// Draws a label.
pub fn draw(scene: &mut Scene, label: &Label) {
    let area = label.area;
    let x = match label.align {
        Align::Start => area.min.x,
        Align::Middle => area.centre().x,
        Align::End => area.max.x,
    };
    let mut text = |at: Point, text: &str, size: f64, role: Role, align: Align, baseline: Baseline| {
        scene.draw(Shape::Text(Text {
            at,
            text: text.to_owned(),
            size,
            weight: Weight::Regular,
            paint: Paint::solid(role),
            align,
            baseline,
        }));
    };
    for (n, line) in label.lines.iter().enumerate() {
        let y = area.min.y + label.size * (n as f64 * 1.2 + 0.9);
        text(Point::new(x, y), line, label.size, Role::Secondary, label.align, Baseline::Alphabetic);
    }
    let bar = &label.bar;
    let percent_wide = bar.percent.as_ref().map_or(0.0, |percent| font::width(percent, bar.caption, Weight::Regular));
    let between = if bar.percent.is_some() { label.size * 0.4 } else { 0.0 };
    let wide = bar.length + between + percent_wide;
    let left = match label.align {
        Align::Start => area.min.x,
        Align::Middle => area.centre().x - wide / 2.0,
        Align::End => area.max.x - wide,
    };
    let below = area.min.y + label.lines.len() as f64 * label.size * 1.2;
    let y = f64::midpoint(below, area.max.y);
    if let Some(percent) = &bar.percent {
        let at = Point::new(left + bar.length + between, y);
        text(at, percent, bar.caption, Role::Caption, Align::Start, Baseline::Middle);
    }
    let (top, bottom, radius) = (y - bar.thickness / 2.0, y + bar.thickness / 2.0, bar.thickness / 2.0);
    let mut rail = |length: f64, role: Role| {
        scene.draw(Shape::Rect { min: Point::new(left, top), max: Point::new(left + length, bottom), radius, paint: Paint::solid(role) });
    };
    rail(bar.length, Role::Grid);
    if bar.filled > 0.0 {
        rail((bar.length * bar.filled).max(bar.thickness), Role::Neutral);
    }
}
