//! The fuzzer's seeds and whatever it finds, read for ever: each is read or refused, and what was read is the same when it is written
//! again.

use std::{fs, path::Path};

use trilemma::store;

fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/fuzz").join(target);
    let mut inputs: Vec<(String, Vec<u8>)> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|file| file.expect("a file").path())
        .map(|path| (path.display().to_string(), fs::read(&path).expect("it can be read")))
        .collect();
    inputs.sort();
    assert!(!inputs.is_empty(), "{target} has a corpus");
    inputs
}

#[test]
fn profiles() {
    for (name, bytes) in corpus("profile") {
        if let Ok(opened) = store::parse(&bytes, store::shipped()) {
            let text = store::write(&opened.profile);
            let again = store::parse(text.as_bytes(), store::shipped()).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(store::write(&again.profile), text, "{name}");
        }
    }
}

#[test]
fn share_codes() {
    for (name, bytes) in corpus("share_code") {
        if let Ok(opened) = store::profile_in(&String::from_utf8_lossy(&bytes), store::shipped()) {
            let again = store::profile_in(&store::share_code(&opened.profile), store::shipped());
            assert_eq!(again.unwrap_or_else(|error| panic!("{name}: {error}")).profile, opened.profile, "{name}");
        }
    }
}

#[test]
fn settings() {
    for (name, bytes) in corpus("settings") {
        if let Ok((settings, _)) = store::Settings::parse(&bytes) {
            assert!((0.5..=3.0).contains(&settings.zoom), "{name}");
        }
    }
}
