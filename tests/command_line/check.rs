//! `check`: valid files, others, and what saving would drop.

use std::{collections::BTreeSet, fs};

use serde_json::Value;

use crate::{EXAMPLES, folder, keys, package, run, run_in};

#[test]
fn check_tells_valid_files_from_others() {
    let folder = folder();
    fs::write(folder.path().join("good.ron"), "(schema: 1, name: \"P\")").expect("a file can be written");
    fs::write(folder.path().join("bad.ron"), "(\n  schema: 1,\n  name: \"P\",\n  points: {\"x\": -1},\n)").expect("a file can be written");
    fs::write(folder.path().join("lossy.ron"), "// mine\n(schema: 1, name: \"P\", colour: 3)").expect("a file can be written");
    let good = run_in(folder.path(), &["check", "good.ron"], b"").fine();
    assert_eq!(good.text(), "good.ron: valid\n");
    let lossy = run_in(folder.path(), &["check", "lossy.ron"], b"").fine();
    assert!(lossy.text().contains("lossy.ron:1:1: ") && lossy.text().contains("colour"), "{}", lossy.text());
    let all = run_in(folder.path(), &["check", "."], b"");
    assert_eq!((all.code, all.text().lines().filter(|line| line.ends_with(": valid")).count()), (1, 2), "{all:?}");
    assert!(all.errors.contains("bad.ron:4:"), "{}", all.errors);

    let json = run_in(folder.path(), &["check", "bad.ron", "--format", "json"], b"");
    assert_eq!((json.code, json.errors.as_str()), (1, ""));
    assert_eq!(keys(&json.json()), BTreeSet::from(["file", "valid", "messages", "losses"]));
    assert_eq!((&json.json()["valid"], &json.json()["messages"][0]["line"]), (&Value::Bool(false), &Value::from(4)));
    let json = run_in(folder.path(), &["check", ".", "--format", "json"], b"").json();
    assert_eq!(json[2]["losses"].as_array().map(Vec::len), Some(2), "{json}");
    let csv = run_in(folder.path(), &["check", ".", "--format", "csv"], b"");
    assert!(csv.text().starts_with("file,valid,line,column,message\r\n"), "{}", csv.text());
    let missing = run_in(folder.path(), &["check", "missing.ron", "--format", "json"], b"");
    assert_eq!((missing.code, missing.errors.lines().count()), (3, 1), "{missing:?}");
}

#[test]
fn every_shipped_profile_is_valid() {
    let ran = run(&["check", &package("profiles")]).fine();
    assert_eq!(ran.text().lines().count(), EXAMPLES.len());
    assert!(ran.text().lines().all(|line| line.ends_with(".ron: valid")), "{}", ran.text());
}
