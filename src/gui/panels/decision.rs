//! The decision beside its record: status, what was chosen, by whom, when and why; and whether what is recorded holds today.
//!
//! What is missing and what holds is `assessment`'s.

use egui::{RichText, ScrollArea, TextEdit, Ui};

use super::record::missing_ui;
use crate::{
    assessment::{Failing, Remark, freshness, missing, verify, with_numbers},
    chart::plain,
    gui::{
        action::Action,
        app::has_list,
        theme::{SMALL, prose, strong},
        view::{DecisionDraft, View, ViewState, Zone},
        widgets::{button, chip, link, primary, show_focus},
    },
    model::{Date, Decision, DecisionStatus, Edit},
    session::Command,
    wording,
};

pub fn decision_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let tokens = view.tokens;
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        // The scroll bar floats over what reaches the edge.
        ui.set_width((ui.available_width() - 6.0).max(160.0));
        let export = ui.vertical_centered_justified(|ui| primary(ui, &Command::ExportRecord.name())).inner;
        if state.focus.take_if(|zone| *zone == Zone::Answer).is_some() {
            export.request_focus();
        }
        if export.on_hover_text(Command::ExportRecord.tooltip()).clicked() {
            actions.push(Action::Command(Command::ExportRecord));
        }
        ui.label(RichText::new(text!("record-formats")).size(SMALL).color(tokens.caption));
        ui.add_space(4.0);
        ui.separator();
        fields_ui(ui, view, state, actions);
        if !has_list(ui.ctx().content_rect().width(), state) {
            missing_ui(ui, view, state, actions);
        }
        ui.add_space(4.0);
        ui.separator();
        checks_ui(ui, view, actions);
    });
}

fn caption(ui: &mut Ui, view: &View<'_>, words: &str) {
    ui.add_space(4.0);
    ui.label(RichText::new(words).size(SMALL).color(view.tokens.caption));
}

/// What a draft says; the day is an error if it is neither empty nor a day.
fn parsed(draft: &DecisionDraft) -> (Vec<String>, Result<Option<Date>, ()>, String) {
    let people = draft.people.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let day = draft.date.trim();
    let date = if day.is_empty() { Ok(None) } else { day.parse().map(Some).map_err(|_| ()) };
    (people, date, draft.reason.trim().to_owned())
}

fn draft_of(decision: &Decision) -> DecisionDraft {
    DecisionDraft {
        people: decision.decided_by.join(", "),
        date: decision.date.map(|date| date.to_string()).unwrap_or_default(),
        reason: decision.reason.clone(),
    }
}

/// What was typed stays as it was typed while it says what the document says, or half a day.
fn draft(view: &View<'_>, state: &ViewState, decision: &Decision) -> DecisionDraft {
    let number = view.document().revision().0;
    let kept = state.decision.as_ref().filter(|(of, _)| *of == number).map(|(_, draft)| draft.clone());
    let says_the_same = |draft: &DecisionDraft| {
        let (people, date, reason) = parsed(draft);
        people == decision.decided_by && (date.is_err() || date == Ok(decision.date)) && reason == decision.reason.trim()
    };
    kept.filter(says_the_same).unwrap_or_else(|| draft_of(decision))
}

fn fields_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let tokens = view.tokens;
    let assessment = view.assessment();
    let decision = view.profile().decision.clone().unwrap_or_default();
    let mut next = decision.clone();
    let mut draft = draft(view, state, &decision);
    ui.label(strong(text!("decision-title")));
    caption(ui, view, &text!("decision-chosen"));
    let name = |id: Option<&String>| match id.and_then(|id| assessment.alternative(id)) {
        Some(i) => plain(&assessment.alternatives[i].name),
        None => text!("decision-nothing"),
    };
    let chosen = name(decision.chosen.as_ref());
    let menu = ui.menu_button(text!("decision-chosen-is", name = chosen), |ui| {
        let options = std::iter::once(None).chain(assessment.ranking.iter().map(|&i| Some(assessment.alternatives[i].id.clone())));
        for option in options {
            if ui.selectable_label(decision.chosen == option, name(option.as_ref())).clicked() {
                next.chosen = option;
                ui.close();
            }
        }
    });
    show_focus(ui, &menu.response);
    caption(ui, view, &text!("decision-people"));
    let field = |text| TextEdit::singleline(text).desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 6));
    ui.add(field(&mut draft.people).hint_text(text!("decision-people-hint"))).accessible_name(text!("decision-people"));
    caption(ui, view, &text!("decision-date"));
    ui.horizontal(|ui| {
        ui.add(TextEdit::singleline(&mut draft.date).desired_width(110.0).margin(egui::Margin::symmetric(8, 6)))
            .accessible_name(text!("decision-date"));
        if link(ui, &text!("decision-today")).clicked() {
            draft.date = view.today.to_string();
        }
    });
    if parsed(&draft).1.is_err() {
        ui.label(RichText::new(text!("profile-date-wrong")).size(SMALL).color(tokens.notice));
    }
    caption(ui, view, &text!("decision-reason"));
    let reason = TextEdit::multiline(&mut draft.reason).desired_rows(3).desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 6));
    ui.add(reason).accessible_name(text!("decision-reason"));
    let (people, date, reason) = parsed(&draft);
    next.decided_by = people;
    next.date = date.unwrap_or(decision.date);
    if reason != decision.reason.trim() {
        next.reason = reason;
    }
    state.decision = Some((view.document().revision().0, draft));
    caption(ui, view, &text!("decision-status"));
    let can_accept = missing(view.profile(), assessment).is_empty();
    let statuses = [DecisionStatus::Proposed, DecisionStatus::Accepted, DecisionStatus::Superseded];
    ui.horizontal_wrapped(|ui| {
        for status in statuses {
            let is_possible = status != DecisionStatus::Accepted || can_accept;
            let (label, is_chosen) = (wording::status(status), decision.status == status);
            let shown = ui.add_enabled(is_possible, |ui: &mut Ui| chip(ui, &label, &label, is_chosen, false));
            let shown = shown.on_disabled_hover_text(text!("decision-accept-blocked"));
            if shown.clicked() && !is_chosen {
                next.status = status;
                // The numbers of the day on which it is accepted are what is verified later.
                next = match status {
                    DecisionStatus::Accepted => with_numbers(next.clone(), view.catalogue(), assessment),
                    DecisionStatus::Proposed => {
                        Decision { catalogue: String::new(), leader: None, scores: std::collections::BTreeMap::new(), ..next.clone() }
                    }
                    DecisionStatus::Superseded => next.clone(),
                };
            }
        }
    });
    if next != decision {
        let stays_empty = next == Decision::default();
        actions.push(Action::Edit(Edit::Decision((!stays_empty).then_some(next))));
    }
}

/// Whether what is recorded holds today.
fn checks_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let tokens = view.tokens;
    let (profile, assessment) = (view.profile(), view.assessment());
    let found = verify(view.catalogue(), profile, assessment, view.day());
    let is_recorded = !found.failings.contains(&Failing::NothingRecorded);
    let count = |is_it: fn(&Failing) -> bool| found.failings.iter().filter(|failing| is_it(failing)).count();
    let n_numbers = count(|failing| matches!(failing, Failing::Score { .. } | Failing::LeaderChanged { .. }));
    let n_required = count(|failing| matches!(failing, Failing::RequirementFails { .. }));
    let n_expired: usize = count(|failing| matches!(failing, Failing::Expired { .. }));
    let n_old: usize = found.remarks.iter().map(|remark| if let Remark::OldFromTheStart { count } = remark { *count } else { 0 }).sum();
    let old = wording::freshness(&freshness(view.catalogue(), assessment, view.day()));
    ui.label(strong(text!("checks-title")));
    let line = |ui: &mut Ui, words: String, holds: bool| {
        ui.label(prose(words).color(if holds { tokens.secondary } else { tokens.notice }));
    };
    line(
        ui,
        if !is_recorded {
            text!("checks-numbers-none")
        } else if n_numbers == 0 {
            text!("checks-numbers-yes")
        } else {
            text!("checks-numbers-no")
        },
        n_numbers == 0,
    );
    line(ui, if n_required == 0 { text!("checks-requirements-yes") } else { text!("checks-requirements-no") }, n_required == 0);
    line(
        ui,
        if n_expired > 0 {
            text!("checks-evidence-no", count = n_expired)
        } else if let Some(old) = &old {
            // A rating may hold by its newer sources while others of it are old: that is no plain yes.
            text!("checks-evidence-partly", old = old.as_str())
        } else if n_old > 0 {
            text!("checks-evidence-old", count = n_old)
        } else {
            text!("checks-evidence-yes")
        },
        n_expired == 0,
    );
    for failing in found.failings.iter().filter(|failing| !matches!(failing, Failing::NothingRecorded | Failing::Expired { .. })).take(3) {
        line(ui, wording::failing(assessment, failing), false);
    }
    if let Some(decision) =
        profile.decision.clone().filter(|decision| is_recorded && n_numbers > 0 && decision.status == DecisionStatus::Accepted)
        && button(ui, &text!("checks-record-again")).on_hover_text(text!("checks-record-again-tip")).clicked()
    {
        actions.push(Action::Edit(Edit::Decision(Some(with_numbers(decision, view.catalogue(), assessment)))));
        actions.push(Action::Seal);
    }
    ui.add_space(4.0);
    ui.label(prose(text!("checks-anyone")).size(SMALL).color(tokens.caption));
}
