//! Must-haves: which count, who meets them, and where they come from.

use egui::{RichText, ScrollArea, Ui};

use crate::{
    assessment::RequirementOutcome,
    chart::plain,
    gui::{
        action::Action,
        theme::{SMALL, prose, strong},
        view::View,
        widgets::{button, segmented, show_focus},
    },
    model::{Edit, Judgement, Requirement, RequirementBasis},
    wording,
};

pub fn requirements_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let (assessment, tokens) = (view.assessment(), view.tokens);
    ui.add_space(14.0);
    ui.label(prose(text!("requirements-explain")).color(tokens.secondary));
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        for outcome in &assessment.requirements {
            outcome_ui(ui, view, outcome, actions);
            ui.separator();
        }
        if assessment.requirements.is_empty() {
            ui.add_space(8.0);
            ui.label(RichText::new(text!("requirements-none")).color(tokens.secondary));
        }
        ui.add_space(10.0);
        add_ui(ui, view, actions);
        ui.add_space(16.0);
    });
}

fn outcome_ui(ui: &mut Ui, view: &View<'_>, outcome: &RequirementOutcome, actions: &mut Vec<Action>) {
    let (assessment, tokens) = (view.assessment(), view.tokens);
    let rule = view.catalogue().requirement(&outcome.id);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.label(strong(plain(&outcome.name)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let options = [(true, text!("requirements-on")), (false, text!("requirements-off"))];
            if let Some(on) = segmented(ui, &plain(&outcome.name), outcome.is_on, &options) {
                let own = view.profile().requirements.iter().find(|own| own.id == outcome.id).cloned();
                let requirement = Requirement { on, ..own.unwrap_or_else(|| Requirement::new(outcome.id.clone())) };
                actions.push(Action::Edit(Edit::Requirement { id: outcome.id.clone(), requirement: Some(requirement) }));
                actions.push(Action::Seal);
            }
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        for (alternative, judgement) in assessment.alternatives.iter().zip(&outcome.judgements) {
            ui.label(strong(plain(&alternative.name)));
            let color = if *judgement == Judgement::Passes { tokens.secondary } else { tokens.notice };
            ui.label(RichText::new(wording::judgement(*judgement)).color(color));
            ui.add_space(14.0);
        }
    });
    let mut remarks: Vec<String> = Vec::new();
    if let Some(rule) = rule {
        let n_sources: usize = rule.evidence.len();
        remarks.push(text!("facts-why", why = rule.reason.clone(), count = n_sources));
        match rule.basis {
            RequirementBasis::Evidence => {}
            RequirementBasis::PartMemory => remarks.push(text!("requirements-part-memory")),
            RequirementBasis::Judged => remarks.push(text!("requirements-judged")),
        }
    }
    let own = view.profile().requirements.iter().find(|own| own.id == outcome.id);
    remarks.extend(own.map(|own| plain(&own.reason)).filter(|reason| !reason.is_empty()));
    remarks.push(match &outcome.suggested_by {
        Some(_) if !outcome.is_on => text!("requirements-suggested-off"),
        Some(_) => text!("requirements-suggested"),
        None => text!("requirements-by-you"),
    });
    ui.label(prose(remarks.join(" ")).size(SMALL).color(tokens.secondary));
    if own.is_some() && outcome.suggested_by.is_none() && button(ui, &text!("requirements-remove")).clicked() {
        actions.push(Action::Edit(Edit::Requirement { id: outcome.id.clone(), requirement: None }));
        actions.push(Action::Seal);
    }
    ui.add_space(4.0);
}

/// The catalogue's rules that are not on the list yet.
fn add_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let listed = |id: &str| view.assessment().requirements.iter().any(|outcome| outcome.id == id);
    let response = ui.menu_button(text!("requirements-add"), |ui| {
        ui.set_min_width(340.0);
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for rule in view.catalogue().requirements.iter().filter(|rule| !listed(&rule.id)) {
                if ui.button(&rule.name).on_hover_text(&rule.about).clicked() {
                    actions.push(Action::Edit(Edit::Requirement { id: rule.id.clone(), requirement: Some(Requirement::new(rule.id.clone())) }));
                    actions.push(Action::Seal);
                    ui.close();
                }
            }
        });
    });
    show_focus(ui, &response.response);
}
