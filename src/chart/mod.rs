//! Charts: an assessment in, a [`Scene`] out.
//!
//! No backend is known here: `export` writes a scene as a file, the window paints it. Nothing is computed that the assessment
//! could have said; a chart only chooses, orders and places.

mod acceptability;
mod area;
mod axes;
mod contributions;
mod coverage;
mod crossover;
pub mod font;
mod heading;
mod information;
pub mod marker;
mod methods;
mod parallel;
mod radar;
mod rows;
pub mod scene;
mod sizes;
pub mod style;
mod tornado;
mod waterfall;
mod words;

pub use area::Area;
pub use crossover::nearest_group;
pub use scene::Scene;
pub use waterfall::{Total, Walk, WalkStep, asked_about, question, walk_scene};
pub use words::plain;

pub use crate::assessment::Subject;

/// The charts there are. A new one is one file here and one variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ChartKind {
    /// The ratings of every alternative around a circle: what kind each is.
    #[default]
    Radar,
    /// The same ratings as lines from row to row.
    Parallel,
    /// The scores as bars, made of what every group brings.
    Contributions,
    /// The steps from the leader's score to another's.
    Waterfall,
    /// How far every uncertain rating moves the lead.
    Tornado,
    /// Every score over the weight of one group.
    Crossover,
    /// In which share of what is plausible each alternative takes each place.
    Acceptability,
    /// What is most worth finding out first.
    Information,
    /// The places that other methods give.
    Methods,
    /// What every rating rests on.
    Coverage,
}

impl ChartKind {
    /// In the order in which they are listed.
    pub const ALL: [Self; 10] = [
        Self::Radar,
        Self::Parallel,
        Self::Contributions,
        Self::Waterfall,
        Self::Tornado,
        Self::Crossover,
        Self::Acceptability,
        Self::Information,
        Self::Methods,
        Self::Coverage,
    ];

    /// Its name on the command line and in settings.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Radar => "radar",
            Self::Parallel => "parallel",
            Self::Contributions => "contributions",
            Self::Waterfall => "waterfall",
            Self::Tornado => "tornado",
            Self::Crossover => "crossover",
            Self::Acceptability => "acceptability",
            Self::Information => "information",
            Self::Methods => "methods",
            Self::Coverage => "coverage",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Its name as people read it.
    pub fn name(self) -> String {
        match self {
            Self::Radar => text!("chart-radar"),
            Self::Parallel => text!("chart-parallel"),
            Self::Contributions => text!("chart-contributions"),
            Self::Waterfall => text!("chart-waterfall"),
            Self::Tornado => text!("chart-tornado"),
            Self::Crossover => text!("chart-crossover"),
            Self::Acceptability => text!("chart-acceptability"),
            Self::Information => text!("chart-information"),
            Self::Methods => text!("chart-methods"),
            Self::Coverage => text!("chart-coverage"),
        }
    }

    /// Whether it is drawn from [`Subject::robustness`].
    pub const fn needs_robustness(self) -> bool {
        matches!(self, Self::Acceptability)
    }

    /// Whether it is drawn from [`Subject::information`].
    pub const fn needs_information(self) -> bool {
        matches!(self, Self::Information)
    }
}

/// The words that a window puts around a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Around {
    pub title: String,
    pub subtitle: String,
    pub note: String,
}

/// What the axes of a radar and of parallel coordinates are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Axes {
    #[default]
    Groups,
    Criteria,
}

/// Whether all alternatives share one radar or each has its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Layout {
    #[default]
    Together,
    SideBySide,
}

/// How a chart is to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartOptions {
    /// Size of the picture in points; at least [`ChartOptions::LEAST`] each way.
    pub width: f64,
    pub height: f64,
    /// Whether title, legend, date, origin of the weights and note are part of the picture, as a file needs them.
    /// A window that shows these itself leaves them out.
    pub heading: bool,
    pub axes: Axes,
    pub layout: Layout,
    /// The group over whose weight a crossover is drawn, as its position in the assessment; `None` for the one whose weight is
    /// nearest to changing the leader.
    pub about: Option<usize>,
    /// The alternative whose distance to the leader a waterfall shows, as its position in the assessment; `None` for the runner-up.
    pub against: Option<usize>,
    /// The alternative that is drawn strong while the others fade, as its position in the assessment.
    pub highlight: Option<usize>,
    /// The size of labels in points; `None` lets it follow the size of the picture.
    pub text_size: Option<f64>,
}

impl ChartOptions {
    /// The smallest width and height, in points.
    pub const LEAST: f64 = 120.0;
    /// The largest width and height, in points.
    pub const MOST: f64 = 20_000.0;

    /// A picture for the window, without heading, in the size of its panel; letters keep the window's size.
    pub fn for_window(width: f64, height: f64) -> Self {
        Self { width, height, heading: false, text_size: Some(if width.min(height) < 280.0 { 10.0 } else { 11.5 }), ..Self::default() }
    }

    /// With odd sizes made usable.
    fn valid(&self) -> Self {
        let side = |length: f64, default: f64| if length.is_finite() { length.clamp(Self::LEAST, Self::MOST) } else { default };
        let default = Self::default();
        Self {
            width: side(self.width, default.width),
            height: side(self.height, default.height),
            text_size: self.text_size.filter(|size| size.is_finite()).map(|size| size.clamp(6.0, 200.0)),
            ..self.clone()
        }
    }
}

impl Default for ChartOptions {
    fn default() -> Self {
        Self {
            width: 800.0,
            height: 600.0,
            heading: true,
            axes: Axes::default(),
            layout: Layout::default(),
            about: None,
            against: None,
            highlight: None,
            text_size: None,
        }
    }
}

/// A chart's title, what it shows and what to beware of, for a window that shows these itself. A file's heading names the profile too.
pub fn around(kind: ChartKind, subject: Subject<'_>) -> Around {
    let (title, subtitle, note) = match kind {
        ChartKind::Radar => (text!("analyse-radar-title"), text!("chart-radar-subtitle"), text!("chart-radar-note")),
        ChartKind::Parallel => (text!("analyse-parallel-title"), text!("chart-parallel-subtitle"), text!("chart-parallel-note")),
        ChartKind::Contributions => {
            (text!("analyse-contributions-title"), text!("chart-contributions-subtitle"), text!("chart-contributions-note"))
        }
        ChartKind::Waterfall => (text!("chart-waterfall"), text!("chart-waterfall-about"), text!("chart-waterfall-note")),
        ChartKind::Tornado => (text!("analyse-tornado-title"), text!("chart-tornado-subtitle"), text!("chart-tornado-note")),
        ChartKind::Crossover => (text!("analyse-crossover-title"), text!("chart-crossover-subtitle"), text!("chart-crossover-note")),
        ChartKind::Acceptability => {
            (text!("analyse-acceptability-title"), text!("chart-acceptability-subtitle"), acceptability::note(subject))
        }
        ChartKind::Information => {
            (text!("analyse-information-title"), text!("chart-information-subtitle"), text!("chart-information-note"))
        }
        ChartKind::Methods => (text!("analyse-methods-title"), text!("chart-methods-subtitle"), methods::note(subject)),
        ChartKind::Coverage => (text!("analyse-coverage-title"), text!("chart-coverage-subtitle"), coverage::note(subject)),
    };
    Around { title, subtitle, note }
}

/// Draws a chart. Pure: the same input gives the same scene on every system.
pub fn draw(kind: ChartKind, subject: Subject<'_>, options: &ChartOptions) -> Scene {
    let n_alternatives = subject.assessment.alternatives.len();
    let options = ChartOptions { highlight: options.highlight.filter(|&strong| strong < n_alternatives), ..options.valid() };
    match kind {
        ChartKind::Radar => radar::draw(subject, &options),
        ChartKind::Parallel => parallel::draw(subject, &options),
        ChartKind::Contributions => contributions::draw(subject, &options),
        ChartKind::Waterfall => waterfall::draw(subject, &options),
        ChartKind::Tornado => tornado::draw(subject, &options),
        ChartKind::Crossover => crossover::draw(subject, &options),
        ChartKind::Acceptability => acceptability::draw(subject, &options),
        ChartKind::Information => information::draw(subject, &options),
        ChartKind::Methods => methods::draw(subject, &options),
        ChartKind::Coverage => coverage::draw(subject, &options),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_found_by_their_ids() {
        for kind in ChartKind::ALL {
            assert_eq!(ChartKind::from_id(kind.id()), Some(kind));
        }
        assert_eq!(ChartKind::from_id("pie"), None);
    }

    #[test]
    fn odd_sizes_become_usable() {
        let odd = ChartOptions { width: f64::NAN, height: -3.0, text_size: Some(f64::INFINITY), ..ChartOptions::default() };
        let valid = odd.valid();
        assert_eq!((valid.width, valid.height, valid.text_size), (800.0, ChartOptions::LEAST, None));
    }
}
