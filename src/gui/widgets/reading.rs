//! What a page that is only read needs: a width that can be read, headings that the keyboard can go to, and keys that scroll.
//!
//! What is written on the page is the panel's.

use egui::{Key, Modifiers, Response, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use super::show_focus;
use crate::gui::theme::strong;

/// About seventy letters of running text, in points.
pub const PROSE_WIDTH: f32 = 470.0;

/// From this width on, two parts stand side by side, with this gap between them.
const SIDE_BY_SIDE: f32 = 760.0;
const GAP: f32 = 32.0;

/// How far an arrow key scrolls, in points.
const LINE: f32 = 40.0;

/// A part of a page in which no text is set wider than can be read.
pub fn reading(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.set_max_width(PROSE_WIDTH.min(ui.available_width()));
        add(ui);
    });
}

/// Two parts of a page side by side, where there is room for both to be read; otherwise one below the other.
pub fn beside(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    let width = ui.available_width();
    if width < SIDE_BY_SIDE {
        reading(ui, left);
        reading(ui, right);
        return;
    }
    let column = ((width - GAP) / 2.0).min(PROSE_WIDTH);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.vertical(|ui| {
            ui.set_width(column);
            left(ui);
        });
        ui.add_space(GAP);
        ui.vertical(|ui| {
            ui.set_width(column);
            right(ui);
        });
    });
}

/// A heading that the keyboard can go to, so that a page can be read part by part.
pub fn heading(ui: &mut Ui, words: &str) -> Response {
    let galley = egui::WidgetText::from(strong(words)).into_galley(ui, None, ui.available_width(), egui::TextStyle::Body);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    let ink = ui.visuals().text_color();
    ui.painter().galley(rect.min, galley, ink);
    show_focus(ui, &response);
    response
}

/// Arrow and page keys move a page on which nothing is typed or set.
pub fn scroll_by_keys(ui: &Ui) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let page = ui.clip_rect().height() - LINE;
    let down: f32 = ui.input_mut(|input| {
        let keys = [(Key::ArrowDown, LINE), (Key::ArrowUp, -LINE), (Key::PageDown, page), (Key::PageUp, -page)];
        keys.into_iter().map(|(key, by)| input.count_and_consume_key(Modifiers::NONE, key) as f32 * by).sum()
    });
    if down != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -down));
    }
}
