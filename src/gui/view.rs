//! What the window looks at: the [`View`] that panels read, and the [`ViewState`] that they may change in place.
//!
//! Nothing here belongs to the document, and none of it can be undone.

use std::{collections::BTreeSet, rc::Rc, sync::Arc};

use crate::{
    assessment::{Assessment, Information, Robustness, Said, Sentence, Topic, Voices},
    chart::{self, Axes, ChartKind, ChartOptions, Layout, Scene, Subject},
    export::record::{Record, preview},
    model::{Catalogue, ClaimStatus, Date, Id, Profile, Way},
    session::{Document, Revision, Session, Source, TrackRecord},
    store::{Library, Settings},
};

use super::{page::Page, theme::Tokens};

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
    /// The back-test, once it has been run.
    pub track_record: Option<&'a TrackRecord>,
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

    /// Whether nothing may be shown that betrays the result.
    pub fn is_sealed(&self) -> bool {
        self.profile().sealed
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

    /// What the shown words rest on.
    fn basis(&self) -> Basis {
        let samples = self.robustness.map(|(found, is_current)| (found.smaa.samples, is_current));
        (self.document().revision(), samples, self.information.map(|(_, is_current)| is_current))
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
    pub facts_page: FactsPage,
    pub question: Option<String>,
    pub rule: Option<String>,
    /// Which claims of the article are shown.
    pub claims: ClaimsShown,
    /// Groups whose criteria are shown, by id.
    pub open_groups: BTreeSet<String>,
    /// The way of weighing that is open in *Priorities*; `None` for the points alone.
    pub weigh: Option<WeighPage>,
    /// The group whose criteria are compared two at a time, by id; `None` for the groups themselves.
    pub pairs_of: Option<Id>,
    /// The criterion that was moved last and keeps the keyboard.
    pub moved: Option<Id>,
    /// Whether the gut-feeling check shows more than its outcome.
    pub is_gut_open: bool,
    /// The cell whose evidence is shown, as ids of criterion and alternative.
    pub cell: Option<Cell>,
    /// What else is explained in place of the answer.
    pub drawer: Option<Drawer>,
    pub search: String,
    pub page: Page,
    pub as_table: bool,
    pub axes: Axes,
    pub layout: Layout,
    pub highlight: Option<usize>,
    /// The group over whose weight the crossover is drawn, as a position; `None` for the one nearest to a change.
    pub about: Option<usize>,
    /// Whether all documented choices are listed, rather than the nearest.
    pub all_precedents: bool,
    /// Which part of the track record is shown, as a position.
    pub track_part: usize,
    /// The alternative whose distance to the leader is shown, as a position; `None` for the runner-up.
    pub against: Option<usize>,
    /// The explanation and the pages in words, as they were worked out last.
    pub explained: Remembered<Vec<Said>>,
    pub account: Remembered<Vec<(Topic, Vec<String>)>>,
    pub changes: Remembered<Vec<Sentence>>,
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
    /// The profiles that are set beside the shown one, and whose distance to it is explained, as a position.
    pub compared: Vec<ComparedProfile>,
    pub compared_with: usize,
    /// The voice whose weights are shown, and what all come to; `None` for all together.
    pub voice: Option<ShownVoice>,
    pub heard: Remembered<Option<Voices>>,
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

/// A profile beside the shown one, as it was when it was chosen; a document that is open is read as it is now.
#[derive(Debug, Clone)]
pub struct ComparedProfile {
    pub source: Source,
    pub profile: Arc<Profile>,
    pub assessment: Arc<Assessment>,
}

/// A voice that is shown by itself.
#[derive(Debug, Clone)]
pub struct ShownVoice {
    pub name: String,
    /// What the profile comes to with this voice's weights.
    pub alone: Remembered<Assessment>,
}

impl ShownVoice {
    pub fn new(name: String) -> Self {
        Self { name, alone: Remembered::default() }
    }
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
    basis: Basis,
    width: u32,
    record: Rc<Record>,
}

impl WrittenRecord {
    /// With charts of this width in points.
    pub fn get(&mut self, view: &View<'_>, width: u32) -> Rc<Record> {
        let basis = view.basis();
        if let Some(written) = self.0.as_ref().filter(|written| (written.basis, written.width) == (basis, width)) {
            return written.record.clone();
        }
        let record = Rc::new(preview(view.subject(), f64::from(width)));
        self.0 = Some(Written { basis, width, record: record.clone() });
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

/// What is worked out again only when what it rests on has changed.
#[derive(Debug, Clone)]
pub struct Remembered<T>(Option<(Basis, Rc<T>)>);

/// The revision, how many samples there are, and whether they and what to find out are of that revision.
type Basis = (Revision, Option<(u64, bool)>, Option<bool>);

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Remembered<T> {
    pub fn get(&mut self, view: &View<'_>, work_out: impl FnOnce() -> T) -> Rc<T> {
        let basis = view.basis();
        match &self.0 {
            Some((known, worked_out)) if *known == basis => worked_out.clone(),
            _ => {
                let worked_out = Rc::new(work_out());
                self.0 = Some((basis, worked_out.clone()));
                worked_out
            }
        }
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
    /// What was measured, on which day as it is being typed, and where it can be read.
    pub what: String,
    pub date: String,
    pub link: String,
}

impl Draft {
    /// What counts in a cell now, with the reasons of the own rating if there is one. `None` if there is no such cell.
    pub fn of(document: &Document, criterion: &str, alternative: &str) -> Option<Self> {
        let assessment = document.assessment();
        let rating = assessment.ratings[assessment.alternative(alternative)?][assessment.criterion(criterion)?].rating;
        let own = document.profile().own_rating(criterion, alternative);
        let evidence = own.and_then(|own| own.evidence.clone()).unwrap_or_default();
        Some(Self {
            low: rating.low,
            mode: rating.mode,
            high: rating.high,
            reason: own.map(|own| own.reason.clone()).unwrap_or_default(),
            what: evidence.what,
            date: evidence.date.map(|date| date.to_string()).unwrap_or_default(),
            link: evidence.link,
        })
    }
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
    /// What the article claims; reached from the ratings, and shown in their place.
    Claims,
}

/// A page of *Priorities* beside the points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeighPage {
    Facts,
    Points,
    Way(Way),
    Compare,
}

/// A part of the window that F6 goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    Library,
    Search,
    Work,
    Answer,
}
