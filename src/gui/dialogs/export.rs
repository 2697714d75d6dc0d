//! Exporting the shown chart: where to, as what, how large, in which colours.

use std::path::{Path, PathBuf};

use egui::{RichText, Ui};

use super::{buttons_ui, files::path_ui, remark_ui, title_ui};
use crate::{
    chart::style::Theme,
    export::Format,
    gui::{
        action::Action,
        theme::{SMALL, Tokens},
        view::{View, ViewState},
        widgets::{button, number_field, primary, segmented},
    },
    session::Command,
};

#[derive(Debug, Clone)]
pub struct ExportForm {
    pub path: String,
    pub format: Format,
    pub theme: Theme,
    /// In points.
    pub width: u32,
    pub height: u32,
    /// Pixels a point.
    pub scale: u32,
}

impl ExportForm {
    pub fn new(path: String, theme: egui::Theme) -> Self {
        let theme = if theme == egui::Theme::Dark { Theme::Dark } else { Theme::Light };
        Self { path, format: Format::Svg, theme, width: 800, height: 600, scale: 2 }
    }

    /// Takes a path over, and the format from its ending if it names one.
    pub fn set_path(&mut self, path: String) {
        if let Some(format) = Path::new(&path).extension().and_then(|extension| Format::from_extension(&extension.to_string_lossy())) {
            self.format = format;
        }
        self.path = path;
    }

    /// Takes a format over, and changes the path's ending to it.
    fn set_format(&mut self, format: Format) {
        self.format = format;
        self.path = Path::new(&self.path).with_extension(format.extension()).display().to_string();
    }
}

pub fn export_ui(ui: &mut Ui, view: &View<'_>, state: &ViewState, form: &mut ExportForm, actions: &mut Vec<Action>) {
    let tokens = Tokens::of(ui.ctx());
    title_ui(ui, &text!("export-title", chart = state.page.chart().name()));
    let before = form.path.clone();
    let is_entered = path_ui(ui, &mut form.path, actions);
    if form.path != before {
        form.set_path(form.path.clone());
    }
    let formats: Vec<(Format, String)> = Format::ALL.into_iter().map(|format| (format, format.extension().to_uppercase())).collect();
    if let Some(format) = segmented(ui, &text!("export-format"), form.format, &formats) {
        form.set_format(format);
    }
    if form.format != Format::Csv {
        let themes = [(Theme::Light, text!("export-light")), (Theme::Dark, text!("export-dark")), (Theme::Print, text!("export-print"))];
        if let Some(theme) = segmented(ui, &text!("export-theme"), form.theme, &themes) {
            form.theme = theme;
        }
        ui.horizontal(|ui| {
            for (label, value) in [(text!("export-width"), &mut form.width), (text!("export-height"), &mut form.height)] {
                ui.label(RichText::new(&label).size(SMALL).color(tokens.caption));
                if let (_, Some(new)) = number_field(ui, &label, f64::from(*value), 200.0..=4_000.0, 2.0, 64.0) {
                    *value = new.round() as u32;
                }
            }
            if form.format == Format::Png {
                let scales: Vec<(u32, String)> = (1..=4).map(|scale| (scale, text!("export-times", scale = scale.to_string()))).collect();
                if let Some(scale) = segmented(ui, &text!("export-scale"), form.scale, &scales) {
                    form.scale = scale;
                }
            }
        });
        if form.format == Format::Png {
            remark_ui(
                ui,
                &text!("export-pixels", width = (form.width * form.scale).to_string(), height = (form.height * form.scale).to_string()),
            );
        }
    }
    if Path::new(form.path.trim()).exists() {
        remark_ui(ui, &text!("save-as-exists"));
    }
    if let Some(notice) = export_problem(view) {
        ui.label(RichText::new(notice).color(tokens.notice));
    }
    buttons_ui(ui, |ui| {
        let can = !form.path.trim().is_empty();
        if ui.add_enabled_ui(can, |ui| primary(ui, &text!("export-button"))).inner.clicked() || is_entered {
            actions.push(Action::Export { path: PathBuf::from(form.path.trim()), format: form.format });
        }
        if button(ui, &text!("export-copy")).clicked() {
            actions.push(Action::CloseDialog);
            actions.push(Action::Command(Command::CopyChart));
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

/// Why the last try failed is said in the line at the bottom, which a dialog covers; so it is said here too.
fn export_problem(view: &View<'_>) -> Option<String> {
    view.problem.map(ToOwned::to_owned)
}
