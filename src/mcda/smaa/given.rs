//! Acceptability from samples that someone else drew, used as they are.
//!
//! The quantities are those of [`super::Smaa`], and the entropy of the whole ranking besides, as the R package `smaa` (van Valkenhoef,
//! Tervonen & Postmus) defines them. Nothing is random here.

use crate::mcda::error::{check_count, check_len, check_not_negative};
use crate::mcda::problem::{DecisionMatrix, Entry, MAX_LISTED, McdaError};
use crate::mcda::weighted_sum::dot;

use super::entropy_bits;

/// What the samples show. m alternatives; tables are row-major `[i][…]`, shares of all samples.
#[derive(Debug, Clone, PartialEq)]
pub struct GivenSamples {
    /// How often alternative i takes rank r (0-based); tied alternatives share the better rank.
    pub rank_acceptability: Vec<Vec<f64>>,
    /// How often i scores more than k.
    pub pairwise_winning: Vec<Vec<f64>>,
    /// The mean weights with which i is first; `None` where it never is.
    pub central_weights: Vec<Option<Vec<f64>>>,
    /// How often i is first with its central weights.
    pub confidence_factor: Vec<Option<f64>>,
    /// The entropy of the observed vectors of ranks, in bits.
    pub ranking_entropy: f64,
    /// The entropy of who is first, in bits.
    pub choice_entropy: f64,
}

/// Counts the given samples: the k-th is `ratings[k]` (alternatives × criteria) with `weights[k]` (one per criterion, a row of the matrix).
/// Fails on shapes that do not go together, a negative weight, and weights of one sample that are all zero.
pub fn given_samples(ratings: &[DecisionMatrix], weights: &DecisionMatrix) -> Result<GivenSamples, McdaError> {
    check_count(Entry::new("ratings"), ratings.len(), "samples", MAX_LISTED)?;
    check_len(Entry::new("weights"), weights.n_alternatives(), ratings.len())?;
    for (k, row) in weights.rows().enumerate() {
        let entry = Entry::new("weights").at(k);
        for (j, &weight) in row.iter().enumerate() {
            check_not_negative(entry.at(j), weight)?;
        }
        if row.iter().all(|&weight| weight == 0.0) {
            return Err(McdaError::AllZero(entry));
        }
    }
    let (m, n) = (ratings[0].n_alternatives(), weights.n_criteria());
    for (k, sample) in ratings.iter().enumerate() {
        check_len(Entry::new("ratings").at(k), sample.n_alternatives(), m)?;
        check_len(Entry::new("ratings").at(k).at(0), sample.n_criteria(), n)?;
    }
    let mut rankings: Vec<Vec<usize>> = Vec::with_capacity(ratings.len());
    let mut wins = vec![vec![0_usize; m]; m];
    let mut first_weights = vec![vec![0.0; n]; m];
    for (sample, w) in ratings.iter().zip(weights.rows()) {
        let scores: Vec<f64> = sample.rows().map(|row| dot(row, w)).collect();
        let ahead = |i: usize| scores.iter().filter(|&&s| s > scores[i]).count();
        let ranks: Vec<usize> = (0..m).map(ahead).collect();
        for (i, wins) in wins.iter_mut().enumerate() {
            for (win, other) in wins.iter_mut().zip(&scores) {
                *win += usize::from(scores[i] > *other);
            }
        }
        for (sum, _) in first_weights.iter_mut().zip(&ranks).filter(|(_, rank)| **rank == 0) {
            sum.iter_mut().zip(w).for_each(|(x, y)| *x += y);
        }
        rankings.push(ranks);
    }
    let samples = ratings.len() as f64;
    let share = |count: usize| count as f64 / samples;
    let hits = |i: usize, r: usize| rankings.iter().filter(|ranks| ranks[i] == r).count();
    let rank_acceptability: Vec<Vec<f64>> = (0..m).map(|i| (0..m).map(|r| share(hits(i, r))).collect()).collect();
    let central = |i: usize| {
        let hits = hits(i, 0) as f64;
        (hits > 0.0).then(|| first_weights[i].iter().map(|sum| sum / hits).collect::<Vec<f64>>())
    };
    let central_weights: Vec<Option<Vec<f64>>> = (0..m).map(central).collect();
    let is_first = |i: usize, w: &[f64], sample: &DecisionMatrix| {
        let own = dot(sample.row(i), w);
        sample.rows().all(|row| dot(row, w) <= own)
    };
    let confidence =
        |(i, w): (usize, &Option<Vec<f64>>)| w.as_ref().map(|w| share(ratings.iter().filter(|sample| is_first(i, w, sample)).count()));
    let confidence_factor = central_weights.iter().enumerate().map(confidence).collect();
    rankings.sort_unstable();
    let runs = rankings.chunk_by(|a, b| a == b).map(|run| share(run.len()));
    Ok(GivenSamples {
        ranking_entropy: entropy_bits(runs),
        choice_entropy: entropy_bits(rank_acceptability.iter().map(|row| row[0])),
        pairwise_winning: wins.iter().map(|row| row.iter().map(|&win| share(win)).collect()).collect(),
        rank_acceptability,
        central_weights,
        confidence_factor,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_samples_two_leaders() {
        let sample = DecisionMatrix::new(&[[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]]).unwrap();
        let weights = DecisionMatrix::new(&[[0.75, 0.25], [0.25, 0.75]]).unwrap();
        let result = given_samples(&[sample.clone(), sample], &weights).unwrap();
        assert_eq!(result.rank_acceptability, [[0.5, 0.5, 0.0], [0.5, 0.5, 0.0], [0.0, 0.0, 1.0]]);
        assert_eq!(result.central_weights[0].as_deref(), Some(&[0.75, 0.25][..]));
        assert_eq!(result.confidence_factor, [Some(1.0), Some(1.0), None]);
        assert_eq!((result.ranking_entropy, result.choice_entropy), (1.0, 1.0));
    }

    #[test]
    fn shapes_are_checked() {
        let sample = DecisionMatrix::new(&[[1.0, 0.0]]).unwrap();
        let weights = DecisionMatrix::new(&[[1.0]]).unwrap();
        assert!(given_samples(&[], &weights).is_err());
        assert!(given_samples(&[sample], &weights).is_err());
    }
}
