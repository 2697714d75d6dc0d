//! What is to be said about a verdict, as structured sentences at three depths; the words are `wording`'s.
//!
//! Every sentence states something that the assessment holds; nothing is estimated here. The full account is [`account`]'s, why
//! somebody does not lead is [`why_not`]'s.

mod account;
mod why_not;

pub use account::{HEAVY, changes};
pub use why_not::{Step, WaysToLead, compared_with, steps, ways_to_lead, why_not};

use serde::Serialize;

use super::{
    Assessment, CriterionFlip, Dissent, FactFlip, JointFlip, RatingFlip, Subject, Unknown, VerdictKind, WeightsOrigin, assess, interview,
    next_step,
};
use crate::model::{Id, Sureness};

/// At most so many criteria are named as a leader's strengths or weaknesses.
pub const MAX_NAMED: usize = 2;
/// A difference of contributions below this is not worth a word: it does not show in a score with one decimal.
pub const WORTH_NAMING: f64 = 0.05;
/// At most so many ways out are named where nobody qualifies.
const MAX_WAYS_OUT: usize = 3;

/// How much is said. Each depth includes the ones before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Depth {
    Sentence,
    Paragraph,
    Full,
}

/// What a sentence is about, in the order in which it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    Verdict,
    Requirements,
    Designs,
    Strengths,
    Weights,
    Sureness,
    Changes,
    Unknown,
    Methods,
    Evidence,
}

impl Topic {
    pub const ALL: [Self; 10] = [
        Self::Verdict,
        Self::Requirements,
        Self::Designs,
        Self::Strengths,
        Self::Weights,
        Self::Sureness,
        Self::Changes,
        Self::Unknown,
        Self::Methods,
        Self::Evidence,
    ];
}

/// A sentence, what it is about, and from which depth on it is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    pub topic: Topic,
    pub depth: Depth,
    pub sentence: Sentence,
}

/// One thing to say. Alternatives, criteria, groups and requirements are given by position in the assessment, designs in the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub enum Sentence {
    // The verdict.
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
    /// In which share of what is plausible the leader leads, 0–1.
    LeadsIn {
        kind: VerdictKind,
        leader: usize,
        share: f64,
    },
    /// Nothing is known of the project and nobody gave points.
    NothingKnown,
    /// Where the leader gains most on another, and where it loses most; either may be empty, not both.
    GainsAndLoses {
        leader: usize,
        runner_up: usize,
        gains: Vec<usize>,
        losses: Vec<usize>,
    },
    /// The lead of the same leader without what exists already, by the question about it, and with it.
    Staying {
        question: Id,
        leader: usize,
        without: f64,
        with: f64,
    },
    /// What exists already changes who leads. `gap` is how far the one who would lead without it is behind with it.
    StayingChanges {
        question: Id,
        without: usize,
        lead_without: f64,
        with: usize,
        gap: f64,
    },
    /// The nearest change of one group's weight that puts somebody else first, everything else scaled alike.
    Flip(WeightFlip),
    /// People say that what decides is none of what is compared; it may speak for an alternative.
    Outside {
        reason: String,
        favours: Option<usize>,
    },
    /// What to find out first; `criterion` is where to look for a rating.
    FindOutFirst {
        about: Unknown,
        criterion: Option<usize>,
    },

    // Requirements and designs.
    /// Somebody fails requirements.
    Fails {
        alternative: usize,
        requirements: Vec<usize>,
    },
    /// Without these requirements, and with all others, these would qualify.
    WithoutThese {
        requirements: Vec<usize>,
        alternatives: Vec<usize>,
    },
    NothingRequired,
    /// A requirement that counts, who meets it, and why.
    Required {
        requirement: usize,
    },
    /// One that is only suggested.
    Suggested {
        requirement: usize,
    },
    /// A design of several languages meets what none does alone.
    DesignMeets {
        design: usize,
    },
    NoDesignMeets,
    /// A design adds to the leader what the runner-up is better at.
    DesignAdds {
        design: usize,
        runner_up: usize,
        criteria: Vec<usize>,
    },

    // Strengths.
    /// Ratings on a group, best first.
    GroupOrder {
        group: usize,
        order: Vec<usize>,
    },
    /// A rating with what it rests on.
    RatingRests {
        alternative: usize,
        criterion: usize,
    },

    // Weights.
    WeightsFrom(WeightsOrigin),
    FactsKnown {
        known: usize,
        asked: usize,
    },
    /// A criterion that weighs much, and where its points come from.
    Heavy {
        criterion: usize,
    },
    /// All criteria that weigh less, and their weight together.
    OtherWeights {
        count: usize,
        share: f64,
    },

    // How sure.
    HowSure(Sureness),
    /// How likely teams in such a position are to choose each alternative, where much counts that no criterion holds.
    Expected,
    Range {
        alternative: usize,
    },
    FirstIn {
        alternative: usize,
        share: f64,
    },
    /// How the shares were counted.
    Sampled,

    // What would change the leader.
    CriterionFlip(CriterionFlip),
    RatingFlip(RatingFlip),
    /// `None`: no weights at all would do.
    Joint(Option<JointFlip>),
    FactFlip(FactFlip),
    /// No other answer to any question would do.
    NoFactFlips,

    // What is not known.
    /// A question without an answer, what knowing it is worth in score points, and whether it could change the leader.
    Unanswered {
        question: Id,
        gain: f64,
        changes_leader: bool,
    },
    AllAnswered,

    // Second opinions.
    MethodsAgree,
    Dissent(Dissent),

    // Evidence.
    /// The share of the weight for which a source is named, 0–1.
    Coverage(f64),
    /// The article's claim, by id, feeds a criterion that weighs much and is disputed, outdated or wrong.
    Contested {
        claim: Id,
        criterion: usize,
    },
    /// What to beware of in a source, by id, on which a criterion that weighs much rests.
    Caveat {
        source: Id,
        criterion: usize,
    },
    /// The newest source for a rating that weighs much is older than what its criterion allows, in years.
    Old {
        alternative: usize,
        criterion: usize,
        years: i16,
    },
    /// A rating that weighs much has no source.
    NoSource {
        alternative: usize,
        criterion: usize,
    },
    /// Somebody rated for themselves.
    OwnRating {
        alternative: usize,
        criterion: usize,
    },

    // Why not.
    Behind {
        leader: usize,
        other: usize,
        gap: f64,
    },
    /// It would be level or ahead by its score, but fails a requirement.
    AheadButFails {
        other: usize,
        gap: f64,
    },
    /// Less than a tenth of a point, or nothing, is between them.
    Level {
        leader: usize,
        other: usize,
    },
    /// The least weight that has to move for one to lead; the weights then, by criterion.
    CouldLead {
        other: usize,
        moved: f64,
        weights: Vec<f64>,
    },
    CannotLead {
        other: usize,
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

/// Everything that is to be said down to a depth, in the order in which it is said; the first is the verdict itself.
/// The paragraph costs one more assessment where something exists already; the full account one for every answer to every question.
pub fn explain(subject: Subject<'_>, depth: Depth) -> Vec<Said> {
    let mut said = Vec::new();
    verdict(subject, depth, &mut said);
    if depth >= Depth::Paragraph {
        ways_out(subject, &mut said);
        let outside = subject.assessment.requirements.iter().filter(|outcome| outcome.is_outside && outcome.is_on);
        said.extend(outside.map(|outcome| {
            let sentence = Sentence::Outside { reason: outcome.name.clone(), favours: outcome.favours };
            Said { topic: Topic::Verdict, depth: Depth::Paragraph, sentence }
        }));
    }
    if depth == Depth::Full {
        account::account(subject, &mut said);
    }
    said.sort_by_key(|said| said.topic);
    said
}

/// The verdict itself.
pub fn in_one_sentence(assessment: &Assessment) -> Sentence {
    let verdict = &assessment.verdict;
    match (verdict.leader, verdict.runner_up) {
        (None, _) => Sentence::NoneQualifies,
        (Some(leader), None) => Sentence::OnlyOneLeft { leader },
        (Some(leader), Some(runner_up)) => {
            Sentence::Leads { kind: verdict.kind, leader, runner_up, margin: verdict.margin.unwrap_or_default() }
        }
    }
}

fn verdict(subject: Subject<'_>, depth: Depth, said: &mut Vec<Said>) {
    let (assessment, verdict) = (subject.assessment, &subject.assessment.verdict);
    said.push(Said { topic: Topic::Verdict, depth: Depth::Sentence, sentence: in_one_sentence(assessment) });
    let (Some(leader), true) = (verdict.leader, depth >= Depth::Paragraph) else { return };
    let mut say = |sentence| said.push(Said { topic: Topic::Verdict, depth: Depth::Paragraph, sentence });
    if let Some(runner_up) = verdict.runner_up {
        if let Some(share) = subject.robustness.and_then(|robustness| robustness.leads(leader)) {
            say(Sentence::LeadsIn { kind: verdict.kind, leader, share });
        }
        if assessment.facts_known == 0 && !assessment.criteria.iter().any(|criterion| criterion.is_own) {
            say(Sentence::NothingKnown);
        }
        gains_and_losses_said(assessment, leader, runner_up).into_iter().for_each(&mut say);
        staying(subject).into_iter().for_each(&mut say);
        weight_flips(assessment).first().copied().map(Sentence::Flip).into_iter().for_each(&mut say);
        if matches!(verdict.kind, VerdictKind::TooClose | VerdictKind::Leaning)
            && let Some(step) = next_step(subject)
        {
            say(Sentence::FindOutFirst { about: step.about, criterion: step.criterion });
        }
    }
}

/// Who fails what; where nobody qualifies, what would have to go and which designs there are.
fn ways_out(subject: Subject<'_>, said: &mut Vec<Said>) {
    let assessment = subject.assessment;
    let mut say = |topic, sentence| said.push(Said { topic, depth: Depth::Paragraph, sentence });
    for &i in &assessment.ranking {
        if !assessment.alternatives[i].is_eligible() {
            say(Topic::Requirements, Sentence::Fails { alternative: i, requirements: failed(assessment, i) });
        }
    }
    if assessment.verdict.leader.is_some() || assessment.alternatives.is_empty() {
        return;
    }
    // The fewest requirements first, then the order of the ranking.
    let mut sets: Vec<Vec<usize>> = assessment.ranking.iter().map(|&i| failed(assessment, i)).collect();
    let fewest = sets.iter().map(Vec::len).min().unwrap_or_default();
    sets.retain(|set| set.len() == fewest);
    let mut known: Vec<Vec<usize>> = Vec::new();
    for requirements in sets {
        if known.contains(&requirements) || known.len() == MAX_WAYS_OUT {
            continue;
        }
        let meets_the_rest = |i: &usize| failed(assessment, *i).iter().all(|k| requirements.contains(k));
        let alternatives = assessment.ranking.iter().copied().filter(meets_the_rest).collect();
        say(Topic::Verdict, Sentence::WithoutThese { requirements: requirements.clone(), alternatives });
        known.push(requirements);
    }
    let designs: Vec<usize> = (0..subject.catalogue.designs.len()).filter(|&d| design_meets(subject, d)).collect();
    if designs.is_empty() {
        say(Topic::Designs, Sentence::NoDesignMeets);
    }
    designs.into_iter().for_each(|design| say(Topic::Designs, Sentence::DesignMeets { design }));
}

/// The requirements in force that an alternative fails.
fn failed(assessment: &Assessment, alternative: usize) -> Vec<usize> {
    let failed = &assessment.alternatives[alternative].failed;
    (0..assessment.requirements.len())
        .filter(|&k| assessment.requirements[k].is_on && failed.contains(&assessment.requirements[k].id))
        .collect()
}

/// Whether a design meets every requirement in force: each part does, or the design says that the whole does and some part does.
/// A design that leaves the language open needs one that fails nothing else.
fn design_meets(subject: Subject<'_>, design: usize) -> bool {
    let assessment = subject.assessment;
    let design = &subject.catalogue.designs[design];
    let is_met = |k: usize| design.meets.contains(&assessment.requirements[k].id);
    if design.parts.is_empty() {
        return (0..assessment.alternatives.len()).any(|i| failed(assessment, i).into_iter().all(is_met));
    }
    let parts: Option<Vec<Vec<usize>>> =
        design.parts.iter().map(|part| assessment.alternative(&part.alternative).map(|i| failed(assessment, i))).collect();
    parts.is_some_and(|parts| {
        let all_fail = |k: &usize| parts.iter().all(|failed| failed.contains(k));
        parts.iter().flatten().all(|k| is_met(*k) && !all_fail(k))
    })
}

/// The criteria on which one's contribution exceeds, and falls short of, another's the most.
pub(super) fn gains_and_losses(assessment: &Assessment, leader: usize, runner_up: usize) -> (Vec<usize>, Vec<usize>) {
    let steps = steps(assessment, runner_up, leader);
    let named = |sign: f64| {
        let mut some: Vec<&Step> = steps.iter().filter(|step| step.by * sign >= WORTH_NAMING).collect();
        some.sort_by(|a, b| (b.by * sign).total_cmp(&(a.by * sign)));
        some.into_iter().take(MAX_NAMED).map(|step| step.criterion).collect::<Vec<usize>>()
    };
    (named(1.0), named(-1.0))
}

fn gains_and_losses_said(assessment: &Assessment, leader: usize, runner_up: usize) -> Option<Sentence> {
    let (gains, losses) = gains_and_losses(assessment, leader, runner_up);
    (!(gains.is_empty() && losses.is_empty())).then_some(Sentence::GainsAndLoses { leader, runner_up, gains, losses })
}

/// What moving away from something that exists would have to be worth: the lead with and without it.
fn staying(subject: Subject<'_>) -> Option<Sentence> {
    let Subject { catalogue, profile, assessment, .. } = subject;
    let questions = catalogue.interview.questions.iter().filter(|question| !question.subject.is_empty());
    let mut about = questions.filter(|question| question.absent_means.is_some() && interview::is_known(question, &profile.facts));
    about.find_map(|question| {
        let mut without = profile.clone();
        without.facts.0.remove(&question.id);
        let without = assess(catalogue, &without).verdict;
        let now = &assessment.verdict;
        let question = question.id.clone();
        let (before, lead_before, after, lead_after) = (without.leader?, without.margin?, now.leader?, now.margin?);
        if before == after {
            // As it will be read, with one decimal.
            let shows = (lead_before * 10.0).round() != (lead_after * 10.0).round();
            return shows.then_some(Sentence::Staying { question, leader: after, without: lead_before, with: lead_after });
        }
        let gap = assessment.alternatives[after].score - assessment.alternatives[before].score;
        Some(Sentence::StayingChanges { question, without: before, lead_without: lead_before, with: after, gap })
    })
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
