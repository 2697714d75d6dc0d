//! A person whose weights are added to the profile, with what they begin with; or another name for one.
//!
//! Where the points come from is found out in `gui/voices.rs`.

use egui::{RichText, TextEdit, Ui};

use super::{buttons_ui, remark_ui, title_ui};
use crate::{
    chart::plain,
    gui::{
        action::Action,
        panels::other_profiles,
        theme::{SMALL, Tokens},
        view::View,
        voices::Start,
        widgets::{button, chip, primary},
    },
    session::Source,
    store,
};

/// What title, buttons and edges of the dialog take of the window's height, in points.
const AROUND: f32 = 150.0;

/// A voice before it is added.
#[derive(Debug, Clone, Default)]
pub struct VoiceForm {
    name: String,
    /// The present name of the one that is to be called otherwise.
    of: Option<String>,
    start: StartKind,
    other: Option<Source>,
    code: String,
    /// Why the last try failed.
    pub problem: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum StartKind {
    #[default]
    Profile,
    Equal,
    Other,
    Code,
}

impl StartKind {
    const ALL: [Self; 4] = [Self::Profile, Self::Equal, Self::Other, Self::Code];

    fn name(self) -> String {
        match self {
            Self::Profile => text!("voices-start-profile"),
            Self::Equal => text!("voices-start-equal"),
            Self::Other => text!("voices-start-other"),
            Self::Code => text!("voices-start-code"),
        }
    }
}

impl VoiceForm {
    pub fn renaming(name: String) -> Self {
        Self { name: name.clone(), of: Some(name), ..Self::default() }
    }

    /// What it begins with; `None` while that is still to be chosen.
    fn start(&self) -> Option<Start> {
        match self.start {
            StartKind::Profile => Some(Start::Profile),
            StartKind::Equal => Some(Start::Equal),
            StartKind::Other => self.other.clone().map(Start::Other),
            StartKind::Code => (!self.code.trim().is_empty()).then(|| Start::Code(self.code.clone())),
        }
    }
}

pub fn voice_ui(ui: &mut Ui, view: &View<'_>, form: &mut VoiceForm, actions: &mut Vec<Action>) {
    let is_new = form.of.is_none();
    title_ui(ui, &if is_new { text!("voices-add-title") } else { text!("voices-rename-title") });
    let (wanted, is_taken, is_entered) = fields_in_sight(ui, |ui| fields_ui(ui, view, form));
    let start = form.start();
    buttons_ui(ui, |ui| {
        let can = !wanted.is_empty() && !is_taken && start.is_some();
        let label = if is_new { text!("voices-add") } else { text!("voices-rename-done") };
        let done = ui.add_enabled_ui(can, |ui| primary(ui, &label)).inner.clicked() || is_entered;
        if let (true, true, Some(start)) = (can, done, start) {
            actions.push(match form.of.clone() {
                None => Action::AddVoice { name: wanted, start },
                Some(from) => Action::RenameVoice { from, to: wanted },
            });
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

/// A part that scrolls where the window is too low for all of it, so that the buttons stay in sight.
fn fields_in_sight<T>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> T) -> T {
    let room = (ui.ctx().content_rect().height() - AROUND).max(60.0);
    egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, add).inner
}

/// The fields. Returns the name that is wanted, whether somebody has it already, and whether it was entered with the key.
fn fields_ui(ui: &mut Ui, view: &View<'_>, form: &mut VoiceForm) -> (String, bool, bool) {
    let tokens = Tokens::of(ui.ctx());
    let is_new = form.of.is_none();
    if is_new {
        remark_ui(ui, &text!("voices-add-explain"));
    }
    ui.label(RichText::new(text!("voices-name")).size(SMALL).color(tokens.caption));
    let margin = egui::Margin::symmetric(8, 6);
    let field = TextEdit::singleline(&mut form.name).desired_width(f32::INFINITY).margin(margin);
    let name = ui.add(field).accessible_name(text!("voices-name"));
    // Asked first: a field that takes the keyboard back at once was never left.
    let is_entered = name.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        name.request_focus();
    }
    if is_new {
        start_ui(ui, view, form, tokens);
    }
    let wanted = form.name.trim().to_owned();
    let is_taken = form.of.as_ref() != Some(&wanted) && view.profile().voices.iter().any(|voice| voice.name == wanted);
    let problem = if is_taken { Some(text!("voices-taken", name = plain(&wanted))) } else { form.problem.as_deref().map(plain) };
    // The line is there either way, so that nothing moves when it is needed.
    ui.label(RichText::new(problem.unwrap_or_default()).color(tokens.notice));
    (wanted, is_taken, is_entered)
}

fn start_ui(ui: &mut Ui, view: &View<'_>, form: &mut VoiceForm, tokens: Tokens) {
    ui.label(RichText::new(text!("voices-start")).size(SMALL).color(tokens.caption));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 6.0);
        for kind in StartKind::ALL {
            let name = kind.name();
            if chip(ui, &name, &text!("voices-start-with", name = name.clone()), form.start == kind, false).clicked() {
                form.start = kind;
                form.problem = None;
            }
        }
    });
    match form.start {
        StartKind::Profile | StartKind::Equal => {}
        StartKind::Other => {
            let others = other_profiles(view);
            let chosen = form.other.as_ref().and_then(|source| others.iter().find(|(other, _)| other == source));
            let shown = chosen.map_or_else(|| text!("voices-choose-profile"), |(_, name)| name.clone());
            let combo = egui::ComboBox::from_id_salt("profile").width(ui.available_width()).height(320.0).truncate().selected_text(shown);
            let combo = combo.show_ui(ui, |ui| {
                for (source, name) in others {
                    if ui.selectable_label(form.other.as_ref() == Some(&source), name).clicked() {
                        form.other = Some(source);
                        form.problem = None;
                    }
                }
            });
            combo.response.accessible_name(text!("voices-choose-profile"));
        }
        StartKind::Code => {
            let field = TextEdit::multiline(&mut form.code)
                .desired_rows(3)
                .desired_width(f32::INFINITY)
                .margin(egui::Margin::symmetric(8, 6))
                .hint_text(store::SHARE_PREFIX);
            let area = egui::ScrollArea::vertical().max_height(120.0);
            if area.show(ui, |ui| ui.add(field)).inner.accessible_name(text!("code-field")).changed() {
                form.problem = None;
            }
        }
    }
}
