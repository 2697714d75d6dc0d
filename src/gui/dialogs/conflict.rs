//! Two versions of one file: what was changed here, what somebody else wrote, and what is made of both.
//!
//! What they make together is the model's; what a decision does is [`crate::gui::saving`]'s.

use egui::{RichText, ScrollArea, Ui};

use super::{buttons_ui, remark_ui, title_ui};
use crate::{
    chart::plain,
    gui::{
        action::Action,
        theme::{Tokens, strong},
        view::View,
        widgets::{button, chip, primary},
    },
    model::{Merged, Part, Profile},
    session::Command,
    store::Loss,
    wording,
};

/// Two versions, and what was chosen so far.
#[derive(Debug, Clone)]
pub struct ConflictForm {
    pub merged: Merged,
    /// For each conflict, whether theirs is taken.
    pub choices: Vec<bool>,
    /// What somebody else wrote, with what saving over it would drop; or why it cannot be read.
    pub theirs: Result<(Profile, Vec<Loss>), String>,
    /// What stands in the file now.
    pub stands: Vec<u8>,
}

/// What can be done with two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolution {
    Mine,
    Theirs,
    Merged,
}

pub fn conflict_ui(ui: &mut Ui, view: &View<'_>, form: &mut ConflictForm, actions: &mut Vec<Action>) {
    title_ui(ui, &text!("conflict-title"));
    let theirs = match &form.theirs {
        Ok((theirs, _)) => theirs,
        Err(reason) => {
            ui.label(plain(reason));
            remark_ui(ui, &text!("conflict-unreadable"));
            return buttons_ui(ui, |ui| {
                if primary(ui, &text!("losses-save-copy")).clicked() {
                    actions.push(Action::CloseDialog);
                    actions.push(Action::Command(Command::SaveAs));
                }
                if button(ui, &text!("conflict-mine")).clicked() {
                    actions.push(Action::Resolve(Resolution::Mine));
                }
                if button(ui, &text!("cancel")).clicked() {
                    actions.push(Action::CloseDialog);
                }
            });
        }
    };
    let base = view.document().saved();
    let n_theirs = base.map_or(0, |base| base.differences(theirs).len());
    remark_ui(ui, &text!("conflict-explain", theirs = n_theirs, conflicts = form.merged.conflicts.len()));
    let room = (ui.ctx().content_rect().height() - 210.0).clamp(90.0, 330.0);
    // Sideways, too: in a narrow window a long value makes the dialog no wider than the window is.
    ScrollArea::both().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        let conflicts: Vec<&Part> = form.merged.conflicts.iter().map(|conflict| &conflict.part).collect();
        for (part, takes_theirs) in conflicts.iter().zip(&mut form.choices) {
            choice_ui(ui, view, theirs, part, takes_theirs);
        }
        // What only they changed is taken over without a question, and shown all the same.
        let taken: Vec<Part> = base.map_or_else(Vec::new, |base| base.differences(theirs).iter().map(|edit| edit.part()).collect());
        let taken: Vec<&Part> = taken.iter().filter(|part| !conflicts.contains(part)).collect();
        if !taken.is_empty() {
            ui.add_space(4.0);
            ui.label(strong(text!("conflict-taken")));
            for part in taken {
                difference_ui(ui, view, base.unwrap_or(theirs), theirs, part);
            }
        }
    });
    if form.theirs.as_ref().is_ok_and(|(_, losses)| !losses.is_empty()) {
        remark_ui(ui, &text!("conflict-losses"));
    }
    buttons_ui(ui, |ui| {
        if primary(ui, &text!("conflict-merge")).clicked() {
            actions.push(Action::Resolve(Resolution::Merged));
        }
        if button(ui, &text!("conflict-theirs")).on_hover_text(text!("conflict-theirs-tip")).clicked() {
            actions.push(Action::Resolve(Resolution::Theirs));
        }
        if button(ui, &text!("conflict-mine")).on_hover_text(text!("conflict-mine-tip")).clicked() {
            actions.push(Action::Resolve(Resolution::Mine));
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

fn choice_ui(ui: &mut Ui, view: &View<'_>, theirs: &Profile, part: &Part, takes_theirs: &mut bool) {
    let name = plain(&wording::part(view.catalogue(), &[view.profile(), theirs], part));
    ui.label(strong(&name));
    let values = wording::part_values(view.catalogue(), [view.profile(), theirs], part);
    ui.horizontal_wrapped(|ui| {
        for (is_theirs, value) in [false, true].into_iter().zip(values) {
            let value = plain(&value);
            let label = if is_theirs { text!("conflict-their-value", value = value) } else { text!("conflict-my-value", value = value) };
            let said = text!("conflict-choice", part = name.as_str(), choice = label.as_str());
            if chip(ui, &label, &said, *takes_theirs == is_theirs, false).clicked() {
                *takes_theirs = is_theirs;
            }
        }
    });
    ui.add_space(4.0);
}

/// One part that differs, and what stands there in each of two profiles.
pub(super) fn difference_ui(ui: &mut Ui, view: &View<'_>, before: &Profile, after: &Profile, part: &Part) {
    let tokens = Tokens::of(ui.ctx());
    let name = plain(&wording::part(view.catalogue(), &[before, after], part));
    let [from, to] = wording::part_values(view.catalogue(), [before, after], part);
    ui.scope(|ui| {
        // Lines of text, not of controls.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            ui.label(&name);
            ui.label(RichText::new(text!("difference-values", before = plain(&from), after = plain(&to))).color(tokens.secondary));
        });
    });
}
