//! Buttons in their few forms: plain, primary, link, tab, and one of several.
//!
//! What a click does is the panel's.

use egui::{Button, CornerRadius, Response, RichText, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::show_focus;
use crate::gui::theme::{BODY, CONTROL, RADIUS, SMALL, Tokens, font, strong, strong_font};

/// A button with an edge: the common one.
pub fn button(ui: &mut Ui, label: &str) -> Response {
    let response = ui.add(Button::new(RichText::new(label)).min_size(vec2(0.0, CONTROL)));
    show_focus(ui, &response);
    response
}

/// The one button of a place that carries its purpose.
pub fn primary(ui: &mut Ui, label: &str) -> Response {
    let tokens = Tokens::of(ui.ctx());
    let text = strong(label).color(tokens.on_accent);
    let response = ui.add(Button::new(text).fill(tokens.accent).stroke(Stroke::NONE).min_size(vec2(0.0, CONTROL)));
    show_focus(ui, &response);
    response
}

/// Words that can be acted on.
pub fn link(ui: &mut Ui, label: &str) -> Response {
    sized_link(ui, label, label, BODY, 20.0)
}

/// The same where several read alike: `name` tells them apart for those who hear them.
pub fn named_link(ui: &mut Ui, label: &str, name: &str) -> Response {
    sized_link(ui, label, name, BODY, 20.0)
}

/// The same among small text, such as a source.
pub fn small_link(ui: &mut Ui, label: &str) -> Response {
    sized_link(ui, label, label, SMALL, 0.0)
}

fn sized_link(ui: &mut Ui, label: &str, name: &str, size: f32, height: f32) -> Response {
    let tokens = Tokens::of(ui.ctx());
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font(size), tokens.accent);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, galley.size().y.max(height)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        let at = pos2(rect.min.x, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, tokens.accent);
        if response.hovered() {
            let y = rect.center().y + size * 0.62;
            ui.painter().line_segment([pos2(rect.min.x, y), pos2(rect.max.x, y)], Stroke::new(1.0, tokens.accent));
        }
    }
    show_focus(ui, &response);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// One tab of a row of tabs, with a quiet remark behind its name.
pub fn tab(ui: &mut Ui, label: &str, remark: &str, is_chosen: bool) -> Response {
    let tokens = Tokens::of(ui.ctx());
    let (name_font, ink) = if is_chosen { (strong_font(BODY), tokens.text) } else { (font(BODY), tokens.secondary) };
    let name = ui.painter().layout_no_wrap(label.to_owned(), name_font, ink);
    let remark = ui.painter().layout_no_wrap(remark.to_owned(), font(11.5), tokens.caption);
    let gap = if remark.size().x > 0.0 { 5.0 } else { 0.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(name.size().x + gap + remark.size().x, 40.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), is_chosen, label));
    if ui.is_rect_visible(rect) {
        let name_width = name.size().x;
        let y = rect.center().y - name.size().y / 2.0;
        ui.painter().galley(pos2(rect.min.x, y), name, ink);
        let remark_y = rect.center().y - remark.size().y / 2.0 + 0.5;
        ui.painter().galley(pos2(rect.min.x + name_width + gap, remark_y), remark, tokens.caption);
        if is_chosen || response.hovered() {
            let color = if is_chosen { tokens.accent } else { tokens.line };
            ui.painter().hline(rect.x_range(), rect.max.y - 1.0, Stroke::new(2.0, color));
        }
    }
    show_focus(ui, &response);
    response
}

/// One of several, side by side; returns the one that was clicked. `label` names the whole for a screen reader.
pub fn segmented<T: Copy + PartialEq>(ui: &mut Ui, label: &str, chosen: T, options: &[(T, String)]) -> Option<T> {
    let tokens = Tokens::of(ui.ctx());
    let padding = 14.0;
    let galleys: Vec<_> = options
        .iter()
        .map(|(value, name)| {
            let is_chosen = *value == chosen;
            let ink = if is_chosen { tokens.text } else { tokens.secondary };
            let used = if is_chosen { strong_font(BODY) } else { font(BODY) };
            // The strong width is reserved either way, so that choosing moves nothing.
            let reserved = ui.painter().layout_no_wrap(name.clone(), strong_font(BODY), ink).size().x;
            (ui.painter().layout_no_wrap(name.clone(), used, ink), reserved + 2.0 * padding)
        })
        .collect();
    let width: f32 = galleys.iter().map(|(_, width)| width).sum::<f32>() + 4.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width, CONTROL + 4.0), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(RADIUS), if tokens.is_dark { tokens.line } else { tokens.line.gamma_multiply(0.6) });
    let mut clicked = None;
    let mut x = rect.min.x + 2.0;
    for ((value, name), (galley, width)) in options.iter().zip(galleys) {
        let cell = egui::Rect::from_min_size(pos2(x, rect.min.y + 2.0), vec2(width, CONTROL));
        x += width;
        let id = ui.scope_id().with(("segment", label, name));
        let response = ui.interact(cell, id, Sense::click());
        let is_chosen = *value == chosen;
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, format!("{label}: {name}")));
        if is_chosen {
            ui.painter().rect(cell, RADIUS - 1, tokens.background, Stroke::new(1.0, tokens.line), egui::StrokeKind::Inside);
        }
        let at = cell.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, tokens.text);
        show_focus(ui, &response);
        if response.clicked() && !is_chosen {
            clicked = Some(*value);
        }
    }
    clicked
}

/// One answer among several. `name` is what a screen reader says; a quiet one has a dashed edge.
pub fn chip(ui: &mut Ui, label: &str, name: &str, is_chosen: bool, is_quiet: bool) -> Response {
    const PADDING: f32 = 12.0;
    let tokens = Tokens::of(ui.ctx());
    let ink = if is_quiet { tokens.secondary } else { tokens.text };
    // The strong width is reserved either way, so that choosing moves nothing.
    let width = ui.painter().layout_no_wrap(label.to_owned(), strong_font(BODY), ink).size().x;
    let used = if is_chosen { strong_font(BODY) } else { font(BODY) };
    let galley = ui.painter().layout_no_wrap(label.to_owned(), used, ink);
    let (rect, response) = ui.allocate_exact_size(vec2(width + 2.0 * PADDING, CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, name));
    if ui.is_rect_visible(rect) {
        let ground = if is_chosen {
            tokens.accent_ground
        } else if response.hovered() {
            tokens.panel
        } else {
            tokens.field
        };
        let edge = Stroke::new(1.0, if is_chosen { tokens.accent } else { tokens.line });
        ui.painter().rect_filled(rect, RADIUS, ground);
        if is_quiet {
            let outline = rect.shrink(0.5);
            let corners = [outline.left_top(), outline.right_top(), outline.right_bottom(), outline.left_bottom(), outline.left_top()];
            let edge = Stroke::new(1.0, if is_chosen { tokens.accent } else { tokens.edge });
            ui.painter().extend(egui::Shape::dashed_line(&corners, edge, 3.0, 3.0));
        } else {
            ui.painter().rect_stroke(rect, RADIUS, edge, egui::StrokeKind::Inside);
        }
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    }
    show_focus(ui, &response);
    response
}
