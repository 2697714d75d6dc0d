//! What stands in the place of the result while it is sealed: why, whom one expects to lead, and the way to look.
//!
//! Nothing here reads a score: what is not shown cannot bend a weight.

use egui::{RichText, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role};

use crate::{
    chart::plain,
    gui::{
        action::Action,
        theme::{READING_WIDTH, TITLE, prose, strong},
        view::{Mode, View, ViewState, Zone},
        widgets::{chip, primary, show_focus},
    },
    model::{Edit, GutFeeling, Id},
    session::Command,
};

pub fn sealed_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let tokens = view.tokens;
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(READING_WIDTH.min(ui.available_width()));
        let title = ui.label(strong(text!("sealed-title")).size(TITLE));
        let heading = ui.interact(title.rect, title.id.with("headline"), Sense::focusable_noninteractive());
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text!("sealed-title")));
        // It stands where the answer is, or over the whole width.
        let is_here = |zone: &mut Zone| *zone == Zone::Answer || (*zone == Zone::Work && state.mode != Mode::Decide);
        if state.focus.take_if(is_here).is_some() {
            heading.request_focus();
        }
        show_focus(ui, &heading);
        ui.add_space(2.0);
        ui.label(prose(text!("sealed-why")).color(tokens.secondary));
        ui.add_space(18.0);
        ui.label(strong(text!("sealed-expect")));
        ui.add_space(2.0);
        ui.label(RichText::new(text!("sealed-expect-why")).color(tokens.secondary));
        ui.add_space(6.0);
        let feeling = view.profile().gut_feeling.clone().unwrap_or_default();
        if let Some(expected) = expected_ui(ui, view, feeling.expected.as_ref()) {
            let feeling = GutFeeling { expected, ..feeling };
            let kept = Some(feeling).filter(|feeling| *feeling != GutFeeling::default());
            actions.push(Action::Edit(Edit::GutFeeling(kept)));
            actions.push(Action::Seal);
        }
        ui.add_space(18.0);
        if primary(ui, &Command::RevealResult.name()).on_hover_text(Command::RevealResult.tooltip()).clicked() {
            actions.push(Action::Command(Command::RevealResult));
        }
    });
}

/// One chip for each alternative; a click on the chosen one takes it back. Returns what it is set to.
pub fn expected_ui(ui: &mut Ui, view: &View<'_>, expected: Option<&Id>) -> Option<Option<Id>> {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 6.0);
        for alternative in &view.assessment().alternatives {
            let is_chosen = expected == Some(&alternative.id);
            let name = plain(&alternative.name);
            if chip(ui, &name, &text!("sealed-expect-one", name = name.clone()), is_chosen, false).clicked() {
                chosen = Some((!is_chosen).then(|| alternative.id.clone()));
            }
        }
    });
    chosen
}
