//! [`Rating`]: what one alternative achieves on one criterion, with how sure that is.
//!
//! Where a rating comes from belongs to the catalogue or to the profile, not here.

use serde::{Deserialize, Serialize};

/// The worst value of every scale.
pub const SCALE_MIN: f64 = 0.0;
/// The best value of every scale.
pub const SCALE_MAX: f64 = 10.0;

/// A triangular distribution on the anchored 0–10 scale, where 10 is always better: lowest, most likely and highest plausible value.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rating {
    pub low: f64,
    pub mode: f64,
    pub high: f64,
}

impl Rating {
    pub const fn new(low: f64, mode: f64, high: f64) -> Self {
        Self { low, mode, high }
    }

    /// A value known without doubt.
    pub const fn exact(value: f64) -> Self {
        Self::new(value, value, value)
    }

    /// Nothing is known: anything on the scale, its middle the most likely.
    pub const UNKNOWN: Self = Self::new(SCALE_MIN, 5.0, SCALE_MAX);

    /// Whether `0 ≤ low ≤ mode ≤ high ≤ 10`.
    pub fn is_valid(&self) -> bool {
        SCALE_MIN <= self.low && self.low <= self.mode && self.mode <= self.high && self.high <= SCALE_MAX
    }

    /// The nearest valid rating: clipped to the scale, the ends moved out to the mode where they had crossed it.
    #[must_use]
    pub fn into_valid(self) -> Self {
        let clip = |value: f64| value.clamp(SCALE_MIN, SCALE_MAX);
        let mode = clip(self.mode);
        Self { low: clip(self.low).min(mode), mode, high: clip(self.high).max(mode) }
    }

    /// Every value changed alike, then clipped to the scale.
    #[must_use]
    pub fn map(self, change: impl Fn(f64) -> f64) -> Self {
        Self { low: change(self.low), mode: change(self.mode), high: change(self.high) }.into_valid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_odd_rating_becomes_the_nearest_valid_one() {
        assert_eq!(Rating::new(8.0, 12.0, 3.0).into_valid(), Rating::new(8.0, 10.0, 10.0));
        assert_eq!(Rating::new(6.0, 4.0, 5.0).into_valid(), Rating::new(4.0, 4.0, 5.0));
        assert!(!Rating::new(6.0, 4.0, 5.0).is_valid());
        assert!(Rating::UNKNOWN.is_valid());
    }
}
