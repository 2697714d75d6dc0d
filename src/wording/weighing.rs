//! The ways of weighing in words: where weights come from, what two compared things say, and what explains a surprise.
//!
//! What is true is decided in `assessment`.

use super::{change::say_joint, percent, points, verdict_kind};
use crate::{
    assessment::{Assessment, Compared, Comparisons, Repair, Surprise, Triad, VerdictKind},
    model::{Feeling, OrderScheme, WHOLE_WAY, Way},
};

/// The name of a way.
pub fn way(way: Way) -> String {
    match way {
        Way::Swing => text!("weigh-swing"),
        Way::Order => text!("weigh-order"),
        Way::Pairs => text!("weigh-pairs"),
        Way::TradeOffs => text!("weigh-trade-offs"),
    }
}

/// How the weight falls from place to place of an order.
pub fn order_scheme(scheme: OrderScheme) -> String {
    match scheme {
        OrderScheme::Centroid => text!("order-centroid"),
        OrderScheme::Sum => text!("order-sum"),
        OrderScheme::Reciprocal => text!("order-reciprocal"),
    }
}

/// Weights that were taken over from a way, without a full stop.
pub fn weights_from(way: Way) -> String {
    match way {
        Way::Swing => text!("weights-from-swing"),
        Way::Order => text!("weights-from-order"),
        Way::Pairs => text!("weights-from-pairs"),
        Way::TradeOffs => text!("weights-from-trade-offs"),
    }
}

/// What a comparison says, by the steps of Saaty's scale; `times` is how many times as important the one is.
pub fn pair(one: &str, other: &str, times: Option<f64>) -> String {
    let Some(times) = times else { return text!("pair-open") };
    let (more, less, times) = if times >= 1.0 { (one, other, times) } else { (other, one, 1.0 / times) };
    let steps = times.round() as i64;
    if steps == 1 {
        return text!("pair-equal", one = more.to_owned(), other = less.to_owned());
    }
    text!("pair-more", one = more.to_owned(), other = less.to_owned(), steps = steps)
}

/// Whether the answers of one level fit together, or what is missing.
pub fn consistency(found: &Comparisons, names: &[String]) -> String {
    let (answered, all) = (found.answered().to_string(), found.pairs.len().to_string());
    let progress = text!("pairs-progress", answered = answered, all = all);
    let said = match found.is_consistent {
        Some(true) => text!("pairs-fit"),
        Some(false) => match found.repair.as_ref().and_then(|repair| repair.triad) {
            Some(triad) => text!("pairs-contradict", how = contradiction(&triad, names)),
            None => text!("pairs-contradict-somewhere"),
        },
        None if found.parts.len() > 1 && found.answered() > 0 => {
            let part = |part: &Vec<usize>| super::list(&part.iter().map(|&k| names[k].clone()).collect::<Vec<_>>());
            text!("pairs-apart", one = part(&found.parts[0]), other = part(&found.parts[1]))
        }
        None if found.parts.len() > 1 => text!("pairs-none"),
        None => text!("pairs-unchecked"),
    };
    format!("{progress} {said}")
}

fn contradiction(triad: &Triad, names: &[String]) -> String {
    let (one, other, third) = (names[triad.one].clone(), names[triad.other].clone(), names[triad.third].clone());
    if triad.is_circle() && triad.times > 1.0 && triad.then > 1.0 {
        return text!("pairs-circle", one = one, other = other, third = third);
    }
    let times = |times: f64| times_in_words(times);
    let product = times(triad.times * triad.then);
    text!(
        "pairs-triad",
        one = one,
        other = other,
        third = third,
        times = times(triad.times),
        then = times(triad.then),
        product = product,
        but = times(triad.but)
    )
}

/// How many times as much, fractions included.
fn times_in_words(times: f64) -> String {
    if times >= 0.95 { text!("pairs-times", times = points(times)) } else { text!("pairs-fraction", parts = points(1.0 / times)) }
}

/// The proposed answer, and what it would do.
pub fn repair(found: &Comparisons, repair: &Repair, names: &[String]) -> String {
    let pair = found.pairs[repair.pair];
    let proposal = self::pair(&names[pair.one], &names[pair.other], Some(repair.proposed));
    if repair.is_consistent_after { text!("pairs-mend", proposal = proposal) } else { text!("pairs-help", proposal = proposal) }
}

/// The figures behind a consistency, for those who know them.
pub fn consistency_figures(found: &Comparisons) -> String {
    let decimals = |value: f64| format!("{value:.2}");
    let mut said = Vec::new();
    if let Some(ahp) = &found.ahp {
        said.push(text!("pairs-lambda", value = decimals(ahp.lambda_max)));
        if let Some(ratio) = ahp.consistency_ratio.filter(|_| found.things.len() > 2) {
            let after = found.repair.as_ref().and_then(|repair| repair.ratio_after);
            said.push(match after {
                Some(after) => text!("pairs-ratio-after", value = decimals(ratio), after = decimals(after)),
                None => text!("pairs-ratio", value = decimals(ratio)),
            });
        }
    }
    if let Some(gci) = found.gci {
        said.push(text!("pairs-gci", value = decimals(gci)));
    }
    if said.is_empty() { text!("pairs-no-figures") } else { said.join(" · ") }
}

/// An improvement on a scale, from its worst on.
pub fn improvement(gains: f64, worst: &str, best: &str) -> String {
    let (worst, best) = (worst.to_owned(), best.to_owned());
    if gains >= WHOLE_WAY {
        text!("trade-whole", worst = worst, best = best)
    } else {
        text!("trade-part", worst = worst, best = best, share = percent(gains / WHOLE_WAY))
    }
}

/// How far a row of weights is from the present ones.
pub fn compared(assessment: &Assessment, row: &Compared) -> String {
    let mut said = Vec::new();
    if let Some(agreement) = row.agreement {
        said.push(if agreement > 0.999 {
            text!("compare-same-order")
        } else if agreement > 0.6 {
            text!("compare-similar-order")
        } else if agreement > 0.2 {
            text!("compare-partly")
        } else {
            text!("compare-other-order")
        });
    }
    if let Some(j) = row.furthest {
        let criterion = &assessment.criteria[j];
        let (then, now) = (percent(row.weights[j]), percent(criterion.weight));
        said.push(text!("compare-furthest", criterion = criterion.name.to_lowercase(), then = then, now = now));
    }
    said.join(" ")
}

/// What was expected, what came, and how it felt.
pub fn expectation(assessment: &Assessment, expected: Option<usize>, feeling: Option<Feeling>) -> String {
    let name = |i: usize| assessment.alternatives[i].name.clone();
    let (leader, kind) = (assessment.verdict.leader, assessment.verdict.kind);
    let came = match (expected, leader) {
        (Some(expected), Some(leader)) if expected == leader => match kind {
            VerdictKind::TooClose => text!("gut-met-close", name = name(leader)),
            _ => text!("gut-met", name = name(leader)),
        },
        (Some(expected), Some(leader)) => text!("gut-missed", expected = name(expected), leader = name(leader)),
        (Some(expected), None) => text!("gut-nobody", expected = name(expected), kind = verdict_kind(kind)),
        (None, _) => text!("gut-nothing-expected"),
    };
    match feeling {
        Some(feeling) => format!("{came} {}", felt(feeling)),
        None => came,
    }
}

/// How a result felt, in a sentence.
pub fn felt(feeling: Feeling) -> String {
    match feeling {
        Feeling::Right => text!("gut-felt-right"),
        Feeling::Surprised => text!("gut-felt-surprised"),
    }
}

/// The smallest change of weights that lets the expected one lead.
pub fn to_lead(assessment: &Assessment, found: &Surprise) -> String {
    match &found.change {
        Some(change) => say_joint(assessment, Some(change)),
        None => text!("gut-impossible", expected = assessment.alternatives[found.expected].name.clone()),
    }
}
