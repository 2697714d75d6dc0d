//! What holds for every problem, whatever its numbers: order does not matter, dominance does, shares are shares, and nothing crashes `solve`.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use serde_json::{Value, json};
use trilemma::cli::solve::solve;
use trilemma::mcda::closest_weights::closest_weights;
use trilemma::mcda::information::value_of_ratings;
use trilemma::mcda::margin::score_moments;
use trilemma::mcda::normalisation::Normalisation;
use trilemma::mcda::promethee::{PreferenceFunction, promethee};
use trilemma::mcda::ranking::leader;
use trilemma::mcda::sensitivity::{crossovers, rating_flips, stability_intervals, weight_flips};
use trilemma::mcda::smaa::{Sampler, Smaa, WeightLaw};
use trilemma::mcda::topsis::topsis;
use trilemma::mcda::vikor::{CONSENSUS, vikor};
use trilemma::mcda::weighted_product::weighted_product;
use trilemma::mcda::weighted_sum::weighted_sum;
use trilemma::mcda::weighting::ahp::{Comparisons, ahp};
use trilemma::mcda::weighting::best_worst::best_worst;
use trilemma::mcda::weighting::rank_order::{RankScheme, rank_order_weights};
use trilemma::mcda::{DecisionMatrix, Direction, Ratings, Triangular, Weights};

/// The same cases on every run. `PROPTEST_CASES=100000 cargo test --release --test mcda_properties` tries that many new ones instead.
fn config(cases: u32) -> ProptestConfig {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => config,
        None => ProptestConfig { cases, rng_seed: RngSeed::Fixed(1), ..config },
    }
}

/// Ratings from 0 to 10 and positive points: at least two alternatives, at least one criterion.
fn problem() -> impl Strategy<Value = (Vec<Vec<f64>>, Vec<f64>)> {
    (2_usize..7, 1_usize..9).prop_flat_map(|(m, n)| {
        let value = prop_oneof![4 => 0.1..10.0_f64, 1 => (1_u8..10).prop_map(f64::from)];
        (prop::collection::vec(prop::collection::vec(value, n), m), prop::collection::vec(0.01..100.0_f64, n))
    })
}

/// The same, with the order of both sides shuffled: `(rows, points, order of alternatives, order of criteria)`.
fn shuffled_problem() -> impl Strategy<Value = (Vec<Vec<f64>>, Vec<f64>, Vec<usize>, Vec<usize>)> {
    problem().prop_flat_map(|(rows, points)| {
        let alternatives = Just((0..rows.len()).collect::<Vec<_>>()).prop_shuffle();
        let criteria = Just((0..points.len()).collect::<Vec<_>>()).prop_shuffle();
        (Just(rows), Just(points), alternatives, criteria)
    })
}

fn matrix(rows: &[Vec<f64>]) -> DecisionMatrix {
    DecisionMatrix::new(rows).unwrap()
}

/// Every method's scores, bigger is better. All criteria are benefits.
fn all_scores(rows: &[Vec<f64>], points: &[f64]) -> Vec<(&'static str, Vec<f64>)> {
    let (matrix, weights) = (matrix(rows), Weights::new(points).unwrap());
    let directions = vec![Direction::Benefit; points.len()];
    let functions = vec![PreferenceFunction::Linear { q: 0.5, p: 3.0 }; points.len()];
    let closeness = |normalisation| {
        let result = topsis(&matrix, &weights, &directions, normalisation).unwrap().unwrap();
        result.closeness.unwrap_or_else(|| vec![0.5; rows.len()])
    };
    let regret = vikor(&matrix, &weights, &directions, CONSENSUS).unwrap().q;
    let product = weighted_product(&matrix, &weights, &directions).unwrap();
    vec![
        ("weighted sum", weighted_sum(&matrix, &weights).unwrap()),
        ("weighted product", product.into_iter().map(Option::unwrap).collect()),
        ("TOPSIS, vector", closeness(Normalisation::Vector)),
        ("TOPSIS, min-max", closeness(Normalisation::MinMax)),
        ("VIKOR", regret.iter().map(|q| -q).collect()),
        ("PROMETHEE II", promethee(&matrix, &weights, &directions, &functions).unwrap().phi_net),
    ]
}

fn triangular_ratings(rows: &[Vec<f64>], spread: f64) -> Ratings {
    let cell = |(j, &x): (usize, &f64)| {
        let (left, right) = if j % 3 == 2 { (0.0, 0.0) } else { (spread, 0.5 * spread) };
        Triangular::new(x - left, x, x + right).unwrap()
    };
    let rows: Vec<Vec<Triangular>> = rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect();
    Ratings::new(&rows).unwrap()
}

fn sample(ratings: &Ratings, law: WeightLaw, seed: u64, threads: usize, samples: usize) -> Smaa {
    let mut sampler = Sampler::new(ratings, law, seed).unwrap().with_threads(threads);
    sampler.run_until(samples, &AtomicBool::new(false)).unwrap();
    sampler.result()
}

/// Every law that fits `n` criteria, told apart by a number.
fn law(kind: usize, points: &[f64]) -> WeightLaw {
    let n = points.len();
    match kind {
        0 => WeightLaw::Uniform,
        1 => WeightLaw::Ordinal((0..n).rev().collect()),
        2 => WeightLaw::Bounded(vec![(0.0, 1.0_f64.min(2.0 / n as f64)); n]),
        3 => WeightLaw::Dirichlet { mean: Weights::new(points).unwrap(), concentration: 7.0 },
        _ => WeightLaw::Known(Weights::new(points).unwrap()),
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn the_order_of_alternatives_and_criteria_is_irrelevant((rows, points, by_row, by_column) in shuffled_problem()) {
        let moved_points: Vec<f64> = by_column.iter().map(|&j| points[j]).collect();
        let moved_rows: Vec<Vec<f64>> =
            by_row.iter().map(|&i| by_column.iter().map(|&j| rows[i][j]).collect()).collect();
        for ((name, scores), (_, moved)) in all_scores(&rows, &points).iter().zip(all_scores(&moved_rows, &moved_points)) {
            for (place, &i) in by_row.iter().enumerate() {
                prop_assert!((moved[place] - scores[i]).abs() < 1e-9, "{name}: {scores:?} {moved:?}");
            }
        }
    }

    #[test]
    fn nobody_loses_to_an_alternative_that_he_dominates((rows, points) in problem(), gains in prop::collection::vec(0.0..2.0_f64, 8)) {
        let mut rows = rows;
        // The last becomes at least as good as the first everywhere.
        let better: Vec<f64> = rows[0].iter().zip(&gains).map(|(x, gain)| x + gain).collect();
        *rows.last_mut().unwrap() = better;
        for (name, scores) in all_scores(&rows, &points) {
            prop_assert!(scores[rows.len() - 1] >= scores[0] - 1e-9, "{name}: {scores:?}");
        }
    }

    #[test]
    fn a_dominated_newcomer_never_changes_the_additive_leader((rows, points) in problem(), losses in prop::collection::vec(0.01..5.0_f64, 8), below in 0_usize..7) {
        let weights = Weights::new(&points).unwrap();
        let before = weighted_sum(&matrix(&rows), &weights).unwrap();
        let newcomer: Vec<f64> = rows[below % rows.len()].iter().zip(&losses).map(|(x, loss)| x - loss).collect();
        let mut more = rows.clone();
        more.push(newcomer);
        let after = weighted_sum(&matrix(&more), &weights).unwrap();
        prop_assert_eq!(&before[..], &after[..rows.len()]);
        prop_assert_eq!(leader(&before), leader(&after));
    }

    #[test]
    fn elicited_weights_sum_to_one_and_follow_the_judgements(ranks in prop::collection::vec(1_u8..9, 1..10)) {
        let labels: Vec<f64> = ranks.iter().map(|&r| f64::from(r)).collect();
        for scheme in [RankScheme::Centroid, RankScheme::Sum, RankScheme::Reciprocal] {
            let weights = rank_order_weights(&labels, scheme).unwrap();
            prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            for (a, x) in ranks.iter().zip(weights.iter()) {
                for (b, y) in ranks.iter().zip(weights.iter()) {
                    prop_assert!(a >= b || x > y, "{ranks:?} {weights:?}");
                }
            }
        }
        // Comparisons that follow from weights give these weights back, by either route.
        let sum: f64 = labels.iter().sum();
        let rows: Vec<Vec<f64>> = labels.iter().map(|x| labels.iter().map(|y| x / y).collect()).collect();
        let result = ahp(&Comparisons::new(&rows).unwrap());
        prop_assert!((result.eigenvector_weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        for (j, x) in labels.iter().enumerate() {
            prop_assert!((result.eigenvector_weights[j] - x / sum).abs() < 1e-10);
            prop_assert!((result.geometric_mean_weights[j] - x / sum).abs() < 1e-10);
        }
        let (best, worst) = (leader(&labels).unwrap(), leader(&labels.iter().map(|x| -x).collect::<Vec<_>>()).unwrap());
        let to_others: Vec<f64> = labels.iter().map(|x| labels[best] / x).collect();
        let to_worst: Vec<f64> = labels.iter().map(|x| x / labels[worst]).collect();
        let result = best_worst(best, worst, &to_others, &to_worst).unwrap();
        prop_assert!(result.xi < 1e-9 && result.is_unique(), "{result:?}");
        for (w, x) in result.weights.unwrap().iter().zip(&labels) {
            prop_assert!((w - x / sum).abs() < 1e-6);
        }
    }

    #[test]
    fn the_lead_changes_where_the_stability_interval_ends((rows, points) in problem()) {
        let (values, weights) = (matrix(&rows), Weights::new(&points).unwrap());
        let winner = leader(&weighted_sum(&values, &weights).unwrap()).unwrap();
        let margin_at = |k: usize, t: f64| {
            let scores = weighted_sum(&values, &weights.with(k, t)).unwrap();
            let best_other = (0..rows.len()).filter(|&i| i != winner).map(|i| scores[i]).fold(f64::NEG_INFINITY, f64::max);
            scores[winner] - best_other
        };
        let intervals = stability_intervals(&values, &weights).unwrap();
        for (k, interval) in intervals.iter().enumerate().filter(|_| points.len() > 1) {
            prop_assert!(interval.lowest <= weights[k] && weights[k] <= interval.highest);
            for (end, beyond) in [(interval.lowest, -1e-6), (interval.highest, 1e-6)] {
                prop_assert!(margin_at(k, end) > -1e-9);
                if end > 1e-5 && end < 1.0 - 1e-5 {
                    prop_assert!(margin_at(k, end + beyond) < 1e-12, "{k} {end}");
                }
            }
            for crossing in crossovers(&values, &weights, k).unwrap() {
                let scores = weighted_sum(&values, &weights.with(k, crossing.weight)).unwrap();
                prop_assert!((scores[crossing.before] - scores[crossing.after]).abs() < 1e-9);
            }
        }
        for flip in weight_flips(&values, &weights).unwrap() {
            let scores = weighted_sum(&values, &weights.with(flip.criterion, flip.to)).unwrap();
            prop_assert!((scores[flip.new_leader] - scores[winner]).abs() < 1e-9);
            let interval = intervals[flip.criterion];
            prop_assert!(flip.to == interval.lowest || flip.to == interval.highest, "{flip:?} {interval:?}");
        }
        for flip in rating_flips(&values, &weights, 0.0, 10.0).unwrap() {
            let moved = values.with(flip.alternative, flip.criterion, flip.to).unwrap();
            let scores = weighted_sum(&moved, &weights).unwrap();
            let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            prop_assert!((scores[flip.new_leader] - best).abs() < 1e-9 && (scores[winner] - best).abs() < 1e-9);
        }
    }

    #[test]
    fn no_other_weights_are_closer((rows, points) in problem(), others in prop::collection::vec(prop::collection::vec(0.001..1.0_f64, 8), 20)) {
        let (values, weights) = (matrix(&rows), Weights::new(&points).unwrap());
        for target in 0..rows.len() {
            let found = closest_weights(&values, &weights, target).unwrap();
            let leads = |w: &Weights, rivals: &[usize]| {
                let scores = weighted_sum(&values, w).unwrap();
                rivals.iter().all(|&k| scores[target] >= scores[k] - 1e-8)
            };
            let everyone: Vec<usize> = (0..rows.len()).collect();
            for (answer, rivals) in [(&found.tie_winner, &vec![found.winner]), (&found.joint_best, &everyone)] {
                if let Some(closest) = answer {
                    prop_assert!(leads(&closest.l1_weights, rivals) && leads(&closest.l2_weights, rivals), "{closest:?}");
                }
                // Random weights, and the way from the present weights to them.
                for other in &others {
                    let other = Weights::new(&other[..points.len()]).unwrap();
                    for step in [0.01, 0.1, 0.5, 1.0] {
                        let between: Vec<f64> = weights.iter().zip(other.iter()).map(|(w, o)| w + step * (o - w)).collect();
                        let between = Weights::new(&between).unwrap();
                        if leads(&between, rivals) {
                            // The tolerance of `leads` lets a little less than the true distance through.
                            let l1: f64 = weights.iter().zip(between.iter()).map(|(w, b)| (w - b).abs()).sum();
                            let l2 = weights.iter().zip(between.iter()).map(|(w, b)| (w - b).powi(2)).sum::<f64>().sqrt();
                            let closest = answer.as_ref();
                            prop_assert!(closest.is_some_and(|c| c.l1_distance <= l1 + 1e-5 && c.l2_distance <= l2 + 1e-5), "{answer:?} {between:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn information_is_worth_something_or_nothing_never_less((rows, points) in problem(), spread in 0.0..4.0_f64) {
        let ratings = triangular_ratings(&rows, spread);
        let weights = Weights::new(&points).unwrap();
        let moments = score_moments(&ratings, &weights, 20.0).unwrap();
        for found in value_of_ratings(&ratings, &weights).unwrap() {
            // At most the whole width of what may become known.
            let width: f64 = found.criteria.iter().map(|&j| {
                let cell = ratings.get(found.alternative, j);
                weights[j] * (cell.high() - cell.low())
            }).sum();
            prop_assert!(found.value >= 0.0 && found.value <= width + 1e-12);
        }
        for i in 0..rows.len() {
            for k in 0..rows.len() {
                let (there, back) = (moments.margin(i, k), moments.margin(k, i));
                prop_assert!(there.variance >= 0.0 && (there.variance - back.variance).abs() < 1e-9);
                let both = there.probability_positive() + back.probability_positive();
                prop_assert!((both - 1.0).abs() < 1e-9);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn shares_are_shares_and_equal_seeds_equal_bytes((rows, points) in problem(), kind in 0_usize..5, seed: u64) {
        let ratings = triangular_ratings(&rows, 1.5).with_groups(&points.iter().enumerate().map(|(j, _)| j / 2).collect::<Vec<_>>()).unwrap();
        let samples = 21_000;
        let one = sample(&ratings, law(kind, &points), seed, 1, samples);
        prop_assert_eq!(&one, &sample(&ratings, law(kind, &points), seed, 8, samples));
        // The same bytes, not only equal numbers.
        prop_assert_eq!(format!("{one:?}"), format!("{:?}", sample(&ratings, law(kind, &points), seed, 3, samples)));
        if kind < 4 && ratings.n_groups() > 1 {
            prop_assert_ne!(&one.score_range, &sample(&ratings, law(kind, &points), seed ^ 1, 1, samples).score_range);
        }
        for row in &one.rank_acceptability {
            prop_assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
        for (i, row) in one.pairwise_winning.iter().enumerate() {
            prop_assert_eq!(row[i], 0.0);
            for (k, share) in row.iter().enumerate().filter(|&(k, _)| k != i) {
                prop_assert!(share + one.pairwise_winning[k][i] <= 1.0 + 1e-12);
            }
        }
        for central in one.central_weights.iter().flatten() {
            prop_assert!((central.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            prop_assert!(central.iter().all(|&w| (0.0..=1.0).contains(&w)));
        }
        for (i, (low, high)) in one.score_range.iter().enumerate() {
            let least = ratings.row(i).iter().map(|cell| cell.low()).fold(f64::INFINITY, f64::min);
            let greatest = ratings.row(i).iter().map(|cell| cell.high()).fold(f64::NEG_INFINITY, f64::max);
            prop_assert!(least <= *low && low <= high && *high <= greatest);
        }
    }
}

/// A number that has broken some program before.
fn hostile() -> impl Strategy<Value = Value> {
    let numbers = prop::sample::select(vec![
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        2.0,
        1e-300,
        1e300,
        -1e300,
        1e301,
        5e-324,
        f64::MAX,
        f64::MIN,
        1e-9,
        1e9,
        3.0,
        9.0,
        50.0,
        4_294_967_296.0,
    ]);
    let others = prop::sample::select(vec![
        json!(null),
        json!(true),
        json!("NaN"),
        json!("Infinity"),
        json!("-Infinity"),
        json!("x"),
        json!([]),
        json!([[]]),
        json!({}),
        json!(u64::MAX),
        json!(i64::MIN),
        json!([1.0]),
        json!([[1.0, 2.0], [3.0]]),
    ]);
    prop_oneof![3 => numbers.prop_map(|x| json!(x)), 2 => others]
}

/// How a case is spoiled.
#[derive(Debug, Clone)]
enum Harm {
    /// Replace the n-th leaf.
    Replace(usize, Value),
    /// Replace all numbers of the n-th array.
    Flood(usize, Value),
    /// Drop the n-th element or field.
    Drop(usize),
    /// Repeat the n-th array element.
    Repeat(usize),
}

fn harm() -> impl Strategy<Value = Harm> {
    let n = 0_usize..4000;
    prop_oneof![
        4 => (n.clone(), hostile()).prop_map(|(n, x)| Harm::Replace(n, x)),
        2 => (n.clone(), hostile()).prop_map(|(n, x)| Harm::Flood(n, x)),
        1 => n.clone().prop_map(Harm::Drop),
        1 => n.prop_map(Harm::Repeat),
    ]
}

/// All paths in a JSON value whose end satisfies `wanted`.
fn pointers(value: &Value, wanted: fn(&Value) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((path, value)) = open.pop() {
        if wanted(value) && !path.is_empty() {
            found.push(path.clone());
        }
        match value {
            Value::Array(items) => open.extend(items.iter().enumerate().map(|(k, item)| (format!("{path}/{k}"), item))),
            Value::Object(fields) => open.extend(fields.iter().map(|(key, item)| (format!("{path}/{key}"), item))),
            _ => {}
        }
    }
    found
}

fn apply(inputs: &mut Value, harm: &Harm) {
    let is_leaf = |value: &Value| !value.is_array() && !value.is_object();
    let pick = |paths: Vec<String>, n: usize| (!paths.is_empty()).then(|| paths[n % paths.len()].clone());
    match harm {
        Harm::Replace(n, with) => {
            if let Some(path) = pick(pointers(inputs, is_leaf), *n) {
                *inputs.pointer_mut(&path).unwrap() = with.clone();
            }
        }
        Harm::Flood(n, with) => {
            if let Some(path) = pick(pointers(inputs, Value::is_array), *n) {
                let array = inputs.pointer_mut(&path).unwrap();
                for leaf in pointers(array, Value::is_number) {
                    *array.pointer_mut(&leaf).unwrap() = with.clone();
                }
            }
        }
        Harm::Drop(n) | Harm::Repeat(n) => {
            let Some(path) = pick(pointers(inputs, |_| true), *n) else { return };
            let (parent, key) = path.rsplit_once('/').unwrap();
            match inputs.pointer_mut(parent).unwrap() {
                Value::Array(items) => {
                    let k: usize = key.parse().unwrap();
                    match harm {
                        Harm::Repeat(_) => items.insert(k, items[k].clone()),
                        _ => drop(items.remove(k)),
                    }
                }
                Value::Object(fields) => drop(fields.remove(key)),
                _ => {}
            }
        }
    }
}

/// The fields of a result that have no value for some input.
const MAY_BE_UNDEFINED: [&str; 15] = [
    "scores",
    "ranks",
    "closeness",
    "d_plus",
    "d_minus",
    "cr_saaty1980",
    "weights",
    "central_weights",
    "confidence_factor",
    "w_no_tie_correction",
    "w_tie_corrected",
    "l1_distance",
    "l2_distance",
    "l2_weights",
    "l1_weights",
];

fn assert_well_formed(input: &str, expected_count: Option<usize>) {
    let (answers, all_fine) = solve(input);
    let answers = answers.as_array().unwrap();
    if let Some(expected) = expected_count {
        assert_eq!(answers.len(), expected);
    }
    for answer in answers {
        let fields = answer.as_object().unwrap();
        assert!(fields.len() == 2 && fields.contains_key("id"));
        assert_ne!(fields.contains_key("result"), fields.contains_key("error"));
        // A number that is not finite would have become null; only what the cases define as undefined may be.
        let undefined = fields.get("result").map(|result| pointers(result, Value::is_null)).unwrap_or_default();
        for path in undefined {
            let field = path.split('/').rfind(|part| part.parse::<usize>().is_err()).unwrap();
            assert!(MAY_BE_UNDEFINED.contains(&field), "{path} {answer}");
        }
        if let Some(error) = fields.get("error") {
            assert!(!all_fine && !error.as_str().unwrap().is_empty());
        }
    }
}

/// One reference case of each kind and shape, small enough to be solved thousands of times.
fn templates() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference");
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let file: Value = serde_json::from_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        for case in file["cases"].as_array().unwrap().iter().filter(|case| case["inputs"].to_string().len() < 1500) {
            let mut case = json!({ "id": case["id"], "definition": case["definition"], "inputs": case["inputs"] });
            if case["definition"] == "smaa2" {
                case["inputs"]["samples"] = json!(300);
            }
            cases.push(case);
        }
    }
    let ratings = json!({ "low": [[0, 1], [2, 3]], "mode": [[1, 2], [2, 4]], "high": [[3, 3], [2, 5]], "groups": [0, 0], "samples": 300 });
    for weights in
        [json!({ "low": [0.1, 0.2], "high": [0.8, 0.9] }), json!({ "mean": [1, 2], "concentration": 5 }), json!({ "known": [1, 2] })]
    {
        let mut inputs = ratings.clone();
        inputs["weights"] = weights;
        cases.push(json!({ "id": "law", "definition": "smaa2", "inputs": inputs }));
    }
    let comparisons = json!([[1, 2], [0.5, 1]]);
    let inputs = json!({ "criteria": comparisons, "alternatives": [comparisons, comparisons] });
    cases.push(json!({ "id": "hierarchy", "definition": "ahp/hierarchy", "inputs": inputs }));
    cases
}

#[test]
fn hostile_cases_get_a_result_or_an_error() {
    let templates = templates();
    assert!(templates.len() > 300);
    let strategy = (0..templates.len(), prop::collection::vec(harm(), 0..4), prop::collection::vec(any::<bool>(), 3));
    let outcome = TestRunner::new(config(4000)).run(&strategy, |(which, harms, raw)| {
        let mut case = templates[which].clone();
        harms.iter().for_each(|harm| apply(&mut case["inputs"], harm));
        let mut text = case.to_string();
        // As other programs write it: bare NaN and infinities, and numbers beyond a double.
        let bare = [("\"NaN\"", "NaN"), ("\"Infinity\"", "1e999"), ("\"-Infinity\"", "-Infinity")];
        for ((quoted, bare), _) in bare.into_iter().zip(&raw).filter(|(_, is_raw)| **is_raw) {
            text = text.replace(quoted, bare);
        }
        assert_well_formed(&text, Some(1));
        Ok(())
    });
    outcome.unwrap();
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn arbitrary_text_gets_an_answer(text in prop_oneof![
        ".{0,60}",
        "[\\[\\]{}\",:0-9eE+.\\-NaIinfty ]{0,80}",
        "\\{\"definition\":\"[a-z2/_]{0,20}\",\"inputs\":[\\[\\]{}\",:0-9]{0,20}\\}",
    ]) {
        assert_well_formed(&text, None);
    }
}

#[test]
fn unharmed_templates_are_solved() {
    let cases = Value::Array(templates());
    let (answers, all_fine) = solve(&cases.to_string());
    assert!(all_fine, "{:?}", answers.as_array().unwrap().iter().find(|a| a.get("error").is_some()));
}

#[test]
fn extremes_of_magnitude_are_defined() {
    let definitions = [
        "wsm/minmax",
        "wsm/linear_max",
        "wsm/sum",
        "wsm/none",
        "wpm/linear_max",
        "wpm/none",
        "topsis/vector",
        "topsis/minmax",
        "vikor/v=0.5",
    ];
    for definition in definitions {
        for values in [[[1e-300, 1e300], [1e300, 1e-300]], [[1e300, 1e300], [1e300, 9e299]], [[1e-300, 2e-300], [3e-300, 1e-300]]] {
            let inputs = json!({ "matrix": values, "weights": [3e299, 1e299] });
            let (answers, all_fine) = solve(&json!({ "definition": definition, "inputs": inputs }).to_string());
            assert!(all_fine, "{definition} {answers}");
            let result = answers[0]["result"].as_object().unwrap();
            assert!(result.values().all(|field| !field.to_string().contains("null")), "{definition} {values:?} {answers}");
        }
    }
}
