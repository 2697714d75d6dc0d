//! Apportionment: a whole number divided in given proportions into whole numbers.
//!
//! What the numbers count is the caller's.

/// Divides `total` in the proportions of `shares` by the largest remainder: A. Hamilton (1792), after M. Balinski and H. P. Young,
/// *Fair Representation* (1982), chapter 2. Equal remainders go to the earlier; shares that are negative or no number count as none,
/// and where nothing has a share, all have the same.
///
/// The parts sum to `total` exactly; there are none where there are no shares.
pub fn largest_remainder(shares: &[f64], total: u32) -> Vec<u32> {
    let valid = |share: &f64| if share.is_finite() && *share > 0.0 { *share } else { 0.0 };
    let largest = shares.iter().map(valid).fold(0.0, f64::max);
    // Scaled down first, so that the sum of huge shares stays a number.
    let shares: Vec<f64> = shares.iter().map(|share| if largest > 0.0 { valid(share) / largest } else { 1.0 }).collect();
    let sum: f64 = shares.iter().sum();
    let quotas: Vec<f64> = shares.iter().map(|share| f64::from(total) * share / sum).collect();
    let mut parts: Vec<u32> = quotas.iter().map(|quota| quota.floor() as u32).collect();
    let mut by_remainder: Vec<usize> = (0..parts.len()).collect();
    let remainder = |at: usize| quotas[at] - quotas[at].floor();
    by_remainder.sort_by(|&a, &b| remainder(b).total_cmp(&remainder(a)));
    // Floors of numbers that sum to the whole sum to no more than it, and lack less than one each.
    let missing = total.saturating_sub(parts.iter().sum());
    for &at in by_remainder.iter().take(missing as usize) {
        parts[at] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_goes_to_the_largest_remainders() {
        // The quotas are 4.29, 2.86, 2.86.
        assert_eq!(largest_remainder(&[1.5, 1.0, 1.0], 10), [4, 3, 3]);
        assert_eq!(largest_remainder(&[1.0, 1.0, 1.0], 100), [34, 33, 33]);
        assert_eq!(largest_remainder(&[6.0, 2.0], 40), [30, 10]);
        assert_eq!(largest_remainder(&[3.0, 0.0, 1.0], 0), [0, 0, 0]);
    }

    #[test]
    fn odd_shares_are_shares_too() {
        assert_eq!(largest_remainder(&[], 7), [0_u32; 0]);
        assert_eq!(largest_remainder(&[0.0, 0.0], 7), [4, 3]);
        assert_eq!(largest_remainder(&[f64::NAN, f64::INFINITY, -1.0, 2.0], 7), [0, 0, 0, 7]);
        assert_eq!(largest_remainder(&[f64::MAX, f64::MAX], 7), [4, 3]);
        assert_eq!(largest_remainder(&[f64::MIN_POSITIVE, 5e-324], 7), [7, 0]);
    }

    #[test]
    fn the_parts_always_sum_to_the_whole() {
        for n in 1..12_u32 {
            let shares: Vec<f64> = (0..n).map(|i| f64::from((i * 7 + 3) % 11) / 7.0).collect();
            for total in (0..2_000).chain([1_000_003, u32::MAX]) {
                let parts = largest_remainder(&shares, total);
                assert_eq!(parts.iter().sum::<u32>(), total, "{shares:?}");
            }
        }
    }
}
