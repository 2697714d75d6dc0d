//! An assessment as a page for people: verdict, ranking, what the scores are made of, what would change them, what is odd.
//!
//! The sentences are `wording`'s.

use crate::{
    assessment::{Assessment, Robustness, sensitivity, weight_flips},
    cli::{
        assess::voices,
        files::Assessed,
        layout::{Column, Page, WIDTH, bar, width},
    },
    model::Catalogue,
    wording,
};

/// The width of a bar that stands for a score of 10.
const BAR: usize = 30;
/// The criteria that are listed: they carry most of the weight in practice; all are in the JSON.
const MOST_CRITERIA: usize = 8;
/// The changes of a group's weight that are listed, nearest first.
const MOST_FLIPS: usize = 3;
/// The findings that are listed: more come only from something that is odd all over.
const MOST_FINDINGS: usize = 10;
/// The longest name of an alternative and of a criterion in a table.
const ALTERNATIVE: usize = 16;
const CRITERION: usize = 26;
/// The width of a share.
const SHARE: usize = 5;
/// The best score there is.
const BEST: f64 = 10.0;

pub fn page(assessed: &Assessed, catalogue: &Catalogue) -> String {
    let Assessed { profile, assessment, robustness, .. } = assessed;
    let robustness = robustness.as_ref();
    let subject = assessed.subject(catalogue);
    let mut page = Page::default();
    let version = catalogue.edition();
    let small_print = match profile.date {
        Some(date) => text!("cli-dated", date = date.to_string(), version = version),
        None => text!("cli-undated", version = version),
    };
    page.ends(&profile.name, &small_print);
    if assessed.is_sealed {
        page.heading(&text!("sealed-title"));
        page.gap();
        page.paragraph(&text!("cli-sealed"));
        return page.into_text();
    }
    page.heading(&wording::headline_line(assessment));
    page.gap();
    page.paragraph(&wording::paragraph(subject));
    for remark in wording::remarks(subject) {
        page.paragraph(&remark);
    }
    ranking(&mut page, assessment, robustness);
    made_of(&mut page, assessment);
    groups(&mut page, assessment);
    flips(&mut page, assessment);
    voices::section(&mut page, assessed, catalogue);
    if !assessment.findings.is_empty() {
        page.heading(&text!("cli-findings"));
        for finding in assessment.findings.iter().take(MOST_FINDINGS) {
            page.item(&wording::finding(assessment, finding));
        }
        let more = assessment.findings.len().saturating_sub(MOST_FINDINGS);
        if more > 0 {
            page.item(&text!("cli-more-findings", count = more));
        }
    }
    page.into_text()
}

fn ranking(page: &mut Page, assessment: &Assessment, robustness: Option<&Robustness>) {
    if assessment.ranking.is_empty() {
        return;
    }
    page.heading(&if robustness.is_some() { text!("cli-ranking-shares") } else { text!("cli-ranking") });
    // The share takes its room from the bars.
    let cells = if robustness.is_some() { BAR - SHARE - 2 } else { BAR };
    let mut columns =
        vec![Column::right("", 3), Column::left("", ALTERNATIVE), Column::left("", cells), Column::right("", 4), Column::left("", 15)];
    if robustness.is_some() {
        columns.push(Column::right("", SHARE));
    }
    let rows = assessment.ranking.iter().map(|&i| {
        let ranked = &assessment.alternatives[i];
        let place = ranked.rank.map_or_else(|| text!("cli-out"), |rank| text!("cli-place", rank = rank.to_string()));
        let length = bar(ranked.score / BEST, cells);
        let (score, range) = (wording::score(ranked.score), wording::range(ranked.low, ranked.high));
        let mut row = vec![place, ranked.name.clone(), format!("{length:<cells$}"), score, range];
        row.extend(robustness.map(|robustness| robustness.leads(i).map(wording::percent).unwrap_or_default()));
        row
    });
    page.table(&columns, &rows.collect::<Vec<_>>());
    if let Some(robustness) = robustness {
        page.indented(&wording::precision(robustness));
    }
}

/// The criteria with the most weight, and what each brings to every score; as many alternatives as fit.
fn made_of(page: &mut Page, assessment: &Assessment) {
    let mut order: Vec<usize> = (0..assessment.criteria.len()).filter(|&j| assessment.criteria[j].weight > 0.0).collect();
    order.sort_by(|&a, &b| assessment.criteria[b].weight.total_cmp(&assessment.criteria[a].weight));
    if order.is_empty() || assessment.ranking.is_empty() {
        return;
    }
    page.heading(&text!("cli-made-of"));
    let mut columns = vec![Column::left("", CRITERION), Column::right(text!("cli-column-weight"), 6)];
    let mut room = WIDTH - CRITERION - 12;
    let shown: Vec<usize> = assessment
        .ranking
        .iter()
        .copied()
        .take_while(|&i| {
            let column = Column::right(assessment.alternatives[i].name.clone(), ALTERNATIVE);
            let taken = width(&column.name).clamp(4, ALTERNATIVE) + 2;
            let fits = taken <= room;
            if fits {
                room -= taken;
                columns.push(column);
            }
            fits
        })
        .collect();
    let row = |name: String, weight: f64, values: &dyn Fn(usize) -> f64| {
        let values = shown.iter().map(|&i| format!("{:.2}", values(i)));
        [name, wording::percent(weight)].into_iter().chain(values).collect::<Vec<String>>()
    };
    let listed = order.iter().take(MOST_CRITERIA).copied();
    let mut rows: Vec<Vec<String>> = listed
        .map(|j| row(assessment.criteria[j].name.clone(), assessment.criteria[j].weight, &|i| assessment.alternatives[i].contributions[j]))
        .collect();
    if let Some(rest @ [_, ..]) = order.get(MOST_CRITERIA..) {
        let weight = rest.iter().map(|&j| assessment.criteria[j].weight).sum();
        let brought = |i: usize| rest.iter().map(|&j| assessment.alternatives[i].contributions[j]).sum();
        rows.push(row(text!("cli-others", count = rest.len()), weight, &brought));
    }
    rows.push(row(text!("cli-sum"), order.iter().map(|&j| assessment.criteria[j].weight).sum(), &|i| assessment.alternatives[i].score));
    page.table(&columns, &rows);
    if shown.len() < assessment.ranking.len() {
        let n_more: usize = assessment.ranking.len() - shown.len();
        page.indented(&text!("cli-more-alternatives", count = n_more));
    }
}

fn groups(page: &mut Page, assessment: &Assessment) {
    let mut order: Vec<_> = assessment.groups.iter().filter(|group| group.weight > 0.0).collect();
    order.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let weighed: Vec<String> =
        order.iter().map(|group| text!("cli-weighed", name = group.name.clone(), weight = wording::percent(group.weight))).collect();
    page.heading(&text!("cli-weights"));
    page.indented(&weighed.join(", "));
    let (known, asked) = (assessment.facts_known.to_string(), assessment.facts_asked.to_string());
    page.indented(&format!(
        "{} {}",
        wording::weights_origin(assessment.weights_origin),
        text!("cli-facts-known", known = known, asked = asked)
    ));
}

fn flips(page: &mut Page, assessment: &Assessment) {
    let Some(sensitivity) = sensitivity(assessment) else { return };
    page.heading(&text!("cli-flips"));
    for flip in weight_flips(assessment).iter().take(MOST_FLIPS) {
        page.item(&wording::say_flip(assessment, flip));
    }
    if let Some(flip) = sensitivity.ratings.first() {
        page.item(&wording::say_rating_flip(assessment, flip));
    }
    page.item(&wording::say_joint(assessment, sensitivity.joint.as_ref()));
}
