//! The geometry of markers, one for every backend, so that a triangle is the same triangle on screen and on paper.
//!
//! Which alternative has which marker, and in what colour, is `style.rs`.

use super::{scene::Point, style::Marker};

/// What a marker is made of, in points.
#[derive(Debug, Clone, PartialEq)]
pub enum Outline {
    /// A filled circle.
    Disc { radius: f64 },
    /// A circle's line.
    Ring { radius: f64, width: f64 },
    /// A filled convex polygon.
    Polygon(Vec<Point>),
    /// Straight strokes.
    Strokes { lines: Vec<[Point; 2]>, width: f64 },
}

/// The marker around `at`. `size` is the diameter of the circle that looks as heavy.
pub fn outline(marker: Marker, at: Point, size: f64) -> Outline {
    let half = size / 2.0;
    let corner = |x: f64, y: f64| Point::new(at.x + x * half, at.y + y * half);
    let polygon = |corners: &[(f64, f64)]| Outline::Polygon(corners.iter().map(|&(x, y)| corner(x, y)).collect());
    let strokes = |ends: &[[(f64, f64); 2]]| Outline::Strokes {
        lines: ends.iter().map(|[from, to]| [corner(from.0, from.1), corner(to.0, to.1)]).collect(),
        width: size * 0.3,
    };
    match marker {
        Marker::Circle => Outline::Disc { radius: half },
        Marker::Ring => Outline::Ring { radius: half * 0.85, width: size * 0.26 },
        Marker::Square => polygon(&[(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]),
        // Their centres of gravity are at `at`, so that the point that is meant is the point that is seen.
        Marker::Triangle => polygon(&[(0.0, -1.28), (1.12, 0.64), (-1.12, 0.64)]),
        Marker::TriangleDown => polygon(&[(0.0, 1.28), (-1.12, -0.64), (1.12, -0.64)]),
        Marker::Diamond => polygon(&[(0.0, -1.22), (1.22, 0.0), (0.0, 1.22), (-1.22, 0.0)]),
        Marker::Cross => strokes(&[[(-0.85, -0.85), (0.85, 0.85)], [(-0.85, 0.85), (0.85, -0.85)]]),
        Marker::Plus => strokes(&[[(-1.1, 0.0), (1.1, 0.0)], [(0.0, -1.1), (0.0, 1.1)]]),
    }
}
