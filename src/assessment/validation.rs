//! The back-test: documented choices run through interview and assessment, and how often the answer agrees with what was chosen.
//!
//! A case is run by [`trial`], one apart from the others, so that whoever has several threads may share them out; [`validation`]
//! sums the trials up. What the figures are worth, and where cases come from, is for those who show them to say.

use super::{Assessment, RobustnessProblem, VerdictKind, assess_among, explain::gains_and_losses};
use crate::{
    mcda::smaa::FIRST_ANSWER,
    model::{Case, Catalogue, Id, Profile},
};

/// Agreement is also given for choices from this year on: since then all three shipped alternatives have been stable.
pub const ALL_STABLE_SINCE: i16 = 2015;

/// The question by whose answers agreement is split.
pub const WORKLOAD: &str = "workload";

/// The lower ends of the bins into which cases are sorted by the leader's share, 0–1.
const SHARE_BINS: [f64; 4] = [0.0, 0.5, 0.7, 0.9];
/// The same by how likely the leader is to be chosen: of three alternatives rarely more than six in ten.
const FORECAST_BINS: [f64; 4] = [0.0, 0.4, 0.5, 0.6];

/// What the assessment says of one case, with the alternatives of its time alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    pub verdict: VerdictKind,
    /// `None` where no alternative qualifies, which agrees with nobody.
    pub leader: Option<Id>,
    /// Whether the leader is what was chosen.
    pub is_right: bool,
    /// Whether a reasonable expert could have chosen the leader.
    pub is_defensible: bool,
    /// The leader's score minus the runner-up's.
    pub margin: Option<f64>,
    /// In which share of what is plausible each alternative of the time comes first, in the catalogue's order. They sum to one;
    /// all are 0 where nobody qualifies. Sampled [`FIRST_ANSWER`] times with the app's own weights, ratings and seed 0, so that
    /// each is precise to about half a percent.
    pub shares: Vec<(Id, f64)>,
    /// How likely a team in such a position is to choose each alternative of the time, in the catalogue's order. They sum to one.
    pub forecast: Vec<(Id, f64)>,
    /// Why the leader is not what was chosen; `None` where it is.
    pub miss: Option<MissReason>,
}

/// Why the leader is not what was chosen, with ids of criteria and requirements.
#[derive(Debug, Clone, PartialEq)]
pub enum MissReason {
    /// What was chosen fails requirements, by name; so do all others where there is no leader.
    Fails { requirements: Vec<String> },
    /// What was chosen did not exist or was not stable by the case's own account.
    NotOfTheTime,
    /// The leader scores `gap` more, most on these criteria; what was chosen is ahead on those.
    Outweighed { gap: f64, leader_ahead: Vec<Id>, chosen_ahead: Vec<Id> },
}

impl Trial {
    /// Whether there was more than one alternative; otherwise agreement and share say nothing.
    pub fn had_choice(&self) -> bool {
        self.shares.len() > 1
    }

    /// In which share an alternative comes first, 0–1.
    pub fn share(&self, alternative: &str) -> f64 {
        of(&self.shares, alternative)
    }

    /// How likely an alternative is to be chosen, 0–1.
    pub fn forecast(&self, alternative: &str) -> f64 {
        of(&self.forecast, alternative)
    }
}

fn of(numbers: &[(Id, f64)], alternative: &str) -> f64 {
    numbers.iter().find(|(id, _)| id == alternative).map_or(0.0, |(_, number)| *number)
}

/// A profile with a case's facts and nothing else. A question whose absence is an answer, such as existing code, is left out.
pub fn profile_of(catalogue: &Catalogue, case: &Case) -> Profile {
    let mut profile = Profile::new(case.name.clone());
    profile.facts = case.facts.clone();
    let is_asked = |id: &Id| catalogue.interview.question(id).is_some_and(|question| question.absent_means.is_none());
    profile.facts.0.retain(|id, _| is_asked(id));
    profile
}

/// Runs one case.
pub fn trial(catalogue: &Catalogue, case: &Case) -> Trial {
    let profile = profile_of(catalogue, case);
    let assessment = assess_among(catalogue, &profile, |id| case.existed(id));
    let leader = assessment.leader().map(|leader| leader.id.clone());
    let is_right = leader.as_ref() == Some(&case.chosen);
    Trial {
        verdict: assessment.verdict.kind,
        is_right,
        is_defensible: leader.as_ref().is_some_and(|leader| case.is_defensible(leader)),
        margin: assessment.verdict.margin,
        shares: shares(&assessment, &profile),
        forecast: assessment.alternatives.iter().map(|a| (a.id.clone(), a.choice_probability)).collect(),
        miss: (!is_right).then(|| miss(&assessment, &case.chosen)),
        leader,
    }
}

fn shares(assessment: &Assessment, profile: &Profile) -> Vec<(Id, f64)> {
    let robustness = RobustnessProblem::new(assessment, profile.seed).and_then(|problem| problem.run_for(FIRST_ANSWER));
    let first = |i: usize| robustness.as_ref().and_then(|robustness| robustness.leads(i)).unwrap_or(0.0);
    let firsts: Vec<f64> = (0..assessment.alternatives.len()).map(first).collect();
    // Tied alternatives share the first place, so that the sum may exceed one.
    let sum: f64 = firsts.iter().sum();
    let share = |first: f64| if sum > 0.0 { first / sum } else { 0.0 };
    assessment.alternatives.iter().zip(firsts).map(|(alternative, first)| (alternative.id.clone(), share(first))).collect()
}

fn miss(assessment: &Assessment, chosen: &str) -> MissReason {
    let Some(chosen) = assessment.alternative(chosen) else { return MissReason::NotOfTheTime };
    match assessment.verdict.leader {
        Some(leader) if assessment.alternatives[chosen].is_eligible() => {
            let (leader_ahead, chosen_ahead) = gains_and_losses(assessment, leader, chosen);
            let ids = |criteria: Vec<usize>| criteria.into_iter().map(|j| assessment.criteria[j].id.clone()).collect();
            MissReason::Outweighed {
                gap: assessment.alternatives[leader].score - assessment.alternatives[chosen].score,
                leader_ahead: ids(leader_ahead),
                chosen_ahead: ids(chosen_ahead),
            }
        }
        _ => {
            let failed = assessment.requirements.iter().filter(|outcome| assessment.alternatives[chosen].failed.contains(&outcome.id));
            MissReason::Fails { requirements: failed.map(|outcome| outcome.name.clone()).collect() }
        }
    }
}

/// How often an answer agreed with what was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Agreement {
    /// Cases.
    pub n: usize,
    /// Cases in which the answer is what was chosen.
    pub right: usize,
    /// Cases in which a reasonable expert could have chosen the answer.
    pub defensible: usize,
}

impl Agreement {
    fn add(&mut self, is_right: bool, is_defensible: bool) {
        self.n += 1;
        self.right += usize::from(is_right);
        self.defensible += usize::from(is_defensible);
    }

    fn of<'t>(trials: impl IntoIterator<Item = &'t Trial>) -> Self {
        let mut agreement = Self::default();
        trials.into_iter().for_each(|trial| agreement.add(trial.is_right, trial.is_defensible));
        agreement
    }

    /// The share of cases in which the answer is what was chosen, 0–1; `None` without cases.
    pub fn top1(self) -> Option<f64> {
        (self.n > 0).then(|| self.right as f64 / self.n as f64)
    }

    /// The share of cases in which the answer is defensible, 0–1; `None` without cases.
    pub fn top1_defensible(self) -> Option<f64> {
        (self.n > 0).then(|| self.defensible as f64 / self.n as f64)
    }
}

/// Cases whose leader has about the same share or forecast: of what is forecast with 50 %, half should be right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// From here, 0–1.
    pub from: f64,
    /// To here; the last bin includes it.
    pub to: f64,
    /// `None` without cases.
    pub mean: Option<f64>,
    pub agreement: Agreement,
}

/// Trials summed up. Everything from `verdicts` to `reliability` is over those cases alone in which there was a choice and, for
/// what is about the leader's share, somebody qualifies.
#[derive(Debug, Clone, PartialEq)]
pub struct Validation {
    pub all: Agreement,
    /// How often always giving the same answer would agree, by alternative. Where it did not exist yet, it does not.
    pub baselines: Vec<(Id, Agreement)>,
    /// How often each kind of verdict was given.
    pub verdicts: [(VerdictKind, Agreement); 4],
    pub mean_share_of_leader: Option<f64>,
    pub mean_share_of_chosen: Option<f64>,
    pub mean_forecast_of_leader: Option<f64>,
    pub mean_forecast_of_chosen: Option<f64>,
    /// The mean of `Σ_k (p_k − [k was chosen])²` over the alternatives of the time, where `p_k` is the forecast; from 0, best, to 2.
    /// Brier, G. W. (1950), "Verification of forecasts expressed in terms of probability", *Monthly Weather Review* 78(1): 1–3.
    pub brier: Option<f64>,
    /// The same for equal chances: what knowing nothing scores.
    pub brier_uniform: Option<f64>,
    /// The same for the shares, were they taken for forecasts. They are none: they say how sure the leader is as far as criteria,
    /// weights and ratings go, and much that decides real choices is none of these.
    pub brier_of_shares: Option<f64>,
    /// By how likely the leader was to be chosen.
    pub reliability: Vec<Bin>,
    /// By the share in which the leader comes first.
    pub reliability_of_shares: Vec<Bin>,
    pub contested: Agreement,
    pub uncontested: Agreement,
    /// By what was chosen.
    pub by_language: Vec<(Id, Agreement)>,
    /// By workload, in the interview's order; those with none last.
    pub by_workload: Vec<(Option<Id>, Agreement)>,
    /// From [`ALL_STABLE_SINCE`] on.
    pub since_all_stable: Agreement,
}

/// Cases, what became of them, and the sums.
#[derive(Debug, Clone, PartialEq)]
pub struct Tested {
    pub cases: Vec<Case>,
    /// In the order of the cases.
    pub trials: Vec<Trial>,
    pub validation: Validation,
}

impl Tested {
    /// Sums up what was tried; `trials` follow `cases`.
    pub fn new(catalogue: &Catalogue, cases: Vec<Case>, trials: Vec<Trial>) -> Self {
        let validation = validation(catalogue, &cases, &trials);
        Self { cases, trials, validation }
    }

    /// The cases in which the answer was not what was chosen.
    pub fn misses(&self) -> impl Iterator<Item = (&Case, &Trial)> {
        self.cases.iter().zip(&self.trials).filter(|(_, trial)| !trial.is_right)
    }
}

/// Sums up trials; `trials` follow `cases`.
fn validation(catalogue: &Catalogue, cases: &[Case], trials: &[Trial]) -> Validation {
    let both = || cases.iter().zip(trials);
    let where_so = |is_so: &dyn Fn(&Case) -> bool| Agreement::of(both().filter(|(case, _)| is_so(case)).map(|(_, trial)| trial));
    let with_choice: Vec<(&Case, &Trial)> = both().filter(|(_, trial)| trial.had_choice()).collect();
    let mean = |values: Vec<f64>| (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64);
    let over_choices = |value: &dyn Fn(&Case, &Trial) -> f64| mean(with_choice.iter().map(|(case, trial)| value(case, trial)).collect());
    let kinds = [VerdictKind::Clear, VerdictKind::Leaning, VerdictKind::TooClose, VerdictKind::NoneQualifies];
    let of_kind = |kind| Agreement::of(with_choice.iter().map(|(_, trial)| *trial).filter(|trial| trial.verdict == kind));
    let of_leader = |value: &dyn Fn(&Trial, &str) -> f64| -> Vec<(f64, &Trial)> {
        with_choice.iter().filter_map(|(_, trial)| trial.leader.as_ref().map(|leader| (value(trial, leader), *trial))).collect()
    };
    let (shares, forecasts) = (of_leader(&Trial::share), of_leader(&Trial::forecast));
    let mean_of = |values: &[(f64, &Trial)]| mean(values.iter().map(|(value, _)| *value).collect());
    Validation {
        all: Agreement::of(trials),
        baselines: by_alternative(catalogue, |alternative| always(cases, alternative)),
        verdicts: kinds.map(|kind| (kind, of_kind(kind))),
        mean_share_of_leader: mean_of(&shares),
        mean_share_of_chosen: over_choices(&|case, trial| trial.share(&case.chosen)),
        mean_forecast_of_leader: mean_of(&forecasts),
        mean_forecast_of_chosen: over_choices(&|case, trial| trial.forecast(&case.chosen)),
        brier: over_choices(&|case, trial| brier(&trial.forecast, &case.chosen, |forecast| forecast)),
        brier_uniform: over_choices(&|case, trial| brier(&trial.forecast, &case.chosen, |_| 1.0 / trial.forecast.len() as f64)),
        brier_of_shares: over_choices(&|case, trial| brier(&trial.shares, &case.chosen, |share| share)),
        reliability: reliability(&forecasts, FORECAST_BINS),
        reliability_of_shares: reliability(&shares, SHARE_BINS),
        contested: where_so(&Case::is_contested),
        uncontested: where_so(&|case| !case.is_contested()),
        by_language: by_alternative(catalogue, |alternative| where_so(&|case| case.chosen == alternative)),
        by_workload: by_workload(catalogue, cases, trials),
        since_all_stable: where_so(&|case| case.year >= ALL_STABLE_SINCE),
    }
}

fn by_alternative(catalogue: &Catalogue, agreement: impl Fn(&str) -> Agreement) -> Vec<(Id, Agreement)> {
    catalogue.alternatives.iter().map(|alternative| (alternative.id.clone(), agreement(&alternative.id))).collect()
}

fn always(cases: &[Case], answer: &str) -> Agreement {
    let mut agreement = Agreement::default();
    cases.iter().for_each(|case| agreement.add(case.existed(answer) && case.chosen == answer, case.is_defensible(answer)));
    agreement
}

fn brier(stated: &[(Id, f64)], chosen: &str, probability: impl Fn(f64) -> f64) -> f64 {
    let part = |(id, stated): &(Id, f64)| {
        let error = probability(*stated) - if id == chosen { 1.0 } else { 0.0 };
        error * error
    };
    stated.iter().map(part).sum()
}

fn reliability(led: &[(f64, &Trial)], bins: [f64; 4]) -> Vec<Bin> {
    let bin = |(k, &from): (usize, &f64)| {
        let to = bins.get(k + 1).copied().unwrap_or(1.0);
        let is_last = k + 1 == bins.len();
        let inside: Vec<_> = led.iter().filter(|(value, _)| *value >= from && (*value < to || is_last)).collect();
        let agreement = Agreement::of(inside.iter().map(|(_, trial)| *trial));
        let mean = (!inside.is_empty()).then(|| inside.iter().map(|(value, _)| value).sum::<f64>() / inside.len() as f64);
        Bin { from, to, mean, agreement }
    };
    bins.iter().enumerate().map(bin).collect()
}

/// Only workloads that occur.
fn by_workload(catalogue: &Catalogue, cases: &[Case], trials: &[Trial]) -> Vec<(Option<Id>, Agreement)> {
    use crate::model::QuestionKind::Choice;
    let answers = match catalogue.interview.question(WORKLOAD).map(|question| &question.kind) {
        Some(Choice(answers)) => answers.as_slice(),
        _ => &[],
    };
    let workloads = answers.iter().map(|answer| Some(answer.id.clone())).chain([None]);
    let split = workloads.map(|workload| {
        let inside = cases.iter().zip(trials).filter(|(case, _)| case.facts.one(WORKLOAD) == workload.as_deref());
        let agreement = Agreement::of(inside.map(|(_, trial)| trial));
        (workload, agreement)
    });
    split.filter(|(_, agreement)| agreement.n > 0).collect()
}
