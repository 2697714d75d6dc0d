//! Exports: a [`Scene`] in, bytes out. No file is opened here.
//!
//! Every format shows the same picture: PNG and PDF are made from the very SVG, with the bundled font and no other.

mod csv;
mod pdf;
mod png;
pub mod record;
mod svg;
mod tree;

pub use csv::{csv, csv_part};
pub use pdf::pdf;
pub use png::{MOST_PIXELS, Pixels, Resolution, pixels, png};
pub use svg::svg;

use crate::chart::{
    Scene, font,
    scene::{Mark, Shape},
    style::Theme,
};

/// The kinds of file that a chart can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    #[default]
    Svg,
    Png,
    Pdf,
    /// The chart's numbers.
    Csv,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::Svg, Self::Png, Self::Pdf, Self::Csv];

    /// The ending of its files, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
        }
    }

    /// The format of files with this ending, in any case.
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }
}

/// Why a picture could not be made.
#[derive(Debug, Clone, PartialEq)]
pub enum ExportError {
    /// More pixels than can be drawn.
    TooLarge { width: f64, height: f64 },
    /// What the library that makes the format says.
    Failed { format: Format, reason: String },
}

impl std::fmt::Display for ExportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let said = match self {
            Self::TooLarge { width, height } => {
                text!("chart-export-too-large", width = format!("{width:.0}"), height = format!("{height:.0}"), most = MOST_PIXELS)
            }
            Self::Failed { format, reason } => {
                text!("chart-export-failed", format = format.extension().to_uppercase(), reason = reason.as_str())
            }
        };
        f.write_str(&said)
    }
}

impl std::error::Error for ExportError {}

/// A chart as a file of this format. `resolution` matters to PNG alone.
///
/// # Errors
///
/// A PNG of more than [`MOST_PIXELS`] to a side, or a failure of the library that makes the format.
pub fn render(scene: &Scene, format: Format, theme: Theme, resolution: Resolution) -> Result<Vec<u8>, ExportError> {
    match format {
        Format::Svg => Ok(svg(scene, theme).into_bytes()),
        Format::Png => png(scene, theme, resolution),
        Format::Pdf => pdf(scene, theme),
        Format::Csv => Ok(csv(&scene.table).into_bytes()),
    }
}

/// The characters of a picture that the bundled font lacks, in order of appearance. PNG and PDF show a box for each;
/// an SVG shows them where the reader's system has a font for them. A caller should say so.
pub fn missing_glyphs(scene: &Scene) -> Vec<char> {
    let mut missing = Vec::new();
    let texts = scene.marks.iter().filter_map(|Mark { shape, .. }| if let Shape::Text(text) = shape { Some(&text.text) } else { None });
    for c in texts.flat_map(|text| text.chars()) {
        if font::missing_glyph(c.encode_utf8(&mut [0; 4])).is_some() && !missing.contains(&c) {
            missing.push(c);
        }
    }
    missing
}
