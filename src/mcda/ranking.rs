//! From scores to places, and how far two rankings agree.
//!
//! How the scores come about is each method's own business.

/// Scores closer than this count as equal: well above what rounding does to a score, well below what anyone would call a difference.
pub const TIE_TOLERANCE: f64 = 1e-9;

/// Standard competition ranks ("1224"): 1 + the number of scores greater by more than [`TIE_TOLERANCE`]. The best is 1.
pub fn competition_ranks(scores: &[f64]) -> Vec<usize> {
    let ahead_of = |s: f64| scores.iter().filter(|&&other| other > s + TIE_TOLERANCE).count();
    scores.iter().map(|&s| 1 + ahead_of(s)).collect()
}

/// The alternative with the greatest score, the first of several equal ones; `None` only for no scores.
pub fn leader(scores: &[f64]) -> Option<usize> {
    let mut best: Option<usize> = None;
    for (i, &s) in scores.iter().enumerate() {
        if best.is_none_or(|b| s > scores[b]) {
            best = Some(i);
        }
    }
    best
}

/// Alternatives from best to worst; equal scores keep their order.
pub fn order(scores: &[f64]) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..scores.len()).collect();
    indices.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    indices
}

/// Ranks in which equal scores share the mean of their places, 1 for the greatest score; exact equality, as rank statistics want it.
pub fn average_ranks(scores: &[f64]) -> Vec<f64> {
    let place = |s: f64| {
        let ahead = scores.iter().filter(|&&x| x > s).count() as f64;
        let equal = scores.iter().filter(|&&x| x == s).count() as f64;
        ahead + (equal + 1.0) / 2.0
    };
    scores.iter().map(|&s| place(s)).collect()
}

/// Kendall's τ_b between two rankings of the same alternatives: 1 for the same order, −1 for the reverse.
///
/// Kendall, M. G. (1945), "The treatment of ties in ranking problems", *Biometrika* 33(3): 239–251. `None` where it is
/// undefined: different lengths, fewer than two alternatives, or a ranking in which all are tied.
pub fn kendall_tau(a: &[usize], b: &[usize]) -> Option<f64> {
    if a.len() != b.len() {
        return None;
    }
    let (mut agreement, mut untied_a, mut untied_b) = (0_i64, 0_i64, 0_i64);
    for i in 0..a.len() {
        for k in 0..i {
            let (x, y) = (a[i].cmp(&a[k]) as i64, b[i].cmp(&b[k]) as i64);
            agreement += x * y;
            untied_a += x.abs();
            untied_b += y.abs();
        }
    }
    let scale = (untied_a as f64 * untied_b as f64).sqrt();
    (scale > 0.0).then(|| agreement as f64 / scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_the_better_place() {
        assert_eq!(competition_ranks(&[3.0, 5.0, 5.0 + 1e-12, 1.0]), [3, 1, 1, 4]);
        assert!(competition_ranks(&[]).is_empty());
        assert_eq!(average_ranks(&[3.0, 5.0, 5.0, 1.0]), [3.0, 1.5, 1.5, 4.0]);
    }

    #[test]
    fn the_first_of_equals_leads() {
        assert_eq!(leader(&[1.0, 2.0, 2.0]), Some(1));
        assert_eq!(leader(&[]), None);
        assert_eq!(order(&[1.0, 2.0, 2.0]), [1, 2, 0]);
    }

    #[test]
    fn tau_is_one_for_the_same_and_minus_one_for_the_reverse() {
        assert_eq!(kendall_tau(&[1, 2, 3], &[1, 2, 3]), Some(1.0));
        assert_eq!(kendall_tau(&[1, 2, 3], &[3, 2, 1]), Some(-1.0));
        assert_eq!(kendall_tau(&[1, 1, 1], &[3, 2, 1]), None);
        assert_eq!(kendall_tau(&[1], &[1]), None);
        // SciPy: kendalltau([1, 2, 2, 4], [1, 3, 2, 4]) = 0.9128709291752769
        let tau = kendall_tau(&[1, 2, 2, 4], &[1, 3, 2, 4]).unwrap();
        assert!((tau - 0.912_870_929_175_276_9).abs() < 1e-15);
    }
}
