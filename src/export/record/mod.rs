//! [`Record`]: the written decision as sections of structured blocks, after MADR 4 (Markdown Any Decision Records, adr.github.io/madr).
//!
//! What it says is [`content`]'s; Markdown, HTML and PDF are written from the same blocks. No date is written but the profile's and
//! the decision's, so that the same profile gives the same bytes.

mod check;
mod content;
mod evidence;
mod html;
mod markdown;
mod options;
mod page;
mod pdf;

pub use check::{LineDifference, differing_lines, stem};
pub use page::column_widths;

use crate::{
    assessment::Ground,
    chart::{ChartKind, Scene, Subject, plain},
    export::{ExportError, svg},
    model::{Date, DecisionStatus},
};

/// What a Markdown record's fenced blocks and an HTML record's elements are called, so that they can be found again.
pub const PROFILE_ID: &str = "trilemma-profile";
pub const CATALOGUE_ID: &str = "trilemma-catalogue";

/// A decision as a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub title: String,
    pub status: DecisionStatus,
    /// The day of the decision, or else of the profile.
    pub date: Option<Date>,
    pub decided_by: Vec<String>,
    /// "Decision record · proposed · 23 November 2026".
    pub small_print: String,
    pub sections: Vec<Section>,
}

/// A heading with what stands below it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// 2 or 3; the title is 1.
    pub level: u8,
    /// A name for links within the document.
    pub id: &'static str,
    pub title: String,
    /// The title in a list of contents.
    pub short: String,
    pub blocks: Vec<Block>,
}

/// One line of running text.
pub type Line = Vec<Span>;

/// A stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    Text(String),
    Strong(String),
    Link { text: String, url: String },
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Paragraph(Line),
    List(Vec<Line>),
    Table(Table),
    Chart(Box<Chart>),
    Enclosure(Enclosure),
}

/// Rows and columns; the first column names its row.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows, for those who cannot see it.
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Line>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    /// Numbers stand at the right.
    pub is_number: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub kind: ChartKind,
    pub scene: Scene,
}

/// A text that travels with the record as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosure {
    pub id: &'static str,
    pub name: String,
    pub text: String,
}

/// The kinds of file that a record can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum RecordFormat {
    #[default]
    Markdown,
    Html,
    Pdf,
}

impl RecordFormat {
    pub const ALL: [Self; 3] = [Self::Markdown, Self::Html, Self::Pdf];

    /// The ending of its files, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Pdf => "pdf",
        }
    }

    /// The format of files with this ending, in any case.
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }
}

/// Writes down what a ground comes to. `profile` and `catalogue` are the texts that the record carries: the profile's file, and the
/// file of the catalogue's used part.
pub fn record(ground: &Ground, profile: String, catalogue: String) -> Record {
    let subject = Subject {
        catalogue: &ground.catalogue,
        profile: &ground.profile,
        assessment: &ground.assessment,
        robustness: ground.robustness.as_ref(),
        information: Some(&ground.information),
    };
    let mut record = content::record(subject, page::WIDTH);
    record.sections.extend(content::enclosures(profile, catalogue));
    record
}

/// The same for reading on a screen: charts of this width in points, nothing enclosed.
pub fn preview(subject: Subject<'_>, width: f64) -> Record {
    content::record(subject, width)
}

impl Record {
    /// The charts, in their order.
    pub fn charts(&self) -> impl Iterator<Item = &Chart> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.filter_map(|block| if let Block::Chart(chart) = block { Some(&**chart) } else { None })
    }

    /// The names and the text of the pictures that stand beside a Markdown record whose file has this stem.
    pub fn pictures(&self, stem: &str) -> Vec<(String, String)> {
        self.charts().map(|chart| (markdown::picture(stem, chart.kind), svg(&chart.scene, page::THEME))).collect()
    }

    /// The record as a file of this format; `stem` is the stem of its name, by which Markdown names the pictures beside it.
    ///
    /// # Errors
    ///
    /// What the library for PDF reports; none is known for a record that [`record`] wrote.
    pub fn render(&self, format: RecordFormat, stem: &str) -> Result<Vec<u8>, ExportError> {
        match format {
            RecordFormat::Markdown => Ok(markdown::markdown(self, stem).into_bytes()),
            RecordFormat::Html => Ok(html::html(self).into_bytes()),
            RecordFormat::Pdf => pdf::pdf(self),
        }
    }
}

/// Running text on one line; what cannot be seen is made visible.
fn text(text: impl AsRef<str>) -> Line {
    vec![Span::Text(plain(text.as_ref()))]
}

fn strong(text: impl AsRef<str>) -> Line {
    vec![Span::Strong(plain(text.as_ref()))]
}

/// A column of words.
fn words(name: impl Into<String>) -> Column {
    Column { name: name.into(), is_number: false }
}

/// A column of numbers.
fn numbers(name: impl Into<String>) -> Column {
    Column { name: name.into(), is_number: true }
}

impl Span {
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::Link { text, .. } => text,
        }
    }
}
