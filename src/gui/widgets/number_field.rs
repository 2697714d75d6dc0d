//! A field for a number, typed with comma or point.
//!
//! What the number is for is the caller's; it is only kept within its range.

use std::ops::RangeInclusive;

use egui::{DragValue, Response, Ui, vec2};

use super::show_focus;
use crate::{gui::theme::CONTROL, wording};

/// Shows `value` and returns the new one when it was changed. Dragging over it changes it by `speed` a point.
pub fn number_field(ui: &mut Ui, label: &str, value: f64, range: RangeInclusive<f64>, speed: f64, width: f32) -> (Response, Option<f64>) {
    let mut edited = value;
    let drag = DragValue::new(&mut edited)
        .range(range)
        .speed(speed)
        .update_while_editing(false)
        .custom_formatter(|value, _| wording::points(value))
        .custom_parser(parse_number);
    let response = ui.add_sized(vec2(width, CONTROL), drag).accessible_name(label);
    show_focus(ui, &response);
    // Only passing through is no change, although the text that is read back has fewer decimals than the value.
    let is_passed = response.lost_focus() && wording::points(edited) == wording::points(value);
    let changed = (response.changed() && edited != value && !is_passed).then_some(edited);
    (response, changed)
}

/// A number with a comma or a point, spaces aside.
pub fn parse_number(text: &str) -> Option<f64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::parse_number;

    #[test]
    fn a_comma_is_as_good_as_a_point() {
        assert_eq!(parse_number("2,5"), Some(2.5));
        assert_eq!(parse_number(" 2.5 "), Some(2.5));
        assert_eq!(parse_number("NaN"), None);
        assert_eq!(parse_number("two"), None);
    }
}
