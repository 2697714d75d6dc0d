//! The fuzzer's corpus and whatever it finds, read for ever: what it asks of any bytes holds for these.

use std::{fs, path::Path};

#[path = "../fuzz/src/checks.rs"]
mod checks;

fn all(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/fuzz").join(target);
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{target} has a corpus");
    for path in paths {
        // Told only when it fails.
        println!("{}", path.display());
        check(&fs::read(&path).expect("it can be read"));
    }
}

#[test]
fn profiles() {
    all("profile", checks::profile);
}

#[test]
fn share_codes() {
    all("share_code", checks::share_code);
}

#[test]
fn settings() {
    all("settings", checks::settings);
}
