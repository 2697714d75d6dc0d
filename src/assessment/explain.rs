//! What is to be said about a verdict, as structured sentences; the words are `wording`'s.
//!
//! Every sentence states something that the assessment holds; nothing is estimated here.

use super::{Assessment, VerdictKind};

/// At most so many criteria are named as a leader's strengths or weaknesses.
pub const MAX_NAMED: usize = 2;
/// A difference of contributions below this is not worth a word: it does not show in a score with one decimal.
pub const WORTH_NAMING: f64 = 0.05;

/// One thing to say. Alternatives, criteria and groups are given by position.
#[derive(Debug, Clone, PartialEq)]
pub enum Sentence {
    NoneQualifies,
    /// Everybody else fails a requirement.
    OnlyOneLeft {
        leader: usize,
    },
    Leads {
        kind: VerdictKind,
        leader: usize,
        runner_up: usize,
        margin: f64,
    },
    /// Nothing is known of the project and nobody gave points.
    NothingKnown,
    /// Where the leader gains most on the runner-up, and where it loses most; either may be empty, not both.
    GainsAndLoses {
        leader: usize,
        runner_up: usize,
        gains: Vec<usize>,
        losses: Vec<usize>,
    },
    /// The nearest change of one group's weight that puts somebody else first, everything else scaled alike.
    Flip(WeightFlip),
    /// People say that what decides is none of what is compared; it may speak for an alternative.
    Outside {
        reason: String,
        favours: Option<usize>,
    },
    /// Somebody fails requirements.
    Fails {
        alternative: usize,
        requirements: Vec<String>,
    },
}

/// At which weight of a group another alternative catches up with the leader.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightFlip {
    pub group: usize,
    pub challenger: usize,
    /// The group's weight now and at the tie, 0–1.
    pub now: f64,
    pub tie: f64,
}

/// The sentences in the order in which they are said; the first is the verdict itself.
pub fn explain(assessment: &Assessment) -> Vec<Sentence> {
    let verdict = &assessment.verdict;
    let mut said = Vec::new();
    match (verdict.leader, verdict.runner_up) {
        (None, _) => said.push(Sentence::NoneQualifies),
        (Some(leader), None) => said.push(Sentence::OnlyOneLeft { leader }),
        (Some(leader), Some(runner_up)) => {
            let margin = verdict.margin.unwrap_or_default();
            said.push(Sentence::Leads { kind: verdict.kind, leader, runner_up, margin });
            if assessment.facts_known == 0 && !assessment.criteria.iter().any(|criterion| criterion.is_own) {
                said.push(Sentence::NothingKnown);
            }
            let (gains, losses) = gains_and_losses(assessment, leader, runner_up);
            if !(gains.is_empty() && losses.is_empty()) {
                said.push(Sentence::GainsAndLoses { leader, runner_up, gains, losses });
            }
            said.extend(weight_flips(assessment).first().copied().map(Sentence::Flip));
        }
    }
    let outside = assessment.requirements.iter().filter(|outcome| outcome.is_outside && outcome.is_on);
    said.extend(outside.map(|outcome| Sentence::Outside { reason: outcome.name.clone(), favours: outcome.favours }));
    for &i in &assessment.ranking {
        let alternative = &assessment.alternatives[i];
        if !alternative.is_eligible() {
            let names = assessment.requirements.iter().filter(|outcome| alternative.failed.contains(&outcome.id));
            said.push(Sentence::Fails { alternative: i, requirements: names.map(|outcome| outcome.name.clone()).collect() });
        }
    }
    said
}

/// The criteria on which the leader's contribution exceeds, and falls short of, the runner-up's the most.
fn gains_and_losses(assessment: &Assessment, leader: usize, runner_up: usize) -> (Vec<usize>, Vec<usize>) {
    let contributions = |i: usize| &assessment.alternatives[i].contributions;
    let mut differences: Vec<(usize, f64)> =
        contributions(leader).iter().zip(contributions(runner_up)).map(|(a, b)| a - b).enumerate().collect();
    differences.sort_by(|a, b| b.1.total_cmp(&a.1));
    let gains = differences.iter().take_while(|(_, difference)| *difference >= WORTH_NAMING).take(MAX_NAMED).map(|(j, _)| *j).collect();
    let losses =
        differences.iter().rev().take_while(|(_, difference)| -difference >= WORTH_NAMING).take(MAX_NAMED).map(|(j, _)| *j).collect();
    (gains, losses)
}

/// Every group's nearest weight at which a qualifying alternative ties with the leader, nearest change first.
///
/// With a group at weight `t` and the others scaled to `1 − t`, the lead over a challenger is `t·g + (1 − t)·o`, where `g` and `o`
/// are the lead on the group alone and on the rest alone; it is zero at `t = o / (o − g)`.
pub fn weight_flips(assessment: &Assessment) -> Vec<WeightFlip> {
    let Some(leader) = assessment.verdict.leader else { return Vec::new() };
    let mut flips = Vec::new();
    for (g, group) in assessment.groups.iter().enumerate() {
        let now = group.weight;
        let mut nearest: Option<WeightFlip> = None;
        for (i, alternative) in assessment.alternatives.iter().enumerate() {
            if i == leader || !alternative.is_eligible() {
                continue;
            }
            let first = &assessment.alternatives[leader];
            let inside: f64 = group.criteria.iter().map(|&j| first.contributions[j] - alternative.contributions[j]).sum();
            // What nobody rated counts in a score as the middle of the scale, but not in a group's rating.
            let on_group = if now > 0.0 { inside / now } else { first.group_ratings[g] - alternative.group_ratings[g] };
            let rest = 1.0 - now;
            if rest <= f64::EPSILON {
                continue;
            }
            let on_rest = (first.score - alternative.score - inside) / rest;
            let tie = on_rest / (on_rest - on_group);
            // At 0 or 1 itself the challenger would only draw level, whatever happens.
            if tie <= 0.0 || tie >= 1.0 || tie.is_nan() {
                continue;
            }
            let flip = WeightFlip { group: g, challenger: i, now, tie };
            if nearest.is_none_or(|nearest| (tie - now).abs() < (nearest.tie - now).abs()) {
                nearest = Some(flip);
            }
        }
        flips.extend(nearest);
    }
    flips.sort_by(|a, b| (a.tie - a.now).abs().total_cmp(&(b.tie - b.now).abs()));
    flips
}
