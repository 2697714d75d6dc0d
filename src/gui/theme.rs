//! The window's tokens: colours for light and dark, sizes of type, spacing; and how egui is dressed with them.
//!
//! Colours of charts are `chart/style.rs`'s; both share the language colours through [`slot_color`].

use std::sync::Arc;

use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, RichText, Shadow, Stroke, Style, TextStyle, Theme, Vec2,
    Visuals, vec2,
};

use crate::chart::{font, style};

/// The colours of one theme, by what they are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tokens {
    pub is_dark: bool,
    pub background: Color32,
    pub panel: Color32,
    pub field: Color32,
    /// Decoration only: separators, rails, rings.
    pub line: Color32,
    /// The edge of what can be acted on.
    pub edge: Color32,
    pub text: Color32,
    pub secondary: Color32,
    pub caption: Color32,
    /// What can be acted on, what is chosen.
    pub accent: Color32,
    pub accent_ground: Color32,
    pub on_accent: Color32,
    pub notice: Color32,
    pub notice_ground: Color32,
    /// Bars that belong to no alternative.
    pub neutral: Color32,
}

const LIGHT: Tokens = Tokens {
    is_dark: false,
    background: Color32::from_rgb(0xff, 0xff, 0xff),
    panel: Color32::from_rgb(0xf6, 0xf7, 0xf9),
    field: Color32::from_rgb(0xff, 0xff, 0xff),
    line: Color32::from_rgb(0xe2, 0xe5, 0xea),
    edge: Color32::from_rgb(0x7c, 0x84, 0x8f),
    text: Color32::from_rgb(0x1b, 0x1e, 0x23),
    secondary: Color32::from_rgb(0x5a, 0x62, 0x6d),
    caption: Color32::from_rgb(0x69, 0x71, 0x7d),
    accent: Color32::from_rgb(0x46, 0x50, 0xb8),
    accent_ground: Color32::from_rgb(0xec, 0xee, 0xfb),
    on_accent: Color32::from_rgb(0xff, 0xff, 0xff),
    notice: Color32::from_rgb(0x7a, 0x4b, 0x00),
    notice_ground: Color32::from_rgb(0xff, 0xf6, 0xe5),
    neutral: Color32::from_rgb(0x7f, 0x87, 0x93),
};

const DARK: Tokens = Tokens {
    is_dark: true,
    background: Color32::from_rgb(0x17, 0x19, 0x1d),
    panel: Color32::from_rgb(0x1d, 0x20, 0x25),
    field: Color32::from_rgb(0x12, 0x14, 0x17),
    line: Color32::from_rgb(0x2d, 0x31, 0x38),
    edge: Color32::from_rgb(0x6b, 0x73, 0x7f),
    text: Color32::from_rgb(0xe9, 0xeb, 0xee),
    secondary: Color32::from_rgb(0xa2, 0xaa, 0xb4),
    caption: Color32::from_rgb(0x8d, 0x96, 0xa2),
    accent: Color32::from_rgb(0x98, 0xa0, 0xff),
    accent_ground: Color32::from_rgb(0x27, 0x2b, 0x45),
    on_accent: Color32::from_rgb(0x12, 0x14, 0x17),
    notice: Color32::from_rgb(0xf1, 0xc2, 0x7d),
    notice_ground: Color32::from_rgb(0x33, 0x29, 0x1a),
    neutral: Color32::from_rgb(0x7d, 0x85, 0x91),
};

impl Tokens {
    /// The tokens of the theme that the window shows.
    pub fn of(ctx: &egui::Context) -> Self {
        Self::of_theme(ctx.theme())
    }

    pub fn of_theme(theme: Theme) -> Self {
        match theme {
            Theme::Light => LIGHT,
            Theme::Dark => DARK,
        }
    }

    /// The palette in which charts are drawn.
    pub fn chart_theme(self) -> style::Theme {
        if self.is_dark { style::Theme::Dark } else { style::Theme::Light }
    }

    /// An alternative's colour, by its slot.
    pub fn slot(self, slot: usize) -> Color32 {
        let style::Rgb(r, g, b) = self.chart_theme().color(style::Role::Slot(slot));
        Color32::from_rgb(r, g, b)
    }
}

/// Sizes of type in points.
pub const SMALL: f32 = 11.5;
pub const BODY: f32 = 13.0;
pub const SECTION: f32 = 17.0;
pub const TITLE: f32 = 21.0;

/// Heights and radii in points.
pub const CONTROL: f32 = 28.0;
pub const RADIUS: u8 = 7;
/// No text is set wider than this: about 70 characters.
pub const READING_WIDTH: f32 = 640.0;

const SEMI_BOLD: &str = "semibold";

fn semi_bold() -> FontFamily {
    FontFamily::Name(SEMI_BOLD.into())
}

pub fn font(size: f32) -> FontId {
    FontId::proportional(size)
}

pub fn strong_font(size: f32) -> FontId {
    FontId::new(size, semi_bold())
}

/// A text in the strong weight.
pub fn strong(text: impl Into<String>) -> RichText {
    RichText::new(text).family(semi_bold())
}

/// A text of several lines, with the air that reading wants.
pub fn prose(text: impl Into<String>) -> RichText {
    // A number and its sign stay on one line.
    RichText::new(text.into().replace(" %", "\u{a0}%")).line_height(Some(19.0))
}

/// Dresses a context: fonts, type, spacing and both themes.
pub fn dress(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [("Inter", font::REGULAR), ("Inter SemiBold", font::SEMI_BOLD)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    fonts.families.insert(FontFamily::Proportional, vec!["Inter".to_owned()]);
    fonts.families.insert(FontFamily::Monospace, vec!["Inter".to_owned()]);
    fonts.families.insert(semi_bold(), vec!["Inter SemiBold".to_owned(), "Inter".to_owned()]);
    ctx.set_fonts(fonts);
    // Where the system does not say, the ground is light.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    for theme in [Theme::Light, Theme::Dark] {
        ctx.style_mut_of(theme, |style| dress_style(style, Tokens::of_theme(theme)));
    }
}

fn dress_style(style: &mut Style, tokens: Tokens) {
    style.text_styles = [
        (TextStyle::Small, font(SMALL)),
        (TextStyle::Body, font(BODY)),
        (TextStyle::Button, font(BODY)),
        (TextStyle::Monospace, font(BODY)),
        (TextStyle::Heading, strong_font(SECTION)),
    ]
    .into();
    style.drag_value_text_style = TextStyle::Button;
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 4.0);
    spacing.button_padding = vec2(12.0, 5.0);
    spacing.interact_size = vec2(40.0, CONTROL);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
    spacing.icon_width = 16.0;
    spacing.tooltip_width = 360.0;
    spacing.scroll.floating = true;
    spacing.scroll.foreground_color = false;
    style.visuals = visuals(tokens);
    style.interaction.selectable_labels = false;
    style.animation_time = 0.12;
}

fn visuals(tokens: Tokens) -> Visuals {
    let mut visuals = if tokens.is_dark { Visuals::dark() } else { Visuals::light() };
    let radius = CornerRadius::same(RADIUS);
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(tokens.secondary);
    visuals.panel_fill = tokens.background;
    visuals.window_fill = tokens.background;
    visuals.window_stroke = Stroke::new(1.0, tokens.line);
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = radius;
    visuals.extreme_bg_color = tokens.field;
    visuals.text_edit_bg_color = Some(tokens.field);
    visuals.faint_bg_color = tokens.panel;
    visuals.code_bg_color = tokens.panel;
    visuals.hyperlink_color = tokens.accent;
    visuals.warn_fg_color = tokens.notice;
    visuals.error_fg_color = tokens.notice;
    visuals.selection.bg_fill = tokens.accent_ground;
    visuals.selection.stroke = Stroke::new(1.0, tokens.accent);
    visuals.window_shadow =
        Shadow { offset: [0, 8], blur: 28, spread: 0, color: Color32::from_black_alpha(if tokens.is_dark { 140 } else { 40 }) };
    visuals.popup_shadow =
        Shadow { offset: [0, 4], blur: 14, spread: 0, color: Color32::from_black_alpha(if tokens.is_dark { 120 } else { 28 }) };
    visuals.indent_has_left_vline = false;
    visuals.slider_trailing_fill = true;
    let widgets = &mut visuals.widgets;
    for (widget, ground, edge, ink) in [
        (&mut widgets.noninteractive, tokens.background, tokens.line, tokens.text),
        (&mut widgets.inactive, tokens.field, tokens.line, tokens.text),
        (&mut widgets.hovered, tokens.panel, tokens.edge, tokens.text),
        (&mut widgets.active, tokens.accent_ground, tokens.accent, tokens.text),
        (&mut widgets.open, tokens.panel, tokens.edge, tokens.text),
    ] {
        widget.bg_fill = ground;
        widget.weak_bg_fill = ground;
        widget.bg_stroke = Stroke::new(1.0, edge);
        widget.fg_stroke = Stroke::new(1.0, ink);
        widget.corner_radius = radius;
        widget.expansion = 0.0;
    }
    visuals
}

/// The ring around what has the keyboard.
pub fn focus_ring(tokens: Tokens) -> Stroke {
    Stroke::new(2.0, tokens.accent)
}

/// Space inside the zones of the window.
pub const ZONE_PADDING: Vec2 = vec2(20.0, 16.0);

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(a: Color32, b: Color32) -> f64 {
        let luminance = |color: Color32| {
            let linear = |byte: u8| {
                let c = f64::from(byte) / 255.0;
                if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
            };
            0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_and_mark_stands_out() {
        for tokens in [LIGHT, DARK] {
            for text in [tokens.text, tokens.secondary, tokens.caption, tokens.accent] {
                for ground in [tokens.background, tokens.panel, tokens.field] {
                    assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}");
                }
            }
            for (text, ground) in [
                (tokens.text, tokens.accent_ground),
                (tokens.accent, tokens.accent_ground),
                (tokens.secondary, tokens.accent_ground),
                (tokens.notice, tokens.notice_ground),
                (tokens.notice, tokens.background),
                (tokens.on_accent, tokens.accent),
            ] {
                assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}");
            }
            for mark in [tokens.edge, tokens.neutral, tokens.slot(0), tokens.slot(1), tokens.slot(2)] {
                for ground in [tokens.background, tokens.panel] {
                    assert!(contrast(mark, ground) >= 3.0, "{mark:?} on {ground:?}");
                }
            }
        }
    }
}
