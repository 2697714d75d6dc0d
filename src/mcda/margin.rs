//! Mean and variance of additive scores and of the margin between two alternatives, in closed form, when weights and ratings are uncertain.
//!
//! The weights are Dirichlet with mean w and concentration K (variance w_j(1 − w_j)/(K + 1), covariance −w_j w_l/(K + 1);
//! Kotz, Balakrishnan & Johnson (2000), *Continuous Multivariate Distributions* 1, ch. 49); the ratings are triangular
//! (Kotz & van Dorp (2004), *Beyond Beta*, ch. 1). Sampling the same problem is [`super::smaa`]'s business, and whether a
//! margin is clear is for the caller to say.
//!
//! Two approximations, both small and both tested against the sampler. To first order in both uncertainties,
//! Var(Σ_j W_j R_j) ≈ Var(Σ_j w_j R_j) + Var(Σ_j W_j r_j) with r the mean ratings; what is left out is
//! Σ_jl Cov(W_j, W_l) Cov(R_j, R_l), a product of two small variances. And within a dependence group standard deviations
//! add as if the ratings were perfectly correlated; sharing a quantile makes them comonotone, which is the same but for the
//! small difference in shape between two triangles.

use super::error::check_not_negative;
use super::normal::normal_cdf;
use super::problem::{DecisionMatrix, Entry, McdaError, Ratings, Weights};
use super::weighted_sum::dot;

/// Mean and variance of an uncertain quantity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    pub mean: f64,
    pub variance: f64,
}

/// The moments of every score, and all that is needed for those of every margin.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreMoments {
    weights: Weights,
    concentration: f64,
    means: DecisionMatrix,
    /// Per alternative: the score and the part of its variance that comes from the ratings.
    from_ratings: Vec<Moments>,
}

impl Moments {
    pub fn standard_deviation(self) -> f64 {
        self.variance.sqrt()
    }

    /// The probability that a normal quantity with these moments is above zero: ½ for mean 0, and 0 or 1 without variance.
    pub fn probability_positive(self) -> f64 {
        if self.mean == 0.0 {
            0.5
        } else {
            // Without variance the quotient is an infinity of the mean's sign.
            normal_cdf(self.mean / self.standard_deviation())
        }
    }
}

/// The moments of every alternative's additive score, in O(alternatives × criteria).
///
/// `weights` is the mean of the Dirichlet distribution, `concentration` its K ≥ 0 (the sum of its parameters; larger is surer).
/// Known weights are `f64::INFINITY`. Fails when there is not one weight per criterion or K is negative or NaN.
pub fn score_moments(ratings: &Ratings, weights: &Weights, concentration: f64) -> Result<ScoreMoments, McdaError> {
    ratings.check_weights(weights)?;
    if concentration != f64::INFINITY {
        check_not_negative(Entry::new("concentration"), concentration)?;
    }
    let means = ratings.means();
    let mut deviations = vec![0.0; ratings.n_groups()];
    let from_ratings = ratings.rows().zip(means.rows()).map(|(row, mean)| {
        deviations.fill(0.0);
        for ((cell, &group), w) in row.iter().zip(ratings.groups()).zip(weights.iter()) {
            deviations[group] += w * cell.standard_deviation();
        }
        Moments { mean: dot(mean, weights), variance: deviations.iter().map(|s| s * s).sum() }
    });
    Ok(ScoreMoments { from_ratings: from_ratings.collect(), means, weights: weights.clone(), concentration })
}

impl ScoreMoments {
    pub fn n_alternatives(&self) -> usize {
        self.from_ratings.len()
    }

    /// The score of alternative `i`, in rating units.
    pub fn score(&self, i: usize) -> Moments {
        let Moments { mean, variance } = self.from_ratings[i];
        let row = self.means.row(i);
        Moments { mean, variance: variance + self.variance_of_weights(row.iter().copied()) }
    }

    /// The score of alternative `i` minus that of `k`. The same weights rate both, so this is surer than the two scores apart.
    pub fn margin(&self, i: usize, k: usize) -> Moments {
        if i == k {
            return Moments { mean: 0.0, variance: 0.0 };
        }
        let (a, b) = (self.from_ratings[i], self.from_ratings[k]);
        let differences = self.means.row(i).iter().zip(self.means.row(k)).map(|(x, y)| x - y);
        Moments { mean: a.mean - b.mean, variance: a.variance + b.variance + self.variance_of_weights(differences) }
    }

    /// (Σ w_j d_j² − (Σ w_j d_j)²) / (K + 1), summed around the mean so that it cannot come out negative.
    fn variance_of_weights(&self, d: impl Iterator<Item = f64> + Clone) -> f64 {
        let centre: f64 = d.clone().zip(self.weights.iter()).map(|(x, w)| w * x).sum();
        let spread: f64 = d.zip(self.weights.iter()).map(|(x, w)| w * (x - centre) * (x - centre)).sum();
        spread / (self.concentration + 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mcda::problem::Triangular;

    fn t(low: f64, mode: f64, high: f64) -> Triangular {
        Triangular::new(low, mode, high).unwrap()
    }

    #[test]
    fn known_weights_and_ratings_leave_no_variance() {
        let ratings = Ratings::new(&[[t(4.0, 4.0, 4.0), t(6.0, 6.0, 6.0)], [t(1.0, 1.0, 1.0); 2]]).unwrap();
        let moments = score_moments(&ratings, &Weights::equal(2).unwrap(), f64::INFINITY).unwrap();
        let expected = Moments { mean: 5.0, variance: 0.0 };
        assert_eq!(moments.score(0), expected);
        assert_eq!(moments.margin(0, 1).probability_positive(), 1.0);
        assert_eq!(moments.margin(1, 0).probability_positive(), 0.0);
        assert_eq!(moments.margin(0, 0).probability_positive(), 0.5);
    }

    #[test]
    fn variance_of_the_weights_is_the_dirichlets() {
        // For d = (1, 0) the margin is W_1 itself: variance w(1 − w)/(K + 1).
        let ratings = Ratings::new(&[[t(1.0, 1.0, 1.0), t(0.0, 0.0, 0.0)], [t(0.0, 0.0, 0.0); 2]]).unwrap();
        let weights = Weights::new(&[0.3, 0.7]).unwrap();
        let margin = score_moments(&ratings, &weights, 20.0).unwrap().margin(0, 1);
        assert!((margin.mean - 0.3).abs() < 1e-15);
        assert!((margin.variance - 0.3 * 0.7 / 21.0).abs() < 1e-15);
    }

    #[test]
    fn a_shared_quantile_widens_the_score() {
        let cell = t(2.0, 5.0, 8.0);
        let ratings = Ratings::new(&[[cell; 2]]).unwrap();
        let weights = Weights::equal(2).unwrap();
        let apart = score_moments(&ratings, &weights, f64::INFINITY).unwrap().score(0);
        let ratings = ratings.with_groups(&[0, 0]).unwrap();
        let together = score_moments(&ratings, &weights, f64::INFINITY).unwrap().score(0);
        assert!((apart.variance - cell.variance() / 2.0).abs() < 1e-12);
        assert!((together.variance - cell.variance()).abs() < 1e-12);
    }
}
