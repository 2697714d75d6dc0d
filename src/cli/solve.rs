//! The bare engine on JSON: reference cases in, one result or error each out, whatever else is in the input.
//!
//! Reading standard input and files, printing, and exit codes are the rest of [`super`]'s; the mathematics is [`crate::mcda`]'s.
//!
//! A case is `{"id", "definition", "inputs"}`; other fields are ignored. The input is one case, an array of cases, or an object with
//! an array `cases`. The output is always an array of `{"id", "result"}` or `{"id", "error"}`. Beyond the reference cases, `weights` of
//! `smaa2` may be `{"low": […], "high": […]}`, `{"mean": […], "concentration": K}` or `{"known": […]}`, and `groups` may hold one
//! dependence label per criterion. `NaN`, `Infinity` and numbers too large for a double are read, so that they can be refused by name.

mod inputs;

use std::sync::atomic::AtomicBool;

use serde_json::{Value, json};

use crate::mcda::closest_weights::{ClosestWeights, closest_weights};
use crate::mcda::group::{Votes, borda, concordance};
use crate::mcda::normalisation::{Normalisation, normalise};
use crate::mcda::problem::{DecisionMatrix, Direction};
use crate::mcda::promethee::{PreferenceFunction, promethee};
use crate::mcda::ranking::{competition_ranks, leader};
use crate::mcda::sensitivity::stability_intervals;
use crate::mcda::smaa::{MAX_SAMPLES, Sampler, TARGET_STANDARD_ERROR, given_samples};
use crate::mcda::topsis::topsis;
use crate::mcda::vikor::{CONSENSUS, vikor};
use crate::mcda::weighted_product::weighted_product;
use crate::mcda::weighted_sum::weighted_sum;
use crate::mcda::weighting::ahp::{Comparisons, ahp, hierarchy};
use crate::mcda::weighting::best_worst::best_worst;
use crate::mcda::weighting::rank_order::{RankScheme, rank_order_weights};
use crate::mcda::weighting::swing::swing_weights;
use inputs::{Inputs, SolveError, number, quote_what_json_lacks, rows, unexpected};

/// The seed of `smaa2` where the inputs name none.
const DEFAULT_SEED: u64 = 1;

type Solved = Result<Value, SolveError>;

/// Solves every case of a JSON text. Returns the array of answers, and whether all of them are results.
pub fn solve(input: &str) -> (Value, bool) {
    let document: Value = match serde_json::from_str(&quote_what_json_lacks(input)) {
        Ok(document) => document,
        Err(error) => return (json!([failure(&Value::Null, &error.into())]), false),
    };
    let single = std::slice::from_ref(&document);
    let cases = match &document {
        Value::Array(cases) => cases,
        Value::Object(file) => match file.get("cases") {
            Some(Value::Array(cases)) => cases,
            _ => single,
        },
        _ => single,
    };
    let mut all_fine = true;
    let answers = cases.iter().map(|case| {
        let id = case.get("id").unwrap_or(&Value::Null);
        match solve_case(case) {
            Ok(result) => json!({ "id": id, "result": result }),
            Err(error) => {
                all_fine = false;
                failure(id, &error)
            }
        }
    });
    let answers = Value::Array(answers.collect());
    (answers, all_fine)
}

fn failure(id: &Value, error: &SolveError) -> Value {
    json!({ "id": id, "error": error.to_string() })
}

fn solve_case(case: &Value) -> Solved {
    let case = case.as_object().ok_or(SolveError::NotACase)?;
    let definition = Inputs(case).text("definition")?;
    let inputs = case.get("inputs").ok_or_else(|| SolveError::Missing("inputs".into()))?;
    let inputs = Inputs(inputs.as_object().ok_or_else(|| unexpected("inputs", "an object"))?);
    let (method, variant) = definition.split_once('/').unwrap_or((definition, ""));
    match (method, variant) {
        ("wsm", variant) => solve_weighted_sum(inputs, variant),
        ("wpm", variant) => solve_weighted_product(inputs, variant),
        ("topsis", variant) => solve_topsis(inputs, variant),
        ("vikor", "") if definition == method => solve_vikor(inputs, None),
        ("vikor", variant) => match variant.strip_prefix("v=").and_then(|v| v.parse::<f64>().ok()) {
            Some(v) => solve_vikor(inputs, Some(v)),
            None => Err(SolveError::Unknown { what: "definition", name: definition.into() }),
        },
        ("promethee2", "") => solve_promethee(inputs),
        ("ahp", "") => solve_ahp(inputs),
        ("ahp", "hierarchy") => solve_hierarchy(inputs),
        ("rank_weights", variant) => solve_rank_weights(inputs, variant),
        ("bwm", "linear") => solve_best_worst(inputs),
        ("swing", "") => Ok(json!({ "weights": numbers(&swing_weights(&inputs.list("points")?)?) })),
        ("smaa2", "") => solve_smaa(inputs),
        ("smaa2", "given_samples") => solve_given_samples(inputs),
        ("sensitivity", "stability_interval") => solve_stability(inputs),
        ("sensitivity", "closest_weights") => solve_closest_weights(inputs),
        ("group", "borda") => solve_borda(inputs),
        ("group", "kendall_w") => solve_kendall_w(inputs),
        _ => Err(SolveError::Unknown { what: "definition", name: definition.into() }),
    }
}

fn solve_weighted_sum(inputs: Inputs, variant: &str) -> Solved {
    let (matrix, weights, directions) = inputs.problem()?;
    let normalisation = inputs.normalisation(variant)?;
    refuse_costs(normalisation, &directions)?;
    let normalised = normalise(&matrix, &directions, normalisation)?;
    let scores = weighted_sum(normalised.matrix(), &weights)?;
    let is_defined = normalised.is_defined_for(&weights);
    Ok(scored(scores.into_iter().map(|s| is_defined.then_some(s)).collect()))
}

fn solve_weighted_product(inputs: Inputs, variant: &str) -> Solved {
    let (matrix, weights, directions) = inputs.problem()?;
    let normalisation = inputs.normalisation(variant)?;
    let normalised = normalise(&matrix, &directions, normalisation)?;
    let directions = if normalisation.is_oriented() { vec![Direction::Benefit; directions.len()] } else { directions };
    let scores = weighted_product(normalised.matrix(), &weights, &directions)?;
    let is_defined = normalised.is_defined_for(&weights);
    Ok(scored(scores.into_iter().map(|s| s.filter(|_| is_defined)).collect()))
}

/// An unoriented cost would be added to the benefits.
fn refuse_costs(normalisation: Normalisation, directions: &[Direction]) -> Result<(), SolveError> {
    match directions.iter().position(|&d| d == Direction::Cost) {
        Some(j) if !normalisation.is_oriented() => {
            Err(unexpected(format!("types[{j}]"), "1 in a weighted sum without an oriented normalisation"))
        }
        _ => Ok(()),
    }
}

/// Scores and their ranks; no ranks where a score is undefined.
fn scored(scores: Vec<Option<f64>>) -> Value {
    let defined: Option<Vec<f64>> = scores.iter().copied().collect();
    json!({ "scores": scores, "ranks": defined.map(|s| competition_ranks(&s)) })
}

fn solve_topsis(inputs: Inputs, variant: &str) -> Solved {
    let (matrix, weights, directions) = inputs.problem()?;
    let nothing = vec![Value::Null; matrix.n_alternatives()];
    let Some(result) = topsis(&matrix, &weights, &directions, inputs.normalisation(variant)?)? else {
        return Ok(json!({ "closeness": nothing, "d_plus": nothing, "d_minus": nothing, "ranks": null }));
    };
    Ok(json!({
        "closeness": result.closeness.as_deref().map_or(Value::Array(nothing), numbers),
        "d_plus": numbers(&result.d_plus),
        "d_minus": numbers(&result.d_minus),
        "ranks": result.ranks(),
    }))
}

/// With the weight of the majority that the definition names, if it does.
fn solve_vikor(inputs: Inputs, named: Option<f64>) -> Solved {
    let (matrix, weights, directions) = inputs.problem()?;
    let v = if inputs.has("v") { inputs.number("v")? } else { named.unwrap_or(CONSENSUS) };
    if let Some(named) = named
        && inputs.has("v")
        && v != named
    {
        return Err(SolveError::Contradiction { path: "v", says: named.to_string() });
    }
    let result = vikor(&matrix, &weights, &directions, v)?;
    let negated: Vec<f64> = result.q.iter().map(|q| -q).collect();
    let mut answer = json!({
        "S": numbers(&result.s),
        "R": numbers(&result.r),
        "Q": numbers(&result.q),
        "ranks_Q": competition_ranks(&negated),
    });
    if let Some(compromise) = result.compromise {
        answer["acceptable_advantage"] = compromise.acceptable_advantage.into();
        answer["acceptable_stability"] = compromise.acceptable_stability.into();
        answer["compromise_set"] = json!(compromise.set);
    }
    Ok(answer)
}

fn solve_promethee(inputs: Inputs) -> Solved {
    let (matrix, weights, directions) = inputs.problem()?;
    let names = inputs.array("functions")?;
    let mut functions = Vec::with_capacity(names.len());
    for (j, name) in names.iter().enumerate() {
        let path = || format!("functions[{j}]");
        // Only what a function uses has to be there.
        let threshold = |field: &str| {
            let value = inputs.array(field)?.get(j);
            number(value.ok_or_else(|| SolveError::Missing(format!("{field}[{j}]")))?, || format!("{field}[{j}]"))
        };
        functions.push(match name.as_str().ok_or_else(|| unexpected(path(), "a text"))? {
            "usual" => PreferenceFunction::Usual,
            "ushape" => PreferenceFunction::UShape { q: threshold("q")? },
            "level" => PreferenceFunction::Level { q: threshold("q")?, p: threshold("p")? },
            "linear" => PreferenceFunction::Linear { q: threshold("q")?, p: threshold("p")? },
            "gaussian" => PreferenceFunction::Gaussian { s: threshold("s")? },
            name => return Err(SolveError::Unknown { what: "preference function", name: name.into() }),
        });
    }
    let flows = promethee(&matrix, &weights, &directions, &functions)?;
    Ok(json!({
        "phi_plus": numbers(&flows.phi_plus),
        "phi_minus": numbers(&flows.phi_minus),
        "phi_net": numbers(&flows.phi_net),
        "ranks": competition_ranks(&flows.phi_net),
    }))
}

fn solve_ahp(inputs: Inputs) -> Solved {
    let result = ahp(&Comparisons::new(&inputs.rows("matrix")?)?);
    Ok(json!({
        "eigenvector_weights": numbers(&result.eigenvector_weights),
        "lambda_max": result.lambda_max,
        "ci": result.consistency_index,
        "cr_saaty1980": result.consistency_ratio,
        "geometric_mean_weights": numbers(&result.geometric_mean_weights),
        "gci": result.geometric_consistency_index,
    }))
}

fn solve_hierarchy(inputs: Inputs) -> Solved {
    let named = |long: &'static str, short: &'static str| if inputs.has(long) { long } else { short };
    let criteria = Comparisons::new(&inputs.rows(named("criteria_matrix", "criteria"))?)?;
    let field = named("alternative_matrices", "alternatives");
    let mut alternatives = Vec::new();
    for (j, matrix) in inputs.array(field)?.iter().enumerate() {
        alternatives.push(Comparisons::new(&rows(matrix, &format!("{field}[{j}]"))?)?);
    }
    let priority = hierarchy(&criteria, &alternatives)?;
    Ok(json!({ "priority": numbers(&priority), "ranks": competition_ranks(&priority) }))
}

fn solve_rank_weights(inputs: Inputs, variant: &str) -> Solved {
    let scheme = match inputs.stated("scheme", variant)? {
        "roc" => RankScheme::Centroid,
        "rank_sum" => RankScheme::Sum,
        "rank_reciprocal" => RankScheme::Reciprocal,
        name => return Err(SolveError::Unknown { what: "scheme", name: name.into() }),
    };
    Ok(json!({ "weights": numbers(&rank_order_weights(&inputs.list("ranks")?, scheme)?) }))
}

fn solve_best_worst(inputs: Inputs) -> Solved {
    let (best, worst) = (inputs.index("best")?, inputs.index("worst")?);
    let result = best_worst(best, worst, &inputs.list("best_to_others")?, &inputs.list("others_to_worst")?)?;
    Ok(json!({
        "xi": result.xi,
        "weights": result.weights.as_deref().map(numbers),
        "unique": result.is_unique(),
        "weight_intervals": result.weight_intervals,
        "cr_input": result.input_consistency,
    }))
}

fn solve_smaa(inputs: Inputs) -> Solved {
    let ratings = inputs.ratings()?;
    let law = inputs.weight_law(ratings.n_criteria())?;
    let seed = if inputs.has("seed") { inputs.whole("seed")? } else { DEFAULT_SEED };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut sampler = Sampler::new(&ratings, law, seed)?.with_threads(threads);
    let never = AtomicBool::new(false);
    if inputs.has("samples") {
        let samples = inputs.whole("samples")?;
        if samples == 0 {
            return Err(unexpected("samples", "at least 1"));
        }
        sampler.run_until(usize::try_from(samples).unwrap_or(usize::MAX), &never)?;
    } else {
        sampler.run_to_precision(TARGET_STANDARD_ERROR, MAX_SAMPLES, &never, |_| ())?;
    }
    let result = sampler.result();
    let confidence = sampler.confidence_factors(&result.central_weights, sampler.samples(), &never)?;
    Ok(json!({
        "samples": result.samples,
        "seed": result.seed,
        "rank_acceptability": result.rank_acceptability,
        "pairwise_winning": result.pairwise_winning,
        "central_weights": result.central_weights,
        "confidence_factor": confidence,
    }))
}

fn solve_given_samples(inputs: Inputs) -> Solved {
    let mut ratings = Vec::new();
    for (k, sample) in inputs.array("ratings")?.iter().enumerate() {
        ratings.push(DecisionMatrix::named("ratings", &rows(sample, &format!("ratings[{k}]"))?)?);
    }
    let weights = DecisionMatrix::listed("weights", &inputs.rows("weights")?)?;
    let result = given_samples(&ratings, &weights)?;
    let nothing = vec![Value::Null; weights.n_criteria()];
    let central = result.central_weights.iter().map(|w| w.as_deref().map_or(Value::Array(nothing.clone()), numbers));
    Ok(json!({
        "rank_acceptability": result.rank_acceptability,
        "pairwise_winning": result.pairwise_winning,
        "central_weights": central.collect::<Vec<Value>>(),
        "confidence_factor": result.confidence_factor,
        "ranking_entropy_bits": result.ranking_entropy,
        "choice_entropy_bits": result.choice_entropy,
    }))
}

fn solve_stability(inputs: Inputs) -> Solved {
    let (values, weights) = (inputs.matrix("values")?, inputs.weights()?);
    let winner = leader(&weighted_sum(&values, &weights)?);
    let intervals = stability_intervals(&values, &weights)?;
    let pairs: Vec<[f64; 2]> = intervals.iter().map(|i| [i.lowest, i.highest]).collect();
    Ok(json!({ "winner": winner, "intervals": pairs }))
}

fn solve_closest_weights(inputs: Inputs) -> Solved {
    let (values, weights) = (inputs.matrix("values")?, inputs.weights()?);
    let result = closest_weights(&values, &weights, inputs.index("target")?)?;
    let nearest = |found: &Option<ClosestWeights>| {
        json!({
            "l1_distance": found.as_ref().map(|c| c.l1_distance),
            "l2_distance": found.as_ref().map(|c| c.l2_distance),
            "l2_weights": found.as_ref().map(|c| numbers(&c.l2_weights)),
        })
    };
    Ok(json!({
        "winner": result.winner,
        "tie_winner": nearest(&result.tie_winner),
        "joint_best": nearest(&result.joint_best),
    }))
}

fn solve_borda(inputs: Inputs) -> Solved {
    let points = borda(&Votes::new(&inputs.rows("scores")?)?);
    Ok(json!({ "points": numbers(&points), "ranks": competition_ranks(&points) }))
}

fn solve_kendall_w(inputs: Inputs) -> Solved {
    let result = concordance(&Votes::new(&inputs.rows("scores")?)?);
    Ok(json!({
        "w_no_tie_correction": result.uncorrected,
        "w_tie_corrected": result.corrected,
        "rank_sums": numbers(&result.rank_sums),
    }))
}

/// A number, or `null` where it has no finite value.
fn numbers(values: &[f64]) -> Value {
    values.iter().copied().map(Value::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(input: &str) -> String {
        let (answers, all_fine) = solve(input);
        assert!(!all_fine);
        answers[0]["error"].as_str().unwrap().into()
    }

    #[test]
    fn one_case_an_array_or_a_file() {
        let case = r#"{"id": "a", "definition": "swing", "inputs": {"points": [3, 1]}}"#;
        let expected = json!([{ "id": "a", "result": { "weights": [0.75, 0.25] } }]);
        for input in [case.into(), format!("[{case}]"), format!(r#"{{"schema": 1, "cases": [{case}]}}"#)] {
            assert_eq!(solve(&input), (expected.clone(), true));
        }
        assert_eq!(solve("[]"), (json!([]), true));
    }

    #[test]
    fn a_malformed_case_does_not_stop_the_others() {
        let input = r#"[{"id": 7, "definition": "swing", "inputs": {"points": [3, -1]}}, 5,
            {"id": "b", "definition": "swing", "inputs": {"points": [1e999, NaN]}},
            {"id": "c \"NaN", "definition": "swing", "inputs": {"points": [1]}}]"#;
        let (answers, all_fine) = solve(input);
        assert!(!all_fine);
        assert_eq!(answers[0], json!({ "id": 7, "error": "points[1] is -1, must be at least 0" }));
        assert_eq!(answers[1], json!({ "id": null, "error": "a case must be an object" }));
        assert_eq!(answers[2], json!({ "id": "b", "error": "points[0] is not a finite number" }));
        assert_eq!(answers[3], json!({ "id": "c \"NaN", "result": { "weights": [1.0] } }));
    }

    #[test]
    fn errors_name_what_is_wrong() {
        assert!(error("{").starts_with("the input is not JSON"));
        assert_eq!(error(r#"{"definition": "magic", "inputs": {}}"#), "there is no definition \"magic\"");
        assert_eq!(error(r#"{"definition": "swing"}"#), "inputs is missing");
        assert_eq!(error(r#"{"definition": "swing", "inputs": {"points": [true]}}"#), "points[0] must be a number");
        let ragged = r#"{"definition": "wsm/none", "inputs": {"matrix": [[1, 2], [3]], "weights": [1, 1]}}"#;
        assert_eq!(error(ragged), "matrix[1] has 1 entries, expected 2");
        let cost = r#"{"definition": "wsm/none", "inputs": {"matrix": [[1]], "weights": [1], "types": [-1]}}"#;
        assert_eq!(error(cost), "types[0] must be 1 in a weighted sum without an oriented normalisation");
        let smaa = r#"{"definition": "smaa2", "inputs": {"low": [[1]], "mode": [[0]], "high": [[2]], "weights": "uniform_simplex"}}"#;
        assert_eq!(error(smaa), "low[0][0] must have low <= mode <= high, has 1, 0, 2");
        assert_eq!(error(&smaa.replace("[[0]]", "[[3]]")), "high[0][0] must have low <= mode <= high, has 1, 3, 2");
        let many = r#"{"definition": "smaa2", "inputs": {"low": [[1]], "mode": [[1]], "high": [[1]],
            "weights": "uniform_simplex", "samples": 3e6}}"#;
        assert_eq!(error(many), "samples is 3000000, must be at most 2000000");
    }

    #[test]
    fn definitions_that_nobody_knows_or_that_the_inputs_contradict_are_refused() {
        let with = |definition: &str, more: &str| {
            format!(
                r#"{{"definition": "{definition}", "inputs": {{"matrix": [[1, 2], [2, 1]], "weights": [1, 1], "ranks": [1, 2]{more}}}}}"#
            )
        };
        for definition in ["vikor/v=foo", "vikor/", "vikor/x=1", "vikor/0.5"] {
            assert_eq!(error(&with(definition, "")), format!("there is no definition \"{definition}\""));
        }
        for (definition, more) in [("vikor", ""), ("vikor", r#", "v": 0.9"#), ("vikor/v=0.25", ""), ("vikor/v=0.5", r#", "v": 0.5"#)] {
            assert!(solve(&with(definition, more)).1, "{definition}{more}");
        }
        let vikor = with("vikor/v=0.25", r#", "v": 0.9"#);
        assert_eq!(error(&vikor), "v contradicts the definition, which says 0.25");
        let topsis = with("topsis/vector", r#", "normalisation": "minmax""#);
        assert_eq!(error(&topsis), "normalisation contradicts the definition, which says vector");
        assert!(solve(&with("topsis", r#", "normalisation": "minmax""#)).1);
        let ranks = with("rank_weights/roc", r#", "scheme": "rank_sum""#);
        assert_eq!(error(&ranks), "scheme contradicts the definition, which says roc");
    }

    #[test]
    fn given_weights_are_checked_as_all_others() {
        let with = |weights: &str| {
            let ratings = "[[[1, 2], [2, 1]]]";
            format!(r#"{{"definition": "smaa2/given_samples", "inputs": {{"ratings": {ratings}, "weights": [{weights}]}}}}"#)
        };
        assert!(solve(&with("[0, 1]")).1);
        assert_eq!(error(&with("[0, -1]")), "weights[0][1] is -1, must be at least 0");
        assert_eq!(error(&with("[0, 0]")), "weights[0] are all zero");
    }

    #[test]
    fn limits_say_of_what_and_large_numbers_are_short() {
        let wide = |rows: usize, columns: usize| {
            let matrix = vec![vec![1; columns]; rows];
            error(&json!({"definition": "wsm/none", "inputs": {"matrix": matrix, "weights": vec![1; columns]}}).to_string())
        };
        assert_eq!(wide(51, 1), "matrix has 51 alternatives, the limit is 50");
        assert_eq!(wide(1, 51), "matrix[0] has 51 criteria, the limit is 50");
        let swing = |point: &str| error(&format!(r#"{{"definition": "swing", "inputs": {{"points": [{point}]}}}}"#));
        assert_eq!(swing("2e300"), "points[0] is 2e300, must be at most 1e300 in magnitude");
        assert_eq!(swing("-1e-300"), "points[0] is -1e-300, must be at least 0");
        assert_eq!(swing("-12500.5"), "points[0] is -12500.5, must be at least 0");
    }

    #[test]
    fn sampled_weights_may_be_bounded_or_stated() {
        for weights in [r#"{"low": [0.2, 0.1], "high": [0.7, 0.6]}"#, r#"{"mean": [1, 1], "concentration": 9}"#, r#"{"known": [1, 1]}"#] {
            let input = format!(
                r#"{{"definition": "smaa2", "inputs": {{"low": [[1, 1], [0, 0]], "mode": [[2, 2], [1, 2]],
                "high": [[3, 3], [4, 4]], "groups": [0, 0], "samples": 500, "seed": 9, "weights": {weights}}}}}"#
            );
            let (answers, all_fine) = solve(&input);
            assert!(all_fine, "{answers}");
            assert_eq!(answers[0]["result"]["samples"], 500);
        }
    }
}
