//! TOPSIS: how close each alternative comes to an ideal one, relative to the opposite of the ideal.
//!
//! Hwang, C.-L. & Yoon, K. (1981), *Multiple Attribute Decision Making*, Springer, pp. 128–140: v_ij = w_j r_ij;
//! A⁺ and A⁻ hold the best and the worst v of each criterion; S_i± = √Σ_j (v_ij − v_j±)²; C_i = S_i⁻/(S_i⁺ + S_i⁻).
//! Which normalisation is right for a problem is not decided here.

use super::normalisation::{Normalisation, normalise};
use super::problem::{DecisionMatrix, Direction, McdaError, Weights};
use super::ranking::competition_ranks;

/// Distances and closeness, one per alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct Topsis {
    /// S_i⁺, the distance to the ideal.
    pub d_plus: Vec<f64>,
    /// S_i⁻, the distance to the anti-ideal.
    pub d_minus: Vec<f64>,
    /// C_i in 0..=1, more is better. `None` when all alternatives are equal on what counts: the ideal is its own opposite, and C is 0/0.
    pub closeness: Option<Vec<f64>>,
}

impl Topsis {
    /// Places by closeness; all first when closeness is undefined, because all are equal then.
    pub fn ranks(&self) -> Vec<usize> {
        match &self.closeness {
            Some(closeness) => competition_ranks(closeness),
            None => vec![1; self.d_plus.len()],
        }
    }
}

/// Runs TOPSIS. `Ok(None)` when the normalisation has no value for a criterion that counts; vector and min–max always have one.
pub fn topsis(
    matrix: &DecisionMatrix,
    weights: &Weights,
    directions: &[Direction],
    normalisation: Normalisation,
) -> Result<Option<Topsis>, McdaError> {
    matrix.check_weights(weights)?;
    let normalised = normalise(matrix, directions, normalisation)?;
    if !normalised.is_defined_for(weights) {
        return Ok(None);
    }
    let r = normalised.matrix();
    let n = matrix.n_criteria();
    let mut best = vec![0.0; n];
    let mut worst = vec![0.0; n];
    let mut scale = 0.0_f64;
    for j in 0..n {
        let (mut max, mut min) = (f64::NEG_INFINITY, f64::INFINITY);
        for x in r.column(j) {
            let v = weights[j] * x;
            max = max.max(v);
            min = min.min(v);
        }
        scale = scale.max(max - min);
        let turned = directions[j] == Direction::Cost && !normalisation.is_oriented();
        (best[j], worst[j]) = if turned { (min, max) } else { (max, min) };
    }
    if scale == 0.0 {
        let zeros = vec![0.0; matrix.n_alternatives()];
        return Ok(Some(Topsis { d_plus: zeros.clone(), d_minus: zeros, closeness: None }));
    }
    // Relative to the widest column, so that squares of tiny or huge differences stay in range.
    let distance = |row: &[f64], to: &[f64]| {
        let squares = row.iter().zip(weights.iter()).zip(to).map(|((x, w), a)| {
            let d = (w * x - a) / scale;
            d * d
        });
        squares.sum::<f64>().sqrt()
    };
    let mut d_plus: Vec<f64> = r.rows().map(|row| distance(row, &best)).collect();
    let mut d_minus: Vec<f64> = r.rows().map(|row| distance(row, &worst)).collect();
    let closeness = d_plus.iter().zip(&d_minus).map(|(p, m)| m / (p + m)).collect();
    for d in d_plus.iter_mut().chain(&mut d_minus) {
        *d *= scale;
    }
    Ok(Some(Topsis { d_plus, d_minus, closeness: Some(closeness) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ideal_is_close_and_its_opposite_far() {
        let matrix = DecisionMatrix::new(&[[1.0, 9.0], [5.0, 5.0], [9.0, 1.0]]).unwrap();
        let weights = Weights::equal(2).unwrap();
        let directions = [Direction::Benefit, Direction::Cost];
        for normalisation in [Normalisation::Vector, Normalisation::MinMax] {
            let result = topsis(&matrix, &weights, &directions, normalisation).unwrap().unwrap();
            let closeness = result.closeness.as_ref().unwrap();
            assert_eq!((closeness[0], closeness[2]), (0.0, 1.0));
            assert!((closeness[1] - 0.5).abs() < 1e-12);
            assert_eq!(result.ranks(), [3, 2, 1]);
        }
    }

    #[test]
    fn equal_alternatives_have_no_closeness_and_share_the_first_place() {
        let matrix = DecisionMatrix::new(&[[1.0, 2.0], [1.0, 3.0]]).unwrap();
        let weights = Weights::new(&[1.0, 0.0]).unwrap();
        let result = topsis(&matrix, &weights, &[Direction::Benefit; 2], Normalisation::Vector);
        let result = result.unwrap().unwrap();
        assert_eq!(result.closeness, None);
        assert_eq!(result.ranks(), [1, 1]);
    }
}
