//! Pages to look things up: the keys, and what this program is.

use egui::{Key, RichText, ScrollArea, Ui};

use super::{remark_ui, title_ui};
use crate::{
    assessment::{CLEAR_Z, LEANING_Z},
    gui::{
        action::Action,
        shortcuts,
        theme::{SMALL, Tokens, strong},
        view::View,
        widgets::link,
    },
    session::{Command, CommandGroup},
};

/// The licences of everything inside, collected by `packaging/licences/collect.py`.
const LICENCES: &str = include_str!("../../../assets/licences.txt");

pub fn keys_ui(ui: &mut Ui, _view: &View<'_>) {
    let tokens = Tokens::of(ui.ctx());
    title_ui(ui, &Command::Keys.name());
    let height = (ui.ctx().content_rect().height() - 160.0).max(120.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        for group in CommandGroup::ALL {
            let commands: Vec<Command> =
                Command::ALL.into_iter().filter(|command| command.group() == group && !shortcuts::of(*command).is_empty()).collect();
            ui.add_space(6.0);
            ui.label(strong(group.name()).color(tokens.secondary).size(SMALL));
            for command in commands {
                ui.horizontal(|ui| {
                    ui.label(command.name());
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        let keys: Vec<String> = shortcuts::of(command).iter().map(|keys| ui.ctx().format_shortcut(keys)).collect();
                        ui.label(RichText::new(keys.first().cloned().unwrap_or_default()).color(tokens.secondary));
                    });
                });
            }
        }
        ui.add_space(6.0);
        remark_ui(ui, &text!("keys-slider"));
    });
}

pub fn about_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    title_ui(ui, &text!("about-title", version = env!("CARGO_PKG_VERSION")));
    ui.label(text!("about-what"));
    let catalogue = view.catalogue();
    remark_ui(
        ui,
        &text!("about-catalogue", version = catalogue.edition(), sources = catalogue.evidence.len(), claims = catalogue.claims.len()),
    );
    ui.add_space(4.0);
    ui.label(strong(text!("about-limits-title")));
    let percent = |z: f64| crate::wording::percent(crate::mcda::normal::normal_cdf(z));
    remark_ui(ui, &text!("about-limits", clear = percent(CLEAR_Z), leaning = percent(LEANING_Z)));
    remark_ui(ui, &text!("about-offline"));
    ui.add_space(4.0);
    remark_ui(ui, &text!("about-licence"));
    if link(ui, &text!("about-licences")).clicked() {
        actions.push(Action::Command(Command::Licences));
    }
}

/// What is inside, each with its licence, and the texts of all of them. The keys that turn pages do so here.
pub fn licences_ui(ui: &mut Ui) {
    title_ui(ui, &Command::Licences.name());
    remark_ui(ui, &text!("licences-keys"));
    let height = (ui.ctx().content_rect().height() - 190.0).max(100.0);
    let lines: Vec<&str> = LICENCES.lines().collect();
    let row_height = ui.text_style_height(&egui::TextStyle::Small);
    ui.spacing_mut().item_spacing.y = 2.0;
    let area = ScrollArea::both().max_height(height).min_scrolled_height(height).auto_shrink(false);
    area.show_rows(ui, row_height, lines.len(), |ui, shown| {
        let step = ui.input_mut(|input| {
            let mut turned = |key| f32::from(u8::from(input.consume_key(egui::Modifiers::NONE, key)));
            let lines = turned(Key::ArrowUp) - turned(Key::ArrowDown) + lines.len() as f32 * (turned(Key::Home) - turned(Key::End));
            let pages = turned(Key::PageUp) - turned(Key::PageDown);
            let sideways = turned(Key::ArrowLeft) - turned(Key::ArrowRight);
            egui::vec2(sideways * height / 2.0, lines * (row_height + 2.0) + pages * (height - row_height))
        });
        if step != egui::Vec2::ZERO {
            ui.scroll_with_delta_animation(step, egui::style::ScrollAnimation::none());
        }
        for line in &lines[shown] {
            ui.add(egui::Label::new(RichText::new(*line).size(SMALL)).extend());
        }
    });
}
