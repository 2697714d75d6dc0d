//! What is said of a decision: what it lacks, what its voices come to, and dates.
//!
//! What is true is decided in `assessment`.

use super::{list, percent};
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

/// What several people's weights come to, in sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidOfVoices {
    /// Who leads for all of them.
    pub together: String,
    /// How many of them put the same one first.
    pub consensus: String,
    /// How far they agree on the whole order; `None` where that is undefined.
    pub concordance: Option<String>,
    /// What they weigh most differently; `None` where they all weigh the same.
    pub hottest: Option<String>,
}

/// All of it, one after the other.
pub fn voices(assessment: &Assessment, heard: &Voices) -> Vec<String> {
    let said = voices_apart(assessment, heard);
    [said.together, said.consensus].into_iter().chain(said.concordance).chain(said.hottest).collect()
}

/// The same, each part by itself.
pub fn voices_apart(assessment: &Assessment, heard: &Voices) -> SaidOfVoices {
    let name = |i: usize| assessment.alternatives[i].name.clone();
    let mean = name(heard.leader_by_mean);
    let together = match heard.leaders_by_ranks.as_slice() {
        [one] if *one == heard.leader_by_mean => text!("voices-together", leader = mean),
        [one] => text!("voices-together-differ", mean = mean, ranks = name(*one)),
        several => text!("voices-together-level", mean = mean, ranks = list(&several.iter().map(|&i| name(i)).collect::<Vec<_>>())),
    };
    let consensus = text!("voices-consensus", share = percent(heard.consensus), leader = name(heard.leader_by_mean));
    let concordance = heard.concordance.map(|w| text!("voices-concordance", w = format!("{w:.2}")));
    let hottest = heard.disagreements.first().filter(|hottest| hottest.highest > hottest.lowest).map(|hottest| {
        let criterion = assessment.criteria[hottest.criterion].name.to_lowercase();
        let (lowest, highest) = (percent(hottest.lowest), percent(hottest.highest));
        if hottest.matters {
            text!("voices-hottest-matters", criterion = criterion, lowest = lowest, highest = highest)
        } else {
            text!("voices-hottest", criterion = criterion, lowest = lowest, highest = highest)
        }
    });
    SaidOfVoices { together, consensus, concordance, hottest }
}
