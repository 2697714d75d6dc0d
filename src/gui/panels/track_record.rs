//! The back-test: how often the answers agree with documented choices, how sure they were, every miss, and what all that cannot say.
//!
//! The figures are `assessment`'s; they are computed in the background, once.

use egui::{Align2, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::{
    assessment::{ALL_STABLE_SINCE, Agreement, Bin, Tested, Trial, VerdictKind, WORKLOAD},
    chart::{font as metrics, scene::Weight},
    gui::{
        theme::{BODY, SMALL, font, prose, strong},
        view::{View, ViewState, Zone},
        widgets::{beside, heading, marker, reading, scroll_by_keys, segmented},
    },
    model::Case,
    session::TrackRecord,
    wording::{self, alternative_name, percent},
};

const ROW: f32 = 26.0;
/// The widest that a table gets: further apart, a name and its numbers no longer belong together.
const WIDEST: f32 = 820.0;
/// The columns of numbers, each so wide.
const NUMBER: f32 = 78.0;
/// The least room for which bars are drawn.
const LEAST_BAR: f32 = 80.0;

pub fn track_record_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    ui.add_space(10.0);
    let Some(record) = view.track_record else {
        ui.label(RichText::new(text!("track-running")).color(view.tokens.secondary));
        return;
    };
    part_ui(ui, record, state);
    ui.add_space(6.0);
    let wants_focus = state.focus.take_if(|zone| *zone == Zone::Work).is_some();
    let part = &record.parts[state.track_part.min(record.parts.len() - 1)];
    ScrollArea::vertical().id_salt(("track", state.track_part)).auto_shrink([false, false]).show(ui, |ui| {
        scroll_by_keys(ui);
        // Room for the ring around the first heading.
        ui.add_space(4.0);
        let found = |ui: &mut Ui| {
            let first = heading(ui, &text!("track-found"));
            if wants_focus {
                first.request_focus();
            }
            ui.label(prose(summary(&part.tested)));
            if let Some((_, about)) = &part.bank {
                ui.label(prose(about).color(view.tokens.secondary));
            }
        };
        let limits = |ui: &mut Ui| {
            heading(ui, &text!("track-limits"));
            ui.label(prose(text!("cases-limits")).color(view.tokens.secondary)).on_hover_text(text!("cases-limits-tip"));
        };
        beside(ui, found, limits);
        tables_ui(ui, view, &part.tested);
        section_ui(ui, &text!("track-misses", count = part.tested.misses().count()));
        for (case, trial) in part.tested.misses() {
            miss_ui(ui, view, case, trial);
        }
        ui.add_space(20.0);
    });
}

/// Which cases are looked at: all of them, or one bank.
fn part_ui(ui: &mut Ui, record: &TrackRecord, state: &mut ViewState) {
    let name = |bank: &Option<(String, String)>| bank.as_ref().map_or_else(|| text!("track-all"), |(name, _)| name.clone());
    let options: Vec<(usize, String)> = record.parts.iter().enumerate().map(|(at, part)| (at, name(&part.bank))).collect();
    if let Some(chosen) = segmented(ui, &text!("track-part"), state.track_part, &options) {
        state.track_part = chosen;
    }
}

fn summary(tested: &Tested) -> String {
    let all = tested.validation.all;
    let best = tested.validation.baselines.iter().map(|(_, always)| always.right).max().unwrap_or_default();
    text!(
        "track-summary",
        right = all.right.to_string(),
        n = all.n.to_string(),
        defensible = all.defensible.to_string(),
        best = best.to_string()
    )
}

fn tables_ui(ui: &mut Ui, view: &View<'_>, tested: &Tested) {
    let (catalogue, found) = (view.catalogue(), &tested.validation);
    let named = |id: &str| alternative_name(catalogue, id);
    section_ui(ui, &text!("track-agreement"));
    heading_ui(ui, view, "", false);
    row_ui(ui, view, &text!("track-app"), found.all);
    for (id, always) in &found.baselines {
        row_ui(ui, view, &text!("track-always", name = named(id)), *always);
    }
    for (name, agreement) in [
        (text!("track-since", year = ALL_STABLE_SINCE.to_string()), found.since_all_stable),
        (text!("track-contested"), found.contested),
        (text!("track-uncontested"), found.uncontested),
    ] {
        row_ui(ui, view, &name, agreement);
    }

    section_ui(ui, &text!("track-by-verdict"));
    heading_ui(ui, view, "", false);
    for (kind, agreement) in found.verdicts.iter().filter(|(kind, agreement)| agreement.n > 0 || *kind != VerdictKind::NoneQualifies) {
        row_ui(ui, view, &wording::verdict_kind(*kind), *agreement);
    }

    section_ui(ui, &text!("track-calibration"));
    reading(ui, |ui| {
        ui.label(prose(text!("track-calibration-about")).color(view.tokens.secondary));
    });
    for (name, bins) in [(text!("track-expected"), &found.reliability), (text!("track-leads-in"), &found.reliability_of_shares)] {
        heading_ui(ui, view, &name, true);
        for bin in bins.iter().filter(|bin| bin.agreement.n > 0) {
            bin_ui(ui, view, &name, bin);
        }
        ui.add_space(8.0);
    }
    reading(ui, |ui| {
        ui.add_space(4.0);
        for sentence in wording::calibration(found) {
            ui.label(prose(sentence));
        }
    });

    section_ui(ui, &text!("track-by-chosen"));
    heading_ui(ui, view, "", false);
    for (id, agreement) in found.by_language.iter().filter(|(_, agreement)| agreement.n > 0) {
        row_ui(ui, view, &named(id), *agreement);
    }
    section_ui(ui, &text!("track-by-workload"));
    heading_ui(ui, view, "", false);
    for (id, agreement) in &found.by_workload {
        let label = |id: &String| wording::answer_label(catalogue, WORKLOAD, None, id);
        row_ui(ui, view, &id.as_ref().map_or_else(|| text!("track-no-workload"), label), *agreement);
    }
}

fn section_ui(ui: &mut Ui, title: &str) {
    ui.add_space(18.0);
    heading(ui, title);
    ui.add_space(2.0);
}

/// Where the columns of a table stand: the right edges of the numbers, and the bar if there is room for one.
struct Columns {
    row: Rect,
    numbers: Vec<f32>,
    name: f32,
    bar: Option<Rect>,
}

impl Columns {
    fn of(row: Rect, n_numbers: usize) -> Self {
        let numbers = NUMBER * n_numbers as f32;
        let name = (row.width() - numbers).clamp(60.0, 190.0);
        let edges = (1..=n_numbers).map(|nth| row.min.x + name + NUMBER * nth as f32).collect();
        let rest = row.width() - name - numbers - 24.0;
        let bar = (rest >= LEAST_BAR)
            .then(|| Rect::from_min_max(pos2(row.max.x - rest, row.center().y - 4.0), pos2(row.max.x, row.center().y + 4.0)));
        Self { row, numbers: edges, name, bar }
    }

    fn texts(&self, ui: &Ui, view: &View<'_>, name: &str, numbers: &[String], is_heading: bool) {
        let (size, ink) = if is_heading { (SMALL, view.tokens.caption) } else { (BODY, view.tokens.text) };
        let y = self.row.center().y;
        let name = metrics::fit(name, f64::from(size), Weight::Regular, f64::from(self.name));
        ui.painter().text(pos2(self.row.min.x, y), Align2::LEFT_CENTER, name, font(size), ink);
        for (number, x) in numbers.iter().zip(&self.numbers) {
            ui.painter().text(pos2(*x, y), Align2::RIGHT_CENTER, number, font(size), ink);
        }
    }
}

fn line_ui(ui: &mut Ui) -> (Rect, egui::Response) {
    ui.allocate_exact_size(vec2(ui.available_width().min(WIDEST), ROW), Sense::hover())
}

fn heading_ui(ui: &mut Ui, view: &View<'_>, name: &str, has_mean: bool) {
    let (rect, _) = line_ui(ui);
    let mut heads = vec![text!("track-cases"), text!("track-top1"), text!("track-defensible")];
    if has_mean {
        heads.insert(1, text!("track-mean"));
    }
    let columns = Columns::of(rect, heads.len());
    columns.texts(ui, view, name, &heads, true);
    if let Some(bar) = columns.bar {
        let legend = if has_mean { text!("track-bar-stated") } else { text!("track-bar") };
        let legend = metrics::fit(&legend, f64::from(SMALL), Weight::Regular, f64::from(bar.width()));
        ui.painter().text(pos2(bar.min.x, rect.center().y), Align2::LEFT_CENTER, legend, font(SMALL), view.tokens.caption);
    }
    ui.painter().hline(rect.x_range(), rect.max.y - 1.0, Stroke::new(1.0, view.tokens.line));
}

fn shares(agreement: Agreement) -> [String; 2] {
    [agreement.top1(), agreement.top1_defensible()].map(|share| share.map(percent).unwrap_or_default())
}

fn row_ui(ui: &mut Ui, view: &View<'_>, name: &str, agreement: Agreement) {
    let (rect, response) = line_ui(ui);
    let [right, defensible] = shares(agreement);
    let n = agreement.n.to_string();
    response.widget_info(|| {
        let said = text!("track-row", name = name.to_owned(), n = n.clone(), right = right.clone(), defensible = defensible.clone());
        WidgetInfo::labeled(Role::Label, true, said)
    });
    let columns = Columns::of(rect, 3);
    columns.texts(ui, view, name, &[n.clone(), right.clone(), defensible.clone()], false);
    bar_ui(ui, view, &columns, agreement, None);
}

fn bin_ui(ui: &mut Ui, view: &View<'_>, what: &str, bin: &Bin) {
    let (rect, response) = line_ui(ui);
    let [right, defensible] = shares(bin.agreement);
    let (n, mean) = (bin.agreement.n.to_string(), bin.mean.map(percent).unwrap_or_default());
    let name = wording::bin(bin);
    response.widget_info(|| {
        let (name, n, mean) = (name.clone(), n.clone(), mean.clone());
        let said = text!(
            "track-bin",
            what = what.to_owned(),
            name = name,
            n = n,
            mean = mean,
            right = right.clone(),
            defensible = defensible.clone()
        );
        WidgetInfo::labeled(Role::Label, true, said)
    });
    let columns = Columns::of(rect, 4);
    columns.texts(ui, view, &name, &[n.clone(), mean.clone(), right.clone(), defensible.clone()], false);
    bar_ui(ui, view, &columns, bin.agreement, bin.mean);
}

/// How often right as a full bar, how often defensible as its outline, and what was stated as a line across.
fn bar_ui(ui: &Ui, view: &View<'_>, columns: &Columns, agreement: Agreement, stated: Option<f64>) {
    let (Some(rail), Some(right), Some(defensible)) = (columns.bar, agreement.top1(), agreement.top1_defensible()) else { return };
    let until = |share: f64| Rect::from_min_size(rail.min, vec2(rail.width() * share as f32, rail.height()));
    let painter = ui.painter();
    painter.rect_stroke(until(defensible), 2, Stroke::new(1.0, view.tokens.neutral), StrokeKind::Inside);
    painter.rect_filled(until(right), 2, view.tokens.neutral);
    if let Some(stated) = stated {
        let x = rail.min.x + rail.width() * stated as f32;
        painter.vline(x, rail.min.y - 4.0..=rail.max.y + 4.0, Stroke::new(2.0, view.tokens.text));
    }
}

/// One miss: what was chosen, what leads here, why, and what the team said.
fn miss_ui(ui: &mut Ui, view: &View<'_>, case: &Case, trial: &Trial) {
    let (catalogue, tokens) = (view.catalogue(), view.tokens);
    let named = |id: &str| alternative_name(catalogue, id);
    ui.add_space(8.0);
    let chosen = named(&case.chosen);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        // What was chosen, as a mark; the words below say it too.
        if let Some(slot) = catalogue.alternatives.iter().position(|alternative| alternative.id == case.chosen) {
            let (mark, _) = ui.allocate_exact_size(vec2(10.0, 18.0), Sense::hover());
            marker(ui.painter(), mark.center(), slot, 9.0, tokens.slot(slot));
        }
        ui.label(strong(text!("track-miss", name = case.name.clone(), year = case.year.to_string())));
    });
    let said = match &trial.leader {
        None => text!("track-missed-none", chosen = chosen),
        Some(leader) if trial.margin.is_none() => text!("track-missed-alone", chosen = chosen, leader = named(leader)),
        Some(leader) => text!("track-missed", chosen = chosen, leader = named(leader), share = percent(trial.share(leader))),
    };
    beside(
        ui,
        |ui| drop(ui.label(prose(format!("{said} {}", wording::why_missed(catalogue, case, trial))))),
        |ui| {
            if !case.reason.is_empty() {
                ui.label(prose(text!("track-said", reason = case.reason.clone())).color(tokens.secondary));
            }
        },
    );
}
