//! What would change the verdict, what to find out first, and what other methods make of it, in words.
//!
//! What is true is decided in `assessment`.

use super::{alternative, criterion, list, percent, score};
use crate::{
    assessment::{
        Assessment, CriterionFlip, Dissent, Information, JointFlip, Method, Methods, RatingFlip, Reason, Robustness, Unknown, WeightChange,
        WeightFlip,
    },
    model::Catalogue,
};

/// At most so many criteria are named as gaining or losing weight in a joint change.
const MOST_MOVED: usize = 3;

/// A difference of scores with its sign: `+0.3`, `−0.1`, `0.0`.
pub fn signed_score(value: f64) -> String {
    let said = score(value.abs());
    match said.as_str() {
        "0.0" => said,
        _ if value < 0.0 => format!("\u{2212}{said}"),
        _ => format!("+{said}"),
    }
}

/// What a cause adds to a score or takes away: two decimals with a sign.
pub fn signed_effect(value: f64) -> String {
    let said = format!("{:.2}", value.abs());
    match said.as_str() {
        "0.00" => said,
        _ if value < 0.0 => format!("\u{2212}{said}"),
        _ => format!("+{said}"),
    }
}

/// What knowing something is worth, in score points: two decimals, the lower end open.
pub fn gain(value: f64) -> String {
    if value > 0.0 && value < 0.005 { text!("number-gain-least") } else { format!("{value:.2}") }
}

/// A whole number with a comma after every three figures, such as `120,000`.
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// How many draws, of which seed, and how far a share may be off.
pub fn precision(robustness: &Robustness) -> String {
    let errors = robustness.smaa.rank_acceptability_se.iter().flatten().copied().fold(0.0, f64::max);
    // Rounded up: never said to be more precise than it is.
    let error = (errors * 1000.0).ceil() / 10.0;
    text!("say-precision", samples = count(robustness.smaa.samples), seed = robustness.smaa.seed.to_string(), error = format!("{error:.1}"))
}

pub fn yes_no(is_so: bool) -> String {
    if is_so { text!("yes") } else { text!("no") }
}

/// `a`, `a or b`, `a, b or c`.
pub(super) fn list_or(items: &[String]) -> String {
    match items {
        [most @ .., last] if !most.is_empty() => text!("list-or", most = most.join(", "), last = last.clone()),
        _ => list(items),
    }
}

/// At which weight of a group somebody else leads.
pub fn say_flip(assessment: &Assessment, flip: &WeightFlip) -> String {
    let (challenger, group) = (alternative(assessment, flip.challenger), assessment.groups[flip.group].name.to_lowercase());
    say_weight_flip(challenger, group, flip.now, flip.tie)
}

/// At which weight of a criterion somebody else leads.
pub fn say_criterion_flip(assessment: &Assessment, flip: &CriterionFlip) -> String {
    say_weight_flip(alternative(assessment, flip.challenger), criterion(assessment, flip.criterion), flip.now, flip.tie)
}

fn say_weight_flip(challenger: String, what: String, now: f64, tie: f64) -> String {
    // An open end beside "less than" would say it twice.
    let (is_less, tie, now) = (tie < now, percent(tie.clamp(0.01, 0.99)), percent(now));
    if is_less {
        text!("say-flip-less", challenger = challenger, group = what, tie = tie, now = now)
    } else {
        text!("say-flip-more", challenger = challenger, group = what, tie = tie, now = now)
    }
}

/// At which value of one rating somebody else leads.
pub fn say_rating_flip(assessment: &Assessment, flip: &RatingFlip) -> String {
    let (challenger, rated) = (alternative(assessment, flip.challenger), alternative(assessment, flip.alternative));
    let (criterion, tie, now) = (criterion(assessment, flip.criterion), score(flip.tie), score(flip.now));
    if flip.alternative == flip.challenger {
        text!("say-rating-flip-own", challenger = challenger, criterion = criterion, tie = tie, now = now)
    } else {
        // Whose rating is not the challenger's is the leader's, and only less of it helps the challenger.
        text!("say-rating-flip-less", challenger = challenger, rated = rated, criterion = criterion, tie = tie, now = now)
    }
}

/// The smallest change of several weights together, or that there is none.
pub fn say_joint(assessment: &Assessment, joint: Option<&JointFlip>) -> String {
    joint.map_or_else(|| text!("say-joint-impossible"), |joint| say_weight_change(assessment, &joint.l1))
}

/// Which weight has to move from where to where for one to lead.
pub(super) fn say_weight_change(assessment: &Assessment, change: &WeightChange) -> String {
    let moves = change.moves(assessment);
    if moves.is_empty() {
        return text!("say-joint-none", challenger = alternative(assessment, change.challenger));
    }
    let named = |gains: bool| -> String {
        let some = moves.iter().filter(|(_, by)| (*by > 0.0) == gains).take(MOST_MOVED);
        list(&some.map(|(j, _)| criterion(assessment, *j)).collect::<Vec<_>>())
    };
    let challenger = alternative(assessment, change.challenger);
    // Weight that goes somewhere comes from somewhere: half of all changes.
    let moved = percent(change.distance / 2.0);
    text!("say-joint", challenger = challenger, moved = moved, from = named(false), to = named(true))
}

/// Something that is not known: the question itself, whose ratings, or which weight.
pub fn unknown(catalogue: &Catalogue, assessment: &Assessment, about: &Unknown) -> String {
    match about {
        Unknown::Fact(id) => catalogue.interview.question(id).map_or_else(|| id.clone(), |question| question.asks.clone()),
        Unknown::Ratings { alternative: i, group, .. } => {
            let group = assessment.groups[*group].name.to_lowercase();
            text!("unknown-ratings", alternative = alternative(assessment, *i), group = group)
        }
        Unknown::Weight { criterion: j } => text!("unknown-weight", criterion = criterion(assessment, *j)),
    }
}

/// What is most worth finding out, as one line; `None` where nothing is.
pub fn find_out_first(catalogue: &Catalogue, assessment: &Assessment, information: &Information) -> Option<String> {
    let first = information.first().filter(|first| first.about.is_of(assessment))?;
    Some(text!("say-find-out-first", what = unknown(catalogue, assessment, &first.about)))
}

pub fn method(method: Method) -> String {
    match method {
        Method::WeightedSum => text!("method-weighted-sum"),
        Method::WeightedProduct => text!("method-weighted-product"),
        Method::Topsis => text!("method-topsis"),
        Method::Vikor => text!("method-vikor"),
        Method::Promethee => text!("method-promethee"),
    }
}

/// What a method looks at, in a few words.
pub fn method_about(method: Method) -> String {
    match method {
        Method::WeightedSum => text!("method-weighted-sum-about"),
        Method::WeightedProduct => text!("method-weighted-product-about"),
        Method::Topsis => text!("method-topsis-about"),
        Method::Vikor => text!("method-vikor-about"),
        Method::Promethee => text!("method-promethee-about"),
    }
}

/// How far an order agrees with the verdict's: Kendall's tau.
pub fn agreement(value: f64) -> String {
    if value > 0.999 { text!("chart-methods-same") } else { text!("chart-methods-tau", tau = tau(value)) }
}

/// Kendall's tau as a number.
pub fn tau(value: f64) -> String {
    if value < 0.0 { format!("\u{2212}{:.2}", -value) } else { format!("{value:.2}") }
}

/// One sentence for each method that puts somebody else first.
pub fn dissents(assessment: &Assessment, methods: &Methods) -> Vec<String> {
    methods.dissents.iter().map(|dissent| reason(assessment, dissent)).collect()
}

/// Who puts whom first, and why.
pub fn reason(assessment: &Assessment, dissent: &Dissent) -> String {
    let (name, leader) = (method(dissent.method), alternative(assessment, dissent.leader));
    let verdict = assessment.verdict.leader.map(|i| alternative(assessment, i)).unwrap_or_default();
    let on = |j: usize| criterion(assessment, j);
    let why = match dissent.reason {
        Reason::LowRating { criterion } => text!("reason-low-rating", verdict = verdict, criterion = on(criterion)),
        Reason::FarFromBest { criterion } => text!("reason-far-from-best", verdict = verdict, criterion = on(criterion)),
        Reason::WorstShortfall { criterion } => text!("reason-worst-shortfall", verdict = verdict, criterion = on(criterion)),
        Reason::NarrowRange { criterion } => text!("reason-narrow-range", criterion = on(criterion)),
        Reason::BetterMoreOften { dissenter, verdict: ours } => {
            text!(
                "reason-better-more-often",
                leader = leader.clone(),
                dissenter = percent(dissenter),
                verdict = verdict,
                ours = percent(ours)
            )
        }
        Reason::BetterAgainstOthers => text!("reason-better-against-others", leader = leader.clone()),
    };
    let said = text!("say-dissent", method = name, leader = leader, why = why);
    if dissent.accepts_verdict { format!("{said} {}", text!("say-dissent-accepts")) } else { said }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::{assess, information, methods, sensitivity},
        store,
    };

    #[test]
    fn numbers_carry_their_sign_and_open_ends() {
        assert_eq!([signed_score(0.26), signed_score(-0.14), signed_score(-0.01)], ["+0.3", "\u{2212}0.1", "0.0"]);
        assert_eq!([count(0), count(999), count(120_000), count(1_234_567)], ["0", "999", "120,000", "1,234,567"]);
        assert_eq!([gain(0.0), gain(0.001), gain(0.158)], ["0.00", "<0.01", "0.16"]);
        assert_eq!([agreement(1.0), agreement(-0.333)], ["same order", "agrees \u{2212}0.33"]);
    }

    /// Every sentence about every example ends like one and leaves no argument open.
    #[test]
    fn sentences_are_whole() {
        for example in store::examples() {
            let assessment = assess(store::shipped(), &example.profile);
            let mut said = Vec::new();
            if let Some(sensitivity) = sensitivity(&assessment) {
                said.push(say_joint(&assessment, sensitivity.joint.as_ref()));
                said.push(say_joint(&assessment, None));
            }
            if let Some(methods) = methods(&assessment) {
                said.extend(dissents(&assessment, &methods));
            }
            said.extend(find_out_first(store::shipped(), &assessment, &information(store::shipped(), &example.profile, &assessment)));
            for sentence in said {
                assert!(
                    sentence.ends_with('.') && !sentence.contains(['{', '$']) && !sentence.contains("  "),
                    "{}: {sentence}",
                    example.id
                );
            }
        }
    }
}
