//! The standard normal distribution, with the same bits on every system.
//!
//! No sampling: that is [`super::smaa`]'s.

use std::f64::consts::FRAC_1_SQRT_2;

/// The 95th percentile of the standard normal distribution; ± this many standard deviations hold the middle 90 %.
pub const Z_95: f64 = 1.644_853_626_951_472_7;

/// Φ(x), the probability of a standard normal value of at most `x`; accurate in both tails. Infinities give 0 and 1.
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        assert_eq!(normal_cdf(0.0), 0.5);
        assert!((normal_cdf(Z_95) - 0.95).abs() < 1e-15);
        // SciPy: norm.cdf(-10) = 7.619853024160593e-24
        assert!((normal_cdf(-10.0) / 7.619_853_024_160_593e-24 - 1.0).abs() < 1e-12);
        assert_eq!((normal_cdf(f64::NEG_INFINITY), normal_cdf(f64::INFINITY)), (0.0, 1.0));
    }
}
