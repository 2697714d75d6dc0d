//! The scale between two things: seventeen steps from one to the other, the middle for equal.
//!
//! What the steps mean is said beside it, in words.

use egui::{
    EventFilter, Key, Modifiers, Response, Sense, Stroke, Ui, WidgetInfo,
    accesskit::{Action, Role},
    pos2, vec2,
};

use super::show_focus;
use crate::gui::theme::{CONTROL, Tokens};

/// Steps to each side of the middle.
pub const REACH: i32 = 8;
const HANDLE: f32 = 8.0;

/// Shows `step`, from −[`REACH`] at the left to [`REACH`] at the right; `None` shows no handle. Returns the new step when it was
/// changed. Arrow keys go on by one, Home and End to the ends. `value` says the step in words.
pub fn pair_scale(ui: &mut Ui, label: &str, value: &str, step: Option<i32>, width: f32) -> (Response, Option<i32>) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, CONTROL), Sense::click_and_drag());
    let rail = rect.shrink2(vec2(HANDLE, 0.0));
    let x = |step: i32| rail.min.x + rail.width() * (step + REACH) as f32 / (2 * REACH) as f32;
    let mut edited = step;
    if let Some(pointer) = response.interact_pointer_pos()
        && (response.dragged() || response.clicked())
    {
        let at = ((pointer.x - rail.min.x) / rail.width() * (2 * REACH) as f32).round() as i32 - REACH;
        edited = Some(at.clamp(-REACH, REACH));
        response.request_focus();
    }
    if response.has_focus() {
        ui.memory_mut(|memory| {
            memory.set_focus_lock_filter(response.id, EventFilter { horizontal_arrows: true, ..Default::default() });
        });
        edited = keys(ui, edited);
    }
    edited = requests(ui, &response, edited);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, ui.is_enabled(), label);
        info.current_text_value = Some(value.to_owned());
        info
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Slider);
        node.set_value(value);
        node.set_min_numeric_value(f64::from(-REACH));
        node.set_max_numeric_value(f64::from(REACH));
        node.set_numeric_value_step(1.0);
        if let Some(step) = edited {
            node.set_numeric_value(f64::from(step));
        }
        node.add_action(Action::SetValue);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
    if ui.is_rect_visible(rect) {
        let tokens = Tokens::of(ui.ctx());
        let y = rail.center().y;
        let painter = ui.painter();
        painter.hline(rect.x_range(), y, Stroke::new(4.0, tokens.line));
        for tick in (-REACH..=REACH).step_by(2) {
            let height = if tick == 0 { 6.0 } else { 3.5 };
            painter.vline(x(tick), y - height..=y + height, Stroke::new(1.0, tokens.edge));
        }
        if let Some(step) = edited {
            painter.line_segment([pos2(x(0), y), pos2(x(step), y)], Stroke::new(4.0, tokens.accent));
            let radius = if response.hovered() || response.dragged() { HANDLE + 0.5 } else { HANDLE };
            painter.circle(pos2(x(step), y), radius, tokens.background, Stroke::new(2.0, tokens.accent));
        }
        show_focus(ui, &response);
    }
    (response, if edited == step { None } else { edited })
}

/// The first key press on an empty scale starts in the middle.
fn keys(ui: &Ui, step: Option<i32>) -> Option<i32> {
    ui.input_mut(|input| {
        let by = input.count_and_consume_key(Modifiers::NONE, Key::ArrowRight) as i32
            - input.count_and_consume_key(Modifiers::NONE, Key::ArrowLeft) as i32;
        if input.consume_key(Modifiers::NONE, Key::Home) {
            Some(-REACH)
        } else if input.consume_key(Modifiers::NONE, Key::End) {
            Some(REACH)
        } else if by != 0 {
            Some((step.unwrap_or(0) + by).clamp(-REACH, REACH))
        } else if step.is_none() && (input.consume_key(Modifiers::NONE, Key::Space) || input.consume_key(Modifiers::NONE, Key::Enter)) {
            Some(0)
        } else {
            step
        }
    })
}

/// What an assistive technology asks for.
fn requests(ui: &Ui, response: &Response, step: Option<i32>) -> Option<i32> {
    ui.input(|input| {
        let mut step = step;
        for event in &input.events {
            if let egui::Event::AccessKitActionRequest(request) = event
                && request.target_node == response.id.accesskit_id()
            {
                let to = match (request.action, &request.data) {
                    (Action::Increment, _) => step.unwrap_or(0) + 1,
                    (Action::Decrement, _) => step.unwrap_or(0) - 1,
                    (Action::SetValue, Some(egui::accesskit::ActionData::NumericValue(to))) => to.round() as i32,
                    _ => continue,
                };
                step = Some(to.clamp(-REACH, REACH));
            }
        }
        step
    })
}
