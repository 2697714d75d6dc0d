//! The pages of Analyse: their list at the left, what stands over each, and the shown one.
//!
//! Which pages there are is `page`'s; what one shows is in a file of its own.

use egui::{Label, RichText, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{
    account_ui, changes_ui, chart_page_ui, compare_ui, precedents_ui, sealed::sealed_ui, track_record_ui, verdict_line_ui, voices_ui,
};
use crate::gui::{
    action::Action,
    app::has_list,
    page::{PAGES, Page},
    theme::{BODY, RADIUS, TITLE, font, strong, strong_font},
    view::{View, ViewState, Zone},
    widgets::show_focus,
};

/// The list of pages, in the place of the library.
pub fn pages_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    ScrollArea::vertical().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (nth, section) in PAGES.iter().enumerate() {
            if nth > 0 {
                ui.add_space(12.0);
            }
            for &page in *section {
                entry_ui(ui, view, state, page, actions);
            }
        }
    });
}

fn entry_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, page: Page, actions: &mut Vec<Action>) {
    let tokens = view.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 29.0), Sense::click());
    let is_chosen = state.page == page;
    let name = page.name();
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, &name));
    if is_chosen {
        ui.painter().rect_filled(rect, RADIUS, tokens.accent_ground);
        if matches!(state.focus, Some(Zone::Library)) {
            response.request_focus();
            state.focus = None;
        }
    } else if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS, tokens.line.gamma_multiply(0.5));
    }
    let used = if is_chosen { strong_font(BODY) } else { font(BODY) };
    ui.painter().text(pos2(rect.min.x + 8.0, rect.center().y), egui::Align2::LEFT_CENTER, name, used, tokens.text);
    show_focus(ui, &response);
    if response.clicked() {
        actions.push(Action::ShowPage(page));
    }
}

pub fn analyse_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    // Weights can be given before anybody sees what they come to.
    if view.is_sealed() && state.page != Page::Voices {
        return sealed_ui(ui, view, state, actions);
    }
    let head = state.page.head(view.subject(), state.against);
    ui.horizontal(|ui| {
        let n = view.assessment().alternatives.len().min(8) as f32;
        let line = vec2((100.0 + 56.0 * n).min(ui.available_width() * 0.6), 28.0);
        let title = vec2(ui.available_width() - line.x - ui.spacing().item_spacing.x, 28.0);
        ui.allocate_ui_with_layout(title, egui::Layout::left_to_right(egui::Align::Center), |ui| {
            let title = strong(head.title).size(TITLE);
            if has_list(ui.ctx().content_rect().width(), state) {
                ui.add(Label::new(title).truncate());
            } else {
                ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
                title_menu_ui(ui, view, state, title, actions);
            }
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.allocate_ui_with_layout(line, egui::Layout::left_to_right(egui::Align::Center), |ui| verdict_line_ui(ui, view));
        });
    });
    ui.label(RichText::new(head.subtitle).color(view.tokens.secondary));
    match state.page {
        Page::Account => account_ui(ui, view, state),
        Page::Changes => changes_ui(ui, view, state, actions),
        Page::Chart(kind) => chart_page_ui(ui, view, state, kind, actions),
        Page::Comparison => compare_ui(ui, view, state, actions),
        Page::Precedents => precedents_ui(ui, view, state, actions),
        Page::TrackRecord => track_record_ui(ui, view, state),
        Page::Voices => voices_ui(ui, view, state, actions),
    }
}

/// The title as a menu of the pages, where their list has no room.
fn title_menu_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, title: RichText, actions: &mut Vec<Action>) {
    let response = ui.menu_button(title, |ui| {
        ui.set_min_width(208.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        pages_ui(ui, view, state, actions);
    });
    show_focus(ui, &response.response);
}
