//! Every structured sentence in words.
//!
//! When a sentence is said is decided in `assessment`; what the catalogue says of a rule, a rating or a source stands there.

use super::{alternative, change, criterion, effort, figure_list, list, names, origin, percent, points, requirement, score};
use crate::{
    assessment::{Assessment, FactFlip, Sentence, Subject, Unknown, VerdictKind, WORTH_NAMING, WeightChange, WeightsOrigin, next_step},
    model::{OwnRating, QuestionKind, Sureness},
    wording::{claim_status, quoted, range, say_criterion_flip, say_joint, say_rating_flip, trace_sentences, unknown},
};

/// One structured sentence in words.
pub fn say(subject: Subject<'_>, sentence: &Sentence) -> String {
    let Subject { catalogue, assessment, .. } = subject;
    let name = |i: usize| alternative(assessment, i);
    match sentence {
        Sentence::NoneQualifies
        | Sentence::OnlyOneLeft { .. }
        | Sentence::Leads { .. }
        | Sentence::LeadsIn { .. }
        | Sentence::NothingKnown
        | Sentence::GainsAndLoses { .. }
        | Sentence::Flip(_) => say_of(assessment, sentence),
        Sentence::Staying { question, leader, without, with } => {
            let subject = about(subject, question);
            text!("say-staying", leader = name(*leader), subject = subject, without = score(*without), with = score(*with))
        }
        Sentence::StayingChanges { question, without, lead_without, with, gap } => text!(
            "say-staying-changes",
            subject = about(subject, question),
            without = name(*without),
            lead = score(*lead_without),
            with = name(*with),
            gap = score(*gap)
        ),
        Sentence::FindOutFirst { about, criterion } => find_out(subject, about, *criterion),
        Sentence::Outside { reason, favours } => {
            // Whoever wrote it may have ended it already.
            let reason = reason.trim_end_matches(['.', ' ']).to_owned();
            match favours {
                Some(i) => text!("say-outside-for", reason = reason, alternative = name(*i)),
                None => text!("say-outside", reason = reason),
            }
        }
        Sentence::Fails { alternative, requirements } => {
            let named: Vec<String> = requirements.iter().map(|&k| quoted(&assessment.requirements[k].name)).collect();
            text!("say-fails", alternative = name(*alternative), requirements = list(&named), count = named.len())
        }
        Sentence::WithoutThese { requirements, alternatives } => {
            let named: Vec<String> = requirements.iter().map(|&k| quoted(&assessment.requirements[k].name)).collect();
            text!("say-without-these", requirements = list(&named), count = named.len(), alternatives = names(assessment, alternatives))
        }
        Sentence::NothingRequired => text!("say-nothing-required"),
        Sentence::Required { requirement: k } | Sentence::Suggested { requirement: k } => requirement::requirement(subject, *k),
        Sentence::DesignMeets { design } => {
            let design = &catalogue.designs[*design];
            text!("say-design-meets", name = quoted(&design.name), about = design.about.clone(), cost = design.cost.clone())
        }
        Sentence::NoDesignMeets => text!("say-no-design"),
        Sentence::DesignAdds { design, runner_up, criteria } => {
            let design = &catalogue.designs[*design];
            let criteria: Vec<String> = criteria.iter().map(|&j| criterion(assessment, j)).collect();
            text!(
                "say-design-adds",
                name = quoted(&design.name),
                runner_up = name(*runner_up),
                criteria = list(&criteria),
                about = design.about.clone(),
                cost = design.cost.clone()
            )
        }
        Sentence::GroupOrder { group, order } => {
            let rated = |&i: &usize| (name(i), score(assessment.alternatives[i].group_ratings[*group]));
            let order = figure_list(order.iter().map(rated));
            let group = &assessment.groups[*group];
            text!("say-group-order", group = group.name.clone(), weight = percent(group.weight), order = order)
        }
        Sentence::RatingRests { alternative: i, criterion: j } => {
            let rating = assessment.ratings[*i][*j].rating;
            let (value, range) = (score(rating.mode), range(rating.low, rating.high));
            let rests = origin::origin(subject, *i, *j);
            text!(
                "say-rating-rests",
                alternative = name(*i),
                criterion = criterion(assessment, *j),
                value = value,
                range = range,
                rests = rests
            )
        }
        Sentence::WeightsFrom(WeightsOrigin::Catalogue) => text!("say-weights-general"),
        Sentence::WeightsFrom(WeightsOrigin::Facts) => text!("say-weights-facts"),
        Sentence::WeightsFrom(WeightsOrigin::Changed { criteria }) => text!("say-weights-changed", count = count_of(*criteria)),
        Sentence::WeightsFrom(WeightsOrigin::People) => text!("say-weights-people"),
        Sentence::WeightsFrom(origin @ WeightsOrigin::Adopted { .. }) => super::weights_origin(*origin),
        Sentence::FactsKnown { known, asked } if known == asked => text!("say-facts-all", asked = asked.to_string()),
        Sentence::FactsKnown { known, asked } => text!("say-facts-known", known = known.to_string(), asked = asked.to_string()),
        Sentence::Heavy { criterion: j } => heavy(subject, *j),
        Sentence::OtherWeights { count, share } => {
            text!("say-other-weights", count = count_of(*count), share = percent(*share))
        }
        Sentence::HowSure(Sureness::Sure) => text!("say-how-sure-sure"),
        Sentence::HowSure(Sureness::Roughly) => text!("say-how-sure-roughly"),
        Sentence::HowSure(Sureness::Unsure) => text!("say-how-sure-unsure"),
        Sentence::Expected => {
            let each = |&i: &usize| {
                let teams = (100.0 * assessment.alternatives[i].choice_probability).round();
                text!("say-expected-of", name = name(i), teams = teams.to_string())
            };
            text!("say-expected", choices = assessment.ranking.iter().map(each).collect::<Vec<_>>().join(", "))
        }
        Sentence::Range { alternative: i } => {
            let assessed = &assessment.alternatives[*i];
            text!("say-range", name = name(*i), score = score(assessed.score), range = range(assessed.low, assessed.high))
        }
        Sentence::FirstIn { alternative: i, share } => text!("say-share-of", leader = name(*i), share = percent(*share)),
        Sentence::Sampled => subject.robustness.map(change::precision).unwrap_or_default(),
        Sentence::CriterionFlip(flip) => say_criterion_flip(assessment, flip),
        Sentence::RatingFlip(flip) => {
            let said = say_rating_flip(assessment, flip);
            if flip.is_plausible { format!("{said} {}", text!("say-within-range")) } else { said }
        }
        Sentence::Joint(joint) => say_joint(assessment, joint.as_ref()),
        Sentence::FactFlip(flip) => fact_flip(subject, flip),
        Sentence::NoFactFlips => text!("say-no-fact-flips"),
        Sentence::Unanswered { question, gain: worth, changes_leader } => {
            let asks = unknown(catalogue, assessment, &Unknown::Fact(question.clone()));
            match changes_leader {
                true if *worth >= WORTH_NAMING => text!("say-unanswered-worth", asks = asks, gain = score(*worth)),
                true => text!("say-unanswered-could", asks = asks),
                false => text!("say-unanswered", asks = asks),
            }
        }
        Sentence::AllAnswered => text!("say-all-answered"),
        Sentence::MethodsAgree => text!("say-methods-agree"),
        Sentence::Dissent(dissent) => change::reason(assessment, dissent),
        Sentence::Coverage(share) => text!("say-coverage", share = percent(*share)),
        Sentence::Contested { claim, criterion: j } => {
            let Some(claim) = catalogue.claim(claim) else { return String::new() };
            let status = claim_status(claim.status);
            let (says, correction) = (claim.says.clone(), claim.correction.clone());
            text!("say-contested", criterion = criterion(assessment, *j), says = says, status = status, correction = correction)
        }
        Sentence::Caveat { source, criterion: j } => {
            let Some(source) = catalogue.source(source) else { return String::new() };
            let title = quoted(&source.title);
            text!(
                "say-caveat",
                criterion = criterion(assessment, *j),
                id = source.id.clone(),
                title = title,
                caveat = source.caveat.clone()
            )
        }
        Sentence::Old { alternative: i, criterion: j, years } => {
            text!("say-old", alternative = name(*i), criterion = criterion(assessment, *j), years = years.to_string())
        }
        Sentence::NoSource { alternative: i, criterion: j } => {
            text!("say-no-source", alternative = name(*i), criterion = criterion(assessment, *j))
        }
        Sentence::OwnRating { alternative: i, criterion: j } => {
            let value = score(assessment.ratings[*i][*j].rating.mode);
            let rests = origin::origin(subject, *i, *j);
            text!("say-own-rating", alternative = name(*i), criterion = criterion(assessment, *j), value = value, rests = rests)
        }
        Sentence::Behind { leader, other, gap } => {
            text!("say-behind", leader = name(*leader), other = name(*other), gap = score(*gap))
        }
        Sentence::AheadButFails { other, gap } => text!("say-ahead-but-fails", other = name(*other), gap = score(*gap)),
        Sentence::Level { leader, other } => text!("say-level", leader = name(*leader), other = name(*other)),
        Sentence::CouldLead { other, moved, weights } => {
            let change = WeightChange { challenger: *other, distance: moved * 2.0, weights: weights.clone() };
            change::say_weight_change(assessment, &change)
        }
        Sentence::CannotLead { other } => text!("say-cannot-lead", other = name(*other)),
    }
}

/// Those sentences that need nothing but the assessment; empty for the others.
pub fn say_of(assessment: &Assessment, sentence: &Sentence) -> String {
    let name = |i: usize| alternative(assessment, i);
    let criteria = |some: &[usize]| list(&some.iter().map(|&j| criterion(assessment, j)).collect::<Vec<_>>());
    match sentence {
        Sentence::NoneQualifies if assessment.alternatives.is_empty() => text!("say-nothing-to-compare"),
        Sentence::NoneQualifies => text!("say-none-qualifies"),
        Sentence::OnlyOneLeft { leader } if assessment.alternatives.len() == 1 => text!("say-alone", leader = name(*leader)),
        Sentence::OnlyOneLeft { leader } => text!("say-only-one-left", leader = name(*leader)),
        Sentence::Leads { kind, leader, runner_up, margin } => {
            let (leader, runner_up, margin) = (name(*leader), name(*runner_up), score(*margin));
            match kind {
                VerdictKind::Clear => text!("say-clear", leader = leader, runner_up = runner_up, margin = margin),
                VerdictKind::Leaning => text!("say-leaning", leader = leader, runner_up = runner_up, margin = margin),
                VerdictKind::TooClose | VerdictKind::NoneQualifies => {
                    text!("say-too-close", leader = leader, runner_up = runner_up, margin = margin)
                }
            }
        }
        Sentence::LeadsIn { kind: VerdictKind::TooClose, leader, share } => {
            text!("say-share-of", leader = name(*leader), share = percent(*share))
        }
        Sentence::LeadsIn { share, .. } => text!("say-share", share = percent(*share)),
        Sentence::NothingKnown => text!("say-nothing-known"),
        Sentence::GainsAndLoses { leader, runner_up, gains, losses } => {
            let (leader, runner_up) = (name(*leader), name(*runner_up));
            let (gains, losses) = (criteria(gains), criteria(losses));
            match (gains.is_empty(), losses.is_empty()) {
                (false, false) => text!("say-gains-and-loses", leader = leader, runner_up = runner_up, gains = gains, losses = losses),
                (false, true) => text!("say-gains", leader = leader, runner_up = runner_up, gains = gains),
                (true, _) => text!("say-loses", leader = leader, runner_up = runner_up, losses = losses),
            }
        }
        Sentence::Flip(flip) => change::say_flip(assessment, flip),
        _ => String::new(),
    }
}

/// A count as an argument of a text.
fn count_of(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// What a question asks about, such as "the existing code".
fn about(subject: Subject<'_>, question: &str) -> String {
    subject.catalogue.interview.question(question).map(|question| question.subject.clone()).unwrap_or_default()
}

/// What to find out: the question itself, or how good somebody is at the criterion where to look.
pub fn what_to_find_out(subject: Subject<'_>, about: &Unknown, at: Option<usize>) -> String {
    let Subject { catalogue, assessment, .. } = subject;
    match (about, at) {
        (Unknown::Ratings { alternative: i, .. }, Some(j)) => {
            text!("unknown-ratings", alternative = alternative(assessment, *i), group = criterion(assessment, j))
        }
        _ => unknown(catalogue, assessment, about),
    }
}

/// The same with the way to find out, and how long that takes.
fn find_out(subject: Subject<'_>, about: &Unknown, at: Option<usize>) -> String {
    let what = what_to_find_out(subject, about, at);
    match next_step(subject).filter(|step| step.about == *about).and_then(|step| step.way) {
        Some(way) => text!("say-find-first", what = what, how = way.how.clone(), effort = effort(way.effort)),
        None => text!("say-find-first-only", what = what),
    }
}

/// How much a criterion weighs, and the points behind it.
fn heavy(subject: Subject<'_>, j: usize) -> String {
    let assessed = &subject.assessment.criteria[j];
    let (name, weight) = (assessed.name.clone(), percent(assessed.weight));
    if assessed.is_own {
        let (given, facts) = (points(assessed.points), points(assessed.points_from_facts));
        return text!("say-heavy-own", criterion = name, weight = weight, points = given, facts = facts);
    }
    let trace = trace_sentences(subject.catalogue, assessed).join(" ");
    text!("say-heavy", criterion = name, weight = weight, points = points(assessed.points), trace = trace)
}

/// Who would lead if a question had another answer.
fn fact_flip(subject: Subject<'_>, flip: &FactFlip) -> String {
    let Some(question) = subject.catalogue.interview.question(&flip.question) else { return String::new() };
    let (mut asks, mut options) = (quoted(&question.asks), Vec::new());
    match &question.kind {
        QuestionKind::Choice(answers) => options.extend(answers),
        QuestionKind::EachAlternative(answers) => {
            options.extend(answers);
            let about = flip.part.as_deref().and_then(|id| subject.assessment.alternative(id));
            let about = about.map(|i| alternative(subject.assessment, i)).unwrap_or_default();
            asks = text!("say-asks-of", asks = asks, about = about);
        }
        QuestionKind::Parts(parts) => {
            if let Some(part) = parts.iter().find(|part| Some(&part.id) == flip.part.as_ref()) {
                options.extend(&part.answers);
                asks = text!("say-asks-part", asks = asks, part = quoted(&part.asks));
            }
        }
    }
    let label = |id: &String| options.iter().find(|option| option.id == *id).map_or_else(|| quoted(id), |option| quoted(&option.label));
    let answers: Vec<String> = flip.answers.iter().map(label).collect();
    let answers = change::list_or(&answers);
    match flip.leader {
        Some(leader) => text!("say-fact-flip", leader = alternative(subject.assessment, leader), asks = asks, answers = answers),
        None => text!("say-fact-flip-none", asks = asks, answers = answers),
    }
}

/// What an own rating rests on: the reason, and what was measured.
pub fn own_rating(own: &OwnRating) -> String {
    let mut said = vec![if own.reason.trim().is_empty() { text!("say-own-no-reason") } else { ended(&own.reason) }];
    if let Some(evidence) = own.evidence.as_ref().filter(|evidence| !evidence.is_empty()) {
        let date = evidence.date.map(|date| date.to_string());
        let details: Vec<String> = date.into_iter().chain(Some(evidence.link.trim().to_owned()).filter(|link| !link.is_empty())).collect();
        let what = evidence.what.trim().trim_end_matches('.').to_owned();
        said.push(match (what.is_empty(), details.is_empty()) {
            (false, false) => text!("say-own-evidence-more", what = what, more = details.join(", ")),
            (false, true) => text!("say-own-evidence", what = what),
            (true, _) => text!("say-own-evidence", what = details.join(", ")),
        });
    }
    said.join(" ")
}

/// A text that ends like a sentence.
fn ended(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '?', '!', '…']) { text.to_owned() } else { format!("{text}.") }
}
