//! [`App`]: the window's frame on one screen of code: what is taken in, what is shown, what takes effect.
//!
//! `ui` may run twice in a frame, so panels only push actions; they take effect after the panels.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
};

use egui::{CentralPanel, Color32, Frame, Margin, Panel, Shape, Stroke, Ui, UiBuilder, vec2};

use super::{
    action::Action,
    catalogue,
    dialogs::{self, Dialog, RecoveredForm},
    disk, dispatch,
    page::Page,
    panels::{
        analyse_ui, claims_ui, contents_ui, decision_ui, evidence_ui, facts_ui, library_ui, pages_ui, priorities_ui, ratings_ui, record_ui,
        requirements_ui, sealed_ui, source_ui, status_ui, top_bar_ui, verdict_line_ui, verdict_ui, weight_ui, welcome_ui,
    },
    shortcuts, theme,
    theme::{Tokens, ZONE_PADDING},
    view::{Drawer, Mode, Tab, View, ViewState},
    widgets::tab,
};
use crate::{
    assessment::RobustnessProblem,
    model::Date,
    session::{Answer, BackTest, Command, Keeper, Request, Rescue, Revision, Session, Source, Worker},
    store::{self, Backups, Deleted, Dirs, Left, Library, Loaded, Problem, Recovery, Settings, Watch},
};

/// The example that a first start shows.
pub const DEFAULT_EXAMPLE: &str = "public-api";

/// Something to be said once, in the line at the bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub words: String,
    pub is_warning: bool,
    pub can_undelete: bool,
}

pub struct App {
    pub(super) session: Session,
    pub(super) settings: Settings,
    /// Where settings are kept; `None` without a home.
    pub(super) settings_file: Option<PathBuf>,
    pub(super) library: Library,
    pub(super) view: ViewState,
    pub(super) dialog: Option<Dialog>,
    pub(super) notice: Option<Notice>,
    pub(super) deleted: Option<Deleted>,
    pub(super) ctx: egui::Context,
    /// Paths chosen in the system's file dialog, which runs on a thread of its own.
    pub(super) chosen: (mpsc::Sender<Option<PathBuf>>, mpsc::Receiver<Option<PathBuf>>),
    pub(super) is_quitting: bool,
    /// Where earlier versions of profiles are kept.
    pub(super) backups: Backups,
    /// Keeps copies of unsaved work; `None` without a home or where no folder can be made.
    pub(super) keeper: Option<Keeper>,
    /// What the keeper was told last of each document: its revision, its file, and whether a gesture was over.
    pub(super) noted: BTreeMap<u64, (Revision, Source, bool)>,
    /// Unsaved work of earlier runs, until it is decided on.
    pub(super) left: Vec<Left>,
    /// Tells of changes on the disk, and whether one was told since they were looked at.
    pub(super) watch: Option<Watch>,
    has_changed: Arc<AtomicBool>,
    /// Files that the system or a later start, which opens no window, hands over while this one is open.
    handed: mpsc::Receiver<Vec<PathBuf>>,
    /// Files that are opened once no dialog is open any more.
    waiting: Vec<PathBuf>,
    /// The day on which the window was opened.
    pub(super) today: Date,
    /// The title that the window was given last. Not every system tells it back (X11 does not), so it is kept here: asking for it
    /// again in every frame would paint without end.
    title: String,
    /// Samples in the background; `None` where no thread can be started.
    worker: Option<Worker>,
    /// What was asked of the worker last, and its latest answer.
    asked: Option<Revision>,
    answer: Option<Answer>,
    pub(super) back_test: BackTest,
}

impl App {
    /// Opens the window's state: settings, library, and the files asked for or the default example.
    pub fn new(ctx: &egui::Context, files: &[PathBuf], dirs: Option<Dirs>) -> Self {
        let loaded = load_settings(dirs.as_ref());
        Self::with_settings(ctx, files, dirs, loaded)
    }

    /// The same with settings that were read before, because the window's size and renderer depend on them.
    pub(super) fn with_settings(ctx: &egui::Context, files: &[PathBuf], dirs: Option<Dirs>, loaded: Loaded) -> Self {
        theme::dress(ctx);
        let settings_file = dirs.as_ref().map(Dirs::settings_file);
        let settings = loaded.settings;
        let folder = settings.library.clone().or(dirs.as_ref().map(|dirs| dirs.library.clone()));
        let library = folder.map_or_else(Library::in_memory, Library::open);
        let (catalogue, catalogue_remark) = catalogue::of_settings(&settings);
        let session = match catalogue::example(DEFAULT_EXAMPLE, &catalogue) {
            Ok(profile) => Session::new(catalogue, profile, Source::Example(DEFAULT_EXAMPLE.to_owned()), Vec::new()),
            // Somebody's catalogue may be about something else.
            Err(_) => Session::new(catalogue, crate::model::Profile::new(text!("new-profile-name")), Source::New, Vec::new()),
        };
        let has_changed = Arc::new(AtomicBool::new(false));
        let view = ViewState { is_library_folded: settings.is_library_folded, ..ViewState::default() };
        let mut app = Self {
            session,
            settings,
            settings_file,
            library,
            view,
            dialog: None,
            notice: None,
            deleted: None,
            ctx: ctx.clone(),
            chosen: mpsc::channel(),
            is_quitting: false,
            backups: dirs.as_ref().map_or_else(Backups::default, |dirs| Backups::new(dirs.backups())),
            keeper: None,
            noted: BTreeMap::new(),
            left: Vec::new(),
            watch: Watch::start({
                let (ctx, has_changed) = (ctx.clone(), has_changed.clone());
                move || {
                    has_changed.store(true, Ordering::Relaxed);
                    ctx.request_repaint();
                }
            }),
            has_changed,
            handed: mpsc::channel().1,
            waiting: Vec::new(),
            today: today(),
            title: String::new(),
            worker: Worker::start({
                let ctx = ctx.clone();
                move || ctx.request_repaint()
            }),
            asked: None,
            answer: None,
            back_test: BackTest::default(),
        };
        dispatch::apply_theme(&app);
        ctx.set_zoom_factor(app.settings.zoom);
        if let Some(warning) = loaded.warnings.first().map(ToString::to_string).or(catalogue_remark) {
            app.warn(warning);
        }
        if let Some(dirs) = dirs {
            app.start_recovery(&dirs.recovery());
        }
        for file in files {
            app.open_path(file);
        }
        app
    }

    /// Offers what earlier runs left, and keeps copies from now on.
    fn start_recovery(&mut self, folder: &Path) {
        self.left = Left::find(folder, self.session.catalogue());
        if !self.left.is_empty() {
            self.dialog = Some(Dialog::Recovered(RecoveredForm::of(&self.left)));
        }
        let ctx = self.ctx.clone();
        match Recovery::start(folder) {
            Ok(recovery) => self.keeper = Keeper::start(recovery, move || ctx.request_repaint()),
            Err(error) => self.warn(text!("recovery-failed", reason = error.to_string())),
        }
    }

    /// Opens what comes this way as well, whenever it comes.
    #[must_use]
    pub fn with_handed(mut self, handed: mpsc::Receiver<Vec<PathBuf>>) -> Self {
        self.handed = handed;
        self
    }

    /// What saves unsaved work when the program is about to crash.
    pub(super) fn rescue(&self) -> Option<Rescue> {
        self.keeper.as_ref().map(Keeper::rescue)
    }

    pub(super) fn warn(&mut self, words: impl Into<String>) {
        self.notice = Some(Notice { words: words.into(), is_warning: true, can_undelete: false });
    }

    pub(super) fn say(&mut self, words: impl Into<String>) {
        self.notice = Some(Notice { words: words.into(), is_warning: false, can_undelete: false });
    }

    /// Opens a file, standard input or an example, as the command line names it. A failure leaves everything as it was.
    pub(super) fn open_path(&mut self, path: &Path) {
        match store::open_seen(path, self.session.catalogue()) {
            Ok((opened, source, seen)) => {
                match source {
                    store::Source::File(path) => {
                        let path = self.remembered(&path);
                        self.session.open_file(opened.profile, path, opened.losses, seen);
                    }
                    store::Source::Example(id) => self.session.open(opened.profile, Source::Example(id), opened.losses),
                    store::Source::Stdin => self.session.take_over(opened.profile, Source::New, None),
                }
                self.view.close_drawers();
                self.notice = None;
            }
            Err(error) if matches!(error.problem, Problem::Newer { .. }) => self.look_into(path),
            Err(error) => self.warn(error.to_string()),
        }
    }

    /// Shows what can be understood of a profile from a newer version.
    fn look_into(&mut self, path: &Path) {
        match store::look_into(path, self.session.catalogue()) {
            Ok(opened) => {
                let path = self.remembered(path);
                self.session.open_read_only(opened.profile, path, opened.losses);
                self.view.close_drawers();
                if self.session.current().is_read_only() {
                    self.warn(text!("read-only-explain"));
                } else {
                    // It was open already; what became of its file is told as such.
                    disk::look(self);
                }
            }
            Err(error) => self.warn(error.to_string()),
        }
    }

    /// The whole path of a file, put in front of the recent ones. The same file under another name is the same document.
    fn remembered(&mut self, path: &Path) -> PathBuf {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.settings.remember(&path);
        self.save_settings();
        path
    }

    pub(super) fn save_settings(&mut self) {
        if let Some(file) = self.settings_file.clone()
            && let Err(error) = self.settings.save(&file)
        {
            self.warn(error.to_string());
        }
    }

    /// The latest answer about the shown document, and whether it is of its present revision.
    pub(super) fn latest(&self) -> Option<(&Answer, bool)> {
        latest(self.answer.as_ref(), self.session.current().revision())
    }

    /// The window's state as panels read it.
    pub(super) fn view(&self) -> View<'_> {
        View {
            session: &self.session,
            settings: &self.settings,
            library: &self.library,
            tokens: Tokens::of(&self.ctx),
            robustness: self.latest().map(|(answer, is_current)| (&*answer.robustness, is_current)),
            information: self.latest().map(|(answer, is_current)| (&*answer.information, is_current)),
            track_record: self.back_test.found(),
            problem: self.notice.as_ref().filter(|notice| notice.is_warning).map(|notice| notice.words.as_str()),
            today: self.today,
        }
    }

    /// Shows a part of the window; what it asks for takes effect at once.
    fn show(&mut self, part: impl FnOnce(&View<'_>, &mut ViewState, Option<&mut Dialog>, Option<&Notice>, &mut Vec<Action>)) {
        let mut actions = Vec::new();
        let (mut state, mut dialog) = (std::mem::take(&mut self.view), self.dialog.take());
        part(&self.view(), &mut state, dialog.as_mut(), self.notice.as_ref(), &mut actions);
        (self.view, self.dialog) = (state, dialog);
        dispatch::all(self, actions);
    }

    /// Asks about what is shown, if it was not asked yet.
    fn ask_worker(&mut self) {
        let Some(worker) = &self.worker else { return };
        let document = self.session.current();
        if self.asked != Some(document.revision()) {
            self.asked = Some(document.revision());
            if let Some(problem) = RobustnessProblem::new(document.assessment(), document.profile().seed) {
                worker.ask(Request {
                    revision: document.revision(),
                    problem,
                    catalogue: self.session.catalogue().clone(),
                    profile: document.shared_profile(),
                    assessment: document.assessment().clone(),
                });
            }
        }
    }

    fn has_unsaved_work(&self) -> bool {
        self.session.documents().iter().any(crate::session::Document::is_worth_keeping)
    }

    /// Whether the background still works on what is shown; for tests and for those who embed the window.
    pub fn is_computing(&self) -> bool {
        let document = self.session.current();
        let is_askable = self.worker.is_some() && RobustnessProblem::new(document.assessment(), document.profile().seed).is_some();
        let last = latest(self.answer.as_ref(), document.revision());
        let is_sampling = is_askable && !last.is_some_and(|(answer, is_current)| is_current && answer.robustness.is_final);
        is_sampling || self.back_test.is_running()
    }

    /// Whether the share of what is plausible is there for what is shown, be it only the first answer; for those who measure.
    pub fn has_share(&self) -> bool {
        latest(self.answer.as_ref(), self.session.current().revision()).is_some_and(|(_, is_current)| is_current)
    }

    /// The document that is shown; for tests and for those who embed the window.
    pub fn session(&self) -> &Session {
        &self.session
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        let mut actions = Vec::new();
        if self.dialog.is_none() {
            actions.extend(shortcuts::pressed(ctx).map(Action::Command));
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.is_quitting && self.has_unsaved_work() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.dialog = Some(Dialog::Quit);
        }
        let dropped: Vec<PathBuf> = ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());

        // Without files, somebody wants to see the window.
        let handed: Vec<Vec<PathBuf>> = self.handed.try_iter().collect();
        self.waiting.extend(dropped.into_iter().chain(handed.iter().flatten().cloned()));
        // A dialog may be about the document that is shown, so that one stays until it is answered.
        if self.dialog.is_none() {
            std::mem::take(&mut self.waiting).iter().for_each(|path| self.open_path(path));
        } else if !self.waiting.is_empty() {
            self.say(text!("open-waits", count = self.waiting.len()));
        }
        if !handed.is_empty() {
            ctx.send_viewport_cmd(egui::ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(egui::ViewportCommand::Focus);
        }
        let came_back = ctx.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::WindowFocused(true))));
        if self.has_changed.swap(false, Ordering::Relaxed) || came_back {
            disk::look(self);
        }
        if let Some(answer) = self.worker.as_ref().and_then(Worker::take) {
            self.answer = Some(answer);
        }
        while let Ok(chosen) = self.chosen.1.try_recv() {
            dialogs::chosen(self, chosen);
        }
        let zoom = ctx.zoom_factor();
        if (zoom - self.settings.zoom).abs() > 0.001 {
            self.settings.zoom = zoom;
            self.save_settings();
        }
        // A gesture ends when the pointer is up and nothing is being typed.
        if !ctx.input(|input| input.pointer.any_down()) && !ctx.text_edit_focused() {
            self.session.seal();
        }
        dispatch::all(self, actions);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        // What is said takes effect before what follows is shown: both are of the same frame.
        let mut answer_zone = None;
        self.show(|view, state, _, notice, actions| answer_zone = said_ui(ui, view, state, notice, actions));
        if let Some(zone) = &mut answer_zone {
            self.show(|view, state, _, _, actions| answer_ui(zone, view, state, actions));
        }
        self.show(|view, state, dialog, _, actions| {
            if let Some(dialog) = dialog {
                dialogs::dialog_ui(ui, view, state, dialog, actions);
            }
        });
        drop_hint_ui(ui, Tokens::of(ui.ctx()));
        if self.dialog.is_none() && !self.waiting.is_empty() {
            ui.ctx().request_repaint();
        }
        self.ask_worker();
        disk::follow(self);
        disk::watch(self);
        disk::keep_copies(self);
        if (self.view.mode, self.view.page) == (Mode::Analyse, Page::TrackRecord) {
            let ctx = self.ctx.clone();
            self.back_test.start(self.session.catalogue(), move || ctx.request_repaint());
        }
        let title = window_title(&self.session);
        if self.title != title {
            self.title.clone_from(&title);
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Title(title));
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.settings.is_library_folded = self.view.is_library_folded;
        let size = self.ctx.viewport_rect().size() * self.ctx.zoom_factor();
        if size.x >= 100.0 && size.y >= 100.0 {
            self.settings.window = Some([size.x.round(), size.y.round()]);
        }
        self.save_settings();
        // Some systems end the program without asking the window. Then what nobody gave up is offered at the next start.
        let is_given_up = self.is_quitting || !self.has_unsaved_work();
        if let Some(keeper) = self.keeper.take().filter(|_| is_given_up) {
            keeper.end();
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a window is of today: new profiles carry that day, and sources grow old by it")]
fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}

/// An older answer about the same document stays in sight, dimmed, until the next one comes.
fn latest(answer: Option<&Answer>, now: Revision) -> Option<(&Answer, bool)> {
    answer.filter(|answer| answer.revision.0 == now.0).map(|answer| (answer, answer.revision == now))
}

/// The settings of these folders; the defaults without a home.
pub(super) fn load_settings(dirs: Option<&Dirs>) -> Loaded {
    dirs.map(|dirs| Settings::load(&dirs.settings_file())).unwrap_or_default()
}

fn window_title(session: &Session) -> String {
    let document = session.current();
    let name = crate::chart::plain(&document.profile().name);
    if document.is_unsaved() { text!("window-title-unsaved", name = name) } else { text!("window-title", name = name) }
}

/// The width of the library, where there is room for it.
pub(super) const LIBRARY_WIDTH: f32 = 208.0;

/// Whether a window of this width has room for the list at the left, and it is not folded away.
pub(super) fn has_list(window: f32, state: &ViewState) -> bool {
    !state.is_library_folded && window >= 1_000.0
}

/// The width of the decision's fields beside the record.
const RECORD_FIELDS: f32 = 268.0;

/// The width of the answer in a window of this width.
pub(super) fn answer_width(window: f32) -> f32 {
    if window < 1_000.0 { (window * 0.36).clamp(240.0, 372.0).min(window * 0.5) } else { 372.0 }
}

/// Whether a drawer explains something in place of the answer.
fn has_drawer(state: &ViewState) -> bool {
    state.drawer.is_some() || (state.cell.is_some() && state.tab == Tab::Ratings)
}

fn zone(fill: Color32, x: f32, y: f32) -> Frame {
    Frame::new().fill(fill).inner_margin(Margin::symmetric(x as i8, y as i8))
}

/// How far the contents of the work and of the answer stay away from their zone's edges in a window of this width.
fn padding(window: f32) -> f32 {
    if window < 1_000.0 { 16.0 } else { ZONE_PADDING.x }
}

/// The zones of the window but for the answer: bar, status, library, work. Gives the room that is left for the answer, if it is shown.
fn said_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, notice: Option<&Notice>, actions: &mut Vec<Action>) -> Option<Ui> {
    let tokens = view.tokens;
    let width = ui.max_rect().width();
    Panel::top("bar").exact_size(44.0).resizable(false).frame(zone(tokens.background, 12.0, 0.0)).show(ui, |ui| {
        top_bar_ui(ui, view, state, actions);
    });
    Panel::bottom("status").exact_size(26.0).resizable(false).frame(zone(tokens.panel, 16.0, 0.0)).show(ui, |ui| {
        status_ui(ui, view, notice, actions);
    });
    if has_list(width, state) {
        Panel::left("library").exact_size(LIBRARY_WIDTH).resizable(false).frame(zone(tokens.panel, 10.0, 14.0)).show(ui, |ui| match state
            .mode
        {
            Mode::Decide => library_ui(ui, view, state, actions),
            Mode::Analyse => pages_ui(ui, view, state, actions),
            Mode::Record => contents_ui(ui, view, state, actions),
        });
    }
    if state.mode == Mode::Record && !view.is_sealed() {
        let fields = (width * 0.42).min(RECORD_FIELDS);
        Panel::right("decision").exact_size(fields).resizable(false).frame(zone(tokens.panel, 16.0, 16.0)).show(ui, |ui| {
            decision_ui(ui, view, state, actions);
        });
        CentralPanel::default().frame(zone(tokens.panel, 12.0, 0.0)).show(ui, |ui| record_ui(ui, view, state));
        return None;
    }
    let side = 30.min(padding(width) as i8 + 10);
    let work = Frame::new().fill(tokens.background).inner_margin(Margin { left: side, right: side, top: 6, bottom: 0 });
    let rest = ui.available_rect_before_wrap();
    let zone_of = |id: &str, rect| UiBuilder::new().id_salt(id).max_rect(rect);
    let answer = (state.mode == Mode::Decide).then(|| {
        let (work, answer) = rest.split_left_right_at_x(rest.max.x - answer_width(width));
        (work, ui.new_child(zone_of("answer", answer)))
    });
    let mut work_zone = ui.new_child(zone_of("work", answer.as_ref().map_or(rest, |(work, _)| *work)));
    CentralPanel::default().frame(work).show(&mut work_zone, |ui| match state.mode {
        Mode::Decide => decide_ui(ui, view, state, actions),
        Mode::Analyse => {
            ui.add_space(12.0);
            analyse_ui(ui, view, state, actions);
        }
        // Its result is sealed; otherwise it is shown above, over its own ground.
        Mode::Record => {
            ui.add_space(12.0);
            sealed_ui(ui, view, state, actions);
        }
    });
    answer.map(|(_, zone)| zone)
}

/// What follows from what is said, or the drawer that explains something, below the answer in one line.
fn answer_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let (tokens, edge) = (view.tokens, ui.max_rect());
    let (padding, stroke) = (padding(ui.ctx().content_rect().width()), Stroke::new(1.0, tokens.line));
    if has_drawer(state) {
        CentralPanel::default().frame(zone(tokens.panel, 0.0, 0.0)).show(ui, |ui| {
            let line = zone(tokens.background, padding, 12.0);
            let rect = line.show(ui, |ui| ui.horizontal(|ui| verdict_line_ui(ui, view))).response.rect;
            ui.painter().hline(rect.x_range(), rect.max.y, stroke);
            zone(tokens.panel, padding, 12.0).show(ui, |ui| match state.drawer.clone() {
                Some(Drawer::Source(id)) => source_ui(ui, view, state, &id),
                Some(Drawer::Weight(id)) => weight_ui(ui, view, state, &id, actions),
                None => evidence_ui(ui, view, state, actions),
            });
        });
    } else {
        CentralPanel::default().frame(zone(tokens.background, padding, 16.0)).show(ui, |ui| verdict_ui(ui, view, state, actions));
    }
    ui.painter().vline(edge.min.x, edge.y_range(), stroke);
}

/// What is said: the tabs and the open one.
fn decide_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    welcome_ui(ui, view, actions);
    // Below the mark of the open tab.
    let line = ui.painter().add(Shape::Noop);
    let tabs = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(20.0, 0.0);
        let own = view.profile().ratings.len();
        let remark = if own == 0 { String::new() } else { text!("tab-own", count = own) };
        let assessment = view.assessment();
        let facts = text!("tab-facts", known = assessment.facts_known, asked = assessment.facts_asked);
        let n_required: usize = assessment.requirements.iter().filter(|outcome| outcome.is_on).count();
        let required = if n_required == 0 { String::new() } else { n_required.to_string() };
        for (which, command, remark) in [
            (Tab::Facts, Command::Facts, facts),
            (Tab::Priorities, Command::Priorities, String::new()),
            (Tab::Ratings, Command::Ratings, remark),
            (Tab::Requirements, Command::Requirements, required),
        ] {
            let is_shown = state.tab == which || (which == Tab::Ratings && state.tab == Tab::Claims);
            if tab(ui, &command.name(), &remark, is_shown).clicked() {
                actions.push(Action::Command(command));
            }
        }
    });
    let rect = tabs.response.rect;
    ui.painter().set(line, Shape::hline(rect.min.x..=ui.max_rect().max.x, rect.max.y - 1.0, Stroke::new(1.0, view.tokens.line)));
    match state.tab {
        Tab::Facts => facts_ui(ui, view, state, actions),
        Tab::Priorities => priorities_ui(ui, view, state, actions),
        Tab::Ratings => ratings_ui(ui, view, state, actions),
        Tab::Requirements => requirements_ui(ui, view, state, actions),
        Tab::Claims => claims_ui(ui, view, state, actions),
    }
}

/// While files hang over the window, it says what dropping them does.
fn drop_hint_ui(ui: &Ui, tokens: Tokens) {
    let count = ui.input(|input| input.raw.hovered_files.len());
    if count == 0 {
        return;
    }
    let rect = ui.ctx().content_rect();
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop")));
    painter.rect_filled(rect, 0, tokens.background.gamma_multiply(0.9));
    painter.text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        text!("drop-hint", count = count),
        theme::strong_font(theme::TITLE),
        tokens.text,
    );
}
