//! The name inside a profile's file, read and replaced without reading or touching anything else of it.
//!
//! This is how a list of profiles stays quick, and how renaming keeps comments, unknown fields and even mistakes.

use super::{
    Problem,
    outline::{NodeKind, Outline},
    profile_file::{HEADER_START, quoted},
    read::as_text,
};
use crate::model::PROFILE_SCHEMA;

/// The name in a profile, of which `head` is the whole or the beginning.
///
/// # Errors
/// When there is none, or the profile is from a newer version.
pub fn name_in(head: &[u8]) -> Result<String, Problem> {
    // The last character may be cut in two.
    let text = String::from_utf8_lossy(head);
    let outline = Outline::read(text.trim_start_matches('\u{feff}')).map_err(|_| Problem::NotAProfile)?;
    let field = |name: &str| outline.find(&[name.into()]);
    if let Some(found) = field("schema").and_then(|node| outline.content(node).parse().ok())
        && found > u64::from(PROFILE_SCHEMA)
    {
        return Err(Problem::Newer { found, known: PROFILE_SCHEMA });
    }
    let name = field("schema").and(field("name")).filter(|node| node.kind == NodeKind::Text);
    name.map(|node| outline.content(node)).ok_or(Problem::NotAProfile)
}

/// The same file with another name in it.
///
/// # Errors
/// As [`name_in`], and when the file is not UTF-8.
pub fn with_name(bytes: &[u8], name: &str) -> Result<String, Problem> {
    let text = as_text(bytes).map_err(|error| error.problem)?;
    name_in(bytes)?;
    let outline = Outline::read(text).map_err(|_| Problem::NotAProfile)?;
    let node = outline.find(&["name".into()]).ok_or(Problem::NotAProfile)?;
    let named = format!("{}{}{}", &text[..node.start], quoted(name), &text[node.end..]);
    // The first line always names the file, even one that somebody wrote by hand.
    let has_header = named.starts_with(HEADER_START);
    Ok(if has_header { named } else { format!("{HEADER_START}{PROFILE_SCHEMA}\n{named}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_is_replaced() {
        let text = "\u{feff}(schema: 1, // name: \"no\"\n facts: {\"name\": \"no\"}, name: r#\"it \"is\"\"#, odd: [(name: 1)],";
        assert_eq!(name_in(text.as_bytes()).unwrap(), "it \"is\"");
        assert_eq!(
            with_name(text.as_bytes(), "a\"b").unwrap(),
            "// Trilemma profile, schema 1\n(schema: 1, // name: \"no\"\n facts: {\"name\": \"no\"}, name: \"a\\\"b\", odd: [(name: 1)],"
        );
    }

    #[test]
    fn other_files_have_no_name() {
        assert!(matches!(name_in(b"(schema: 2, name: \"x\")"), Err(Problem::Newer { found: 2, .. })));
        for text in ["", "(name: \"x\")", "(schema: 1)", "(schema: 1, name: 5)", "[\"name\"]", "\u{fffd}"] {
            assert!(matches!(name_in(text.as_bytes()), Err(Problem::NotAProfile)), "{text}");
        }
    }
}
