//! The house holds: which room may use which, which crates only one room names, and what is written nowhere.
//!
//! The rules are those of `CONTRIBUTING.md`; a violation is told as `file:line: rule`. Nothing is compiled here: the sources are
//! read as text, without their comments and the contents of strings, and without the `mod tests` at their foot.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Which rooms each room may use. `text` is the macro `text!` as well as the module.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("mcda", &[]),
    ("model", &[]),
    ("assessment", &["mcda", "model"]),
    ("wording", &["text", "mcda", "model", "assessment"]),
    ("chart", &["text", "model", "assessment", "wording"]),
    ("export", &["text", "model", "assessment", "wording", "chart"]),
    ("store", &["text", "model"]),
    ("session", &["text", "mcda", "model", "assessment", "wording", "chart", "store"]),
    ("platform", &["store"]),
    ("cli", &["text", "mcda", "model", "assessment", "wording", "chart", "export", "store", "platform"]),
    ("gui", &["text", "mcda", "model", "assessment", "wording", "chart", "export", "store", "session", "platform"]),
];

/// Which rooms may name a crate. What stands in `Cargo.toml` stands here or in [`EVERYWHERE`].
const ONLY_IN: &[(&str, &[&str])] = &[
    ("eframe", &["gui"]),
    ("egui", &["gui"]),
    ("egui_plot", &["gui"]),
    ("egui_extras", &["gui"]),
    ("rfd", &["gui"]),
    ("ron", &["store"]),
    ("serde_ignored", &["store"]),
    ("directories", &["store"]),
    ("tempfile", &["store"]),
    ("rustix", &["store"]),
    ("notify", &["store"]),
    ("glob", &["store"]),
    ("base64", &["store"]),
    ("miniz_oxide", &["store"]),
    ("crc32fast", &["store"]),
    ("serde_json", &["export", "cli"]),
    ("i18n_embed", &["text"]),
    ("i18n_embed_fl", &["text"]),
    ("rust_embed", &["text", "store"]),
    ("unic_langid", &["text"]),
    ("resvg", &["export"]),
    ("png", &["export"]),
    ("krilla", &["export"]),
    ("krilla_svg", &["export"]),
    ("ttf_parser", &["chart"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("jiff", &["model", "store", "cli", "gui"]),
    ("strsim", &["model", "store", "cli"]),
    ("pulp", &["mcda"]),
    ("libm", &["mcda", "model", "chart"]),
    ("objc2", &["platform"]),
    ("objc2_app_kit", &["platform"]),
    ("objc2_foundation", &["platform"]),
];

/// Crates that any room may name.
const EVERYWHERE: &[&str] = &["serde", "thiserror"];

/// Modules of the standard library that belong to some rooms only.
const STD_ONLY_IN: &[(&str, &[&str])] = &[
    ("std::fs", &["store"]),
    ("std::env", &["store", "platform", "cli", "gui", "main"]),
    ("std::process", &["cli", "platform", "main"]),
    ("std::net", &[]),
    ("std::thread", &["mcda", "store", "session", "cli", "gui"]),
    ("std::time", &["store", "session", "cli", "gui"]),
];

const MAX_LINES: usize = 600;

// The tests.

#[test]
fn rooms_use_only_rooms_above_them() {
    check(sources(), uses_below);
}

#[test]
fn the_order_of_the_rooms_is_the_order_of_what_they_may_use() {
    let lib = Source::read(&root().join("src/lib.rs"));
    let order: Vec<&str> =
        lib.code.iter().filter_map(|line| line.trim().trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';')).collect();
    let mut wrong = Vec::new();
    for (place, room) in order.iter().enumerate() {
        match MAY_USE.iter().find(|(known, _)| known == room) {
            None => wrong.push(format!("src/lib.rs: {room} is a room that tests/rooms.rs does not know")),
            Some((_, used)) => {
                for below in used.iter().filter(|used| order[place..].contains(used)) {
                    wrong.push(format!("src/lib.rs: {room} may use {below}, so it stands below it"));
                }
            }
        }
    }
    assert!(order.len() > 8, "the rooms of src/lib.rs were not found: {order:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn crates_are_named_only_in_their_rooms() {
    check(sources(), names_a_foreign_crate);
}

#[test]
fn every_dependency_has_its_rooms() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    let mut section = "";
    let mut wrong = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if section.ends_with("dependencies]")
            && !section.contains("dev-")
            && !section.contains("build-")
            && let Some((name, _)) = line.split_once('=').filter(|_| !line.starts_with('#'))
        {
            let name = name.trim().replace('-', "_");
            if !EVERYWHERE.contains(&name.as_str()) && !ONLY_IN.iter().any(|(known, _)| *known == name) {
                wrong.push(format!("Cargo.toml: {name} belongs to no room"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_mathematics_knows_no_languages() {
    check(sources(), names_a_language);
}

#[test]
fn colours_are_written_in_two_files() {
    check(sources(), writes_a_colour);
}

#[test]
fn files_are_named_after_what_they_hold_and_say_it_first() {
    check(sources(), is_shapeless);
}

#[test]
fn no_file_is_too_long_to_read() {
    check(sources(), is_too_long);
}

#[test]
fn nothing_depends_on_the_order_of_a_hash() {
    check(sources(), hashes);
}

#[test]
fn nothing_is_left_over() {
    check(sources(), is_left_over);
}

#[test]
fn paths_of_one_machine_are_written_nowhere() {
    check(everything(), names_a_machine);
}

#[test]
fn every_text_has_one_id_and_is_used() {
    let used: BTreeSet<String> = sources().iter().flat_map(|source| source.strings.iter().map(|(_, text)| text.clone())).collect();
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for message in messages() {
        if let Some(line) = first.insert(message.id.clone(), message.line) {
            wrong.push(format!("{TEXTS}:{}: {} stands in line {line} already", message.line, message.id));
        }
        if !used.contains(&message.id) {
            wrong.push(format!("{TEXTS}:{}: {} is used nowhere", message.line, message.id));
        }
    }
    assert!(first.len() > 300, "the texts were not found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn texts_are_calm_and_tidy() {
    let wrong: Vec<String> = messages()
        .iter()
        .flat_map(|message| untidy(&message.text).map(|why| format!("{TEXTS}:{}: {why}: {}", message.line, message.text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_character_is_in_the_bundled_fonts() {
    let fonts: Vec<(&str, Vec<u8>)> = ["Inter-Regular.ttf", "Inter-SemiBold.ttf"]
        .map(|name| (name, fs::read(root().join("assets/fonts").join(name)).expect("the font")))
        .into();
    let faces: Vec<(&str, ttf_parser::Face<'_>)> =
        fonts.iter().map(|(name, bytes)| (*name, ttf_parser::Face::parse(bytes, 0).expect("a font"))).collect();
    let mut wrong = Vec::new();
    let mut look = |place: String, text: &str| {
        for character in text.chars().filter(|character| !character.is_control()) {
            for (name, face) in &faces {
                if face.glyph_index(character).is_none() {
                    wrong.push(format!("{place}: {name} lacks {character} (U+{:04X})", u32::from(character)));
                }
            }
        }
    };
    messages().iter().for_each(|message| look(format!("{TEXTS}:{}", message.line), &message.text));
    for source in sources() {
        source.strings.iter().for_each(|(line, text)| look(format!("{}:{line}", source.name), text));
    }
    for name in
        ["assets/catalogue.ron", "assets/precedents.ron", "assets/licences.txt"].into_iter().map(Into::into).chain(files_in("profiles"))
    {
        let text = fs::read_to_string(root().join(&name)).expect("a text");
        text.lines().enumerate().for_each(|(at, line)| look(format!("{}:{}", name.display(), at + 1), line));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A rule that finds nothing holds nothing: each one is shown a violation.
#[test]
fn every_rule_can_find_something() {
    type Rule = fn(&Source) -> Vec<(usize, String)>;
    let cases: &[(Rule, &str, &str)] = &[
        (uses_below, "src/model/x.rs", "use crate::{\n    store::{self, Dirs},\n};"),
        (uses_below, "src/store/x.rs", "fn f() { crate::session::x(); }"),
        (uses_below, "src/mcda/x.rs", "fn f() { text!(\"app-name\"); }"),
        (uses_below, "src/cli/x.rs", "use crate::gui;"),
        (uses_below, "src/gui/x.rs", "use crate::cli;"),
        (names_a_foreign_crate, "src/chart/x.rs", "use egui::Color32;"),
        (names_a_foreign_crate, "src/model/x.rs", "use std::{collections::BTreeMap, fs};"),
        (names_a_foreign_crate, "src/assessment/x.rs", "use std::time::Instant;"),
        (names_a_foreign_crate, "src/session/x.rs", "fn f() { std::fs::read(\"x\"); }"),
        (names_a_language, "src/mcda/x.rs", "// as in Rust"),
        (names_a_language, "src/mcda/x.rs", "const X: &str = \"go\";"),
        (writes_a_colour, "src/gui/app.rs", "Color32::from_rgb(1, 2, 3);"),
        (writes_a_colour, "src/chart/x.rs", "const X: &str = \"#a0b1c2\";"),
        (writes_a_colour, "src/gui/x.rs", "Color32::RED"),
        (is_shapeless, "src/model/utils.rs", "//! x"),
        (is_shapeless, "src/model/x.rs", "use x;"),
        (is_too_long, "src/model/x.rs", &"\n".repeat(MAX_LINES + 1)),
        (hashes, "src/store/x.rs", "use std::collections::HashMap;"),
        (is_left_over, "src/model/x.rs", "dbg!(x);"),
        (is_left_over, "src/model/x.rs", "// TODO: more"),
        (names_a_machine, "src/model/x.rs", concat!("const X: &str = \"/wo", "rk/main\";")),
    ];
    for (rule, name, text) in cases {
        assert!(!rule(&Source::of(name, text)).is_empty(), "nothing is found in {name}: {text}");
    }
    let fine = Source::of(
        "src/store/x.rs",
        "//! x\nuse crate::{model::{Edit, gui}, text};\n// crate::gui, egui::\nconst A: &str = \"crate::gui\";\n",
    );
    assert_eq!(uses_below(&fine), []);
    assert_eq!(names_a_foreign_crate(&fine), []);
    let tested = Source::of("src/model/x.rs", "//! x\n#[cfg(test)]\nmod tests {\n    use crate::store;\n}\n");
    assert_eq!(uses_below(&tested), [], "tests may reach further");
    assert!(
        untidy("Well done!").next().is_some() && untidy("two  spaces").next().is_some() && untidy("“#![enable]” it is").next().is_none()
    );
}

// The rules: what is wrong with a source, by line.

fn uses_below(source: &Source) -> Vec<(usize, String)> {
    let Some((room, may)) = MAY_USE.iter().find(|(room, _)| *room == source.room) else { return Vec::new() };
    let code = source.code.join("\n");
    let mut used: Vec<(usize, String)> = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let line = code[..at].matches('\n').count() + 1;
        used.extend(first_names(&code[at + "crate::".len()..]).into_iter().map(|name| (line, name)));
    }
    for (at, _) in code.match_indices("text!(") {
        used.push((code[..at].matches('\n').count() + 1, "text".to_owned()));
    }
    let is_foreign = |name: &str| name != *room && MAY_USE.iter().any(|(known, _)| *known == name) && !may.contains(&name);
    used.into_iter().filter(|(_, name)| is_foreign(name)).map(|(line, name)| (line, format!("{room} may not use {name}"))).collect()
}

/// The first name of a path, or of each path in a group.
fn first_names(path: &str) -> Vec<String> {
    let ident = |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = path.trim_start().strip_prefix('{') else { return vec![ident(path)] };
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(ident(&group[start..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(ident(&group[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn names_a_foreign_crate(source: &Source) -> Vec<(usize, String)> {
    let mut wrong = Vec::new();
    for (name, rooms) in ONLY_IN.iter().filter(|(_, rooms)| !rooms.contains(&source.room.as_str())) {
        for (line, code) in source.lines() {
            if words(code).any(|(before, word, after)| {
                word == *name && (after.starts_with("::") || before.trim_end().ends_with("use")) && !before.ends_with("::")
            }) {
                wrong.push((line, format!("{name} is named only in {}", rooms.join(", "))));
            }
        }
    }
    let code = source.code.join("\n");
    for (at, _) in code.match_indices("std::") {
        let line = code[..at].matches('\n').count() + 1;
        for used in first_names(&code[at + "std::".len()..]) {
            if let Some((name, rooms)) =
                STD_ONLY_IN.iter().find(|(name, rooms)| *name == format!("std::{used}") && !rooms.contains(&source.room.as_str()))
            {
                wrong.push((
                    line,
                    format!("{name} is used only in {}", if rooms.is_empty() { "no room".to_owned() } else { rooms.join(", ") }),
                ));
            }
        }
    }
    wrong
}

fn names_a_language(source: &Source) -> Vec<(usize, String)> {
    if source.room != "mcda" {
        return Vec::new();
    }
    let is_name = |word: &str, before: &str, after: &str| {
        let word_lower = word.to_lowercase();
        ["python", "rust", "golang"].contains(&word_lower.as_str())
            || word == "Go"
            || (word == "go" && before.ends_with('"') && after.starts_with('"'))
    };
    let all = source.text.lines().enumerate().map(|(at, line)| (at + 1, line));
    all.filter(|(_, line)| words(line).any(|(before, word, after)| is_name(word, before, after)))
        .map(|(line, _)| (line, "the mathematics knows no languages".to_owned()))
        .collect()
}

fn writes_a_colour(source: &Source) -> Vec<(usize, String)> {
    if ["src/chart/style.rs", "src/gui/theme.rs"].contains(&source.name.as_str()) {
        return Vec::new();
    }
    let rule = "colours are written in chart/style.rs and gui/theme.rs";
    let makers =
        ["from_rgb(", "from_rgba_premultiplied(", "from_rgba_unmultiplied(", "from_gray(", "from_black_alpha(", "Rgb(", "hex_color!("];
    let starts_with_number = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let is_maker =
        |code: &str| makers.iter().any(|maker| code.match_indices(maker).any(|(at, _)| starts_with_number(&code[at + maker.len()..])));
    let is_constant = |code: &str| {
        code.match_indices("Color32::").any(|(at, found)| {
            let name: String = code[at + found.len()..].chars().take_while(|c| c.is_ascii_uppercase() || *c == '_').collect();
            name.len() > 1 && !["TRANSPARENT", "PLACEHOLDER"].contains(&name.as_str())
        })
    };
    let is_hex = |text: &str| {
        text.match_indices('#').any(|(at, _)| {
            let digits = text[at + 1..].chars().take_while(char::is_ascii_hexdigit).count();
            digits == 6 || digits == 8
        })
    };
    let in_code = source.lines().filter(|(_, code)| is_maker(code) || is_constant(code)).map(|(line, _)| (line, rule.to_owned()));
    let in_text = source.strings.iter().filter(|(_, text)| is_hex(text)).map(|(line, _)| (*line, rule.to_owned()));
    in_code.chain(in_text).collect()
}

fn is_shapeless(source: &Source) -> Vec<(usize, String)> {
    let mut wrong = Vec::new();
    if !source.text.starts_with("//!") {
        wrong.push((1, "a file starts with what lives in it, after //!".to_owned()));
    }
    let stem = Path::new(&source.name).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    if ["util", "utils", "helper", "helpers", "manager", "common", "misc"].iter().any(|word| stem.split('_').any(|part| part == *word)) {
        wrong.push((1, "a file is named after the thing or method it holds".to_owned()));
    }
    wrong
}

fn is_too_long(source: &Source) -> Vec<(usize, String)> {
    let n_lines = source.text.lines().count();
    if n_lines > MAX_LINES { vec![(n_lines, format!("{n_lines} lines are more than {MAX_LINES}"))] } else { Vec::new() }
}

/// Not clippy's `disallowed_types`, because the macro behind `text!` uses one.
fn hashes(source: &Source) -> Vec<(usize, String)> {
    let is_one = |code: &str| words(code).any(|(_, word, _)| ["HashMap", "HashSet"].contains(&word));
    let rule = "its order differs from run to run: BTreeMap or BTreeSet";
    source.lines().filter(|(_, code)| is_one(code)).map(|(line, _)| (line, rule.to_owned())).collect()
}

fn is_left_over(source: &Source) -> Vec<(usize, String)> {
    let macros = ["dbg!(", "todo!(", "unimplemented!("];
    let mut wrong: Vec<(usize, String)> = source
        .lines()
        .filter(|(_, code)| macros.iter().any(|name| code.contains(name)))
        .map(|(line, _)| (line, "this was left over".to_owned()))
        .collect();
    let marks = ["TODO", "FIXME", "XXX", "HACK"];
    let text = source.text.lines().enumerate();
    wrong.extend(
        text.filter(|(_, line)| words(line).any(|(_, word, _)| marks.contains(&word)))
            .map(|(at, _)| (at + 1, "this was left to be done".to_owned())),
    );
    wrong
}

fn names_a_machine(source: &Source) -> Vec<(usize, String)> {
    let folders = ["work", "root", "tmp", "home", "Users"];
    let is_one = |line: &str| {
        words(line).any(|(before, word, after)| {
            let is_start = before.strip_suffix('/').is_some_and(|before| {
                before.is_empty() || before.ends_with(|c: char| " \"'`(=[<:".contains(c)) && !before.ends_with("file:")
            });
            // X keeps its sockets there on every machine.
            let is_display = after.starts_with("/.X11-unix");
            folders.contains(&word) && is_start && !is_display && (after.is_empty() || after.starts_with(|c: char| "/\"'` )>".contains(c)))
        })
    };
    source
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| is_one(line))
        .map(|(at, _)| (at + 1, "this path belongs to one machine".to_owned()))
        .collect()
}

/// What is wrong with a text that people read.
fn untidy(text: &str) -> impl Iterator<Item = &'static str> {
    let shouts = text.replace("#!", "").contains('!');
    let gapes = text.contains("  ");
    [(shouts, "no exclamation marks"), (gapes, "no double spaces")].into_iter().filter(|(holds, _)| *holds).map(|(_, why)| why)
}

// The sources.

struct Source {
    /// Relative to the package, with slashes.
    name: String,
    room: String,
    text: String,
    /// Its lines without comments and contents of strings, up to the tests at its foot.
    code: Vec<String>,
    /// The strings in that code, with their lines.
    strings: Vec<(usize, String)>,
}

impl Source {
    fn read(path: &Path) -> Self {
        let name = path.strip_prefix(root()).expect("inside the package").to_string_lossy().replace('\\', "/");
        Self::of(&name, &String::from_utf8_lossy(&fs::read(path).expect("a source")))
    }

    fn of(name: &str, text: &str) -> Self {
        let room = name.trim_start_matches("src/").split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
        let (code, mut strings) = stripped(text);
        let mut code: Vec<String> = code.lines().map(ToOwned::to_owned).collect();
        let tests = (1..code.len()).find(|&at| code[at - 1].trim() == "#[cfg(test)]" && code[at].trim_start().starts_with("mod "));
        if let Some(at) = tests {
            code.truncate(at - 1);
            strings.retain(|(line, _)| *line < at);
        }
        Self { name: name.to_owned(), room, text: text.to_owned(), code, strings }
    }

    /// The lines of its code, counted from one.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code.iter().enumerate().map(|(at, line)| (at + 1, line.as_str()))
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(dir).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            walk(&path, found);
        } else if !name.starts_with('.') || name == ".gitignore" {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    walk(&root().join("src"), &mut paths);
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    paths.sort();
    assert!(paths.len() > 50, "the sources were not found");
    paths.iter().map(|path| Source::read(path)).collect()
}

/// Everything that is kept in the repository and is text.
fn everything() -> Vec<Source> {
    // In a second working tree `.git` is a file: it names the first one, and is no part of the package.
    let is_ours = |path: &PathBuf| path.is_file() && !path.ends_with(".git");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root()).expect("the package").filter_map(Result::ok).map(|entry| entry.path()).filter(is_ours).collect();
    ["src", "tests", "benches", "packaging", "assets", "profiles", ".ci", ".cargo", ".github"]
        .iter()
        .for_each(|dir| walk(&root().join(dir), &mut paths));
    // In a worktree of git this is a file that names the repository.
    paths.retain(|path| !path.ends_with(".git"));
    paths.retain(|path| {
        !path.extension().is_some_and(|extension| ["ttf", "png", "ico", "icns", "rgba", "lock"].iter().any(|binary| extension == *binary))
    });
    paths.sort();
    paths.iter().map(|path| Source::read(path)).collect()
}

fn files_in(dir: &str) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    walk(&root().join(dir), &mut paths);
    paths.iter().map(|path| path.strip_prefix(root()).expect("inside the package").to_owned()).collect()
}

fn check(sources: Vec<Source>, rule: impl Fn(&Source) -> Vec<(usize, String)>) {
    let wrong: Vec<String> =
        sources.iter().flat_map(|source| rule(source).into_iter().map(|(line, rule)| format!("{}:{line}: {rule}", source.name))).collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// The words of a line, each with what stands before and after it.
fn words(line: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + line[at..].find(is_word)?;
        let end = line[start..].find(|c| !is_word(c)).map_or(line.len(), |length| start + length);
        at = end;
        Some((&line[..start], &line[start..end], &line[end..]))
    })
}

/// Source code with comments and the contents of strings blanked out, and the strings by line.
fn stripped(text: &str) -> (String, Vec<(usize, String)>) {
    let characters: Vec<char> = text.chars().collect();
    let (mut code, mut strings, mut at, mut line) = (String::with_capacity(text.len()), Vec::new(), 0, 1);
    let peek = |at: usize| characters.get(at).copied().unwrap_or('\0');
    while at < characters.len() {
        let character = characters[at];
        let is_raw = character == 'r' && matches!(peek(at + 1), '"' | '#') && !code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let n_hashes = if is_raw { characters[at + 1..].iter().take_while(|c| **c == '#').count() } else { 0 };
        if character == '/' && peek(at + 1) == '/' {
            while at < characters.len() && characters[at] != '\n' {
                at += 1;
            }
        } else if character == '/' && peek(at + 1) == '*' {
            let mut depth = 0;
            while at < characters.len() {
                match (characters[at], peek(at + 1)) {
                    ('/', '*') => (depth, at) = (depth + 1, at + 2),
                    ('*', '/') => (depth, at) = (depth - 1, at + 2),
                    ('\n', _) => {
                        code.push('\n');
                        (line, at) = (line + 1, at + 1);
                    }
                    _ => at += 1,
                }
                if depth == 0 {
                    break;
                }
            }
        } else if character == '"' || (is_raw && peek(at + 1 + n_hashes) == '"') {
            let (first, mut content) = (line, String::new());
            at += if is_raw { n_hashes + 2 } else { 1 };
            loop {
                match peek(at) {
                    '\0' => break,
                    '"' if characters[at + 1..].iter().take(n_hashes).filter(|c| **c == '#').count() == n_hashes => {
                        at += 1 + n_hashes;
                        break;
                    }
                    '\\' if !is_raw => {
                        content.push(' ');
                        if peek(at + 1) == '\n' {
                            code.push('\n');
                            line += 1;
                        }
                        at += 2;
                    }
                    other => {
                        content.push(other);
                        if other == '\n' {
                            code.push('\n');
                            line += 1;
                        }
                        at += 1;
                    }
                }
            }
            code.push_str("\"\"");
            strings.push((first, content));
        } else if character == '\'' && (peek(at + 1) == '\\' || peek(at + 2) == '\'') {
            // A character, not a lifetime.
            at += if peek(at + 1) == '\\' { 3 } else { 2 };
            while at < characters.len() && characters[at] != '\'' {
                at += 1;
            }
            at += 1;
            code.push_str("' '");
        } else {
            if character == '\n' {
                line += 1;
            }
            code.push(character);
            at += 1;
        }
    }
    (code, strings)
}

// The texts.

const TEXTS: &str = "assets/text/en/trilemma.ftl";

struct Message {
    id: String,
    line: usize,
    text: String,
}

/// Every line of every message; a message of several lines comes once for each, under its id.
fn messages() -> Vec<Message> {
    let all = fs::read_to_string(root().join(TEXTS)).expect("the texts");
    let mut messages: Vec<Message> = Vec::new();
    for (at, line) in all.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty()) {
        match line.split_once('=').filter(|_| !line.starts_with([' ', '*', '}'])) {
            Some((id, text)) => messages.push(Message { id: id.trim().to_owned(), line: at + 1, text: text.trim().to_owned() }),
            None => {
                let last = messages.last_mut().expect("a message begins with its id");
                last.text.push('\n');
                last.text.push_str(line.trim());
            }
        }
    }
    messages
}
