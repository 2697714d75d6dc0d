//! The few widgets that egui does not have, or not so calm; each has a label, a role and keys.
//!
//! They show and return values; what a value means is the panels'.

mod buttons;
mod marks;
mod number_field;
mod points_slider;

pub use buttons::{button, chip, link, primary, segmented, small_link, tab};
pub use marks::{RangeMark, marker, marker_shapes, meter, range_mark, share_bar};
pub use number_field::number_field;
pub use points_slider::{RAIL, points_slider};

use egui::{Response, Ui};

use super::theme::{Tokens, focus_ring};

/// Draws the ring that shows where the keyboard is.
pub fn show_focus(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let tokens = Tokens::of(ui.ctx());
        ui.painter().rect_stroke(response.rect.expand(2.0), super::theme::RADIUS, focus_ring(tokens), egui::StrokeKind::Outside);
    }
}
