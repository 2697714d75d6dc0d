//! What can be wrong with a problem, and the checks that say so, naming the entry at fault.
//!
//! Wording for people who use the product is not done here: a caller that shows errors has the variant and the entry.

use std::fmt;

use thiserror::Error;

/// The greatest magnitude of any number that enters the engine. Sums over a whole problem then stay finite.
pub const MAX_MAGNITUDE: f64 = 1e300;

/// Which entry of the input an error is about, such as `matrix[2][0]`; indices are 0-based.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    name: &'static str,
    at: [Option<usize>; 2],
}

/// What is wrong with a problem. Every message names the entry at fault.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum McdaError {
    /// A list that needs at least one element has none.
    #[error("{0} is empty")]
    Empty(Entry),
    /// A list does not have the length that the rest of the problem implies.
    #[error("{entry} has {found} entries, expected {expected}")]
    Shape { entry: Entry, expected: usize, found: usize },
    /// NaN or an infinity.
    #[error("{0} is not a finite number")]
    NotFinite(Entry),
    /// A finite number outside the range that has a meaning there.
    #[error("{entry} is {}, must be {requirement}", Written(.found))]
    OutOfRange { entry: Entry, found: f64, requirement: &'static str },
    /// Weights or points that are all zero have no direction.
    #[error("{0} are all zero")]
    AllZero(Entry),
    /// A triangular rating whose low, mode and high are not in this order.
    #[error("{entry} must have low <= mode <= high, has {}, {}, {}", Written(.low), Written(.mode), Written(.high))]
    Unordered { entry: Entry, low: f64, mode: f64, high: f64 },
    /// More of something than the engine's named limit.
    #[error("{entry} has {found} {of}, the limit is {limit}")]
    TooMany { entry: Entry, found: usize, of: &'static str, limit: usize },
    /// An index that points outside its list.
    #[error("{entry} is {found}, must be below {count}")]
    NoSuchIndex { entry: Entry, found: usize, count: usize },
    /// Bounds on the weights that no weight vector can satisfy.
    #[error("{0} admit no weights that sum to one")]
    Infeasible(Entry),
}

impl Entry {
    /// A whole list or a single number.
    pub const fn new(name: &'static str) -> Self {
        Self { name, at: [None, None] }
    }

    /// The element `i` of a list.
    pub const fn at(self, i: usize) -> Self {
        match self.at {
            [None, _] => Self { at: [Some(i), None], ..self },
            [first, _] => Self { at: [first, Some(i)], ..self },
        }
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        for i in self.at.iter().flatten() {
            write!(f, "[{i}]")?;
        }
        Ok(())
    }
}

/// From here on a number is written with an exponent: its digits would say less than its size. A double holds 15 of them.
const LARGE: f64 = 1e15;
/// Below this it is, too.
const SMALL: f64 = 1e-6;

/// A number as messages show it.
struct Written<'a>(&'a f64);

impl fmt::Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let x = *self.0;
        if x == 0.0 || !x.is_finite() || (SMALL..LARGE).contains(&x.abs()) { write!(f, "{x}") } else { write!(f, "{x:e}") }
    }
}

/// Checks that a list has from 1 to `limit` elements, and says `of` what in the plural if it has more.
pub(super) fn check_count(entry: Entry, found: usize, of: &'static str, limit: usize) -> Result<(), McdaError> {
    match found {
        0 => Err(McdaError::Empty(entry)),
        _ if found > limit => Err(McdaError::TooMany { entry, found, of, limit }),
        _ => Ok(()),
    }
}

/// Checks that a list has exactly the expected length.
pub(super) fn check_len(entry: Entry, found: usize, expected: usize) -> Result<(), McdaError> {
    if found == expected { Ok(()) } else { Err(McdaError::Shape { entry, expected, found }) }
}

/// Checks that an index points into a list of `count` elements.
pub(super) fn check_index(entry: Entry, found: usize, count: usize) -> Result<(), McdaError> {
    if found < count { Ok(()) } else { Err(McdaError::NoSuchIndex { entry, found, count }) }
}

/// Passes on a number that is finite and within [`MAX_MAGNITUDE`].
pub(super) fn check_finite(entry: Entry, x: f64) -> Result<f64, McdaError> {
    if !x.is_finite() {
        Err(McdaError::NotFinite(entry))
    } else if x.abs() > MAX_MAGNITUDE {
        Err(out_of_range(entry, x, "at most 1e300 in magnitude"))
    } else {
        Ok(x)
    }
}

/// Passes on a number that is finite and not negative.
pub(super) fn check_not_negative(entry: Entry, x: f64) -> Result<f64, McdaError> {
    let x = check_finite(entry, x)?;
    if x < 0.0 { Err(out_of_range(entry, x, "at least 0")) } else { Ok(x) }
}

/// Passes on a number that is finite and greater than zero.
pub(super) fn check_positive(entry: Entry, x: f64) -> Result<f64, McdaError> {
    let x = check_finite(entry, x)?;
    if x > 0.0 { Ok(x) } else { Err(out_of_range(entry, x, "greater than 0")) }
}

pub(super) fn out_of_range(entry: Entry, found: f64, requirement: &'static str) -> McdaError {
    McdaError::OutOfRange { entry, found, requirement }
}
