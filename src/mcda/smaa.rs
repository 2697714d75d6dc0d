//! Stochastic multicriteria acceptability analysis: in which share of the plausible weights and ratings each alternative takes each rank.
//!
//! Lahdelma, R. & Salminen, P. (2001), "SMAA-2: stochastic multicriteria acceptability analysis for group decision making", *Operations
//! Research* 49(3): 444–454: rank acceptability b_i^r = P(rank(i) = r), central weights w_i^c = E[w | rank(i) = 1], confidence factors
//! p_i^c = P(rank(i) = 1 | w = w_i^c); Leskinen, P., Viitanen, J., Kangas, A. & Kangas, J. (2006), "Alternatives to incorporate
//! uncertainty and risk attitude in multicriteria evaluation of forest plans", *Forest Science* 52(3): 304–312 (pairwise winning
//! indices). The score is the weighted sum. Deciding what share is enough, and for whom, is not done here.
//!
//! Samples are cut into blocks of [`BLOCK`], each with its own random stream, and merged in the order of blocks: one thread or eight,
//! all at once or bit by bit, the same seed gives the same bytes.

mod batch;
mod blocks;
mod given;
mod random;
mod weight_laws;

use std::sync::atomic::{AtomicBool, Ordering};

use pulp::Arch;

use super::error::{check_len, out_of_range};
use super::problem::{DecisionMatrix, Entry, McdaError, Ratings};
use super::ranking::leader;
use super::weighted_sum::dot;
use batch::{BINS, Plan, Tally, bin_scale};
use blocks::{ConfidenceBlock, SampleBlock, in_order};
use random::{Purpose, Stream};

pub use given::{GivenSamples, given_samples};
pub use weight_laws::{MIN_CONCENTRATION, WeightLaw};

/// Samples of one random stream, and between two looks at the cancel flag.
pub const BLOCK: usize = 10_000;
/// Samples after which a first answer is worth showing.
pub const FIRST_ANSWER: usize = 10_000;
/// The standard error below which every acceptability is good enough: a whole percent has settled.
pub const TARGET_STANDARD_ERROR: f64 = 0.001;
/// The most samples that are ever drawn.
pub const MAX_SAMPLES: usize = 2_000_000;
/// With fewer samples in which it leads, an alternative has no central weights: their mean would say little.
pub const MIN_HITS: u64 = 30;

/// Draws samples of one problem, as many as are asked for, and says at any time what they show.
#[derive(Debug, Clone)]
pub struct Sampler {
    plan: Plan,
    modes: DecisionMatrix,
    is_exact: bool,
    law: WeightLaw,
    seed: u64,
    threads: usize,
    /// All full blocks so far.
    full: Tally,
    /// The beginning of the next block; drawn again in full when sampling goes on.
    tail: Tally,
}

/// What the samples show. m alternatives; tables are row-major `[i][…]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Smaa {
    pub samples: u64,
    pub seed: u64,
    /// b_i^r: the share of samples in which alternative i takes rank r (0-based). Tied alternatives share the better rank.
    pub rank_acceptability: Vec<Vec<f64>>,
    /// The standard error of each acceptability, never quite zero: no count of samples excludes a rare event.
    pub rank_acceptability_se: Vec<Vec<f64>>,
    /// The share of samples in which i scores more than k; 0 on the diagonal.
    pub pairwise_winning: Vec<Vec<f64>>,
    /// w_i^c: the mean weights with which i is first; `None` where it hardly ever is, see [`MIN_HITS`].
    pub central_weights: Vec<Option<Vec<f64>>>,
    /// The 5th and the 95th percentile of each score, with the weights summing to one.
    pub score_range: Vec<(f64, f64)>,
    /// −Σ b_i^1 log₂ b_i^1 in bits: 0 when one alternative always leads.
    pub choice_entropy: f64,
}

/// Whether all samples that were asked for have been drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Done,
    Cancelled,
}

impl Sampler {
    /// Fails when the law does not fit the ratings' criteria or cannot be satisfied. Runs on one thread unless told otherwise.
    pub fn new(ratings: &Ratings, law: WeightLaw, seed: u64) -> Result<Self, McdaError> {
        law.check(ratings.n_criteria())?;
        let plan = Plan::new(ratings);
        let empty = Tally::new(plan.n_alternatives(), plan.n_criteria());
        Ok(Self { modes: ratings.modes(), is_exact: ratings.is_exact(), plan, law, seed, threads: 1, full: empty.clone(), tail: empty })
    }

    /// Draws blocks on up to `threads` threads at a time. The result does not depend on it.
    pub fn with_threads(mut self, threads: usize) -> Self {
        self.threads = threads.max(1);
        self
    }

    /// The number of samples drawn so far.
    pub fn samples(&self) -> usize {
        (self.full.samples + self.tail.samples) as usize
    }

    /// Draws on until there are `samples` samples, or until `cancel` is set: then it keeps what is finished, a whole number of blocks.
    /// Fails beyond [`MAX_SAMPLES`].
    pub fn run_until(&mut self, samples: usize, cancel: &AtomicBool) -> Result<Progress, McdaError> {
        check_samples(samples)?;
        if samples <= self.samples() {
            return Ok(Progress::Done);
        }
        self.tail = self.empty();
        let mut next = self.full.samples as usize / BLOCK;
        let n_full = samples / BLOCK;
        while next < n_full {
            // In waves, so that at most so many blocks wait to be merged.
            let wave = next..n_full.min(next + WAVE);
            let blocks = self.draw_blocks(wave.clone(), cancel);
            for block in &blocks {
                self.full.merge(block);
            }
            if blocks.len() < wave.len() {
                return Ok(Progress::Cancelled);
            }
            next = wave.end;
        }
        if !samples.is_multiple_of(BLOCK) {
            if cancel.load(Ordering::Relaxed) {
                return Ok(Progress::Cancelled);
            }
            self.tail = self.draw_block(n_full, samples % BLOCK);
        }
        Ok(Progress::Done)
    }

    /// Draws on until every acceptability's standard error is below `target`, or there are `at_most` samples, or `cancel` is set.
    ///
    /// `report` hears of every intermediate result, the first after [`FIRST_ANSWER`] samples. How many samples that takes depends
    /// on the samples alone, never on the threads.
    pub fn run_to_precision(
        &mut self,
        target: f64,
        at_most: usize,
        cancel: &AtomicBool,
        mut report: impl FnMut(&Self),
    ) -> Result<Progress, McdaError> {
        check_samples(at_most)?;
        let mut goal = at_most.min(FIRST_ANSWER);
        loop {
            if self.run_until(goal, cancel)? == Progress::Cancelled {
                return Ok(Progress::Cancelled);
            }
            report(self);
            let worst = self.greatest_standard_error();
            if worst < target || goal >= at_most {
                return Ok(Progress::Done);
            }
            // What the present shares call for, a little over, in whole blocks.
            let needed = 1.02 * self.samples() as f64 * (worst / target) * (worst / target);
            let blocks = (needed / BLOCK as f64).ceil().max((goal / BLOCK + 1) as f64);
            goal = at_most.min((blocks * BLOCK as f64) as usize);
        }
    }

    /// What the samples so far show; with no samples, zeros and `None`.
    pub fn result(&self) -> Smaa {
        let mut tally = self.full.clone();
        tally.merge(&self.tail);
        let (m, n) = (self.plan.n_alternatives(), self.plan.n_criteria());
        let samples = tally.samples.max(1) as f64;
        let share = |count: &u64| *count as f64 / samples;
        let table = |counts: &[u64]| counts.chunks_exact(m).map(|row| row.iter().map(share).collect()).collect();
        let rank_acceptability: Vec<Vec<f64>> = table(&tally.ranks);
        let errors = |row: &[u64]| row.iter().map(|&hits| standard_error(hits, tally.samples)).collect();
        let central = |i: usize| {
            let hits = tally.ranks[i * m];
            let mean = |sum: &f64| sum / hits as f64;
            (hits >= MIN_HITS).then(|| tally.first_weights[i * n..][..n].iter().map(mean).collect())
        };
        Smaa {
            samples: tally.samples,
            seed: self.seed,
            rank_acceptability_se: tally.ranks.chunks_exact(m).map(errors).collect(),
            pairwise_winning: table(&tally.wins),
            central_weights: (0..m).map(central).collect(),
            score_range: (0..m).map(|i| self.score_range(&tally, i)).collect(),
            choice_entropy: entropy_bits(rank_acceptability.iter().map(|row| row[0])),
            rank_acceptability,
        }
    }

    /// p_i^c: how often alternative i is first when the weights are its central weights `central[i]`, over `samples` fresh samples of
    /// the ratings. `None` where there are no central weights, and throughout when cancelled. Exact ratings need no samples: 1 or 0.
    /// Fails beyond [`MAX_SAMPLES`], and on weights of another length than the ratings have criteria.
    pub fn confidence_factors(
        &self,
        central: &[Option<Vec<f64>>],
        samples: usize,
        cancel: &AtomicBool,
    ) -> Result<Vec<Option<f64>>, McdaError> {
        check_samples(samples)?;
        let m = self.plan.n_alternatives();
        let asked: Vec<(usize, &[f64])> = central.iter().enumerate().take(m).filter_map(|(i, w)| w.as_deref().map(|w| (i, w))).collect();
        for &(i, w) in &asked {
            check_len(Entry::new("central").at(i), w.len(), self.plan.n_criteria())?;
        }
        let mut factors = vec![None; m];
        if self.is_exact {
            for &(i, w) in &asked {
                let scores: Vec<f64> = self.modes.rows().map(|row| dot(row, w)).collect();
                let best = leader(&scores).map_or(0.0, |b| scores[b]);
                factors[i] = Some(if scores[i] >= best { 1.0 } else { 0.0 });
            }
            return Ok(factors);
        }
        let n_blocks = samples.div_ceil(BLOCK);
        let live = |block: usize| BLOCK.min(samples - block * BLOCK);
        let draw = |block: usize| {
            let stream = Stream::new(self.seed, Purpose::Confidence, block as u64);
            Arch::new().dispatch(ConfidenceBlock { plan: &self.plan, asked: &asked, stream, samples: live(block) })
        };
        let blocks = in_order(0..n_blocks, self.threads, cancel, draw);
        if blocks.len() == n_blocks && samples > 0 {
            for (k, &(i, _)) in asked.iter().enumerate() {
                let hits: u64 = blocks.iter().map(|block| block[k]).sum();
                factors[i] = Some(hits as f64 / samples as f64);
            }
        }
        Ok(factors)
    }

    fn greatest_standard_error(&self) -> f64 {
        let counts = self.full.ranks.iter().zip(&self.tail.ranks).map(|(x, y)| x + y);
        counts.map(|hits| standard_error(hits, self.samples() as u64)).fold(0.0, f64::max)
    }

    fn score_range(&self, tally: &Tally, i: usize) -> (f64, f64) {
        let (least, greatest) = self.plan.range(i);
        let (_, per_unit) = bin_scale((least, greatest));
        if per_unit == 0.0 {
            return (least, greatest);
        }
        let bins = &tally.bins[i * BINS..][..BINS];
        let at = |p: f64| {
            let mut left = p * tally.samples as f64;
            for (k, &count) in bins.iter().enumerate() {
                let count = count as f64;
                if left <= count && count > 0.0 {
                    // As if the scores of a bin were spread evenly over it.
                    return (least + (k as f64 + left / count) / per_unit).min(greatest);
                }
                left -= count;
            }
            greatest
        };
        (at(0.05), at(0.95))
    }

    fn empty(&self) -> Tally {
        Tally::new(self.plan.n_alternatives(), self.plan.n_criteria())
    }

    fn draw_blocks(&self, blocks: std::ops::Range<usize>, cancel: &AtomicBool) -> Vec<Tally> {
        in_order(blocks, self.threads, cancel, |block| self.draw_block(block, BLOCK))
    }

    /// The first `samples` samples of a block.
    fn draw_block(&self, block: usize, samples: usize) -> Tally {
        let stream = Stream::new(self.seed, Purpose::Samples, block as u64);
        Arch::new().dispatch(SampleBlock { plan: &self.plan, law: &self.law, stream, samples })
    }
}

/// Blocks that may wait to be merged.
const WAVE: usize = 64;

fn check_samples(samples: usize) -> Result<(), McdaError> {
    if samples > MAX_SAMPLES {
        return Err(out_of_range(Entry::new("samples"), samples as f64, "at most 2000000"));
    }
    Ok(())
}

/// √(p(1 − p)/N) with p = (hits + 1)/(N + 2), Laplace's estimate: an event that has not been seen yet is not known to be impossible.
fn standard_error(hits: u64, samples: u64) -> f64 {
    let n = samples as f64;
    let p = (hits as f64 + 1.0) / (n + 2.0);
    (p * (1.0 - p) / (n + 2.0)).sqrt()
}

/// −Σ p log₂ p.
fn entropy_bits(shares: impl Iterator<Item = f64>) -> f64 {
    let term = |p: f64| if p > 0.0 { -p * libm::log2(p) } else { 0.0 };
    shares.map(term).sum::<f64>() + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulp::WithSimd;

    use crate::mcda::margin::score_moments;
    use crate::mcda::problem::{Triangular, Weights};

    fn run(rows: &[Vec<(f64, f64, f64)>], groups: &[usize], law: WeightLaw, samples: usize) -> Sampler {
        let cell = |&(low, mode, high): &(f64, f64, f64)| Triangular::new(low, mode, high).unwrap();
        let rows: Vec<Vec<Triangular>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        let ratings = Ratings::new(&rows).unwrap().with_groups(groups).unwrap();
        let mut sampler = Sampler::new(&ratings, law, 5).unwrap();
        sampler.run_until(samples, &AtomicBool::new(false)).unwrap();
        sampler
    }

    fn example() -> Vec<Vec<(f64, f64, f64)>> {
        vec![
            vec![(2.0, 5.0, 9.0), (4.0, 6.0, 7.0), (3.0, 3.0, 3.0), (1.0, 2.0, 5.0)],
            vec![(4.0, 5.0, 8.0), (5.0, 5.0, 5.0), (2.0, 4.0, 4.0), (0.0, 4.0, 6.0)],
            vec![(1.0, 4.0, 6.0), (5.0, 5.5, 7.0), (2.0, 4.5, 6.0), (2.0, 2.0, 7.0)],
        ]
    }

    #[test]
    fn exact_ratings_have_their_exact_shares() {
        // A leads where w_1 > ½.
        let rows = [vec![(1.0, 1.0, 1.0), (0.0, 0.0, 0.0)], vec![(0.0, 0.0, 0.0), (1.0, 1.0, 1.0)]];
        let sampler = run(&rows, &[0, 1], WeightLaw::Ordinal(vec![0, 1]), 20_000);
        let result = sampler.result();
        assert_eq!(result.rank_acceptability, [[1.0, 0.0], [0.0, 1.0]]);
        assert_eq!(result.choice_entropy, 0.0);
        assert!((result.central_weights[0].as_ref().unwrap()[0] - 0.75).abs() < 0.005);
        assert_eq!(result.central_weights[1], None);
        // Scores of A are w_1, uniform on ½..1.
        assert!((result.score_range[0].0 - 0.525).abs() < 0.01 && (result.score_range[0].1 - 0.975).abs() < 0.01);
        let factors = sampler.confidence_factors(&result.central_weights, 1000, &AtomicBool::new(false)).unwrap();
        assert_eq!(factors, [Some(1.0), None]);
    }

    #[test]
    fn the_closed_form_moments_agree_with_the_sampler() {
        let mean = Weights::new(&[0.4, 0.3, 0.2, 0.1]).unwrap();
        for groups in [[0, 1, 2, 3], [0, 0, 1, 1]] {
            let law = WeightLaw::Dirichlet { mean: mean.clone(), concentration: 25.0 };
            let sampler = run(&example(), &groups, law, 400_000);
            let cell = |&(low, mode, high): &(f64, f64, f64)| Triangular::new(low, mode, high).unwrap();
            let rows: Vec<Vec<Triangular>> = example().iter().map(|row| row.iter().map(cell).collect()).collect();
            let ratings = Ratings::new(&rows).unwrap().with_groups(&groups).unwrap();
            let moments = score_moments(&ratings, &mean, 25.0).unwrap();
            let result = sampler.result();
            for i in 0..3 {
                let score = moments.score(i);
                let (low, high) = result.score_range[i];
                let z = super::super::normal::Z_95 * score.standard_deviation();
                // The approximation leaves out a few percent of the variance and all skewness.
                assert!((low - (score.mean - z)).abs() < 0.12, "{groups:?} {i} {low} {}", score.mean - z);
                assert!((high - (score.mean + z)).abs() < 0.12, "{groups:?} {i} {high} {}", score.mean + z);
                for k in (0..3).filter(|&k| k != i) {
                    let expected = moments.margin(i, k).probability_positive();
                    let found = result.pairwise_winning[i][k];
                    assert!((found - expected).abs() < 0.03, "{groups:?} {i} {k} {found} {expected}");
                }
            }
        }
    }

    #[test]
    fn single_and_shared_ratings_have_the_same_distribution() {
        // With one criterion, a group of two whose second member never counts draws by quantile what otherwise is drawn by min and max.
        let rows = [vec![(2.0, 5.0, 9.0), (0.0, 1.0, 2.0)], vec![(4.0, 5.0, 8.0), (0.0, 1.0, 2.0)]];
        let known = WeightLaw::Known(Weights::new(&[1.0, 0.0]).unwrap());
        let single = run(&rows, &[0, 1], known.clone(), 200_000).result();
        let shared = run(&rows, &[0, 0], known, 200_000).result();
        assert!((single.rank_acceptability[0][0] - shared.rank_acceptability[0][0]).abs() < 0.008);
        for (a, b) in single.score_range.iter().zip(&shared.score_range) {
            assert!((a.0 - b.0).abs() < 0.03 && (a.1 - b.1).abs() < 0.03, "{a:?} {b:?}");
        }
        let t = Triangular::new(2.0, 5.0, 9.0).unwrap();
        assert!((single.score_range[0].0 - t.quantile(0.05)).abs() < 0.03);
    }

    #[test]
    fn bit_by_bit_on_many_threads_or_in_one_go_is_all_the_same() {
        let once = run(&example(), &[0, 1, 0, 2], WeightLaw::Uniform, 57_300);
        let mut steps = run(&example(), &[0, 1, 0, 2], WeightLaw::Uniform, 10_001).with_threads(8);
        for samples in [10_002, 30_000, 57_300] {
            assert_eq!(steps.run_until(samples, &AtomicBool::new(false)).unwrap(), Progress::Done);
            assert_eq!(steps.samples(), samples);
        }
        assert_eq!(once.result(), steps.result());
        let never = AtomicBool::new(false);
        let central = once.result().central_weights;
        let one = once.confidence_factors(&central, 25_000, &never).unwrap();
        assert_eq!(one, steps.confidence_factors(&central, 25_000, &never).unwrap());
    }

    #[test]
    fn cancelling_keeps_whole_blocks_and_precision_ends_by_itself() {
        let mut sampler = run(&example(), &[0, 1, 2, 3], WeightLaw::Uniform, 10_000);
        assert_eq!(sampler.run_until(50_000, &AtomicBool::new(true)).unwrap(), Progress::Cancelled);
        assert_eq!(sampler.samples(), 10_000);
        let mut looks = Vec::new();
        let target = TARGET_STANDARD_ERROR;
        let mut fresh = run(&example(), &[0, 1, 2, 3], WeightLaw::Uniform, 0);
        let progress = fresh.run_to_precision(target, MAX_SAMPLES, &AtomicBool::new(false), |s| looks.push(s.samples()));
        assert_eq!(progress.unwrap(), Progress::Done);
        assert_eq!(looks[0], FIRST_ANSWER);
        let result = fresh.result();
        assert!(result.rank_acceptability_se.iter().flatten().all(|&se| se < target));
        assert!(result.samples < 260_000, "{looks:?}");
        assert!(fresh.run_until(MAX_SAMPLES + 1, &AtomicBool::new(false)).is_err());
    }

    #[test]
    fn vector_instructions_change_no_bit() {
        let mean = Weights::new(&[0.4, 0.3, 0.2, 0.1]).unwrap();
        let bounded = WeightLaw::Bounded(vec![(0.0, 0.5); 4]);
        for law in [WeightLaw::Uniform, WeightLaw::Dirichlet { mean, concentration: 8.0 }, bounded] {
            let sampler = run(&example(), &[0, 1, 0, 2], law, 0);
            let stream = Stream::new(sampler.seed, Purpose::Samples, 3);
            let plain = SampleBlock { plan: &sampler.plan, law: &sampler.law, stream, samples: 1000 };
            assert_eq!(plain.with_simd(pulp::Scalar), sampler.draw_block(3, 1000));
        }
    }

    #[test]
    fn the_same_seed_gives_these_very_bytes() {
        // Pinned: a change here changes every recorded share and needs a new engine version.
        let result = run(&example(), &[0, 1, 0, 2], WeightLaw::Uniform, 10_000).result();
        let mean = Weights::new(&[0.4, 0.3, 0.2, 0.1]).unwrap();
        let dirichlet = run(&example(), &[0, 1, 0, 2], WeightLaw::Dirichlet { mean, concentration: 8.0 }, 10_000).result();
        let bits = |r: &Smaa| (r.rank_acceptability[0][0], r.central_weights[1].as_ref().unwrap()[2].to_bits());
        assert_eq!((bits(&result), bits(&dirichlet)), ((0.2361, 0x3fcd_9c39_83eb_4210), (0.3586, 0x3fc8_4abb_75e7_b7df)));
    }
}
