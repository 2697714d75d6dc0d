//! Choice probabilities: what is expected to be chosen by people who see more than the scores hold.
//!
//! McFadden, D. (1974), "Conditional logit analysis of qualitative choice behavior", in Zarembka, P. (ed.), *Frontiers in
//! Econometrics*, Academic Press: 105–142, equation 12: `P_k = exp(V_k) / Σ_l exp(V_l)`. Whether the leader's lead stands within what is
//! known is [`super::smaa`]'s and [`super::margin`]'s business.

/// The probability that each alternative is chosen, in the order of `scores`, when what the scores leave out is distributed with this
/// `scale`, in points: `V_k = s_k / scale`. They sum to one; the greater the scale, the more alike they are. Nothing for no scores.
pub fn conditional_logit(scores: &[f64], scale: f64) -> Vec<f64> {
    let greatest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let odds: Vec<f64> = scores.iter().map(|score| libm::exp((score - greatest) / scale)).collect();
    let sum: f64 = odds.iter().sum();
    odds.iter().map(|odds| odds / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_of_one_scale_multiplies_the_odds_by_e() {
        let found = conditional_logit(&[9.0, 7.0], 2.0);
        assert!((found[0] / found[1] - std::f64::consts::E).abs() < 1e-12);
        assert!((found.iter().sum::<f64>() - 1.0).abs() < 1e-15);
        assert_eq!(conditional_logit(&[5.0, 5.0], 1.0), [0.5, 0.5]);
        assert!(conditional_logit(&[], 1.0).is_empty());
    }
}
