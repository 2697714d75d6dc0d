//! The radar: every alternative's ratings around a circle, to see what kind each is.
//!
//! It shows ratings, never the verdict, and says so. Areas are not compared and not filled to speak of; the scale is fixed; the
//! order of the axes is the profile's.

mod direct;
mod labels;
mod rails;
mod ring;
pub(super) mod said;
mod tiles;
mod web;

use direct::Surroundings;

use super::{
    ChartOptions, Layout, Scene, Subject,
    area::Area,
    axes::{self, Axis},
    font, heading,
    heading::Heading,
    scene::{Point, Weight},
    sizes::Sizes,
    style::{Role, SLOTS},
    words,
};

/// Up to so many alternatives have their names beside their outlines; more would hide the outlines.
const MOST_NAMED: usize = 4;

/// The largest share of the height that the key to numbered axes may take.
const MOST_KEY: f64 = 0.4;

/// A radar whose radius is less than so many font sizes has no room for names.
const LEAST_NAMED: f64 = 5.0;

/// With fewer axes than this there is no area to span, and values lie on rails.
const LEAST_AXES: usize = 3;

pub fn draw(subject: Subject<'_>, options: &ChartOptions) -> Scene {
    let axes = axes::axes(subject, options.axes);
    let profile = words::name(&subject.profile.name);
    let spans_shapes = axes.len() >= LEAST_AXES;
    let heading = Heading {
        title: text!("chart-radar-title", profile = profile),
        subtitle: if spans_shapes { text!("chart-radar-subtitle") } else { text!("chart-rails-subtitle") },
        note: if spans_shapes { text!("chart-radar-note") } else { String::new() },
    };
    let mut scene =
        heading::scene(&heading, subject, options, said::summary(subject, &axes, options.axes), said::table(subject, &axes, options.axes));
    let sizes = Sizes::new(options);
    let area = heading::draw(&mut scene, &heading, subject, options, &sizes);
    if axes.is_empty() || scene.series.is_empty() {
        nothing(&mut scene, area, &sizes);
    } else if !spans_shapes {
        rails::draw(&mut scene, &axes, area, &sizes, options.highlight);
    } else if is_side_by_side(options, scene.series.len()) {
        tiles::side_by_side(&mut scene, subject, &axes, area, &sizes);
    } else {
        together(&mut scene, subject, &axes, area, &sizes, options);
    }
    scene
}

/// More alternatives than there are colours, dashes and markers cannot be told apart in one radar.
fn is_side_by_side(options: &ChartOptions, n: usize) -> bool {
    n > 1 && (options.layout == Layout::SideBySide || (n > SLOTS && options.highlight.is_none()))
}

fn nothing(scene: &mut Scene, area: Area, sizes: &Sizes) {
    let lines = font::lines(&text!("chart-nothing"), sizes.label, Weight::Regular, area.width(), 4);
    heading::put(scene, &lines, area.min, sizes.label, Weight::Regular, Role::Secondary);
}

/// One radar for all, and beside it a small one for each where there is room.
fn together(scene: &mut Scene, subject: Subject<'_>, axes: &[Axis], area: Area, sizes: &Sizes, options: &ChartOptions) {
    let mut area = area;
    if let Some(column) = tiles::column(scene, axes, area, sizes) {
        tiles::beside(scene, subject, axes, column, sizes);
        area.max.x = column.min.x - sizes.gap * 2.0;
    } else if options.heading {
        area = heading::legend(scene, area, sizes, options.highlight);
    }
    let (area, fitted) = with_key(scene, axes, area, sizes, |area| {
        let fitted = labels::fit(axes, area, sizes);
        let is_numbered = fitted.is_numbered;
        (fitted, is_numbered)
    });
    let outlines: Vec<Vec<Point>> = outlines(&fitted.web, axes, scene.series.len());
    let sizes = &sizes.within(fitted.web.radius);
    let mut surroundings = Surroundings::new(fitted.web, area, &outlines, fitted.labels.iter().map(|label| label.area).collect());
    let numbers = direct::ring_numbers(&surroundings, sizes);
    numbers.iter().for_each(|(area, _)| surroundings.add_text(*area));
    ring::grid(scene, &fitted.web, sizes);
    ring::numbers(scene, numbers);
    fitted.labels.iter().for_each(|label| labels::draw(scene, label));
    let strength = |series: usize| if options.highlight.is_none_or(|strong| strong == series) { 1.0 } else { heading::FADED };
    ring::outlines(scene, &fitted.web, &outlines, sizes, strength);
    let n = scene.series.len();
    let named: Vec<usize> = match options.highlight {
        _ if fitted.web.radius < sizes.label * LEAST_NAMED => Vec::new(),
        Some(strong) if n > MOST_NAMED => vec![strong],
        _ if n > MOST_NAMED || n == 1 => Vec::new(),
        _ => (0..n).collect(),
    };
    let names = direct::names(scene, &mut surroundings, sizes, &named);
    direct::draw(scene, names, |series| if strength(series) < 1.0 { 0.6 } else { 1.0 });
    ring::spots(scene, axes, &outlines, |_| true);
}

fn outlines(web: &web::Web, axes: &[Axis], n: usize) -> Vec<Vec<Point>> {
    (0..n).map(|a| web.outline(&axes.iter().map(|axis| axis.values[a]).collect::<Vec<_>>())).collect()
}

/// Lays something out; where its axes come out numbered, again with the key to the numbers below it.
/// `lay_out` says beside its result whether the axes are numbered. Returns the area that is left.
fn with_key<T>(scene: &mut Scene, axes: &[Axis], area: Area, sizes: &Sizes, lay_out: impl Fn(Area) -> (T, bool)) -> (Area, T) {
    let (first, is_numbered) = lay_out(area);
    if !is_numbered {
        return (area, first);
    }
    let entries: Vec<String> =
        axes.iter().enumerate().map(|(n, axis)| text!("chart-key", number = (n + 1).to_string(), name = axis.name.as_str())).collect();
    let column = font::widest(&entries, sizes.caption, Weight::Regular) + sizes.gap * 1.8;
    let columns = ((area.width() + sizes.gap * 1.8) / column).floor().clamp(1.0, entries.len() as f64) as usize;
    let rows = entries.len().div_ceil(columns);
    let height = rows as f64 * Sizes::leading(sizes.caption) + sizes.gap;
    if height > area.height() * MOST_KEY || column > area.width() {
        return (area, first);
    }
    let rest = Area { max: Point::new(area.max.x, area.max.y - height), ..area };
    let (second, is_numbered) = lay_out(rest);
    if !is_numbered {
        return (rest, second);
    }
    let top = area.max.y - rows as f64 * Sizes::leading(sizes.caption);
    for (n, part) in entries.chunks(rows).enumerate() {
        let at = Point::new(area.min.x + column * n as f64, top);
        heading::put(scene, part, at, sizes.caption, Weight::Regular, Role::Secondary);
    }
    (rest, second)
}
