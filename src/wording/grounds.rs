//! What weights, ratings and requirements rest on, in words: rules of the interview, the age of sources, demands from outside.
//!
//! What is true is decided in `assessment`.

use std::collections::BTreeMap;

use super::{list, percent, points, score, signed_points};
use crate::{
    assessment::{Assessment, Backing, Freshness, HeldRule, is_expired},
    model::{
        AnswerOption, Catalogue, Condition, Criterion, Date, Effect, Id, Mandate, MandateKind, QuestionKind, RequirementBasis, Rule,
        Threshold,
    },
};

/// The name of a criterion within a sentence; its id if nobody knows it.
fn criterion(assessment: &Assessment, id: &str) -> String {
    assessment.criterion(id).map_or_else(|| id.to_owned(), |j| assessment.criteria[j].name.to_lowercase())
}

fn alternative(assessment: &Assessment, id: &str) -> String {
    assessment.alternative(id).map_or_else(|| id.to_owned(), |i| assessment.alternatives[i].name.clone())
}

/// The answer that a condition asks for, as on its button.
fn answer(catalogue: &Catalogue, condition: &Condition) -> String {
    let (question, part) = condition.fact.split_once('.').unwrap_or((&condition.fact, ""));
    let answers: &[AnswerOption] = match catalogue.interview.question(question).map(|question| &question.kind) {
        Some(QuestionKind::Choice(answers) | QuestionKind::EachAlternative(answers)) => answers,
        Some(QuestionKind::Parts(parts)) => parts.iter().find(|kind| kind.id == part).map_or(&[], |kind| &kind.answers),
        None => &[],
    };
    answers.iter().find(|answer| answer.id == condition.is).map_or_else(|| condition.is.clone(), |answer| answer.label.clone())
}

/// What a rating rests on, in one word.
pub fn backing(backing: Backing) -> String {
    match backing {
        Backing::Measured => text!("backing-measured"),
        Backing::Reported => text!("backing-reported"),
        Backing::Expired => text!("backing-expired"),
        Backing::Judged => text!("backing-judged"),
        Backing::Own => text!("backing-own"),
        Backing::Nothing => text!("backing-nothing"),
    }
}

/// The same with what it means.
pub fn backing_about(backing: Backing) -> String {
    match backing {
        Backing::Measured => text!("backing-measured-about"),
        Backing::Reported => text!("backing-reported-about"),
        Backing::Expired => text!("backing-expired-about"),
        Backing::Judged => text!("backing-judged-about"),
        Backing::Own => text!("backing-own-about"),
        Backing::Nothing => text!("backing-nothing-about"),
    }
}

/// The answers from which a rule follows, such as "10 ms and Storage engine"; every project where it asks for none.
pub fn rule_when(catalogue: &Catalogue, rule: &Rule) -> String {
    if rule.when.is_empty() {
        return text!("rule-every-project");
    }
    list(&rule.when.iter().map(|condition| answer(catalogue, condition)).collect::<Vec<_>>())
}

/// What these points do, most first, such as "predictable latency +6, memory +1".
pub fn gains(assessment: &Assessment, points: &BTreeMap<Id, f64>) -> String {
    let mut gains: Vec<(&Id, &f64)> = points.iter().collect();
    gains.sort_by(|a, b| b.1.total_cmp(a.1));
    let gains =
        gains.into_iter().map(|(id, value)| text!("rule-gain", criterion = criterion(assessment, id), points = signed_points(*value)));
    gains.collect::<Vec<_>>().join(", ")
}

/// All that a rule does: points, changed ratings, suggested requirements.
pub fn rule_does(catalogue: &Catalogue, assessment: &Assessment, held: &HeldRule<'_>) -> String {
    let mut said = Vec::new();
    if !held.points().is_empty() {
        said.push(gains(assessment, held.points()));
    }
    said.extend(effects(assessment, held));
    said.extend(held.rule.requirements.iter().map(|suggestion| {
        let name = catalogue.requirement(&suggestion.requirement).map_or_else(|| suggestion.requirement.clone(), |rule| rule.name.clone());
        text!("rule-suggests", requirement = name)
    }));
    said.join("; ")
}

/// The ratings that the answer to a question chooses among several, a sentence for each criterion.
pub fn chosen_ratings(catalogue: &Catalogue, assessment: &Assessment, question: &str) -> Vec<String> {
    let mut said: Vec<(&Id, Vec<String>)> = Vec::new();
    for (i, cells) in assessment.ratings.iter().enumerate() {
        for entry in cells.iter().filter_map(|cell| cell.catalogue.map(|at| &catalogue.ratings[at])) {
            if !entry.when.iter().any(|condition| condition.fact == question) {
                continue;
            }
            let rating = text!("rule-rating", alternative = assessment.alternatives[i].name.clone(), rating = score(entry.mode));
            match said.iter_mut().find(|(criterion, _)| **criterion == entry.criterion) {
                Some((_, ratings)) => ratings.push(rating),
                None => said.push((&entry.criterion, vec![rating])),
            }
        }
    }
    let sentence =
        |(id, ratings): (&Id, Vec<String>)| text!("rule-chooses", criterion = criterion(assessment, id), ratings = list(&ratings));
    said.into_iter().map(sentence).collect()
}

/// How a rule changes ratings; ratings that it sets on one criterion are said together.
fn effects(assessment: &Assessment, held: &HeldRule<'_>) -> Vec<String> {
    let about: Vec<String> = held.about.iter().flatten().map(|id| alternative(assessment, id)).collect();
    let whom = |id: Option<&Id>| id.map_or_else(|| list(&about), |id| alternative(assessment, id));
    let mut set: Vec<(&Id, Vec<String>)> = Vec::new();
    let mut said = Vec::new();
    for effect in &held.rule.effects {
        match effect {
            Effect::Rate { criterion: c, alternative: a, mode, .. } => {
                let rating = text!("rule-rating", alternative = alternative(assessment, a), rating = score(*mode));
                match set.iter_mut().find(|(criterion, _)| *criterion == c) {
                    Some((_, ratings)) => ratings.push(rating),
                    None => set.push((c, vec![rating])),
                }
            }
            Effect::Shift { criterion: c, alternative: a, by } => {
                let (criterion, by) = (criterion(assessment, c), signed_points(*by));
                said.push(text!("rule-shifts", criterion = criterion, alternative = whom(a.as_ref()), by = by));
            }
            Effect::TowardsTen { criterion: c, share } => {
                let (criterion, share) = (criterion(assessment, c), percent(*share));
                said.push(text!("rule-towards-ten", criterion = criterion, alternative = whom(None), share = share));
            }
            Effect::FallByGap { criterion: c, other, share, .. } => {
                let (criterion, other, share) = (criterion(assessment, c), self::criterion(assessment, other), percent(*share));
                said.push(text!("rule-falls", criterion = criterion, alternative = whom(None), other = other, share = share));
            }
        }
    }
    let set = set.into_iter().map(|(id, ratings)| text!("rule-rates", criterion = criterion(assessment, id), ratings = list(&ratings)));
    set.chain(said).collect()
}

/// That a source of this year is past a criterion's shelf life on a day; `None` while it is not.
pub fn expired(year: i16, criterion: &Criterion, day: Date) -> Option<String> {
    is_expired(year, criterion.shelf_life_years, day).then(|| text!("evidence-expired", years = criterion.shelf_life_years))
}

/// How many sources behind a verdict are past their shelf life, and how much rests on them; `None` while none is.
pub fn freshness(freshness: &Freshness) -> Option<String> {
    let (count, sources): (usize, usize) = (freshness.expired.len(), freshness.sources);
    (count > 0).then(|| text!("evidence-freshness", count = count, sources = sources, share = percent(freshness.weight)))
}

/// What a requirement's judgements rest on, where that needs saying.
pub fn requirement_basis(basis: RequirementBasis) -> Option<String> {
    match basis {
        RequirementBasis::Evidence => None,
        RequirementBasis::PartMemory => Some(text!("requirements-part-memory")),
        RequirementBasis::Judged => Some(text!("requirements-judged")),
    }
}

pub fn mandate_kind(kind: MandateKind) -> String {
    match kind {
        MandateKind::Platform => text!("mandate-platform"),
        MandateKind::VendorSdk => text!("mandate-vendor-sdk"),
        MandateKind::Certification => text!("mandate-certification"),
        MandateKind::HouseStandard => text!("mandate-house-standard"),
        MandateKind::Other => text!("mandate-other"),
    }
}

/// A demand from outside, with who makes it.
pub fn mandate(mandate: &Mandate) -> String {
    let kind = mandate_kind(mandate.kind);
    if mandate.by.trim().is_empty() {
        text!("mandate-said", kind = kind)
    } else {
        text!("mandate-said-by", kind = kind, by = mandate.by.clone())
    }
}

/// A threshold as the name of a requirement: "Predictable latency at least 7".
pub fn threshold(assessment: &Assessment, threshold: &Threshold) -> String {
    let j = assessment.criterion(&threshold.criterion);
    let name = j.map_or_else(|| threshold.criterion.clone(), |j| assessment.criteria[j].name.clone());
    text!("requirement-threshold", criterion = name, rating = points(threshold.rating))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::{assess, held_rules},
        model::Evidence,
        store,
    };

    /// Every rule that any example triggers says something, and leaves no argument open.
    #[test]
    fn rules_are_said_whole() {
        let catalogue = store::shipped();
        let mut n_said = 0;
        for example in store::examples() {
            let assessment = assess(catalogue, &example.profile);
            for held in held_rules(catalogue, &example.profile) {
                let said = format!("{}: {}", rule_when(catalogue, held.rule), rule_does(catalogue, &assessment, &held));
                assert!(!said.ends_with(": ") && !said.contains(['{', '$']) && !said.contains("  "), "{}: {said}", held.rule.id);
                n_said += 1;
            }
        }
        assert!(n_said > 60);
    }

    #[test]
    fn an_old_source_says_how_old_it_may_be() {
        let catalogue = store::shipped();
        let criterion = &catalogue.criteria[0];
        let source: &Evidence = &catalogue.evidence[0];
        let last = source.year + i16::try_from(criterion.shelf_life_years).unwrap();
        assert_eq!(expired(source.year, criterion, Date::constant(last, 12, 31)), None);
        let said = expired(source.year, criterion, Date::constant(last + 1, 1, 1)).unwrap();
        assert_eq!(said, format!("past its shelf life of {} years", criterion.shelf_life_years));
    }
}
