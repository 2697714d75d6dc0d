//! Analytic hierarchy process: weights from pairwise comparisons, how consistent these are, and which of them to look at again.
//!
//! Saaty, T. L. (1980), *The Analytic Hierarchy Process*, McGraw-Hill (eigenvector, CI, CR, random indices); Crawford, G. & Williams, C.
//! (1985), "A note on the analysis of subjective judgment matrices", *Journal of Mathematical Psychology* 29(4): 387–405 (geometric mean);
//! Aguarón, J. & Moreno-Jiménez, J. M. (2003), "The geometric consistency index: approximated thresholds", *European Journal of
//! Operational Research* 147(1): 137–145 (GCI). The scale of the comparisons (1 to 9 or another) is not prescribed here.

use crate::mcda::error::{check_len, check_positive, out_of_range};
use crate::mcda::problem::{DecisionMatrix, Entry, McdaError, Weights};

/// The mean CI of random reciprocal matrices of order 1 to 15 (Saaty 1980). Other tables exist and give another CR.
pub const RANDOM_INDEX_SAATY_1980: [f64; 15] = [0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];
/// How far a_ij a_ji may be from 1: room for reciprocals that were rounded to two decimals, as people write them.
pub const RECIPROCAL_TOLERANCE: f64 = 0.05;
/// The greatest comparison, and the reciprocal of the least; far beyond any scale in use, near enough for the iteration to be exact.
pub const MAX_COMPARISON: f64 = 1e9;
/// How many of the most inconsistent judgements are reported.
pub const N_REPAIRS: usize = 3;

/// Comparisons of everything with everything: positive, square, a_ji = 1/a_ij, ones on the diagonal.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparisons(DecisionMatrix);

/// What the comparisons say.
#[derive(Debug, Clone, PartialEq)]
pub struct Ahp {
    /// The principal eigenvector.
    pub eigenvector_weights: Weights,
    /// Its eigenvalue λ_max; n when the comparisons are consistent.
    pub lambda_max: f64,
    /// (λ_max − n)/(n − 1), 0 for n ≤ 2.
    pub consistency_index: f64,
    /// CI over [`RANDOM_INDEX_SAATY_1980`]; 0 for n ≤ 2, `None` beyond the table. Above 0.1 the judgements should be revised.
    pub consistency_ratio: Option<f64>,
    /// w_i ∝ (Π_j a_ij)^{1/n}.
    pub geometric_mean_weights: Weights,
    /// 2/((n − 1)(n − 2)) Σ_{i<j} ln²(a_ij w_j/w_i) with the geometric-mean weights, 0 for n ≤ 2.
    pub geometric_consistency_index: f64,
}

/// One judgement that disagrees with the others, and what they imply instead.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Repair {
    pub row: usize,
    pub column: usize,
    /// a_ij as it was given.
    pub judgement: f64,
    /// The geometric mean of the indirect comparisons a_ik a_kj through every third criterion.
    pub implied: f64,
    /// CR when this judgement alone is replaced by the implied one.
    pub consistency_ratio_after: Option<f64>,
}

impl Comparisons {
    /// Fails unless the matrix is square, positive, within [`MAX_COMPARISON`], and reciprocal within [`RECIPROCAL_TOLERANCE`].
    pub fn new<R: AsRef<[f64]>>(rows: &[R]) -> Result<Self, McdaError> {
        let matrix = DecisionMatrix::new(rows)?;
        let n = matrix.n_alternatives();
        let entry = Entry::new("matrix");
        check_len(entry.at(0), matrix.n_criteria(), n)?;
        for i in 0..n {
            for j in 0..n {
                let (entry, a) = (entry.at(i).at(j), matrix.get(i, j));
                check_positive(entry, a)?;
                if !(1.0 / MAX_COMPARISON..=MAX_COMPARISON).contains(&a) {
                    return Err(out_of_range(entry, a, "from 1e-9 to 1e9"));
                }
                if j <= i && (a * matrix.get(j, i) - 1.0).abs() > RECIPROCAL_TOLERANCE {
                    return Err(out_of_range(entry, a, "the reciprocal of its mirror image"));
                }
            }
        }
        Ok(Self(matrix))
    }

    /// The number of things compared.
    pub fn n(&self) -> usize {
        self.0.n_criteria()
    }

    fn get(&self, i: usize, j: usize) -> f64 {
        self.0.get(i, j)
    }

    fn with(&self, i: usize, j: usize, a: f64) -> Option<Self> {
        let one_way = self.0.with(i, j, a).ok()?;
        one_way.with(j, i, 1.0 / a).ok().map(Self)
    }
}

/// Weights and consistency of a set of comparisons.
pub fn ahp(comparisons: &Comparisons) -> Ahp {
    let n = comparisons.n();
    let (eigenvector_weights, lambda_max) = principal_eigenvector(comparisons);
    let consistency_index = if n <= 2 { 0.0 } else { (lambda_max - n as f64) / (n - 1) as f64 };
    let geometric_mean_weights = geometric_mean(comparisons);
    let geometric_consistency_index = gci(comparisons, &geometric_mean_weights);
    Ahp {
        consistency_ratio: consistency_ratio(n, consistency_index),
        eigenvector_weights,
        lambda_max,
        consistency_index,
        geometric_mean_weights,
        geometric_consistency_index,
    }
}

/// The judgements furthest from what the others imply, worst first, at most [`N_REPAIRS`]; consistent ones are not listed.
pub fn repairs(comparisons: &Comparisons) -> Vec<Repair> {
    let n = comparisons.n();
    let log = |i: usize, j: usize| libm::log(comparisons.get(i, j));
    let mut found = Vec::new();
    for i in 0..n {
        for j in i + 1..n {
            let others = (0..n).filter(|&k| k != i && k != j);
            let indirect: f64 = others.map(|k| log(i, k) + log(k, j)).sum();
            if n > 2 {
                let implied = indirect / (n - 2) as f64;
                found.push((libm::fabs(implied - log(i, j)), i, j, libm::exp(implied)));
            }
        }
    }
    found.retain(|&(distance, ..)| distance > 1e-9);
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.truncate(N_REPAIRS);
    let repair = |(_, row, column, implied)| Repair {
        row,
        column,
        judgement: comparisons.get(row, column),
        implied,
        consistency_ratio_after: comparisons.with(row, column, implied).and_then(|repaired| ahp(&repaired).consistency_ratio),
    };
    found.into_iter().map(repair).collect()
}

/// Priorities of alternatives in a two-level hierarchy, distributive mode: the criteria's eigenvector weights times the eigenvector
/// of each criterion's comparisons of the alternatives. Fails unless there is one comparison matrix, all of one size, per criterion.
pub fn hierarchy(criteria: &Comparisons, alternatives: &[Comparisons]) -> Result<Weights, McdaError> {
    let entry = Entry::new("alternatives");
    check_len(entry, alternatives.len(), criteria.n())?;
    let m = alternatives[0].n();
    let (weights, _) = principal_eigenvector(criteria);
    let mut priority = vec![0.0; m];
    for (j, (comparisons, w)) in alternatives.iter().zip(weights.iter()).enumerate() {
        check_len(entry.at(j), comparisons.n(), m)?;
        let (local, _) = principal_eigenvector(comparisons);
        for (p, x) in priority.iter_mut().zip(local.iter()) {
            *p += w * x;
        }
    }
    Ok(Weights::scaled_to_one(priority))
}

fn consistency_ratio(n: usize, consistency_index: f64) -> Option<f64> {
    match n {
        0..=2 => Some(0.0),
        _ => RANDOM_INDEX_SAATY_1980.get(n - 1).map(|ri| consistency_index / ri),
    }
}

/// The Perron vector, scaled to one, and its eigenvalue.
///
/// Squares the matrix until all columns point the same way: 2^k steps of the power method at the price of k products, so that
/// even wildly cyclic judgements, whose second eigenvalue is almost as large as the first, converge. Then polishes with plain steps.
fn principal_eigenvector(comparisons: &Comparisons) -> (Weights, f64) {
    let n = comparisons.n();
    let mut power = comparisons.0.as_slice().to_vec();
    let mut vector = vec![1.0 / n as f64; n];
    for _ in 0..MAX_SQUARINGS {
        let next = scaled(multiply(&power, &vec![1.0; n], 1));
        let change = next.iter().zip(&vector).map(|(x, y)| (x - y).abs()).fold(0.0, f64::max);
        vector = next;
        if change < 1e-15 {
            break;
        }
        power = scaled(multiply(&power, &power, n));
    }
    for _ in 0..POLISHING_STEPS {
        vector = scaled(multiply(comparisons.0.as_slice(), &vector, 1));
    }
    // With Σ w = 1, λ_max = Σ_i (A w)_i.
    let lambda_max = multiply(comparisons.0.as_slice(), &vector, 1).iter().sum();
    (Weights::scaled_to_one(vector), lambda_max)
}

/// 2^50 steps of the power method.
const MAX_SQUARINGS: usize = 50;
/// Removes what rounding in the squarings left behind.
const POLISHING_STEPS: usize = 20;

/// A (n × n) times B (n × `columns`), row-major; n follows from B.
fn multiply(a: &[f64], b: &[f64], columns: usize) -> Vec<f64> {
    let n = b.len() / columns;
    let mut product = vec![0.0; b.len()];
    for (row, out) in a.chunks_exact(n).zip(product.chunks_exact_mut(columns)) {
        for (x, b_row) in row.iter().zip(b.chunks_exact(columns)) {
            for (o, y) in out.iter_mut().zip(b_row) {
                *o += x * y;
            }
        }
    }
    product
}

/// Divides positive numbers by their sum.
fn scaled(mut values: Vec<f64>) -> Vec<f64> {
    let sum: f64 = values.iter().sum();
    values.iter_mut().for_each(|x| *x /= sum);
    values
}

fn geometric_mean(comparisons: &Comparisons) -> Weights {
    let n = comparisons.n() as f64;
    let mean = |row: &[f64]| libm::exp(row.iter().map(|&a| libm::log(a)).sum::<f64>() / n);
    Weights::scaled_to_one(comparisons.0.rows().map(mean).collect())
}

fn gci(comparisons: &Comparisons, w: &Weights) -> f64 {
    let n = comparisons.n();
    if n <= 2 {
        return 0.0;
    }
    let mut sum = 0.0;
    for i in 0..n {
        for j in i + 1..n {
            let error = libm::log(comparisons.get(i, j) * w[j] / w[i]);
            sum += error * error;
        }
    }
    2.0 / ((n - 1) * (n - 2)) as f64 * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consistent_comparisons_give_back_their_weights() {
        let w = [0.5, 0.3, 0.2];
        let rows: Vec<Vec<f64>> = w.iter().map(|x| w.iter().map(|y| x / y).collect()).collect();
        let comparisons = Comparisons::new(&rows).unwrap();
        let result = ahp(&comparisons);
        for (j, expected) in w.iter().enumerate() {
            assert!((result.eigenvector_weights[j] - expected).abs() < 1e-14);
            assert!((result.geometric_mean_weights[j] - expected).abs() < 1e-14);
        }
        assert!(result.consistency_ratio.unwrap().abs() < 1e-12);
        assert!(repairs(&comparisons).is_empty());
    }

    #[test]
    fn a_planted_slip_is_found_and_repaired() {
        let w = [8.0, 4.0, 2.0, 1.0];
        let mut rows: Vec<Vec<f64>> = w.iter().map(|x| w.iter().map(|y| x / y).collect()).collect();
        (rows[0][3], rows[3][0]) = (1.0 / 8.0, 8.0);
        let found = repairs(&Comparisons::new(&rows).unwrap());
        assert_eq!((found[0].row, found[0].column), (0, 3));
        assert!((found[0].implied - 8.0).abs() < 1e-12);
        assert!(found[0].consistency_ratio_after.unwrap().abs() < 1e-12);
        assert_eq!(found.len(), N_REPAIRS);
    }

    #[test]
    fn extreme_cycles_converge() {
        let a = 1e8;
        let comparisons = Comparisons::new(&[[1.0, a, 1.0 / a], [1.0 / a, 1.0, a], [a, 1.0 / a, 1.0]]);
        let result = ahp(&comparisons.unwrap());
        for w in result.eigenvector_weights.iter() {
            assert!((w - 1.0 / 3.0).abs() < 1e-8);
        }
    }

    #[test]
    fn malformed_comparisons_are_named() {
        let not_reciprocal = Comparisons::new(&[[1.0, 3.0], [3.0, 1.0]]).unwrap_err();
        assert_eq!(not_reciprocal.to_string(), "matrix[1][0] is 3, must be the reciprocal of its mirror image");
        assert!(Comparisons::new(&[[1.0, 3.0]]).is_err());
        assert!(Comparisons::new(&[[0.0]]).is_err());
        assert!(Comparisons::new(&[[1.0, 0.33], [3.0, 1.0]]).is_ok());
    }
}
