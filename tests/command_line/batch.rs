//! Many profiles at once: patterns, folders of pictures, and reports that are as whole as those of one.
//!
//! How long it takes is measured in `benches/batch.rs`.

use std::fs;

use crate::{EXAMPLES, folder, package, run_in};

/// A folder with the shipped profiles at several depths.
fn profiles() -> tempfile::TempDir {
    let folder = folder();
    fs::create_dir_all(folder.path().join("teams/deep")).unwrap();
    for (n, id) in EXAMPLES.iter().enumerate() {
        let to = format!("{}{id}.ron", ["", "teams/", "teams/deep/"][n % 3]);
        fs::copy(package(&format!("profiles/{id}.ron")), folder.path().join(to)).unwrap();
    }
    folder
}

#[test]
fn patterns_that_no_shell_expanded_are_understood() {
    let folder = profiles();
    let rows = |pattern: &str| {
        let ran = run_in(folder.path(), &["assess", pattern, "--format", "csv"], b"").fine();
        ran.text().lines().count() - 1
    };
    assert_eq!((rows("*.ron"), rows("**/*.ron"), rows("teams/*"), rows("teams/**/*.ron")), (3, 9, 3, 6));
    // One that fits is still one among several.
    let one = run_in(folder.path(), &["assess", "public*.ron", "--format", "json"], b"").fine().json();
    assert_eq!(one.as_array().map(Vec::len), Some(1));
    for command in ["check", "assess", "verify"] {
        run_in(folder.path(), &[command, "none-*.ron"], b"").failed(1, &["none-*.ron", "Nothing fits"]);
    }
    let checked = run_in(folder.path(), &["check", "**/*.ron", "--format", "json"], b"").fine().json();
    assert_eq!(checked.as_array().map(Vec::len), Some(9));
    let checked = run_in(folder.path(), &["check", "**/*.ron", "--format", "csv"], b"").fine();
    assert_eq!(checked.text().lines().count(), 10);
}

#[test]
fn a_folder_becomes_a_folder_of_pictures() {
    let folder = profiles();
    let ran = run_in(folder.path(), &["chart", "**/*.ron", "--kind", "contributions", "--format", "csv", "-o", "out/pictures"], b"").fine();
    assert_eq!(ran.text().lines().count(), 9);
    let made: Vec<_> = fs::read_dir(folder.path().join("out/pictures")).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(made.len(), 9);
    // The same bytes as alone.
    run_in(folder.path(), &["chart", "public-api.ron", "--kind", "contributions", "-o", "one.csv"], b"").fine();
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert_eq!(read("one.csv"), read("out/pictures/public-api.csv"));
    // A picture for each without being asked for a format, and what is wrong before anything is drawn.
    run_in(folder.path(), &["chart", "teams", "-o", "svg"], b"").fine();
    assert!(read("svg/integration-service.svg").starts_with(b"<svg "));
    run_in(folder.path(), &["chart", "teams", "-o", "all.svg"], b"").failed(2, &["folder", "all.svg"]);
    run_in(folder.path(), &["chart", "public-api.ron", "--format", "png", "-o", "x.svg"], b"").failed(2, &["--format"]);
    fs::copy(folder.path().join("public-api.ron"), folder.path().join("teams/Public-API.ron")).unwrap();
    run_in(folder.path(), &["chart", "**/*.ron", "-o", "twice"], b"").failed(2, &["public-api.svg", "Public-API.ron"]);
    assert!(!folder.path().join("twice").exists());
    // One that cannot be read costs no other.
    fs::write(folder.path().join("bad.ron"), "(schema: 1").unwrap();
    let ran = run_in(folder.path(), &["chart", "*.ron", "-o", "rest"], b"");
    assert_eq!((ran.code, ran.text().lines().count()), (1, 3), "{ran:?}");
    assert!(ran.errors.contains("bad.ron:1:"), "{}", ran.errors);
}

#[test]
fn verify_reports_are_whole_however_many_there_are() {
    let folder = profiles();
    for name in ["a", "b", "c"] {
        run_in(folder.path(), &["record", "public-api.ron", "-o", &format!("{name}.html")], b"");
    }
    fs::write(folder.path().join("broken.md"), "---\n---\n\n```ron trilemma-profile\n(\n```\n").unwrap();
    let run = |format: &str| run_in(folder.path(), &["verify", ".", "--as-of", "2026-11-23", "--format", format], b"");
    let json = run("json");
    let (code, found) = (json.code, json.json());
    assert_eq!((code, found.as_array().map(Vec::len)), (1, Some(4)), "{json:?}");
    let junit = run("junit");
    let junit = junit.text();
    assert!(junit.contains("tests=\"4\" failures=\"1\"") && junit.matches("</testcase>").count() == 4, "{junit}");
    assert_eq!(run("table").text().lines().filter(|line| line.contains(".html")).count(), 3);
    fs::create_dir(folder.path().join("empty")).unwrap();
    let none = run_in(folder.path(), &["verify", "empty", "--format", "json"], b"");
    assert_eq!((none.code, none.text()), (1, "[]\n"));
}
