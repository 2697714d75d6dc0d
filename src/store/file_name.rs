//! File names from profile names: safe on every system, readable, and never a way out of a folder.
//!
//! Whether a name is taken is known only when the file is made.

/// The extension of a profile's file, without the dot.
pub const EXTENSION: &str = "ron";

/// The longest stem in bytes; systems allow 255 for the whole name, and a number may follow.
const MAX_STEM: usize = 80;

/// What a profile without a usable name is called.
const FALLBACK: &str = "profile";

/// The stem of a file for a profile of this name: its letters and digits in lower case, joined by hyphens.
pub fn file_stem(name: &str) -> String {
    let mut stem = String::new();
    for character in name.chars() {
        // Marks belong to the letter before them, as in decomposed accents, Hindi or Thai.
        let is_kept = character.is_alphanumeric() || (is_mark(character) && !stem.is_empty() && !stem.ends_with('-'));
        let lowered: String = if is_kept { character.to_lowercase().collect() } else { "-".to_owned() };
        if stem.len() + lowered.len() > MAX_STEM {
            break;
        }
        if is_kept || !(stem.is_empty() || stem.ends_with('-')) {
            stem.push_str(&lowered);
        }
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() {
        FALLBACK.to_owned()
    } else if is_reserved(stem) {
        format!("{stem}-{FALLBACK}")
    } else {
        stem.to_owned()
    }
}

/// The name of the `n`th file of the same stem, from 1.
pub(super) fn numbered(stem: &str, n: usize) -> String {
    if n == 1 { format!("{stem}.{EXTENSION}") } else { format!("{stem}-{n}.{EXTENSION}") }
}

/// Combining marks of the common blocks; letters with a mark of their own count as alphanumeric already.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{93c}' | '\u{94d}' | '\u{9cd}' | '\u{e31}'..='\u{e4e}' | '\u{3099}' | '\u{309a}')
}

/// Names that Windows takes for devices, whatever their extension.
fn is_reserved(stem: &str) -> bool {
    let is_numbered = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|n| matches!(n, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"))
    };
    matches!(stem, "con" | "prn" | "aux" | "nul" | "conin" | "conout") || is_numbered("com") || is_numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_safe_stems() {
        for (name, stem) in [
            ("Public API", "public-api"),
            ("../../etc/passwd", "etc-passwd"),
            ("..", "profile"),
            ("", "profile"),
            ("C:\\Windows\\x", "c-windows-x"),
            (".hidden", "hidden"),
            ("CON", "con-profile"),
            ("com1", "com1-profile"),
            ("COM¹", "com¹-profile"),
            ("lpt", "lpt"),
            ("trailing. ", "trailing"),
            ("a\u{202e}b\0c\nd", "a-b-c-d"),
            ("Größe – 日本語 Ñandú", "größe-日本語-ñandú"),
            ("e\u{301}t\u{e9}", "e\u{301}té"),
            ("\u{301}x", "x"),
            ("🎉", "profile"),
            ("x.ron", "x-ron"),
        ] {
            assert_eq!(file_stem(name), stem, "{name:?}");
        }
    }

    #[test]
    fn long_names_are_cut_between_characters() {
        for name in ["x".repeat(500), "日".repeat(500), "İ".repeat(500), "a-".repeat(500)] {
            let stem = file_stem(&name);
            assert!(stem.len() <= MAX_STEM && stem.len() > MAX_STEM - 5, "{stem}");
        }
    }
}
