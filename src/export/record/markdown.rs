//! A record as Markdown (CommonMark with tables, as GitHub and cmark-gfm read it), with YAML front matter after MADR 4.
//!
//! Pictures are files of their own beside it, see [`super::Record::pictures`].

use std::fmt::Write as _;

use super::{Block, Enclosure, Line, Record, Section, Span, Table};
use crate::{chart::ChartKind, model::DecisionStatus};

/// The name of a chart's file beside a record with this stem.
pub(super) fn picture(stem: &str, kind: ChartKind) -> String {
    format!("{stem}-{}.svg", kind.id())
}

pub(super) fn markdown(record: &Record, stem: &str) -> String {
    let mut out = String::from("---\n");
    // Writing to a string cannot fail.
    let _ = writeln!(out, "status: {}", quoted(status(record.status)));
    if let Some(date) = record.date {
        let _ = writeln!(out, "date: {date}");
    }
    if !record.decided_by.is_empty() {
        let _ = writeln!(out, "decision-makers: {}", quoted(&record.decided_by.join(", ")));
    }
    // Tables and enclosed data are wider than prose.
    out.push_str("---\n\n<!-- markdownlint-disable-file MD013 -->\n\n");
    let _ = writeln!(out, "# {}\n\n{}", inline(&record.title), inline(&record.small_print));
    for section in &record.sections {
        write_section(&mut out, section, stem);
    }
    out
}

/// The word that MADR has for a status, the same in every language.
pub(super) fn status(status: DecisionStatus) -> &'static str {
    match status {
        DecisionStatus::Proposed => "proposed",
        DecisionStatus::Accepted => "accepted",
        DecisionStatus::Superseded => "superseded",
    }
}

fn write_section(out: &mut String, section: &Section, stem: &str) {
    let _ = writeln!(out, "\n{} {}", "#".repeat(section.level.into()), inline(&section.title));
    for block in &section.blocks {
        out.push('\n');
        match block {
            Block::Paragraph(line) => {
                let _ = writeln!(out, "{}", start(&spans(line)));
            }
            Block::List(lines) => {
                for line in lines {
                    let _ = writeln!(out, "* {}", start(&spans(line)));
                }
            }
            Block::Table(table) => write_table(out, table),
            Block::Chart(chart) => {
                let _ = writeln!(out, "![{}](<{}>)", inline(&chart.scene.summary), picture(stem, chart.kind));
            }
            Block::Enclosure(Enclosure { id, text, .. }) => {
                let _ = writeln!(out, "```ron {id}\n{}\n```", text.trim_end());
            }
        }
    }
}

fn write_table(out: &mut String, table: &Table) {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let _ = writeln!(out, "{}", row(table.columns.iter().map(|column| inline(&column.name)).collect()));
    let rules = table.columns.iter().map(|column| if column.is_number { "---:".to_owned() } else { "---".to_owned() });
    let _ = writeln!(out, "{}", row(rules.collect()));
    for cells in &table.rows {
        let _ = writeln!(out, "{}", row(cells.iter().map(spans).collect()));
    }
}

fn spans(line: &Line) -> String {
    let written = line.iter().map(|span| match span {
        Span::Text(text) => inline(text),
        Span::Strong(text) => format!("**{}**", inline(text.trim())),
        Span::Link { text, url } => format!("[{}](<{}>)", inline(text), address(url)),
    });
    written.collect()
}

/// Text in which nothing is Markdown.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '`' | '$' | '#' | '@') {
            out.push('\\');
        }
        out.push(c);
    }
    // An address in a text is no link.
    out.replace("://", "\\://").replace("www.", "www\\.")
}

/// The beginning of a line must not look like a list, a heading or a rule.
fn start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if line.starts_with(['+', '-', '=', ':']) {
        format!("\\{line}")
    } else if digits > 0 && line[digits..].starts_with(['.', ')']) {
        format!("{}\\{}", &line[..digits], &line[digits..])
    } else {
        line.to_owned()
    }
}

/// An address between angle brackets.
fn address(url: &str) -> String {
    url.replace(' ', "%20").replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C").replace('|', "%7C")
}

/// A text for YAML. Where front matter is taken for Markdown, nothing in it is markup or a link either.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '\\' | '"' => out.extend(['\\', c]),
            '<' | '>' | '[' | ']' | '&' | '@' | '`' | '*' | '_' | '~' => out.push_str(&format!("\\x{:02X}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out.push('"');
    out.replace("://", ":\\x2F/").replace("www.", "www\\x2E")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        assert_eq!(inline("<b>*x*</b> [a](b) | `c` & http://d"), "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\| \\`c\\` \\& http\\://d");
        assert_eq!(inline("www.a.org a@b.org"), "www\\.a.org a\\@b.org");
        assert_eq!([start("- a"), start("12. b"), start("1 c"), start("+x")], ["\\- a", "12\\. b", "1 c", "\\+x"]);
        assert_eq!(address("https://a/<b> c"), "https://a/%3Cb%3E%20c");
        assert_eq!(quoted("<b> http://x"), "\"\\x3Cb\\x3E http:\\x2F/x\"");
        assert_eq!(quoted("a \"b\" \\"), "\"a \\\"b\\\" \\\\\"");
    }
}
