//! PNG, and plain pixels for the clipboard, drawn on the processor: the same bytes on every system.

use png::{ColorType, Compression, Encoder, EncodingError};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::Tree,
};

use super::{ExportError, Format, tree::tree};
use crate::chart::{Scene, style::Theme};

/// The most pixels to a side.
pub const MOST_PIXELS: u32 = 16_384;

/// The most pixels in all: 400 MB of memory.
const MOST_IN_ALL: f64 = 100_000_000.0;

/// How many pixels a point gets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Resolution {
    /// So many pixels to a point, 1 to 4 as a rule.
    Scale(f64),
    /// So many pixels across.
    Width(u32),
}

impl Default for Resolution {
    fn default() -> Self {
        Self::Scale(1.0)
    }
}

/// A picture as it lies in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    /// Red, green, blue and opacity (always full), row by row from the top.
    pub rgba: Vec<u8>,
}

/// A PNG file.
///
/// # Errors
///
/// More than [`MOST_PIXELS`] to a side, or no memory for them.
pub fn png(scene: &Scene, theme: Theme, resolution: Resolution) -> Result<Vec<u8>, ExportError> {
    encoded(&drawn(scene, theme, resolution)?).map_err(|error| ExportError::Failed { format: Format::Png, reason: error.to_string() })
}

/// Red, green and blue alone, because the ground is opaque.
fn encoded(drawn: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let rgb: Vec<u8> = drawn.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, drawn.width(), drawn.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_compression(Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(bytes)
}

/// The picture's pixels.
///
/// # Errors
///
/// As [`png`].
pub fn pixels(scene: &Scene, theme: Theme, resolution: Resolution) -> Result<Pixels, ExportError> {
    let drawn = drawn(scene, theme, resolution)?;
    let (width, height) = (drawn.width(), drawn.height());
    // The ground is opaque, so that colours multiplied by their opacity are the colours themselves.
    Ok(Pixels { width, height, rgba: drawn.take() })
}

fn drawn(scene: &Scene, theme: Theme, resolution: Resolution) -> Result<Pixmap, ExportError> {
    let tree: Tree = tree(scene, theme, Format::Png)?;
    let scale = match resolution {
        Resolution::Scale(scale) => scale,
        Resolution::Width(width) => f64::from(width) / scene.width,
    };
    let (width, height) = ((scene.width * scale).round(), (scene.height * scale).round());
    let side = 1.0..=f64::from(MOST_PIXELS);
    let too_large = ExportError::TooLarge { width, height };
    if !side.contains(&width) || !side.contains(&height) || width * height > MOST_IN_ALL {
        return Err(too_large);
    }
    // Both are whole numbers within the limits above.
    let mut pixmap = Pixmap::new(width as u32, height as u32).ok_or(too_large)?;
    let stretch = Transform::from_scale((width / scene.width) as f32, (height / scene.height) as f32);
    resvg::render(&tree, stretch, &mut pixmap.as_mut());
    Ok(pixmap)
}
