//! `precedents`: the nearest documented choices, and the back-test over the shipped ones.

use serde_json::{Value, json};

use crate::{run, run_in};

#[test]
fn the_nearest_choices_come_first_whichever_way_they_went() {
    let found = run(&["precedents", "public-api", "--format", "json"]).fine().json();
    let list = found["precedents"].as_array().expect("a list");
    assert_eq!((&found["profile"], list.len()), (&json!("public-api"), 8));
    let likeness: Vec<f64> = list.iter().map(|one| one["likeness"].as_f64().expect("a number")).collect();
    assert!(likeness.iter().all(|one| (0.0..=1.0).contains(one)) && likeness.is_sorted_by(|a, b| a >= b), "{likeness:?}");
    let chosen: std::collections::BTreeSet<&str> = list.iter().filter_map(|one| one["chosen"].as_str()).collect();
    assert!(chosen.len() > 1, "only one choice among {}", list.len());
    for one in list {
        let agrees = |fact: &str| one["agrees"].get(fact).is_some() && one["differs"].get(fact).is_some();
        assert!(!agrees("workload") && one["reason"] != "" && !one["sources"].as_array().expect("a list").is_empty(), "{one}");
        for (fact, differs) in one["differs"].as_object().expect("an object") {
            assert_ne!(differs["here"], differs["there"], "{fact}");
        }
    }
    let all = run(&["precedents", "public-api", "--all", "--format", "json"]).fine().json();
    assert!(all["precedents"].as_array().expect("a list").len() > 30);
    let page = run(&["precedents", "public-api"]).fine();
    for words in ["Public API", "alike", "Agrees: Kind of program: Web API", "Differs: "] {
        assert!(page.text().contains(words), "{words} is missing in {}", page.text());
    }
    assert_eq!(run(&["precedents", "public-api", "--format", "csv"]).fine().text().lines().count(), 9);
}

#[test]
fn with_too_few_facts_there_is_nothing_to_compare() {
    let profile = b"(schema: 1, name: \"P\", facts: {\"lifetime\": \"years\"})";
    let page = run_in(crate::folder().path(), &["precedents", "-"], profile).fine();
    assert!(page.text().contains("At least 4 facts"), "{}", page.text());
    let found = run_in(crate::folder().path(), &["precedents", "-", "--format", "json"], profile).fine().json();
    assert_eq!(found["precedents"], Value::Array(Vec::new()));
}

#[test]
fn the_shipped_choices_are_validated_where_no_file_is_named() {
    let found = run(&["validate", "--format", "json"]).fine().json();
    let files: Vec<(&Value, &Value)> = found.as_array().expect("an array").iter().map(|bank| (&bank["file"], &bank["n"])).collect();
    assert_eq!(files, [(&json!("known"), &json!(24)), (&json!("ordinary"), &json!(20))]);
}
