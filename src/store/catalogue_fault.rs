//! [`CatalogueFault`]: what can be wrong with a catalogue, and how it is said.
//!
//! Finding faults is [`super::catalogue_faults`]'s.

use super::{outline::Step, shown::shown};
use crate::model::Id;

/// Something wrong with a catalogue, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct CatalogueFault {
    pub path: Vec<Step>,
    pub wrong: Wrong,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing stands where something must.
    Empty,
    TooMany {
        limit: usize,
    },
    /// The same id, or the same cell under the same answers, a second time.
    Repeated(Id),
    Unknown(Id),
    /// NaN or an infinity.
    NotFinite,
    /// A number below zero where that means nothing.
    Negative,
    /// Not `0 ≤ low ≤ mode ≤ high ≤ 10`.
    NotARating,
    /// Anchors that are equal or, on a logarithmic scale, not positive.
    NotAScale,
    /// An answer that is not said to occur.
    Frequency,
    /// Shares that do not sum to one.
    Shares,
    /// A criterion that does not stand with the others of its group, in the order of the groups.
    Order,
}

impl Wrong {
    /// A sentence for the reader.
    pub fn sentence(&self) -> String {
        match self {
            Self::Empty => text!("store-catalogue-empty"),
            Self::TooMany { limit } => text!("store-catalogue-too-many", limit = limit.to_string()),
            Self::Repeated(id) => text!("store-catalogue-repeated", id = shown(id)),
            Self::Unknown(id) => text!("store-catalogue-unknown", id = shown(id)),
            Self::NotFinite => text!("store-not-finite"),
            Self::Negative => text!("store-catalogue-negative"),
            Self::NotARating => text!("store-catalogue-not-a-rating"),
            Self::NotAScale => text!("store-catalogue-not-a-scale"),
            Self::Frequency => text!("store-catalogue-frequency"),
            Self::Shares => text!("store-catalogue-shares"),
            Self::Order => text!("store-catalogue-order"),
        }
    }
}
