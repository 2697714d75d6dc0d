//! [`Lexer`]: cuts RON text into words, texts, brackets and comments, each with its place.
//!
//! It judges nothing: whether the text is valid RON is for `ron` to say. It exists because `ron` keeps neither comments nor places.

use super::Place;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// `(`, `[` or `{`.
    Open(u8),
    /// `)`, `]` or `}`.
    Close,
    Colon,
    Comma,
    /// A string of any kind, with its quotes.
    Text,
    /// An identifier, a number, a character.
    Word,
    /// A comment with its slashes, without the line end.
    Comment,
    /// Anything else, such as `#` or `!`.
    Other(char),
}

/// A piece of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    /// Byte range in the source.
    pub start: usize,
    pub end: usize,
    pub place: Place,
}

/// Cuts a source into tokens, without ever failing.
pub struct Lexer<'a> {
    source: &'a str,
    at: usize,
    place: Place,
}

impl<'a> Lexer<'a> {
    pub fn new(source: &'a str) -> Self {
        Self { source, at: 0, place: Place { line: 1, column: 1 } }
    }

    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn step(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += character.len_utf8();
        self.place = self.place.after(character);
        Some(character)
    }

    fn step_bytes(&mut self, bytes: usize) {
        let end = self.at + bytes;
        while self.at < end && self.step().is_some() {}
    }

    fn skip_while(&mut self, keep: impl Fn(char) -> bool) {
        while self.peek().is_some_and(&keep) {
            self.step();
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        loop {
            if self.rest().starts_with("/*") {
                depth += 1;
                self.step_bytes(2);
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                self.step_bytes(2);
                if depth == 0 {
                    return;
                }
            } else if self.step().is_none() {
                return;
            }
        }
    }

    /// After the opening quote.
    fn escaped_string(&mut self) {
        while let Some(character) = self.step() {
            match character {
                '"' => return,
                '\\' => drop(self.step()),
                _ => {}
            }
        }
    }

    /// After the opening quote of a raw string with so many hashes.
    fn raw_string(&mut self, hashes: usize) {
        while let Some(character) = self.step() {
            if character == '"' && self.rest().bytes().take(hashes).take_while(|byte| *byte == b'#').count() == hashes {
                self.step_bytes(hashes);
                return;
            }
        }
    }

    /// A string that starts here, possibly after `r`, `b` or `br`.
    fn string(&mut self) -> bool {
        let rest = self.rest();
        let after_b = rest.strip_prefix('b').unwrap_or(rest);
        let is_raw = after_b.starts_with('r');
        let after_r = after_b.strip_prefix('r').unwrap_or(after_b);
        let hashes = if is_raw { after_r.bytes().take_while(|byte| *byte == b'#').count() } else { 0 };
        if !after_r[hashes..].starts_with('"') {
            return false;
        }
        self.step_bytes(rest.len() - after_r.len() + hashes + 1);
        if is_raw {
            self.raw_string(hashes);
        } else {
            self.escaped_string();
        }
        true
    }

    /// A character that starts here, possibly after `b`.
    fn character(&mut self) -> bool {
        let rest = self.rest();
        let Some(inside) = rest.strip_prefix("b'").or_else(|| rest.strip_prefix('\'')) else { return false };
        let length = if let Some(escape) = inside.strip_prefix('\\') {
            // An escape is at most `\u{10FFFF}`; the quote is looked for after the escaped character, which may be a quote.
            let first = escape.chars().next().map_or(0, char::len_utf8);
            escape.char_indices().skip(1).take(10).find(|(_, c)| *c == '\'').map(|(at, _)| 1 + at.max(first))
        } else {
            let first = inside.chars().next().map_or(0, char::len_utf8);
            inside[first..].starts_with('\'').then_some(first)
        };
        let Some(length) = length else { return false };
        self.step_bytes(rest.len() - inside.len() + length + 1);
        true
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.skip_while(char::is_whitespace);
        let (start, place) = (self.at, self.place);
        let first = self.peek()?;
        let kind = match first {
            '(' | '[' | '{' => {
                self.step();
                TokenKind::Open(first as u8)
            }
            ')' | ']' | '}' => {
                self.step();
                TokenKind::Close
            }
            ':' => {
                self.step();
                TokenKind::Colon
            }
            ',' => {
                self.step();
                TokenKind::Comma
            }
            '/' if self.rest().starts_with("//") => {
                self.skip_while(|character| character != '\n');
                TokenKind::Comment
            }
            '/' if self.rest().starts_with("/*") => {
                self.block_comment();
                TokenKind::Comment
            }
            '"' | 'r' | 'b' if self.string() => TokenKind::Text,
            '\'' | 'b' if self.character() => TokenKind::Word,
            _ if is_word(first) => {
                if self.rest().starts_with("r#") {
                    self.step_bytes(2);
                }
                self.skip_while(is_word);
                TokenKind::Word
            }
            _ => {
                self.step();
                TokenKind::Other(first)
            }
        };
        Some(Token { kind, start, end: self.at, place })
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '.' | '+' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(source: &str) -> Vec<(TokenKind, &str)> {
        Lexer::new(source).map(|token| (token.kind, &source[token.start..token.end])).collect()
    }

    #[test]
    fn brackets_inside_texts_and_comments_are_none() {
        use TokenKind::{Close, Colon, Comma, Comment, Open, Text, Word};
        assert_eq!(
            tokens(r##"(a: "(\"", /* [ /* { */ ] */ b: r#"")"#, c: '"', 'x') // ) end"##),
            [
                (Open(b'('), "("),
                (Word, "a"),
                (Colon, ":"),
                (Text, r#""(\"""#),
                (Comma, ","),
                (Comment, "/* [ /* { */ ] */"),
                (Word, "b"),
                (Colon, ":"),
                (Text, r##"r#"")"#"##),
                (Comma, ","),
                (Word, "c"),
                (Colon, ":"),
                (Word, "'\"'"),
                (Comma, ","),
                (Word, "'x'"),
                (Close, ")"),
                (Comment, "// ) end"),
            ]
        );
    }

    #[test]
    fn odd_words() {
        let words = |source| tokens(source).into_iter().map(|(_, text)| text).collect::<Vec<_>>();
        assert_eq!(
            words(r"'\'' b'\\' '\u{10FFFF}' r#type bare -1e-5 NaN"),
            [r"'\''", r"b'\\'", r"'\u{10FFFF}'", "r#type", "bare", "-1e-5", "NaN"]
        );
        assert_eq!(words("b\"x\" br#\"y\"# brave"), ["b\"x\"", "br#\"y\"#", "brave"]);
    }

    #[test]
    fn whatever_it_is_given_it_ends() {
        for source in ["\"", "r#\"", "/*", "/* /* */", "'", "'\\", "b'", "r#", "\"\\", "#![", "é'é'", "\u{202e}"] {
            let end = Lexer::new(source).last().map(|token| token.end);
            assert_eq!(end, Some(source.len()), "{source:?}");
        }
    }

    #[test]
    fn places_count_characters() {
        let places: Vec<_> = Lexer::new("é: \"ü\ny\",\r\n  z").map(|token| (token.place.line, token.place.column)).collect();
        assert_eq!(places, [(1, 1), (1, 2), (1, 4), (2, 3), (3, 3)]);
    }
}
