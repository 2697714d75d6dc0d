//! Bringing criteria of different units to one scale, and costs to the direction of benefits where the scheme does that.
//!
//! The schemes and their names follow Hwang, C.-L. & Yoon, K. (1981), *Multiple Attribute Decision Making*, Springer, ch. 2.
//! Nothing is aggregated here, and anchored scales need none of this: rescaling against the alternatives at hand lets an
//! irrelevant newcomer change the order of the others.

use super::problem::{DecisionMatrix, Direction, McdaError, Weights};

/// How a column x of the matrix becomes a column r.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Normalisation {
    /// (x − min)/(max − min), a cost (max − x)/(max − min); 1 throughout a constant column. Oriented.
    MinMax,
    /// x/max, a cost min/x. Oriented; needs a positive maximum, in a cost column only positive values.
    LinearMax,
    /// x/Σx, a cost (1/x)/Σ(1/x). Oriented; needs a positive sum, in a cost column only positive values.
    Sum,
    /// x/√Σx², 0 throughout an all-zero column. Costs stay costs.
    Vector,
    /// x itself. Costs stay costs.
    None,
}

/// A matrix on one scale, and the criteria for which the scheme gives no number.
#[derive(Debug, Clone, PartialEq)]
pub struct Normalised {
    matrix: DecisionMatrix,
    undefined: Vec<usize>,
}

impl Normalisation {
    /// Whether more is better in every column afterwards, costs included.
    pub fn is_oriented(self) -> bool {
        matches!(self, Self::MinMax | Self::LinearMax | Self::Sum)
    }
}

impl Normalised {
    /// The normalised values; undefined columns hold zeros.
    pub fn matrix(&self) -> &DecisionMatrix {
        &self.matrix
    }

    /// The criteria without a defined value, ascending.
    pub fn undefined(&self) -> &[usize] {
        &self.undefined
    }

    /// Whether every criterion that counts has a value.
    pub fn is_defined_for(&self, weights: &Weights) -> bool {
        self.undefined.iter().all(|&j| weights[j] == 0.0)
    }
}

/// Applies one scheme to every column. Fails when there is not one direction per criterion.
pub fn normalise(matrix: &DecisionMatrix, directions: &[Direction], normalisation: Normalisation) -> Result<Normalised, McdaError> {
    matrix.check_directions(directions)?;
    let n = matrix.n_criteria();
    let mut values = matrix.as_slice().to_vec();
    let mut undefined = Vec::new();
    for (j, &direction) in directions.iter().enumerate() {
        let column = || matrix.column(j);
        let max = column().fold(f64::NEG_INFINITY, f64::max);
        let min = column().fold(f64::INFINITY, f64::min);
        match (normalisation, direction) {
            (Normalisation::None, _) => {}
            (Normalisation::MinMax, _) if max == min => map_column(&mut values, j, n, |_| 1.0),
            (Normalisation::MinMax, Direction::Benefit) => {
                map_column(&mut values, j, n, |x| (x - min) / (max - min));
            }
            (Normalisation::MinMax, Direction::Cost) => {
                map_column(&mut values, j, n, |x| (max - x) / (max - min));
            }
            (Normalisation::LinearMax, Direction::Benefit) if max > 0.0 => {
                map_column(&mut values, j, n, |x| x / max);
            }
            (Normalisation::LinearMax, Direction::Cost) if min > 0.0 => {
                map_column(&mut values, j, n, |x| min / x);
            }
            (Normalisation::Sum, Direction::Benefit) if column().sum::<f64>() > 0.0 => {
                let sum: f64 = column().sum();
                map_column(&mut values, j, n, |x| x / sum);
            }
            (Normalisation::Sum, Direction::Cost) if min > 0.0 => {
                // (1/x)/Σ(1/x), multiplied through by the minimum so that 1/x cannot overflow.
                let sum: f64 = column().map(|x| min / x).sum();
                map_column(&mut values, j, n, |x| min / x / sum);
            }
            (Normalisation::Vector, _) => {
                let norm = euclidean_norm(column(), max.max(-min));
                if norm > 0.0 {
                    map_column(&mut values, j, n, |x| x / norm);
                }
            }
            (Normalisation::LinearMax | Normalisation::Sum, _) => undefined.push(j),
        }
        // A negative value over a tiny maximum or sum can leave the range of a number.
        let may_overflow = matches!(normalisation, Normalisation::LinearMax | Normalisation::Sum);
        if may_overflow && values[j..].iter().step_by(n).any(|x| !x.is_finite()) {
            undefined.push(j);
        }
        if undefined.last() == Some(&j) {
            map_column(&mut values, j, n, |_| 0.0);
        }
    }
    Ok(Normalised { matrix: DecisionMatrix::trusted(n, values), undefined })
}

/// Replaces every value of column `j` of `n`.
fn map_column(values: &mut [f64], j: usize, n: usize, f: impl Fn(f64) -> f64) {
    for x in values[j..].iter_mut().step_by(n) {
        *x = f(*x);
    }
}

/// √Σx², scaled by the greatest magnitude where squaring could overflow or vanish.
fn euclidean_norm(column: impl Iterator<Item = f64>, greatest: f64) -> f64 {
    if greatest == 0.0 {
        0.0
    } else if (1e-140..1e140).contains(&greatest) {
        column.map(|x| x * x).sum::<f64>().sqrt()
    } else {
        greatest * column.map(|x| (x / greatest) * (x / greatest)).sum::<f64>().sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(values: &[f64], direction: Direction, normalisation: Normalisation) -> Option<Vec<f64>> {
        let rows: Vec<[f64; 1]> = values.iter().map(|&x| [x]).collect();
        let matrix = DecisionMatrix::new(&rows).unwrap();
        let normalised = normalise(&matrix, &[direction], normalisation).unwrap();
        normalised.is_defined_for(&Weights::equal(1).unwrap()).then(|| normalised.matrix().as_slice().to_vec())
    }

    #[test]
    fn each_scheme_on_an_easy_column() {
        use Direction::{Benefit, Cost};
        let x = [1.0, 2.0, 5.0];
        assert_eq!(column(&x, Benefit, Normalisation::MinMax).unwrap(), [0.0, 0.25, 1.0]);
        assert_eq!(column(&x, Cost, Normalisation::MinMax).unwrap(), [1.0, 0.75, 0.0]);
        assert_eq!(column(&x, Benefit, Normalisation::LinearMax).unwrap(), [0.2, 0.4, 1.0]);
        assert_eq!(column(&x, Cost, Normalisation::LinearMax).unwrap(), [1.0, 0.5, 0.2]);
        assert_eq!(column(&x, Benefit, Normalisation::Sum).unwrap(), [0.125, 0.25, 0.625]);
        assert_eq!(column(&[1.0, 1.0], Cost, Normalisation::Sum).unwrap(), [0.5, 0.5]);
        assert_eq!(column(&[3.0, 4.0], Cost, Normalisation::Vector).unwrap(), [0.6, 0.8]);
    }

    #[test]
    fn degenerate_columns_are_defined_or_said_to_be_undefined() {
        use Direction::{Benefit, Cost};
        assert_eq!(column(&[7.0, 7.0], Cost, Normalisation::MinMax).unwrap(), [1.0, 1.0]);
        assert_eq!(column(&[0.0, 0.0], Benefit, Normalisation::Vector).unwrap(), [0.0, 0.0]);
        assert_eq!(column(&[0.0, 0.0], Benefit, Normalisation::LinearMax), None);
        assert_eq!(column(&[0.0, 1.0], Cost, Normalisation::LinearMax), None);
        assert_eq!(column(&[-1e300, 1e-300], Benefit, Normalisation::LinearMax), None);
        assert_eq!(column(&[0.0, 1.0], Cost, Normalisation::Sum), None);
        let tiny = column(&[3e-300, 4e-300], Benefit, Normalisation::Vector).unwrap();
        let huge = column(&[3e299, 4e299], Benefit, Normalisation::Vector).unwrap();
        for r in [tiny, huge] {
            assert!((r[0] - 0.6).abs() < 1e-12 && (r[1] - 0.8).abs() < 1e-12);
        }
    }
}
