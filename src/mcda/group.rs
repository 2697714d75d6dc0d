//! Several people's judgements: their mean, the order that they choose together, how far they agree, and where they do not.
//!
//! Keeney, R. L. & Raiffa, H. (1976), *Decisions with Multiple Objectives*, Wiley, ch. 10 (mean of weights); de Borda, J.-C. (1781),
//! "Mémoire sur les élections au scrutin"; Kendall, M. G. & Babington Smith, B. (1939), "The problem of m rankings", *Annals of
//! Mathematical Statistics* 10(3): 275–287 (W and its correction for ties). Who the people are is not known here.

use super::error::{check_count, check_finite, check_len};
use super::problem::{DecisionMatrix, Entry, MAX_ALTERNATIVES, McdaError, Weights};
use super::ranking::{average_ranks, leader};
use super::weighted_sum::weighted_sum;

/// The most voices that are heard together; a bound on hostile input.
pub const MAX_VOICES: usize = 10_000;

/// One score per voice and alternative, bigger is better; only each voice's own order counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Votes {
    /// Per voice: the rank of each alternative, 1 the best, tied ones sharing the mean of their places.
    ranks: Vec<Vec<f64>>,
    n_alternatives: usize,
}

/// Kendall's coefficient of concordance, from 0 (no agreement) to 1 (the same order by all).
#[derive(Debug, Clone, PartialEq)]
pub struct Concordance {
    /// R_i, the sum of each alternative's ranks.
    pub rank_sums: Vec<f64>,
    /// W = 12 D/(K²(m³ − m)); `None` for one alternative.
    pub uncorrected: Option<f64>,
    /// W with the ties taken out of the denominator; `None` when every voice ties everything.
    pub corrected: Option<f64>,
}

/// How far the voices differ on one criterion, and whether the leader depends on who is right.
#[derive(Debug, Clone, PartialEq)]
pub struct Disagreement {
    pub criterion: usize,
    /// The least and the greatest weight that any voice gives it.
    pub lowest: f64,
    pub highest: f64,
    /// The standard deviation of the voices' weights.
    pub spread: f64,
    /// Who leads when the mean weights are moved to the lowest and to the highest, the others keeping their proportions.
    pub leader_at_lowest: usize,
    pub leader_at_highest: usize,
    /// Whether one of these is not the leader at the mean weights.
    pub matters: bool,
}

impl Votes {
    /// Fails on no voices, no alternatives, ragged rows, and scores that are not finite.
    pub fn new<R: AsRef<[f64]>>(scores: &[R]) -> Result<Self, McdaError> {
        let entry = Entry::new("scores");
        check_count(entry, scores.len(), "voices", MAX_VOICES)?;
        let n_alternatives = scores[0].as_ref().len();
        check_count(entry.at(0), n_alternatives, "alternatives", MAX_ALTERNATIVES)?;
        let mut ranks = Vec::with_capacity(scores.len());
        for (v, row) in scores.iter().enumerate() {
            check_len(entry.at(v), row.as_ref().len(), n_alternatives)?;
            for (i, &s) in row.as_ref().iter().enumerate() {
                check_finite(entry.at(v).at(i), s)?;
            }
            ranks.push(average_ranks(row.as_ref()));
        }
        Ok(Self { ranks, n_alternatives })
    }

    fn rank_sums(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.n_alternatives];
        for ranks in &self.ranks {
            for (sum, rank) in sums.iter_mut().zip(ranks) {
                *sum += rank;
            }
        }
        sums
    }
}

/// The arithmetic mean of the voices' weights. Fails on no voices or different numbers of criteria.
pub fn mean_weights(voices: &[Weights]) -> Result<Weights, McdaError> {
    check_voices(voices)?;
    let mut mean = vec![0.0; voices[0].len()];
    for voice in voices {
        for (sum, w) in mean.iter_mut().zip(voice.iter()) {
            *sum += w;
        }
    }
    Ok(Weights::scaled_to_one(mean))
}

/// Borda points, one per alternative: over all voices, the number of alternatives ranked below it, ties counting a half.
pub fn borda(votes: &Votes) -> Vec<f64> {
    let all = (votes.ranks.len() * votes.n_alternatives) as f64;
    votes.rank_sums().iter().map(|sum| all - sum).collect()
}

/// Kendall's W of the voices.
pub fn concordance(votes: &Votes) -> Concordance {
    let (k, m) = (votes.ranks.len() as f64, votes.n_alternatives as f64);
    let rank_sums = votes.rank_sums();
    let mean = k * (m + 1.0) / 2.0;
    let d: f64 = rank_sums.iter().map(|r| (r - mean) * (r - mean)).sum();
    let full = k * k * (m * m * m - m);
    let ties: f64 = votes.ranks.iter().map(|ranks| tie_term(ranks)).sum();
    let ratio = |denominator: f64| (denominator > 0.0).then(|| 12.0 * d / denominator);
    Concordance { uncorrected: ratio(full), corrected: ratio(full - k * ties), rank_sums }
}

/// Σ(t³ − t) over the groups of t tied alternatives, counted from each member as (t² − 1).
fn tie_term(ranks: &[f64]) -> f64 {
    let size = |rank: &f64| ranks.iter().filter(|&other| other == rank).count() as f64;
    ranks.iter().map(|rank| size(rank) * size(rank) - 1.0).sum()
}

/// Every criterion, the one that the voices disagree about most first. `values` are benefits on one scale.
pub fn disagreements(values: &DecisionMatrix, voices: &[Weights]) -> Result<Vec<Disagreement>, McdaError> {
    let mean = mean_weights(voices)?;
    let leader_at = |w: &Weights| Ok::<_, McdaError>(leader(&weighted_sum(values, w)?).unwrap_or(0));
    let leader_at_mean = leader_at(&mean)?;
    let mut found = Vec::with_capacity(mean.len());
    for criterion in 0..mean.len() {
        let of_voices = || voices.iter().map(|voice| voice[criterion]);
        let lowest = of_voices().fold(f64::INFINITY, f64::min);
        let highest = of_voices().fold(f64::NEG_INFINITY, f64::max);
        let square = |w: f64| (w - mean[criterion]) * (w - mean[criterion]);
        let variance = of_voices().map(square).sum::<f64>() / voices.len() as f64;
        let leader_at_lowest = leader_at(&mean.with(criterion, lowest))?;
        let leader_at_highest = leader_at(&mean.with(criterion, highest))?;
        found.push(Disagreement {
            criterion,
            lowest,
            highest,
            spread: variance.sqrt(),
            leader_at_lowest,
            leader_at_highest,
            matters: leader_at_lowest != leader_at_mean || leader_at_highest != leader_at_mean,
        });
    }
    found.sort_by(|a, b| b.spread.total_cmp(&a.spread));
    Ok(found)
}

fn check_voices(voices: &[Weights]) -> Result<(), McdaError> {
    let entry = Entry::new("voices");
    check_count(entry, voices.len(), "voices", MAX_VOICES)?;
    for (v, voice) in voices.iter().enumerate() {
        check_len(entry.at(v), voice.len(), voices[0].len())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unanimous_voices_agree_fully() {
        let votes = Votes::new(&[[3.0, 2.0, 1.0], [30.0, 20.0, 10.0]]).unwrap();
        assert_eq!(borda(&votes), [4.0, 2.0, 0.0]);
        let w = concordance(&votes);
        assert_eq!((w.uncorrected, w.corrected), (Some(1.0), Some(1.0)));
        assert_eq!(w.rank_sums, [2.0, 4.0, 6.0]);
    }

    #[test]
    fn voices_without_an_opinion_have_no_concordance() {
        let votes = Votes::new(&[[1.0, 1.0], [1.0, 1.0]]).unwrap();
        let w = concordance(&votes);
        assert_eq!((w.uncorrected, w.corrected), (Some(0.0), None));
        assert_eq!(concordance(&Votes::new(&[[1.0]]).unwrap()).uncorrected, None);
    }

    #[test]
    fn the_loudest_disagreement_need_not_matter() {
        // Both alternatives are equal on the first criterion, where the voices are furthest apart.
        let values = DecisionMatrix::new(&[[5.0, 8.0, 2.0], [5.0, 4.0, 7.0]]).unwrap();
        let voices = [Weights::new(&[0.8, 0.1, 0.1]).unwrap(), Weights::new(&[0.1, 0.6, 0.3]).unwrap()];
        let found = disagreements(&values, &voices).unwrap();
        assert_eq!((found[0].criterion, found[0].matters), (0, false));
        assert_eq!((found[1].criterion, found[1].matters), (1, true));
        assert_eq!(mean_weights(&voices).unwrap()[1], 0.35);
    }
}
