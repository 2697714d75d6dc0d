//! [`Robustness`]: in which share of the plausible weights and ratings each alternative takes each place (SMAA-2).
//!
//! The sampling itself is `mcda`'s; when and on which thread it runs is the session's.

use std::sync::atomic::AtomicBool;

use super::{Assessment, competition::Competition};
use crate::mcda::{
    Ratings,
    smaa::{MAX_SAMPLES, MIN_CONCENTRATION, Progress, Sampler, Smaa, TARGET_STANDARD_ERROR, WeightLaw},
};

/// What sampling showed about those alternatives that meet every requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    /// The sampled alternatives, as positions in [`Assessment::alternatives`]; rows and columns of `smaa` follow them.
    pub alternatives: Vec<usize>,
    pub smaa: Smaa,
    /// Whether every share is as precise as it is going to be.
    pub is_final: bool,
}

impl Robustness {
    /// In which share an alternative leads, 0–1; `None` if it was not sampled because it fails a requirement.
    pub fn leads(&self, alternative: usize) -> Option<f64> {
        self.acceptability(alternative).and_then(|row| row.first().copied())
    }

    /// In which share an alternative takes each place, 0–1, first place first.
    pub fn acceptability(&self, alternative: usize) -> Option<&[f64]> {
        let row = self.alternatives.iter().position(|i| *i == alternative)?;
        self.smaa.rank_acceptability.get(row).map(Vec::as_slice)
    }
}

/// Everything that sampling needs, apart from the assessment that it was made of, so that it can go to another thread.
#[derive(Debug, Clone)]
pub struct RobustnessProblem {
    alternatives: Vec<usize>,
    ratings: Ratings,
    law: WeightLaw,
    seed: u64,
}

impl RobustnessProblem {
    /// The plausible weights are a Dirichlet distribution around the stated ones, the ratings triangular; an alternative's ratings
    /// in one group share their quantile. `None` where nothing qualifies or nothing has weight.
    pub fn new(assessment: &Assessment, seed: u64) -> Option<Self> {
        let Competition { alternatives, ratings, weights: mean } = Competition::of(assessment)?;
        let law = WeightLaw::Dirichlet { mean, concentration: assessment.concentration.max(MIN_CONCENTRATION) };
        Some(Self { alternatives, ratings, law, seed })
    }

    /// Samples until every share's standard error is small enough, `report`ing intermediate results, the first after 10,000 samples.
    /// `None` if cancelled before the first. The result depends on the seed alone, not on `threads`.
    pub fn run(&self, threads: usize, cancel: &AtomicBool, mut report: impl FnMut(Robustness)) -> Option<Robustness> {
        let mut sampler = Sampler::new(&self.ratings, self.law.clone(), self.seed).ok()?.with_threads(threads);
        let seen = |sampler: &Sampler, is_final| self.seen(sampler, is_final);
        let progress = sampler.run_to_precision(TARGET_STANDARD_ERROR, MAX_SAMPLES, cancel, |sampler| report(seen(sampler, false))).ok()?;
        (progress == Progress::Done).then(|| seen(&sampler, true))
    }

    /// Draws so many samples and no more, for many problems in a short time. `None` beyond [`MAX_SAMPLES`].
    pub fn run_for(&self, samples: usize) -> Option<Robustness> {
        let mut sampler = Sampler::new(&self.ratings, self.law.clone(), self.seed).ok()?;
        sampler.run_until(samples, &AtomicBool::new(false)).ok()?;
        Some(self.seen(&sampler, false))
    }

    fn seen(&self, sampler: &Sampler, is_final: bool) -> Robustness {
        Robustness { alternatives: self.alternatives.clone(), smaa: sampler.result(), is_final }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{assessment::assess, store};

    #[test]
    fn shares_sum_to_one_and_do_not_depend_on_threads() {
        let example = store::example("public-api").unwrap();
        let assessment = assess(store::shipped(), &example.profile);
        let problem = RobustnessProblem::new(&assessment, 7).unwrap();
        let run = |threads| {
            let mut first = None;
            let result = problem.run(threads, &AtomicBool::new(false), |robustness| {
                first.get_or_insert(robustness);
            });
            (first.unwrap(), result.unwrap())
        };
        let (first, last) = run(1);
        assert_eq!((first.clone(), last.clone()), run(4));
        assert!(first.smaa.samples <= last.smaa.samples);
        let sum: f64 = (0..3).filter_map(|i| last.leads(i)).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{sum}");
    }

    #[test]
    fn what_fails_a_requirement_is_not_sampled() {
        let example = store::example("firmware").unwrap();
        let assessment = assess(store::shipped(), &example.profile);
        let robustness = RobustnessProblem::new(&assessment, 0).unwrap().run(1, &AtomicBool::new(false), |_| {}).unwrap();
        let shares: Vec<Option<f64>> = (0..3).map(|i| robustness.leads(i)).collect();
        assert_eq!(shares, [None, None, Some(1.0)]);
    }

    #[test]
    fn the_closed_form_and_the_sampled_share_agree() {
        for example in store::examples() {
            let assessment = assess(store::shipped(), &example.profile);
            let (Some(margin), Some(sd), Some(leader)) =
                (assessment.verdict.margin, assessment.verdict.margin_sd, assessment.verdict.leader)
            else {
                continue;
            };
            let robustness = RobustnessProblem::new(&assessment, 1).unwrap().run(2, &AtomicBool::new(false), |_| {}).unwrap();
            let runner_up = assessment.verdict.runner_up.unwrap();
            let row = |i: usize| robustness.alternatives.iter().position(|a| *a == i).unwrap();
            let sampled = robustness.smaa.pairwise_winning[row(leader)][row(runner_up)];
            let closed = crate::mcda::normal::normal_cdf(margin / sd);
            assert!((sampled - closed).abs() < 0.12, "{}: sampled {sampled:.3}, closed form {closed:.3}", example.id);
        }
    }
}
