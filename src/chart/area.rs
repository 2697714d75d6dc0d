//! [`Area`]: boxes in points, for laying things out so that they do not meet.
//!
//! Nothing is drawn here.

use super::{
    font,
    scene::{Align, Baseline, Point, Text},
};

/// How far letters reach above and below the line they stand on, as shares of the font size.
const ASCENT: f64 = 0.76;
const DESCENT: f64 = 0.21;

/// A box with its sides along the axes, `min` its top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub min: Point,
    pub max: Point,
}

impl Area {
    pub const fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self { min: Point::new(left, top), max: Point::new(right, bottom) }
    }

    /// The box of this size around a centre.
    pub fn around(centre: Point, width: f64, height: f64) -> Self {
        Self::new(centre.x - width / 2.0, centre.y - height / 2.0, centre.x + width / 2.0, centre.y + height / 2.0)
    }

    /// What a line of text covers.
    pub fn of_text(text: &Text) -> Self {
        let width = font::width(&text.text, text.size, text.weight);
        let left = match text.align {
            Align::Start => text.at.x,
            Align::Middle => text.at.x - width / 2.0,
            Align::End => text.at.x - width,
        };
        let line = match text.baseline {
            Baseline::Alphabetic => text.at.y,
            Baseline::Middle => text.at.y + text.size * font::CAP_HEIGHT / 2.0,
        };
        Self::new(left, line - ASCENT * text.size, left + width, line + DESCENT * text.size)
    }

    pub fn width(&self) -> f64 {
        self.max.x - self.min.x
    }

    pub fn height(&self) -> f64 {
        self.max.y - self.min.y
    }

    pub fn centre(&self) -> Point {
        Point::new(f64::midpoint(self.min.x, self.max.x), f64::midpoint(self.min.y, self.max.y))
    }

    /// The box with every side moved outwards; inwards if negative.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self::new(self.min.x - by, self.min.y - by, self.max.x + by, self.max.y + by)
    }

    #[must_use]
    pub fn shifted(&self, x: f64, y: f64) -> Self {
        Self::new(self.min.x + x, self.min.y + y, self.max.x + x, self.max.y + y)
    }

    /// The smallest box around both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y), self.max.x.max(other.max.x), self.max.y.max(other.max.y))
    }

    pub fn overlaps(&self, other: &Self) -> bool {
        self.min.x < other.max.x && other.min.x < self.max.x && self.min.y < other.max.y && other.min.y < self.max.y
    }

    pub fn holds(&self, other: &Self) -> bool {
        self.min.x <= other.min.x && self.min.y <= other.min.y && self.max.x >= other.max.x && self.max.y >= other.max.y
    }

    /// Whether the straight line between two points passes through the box (Liang and Barsky 1984).
    pub fn is_crossed(&self, from: Point, to: Point) -> bool {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let sides = [(-dx, from.x - self.min.x), (dx, self.max.x - from.x), (-dy, from.y - self.min.y), (dy, self.max.y - from.y)];
        for (step, room) in sides {
            if step == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if step < 0.0 {
                enter = enter.max(room / step);
            } else {
                leave = leave.min(room / step);
            }
        }
        enter <= leave
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_through_a_box_is_seen() {
        let area = Area::new(0.0, 0.0, 10.0, 4.0);
        assert!(area.is_crossed(Point::new(-5.0, 2.0), Point::new(15.0, 2.0)));
        assert!(area.is_crossed(Point::new(5.0, 1.0), Point::new(6.0, 2.0)));
        assert!(!area.is_crossed(Point::new(-5.0, 5.0), Point::new(15.0, 5.0)));
        assert!(!area.is_crossed(Point::new(-5.0, 2.0), Point::new(-1.0, 2.0)));
        assert!(!area.is_crossed(Point::new(-4.0, 2.0), Point::new(2.0, -4.0)));
    }

    #[test]
    fn boxes_that_only_touch_do_not_overlap() {
        let area = Area::new(0.0, 0.0, 10.0, 4.0);
        assert!(!area.overlaps(&area.shifted(10.0, 0.0)));
        assert!(area.overlaps(&area.shifted(9.9, 3.9)));
        assert!(area.grown(1.0).holds(&area) && !area.holds(&area.grown(1.0)));
    }
}
