//! How fast the decision engine is: sampling beside numpy, aggregation beside the crate `mcdm`, a whole assessment, and how cost grows.
//!
//! `cargo bench --bench smaa`; README.md has the side-by-side with numpy. Prints the least of several runs; asserts nothing, because machines differ.

use std::hint::black_box;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use mcdm::{CriteriaTypes, Normalize, Rank};
use nalgebra::{DMatrix, DVector};
use trilemma::mcda::closest_weights::{closest_weights, tie_with_leader};
use trilemma::mcda::information::value_of_ratings;
use trilemma::mcda::margin::score_moments;
use trilemma::mcda::normalisation::{Normalisation, normalise};
use trilemma::mcda::promethee::{PreferenceFunction, promethee};
use trilemma::mcda::sensitivity::{crossovers, rating_flips, stability_intervals, tornado, weight_flips};
use trilemma::mcda::smaa::{Sampler, WeightLaw};
use trilemma::mcda::topsis::topsis;
use trilemma::mcda::vikor::{CONSENSUS, vikor};
use trilemma::mcda::weighted_product::weighted_product;
use trilemma::mcda::weighted_sum::weighted_sum;
use trilemma::mcda::{DecisionMatrix, Direction, Ratings, Triangular, Weights};

fn main() {
    sampling();
    aggregation_beside_mcdm();
    whole_assessment();
    growth();
}

/// Numbers in 0..1 that are the same on every run.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.next()
    }
}

/// Triangular ratings drawn as in the numpy script: modes in 2..8, up to 2 to either side.
fn ratings(m: usize, n: usize) -> Ratings {
    let mut numbers = Numbers(2);
    let mut cell = || {
        let mode = numbers.between(2.0, 8.0);
        Triangular::new(mode - numbers.between(0.1, 2.0), mode, mode + numbers.between(0.1, 2.0)).unwrap()
    };
    let rows: Vec<Vec<Triangular>> = (0..m).map(|_| (0..n).map(|_| cell()).collect()).collect();
    Ratings::new(&rows).unwrap()
}

fn weights(n: usize) -> Weights {
    let mut numbers = Numbers(5);
    Weights::new(&(0..n).map(|_| numbers.between(1.0, 9.0)).collect::<Vec<f64>>()).unwrap()
}

/// The least of several runs, in seconds per call: what else the machine does can only add to it.
fn least(runs: usize, calls: usize, mut f: impl FnMut()) -> f64 {
    let time = |_| {
        #[expect(clippy::disallowed_methods, reason = "how long it takes is what is measured")]
        let start = Instant::now();
        (0..calls).for_each(|_| f());
        start.elapsed().as_secs_f64() / calls as f64
    };
    (0..runs).map(time).fold(f64::INFINITY, f64::min)
}

fn sample(ratings: &Ratings, law: &WeightLaw, samples: usize) {
    let mut sampler = Sampler::new(ratings, law.clone(), 1).unwrap();
    sampler.run_until(samples, &AtomicBool::new(false)).unwrap();
    black_box(sampler.result());
}

fn sampling() {
    println!("SMAA, 3 x 14 triangular ratings, one thread, per million samples");
    let problem = ratings(3, 14);
    let grouped = problem.clone().with_groups(&(0..14).map(|j| j / 3).collect::<Vec<usize>>()).unwrap();
    let dirichlet = WeightLaw::Dirichlet { mean: weights(14), concentration: 30.0 };
    let bounded = WeightLaw::Bounded(vec![(0.0, 0.2); 14]);
    let laws = [
        ("uniform weights", &problem, WeightLaw::Uniform),
        ("ordinal weights", &problem, WeightLaw::Ordinal((0..14).collect())),
        ("Dirichlet weights", &problem, dirichlet.clone()),
        ("bounded weights", &problem, bounded),
        ("uniform, ratings in groups of three", &grouped, WeightLaw::Uniform),
        ("Dirichlet, ratings in groups of three", &grouped, dirichlet),
    ];
    for (name, problem, law) in laws {
        let seconds = 10.0 * least(40, 1, || sample(problem, &law, 100_000));
        println!("  {name:40} {seconds:8.4} s");
    }
    let first = least(25, 1, || sample(&problem, &WeightLaw::Uniform, 10_000));
    println!("  {:40} {:8.2} ms", "first answer, 10,000 samples", first * 1e3);
}

fn aggregation_beside_mcdm() {
    println!("\nAggregation of 3 x 14, one call, ns");
    let matrix = ratings(3, 14).modes();
    let w = weights(14);
    let directions: Vec<Direction> = (0..14).map(|j| if j % 3 == 0 { Direction::Cost } else { Direction::Benefit }).collect();
    let signs: Vec<i8> = directions.iter().map(|d| d.sign() as i8).collect();
    let types = CriteriaTypes::from_slice(&signs).unwrap();
    let their_matrix = DMatrix::from_row_slice(3, 14, matrix.as_slice());
    let their_weights = DVector::from_column_slice(&w);
    let compare = |name: &str, ours: &mut dyn FnMut(), theirs: &mut dyn FnMut()| {
        let (ours, theirs) = (least(100, 1_000, ours), least(100, 1_000, theirs));
        println!("  {name:40} ours {:6.0}   mcdm {:6.0}   ratio {:4.1}", ours * 1e9, theirs * 1e9, theirs / ours);
    };
    compare("weighted sum of given values", &mut || drop(black_box(weighted_sum(black_box(&matrix), &w).unwrap())), &mut || {
        drop(black_box(black_box(&their_matrix).rank_weighted_sum(&their_weights).unwrap()))
    });
    compare(
        "min-max and weighted sum",
        &mut || {
            let normalised = normalise(black_box(&matrix), &directions, Normalisation::MinMax).unwrap();
            black_box(weighted_sum(normalised.matrix(), &w).unwrap());
        },
        &mut || {
            let normalised = black_box(&their_matrix).normalize_min_max(&types).unwrap();
            black_box(normalised.rank_weighted_sum(&their_weights).unwrap());
        },
    );
    for (name, normalisation) in [("min-max and TOPSIS", Normalisation::MinMax), ("vector and TOPSIS", Normalisation::Vector)] {
        compare(name, &mut || drop(black_box(topsis(black_box(&matrix), &w, &directions, normalisation).unwrap())), &mut || {
            let given = black_box(&their_matrix);
            let normalised = match normalisation {
                Normalisation::Vector => given.normalize_vector(&types),
                _ => given.normalize_min_max(&types),
            };
            black_box(normalised.unwrap().rank_topsis(&their_weights).unwrap());
        });
    }
}

/// All five methods, every flip and the tornado, as an assessment of 3 alternatives by 17 criteria needs them.
fn assess(ratings: &Ratings, values: &DecisionMatrix, w: &Weights, directions: &[Direction], functions: &[PreferenceFunction]) {
    black_box(weighted_sum(values, w).unwrap());
    black_box(weighted_product(values, w, directions).unwrap());
    black_box(topsis(values, w, directions, Normalisation::Vector).unwrap());
    black_box(vikor(values, w, directions, CONSENSUS).unwrap());
    black_box(promethee(values, w, directions, functions).unwrap());
    black_box(stability_intervals(values, w).unwrap());
    black_box(weight_flips(values, w).unwrap());
    black_box(rating_flips(values, w, 0.0, 10.0).unwrap());
    for target in 0..values.n_alternatives() {
        black_box(tie_with_leader(values, w, target).unwrap());
    }
    for k in 0..values.n_criteria() {
        black_box(crossovers(values, w, k).unwrap());
    }
    black_box(tornado(ratings, w).unwrap());
    black_box(score_moments(ratings, w, 30.0).unwrap());
}

fn whole_assessment() {
    let ratings = ratings(3, 17);
    let values = ratings.modes();
    let w = weights(17);
    let directions = [Direction::Benefit; 17];
    let functions = [PreferenceFunction::Gaussian { s: 1.0 }; 17];
    let seconds = least(100, 100, || assess(&ratings, &values, &w, &directions, &functions));
    println!("\nA whole assessment of 3 x 17: five methods, all flips, crossovers, tornado: {:.1} us", seconds * 1e6);
    let part = |name: &str, f: &mut dyn FnMut()| println!("  {name:40} {:6.2} us", least(100, 100, f) * 1e6);
    part("weighted sum", &mut || drop(black_box(weighted_sum(&values, &w).unwrap())));
    part("weighted product", &mut || drop(black_box(weighted_product(&values, &w, &directions).unwrap())));
    part("TOPSIS", &mut || drop(black_box(topsis(&values, &w, &directions, Normalisation::Vector).unwrap())));
    part("VIKOR", &mut || drop(black_box(vikor(&values, &w, &directions, CONSENSUS).unwrap())));
    part("PROMETHEE II, Gaussian", &mut || drop(black_box(promethee(&values, &w, &directions, &functions).unwrap())));
    part("stability intervals", &mut || drop(black_box(stability_intervals(&values, &w).unwrap())));
    part("flips by one weight", &mut || drop(black_box(weight_flips(&values, &w).unwrap())));
    part("flips by one rating", &mut || drop(black_box(rating_flips(&values, &w, 0.0, 10.0).unwrap())));
    part("nearest tie, three targets", &mut || {
        for target in 0..3 {
            black_box(tie_with_leader(&values, &w, target).unwrap());
        }
    });
    part("ahead of everybody, three targets", &mut || {
        for target in 0..3 {
            black_box(closest_weights(&values, &w, target).unwrap());
        }
    });
    part("crossovers, all criteria", &mut || {
        for k in 0..17 {
            black_box(crossovers(&values, &w, k).unwrap());
        }
    });
    part("tornado", &mut || drop(black_box(tornado(&ratings, &w).unwrap())));
    part("moments for the verdict", &mut || drop(black_box(score_moments(&ratings, &w, 30.0).unwrap())));
    part("value of information, ratings", &mut || drop(black_box(value_of_ratings(&ratings, &w).unwrap())));
}

fn growth() {
    println!("\nGrowth, 20,000 samples of triangular ratings: ms, and ns per sampled rating");
    for (m, n) in [(2, 5), (3, 7), (3, 14), (3, 28), (5, 14), (10, 14), (10, 30), (20, 14), (20, 30)] {
        let problem = ratings(m, n);
        let seconds = least(25, 1, || sample(&problem, &WeightLaw::Uniform, 20_000));
        println!("  {m:2} x {n:2}   {:8.2}   {:6.3}", seconds * 1e3, seconds * 1e9 / (20_000 * m * n) as f64);
    }
    println!("Growth, 3 x 14, samples: ms, and ns per sample");
    let problem = ratings(3, 14);
    for samples in [10_000, 100_000, 1_000_000, 2_000_000] {
        let seconds = least(5, 1, || sample(&problem, &WeightLaw::Uniform, samples));
        println!("  {samples:9}   {:8.2}   {:6.1}", seconds * 1e3, seconds * 1e9 / samples as f64);
    }
}
