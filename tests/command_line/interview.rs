//! `interview`: facts become a profile, and what is wrong with them is told with its place.

use std::fs;

use crate::{folder, run_in};

#[test]
fn facts_become_a_profile_that_can_be_assessed() {
    let folder = folder();
    let facts =
        br#"{"workload": "cli_tool", "latency": null, "team": {"go": "strong", "rust": null}, "existing_code": {"language": "none"}}"#;
    fs::write(folder.path().join("my tool.json"), facts).expect("a file can be written");
    let ran = run_in(folder.path(), &["interview", "my tool.json", "-o", "tool.ron"], b"").fine();
    assert_eq!(ran.text(), "");
    let written = fs::read_to_string(folder.path().join("tool.ron")).expect("it was written");
    assert!(written.starts_with("// Trilemma profile, schema 1\n"), "{written}");
    for words in ["name: \"my tool\"", "\"workload\": \"cli_tool\"", "\"team\": {\"go\": \"strong\"}", "{\"language\": \"none\"}"] {
        assert!(written.contains(words), "{words} is missing in {written}");
    }
    assert!(!written.contains("latency") && !written.contains("rust"), "{written}");
    assert_eq!(run_in(folder.path(), &["check", "tool.ron"], b"").fine().text(), "tool.ron: valid\n");
    let out = run_in(folder.path(), &["interview", "-"], facts).fine();
    assert_eq!(out.text(), written.replace("my tool", "Project"));
    assert_eq!(run_in(folder.path(), &["interview", "-", "-o", "-"], facts).fine().text(), out.text());
    assert_eq!(run_in(folder.path(), &["assess", "-", "--format", "json"], &out.out).fine().json()["verdict"]["leader"], "go");
}

#[test]
fn a_name_and_other_fields_may_stand_beside_the_facts() {
    let case = br#"{"id": "x", "name": "Our \"tool\"", "year": 2020, "facts": {"lifetime": "decade"}}"#;
    let ran = run_in(folder().path(), &["interview", "-"], case).fine();
    assert!(ran.text().contains(r#"name: "Our \"tool\"""#) && ran.text().contains("\"lifetime\": \"decade\""), "{}", ran.text());
    let nothing = run_in(folder().path(), &["interview", "-"], b"{}").fine();
    assert!(!nothing.text().contains("facts"), "{}", nothing.text());
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_written() {
    let folder = folder();
    for (facts, words) in [
        ("{\n  \"workload\": \"cli_tol\"\n}", &["<stdin>:2:15: ", "Did you mean “cli_tool”?"][..]),
        ("{\"facts\": {\n  \"latncy\": \"relaxed\"}}", &["<stdin>:2:3: ", "Did you mean “latency”?"]),
        ("{\"team\": {\"pyton\": \"some\"}}", &["<stdin>:1:11: ", "Did you mean “python”?"]),
        ("{\"memory\": \"tight\", \"latency\": \"tight\"}", &["<stdin>:1:32: “tight” is not an answer"]),
        ("{\"memory\": 3}", &["<stdin>:1:12: "]),
        ("{\"memory\": \"tight\", \"memory\": \"tight\"}", &["<stdin>:1:21: ", "second time"]),
        ("{\"memory\": \"tight\",}", &["<stdin>:1:20: This is not JSON"]),
        ("{\"memory\": \"tight\"", &["ends here"]),
        ("{\"facts\": {}, \"bogus\": 5}", &["<stdin>:1:15: There is no field “bogus”"]),
        ("{\"team\": \"strong\"}", &["<stdin>:1:10: ", "{\"python\": \"strong\"}"]),
        ("[]", &["<stdin>:1:1: "]),
        ("", &["<stdin>:1:1: "]),
    ] {
        run_in(folder.path(), &["interview", "-", "-o", "out.ron"], facts.as_bytes()).failed(1, words);
    }
    run_in(folder.path(), &["interview", "missing.json"], b"").failed(3, &["missing.json"]);
    run_in(folder.path(), &["interview", "-", "-o", "no-folder/out.ron"], b"{}").failed(3, &["no-folder"]);
    run_in(folder.path(), &["interview"], b"").failed(2, &["<FACTS>"]);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

#[test]
fn another_file_is_not_replaced_without_a_word() {
    let folder = folder();
    let write = |facts: &[u8]| run_in(folder.path(), &["interview", "-", "-o", "out.ron"], facts);
    write(b"{}").fine();
    write(b"{}").fine();
    let replaced = write(b"{\"lifetime\": \"decade\"}");
    assert_eq!((replaced.code, replaced.errors.contains("replaced. (out.ron)")), (0, true), "{}", replaced.errors);
}
