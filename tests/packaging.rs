//! What is packaged says the same as the program: its id, its kind of file, its icon, the licences of what it links.
//!
//! Whether the packages install and remove is tried by the scripts in `packaging/`, which need more than Cargo.

#[allow(dead_code, reason = "its main function belongs to the example")]
#[path = "../packaging/icon/make.rs"]
mod icon;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use trilemma::store::{self, APP_ID};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The text after `before`, up to `after`.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let start = text.find(before).unwrap_or_else(|| panic!("“{before}” is missing")) + before.len();
    &text[start..start + text[start..].find(after).expect("an end")]
}

#[test]
fn every_system_knows_the_program_by_the_same_id() {
    let desktop = read(&format!("packaging/linux/{APP_ID}.desktop"));
    let metainfo = read(&format!("packaging/linux/{APP_ID}.metainfo.xml"));
    let plist = read("packaging/macos/Info.plist");
    let installer = read("packaging/windows/installer.nsi");
    assert_eq!(between(&desktop, "\nIcon=", "\n"), APP_ID);
    assert_eq!(between(&desktop, "\nStartupWMClass=", "\n"), APP_ID);
    assert_eq!(between(&metainfo, "<id>", "</id>"), APP_ID);
    assert_eq!(between(&metainfo, "<launchable type=\"desktop-id\">", "</launchable>"), format!("{APP_ID}.desktop"));
    assert_eq!(between(&plist, "<key>CFBundleIdentifier</key>\n  <string>", "<"), APP_ID);
    assert_eq!(between(&installer, "!define APP_ID \"", "\""), APP_ID);
    assert_eq!(between(&read("packaging/windows/manifest.xml"), "type=\"win32\" name=\"", "\""), APP_ID);
}

#[test]
fn a_profile_is_of_the_kind_that_the_desktop_opens_with_this_program() {
    let mime = read(&format!("packaging/linux/{APP_ID}.mime.xml"));
    let kind = between(&mime, "<mime-type type=\"", "\"");
    assert_eq!(between(&read(&format!("packaging/linux/{APP_ID}.desktop")), "\nMimeType=", ";\n"), kind);
    assert_eq!(between(&read(&format!("packaging/linux/{APP_ID}.metainfo.xml")), "<mediatype>", "<"), kind);
    let start = between(&mime, "offset=\"0\" value=\"", "\"");
    assert!(mime.contains(&format!("\\xef\\xbb\\xbf{start}")), "with a byte order mark as well");
    for example in store::examples() {
        assert!(store::write(&example.profile).starts_with(start), "{}", example.id);
    }
}

#[test]
fn the_icon_is_drawn_from_its_drawings() {
    let files = icon::files(&root().join("assets/icon")).expect("the drawings can be drawn");
    for (path, bytes) in &files {
        assert!(fs::read(path).is_ok_and(|kept| kept == *bytes), "{} is not current: cargo run --example icon", path.display());
    }
    let kept: Vec<PathBuf> = fs::read_dir(root().join("assets/icon")).unwrap().map(|entry| entry.unwrap().path()).collect();
    for path in kept.iter().filter(|path| path.extension().is_none_or(|extension| extension != "svg")) {
        assert!(files.iter().any(|(made, _)| made == path), "nobody makes {}", path.display());
    }
}

/// A release's workflow asks for the notes of its version: what is still to be released is none. Needs Python, which packaging has.
#[cfg(target_os = "linux")]
#[test]
fn notes_are_of_releases_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file can be written there");
    fs::create_dir(folder.path().join("packaging")).expect("a folder can be made there");
    write("packaging/changelog.py", &read("packaging/changelog.py"));
    write("Cargo.toml", "[package]\nversion = \"0.2.0\"\n");
    write("CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0 (2026-12-24)\n\n- Old.\n");
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new("python3");
        command.arg("packaging/changelog.py").args(arguments).current_dir(folder.path()).env("SOURCE_DATE_EPOCH", "0").output()
    };
    let Ok(unreleased) = run(&["notes", "0.2.0"]) else { return };
    assert!(!unreleased.status.success() && unreleased.stdout.is_empty(), "{unreleased:?}");
    let released = run(&["notes", "0.1.0"]).expect("it ran before");
    assert_eq!((released.status.success(), String::from_utf8_lossy(&released.stdout).as_ref()), (true, "- Old.\n"), "{released:?}");
    // A package that is built before the release says what is in it.
    let debian = run(&["debian"]).expect("it ran before");
    assert!(String::from_utf8_lossy(&debian.stdout).contains("trilemma (0.2.0-1)"), "{debian:?}");
}

/// Whether everything is listed, `packaging/licences/collect.py --check` knows; this needs no crates' sources.
#[test]
fn the_licences_are_those_of_the_locked_packages() {
    let licences = read("assets/licences.txt");
    let lock = read("Cargo.lock");
    let mut locked: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        locked.entry(between(package, "name = \"", "\"")).or_default().push(between(package, "version = \"", "\""));
    }
    let listed: Vec<(&str, &str)> = between(&licences, "\nPackages: ", "\n\n")
        .lines()
        .skip(1)
        .filter_map(|line| line.trim().split_once(':')?.0.split_once(' '))
        .collect();
    assert!(listed.len() > 300, "the list was not found");
    let stale = "run packaging/licences/collect.py";
    for (name, version) in &listed {
        assert!(locked.get(name).is_some_and(|versions| versions.contains(version)), "{name} {version} is not locked: {stale}");
    }
    let manifest = read("Cargo.toml");
    let mut section = "";
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
            continue;
        }
        let is_linked = section.ends_with("dependencies]") && !section.contains("dev-") && !section.contains("build-");
        let name = line.split_once(" = ").map(|(name, _)| name).filter(|_| is_linked && !line.starts_with('#'));
        // A macro runs only while compiling; it is linked nowhere.
        if let Some(name) = name.filter(|name| *name != "i18n-embed-fl") {
            assert!(listed.iter().any(|(known, _)| *known == name), "{name} is not listed: {stale}");
        }
    }
}
