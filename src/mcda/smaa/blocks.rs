//! Whole blocks of samples: each from its own random stream, on one thread or several, always in order.
//!
//! What one batch of a block does is [`super::batch`]'s, what the blocks mean together [`super`]'s.

use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use pulp::{Simd, WithSimd};

use super::batch::{BATCH, Plan, Tally, ZEROS};
use super::random::Stream;
use super::weight_laws::{WeightLaw, WeightSource};

/// One block, compiled once for each set of vector instructions there is and run with the best that this machine has.
pub(super) struct SampleBlock<'a> {
    pub plan: &'a Plan,
    pub law: &'a WeightLaw,
    pub stream: Stream,
    pub samples: usize,
}

impl WithSimd for SampleBlock<'_> {
    type Output = Tally;

    #[inline(always)]
    fn with_simd<S: Simd>(mut self, _: S) -> Tally {
        let (m, n) = (self.plan.n_alternatives(), self.plan.n_criteria());
        let mut tally = Tally::new(m, n);
        let mut weights = vec![ZEROS; n];
        let mut scores = vec![ZEROS; m];
        let mut sum = ZEROS;
        let mut source = WeightSource::new(self.law, &mut self.stream);
        for start in (0..self.samples).step_by(BATCH) {
            source.draw(&mut self.stream, &mut weights, &mut sum);
            self.plan.scores(&mut self.stream, &weights, &mut scores);
            tally.count(self.plan, self.samples - start, &weights, &sum, &scores);
        }
        tally
    }
}

/// As [`SampleBlock`], for known weights: how often each alternative is first with its own.
pub(super) struct ConfidenceBlock<'a> {
    pub plan: &'a Plan,
    pub asked: &'a [(usize, &'a [f64])],
    pub stream: Stream,
    pub samples: usize,
}

impl WithSimd for ConfidenceBlock<'_> {
    type Output = Vec<u64>;

    #[inline(always)]
    fn with_simd<S: Simd>(mut self, _: S) -> Vec<u64> {
        let m = self.plan.n_alternatives();
        let weights: Vec<&[f64]> = self.asked.iter().map(|(_, w)| *w).collect();
        let mut scores = vec![vec![ZEROS; m]; weights.len()];
        let mut ratings = vec![ZEROS; self.plan.n_criteria()];
        let mut hits = vec![0; weights.len()];
        for start in (0..self.samples).step_by(BATCH) {
            self.plan.scores_at(&mut self.stream, &weights, &mut ratings, &mut scores);
            let live = BATCH.min(self.samples - start);
            for ((&(i, _), scores), hits) in self.asked.iter().zip(&scores).zip(&mut hits) {
                let mut beaten = [0_u64; BATCH];
                for rival in scores {
                    let pairs = rival.as_flattened().iter().zip(scores[i].as_flattened());
                    for (beaten, (rival, own)) in beaten.iter_mut().zip(pairs) {
                        *beaten |= u64::from(rival > own);
                    }
                }
                *hits += beaten[..live].iter().map(|b| 1 - b).sum::<u64>();
            }
        }
        hits
    }
}

/// The results of `draw` for a range of blocks, in order, from one or more threads; ends early, with a shorter list, when cancelled.
pub(super) fn in_order<T: Send>(blocks: Range<usize>, threads: usize, cancel: &AtomicBool, draw: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let is_cancelled = || cancel.load(Ordering::Relaxed);
    if threads.min(blocks.len()) <= 1 {
        return blocks.take_while(|_| !is_cancelled()).map(draw).collect();
    }
    let next = AtomicUsize::new(blocks.start);
    let finished = Mutex::new((0..blocks.len()).map(|_| None).collect::<Vec<Option<T>>>());
    std::thread::scope(|scope| {
        for _ in 0..threads.min(blocks.len()) {
            scope.spawn(|| {
                while !is_cancelled() {
                    let block = next.fetch_add(1, Ordering::Relaxed);
                    if block >= blocks.end {
                        break;
                    }
                    let result = draw(block);
                    let mut finished = finished.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
                    finished[block - blocks.start] = Some(result);
                }
            });
        }
    });
    let finished = finished.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
    finished.into_iter().map_while(|result| result).collect()
}
