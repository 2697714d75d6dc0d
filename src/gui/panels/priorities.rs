//! Priorities: how much each group and criterion counts, where that comes from, and how sure it is.
//!
//! The rows are `points.rs`'s; other ways to weights are in `weigh`.

use egui::{RichText, Ui};

use super::{
    follows::changes_link_ui,
    points::{Weighed, points_ui},
    weigh::{ways_ui, weigh_ui},
};
use crate::{
    assessment::VerdictKind,
    chart::{ChartKind, plain},
    gui::{
        action::Action,
        page::Page,
        theme::{READING_WIDTH, prose, strong},
        view::{View, ViewState, WeighPage},
        widgets::{button, link, segmented, show_focus},
    },
    model::{Edit, Sureness},
    session::Command,
    wording,
};

/// From this width on, the words on the origin and the buttons stand side by side.
const WIDE: f32 = 480.0;

pub fn priorities_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    if let Some(page) = state.weigh {
        ways_ui(ui, state);
        if page != WeighPage::Points {
            weigh_ui(ui, view, state, page, actions);
            return;
        }
    } else {
        ui.add_space(14.0);
        context_ui(ui, view);
    }
    origin_ui(ui, view, state, actions);
    let weighed = Weighed { assessment: view.assessment(), voice: None };
    points_ui(ui, view, state, weighed, actions, |ui, actions| {
        ui.add_space(10.0);
        ui.separator();
        sureness_ui(ui, view, actions);
        ui.add_space(16.0);
    });
}

/// Where the weights come from, and other ways to them.
fn origin_ui(ui: &mut Ui, view: &View<'_>, state: &ViewState, actions: &mut Vec<Action>) {
    let mut origin = wording::weights_origin(view.assessment().weights_origin);
    let has_own = !view.profile().points.is_empty();
    if has_own {
        origin = format!("{origin} {}", text!("priorities-ticks"));
    }
    let origin = RichText::new(origin).color(view.tokens.secondary);
    let buttons_ui = |ui: &mut Ui, actions: &mut Vec<Action>| {
        changes_link_ui(ui, view, actions);
        if has_own && button(ui, &text!("priorities-reset")).on_hover_text(Command::ResetPoints.tooltip()).clicked() {
            actions.push(Action::Command(Command::ResetPoints));
        }
        if state.weigh.is_none() && button(ui, &Command::Weigh.name()).on_hover_text(Command::Weigh.tooltip()).clicked() {
            actions.push(Action::Command(Command::Weigh));
        }
    };
    if ui.available_width() < WIDE {
        ui.label(origin);
        ui.horizontal(|ui| buttons_ui(ui, actions));
    } else {
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                buttons_ui(ui, actions);
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| ui.add(egui::Label::new(origin).wrap()));
            });
        });
    }
}

/// What is being decided, for somebody who opens the profile for the first time.
fn context_ui(ui: &mut Ui, view: &View<'_>) {
    if view.profile().context.is_empty() || ui.available_height() < 480.0 {
        return;
    }
    ui.scope(|ui| {
        ui.set_max_width(READING_WIDTH);
        ui.label(prose(plain(&view.profile().context)).color(view.tokens.secondary));
    });
    ui.add_space(12.0);
}

fn sureness_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        ui.label(strong(text!("sureness-question"))).on_hover_text(text!("sureness-tip"));
        let options: Vec<(Sureness, String)> = Sureness::ALL.map(|sureness| (sureness, wording::sureness(sureness))).into();
        if let Some(chosen) = segmented(ui, &text!("sureness-question"), view.profile().sureness, &options) {
            actions.push(Action::Edit(Edit::Sureness(chosen)));
            actions.push(Action::Seal);
        }
    });
    ui.add_space(2.0);
    let mut is_sealed = view.is_sealed();
    let switch = ui.scope(|ui| {
        // What can be acted on has an edge that can be seen.
        ui.visuals_mut().widgets.inactive.bg_stroke.color = view.tokens.edge;
        ui.checkbox(&mut is_sealed, text!("sealed-switch"))
    });
    let switch = switch.inner;
    show_focus(ui, &switch);
    if switch.on_hover_text(text!("sealed-switch-tip")).changed() {
        actions.push(Action::Command(if is_sealed { Command::SealResult } else { Command::RevealResult }));
    }
    find_out_ui(ui, view, actions);
}

/// What is worth finding out first, where the verdict is not clear.
fn find_out_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    if view.is_sealed() || !matches!(view.assessment().verdict.kind, VerdictKind::Leaning | VerdictKind::TooClose) {
        return;
    }
    let Some((information, is_current)) = view.information else { return };
    let Some(words) = wording::find_out_first(view.catalogue(), view.assessment(), information) else { return };
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        // All of it stands on one line of text, the link too.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.label(strong(text!("find-out-first")));
        ui.label(RichText::new(plain(&words)).color(if is_current { view.tokens.secondary } else { view.tokens.caption }));
        if link(ui, &text!("find-out-all")).clicked() {
            actions.push(Action::ShowPage(Page::Chart(ChartKind::Information)));
        }
    });
}
