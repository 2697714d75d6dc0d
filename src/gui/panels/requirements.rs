//! Must-haves: which count, who meets them, what that rests on, and where they come from; and reasons from outside the comparison.
//!
//! What is asked for a new one is `dialogs/requirement.rs`'s.

use egui::{RichText, ScrollArea, TextEdit, Ui, WidgetInfo, accesskit::Role};

use super::{
    drawer::{quiet, small_row_ui},
    source::sources_ui,
};
use crate::{
    assessment::RequirementOutcome,
    chart::plain,
    gui::{
        action::Action,
        theme::{SMALL, prose, strong},
        view::{View, ViewState},
        widgets::{button, link, segmented},
    },
    model::{Edit, Judgement, Requirement},
    session::Command,
    wording,
};

pub fn requirements_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let (assessment, tokens) = (view.assessment(), view.tokens);
    ui.add_space(14.0);
    ui.label(prose(text!("requirements-explain")).color(tokens.secondary));
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        for outcome in &assessment.requirements {
            outcome_ui(ui, view, state, outcome, actions);
            ui.separator();
        }
        if assessment.requirements.is_empty() {
            ui.add_space(8.0);
            ui.label(quiet(view, text!("requirements-none")));
        }
        ui.add_space(10.0);
        ui.horizontal_wrapped(|ui| {
            for command in [Command::AddRequirement, Command::AddOutsideReason] {
                if button(ui, &command.name()).on_hover_text(command.tooltip()).clicked() {
                    actions.push(Action::Command(command));
                }
            }
        });
        ui.add_space(16.0);
    });
}

fn outcome_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, outcome: &RequirementOutcome, actions: &mut Vec<Action>) {
    let rule = view.catalogue().requirement(&outcome.id);
    let own = view.profile().requirements.iter().find(|own| own.id == outcome.id);
    let name = plain(&outcome.name);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        // The switch is placed first, so that a long name leaves it room.
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let options = [(true, text!("requirements-on")), (false, text!("requirements-off"))];
            if let Some(on) = segmented(ui, &name, outcome.is_on, &options) {
                let requirement = Requirement { on, ..own.cloned().unwrap_or_else(|| Requirement::new(outcome.id.clone())) };
                actions.push(set(requirement));
                actions.push(Action::Seal);
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(strong(&name)).truncate()).on_hover_text(rule.map_or(name.clone(), |rule| rule.about.clone()));
            });
        });
    });
    if outcome.is_outside {
        let words = match outcome.favours {
            Some(i) => text!("requirements-favours", alternative = plain(&view.assessment().alternatives[i].name)),
            None => text!("requirements-favours-nobody"),
        };
        ui.label(words);
    }
    if !outcome.is_outside || outcome.judgements.iter().any(|judgement| *judgement != Judgement::Passes) {
        judgements_ui(ui, view, outcome);
    }
    remarks_ui(ui, view, state, outcome);
    match own {
        Some(own) if rule.is_none() => own_ui(ui, view, own, &name, actions),
        Some(own) => switched_ui(ui, view, own, outcome, actions),
        None => {}
    }
    ui.add_space(4.0);
}

/// Who meets it. What fails or costs stands out by its word, too.
fn judgements_ui(ui: &mut Ui, view: &View<'_>, outcome: &RequirementOutcome) {
    let tokens = view.tokens;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        for (alternative, judgement) in view.assessment().alternatives.iter().zip(&outcome.judgements) {
            let name = strong(plain(&alternative.name));
            let is_out = *judgement == Judgement::Fails;
            ui.label(if is_out && outcome.is_on { name.strikethrough() } else { name });
            let color = if *judgement == Judgement::Passes { tokens.secondary } else { tokens.notice };
            ui.label(RichText::new(wording::judgement(*judgement)).color(color));
            ui.add_space(14.0);
        }
    });
}

/// Where it comes from, why it is judged so, and on which evidence.
fn remarks_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, outcome: &RequirementOutcome) {
    let (tokens, catalogue) = (view.tokens, view.catalogue());
    let own = view.profile().requirements.iter().find(|own| own.id == outcome.id);
    let suggested_by = outcome.suggested_by.as_ref().and_then(|id| catalogue.interview.rules.iter().find(|rule| rule.id == *id));
    let origin = match suggested_by {
        Some(rule) if rule.when.is_empty() && outcome.is_on => text!("requirements-everywhere", name = plain(&catalogue.name)),
        Some(rule) if outcome.is_on => text!("requirements-suggested", when = wording::rule_when(catalogue, rule)),
        Some(rule) => text!("requirements-suggested-off", when = wording::rule_when(catalogue, rule)),
        None => text!("requirements-by-you"),
    };
    let demand = own.and_then(|own| own.mandate.as_ref()).map(|mandate| plain(&wording::mandate(mandate)));
    let threshold = own.and_then(|own| own.at_least.as_ref()).map(|threshold| plain(&wording::threshold(view.assessment(), threshold)));
    // A name that says the threshold already says enough.
    let threshold = threshold.filter(|words| *words != plain(&outcome.name)).map(|words| text!("requirements-threshold", what = words));
    let rule = catalogue.requirement(&outcome.id);
    small_row_ui(ui, |ui| {
        let words: Vec<String> = [Some(origin), demand, threshold, rule.map(|rule| rule.reason.clone())].into_iter().flatten().collect();
        ui.label(prose(words.join(" ")).size(SMALL).color(tokens.secondary));
        if let Some(rule) = rule {
            if !rule.evidence.is_empty() {
                sources_ui(ui, view, state, &rule.evidence, &rule.name);
            }
            if let Some(basis) = wording::requirement_basis(rule.basis) {
                ui.label(RichText::new(basis).size(SMALL).color(tokens.notice));
            }
        }
    });
}

/// An own one: its reason, and how to change or remove it.
fn own_ui(ui: &mut Ui, view: &View<'_>, own: &Requirement, name: &str, actions: &mut Vec<Action>) {
    let reason = plain(&own.reason);
    let words = if reason.is_empty() { text!("requirements-no-reason") } else { text!("requirements-reason", reason = reason) };
    ui.label(prose(words).size(SMALL).color(view.tokens.secondary));
    ui.horizontal(|ui| {
        let change = link(ui, &text!("requirements-change"));
        change.widget_info(|| WidgetInfo::labeled(Role::Link, true, text!("requirements-change-of", name = name.to_owned())));
        if change.clicked() {
            actions.push(Action::ChangeRequirement(own.id.clone()));
        }
        ui.add_space(8.0);
        remove_ui(ui, own, name, &text!("requirements-remove"), actions);
    });
}

/// One of the catalogue's that somebody switched or added: why, and how to leave it to the facts again.
fn switched_ui(ui: &mut Ui, view: &View<'_>, own: &Requirement, outcome: &RequirementOutcome, actions: &mut Vec<Action>) {
    let name = plain(&outcome.name);
    ui.horizontal_wrapped(|ui| {
        ui.label(quiet(view, text!("rule-reason")).size(SMALL));
        let mut reason = own.reason.clone();
        let width = (ui.available_width() - 150.0).clamp(120.0, 320.0);
        let field = TextEdit::singleline(&mut reason).desired_width(width).hint_text(text!("requirements-reason-hint"));
        if ui.add(field).accessible_name(text!("requirements-reason-of", name = name.clone())).changed() {
            actions.push(set(Requirement { reason, ..own.clone() }));
        }
        let label = if outcome.suggested_by.is_some() { text!("requirements-back") } else { text!("requirements-remove") };
        remove_ui(ui, own, &name, &label, actions);
    });
}

fn remove_ui(ui: &mut Ui, own: &Requirement, name: &str, label: &str, actions: &mut Vec<Action>) {
    let remove = link(ui, label);
    let spoken = text!("requirements-action-of", action = label.to_owned(), name = name.to_owned());
    remove.widget_info(|| WidgetInfo::labeled(Role::Link, true, &spoken));
    if remove.clicked() {
        actions.push(Action::Edit(Edit::Requirement { id: own.id.clone(), requirement: None }));
        actions.push(Action::Seal);
    }
}

fn set(requirement: Requirement) -> Action {
    Action::Edit(Edit::Requirement { id: requirement.id.clone(), requirement: Some(requirement) })
}
