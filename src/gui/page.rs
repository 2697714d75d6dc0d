//! [`Page`]: the pages of Analyse, in the order of their list. A new one is a variant, a place in [`PAGES`] and its arms here.
//!
//! What a page shows is its panel's.

use crate::{
    assessment::WORKLOAD_WEIGHT,
    chart::{self, ChartKind, Subject},
    session::Command,
    wording,
};

/// One page of Analyse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// The explanation with all its reasons.
    Account,
    /// What would have another leader.
    Changes,
    Chart(ChartKind),
    /// The documented choices nearest to the project.
    Precedents,
    /// How well the answers agree with documented choices.
    TrackRecord,
    /// Other profiles beside the shown one.
    Comparison,
    /// Several people's weights.
    Voices,
}

/// The pages as they are listed, in sections with a gap between them.
pub const PAGES: &[&[Page]] = &[
    &[Page::Account, Page::Chart(ChartKind::Waterfall), Page::Changes],
    &[Page::Chart(ChartKind::Radar), Page::Chart(ChartKind::Parallel), Page::Chart(ChartKind::Contributions)],
    &[Page::Chart(ChartKind::Tornado), Page::Chart(ChartKind::Crossover)],
    &[Page::Chart(ChartKind::Acceptability), Page::Chart(ChartKind::Information), Page::Chart(ChartKind::Methods)],
    &[Page::Chart(ChartKind::Coverage), Page::Precedents, Page::TrackRecord],
    &[Page::Comparison, Page::Voices],
];

/// What stands over a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageHead {
    pub title: String,
    pub subtitle: String,
}

impl Page {
    /// All of them, in the order of the list.
    pub fn all() -> impl Iterator<Item = Self> {
        PAGES.iter().flat_map(|section| section.iter().copied())
    }

    /// As in the list.
    pub fn name(self) -> String {
        match self {
            Self::Account => text!("page-account"),
            Self::Changes => text!("page-changes"),
            Self::Chart(kind) => kind.name(),
            Self::Precedents => text!("precedents-name"),
            Self::TrackRecord => text!("track-name"),
            Self::Comparison => Command::Compare.name(),
            Self::Voices => Command::Voices.name(),
        }
    }

    /// What stands over it; `against` is whom a waterfall is about.
    pub fn head(self, subject: Subject<'_>, against: Option<usize>) -> PageHead {
        match self {
            Self::Account => PageHead { title: text!("page-account"), subtitle: text!("page-account-about") },
            Self::Changes => PageHead { title: text!("page-changes"), subtitle: text!("page-changes-about") },
            Self::Chart(ChartKind::Waterfall) => {
                PageHead { title: chart::question(subject, against), subtitle: text!("chart-waterfall-about") }
            }
            Self::Chart(kind) => {
                let around = chart::around(kind, subject);
                PageHead { title: around.title, subtitle: around.subtitle }
            }
            Self::Precedents => {
                PageHead { title: text!("precedents-title"), subtitle: text!("precedents-about", times = wording::points(WORKLOAD_WEIGHT)) }
            }
            Self::TrackRecord => PageHead { title: text!("track-title"), subtitle: text!("track-about") },
            Self::Comparison => PageHead { title: text!("compare-title"), subtitle: text!("compare-subtitle") },
            Self::Voices => PageHead { title: text!("voices-title"), subtitle: text!("voices-subtitle") },
        }
    }

    /// The chart that an export writes while this page is shown; a page without one leaves it to the first chart.
    pub fn chart(self) -> ChartKind {
        match self {
            Self::Account => ChartKind::Contributions,
            Self::Changes => ChartKind::Crossover,
            Self::Chart(kind) => kind,
            Self::Precedents | Self::TrackRecord | Self::Comparison | Self::Voices => ChartKind::Radar,
        }
    }

    /// The command that leads to it, where it has one.
    pub fn command(self) -> Option<Command> {
        match self {
            Self::Account => Some(Command::Account),
            Self::Changes => Some(Command::Changes),
            Self::Chart(ChartKind::Waterfall) => Some(Command::WhyNot),
            Self::Chart(ChartKind::Radar) => Some(Command::Radar),
            Self::Chart(ChartKind::Contributions) => Some(Command::Contributions),
            Self::Comparison => Some(Command::Compare),
            Self::Voices => Some(Command::Voices),
            Self::Chart(_) | Self::Precedents | Self::TrackRecord => None,
        }
    }
}

impl Default for Page {
    fn default() -> Self {
        Self::Chart(ChartKind::Radar)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chart_has_its_page() {
        let listed: Vec<Page> = Page::all().collect();
        for kind in ChartKind::ALL {
            assert_eq!(listed.iter().filter(|page| **page == Page::Chart(kind)).count(), 1, "{kind:?}");
        }
    }
}
