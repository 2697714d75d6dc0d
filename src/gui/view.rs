//! What the window looks at: the [`View`] that panels read, and the [`ViewState`] that they may change in place.
//!
//! Nothing here belongs to the document, and none of it can be undone.

use std::{collections::BTreeSet, rc::Rc, sync::Arc};

use crate::{
    assessment::{Assessment, Information, Robustness},
    chart::{self, Axes, ChartKind, ChartOptions, Layout, Scene, Subject},
    export::record::{Record, preview},
    model::{Catalogue, Profile},
    session::{Document, Revision, Session, Source},
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
    /// The section of the interview that is shown, and the question that was answered last, by id.
    pub section: Option<String>,
    pub question: Option<String>,
    /// Groups whose criteria are shown, by id.
    pub open_groups: BTreeSet<String>,
    /// The cell whose evidence is shown, as ids of criterion and alternative.
    pub cell: Option<Cell>,
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
    /// The record as it was written last, the section to be shown next, the one at the top of what is seen, and
    /// whether that was chosen rather than scrolled to.
    pub record: WrittenRecord,
    /// The width of its page in points, as it was shown last.
    pub page_width: u32,
    pub section_wanted: Option<&'static str>,
    pub section_seen: Option<&'static str>,
    pub is_section_held: bool,
    /// What was typed of the decision, and of which document.
    pub decision: Option<(u64, DecisionDraft)>,
    /// Whether profiles are compared in the place of a chart, which ones, and which of them is explained.
    pub is_comparing: bool,
    pub compared: Vec<Compared>,
    pub explained: usize,
    /// Where the keyboard should go in the next frame.
    pub focus: Option<Zone>,
}

/// A profile beside the shown one, as it was when it was chosen; a document that is open is read as it is now.
#[derive(Debug, Clone)]
pub struct Compared {
    pub source: Source,
    pub profile: Arc<Profile>,
    pub assessment: Arc<Assessment>,
}

/// The fields of a decision while they are being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DecisionDraft {
    pub people: String,
    pub date: String,
    pub reason: String,
}

/// A record that is written again only when what it says has changed.
#[derive(Debug, Clone, Default)]
pub struct WrittenRecord(Option<Written>);

#[derive(Debug, Clone)]
struct Written {
    revision: Revision,
    progress: Option<(u64, bool)>,
    width: u32,
    record: Rc<Record>,
}

impl WrittenRecord {
    /// With charts of this width in points.
    pub fn get(&mut self, view: &View<'_>, width: u32) -> Rc<Record> {
        let revision = view.document().revision();
        let progress = view.robustness.map(|(found, is_current)| (found.smaa.samples, is_current));
        let is_this = |written: &&Written| (written.revision, written.progress, written.width) == (revision, progress, width);
        if let Some(written) = self.0.as_ref().filter(is_this) {
            return written.record.clone();
        }
        let record = Rc::new(preview(view.subject(), f64::from(width)));
        self.0 = Some(Written { revision, progress, width, record: record.clone() });
        record
    }
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
    Record,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    Facts,
    #[default]
    Priorities,
    Ratings,
    Requirements,
}

/// A part of the window that F6 goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    Library,
    Search,
    Work,
    Answer,
}
