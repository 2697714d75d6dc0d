//! Colour roles, dash patterns and markers: the one place where a chart's looks are named.
//!
//! What is drawn with them is each chart's; the window's own colours are `gui/theme.rs`.

/// An opaque colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// What a colour is for. A palette gives every role its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    Ground,
    /// Titles, names and numbers.
    Ink,
    /// Labels and sentences beside the numbers.
    Secondary,
    /// Small print.
    Caption,
    /// Rings and rails: decoration that carries no meaning.
    Grid,
    /// The outer ring, axes.
    Frame,
    /// Bars that belong to no alternative.
    Neutral,
    /// An alternative's slot, by position; wraps around after [`SLOTS`].
    Slot(usize),
    /// The same slot for letters, which need more contrast than lines.
    SlotText(usize),
}

/// A role with an opacity from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paint {
    pub role: Role,
    pub alpha: f64,
}

impl Paint {
    pub const fn solid(role: Role) -> Self {
        Self { role, alpha: 1.0 }
    }

    pub const fn faint(role: Role, alpha: f64) -> Self {
        Self { role, alpha }
    }
}

/// Opacities of the parts of one alternative's bar, in turn: letters in [`Role::Ink`] can be read on each.
pub const TINTS: [f64; 6] = [0.46, 0.4, 0.35, 0.3, 0.26, 0.22];

/// Opacities of the shares of the first, second and later places in one alternative's bar: the first stands out, the rest recede.
pub const PLACE_TINTS: [f64; 6] = [0.46, 0.28, 0.17, 0.11, 0.08, 0.06];

impl Paint {
    /// The share of a place, the first being 0; places beyond the last tint have the last.
    pub const fn place(role: Role, nth: usize) -> Self {
        let last = PLACE_TINTS.len() - 1;
        Self::faint(role, PLACE_TINTS[if nth < last { nth } else { last }])
    }

    /// The nth part of something that is all of one role.
    pub const fn tint(role: Role, nth: usize) -> Self {
        Self::faint(role, TINTS[nth % TINTS.len()])
    }
}

/// How many alternatives can be told apart by colour, dash and marker alone.
pub const SLOTS: usize = 8;

/// The width of line that dash patterns are given for, in points.
pub const DASH_WIDTH: f64 = 2.0;

/// Lengths of dashes and gaps in points for a line of [`DASH_WIDTH`], in turn; empty for a solid line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dash(pub &'static [f64]);

impl Dash {
    pub const SOLID: Self = Self(&[]);

    /// The dash pattern of an alternative's slot.
    pub fn of_slot(slot: usize) -> Self {
        const DASHES: [&[f64]; SLOTS] = [
            &[7.0, 4.0],
            &[],
            &[1.5, 3.5],
            &[10.0, 3.0, 2.0, 3.0],
            &[14.0, 4.0],
            &[4.0, 2.0],
            &[10.0, 3.0, 2.0, 3.0, 2.0, 3.0],
            &[2.0, 6.0],
        ];
        Self(DASHES[slot % SLOTS])
    }

    /// The pattern for a line of this width in points: as it stands for [`DASH_WIDTH`], longer for wider lines.
    pub fn lengths(self, width: f64) -> impl Iterator<Item = f64> {
        self.0.iter().map(move |length| length * width / DASH_WIDTH)
    }
}

/// A sign at a data point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Marker {
    Square,
    Circle,
    Triangle,
    Diamond,
    TriangleDown,
    Cross,
    Plus,
    Ring,
}

impl Marker {
    /// The marker of an alternative's slot.
    pub fn of_slot(slot: usize) -> Self {
        const MARKERS: [Marker; SLOTS] = [
            Marker::Square,
            Marker::Circle,
            Marker::Triangle,
            Marker::Diamond,
            Marker::TriangleDown,
            Marker::Cross,
            Marker::Plus,
            Marker::Ring,
        ];
        MARKERS[slot % SLOTS]
    }
}

/// Which palette a picture is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    #[default]
    Light,
    Dark,
    /// White ground and strong lines, for paper.
    Print,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// The colour of a role.
    pub fn color(self, role: Role) -> Rgb {
        match self {
            Self::Light => light(role),
            Self::Dark => dark(role),
            Self::Print => print(role),
        }
    }
}

fn light(role: Role) -> Rgb {
    match role {
        Role::Ground => Rgb(0xff, 0xff, 0xff),
        Role::Ink => Rgb(0x1b, 0x1e, 0x23),
        Role::Secondary => Rgb(0x5a, 0x62, 0x6d),
        Role::Caption => Rgb(0x69, 0x71, 0x7d),
        Role::Grid => Rgb(0xe2, 0xe5, 0xea),
        Role::Frame => Rgb(0xa3, 0xa9, 0xb2),
        Role::Neutral => Rgb(0x6b, 0x72, 0x80),
        Role::Slot(slot) => {
            const SLOT: [Rgb; SLOTS] = [
                Rgb(0x00, 0x72, 0xb2),
                Rgb(0x00, 0x87, 0x60),
                Rgb(0xd5, 0x5e, 0x00),
                Rgb(0xa8, 0x4f, 0x86),
                Rgb(0x7a, 0x68, 0x00),
                Rgb(0x5b, 0x56, 0xc4),
                Rgb(0x8c, 0x56, 0x3a),
                Rgb(0x4f, 0x5b, 0x66),
            ];
            SLOT[slot % SLOTS]
        }
        // The third slot's orange is the only one too pale for letters on white.
        Role::SlotText(slot) if slot % SLOTS == 2 => Rgb(0xb8, 0x50, 0x00),
        Role::SlotText(slot) => light(Role::Slot(slot)),
    }
}

fn dark(role: Role) -> Rgb {
    match role {
        Role::Ground => Rgb(0x17, 0x19, 0x1d),
        Role::Ink => Rgb(0xe9, 0xeb, 0xee),
        Role::Secondary => Rgb(0xa2, 0xaa, 0xb4),
        Role::Caption => Rgb(0x8d, 0x96, 0xa2),
        Role::Grid => Rgb(0x2d, 0x31, 0x38),
        Role::Frame => Rgb(0x5d, 0x65, 0x70),
        Role::Neutral => Rgb(0x8d, 0x96, 0xa2),
        Role::Slot(slot) => {
            const SLOT: [Rgb; SLOTS] = [
                Rgb(0x4b, 0xa7, 0xdd),
                Rgb(0x2d, 0xbb, 0x90),
                Rgb(0xec, 0x7a, 0x3c),
                Rgb(0xd9, 0x8c, 0xbb),
                Rgb(0xd2, 0xbd, 0x4b),
                Rgb(0xa3, 0xa0, 0xf2),
                Rgb(0xc8, 0x96, 0x7a),
                Rgb(0xa9, 0xb4, 0xbf),
            ];
            SLOT[slot % SLOTS]
        }
        Role::SlotText(slot) => dark(Role::Slot(slot)),
    }
}

fn print(role: Role) -> Rgb {
    match role {
        Role::Secondary | Role::Caption => Rgb(0x33, 0x38, 0x40),
        Role::Ink => Rgb(0x00, 0x00, 0x00),
        Role::Grid => Rgb(0xc8, 0xcc, 0xd2),
        Role::Frame => Rgb(0x55, 0x5b, 0x63),
        Role::Ground | Role::Neutral | Role::Slot(_) | Role::SlotText(_) => light(role),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast as WCAG 2.2 defines them.
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let luminance = |Rgb(r, g, b): Rgb| {
            let linear = |byte: u8| {
                let c = f64::from(byte) / 255.0;
                if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
            };
            0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn texts_and_marks_stand_out_in_every_theme() {
        for theme in Theme::ALL {
            let ground = theme.color(Role::Ground);
            for text in [Role::Ink, Role::Secondary, Role::Caption].into_iter().chain((0..SLOTS).map(Role::SlotText)) {
                assert!(contrast(theme.color(text), ground) >= 4.5, "{theme:?} {text:?}");
            }
            for mark in (0..SLOTS).map(Role::Slot).chain([Role::Neutral]) {
                assert!(contrast(theme.color(mark), ground) >= 3.0, "{theme:?} {mark:?}");
            }
        }
    }

    #[test]
    fn letters_can_be_read_on_every_tint() {
        for theme in Theme::ALL {
            let Rgb(gr, gg, gb) = theme.color(Role::Ground);
            for slot in 0..SLOTS {
                let Rgb(r, g, b) = theme.color(Role::Slot(slot));
                for alpha in TINTS.into_iter().chain(PLACE_TINTS) {
                    let mix = |over: u8, under: u8| (f64::from(over) * alpha + f64::from(under) * (1.0 - alpha)).round() as u8;
                    let ground = Rgb(mix(r, gr), mix(g, gg), mix(b, gb));
                    assert!(contrast(theme.color(Role::Ink), ground) >= 4.5, "{theme:?} {slot} {alpha}");
                }
            }
        }
    }

    #[test]
    fn slots_differ_in_more_than_colour() {
        for slot in 0..SLOTS {
            for other in 0..slot {
                assert_ne!(Marker::of_slot(slot), Marker::of_slot(other));
                assert_ne!(Dash::of_slot(slot), Dash::of_slot(other));
            }
        }
    }
}
