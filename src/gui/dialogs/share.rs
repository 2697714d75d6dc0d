//! A share code that was pasted, and the folder of the library.
//!
//! What a code is made of, and how profiles are copied, is the store's.

use std::path::PathBuf;

use egui::{RichText, TextEdit, Ui};

use super::{buttons_ui, files::path_ui, remark_ui, title_ui};
use crate::{
    chart::plain,
    gui::{
        action::Action,
        theme::Tokens,
        view::View,
        widgets::{button, primary},
    },
};

/// A code before it is opened.
#[derive(Debug, Clone, Default)]
pub struct CodeForm {
    pub code: String,
    /// Why the last try failed.
    pub problem: Option<String>,
}

pub fn code_ui(ui: &mut Ui, form: &mut CodeForm, actions: &mut Vec<Action>) {
    title_ui(ui, &text!("code-title"));
    remark_ui(ui, &text!("code-explain"));
    let field = TextEdit::multiline(&mut form.code)
        .desired_rows(5)
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(8, 6))
        .hint_text(crate::store::SHARE_PREFIX);
    let response = egui::ScrollArea::vertical().max_height(160.0).show(ui, |ui| ui.add(field)).inner.accessible_name(text!("code-field"));
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    if response.changed() {
        form.problem = None;
    }
    // The line is there either way, so that nothing moves when it is needed.
    let tokens = Tokens::of(ui.ctx());
    ui.label(RichText::new(form.problem.as_deref().map(plain).unwrap_or_default()).color(tokens.notice));
    buttons_ui(ui, |ui| {
        if ui.add_enabled_ui(!form.code.trim().is_empty(), |ui| primary(ui, &text!("open-button"))).inner.clicked() {
            actions.push(Action::OpenCode(form.code.clone()));
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

pub fn library_folder_ui(ui: &mut Ui, view: &View<'_>, path: &mut String, actions: &mut Vec<Action>) {
    title_ui(ui, &text!("folder-title"));
    remark_ui(ui, &text!("folder-explain", count = view.library.entries().len()));
    let is_entered = path_ui(ui, path, actions);
    if let Some(problem) = view.problem {
        ui.label(RichText::new(plain(problem)).color(Tokens::of(ui.ctx()).notice));
    }
    buttons_ui(ui, |ui| {
        if ui.add_enabled_ui(!path.trim().is_empty(), |ui| primary(ui, &text!("folder-use"))).inner.clicked() || is_entered {
            actions.push(Action::MoveLibrary(PathBuf::from(path.trim())));
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}
