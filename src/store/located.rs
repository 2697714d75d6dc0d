//! [`located`]: what another room finds wrong in a JSON text, told with line and column like the faults of a profile.
//!
//! What a JSON text means is that room's. Its brackets, texts and words are tokens of RON too, so that the same outline serves.

use super::{
    Mistake, Place, Problem, StoreError,
    mistake::{MAX_PLACED, problem},
    outline::Step,
    profile_file::outline,
};

/// Something wrong at one place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The way to the value.
    pub path: Vec<Step>,
    /// Whether its key is what is wrong, rather than the value.
    pub is_key: bool,
    /// A sentence for the reader.
    pub text: String,
}

/// The error that these mistakes are, and any key that stands twice; `None` if there is nothing wrong.
pub fn located(source: &str, found: &[Located]) -> Option<StoreError> {
    let outline = match outline(source) {
        Ok(outline) => outline,
        Err(problem) => return Some(problem.unnamed()),
    };
    let mistakes = found.iter().take(MAX_PLACED).map(|located| {
        let node = outline.find_nearest(&located.path);
        let place = node.map(|node| if located.is_key { node.key_place } else { node.place });
        Mistake { place, text: located.text.clone() }
    });
    problem(&outline, mistakes.collect(), found.len().saturating_sub(MAX_PLACED)).map(Problem::unnamed)
}

/// The error of a text that cannot be read at all from a place on. `column` counts bytes from 1, as readers of JSON do.
pub fn unreadable(source: &str, line: usize, column: usize, reason: String) -> StoreError {
    let before = source.lines().nth(line.saturating_sub(1)).map_or(0, |text| {
        let bytes = column.saturating_sub(1).min(text.len());
        text.char_indices().take_while(|(at, _)| *at < bytes).count()
    });
    Problem::NotRon { place: Place { line: line.max(1), column: before + 1 }, reason }.unnamed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_stand_where_the_path_leads() {
        let source = "{\n  \"é\": [1, {\"b\": \"x\"}],\n  \"é\": 2\n}";
        let at = |is_key| Located { path: vec!["é".into(), 1.into(), "b".into()], is_key, text: "No.".into() };
        let message = located(source, &[at(false), at(true)]).expect("there are three").to_string();
        let places: Vec<&str> = message.lines().take(3).map(|line| line.split(": ").next().unwrap_or_default()).collect();
        assert_eq!(places, ["2:13", "2:18", "3:3"], "{message}");
        assert!(located("{\"a\": 1}", &[]).is_none());
        assert!(located(&"[".repeat(100), &[]).is_some());
    }

    #[test]
    fn columns_count_characters() {
        assert!(unreadable("{\"é\": x}", 1, 8, "No.".into()).to_string().starts_with("1:7: No. "));
        assert!(unreadable("", 0, 0, "No.".into()).to_string().starts_with("1:1: No. "));
        assert!(unreadable("a", 9, 9, "No.".into()).to_string().starts_with("9:1: No. "));
    }
}
