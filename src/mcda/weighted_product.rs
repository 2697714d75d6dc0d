//! The multiplicative model: an alternative's score is the product of what it achieves, each raised to the criterion's weight.
//!
//! Bridgman, P. W. (1922), *Dimensional Analysis*, Yale University Press, and Miller, D. W. & Starr, M. K. (1969),
//! *Executive Decisions and Operations Research*, Prentice-Hall: P_i = Π_j r_ij^{w_j}, with negative exponents for costs that
//! have not been turned round. Scales are not chosen here but in [`super::normalisation`].

use super::problem::{DecisionMatrix, Direction, McdaError, Weights};

/// One score per alternative, Π_j x_ij^{±w_j}; the exponent is negative for a cost. Pass benefits only for values that are oriented already.
///
/// `None` where the product has no finite real value: a negative base, or zero as a cost, under a positive weight. 0⁰ is 1.
pub fn weighted_product(matrix: &DecisionMatrix, weights: &Weights, directions: &[Direction]) -> Result<Vec<Option<f64>>, McdaError> {
    matrix.check_weights(weights)?;
    matrix.check_directions(directions)?;
    Ok(matrix.rows().map(|row| product(row, weights, directions)).collect())
}

/// In logarithms, so that no partial product overflows.
fn product(row: &[f64], weights: &[f64], directions: &[Direction]) -> Option<f64> {
    let mut log_score = 0.0;
    let mut is_zero = false;
    for ((&x, &w), direction) in row.iter().zip(weights).zip(directions) {
        if w == 0.0 {
            continue;
        }
        if x > 0.0 {
            log_score += direction.sign() * w * libm::log(x);
        } else if x == 0.0 && *direction == Direction::Benefit {
            is_zero = true;
        } else {
            return None;
        }
    }
    let score = if is_zero { 0.0 } else { libm::exp(log_score) };
    score.is_finite().then_some(score)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{Benefit, Cost};

    fn score(row: &[f64], points: &[f64], directions: &[Direction]) -> Option<f64> {
        let matrix = DecisionMatrix::new(&[row]).unwrap();
        weighted_product(&matrix, &Weights::new(points).unwrap(), directions).unwrap()[0]
    }

    #[test]
    fn geometric_mean_and_quotient() {
        assert!((score(&[2.0, 8.0], &[1.0, 1.0], &[Benefit; 2]).unwrap() - 4.0).abs() < 1e-14);
        assert!((score(&[8.0, 2.0], &[1.0, 1.0], &[Benefit, Cost]).unwrap() - 2.0).abs() < 1e-14);
    }

    #[test]
    fn zeros_and_negatives() {
        assert_eq!(score(&[0.0, 8.0], &[1.0, 1.0], &[Benefit; 2]), Some(0.0));
        assert_eq!(score(&[0.0, 1.0], &[0.0, 1.0], &[Cost, Benefit]), Some(1.0));
        assert_eq!(score(&[0.0, 8.0], &[1.0, 1.0], &[Cost, Benefit]), None);
        assert_eq!(score(&[-2.0, 8.0], &[1.0, 1.0], &[Benefit; 2]), None);
        assert_eq!(score(&[5e-324], &[1.0], &[Cost]), None);
    }
}
