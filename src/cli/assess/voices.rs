//! What a profile's voices come to, for programs and for people.
//!
//! What is true of them is `assessment`'s, and the sentences are `wording`'s.

use serde::Serialize;

use crate::{
    assessment::{Assessment, Voices, voices},
    cli::{
        files::Assessed,
        layout::{Column, Page},
        report::{Entries, number},
    },
    model::Catalogue,
    wording,
};

/// The longest name of a person, of an alternative, and how many alternatives have their scores listed.
const PERSON: usize = 24;
const ALTERNATIVE: usize = 16;
const MOST_SCORES: usize = 3;

#[derive(Serialize)]
#[serde(untagged)]
pub enum VoicesObject {
    Heard(Box<HeardObject>),
    /// Somebody's weights are sealed, or nobody qualifies: only who there is.
    Unheard {
        people: Vec<String>,
        sealed: Vec<String>,
    },
}

#[derive(Serialize)]
pub struct HeardObject {
    voices: Vec<Opinion>,
    /// Who leads with the mean of all weights, and every score with it.
    leader_by_mean: String,
    mean_scores: Entries<f64>,
    /// Who has the most Borda points, several where they are level; and those of each.
    leaders_by_ranks: Vec<String>,
    borda: Entries<f64>,
    /// Kendall's W, corrected for ties; null for fewer than two voices.
    concordance: Option<f64>,
    /// The share of the voices for whom `leader_by_mean` leads.
    consensus: f64,
    /// By criterion, the widest spread of weights first.
    disagreements: Vec<Disagreement>,
}

#[derive(Serialize)]
struct Opinion {
    name: String,
    leader: String,
    scores: Entries<f64>,
    weights: Entries<f64>,
}

#[derive(Serialize)]
struct Disagreement {
    criterion: String,
    lowest: f64,
    highest: f64,
    spread: f64,
    leader_at_lowest: String,
    leader_at_highest: String,
    changes_leader: bool,
}

/// `None` where there are no voices.
pub fn object(assessed: &Assessed, catalogue: &Catalogue) -> Option<VoicesObject> {
    let Assessed { profile, assessment, .. } = assessed;
    if profile.voices.is_empty() {
        return None;
    }
    let Some(heard) = voices(catalogue, profile, assessment) else {
        let names = |is_named: &dyn Fn(bool) -> bool| {
            profile.voices.iter().filter(|voice| is_named(voice.sealed)).map(|voice| voice.name.clone()).collect()
        };
        return Some(VoicesObject::Unheard { people: names(&|_| true), sealed: names(&|sealed| sealed) });
    };
    Some(VoicesObject::Heard(Box::new(of(assessment, &heard))))
}

fn of(assessment: &Assessment, heard: &Voices) -> HeardObject {
    let id = |i: usize| assessment.alternatives[i].id.clone();
    let by_alternative = |values: &[Option<f64>]| {
        Entries(values.iter().enumerate().filter_map(|(i, value)| value.map(|value| (id(i), number(value)))).collect())
    };
    let opinions = heard.opinions.iter().map(|opinion| Opinion {
        name: opinion.name.clone(),
        leader: id(opinion.leader),
        scores: by_alternative(&opinion.scores),
        weights: Entries(assessment.criteria.iter().zip(&opinion.weights).map(|(c, weight)| (c.id.clone(), number(*weight))).collect()),
    });
    let disagreements = heard.disagreements.iter().map(|found| Disagreement {
        criterion: assessment.criteria[found.criterion].id.clone(),
        lowest: number(found.lowest),
        highest: number(found.highest),
        spread: number(found.spread),
        leader_at_lowest: id(found.leader_at_lowest),
        leader_at_highest: id(found.leader_at_highest),
        changes_leader: found.matters,
    });
    HeardObject {
        voices: opinions.collect(),
        leader_by_mean: id(heard.leader_by_mean),
        mean_scores: by_alternative(&heard.mean_scores),
        leaders_by_ranks: heard.leaders_by_ranks.iter().map(|&i| id(i)).collect(),
        borda: by_alternative(&heard.borda),
        concordance: heard.concordance.map(number),
        consensus: heard.consensus,
        disagreements: disagreements.collect(),
    }
}

/// Who leads for whom, and what all come to; nothing where there are no voices.
pub fn section(page: &mut Page, assessed: &Assessed, catalogue: &Catalogue) {
    let Assessed { profile, assessment, .. } = assessed;
    if profile.voices.is_empty() {
        return;
    }
    page.heading(&text!("voices-title"));
    if profile.voices.iter().any(|voice| voice.sealed) {
        return page.paragraph(&text!("record-voices-sealed"));
    }
    let Some(heard) = voices(catalogue, profile, assessment) else { return page.paragraph(&text!("voices-none-qualifies")) };
    let name = |i: usize| assessment.alternatives[i].name.clone();
    let scored: Vec<usize> = assessment.ranking.iter().copied().filter(|&i| heard.mean_scores[i].is_some()).take(MOST_SCORES).collect();
    let mut columns = vec![Column::left(text!("record-column-voice"), PERSON), Column::left(text!("record-column-leads-for"), ALTERNATIVE)];
    columns.extend(scored.iter().map(|&i| Column::right(name(i), ALTERNATIVE / 2)));
    let row = |who: String, leader: usize, values: &[Option<f64>]| -> Vec<String> {
        let score = |&i: &usize| values[i].map(wording::score).unwrap_or_default();
        [who, name(leader)].into_iter().chain(scored.iter().map(score)).collect()
    };
    let opinions = heard.opinions.iter().map(|opinion| row(opinion.name.clone(), opinion.leader, &opinion.scores));
    let mean = row(text!("voices-mean"), heard.leader_by_mean, &heard.mean_scores);
    page.table(&columns, &opinions.chain([mean]).collect::<Vec<_>>());
    for sentence in wording::voices(assessment, &heard) {
        page.item(&sentence);
    }
}
