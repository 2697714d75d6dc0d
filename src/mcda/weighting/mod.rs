//! Ways to obtain weights from judgements, one a file.
//!
//! Using the weights is the aggregation methods' business, asking for the judgements the interface's.

pub mod ahp;
pub mod best_worst;
pub mod incomplete;
pub mod rank_order;
pub mod swing;
pub mod trade_off;
