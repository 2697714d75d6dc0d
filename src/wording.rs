//! From structured sentences to words: everything that the assessment has to say, in the reader's language.
//!
//! What is true is decided in `assessment`; numbers are rounded here and nowhere else.

mod change;
mod compare;
mod grounds;
mod origin;
mod part;
mod precedents;
mod record;
mod requirement;
mod sentence;
mod validation;
mod verify;
mod weighing;

use origin::trace_sentences;

pub use change::{
    agreement, count, dissents, find_out_first, gain, method, method_about, precision, reason, say_criterion_flip, say_flip, say_joint,
    say_rating_flip, signed_effect, signed_score, tau, unknown, yes_no,
};
pub use compare::{Differing, cause, cause_name, difference, status, verdict_change, weights};
pub use grounds::{
    backing, backing_about, chosen_ratings, expired, freshness, gains, mandate, mandate_kind, requirement_basis, rule_does, rule_when,
    threshold,
};
pub use origin::{asks, trace};
pub use part::{part, part_values};
pub use precedents::{answer_label, case_kind, contested, fact_name, other_fact, same_fact};
pub use record::{SaidOfVoices, date, missing, voices, voices_apart};
pub use sentence::{own_rating, say, say_of, what_to_find_out};
pub use validation::{alternative_name, bin, calibration, why_missed};
pub use verify::{failing, remark};

use crate::{
    assessment::{Assessment, Depth, Said, Subject, Topic, VerdictKind, WeightsOrigin, explain, in_one_sentence},
    model::{
        Answer, AnswerOption, Basis, Catalogue, ClaimStatus, Edit, Effort, Finding, Judgement, QuestionKind, Reference, Support, Sureness,
        Tier,
    },
};
pub use weighing::{
    compared, consistency, consistency_figures, expectation, felt, improvement, order_scheme, pair, repair, to_lead, way, weights_from,
};

/// A score or rating: one decimal.
pub fn score(value: f64) -> String {
    format!("{value:.1}")
}

/// A range of scores or ratings, such as `5.0 to 8.0`.
pub fn range(low: f64, high: f64) -> String {
    text!("number-range", low = score(low), high = score(high))
}

/// Shares that are summed up miss the whole by less than this.
const ROUNDING: f64 = 1e-9;

/// A share of the whole, 0–1, as whole percent; the ends are open rather than rounded to nothing or everything.
pub fn percent(share: f64) -> String {
    if share > 0.0 && share < 0.01 {
        text!("number-percent-least")
    } else if share > 0.99 && share < 1.0 - ROUNDING {
        text!("number-percent-most")
    } else {
        text!("number-percent", value = format!("{:.0}", share * 100.0))
    }
}

/// Points as people give them: no decimals where there are none, one otherwise.
pub fn points(value: f64) -> String {
    if (value - value.round()).abs() < 0.05 { format!("{value:.0}") } else { format!("{value:.1}") }
}

/// Points that are added or taken away, with their sign.
pub fn signed_points(value: f64) -> String {
    if value < 0.0 { format!("\u{2212}{}", points(-value)) } else { format!("+{}", points(value)) }
}

/// A measured figure: as many decimals as it has, at most two.
pub fn figure(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `a`, `a and b`, `a, b and c`.
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => text!("list-and", most = most.join(", "), last = last.clone()),
    }
}

/// The verdict's headline in two parts: what stands out, and what is said beside it in a lighter weight.
pub fn headline(assessment: &Assessment) -> (String, String) {
    let verdict = &assessment.verdict;
    let name = |i: usize| assessment.alternatives[i].name.clone();
    match (verdict.leader, verdict.runner_up) {
        (None, _) => (text!("headline-none"), text!("headline-none-rest")),
        (Some(leader), None) if assessment.alternatives.len() == 1 => (name(leader), text!("headline-alone")),
        (Some(leader), None) => (name(leader), text!("headline-remains")),
        (Some(leader), Some(runner_up)) => match verdict.kind {
            VerdictKind::Clear => (text!("headline-clear", leader = name(leader)), text!("headline-over", runner_up = name(runner_up))),
            VerdictKind::Leaning => (text!("headline-leaning", leader = name(leader)), text!("headline-over", runner_up = name(runner_up))),
            VerdictKind::TooClose | VerdictKind::NoneQualifies => {
                (text!("headline-close"), text!("headline-between", leader = name(leader), runner_up = name(runner_up)))
            }
        },
    }
}

/// The verdict in one line, for a row of a table or a title.
pub fn headline_line(assessment: &Assessment) -> String {
    let (strong, rest) = headline(assessment);
    match assessment.verdict.kind {
        VerdictKind::TooClose => text!("headline-line-close", strong = strong, rest = rest),
        _ => text!("headline-line", strong = strong, rest = rest),
    }
}

/// The verdict in one sentence.
pub fn verdict(assessment: &Assessment) -> String {
    say_of(assessment, &in_one_sentence(assessment))
}

/// The verdict and its reasons as a short paragraph. With a robustness, the share in which the leader leads follows the verdict.
pub fn paragraph(subject: Subject<'_>) -> String {
    words(subject, |said| said.topic == Topic::Verdict).join(" ")
}

/// What the paragraph leaves to be said beside it: who fails a requirement, and which designs meet all of them.
pub fn remarks(subject: Subject<'_>) -> Vec<String> {
    words(subject, |said| said.topic != Topic::Verdict)
}

fn words(subject: Subject<'_>, is_wanted: impl Fn(&Said) -> bool) -> Vec<String> {
    let said = explain(subject, Depth::Paragraph);
    said.iter().filter(|said| is_wanted(said)).map(|said| say(subject, &said.sentence)).collect()
}

/// What is said down to a depth, by topic, in words.
pub fn account(subject: Subject<'_>, depth: Depth) -> Vec<(Topic, Vec<String>)> {
    let said = explain(subject, depth);
    let about = |topic: Topic| said.iter().filter(|said| said.topic == topic).map(|said| say(subject, &said.sentence)).collect();
    Topic::ALL.into_iter().map(|topic| (topic, about(topic))).filter(|(_, words): &(Topic, Vec<String>)| !words.is_empty()).collect()
}

/// A topic as a heading.
pub fn topic(topic: Topic) -> String {
    match topic {
        Topic::Verdict => text!("topic-verdict"),
        Topic::Requirements => text!("topic-requirements"),
        Topic::Designs => text!("topic-designs"),
        Topic::Strengths => text!("topic-strengths"),
        Topic::Weights => text!("topic-weights"),
        Topic::Sureness => text!("topic-sureness"),
        Topic::Changes => text!("topic-changes"),
        Topic::Unknown => text!("topic-unknown"),
        Topic::Methods => text!("topic-methods"),
        Topic::Evidence => text!("topic-evidence"),
    }
}

/// How long finding something out takes.
pub fn effort(effort: Effort) -> String {
    match effort {
        Effort::Hours => text!("effort-hours"),
        Effort::Days => text!("effort-days"),
        Effort::Weeks => text!("effort-weeks"),
    }
}

/// In quotation marks.
pub fn quoted(words: &str) -> String {
    text!("quoted", words = words.to_owned())
}

fn alternative(assessment: &Assessment, i: usize) -> String {
    assessment.alternatives[i].name.clone()
}

fn names(assessment: &Assessment, some: &[usize]) -> String {
    list(&some.iter().map(|&i| alternative(assessment, i)).collect::<Vec<_>>())
}

/// A criterion inside a sentence.
fn criterion(assessment: &Assessment, j: usize) -> String {
    assessment.criteria[j].name.to_lowercase()
}

/// `Rust 9.3, Go 6.8`.
fn figure_list(figures: impl Iterator<Item = (String, String)>) -> String {
    figures.map(|(name, figure)| text!("named-figure", name = name, figure = figure)).collect::<Vec<_>>().join(", ")
}

/// Where the weights come from, as a remark under a chart or a list.
pub fn weights_origin(origin: WeightsOrigin) -> String {
    match origin {
        WeightsOrigin::Catalogue => text!("weights-from-catalogue"),
        WeightsOrigin::Facts => text!("weights-from-facts"),
        WeightsOrigin::Changed { criteria } => text!("weights-changed", count = criteria),
        WeightsOrigin::People => text!("weights-from-people"),
        WeightsOrigin::Adopted { way, is_changed } => {
            let origin = weights_from(way);
            if is_changed { text!("weights-changed-since", origin = origin) } else { text!("weights-as-answered", origin = origin) }
        }
    }
}

/// An edit as the name of a step: "Change the points of latency".
pub fn edit(assessment: &Assessment, edit: &Edit) -> String {
    let criterion = |id: &str| assessment.criterion(id).map_or_else(|| id.to_owned(), |j| assessment.criteria[j].name.to_lowercase());
    match edit {
        Edit::Name(_) => text!("edit-name"),
        Edit::Context(_) => text!("edit-context"),
        Edit::Date(_) => text!("edit-date"),
        Edit::Fact { .. } => text!("edit-fact"),
        Edit::Rule { .. } => text!("edit-rule"),
        Edit::Points(points) => match points.keys().collect::<Vec<_>>().as_slice() {
            [one] => text!("edit-points-of", criterion = criterion(one)),
            several => text!("edit-points", count = several.len()),
        },
        Edit::Adopted(_) => text!("edit-adopted"),
        Edit::Swing { criterion: id, .. } => text!("edit-swing", criterion = criterion(id)),
        Edit::Swings(_) => text!("edit-swings"),
        Edit::Order(_) | Edit::OrderScheme(_) => text!("edit-order"),
        Edit::Pair { .. } => text!("edit-pair"),
        Edit::TradeOffs(_) => text!("edit-trade-offs"),
        Edit::Sealed(true) => text!("edit-sealed"),
        Edit::Sealed(false) => text!("edit-revealed"),
        Edit::GutFeeling(_) => text!("edit-gut-feeling"),
        Edit::Sureness(_) => text!("edit-sureness"),
        Edit::Rating { criterion: id, .. } => text!("edit-rating", criterion = criterion(id)),
        Edit::Criterion { .. } => text!("edit-criterion"),
        Edit::Alternative { .. } => text!("edit-alternative"),
        Edit::Requirement { .. } => text!("edit-requirement"),
        Edit::Note { criterion: id, .. } => text!("edit-note", criterion = criterion(id)),
        Edit::AxisOrder(_) => text!("edit-axis-order"),
        Edit::Voice { .. } | Edit::VoicePoints { .. } => text!("edit-voice"),
        Edit::Decision(_) => text!("edit-decision"),
        Edit::Seed(_) => text!("edit-seed"),
        Edit::Whole(_) => text!("edit-whole"),
        Edit::All(edits) => edits.first().map_or_else(String::new, |first| self::edit(assessment, first)),
    }
}

/// A finding in one sentence. Criteria and alternatives are named as the assessment names them.
pub fn finding(assessment: &Assessment, finding: &Finding) -> String {
    let criterion = |id: &str| assessment.criterion(id).map_or_else(|| id.to_owned(), |j| assessment.criteria[j].name.clone());
    let alternative = |id: &str| assessment.alternative(id).map_or_else(|| id.to_owned(), |i| assessment.alternatives[i].name.clone());
    match finding {
        Finding::NoPoints => text!("finding-no-points"),
        Finding::RatingOutOfRange { criterion: c, alternative: a } => {
            text!("finding-rating-out-of-range", criterion = criterion(c), alternative = alternative(a))
        }
        Finding::Unrated { criterion: c, alternative: a } => {
            text!("finding-unrated", criterion = criterion(c), alternative = alternative(a))
        }
        Finding::HalfTheWeight { criterion: c, share } => {
            text!("finding-half-the-weight", criterion = criterion(c), share = percent(*share))
        }
        Finding::NoReason { count } => text!("finding-no-reason", count = count),
        Finding::Unknown { what, id } => text!("finding-unknown", what = reference(*what), id = id.clone()),
        Finding::NoAlternatives => text!("say-nothing-to-compare"),
    }
}

/// An answer as people read it: its label, or one for each alternative or part; "not known" where there is none.
pub fn answer(catalogue: &Catalogue, assessment: &Assessment, question: &str, answer: Option<&Answer>) -> String {
    let Some(question) = catalogue.interview.question(question) else { return text!("answer-unknown") };
    let label = |options: &[AnswerOption], id: &str| {
        options.iter().find(|option| option.id == id).map_or_else(|| id.to_owned(), |option| option.label.clone())
    };
    let each = |name: String, label: String| text!("answer-of", name = name, answer = label);
    let said: Vec<String> = match (&question.kind, answer) {
        (QuestionKind::Choice(options), Some(Answer::One(id))) => vec![label(options, id)],
        (QuestionKind::EachAlternative(options), Some(Answer::Each(answers))) => {
            let named = assessment.alternatives.iter().filter_map(|alternative| Some((alternative, answers.get(&alternative.id)?)));
            named.map(|(alternative, id)| each(alternative.name.clone(), label(options, id))).collect()
        }
        (QuestionKind::Parts(parts), Some(Answer::Each(answers))) => {
            let named = parts.iter().filter_map(|part| Some((part, answers.get(&part.id)?)));
            named.map(|(part, id)| each(part.asks.clone(), label(&part.answers, id))).collect()
        }
        (QuestionKind::Parts(parts), None) if question.absent_means.is_some() => {
            let absent = question.absent_means.as_deref().unwrap_or_default();
            parts.first().map(|part| label(&part.answers, absent)).into_iter().collect()
        }
        _ => Vec::new(),
    };
    if said.is_empty() { text!("answer-unknown") } else { said.join(", ") }
}

/// Why a rule of the interview is there; its id where the catalogue does not have it.
pub fn rule_why(catalogue: &Catalogue, id: &str) -> String {
    catalogue.interview.rules.iter().find(|rule| rule.id == id).map_or_else(|| id.to_owned(), |rule| rule.why.clone())
}

pub fn reference(what: Reference) -> String {
    match what {
        Reference::Question => text!("reference-question"),
        Reference::Answer => text!("reference-answer"),
        Reference::Rule => text!("reference-rule"),
        Reference::Criterion => text!("reference-criterion"),
        Reference::Group => text!("reference-group"),
        Reference::Alternative => text!("reference-alternative"),
        Reference::Requirement => text!("reference-requirement"),
        Reference::Axis => text!("reference-axis"),
        Reference::Voice => text!("reference-voice"),
    }
}

pub fn verdict_kind(kind: VerdictKind) -> String {
    match kind {
        VerdictKind::Clear => text!("kind-clear"),
        VerdictKind::Leaning => text!("kind-leaning"),
        VerdictKind::TooClose => text!("kind-too-close"),
        VerdictKind::NoneQualifies => text!("kind-none-qualifies"),
    }
}

pub fn sureness(sureness: Sureness) -> String {
    match sureness {
        Sureness::Sure => text!("sureness-sure"),
        Sureness::Roughly => text!("sureness-roughly"),
        Sureness::Unsure => text!("sureness-unsure"),
    }
}

pub fn judgement(judgement: Judgement) -> String {
    match judgement {
        Judgement::Passes => text!("judgement-passes"),
        Judgement::PassesWithCost => text!("judgement-passes-with-cost"),
        Judgement::Fails => text!("judgement-fails"),
    }
}

pub fn claim_status(status: ClaimStatus) -> String {
    match status {
        ClaimStatus::Supported => text!("claim-supported"),
        ClaimStatus::Qualified => text!("claim-qualified"),
        ClaimStatus::Disputed => text!("claim-disputed"),
        ClaimStatus::Outdated => text!("claim-outdated"),
        ClaimStatus::Wrong => text!("claim-wrong"),
        ClaimStatus::Silent => text!("claim-silent"),
    }
}

/// A sign for each status, for those who skim; the words stand beside it.
pub fn claim_mark(status: ClaimStatus) -> &'static str {
    match status {
        ClaimStatus::Supported => "✓",
        ClaimStatus::Qualified => "±",
        ClaimStatus::Disputed => "≠",
        ClaimStatus::Outdated => "↺",
        ClaimStatus::Wrong => "×",
        ClaimStatus::Silent => "–",
    }
}

pub fn tier(tier: Tier) -> String {
    match tier {
        Tier::Primary => text!("tier-primary"),
        Tier::Secondary => text!("tier-secondary"),
        Tier::Tertiary => text!("tier-tertiary"),
    }
}

pub fn support(support: Support) -> String {
    match support {
        Support::Weak => text!("support-weak"),
        Support::Moderate => text!("support-moderate"),
        Support::Strong => text!("support-strong"),
    }
}

pub fn basis(basis: Basis) -> String {
    match basis {
        Basis::Measured => text!("basis-measured"),
        Basis::Judged => text!("basis-judged"),
    }
}
