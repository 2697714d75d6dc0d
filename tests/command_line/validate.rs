//! `validate`: documented choices against a bank whose sums were made by hand, and what is wrong with a bank.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{folder, keys, package, run, run_in};

fn bank() -> Value {
    run(&["validate", &package("tests/files/cases.json"), "--format", "json"]).fine().json()
}

/// Five cases: a tool (Go, right), one of 2005 that had no choice (Python fails a requirement, so nobody qualifies), one of 2013
/// that chose Python where Go leads, a model (Python, right), and a board where Go fails a requirement and Rust alone is left.
#[test]
fn a_bank_adds_up_as_it_does_by_hand() {
    let all = bank();
    assert_eq!(all.as_array().map(Vec::len), Some(1), "always an array");
    let object = &all[0];
    assert_eq!((&object["n"], &object["top1"], &object["top1_defensible"]), (&json!(5), &json!(0.4), &json!(0.8)), "{object}");
    let baselines = json!({
        "always_python": {"top1": 0.6, "top1_defensible": 0.6},
        // Go did not exist in one case; Rust did not in two, so that calling it defensible there means nothing.
        "always_go": {"top1": 0.4, "top1_defensible": 0.6},
        "always_rust": {"top1": 0.0, "top1_defensible": 0.2},
    });
    assert_eq!(object["baselines"], baselines);
    let count = |kind: &str| object["verdicts"][kind].as_u64().expect("a count");
    assert_eq!(["clear", "leaning", "too_close", "none_qualifies"].map(count).iter().sum::<u64>(), 4, "one had no choice");
    assert!(object["clear_defensible"].as_u64().expect("a count") <= count("clear"));
    let split = |name: &str| (object[name]["n"].as_u64(), object[name]["top1"].as_f64(), object[name]["top1_defensible"].as_f64());
    assert_eq!(split("contested"), (Some(2), Some(0.0), Some(1.0)));
    assert_eq!(split("uncontested"), (Some(3), Some(2.0 / 3.0), Some(2.0 / 3.0)));
    assert_eq!(split("since_2015"), (Some(3), Some(2.0 / 3.0), Some(1.0)));
    let languages = json!({
        "python": {"n": 3, "top1": 1.0 / 3.0, "top1_defensible": 2.0 / 3.0},
        "go": {"n": 2, "top1": 0.5, "top1_defensible": 1.0},
        "rust": {"n": 0, "top1": null, "top1_defensible": null},
    });
    assert_eq!(object["by_language"], languages);
    let workloads = ["network_service", "data_ml", "cli_tool", "embedded_rt"];
    assert_eq!(keys(&object["by_workload"]), BTreeSet::from(workloads));
    assert_eq!(object["by_workload"]["embedded_rt"], json!({"n": 2, "top1": 0.0, "top1_defensible": 0.5}));
    // Equal shares: 1 − 1/3 with three alternatives, three times, and 1 − 1/2 with two.
    let uniform = object["brier_uniform"].as_f64().expect("a number");
    assert!((uniform - (3.0 * (2.0 / 3.0) + 0.5) / 4.0).abs() < 1e-12, "{uniform}");
    let in_bins: u64 = object["reliability"].as_array().expect("bins").iter().map(|bin| bin["n"].as_u64().expect("a count")).sum();
    assert_eq!(in_bins, 4);
}

#[test]
fn shares_and_the_brier_score_follow_from_the_misses_and_hits() {
    let object = bank().get(0).expect("one file").clone();
    let ids: Vec<&str> = object["misses"].as_array().expect("misses").iter().map(|miss| miss["id"].as_str().expect("an id")).collect();
    assert_eq!(ids, ["alone", "two", "board"]);
    let [alone, two, board] = [0, 1, 2].map(|n| object["misses"][n].clone());
    assert_eq!((&alone["leader"], &alone["verdict"], &alone["defensible"]), (&Value::Null, &json!("none_qualifies"), &json!(false)));
    assert_eq!((&board["leader"], &board["verdict"], &board["margin"]), (&json!("rust"), &json!("clear"), &Value::Null));
    assert_eq!(board["shares"], json!({"python": 0.0, "go": 0.0, "rust": 1.0}), "who fails a requirement never comes first");
    assert_eq!((&two["leader"], &two["reason"], &two["outside"]), (&json!("go"), &json!("We like it."), &json!("a bet")));
    let why = two["why"].as_str().expect("a text");
    assert!(why.starts_with("Go is ahead of Python by ") && why.ends_with("is not asked here: a bet."), "{why}");
    assert!(board["why"].as_str().expect("a text").starts_with("Go fails the requirements “"), "{board}");
    let share = |language: &str| two["shares"][language].as_f64().expect("a share");
    assert_eq!(two["shares"].as_object().map(serde_json::Map::len), Some(2), "Rust did not exist yet");
    assert!((share("python") + share("go") - 1.0).abs() < 1e-12);
    // The board scores (1 − 0)² + (0 − 1)² = 2. A hit with share p scores (1 − p)² and, as the rest splits up among two others, from a
    // half of that to all of it.
    let csv = run(&["validate", &package("tests/files/cases.json"), "--format", "csv"]).fine();
    let hit = |id: &str| {
        let row = csv.text().lines().find(|line| line.split(',').nth(1) == Some(id)).expect("a row").split(',').collect::<Vec<_>>();
        assert_eq!(row[7], row[8], "what leads is what was chosen");
        1.0 - row[7].parse::<f64>().expect("a share")
    };
    let (missed, hits) = (2.0 + 2.0 * share("go") * share("go"), hit("tool").powi(2) + hit("model").powi(2));
    let sum = 4.0 * object["brier_of_shares"].as_f64().expect("a number") - missed;
    assert!((1.5 * hits - 1e-3..=2.0 * hits + 1e-3).contains(&sum), "{sum} with {hits}");
    assert!(object["mean_share_of_chosen"].as_f64() < object["mean_share_of_leader"].as_f64());
    // Forecasts are surer of nothing than shares are, and leave a chance to whoever fails a requirement.
    let forecast = |miss: &Value, language: &str| miss["forecast"][language].as_f64().expect("a forecast");
    assert!((forecast(&two, "python") + forecast(&two, "go") - 1.0).abs() < 1e-12);
    assert!(forecast(&two, "go") > 0.5 && forecast(&board, "go") > 0.0);
    assert!(object["mean_forecast_of_leader"].as_f64() < object["mean_share_of_leader"].as_f64());
}

#[test]
fn the_same_bank_twice_gives_the_same_bytes_and_several_give_several() {
    let file = package("tests/files/cases.json");
    let run_on = |arguments: &[&str]| run(&[&["validate"], arguments].concat()).fine();
    assert_eq!(run_on(&[&file]).out, run_on(&[&file]).out);
    let both = run_on(&[&file, &file, "--format", "json"]).json();
    assert_eq!((both.as_array().map(Vec::len), &both[0]), (Some(2), &both[1]));
    let page = run_on(&[&file]);
    for words in ["5 cases", "Always Python", "too close to call", "3 misses", "A board (2022): Go was chosen.", "hindsight"] {
        assert!(page.text().contains(words), "{words} is missing in {}", page.text());
    }
    assert!(page.text().lines().filter(|line| !line.contains("cases.json")).all(|line| line.chars().count() <= 80), "{}", page.text());
    let csv = run_on(&[&file, "--format", "csv"]);
    assert_eq!(csv.text().lines().count(), 6, "{}", csv.text());
}

#[test]
fn an_empty_bank_has_no_figures() {
    let object = run_in(folder().path(), &["validate", "-", "--format", "json"], b"[]").fine().json();
    assert_eq!(
        (&object[0]["file"], &object[0]["n"], &object[0]["top1"], &object[0]["brier"]),
        (&json!("<stdin>"), &json!(0), &Value::Null, &Value::Null)
    );
    run_in(folder().path(), &["validate", "-"], b"[]").fine();
}

#[test]
fn what_is_wrong_with_a_bank_is_told_with_its_place() {
    let case = |fields: &str| format!("[\n{{\"id\": \"a\", \"name\": \"A\", \"year\": 2020, {fields}}}]");
    for (bank, words) in [
        (case("\"chosen\": \"go\", \"facts\": {\"workload\": \"cli_tol\"}"), &["<stdin>:2:", "Did you mean “cli_tool”?"][..]),
        (case("\"chosen\": \"gho\", \"facts\": {}"), &["<stdin>:2:", "Did you mean “go”?"]),
        (case("\"chosen\": \"go\", \"stable_alternatives_at_the_time\": [\"python\"], \"facts\": {}"), &["<stdin>:2:", "of the time"]),
        (case("\"chosen\": \"go\", \"defensible\": [\"gho\"], \"facts\": {}"), &["<stdin>:2:", "gho"]),
        (case("\"chosen\": \"go\""), &["<stdin>:2:", "facts"]),
        ("[{]".to_owned(), &["<stdin>:1:", "JSON"]),
        ("{}".to_owned(), &["<stdin>:1:"]),
    ] {
        let ran = run_in(folder().path(), &["validate", "-"], bank.as_bytes()).failed(1, words);
        assert!(!ran.errors.contains("panicked"));
    }
    run(&["validate", "missing.json"]).failed(3, &["missing.json"]);
}
