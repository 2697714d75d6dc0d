//! A profile as a file: [`parse`] and [`write()`], its schema's versions, and the layout that makes differences readable.
//!
//! What the fields mean is the model's; opening and saving files is [`super::open`]'s and [`super::save`]'s.
//!
//! The layout: a comment that names the schema, then RON with one item a line in a fixed order, so that two people's changes
//! to different things are changes to different lines. What equals its default is not written. Writing what was just read
//! gives the same bytes.

use std::borrow::Cow;

use ron::{Options, extensions::Extensions, ser::PrettyConfig};
use serde::{Serialize, de::IgnoredAny};

use super::{
    Loss, Problem, StoreError,
    lexer::{Lexer, TokenKind},
    loss::losses,
    mistake::{mistakes, problem},
    outline::{Limit, NodeKind, Outline, Step},
    read::as_text,
    reason,
    shown::is_steering,
};
use crate::model::{Catalogue, PROFILE_SCHEMA, Profile};

/// How the first line begins, whatever the schema.
pub(super) const HEADER_START: &str = "// Trilemma profile, schema ";

/// An optional value is written without `Some(…)`; the second line says so to other readers of RON.
const EXTENSIONS: Extensions = Extensions::IMPLICIT_SOME;

/// Unknown fields beyond this are not worth listing.
const MAX_UNKNOWN_FIELDS: usize = super::MAX_LOSSES;

/// A profile that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    pub profile: Profile,
    /// What saving would drop, in the order of the file.
    pub losses: Vec<Loss>,
}

/// Reads a profile from a file's bytes.
///
/// # Errors
/// When it is too large, not UTF-8, not RON, not a profile, from a newer version, or its content is wrong. The error says
/// where, and knows no file name yet: see [`StoreError::named`].
pub fn parse(bytes: &[u8], catalogue: &Catalogue) -> Result<Opened, StoreError> {
    read(as_text(bytes)?, catalogue).map_err(Problem::unnamed)
}

fn read(source: &str, catalogue: &Catalogue) -> Result<Opened, Problem> {
    let outline = outline(source)?;
    let schema = schema(&outline, source)?;
    if schema > u64::from(PROFILE_SCHEMA) {
        return Err(Problem::Newer { found: schema, known: PROFILE_SCHEMA });
    }
    match migrated(source, schema as u32, &MIGRATIONS) {
        // Nothing was changed, so the places are those of the file.
        Cow::Borrowed(_) => opened(source, &outline, catalogue),
        Cow::Owned(migrated) => opened(&migrated, &self::outline(&migrated)?, catalogue),
    }
}

/// What this version understands of a profile in a newer schema: fields that it does not know are passed over.
///
/// # Errors
/// As for [`parse`]; [`Problem::Newer`] when what it understands is no profile.
pub(super) fn look_into(bytes: &[u8], catalogue: &Catalogue) -> Result<Opened, StoreError> {
    let look = || {
        let source = as_text(bytes).map_err(|error| error.problem)?;
        let outline = outline(source)?;
        let found = schema(&outline, source)?;
        opened(source, &outline, catalogue).map_err(|_| Problem::Newer { found, known: PROFILE_SCHEMA })
    };
    look().map_err(Problem::unnamed)
}

/// A text in the present schema as a profile.
fn opened(source: &str, outline: &Outline, catalogue: &Catalogue) -> Result<Opened, Problem> {
    let mut unknown_fields = Vec::new();
    let profile = current(source, &mut unknown_fields).map_err(|error| match error.code {
        // Our own message for that says where the first one stands.
        ron::Error::DuplicateStructField { .. } => problem(outline, Vec::new(), 0).unwrap_or_else(|| reason::problem(&error, source)),
        _ => reason::problem(&error, source),
    })?;
    match mistakes(outline, &profile, catalogue) {
        Some(problem) => Err(problem),
        None => Ok(Opened { profile, losses: losses(outline, &unknown_fields) }),
    }
}

/// The outline of a text.
pub(super) fn outline(source: &str) -> Result<Outline<'_>, Problem> {
    Outline::read(source).map_err(|limit| match limit {
        Limit::TooDeep(place) => Problem::TooDeep(place),
        Limit::TooMany(place) => Problem::TooMany(place),
    })
}

/// How this room reads and writes RON.
pub(super) fn options() -> Options {
    Options::default().with_default_extension(EXTENSIONS)
}

/// Which schema the file is in, before anything else of it is believed.
fn schema(outline: &Outline, source: &str) -> Result<u64, Problem> {
    let is_struct = outline.root().is_some_and(|root| root.kind == NodeKind::Struct);
    let field = |name: &str| outline.find(&[name.into()]).filter(|_| is_struct);
    let found = field("schema").map(|node| ron::from_str::<u64>(outline.source_of(node)));
    match (found, field("name")) {
        (Some(Ok(found)), _) if found > u64::from(PROFILE_SCHEMA) => Ok(found),
        // No schema was ever called 0.
        (Some(Ok(0)) | None, _) | (_, None) => Err(match options().from_str::<IgnoredAny>(source) {
            Ok(_) => Problem::NotAProfile,
            Err(error) => reason::problem(&error, source),
        }),
        // What is no number is for `ron` to complain about.
        (Some(found), Some(_)) => Ok(found.unwrap_or(PROFILE_SCHEMA.into())),
    }
}

/// Takes a text from one schema to the next. It changes the text and not values, so that comments and unknown fields stay, and knows
/// nothing of what a profile is today, so that it never has to be touched again.
type Migration = fn(&str) -> String;

/// The way from each schema to the next, the first from 1 to 2. There is one schema so far. With the next, its migration stands
/// here, [`PROFILE_SCHEMA`] is raised, and a file of the schema before stays in `tests/files`.
const MIGRATIONS: [Migration; PROFILE_SCHEMA as usize - 1] = [];

/// A text in the schema that the last migration leads to; borrowed if it is in that already.
fn migrated<'a>(source: &'a str, schema: u32, migrations: &[Migration]) -> Cow<'a, str> {
    let steps = migrations.iter().skip(schema.saturating_sub(1) as usize);
    steps.fold(Cow::Borrowed(source), |text, step| Cow::Owned(step(&text)))
}

fn current(source: &str, unknown_fields: &mut Vec<Vec<Step>>) -> Result<Profile, ron::error::SpannedError> {
    let options = options();
    let mut deserializer = ron::Deserializer::from_str_with_options(source, &options)?;
    let profile = serde_ignored::deserialize(&mut deserializer, |path| {
        if unknown_fields.len() < MAX_UNKNOWN_FIELDS {
            unknown_fields.push(steps(&path));
        }
    });
    let profile = profile.map_err(|error| deserializer.span_error(error))?;
    deserializer.end().map_err(|error| deserializer.span_error(error))?;
    Ok(profile)
}

fn steps(path: &serde_ignored::Path) -> Vec<Step> {
    use serde_ignored::Path;
    let (parent, step) = match path {
        Path::Root => return Vec::new(),
        Path::Seq { parent, index } => (parent, Some(Step::Index(*index))),
        Path::Map { parent, key } => (parent, Some(Step::Key(key.clone()))),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => (parent, None),
    };
    let mut steps = steps(parent);
    steps.extend(step);
    steps
}

/// A profile as the text of its file.
pub fn write(profile: &Profile) -> String {
    let current = Profile { schema: PROFILE_SCHEMA, ..profile.clone() };
    format!("{HEADER_START}{PROFILE_SCHEMA}\n#![enable(implicit_some)]\n{}\n", pretty(&current))
}

/// RON with one item a line, without the header.
pub(super) fn pretty(value: &impl Serialize) -> String {
    let layout = PrettyConfig::new().depth_limit(2).new_line("\n").indentor("    ");
    // Only odd names, foreign types and deep nesting can fail, and neither a profile nor a catalogue has any of them.
    readable(&options().to_string_pretty(value, layout).expect("plain data of bounded depth"))
}

/// A profile as RON without layout, for where every byte counts.
pub(super) fn compact(profile: &Profile) -> String {
    let current = Profile { schema: PROFILE_SCHEMA, ..profile.clone() };
    options().to_string(&current).expect("a profile is plain data of bounded depth")
}

/// The same RON with its texts written for people: `ron` escapes apostrophes and every accent that is a character of its own.
fn readable(ron: &str) -> String {
    let mut result = String::with_capacity(ron.len());
    let mut done = 0;
    for token in Lexer::new(ron).filter(|token| token.kind == TokenKind::Text) {
        let literal = &ron[token.start..token.end];
        result.push_str(&ron[done..token.start]);
        match ron::from_str::<String>(literal) {
            Ok(text) if literal.contains('\\') => result.push_str(&quoted(&text)),
            _ => result.push_str(literal),
        }
        done = token.end;
    }
    result.push_str(&ron[done..]);
    result
}

/// A text as a RON literal on one line, in which only what must be is escaped, and what would steer a screen.
pub(super) fn quoted(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            _ if is_steering(character) => literal.extend(character.escape_unicode()),
            _ => literal.push(character),
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrations_are_taken_from_the_files_schema_on() {
        // Made up: the second schema called the context differently, the third wants the day in brackets.
        let migrations: [Migration; 2] = [|text| text.replace("about:", "context:"), |text| text.replace("day", "(day)")];
        let old = "// mine\n(schema: 1, about: \"day\")";
        assert_eq!(migrated(old, 1, &migrations), "// mine\n(schema: 1, context: \"(day)\")");
        assert_eq!(migrated(old, 2, &migrations), "// mine\n(schema: 1, about: \"(day)\")");
        assert!(matches!(migrated(old, 3, &migrations), Cow::Borrowed(_)));
        assert_eq!(MIGRATIONS.len() as u32 + 1, PROFILE_SCHEMA);
    }
}
