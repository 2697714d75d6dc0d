//! What a rating, a requirement and a weight rest on, in whole sentences with their sources.
//!
//! Short forms of the same for charts and tables are `chart`'s and the window's.

use super::{basis, points, requirement::sources, rule_why, sentence, signed_points, support};
use crate::{
    assessment::{AssessedCriterion, PointsSource, RatingOrigin, Subject},
    model::Catalogue,
};

/// What one rating rests on.
pub(super) fn origin(subject: Subject<'_>, i: usize, j: usize) -> String {
    let Subject { catalogue, profile, assessment, .. } = subject;
    let cell = &assessment.ratings[i][j];
    let entry = cell.catalogue.map(|at| &catalogue.ratings[at]);
    match &cell.origin {
        RatingOrigin::Own => {
            let own = profile.own_rating(&assessment.criteria[j].id, &assessment.alternatives[i].id);
            own.map(sentence::own_rating).unwrap_or_default()
        }
        RatingOrigin::Unrated => text!("say-rests-unrated"),
        RatingOrigin::Mean => text!("say-rests-mean"),
        RatingOrigin::Open(fact) => text!("say-rests-open", asks = asks(catalogue, fact)),
        RatingOrigin::Rule(id) => {
            let said = text!("say-rests-rule", why = rule_why(catalogue, id));
            let rule = catalogue.interview.rules.iter().find(|rule| rule.id == *id);
            let sources = rule.map(|rule| sources(catalogue, &rule.evidence)).unwrap_or_default();
            if sources.is_empty() { said } else { format!("{said} {}", text!("say-sources", sources = sources)) }
        }
        RatingOrigin::Catalogue => {
            let Some(entry) = entry else { return String::new() };
            let (basis, support) = (basis(entry.basis), support(entry.support));
            let sources = sources(catalogue, &entry.evidence);
            let rests = if sources.is_empty() {
                text!("say-rests-nothing", basis = basis)
            } else {
                text!("say-rests-on", basis = basis, support = support, sources = sources)
            };
            format!("{} {rests}", entry.reason)
        }
    }
}

/// What a fact asks: a question, or a part of one.
pub fn asks(catalogue: &Catalogue, fact: &str) -> String {
    match catalogue.interview.fact(fact) {
        Some((_, Some(part))) => part.asks.clone(),
        Some((question, None)) => question.asks.clone(),
        None => fact.to_owned(),
    }
}

/// Where a criterion's points come from, a line each; the lines add up.
pub fn trace(catalogue: &Catalogue, criterion: &AssessedCriterion) -> Vec<String> {
    let lines = criterion.trace.iter().map(|line| {
        let points = signed_points(line.points);
        match &line.source {
            PointsSource::Base => text!("trace-base", points = points),
            PointsSource::Rule(id) => text!("trace-rule", points = points, why = rule_why(catalogue, id)),
            PointsSource::Unknown(fact) => text!("trace-unknown", points = points, asks = asks(catalogue, fact)),
        }
    });
    lines.collect()
}

/// The same as sentences for running text.
pub(super) fn trace_sentences(catalogue: &Catalogue, criterion: &AssessedCriterion) -> Vec<String> {
    let lines = criterion.trace.iter().map(|line| {
        let (plain, signed) = (points(line.points), signed_points(line.points));
        match &line.source {
            PointsSource::Base => text!("say-trace-base", points = plain),
            PointsSource::Rule(id) => text!("say-trace-rule", points = signed, why = rule_why(catalogue, id)),
            PointsSource::Unknown(fact) => text!("say-trace-unknown", points = signed, asks = super::quoted(&asks(catalogue, fact))),
        }
    });
    lines.collect()
}
