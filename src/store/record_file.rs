//! What `verify` reads: a profile, or a decision record with the profile and the part of a catalogue that it carries.
//!
//! Whether what it says is true is not asked here. What surrounds the two is only kept as text.

use std::path::Path;

use super::{
    Opened, Problem, Source, StoreError,
    input::{Named, named, read_text},
    open, parse, parse_catalogue,
    profile_file::HEADER_START,
    read::STDIN_NAME,
    shelf::is_profile,
};
use crate::model::Catalogue;

/// How the two blocks are called in a record, in Markdown behind the fence's language, in HTML as the element's id.
const PROFILE_ID: &str = "trilemma-profile";
const CATALOGUE_ID: &str = "trilemma-catalogue";

/// What a record carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enclosed {
    Profile,
    Catalogue,
}

impl Enclosed {
    pub fn name(self) -> String {
        match self {
            Self::Profile => text!("store-record-profile"),
            Self::Catalogue => text!("store-record-catalogue"),
        }
    }
}

/// A record's text, and what it carries.
#[derive(Debug, Clone, PartialEq)]
pub struct Enclosures {
    /// The whole file, its lines ended by line feeds.
    pub text: String,
    /// Whether it is HTML rather than Markdown.
    pub is_html: bool,
    pub opened: Opened,
    pub catalogue: Catalogue,
}

/// Something that can be checked.
#[derive(Debug)]
pub enum Checkable {
    Profile(Box<Opened>, Source),
    Record(Box<Enclosures>, Source),
}

/// Opens a profile, as [`open`] does, or a record.
///
/// # Errors
/// When it cannot be read, or its content is wrong; a record's enclosed data is told with the line of the record.
pub fn open_checkable(source: &Path, catalogue: &Catalogue) -> Result<Checkable, StoreError> {
    let is_stdin = source == Path::new("-");
    let is_profile = source.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(super::EXTENSION));
    // What is no file may be an example's id.
    if is_profile || !(is_stdin || source.is_file()) {
        return open(source, catalogue).map(|(opened, source)| Checkable::Profile(Box::new(opened), source));
    }
    let name = if is_stdin { STDIN_NAME.to_owned() } else { source.to_string_lossy().into_owned() };
    let text = read_text(source)?;
    let origin = if is_stdin { Source::Stdin } else { Source::File(source.to_owned()) };
    match enclosures(&text).map_err(|error| error.named(&name))? {
        Some(found) => Ok(Checkable::Record(Box::new(found), origin)),
        None => {
            let opened = parse(text.as_bytes(), catalogue).map_err(|error| {
                // What is wrong with it as a profile helps nobody who named a page of text.
                let is_page = is_text(source) && !text.trim_start().starts_with(HEADER_START);
                let error = if is_page { Problem::NotARecord.unnamed() } else { error };
                error.named(&name)
            })?;
            Ok(Checkable::Profile(Box::new(opened), origin))
        }
    }
}

/// The profiles and records that a path stands for, sorted by path. A Markdown or HTML file that carries no profile is none of ours.
///
/// # Errors
/// When a folder may not be read, or the pattern is none.
pub fn checkable_named(path: &Path) -> Result<Named, StoreError> {
    let is_ours = |file: &Path| is_text(file) && read_text(file).is_ok_and(|text| is_record(&text));
    named(path, |file| is_profile(file) || is_ours(file))
}

/// Whether a text is a decision record with the profile that it carries; one that merely speaks of such a thing is none.
pub(super) fn is_record(text: &str) -> bool {
    if is_html(text) { in_html(text, PROFILE_ID).is_some() } else { in_markdown(text, PROFILE_ID).is_some() }
}

/// Whether a file's name is that of a text in a format that records have.
fn is_text(file: &Path) -> bool {
    file.extension().is_some_and(|extension| ["md", "html"].iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

fn is_html(text: &str) -> bool {
    text.trim_start().get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"))
}

/// What a record carries; `None` for a text that is no record.
fn enclosures(text: &str) -> Result<Option<Enclosures>, StoreError> {
    let text = text.replace("\r\n", "\n");
    let is_html = is_html(&text);
    let find = |id: &str| if is_html { in_html(&text, id) } else { in_markdown(&text, id) };
    let (profile, catalogue) = match (find(PROFILE_ID), find(CATALOGUE_ID)) {
        (None, None) if !is_html && !text.starts_with("---\n") => return Ok(None),
        (None, _) => return Err(Problem::IncompleteRecord(Enclosed::Profile).unnamed()),
        (_, None) => return Err(Problem::IncompleteRecord(Enclosed::Catalogue).unnamed()),
        (Some(profile), Some(catalogue)) => (profile, catalogue),
    };
    let catalogue = parse_catalogue(catalogue.as_bytes())?.catalogue;
    let opened = parse(profile.as_bytes(), &catalogue)?;
    Ok(Some(Enclosures { is_html, opened, catalogue, text }))
}

/// The lines of a fenced block, behind as many empty lines as stand before it, so that a mistake in it is told with its line.
fn in_markdown(text: &str, id: &str) -> Option<String> {
    let opening = format!("```ron {id}");
    let start = text.lines().position(|line| line == opening)?;
    let lines: Vec<&str> = text.lines().skip(start + 1).take_while(|line| *line != "```").collect();
    Some(format!("{}{}\n", "\n".repeat(start + 1), lines.join("\n")))
}

/// The text of an element, likewise.
fn in_html(text: &str, id: &str) -> Option<String> {
    let at = text.find(&format!("<pre id=\"{id}\""))?;
    let start = at + text[at..].find('>')? + 1;
    let end = start + text[start..].find("</pre>")?;
    let content = text[start..end].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    Some(format!("{}{content}\n", "\n".repeat(text[..start].matches('\n').count())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    #[test]
    fn what_a_record_carries_is_found_in_both_formats() {
        let example = store::example("public-api").unwrap();
        let (profile, catalogue) = (store::write(&example.profile), store::write_catalogue(store::shipped()));
        let markdown = format!("---\nstatus: x\n---\n\n```ron {PROFILE_ID}\n{profile}```\n\n```ron {CATALOGUE_ID}\n{catalogue}```\n");
        let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        let html = format!(
            "<!DOCTYPE html>\n<pre id=\"{PROFILE_ID}\" tabindex=\"0\">{}</pre><pre id=\"{CATALOGUE_ID}\">{}</pre>",
            escaped(&profile),
            escaped(&catalogue)
        );
        for text in [markdown.clone(), markdown.replace('\n', "\r\n"), html] {
            let found = enclosures(&text).unwrap().expect("a record");
            assert_eq!((&found.opened.profile, &found.catalogue), (&example.profile, store::shipped()));
        }
        let broken = markdown.replace("name: \"Public API\"", "name: Public");
        let place = enclosures(&broken).unwrap_err().place().unwrap();
        assert!(broken.lines().nth(place.line - 1).unwrap().contains("name: Public"), "{place}");
        assert!(enclosures(&profile).unwrap().is_none());
        assert!(matches!(enclosures("---\n---\n").unwrap_err().problem, Problem::IncompleteRecord(Enclosed::Profile)));
    }

    #[test]
    fn what_only_speaks_of_records_is_none() {
        for text in
            ["A record has a block called `trilemma-profile`.\n", "    ```ron trilemma-profile\n", "```ron trilemma-profile-2\n```\n"]
        {
            assert!(!is_record(text), "{text}");
        }
        assert!(!is_record("<!DOCTYPE html>\n<p id=\"x\">trilemma-profile</p>"));
        assert!(is_record("```ron trilemma-profile\r\n()\r\n```\r\n"));
        assert!(is_record("<!DOCTYPE html>\n<pre id=\"trilemma-profile\" tabindex=\"0\">()</pre>"));
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("page.md");
        std::fs::write(&page, "# trilemma-profile\n").unwrap();
        assert_eq!(checkable_named(folder.path()).unwrap(), Named::Folder(Vec::new()));
        assert!(matches!(open_checkable(&page, store::shipped()).unwrap_err().problem, Problem::NotARecord));
        std::fs::write(&page, "```ron trilemma-profile\n()\n```\n").unwrap();
        assert!(matches!(open(&page, store::shipped()).unwrap_err().problem, Problem::IsRecord));
    }
}
