//! The geometry of one radar: where its axes lie, and where a value lies on them.
//!
//! What is written at the axes is `labels.rs`.

use crate::chart::scene::Point;

/// The largest value of every axis.
pub const MOST: f64 = 10.0;

/// The values at which there is a ring; those in [`NUMBERED`] say so.
pub const RINGS: [f64; 4] = [2.5, 5.0, 7.5, 10.0];
pub const NUMBERED: [f64; 2] = [5.0, 10.0];

/// `n` axes around a centre, the first at twelve o'clock, the others clockwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Web {
    pub centre: Point,
    /// Where ten is, in points from the centre.
    pub radius: f64,
    pub n: usize,
}

impl Web {
    /// The direction of an axis as a step of length one. Halves are between two axes.
    pub fn direction(&self, axis: f64) -> Point {
        let turn = std::f64::consts::TAU * axis / self.n as f64;
        // libm, so that pictures are the same to the last bit on every system.
        Point::new(libm::sin(turn), -libm::cos(turn))
    }

    fn step(&self, direction: Point, length: f64) -> Point {
        Point::new(self.centre.x + direction.x * length, self.centre.y + direction.y * length)
    }

    /// Where a value lies on an axis.
    pub fn at(&self, axis: usize, value: f64) -> Point {
        self.step(self.direction(axis as f64), self.radius * value / MOST)
    }

    /// Where a ring crosses the middle between an axis and the next.
    pub fn between(&self, axis: usize, value: f64) -> Point {
        let inner = self.radius * value / MOST * libm::cos(std::f64::consts::PI / self.n as f64);
        self.step(self.direction(axis as f64 + 0.5), inner)
    }

    /// The corners of one value per axis.
    pub fn outline(&self, values: &[f64]) -> Vec<Point> {
        values.iter().enumerate().map(|(axis, value)| self.at(axis, *value)).collect()
    }

    /// The corners of the ring at a value.
    pub fn ring(&self, value: f64) -> Vec<Point> {
        (0..self.n).map(|axis| self.at(axis, value)).collect()
    }
}
