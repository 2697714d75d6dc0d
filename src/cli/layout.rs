//! Text in columns for a terminal: wrapped paragraphs, aligned tables, bars.
//!
//! Always eighty columns and no colours, so that a terminal, a file and a pipe get the same bytes. Every text is made harmless on
//! its way in: what comes from a file may not steer the reader's screen. Columns are counted in characters.

use crate::chart::plain;

/// No line is longer, unless a single word is.
pub const WIDTH: usize = 80;

/// Space between two columns of a table.
const GAP: usize = 2;

/// What bars are made of.
const FULL_BLOCK: &str = "\u{2588}";
const HALF_BLOCK: &str = "\u{258c}";

/// How a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// A column of a table: its heading, how its cells stand, and how wide they may be.
#[derive(Debug, Clone)]
pub struct Column {
    pub name: String,
    pub align: Align,
    pub most: usize,
}

impl Column {
    pub fn left(name: impl Into<String>, most: usize) -> Self {
        Self { name: name.into(), align: Align::Left, most }
    }

    pub fn right(name: impl Into<String>, most: usize) -> Self {
        Self { name: name.into(), align: Align::Right, most }
    }
}

/// A page of text that grows downwards.
#[derive(Debug, Default)]
pub struct Page {
    text: String,
}

impl Page {
    pub fn into_text(self) -> String {
        self.text
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// An empty line, unless one stands there or the page is empty.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A line with something at both ends; on two lines if it does not fit on one.
    pub fn ends(&mut self, left: &str, right: &str) {
        let (left, right) = (plain(left), plain(right));
        let (left_width, right_width) = (width(&left), width(&right));
        if left_width + GAP + right_width <= WIDTH {
            self.line(&format!("{left}{}{right}", " ".repeat(WIDTH - left_width - right_width)));
        } else {
            self.paragraph(&left);
            self.paragraph(&right);
        }
    }

    /// A paragraph over the whole width.
    pub fn paragraph(&mut self, text: &str) {
        self.wrapped(text, "", "");
    }

    /// The heading of a section, with an empty line before it.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.paragraph(text);
    }

    /// A paragraph set in by two columns.
    pub fn indented(&mut self, text: &str) {
        self.wrapped(text, "  ", "  ");
    }

    /// One item of a list.
    pub fn item(&mut self, text: &str) {
        self.wrapped(text, "  - ", "    ");
    }

    /// A word in a column of its own, set in by `indent`, and what belongs to it beside it.
    pub fn entry(&mut self, indent: usize, term: &str, term_width: usize, text: &str) {
        let term = clipped(&plain(term), term_width);
        let lead = format!("{}{term}{}", " ".repeat(indent), " ".repeat(term_width + GAP - width(&term)));
        self.wrapped(text, &lead, &" ".repeat(indent + term_width + GAP));
    }

    /// A paragraph below an item of a list.
    pub fn below_item(&mut self, text: &str) {
        self.wrapped(text, "    ", "    ");
    }

    fn wrapped(&mut self, text: &str, first: &str, rest: &str) {
        let mut line = first.to_owned();
        let mut is_empty = true;
        // A percent sign stays with its number.
        let text = plain(text).replace(" %", "\u{a0}%");
        for word in text.split(' ') {
            let word = word.replace('\u{a0}', " ");
            if !is_empty && width(&line) + 1 + width(&word) > WIDTH {
                self.line(&line);
                line = rest.to_owned();
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line.push_str(&word);
            is_empty = false;
        }
        self.line(&line);
    }

    /// A table, set in by two columns; without headings if none is named.
    pub fn table(&mut self, columns: &[Column], rows: &[Vec<String>]) {
        let cell = |text: &str, column: &Column| clipped(&plain(text), column.most);
        let cells: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().zip(columns).map(|(text, column)| cell(text, column)).collect()).collect();
        let heads: Vec<String> = columns.iter().map(|column| cell(&column.name, column)).collect();
        let widest = |j: usize| cells.iter().filter_map(|row| row.get(j)).chain([&heads[j]]).map(|text| width(text)).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns.len()).map(widest).collect();
        let mut row = |texts: &[String]| {
            let cells = texts.iter().zip(columns).zip(&widths).map(|((text, column), wide)| {
                let space = " ".repeat(wide - width(text));
                match column.align {
                    Align::Left => format!("{text}{space}"),
                    Align::Right => format!("{space}{text}"),
                }
            });
            self.line(&format!("  {}", cells.collect::<Vec<_>>().join(&" ".repeat(GAP))));
        };
        if heads.iter().any(|head| !head.is_empty()) {
            row(&heads);
        }
        cells.iter().for_each(|texts| row(texts));
    }
}

/// A bar for a share from 0 to 1, `cells` wide when full. Half cells are drawn; both blocks are in every terminal's font.
pub fn bar(share: f64, cells: usize) -> String {
    let halves = (share.clamp(0.0, 1.0) * 2.0 * cells as f64).round() as usize;
    format!("{}{}", FULL_BLOCK.repeat(halves / 2), if halves % 2 == 1 { HALF_BLOCK } else { "" })
}

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    text.chars().count()
}

/// At most so many characters, with an ellipsis if there were more.
fn clipped(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_wider_than_the_page() {
        let mut page = Page::default();
        page.ends(&"long ".repeat(30), "right");
        page.item(&"some words that go on ".repeat(10));
        page.entry(2, &"x".repeat(50), 12, &"and on ".repeat(40));
        page.table(&[Column::left("", 30), Column::right("n", 6)], &[vec!["y".repeat(99), "1".into()], vec!["z".into(), "22".into()]]);
        let text = page.into_text();
        assert!(text.lines().all(|line| width(line) <= WIDTH && line == line.trim_end()), "{text}");
    }

    #[test]
    fn columns_stand_below_each_other() {
        let mut page = Page::default();
        page.table(
            &[Column::left("", 9), Column::right("score", 9)],
            &[vec!["Go".into(), "7.8".into()], vec!["Python".into(), "10.0".into()]],
        );
        assert_eq!(page.into_text(), "          score\n  Go        7.8\n  Python   10.0\n");
    }

    #[test]
    fn bars_are_as_long_as_their_share() {
        assert_eq!(bar(0.5, 4), FULL_BLOCK.repeat(2));
        assert_eq!(bar(0.6, 4), FULL_BLOCK.repeat(2) + HALF_BLOCK);
        assert_eq!(bar(7.0, 2), FULL_BLOCK.repeat(2));
        assert_eq!(bar(f64::NAN, 2), "");
    }

    #[test]
    fn nothing_steers_the_screen() {
        let mut page = Page::default();
        page.paragraph("a\u{1b}[31mb\u{202e}c\nd");
        assert_eq!(page.into_text(), "a□[31mb□c d\n");
    }

    #[test]
    fn a_percent_sign_stays_with_its_number() {
        let mut page = Page::default();
        page.paragraph(&format!("{} 31 %.", "x".repeat(75)));
        assert_eq!(page.into_text(), format!("{}\n31 %.\n", "x".repeat(75)));
    }
}
