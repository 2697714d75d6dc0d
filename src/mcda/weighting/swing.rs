//! Swing weights: points for how much it is worth to swing each criterion from its worst to its best level.
//!
//! von Winterfeldt, D. & Edwards, W. (1986), *Decision Analysis and Behavioral Research*, Cambridge University Press, ch. 8:
//! w_j = p_j / Σ_k p_k. Asking for the points is not done here.

use crate::mcda::problem::{McdaError, Weights};

/// The weights for swing `points`: any scale, none negative, not all zero; the most important swing is customarily given 100.
pub fn swing_weights(points: &[f64]) -> Result<Weights, McdaError> {
    Weights::named("points", points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_divided_by_their_sum() {
        assert_eq!(swing_weights(&[100.0, 50.0, 50.0]).unwrap().as_slice(), [0.5, 0.25, 0.25]);
        assert_eq!(swing_weights(&[0.0]).unwrap_err().to_string(), "points are all zero");
    }
}
