//! What a decision is made from: facts, requirements and weights with where they come from; and the options with what speaks for and
//! against each.
//!
//! Ratings and their sources are `evidence.rs`'s.

use super::{Block, Line, Section, Span, Table, content::section, numbers, strong, text, words};
use crate::{
    assessment::{AssessedCriterion, PointsSource, RatingOrigin, RequirementOutcome, TraceLine},
    chart::{Subject, plain},
    model::Id,
    wording,
};

/// At most so many criteria speak for, and against, an option.
const MOST_NAMED: usize = 4;
/// A difference of score points below this does not show in a score with one decimal.
const WORTH_NAMING: f64 = 0.05;

pub(super) fn facts(subject: Subject<'_>) -> Section {
    let columns = vec![words(text!("record-column-question")), words(text!("record-column-answer"))];
    let rows = subject.catalogue.interview.questions.iter().map(|question| {
        let answer = wording::answer(subject.catalogue, subject.assessment, &question.id, subject.profile.facts.get(&question.id));
        vec![text(plain(&question.asks)), text(plain(&answer))]
    });
    let table = Table { caption: text!("record-facts-caption"), columns, rows: rows.collect() };
    section(3, "facts", text!("record-section-facts"), vec![Block::Table(table)])
}

/// Requirements, then weights.
pub(super) fn drivers(subject: Subject<'_>) -> Vec<Section> {
    vec![
        section(2, "drivers", text!("record-section-drivers"), vec![Block::Paragraph(text(text!("record-drivers")))]),
        requirements(subject),
        weights(subject),
    ]
}

fn requirements(subject: Subject<'_>) -> Section {
    let assessment = subject.assessment;
    if assessment.requirements.is_empty() {
        let none = Block::Paragraph(text(text!("record-no-requirements")));
        return section(3, "requirements", text!("record-section-requirements"), vec![none]);
    }
    let names = assessment.alternatives.iter().map(|alternative| words(plain(&alternative.name)));
    let columns: Vec<_> = std::iter::once(words(text!("record-column-requirement")))
        .chain(std::iter::once(words(text!("record-column-counts"))))
        .chain(names)
        .chain(std::iter::once(words(text!("record-column-why"))))
        .collect();
    let rows = assessment.requirements.iter().map(|outcome| {
        let judged = outcome.judgements.iter().map(|judgement| text(wording::judgement(*judgement)));
        let mut row = vec![strong(plain(&outcome.name)), text(wording::yes_no(outcome.is_on))];
        row.extend(judged);
        row.push(text(why(subject, outcome)));
        row
    });
    let table = Table { caption: text!("record-requirements-caption"), columns, rows: rows.collect() };
    section(3, "requirements", text!("record-section-requirements"), vec![Block::Table(table)])
}

/// Why a requirement is there: who demands it, and the reason that people gave or the rule that suggests it.
fn why(subject: Subject<'_>, outcome: &RequirementOutcome) -> String {
    let own = subject.profile.requirements.iter().find(|own| own.id == outcome.id);
    let demanded = own.and_then(|own| own.mandate.as_ref()).map(|mandate| plain(&wording::mandate(mandate)));
    let reason = own.map(|own| plain(&own.reason)).filter(|reason| !reason.is_empty());
    let because = reason.or_else(|| outcome.suggested_by.as_ref().map(|rule| plain(&wording::rule_why(subject.catalogue, rule))));
    let said: Vec<String> = demanded.into_iter().chain(because).collect();
    if said.is_empty() { text!("record-by-people") } else { said.join(" ") }
}

fn weights(subject: Subject<'_>) -> Section {
    let assessment = subject.assessment;
    let columns = vec![
        words(text!("record-column-criterion")),
        words(text!("record-column-group")),
        numbers(text!("record-column-weight")),
        numbers(text!("record-column-points")),
        words(text!("record-column-from")),
    ];
    let rows = assessment.criteria.iter().map(|criterion| {
        vec![
            strong(plain(&criterion.name)),
            text(plain(&assessment.groups[criterion.group].name)),
            text(wording::percent(criterion.weight)),
            text(wording::points(criterion.points)),
            text(from(subject, criterion)),
        ]
    });
    let table = Table { caption: text!("record-weights-caption"), columns, rows: rows.collect() };
    let origin = Block::Paragraph(text(wording::weights_origin(assessment.weights_origin)));
    let mut blocks = vec![origin, Block::Table(table)];
    let changed = subject.profile.rules.iter().filter(|(_, change)| change.off || !change.points.is_empty());
    let changed: Vec<Line> = changed
        .map(|(id, change)| {
            let (why, reason) = (plain(&wording::rule_why(subject.catalogue, id)), plain(&change.reason));
            text(if change.off {
                text!("record-rule-off", why = why, reason = reason)
            } else {
                text!("record-rule-changed", why = why, reason = reason)
            })
        })
        .collect();
    if !changed.is_empty() {
        blocks.push(Block::Paragraph(text(text!("record-rules-changed"))));
        blocks.push(Block::List(changed));
    }
    let notes = subject.profile.notes.iter();
    let notes: Vec<Line> = notes
        .map(|(id, note)| {
            let name = assessment.criterion(id).map_or_else(|| plain(id), |j| plain(&assessment.criteria[j].name));
            vec![Span::Strong(name), Span::Text(text!("record-note", note = plain(note)))]
        })
        .collect();
    if !notes.is_empty() {
        blocks.push(Block::Paragraph(text(text!("record-notes"))));
        blocks.push(Block::List(notes));
    }
    section(3, "weights", text!("record-section-weights"), blocks)
}

/// What a criterion's points are made of.
fn from(subject: Subject<'_>, criterion: &AssessedCriterion) -> String {
    let facts: Vec<String> = criterion.trace.iter().map(|line| traced(subject, line)).collect();
    let facts = if facts.is_empty() { text!("record-none") } else { facts.join(", ") };
    if criterion.is_own { text!("record-points-own", facts = wording::points(criterion.points_from_facts)) } else { facts }
}

fn traced(subject: Subject<'_>, line: &TraceLine) -> String {
    let points = wording::signed_points(line.points);
    let interview = &subject.catalogue.interview;
    match &line.source {
        PointsSource::Base => text!("record-points-base", points = wording::points(line.points)),
        PointsSource::Unknown(id) => {
            text!("record-points-unknown", question = plain(&wording::asks(subject.catalogue, id)), points = points)
        }
        PointsSource::Rule(id) => {
            let rule = interview.rules.iter().find(|rule| rule.id == *id);
            let answer = rule.map_or_else(|| plain(id), |rule| plain(&wording::rule_when(subject.catalogue, rule)));
            text!("record-points-rule", answer = answer, points = points)
        }
    }
}

pub(super) fn considered(subject: Subject<'_>) -> Section {
    let options = subject.assessment.alternatives.iter().map(|alternative| {
        let mut line = strong(plain(&alternative.name));
        if !alternative.summary.is_empty() {
            line.push(Span::Text(text!("record-option-summary", summary = plain(&alternative.summary))));
        }
        line
    });
    section(2, "options", text!("record-section-options"), vec![Block::List(options.collect())])
}

/// For each option the criteria that bring it more, and less, than the others on average.
pub(super) fn pros_and_cons(subject: Subject<'_>) -> Vec<Section> {
    const IDS: [&str; 8] = ["option-1", "option-2", "option-3", "option-4", "option-5", "option-6", "option-7", "option-8"];
    let assessment = subject.assessment;
    let mut sections = vec![section(
        2,
        "pros-and-cons",
        text!("record-section-pros-and-cons"),
        vec![Block::Paragraph(text(text!("record-pros-and-cons")))],
    )];
    for (i, alternative) in assessment.alternatives.iter().enumerate() {
        let n_others = assessment.alternatives.len().saturating_sub(1).max(1) as f64;
        let mean = |j: usize| {
            let others = assessment.alternatives.iter().enumerate().filter(|(k, _)| *k != i);
            others.map(|(_, other)| other.contributions[j]).sum::<f64>() / n_others
        };
        let mut by: Vec<(usize, f64)> = (0..assessment.criteria.len())
            .map(|j| (j, alternative.contributions[j] - mean(j)))
            .filter(|(_, by)| by.abs() >= WORTH_NAMING)
            .collect();
        by.sort_by(|a, b| b.1.total_cmp(&a.1));
        let mut lines = Vec::new();
        for (j, _) in by.iter().filter(|(_, by)| *by > 0.0).take(MOST_NAMED) {
            lines.push(text(text!("record-good", because = because(subject, i, *j))));
        }
        for (j, _) in by.iter().rev().filter(|(_, by)| *by < 0.0).take(MOST_NAMED) {
            lines.push(text(text!("record-bad", because = because(subject, i, *j))));
        }
        for outcome in assessment.requirements.iter().filter(|outcome| alternative.failed.contains(&outcome.id)) {
            lines.push(text(text!("record-bad-requirement", requirement = plain(&outcome.name))));
        }
        if lines.is_empty() {
            lines.push(text(text!("record-neutral")));
        }
        let id = IDS.get(i).copied().unwrap_or("option-more");
        sections.push(section(3, id, text!("record-section-option", name = plain(&alternative.name)), vec![Block::List(lines)]));
    }
    sections
}

/// One rating with its reason.
fn because(subject: Subject<'_>, i: usize, j: usize) -> String {
    let assessment = subject.assessment;
    let (criterion, cell) = (&assessment.criteria[j], &assessment.ratings[i][j]);
    let reason = reason(subject, &criterion.id, &assessment.alternatives[i].id, &cell.origin, cell.catalogue);
    let (name, rating) = (plain(&criterion.name).to_lowercase(), wording::score(cell.rating.mode));
    if reason.is_empty() {
        text!("record-because-rating", criterion = name, rating = rating)
    } else {
        text!("record-because-reason", criterion = name, rating = rating, reason = reason)
    }
}

/// Why a rating is what it is: the reason that people gave, the rule's, or the catalogue's.
pub(super) fn reason(subject: Subject<'_>, criterion: &Id, alternative: &Id, origin: &RatingOrigin, entry: Option<usize>) -> String {
    match origin {
        RatingOrigin::Own => {
            subject.profile.own_rating(criterion, alternative).map_or_else(String::new, |own| plain(&wording::own_rating(own)))
        }
        RatingOrigin::Rule(id) => plain(&wording::rule_why(subject.catalogue, id)),
        RatingOrigin::Catalogue => {
            entry.and_then(|at| subject.catalogue.ratings.get(at)).map_or_else(String::new, |entry| plain(&entry.reason))
        }
        RatingOrigin::Mean => text!("chart-origin-mean"),
        RatingOrigin::Open(fact) => text!("say-rests-open", asks = plain(&wording::asks(subject.catalogue, fact))),
        RatingOrigin::Unrated => text!("chart-origin-unrated"),
    }
}
