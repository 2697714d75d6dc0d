//! Questions that protect work: leaving with unsaved changes, and saving what would drop part of a file.

use egui::Ui;

use super::{buttons_ui, remark_ui, title_ui};
use crate::{
    gui::{
        action::Action,
        view::View,
        widgets::{button, primary},
    },
    session::Command,
};

pub fn quit_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let unsaved: Vec<String> = view
        .session
        .documents()
        .iter()
        .filter(|document| document.is_worth_keeping())
        .map(|document| crate::chart::plain(&document.profile().name))
        .collect();
    title_ui(ui, &text!("quit-title", count = unsaved.len()));
    for name in &unsaved {
        ui.label(name);
    }
    buttons_ui(ui, |ui| {
        if primary(ui, &text!("quit-save")).clicked() {
            actions.push(Action::SaveAllAndQuit);
        }
        if button(ui, &text!("quit-discard")).clicked() {
            actions.push(Action::QuitAnyway);
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

pub fn losses_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let losses = &view.document().losses;
    title_ui(ui, &text!("losses-title"));
    remark_ui(ui, &text!("losses-explain"));
    egui::ScrollArea::vertical().max_height(200.0).show(ui, |ui| {
        for loss in losses {
            ui.label(crate::chart::plain(&loss.to_string()));
        }
    });
    buttons_ui(ui, |ui| {
        if primary(ui, &text!("losses-save-copy")).clicked() {
            actions.push(Action::CloseDialog);
            actions.push(Action::Command(Command::SaveAs));
        }
        if button(ui, &text!("losses-save-anyway")).clicked() {
            actions.push(Action::SaveAnyway);
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}
