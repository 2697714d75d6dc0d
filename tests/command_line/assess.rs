//! `assess`: the page for people, the object and the rows for programs.

use std::{collections::BTreeSet, fs};

use serde_json::Value;

use crate::{EXAMPLES, folder, keys, package, run, run_in};

#[test]
fn the_page_shows_verdict_ranking_weights_and_changes() {
    let page = run(&["assess", "public-api"]).fine();
    for part in
        ["Public API", "Go, leaning over Rust", "Ranking", "█", "weight × rating", "Development speed", "Weights", "What would change"]
    {
        assert!(page.text().contains(part), "“{part}” is missing in:\n{}", page.text());
    }
    for id in EXAMPLES {
        let page = run(&["assess", id]).fine();
        let longest = page.text().lines().map(|line| line.chars().count()).max();
        assert!(longest <= Some(80), "{id}:\n{}", page.text());
    }
    assert!(run(&["assess", "firmware"]).fine().text().contains("out  Python"));
}

#[test]
fn the_object_has_the_promised_fields() {
    for id in EXAMPLES {
        let object = run(&["assess", id, "--format", "json"]).fine().json();
        let fields = ["profile", "name", "catalogue", "verdict", "ranking", "weights", "contributions", "flips", "findings", "explanation"];
        assert_eq!(keys(&object), BTreeSet::from(fields));
        assert_eq!(object["profile"], id);
        assert_eq!(keys(&object["verdict"]), BTreeSet::from(["kind", "leader", "runner_up", "margin", "margin_sd", "sentence"]));
        let kind = object["verdict"]["kind"].as_str().expect("a text");
        assert!(["clear", "leaning", "too_close", "none_qualifies"].contains(&kind), "{kind}");
        assert!(object["verdict"]["sentence"].as_str().is_some_and(|sentence| sentence.ends_with('.')));
        let ranking = object["ranking"].as_array().expect("an array");
        assert_eq!(object["verdict"]["leader"], ranking[0]["alternative"]);
        let criteria = keys(&object["weights"]);
        for place in ranking {
            let fields = ["alternative", "rank", "score", "low", "high", "choice_probability", "eligible", "failed_requirements"];
            assert_eq!(keys(place), BTreeSet::from(fields));
            let alternative = place["alternative"].as_str().expect("a text");
            let contributions = &object["contributions"][alternative];
            assert_eq!(keys(contributions), criteria);
            let sum: f64 = contributions.as_object().expect("an object").values().filter_map(Value::as_f64).sum();
            assert!((sum - place["score"].as_f64().expect("a number")).abs() < 1e-9, "{id} {alternative}");
            assert_eq!(place["eligible"].as_bool(), Some(place["failed_requirements"] == Value::Array(Vec::new())));
            assert_eq!(place["rank"].is_null(), place["eligible"] == false);
        }
        let sum: f64 = object["weights"].as_object().expect("an object").values().filter_map(Value::as_f64).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{id}");
        for flip in object["flips"].as_array().expect("an array") {
            let fields = match flip["kind"].as_str() {
                Some("weight") if flip["group"].is_null() => vec!["kind", "criterion", "challenger", "now", "tie"],
                Some("weight") => vec!["kind", "group", "challenger", "now", "tie"],
                Some("rating") => vec!["kind", "alternative", "criterion", "challenger", "now", "tie", "plausible"],
                _ => vec!["kind", "l1", "l2"],
            };
            assert_eq!(keys(flip), fields.into_iter().collect());
        }
    }
}

#[test]
fn what_is_undefined_is_null_and_no_zero_is_negative() {
    let ran = run(&["assess", "firmware", "--format", "json"]).fine();
    assert!(!ran.text().contains("-0.0") && !ran.text().contains("NaN"), "{}", ran.text());
    let object = ran.json();
    assert_eq!((&object["verdict"]["margin"], &object["verdict"]["runner_up"]), (&Value::Null, &Value::Null));
    assert_eq!(object["ranking"][1]["failed_requirements"], serde_json::json!(["R01"]));
}

#[test]
fn a_folder_and_several_files_give_one_row_each() {
    let profiles = package("profiles");
    let rows = run(&["assess", &profiles]).fine();
    assert_eq!(rows.text().lines().count(), 1 + EXAMPLES.len(), "{}", rows.text());
    assert!(rows.text().contains("edge-proxy           too close to call"), "{}", rows.text());
    let csv = run(&["assess", &profiles, "--format", "csv"]).fine();
    assert!(csv.text().starts_with("profile,verdict,leader,score,runner_up,margin\r\ndeveloper-cli,clear,go,"), "{}", csv.text());
    assert_eq!(csv.text().lines().count(), 1 + EXAMPLES.len());
    let array = run(&["assess", &profiles, "--format", "json"]).fine().json();
    let mut sorted = EXAMPLES.to_vec();
    sorted.sort_unstable();
    let found: Vec<&str> = array.as_array().expect("an array").iter().filter_map(|object| object["profile"].as_str()).collect();
    assert_eq!(found, sorted);
    let two = run(&["assess", "firmware", "public-api", "--format", "json"]).fine().json();
    assert_eq!(two.as_array().map(Vec::len), Some(2));
}

#[test]
fn one_bad_file_among_good_ones_is_told_and_the_others_are_shown() {
    let folder = folder();
    fs::write(folder.path().join("a.ron"), "(schema: 1, name: \"A\")").expect("a file can be written");
    fs::write(folder.path().join("b.ron"), "(schema: 1, name: ").expect("a file can be written");
    let ran = run_in(folder.path(), &["assess", ".", "--format", "json"], b"");
    assert_eq!(ran.code, 1, "{}", ran.errors);
    assert!(ran.errors.contains("b.ron:1:"), "{}", ran.errors);
    assert_eq!(ran.json().as_array().map(Vec::len), Some(1));
    let missing = run_in(folder.path(), &["assess", "a.ron", "b.ron", "c.ron"], b"");
    assert_eq!((missing.code, missing.text().lines().count()), (3, 2), "{missing:?}");
}

#[test]
fn standard_input_is_read() {
    let profile = fs::read(package("profiles/edge-proxy.ron")).expect("it is shipped");
    let object = run_in(folder().path(), &["assess", "-", "--format", "json"], &profile).fine().json();
    assert_eq!(object, run(&["assess", "edge-proxy", "--format", "json"]).fine().json());
    run_in(folder().path(), &["assess", "-"], b"\xff").failed(1, &["<stdin>:1:1", "UTF-8"]);
}

#[test]
fn another_catalogue_can_be_used() {
    let folder = folder();
    let shipped = fs::read_to_string(package("assets/catalogue.ron")).expect("it is shipped");
    fs::write(folder.path().join("other.ron"), shipped.replacen("version: \"2026.11\"", "version: \"test\"", 1))
        .expect("a file can be written");
    for arguments in [["--catalogue", "other.ron", "assess"], ["assess", "--catalogue", "other.ron"]] {
        let object = run_in(folder.path(), &[&arguments[..], &["public-api", "--format", "json"]].concat(), b"").fine().json();
        assert_eq!(object["catalogue"], "test");
    }
    run_in(folder.path(), &["assess", "public-api", "--catalogue", "none.ron"], b"").failed(3, &["none.ron"]);
    fs::write(folder.path().join("odd.ron"), "(schema: 1, name: \"x\")").expect("a file can be written");
    run_in(folder.path(), &["examples", "--catalogue", "odd.ron"], b"").failed(1, &["odd.ron", "catalogue"]);
}

#[test]
fn the_same_command_gives_the_same_bytes() {
    for format in ["table", "json", "csv"] {
        let arguments = ["assess", "training-pipeline", "--format", format];
        assert_eq!(run(&arguments).fine().out, run(&arguments).fine().out);
    }
}

#[test]
fn sampling_adds_shares_that_sum_to_one_and_are_the_same_every_time() {
    let plain = run(&["assess", "edge-proxy", "--format", "json"]).fine().json();
    assert!(plain.get("robustness").is_none());
    let once = run(&["assess", "edge-proxy", "--robustness", "--format", "json"]).fine();
    assert_eq!(once.text(), run(&["assess", "edge-proxy", "--robustness", "--format", "json"]).fine().text());
    let object = once.json();
    let shares = &object["robustness"];
    let fields = ["samples", "seed", "first_rank", "first_rank_se", "rank_acceptability", "rank_acceptability_se", "pairwise_winning"];
    assert_eq!(keys(shares), BTreeSet::from(fields));
    assert!(shares["samples"].as_u64().is_some_and(|samples| samples >= 10_000) && shares["seed"] == 0);
    let first = shares["first_rank"].as_object().expect("an object");
    assert!((first.values().filter_map(Value::as_f64).sum::<f64>() - 1.0).abs() < 1e-9);
    for (id, places) in shares["rank_acceptability"].as_object().expect("an object") {
        let places: Vec<f64> = places.as_array().expect("an array").iter().filter_map(Value::as_f64).collect();
        assert!((places.iter().sum::<f64>() - 1.0).abs() < 1e-9 && Some(places[0]) == first[id].as_f64(), "{id}");
        assert!(shares["first_rank_se"][id].as_f64().is_some_and(|error| error > 0.0 && error < 0.001), "{id}");
    }
    let sentence = object["verdict"]["sentence"].as_str().expect("a text");
    assert!(sentence.contains(" % of what is plausible"), "{sentence}");
    let page = run(&["assess", "edge-proxy", "--robustness"]).fine();
    assert!(
        page.text().contains(" % of what is plausible") && page.text().contains("draws of weights and ratings, seed 0"),
        "{}",
        page.text()
    );
    assert!(page.text().lines().all(|line| line.chars().count() <= 80), "{}", page.text());
    let csv = run(&["assess", "edge-proxy", "firmware", "--robustness", "--format", "csv"]).fine();
    assert!(
        csv.text().starts_with("profile,verdict,leader,score,runner_up,margin,first_rank,first_rank_se,samples,seed\r\n"),
        "{}",
        csv.text()
    );
}

#[test]
fn what_would_change_the_leader_names_weights_ratings_and_the_joint_change() {
    let object = run(&["assess", "public-api", "--format", "json"]).fine().json();
    let flips = object["flips"].as_array().expect("an array");
    let of = |kind: &str| flips.iter().filter(|flip| flip["kind"] == kind).collect::<Vec<_>>();
    assert!(!of("weight").is_empty() && !of("rating").is_empty());
    let joint = of("joint");
    assert_eq!(joint.len(), 1);
    for way in ["l1", "l2"] {
        let weights = joint[0][way]["weights"].as_object().expect("an object");
        assert!((weights.values().filter_map(Value::as_f64).sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(joint[0][way]["distance"].as_f64().is_some_and(|distance| distance > 0.0));
    }
    // Nobody is left to lead over.
    assert_eq!(run(&["assess", "firmware", "--format", "json"]).fine().json()["flips"], serde_json::json!([]));
}

#[test]
fn the_explanation_is_as_deep_as_it_was_asked_for() {
    let explained = |depth: &str| run(&["assess", "firmware", "--explain", depth]).fine().text().to_owned();
    let (sentence, paragraph, full) = (explained("sentence"), explained("paragraph"), explained("full"));
    let verdict = "Rust is the only one that meets every requirement.";
    assert!([&sentence, &paragraph, &full].iter().all(|text| text.contains(verdict)));
    assert!(!sentence.contains("fails the requirement") && paragraph.contains("fails the requirement"));
    assert!(!paragraph.contains("Where each is strong") && full.contains("Where each is strong") && full.contains("E100"));
    run(&["assess", "firmware", "--explain", "everything"]).failed(2, &["sentence", "paragraph", "full"]);
    let several = run(&["assess", "firmware", "edge-proxy", "--explain", "sentence"]).fine();
    assert!(several.text().contains(verdict) && several.text().contains("Rust and Go are"), "{}", several.text());
}

#[test]
fn the_object_carries_the_sentences() {
    let topics = |depth: &[&str]| -> Vec<String> {
        let object = run(&[&["assess", "prototype", "--format", "json"], depth].concat()).fine().json();
        let parts = object["explanation"].as_array().expect("an array");
        for part in parts {
            assert_eq!(keys(part), BTreeSet::from(["topic", "sentences"]));
            let sentences = part["sentences"].as_array().expect("an array");
            assert!(sentences.iter().all(|sentence| sentence.as_str().is_some_and(|s| s.ends_with(['.', '?']))));
        }
        parts.iter().filter_map(|part| part["topic"].as_str().map(ToOwned::to_owned)).collect()
    };
    assert_eq!(topics(&[]), ["verdict"]);
    assert!(topics(&["--explain", "full"]).contains(&"changes".to_owned()));
}

/// Two people who want opposite things.
fn team(sealed: bool) -> trilemma::model::Profile {
    let mut profile = trilemma::store::example("public-api").unwrap().profile.clone();
    for (name, criterion) in [("Ann", "development_speed"), ("Ben", "raw_performance")] {
        let points = [(criterion.to_owned(), 200.0)].into();
        profile.voices.push(trilemma::model::Voice { name: name.into(), points, sealed: sealed && name == "Ben" });
    }
    profile
}

#[test]
fn voices_are_told_unless_one_is_sealed() {
    let folder = folder();
    let write = |name: &str, sealed| fs::write(folder.path().join(name), trilemma::store::write(&team(sealed))).unwrap();
    write("open.ron", false);
    write("sealed.ron", true);
    let page = run_in(folder.path(), &["assess", "open.ron"], b"").fine();
    for words in ["Voices\n", "  Ann ", "  Ben ", "Mean of all weights", "Consensus", "Agreement on the whole order", "They differ most on"]
    {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    let object: Value =
        serde_json::from_str(run_in(folder.path(), &["assess", "open.ron", "--format", "json"], b"").fine().text()).unwrap();
    let voices = &object["voices"];
    assert_eq!(voices["voices"][0]["leader"], "python");
    assert_eq!(voices["voices"][1]["leader"], "rust");
    let sum: f64 = voices["voices"][0]["weights"].as_object().unwrap().values().map(|weight| weight.as_f64().unwrap()).sum();
    assert!((sum - 1.0).abs() < 1e-9, "{sum}");
    assert!(voices["concordance"].as_f64().unwrap() < 0.5);
    assert_eq!(voices["disagreements"].as_array().unwrap().len(), object["weights"].as_object().unwrap().len());
    let page = run_in(folder.path(), &["assess", "sealed.ron"], b"").fine();
    assert!(page.text().contains("still sealed") && !page.text().contains("Consensus"), "{}", page.text());
    let object: Value =
        serde_json::from_str(run_in(folder.path(), &["assess", "sealed.ron", "--format", "json"], b"").fine().text()).unwrap();
    assert_eq!(object["voices"], serde_json::json!({ "people": ["Ann", "Ben"], "sealed": ["Ben"] }));
    assert!(run(&["assess", "public-api", "--format", "json"]).fine().text().find("\"voices\"").is_none());
}
