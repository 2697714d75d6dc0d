//! Exporting the record: where to, and as what.

use std::path::{Path, PathBuf};

use egui::{RichText, Ui};

use super::{buttons_ui, files::path_ui, remark_ui, title_ui};
use crate::{
    export::record::RecordFormat,
    gui::{
        action::Action,
        theme::Tokens,
        view::View,
        widgets::{button, primary, segmented},
    },
};

#[derive(Debug, Clone)]
pub struct RecordForm {
    pub path: String,
    pub format: RecordFormat,
}

impl RecordForm {
    /// Takes a path over, and the format from its ending if it names one.
    pub fn set_path(&mut self, path: String) {
        if let Some(format) = Path::new(&path).extension().and_then(|ending| RecordFormat::from_extension(&ending.to_string_lossy())) {
            self.format = format;
        }
        self.path = path;
    }
}

pub fn record_ui(ui: &mut Ui, view: &View<'_>, form: &mut RecordForm, actions: &mut Vec<Action>) {
    title_ui(ui, &text!("record-export-title"));
    let before = form.path.clone();
    let is_entered = path_ui(ui, &mut form.path, actions);
    if form.path != before {
        form.set_path(form.path.clone());
    }
    let formats = [
        (RecordFormat::Markdown, text!("record-markdown")),
        (RecordFormat::Html, text!("record-html")),
        (RecordFormat::Pdf, text!("record-pdf")),
    ];
    if let Some(format) = segmented(ui, &text!("export-format"), form.format, &formats) {
        form.format = format;
        form.path = Path::new(&form.path).with_extension(format.extension()).display().to_string();
    }
    remark_ui(
        ui,
        &match form.format {
            RecordFormat::Markdown => text!("record-markdown-about"),
            RecordFormat::Html => text!("record-html-about"),
            RecordFormat::Pdf => text!("record-pdf-about"),
        },
    );
    if Path::new(form.path.trim()).exists() {
        remark_ui(ui, &text!("save-as-exists"));
    }
    // Why the last try failed is said in the line at the bottom, which a dialog covers; so it is said here too.
    if let Some(problem) = view.problem {
        ui.label(RichText::new(problem).color(Tokens::of(ui.ctx()).notice));
    }
    buttons_ui(ui, |ui| {
        let can = !form.path.trim().is_empty();
        if ui.add_enabled_ui(can, |ui| primary(ui, &text!("export-button"))).inner.clicked() || is_entered {
            actions.push(Action::ExportRecord { path: PathBuf::from(form.path.trim()), format: form.format });
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}
