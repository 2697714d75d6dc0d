//! What the window looks at: the [`View`] that panels read, and the [`ViewState`] that they may change in place.
//!
//! Nothing here belongs to the document, and none of it can be undone.

use std::{collections::BTreeSet, rc::Rc, sync::Arc};

use crate::{
    assessment::{Assessment, Information, Robustness},
    chart::{self, Axes, ChartKind, ChartOptions, Layout, Scene, Subject},
    model::{Catalogue, ClaimStatus, Date, Profile},
    session::{Document, Revision, Session},
    store::{Library, Settings},
};

use super::theme::Tokens;

/// Everything that a panel may read.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub session: &'a Session,
    pub settings: &'a Settings,
    pub library: &'a Library,
    pub tokens: Tokens,
    /// The latest sampled robustness of the shown document, and whether it is of its present revision.
    pub robustness: Option<(&'a Robustness, bool)>,
    /// The same for what to find out first.
    pub information: Option<(&'a Information, bool)>,
    /// What went wrong last, until it is dismissed.
    pub problem: Option<&'a str>,
    /// The day on which the window was opened.
    pub today: Date,
}

impl<'a> View<'a> {
    pub fn document(&self) -> &'a Document {
        self.session.current()
    }

    pub fn profile(&self) -> &'a Profile {
        self.session.current().profile()
    }

    pub fn assessment(&self) -> &'a Arc<Assessment> {
        self.session.current().assessment()
    }

    pub fn catalogue(&self) -> &'a Catalogue {
        self.session.catalogue()
    }

    /// The day on which sources are looked at for their shelf life: today, or the profile's if that is later.
    pub fn day(&self) -> Date {
        self.profile().date.map_or(self.today, |date| date.max(self.today))
    }

    /// What charts are drawn from.
    pub fn subject(&self) -> Subject<'a> {
        let (robustness, information) = (self.robustness.map(|(found, _)| found), self.information.map(|(found, _)| found));
        Subject { robustness, information, ..Subject::new(self.catalogue(), self.profile(), self.assessment()) }
    }

    /// How far the background has come with what a chart is drawn from: samples, and whether they are of the present revision.
    fn progress(&self, kind: ChartKind) -> Option<(u64, bool)> {
        let sampled = self.robustness.filter(|_| kind.needs_robustness()).map(|(found, is_current)| (found.smaa.samples, is_current));
        sampled.or_else(|| self.information.filter(|_| kind.needs_information()).map(|(_, is_current)| (0, is_current)))
    }
}

/// What is shown and chosen, until the window closes.
#[derive(Debug, Clone, Default)]
pub struct ViewState {
    pub mode: Mode,
    pub tab: Tab,
    /// The page of the interview that is shown, the question in hand, and the rule whose points are being changed, by id.
    pub page: FactsPage,
    pub question: Option<String>,
    pub rule: Option<String>,
    /// Which claims of the article are shown.
    pub claims: ClaimsShown,
    /// Groups whose criteria are shown, by id.
    pub open_groups: BTreeSet<String>,
    /// The cell whose evidence is shown, as ids of criterion and alternative.
    pub cell: Option<Cell>,
    /// What else is explained in place of the answer.
    pub drawer: Option<Drawer>,
    pub search: String,
    pub chart: ChartKind,
    pub as_table: bool,
    pub axes: Axes,
    pub layout: Layout,
    pub highlight: Option<usize>,
    /// The group over whose weight the crossover is drawn, as a position; `None` for the one nearest to a change.
    pub about: Option<usize>,
    /// Whether the library's list is folded away.
    pub is_library_folded: bool,
    /// The charts beside the answer and over the whole width, as they were drawn last.
    pub answer_scene: DrawnScene,
    pub wide_scene: DrawnScene,
    /// Where the keyboard should go in the next frame.
    pub focus: Option<Zone>,
}

impl ViewState {
    /// Closes whatever stands in place of the answer.
    pub fn close_drawers(&mut self) {
        self.cell = None;
        self.drawer = None;
    }
}

/// What a drawer explains, by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawer {
    /// A source: what was found there, how good it is, and what rests on it.
    Source(String),
    /// Why a criterion weighs what it weighs.
    Weight(String),
}

/// A page of the interview.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum FactsPage {
    #[default]
    First,
    /// A section, by id.
    Section(String),
    /// What follows from the answers.
    Follows,
}

/// Which claims of the article are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ClaimsShown {
    #[default]
    All,
    Of(ClaimStatus),
    /// Not claims, but the criteria and alternatives of which the article says nothing.
    Silent,
}

/// A scene that is drawn again only when what it shows has changed.
#[derive(Debug, Clone, Default)]
pub struct DrawnScene(Option<Drawn>);

#[derive(Debug, Clone)]
struct Drawn {
    revision: Revision,
    progress: Option<(u64, bool)>,
    kind: ChartKind,
    options: ChartOptions,
    scene: Rc<Scene>,
}

impl DrawnScene {
    pub fn get(&mut self, view: &View<'_>, kind: ChartKind, options: &ChartOptions) -> Rc<Scene> {
        let (revision, progress) = (view.document().revision(), view.progress(kind));
        let is_this =
            |drawn: &&Drawn| (drawn.revision, drawn.progress, drawn.kind) == (revision, progress, kind) && drawn.options == *options;
        if let Some(drawn) = self.0.as_ref().filter(is_this) {
            return drawn.scene.clone();
        }
        let scene = Rc::new(chart::draw(kind, view.subject(), options));
        self.0 = Some(Drawn { revision, progress, kind, options: options.clone(), scene: scene.clone() });
        scene
    }
}

/// One cell of the ratings, and the own rating that is being written for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub criterion: String,
    pub alternative: String,
    pub draft: Option<Draft>,
}

/// An own rating before it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub low: f64,
    pub mode: f64,
    pub high: f64,
    pub reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    #[default]
    Decide,
    Analyse,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    Facts,
    #[default]
    Priorities,
    Ratings,
    Requirements,
    /// What the article claims; reached from the ratings, and shown in their place.
    Claims,
}

/// A part of the window that F6 goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    Library,
    Search,
    Work,
    Answer,
}
