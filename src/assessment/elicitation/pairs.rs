//! Comparisons of two at a time, groups first: weights, how well the answers fit together, and what would mend them.
//!
//! Within a group the facts divide the weight, unless its criteria are compared as well; so nobody has to judge every two criteria.

use super::{Structure, start};
use crate::{
    assessment::Assessment,
    mcda::{
        Weights,
        weighting::{
            ahp::Ahp,
            incomplete::{Judgement, Judgements},
        },
    },
    model::{Id, LARGEST_PREFERENCE, Pair, Profile},
};

/// What is compared with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// All groups.
    Groups,
    /// The criteria of one group, by position.
    Group(usize),
}

/// All comparisons of one level, and what they say.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparisons {
    /// Ids of groups or criteria.
    pub things: Vec<Id>,
    /// Every two of them, in order.
    pub pairs: Vec<Comparison>,
    /// The weights of the things, together one; `None` unless the answers connect them all.
    pub weights: Option<Vec<f64>>,
    /// Things that the answers do not connect yet, in parts.
    pub parts: Vec<Vec<usize>>,
    /// λ_max, CR and the rest of the classic figures, where no comparison is missing.
    pub ahp: Option<Ahp>,
    /// The geometric consistency index, generalised to gaps; `None` while no answer can be held against others.
    pub gci: Option<f64>,
    /// Whether the answers may stand; `None` while there is nothing to hold against each other.
    pub is_consistent: Option<bool>,
    /// What would mend the answers, where they should not stand.
    pub repair: Option<Repair>,
}

/// Two things by position, and how many times as important the one is; below 1 if less.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    pub one: usize,
    pub other: usize,
    pub times: Option<f64>,
}

/// The answer that fits the others least, and the one on the scale that fits them best.
#[derive(Debug, Clone, PartialEq)]
pub struct Repair {
    /// Position in [`Comparisons::pairs`].
    pub pair: usize,
    pub times: f64,
    pub proposed: f64,
    /// The consistency ratio with the proposed answer, where no comparison is missing.
    pub ratio_after: Option<f64>,
    pub is_consistent_after: bool,
    /// The three answers that show the contradiction best.
    pub triad: Option<Triad>,
}

/// One is `times` the other, which is `then` times a third: but the one was called `but` times the third.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Triad {
    pub one: usize,
    pub other: usize,
    pub third: usize,
    pub times: f64,
    pub then: f64,
    pub but: f64,
}

impl Triad {
    /// Whether even the order goes round in a circle.
    pub fn is_circle(&self) -> bool {
        self.but < 1.0 && self.times * self.then > 1.0
    }
}

impl Comparisons {
    pub fn answered(&self) -> usize {
        self.pairs.iter().filter(|pair| pair.times.is_some()).count()
    }
}

/// The comparisons of a level.
pub fn comparisons(profile: &Profile, assessment: &Assessment, level: Level) -> Comparisons {
    at(profile, assessment.into(), level)
}

fn at(profile: &Profile, structure: Structure<'_>, level: Level) -> Comparisons {
    let (things, given): (Vec<Id>, &[Pair]) = match level {
        Level::Groups => (structure.groups.iter().map(|group| group.id.clone()).collect(), &profile.elicitation.group_pairs),
        Level::Group(g) => {
            let members = structure.groups.get(g).map_or(&[][..], |group| &group.criteria);
            (members.iter().map(|&j| structure.criteria[j].id.clone()).collect(), &profile.elicitation.criterion_pairs)
        }
    };
    let in_range = |times: &f64| (1.0 / LARGEST_PREFERENCE..=LARGEST_PREFERENCE).contains(times);
    let mut pairs = Vec::new();
    for one in 0..things.len() {
        for other in one + 1..things.len() {
            let times = Pair::times_of(given, &things[one], &things[other]).filter(in_range);
            pairs.push(Comparison { one, other, times });
        }
    }
    let answered: Vec<usize> = (0..pairs.len()).filter(|&k| pairs[k].times.is_some()).collect();
    let judgement = |k: &usize| Judgement { row: pairs[*k].one, column: pairs[*k].other, ratio: pairs[*k].times.unwrap_or(1.0) };
    let mut found = Comparisons {
        weights: None,
        parts: (0..things.len()).map(|thing| vec![thing]).collect(),
        ahp: None,
        gci: None,
        is_consistent: None,
        repair: None,
        pairs: pairs.clone(),
        things,
    };
    let n = found.things.len();
    let Ok(judgements) = Judgements::new(n, &answered.iter().map(judgement).collect::<Vec<_>>()) else { return found };
    found.parts = judgements.parts();
    found.weights = judgements.weights().map(Weights::into_vec);
    let Some(consistency) = judgements.consistency() else { return found };
    let is_acceptable = consistency.is_acceptable(n);
    found.is_consistent = consistency.gci.map(|_| is_acceptable);
    found.gci = consistency.gci;
    found.ahp = consistency.ahp;
    if !is_acceptable {
        found.repair = repair(&pairs, &answered, &judgements, n);
    }
    found
}

fn repair(pairs: &[Comparison], answered: &[usize], judgements: &Judgements, n: usize) -> Option<Repair> {
    let outlier = judgements.outlier()?;
    let pair = answered[outlier.position];
    let times = pairs[pair].times?;
    let proposed = on_scale(outlier.implied);
    // An answer that is the nearest one already cannot be mended.
    if apart(proposed, times) < 1.0 + 1e-9 {
        return None;
    }
    let after = judgements.with(outlier.position, proposed).ok()?.consistency()?;
    Some(Repair {
        pair,
        times,
        proposed,
        ratio_after: after.ahp.as_ref().and_then(|ahp| ahp.consistency_ratio),
        is_consistent_after: after.is_acceptable(n),
        triad: triad(pairs, pairs[pair], n),
    })
}

/// The step of Saaty's scale, 1/9 to 9, that is nearest by logarithm.
fn on_scale(ratio: f64) -> f64 {
    let steps = (2..=LARGEST_PREFERENCE as u32).rev().map(|k| 1.0 / f64::from(k)).chain((1..=LARGEST_PREFERENCE as u32).map(f64::from));
    steps.fold(1.0, |best, step| if apart(step, ratio) < apart(best, ratio) { step } else { best })
}

/// How many times the larger of two ratios is the smaller: their distance by logarithm, without one.
fn apart(a: f64, b: f64) -> f64 {
    (a / b).max(b / a)
}

/// The detour through a third thing that contradicts a pair most, told so that what counts more is named first.
fn triad(pairs: &[Comparison], pair: Comparison, n: usize) -> Option<Triad> {
    let times = |a: usize, b: usize| {
        let found = pairs.iter().find(|p| (p.one, p.other) == (a.min(b), a.max(b)))?.times?;
        Some(if a < b { found } else { 1.0 / found })
    };
    let but = pair.times?;
    let mut worst: Option<(f64, usize)> = None;
    for via in (0..n).filter(|k| *k != pair.one && *k != pair.other) {
        let (Some(first), Some(then)) = (times(pair.one, via), times(via, pair.other)) else { continue };
        let distance = apart(first * then, but);
        if worst.is_none_or(|(most, _)| distance > most) {
            worst = Some((distance, via));
        }
    }
    let (a, b, c) = (pair.one, worst?.1, pair.other);
    // Best with the pair itself as what was said against the detour; three comparisons always have an order to be told in.
    let tellings = [(a, b, c), (c, b, a), (b, a, c), (b, c, a), (a, c, b), (c, a, b)];
    let told = tellings.into_iter().filter_map(|(one, other, third)| {
        let told = Triad { one, other, third, times: times(one, other)?, then: times(other, third)?, but: times(one, third)? };
        Some(told).filter(|told| told.times >= 1.0 && told.then >= 1.0)
    });
    told.into_iter().next()
}

/// Group weights times the shares within each group.
pub(super) fn weights(profile: &Profile, structure: Structure<'_>) -> Option<Vec<f64>> {
    let by_group = at(profile, structure, Level::Groups).weights?;
    let start = start(profile, structure);
    let mut weights = vec![0.0; structure.criteria.len()];
    for (g, (group, weight)) in structure.groups.iter().zip(by_group).enumerate() {
        let compared = if group.criteria.len() > 1 { at(profile, structure, Level::Group(g)).weights } else { None };
        let shares = compared.unwrap_or_else(|| {
            let sum: f64 = group.criteria.iter().map(|&j| start[j]).sum();
            let even = 1.0 / group.criteria.len() as f64;
            group.criteria.iter().map(|&j| if sum > 0.0 { start[j] / sum } else { even }).collect()
        });
        for (&j, share) in group.criteria.iter().zip(shares) {
            weights[j] = weight * share;
        }
    }
    Some(weights)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::{assess, way_weights},
        model::Way,
        store,
    };

    /// Weights of groups as consistent answers, as far as the scale allows: 8 : 4 : 2 : 2 : 1 : 1.
    const GROUPS: [(&str, f64); 6] =
        [("performance", 8.0), ("scale", 4.0), ("productivity", 2.0), ("ecosystem", 2.0), ("safety", 1.0), ("adoption", 1.0)];

    fn answered(profile: &mut Profile) {
        for (k, (one, high)) in GROUPS.iter().enumerate() {
            for (other, low) in &GROUPS[k + 1..] {
                profile.elicitation.group_pairs.push(Pair::ordered(one, other, high / low));
            }
        }
    }

    #[test]
    fn groups_are_compared_and_the_facts_divide_them() {
        let mut profile = Profile::new("p");
        answered(&mut profile);
        let assessment = assess(store::shipped(), &profile);
        let found = comparisons(&profile, &assessment, Level::Groups);
        assert_eq!((found.pairs.len(), found.answered(), found.parts.len()), (15, 15, 1));
        assert_eq!((found.is_consistent, found.repair), (Some(true), None));
        assert!((found.ahp.unwrap().lambda_max - 6.0).abs() < 1e-9);
        let weights = way_weights(&profile, &assessment, Way::Pairs).unwrap();
        for group in &assessment.groups {
            let expected = GROUPS.iter().find(|(id, _)| *id == group.id).unwrap().1 / 18.0;
            let sum: f64 = group.criteria.iter().map(|&j| weights[j]).sum();
            assert!((sum - expected).abs() < 1e-9, "{}", group.id);
            for &j in &group.criteria {
                let share = assessment.criteria[j].points_from_facts / group.points_from_facts;
                assert!((weights[j] - expected * share).abs() < 1e-9);
            }
        }
        let members: Vec<Id> = assessment.groups[0].criteria.iter().map(|&j| assessment.criteria[j].id.clone()).collect();
        profile.elicitation.criterion_pairs =
            vec![Pair::ordered(&members[0], &members[1], 3.0), Pair::ordered(&members[1], &members[2], 2.0)];
        let weights = way_weights(&profile, &assessment, Way::Pairs).unwrap();
        // 6 : 2 : 1 within the group.
        let first = assessment.groups[0].criteria[0];
        assert!((weights[first] - 8.0 / 18.0 * 6.0 / 9.0).abs() < 1e-9);
    }

    #[test]
    fn a_circle_is_found_told_and_mended() {
        let mut profile = Profile::new("p");
        answered(&mut profile);
        profile.elicitation.group_pairs.retain(|pair| !pair.is_of("performance", "adoption"));
        profile.elicitation.group_pairs.push(Pair::ordered("adoption", "performance", 5.0));
        let assessment = assess(store::shipped(), &profile);
        let found = comparisons(&profile, &assessment, Level::Groups);
        assert_eq!(found.is_consistent, Some(false));
        let repair = found.repair.unwrap();
        let pair = found.pairs[repair.pair];
        assert_eq!((found.things[pair.one].as_str(), found.things[pair.other].as_str()), ("performance", "adoption"));
        assert_eq!((repair.times, repair.proposed), (0.2, 8.0));
        assert!(repair.is_consistent_after && repair.ratio_after.unwrap() < 1e-9);
        let triad = repair.triad.unwrap();
        assert!(triad.is_circle());
        assert_eq!((triad.one, triad.third, triad.but), (pair.one, pair.other, 0.2));
        assert!((triad.times * triad.then - 8.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_missing_is_said_and_gives_no_weights() {
        let mut profile = Profile::new("p");
        profile.elicitation.group_pairs = vec![Pair::ordered("performance", "scale", 3.0)];
        let assessment = assess(store::shipped(), &profile);
        let found = comparisons(&profile, &assessment, Level::Groups);
        assert_eq!((found.parts.len(), found.weights, found.is_consistent), (5, None, None));
        assert_eq!(way_weights(&profile, &assessment, Way::Pairs), None);
        // Five answers that connect everything are enough.
        profile.elicitation.group_pairs = GROUPS[1..].iter().map(|(id, _)| Pair::ordered("performance", id, 2.0)).collect();
        let weights = way_weights(&profile, &assessment, Way::Pairs).unwrap();
        let first: f64 = assessment.groups[0].criteria.iter().map(|&j| weights[j]).sum();
        assert!((first - 2.0 / 7.0).abs() < 1e-9);
    }

    #[test]
    fn the_scale_has_seventeen_steps() {
        assert_eq!((on_scale(100.0), on_scale(0.001)), (9.0, 1.0 / 9.0));
        assert_eq!((on_scale(1.1), on_scale(2.4), on_scale(0.36)), (1.0, 2.0, 1.0 / 3.0));
    }
}
