//! [`voices`]: several people's weights in one profile: who leads for whom, how far they agree, what they disagree about most, and
//! who leads for all of them together.
//!
//! The mathematics is `mcda`'s. Ratings and requirements are the profile's; a voice differs in its points alone.

use std::collections::BTreeMap;

use super::{Assessment, assess, competition::Competition};
use crate::{
    mcda::{
        Weights,
        group::{Disagreement, Votes, borda, concordance, disagreements, mean_weights},
        ranking::leader,
        weighted_sum::weighted_sum,
    },
    model::{Catalogue, Id, Profile, Voice},
};

/// The points that stand for a mean of weights, in sum: shares of a hundred are easy to read.
const POINTS_IN_SUM: f64 = 100.0;

/// One person's view.
#[derive(Debug, Clone, PartialEq)]
pub struct Opinion {
    pub name: String,
    /// By criterion, together one.
    pub weights: Vec<f64>,
    /// By alternative of the assessment, 0–10; `None` for those that fail a requirement.
    pub scores: Vec<Option<f64>>,
    /// Who leads for this person.
    pub leader: usize,
}

/// What the voices come to. Positions are the assessment's.
#[derive(Debug, Clone, PartialEq)]
pub struct Voices {
    /// In the profile's order.
    pub opinions: Vec<Opinion>,
    /// Who leads with the mean of all weights.
    pub leader_by_mean: usize,
    /// The score of every alternative with the mean weights.
    pub mean_scores: Vec<Option<f64>>,
    /// Who has the most Borda points, the sum over the voices of how many are ranked below; several where they are level.
    pub leaders_by_ranks: Vec<usize>,
    pub borda: Vec<Option<f64>>,
    /// Kendall's W of the voices' orders with its correction for ties, 0–1; `None` for fewer than two voices or alternatives.
    pub concordance: Option<f64>,
    /// The share of the voices for whom the leader by mean weights leads, 0–1.
    pub consensus: f64,
    /// By criterion, the widest spread of weights first.
    pub disagreements: Vec<Disagreement>,
}

/// The profile as it would be if this voice were the only one to say what counts.
///
/// A criterion that a voice does not name has the points that follow from the facts, as in the profile itself.
pub fn alone(catalogue: &Catalogue, profile: &Profile, voice: &Voice) -> Assessment {
    assess(catalogue, &Profile { points: voice.points.clone(), voices: Vec::new(), ..profile.clone() })
}

/// The mean of all voices' weights as points in hundredths that sum to about a hundred. `None` while one of them is sealed, because
/// it would betray that one, and where there is none.
pub fn mean_points(catalogue: &Catalogue, profile: &Profile) -> Option<BTreeMap<Id, f64>> {
    if profile.voices.iter().any(|voice| voice.sealed) {
        return None;
    }
    let heard: Vec<Assessment> = profile.voices.iter().map(|voice| alone(catalogue, profile, voice)).collect();
    let weights: Vec<Weights> = heard.iter().filter_map(weights_of).collect();
    let mean = mean_weights(&weights).ok()?;
    let rounded = |weight: f64| (weight * POINTS_IN_SUM * 100.0).round() / 100.0;
    Some(heard.first()?.criteria.iter().zip(mean.iter()).map(|(criterion, weight)| (criterion.id.clone(), rounded(*weight))).collect())
}

fn weights_of(assessment: &Assessment) -> Option<Weights> {
    Weights::new(&assessment.weights().collect::<Vec<_>>()).ok()
}

/// Hears all voices. `None` while one of them is sealed, where there is none, and where nobody qualifies.
pub fn voices(catalogue: &Catalogue, profile: &Profile, assessment: &Assessment) -> Option<Voices> {
    if profile.voices.is_empty() || profile.voices.iter().any(|voice| voice.sealed) {
        return None;
    }
    let Competition { alternatives, ratings, .. } = Competition::of(assessment)?;
    let matrix = ratings.modes();
    let in_all = |values: &[f64]| -> Vec<Option<f64>> {
        let row = |i: usize| alternatives.iter().position(|a| *a == i).map(|row| values[row]);
        (0..assessment.alternatives.len()).map(row).collect()
    };
    let mut weights = Vec::new();
    let mut rows = Vec::new();
    let mut opinions = Vec::new();
    for voice in &profile.voices {
        let own = weights_of(&alone(catalogue, profile, voice))?;
        let scores = weighted_sum(&matrix, &own).ok()?;
        opinions.push(Opinion {
            name: voice.name.clone(),
            weights: own.iter().copied().collect(),
            scores: in_all(&scores),
            leader: alternatives[leader(&scores)?],
        });
        weights.push(own);
        rows.push(scores);
    }
    let mean = mean_weights(&weights).ok()?;
    let mean_scores = weighted_sum(&matrix, &mean).ok()?;
    let votes = Votes::new(&rows).ok()?;
    let points = borda(&votes);
    let most = points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let leader_by_mean = alternatives[leader(&mean_scores)?];
    let for_it = opinions.iter().filter(|opinion| opinion.leader == leader_by_mean).count();
    let is_comparable = opinions.len() > 1 && alternatives.len() > 1;
    let at = |row: usize| alternatives[row];
    let found = disagreements(&matrix, &weights).ok()?.into_iter();
    Some(Voices {
        consensus: for_it as f64 / opinions.len() as f64,
        opinions,
        leader_by_mean,
        mean_scores: in_all(&mean_scores),
        leaders_by_ranks: (0..points.len()).filter(|&row| points[row] == most).map(at).collect(),
        borda: in_all(&points),
        concordance: concordance(&votes).corrected.filter(|_| is_comparable),
        disagreements: found
            .map(|found| Disagreement {
                leader_at_lowest: at(found.leader_at_lowest),
                leader_at_highest: at(found.leader_at_highest),
                ..found
            })
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    fn with_voices(voices: &[(&str, &str, f64)]) -> Profile {
        let mut profile = store::example("public-api").unwrap().profile.clone();
        for (name, criterion, points) in voices {
            let points = BTreeMap::from([((*criterion).to_owned(), *points)]);
            profile.voices.push(Voice { name: (*name).to_owned(), points, sealed: false });
        }
        profile
    }

    #[test]
    fn voices_are_heard_one_by_one_and_together() {
        let catalogue = store::shipped();
        let profile = with_voices(&[("Ann", "raw_performance", 200.0), ("Ben", "development_speed", 200.0)]);
        let assessment = assess(catalogue, &profile);
        let heard = voices(catalogue, &profile, &assessment).unwrap();
        let name = |i: usize| assessment.alternatives[i].id.as_str();
        assert_eq!(heard.opinions.iter().map(|opinion| name(opinion.leader)).collect::<Vec<_>>(), ["rust", "python"]);
        assert!(heard.concordance.unwrap() < 0.5);
        assert!([0.0, 0.5].contains(&heard.consensus));
        assert_eq!(heard.leaders_by_ranks.len(), 3, "opposite orders leave all level: {:?}", heard.borda);
        let hottest = &heard.disagreements[0];
        assert!(["raw_performance", "development_speed"].contains(&assessment.criteria[hottest.criterion].id.as_str()));
        assert!(hottest.matters);
    }

    #[test]
    fn one_mind_agrees_and_a_sealed_voice_keeps_all_silent() {
        let catalogue = store::shipped();
        let mut profile = with_voices(&[("Ann", "latency", 20.0), ("Ben", "latency", 20.0)]);
        let assessment = assess(catalogue, &profile);
        let heard = voices(catalogue, &profile, &assessment).unwrap();
        assert_eq!((heard.concordance, heard.consensus), (Some(1.0), 1.0));
        assert_eq!(heard.leaders_by_ranks, [heard.leader_by_mean]);
        profile.voices[0].sealed = true;
        assert_eq!(voices(catalogue, &profile, &assessment), None);
        assert_eq!(mean_points(catalogue, &profile), None, "the mean would betray it");
    }

    #[test]
    fn the_mean_as_points_gives_the_scores_of_the_mean() {
        let catalogue = store::shipped();
        let mut profile = with_voices(&[("Ann", "raw_performance", 200.0), ("Ben", "development_speed", 90.0)]);
        let heard = voices(catalogue, &profile, &assess(catalogue, &profile)).unwrap();
        profile.points = mean_points(catalogue, &profile).unwrap();
        assert!((profile.points.values().sum::<f64>() - 100.0).abs() < 0.2);
        let adopted = assess(catalogue, &profile);
        for (alternative, mean) in adopted.alternatives.iter().zip(&heard.mean_scores) {
            assert!((alternative.score - mean.unwrap()).abs() < 0.01, "{} {mean:?}", alternative.score);
        }
        assert_eq!(mean_points(catalogue, &Profile::new("p")), None);
    }
}
