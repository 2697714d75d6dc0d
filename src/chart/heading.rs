//! What stands around a chart in a file: title, subtitle, legend, small print.
//!
//! The window shows these itself and asks for none of them.

use super::{
    Area, ChartOptions, Subject, font,
    scene::{Align, Baseline, Point, Scene, Shape, Table, Text, Weight},
    sizes::Sizes,
    style::{Dash, Marker, Paint, Role},
    words,
};

/// The share of the height that title, subtitle and small print may take together.
const MOST: f64 = 0.42;

/// The sentences around one chart.
pub struct Heading {
    pub title: String,
    pub subtitle: String,
    /// What to beware of when reading the chart.
    pub note: String,
}

/// A chart's scene before anything is drawn in it.
pub fn scene(heading: &Heading, subject: Subject<'_>, options: &ChartOptions, summary: String, table: Table) -> Scene {
    Scene {
        width: options.width,
        height: options.height,
        title: heading.title.clone(),
        series: words::series(subject),
        marks: Vec::new(),
        spots: Vec::new(),
        summary,
        table,
    }
}

/// Draws title and small print, as much as there is room for, and returns what is left for the chart.
pub fn draw(scene: &mut Scene, heading: &Heading, subject: Subject<'_>, options: &ChartOptions, sizes: &Sizes) -> Area {
    let margin = sizes.margin;
    let mut area = Area::new(margin, margin, options.width - margin, options.height - margin);
    if !options.heading {
        return area;
    }
    let room = area.width();
    let budget = area.height() * MOST;
    // A title of two lines would leave a low picture no room for the chart.
    let title_lines = if area.height() < sizes.title * 20.0 { 1 } else { 2 };
    let title_size = [1.0, 0.82].map(|share| sizes.title * share);
    let fits = |size: &f64| font::wrap(&heading.title, *size, Weight::SemiBold, room).len() <= title_lines;
    let title_size = title_size.into_iter().find(fits).unwrap_or(title_size[1]);
    let title = font::lines(&heading.title, title_size, Weight::SemiBold, room, title_lines);
    let provenance = joined(&words::provenance(subject), sizes.caption, room);
    let mut used = block(title.len(), title_size) + block(provenance.len(), sizes.caption) + 2.0 * sizes.gap;
    // What has no room is left out, from the least needed on.
    let mut take = |lines: Vec<String>, size: f64| {
        let needed = block(lines.len(), size) + sizes.gap;
        if used + needed > budget {
            return Vec::new();
        }
        used += needed;
        lines
    };
    let note = take(font::lines(&heading.note, sizes.caption, Weight::Regular, room, 3), sizes.caption);
    let subtitle = take(font::lines(&heading.subtitle, sizes.label, Weight::Regular, room, 3), sizes.label);

    let mut y = area.min.y;
    y = put(scene, &title, Point::new(area.min.x, y), title_size, Weight::SemiBold, Role::Ink);
    if !subtitle.is_empty() {
        y = put(scene, &subtitle, Point::new(area.min.x, y + sizes.gap * 0.5), sizes.label, Weight::Regular, Role::Secondary);
    }
    area.min.y = y + sizes.gap * 1.5;

    let small: Vec<String> = note.into_iter().chain(provenance).collect();
    let top = area.max.y - block(small.len(), sizes.caption);
    put(scene, &small, Point::new(area.min.x, top), sizes.caption, Weight::Regular, Role::Caption);
    area.max.y = top - sizes.gap * 1.5;
    area
}

/// The height of so many lines.
fn block(lines: usize, size: f64) -> f64 {
    lines as f64 * Sizes::leading(size)
}

/// Draws lines from a top left corner downwards and returns where they end.
pub fn put(scene: &mut Scene, lines: &[String], at: Point, size: f64, weight: Weight, role: Role) -> f64 {
    for (n, line) in lines.iter().enumerate() {
        let y = at.y + n as f64 * Sizes::leading(size) + size;
        scene.draw(Shape::Text(Text {
            at: Point::new(at.x, y),
            text: line.clone(),
            size,
            weight,
            paint: Paint::solid(role),
            align: Align::Start,
            baseline: Baseline::Alphabetic,
        }));
    }
    at.y + block(lines.len(), size)
}

/// Phrases in as few lines as fit, none broken if it can be helped, with a dot between those on one line.
fn joined(phrases: &[String], size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for phrase in phrases {
        match lines.last_mut() {
            Some(line) if font::width(&format!("{line} · {phrase}"), size, Weight::Regular) <= room => {
                line.push_str(" · ");
                line.push_str(phrase);
            }
            _ => lines.push(phrase.clone()),
        }
    }
    lines.iter().map(|line| font::fit(line, size, Weight::Regular, room)).collect()
}

/// Draws who is who, in as many rows as it takes, at the top of the area, and returns the rest.
pub fn legend(scene: &mut Scene, area: Area, sizes: &Sizes, highlight: Option<usize>) -> Area {
    let sample = sizes.marker * 3.4;
    let row = Sizes::leading(sizes.label) * 1.05;
    let most = (area.height() * 0.3 / row).max(1.0) as usize;
    let entries: Vec<(String, f64)> = scene
        .series
        .iter()
        .map(|series| {
            let name = font::fit(&series.name, sizes.label, Weight::Regular, area.width() - sample - sizes.gap);
            let width = sample + sizes.gap + font::width(&name, sizes.label, Weight::Regular);
            (name, width)
        })
        .collect();
    let (mut x, mut y) = (area.min.x, area.min.y + row / 2.0);
    let mut rows = 1;
    for (at, (name, width)) in entries.iter().enumerate() {
        if x > area.min.x && x + width > area.max.x {
            x = area.min.x;
            if rows == most {
                let left_out = entries.len() - at;
                let more = text!("chart-legend-more", count = left_out);
                let y = y + row;
                put(scene, &[more], Point::new(x, y - sizes.label * 0.65), sizes.label, Weight::Regular, Role::Secondary);
                rows += 1;
                break;
            }
            y += row;
            rows += 1;
        }
        let alpha = if highlight.is_none_or(|strong| strong == at) { 1.0 } else { FADED };
        sample_line(scene, at, Point::new(x, y), sample, sizes, alpha);
        scene.draw_for(
            at,
            Shape::Text(Text {
                at: Point::new(x + sample + sizes.gap, y),
                text: name.clone(),
                size: sizes.label,
                weight: Weight::Regular,
                paint: Paint::solid(Role::Ink),
                align: Align::Start,
                baseline: Baseline::Middle,
            }),
        );
        x += width + sizes.gap * 3.0;
    }
    let end = area.min.y + rows as f64 * row + sizes.gap;
    Area::new(area.min.x, end, area.max.x, area.max.y)
}

/// How strong an alternative is drawn while another one is highlighted.
pub const FADED: f64 = 0.3;

/// A piece of an alternative's line with its marker, to the right of `at`.
fn sample_line(scene: &mut Scene, series: usize, at: Point, length: f64, sizes: &Sizes, alpha: f64) {
    let slot = scene.series[series].slot;
    let paint = Paint::faint(Role::Slot(slot), alpha);
    let points = vec![at, Point::new(at.x + length, at.y)];
    scene.draw_for(series, Shape::Line { points, closed: false, width: sizes.stroke, paint, dash: Dash::of_slot(slot) });
    let middle = Point::new(at.x + length / 2.0, at.y);
    scene.draw_for(series, Shape::Symbol { at: middle, marker: Marker::of_slot(slot), size: sizes.marker, paint });
}
