//! The drawer beside the ratings: what a rating rests on, what the article claims and what is disputed, and an own rating instead.

use egui::{RichText, ScrollArea, TextEdit, Ui};

use super::{
    drawer::{heading_ui, quiet, section_ui, small_row_ui},
    source::sources_ui as source_links_ui,
};
use crate::{
    assessment::{EffectiveRating, RatingOrigin},
    chart::plain,
    gui::{
        action::Action,
        theme::{SMALL, TITLE, prose, strong},
        view::{Draft, Drawer, View, ViewState, Zone},
        widgets::{button, link, number_field, primary},
    },
    model::{CatalogueRating, Criterion, Date, Edit, Evidence, OwnEvidence, OwnRating, Scale, Tier},
    session::Command,
    wording,
};

pub fn evidence_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let Some(mut cell) = state.cell.clone() else { return };
    let assessment = view.assessment();
    let (Some(i), Some(j)) = (assessment.alternative(&cell.alternative), assessment.criterion(&cell.criterion)) else {
        state.cell = None;
        return;
    };
    let (alternative, criterion) = (&assessment.alternatives[i], &assessment.criteria[j]);
    let effective = &assessment.ratings[i][j];
    let shipped = view.catalogue().criterion(&criterion.id);
    let entry = effective.catalogue.map(|at| &view.catalogue().ratings[at]);
    let title = text!("evidence-title", alternative = plain(&alternative.name), criterion = plain(&criterion.name).to_lowercase());
    // A draft takes the keyboard itself; otherwise the way out does.
    let wants_focus = cell.draft.is_some() && state.focus.take_if(|zone| *zone == Zone::Answer).is_some();
    let mut is_closed = heading_ui(ui, state, title);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        value_ui(ui, view, effective, criterion.weight);
        if let Some(own) = view.profile().own_rating(&criterion.id, &alternative.id) {
            ui.label(prose(plain(&wording::own_rating(own))).color(view.tokens.secondary));
        }
        if link(ui, &text!("evidence-weight-more")).clicked() {
            state.drawer = Some(Drawer::Weight(criterion.id.clone()));
        }
        if let Some(shipped) = shipped {
            scale_ui(ui, view, shipped);
        }
        if let Some(entry) = entry {
            article_ui(ui, view, state, entry, actions);
            sources_ui(ui, view, state, entry, shipped);
        }
        ui.add_space(12.0);
        ui.separator();
        ui.add_space(8.0);
        let own = view.profile().own_rating(&criterion.id, &alternative.id);
        if let Some(draft) = &mut cell.draft {
            let outcome = draft_ui(ui, view, draft, wants_focus);
            if let (Some(Outcome::Kept), Ok(date)) = (outcome, day(&draft.date)) {
                let evidence = OwnEvidence { what: draft.what.trim().to_owned(), date, link: draft.link.trim().to_owned() };
                let own = OwnRating {
                    criterion: cell.criterion.clone(),
                    alternative: cell.alternative.clone(),
                    low: draft.low.min(draft.mode),
                    mode: draft.mode,
                    high: draft.high.max(draft.mode),
                    reason: draft.reason.trim().to_owned(),
                    evidence: Some(evidence).filter(|evidence| !evidence.is_empty()),
                };
                actions.push(Action::Edit(Edit::Rating {
                    criterion: own.criterion.clone(),
                    alternative: own.alternative.clone(),
                    rating: Some(own),
                }));
                actions.push(Action::Seal);
            }
            if outcome.is_some() {
                cell.draft = None;
            }
        } else {
            ui.horizontal_wrapped(|ui| {
                let label = if own.is_some() { text!("evidence-change-own") } else { text!("evidence-use-own") };
                if button(ui, &label).clicked() {
                    cell.draft = Draft::of(view.document(), &criterion.id, &alternative.id);
                }
                if own.is_some() && button(ui, &text!("evidence-remove-own")).clicked() {
                    actions.push(Action::Edit(Edit::Rating {
                        criterion: criterion.id.clone(),
                        alternative: alternative.id.clone(),
                        rating: None,
                    }));
                    actions.push(Action::Seal);
                }
            });
        }
        if view.profile().criteria.iter().any(|own| own.id == criterion.id) && button(ui, &text!("evidence-remove-criterion")).clicked() {
            actions.push(Action::Edit(Edit::Criterion { id: criterion.id.clone(), criterion: None }));
            actions.push(Action::Seal);
            is_closed = true;
        }
        ui.add_space(16.0);
        note_ui(ui, view, &criterion.id, actions);
        ui.add_space(16.0);
    });
    state.cell = (!is_closed).then_some(cell);
}

fn value_ui(ui: &mut Ui, view: &View<'_>, effective: &EffectiveRating, weight: f64) {
    let tokens = view.tokens;
    let rating = effective.rating;
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let value = if effective.is_rated() { wording::score(rating.mode) } else { text!("ratings-none") };
        ui.label(strong(value).size(TITLE + 6.0));
        let remark = text!("evidence-range", range = wording::range(rating.low, rating.high), share = wording::percent(weight));
        ui.label(RichText::new(remark).color(tokens.secondary));
    });
    let origin = match &effective.origin {
        RatingOrigin::Catalogue => String::new(),
        RatingOrigin::Mean => text!("evidence-origin-mean"),
        RatingOrigin::Open(fact) => text!("evidence-origin-open", asks = wording::asks(view.catalogue(), fact)),
        RatingOrigin::Own => text!("evidence-origin-own"),
        RatingOrigin::Unrated => text!("evidence-origin-unrated"),
        RatingOrigin::Rule(id) => {
            let why = view.catalogue().interview.rules.iter().find(|rule| rule.id == *id).map(|rule| rule.why.clone());
            text!("evidence-origin-rule", why = why.unwrap_or_default())
        }
    };
    if !origin.is_empty() {
        ui.label(RichText::new(origin).color(tokens.secondary));
    }
}

fn scale_ui(ui: &mut Ui, view: &View<'_>, criterion: &Criterion) {
    let tokens = view.tokens;
    ui.label(prose(text!("evidence-scale", worst = criterion.worst.clone(), best = criterion.best.clone())).color(tokens.secondary));
    ui.add_space(2.0);
    egui::CollapsingHeader::new(RichText::new(text!("evidence-scale-more")).color(tokens.secondary)).id_salt("scale").show(ui, |ui| {
        for part in &criterion.scale {
            let share = wording::percent(part.share);
            ui.label(strong(text!("evidence-scale-part", measure = part.measure.clone(), share = share)).size(SMALL));
            match &part.scale {
                Scale::Linear { unit, zero, ten } | Scale::Logarithmic { unit, zero, ten } => {
                    let is_log = matches!(part.scale, Scale::Logarithmic { .. });
                    let (zero, ten) = (wording::figure(*zero), wording::figure(*ten));
                    let line = if is_log {
                        text!("evidence-scale-log", zero = zero, ten = ten, unit = unit.clone())
                    } else {
                        text!("evidence-scale-linear", zero = zero, ten = ten, unit = unit.clone())
                    };
                    ui.label(RichText::new(line).size(SMALL).color(tokens.secondary));
                }
                Scale::Rubric(levels) => {
                    for level in levels {
                        let line = text!("evidence-scale-level", at = wording::points(level.at), means = level.means.clone());
                        ui.label(RichText::new(line).size(SMALL).color(tokens.secondary));
                    }
                }
            }
        }
        if !criterion.note.is_empty() {
            ui.label(RichText::new(&criterion.note).size(SMALL).color(tokens.secondary));
        }
    });
}

fn article_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, entry: &CatalogueRating, actions: &mut Vec<Action>) {
    let tokens = view.tokens;
    section_ui(ui, &text!("evidence-article"));
    if entry.claims.is_empty() {
        ui.label(quiet(view, text!("evidence-article-silent")));
    }
    for claim in entry.claims.iter().filter_map(|id| view.catalogue().claim(id)) {
        ui.label(prose(&claim.says));
        let status = format!("{} {}", wording::claim_mark(claim.status), wording::claim_status(claim.status));
        let color = if claim.status.is_contested() { tokens.notice } else { tokens.secondary };
        let line = if claim.correction.is_empty() {
            status
        } else {
            text!("evidence-status", status = status, correction = claim.correction.clone())
        };
        ui.label(prose(line).color(color));
        small_row_ui(ui, |ui| {
            source_links_ui(ui, view, state, &claim.evidence, &claim.id);
        });
        ui.add_space(4.0);
    }
    if link(ui, &text!("evidence-all-claims")).clicked() {
        actions.push(Action::Command(Command::Claims));
    }
}

fn sources_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, entry: &CatalogueRating, criterion: Option<&Criterion>) {
    let tokens = view.tokens;
    let sources: Vec<&Evidence> = entry.evidence.iter().filter_map(|id| view.catalogue().source(id)).collect();
    section_ui(ui, &text!("evidence-sources"));
    ui.label(prose(&entry.reason));
    let newest = sources.iter().map(|source| source.year).max().unwrap_or_default();
    let remark = text!(
        "evidence-support",
        support = wording::support(entry.support),
        basis = wording::basis(entry.basis),
        count = sources.len(),
        newest = newest.to_string()
    );
    ui.label(prose(remark).color(tokens.secondary));
    for source in sources {
        ui.add_space(8.0);
        ui.label(prose(&source.figure));
        let remarks = [
            source.author.clone(),
            source.year.to_string(),
            text!("source-strength", support = wording::support(source.strength), tier = wording::tier(source.tier)),
        ];
        let color = if source.tier == Tier::Tertiary { tokens.notice } else { tokens.caption };
        ui.label(RichText::new(remarks.join(" · ")).size(SMALL).color(color));
        if let Some(expired) = criterion.and_then(|criterion| wording::expired(source.year, criterion, view.day())) {
            let year = source.year.to_string();
            ui.label(RichText::new(text!("evidence-expired-since", year = year, expired = expired)).size(SMALL).color(tokens.notice));
        }
        if !source.caveat.is_empty() {
            ui.label(RichText::new(text!("evidence-caveat", caveat = source.caveat.clone())).size(SMALL).color(tokens.secondary));
        }
        if link(ui, &text!("evidence-source-more", id = source.id.clone())).clicked() {
            state.drawer = Some(Drawer::Source(source.id.clone()));
        }
    }
}

/// How the writing of an own rating ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Kept,
    GivenUp,
}

fn draft_ui(ui: &mut Ui, view: &View<'_>, draft: &mut Draft, mut wants_focus: bool) -> Option<Outcome> {
    let tokens = view.tokens;
    ui.label(strong(text!("own-title")));
    ui.label(RichText::new(text!("own-explain")).size(SMALL).color(tokens.secondary));
    ui.add_space(4.0);
    let width = ((ui.available_width() - 2.0 * ui.spacing().item_spacing.x) / 3.0).min(76.0);
    ui.horizontal(|ui| {
        for (label, value) in
            [(text!("own-low"), &mut draft.low), (text!("own-mode"), &mut draft.mode), (text!("own-high"), &mut draft.high)]
        {
            ui.vertical(|ui| {
                ui.label(RichText::new(&label).size(SMALL).color(tokens.caption));
                let (response, new) = number_field(ui, &label, *value, 0.0..=10.0, 0.05, width);
                if std::mem::take(&mut wants_focus) {
                    response.request_focus();
                    response.scroll_to_me(Some(egui::Align::Min));
                }
                if let Some(new) = new {
                    *value = new;
                }
            });
        }
    });
    if draft.low > draft.mode || draft.high < draft.mode {
        ui.label(RichText::new(text!("own-order")).size(SMALL).color(tokens.notice));
    }
    ui.add_space(4.0);
    ui.label(RichText::new(text!("own-reason")).size(SMALL).color(tokens.caption));
    let field = TextEdit::multiline(&mut draft.reason).desired_rows(2).desired_width(f32::INFINITY).hint_text(text!("own-reason-hint"));
    ui.add(field).accessible_name(text!("own-reason"));
    for (label, hint, value) in [
        (text!("own-what"), text!("own-what-hint"), &mut draft.what),
        (text!("own-date"), text!("own-date-hint"), &mut draft.date),
        (text!("own-link"), text!("own-link-hint"), &mut draft.link),
    ] {
        ui.add_space(4.0);
        ui.label(RichText::new(&label).size(SMALL).color(tokens.caption));
        ui.add(TextEdit::singleline(value).desired_width(f32::INFINITY).hint_text(hint)).accessible_name(label);
    }
    let is_day = day(&draft.date).is_ok();
    if !is_day {
        ui.label(RichText::new(text!("profile-date-wrong")).size(SMALL).color(tokens.notice));
    }
    ui.add_space(6.0);
    let mut outcome = None;
    ui.horizontal(|ui| {
        if ui.add_enabled_ui(is_day, |ui| primary(ui, &text!("own-keep"))).inner.clicked() {
            outcome = Some(Outcome::Kept);
        }
        if button(ui, &text!("own-cancel")).clicked() {
            outcome = Some(Outcome::GivenUp);
        }
    });
    outcome
}

/// A day as year-month-day; none where nothing is written.
fn day(text: &str) -> Result<Option<Date>, ()> {
    let text = text.trim();
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| ()) }
}

/// A remark on the criterion, kept in the profile.
fn note_ui(ui: &mut Ui, view: &View<'_>, criterion: &str, actions: &mut Vec<Action>) {
    let mut note = view.profile().notes.get(criterion).cloned().unwrap_or_default();
    ui.label(strong(text!("note-title")));
    let field = TextEdit::multiline(&mut note).desired_rows(2).desired_width(f32::INFINITY).hint_text(text!("note-hint"));
    let response = ui.add(field).accessible_name(text!("note-title"));
    if response.changed() {
        actions.push(Action::Edit(Edit::Note { criterion: criterion.to_owned(), note }));
    }
}
