//! The command palette: every command by its name, every page, and every profile.

use egui::{Key, Modifiers, RichText, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::{
    chart::plain,
    gui::{
        action::Action,
        page::Page,
        panels::{command_name, is_enabled},
        shortcuts,
        theme::{BODY, RADIUS, font},
        view::View,
    },
    session::{Command, Source},
    store,
};

/// The list is so high where the window has the room, in points; the field and the frame around both take the rest.
const HEIGHT: f32 = 360.0;
const AROUND: f32 = 130.0;

/// Something that can be chosen.
struct Choice {
    name: String,
    keys: String,
    is_enabled: bool,
    action: Action,
}

pub fn palette_ui(ui: &mut Ui, view: &View<'_>, query: &mut String, chosen: &mut usize, actions: &mut Vec<Action>) {
    let (down, up, enter) = ui.input_mut(|input| {
        (
            input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
            input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
            input.consume_key(Modifiers::NONE, Key::Enter),
        )
    });
    let before = query.clone();
    let field =
        TextEdit::singleline(query).desired_width(f32::INFINITY).margin(egui::Margin::symmetric(10, 8)).hint_text(text!("palette-hint"));
    let response = ui.add(field).accessible_name(text!("palette-hint"));
    response.request_focus();
    let choices = choices(ui, view, query);
    if *query != before {
        *chosen = 0;
    }
    let last = choices.len().saturating_sub(1);
    *chosen = (*chosen + down).saturating_sub(up).min(last);
    // As high for two matches as for a hundred, so that nothing moves while one types.
    let height = (ui.ctx().content_rect().height() - AROUND).clamp(60.0, HEIGHT);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, choice) in choices.iter().enumerate() {
            let is_chosen = at == *chosen;
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, choice.is_enabled, is_chosen, &choice.name));
            if is_chosen || response.hovered() {
                ui.painter().rect_filled(rect, RADIUS, if is_chosen { view.tokens.accent_ground } else { view.tokens.panel });
            }
            if is_chosen && (down > 0 || up > 0) {
                response.scroll_to_me(None);
            }
            let ink = if choice.is_enabled { view.tokens.text } else { view.tokens.caption };
            ui.painter().text(pos2(rect.min.x + 10.0, rect.center().y), egui::Align2::LEFT_CENTER, &choice.name, font(BODY), ink);
            ui.painter().text(
                pos2(rect.max.x - 10.0, rect.center().y),
                egui::Align2::RIGHT_CENTER,
                &choice.keys,
                font(BODY),
                view.tokens.caption,
            );
            if choice.is_enabled && (response.clicked() || (is_chosen && enter)) {
                actions.push(Action::CloseDialog);
                actions.push(choice.action.clone());
            }
        }
        if choices.is_empty() {
            ui.label(RichText::new(text!("palette-nothing")).color(view.tokens.secondary));
        }
    });
}

/// Commands first, then pages, then profiles, but before all of them what begins with the query; every word of it must occur.
fn choices(ui: &Ui, view: &View<'_>, query: &str) -> Vec<Choice> {
    let commands = Command::ALL.into_iter().filter(|command| *command != Command::Palette).map(|command| Choice {
        name: command_name(view, command),
        keys: shortcuts::label(ui.ctx(), command),
        is_enabled: is_enabled(view, command),
        action: Action::Command(command),
    });
    // Some pages have commands of their own.
    let pages = Page::all().filter(|page| page.command().is_none()).map(|page| Choice {
        name: text!("palette-show-page", name = page.name()),
        keys: String::new(),
        is_enabled: true,
        action: Action::ShowPage(page),
    });
    let profile = |name: &str, source: Source| Choice {
        name: text!("palette-open-profile", name = plain(name)),
        keys: String::new(),
        is_enabled: true,
        action: Action::Open(source),
    };
    let own = view.library.entries().iter().filter_map(|entry| Some(profile(entry.name.as_ref().ok()?, Source::File(entry.path.clone()))));
    let examples = store::examples().iter().map(|example| profile(&example.profile.name, Source::Example(example.id.clone())));
    let words: Vec<String> = query.to_lowercase().split_whitespace().map(ToOwned::to_owned).collect();
    let matches = |choice: &Choice| {
        let name = choice.name.to_lowercase();
        words.iter().all(|word| name.contains(word))
    };
    let mut found: Vec<Choice> = commands.chain(pages).chain(own).chain(examples).filter(matches).collect();
    let start = words.join(" ");
    found.sort_by_key(|choice| !choice.name.to_lowercase().starts_with(&start));
    found
}
