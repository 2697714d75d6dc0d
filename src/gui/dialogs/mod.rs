//! What asks for an answer before it goes on: files, the profile's name, leaving with unsaved work; and what is looked up.
//!
//! One dialog at a time, closed by Esc, and none where a panel would do.

mod ask;
mod conflict;
mod criterion;
mod export;
mod files;
mod lookup;
mod palette;
mod profile;
mod record;
mod recovered;
mod requirement;
mod share;
mod versions;
mod voice;

use std::path::PathBuf;

use egui::{Id, Modal, RichText, Ui};

use super::{
    action::Action,
    app::App,
    theme::{CONTROL, SECTION, Tokens, strong},
    view::{View, ViewState},
};

pub use conflict::{ConflictForm, Resolution};
pub use criterion::CriterionForm;
pub use export::ExportForm;
pub use files::Saving;
pub use profile::ProfileForm;
pub use record::RecordForm;
pub use recovered::RecoveredForm;
pub use requirement::{RequirementForm, RequirementKind};
pub use share::CodeForm;
pub use versions::{Version, VersionsForm};
pub use voice::VoiceForm;

/// The dialog that is open, with what was typed into it.
#[derive(Debug, Clone)]
pub enum Dialog {
    Open {
        path: String,
    },
    SaveAs {
        path: String,
    },
    SaveFailed(Saving),
    /// Saving would drop something of the file.
    Losses,
    Export(ExportForm),
    Record(RecordForm),
    Profile(ProfileForm),
    Criterion(CriterionForm),
    Requirement(Box<RequirementForm>),
    Palette {
        query: String,
        chosen: usize,
    },
    Keys,
    Licences,
    About,
    /// Leaving with unsaved work.
    Quit,
    /// The file was changed by somebody else.
    Conflict(Box<ConflictForm>),
    Versions(VersionsForm),
    /// Unsaved work of a run that was cut off.
    Recovered(RecoveredForm),
    Code(CodeForm),
    /// Adding a voice, or naming one.
    Voice(VoiceForm),
    LibraryFolder {
        path: String,
    },
    /// Another catalogue, and why the last try failed.
    Catalogue {
        path: String,
        problem: Option<String>,
    },
}

pub fn dialog_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, dialog: &mut Dialog, actions: &mut Vec<Action>) {
    let width = match dialog {
        Dialog::Keys
        | Dialog::Licences
        | Dialog::About
        | Dialog::Palette { .. }
        | Dialog::Conflict(_)
        | Dialog::Versions(_)
        | Dialog::Requirement(_) => 560.0,
        _ => 480.0_f32,
    };
    let room = ui.ctx().content_rect().size();
    let frame = egui::Frame::popup(ui.style()).inner_margin(20).corner_radius(10);
    // A dialog with pages is as large as the page that is shown.
    let page = if let Dialog::Requirement(form) = dialog { Some(form.kind()) } else { None };
    let response = Modal::new(Id::unique(("dialog", page))).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(width.min(room.x - 60.0));
        ui.spacing_mut().item_spacing.y = 8.0;
        match dialog {
            Dialog::Open { path } => files::open_ui(ui, view, path, actions),
            Dialog::SaveAs { path } => files::save_as_ui(ui, path, actions),
            Dialog::SaveFailed(saving) => files::save_failed_ui(ui, saving, actions),
            Dialog::Losses => ask::losses_ui(ui, view, actions),
            Dialog::Export(form) => export::export_ui(ui, view, state, form, actions),
            Dialog::Record(form) => record::record_ui(ui, view, form, actions),
            Dialog::Profile(form) => profile::profile_ui(ui, view, form, actions),
            Dialog::Criterion(form) => criterion::criterion_ui(ui, view, form, actions),
            Dialog::Requirement(form) => requirement::requirement_ui(ui, view, form, actions),
            Dialog::Palette { query, chosen } => palette::palette_ui(ui, view, query, chosen, actions),
            Dialog::Keys => lookup::keys_ui(ui, view),
            Dialog::Licences => lookup::licences_ui(ui),
            Dialog::About => lookup::about_ui(ui, view, actions),
            Dialog::Quit => ask::quit_ui(ui, view, actions),
            Dialog::Conflict(form) => conflict::conflict_ui(ui, view, form, actions),
            Dialog::Versions(form) => versions::versions_ui(ui, view, form, actions),
            Dialog::Recovered(form) => recovered::recovered_ui(ui, form, actions),
            Dialog::Code(form) => share::code_ui(ui, form, actions),
            Dialog::Voice(form) => voice::voice_ui(ui, view, form, actions),
            Dialog::LibraryFolder { path } => share::library_folder_ui(ui, view, path, actions),
            Dialog::Catalogue { path, problem } => files::catalogue_ui(ui, path, problem, actions),
        }
    });
    if response.should_close() {
        actions.push(Action::CloseDialog);
    }
}

/// The heading of a dialog.
fn title_ui(ui: &mut Ui, title: &str) {
    ui.label(strong(title).size(SECTION));
}

/// A quiet explanation.
fn remark_ui(ui: &mut Ui, words: &str) {
    let color = Tokens::of(ui.ctx()).secondary;
    ui.label(RichText::new(words).color(color));
}

/// Buttons at the end of a dialog, the purpose at the right.
fn buttons_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.add_space(8.0);
    // One row high, whatever room a larger dialog before this one has left.
    let row = egui::vec2(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), add);
}

/// Asks the system for a file on a thread of its own; the window goes on.
pub(super) fn browse(app: &mut App) {
    let Some(dialog) = &app.dialog else { return };
    let (is_saving, path, kinds): (bool, String, Vec<&str>) = match dialog {
        Dialog::Open { path } | Dialog::Catalogue { path, .. } => (false, path.clone(), vec![crate::store::EXTENSION]),
        Dialog::SaveAs { path } => (true, path.clone(), vec![crate::store::EXTENSION]),
        Dialog::SaveFailed(saving) => (true, saving.path.clone(), vec![crate::store::EXTENSION]),
        Dialog::Export(form) => (true, form.path.clone(), vec![form.format.extension()]),
        Dialog::LibraryFolder { path } => (false, path.clone(), Vec::new()),
        Dialog::Record(form) => (true, form.path.clone(), vec![form.format.extension()]),
        _ => return,
    };
    let wants_folder = matches!(dialog, Dialog::LibraryFolder { .. });
    let path = PathBuf::from(path);
    let folder = path.parent().filter(|folder| folder.is_dir()).map_or_else(|| app.library.dir().to_owned(), ToOwned::to_owned);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let kinds: Vec<String> = kinds.into_iter().map(ToOwned::to_owned).collect();
    let (sender, ctx) = (app.chosen.0.clone(), app.ctx.clone());
    let asked = std::thread::Builder::new().name("file dialog".into()).spawn(move || {
        let dialog = rfd::FileDialog::new().set_directory(folder);
        let dialog = if kinds.is_empty() { dialog } else { dialog.add_filter(kinds.join(", "), &kinds) };
        let chosen = match is_saving {
            _ if wants_folder => dialog.pick_folder(),
            true => dialog.set_file_name(name).save_file(),
            false => dialog.pick_file(),
        };
        // The window may have closed meanwhile; then nobody waits for the answer.
        let _ = sender.send(chosen);
        ctx.request_repaint();
    });
    if let Err(error) = asked {
        app.warn(error.to_string());
    }
}

/// A file was chosen, or the system's dialog was closed or does not exist; the path field is there either way.
pub(super) fn chosen(app: &mut App, chosen: Option<PathBuf>) {
    let Some(chosen) = chosen else { return };
    let chosen = chosen.display().to_string();
    match &mut app.dialog {
        Some(Dialog::Open { path } | Dialog::SaveAs { path } | Dialog::LibraryFolder { path } | Dialog::Catalogue { path, .. }) => {
            *path = chosen;
        }
        Some(Dialog::SaveFailed(saving)) => saving.path = chosen,
        Some(Dialog::Export(form)) => form.set_path(chosen),
        Some(Dialog::Record(form)) => form.set_path(chosen),
        _ => {}
    }
}
