//! Reports for programs: JSON, and the pieces that it is made of.
//!
//! CSV is `export`'s, tables for people are [`super::layout`]'s.

use serde::{Serialize, Serializer};

use super::outcome::print_part;
use crate::store;

/// A value as JSON on lines of its own, ending in a line feed. A number that is not finite becomes null. What would steer a screen is
/// spelled out, which is the same to a program.
pub fn json(value: &impl Serialize) -> String {
    // Only keys that are no texts and failing serializers can fail, and there are none.
    let pretty = serde_json::to_string_pretty(value).unwrap_or_else(|error| panic!("plain data becomes JSON: {error}"));
    let mut text = String::with_capacity(pretty.len() + 1);
    for character in pretty.chars() {
        // Line feeds are the layout's; those of texts are spelled out already.
        if character != '\n' && store::is_steering(character) {
            character.encode_utf16(&mut [0; 2]).iter().for_each(|unit| text.push_str(&format!("\\u{unit:04x}")));
        } else {
            text.push(character);
        }
    }
    text.push('\n');
    text
}

/// One value alone, several as an array: what was named decides, not how many could be read.
pub fn one_or_several<T: Serialize>(values: &[T], is_several: bool) -> Option<String> {
    match values {
        _ if is_several => Some(json(&values)),
        [] => None,
        [one, ..] => Some(json(one)),
    }
}

/// An array that is printed while it grows, so that nothing has to be kept.
#[derive(Debug, Default)]
pub struct Growing {
    n_printed: usize,
}

impl Growing {
    /// Prints a value that is JSON already, as [`json`] gives it. Returns whether more is wanted.
    pub fn push(&mut self, value: &str) -> bool {
        let lines: Vec<String> = value.trim_end().lines().map(|line| format!("  {line}")).collect();
        let start = if self.n_printed == 0 { "[\n" } else { ",\n" };
        self.n_printed += 1;
        print_part(&format!("{start}{}", lines.join("\n")))
    }

    /// What closes it.
    pub fn end(&self) -> String {
        if self.n_printed == 0 { "[]\n".to_owned() } else { "\n]\n".to_owned() }
    }
}

/// A map that keeps the order of its entries.
pub struct Entries<V>(pub Vec<(String, V)>);

impl<V: Serialize> Serialize for Entries<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// A number without a negative zero, which JSON would show as `-0.0`.
pub fn number(value: f64) -> f64 {
    value + 0.0
}

/// The id of one of a few words, such as `too_close`, as it stands in the JSON.
pub fn id(word: impl Serialize) -> String {
    match serde_json::to_value(word) {
        Ok(serde_json::Value::String(id)) => id,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_steer_a_screen_is_spelled_out() {
        let hostile = "a\n\u{1b}[2J\u{7f}\u{202e}\u{e0041} “é” 日本";
        let told = json(&hostile);
        assert_eq!(told, "\"a\\n\\u001b[2J\\u007f\\u202e\\udb40\\udc41 “é” 日本\"\n");
        assert_eq!(serde_json::from_str::<String>(&told).unwrap(), hostile);
    }
}
