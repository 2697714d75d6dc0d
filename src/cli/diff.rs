//! `diff`: what differs between two profiles, and how much of every score gap each difference explains.
//!
//! How a gap is divided up is `assessment`'s.

use serde::Serialize;

use super::{
    arguments::{DiffArguments, PageFormat},
    files::{Assessed, assessed},
    layout::{Column, Page},
    outcome::{Failure, Outcome},
    report::{Entries, json, number},
};
use crate::{
    assessment::{Cause, Difference, ProfileComparison, ScoreChange, Side, VerdictKind, compare_profiles},
    model::Catalogue,
    wording,
};

/// The criteria and causes that are listed for an alternative, the largest effect first; all are in the JSON.
const MOST_PARTS: usize = 8;
/// The widest name of a criterion or alternative, and the widest value.
const NAME: usize = 26;
const WHAT: usize = 38;
const VALUE: usize = 18;

pub fn diff(arguments: &DiffArguments, catalogue: &Catalogue) -> Outcome {
    let (first, second) = (assessed(&arguments.first, catalogue), assessed(&arguments.second, catalogue));
    let (first, second) = match (first, second) {
        (Ok(first), Ok(second)) => (first, second),
        (first, second) => {
            let failures = first.err().into_iter().chain(second.err()).map(Failure::Store).collect();
            return Outcome { failures, ..Outcome::default() };
        }
    };
    let [first, second] = [first, second].map(|assessed| assessed.revealed(arguments.reveal));
    let sealed: Vec<Failure> =
        [&first, &second].into_iter().filter(|assessed| assessed.is_sealed).map(|sealed| Failure::sealed(&sealed.id)).collect();
    if !sealed.is_empty() {
        return Outcome { failures: sealed, ..Outcome::default() };
    }
    let (a, b) = (side(&first, catalogue), side(&second, catalogue));
    let found = compare_profiles(a, b);
    Outcome::done(match arguments.format {
        PageFormat::Table => page(a, b, &found),
        PageFormat::Json => json(&object(a, b, [&first.id, &second.id], &found)),
    })
}

fn side<'a>(assessed: &'a Assessed, catalogue: &'a Catalogue) -> Side<'a> {
    Side { catalogue, profile: &assessed.profile, assessment: &assessed.assessment }
}

fn page(a: Side<'_>, b: Side<'_>, found: &ProfileComparison) -> String {
    let mut page = Page::default();
    for (side, place) in [(a, text!("cli-diff-first")), (b, text!("cli-diff-second"))] {
        let said = text!("cli-diff-side", name = side.profile.name.clone(), verdict = wording::headline_line(side.assessment));
        page.entry(0, &place, 6, &said);
    }
    page.gap();
    page.paragraph(&wording::verdict_change(a, b));
    if found.differences.is_empty() {
        page.paragraph(&text!("cli-diff-same"));
        return page.into_text();
    }
    page.heading(&text!("cli-diff-what"));
    let rows: Vec<Vec<String>> = found
        .differences
        .iter()
        .map(|difference| {
            let wording::Differing { what, sides: [first, second] } = wording::difference(a, b, difference);
            vec![what, first, second]
        })
        .collect();
    let (first, second) = (text!("cli-diff-first"), text!("cli-diff-second"));
    page.table(&[Column::left("", WHAT), Column::left(&first, VALUE), Column::left(&second, VALUE)], &rows);
    page.heading(&text!("cli-diff-scores"));
    let columns = [Column::left("", NAME), Column::right(&first, 6), Column::right(&second, 6), Column::right(text!("cli-diff-change"), 6)];
    let rows: Vec<Vec<String>> = found
        .scores
        .iter()
        .map(|change| {
            let [first, second] = change.scores.map(wording::score);
            vec![change.name.clone(), first, second, wording::signed_score(change.gap())]
        })
        .collect();
    page.table(&columns, &rows);
    let only: Vec<String> = found.only_first.iter().chain(&found.only_second).cloned().collect();
    if !only.is_empty() {
        page.indented(&text!("cli-diff-only", names = wording::list(&only)));
    }
    for change in &found.scores {
        why(&mut page, a, b, found, change);
    }
    page.into_text()
}

/// One alternative's causes, then its criteria.
fn why(page: &mut Page, a: Side<'_>, b: Side<'_>, found: &ProfileComparison, change: &ScoreChange) {
    if change.causes.is_empty() {
        page.heading(&text!("cli-diff-why-same", name = change.name.clone()));
        return;
    }
    page.heading(&text!("cli-diff-why", name = change.name.clone(), change = wording::signed_score(change.gap())));
    for (cause, effect) in change.causes.iter().take(MOST_PARTS) {
        page.entry(2, &wording::signed_effect(*effect), 5, &wording::cause(a, b, cause));
    }
    if let Some(rest @ [_, ..]) = change.causes.get(MOST_PARTS..) {
        page.entry(2, &wording::signed_effect(rest.iter().map(|(_, effect)| effect).sum()), 5, &text!("cli-diff-rest"));
    }
    page.gap();
    let mut parts: Vec<_> = change.parts.iter().collect();
    parts.sort_by(|x, y| y.total().abs().total_cmp(&x.total().abs()));
    let columns = [
        Column::left("", NAME),
        Column::right(text!("cli-column-weight"), 14),
        Column::right(text!("cli-diff-rating"), 12),
        Column::right(text!("cli-diff-by-weight"), 9),
        Column::right(text!("cli-diff-by-rating"), 9),
    ];
    let mut rows: Vec<Vec<String>> = parts
        .iter()
        .take(MOST_PARTS)
        .map(|part| {
            let criterion = &found.criteria[part.criterion];
            let [from, to] = part.ratings.map(wording::score);
            let ratings = if from == to { from } else { text!("number-range", low = from, high = to) };
            let weights = criterion.weights.map(wording::percent);
            let weights = if weights[0] == weights[1] { weights[0].clone() } else { wording::weights(criterion.weights) };
            vec![criterion.name.clone(), weights, ratings, wording::signed_effect(part.by_weight), wording::signed_effect(part.by_rating)]
        })
        .collect();
    if let Some(rest @ [_, ..]) = parts.get(MOST_PARTS..) {
        let by_weight = rest.iter().map(|part| part.by_weight).sum();
        let by_rating = rest.iter().map(|part| part.by_rating).sum();
        let (by_weight, by_rating) = (wording::signed_effect(by_weight), wording::signed_effect(by_rating));
        rows.push(vec![text!("cli-others", count = rest.len()), String::new(), String::new(), by_weight, by_rating]);
    }
    page.table(&columns, &rows);
}

#[derive(Serialize)]
struct Object<'a> {
    a: SideObject<'a>,
    b: SideObject<'a>,
    differences: Vec<DifferenceObject<'a>>,
    /// The weights on both sides, by criterion.
    weights: Entries<[f64; 2]>,
    scores: Vec<ScoreObject<'a>>,
    only_a: &'a [String],
    only_b: &'a [String],
}

#[derive(Serialize)]
struct SideObject<'a> {
    profile: &'a str,
    name: &'a str,
    catalogue: String,
    kind: VerdictKind,
    leader: Option<&'a str>,
}

#[derive(Serialize)]
struct DifferenceObject<'a> {
    #[serde(flatten)]
    difference: &'a Difference,
    what: String,
    a: String,
    b: String,
}

#[derive(Serialize)]
struct ScoreObject<'a> {
    alternative: &'a str,
    a: f64,
    b: f64,
    change: f64,
    /// They sum to the change.
    causes: Vec<CauseObject<'a>>,
    /// So do their weights' and ratings' parts.
    criteria: Vec<PartObject<'a>>,
}

#[derive(Serialize)]
struct CauseObject<'a> {
    #[serde(flatten)]
    cause: &'a Cause,
    effect: f64,
    #[serde(skip_serializing_if = "String::is_empty")]
    sentence: String,
}

#[derive(Serialize)]
struct PartObject<'a> {
    criterion: &'a str,
    ratings: [f64; 2],
    by_weight: f64,
    by_rating: f64,
    weight_causes: Vec<CauseObject<'a>>,
    rating_cause: Option<&'a Cause>,
}

fn object<'a>(a: Side<'a>, b: Side<'a>, ids: [&'a str; 2], found: &'a ProfileComparison) -> Object<'a> {
    let side = |side: Side<'a>, profile: &'a str| SideObject {
        profile,
        name: &side.profile.name,
        catalogue: side.catalogue.edition(),
        kind: side.assessment.verdict.kind,
        leader: side.assessment.leader().map(|leader| leader.id.as_str()),
    };
    let differences = found.differences.iter().map(|difference| {
        let wording::Differing { what, sides: [a, b] } = wording::difference(a, b, difference);
        DifferenceObject { difference, what, a, b }
    });
    let scores = found.scores.iter().map(|change| ScoreObject {
        alternative: &change.id,
        a: number(change.scores[0]),
        b: number(change.scores[1]),
        change: number(change.gap()),
        causes: change
            .causes
            .iter()
            .map(|(cause, effect)| CauseObject { cause, effect: number(*effect), sentence: wording::cause(a, b, cause) })
            .collect(),
        criteria: change
            .parts
            .iter()
            .map(|part| PartObject {
                criterion: &found.criteria[part.criterion].id,
                ratings: part.ratings.map(number),
                by_weight: number(part.by_weight),
                by_rating: number(part.by_rating),
                weight_causes: part
                    .weight_causes
                    .iter()
                    .map(|(cause, effect)| CauseObject { cause, effect: number(*effect), sentence: String::new() })
                    .collect(),
                rating_cause: part.rating_cause.as_ref(),
            })
            .collect(),
    });
    Object {
        a: side(a, ids[0]),
        b: side(b, ids[1]),
        differences: differences.collect(),
        weights: Entries(found.criteria.iter().map(|criterion| (criterion.id.clone(), criterion.weights.map(number))).collect()),
        scores: scores.collect(),
        only_a: &found.only_first,
        only_b: &found.only_second,
    }
}
