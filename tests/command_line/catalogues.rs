//! A catalogue of one's own on the command line: named in all that is told, compared, and verified with.
//!
//! What it may say is tested in `tests/layer.rs`.

use std::fs;

use crate::{EXAMPLES, folder, package, run, run_in};

const NAME: &str = "Northlight 3 (2026.11)";

fn house() -> String {
    package("assets/catalogues/house.ron")
}

#[test]
fn every_verdict_names_the_catalogue() {
    let object = run(&["assess", "public-api", "--catalogue", &house(), "--format", "json"]).fine().json();
    assert_eq!((&object["catalogue"], object["ranking"].as_array().map(Vec::len)), (&NAME.into(), Some(4)));
    assert!(run(&["assess", "public-api", "--catalogue", &house()]).fine().text().contains(&format!("catalogue {NAME}")));
    assert!(run(&["catalogue", "--catalogue", &house()]).fine().text().contains("house_support"));
    let full = run(&["assess", "public-api", "--catalogue", &house(), "--explain", "full"]).fine();
    let words = full.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("The catalogue asks for it in every project: The house runs nothing"), "{words}");
}

#[test]
fn a_record_is_verified_without_the_file_and_says_that_it_is_another() {
    let folder = folder();
    run_in(folder.path(), &["record", "public-api", "--catalogue", &house(), "-o", "decision.html"], b"");
    let html = fs::read_to_string(folder.path().join("decision.html")).expect("it was written");
    assert!(html.contains("Northlight 3 (2026.11)") && html.contains("Kestrel"));
    let alone = run_in(folder.path(), &["verify", "decision.html", "--as-of", "2026-11-23"], b"");
    assert_eq!(alone.code, 0, "{alone:?}");
    assert!(alone.text().contains("Northlight"), "{}", alone.text());
    let same = run_in(folder.path(), &["verify", "decision.html", "--as-of", "2026-11-23", "--catalogue", &house()], b"").fine();
    assert!(!same.text().contains("changed since"), "{}", same.text());
    let later =
        fs::read_to_string(house()).unwrap().replace("version: \"3\"", "version: \"4\"").replace("mode: 7, high: 8", "mode: 8, high: 8");
    fs::write(folder.path().join("later.ron"), later).unwrap();
    let later = run_in(folder.path(), &["verify", "decision.html", "--as-of", "2026-11-23", "--catalogue", "later.ron"], b"").fine();
    let words = later.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("from Northlight 3 (2026.11) to Northlight 4 (2026.11)"), "{words}");
}

#[test]
fn a_broken_layer_is_told_with_line_and_column() {
    let folder = folder();
    let broken = fs::read_to_string(house()).unwrap().replace("alternative: \"python\", low: 4", "alternative: \"pyton\", low: 4");
    fs::write(folder.path().join("broken.ron"), broken).unwrap();
    run_in(folder.path(), &["assess", "public-api", "--catalogue", "broken.ron"], b"").failed(1, &["broken.ron:40:51: “pyton”"]);
    let older = fs::read_to_string(house()).unwrap().replace("over: \"2026.11\"", "over: \"2025.1\"");
    fs::write(folder.path().join("older.ron"), older).unwrap();
    let ran = run_in(folder.path(), &["assess", "public-api", "--catalogue", "older.ron", "--format", "json"], b"");
    assert_eq!((ran.code, &ran.json()["catalogue"]), (0, &NAME.into()));
    assert!(ran.errors.starts_with("older.ron was written over catalogue 2025.1"), "{}", ran.errors);
}

#[test]
fn diff_says_what_differs_and_which_verdicts_change() {
    let folder = folder();
    let page = run_in(folder.path(), &["catalogue", "diff", &house()], b"").fine();
    for words in ["Criteria: 1 changed, 1 new, 0 gone", "points 3 → 4", "latency go", "6.5 (5.0 to 8.0)", "→ 7.0 (6.5 to 8.0)", "kestrel"]
    {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    let profiles = package("profiles");
    let with = &["catalogue", "diff", &house(), "--profiles", &profiles];
    let object = run_in(folder.path(), &[&with[..], &["--format", "json"]].concat(), b"").fine().json();
    assert_eq!((&object["before"]["catalogue"], &object["after"]["catalogue"]), (&"2026.11".into(), &NAME.into()));
    let points = object["differences"].as_array().unwrap().iter().find(|found| found["id"] == "learning_curve").unwrap();
    assert_eq!((&points["change"], &points["before"]["points"], &points["after"]["points"]), (&"changed".into(), &3.0.into(), &4.0.into()));
    let told = &object["profiles"];
    assert_eq!(told["compared"], EXAMPLES.len());
    // The same as assessing twice.
    let assessed = |more: &[&str]| {
        let arguments = [&["assess", profiles.as_str(), "--format", "json"], more].concat();
        let all = run_in(folder.path(), &arguments, b"").fine().json();
        let leader = |object: &serde_json::Value| (object["verdict"]["leader"].clone(), object["verdict"]["kind"].clone());
        all.as_array().unwrap().iter().map(leader).collect::<Vec<_>>()
    };
    let (before, after) = (assessed(&[]), assessed(&["--catalogue", &house()]));
    let changed = before.iter().zip(&after).filter(|(before, after)| before != after).count();
    assert!(changed > 0);
    assert_eq!(told["changed"].as_array().map(Vec::len), Some(changed));
    let leaders = before.iter().zip(&after).filter(|(before, after)| before.0 != after.0).count();
    assert_eq!(told["leader_changes"], leaders);
    // A catalogue beside itself, and the other way round.
    assert!(run_in(folder.path(), &["catalogue", "diff", &house(), &house()], b"").fine().text().contains("Both say the same."));
    let back = run_in(folder.path(), &["catalogue", "diff", &house(), &package("assets/catalogue.ron")], b"").fine();
    assert!(back.text().contains("Criteria: 1 changed, 0 new, 1 gone"), "{}", back.text());
    run_in(folder.path(), &["catalogue", "diff"], b"").failed(2, &["A"]);
    run_in(folder.path(), &["catalogue", "diff", "none.ron"], b"").failed(3, &["none.ron"]);
}
