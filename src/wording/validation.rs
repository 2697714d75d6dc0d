//! What the back-test found, in words: why a case was missed.
//!
//! What is true is decided in `assessment`.

use super::{list, percent, score};
use crate::{
    assessment::{Bin, MissReason, Trial, Validation},
    model::{Case, Catalogue, Id},
};

/// A lead below this shows as 0.0, which would be no lead.
const LEAST_GAP: f64 = 0.05;

/// An alternative's name, or its id where the catalogue does not have it.
pub fn alternative_name(catalogue: &Catalogue, id: &str) -> String {
    catalogue.alternative(id).map_or_else(|| id.to_owned(), |alternative| alternative.name.clone())
}

/// What the shares are worth, in sentences; none where no case had a choice.
pub fn calibration(found: &Validation) -> Vec<String> {
    let mut said = Vec::new();
    if let (Some(brier), Some(uniform)) = (found.brier, found.brier_uniform) {
        let (brier_said, uniform_said) = (format!("{brier:.2}"), format!("{uniform:.2}"));
        said.push(text!("track-brier", brier = brier_said, uniform = uniform_said));
        said.push(if brier < uniform { text!("track-brier-better") } else { text!("track-brier-worse") });
    }
    if let (Some(leader), Some(chosen)) = (found.mean_forecast_of_leader, found.mean_forecast_of_chosen) {
        said.push(text!("track-forecasts", leader = percent(leader), chosen = percent(chosen)));
    }
    if let (Some(leader), Some(brier)) = (found.mean_share_of_leader, found.brier_of_shares) {
        said.push(text!("track-shares", leader = percent(leader), brier = format!("{brier:.2}")));
    }
    said
}

/// The shares or forecasts that fall into a bin, such as `50 % to 70 %`.
pub fn bin(bin: &Bin) -> String {
    match bin.from {
        0.0 => text!("track-under", to = percent(bin.to)),
        _ => text!("track-between", from = percent(bin.from), to = percent(bin.to)),
    }
}

/// Why the answer was not what was chosen, in two or three sentences; empty where it was.
pub fn why_missed(catalogue: &Catalogue, case: &Case, trial: &Trial) -> String {
    let chosen = alternative_name(catalogue, &case.chosen);
    let leader = trial.leader.as_ref().map(|leader| alternative_name(catalogue, leader));
    let criteria = |ids: &[Id]| {
        let names = ids.iter().map(|id| catalogue.criterion(id).map_or_else(|| id.clone(), |criterion| criterion.name.to_lowercase()));
        list(&names.collect::<Vec<_>>())
    };
    let mut said = match &trial.miss {
        None => return String::new(),
        Some(MissReason::NotOfTheTime) => vec![text!("miss-not-of-the-time", chosen = chosen)],
        Some(MissReason::Fails { requirements }) => {
            let names: Vec<String> = requirements.iter().map(|name| text!("quoted", words = name.clone())).collect();
            vec![text!("miss-fails", chosen = chosen, requirements = list(&names), count = names.len())]
        }
        Some(MissReason::Outweighed { gap, leader_ahead, chosen_ahead }) => {
            let leader = leader.clone().unwrap_or_default();
            let gap = if *gap < LEAST_GAP { text!("miss-gap-least") } else { score(*gap) };
            let mut said = vec![match leader_ahead.as_slice() {
                [] => text!("miss-ahead", leader = leader, chosen = chosen.clone(), gap = gap),
                ahead => text!("miss-ahead-on", leader = leader, chosen = chosen.clone(), gap = gap, criteria = criteria(ahead)),
            }];
            if !chosen_ahead.is_empty() {
                said.push(text!("miss-behind-on", chosen = chosen, criteria = criteria(chosen_ahead)));
            }
            said
        }
    };
    if let Some(factor) = &case.outside {
        said.push(text!("miss-outside", factor = factor.clone()));
    } else if trial.is_defensible {
        said.push(text!("miss-defensible", leader = leader.unwrap_or_default()));
    }
    said.join(" ")
}
