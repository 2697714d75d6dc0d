//! A back-test for people: agreement beside the constant answers, calibration, where it agrees, and every miss with its reason.
//!
//! What a program needs is [`super::object`]'s.

use super::Validated;
use crate::{
    assessment::{ALL_STABLE_SINCE, Agreement, Bin, VerdictKind, WORKLOAD},
    cli::layout::{Column, Page, bar},
    model::Catalogue,
    wording::{self, alternative_name, percent},
};

/// The width of a bar that stands for all cases.
const BAR: usize = 20;
/// The longest name in a table.
const NAME: usize = 26;

pub fn page(page: &mut Page, validated: &Validated, catalogue: &Catalogue) {
    let Validated { file, tested } = validated;
    let validation = &tested.validation;
    page.gap();
    page.ends(
        &text!("cli-validate-of", file = file.clone(), count = validation.all.n),
        &text!("cli-undated", version = catalogue.edition()),
    );
    page.gap();
    let mut rows = vec![row(text!("track-app"), validation.all)];
    let baselines = validation.baselines.iter();
    rows.extend(baselines.map(|(id, agreement)| row(text!("track-always", name = alternative_name(catalogue, id)), *agreement)));
    rows.push(row(text!("track-since", year = ALL_STABLE_SINCE.to_string()), validation.since_all_stable));
    rows.push(row(text!("track-contested"), validation.contested));
    rows.push(row(text!("track-uncontested"), validation.uncontested));
    table(page, rows);

    page.heading(&text!("track-by-verdict"));
    let kinds = validation.verdicts.iter().filter(|(kind, agreement)| agreement.n > 0 || *kind != VerdictKind::NoneQualifies);
    table(page, kinds.map(|(kind, agreement)| row(wording::verdict_kind(*kind), *agreement)).collect());

    page.heading(&text!("track-calibration"));
    bins(page, &text!("track-expected"), &validation.reliability);
    page.gap();
    bins(page, &text!("track-leads-in"), &validation.reliability_of_shares);
    wording::calibration(validation).iter().for_each(|sentence| page.indented(sentence));

    page.heading(&text!("track-by-chosen"));
    let by_language = validation.by_language.iter().filter(|(_, agreement)| agreement.n > 0);
    table(page, by_language.map(|(id, agreement)| row(alternative_name(catalogue, id), *agreement)).collect());
    page.heading(&text!("track-by-workload"));
    table(page, validation.by_workload.iter().map(|(id, agreement)| row(workload(catalogue, id.as_deref()), *agreement)).collect());

    page.heading(&text!("track-misses", count = tested.misses().count()));
    for (case, trial) in tested.misses() {
        let chosen = alternative_name(catalogue, &case.chosen);
        page.item(&text!("cli-validate-miss", name = case.name.clone(), year = case.year.to_string(), chosen = chosen));
        page.below_item(&wording::why_missed(catalogue, case, trial));
    }
    page.heading(&text!("track-limits"));
    page.indented(&text!("cases-limits"));
}

/// How often right, by what was stated of the leader.
fn bins(page: &mut Page, name: &str, bins: &[Bin]) {
    let columns = [
        Column::left(name, NAME),
        Column::right(text!("track-cases"), 6),
        Column::right(text!("track-mean"), 10),
        Column::right(text!("track-top1"), 8),
        Column::right(text!("track-defensible"), 12),
    ];
    let row = |bin: &Bin| {
        let numbers = [share(bin.mean), share(bin.agreement.top1()), share(bin.agreement.top1_defensible())];
        [wording::bin(bin), bin.agreement.n.to_string()].into_iter().chain(numbers).collect()
    };
    let rows: Vec<Vec<String>> = bins.iter().filter(|bin| bin.agreement.n > 0).map(row).collect();
    page.table(&columns, &rows);
}

fn row(name: String, agreement: Agreement) -> Vec<String> {
    let length = bar(agreement.top1().unwrap_or_default(), BAR);
    vec![name, agreement.n.to_string(), share(agreement.top1()), share(agreement.top1_defensible()), length]
}

fn table(page: &mut Page, rows: Vec<Vec<String>>) {
    let columns = [
        Column::left("", NAME),
        Column::right(text!("track-cases"), 6),
        Column::right(text!("track-top1"), 8),
        Column::right(text!("track-defensible"), 12),
        Column::left("", BAR),
    ];
    page.table(&columns, &rows);
}

fn share(value: Option<f64>) -> String {
    value.map(percent).unwrap_or_default()
}

/// The label of a workload.
fn workload(catalogue: &Catalogue, id: Option<&str>) -> String {
    id.map_or_else(|| text!("track-no-workload"), |id| wording::answer_label(catalogue, WORKLOAD, None, id))
}
