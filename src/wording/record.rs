//! What is said of a decision: what it lacks, what its voices come to, and dates.
//!
//! What is true is decided in `assessment`.

use super::percent;
use crate::{
    assessment::{Assessment, Missing, Voices},
    model::Date,
};

/// A day in words: "23 November 2026".
pub fn date(date: Date) -> String {
    text!("chart-date", day = i32::from(date.day()), month = i32::from(date.month()), year = date.year().to_string())
}

/// What a decision lacks, in a few words.
pub fn missing(assessment: &Assessment, missing: &Missing) -> String {
    match missing {
        Missing::Chosen => text!("missing-chosen"),
        Missing::DecidedBy => text!("missing-decided-by"),
        Missing::Date => text!("missing-date"),
        Missing::Reason => text!("missing-reason"),
        Missing::RatingReason { criterion, alternative } => {
            let on = assessment.criterion(criterion).map_or_else(|| criterion.clone(), |j| assessment.criteria[j].name.to_lowercase());
            let of = assessment.alternative(alternative).map_or_else(|| alternative.clone(), |i| assessment.alternatives[i].name.clone());
            text!("missing-rating-reason", alternative = of, criterion = on)
        }
    }
}

/// What several people's weights come to: who leads for all, how far they agree, and what they disagree about most.
pub fn voices(assessment: &Assessment, heard: &Voices) -> Vec<String> {
    let name = |i: usize| assessment.alternatives[i].name.clone();
    let mut said = Vec::new();
    if heard.leader_by_mean == heard.leader_by_ranks {
        said.push(text!("voices-together", leader = name(heard.leader_by_mean)));
    } else {
        said.push(text!("voices-together-differ", mean = name(heard.leader_by_mean), ranks = name(heard.leader_by_ranks)));
    }
    said.push(text!("voices-consensus", share = percent(heard.consensus), leader = name(heard.leader_by_mean)));
    if let Some(w) = heard.concordance {
        said.push(text!("voices-concordance", w = format!("{w:.2}")));
    }
    if let Some(hottest) = heard.disagreements.first().filter(|hottest| hottest.highest > hottest.lowest) {
        let criterion = assessment.criteria[hottest.criterion].name.to_lowercase();
        let (lowest, highest) = (percent(hottest.lowest), percent(hottest.highest));
        said.push(if hottest.matters {
            text!("voices-hottest-matters", criterion = criterion, lowest = lowest, highest = highest)
        } else {
            text!("voices-hottest", criterion = criterion, lowest = lowest, highest = highest)
        });
    }
    said
}
