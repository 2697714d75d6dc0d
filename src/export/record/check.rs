//! Whether a record still says what is computed from what it carries: every line is written again and compared.
//!
//! What is enclosed is not compared, it is what the lines are written from.

use super::{CATALOGUE_ID, PROFILE_ID, Record, RecordFormat};
use crate::chart::{ChartKind, plain};

/// A line that reads otherwise than it should. What is too long is cut around the first difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineDifference {
    /// In the file, from 1.
    pub line: usize,
    /// Empty where a line is missing.
    pub reads: String,
    /// Empty where a line is too many.
    pub should: String,
}

/// How much of a line is shown.
const SHOWN: usize = 100;
/// How much of it before the first difference.
const BEFORE: usize = 60;

/// The lines of a record's file that are not what `record` says. `text` has line feeds alone.
pub fn differing_lines(record: &Record, text: &str, is_html: bool) -> Vec<LineDifference> {
    let format = if is_html { RecordFormat::Html } else { RecordFormat::Markdown };
    // Neither of the two formats can fail.
    let expected = record.render(format, &stem(text)).unwrap_or_default();
    let expected = String::from_utf8_lossy(&expected).into_owned();
    let (read, should) = (visible(text), visible(&expected));
    let mut found = Vec::new();
    // Equal lines at both ends, so that a line too many does not shift all that follow.
    let same_start = read.iter().zip(&should).take_while(|(a, b)| a.1 == b.1).count();
    let (read, should) = (&read[same_start..], &should[same_start..]);
    let same_end = read.iter().rev().zip(should.iter().rev()).take_while(|(a, b)| a.1 == b.1).count();
    let (read, should) = (&read[..read.len() - same_end], &should[..should.len() - same_end]);
    let last = read.last().map_or(text.lines().count(), |(line, _)| *line);
    for at in 0..read.len().max(should.len()) {
        let (a, b) = (read.get(at), should.get(at));
        if a.map(|line| line.1) != b.map(|line| line.1) {
            let (reads, should) = (a.map_or("", |line| line.1), b.map_or("", |line| line.1));
            let (reads, should) = excerpts(&shown(reads, is_html), &shown(should, is_html));
            found.push(LineDifference { line: a.map_or(last, |line| line.0), reads, should });
        }
    }
    found
}

/// The stem by which a Markdown record names its pictures.
pub fn stem(text: &str) -> String {
    let ending = format!("-{}.svg>)", ChartKind::Radar.id());
    let line = text.lines().find(|line| line.starts_with("![") && line.ends_with(&ending));
    line.and_then(|line| line.rsplit_once("](<")).map_or_else(String::new, |(_, name)| name.trim_end_matches(&ending).to_owned())
}

/// The lines with their numbers, without what is enclosed.
fn visible(text: &str) -> Vec<(usize, &str)> {
    let mut is_enclosed = false;
    let mut lines = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let begins =
            [PROFILE_ID, CATALOGUE_ID].iter().any(|id| line == format!("```ron {id}") || line.starts_with(&format!("<pre id=\"{id}\"")));
        if is_enclosed {
            is_enclosed = line != "```" && !line.contains("</pre>");
        } else if begins {
            is_enclosed = !line.contains("</pre>");
        } else {
            lines.push((at + 1, line.trim_end()));
        }
    }
    lines
}

/// A line as people read it: without the tags of HTML.
fn shown(line: &str, is_html: bool) -> String {
    if !is_html {
        return plain(line);
    }
    let mut words = String::new();
    let mut is_tag = false;
    for c in line.chars() {
        match c {
            '<' => {
                is_tag = true;
                words.push(' ');
            }
            '>' if is_tag => is_tag = false,
            c if !is_tag => words.push(c),
            _ => {}
        }
    }
    let words = plain(&words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"));
    // What differs in a tag alone is shown with it.
    if words.is_empty() { plain(line) } else { words }
}

/// Both texts, cut around their first difference if they are long.
fn excerpts(a: &str, b: &str) -> (String, String) {
    let same = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let start = if a.chars().count().max(b.chars().count()) <= SHOWN { 0 } else { same.saturating_sub(BEFORE) };
    let cut = |text: &str| {
        let kept: String = text.chars().skip(start).take(SHOWN).collect();
        let before = if start > 0 && !kept.is_empty() { "…" } else { "" };
        let after = if text.chars().count() > start + SHOWN { "…" } else { "" };
        format!("{before}{kept}{after}")
    };
    (cut(a), cut(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{assessment::Ground, export::record::record, store};

    fn written(format: RecordFormat) -> (Record, String) {
        let ground = Ground::new(store::shipped(), &store::example("storage-engine").unwrap().profile, 2);
        let record = record(&ground, store::write(&ground.profile), store::write_catalogue(&ground.catalogue));
        let text = String::from_utf8(record.render(format, "decision").unwrap()).unwrap();
        (record, text)
    }

    #[test]
    fn a_record_says_what_it_says_and_every_change_shows_with_its_line() {
        for format in [RecordFormat::Markdown, RecordFormat::Html] {
            let is_html = format == RecordFormat::Html;
            let (record, text) = written(format);
            assert_eq!(differing_lines(&record, &text, is_html), []);
            // One number in the visible text.
            let at = text.lines().position(|line| line.contains("Rust") && line.contains("8.")).unwrap();
            let changed: Vec<String> =
                text.lines().enumerate().map(|(n, line)| if n == at { line.replacen("8.", "9.", 1) } else { line.to_owned() }).collect();
            let found = differing_lines(&record, &changed.join("\n"), is_html);
            assert_eq!((found.len(), found[0].line), (1, at + 1), "{found:?}");
            assert!(found[0].reads.contains("9.") && found[0].should.contains("8."), "{found:?}");
            // One line too many.
            let more = text.replacen("\n", "\nMore.\n", 1);
            let found = differing_lines(&record, &more, is_html);
            assert_eq!((found.len(), found[0].line, found[0].reads.as_str(), found[0].should.as_str()), (1, 2, "More.", ""));
        }
        assert_eq!(stem(&written(RecordFormat::Markdown).1), "decision");
    }

    #[test]
    fn long_lines_are_cut_around_the_difference() {
        let (a, b) = excerpts(&format!("{}7.8 and more", "x".repeat(300)), &format!("{}7.9 and more", "x".repeat(300)));
        assert!(a.starts_with('…') && a.contains("7.8") && b.contains("7.9") && a.chars().count() < 110);
    }
}
