//! The additive model: an alternative's score is the weighted sum of what it achieves.
//!
//! Fishburn, P. C. (1967), "Additive utilities with incomplete product sets: application to priorities and assignments",
//! *Operations Research* 15(3): 537–542: A_i = Σ_j w_j a_ij. Bringing criteria to one scale and one direction is
//! not done here but in [`super::normalisation`].

use super::problem::{DecisionMatrix, McdaError, Weights};

/// One score per alternative, Σ_j w_j a_ij, in the unit of the matrix. Every value must count as a benefit on one common scale.
pub fn weighted_sum(matrix: &DecisionMatrix, weights: &Weights) -> Result<Vec<f64>, McdaError> {
    matrix.check_weights(weights)?;
    Ok(matrix.rows().map(|row| dot(row, weights)).collect())
}

/// What each criterion adds to each score: row-major alternatives × criteria, w_j a_ij. Each row sums to the score.
pub fn contributions(matrix: &DecisionMatrix, weights: &Weights) -> Result<Vec<f64>, McdaError> {
    matrix.check_weights(weights)?;
    let terms = matrix.rows().flat_map(|row| row.iter().zip(weights.iter()).map(|(a, w)| a * w));
    Ok(terms.collect())
}

/// Σ_j a_j b_j from left to right.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dominated_newcomer_leaves_the_others_scores_alone() {
        let weights = Weights::new(&[0.5, 0.3, 0.2]).unwrap();
        let rows = [[9.0, 7.0, 7.0], [8.0, 8.0, 7.0], [8.0, 8.0, 4.0], [2.0, 7.0, 4.0]];
        let three = weighted_sum(&DecisionMatrix::new(&rows[..3]).unwrap(), &weights).unwrap();
        let four = weighted_sum(&DecisionMatrix::new(&rows).unwrap(), &weights).unwrap();
        assert_eq!(three, four[..3]);
        assert!((three[0] - 8.0).abs() < 1e-12 && (three[1] - 7.8).abs() < 1e-12);
    }

    #[test]
    fn contributions_add_up_to_the_score() {
        let matrix = DecisionMatrix::new(&[[1.0, 2.0], [3.0, 5.0]]).unwrap();
        let weights = Weights::new(&[1.0, 3.0]).unwrap();
        assert_eq!(contributions(&matrix, &weights).unwrap(), [0.25, 1.5, 0.75, 3.75]);
        assert_eq!(weighted_sum(&matrix, &weights).unwrap(), [1.75, 4.5]);
        assert!(weighted_sum(&matrix, &Weights::equal(3).unwrap()).is_err());
    }
}
