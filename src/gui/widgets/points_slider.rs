//! The slider that sets importance: a rail, a handle, and a tick where the facts put it.
//!
//! It never stands alone: a number field is beside it, and the share of the whole behind that.

use egui::{
    Color32, Event, EventFilter, Key, Modifiers, Response, Sense, Stroke, Ui, WidgetInfo,
    accesskit::{Action, ActionData, Role},
    pos2, vec2,
};

use super::show_focus;
use crate::gui::theme::{CONTROL, Tokens};

/// The width of the rail in points.
pub const RAIL: f32 = 236.0;
const HANDLE: f32 = 8.0;
/// One key press, and one with Shift.
const STEP: f64 = 1.0;
const LARGE_STEP: f64 = 10.0;

/// Shows `value` between 0 and `max`, with a tick at `default`. Returns the new value when it was changed; a double click asks for
/// the default. Arrow keys change by 1, with Shift by 10; Home and End go to the ends.
pub fn points_slider(ui: &mut Ui, label: &str, value: f64, default: f64, max: f64, width: f32) -> (Response, Option<f64>) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, CONTROL), Sense::click_and_drag());
    let rail = rect.shrink2(vec2(HANDLE, 0.0));
    let mut edited = value;
    if let Some(pointer) = response.interact_pointer_pos()
        && (response.dragged() || response.clicked())
    {
        edited = (f64::from((pointer.x - rail.min.x) / rail.width()) * max).clamp(0.0, max).round();
        response.request_focus();
    }
    if response.double_clicked() {
        edited = default;
    }
    if response.has_focus() {
        ui.memory_mut(|memory| {
            memory.set_focus_lock_filter(response.id, EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() });
        });
        edited = keys(ui, edited, max);
    }
    edited = requests(ui, &response, edited).clamp(0.0, max.max(value));
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), edited, label));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Slider);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(max);
        node.set_numeric_value_step(STEP);
        node.set_numeric_value_jump(LARGE_STEP);
        node.add_action(Action::SetValue);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
    if ui.is_rect_visible(rect) {
        paint(ui, &response, rail, edited, default, max);
    }
    (response, (edited != value).then_some(edited))
}

fn keys(ui: &Ui, value: f64, max: f64) -> f64 {
    ui.input_mut(|input| {
        let mut count = |key| {
            input.count_and_consume_key(Modifiers::SHIFT, key) as f64 * LARGE_STEP
                + input.count_and_consume_key(Modifiers::NONE, key) as f64 * STEP
        };
        let up = count(Key::ArrowRight) + count(Key::ArrowUp);
        let down = count(Key::ArrowLeft) + count(Key::ArrowDown);
        let mut value = value;
        if up != down {
            value = (value + up - down).clamp(0.0, max);
        }
        if input.consume_key(Modifiers::NONE, Key::Home) {
            value = 0.0;
        }
        if input.consume_key(Modifiers::NONE, Key::End) {
            value = max;
        }
        value
    })
}

/// What an assistive technology asks for.
fn requests(ui: &Ui, response: &Response, value: f64) -> f64 {
    ui.input(|input| {
        let mut value = value;
        for event in &input.events {
            if let Event::AccessKitActionRequest(request) = event
                && request.target_node == response.id.accesskit_id()
            {
                match (request.action, &request.data) {
                    (Action::Increment, _) => value += STEP,
                    (Action::Decrement, _) => value -= STEP,
                    (Action::SetValue, Some(ActionData::NumericValue(to))) => value = *to,
                    _ => {}
                }
            }
        }
        value
    })
}

fn paint(ui: &Ui, response: &Response, rail: egui::Rect, value: f64, default: f64, max: f64) {
    let tokens = Tokens::of(ui.ctx());
    let y = rail.center().y;
    let x = |value: f64| rail.min.x + rail.width() * (value / max).clamp(0.0, 1.0) as f32;
    let line = |from: f32, to: f32, color: Color32| {
        ui.painter().line_segment([pos2(from, y), pos2(to, y)], Stroke::new(4.0, color));
    };
    line(rail.min.x - HANDLE, rail.max.x + HANDLE, tokens.line);
    line(rail.min.x - HANDLE, x(value), tokens.accent);
    if (default - value).abs() >= 0.05 {
        ui.painter().line_segment([pos2(x(default), y - 6.0), pos2(x(default), y + 6.0)], Stroke::new(1.5, tokens.secondary));
    }
    let radius = if response.hovered() || response.dragged() { HANDLE + 0.5 } else { HANDLE };
    ui.painter().circle(pos2(x(value), y), radius, tokens.background, Stroke::new(2.0, tokens.accent));
    show_focus(ui, response);
}
