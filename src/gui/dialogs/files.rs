//! Opening and saving by a path: typed, or chosen in the system's own dialog where there is one.

use std::path::PathBuf;

use egui::{TextEdit, Ui};

use super::{buttons_ui, remark_ui, title_ui};
use crate::{
    gui::{
        action::Action,
        theme::Tokens,
        view::View,
        widgets::{button, primary},
    },
    session::Source,
};

/// A save that failed, and where to save instead.
#[derive(Debug, Clone)]
pub struct Saving {
    pub reason: String,
    pub path: String,
}

pub fn open_ui(ui: &mut Ui, view: &View<'_>, path: &mut String, actions: &mut Vec<Action>) {
    title_ui(ui, &text!("open-title"));
    remark_ui(ui, &text!("open-explain"));
    let is_entered = path_ui(ui, path, actions);
    for recent in view.settings.recent.iter().take(5) {
        let name = crate::chart::plain(&recent.display().to_string());
        if ui.add(egui::Button::new(&name).frame(false).truncate()).clicked() {
            actions.push(Action::CloseDialog);
            actions.push(Action::Open(Source::File(recent.clone())));
        }
    }
    buttons_ui(ui, |ui| {
        if ui.add_enabled_ui(!path.trim().is_empty(), |ui| primary(ui, &text!("open-button"))).inner.clicked() || is_entered {
            actions.push(Action::CloseDialog);
            actions.push(Action::Open(Source::File(PathBuf::from(path.trim()))));
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

pub fn save_as_ui(ui: &mut Ui, path: &mut String, actions: &mut Vec<Action>) {
    title_ui(ui, &text!("save-as-title"));
    save_ui(ui, path, actions);
}

pub fn save_failed_ui(ui: &mut Ui, saving: &mut Saving, actions: &mut Vec<Action>) {
    title_ui(ui, &text!("save-failed-title"));
    ui.label(crate::chart::plain(&saving.reason));
    remark_ui(ui, &text!("save-failed-explain"));
    save_ui(ui, &mut saving.path, actions);
}

fn save_ui(ui: &mut Ui, path: &mut String, actions: &mut Vec<Action>) {
    let is_entered = path_ui(ui, path, actions);
    let target = PathBuf::from(path.trim());
    if target.exists() {
        remark_ui(ui, &text!("save-as-exists"));
    }
    buttons_ui(ui, |ui| {
        if ui.add_enabled_ui(!path.trim().is_empty(), |ui| primary(ui, &text!("save-as-button"))).inner.clicked() || is_entered {
            actions.push(Action::SaveTo(target));
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

/// Another catalogue. What is wrong with it is said here, with line and column.
pub fn catalogue_ui(ui: &mut Ui, path: &mut String, problem: &mut Option<String>, actions: &mut Vec<Action>) {
    title_ui(ui, &text!("catalogue-title"));
    remark_ui(ui, &text!("catalogue-explain"));
    let before = path.clone();
    let is_entered = path_ui(ui, path, actions);
    if *path != before {
        *problem = None;
    }
    if let Some(problem) = problem {
        let color = Tokens::of(ui.ctx()).notice;
        // In a small window at a large size the buttons stay in sight.
        let room = (ui.ctx().content_rect().height() - 230.0).clamp(48.0, 160.0);
        egui::ScrollArea::vertical().max_height(room).show(ui, |ui| {
            problem.lines().for_each(|line| drop(ui.label(egui::RichText::new(crate::chart::plain(line)).color(color))));
        });
    }
    buttons_ui(ui, |ui| {
        if ui.add_enabled_ui(!path.trim().is_empty(), |ui| primary(ui, &text!("catalogue-use"))).inner.clicked() || is_entered {
            actions.push(Action::UseCatalogue(PathBuf::from(path.trim())));
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

/// The path field with its *Browse…*. Returns whether Enter ended it.
pub(super) fn path_ui(ui: &mut Ui, path: &mut String, actions: &mut Vec<Action>) -> bool {
    let mut is_entered = false;
    ui.horizontal(|ui| {
        let width = ui.available_width() - 110.0;
        let response = ui
            .add(TextEdit::singleline(path).desired_width(width).margin(egui::Margin::symmetric(8, 6)))
            .accessible_name(text!("path-field"));
        // Asked first: a field that takes the keyboard back at once was never left.
        is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) && !path.trim().is_empty();
        if ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
        if button(ui, &text!("browse")).clicked() {
            actions.push(Action::Browse);
        }
    });
    is_entered
}
