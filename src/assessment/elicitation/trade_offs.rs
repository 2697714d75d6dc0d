//! A short quiz of trade-offs: which question comes next, and the weights that fit the answers.
//!
//! The fit is `mcda::weighting::trade_off`'s. The quiz refines what follows from the facts rather than asking about everything.

use super::{Structure, positions, start};
use crate::{
    assessment::Assessment,
    mcda::{
        Weights,
        weighting::trade_off::{self, Answer, Fitted, trade_off_weights},
    },
    model::{Preference, Profile, TradeOff, WHOLE_WAY},
};

/// How many questions a quiz has, those passed over included: enough to place the criteria that matter, few enough to be answered.
pub const QUESTIONS: usize = 10;
/// Only so many criteria, those with most weight, are asked about: a question about a trifle would change nothing.
const MOST_ASKED: usize = 8;
/// The improvements that a question offers, in points of the 0–10 scale; at least one of the two is the whole way.
const GAINS: [f64; 3] = [WHOLE_WAY, WHOLE_WAY / 2.0, WHOLE_WAY / 4.0];

/// An improvement of one criterion against an improvement of another, by position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Question {
    pub one: usize,
    pub other: usize,
    /// In points of the 0–10 scale, from the worst on.
    pub one_gains: f64,
    pub other_gains: f64,
}

/// The next question; `None` at the end of the quiz.
///
/// It is the one on whose sides the weights so far are most nearly equal, weighted by how much is at stake, and divided among the
/// criteria: w_one + w_other, times the smaller side over the larger, over one plus how often either was asked about.
pub fn next_question(profile: &Profile, assessment: &Assessment) -> Option<Question> {
    let asked = &profile.elicitation.trade_offs;
    if asked.len() >= QUESTIONS {
        return None;
    }
    let structure = Structure::from(assessment);
    let (_, weights) = fitted(profile, structure)?;
    let mut order: Vec<usize> = (0..weights.len()).filter(|&j| weights[j] > 0.0).collect();
    order.sort_by(|&a, &b| weights[b].total_cmp(&weights[a]));
    order.truncate(MOST_ASKED);
    let id = |j: usize| assessment.criteria[j].id.as_str();
    let times_asked = |j: usize| asked.iter().filter(|known| known.one == id(j) || known.other == id(j)).count() as f64;
    let is_same = |known: &TradeOff, question: &Question| {
        let known = [(known.one.as_str(), known.one_gains), (known.other.as_str(), known.other_gains)];
        let sides = [(id(question.one), question.one_gains), (id(question.other), question.other_gains)];
        known == sides || known == [sides[1], sides[0]]
    };
    let mut best: Option<(f64, Question)> = None;
    for (k, &one) in order.iter().enumerate() {
        for &other in &order[k + 1..] {
            for gain in GAINS {
                // The same trade is not asked about twice; another size of it may be.
                let question = Question { one, other, one_gains: gain, other_gains: WHOLE_WAY };
                if asked.iter().any(|known| is_same(known, &question)) {
                    continue;
                }
                // The lighter one goes the whole way; that the heavier does so too is the first of the gains.
                let (mine, yours) = (weights[one] * gain, weights[other] * WHOLE_WAY);
                let balance = mine.min(yours) / mine.max(yours);
                let worth = (weights[one] + weights[other]) * balance / (1.0 + times_asked(one) + times_asked(other));
                if best.is_none_or(|(most, _)| worth > most) {
                    best = Some((worth, question));
                }
            }
        }
    }
    best.map(|(_, question)| question)
}

/// Positions among the trade-offs of those answers that contradict others.
pub fn contradicted(profile: &Profile, assessment: &Assessment) -> Vec<usize> {
    let structure = Structure::from(assessment);
    let used: Vec<usize> = usable(profile, structure).into_iter().map(|(position, _)| position).collect();
    let Some((Some(fitted), _)) = fitted(profile, structure) else { return Vec::new() };
    fitted.contradicted.into_iter().map(|k| used[k]).collect()
}

/// `None` until something was answered.
pub(super) fn weights(profile: &Profile, structure: Structure<'_>) -> Option<Vec<f64>> {
    if usable(profile, structure).is_empty() { None } else { fitted(profile, structure).map(|(_, weights)| weights) }
}

/// The fit over the criteria that count, and the weights of all; `None` where nothing can be fitted.
fn fitted(profile: &Profile, structure: Structure<'_>) -> Option<(Option<Fitted>, Vec<f64>)> {
    let start = start(profile, structure);
    let counting: Vec<usize> = (0..start.len()).filter(|&j| start[j] > 0.0).collect();
    let place = |j: usize| counting.iter().position(|&k| k == j);
    let answers: Vec<trade_off::TradeOff> = usable(profile, structure)
        .into_iter()
        .filter_map(|(_, asked)| Some(trade_off::TradeOff { one: place(asked.one)?, other: place(asked.other)?, ..asked }))
        .collect();
    let points: Vec<f64> = counting.iter().map(|&j| start[j]).collect();
    let fitted = trade_off_weights(&points, &answers).ok();
    let fit = fitted.as_ref().map(|fitted| fitted.weights.clone()).or_else(|| Weights::new(&points).ok())?;
    let mut weights = vec![0.0; start.len()];
    counting.iter().zip(fit.iter()).for_each(|(&j, weight)| weights[j] = *weight);
    Some((fitted, weights))
}

/// Answers about criteria that count, with their positions among the trade-offs.
fn usable(profile: &Profile, structure: Structure<'_>) -> Vec<(usize, trade_off::TradeOff)> {
    let (start, known) = (start(profile, structure), positions(structure));
    let mut used = Vec::new();
    for (position, asked) in profile.elicitation.trade_offs.iter().enumerate() {
        let answer = match asked.answer {
            Preference::One => Answer::One,
            Preference::Other => Answer::Other,
            Preference::Equal => Answer::Equal,
            Preference::Skipped => continue,
        };
        let (Some(&one), Some(&other)) = (known.get(asked.one.as_str()), known.get(asked.other.as_str())) else { continue };
        let in_range = |gain: f64| gain > 0.0 && gain <= WHOLE_WAY;
        if one != other && start[one] > 0.0 && start[other] > 0.0 && in_range(asked.one_gains) && in_range(asked.other_gains) {
            let (one_gains, other_gains) = (asked.one_gains, asked.other_gains);
            used.push((position, trade_off::TradeOff { one, other, one_gains, other_gains, answer }));
        }
    }
    used
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::{assess, way_weights},
        model::Way,
        store,
    };

    fn answer(profile: &mut Profile, assessment: &Assessment, question: Question, answer: Preference) {
        let Question { one, other, one_gains, other_gains } = question;
        let id = |j: usize| assessment.criteria[j].id.clone();
        profile.elicitation.trade_offs.push(TradeOff { one: id(one), other: id(other), one_gains, other_gains, answer });
    }

    /// Somebody with firm weights is asked; the fit comes nearer to them than the facts were.
    #[test]
    fn the_quiz_learns_the_weights_of_whom_it_asks() {
        let profile = &mut store::example("public-api").unwrap().profile.clone();
        profile.points.clear();
        let assessment = assess(store::shipped(), profile);
        let from_facts: Vec<f64> = assessment.weights().collect();
        let truth: Vec<f64> =
            from_facts.iter().enumerate().map(|(j, weight)| if j % 2 == 0 { weight * 2.0 } else { weight / 2.0 }).collect();
        let mut n_asked = 0;
        while let Some(question) = next_question(profile, &assessment) {
            let (mine, yours) = (truth[question.one] * question.one_gains, truth[question.other] * question.other_gains);
            let said = if mine > yours { Preference::One } else { Preference::Other };
            answer(profile, &assessment, question, said);
            n_asked += 1;
        }
        assert_eq!(n_asked, QUESTIONS);
        let found = way_weights(profile, &assessment, Way::TradeOffs).unwrap();
        let sum: f64 = truth.iter().sum();
        let off = |weights: &[f64]| weights.iter().zip(&truth).map(|(w, t)| (w - t / sum).abs()).sum::<f64>();
        assert!(off(&found) < 0.85 * off(&from_facts), "{} against {}", off(&found), off(&from_facts));
        assert_eq!(contradicted(profile, &assessment), [] as [usize; 0]);
    }

    #[test]
    fn nobody_is_asked_the_same_twice_and_skipping_goes_on() {
        let mut profile = Profile::new("p");
        let assessment = assess(store::shipped(), &profile);
        let mut seen = Vec::new();
        while let Some(question) = next_question(&profile, &assessment) {
            assert!(question.one != question.other && !seen.contains(&question));
            seen.push(question);
            answer(&mut profile, &assessment, question, Preference::Skipped);
        }
        assert_eq!(seen.len(), QUESTIONS);
        assert_eq!(way_weights(&profile, &assessment, Way::TradeOffs), None, "nothing was answered");
    }

    #[test]
    fn answers_in_a_circle_are_named() {
        let mut profile = Profile::new("p");
        let trade = |one: &str, other: &str| TradeOff {
            one: one.into(),
            other: other.into(),
            one_gains: 2.5,
            other_gains: 10.0,
            answer: Preference::One,
        };
        profile.elicitation.trade_offs = vec![trade("latency", "memory"), trade("memory", "libraries"), trade("libraries", "latency")];
        let assessment = assess(store::shipped(), &profile);
        assert!(!contradicted(&profile, &assessment).is_empty());
    }
}
