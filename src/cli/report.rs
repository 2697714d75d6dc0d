//! Reports for programs: JSON, and the pieces that it is made of.
//!
//! CSV is `export`'s, tables for people are [`super::layout`]'s.

use serde::{Serialize, Serializer};

/// A value as JSON on lines of its own, ending in a line feed. A number that is not finite becomes null.
pub fn json(value: &impl Serialize) -> String {
    // Only keys that are no texts and failing serializers can fail, and there are none.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_else(|error| panic!("plain data becomes JSON: {error}"));
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
