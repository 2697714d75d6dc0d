//! [`Scene`]: one picture as a handful of primitives, with its words and its numbers.
//!
//! No backend draws here and no colour is named here: marks carry roles, and [`super::style`] gives them colours.

use super::style::{Dash, Marker, Paint};
use crate::wording;

/// A picture of `width` × `height` points, y downwards from the top left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub width: f64,
    pub height: f64,
    pub title: String,
    /// Who is drawn, in drawing order of the legend.
    pub series: Vec<Series>,
    /// Drawn in this order, later ones on top.
    pub marks: Vec<Mark>,
    /// What can be pointed at.
    pub spots: Vec<Spot>,
    /// What the picture shows, for somebody who cannot see it: a few sentences.
    pub summary: String,
    /// The numbers of the picture.
    pub table: Table,
}

/// One alternative in a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub name: String,
    /// Its slot of colour, dash pattern and marker.
    pub slot: usize,
}

/// A primitive, and whose it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Index into [`Scene::series`]; `None` for axes, labels and the like.
    pub series: Option<usize>,
    pub shape: Shape,
}

/// A place in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// The primitives that every backend draws.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Line {
        points: Vec<Point>,
        closed: bool,
        width: f64,
        paint: Paint,
        dash: Dash,
    },
    /// A filled polygon that need not be convex, but sees all its corners from `centre`.
    Star {
        centre: Point,
        points: Vec<Point>,
        paint: Paint,
    },
    Rect {
        min: Point,
        max: Point,
        radius: f64,
        paint: Paint,
    },
    /// `size` is the diameter of a circle of the same weight.
    Symbol {
        at: Point,
        marker: Marker,
        size: f64,
        paint: Paint,
    },
    Text(Text),
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    pub at: Point,
    pub text: String,
    /// Font size in points.
    pub size: f64,
    pub weight: Weight,
    pub paint: Paint,
    pub align: Align,
    pub baseline: Baseline,
}

/// The two weights of the bundled family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Weight {
    #[default]
    Regular,
    SemiBold,
}

/// Where `at` lies along the line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Align {
    #[default]
    Start,
    Middle,
    End,
}

/// Where `at` lies across the line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Baseline {
    /// On the line that letters stand on.
    #[default]
    Alphabetic,
    /// Halfway up the capitals.
    Middle,
}

/// A place that says something when it is pointed at.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    pub at: Point,
    pub series: usize,
    /// The value and where it comes from, in one to three short lines.
    pub label: String,
}

/// Numbers in rows and columns, as they are shown, exported and read aloud.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// A text or a number with its decimals.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Text(String),
    Number {
        value: f64,
        decimals: usize,
    },
    /// A share of the whole, 0–1, shown as whole percent.
    Share(f64),
    Empty,
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number { value, decimals } => write!(f, "{value:.decimals$}"),
            Self::Share(share) => f.write_str(&wording::percent(*share)),
            Self::Empty => Ok(()),
        }
    }
}

impl Scene {
    /// Adds a mark that belongs to no series.
    pub fn draw(&mut self, shape: Shape) {
        self.marks.push(Mark { series: None, shape });
    }

    /// Adds a mark of one series.
    pub fn draw_for(&mut self, series: usize, shape: Shape) {
        self.marks.push(Mark { series: Some(series), shape });
    }
}
