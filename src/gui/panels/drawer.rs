//! What all drawers beside the work share: the heading with its way out, and the heads of their sections.
//!
//! What a drawer explains is its own file's.

use egui::{RichText, Ui};

use crate::gui::{
    theme::{BODY, SECTION, strong},
    view::{View, ViewState, Zone},
    widgets::link,
};

/// The heading. Returns whether the drawer is to be closed, by its link or by Esc.
pub(super) fn heading_ui(ui: &mut Ui, state: &mut ViewState, title: String) -> bool {
    let wants_focus = state.focus.take_if(|zone| *zone == Zone::Answer).is_some();
    // Over a dialog, Esc is the dialog's.
    let is_alone = ui.memory(|memory| memory.top_modal_layer().is_none());
    let mut is_closed = is_alone && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
    ui.horizontal(|ui| {
        // The way out is placed first, so that a long title leaves it room.
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let close = link(ui, &text!("evidence-close"));
            if wants_focus {
                close.request_focus();
            }
            is_closed |= close.clicked();
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(strong(title).size(SECTION - 1.0)).truncate());
            });
        });
    });
    is_closed
}

pub(super) fn section_ui(ui: &mut Ui, title: &str) {
    ui.add_space(10.0);
    ui.separator();
    ui.add_space(4.0);
    ui.label(strong(title).size(BODY));
}

/// A quiet line.
pub(super) fn quiet(view: &View<'_>, words: impl Into<String>) -> RichText {
    RichText::new(words).color(view.tokens.secondary)
}

/// A row of small texts and links that stands as close to its neighbours as text does.
pub(super) fn small_row_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 16.0;
        ui.horizontal_wrapped(add);
    });
}
