//! Two profiles side by side in words: what was said differently, and what made a score change.
//!
//! What differs and by how much is decided in `assessment`.

use super::{answer, expectation, list, mandate, own_rating, percent, points, range, rule_why, score, sureness, way, weights_from, yes_no};
use crate::{
    assessment::{Assessment, Cause, Difference, RequirementOutcome, Side},
    model::{DecisionStatus, Elicitation, GutFeeling, OwnRating, Profile, Way},
};

/// One difference as a row: what it is about, and what each side says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    pub what: String,
    pub sides: [String; 2],
}

/// A criterion's name, from whichever side has it.
fn criterion(a: Side<'_>, b: Side<'_>, id: &str) -> String {
    let name = |side: Side<'_>| side.assessment.criterion(id).map(|j| side.assessment.criteria[j].name.clone());
    name(a).or_else(|| name(b)).unwrap_or_else(|| id.to_owned())
}

fn alternative(a: Side<'_>, b: Side<'_>, id: &str) -> String {
    let name = |side: Side<'_>| side.assessment.alternative(id).map(|i| side.assessment.alternatives[i].name.clone());
    name(a).or_else(|| name(b)).unwrap_or_else(|| id.to_owned())
}

fn question(a: Side<'_>, b: Side<'_>, id: &str) -> String {
    let asks = |side: Side<'_>| side.catalogue.interview.question(id).map(|question| question.asks.clone());
    asks(a).or_else(|| asks(b)).unwrap_or_else(|| id.to_owned())
}

/// The same for where there is little room, such as the label of a bar.
fn short_question(a: Side<'_>, b: Side<'_>, id: &str) -> String {
    let short = |side: Side<'_>| side.catalogue.interview.question(id).map(|question| question.short().to_owned());
    short(a).or_else(|| short(b)).unwrap_or_else(|| id.to_owned())
}

/// What made a score change, as part of a list.
pub fn cause(a: Side<'_>, b: Side<'_>, cause: &Cause) -> String {
    let both = |say: &dyn Fn(Side<'_>) -> String| (say(a), say(b));
    match cause {
        Cause::Fact(id) => {
            let (from, to) = both(&|side| answer(side.catalogue, side.assessment, id, side.profile.facts.get(id)));
            text!("cause-fact", question = question(a, b, id), from = from, to = to)
        }
        Cause::Rule(id) => text!("cause-rule", why = rule_why(a.catalogue, id)),
        Cause::Points(id) => {
            let given = |side: Side<'_>| side.assessment.criterion(id).map_or(0.0, |j| side.assessment.criteria[j].points);
            text!("cause-points", criterion = criterion(a, b, id), from = points(given(a)), to = points(given(b)))
        }
        Cause::Rating { criterion: c, alternative: i } => {
            let (from, to) = both(&|side| rated(side, c, i));
            text!("cause-rating", criterion = criterion(a, b, c), alternative = alternative(a, b, i), from = from, to = to)
        }
        Cause::Criterion(id) => text!("cause-criterion", criterion = criterion(a, b, id)),
        Cause::Catalogue => text!("cause-catalogue", from = a.catalogue.edition(), to = b.catalogue.edition()),
        Cause::NoPoints => text!("cause-no-points"),
    }
}

/// What made a score change, as a name.
pub fn cause_name(a: Side<'_>, b: Side<'_>, cause: &Cause) -> String {
    match cause {
        Cause::Fact(id) => short_question(a, b, id),
        Cause::Rule(id) => text!("diff-rule", why = rule_why(a.catalogue, id)),
        Cause::Points(id) => text!("diff-points", criterion = criterion(a, b, id)),
        Cause::Rating { criterion: c, alternative: i } => {
            text!("diff-rating", criterion = criterion(a, b, c), alternative = alternative(a, b, i))
        }
        Cause::Criterion(id) => text!("diff-criterion", criterion = criterion(a, b, id)),
        Cause::Catalogue => text!("diff-catalogue"),
        Cause::NoPoints => text!("cause-no-points"),
    }
}

fn rated(side: Side<'_>, criterion: &str, alternative: &str) -> String {
    let at = side.assessment.criterion(criterion).zip(side.assessment.alternative(alternative));
    at.map_or_else(|| text!("diff-none"), |(j, i)| score(side.assessment.ratings[i][j].rating.mode))
}

/// One difference in words.
pub fn difference(a: Side<'_>, b: Side<'_>, difference: &Difference) -> Differing {
    let row = |what: String, say: &dyn Fn(Side<'_>) -> String| Differing { what, sides: [say(a), say(b)] };
    let text_or_none = |text: &str| if text.is_empty() { text!("diff-none") } else { text.to_owned() };
    match difference {
        Difference::Catalogue => row(text!("diff-catalogue"), &|side| {
            text!("diff-catalogue-is", name = side.catalogue.name.clone(), version = side.catalogue.full_version())
        }),
        Difference::Name => row(text!("diff-name"), &|side| side.profile.name.clone()),
        Difference::Context => row(text!("diff-context"), &|side| text_or_none(&side.profile.context)),
        Difference::Date => row(text!("diff-date"), &|side| side.profile.date.map_or_else(|| text!("diff-none"), |date| date.to_string())),
        Difference::Fact(id) => row(question(a, b, id), &|side| answer(side.catalogue, side.assessment, id, side.profile.facts.get(id))),
        Difference::Rule(id) => row(text!("diff-rule", why = rule_why(a.catalogue, id)), &|side| match side.profile.rules.get(id) {
            None => text!("diff-rule-as-is"),
            Some(change) if change.off => text!("diff-rule-off"),
            Some(_) => text!("diff-rule-changed"),
        }),
        Difference::Points(id) => row(text!("diff-points", criterion = criterion(a, b, id)), &|side| match side.profile.points.get(id) {
            Some(own) => points(*own),
            None => text!("diff-from-facts"),
        }),
        Difference::Elicitation => row(text!("diff-elicitation"), &|side| elicitation(&side.profile.elicitation)),
        Difference::Sureness => row(text!("diff-sureness"), &|side| sureness(side.profile.sureness)),
        Difference::Sealed => row(text!("diff-sealed"), &|side| yes_no(side.profile.sealed)),
        Difference::GutFeeling => row(text!("diff-gut-feeling"), &|side| {
            side.profile.gut_feeling.as_ref().map_or_else(|| text!("diff-none"), |feeling| gut_feeling(side.assessment, feeling))
        }),
        Difference::Rating { criterion: c, alternative: i } => {
            let what = text!("diff-rating", criterion = criterion(a, b, c), alternative = alternative(a, b, i));
            row(what, &|side| match side.profile.own_rating(c, i) {
                Some(rating) => own(rating),
                None => text!("diff-none"),
            })
        }
        Difference::Criterion(id) => row(text!("diff-criterion", criterion = criterion(a, b, id)), &|side| {
            yes_no(side.profile.criteria.iter().any(|own| own.id == *id))
        }),
        Difference::Alternative(id) => row(text!("diff-alternative", alternative = alternative(a, b, id)), &|side| {
            yes_no(side.profile.alternatives.iter().any(|own| own.id == *id))
        }),
        Difference::Requirement(id) => {
            let outcome = |side: Side<'_>| side.assessment.requirements.iter().find(|outcome| outcome.id == *id).cloned();
            let name = outcome(a).or_else(|| outcome(b)).map_or_else(|| id.clone(), |outcome| outcome.name);
            row(text!("diff-requirement", name = name), &|side| match outcome(side) {
                None => text!("diff-none"),
                Some(outcome) if !outcome.is_on => text!("diff-requirement-off"),
                Some(outcome) => required(side, &outcome),
            })
        }
        Difference::Note(id) => row(text!("diff-note", criterion = criterion(a, b, id)), &|side| {
            text_or_none(side.profile.notes.get(id).map_or("", String::as_str))
        }),
        Difference::AxisOrder => row(text!("diff-axis-order"), &|side| {
            if side.profile.axis_order.is_empty() { text!("diff-order-catalogue") } else { text!("diff-order-own") }
        }),
        Difference::Voice(name) => row(text!("diff-voice", name = name.clone()), &|side| {
            let voice = side.profile.voices.iter().find(|voice| voice.name == *name);
            voice.map_or_else(|| text!("diff-none"), |voice| text!("diff-voice-points", count = voice.points.len()))
        }),
        Difference::Decision => row(text!("diff-decision"), &|side| decision(side, side.profile)),
        Difference::Seed => row(text!("diff-seed"), &|side| side.profile.seed.to_string()),
    }
}

/// Where the points come from, and how much was answered in which way.
fn elicitation(elicitation: &Elicitation) -> String {
    let origin = elicitation.adopted.map_or_else(|| text!("elicitation-direct"), weights_from);
    let answers = |way| match way {
        Way::Swing => elicitation.swing.len(),
        Way::Order => elicitation.order.iter().map(Vec::len).sum(),
        Way::Pairs => elicitation.group_pairs.len() + elicitation.criterion_pairs.len(),
        Way::TradeOffs => elicitation.trade_offs.len(),
    };
    let answered = Way::ALL.into_iter().map(|asked| (asked, answers(asked))).filter(|(_, count)| *count > 0);
    let answered = answered.map(|(asked, count)| text!("elicitation-answers", way = way(asked), count = count));
    std::iter::once(origin).chain(answered).collect::<Vec<_>>().join("; ")
}

fn gut_feeling(assessment: &Assessment, feeling: &GutFeeling) -> String {
    let expected = feeling.expected.as_ref().and_then(|id| assessment.alternative(id));
    let remark = feeling.remark.trim();
    let said = expectation(assessment, expected, feeling.feeling);
    if remark.is_empty() { said } else { format!("{said} {remark}") }
}

/// An own rating with its range and what is given for it.
fn own(own: &OwnRating) -> String {
    let rating = text!("diff-rating-is", mode = score(own.mode), range = range(own.low, own.high));
    format!("{rating}. {}", own_rating(own))
}

/// Who fails it, and who demands it or whom it favours, if that was said.
fn required(side: Side<'_>, outcome: &RequirementOutcome) -> String {
    let failing = side.assessment.alternatives.iter().filter(|alternative| alternative.failed.contains(&outcome.id));
    let failing: Vec<String> = failing.map(|alternative| alternative.name.clone()).collect();
    let stated = side.profile.requirements.iter().find(|own| own.id == outcome.id);
    let mut said = vec![match outcome.favours {
        Some(i) => text!("requirements-favours", alternative = side.assessment.alternatives[i].name.clone()),
        None if outcome.is_outside => text!("requirements-favours-nobody"),
        None if failing.is_empty() => text!("diff-requirement-met"),
        None => text!("diff-requirement-fails", names = list(&failing)),
    }];
    said.extend(stated.and_then(|own| own.mandate.as_ref()).map(mandate));
    said.extend(stated.map(|own| own.reason.trim().to_owned()).filter(|reason| !reason.is_empty()));
    said.iter().map(|said| said.trim_end_matches('.')).collect::<Vec<_>>().join(". ")
}

fn decision(side: Side<'_>, profile: &Profile) -> String {
    let Some(decision) = &profile.decision else { return text!("diff-none") };
    let status = status(decision.status);
    match &decision.chosen {
        Some(id) => text!("diff-decision-is", status = status, chosen = alternative(side, side, id)),
        None => status,
    }
}

pub fn status(status: DecisionStatus) -> String {
    match status {
        DecisionStatus::Proposed => text!("status-proposed"),
        DecisionStatus::Accepted => text!("status-accepted"),
        DecisionStatus::Superseded => text!("status-superseded"),
    }
}

/// What became of the verdict between the two, in one sentence.
pub fn verdict_change(a: Side<'_>, b: Side<'_>) -> String {
    let leader = |side: Side<'_>| side.assessment.leader().map(|leader| leader.name.clone());
    match (leader(a), leader(b)) {
        (Some(first), Some(second)) if first == second => text!("diff-same-leader", leader = first),
        (Some(first), Some(second)) => text!("diff-other-leader", first = first, second = second),
        (Some(first), None) => text!("diff-no-leader-more", leader = first),
        (None, Some(second)) => text!("diff-leader-now", leader = second),
        (None, None) => text!("diff-no-leader"),
    }
}

/// A change of a weight: "12 % to 18 %".
pub fn weights(weights: [f64; 2]) -> String {
    text!("diff-weights", from = percent(weights[0]), to = percent(weights[1]))
}
