//! Every reference case through `solve`, at the tolerances that the cases were published with.
//!
//! `tests/reference/*.json` hold the inputs and expected outputs: reference formulas, cross-checked against pymcdm, scikit-criteria,
//! pyDecision, pyrepo-mcda, AHPy, SciPy, PuLP/CBC and the R package smaa, and worked examples from papers with their printed figures.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value};
use trilemma::cli::solve::solve;

/// Fields of `expected` that are not part of a result.
const NOT_RESULTS: [&str; 6] = ["printed", "printed_tolerance", "samples", "exact", "l1_one_optimal_weights", "published"];

fn run(file: &str, expected_count: usize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference").join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert_eq!(cases.len(), expected_count, "cases went missing");
    let (answers, all_fine) = solve(&text);
    assert!(all_fine, "{:?}", answers.as_array().unwrap().iter().find(|a| a.get("error").is_some()));
    let mut faults = Vec::new();
    for (case, answer) in cases.iter().zip(answers.as_array().unwrap()) {
        assert_eq!(case["id"], answer["id"]);
        let id = case["id"].as_str().unwrap();
        let definition = case["definition"].as_str().unwrap();
        let (expected, result) = (case["expected"].as_object().unwrap(), answer["result"].as_object().unwrap());
        let before = faults.len();
        if definition == "smaa2" {
            compare_samples(expected, result, &mut faults);
        } else {
            compare_exactly(definition, case, expected, result, &mut faults);
        }
        faults[before..].iter_mut().for_each(|fault| *fault = format!("{id}: {fault}"));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

fn compare_exactly(definition: &str, case: &Value, expected: &Map<String, Value>, result: &Map<String, Value>, faults: &mut Vec<String>) {
    let tolerance = match definition {
        "ahp" => 1e-8,
        "bwm/linear" | "sensitivity/closest_weights" => 1e-6,
        _ => 1e-9,
    };
    for (field, value) in expected.iter().filter(|(field, _)| !NOT_RESULTS.contains(&field.as_str())) {
        // Two scores too close to call: the ranks are not asserted.
        if field.starts_with("ranks") && value.is_null() {
            continue;
        }
        match result.get(field) {
            Some(found) => compare(field, found, value, tolerance, faults),
            None => faults.push(format!("{field} is missing")),
        }
    }
    if let Some(printed) = expected.get("printed").and_then(Value::as_object) {
        let tolerance = expected["printed_tolerance"].as_f64().unwrap();
        for (field, value) in printed {
            compare(field, &result[field], value, tolerance, faults);
        }
    }
    if definition == "sensitivity/closest_weights" {
        check_feasible(case, result, faults);
    }
}

/// Closer than `tolerance`; NaN is close to nothing.
fn is_near(found: f64, expected: f64, tolerance: f64) -> bool {
    (found - expected).abs() <= tolerance
}

/// Recursively: numbers within the tolerance, everything else equal, no field of `expected` missing.
fn compare(path: &str, found: &Value, expected: &Value, tolerance: f64, faults: &mut Vec<String>) {
    match (found, expected) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().for_each(|(k, (x, y))| compare(&format!("{path}[{k}]"), x, y, tolerance, faults));
        }
        (Value::Object(a), Value::Object(b)) => {
            for (key, y) in b.iter().filter(|(key, _)| !NOT_RESULTS.contains(&key.as_str())) {
                compare(&format!("{path}.{key}"), a.get(key).unwrap_or(&Value::Null), y, tolerance, faults);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            if !is_near(a, b, tolerance * b.abs().max(1.0)) {
                faults.push(format!("{path} is {a}, expected {b}"));
            }
        }
        _ if found == expected => {}
        _ => faults.push(format!("{path} is {found}, expected {expected}")),
    }
}

/// The closest weights are weights, and the target does catch up at them.
fn check_feasible(case: &Value, result: &Map<String, Value>, faults: &mut Vec<String>) {
    let values: Vec<Vec<f64>> = serde_json::from_value(case["inputs"]["values"].clone()).unwrap();
    let (target, winner) = (case["inputs"]["target"].as_u64().unwrap() as usize, result["winner"].as_u64().unwrap() as usize);
    for (question, rivals) in [("tie_winner", vec![winner]), ("joint_best", (0..values.len()).collect())] {
        let Some(weights) = result[question]["l2_weights"].as_array() else { continue };
        let weights: Vec<f64> = weights.iter().map(|w| w.as_f64().unwrap()).collect();
        let score = |i: usize| values[i].iter().zip(&weights).map(|(u, w)| u * w).sum::<f64>();
        let is_simplex = weights.iter().all(|&w| w >= 0.0) && (weights.iter().sum::<f64>() - 1.0).abs() < 1e-9;
        if !is_simplex || rivals.iter().any(|&k| score(target) < score(k) - 1e-9) {
            faults.push(format!("{question} is not feasible: {weights:?}"));
        }
    }
}

/// Shares within five standard errors of both runs, each taken at the expected share; exact values where the case has them.
fn compare_samples(expected: &Map<String, Value>, result: &Map<String, Value>, faults: &mut Vec<String>) {
    let (theirs, ours) = (expected["samples"].as_f64().unwrap(), result["samples"].as_f64().unwrap());
    let spread = |p: f64, n: f64| (p * (1.0 - p) / n).max(0.0);
    let mut share = |path: String, found: &Value, expected: &Value, exact: bool| match (found.as_f64(), expected.as_f64()) {
        (Some(found), Some(p)) => {
            let variance = spread(p, ours) + if exact { 0.0 } else { spread(p, theirs) };
            if !is_near(found, p, 5.0 * variance.sqrt() + 1e-12) {
                faults.push(format!("{path} is {found}, expected {p}"));
            }
        }
        _ => faults.push(format!("{path} is {found}, expected {expected}")),
    };
    let pick = |field: &str| match expected.get("exact").and_then(|exact| exact.get(field)) {
        Some(exact) if !exact.is_null() => (exact.clone(), true),
        _ => (expected[field].clone(), false),
    };
    for field in ["rank_acceptability", "pairwise_winning"] {
        let (table, exact) = pick(field);
        for (i, row) in table.as_array().unwrap().iter().enumerate() {
            for (k, value) in row.as_array().unwrap().iter().enumerate() {
                share(format!("{field}[{i}][{k}]"), &result[field][i][k], value, exact);
            }
        }
    }
    let acceptability = |i: usize| expected["rank_acceptability"][i][0].as_f64().unwrap();
    for (i, factor) in expected["confidence_factor"].as_array().unwrap().iter().enumerate() {
        // Our central weights differ from theirs by their own error, which moves the confidence a little; 0.01 is well above that.
        match (result["confidence_factor"][i].as_f64(), factor.as_f64()) {
            (Some(found), Some(p)) => {
                let scatter = 5.0 * (spread(p, ours) + spread(p, theirs)).sqrt();
                let hits = acceptability(i) * ours;
                if !is_near(found, p, scatter + 0.3 / hits.sqrt()) {
                    faults.push(format!("confidence_factor[{i}] is {found}, expected {p}"));
                }
            }
            (None, None) => {}
            (None, Some(_)) if acceptability(i) * ours < 100.0 => {}
            (found, _) => faults.push(format!("confidence_factor[{i}] is {found:?}, expected {factor}")),
        }
    }
    for (i, weights) in expected["central_weights"].as_array().unwrap().iter().enumerate() {
        match (result["central_weights"][i].as_array(), weights.as_array()) {
            (Some(found), Some(weights)) => {
                let hits = acceptability(i) * ours;
                for (j, (x, y)) in found.iter().zip(weights).enumerate() {
                    let (x, y) = (x.as_f64().unwrap(), y.as_f64().unwrap());
                    // A weight in 0..=1 with this mean has at most the variance y(1 − y).
                    if !is_near(x, y, 5.0 * (y * (1.0 - y) / hits).sqrt() + 1e-12) {
                        faults.push(format!("central_weights[{i}][{j}] is {x}, expected {y}"));
                    }
                }
            }
            (None, None) => {}
            // Led too seldom for us, not for the longer reference run.
            (None, Some(_)) if acceptability(i) * ours < 100.0 => {}
            (found, _) => faults.push(format!("central_weights[{i}] is {found:?}, expected {weights}")),
        }
    }
}

#[test]
fn every_file_is_tested() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference");
    let found: BTreeSet<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(found, FILES.iter().map(|file| format!("{file}.json")).collect());
}

macro_rules! reference_files {
    ($($name:ident: $count:literal,)*) => {
        const FILES: &[&str] = &[$(stringify!($name)),*];
        $(
            #[test]
            fn $name() {
                run(concat!(stringify!($name), ".json"), $count);
            }
        )*
    };
}

reference_files! {
    ahp: 13,
    borda: 13,
    bwm: 13,
    kendall_w: 13,
    promethee2: 118,
    published: 7,
    rank_weights: 27,
    sensitivity_closest_weights: 21,
    sensitivity_stability: 11,
    smaa: 29,
    smaa_given_samples: 4,
    swing: 4,
    topsis: 56,
    vikor: 37,
    wpm: 56,
    wsm: 70,
}
