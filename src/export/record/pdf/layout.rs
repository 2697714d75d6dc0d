//! From a record's blocks to places on A4 pages: lines, tables and pictures, and the structure that they belong to.
//!
//! Nothing is written here; painting is the parent's. All lengths are points.

use crate::{
    chart::{
        font,
        scene::{Scene, Weight},
        style::Role,
    },
    export::record::{Block, Line, Record, Section, Span, Table, column_widths},
};

pub const WIDTH: f64 = 595.0;
pub const HEIGHT: f64 = 842.0;
const LEFT: f64 = 58.0;
const TOP: f64 = 60.0;
const BOTTOM: f64 = 782.0;
const ROOM: f64 = WIDTH - 2.0 * LEFT;
/// How far below a page's last line the footer stands.
pub const FOOTER: f64 = 810.0;

const TITLE: f64 = 20.0;
const BODY: f64 = 9.6;
pub const SMALL: f64 = 8.0;
const CELL: f64 = 8.0;
/// The height of a line, as a multiple of its size.
const LEADING: f64 = 1.42;
/// Between two columns.
const GUTTER: f64 = 10.0;

/// What a piece of the document is, for those who listen to it.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Heading { level: u8, title: String },
    Paragraph,
    List,
    Item,
    Label,
    Body,
    Table { caption: String },
    Row,
    ColumnHeading,
    RowHeading,
    Cell,
    Link { url: String, text: String },
    Figure { alternative: String },
}

/// A piece of the document, with its parent; parents stand before their children.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub kind: Kind,
    pub parent: Option<usize>,
}

/// Something on a page.
#[derive(Debug, Clone)]
pub struct Placed<'a> {
    pub page: usize,
    /// The piece that it belongs to; `None` for decoration.
    pub piece: Option<usize>,
    pub mark: Mark<'a>,
}

#[derive(Debug, Clone)]
pub enum Mark<'a> {
    /// `y` is the baseline.
    Text {
        x: f64,
        y: f64,
        text: String,
        size: f64,
        weight: Weight,
        role: Role,
    },
    Rule {
        x: f64,
        y: f64,
        width: f64,
    },
    Picture {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        scene: &'a Scene,
    },
}

/// A heading's place, for the list of bookmarks.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    pub level: u8,
    pub title: String,
    pub page: usize,
    pub y: f64,
}

#[derive(Debug, Default)]
pub struct Layout<'a> {
    pub pieces: Vec<Piece>,
    pub placed: Vec<Placed<'a>>,
    pub bookmarks: Vec<Bookmark>,
    page: usize,
    /// The lower end of what stands on the page.
    y: f64,
}

/// Lays a record out. What it encloses for machines is left out: paper cannot be checked by them.
pub fn layout(record: &Record) -> Layout<'_> {
    let mut layout = Layout { y: TOP, ..Layout::default() };
    let small = layout.piece(Kind::Paragraph, None);
    let style = Style { size: SMALL, weight: Weight::Regular, role: Role::Secondary };
    layout.lines(&[Span::Text(record.small_print.clone())], small, LEFT, ROOM, style);
    layout.y += 4.0;
    let title = layout.piece(Kind::Heading { level: 1, title: record.title.clone() }, None);
    let style = Style { size: TITLE, weight: Weight::SemiBold, role: Role::Ink };
    layout.lines(&[Span::Text(record.title.clone())], title, LEFT, ROOM, style);
    layout.y += 6.0;
    let printed = |section: &&Section| !section.blocks.iter().any(|block| matches!(block, Block::Enclosure(_)));
    for section in record.sections.iter().filter(printed) {
        layout.section(section);
    }
    layout
}

#[derive(Debug, Clone, Copy)]
struct Style {
    size: f64,
    weight: Weight,
    role: Role,
}

const PROSE: Style = Style { size: BODY, weight: Weight::Regular, role: Role::Ink };

/// Words in one style, with the spaces between them left out.
#[derive(Debug, Clone)]
struct Word<'s> {
    text: &'s str,
    weight: Weight,
    link: Option<(&'s str, &'s str)>,
    /// Whether a space stands before it.
    is_apart: bool,
}

impl<'a> Layout<'a> {
    pub fn n_pages(&self) -> usize {
        self.page + 1
    }

    fn piece(&mut self, kind: Kind, parent: Option<usize>) -> usize {
        self.pieces.push(Piece { kind, parent });
        self.pieces.len() - 1
    }

    fn place(&mut self, piece: Option<usize>, mark: Mark<'a>) {
        self.placed.push(Placed { page: self.page, piece, mark });
    }

    /// Begins another page unless this much room is left.
    fn need(&mut self, height: f64) {
        if self.y + height > BOTTOM && self.y > TOP {
            self.page += 1;
            self.y = TOP;
        }
    }

    fn section(&mut self, section: &'a Section) {
        let (size, above) = if section.level == 2 { (13.5, 18.0) } else { (10.8, 11.0) };
        self.y += above;
        // A heading does not stand alone at the foot of a page.
        self.need(size * LEADING + 46.0);
        let level = section.level;
        self.bookmarks.push(Bookmark { level, title: section.title.clone(), page: self.page, y: self.y });
        let heading = self.piece(Kind::Heading { level, title: section.title.clone() }, None);
        let style = Style { size, weight: Weight::SemiBold, role: Role::Ink };
        self.lines(&[Span::Text(section.title.clone())], heading, LEFT, ROOM, style);
        self.y += 2.0;
        for block in &section.blocks {
            match block {
                Block::Paragraph(line) => {
                    let paragraph = self.piece(Kind::Paragraph, None);
                    self.lines(line, paragraph, LEFT, ROOM, PROSE);
                    self.y += 4.0;
                }
                Block::List(lines) => self.list(lines),
                Block::Table(table) => self.table(table),
                Block::Chart(chart) => self.picture(&chart.scene),
                Block::Enclosure(_) => {}
            }
        }
    }

    fn list(&mut self, lines: &[Line]) {
        let list = self.piece(Kind::List, None);
        for line in lines {
            self.need(BODY * LEADING);
            let item = self.piece(Kind::Item, Some(list));
            let label = self.piece(Kind::Label, Some(item));
            let bullet = Mark::Text {
                x: LEFT + 2.0,
                y: self.y + BODY * 1.05,
                text: "•".into(),
                size: BODY,
                weight: Weight::Regular,
                role: Role::Secondary,
            };
            self.place(Some(label), bullet);
            let body = self.piece(Kind::Body, Some(item));
            self.lines(line, body, LEFT + 13.0, ROOM - 13.0, PROSE);
            self.y += 1.5;
        }
        self.y += 3.0;
    }

    fn picture(&mut self, scene: &'a Scene) {
        let height = ROOM * scene.height / scene.width;
        self.need(height + 8.0);
        let figure = self.piece(Kind::Figure { alternative: scene.summary.clone() }, None);
        self.place(Some(figure), Mark::Picture { x: LEFT, y: self.y + 4.0, width: ROOM, height, scene });
        self.y += height + 12.0;
    }

    fn table(&mut self, table: &Table) {
        let widths = column_widths(table, ROOM, CELL, GUTTER);
        let parent = self.piece(Kind::Table { caption: table.caption.clone() }, None);
        self.y += 2.0;
        let head: Vec<Line> = table.columns.iter().map(|column| vec![Span::Text(column.name.clone())]).collect();
        self.row(table, &widths, parent, &head, true);
        for row in &table.rows {
            self.row(table, &widths, parent, row, false);
        }
        self.y += 6.0;
    }

    fn row(&mut self, table: &Table, widths: &[f64], parent: usize, cells: &[Line], is_head: bool) {
        let style = Style { size: CELL, weight: Weight::Regular, role: if is_head { Role::Secondary } else { Role::Ink } };
        let tallest = cells.iter().zip(widths).map(|(cell, width)| wrapped(cell, *width, style).len()).max().unwrap_or(0);
        self.need(tallest as f64 * CELL * LEADING + 6.0);
        let row = self.piece(Kind::Row, Some(parent));
        let top = self.y + 2.5;
        let mut x = LEFT;
        for (at, (cell, width)) in cells.iter().zip(widths).enumerate() {
            let kind = match (is_head, at) {
                (true, _) => Kind::ColumnHeading,
                (false, 0) => Kind::RowHeading,
                (false, _) => Kind::Cell,
            };
            let piece = self.piece(kind, Some(row));
            self.y = top;
            let is_number = table.columns.get(at).is_some_and(|column| column.is_number);
            self.aligned(cell, piece, x, *width, style, is_number);
            x += width + GUTTER;
        }
        self.y = top + tallest as f64 * CELL * LEADING + 2.0;
        self.place(None, Mark::Rule { x: LEFT, y: self.y, width: ROOM });
    }

    fn lines(&mut self, spans: &[Span], piece: usize, x: f64, room: f64, style: Style) {
        self.aligned(spans, piece, x, room, style, false);
    }

    fn aligned(&mut self, spans: &[Span], piece: usize, x: f64, room: f64, style: Style, to_right: bool) {
        for line in wrapped(spans, room, style) {
            self.need(style.size * LEADING);
            let baseline = self.y + style.size * 1.05;
            let mut at = if to_right { x + (room - line_width(&line, style)).max(0.0) } else { x };
            for run in runs(&line, style) {
                let wide = font::width(&run.text, style.size, run.weight);
                let owner = match run.link {
                    Some((url, text)) => self.piece(Kind::Link { url: url.to_owned(), text: text.to_owned() }, Some(piece)),
                    None => piece,
                };
                let mark = Mark::Text { x: at, y: baseline, text: run.text, size: style.size, weight: run.weight, role: style.role };
                self.place(Some(owner), mark);
                at += wide;
            }
            self.y += style.size * LEADING;
        }
    }
}

/// Neighbouring words of one style as one text.
struct Run<'s> {
    text: String,
    weight: Weight,
    link: Option<(&'s str, &'s str)>,
}

fn runs<'s>(line: &[Word<'s>], style: Style) -> Vec<Run<'s>> {
    let mut runs: Vec<Run<'s>> = Vec::new();
    for (at, word) in line.iter().enumerate() {
        let weight = heavier(style.weight, word.weight);
        let space = if at > 0 && word.is_apart { " " } else { "" };
        match runs.last_mut() {
            Some(run) if run.weight == weight && run.link == word.link => {
                run.text.push_str(space);
                run.text.push_str(word.text);
            }
            Some(run) => {
                run.text.push_str(space);
                runs.push(Run { text: word.text.to_owned(), weight, link: word.link });
            }
            None => runs.push(Run { text: word.text.to_owned(), weight, link: word.link }),
        }
    }
    runs
}

fn heavier(a: Weight, b: Weight) -> Weight {
    if a == Weight::SemiBold || b == Weight::SemiBold { Weight::SemiBold } else { Weight::Regular }
}

fn line_width(line: &[Word<'_>], style: Style) -> f64 {
    runs(line, style).iter().map(|run| font::width(&run.text, style.size, run.weight)).sum()
}

/// The words in lines of at most this width; a word that is wider is cut where it no longer fits.
fn wrapped<'s>(spans: &'s [Span], room: f64, style: Style) -> Vec<Vec<Word<'s>>> {
    let mut lines: Vec<Vec<Word<'s>>> = Vec::new();
    let mut used = 0.0;
    let space = font::width(" ", style.size, style.weight);
    let mut is_apart = false;
    for span in spans {
        let (weight, link) = match span {
            Span::Text(_) => (Weight::Regular, None),
            Span::Strong(_) => (Weight::SemiBold, None),
            Span::Link { text, url } => (Weight::Regular, Some((url.as_str(), text.as_str()))),
        };
        for (nth, text) in span.text().split(' ').enumerate() {
            is_apart |= nth > 0;
            for part in cut(text, room, style.size, heavier(style.weight, weight)) {
                let wide = font::width(part, style.size, heavier(style.weight, weight));
                let gap = if is_apart { space } else { 0.0 };
                let word = Word { text: part, weight, link, is_apart };
                match lines.last_mut() {
                    Some(line) if used + gap + wide <= room => {
                        used += gap + wide;
                        line.push(word);
                    }
                    _ => {
                        used = wide;
                        lines.push(vec![word]);
                    }
                }
                is_apart = false;
            }
        }
    }
    lines
}

/// A word in parts that fit; mostly one.
fn cut(word: &str, room: f64, size: f64, weight: Weight) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut wide) = (0, 0.0);
    for (at, c) in word.char_indices() {
        let next = font::width(c.encode_utf8(&mut [0; 4]), size, weight);
        if wide + next > room && at > start {
            parts.push(&word[start..at]);
            (start, wide) = (at, 0.0);
        }
        wide += next;
    }
    if start < word.len() {
        parts.push(&word[start..]);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_keep_every_word() {
        let spans =
            [Span::Text("one two three ".into()), Span::Strong("four".into()), Span::Text(", five sixseveneightnineteneleven".into())];
        let lines = wrapped(&spans, 60.0, PROSE);
        assert!(lines.iter().all(|line| line_width(line, PROSE) <= 60.0 + 1e-9));
        let all: String =
            lines.iter().map(|line| runs(line, PROSE).iter().map(|run| run.text.clone()).collect::<String>()).collect::<Vec<_>>().join("|");
        assert_eq!(all.replace(['|', ' '], ""), "onetwothreefour,fivesixseveneightnineteneleven");
    }
}
