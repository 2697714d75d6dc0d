//! `solve`: reads decision problems and prints their solutions.
//!
//! What a problem is and how it is solved is [`super::solve`]'s.

use super::{
    arguments::SolveArguments,
    outcome::{Failure, Outcome},
    report::json,
    solve::solve,
};
use crate::store;

pub fn solve_file(arguments: &SolveArguments) -> Outcome {
    match store::read_text(&arguments.file) {
        Err(error) => Failure::Store(error).into(),
        Ok(problems) => {
            // A problem that cannot be solved says so in its place, so there is nothing left for standard error.
            let (solutions, all_solved) = solve(&problems);
            Outcome { is_not_so: !all_solved, ..Outcome::done(json(&solutions)) }
        }
    }
}
