//! A back-test as an object for programs: ids instead of names, shares and agreement from 0 to 1, null where there is no case.
//!
//! Its fields are a promise to scripts; what they mean is `assessment`'s.

use serde::Serialize;

use super::Validated;
use crate::{
    assessment::{Agreement, VerdictKind},
    cli::report::{Entries, id, number},
    model::Catalogue,
    wording,
};

#[derive(Serialize)]
pub struct Object {
    file: String,
    /// The version of the catalogue.
    catalogue: String,
    n: usize,
    top1: Option<f64>,
    top1_defensible: Option<f64>,
    /// By answer, such as `always_go`.
    baselines: Entries<Shares>,
    /// Counts, without the cases that had one alternative only.
    verdicts: Entries<usize>,
    /// How many of the clear verdicts are defensible, a count.
    clear_defensible: usize,
    mean_share_of_leader: Option<f64>,
    mean_share_of_chosen: Option<f64>,
    mean_forecast_of_leader: Option<f64>,
    mean_forecast_of_chosen: Option<f64>,
    /// Of the forecasts.
    brier: Option<f64>,
    brier_uniform: Option<f64>,
    brier_of_shares: Option<f64>,
    /// By the forecast of the leader.
    reliability: Vec<Bin>,
    reliability_of_shares: Vec<Bin>,
    contested: Counted,
    uncontested: Counted,
    by_language: Entries<Counted>,
    by_workload: Entries<Counted>,
    since_2015: Counted,
    misses: Vec<Miss>,
}

#[derive(Serialize)]
struct Shares {
    top1: Option<f64>,
    top1_defensible: Option<f64>,
}

#[derive(Serialize)]
struct Counted {
    n: usize,
    top1: Option<f64>,
    top1_defensible: Option<f64>,
}

#[derive(Serialize)]
struct Bin {
    from: f64,
    to: f64,
    n: usize,
    mean: Option<f64>,
    right: Option<f64>,
    defensible: Option<f64>,
}

#[derive(Serialize)]
struct Miss {
    id: String,
    name: String,
    chosen: String,
    leader: Option<String>,
    defensible: bool,
    verdict: VerdictKind,
    /// In which share each alternative of the time comes first.
    shares: Entries<f64>,
    /// How likely a team in such a position is to choose each.
    forecast: Entries<f64>,
    /// Of the leader over the runner-up.
    margin: Option<f64>,
    /// What the team said.
    reason: String,
    /// What decided it, where no interview asks about that.
    outside: Option<String>,
    why: String,
}

/// What stands for a workload that nobody knows.
const UNKNOWN: &str = "unknown";

pub fn object(validated: &Validated, catalogue: &Catalogue) -> Object {
    let Validated { file, tested } = validated;
    let validation = &tested.validation;
    let shares = |agreement: Agreement| Shares { top1: agreement.top1(), top1_defensible: agreement.top1_defensible() };
    let counted = |agreement: Agreement| Counted { n: agreement.n, top1: agreement.top1(), top1_defensible: agreement.top1_defensible() };
    let misses = tested.misses().map(|(case, trial)| Miss {
        id: case.id.clone(),
        name: case.name.clone(),
        chosen: case.chosen.clone(),
        leader: trial.leader.clone(),
        defensible: trial.is_defensible,
        verdict: trial.verdict,
        shares: Entries(trial.shares.iter().map(|(id, share)| (id.clone(), number(*share))).collect()),
        forecast: Entries(trial.forecast.iter().map(|(id, forecast)| (id.clone(), number(*forecast))).collect()),
        margin: trial.margin,
        reason: case.reason.clone(),
        outside: case.outside.clone(),
        why: wording::why_missed(catalogue, case, trial),
    });
    let bin = |bin: &crate::assessment::Bin| Bin {
        from: bin.from,
        to: bin.to,
        n: bin.agreement.n,
        mean: bin.mean,
        right: bin.agreement.top1(),
        defensible: bin.agreement.top1_defensible(),
    };
    let [clear, ..] = validation.verdicts;
    let workload = |workload: &Option<String>| workload.clone().unwrap_or_else(|| UNKNOWN.to_owned());
    Object {
        file: file.clone(),
        catalogue: catalogue.edition(),
        n: validation.all.n,
        top1: validation.all.top1(),
        top1_defensible: validation.all.top1_defensible(),
        baselines: Entries(validation.baselines.iter().map(|(id, agreement)| (format!("always_{id}"), shares(*agreement))).collect()),
        verdicts: Entries(validation.verdicts.iter().map(|(kind, agreement)| (id(kind), agreement.n)).collect()),
        clear_defensible: clear.1.defensible,
        mean_share_of_leader: validation.mean_share_of_leader,
        mean_share_of_chosen: validation.mean_share_of_chosen,
        mean_forecast_of_leader: validation.mean_forecast_of_leader,
        mean_forecast_of_chosen: validation.mean_forecast_of_chosen,
        brier: validation.brier,
        brier_uniform: validation.brier_uniform,
        brier_of_shares: validation.brier_of_shares,
        reliability: validation.reliability.iter().map(bin).collect(),
        reliability_of_shares: validation.reliability_of_shares.iter().map(bin).collect(),
        contested: counted(validation.contested),
        uncontested: counted(validation.uncontested),
        by_language: Entries(validation.by_language.iter().map(|(id, agreement)| (id.clone(), counted(*agreement))).collect()),
        by_workload: Entries(validation.by_workload.iter().map(|(id, agreement)| (workload(id), counted(*agreement))).collect()),
        since_2015: counted(validation.since_all_stable),
        misses: misses.collect(),
    }
}
