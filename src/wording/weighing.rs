//! The ways of weighing in words: where weights come from, what two compared things say, and what explains a surprise.
//!
//! What is true is decided in `assessment`.

use crate::model::Way;

/// Weights that were taken over from a way, without a full stop.
pub fn weights_from(way: Way) -> String {
    match way {
        Way::Swing => text!("weights-from-swing"),
        Way::Order => text!("weights-from-order"),
        Way::Pairs => text!("weights-from-pairs"),
        Way::TradeOffs => text!("weights-from-trade-offs"),
    }
}
