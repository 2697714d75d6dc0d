//! One batch of samples after another: ratings drawn, scores added up, ranks counted.
//!
//! Samples stand side by side and every step does the same to all of them, so that a compiler can use whatever vector instructions
//! there are without changing a bit: no operation mixes two samples except the final sums, whose order is fixed. Single triangular
//! ratings follow Stein, W. E. & Keblis, M. F. (2009), "A new method to simulate the triangular distribution", *Mathematical and
//! Computer Modelling* 49(5–6): 1143–1147: low + (mode − low) max(U, V) + (high − mode) min(U, V), which needs no square root.
//! Which blocks are drawn, and what their counts mean, is [`super`]'s business.

use crate::mcda::problem::{Ratings, Triangular};

use super::random::{LANES, Stream, one_plus_lower, one_plus_upper};

/// Samples side by side; a multiple of [`LANES`], small enough for the weights of some thirty criteria to stay in the first cache.
pub(super) const BATCH: usize = 128;

/// As many numbers as there are lanes.
pub(super) type Lane = [f64; LANES];

/// One number per sample, in pieces of a length that the compiler knows: it gives up on vectors where it has to cut slices.
pub(super) type Batch = [Lane; BATCH / LANES];

pub(super) const ZEROS: Batch = [[0.0; LANES]; BATCH / LANES];

/// Cells of each score histogram, between the least and the greatest score that an alternative can have.
pub(super) const BINS: usize = 1024;

/// How to draw each alternative's ratings.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    alternatives: Vec<Draws>,
    n_criteria: usize,
}

/// One alternative's ratings, by criterion, sorted by how they are drawn.
#[derive(Debug, Clone, Default)]
struct Draws {
    exact: Vec<(usize, f64)>,
    single: Vec<(usize, MinMax)>,
    /// Ratings that share their quantile, one list per dependence group.
    shared: Vec<Vec<(usize, Quantile)>>,
    /// The least and the greatest score, whatever the weights.
    range: (f64, f64),
}

/// offset + a max + b min of two numbers in 1..2.
#[derive(Debug, Clone, Copy)]
struct MinMax {
    offset: f64,
    a: f64,
    b: f64,
}

/// low + rise √u below the split, high − fall √(1 − u) above it.
#[derive(Debug, Clone, Copy)]
struct Quantile {
    split: f64,
    low: f64,
    rise: f64,
    high: f64,
    fall: f64,
}

/// What is counted and summed over samples. m alternatives, n criteria; all row-major.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tally {
    pub samples: u64,
    /// m × m: how often alternative i had r others before it.
    pub ranks: Vec<u64>,
    /// m × m: how often i scored more than k.
    pub wins: Vec<u64>,
    /// m × n: the sum of the weights with which i was first.
    pub first_weights: Vec<f64>,
    /// m × [`BINS`]: how often i's score fell there.
    pub bins: Vec<u64>,
}

impl Plan {
    pub fn new(ratings: &Ratings) -> Self {
        let draws = |row: &[Triangular]| {
            let mut draws = Draws::default();
            let open = |g: usize| {
                let members = ratings.groups().iter().zip(row).enumerate();
                members.filter(move |(_, (group, cell))| **group == g && !cell.is_exact()).map(|(j, (_, cell))| (j, *cell))
            };
            draws.exact = (0..row.len()).filter(|&j| row[j].is_exact()).map(|j| (j, row[j].low())).collect();
            for group in 0..ratings.n_groups() {
                match open(group).count() {
                    0 => {}
                    1 => draws.single.extend(open(group).map(|(j, cell)| (j, MinMax::new(cell)))),
                    _ => draws.shared.push(open(group).map(|(j, cell)| (j, Quantile::new(cell))).collect()),
                }
            }
            let least = row.iter().map(|cell| cell.low()).fold(f64::INFINITY, f64::min);
            let greatest = row.iter().map(|cell| cell.high()).fold(f64::NEG_INFINITY, f64::max);
            draws.range = (least, greatest);
            draws
        };
        Self { alternatives: ratings.rows().map(draws).collect(), n_criteria: ratings.n_criteria() }
    }

    pub fn n_alternatives(&self) -> usize {
        self.alternatives.len()
    }

    pub fn n_criteria(&self) -> usize {
        self.n_criteria
    }

    /// The least and the greatest score of alternative `i`, whatever the weights.
    pub fn range(&self, i: usize) -> (f64, f64) {
        self.alternatives[i].range
    }

    /// Draws the ratings of every alternative and adds them up with one weight vector per sample. Scores are on the weights' scale.
    #[inline(always)]
    pub fn scores(&self, stream: &mut Stream, weights: &[Batch], scores: &mut [Batch]) {
        for (draws, score) in self.alternatives.iter().zip(scores) {
            let mut sum = ZEROS;
            draws.ratings(stream, |j, at, ratings| {
                sum[at] = plus_product(sum[at], weights[j][at], ratings);
            });
            *score = sum;
        }
    }

    /// Draws the ratings once and adds them up with each of several known weight vectors: `scores[v][i]` for vector v and alternative i.
    /// `ratings` is room for one batch per criterion.
    #[inline(always)]
    pub fn scores_at(&self, stream: &mut Stream, weights: &[&[f64]], ratings: &mut [Batch], scores: &mut [Vec<Batch>]) {
        for (i, draws) in self.alternatives.iter().enumerate() {
            draws.ratings(stream, |j, at, drawn| ratings[j][at] = drawn);
            for (w, of_vector) in weights.iter().zip(scores.iter_mut()) {
                for at in 0..BATCH / LANES {
                    // All criteria of one piece before the next piece, so that the sums stay in registers.
                    let mut sum = [0.0; LANES];
                    for (w, ratings) in w.iter().zip(ratings.iter()) {
                        sum = plus_product(sum, [*w; LANES], ratings[at]);
                    }
                    of_vector[i][at] = sum;
                }
            }
        }
    }
}

impl Draws {
    /// Calls `add` with a criterion, a piece of the batch, and the ratings there, for every criterion and every piece.
    #[inline(always)]
    fn ratings(&self, stream: &mut Stream, mut add: impl FnMut(usize, usize, Lane)) {
        for &(j, x) in &self.exact {
            for at in 0..BATCH / LANES {
                add(j, at, [x; LANES]);
            }
        }
        // A copy, so that the generators stay in registers.
        let mut local = *stream;
        for &(j, MinMax { offset, a, b }) in &self.single {
            for at in 0..BATCH / LANES {
                let bits = local.next();
                let mut ratings = [0.0; LANES];
                for l in 0..LANES {
                    let (u, v) = (one_plus_upper(bits[l]), one_plus_lower(bits[l]));
                    // Two comparisons rather than one with a swap: each is a single instruction then.
                    let max = if u > v { u } else { v };
                    let min = if u < v { u } else { v };
                    ratings[l] = offset + a * max + b * min;
                }
                add(j, at, ratings);
            }
        }
        *stream = local;
        for group in &self.shared {
            let mut bits = [0; BATCH];
            stream.fill(&mut bits);
            let (mut u, mut below, mut above) = (ZEROS, ZEROS, ZEROS);
            for (u, bits) in u.as_flattened_mut().iter_mut().zip(&bits) {
                *u = one_plus_upper(*bits) - 1.0;
            }
            for (below, u) in below.as_flattened_mut().iter_mut().zip(u.as_flattened()) {
                *below = u.sqrt();
            }
            for (above, u) in above.as_flattened_mut().iter_mut().zip(u.as_flattened()) {
                *above = (1.0 - u).sqrt();
            }
            for (j, q) in group {
                for at in 0..BATCH / LANES {
                    add(*j, at, q.ratings(u[at], below[at], above[at]));
                }
            }
        }
    }
}

impl Quantile {
    #[inline(always)]
    fn ratings(self, u: Lane, below: Lane, above: Lane) -> Lane {
        let mut ratings = [0.0; LANES];
        for l in 0..LANES {
            let (left, right) = (self.low + self.rise * below[l], self.high - self.fall * above[l]);
            ratings[l] = if u[l] < self.split { left } else { right };
        }
        ratings
    }
}

impl MinMax {
    fn new(t: Triangular) -> Self {
        let (a, b) = (t.mode() - t.low(), t.high() - t.mode());
        Self { offset: t.low() - a - b, a, b }
    }
}

impl Quantile {
    fn new(t: Triangular) -> Self {
        let span = t.high() - t.low();
        let split = (t.mode() - t.low()) / span;
        Self { split, low: t.low(), rise: span * split.sqrt(), high: t.high(), fall: span * (1.0 - split).sqrt() }
    }
}

impl Tally {
    pub fn new(n_alternatives: usize, n_criteria: usize) -> Self {
        Self {
            samples: 0,
            ranks: vec![0; n_alternatives * n_alternatives],
            wins: vec![0; n_alternatives * n_alternatives],
            first_weights: vec![0.0; n_alternatives * n_criteria],
            bins: vec![0; n_alternatives * BINS],
        }
    }

    /// Adds another block's counts and sums.
    pub fn merge(&mut self, other: &Self) {
        let add = |to: &mut [u64], from: &[u64]| to.iter_mut().zip(from).for_each(|(x, y)| *x += y);
        self.samples += other.samples;
        add(&mut self.ranks, &other.ranks);
        add(&mut self.wins, &other.wins);
        add(&mut self.bins, &other.bins);
        self.first_weights.iter_mut().zip(&other.first_weights).for_each(|(x, y)| *x += y);
    }

    /// Counts the first `live` samples of a batch. `weights` and `scores` are on a common scale, on which the weights sum to `sum`.
    #[inline(always)]
    pub fn count(&mut self, plan: &Plan, live: usize, weights: &[Batch], sum: &Batch, scores: &[Batch]) {
        // Told apart so that full batches, nearly all of them, have a length that the compiler knows.
        if live >= BATCH {
            self.count_samples(plan, BATCH, weights, sum, scores);
        } else {
            self.count_samples(plan, live, weights, sum, scores);
        }
    }

    #[inline(always)]
    fn count_samples(&mut self, plan: &Plan, live: usize, weights: &[Batch], sum: &Batch, scores: &[Batch]) {
        let (m, n) = (scores.len(), weights.len());
        self.samples += live as u64;
        let mut unit = [0.0; BATCH];
        for (unit, sum) in unit[..live].iter_mut().zip(sum.as_flattened()) {
            *unit = 1.0 / sum;
        }
        for (i, own) in scores.iter().enumerate() {
            let own = &own.as_flattened()[..live];
            let mut ahead = [0_u64; BATCH];
            for (k, other) in scores.iter().enumerate().filter(|&(k, _)| k != i) {
                let mut losses = 0;
                for ((ahead, own), other) in ahead.iter_mut().zip(own).zip(other.as_flattened()) {
                    let behind = u64::from(other > own);
                    *ahead += behind;
                    losses += behind;
                }
                self.wins[k * m + i] += losses;
            }
            for (r, hits) in self.ranks[i * m..][..m].iter_mut().enumerate() {
                *hits += ahead[..live].iter().map(|&ahead| u64::from(ahead == r as u64)).sum::<u64>();
            }
            let mut first = ZEROS;
            for ((first, ahead), unit) in first.as_flattened_mut()[..live].iter_mut().zip(&ahead).zip(&unit) {
                *first = if *ahead == 0 { *unit } else { 0.0 };
            }
            for (w, total) in weights.iter().zip(&mut self.first_weights[i * n..][..n]) {
                let mut partial = [0.0; LANES];
                for (w, first) in w.iter().zip(&first) {
                    partial = plus_product(partial, *w, *first);
                }
                *total += partial.iter().sum::<f64>();
            }
            let (least, per_unit) = bin_scale(plan.range(i));
            let bins = &mut self.bins[i * BINS..][..BINS];
            let mut places = [0_i32; BATCH];
            for ((place, own), unit) in places.iter_mut().zip(own).zip(&unit) {
                // The cast saturates, and turns anything odd into 0.
                *place = ((own * unit - least) * per_unit) as i32;
            }
            for place in &places[..live] {
                bins[(*place as usize).min(BINS - 1)] += 1;
            }
        }
    }
}

/// sum + x y, lane by lane. By value: with references the compiler must reckon with overlaps, and does one lane at a time.
#[inline(always)]
fn plus_product(mut sum: Lane, x: Lane, y: Lane) -> Lane {
    for l in 0..LANES {
        sum[l] += x[l] * y[l];
    }
    sum
}

/// The lower end of a histogram, and how many bins there are to a unit of score.
pub(super) fn bin_scale((least, greatest): (f64, f64)) -> (f64, f64) {
    let span = greatest - least;
    let per_unit = BINS as f64 / span;
    (least, if per_unit.is_finite() { per_unit } else { 0.0 })
}
