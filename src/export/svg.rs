//! SVG 1.1: a scene as text that any browser, editor or diff can read.
//!
//! Text stays text. The file names the family Inter and a generic one after it, and does not carry the font: PNG and PDF are made
//! from this file with the bundled font, and where a reader has no Inter, the places were measured with room to spare.

use std::fmt::Write as _;

use crate::chart::{
    Scene, font,
    marker::{self, Outline},
    plain,
    scene::{Align, Baseline, Point, Shape, Text, Weight},
    style::{Dash, Paint, Role, Theme},
};

/// A standalone SVG file, ending in a line feed. The same scene gives the same bytes.
pub fn svg(scene: &Scene, theme: Theme) -> String {
    let mut out = String::with_capacity(scene.marks.len() * 160);
    let (width, height) = (Decimal(scene.width), Decimal(scene.height));
    let (title, desc) = (escaped(&scene.title), escaped(&scene.summary));
    // Ids that differ between pictures, so that several can stand in one page.
    let id = fingerprint(&[&title, &desc]);
    let family = font::FAMILY;
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-labelledby=\"title-{id} desc-{id}\" font-family=\"{family}, sans-serif\">"
    );
    let _ = writeln!(out, "<title id=\"title-{id}\">{title}</title>");
    let _ = writeln!(out, "<desc id=\"desc-{id}\">{desc}</desc>");
    let _ = writeln!(out, "<rect width=\"{width}\" height=\"{height}\"{}/>", Fill(Paint::solid(Role::Ground), theme));
    for mark in &scene.marks {
        shape(&mut out, &mark.shape, theme);
    }
    out.push_str("</svg>\n");
    out
}

fn shape(out: &mut String, shape: &Shape, theme: Theme) {
    let _ = match shape {
        Shape::Line { points, closed, width, paint, dash } => {
            let tag = if *closed { "polygon" } else { "polyline" };
            let (width_pt, stroke, dash) = (Decimal(*width), Stroke(*paint, theme), Dashes(*dash, *width));
            writeln!(
                out,
                "<{tag} points=\"{}\" fill=\"none\"{stroke} stroke-width=\"{width_pt}\" stroke-linejoin=\"round\"{dash}/>",
                Points(points)
            )
        }
        Shape::Star { points, paint, .. } => writeln!(out, "<polygon points=\"{}\"{}/>", Points(points), Fill(*paint, theme)),
        Shape::Rect { min, max, radius, paint } => {
            let (x, y, width, height) = (Decimal(min.x), Decimal(min.y), Decimal(max.x - min.x), Decimal(max.y - min.y));
            let rounded = if *radius > 0.0 { format!(" rx=\"{}\"", Decimal(*radius)) } else { String::new() };
            writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{rounded}{}/>", Fill(*paint, theme))
        }
        Shape::Symbol { at, marker, size, paint } => symbol(out, marker::outline(*marker, *at, *size), *at, *paint, theme),
        Shape::Text(text) => line_of_text(out, text, theme),
    };
}

fn symbol(out: &mut String, outline: Outline, at: Point, paint: Paint, theme: Theme) -> std::fmt::Result {
    let (x, y) = (Decimal(at.x), Decimal(at.y));
    match outline {
        Outline::Disc { radius } => writeln!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\"{}/>", Decimal(radius), Fill(paint, theme)),
        Outline::Ring { radius, width } => {
            let (radius, width) = (Decimal(radius), Decimal(width));
            writeln!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"none\"{} stroke-width=\"{width}\"/>", Stroke(paint, theme))
        }
        Outline::Polygon(points) => writeln!(out, "<polygon points=\"{}\"{}/>", Points(&points), Fill(paint, theme)),
        Outline::Strokes { lines, width } => {
            out.push_str("<path d=\"");
            for [from, to] in lines {
                write!(out, "M{} {}L{} {}", Decimal(from.x), Decimal(from.y), Decimal(to.x), Decimal(to.y))?;
            }
            writeln!(out, "\" fill=\"none\"{} stroke-width=\"{}\"/>", Stroke(paint, theme), Decimal(width))
        }
    }
}

fn line_of_text(out: &mut String, text: &Text, theme: Theme) -> std::fmt::Result {
    // The baseline is worked out here: readers differ in what they make of `dominant-baseline`.
    let y = match text.baseline {
        Baseline::Alphabetic => text.at.y,
        Baseline::Middle => text.at.y + text.size * font::CAP_HEIGHT / 2.0,
    };
    let anchor = match text.align {
        Align::Start => "",
        Align::Middle => " text-anchor=\"middle\"",
        Align::End => " text-anchor=\"end\"",
    };
    let weight = match text.weight {
        Weight::Regular => "",
        Weight::SemiBold => " font-weight=\"600\"",
    };
    let (x, y, size) = (Decimal(text.at.x), Decimal(y), Decimal(text.size));
    let (fill, words) = (Fill(text.paint, theme), escaped(&text.text));
    writeln!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor}{fill}>{words}</text>")
}

/// A number with at most two decimals, no trailing zeros and no negative zero.
struct Decimal(f64);

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let fixed = format!("{:.2}", self.0);
        let trimmed = fixed.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if trimmed == "-0" { "0" } else { trimmed })
    }
}

struct Points<'a>(&'a [Point]);

impl std::fmt::Display for Points<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (n, point) in self.0.iter().enumerate() {
            write!(f, "{}{},{}", if n == 0 { "" } else { " " }, Decimal(point.x), Decimal(point.y))?;
        }
        Ok(())
    }
}

struct Fill(Paint, Theme);

impl std::fmt::Display for Fill {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        colored(f, "fill", self.0, self.1)
    }
}

struct Stroke(Paint, Theme);

impl std::fmt::Display for Stroke {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        colored(f, "stroke", self.0, self.1)
    }
}

fn colored(f: &mut std::fmt::Formatter<'_>, what: &str, paint: Paint, theme: Theme) -> std::fmt::Result {
    let color = theme.color(paint.role);
    write!(f, " {what}=\"#{:02x}{:02x}{:02x}\"", color.0, color.1, color.2)?;
    if paint.alpha < 1.0 {
        write!(f, " {what}-opacity=\"{}\"", Decimal(paint.alpha.max(0.0)))?;
    }
    Ok(())
}

struct Dashes(Dash, f64);

impl std::fmt::Display for Dashes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let lengths: Vec<String> = self.0.lengths(self.1).map(|length| Decimal(length).to_string()).collect();
        if lengths.is_empty() { Ok(()) } else { write!(f, " stroke-dasharray=\"{}\"", lengths.join(" ")) }
    }
}

/// Text for XML: what XML reserves is escaped, what it forbids or nobody could see is made visible.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// Eight digits that depend on the texts (FNV-1a, 32 bits).
fn fingerprint(texts: &[&str]) -> String {
    let hash =
        texts.iter().flat_map(|text| text.bytes()).fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let said: Vec<String> = [0.0, -0.001, 1.0, 1.5, 2.345_67, -3.1].into_iter().map(|value| Decimal(value).to_string()).collect();
        assert_eq!(said, ["0", "0", "1", "1.5", "2.35", "-3.1"]);
    }

    #[test]
    fn hostile_text_is_harmless() {
        assert_eq!(escaped("</text><script>\u{0}&\"\u{202e}"), "&lt;/text&gt;&lt;script&gt;□&amp;&quot;□");
    }
}
