//! The mathematics of deciding between alternatives by several criteria: matrices and weights in, numbers out.
//!
//! It knows nothing of what is being compared, of files or of screens, and calls no platform function whose result could differ
//! between systems: `exp`, `ln` and `erf` come from `libm`, sums run in a fixed order.

pub mod apportionment;
pub mod closest_weights;
pub mod conditional_logit;
mod error;
pub mod group;
pub mod information;
mod least_distance;
mod linear_program;
pub mod margin;
pub mod normal;
mod normal_equations;
pub mod normalisation;
pub mod problem;
pub mod promethee;
pub mod ranking;
pub mod sensitivity;
pub mod smaa;
pub mod topsis;
pub mod vikor;
pub mod weighted_product;
pub mod weighted_sum;
pub mod weighting;

pub use problem::{DecisionMatrix, Direction, Entry, McdaError, Ratings, Triangular, Weights};
