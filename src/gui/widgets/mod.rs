//! The few widgets that egui does not have, or not so calm; each has a label, a role and keys.
//!
//! They show and return values; what a value means is the panels'.

mod buttons;
mod marks;
mod number_field;
mod pair_scale;
mod points_slider;
mod reading;

pub use buttons::{button, chip, link, named_link, primary, segmented, small_link, tab};
pub use marks::{RangeMark, marker, marker_shapes, meter, range_mark, share_bar};
pub use number_field::number_field;
pub use pair_scale::{REACH as PAIR_REACH, pair_scale};
pub use points_slider::{RAIL, points_slider};
pub use reading::{PROSE_WIDTH, beside, heading, reading, scroll_by_keys};

use egui::{Response, Ui};

use super::theme::{Tokens, focus_ring};

/// Draws the ring that shows where the keyboard is, and brings it into sight when it comes there.
pub fn show_focus(ui: &Ui, response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        let tokens = Tokens::of(ui.ctx());
        ui.painter().rect_stroke(response.rect.expand(2.0), super::theme::RADIUS, focus_ring(tokens), egui::StrokeKind::Outside);
    }
}
