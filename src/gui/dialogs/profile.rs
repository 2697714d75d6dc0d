//! The profile's name, date, and what is being decided.

use egui::{
    RichText, TextEdit, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
};

use super::{buttons_ui, remark_ui, title_ui};
use crate::{
    gui::{
        action::Action,
        theme::{SMALL, Tokens},
        view::View,
        widgets::{button, primary},
    },
    model::{Date, Edit, Profile},
    session::Source,
};

#[derive(Debug, Clone)]
pub struct ProfileForm {
    name: String,
    context: String,
    date: String,
}

impl ProfileForm {
    pub fn of(profile: &Profile) -> Self {
        let date = profile.date.map(|date| date.to_string()).unwrap_or_default();
        Self { name: profile.name.clone(), context: profile.context.clone(), date }
    }

    /// The date that was typed: none, or a day; `Err` if it is neither.
    fn date(&self) -> Result<Option<Date>, ()> {
        let typed = self.date.trim();
        if typed.is_empty() { Ok(None) } else { typed.parse().map(Some).map_err(|_| ()) }
    }
}

/// Selects what stands in a field, so that typing replaces it.
fn select_all(ui: &Ui, field: egui::Id, length: usize) {
    let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), CCursor::new(length))));
    state.store(ui.ctx(), field);
}

pub fn profile_ui(ui: &mut Ui, view: &View<'_>, form: &mut ProfileForm, actions: &mut Vec<Action>) {
    let tokens = Tokens::of(ui.ctx());
    title_ui(ui, &text!("profile-title"));
    let caption = |ui: &mut Ui, words: String| ui.label(RichText::new(words).size(SMALL).color(tokens.caption));
    caption(ui, text!("profile-name"));
    let margin = egui::Margin::symmetric(8, 6);
    let name =
        ui.add(TextEdit::singleline(&mut form.name).desired_width(f32::INFINITY).margin(margin)).accessible_name(text!("profile-name"));
    // Asked first: a field that takes the keyboard back at once was never left.
    let is_entered = name.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        name.request_focus();
        select_all(ui, name.id, form.name.chars().count());
    }
    caption(ui, text!("profile-context"));
    let hint = text!("profile-context-hint");
    let context = TextEdit::multiline(&mut form.context).desired_rows(4).desired_width(f32::INFINITY).margin(margin).hint_text(hint);
    ui.add(context).accessible_name(text!("profile-context"));
    caption(ui, text!("profile-date"));
    ui.add(TextEdit::singleline(&mut form.date).desired_width(140.0).margin(margin)).accessible_name(text!("profile-date"));
    let date = form.date();
    if date.is_err() {
        ui.label(RichText::new(text!("profile-date-wrong")).size(SMALL).color(tokens.notice));
    } else {
        remark_ui(ui, &text!("profile-date-explain"));
    }
    let is_complete = date.is_ok() && !form.name.trim().is_empty();
    buttons_ui(ui, |ui| {
        let done = ui.add_enabled_ui(is_complete, |ui| primary(ui, &text!("profile-done"))).inner;
        if let (true, Ok(date)) = (is_complete && (done.clicked() || is_entered), date) {
            let profile = view.profile();
            let new_name = form.name.trim().to_owned();
            let is_renamed = new_name != profile.name;
            let context = form.context.trim();
            let changes = [
                is_renamed.then(|| Edit::Name(new_name.clone())),
                (context != profile.context).then(|| Edit::Context(context.to_owned())),
                (date != profile.date).then_some(Edit::Date(date)),
            ];
            actions.push(Action::Edit(Edit::All(changes.into_iter().flatten().collect())));
            actions.push(Action::Seal);
            actions.push(Action::CloseDialog);
            // A file of the library is named after its profile; unsaved work stays unsaved.
            if let (true, Source::File(path)) = (is_renamed && !view.document().is_unsaved(), &view.document().source)
                && view.library.entries().iter().any(|entry| entry.path == *path)
            {
                actions.push(Action::Rename { path: path.clone(), name: new_name });
            }
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}
