//! One quiet line over an example: the three ways on.

use egui::{RichText, Ui};

use crate::{
    gui::{action::Action, view::View, widgets::link},
    session::{Command, Source},
    store,
};

pub fn welcome_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let Source::Example(id) = &view.document().source else { return };
    // The menus and the list have all three; the work needs what little room there is.
    if ui.ctx().content_rect().height() < 360.0 {
        return;
    }
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        let remark = if view.document().is_unsaved() { text!("welcome-example-changed") } else { text!("welcome-example") };
        ui.label(RichText::new(remark).color(view.tokens.secondary));
        if link(ui, &text!("welcome-start")).clicked() {
            actions.push(Action::Command(Command::NewProfile));
        }
        if link(ui, &text!("welcome-next-example")).clicked() {
            let examples = store::examples();
            let at = examples.iter().position(|example| example.id == *id).unwrap_or_default();
            if let Some(next) = examples.get((at + 1) % examples.len().max(1)) {
                actions.push(Action::Open(Source::Example(next.id.clone())));
            }
        }
        if link(ui, &text!("welcome-open")).clicked() {
            actions.push(Action::Command(Command::Open));
        }
    });
}
