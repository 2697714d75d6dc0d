//! PROMETHEE II: alternatives compared two by two, each difference turned into a preference by the criterion's own function.
//!
//! Brans, J.-P. & Vincke, Ph. (1985), "A preference ranking organisation method", *Management Science* 31(6): 647–656;
//! Brans, J.-P., Vincke, Ph. & Mareschal, B. (1986), "How to select and how to rank projects: the PROMETHEE method",
//! *European Journal of Operational Research* 24(2): 228–238. π(a, b) = Σ_j w_j P_j(d_j(a, b)); φ⁺, φ⁻ and φ = φ⁺ − φ⁻.
//! Choosing the thresholds is not done here.

use super::error::{check_len, check_not_negative, check_positive, out_of_range};
use super::problem::{DecisionMatrix, Direction, Entry, McdaError, Weights};

/// P(d): the preference in 0..=1 for a difference d in favour; 0 for d ≤ 0. Thresholds are in the criterion's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PreferenceFunction {
    /// Type I: any difference is a full preference.
    Usual,
    /// Type II: a full preference above the indifference threshold q ≥ 0.
    UShape { q: f64 },
    /// Type IV: ½ above q, 1 above the preference threshold p ≥ q.
    Level { q: f64, p: f64 },
    /// Type V: rising linearly from q to p ≥ q. Type III (V-shape) is q = 0.
    Linear { q: f64, p: f64 },
    /// Type VI: 1 − exp(−d²/2s²), s > 0.
    Gaussian { s: f64 },
}

/// Flows, one per alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct Promethee {
    /// φ⁺ in 0..=1: how much the alternative is preferred to the others, on average.
    pub phi_plus: Vec<f64>,
    /// φ⁻ in 0..=1: how much the others are preferred to it.
    pub phi_minus: Vec<f64>,
    /// φ = φ⁺ − φ⁻, more is better.
    pub phi_net: Vec<f64>,
}

impl PreferenceFunction {
    /// P(d).
    pub fn preference(self, d: f64) -> f64 {
        let step = |above: f64| if d > above { 1.0 } else { 0.0 };
        match self {
            Self::Usual => step(0.0),
            Self::UShape { q } => step(q),
            Self::Level { q, p } => 0.5 * (step(q) + step(p)),
            Self::Linear { q, p } if d > q && d <= p => (d - q) / (p - q),
            Self::Linear { p, .. } => step(p),
            Self::Gaussian { s } if d > 0.0 => {
                let z = d / s;
                -libm::expm1(-0.5 * z * z)
            }
            Self::Gaussian { .. } => 0.0,
        }
    }

    /// Fails on a threshold that is negative, not finite or out of order; errors name criterion `j`.
    pub fn check(self, j: usize) -> Result<(), McdaError> {
        let entry = |name| Entry::new(name).at(j);
        match self {
            Self::Usual => Ok(()),
            Self::UShape { q } => check_not_negative(entry("q"), q).map(drop),
            Self::Level { q, p } | Self::Linear { q, p } => {
                check_not_negative(entry("q"), q)?;
                if check_not_negative(entry("p"), p)? < q {
                    return Err(out_of_range(entry("p"), p, "at least q"));
                }
                Ok(())
            }
            Self::Gaussian { s } => check_positive(entry("s"), s).map(drop),
        }
    }
}

/// Runs PROMETHEE II with one preference function per criterion. A single alternative has flows of 0.
pub fn promethee(
    matrix: &DecisionMatrix,
    weights: &Weights,
    directions: &[Direction],
    functions: &[PreferenceFunction],
) -> Result<Promethee, McdaError> {
    matrix.check_weights(weights)?;
    matrix.check_directions(directions)?;
    check_len(Entry::new("functions"), functions.len(), matrix.n_criteria())?;
    for (j, function) in functions.iter().enumerate() {
        function.check(j)?;
    }
    let m = matrix.n_alternatives();
    let (mut phi_plus, mut phi_minus) = (vec![0.0; m], vec![0.0; m]);
    for a in 0..m {
        for b in 0..a {
            let (mut a_over_b, mut b_over_a) = (0.0, 0.0);
            for (j, function) in functions.iter().enumerate() {
                let d = directions[j].sign() * (matrix.get(a, j) - matrix.get(b, j));
                // At most one of the two preferences is not zero.
                if d > 0.0 {
                    a_over_b += weights[j] * function.preference(d);
                } else {
                    b_over_a += weights[j] * function.preference(-d);
                }
            }
            phi_plus[a] += a_over_b;
            phi_minus[b] += a_over_b;
            phi_plus[b] += b_over_a;
            phi_minus[a] += b_over_a;
        }
    }
    let others = m.saturating_sub(1).max(1) as f64;
    for flow in phi_plus.iter_mut().chain(&mut phi_minus) {
        *flow /= others;
    }
    let phi_net = phi_plus.iter().zip(&phi_minus).map(|(p, m)| p - m).collect();
    Ok(Promethee { phi_plus, phi_minus, phi_net })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shapes_at_their_thresholds() {
        let at = |f: PreferenceFunction| [0.0, 1.0, 1.5, 2.0, 2.5].map(|d| f.preference(d));
        assert_eq!(at(PreferenceFunction::Usual), [0.0, 1.0, 1.0, 1.0, 1.0]);
        assert_eq!(at(PreferenceFunction::UShape { q: 1.0 }), [0.0, 0.0, 1.0, 1.0, 1.0]);
        assert_eq!(at(PreferenceFunction::Level { q: 1.0, p: 2.0 }), [0.0, 0.0, 0.5, 0.5, 1.0]);
        assert_eq!(at(PreferenceFunction::Linear { q: 1.0, p: 2.0 }), [0.0, 0.0, 0.5, 1.0, 1.0]);
        assert_eq!(at(PreferenceFunction::Linear { q: 1.0, p: 1.0 }), [0.0, 0.0, 1.0, 1.0, 1.0]);
        let gaussian = PreferenceFunction::Gaussian { s: 1.0 };
        assert!((gaussian.preference(1.0) - 0.393_469_340_287_366_6).abs() < 1e-15);
        assert_eq!(gaussian.preference(1e300), 1.0);
    }

    #[test]
    fn flows_balance() {
        let matrix = DecisionMatrix::new(&[[4.0, 3.0, 2.0], [3.0, 2.0, 4.0], [5.0, 1.0, 3.0]]).unwrap();
        let weights = Weights::new(&[0.5, 0.3, 0.2]).unwrap();
        let functions = [PreferenceFunction::Usual; 3];
        let flows = promethee(&matrix, &weights, &[Direction::Benefit; 3], &functions).unwrap();
        for (found, expected) in flows.phi_net.iter().zip([0.1, -0.3, 0.2]) {
            assert!((found - expected).abs() < 1e-12);
        }
        assert!(flows.phi_net.iter().sum::<f64>().abs() < 1e-12);
    }

    #[test]
    fn thresholds_are_checked() {
        let error = PreferenceFunction::Linear { q: 2.0, p: 1.0 }.check(3).unwrap_err();
        assert_eq!(error.to_string(), "p[3] is 1, must be at least q");
        assert!(PreferenceFunction::Gaussian { s: 0.0 }.check(0).is_err());
    }
}
