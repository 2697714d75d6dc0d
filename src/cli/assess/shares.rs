//! What sampling showed, as an object for programs: shares by alternative, with their standard errors, samples and seed.
//!
//! Only those that were sampled are named: what fails a requirement takes no place.

use serde::Serialize;

use crate::{
    assessment::{Assessment, Robustness},
    cli::report::{Entries, number},
};

#[derive(Serialize)]
pub struct Shares {
    samples: u64,
    seed: u64,
    /// In which share each alternative comes first, and the standard error of that.
    first_rank: Entries<f64>,
    first_rank_se: Entries<f64>,
    /// In which share it takes each place, the first first.
    rank_acceptability: Entries<Vec<f64>>,
    rank_acceptability_se: Entries<Vec<f64>>,
    /// In which share it scores more than each of the others.
    pairwise_winning: Entries<Entries<f64>>,
}

pub fn shares(assessment: &Assessment, robustness: &Robustness) -> Shares {
    let smaa = &robustness.smaa;
    let ids: Vec<&String> = robustness.alternatives.iter().map(|&i| &assessment.alternatives[i].id).collect();
    let firsts = |table: &[Vec<f64>]| Entries(ids.iter().zip(table).map(|(id, row)| ((*id).clone(), number(row[0]))).collect());
    let table = |table: &[Vec<f64>]| Entries(ids.iter().zip(table).map(|(id, row)| ((*id).clone(), row.clone())).collect());
    let others = |row: &Vec<f64>, own: &String| {
        Entries(ids.iter().zip(row).filter(|(id, _)| **id != own).map(|(id, share)| ((*id).clone(), number(*share))).collect())
    };
    Shares {
        samples: smaa.samples,
        seed: smaa.seed,
        first_rank: firsts(&smaa.rank_acceptability),
        first_rank_se: firsts(&smaa.rank_acceptability_se),
        rank_acceptability: table(&smaa.rank_acceptability),
        rank_acceptability_se: table(&smaa.rank_acceptability_se),
        pairwise_winning: Entries(ids.iter().zip(&smaa.pairwise_winning).map(|(id, row)| ((*id).clone(), others(row, id))).collect()),
    }
}
