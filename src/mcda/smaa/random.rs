//! Random numbers for sampling: sixteen interleaved xoshiro256++ generators, and the elementary functions that turn their bits into variates.
//!
//! Blackman, D. & Vigna, S. (2021), "Scrambled linear pseudorandom number generators", *ACM Transactions on Mathematical Software*
//! 47(4): 36; seeded by SplitMix64 (Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA). Written out
//! here because a library's generator steps one number at a time, while sixteen side by side are what a compiler turns into vector
//! instructions: all of sampling is more than twice as fast for it. Every lane's arithmetic is its own, so the width of the vectors
//! changes no bit. What is sampled is not known here.

use std::f64::consts::{FRAC_PI_2, LN_2};

/// Generators side by side.
pub(super) const LANES: usize = 16;

/// One number from each lane.
pub(super) type Bits = [u64; LANES];

/// What a stream is for; streams of different purpose are independent.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purpose {
    Samples,
    Confidence,
}

/// One independent stream of random bits per (seed, purpose, block).
#[derive(Debug, Clone, Copy)]
pub(super) struct Stream {
    state: [Bits; 4],
}

/// Hands out a stream's numbers one by one, for what cannot be done in lanes.
#[derive(Debug, Clone)]
pub(super) struct Singly {
    bits: Bits,
    used: usize,
}

impl Stream {
    pub fn new(seed: u64, purpose: Purpose, block: u64) -> Self {
        let purpose = match purpose {
            Purpose::Samples => 0,
            Purpose::Confidence => 1 << 63,
        };
        // Hashed once before the block is mixed in, so that neighbouring seeds do not share blocks.
        let mut counter = split_mix(&mut seed.clone()) ^ block ^ purpose;
        let mut state = [[0; LANES]; 4];
        for lane in 0..LANES {
            for word in &mut state {
                word[lane] = split_mix(&mut counter);
            }
        }
        Self { state }
    }

    /// The next number of every lane.
    #[inline(always)]
    pub fn next(&mut self) -> Bits {
        let [s0, s1, s2, s3] = &mut self.state;
        let mut out = [0; LANES];
        for l in 0..LANES {
            out[l] = s0[l].wrapping_add(s3[l]).rotate_left(23).wrapping_add(s0[l]);
        }
        for l in 0..LANES {
            let t = s1[l] << 17;
            s2[l] ^= s0[l];
            s3[l] ^= s1[l];
            s1[l] ^= s2[l];
            s0[l] ^= s3[l];
            s2[l] ^= t;
            s3[l] = s3[l].rotate_left(45);
        }
        out
    }
}

impl Stream {
    /// Fills a buffer whose length is a multiple of [`LANES`].
    #[inline(always)]
    pub fn fill(&mut self, buffer: &mut [u64]) {
        // A copy, so that the generators stay in registers.
        let mut local = *self;
        for piece in buffer.chunks_exact_mut(LANES) {
            piece.copy_from_slice(&local.next());
        }
        *self = local;
    }
}

impl Singly {
    pub fn new() -> Self {
        Self { bits: [0; LANES], used: LANES }
    }

    #[inline(always)]
    pub fn next(&mut self, stream: &mut Stream) -> u64 {
        if self.used == LANES {
            self.bits = stream.next();
            self.used = 0;
        }
        self.used += 1;
        self.bits[self.used - 1]
    }
}

fn split_mix(counter: &mut u64) -> u64 {
    *counter = counter.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (*counter ^ (*counter >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The bits of 1.0: or-ed with 52 random bits, a number in 1..2 without any conversion.
const ONE: u64 = 0x3ff0_0000_0000_0000;

/// 1 + u with u in 0..1 from the upper 52 bits.
#[inline(always)]
pub(super) fn one_plus_upper(bits: u64) -> f64 {
    f64::from_bits((bits >> 12) | ONE)
}

/// 1 + u with u in 0..1 from the lower 32 bits; as good as independent of [`one_plus_upper`], whose leading 32 bits are the others.
#[inline(always)]
pub(super) fn one_plus_lower(bits: u64) -> f64 {
    f64::from_bits(((bits << 32) >> 12) | ONE)
}

/// A standard exponential variate from the upper 52 bits.
#[inline(always)]
pub(super) fn exponential_upper(bits: u64) -> f64 {
    // Half a step up, so that the logarithm never sees zero.
    neg_ln(one_plus_upper(bits) - (1.0 - f64::EPSILON / 2.0))
}

/// A standard exponential variate from the lower 32 bits.
#[inline(always)]
pub(super) fn exponential_lower(bits: u64) -> f64 {
    const HALF_STEP: f64 = 0.5 / 4_294_967_296.0;
    neg_ln(one_plus_lower(bits) - (1.0 - HALF_STEP))
}

/// −ln x for a normal positive x, with a relative error below 1e-10: no branch, no table, the same bits in every lane and on every system.
///
/// x = 2^k m with m in √½..√2; ln m = 2 artanh s with s = (m − 1)/(m + 1), |s| < 0.1716, as its series up to s^11.
#[inline(always)]
pub(super) fn neg_ln(x: f64) -> f64 {
    const SQRT_HALF: u64 = 0x3fe6_a09e_667f_3bcd;
    const MANTISSA: u64 = 0x000f_ffff_ffff_ffff;
    /// The bits of 2^52: or-ed with a small integer, 2^52 plus that integer.
    const INTEGER: u64 = 0x4330_0000_0000_0000;
    let shifted = x.to_bits().wrapping_add(ONE - SQRT_HALF);
    let k = f64::from_bits((shifted >> 52) | INTEGER) - (4_503_599_627_370_496.0 + 1023.0);
    let m = f64::from_bits((shifted & MANTISSA) + SQRT_HALF);
    let f = m - 1.0;
    let s = f / (f + 2.0);
    let z = s * s;
    let series = 2.0 / 7.0 + z * (2.0 / 9.0 + z * (2.0 / 11.0 + z * (2.0 / 13.0)));
    let series = 2.0 + z * (2.0 / 3.0 + z * (2.0 / 5.0 + z * series));
    -(k * LN_2 + s * series)
}

/// Two independent standard normal variates (Box & Muller 1958, *Annals of Mathematical Statistics* 29(2)), from two random numbers.
#[inline(always)]
pub(super) fn normal_pair(radius_bits: u64, angle_bits: u64) -> (f64, f64) {
    // The angle is uniform in one quadrant, ±π/4 turned by π/4; two spare bits choose the quadrant as two signs.
    let phi = (one_plus_upper(angle_bits) - 1.5) * FRAC_PI_2;
    let z = phi * phi;
    let sine = phi * (1.0 - z / 6.0 * (1.0 - z / 20.0 * (1.0 - z / 42.0 * (1.0 - z / 72.0 * (1.0 - z / 110.0)))));
    let cosine = 1.0 - z / 2.0 * (1.0 - z / 12.0 * (1.0 - z / 30.0 * (1.0 - z / 56.0 * (1.0 - z / 90.0 * (1.0 - z / 132.0)))));
    // √(2 E) times (c ∓ s)/√2.
    let radius = exponential_upper(radius_bits).sqrt();
    let signed = |x: f64, bit: u64| f64::from_bits(x.to_bits() ^ (bit << 63));
    (signed(radius * (cosine - sine), angle_bits & 1), signed(radius * (cosine + sine), (angle_bits >> 1) & 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_the_published_one() {
        // The reference implementation's first numbers from the state 1, 2, 3, 4.
        let expected = [41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386, 9_228_616_714_210_784_205];
        let mut stream = Stream { state: [[1; LANES], [2; LANES], [3; LANES], [4; LANES]] };
        for number in expected {
            assert_eq!(stream.next(), [number; LANES]);
        }
        // SplitMix64 from 1234567.
        let mut counter = 1_234_567;
        assert_eq!(split_mix(&mut counter), 6_457_827_717_110_365_317);
        assert_eq!(split_mix(&mut counter), 3_203_168_211_198_807_973);
    }

    #[test]
    fn streams_differ_by_seed_purpose_and_block() {
        let first = |seed, purpose, block| Stream::new(seed, purpose, block).next();
        let all =
            [first(1, Purpose::Samples, 0), first(2, Purpose::Samples, 0), first(1, Purpose::Confidence, 0), first(1, Purpose::Samples, 1)];
        let mut numbers: Vec<u64> = all.iter().flatten().copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), 4 * LANES);
    }

    #[test]
    fn the_logarithm_is_as_good_as_it_says() {
        let mut worst = 0.0_f64;
        for k in 1..200_000 {
            for x in [f64::from(k) / 200_000.0, 1.0 + f64::from(k) / 1000.0, 1e-16 * f64::from(k)] {
                let exact = -libm::log(x);
                worst = worst.max((neg_ln(x) - exact).abs() / exact.abs().max(1e-12));
            }
        }
        assert!(worst < 1e-10, "{worst}");
        assert_eq!(neg_ln(1.0), 0.0);
        for bits in [0, u64::MAX] {
            assert!(exponential_upper(bits) >= 0.0 && exponential_upper(bits) < 40.0);
            assert!(exponential_lower(bits) > 0.0 && exponential_lower(bits) < 24.0);
        }
    }

    #[test]
    fn normal_variates_have_the_moments_of_the_normal() {
        let mut stream = Stream::new(7, Purpose::Samples, 0);
        let (mut n, mut sums, mut product) = (0.0, [0.0; 4], 0.0);
        for _ in 0..20_000 {
            let (a, b) = (stream.next(), stream.next());
            for l in 0..LANES {
                let (x, y) = normal_pair(a[l], b[l]);
                for z in [x, y] {
                    n += 1.0;
                    for (k, sum) in sums.iter_mut().enumerate() {
                        *sum += z.powi(k as i32 + 1);
                    }
                }
                product += x * y;
            }
        }
        let [mean, square, cube, fourth] = sums.map(|s| s / n);
        // Standard errors for 640,000 variates: 0.00125, 0.0018, 0.0048, 0.012; of the product 0.0018.
        assert!(mean.abs() < 0.006 && (square - 1.0).abs() < 0.009, "{mean} {square}");
        assert!(cube.abs() < 0.024 && (fourth - 3.0).abs() < 0.06, "{cube} {fourth}");
        assert!((2.0 * product / n).abs() < 0.009);
    }
}
