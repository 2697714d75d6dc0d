//! The parts of a decision problem, checked once when they are made: matrix, directions, weights, uncertain ratings, and what can be wrong with them.
//!
//! No method lives here: everything that ranks, samples or varies a problem has its own file.

use std::ops::Deref;

pub use super::error::{Entry, MAX_MAGNITUDE, McdaError};
use super::error::{check_count, check_finite, check_len, check_not_negative};

/// The most alternatives a problem may have. Generous beside the 20 that the engine is tuned for; a bound on time and memory for hostile input.
pub const MAX_ALTERNATIVES: usize = 50;
/// The most criteria a problem may have; see [`MAX_ALTERNATIVES`].
pub const MAX_CRITERIA: usize = 50;
/// The most rows of a table whose rows are not alternatives; see [`MAX_ALTERNATIVES`].
pub const MAX_LISTED: usize = 100_000;
/// Whether more of a criterion is better or worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    Benefit,
    Cost,
}

/// What every alternative achieves on every criterion: finite numbers, row-major, alternatives × criteria, at least 1 × 1.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionMatrix {
    n_criteria: usize,
    values: Vec<f64>,
}

/// How much each criterion counts: at least one weight, none negative, together one.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights(Vec<f64>);

/// A triangular distribution over one rating; exact when low, mode and high are equal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Triangular {
    low: f64,
    mode: f64,
    high: f64,
}

/// Uncertain ratings of every alternative on every criterion, row-major, and which criteria err together.
///
/// Criteria of one *dependence group* share an alternative's quantile: if the evidence behind one of them
/// flatters an alternative, it flatters it on the others too. Different alternatives are independent.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratings {
    n_criteria: usize,
    cells: Vec<Triangular>,
    groups: Vec<usize>,
}

impl Direction {
    /// 1 for a benefit, −1 for a cost.
    pub fn sign(self) -> f64 {
        match self {
            Self::Benefit => 1.0,
            Self::Cost => -1.0,
        }
    }
}

impl DecisionMatrix {
    /// From one row per alternative. Fails on ragged or empty rows, on sizes beyond the limits, and on values that are not finite.
    pub fn new<R: AsRef<[f64]>>(rows: &[R]) -> Result<Self, McdaError> {
        Self::named("matrix", rows)
    }

    /// As [`DecisionMatrix::new`], with the name that its errors use.
    pub fn named<R: AsRef<[f64]>>(name: &'static str, rows: &[R]) -> Result<Self, McdaError> {
        Self::limited(name, rows, "alternatives", MAX_ALTERNATIVES)
    }

    /// As [`DecisionMatrix::named`], for up to `MAX_LISTED` rows that are not alternatives, such as sampled weights.
    pub fn listed<R: AsRef<[f64]>>(name: &'static str, rows: &[R]) -> Result<Self, McdaError> {
        Self::limited(name, rows, "rows", MAX_LISTED)
    }

    fn limited<R: AsRef<[f64]>>(name: &'static str, rows: &[R], of: &'static str, limit: usize) -> Result<Self, McdaError> {
        let entry = Entry::new(name);
        let n_criteria = check_rows(entry, rows, of, limit)?;
        let mut values = Vec::with_capacity(rows.len() * n_criteria);
        for (i, row) in rows.iter().enumerate() {
            for (j, &x) in row.as_ref().iter().enumerate() {
                values.push(check_finite(entry.at(i).at(j), x)?);
            }
        }
        Ok(Self { n_criteria, values })
    }

    /// From values that the engine computed itself and knows to be finite and of the right number.
    pub(super) fn trusted(n_criteria: usize, values: Vec<f64>) -> Self {
        debug_assert!(n_criteria > 0 && values.len().is_multiple_of(n_criteria));
        debug_assert!(values.iter().all(|x| x.is_finite()));
        Self { n_criteria, values }
    }

    pub fn n_alternatives(&self) -> usize {
        self.values.len() / self.n_criteria
    }

    pub fn n_criteria(&self) -> usize {
        self.n_criteria
    }

    /// What alternative `i` achieves on criterion `j`.
    pub fn get(&self, i: usize, j: usize) -> f64 {
        self.row(i)[j]
    }

    /// All values of alternative `i`, one per criterion.
    pub fn row(&self, i: usize) -> &[f64] {
        &self.values[i * self.n_criteria..][..self.n_criteria]
    }

    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[f64]> + Clone {
        self.values.chunks_exact(self.n_criteria)
    }

    /// All values of criterion `j`, one per alternative.
    pub fn column(&self, j: usize) -> impl ExactSizeIterator<Item = f64> + Clone {
        self.values[j..].iter().step_by(self.n_criteria).copied()
    }

    /// The values row by row.
    pub fn as_slice(&self) -> &[f64] {
        &self.values
    }

    /// A copy in which alternative `i` achieves `value` on criterion `j`.
    pub fn with(&self, i: usize, j: usize, value: f64) -> Result<Self, McdaError> {
        let value = check_finite(Entry::new("matrix").at(i).at(j), value)?;
        let mut copy = self.clone();
        copy.values[i * self.n_criteria + j] = value;
        Ok(copy)
    }

    /// Checks that there is one weight per criterion.
    pub fn check_weights(&self, weights: &Weights) -> Result<(), McdaError> {
        check_len(Entry::new("weights"), weights.len(), self.n_criteria)
    }

    /// Checks that there is one direction per criterion.
    pub fn check_directions(&self, directions: &[Direction]) -> Result<(), McdaError> {
        check_len(Entry::new("types"), directions.len(), self.n_criteria)
    }
}

impl Weights {
    /// Divides `points` (any scale) by their sum. Fails on an empty list, a negative or not finite entry, and points that are all zero.
    pub fn new(points: &[f64]) -> Result<Self, McdaError> {
        Self::named("weights", points)
    }

    /// As [`Weights::new`], with the name that its errors use.
    pub fn named(name: &'static str, points: &[f64]) -> Result<Self, McdaError> {
        let entry = Entry::new(name);
        check_count(entry, points.len(), "criteria", MAX_CRITERIA)?;
        let mut largest = 0.0_f64;
        for (j, &x) in points.iter().enumerate() {
            largest = largest.max(check_not_negative(entry.at(j), x)?);
        }
        if largest == 0.0 {
            return Err(McdaError::AllZero(entry));
        }
        // Subnormal points have too few digits for one division; scaled to a largest of one they are as good as any.
        if largest < f64::MIN_POSITIVE / f64::EPSILON {
            let scaled: Vec<f64> = points.iter().map(|x| x / largest).collect();
            return Ok(Self::scaled_to_one(scaled));
        }
        Ok(Self::scaled_to_one(points.to_vec()))
    }

    /// The same weight for each of `n` criteria, `n` from 1 to [`MAX_CRITERIA`].
    pub fn equal(n: usize) -> Result<Self, McdaError> {
        check_count(Entry::new("weights"), n, "criteria", MAX_CRITERIA)?;
        Ok(Self(vec![1.0 / n as f64; n]))
    }

    /// From numbers that the engine computed itself: not negative, not all zero.
    pub(super) fn scaled_to_one(mut points: Vec<f64>) -> Self {
        let sum: f64 = points.iter().sum();
        debug_assert!(sum > 0.0 && sum.is_finite());
        for x in &mut points {
            *x /= sum;
        }
        Self(points)
    }

    /// Weight `j` set to `t` in 0..=1 while the others keep their proportions; they share the rest equally if they had none.
    pub fn with(&self, j: usize, t: f64) -> Self {
        let n = self.0.len();
        if n == 1 {
            return self.clone();
        }
        let t = t.clamp(0.0, 1.0);
        let others = 1.0 - self.0[j];
        let scaled = |(k, w): (usize, &f64)| match k {
            _ if k == j => t,
            _ if others > 0.0 => w * ((1.0 - t) / others),
            _ => (1.0 - t) / (n - 1) as f64,
        };
        Self::scaled_to_one(self.0.iter().enumerate().map(scaled).collect())
    }

    pub fn as_slice(&self) -> &[f64] {
        &self.0
    }

    pub fn into_vec(self) -> Vec<f64> {
        self.0
    }
}

impl Deref for Weights {
    type Target = [f64];

    fn deref(&self) -> &[f64] {
        &self.0
    }
}

impl Triangular {
    /// Fails unless all three are finite and `low <= mode <= high`.
    pub fn new(low: f64, mode: f64, high: f64) -> Result<Self, McdaError> {
        Self::named(Entry::new("rating"), low, mode, high)
    }

    /// As [`Triangular::new`], with the entry that its errors name.
    pub fn named(entry: Entry, low: f64, mode: f64, high: f64) -> Result<Self, McdaError> {
        for x in [low, mode, high] {
            check_finite(entry, x)?;
        }
        if low <= mode && mode <= high { Ok(Self { low, mode, high }) } else { Err(McdaError::Unordered { entry, low, mode, high }) }
    }

    /// A rating that is known. Fails unless `x` is finite.
    pub fn exact(x: f64) -> Result<Self, McdaError> {
        Self::new(x, x, x)
    }

    pub fn low(self) -> f64 {
        self.low
    }

    pub fn mode(self) -> f64 {
        self.mode
    }

    pub fn high(self) -> f64 {
        self.high
    }

    pub fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// (low + mode + high) / 3.
    pub fn mean(self) -> f64 {
        // Offsets from the low end, so that an exact rating's mean is that rating to the last bit.
        self.low + ((self.mode - self.low) + (self.high - self.low)) / 3.0
    }

    /// (a² + b² + ab) / 18 with a = mode − low and b = high − mode, which is the usual formula without its cancellation.
    pub fn variance(self) -> f64 {
        let (a, b) = (self.mode - self.low, self.high - self.mode);
        (a * a + b * b + a * b) / 18.0
    }

    /// The square root of the variance.
    pub fn standard_deviation(self) -> f64 {
        let (a, b) = (self.mode - self.low, self.high - self.mode);
        let scale = a.max(b);
        if scale == 0.0 {
            return 0.0;
        }
        // Scaled, so that ranges of 1e-300 and 1e300 neither vanish nor overflow when squared.
        let (a, b) = (a / scale, b / scale);
        scale * ((a * a + b * b + a * b) / 18.0).sqrt()
    }

    /// The value that is not exceeded with probability `p` in 0..=1 (Kotz & van Dorp 2004, *Beyond Beta*, ch. 1).
    pub fn quantile(self, p: f64) -> f64 {
        let span = self.high - self.low;
        if span == 0.0 {
            return self.low;
        }
        let split = (self.mode - self.low) / span;
        if p < split { self.low + span * (p * split).sqrt() } else { self.high - span * ((1.0 - p) * (1.0 - split)).sqrt() }
    }
}

impl Ratings {
    /// From one row per alternative; every criterion is a dependence group of its own.
    pub fn new<R: AsRef<[Triangular]>>(rows: &[R]) -> Result<Self, McdaError> {
        let n_criteria = check_rows(Entry::new("ratings"), rows, "alternatives", MAX_ALTERNATIVES)?;
        Ok(Self {
            n_criteria,
            cells: rows.iter().flat_map(|row| row.as_ref().iter().copied()).collect(),
            groups: (0..n_criteria).collect(),
        })
    }

    /// Ratings that are all known.
    pub fn exact(matrix: &DecisionMatrix) -> Self {
        let cell = |&x: &f64| Triangular { low: x, mode: x, high: x };
        Self { n_criteria: matrix.n_criteria, cells: matrix.values.iter().map(cell).collect(), groups: (0..matrix.n_criteria).collect() }
    }

    /// Criteria with equal labels in `groups` (one label per criterion, any numbers) share their quantile.
    pub fn with_groups(mut self, groups: &[usize]) -> Result<Self, McdaError> {
        check_len(Entry::new("groups"), groups.len(), self.n_criteria)?;
        // Relabelled 0, 1, 2 … in order of appearance, so that equal partitions are equal values.
        let first = |label: usize| groups.iter().position(|&g| g == label);
        let leaders: Vec<Option<usize>> = groups.iter().map(|&g| first(g)).collect();
        let mut distinct: Vec<Option<usize>> = leaders.clone();
        distinct.sort_unstable();
        distinct.dedup();
        self.groups = leaders.iter().map(|leader| distinct.iter().take_while(|d| *d < leader).count()).collect();
        Ok(self)
    }

    pub fn n_alternatives(&self) -> usize {
        self.cells.len() / self.n_criteria
    }

    pub fn n_criteria(&self) -> usize {
        self.n_criteria
    }

    pub fn get(&self, i: usize, j: usize) -> Triangular {
        self.row(i)[j]
    }

    /// The ratings of alternative `i`, one per criterion.
    pub fn row(&self, i: usize) -> &[Triangular] {
        &self.cells[i * self.n_criteria..][..self.n_criteria]
    }

    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[Triangular]> + Clone {
        self.cells.chunks_exact(self.n_criteria)
    }

    /// The dependence group of each criterion, labelled from 0 in order of appearance.
    pub fn groups(&self) -> &[usize] {
        &self.groups
    }

    pub fn n_groups(&self) -> usize {
        self.groups.iter().max().map_or(0, |g| g + 1)
    }

    pub fn is_exact(&self) -> bool {
        self.cells.iter().all(|cell| cell.is_exact())
    }

    /// The expected rating in every cell.
    pub fn means(&self) -> DecisionMatrix {
        self.map(Triangular::mean)
    }

    /// The most plausible rating in every cell.
    pub fn modes(&self) -> DecisionMatrix {
        self.map(Triangular::mode)
    }

    fn map(&self, f: impl Fn(Triangular) -> f64) -> DecisionMatrix {
        let values = self.cells.iter().map(|&cell| f(cell)).collect();
        DecisionMatrix::trusted(self.n_criteria, values)
    }

    /// Checks that there is one weight per criterion.
    pub fn check_weights(&self, weights: &Weights) -> Result<(), McdaError> {
        check_len(Entry::new("weights"), weights.len(), self.n_criteria)
    }
}

/// Checks a table's shape against the limits and returns its number of columns.
fn check_rows<T, R: AsRef<[T]>>(entry: Entry, rows: &[R], of: &'static str, limit: usize) -> Result<usize, McdaError> {
    check_count(entry, rows.len(), of, limit)?;
    let n_criteria = rows[0].as_ref().len();
    check_count(entry.at(0), n_criteria, "criteria", MAX_CRITERIA)?;
    for (i, row) in rows.iter().enumerate() {
        check_len(entry.at(i), row.as_ref().len(), n_criteria)?;
    }
    Ok(n_criteria)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_the_entry() {
        let ragged = DecisionMatrix::new(&[vec![1.0, 2.0], vec![3.0]]).unwrap_err();
        assert_eq!(ragged.to_string(), "matrix[1] has 1 entries, expected 2");
        let nan = DecisionMatrix::new(&[[1.0, f64::NAN]]).unwrap_err();
        assert_eq!(nan.to_string(), "matrix[0][1] is not a finite number");
        let negative = Weights::new(&[1.0, -0.5]).unwrap_err();
        assert_eq!(negative.to_string(), "weights[1] is -0.5, must be at least 0");
        assert_eq!(Weights::new(&[0.0, 0.0]).unwrap_err().to_string(), "weights are all zero");
        assert_eq!(Triangular::new(2.0, 1.0, 3.0).unwrap_err().to_string(), "rating must have low <= mode <= high, has 2, 1, 3");
        assert!(matches!(DecisionMatrix::new(&vec![vec![0.0]; MAX_ALTERNATIVES + 1]), Err(McdaError::TooMany { .. })));
    }

    #[test]
    fn weights_sum_to_one_at_any_scale() {
        for scale in [5e-324, 1e-300, 1.0, 1e300 / 4.0] {
            let w = Weights::new(&[3.0 * scale, scale, 0.0]).unwrap();
            assert!((w.iter().sum::<f64>() - 1.0).abs() < 1e-15, "{scale}");
            assert!((w[0] - 0.75).abs() < 1e-15, "{scale}");
        }
    }

    #[test]
    fn triangular_moments_match_its_quantiles() {
        let t = Triangular::new(1.0, 2.0, 5.0).unwrap();
        let n = 100_000;
        let at = |k: i32| t.quantile((f64::from(k) + 0.5) / f64::from(n));
        let mean = (0..n).map(at).sum::<f64>() / f64::from(n);
        let variance = (0..n).map(|k| (at(k) - mean).powi(2)).sum::<f64>() / f64::from(n);
        assert!((mean - t.mean()).abs() < 1e-6);
        assert!((variance - t.variance()).abs() < 1e-5);
        assert!((t.standard_deviation().powi(2) - t.variance()).abs() < 1e-12);
        assert_eq!((t.quantile(0.0), t.quantile(1.0)), (1.0, 5.0));
    }

    #[test]
    fn groups_are_relabelled_by_appearance() {
        let cell = Triangular::exact(1.0).unwrap();
        let ratings = Ratings::new(&[[cell; 4]]).unwrap();
        assert_eq!(ratings.n_groups(), 4);
        let grouped = ratings.with_groups(&[7, 2, 7, 9]).unwrap();
        assert_eq!(grouped.groups(), [0, 1, 0, 2]);
        assert_eq!(grouped.n_groups(), 3);
    }
}
