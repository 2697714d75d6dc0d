//! The gut-feeling check after the result was seen: what was expected, how it feels, and what explains a surprise.
//!
//! What explains it is `assessment`'s; here are the words' places and the ways to what they name.

use egui::{TextEdit, Ui, WidgetInfo, accesskit::Role};

use super::sealed::expected_ui;
use crate::{
    assessment::{Surprise, surprise},
    chart::{ChartKind, plain},
    gui::{
        action::Action,
        page::Page,
        theme::{prose, strong},
        view::{Cell, Mode, Tab, View, ViewState},
        widgets::{chip, link},
    },
    model::{Edit, Feeling, GutFeeling},
    session::Command,
    wording,
};

pub fn gut_check_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let Some(feeling) = &view.profile().gut_feeling else { return };
    let tokens = view.tokens;
    let set = |feeling: GutFeeling| Action::Edit(Edit::GutFeeling(Some(feeling)));
    ui.add_space(8.0);
    ui.separator();
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        ui.label(strong(text!("gut-title")));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if link(ui, &text!("gut-remove")).on_hover_text(text!("gut-remove-tip")).clicked() {
                actions.push(Action::Edit(Edit::GutFeeling(None)));
                actions.push(Action::Seal);
            }
            let is_told = feeling.feeling.is_some();
            let toggle = if state.is_gut_open { text!("gut-less") } else { text!("gut-more") };
            if is_told && link(ui, &toggle).clicked() {
                state.is_gut_open = !state.is_gut_open;
            }
        });
    });
    let expected = feeling.expected.as_ref().and_then(|id| view.assessment().alternative(id));
    ui.label(prose(plain(&wording::expectation(view.assessment(), expected, feeling.feeling))).color(tokens.secondary));
    if feeling.feeling.is_some() && !state.is_gut_open {
        if !feeling.remark.is_empty() {
            ui.label(prose(plain(&feeling.remark)).color(tokens.secondary));
        }
        return;
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 6.0);
        ui.label(text!("gut-question"));
        for (felt, name) in [(Feeling::Right, text!("gut-right")), (Feeling::Surprised, text!("gut-surprised"))] {
            let is_chosen = feeling.feeling == Some(felt);
            if chip(ui, &name, &text!("gut-answer", name = name.clone()), is_chosen, false).clicked() {
                state.is_gut_open = true;
                actions.push(set(GutFeeling { feeling: (!is_chosen).then_some(felt), ..feeling.clone() }));
                actions.push(Action::Seal);
            }
        }
    });
    if feeling.feeling == Some(Feeling::Surprised) {
        ui.add_space(4.0);
        ui.label(text!("gut-expected"));
        if let Some(expected) = expected_ui(ui, view, feeling.expected.as_ref()) {
            actions.push(set(GutFeeling { expected, ..feeling.clone() }));
            actions.push(Action::Seal);
        }
        ui.add_space(4.0);
        if let Some(expected) = expected {
            match surprise(view.assessment(), expected) {
                Some(found) => surprise_ui(ui, view, state, &found, actions),
                None => contributions_ui(ui, actions),
            }
        }
    }
    if feeling.feeling.is_some() {
        ui.add_space(6.0);
        let mut remark = feeling.remark.clone();
        let field = TextEdit::multiline(&mut remark)
            .desired_rows(2)
            .desired_width(f32::INFINITY)
            .hint_text(text!("gut-remark-hint"))
            .margin(egui::Margin::symmetric(8, 6));
        if ui.add(field).accessible_name(text!("gut-remark")).changed() {
            actions.push(set(GutFeeling { remark, ..feeling.clone() }));
        }
    }
}

/// Why the expected one does not lead, and the ways to what is named.
fn surprise_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, found: &Surprise, actions: &mut Vec<Action>) {
    let (assessment, tokens) = (view.assessment(), view.tokens);
    let name = |i: usize| plain(&assessment.alternatives[i].name);
    ui.label(strong(text!("gut-explains")));
    if !found.failed.is_empty() {
        ui.label(prose(text!("gut-fails", name = name(found.expected))).color(tokens.secondary));
        if link(ui, &text!("gut-requirements")).clicked() {
            actions.push(Action::Command(Command::Requirements));
        }
    }
    if !found.gains.is_empty() {
        ui.label(prose(text!("gut-gains", leader = name(found.leader), expected = name(found.expected))).color(tokens.secondary));
        ui.spacing_mut().interact_size.y = 20.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(14.0, 0.0);
            for (j, gain) in &found.gains {
                let criterion = &assessment.criteria[*j];
                let label = text!("gut-gain", criterion = plain(&criterion.name), points = wording::signed_score(*gain));
                let jump = link(ui, &label);
                jump.widget_info(|| WidgetInfo::labeled(Role::Link, true, text!("gut-jump", criterion = plain(&criterion.name))));
                if jump.on_hover_text(text!("gut-jump-tip")).clicked() {
                    (state.mode, state.tab) = (Mode::Decide, Tab::Ratings);
                    let alternative = assessment.alternatives[found.expected].id.clone();
                    state.cell = Some(Cell { criterion: criterion.id.clone(), alternative, draft: None });
                }
            }
        });
    }
    if found.failed.is_empty() {
        ui.label(prose(plain(&wording::to_lead(assessment, found))).color(tokens.secondary));
        if let Some(change) = &found.change
            && link(ui, &text!("gut-weights")).clicked()
        {
            (state.mode, state.tab, state.weigh) = (Mode::Decide, Tab::Priorities, None);
            for (j, _) in change.l1.moves(assessment) {
                state.open_groups.insert(assessment.groups[assessment.criteria[j].group].id.clone());
            }
        }
    }
}

/// What was expected leads, and yet surprises: what its score is made of.
fn contributions_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    if link(ui, &text!("gut-contributions")).clicked() {
        actions.push(Action::ShowPage(Page::Chart(ChartKind::Contributions)));
    }
}
