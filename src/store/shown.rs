//! [`shown`]: how a text from a stranger's file appears in a message: whole characters, nothing that steers the reader's screen.
//!
//! How it appears in a chart or an export is theirs to escape.

/// Longer texts are cut in messages, at this many characters.
const LONGEST: usize = 60;

/// `text` on one line, with control and direction-changing characters spelled out as `\u{…}`, cut after sixty characters.
pub fn shown(text: &str) -> String {
    let mut result = String::with_capacity(text.len().min(4 * LONGEST));
    for (n, character) in text.chars().enumerate() {
        if n == LONGEST {
            result.push('…');
            break;
        }
        push_shown(&mut result, character);
    }
    result
}

/// Like [`shown`], but never cut: a path must stay usable.
pub(super) fn shown_whole(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    text.chars().for_each(|character| push_shown(&mut result, character));
    result
}

fn push_shown(result: &mut String, character: char) {
    match character {
        '\n' => result.push_str("\\n"),
        '\r' => result.push_str("\\r"),
        '\t' => result.push_str("\\t"),
        _ if is_steering(character) => result.extend(character.escape_unicode()),
        _ => result.push(character),
    }
}

/// Characters that a screen obeys instead of showing: controls, line and paragraph separators, direction marks, invisible
/// fillers. The joiners U+200C and U+200D are not among them: Persian, Hindi and many emoji need them.
pub fn is_steering(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_screen() {
        assert_eq!(shown("a\u{1b}[31mb\u{202e}c\nd"), r"a\u{1b}[31mb\u{202e}c\nd");
        assert_eq!(shown("It's “fine”, Ünï 日本 می\u{200c}خواهم"), "It's “fine”, Ünï 日本 می\u{200c}خواهم");
        assert_eq!(shown(&"x".repeat(61)), format!("{}…", "x".repeat(60)));
        assert_eq!(shown_whole(&"x".repeat(61)).len(), 61);
    }
}
