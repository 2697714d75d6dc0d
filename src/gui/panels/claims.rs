//! What the article claims: every claim with how it stands to the evidence, what the evidence says instead, and what it feeds; and
//! of which ratings the article says nothing.
//!
//! The claims themselves are the catalogue's.

use egui::{RichText, ScrollArea, Ui, WidgetInfo, accesskit::Role};

use super::{
    drawer::{quiet, small_row_ui},
    source::sources_ui,
};
use crate::{
    gui::{
        action::Action,
        theme::{READING_WIDTH, SECTION, SMALL, prose, strong},
        view::{Cell, ClaimsShown, Tab, View, ViewState},
        widgets::{chip, link, small_link},
    },
    model::{Claim, ClaimStatus, Criterion},
    session::Command,
    wording,
};

pub fn claims_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let is_alone = state.drawer.is_none() && ui.memory(|memory| memory.top_modal_layer().is_none());
    if is_alone && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
        actions.push(Action::Command(Command::Ratings));
    }
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(strong(Command::Claims.name()).size(SECTION));
        ui.add_space(10.0);
        if link(ui, &text!("claims-back")).clicked() {
            actions.push(Action::Command(Command::Ratings));
        }
    });
    // Where there is little room, the head is scrolled along.
    let has_room = ui.available_height() > 340.0;
    if has_room {
        head_ui(ui, view, state);
    }
    ScrollArea::vertical().id_salt("claims").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width().min(READING_WIDTH));
        if !has_room {
            head_ui(ui, view, state);
        }
        if state.claims == ClaimsShown::Silent {
            silent_ui(ui, view, state);
        } else {
            let shown = state.claims;
            for claim in view.catalogue().claims.iter().filter(|claim| is_shown(shown, claim)) {
                claim_ui(ui, view, state, claim);
            }
        }
        ui.add_space(16.0);
    });
}

fn head_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    ui.label(prose(text!("claims-explain", count = view.catalogue().claims.len())).color(view.tokens.secondary));
    ui.add_space(6.0);
    filter_ui(ui, view, state);
    ui.add_space(8.0);
}

fn is_shown(shown: ClaimsShown, claim: &Claim) -> bool {
    match shown {
        ClaimsShown::All => true,
        ClaimsShown::Of(status) => claim.status == status,
        ClaimsShown::Silent => false,
    }
}

/// All, those of one status, or where the article says nothing; each with how many there are.
fn filter_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    let claims = &view.catalogue().claims;
    let of = |status: ClaimStatus| (ClaimsShown::Of(status), format!("{} {}", wording::claim_mark(status), wording::claim_status(status)));
    let all = (ClaimsShown::All, text!("claims-all"));
    let n_silent = view.catalogue().criteria.iter().map(|criterion| silent(view, criterion).len()).sum::<usize>();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        let choices = [all].into_iter().chain(ClaimStatus::ALL.map(of)).chain([(ClaimsShown::Silent, text!("claims-silent"))]);
        for (shown, name) in choices {
            let count = match shown {
                ClaimsShown::Silent => n_silent,
                shown => claims.iter().filter(|claim| is_shown(shown, claim)).count(),
            };
            if count == 0 {
                continue;
            }
            let label = text!("claims-count", name = name, count = count);
            if chip(ui, &label, &text!("claims-show", what = label.clone()), state.claims == shown, shown == ClaimsShown::Silent).clicked()
            {
                state.claims = shown;
            }
        }
    });
}

fn claim_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, claim: &Claim) {
    let tokens = view.tokens;
    ui.add_space(4.0);
    small_row_ui(ui, |ui| {
        let color = if claim.status.is_contested() { tokens.notice } else { tokens.secondary };
        let status = format!("{} {}", wording::claim_mark(claim.status), wording::claim_status(claim.status));
        ui.label(strong(status).size(SMALL).color(color));
        ui.label(RichText::new(&claim.id).size(SMALL).color(tokens.caption));
    });
    ui.label(prose(&claim.says));
    if !claim.correction.is_empty() {
        ui.label(prose(&claim.correction).color(tokens.secondary));
    }
    small_row_ui(ui, |ui| {
        let criterion = claim.criterion.as_ref().and_then(|id| view.catalogue().criterion(id));
        match criterion {
            Some(criterion) => {
                let response = small_link(ui, &text!("claims-feeds", criterion = criterion.name.clone()));
                let label = text!("claims-feeds-of", criterion = criterion.name.clone(), id = claim.id.clone());
                response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &label));
                if response.clicked() {
                    jump(view, state, criterion, claim.alternatives.first());
                }
            }
            None => drop(ui.label(quiet(view, text!("claims-feeds-none")).size(SMALL))),
        }
        let names = claim.alternatives.iter().filter_map(|id| view.catalogue().alternative(id));
        let names: Vec<String> = names.map(|alternative| alternative.name.clone()).collect();
        let about = if names.is_empty() { text!("claims-about-all") } else { wording::list(&names) };
        ui.label(quiet(view, about).size(SMALL));
        if !claim.evidence.is_empty() {
            sources_ui(ui, view, state, &claim.evidence, &claim.id);
        }
    });
    ui.add_space(4.0);
    ui.separator();
}

/// The alternatives of whose rating on a criterion the article says nothing, by position in the catalogue.
fn silent(view: &View<'_>, criterion: &Criterion) -> Vec<usize> {
    let catalogue = view.catalogue();
    let is_silent = |id: &str| catalogue.cell(&criterion.id, id).all(|rating| rating.claims.is_empty());
    (0..catalogue.alternatives.len()).filter(|&i| is_silent(&catalogue.alternatives[i].id)).collect()
}

fn silent_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    let alternatives = &view.catalogue().alternatives;
    for criterion in &view.catalogue().criteria {
        let silent = silent(view, criterion);
        if silent.is_empty() {
            continue;
        }
        ui.horizontal_wrapped(|ui| {
            let names: Vec<String> = silent.iter().map(|&i| alternatives[i].name.clone()).collect();
            let whom = if silent.len() == alternatives.len() { text!("claims-silent-all") } else { wording::list(&names) };
            if link(ui, &criterion.name).clicked() {
                jump(view, state, criterion, silent.first().map(|&i| &alternatives[i].id));
            }
            ui.label(quiet(view, whom));
        });
    }
}

/// Shows the rating of this alternative, or of the first, on a criterion.
fn jump(view: &View<'_>, state: &mut ViewState, criterion: &Criterion, alternative: Option<&String>) {
    let Some(alternative) = alternative.or(view.catalogue().alternatives.first().map(|first| &first.id)) else { return };
    state.tab = Tab::Ratings;
    state.drawer = None;
    state.cell = Some(Cell { criterion: criterion.id.clone(), alternative: alternative.clone(), draft: None });
}
