//! [`Sizes`]: how large letters, lines and gaps are in a picture of a given size.
//!
//! Colours and dash patterns are `style.rs`.

use super::ChartOptions;

/// The picture for which the sizes below are meant; larger ones have everything larger.
const REFERENCE_WIDTH: f64 = 800.0;
const REFERENCE_HEIGHT: f64 = 600.0;

/// The size of labels in the reference picture, and the smallest and largest they get.
const LABEL: f64 = 12.0;
const LABEL_LEAST: f64 = 10.0;
const LABEL_LEAST_TINY: f64 = 9.0;
const LABEL_MOST: f64 = 60.0;

/// A radar needs a radius of so many markers to bear them at full size.
const LEAST_RADIUS: f64 = 8.0;

/// A picture whose shorter side is below this is tiny.
const TINY: f64 = 280.0;

/// Lengths in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// Font sizes.
    pub title: f64,
    pub label: f64,
    pub caption: f64,
    /// Width of an alternative's line, and of a thin one.
    pub stroke: f64,
    pub hairline: f64,
    pub marker: f64,
    /// The distance between things that belong together; twice it between things that do not.
    pub gap: f64,
    /// Free border of the picture.
    pub margin: f64,
}

impl Sizes {
    pub fn new(options: &ChartOptions) -> Self {
        let shorter = options.width.min(options.height);
        let derived = LABEL * (options.width / REFERENCE_WIDTH).min(options.height / REFERENCE_HEIGHT);
        let least = if shorter < TINY { LABEL_LEAST_TINY } else { LABEL_LEAST };
        let label = options.text_size.unwrap_or(derived.clamp(least, LABEL_MOST));
        let unit = label / LABEL;
        let margin = if options.heading { 20.0 * unit } else { 6.0 * unit };
        Self {
            title: 18.0 * unit,
            label,
            caption: (10.5 * unit).max(label.min(9.0)),
            stroke: 2.0 * unit,
            hairline: unit,
            marker: 8.0 * unit,
            gap: 6.0 * unit,
            margin: margin.min(shorter * 0.04).max(3.0),
        }
    }

    /// The sizes for what lies inside a radar of this radius: lines and markers no heavier than a small one can bear.
    #[must_use]
    pub fn within(&self, radius: f64) -> Self {
        let light = (radius / (self.marker * LEAST_RADIUS)).clamp(0.5, 1.0);
        Self { stroke: self.stroke * light, marker: self.marker * light, ..*self }
    }

    /// From one line of text to the next.
    pub fn leading(size: f64) -> f64 {
        size * 1.38
    }
}
