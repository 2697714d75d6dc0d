//! `examples` and `catalogue`: what is shipped; `solve`, `completions` and `man`.

use std::{collections::BTreeSet, fs};

use crate::{EXAMPLES, folder, keys, run, run_in};

#[test]
fn examples_are_listed_in_their_order() {
    let json = run(&["examples", "--format", "json"]).fine().json();
    let ids: Vec<&str> = json.as_array().expect("an array").iter().filter_map(|example| example["id"].as_str()).collect();
    assert_eq!(ids, EXAMPLES);
    let table = run(&["examples"]).fine();
    EXAMPLES.iter().for_each(|id| assert!(table.text().contains(id), "{id}"));
    assert_eq!(run(&["examples", "--format", "csv"]).fine().text().lines().count(), 1 + EXAMPLES.len());
}

#[test]
fn an_example_is_itself_where_a_file_has_its_name() {
    let folder = folder();
    fs::write(folder.path().join("public-api"), "(schema: 1, name: \"Mine\")").expect("a file can be written");
    let mine = run_in(folder.path(), &["assess", "public-api", "--format", "json"], b"").fine().json();
    assert_eq!(mine["name"], "Mine");
    let listed = run_in(folder.path(), &["examples", "--format", "json"], b"").fine().json();
    assert_eq!(listed[0]["name"], "Public API");
}

#[test]
fn the_catalogue_prints_criteria_ratings_evidence_and_claims() {
    let list = run(&["catalogue"]).fine();
    ["latency", "Predictable latency", "Performance", "varies"].iter().for_each(|word| assert!(list.text().contains(word), "{word}"));
    assert_eq!(run(&["catalogue", "--format", "json"]).fine().json()["criteria"].as_array().map(Vec::len), Some(17));
    let criterion = run(&["catalogue", "latency"]).fine();
    ["Python 4.0", "Go 6.5", "Rust 9.5", "Scale"].iter().for_each(|word| assert!(criterion.text().contains(word), "{word}"));
    let cell = run(&["catalogue", "latency", "go"]).fine();
    ["E31", "https://go.dev/doc/gc-guide", "C13"].iter().for_each(|word| assert!(cell.text().contains(word), "{word}"));
    let json = run(&["catalogue", "latency", "go", "--format", "json"]).fine().json();
    assert_eq!(keys(&json), BTreeSet::from(["catalogue", "as_of", "criterion", "ratings", "claims", "evidence", "expired"]));
    assert_eq!(json["ratings"].as_array().map(Vec::len), Some(1));
    let claims = run(&["catalogue", "claims", "--format", "json"]).fine().json();
    assert!(claims.as_array().is_some_and(|claims| claims.len() > 60 && claims.iter().all(|claim| claim["status"].is_string())));
    assert!(run(&["catalogue", "claims", "go"]).fine().text().contains("Disputed"));
    assert!(run(&["catalogue", "use_case_fit", "--format", "csv"]).fine().text().contains("workload=embedded_rt"));
    run(&["catalogue", "latncy"]).failed(2, &["Did you mean “latency”?"]);
    run(&["catalogue", "latency", "cobol"]).failed(2, &["python, go and rust"]);
    for id in ["continuity", "licensing", "use_case_fit"] {
        run(&["catalogue", id]).fine();
    }
}

#[test]
fn sources_past_their_shelf_life_are_marked_as_of_a_day() {
    let on = |day: &str| run(&["catalogue", "latency", "go", "--format", "json", "--as-of", day]).fine().json();
    assert_eq!(on("2018-01-01")["expired"].as_array().map(Vec::len), Some(0));
    let later = on("2050-01-01");
    assert_eq!(later["as_of"], "2050-01-01");
    assert_eq!(later["expired"].as_array().map(Vec::len), later["evidence"].as_array().map(Vec::len));
    let page = run(&["catalogue", "latency", "go", "--as-of", "2050-01-01"]).fine();
    assert!(page.text().contains("past its shelf life of"), "{}", page.text());
    assert!(!run(&["catalogue", "latency", "go", "--as-of", "2018-01-01"]).fine().text().contains("shelf life"));
    let listed = run(&["catalogue", "--as-of", "2050-01-01", "--format", "json"]).fine().json();
    assert!(
        listed["criteria"].as_array().is_some_and(|all| all.iter().any(|criterion| !criterion["expired"].as_array().unwrap().is_empty()))
    );
    assert!(run(&["catalogue", "--as-of", "1990-01-01"]).fine().text().contains("0 of "));
    // Without a day it is the catalogue's own, so that the same call prints the same.
    let listed = run(&["catalogue", "--format", "json"]).fine().json();
    assert_eq!(listed["as_of"], trilemma::store::shipped().date.to_string());
    run(&["catalogue", "--as-of", "soon"]).failed(2, &["2026-11-23"]);
}

#[test]
fn problems_are_solved_from_files_and_from_standard_input() {
    let problem = br#"{"id": "p", "definition": "swing", "inputs": {"points": [100, 60, 40]}}"#;
    let answer = run_in(folder().path(), &["solve", "-"], problem).fine().json();
    assert_eq!(answer[0]["id"], "p");
    assert_eq!(answer[0]["result"]["weights"], serde_json::json!([0.5, 0.3, 0.2]));
    let folder = folder();
    fs::write(folder.path().join("p.json"), br#"[{"id": 1, "definition": "no such"}, 7]"#).expect("a file can be written");
    let ran = run_in(folder.path(), &["solve", "p.json"], b"");
    assert_eq!((ran.code, ran.errors.as_str()), (1, ""));
    assert_eq!(ran.json().as_array().map(Vec::len), Some(2));
    assert_eq!(run_in(folder.path(), &["solve", "-"], b"{").code, 1);
}

#[test]
fn completions_and_manual_pages_are_printed() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&["completions", shell]).fine();
        assert!(script.text().contains("assess") && script.text().contains("kind"), "{shell}");
    }
    run(&["completions", "cmd"]).failed(2, &["bash"]);
    let page = run(&["man"]).fine();
    assert!(page.text().contains(".TH trilemma 1") && page.text().contains("Exit codes"), "{}", page.text());
    assert!(run(&["man", "chart"]).fine().text().contains(".TH trilemma-chart 1"));
    run(&["man", "nonsense"]).failed(2, &["assess"]);
}
