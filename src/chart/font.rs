//! The bundled family, and how wide a text is in it, so that a chart is laid out the same on every system.
//!
//! The window and the exports use these very bytes; nothing here draws.

use std::sync::LazyLock;

use ttf_parser::Face;

use super::scene::Weight;

/// The family's name, as SVG files name it.
pub const FAMILY: &str = "Inter";
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
pub const SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.ttf");

/// How tall capitals are, as a share of the font size.
pub const CAP_HEIGHT: f64 = 0.727;

struct Faces {
    regular: Face<'static>,
    semi_bold: Face<'static>,
}

static FACES: LazyLock<Faces> = LazyLock::new(|| Faces {
    regular: Face::parse(REGULAR, 0).expect("the bundled font parses"),
    semi_bold: Face::parse(SEMI_BOLD, 0).expect("the bundled font parses"),
});

fn face(weight: Weight) -> &'static Face<'static> {
    match weight {
        Weight::Regular => &FACES.regular,
        Weight::SemiBold => &FACES.semi_bold,
    }
}

/// The width of a text in points: the sum of its advances, without kerning, so a little more than what is drawn.
/// A character that the font lacks counts as one em.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let face = face(weight);
    let em = f64::from(face.units_per_em());
    let advances = text.chars().map(|c| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)).map_or(em, f64::from));
    advances.sum::<f64>() / em * size
}

/// A glyph of the bundled font.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    pub id: u16,
    /// In ems, without kerning.
    pub advance: f64,
    /// The bytes of the text that it stands for.
    pub range: std::ops::Range<usize>,
}

/// The glyphs of a text, one a character; what the font lacks is its box for that.
pub fn glyphs(text: &str, weight: Weight) -> impl Iterator<Item = Glyph> {
    let face = face(weight);
    let em = f64::from(face.units_per_em());
    text.char_indices().map(move |(at, c)| {
        let glyph = face.glyph_index(c);
        let advance = glyph.and_then(|glyph| face.glyph_hor_advance(glyph)).map_or(1.0, |advance| f64::from(advance) / em);
        Glyph { id: glyph.map_or(0, |glyph| glyph.0), advance, range: at..at + c.len_utf8() }
    })
}

/// The first character that the font lacks, if there is one.
pub fn missing_glyph(text: &str) -> Option<char> {
    text.chars().find(|c| !c.is_control() && face(Weight::Regular).glyph_index(*c).is_none())
}

/// The text, shortened with an ellipsis until it is at most `room` points wide; nothing at all where not even that fits.
pub fn fit(text: &str, size: f64, weight: Weight, room: f64) -> String {
    let mut so_far = 0.0;
    let mut kept = 0;
    let ellipsis = width("…", size, weight);
    for (at, c) in text.char_indices() {
        so_far += width(c.encode_utf8(&mut [0; 4]), size, weight);
        if so_far + ellipsis <= room {
            kept = at + c.len_utf8();
        }
        if so_far > room {
            return if ellipsis <= room { format!("{}…", text[..kept].trim_end()) } else { String::new() };
        }
    }
    text.to_owned()
}

/// The text in lines of at most `room` points, broken at spaces; a word that is wider has a line to itself.
pub fn wrap(text: &str, size: f64, weight: Weight, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, weight) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The text in at most `most` lines of at most `room` points; what does not fit ends in an ellipsis.
pub fn lines(text: &str, size: f64, weight: Weight, room: f64, most: usize) -> Vec<String> {
    let mut lines = wrap(text, size, weight, room);
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(rest);
    }
    lines.iter().map(|line| fit(line, size, weight, room)).collect()
}

/// The widest of the lines, in points.
pub fn widest(lines: &[String], size: f64, weight: Weight) -> f64 {
    lines.iter().map(|line| width(line, size, weight)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_of_equal_width() {
        let one = width("1", 10.0, Weight::Regular);
        for digit in "023456789".chars() {
            assert_eq!(width(&digit.to_string(), 10.0, Weight::Regular), one);
        }
    }

    #[test]
    fn a_fitted_text_fits() {
        let text = "A very long name of a criterion";
        let fitted = fit(text, 12.0, Weight::Regular, 80.0);
        assert!(fitted.ends_with('…') && width(&fitted, 12.0, Weight::Regular) <= 80.0);
        assert_eq!(fit("short", 12.0, Weight::Regular, 80.0), "short");
        assert_eq!(fit("short", 12.0, Weight::Regular, 3.0), "");
    }

    #[test]
    fn wrapping_keeps_every_word() {
        let text = "one two three four five";
        let lines = wrap(text, 12.0, Weight::Regular, 60.0);
        assert!(lines.len() > 1);
        assert_eq!(lines.join(" "), text);
    }
}
