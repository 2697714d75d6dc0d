//! What `ron` says is wrong with a text, in words for somebody who edits a profile by hand.
//!
//! Where it stands is `ron`'s to say too; only the wording is ours.

use ron::error::{Error, SpannedError};

use super::{
    Place, Problem,
    lexer::{Lexer, Token, TokenKind},
    shown::shown,
};

/// Serde's words for a value that is neither of the two forms of an answer.
const NO_ANSWER: &str = "did not match any variant of untagged enum Answer";

/// The problem that `ron` found in `source`.
pub(super) fn problem(error: &SpannedError, source: &str) -> Problem {
    let end = Place { line: error.span.end.line, column: error.span.end.col };
    let place = Place { line: error.span.start.line, column: error.span.start.col };
    let word = word_at(source, place);
    // Inside a text the place itself is what helps; otherwise `ron` may point at the space before a word, or behind its quote.
    let at_word = word.map_or(place, |word| word.place);
    match &error.code {
        Error::ExceededRecursionLimit => Problem::TooDeep(place),
        // What was looked for last says little where the text simply ends: a file that was cut short.
        code if end == Place::behind(source) && is_about_what_follows(code) => {
            Problem::NotRon { place: end, reason: text!("store-ron-ends") }
        }
        code @ Error::InvalidEscape(_) => Problem::NotRon { place, reason: reason(code) },
        Error::Message(_) if word.is_some_and(|word| is_value_of(&source[..word.start], "date")) => {
            Problem::NotRon { place: at_word, reason: text!("store-ron-date") }
        }
        code => Problem::NotRon { place: at_word, reason: reason(code) },
    }
}

/// The word at a place, or else the next one.
fn word_at(source: &str, place: Place) -> Option<Token> {
    let mut at = Place { line: 1, column: 1 };
    let offset = source.char_indices().find_map(|(offset, character)| {
        let is_there = at >= place;
        at = at.after(character);
        is_there.then_some(offset)
    })?;
    Lexer::new(source).find(|token| token.end > offset && token.kind != TokenKind::Comment)
}

/// Whether what follows `before` is the value of this field.
fn is_value_of(before: &str, field: &str) -> bool {
    before.trim_end().strip_suffix(':').is_some_and(|before| before.trim_end().ends_with(field))
}

fn is_about_what_follows(code: &Error) -> bool {
    matches!(
        code,
        Error::Eof
            | Error::ExpectedComma
            | Error::ExpectedArrayEnd
            | Error::ExpectedMapEnd
            | Error::ExpectedMapColon
            | Error::ExpectedStructLikeEnd
            | Error::ExpectedOptionEnd
            | Error::ExpectedIdentifier
    )
}

pub(super) fn reason(code: &Error) -> String {
    match code {
        Error::Eof => text!("store-ron-ends"),
        Error::ExpectedComma => text!("store-ron-comma"),
        Error::ExpectedMapColon => text!("store-ron-colon"),
        Error::ExpectedArray => text!("store-ron-list"),
        Error::ExpectedArrayEnd => text!("store-ron-close", bracket = "]"),
        Error::ExpectedMap => text!("store-ron-map"),
        Error::ExpectedMapEnd => text!("store-ron-close", bracket = "}"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => text!("store-ron-struct"),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => text!("store-ron-close", bracket = ")"),
        Error::ExpectedAttribute | Error::ExpectedAttributeEnd => text!("store-ron-attribute"),
        Error::NoSuchExtension(name) => text!("store-ron-extension", name = shown(name)),
        Error::ExpectedString => text!("store-ron-string"),
        Error::ExpectedStringEnd => text!("store-ron-string-end"),
        Error::InvalidEscape(_) => text!("store-ron-escape"),
        Error::ExpectedBoolean => text!("store-ron-boolean"),
        Error::ExpectedFloat | Error::FloatUnderscore => text!("store-ron-number"),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } | Error::UnderscoreAtBeginning => text!("store-ron-integer"),
        Error::IntegerOutOfBounds => text!("store-ron-integer-range"),
        Error::ExpectedIdentifier | Error::InvalidIdentifier(_) | Error::SuggestRawIdentifier(_) => text!("store-ron-field-name"),
        Error::UnclosedBlockComment => text!("store-ron-comment"),
        Error::UnexpectedChar(character) => text!("store-ron-character", character = shown(&character.to_string())),
        Error::TrailingCharacters => text!("store-ron-trailing"),
        Error::NoSuchEnumVariant { expected, found, .. } => {
            text!("store-ron-variant", found = shown(found), expected = expected.join(", "))
        }
        Error::NoSuchStructField { found, .. } => text!("store-ron-unknown-field", field = shown(found)),
        Error::MissingStructField { field, .. } => text!("store-ron-missing-field", field = (*field).to_owned()),
        Error::DuplicateStructField { field, .. } => text!("store-ron-repeated-field", field = (*field).to_owned()),
        Error::Message(message) if message.ends_with(NO_ANSWER) => text!("store-ron-answer"),
        Error::ExpectedDifferentLength { expected, found } => {
            text!("store-ron-length", expected = shown(expected), found = found.to_string())
        }
        other => text!("store-ron-other", reason = shown(&other.to_string())),
    }
}
