//! Which weights count as plausible, and how a batch of them is drawn.
//!
//! Uniform and ordered weights follow Rubinstein, R. Y. (1982), "Generating random vectors uniformly distributed inside and on the
//! surface of different regions", *European Journal of Operational Research* 10(2): 205–209; gamma variates Marsaglia, G. & Tsang, W. W.
//! (2000), "A simple method for generating gamma variables", *ACM Transactions on Mathematical Software* 26(3): 363–372; bounded weights
//! Smith, A. (2014), "A Gibbs sampler on the n-simplex", *Annals of Applied Probability* 24(1): 114–130. Ratings are not sampled here.

use crate::mcda::error::{check_finite, check_index, check_len, out_of_range};
use crate::mcda::problem::{Entry, McdaError, Weights};

use super::batch::{BATCH, Batch, ZEROS};
use super::random::{LANES, Singly, Stream, exponential_lower, exponential_upper, neg_ln, normal_pair, one_plus_upper};

/// A distribution over weight vectors, none negative, together one.
#[derive(Debug, Clone, PartialEq)]
pub enum WeightLaw {
    /// Nothing is known: uniform on the simplex.
    Uniform,
    /// Only the order is known: uniform among the weights that fall in this order. Criteria from the most to the least important.
    Ordinal(Vec<usize>),
    /// Each weight is known within bounds (lowest, highest) in 0..=1: uniform among the weights within them.
    Bounded(Vec<(f64, f64)>),
    /// Around stated weights: Dirichlet with parameters K w_j, variance w_j (1 − w_j)/(K + 1). K at least [`MIN_CONCENTRATION`].
    Dirichlet { mean: Weights, concentration: f64 },
    /// Known.
    Known(Weights),
}

/// The least concentration K of a Dirichlet law. Below it all gamma variates of a sample could underflow at once; practice is at 5 to 500.
pub const MIN_CONCENTRATION: f64 = 0.1;

/// Pairwise exchanges of bounded weights between two samples, per criterion: each weight is redrawn about eight times.
const EXCHANGES: usize = 4;
/// Exchanges per criterion before a block's first sample.
const BURN_IN: usize = 50;

/// Pairs of candidates for a batch of gamma variates. At worst 95 % pass, so one round is nearly always enough.
const PAIRS: usize = 80;

/// Draws weights by one law. One per block, because bounded weights move on from the last ones.
#[derive(Debug, Clone)]
pub(super) struct WeightSource<'a> {
    law: &'a WeightLaw,
    singly: Singly,
    /// Where the walk through bounded weights is.
    walk: Vec<f64>,
}

impl WeightLaw {
    /// Checks the law for `n` criteria; errors name the entry.
    pub fn check(&self, n: usize) -> Result<(), McdaError> {
        let entry = Entry::new("weights");
        match self {
            Self::Uniform => Ok(()),
            Self::Known(weights) => check_len(entry, weights.len(), n),
            Self::Ordinal(order) => {
                check_len(entry, order.len(), n)?;
                for (k, &j) in order.iter().enumerate() {
                    check_index(entry.at(k), j, n)?;
                    if order[..k].contains(&j) {
                        return Err(out_of_range(entry.at(k), j as f64, "a criterion that is not in the order yet"));
                    }
                }
                Ok(())
            }
            Self::Bounded(bounds) => {
                check_len(entry, bounds.len(), n)?;
                let (mut least, mut most) = (0.0, 0.0);
                for (j, &(lowest, highest)) in bounds.iter().enumerate() {
                    for x in [lowest, highest] {
                        if !(0.0..=1.0).contains(&check_finite(entry.at(j), x)?) {
                            return Err(out_of_range(entry.at(j), x, "from 0 to 1"));
                        }
                    }
                    if lowest > highest {
                        return Err(out_of_range(entry.at(j), lowest, "at most the upper bound"));
                    }
                    least += lowest;
                    most += highest;
                }
                // Room for the rounding of bounds that leave exactly one point.
                if least > 1.0 + 1e-9 || most < 1.0 - 1e-9 {
                    return Err(McdaError::Infeasible(entry));
                }
                Ok(())
            }
            Self::Dirichlet { mean, concentration } => {
                check_len(entry, mean.len(), n)?;
                let entry = Entry::new("concentration");
                if check_finite(entry, *concentration)? < MIN_CONCENTRATION {
                    return Err(out_of_range(entry, *concentration, "at least 0.1"));
                }
                Ok(())
            }
        }
    }
}

impl<'a> WeightSource<'a> {
    #[inline(always)]
    pub fn new(law: &'a WeightLaw, stream: &mut Stream) -> Self {
        let mut source = Self { law, singly: Singly::new(), walk: Vec::new() };
        if let WeightLaw::Bounded(bounds) = law {
            source.walk = inner_point(bounds);
            source.exchange(bounds, stream, BURN_IN);
        }
        source
    }

    /// Fills one batch per criterion with weights on any common scale, and `sum` with their sums.
    #[inline(always)]
    pub fn draw(&mut self, stream: &mut Stream, weights: &mut [Batch], sum: &mut Batch) {
        match self.law {
            WeightLaw::Uniform => exponentials(stream, weights),
            WeightLaw::Ordinal(order) => {
                exponentials(stream, weights);
                ordered(order, weights);
            }
            WeightLaw::Dirichlet { mean, concentration } => {
                for (batch, w) in weights.iter_mut().zip(mean.iter()) {
                    gammas(stream, concentration * w, batch);
                }
                // Cannot happen above `MIN_CONCENTRATION`; a sum of zero would turn into NaN.
                for l in 0..BATCH {
                    if weights.iter().all(|batch| batch.as_flattened()[l] == 0.0) {
                        set(weights, l, mean);
                    }
                }
            }
            WeightLaw::Bounded(bounds) => {
                for l in 0..BATCH {
                    self.exchange(bounds, stream, EXCHANGES);
                    set(weights, l, &self.walk);
                }
            }
            WeightLaw::Known(known) => weights.iter_mut().zip(known.iter()).for_each(|(batch, w)| batch.as_flattened_mut().fill(*w)),
        }
        *sum = ZEROS;
        for batch in weights.iter() {
            for (sum, w) in sum.as_flattened_mut().iter_mut().zip(batch.as_flattened()) {
                *sum += w;
            }
        }
    }

    /// Redraws two random weights, their sum unchanged, uniformly within both bounds; `sweeps` times as often as there are criteria.
    fn exchange(&mut self, bounds: &[(f64, f64)], stream: &mut Stream, sweeps: usize) {
        let n = bounds.len();
        if n < 2 {
            return;
        }
        // A random integer below n from the upper half of the bits (Lemire 2019); its bias is below 2^-26.
        let below = |bits: u64, n: usize| (((bits >> 32) * n as u64) >> 32) as usize;
        for _ in 0..sweeps * n {
            let (pair, place) = (self.singly.next(stream), self.singly.next(stream));
            let j = below(pair, n);
            let k = (j + 1 + below(pair << 32, n - 1)) % n;
            let both = self.walk[j] + self.walk[k];
            let lowest = bounds[j].0.max(both - bounds[k].1);
            let highest = bounds[j].1.min(both - bounds[k].0);
            if highest > lowest {
                let w = lowest + (one_plus_upper(place) - 1.0) * (highest - lowest);
                self.walk[j] = w;
                self.walk[k] = (both - w).max(0.0);
            }
        }
    }
}

/// The weights of one sample.
fn set(weights: &mut [Batch], sample: usize, values: &[f64]) {
    for (batch, w) in weights.iter_mut().zip(values) {
        batch.as_flattened_mut()[sample] = *w;
    }
}

/// The point that is equally far between all bounds.
fn inner_point(bounds: &[(f64, f64)]) -> Vec<f64> {
    let least: f64 = bounds.iter().map(|b| b.0).sum();
    let room: f64 = bounds.iter().map(|b| b.1 - b.0).sum();
    let t = if room > 0.0 { ((1.0 - least) / room).clamp(0.0, 1.0) } else { 0.0 };
    bounds.iter().map(|b| b.0 + t * (b.1 - b.0)).collect()
}

/// Standard exponential variates: divided by their sum, uniform on the simplex.
#[inline(always)]
fn exponentials(stream: &mut Stream, weights: &mut [Batch]) {
    // A copy, so that the generators stay in registers.
    let mut local = *stream;
    let mut pairs = weights.chunks_exact_mut(2);
    for pair in &mut pairs {
        let [first, second] = pair else { continue };
        for (x, y) in first.iter_mut().zip(second) {
            let bits = local.next();
            for l in 0..LANES {
                x[l] = exponential_upper(bits[l]);
                y[l] = exponential_lower(bits[l]);
            }
        }
    }
    for last in pairs.into_remainder() {
        for x in last {
            let bits = local.next();
            for l in 0..LANES {
                x[l] = exponential_upper(bits[l]);
            }
        }
    }
    *stream = local;
}

/// Turns uniform weights into uniform ordered ones: the i-th becomes the weight of the corner whose first i criteria have 1/i each.
#[inline(always)]
fn ordered(order: &[usize], weights: &mut [Batch]) {
    // Exponentials are exchangeable, so criterion order[i] may give the weight of corner i. From the least important upwards:
    let mut above = ZEROS;
    for (i, &j) in order.iter().enumerate().rev() {
        let share = 1.0 / (i + 1) as f64;
        for (w, above) in weights[j].as_flattened_mut().iter_mut().zip(above.as_flattened_mut()) {
            *above += *w * share;
            *w = *above;
        }
    }
}

/// Gamma variates of one shape, 0 for shape 0.
#[inline(always)]
fn gammas(stream: &mut Stream, shape: f64, out: &mut Batch) {
    if shape == 0.0 {
        *out = ZEROS;
        return;
    }
    // Shapes below one by way of a + 1: G(a) = G(a + 1) U^{1/a}.
    let boosted = if shape < 1.0 { shape + 1.0 } else { shape };
    let d = boosted - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    let (mut radius, mut angle, mut test) = ([0; PAIRS], [0; PAIRS], [0; PAIRS]);
    let (mut variates, mut passes) = ([0.0; 2 * PAIRS], [false; 2 * PAIRS]);
    // ln U < x²/2 + d − d v + d ln v; for v ≤ 0 the logarithm is meaningless and the candidate fails.
    let candidate = |x: f64, minus_ln_u: f64| {
        let t = 1.0 + c * x;
        let v = t * t * t;
        (d * v, (v > 0.0) & (minus_ln_u > d * (v - 1.0) + d * neg_ln(v) - 0.5 * x * x))
    };
    let (out, mut n) = (out.as_flattened_mut(), 0);
    while n < BATCH {
        stream.fill(&mut radius);
        stream.fill(&mut angle);
        stream.fill(&mut test);
        for k in 0..PAIRS {
            let (x, y) = normal_pair(radius[k], angle[k]);
            (variates[k], passes[k]) = candidate(x, exponential_upper(test[k]));
            (variates[PAIRS + k], passes[PAIRS + k]) = candidate(y, exponential_lower(test[k]));
        }
        for (variate, pass) in variates.iter().zip(&passes) {
            // The next one overwrites what did not pass.
            out[n] = *variate;
            n += usize::from(*pass);
            if n == BATCH {
                break;
            }
        }
    }
    if shape < 1.0 {
        let mut bits = [0; BATCH];
        stream.fill(&mut bits);
        for (x, bits) in out.iter_mut().zip(&bits) {
            *x *= libm::exp(-exponential_upper(*bits) / shape);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::random::Purpose;
    use super::*;

    /// Means and variances of the weights under a law.
    fn moments(law: &WeightLaw, n: usize) -> Vec<(f64, f64)> {
        let mut stream = Stream::new(3, Purpose::Samples, 0);
        let mut source = WeightSource::new(law, &mut stream);
        let (mut weights, mut sum) = (vec![ZEROS; n], ZEROS);
        let mut sums = vec![(0.0, 0.0); n];
        let batches = 400;
        for _ in 0..batches {
            source.draw(&mut stream, &mut weights, &mut sum);
            for (batch, s) in weights.iter().zip(&mut sums) {
                for (w, total) in batch.as_flattened().iter().zip(sum.as_flattened()) {
                    assert!(*w >= 0.0 && *total > 0.0);
                    s.0 += w / total;
                    s.1 += (w / total) * (w / total);
                }
            }
        }
        let count = (batches * BATCH) as f64;
        sums.iter().map(|(x, y)| (x / count, y / count - (x / count) * (x / count))).collect()
    }

    fn assert_near(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() < tolerance, "{found} {expected}");
    }

    #[test]
    fn uniform_and_ordinal_have_their_centroids() {
        for (mean, variance) in moments(&WeightLaw::Uniform, 3) {
            assert_near(mean, 1.0 / 3.0, 0.005);
            assert_near(variance, 2.0 / 9.0 / 4.0, 0.002);
        }
        let ordinal = moments(&WeightLaw::Ordinal(vec![2, 0, 1]), 3);
        for (j, expected) in [(2, 11.0 / 18.0), (0, 5.0 / 18.0), (1, 2.0 / 18.0)] {
            assert_near(ordinal[j].0, expected, 0.005);
        }
    }

    #[test]
    fn dirichlet_has_its_mean_and_variance_for_small_and_large_shapes() {
        for concentration in [0.5, 4.0, 60.0] {
            let mean = Weights::new(&[0.55, 0.3, 0.1, 0.05, 0.0]).unwrap();
            let law = WeightLaw::Dirichlet { mean: mean.clone(), concentration };
            for ((found, variance), w) in moments(&law, 5).into_iter().zip(mean.iter()) {
                let expected = w * (1.0 - w) / (concentration + 1.0);
                assert_near(found, *w, 5.0 * (expected / 51_200.0).sqrt() + 1e-12);
                assert_near(variance, expected, 0.04 * expected + 1e-12);
            }
        }
    }

    #[test]
    fn bounded_weights_stay_within_bounds_and_fill_them() {
        let free = WeightLaw::Bounded(vec![(0.0, 1.0); 4]);
        for (mean, variance) in moments(&free, 4) {
            assert_near(mean, 0.25, 0.005);
            assert_near(variance, 3.0 / 16.0 / 5.0, 0.002);
        }
        // Two criteria: uniform on what both bounds leave, 0.4..=0.7.
        let two = moments(&WeightLaw::Bounded(vec![(0.2, 0.7), (0.1, 0.6)]), 2);
        assert_near(two[0].0, 0.55, 0.002);
        assert_near(two[0].1, 0.3 * 0.3 / 12.0, 0.0005);
        assert_eq!(moments(&WeightLaw::Bounded(vec![(0.25, 0.25); 4]), 4)[0].0, 0.25);
    }

    #[test]
    fn impossible_laws_are_named() {
        let error = WeightLaw::Bounded(vec![(0.0, 0.3); 3]).check(3).unwrap_err();
        assert_eq!(error.to_string(), "weights admit no weights that sum to one");
        assert!(WeightLaw::Bounded(vec![(0.5, 0.4), (0.0, 1.0)]).check(2).is_err());
        assert!(WeightLaw::Ordinal(vec![0, 0]).check(2).is_err());
        let mean = Weights::equal(2).unwrap();
        assert!(WeightLaw::Dirichlet { mean, concentration: 0.0 }.check(2).is_err());
    }
}
