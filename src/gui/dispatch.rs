//! The one place where an action takes effect.
//!
//! What can fail says so in the line at the bottom and leaves everything as it was.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use super::{
    action::{Action, Goal},
    app::{App, LIBRARY_WIDTH, Notice, answer_width, has_list},
    catalogue,
    dialogs::{CodeForm, CriterionForm, Dialog, ExportForm, ProfileForm, RecordForm, RequirementForm, RequirementKind, VoiceForm},
    disk,
    page::Page,
    panels::{MOST_COMPARED, shown_chart},
    saving,
    theme::Tokens,
    view::{Cell, ComparedProfile, Draft, FactsPage, Mode, Tab, WeighPage, Zone},
    voices,
};
use crate::{
    assessment::{Ground, adoption, assess},
    chart::ChartKind,
    export::{
        self, Format, Resolution,
        record::{self, RecordFormat},
    },
    model::{Edit, Profile, Way},
    session::{Command, OnDisk, Source},
    store::{self, Theme as ThemeChoice},
    wording,
};

pub(super) fn all(app: &mut App, actions: Vec<Action>) {
    for action in actions {
        one(app, action);
    }
}

fn one(app: &mut App, action: Action) {
    match action {
        Action::Edit(edit) => {
            self::edit(app, &edit);
        }
        Action::GoTo(goal) => go_to(app, goal),
        Action::Seal => app.session.seal(),
        Action::Command(command) => self::command(app, command),
        Action::Adopt(way) => adopt(app, way),
        Action::ShowPage(page) => show_page(app, page),
        Action::Show(index) => {
            app.session.show(index);
            app.view.close_drawers();
        }
        Action::Open(source) => open(app, source),
        Action::SaveTo(path) => {
            app.dialog = None;
            saving::save_to(app, &path);
        }
        Action::SaveAnyway => {
            app.dialog = None;
            saving::save_in_place(app);
        }
        Action::Resolve(resolution) => saving::resolve(app, resolution),
        Action::Review => saving::review(app),
        Action::Restore(profile) => disk::restore(app, &profile),
        Action::Recover => disk::recover(app),
        Action::DiscardRecovered => {
            app.dialog = None;
            app.left.drain(..).for_each(store::Left::remove);
        }
        Action::OpenCode(code) => open_code(app, &code),
        Action::UseCatalogue(path) => catalogue::use_file(app, &path),
        Action::MoveLibrary(folder) => move_library(app, &folder),
        Action::Rename { path, name } => rename(app, &path, &name),
        Action::Delete(path) => delete(app, &path),
        Action::Undelete => {
            if let Some(deleted) = app.deleted.take() {
                match app.library.undelete(&deleted) {
                    Ok(path) => app.open_path(&path),
                    Err(error) => app.warn(error.to_string()),
                }
            }
        }
        Action::ChangeRequirement(id) => {
            let form = app.session.current().profile().requirements.iter().find(|own| own.id == id).map(RequirementForm::of);
            app.dialog = form.map(|form| Dialog::Requirement(Box::new(form))).or(app.dialog.take());
        }
        Action::Export { path, format } => export_chart(app, &path, format),
        Action::ExportRecord { path, format } => export_record(app, &path, format),
        Action::AddVoice { name, start } => voices::add(app, &name, &start),
        Action::AskVoiceName(name) => app.dialog = Some(Dialog::Voice(VoiceForm::renaming(name))),
        Action::RenameVoice { from, to } => voices::rename(app, &from, &to),
        Action::Compare(source) => compare(app, source),
        Action::StopComparing(at) => {
            if at < app.view.compared.len() {
                app.view.compared.remove(at);
            }
            app.view.compared_with = 0;
        }
        Action::Browse => super::dialogs::browse(app),
        Action::SaveAllAndQuit => save_all_and_quit(app),
        Action::QuitAnyway => quit(app),
        Action::CloseDialog => app.dialog = None,
        Action::DismissNotice => app.notice = None,
    }
}

fn command(app: &mut App, command: Command) {
    // Keys reach here whatever the menus say.
    if app.session.current().profile().sealed {
        match command {
            Command::ExportChart | Command::CopyChart => return app.warn(text!("sealed-no-chart")),
            Command::ExportRecord => return app.warn(text!("sealed-no-record")),
            _ => {}
        }
    }
    match command {
        Command::NewProfile => new_profile(app),
        Command::Open => app.dialog = Some(Dialog::Open { path: String::new() }),
        Command::Save => saving::save(app),
        Command::SaveAs => app.dialog = Some(Dialog::SaveAs { path: proposed_path(app, store::EXTENSION) }),
        Command::Duplicate => duplicate(app),
        Command::RestoreVersion => disk::versions(app),
        Command::CopyShareCode => {
            app.ctx.copy_text(store::share_code(app.session.current().profile()));
            app.say(text!("code-copied"));
        }
        Command::OpenShareCode => app.dialog = Some(Dialog::Code(CodeForm::default())),
        Command::LibraryFolder => app.dialog = Some(Dialog::LibraryFolder { path: app.library.dir().display().to_string() }),
        Command::UseCatalogue => {
            let path = app.settings.catalogue.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
            app.dialog = Some(Dialog::Catalogue { path, problem: None });
        }
        Command::UseShippedCatalogue => catalogue::use_shipped(app),
        Command::ExportChart => {
            let path = proposed_picture(app, "svg");
            app.dialog = Some(Dialog::Export(ExportForm::new(path, app.ctx.theme())));
        }
        Command::CopyChart => copy_chart(app),
        Command::ExportRecord => {
            let path = proposed_path(app, RecordFormat::Markdown.extension());
            app.dialog = Some(Dialog::Record(RecordForm { path, format: RecordFormat::Markdown }));
        }
        Command::Quit => app.ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        Command::Undo => app.session.undo(),
        Command::Redo => app.session.redo(),
        Command::ResetPoints => {
            let points: BTreeMap<_, _> = app.session.current().profile().points.keys().map(|id| (id.clone(), None)).collect();
            one_step(app, &Edit::All(vec![Edit::Points(points), Edit::Adopted(None)]));
        }
        Command::Weigh => {
            show_tab(app, Tab::Priorities);
            app.view.weigh.get_or_insert(WeighPage::Way(Way::Swing));
        }
        Command::SealResult => {
            one_step(app, &Edit::Sealed(true));
        }
        Command::RevealResult => {
            app.view.is_gut_open = true;
            let feeling = app.session.current().profile().gut_feeling.clone().unwrap_or_default();
            one_step(app, &Edit::All(vec![Edit::Sealed(false), Edit::GutFeeling(Some(feeling))]));
        }
        Command::GutCheck => {
            app.view.mode = Mode::Decide;
            app.view.cell = None;
            app.view.is_gut_open = true;
            let feeling = app.session.current().profile().gut_feeling.clone().unwrap_or_default();
            one_step(app, &Edit::GutFeeling(Some(feeling)));
        }
        Command::EditContext => app.dialog = Some(Dialog::Profile(ProfileForm::of(app.session.current().profile()))),
        Command::AddCriterion => app.dialog = Some(Dialog::Criterion(CriterionForm::default())),
        Command::AddRequirement => app.dialog = Some(Dialog::Requirement(Box::default())),
        Command::AddOutsideReason => app.dialog = Some(Dialog::Requirement(Box::new(RequirementForm::of_kind(RequirementKind::Outside)))),
        Command::AddVoice => app.dialog = Some(Dialog::Voice(VoiceForm::default())),
        Command::RevealVoices => voices::reveal(app),
        Command::AdoptMean => voices::adopt_mean(app),
        Command::Voices => show_page(app, Page::Voices),
        Command::Decide => app.view.mode = Mode::Decide,
        Command::Analyse => app.view.mode = Mode::Analyse,
        Command::Record => app.view.mode = Mode::Record,
        Command::Compare => show_page(app, Page::Comparison),
        Command::Facts => show_tab(app, Tab::Facts),
        Command::Priorities => show_tab(app, Tab::Priorities),
        Command::Ratings => show_tab(app, Tab::Ratings),
        Command::Requirements => show_tab(app, Tab::Requirements),
        Command::Radar => show_page(app, Page::Chart(ChartKind::Radar)),
        Command::Contributions => show_page(app, Page::Chart(ChartKind::Contributions)),
        Command::Account => show_page(app, Page::Account),
        Command::WhyNot => show_page(app, Page::Chart(ChartKind::Waterfall)),
        Command::Changes => show_page(app, Page::Changes),
        Command::WhatFollows => {
            show_tab(app, Tab::Facts);
            app.view.facts_page = FactsPage::Follows;
        }
        Command::Claims => show_tab(app, Tab::Claims),
        Command::ToggleTable => {
            app.view.mode = Mode::Analyse;
            app.view.as_table = !app.view.as_table;
        }
        Command::ToggleLibrary => {
            app.view.is_library_folded = !app.view.is_library_folded;
            app.settings.is_library_folded = app.view.is_library_folded;
            app.save_settings();
        }
        Command::SearchProfiles => {
            app.view.mode = Mode::Decide;
            app.view.is_library_folded = false;
            app.view.focus = Some(Zone::Search);
        }
        Command::NextZone => next_zone(app),
        Command::ThemeSystem => set_theme(app, ThemeChoice::System),
        Command::ThemeLight => set_theme(app, ThemeChoice::Light),
        Command::ThemeDark => set_theme(app, ThemeChoice::Dark),
        Command::ToggleMotion => {
            app.settings.motion = !app.settings.motion;
            app.say(if app.settings.motion { text!("motion-on") } else { text!("motion-off") });
            app.save_settings();
        }
        Command::ZoomIn => egui::gui_zoom::zoom_in(&app.ctx),
        Command::ZoomOut => egui::gui_zoom::zoom_out(&app.ctx),
        Command::ZoomReset => app.ctx.set_zoom_factor(1.0),
        Command::Palette => app.dialog = Some(Dialog::Palette { query: String::new(), chosen: 0 }),
        Command::Keys => app.dialog = Some(Dialog::Keys),
        Command::Licences => app.dialog = Some(Dialog::Licences),
        Command::About => app.dialog = Some(Dialog::About),
    }
}

fn go_to(app: &mut App, goal: Goal) {
    match goal {
        Goal::Question(id) => {
            let section = app.session.catalogue().interview.question(&id).map(|question| question.section.clone());
            show_tab(app, Tab::Facts);
            app.view.facts_page = section.map_or(FactsPage::First, FactsPage::Section);
            app.view.question = Some(id);
        }
        Goal::Weight(id) => {
            let assessment = app.session.current().assessment();
            let group = assessment.criterion(&id).map(|j| assessment.groups[assessment.criteria[j].group].id.clone());
            show_tab(app, Tab::Priorities);
            app.view.open_groups.extend(group);
        }
        Goal::Rating { criterion, alternative } => {
            show_tab(app, Tab::Ratings);
            app.view.cell = Some(Cell { criterion, alternative, draft: None });
            app.view.focus = Some(Zone::Answer);
        }
        Goal::OwnRating { criterion, alternative } => {
            show_tab(app, Tab::Ratings);
            let draft = Draft::of(app.session.current(), &criterion, &alternative);
            app.view.cell = Some(Cell { criterion, alternative, draft });
            app.view.focus = Some(Zone::Answer);
        }
    }
}

/// Changes the shown profile, or says why not.
/// Changes the shown profile, and gives whether that changed anything.
fn edit(app: &mut App, edit: &Edit) -> bool {
    if app.session.current().is_read_only() {
        app.warn(text!("read-only-explain"));
        return false;
    }
    let before = app.session.current().revision();
    if let Some(fault) = app.session.apply(edit) {
        app.warn(text!("edit-refused", place = store::shown(fault.word().unwrap_or_default())));
    }
    let has_changed = app.session.current().revision() != before;
    if has_changed {
        // What was said was about the state before.
        app.notice.take_if(|notice| !notice.is_warning && !notice.can_undelete);
    }
    has_changed
}

/// The same, in a step of its own.
pub(super) fn one_step(app: &mut App, edit: &Edit) -> bool {
    app.session.seal();
    let has_changed = self::edit(app, edit);
    app.session.seal();
    has_changed
}

/// Takes a way's weights over as points.
fn adopt(app: &mut App, way: Way) {
    let document = app.session.current();
    if let Some(edit) = adoption(document.profile(), document.assessment(), way)
        && one_step(app, &edit)
    {
        app.say(text!("weigh-adopted", origin = wording::weights_from(way)));
    }
}

fn show_tab(app: &mut App, tab: Tab) {
    app.view.mode = Mode::Decide;
    app.view.tab = tab;
    app.view.drawer = None;
}

pub(super) fn show_page(app: &mut App, page: Page) {
    app.view.mode = Mode::Analyse;
    app.view.page = page;
}

fn new_profile(app: &mut App) {
    let mut profile = Profile::new(text!("new-profile-name"));
    // A new profile is of today; everything after that reads the day from the profile.
    profile.date = Some(app.today);
    app.session.open(profile.clone(), Source::New, Vec::new());
    show_tab(app, Tab::Facts);
    app.view.facts_page = FactsPage::First;
    app.view.close_drawers();
    app.dialog = Some(Dialog::Profile(ProfileForm::of(&profile)));
}

fn open(app: &mut App, source: Source) {
    match source {
        Source::New => {}
        Source::Example(id) => match catalogue::example(&id, app.session.catalogue()) {
            Ok(profile) => {
                app.session.open(profile, Source::Example(id), Vec::new());
                app.view.close_drawers();
            }
            Err(message) => app.warn(message),
        },
        Source::File(path) => {
            if let Some(index) = app.session.find(&Source::File(path.clone())) {
                app.session.show(index);
            } else if app.library.is_in_memory() && app.library.entries().iter().any(|entry| entry.path == path) {
                match app.library.read(&path, app.session.catalogue()) {
                    Ok(opened) => app.session.open(opened.profile, Source::File(path), opened.losses),
                    Err(error) => app.warn(error.to_string()),
                }
            } else {
                app.open_path(&path);
            }
        }
    }
}

fn duplicate(app: &mut App) {
    if app.session.current().is_read_only() {
        return app.warn(text!("read-only-explain"));
    }
    let mut profile = app.session.current().profile().clone();
    profile.name = text!("duplicate-name", name = profile.name.clone());
    profile.decision = None;
    match app.library.create(&profile) {
        Ok(path) => {
            let text = store::write(&profile).into_bytes();
            app.session.open_file(profile, path, Vec::new(), text);
            app.view.close_drawers();
        }
        Err(error) => app.warn(error.to_string()),
    }
}

fn delete(app: &mut App, path: &Path) {
    match app.library.delete(path) {
        Ok(deleted) => {
            if let Some(index) = app.session.find(&Source::File(path.to_owned())) {
                if app.session.documents()[index].is_unsaved() {
                    // Deleting the file must not lose what was changed since.
                    app.session.detached(index);
                } else if app.session.documents().len() == 1
                    && let Some(example) = store::examples().first()
                {
                    app.session.replace(index, example.profile.clone(), Source::Example(example.id.clone()));
                } else {
                    app.session.close(index);
                }
            }
            app.deleted = Some(deleted);
            app.notice = Some(Notice { words: text!("deleted"), is_warning: false, can_undelete: true });
        }
        Err(error) => app.warn(error.to_string()),
    }
}

/// A path for a new file: beside the document's file, or in the home of the user's documents.
pub(super) fn proposed_path(app: &App, extension: &str) -> String {
    proposed(app, "", extension)
}

/// The same for a picture of the shown chart.
fn proposed_picture(app: &App, extension: &str) -> String {
    proposed(app, &format!("-{}", app.view.page.chart().id()), extension)
}

/// A path with a remark behind the stem of the document's name.
fn proposed(app: &App, remark: &str, extension: &str) -> String {
    let document = app.session.current();
    let stem = format!("{}{remark}", store::file_stem(&document.profile().name));
    let folder = match &document.source {
        Source::File(path) => path.parent().map(Path::to_owned),
        Source::New | Source::Example(_) => None,
    };
    let folder = folder.or_else(|| (!app.library.is_in_memory()).then(|| app.library.dir().to_owned())).unwrap_or_default();
    folder.join(format!("{stem}.{extension}")).display().to_string()
}

/// Opens the profile in a share code as a new one: nothing of one's own is overwritten.
fn open_code(app: &mut App, code: &str) {
    match store::profile_in(code, app.session.catalogue()) {
        Ok(opened) => {
            app.dialog = None;
            app.session.take_over(opened.profile, Source::New, None);
            app.view.cell = None;
            app.say(text!("code-opened"));
        }
        Err(error) => app.dialog = Some(Dialog::Code(CodeForm { code: code.to_owned(), problem: Some(error.to_string()) })),
    }
}

/// Copies the library's profiles to another folder and keeps the library there. The old folder stays as it is.
/// Renames a profile of the library. What somebody else wrote into its file meanwhile is not taken for seen.
fn rename(app: &mut App, path: &Path, name: &str) {
    disk::look(app);
    let document = app.session.find(&Source::File(path.to_owned())).map(|index| &app.session.documents()[index]);
    if document.is_some_and(|document| document.on_disk() != OnDisk::AsSeen) {
        return app.warn(text!("disk-rename"));
    }
    let expected = document.and_then(|document| store::with_name(document.seen()?, name).ok()).map(String::into_bytes);
    match app.library.rename(path, name) {
        Ok(to) => {
            app.backups.renamed(path, &to);
            app.session.renamed(path, to, name, expected);
        }
        Err(error) => app.warn(error.to_string()),
    }
}

fn move_library(app: &mut App, folder: &Path) {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    match app.library.copied_to(&folder) {
        Ok((library, copied)) => {
            app.dialog = None;
            app.library = library;
            for (from, to) in copied {
                app.backups.renamed(&from, &to);
                app.session.moved(&from, to);
            }
            app.settings.library = Some(folder.clone());
            app.save_settings();
            app.say(text!("folder-done", path = folder.display().to_string()));
        }
        Err(error) => app.warn(error.to_string()),
    }
}

fn export_chart(app: &mut App, path: &Path, format: Format) {
    let Some(Dialog::Export(form)) = &app.dialog else { return };
    if is_named_like_a_profile(path) {
        return app.warn(text!("export-onto-profile"));
    }
    let form = form.clone();
    let scene = shown_chart(&app.view(), &app.view, f64::from(form.width), f64::from(form.height));
    let bytes = match export::render(&scene, format, form.theme, Resolution::Scale(f64::from(form.scale))) {
        Ok(bytes) => bytes,
        Err(error) => return app.warn(error.to_string()),
    };
    match store::save(path, &bytes) {
        Ok(()) => {
            app.dialog = None;
            let missing = export::missing_glyphs(&scene);
            let path = path.display().to_string();
            if missing.is_empty() {
                app.say(text!("exported-to", path = path));
            } else {
                let characters: String = missing.iter().flat_map(|c| [*c, ' ']).collect();
                app.warn(text!("exported-with-gaps", path = path, characters = characters.trim().to_owned()));
            }
        }
        Err(error) => app.warn(error.to_string()),
    }
}

/// Nobody means to put a picture or a record in the place of a profile, and no earlier version would be kept of it.
fn is_named_like_a_profile(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(store::EXTENSION))
}

/// Writes the record, and beside a Markdown one its pictures. It is computed here, not taken from the background, so that a file
/// never holds shares of an earlier revision.
fn export_record(app: &mut App, path: &Path, format: RecordFormat) {
    if is_named_like_a_profile(path) {
        return app.warn(text!("export-onto-profile"));
    }
    let document = app.session.current();
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let ground = Ground::new(app.session.catalogue(), document.profile(), threads);
    let record = record::record(&ground, store::write(&ground.profile), store::write_catalogue(&ground.catalogue));
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = match record.render(format, &stem) {
        Ok(bytes) => bytes,
        Err(error) => return app.warn(error.to_string()),
    };
    let pictures = if format == RecordFormat::Markdown { record.pictures(&stem) } else { Vec::new() };
    let beside = pictures.iter().map(|(name, picture)| (path.with_file_name(name), picture.as_bytes()));
    for (file, bytes) in beside.chain([(path.to_owned(), bytes.as_slice())]) {
        if let Err(error) = store::save(&file, bytes) {
            return app.warn(error.to_string());
        }
    }
    app.dialog = None;
    app.say(text!("record-written", path = path.display().to_string()));
}

/// Sets a profile beside the shown one; at most as many as can be read side by side.
fn compare(app: &mut App, source: Source) {
    let profile = match disk::profile_of(app, &source) {
        Ok(Some(profile)) => profile,
        Ok(None) => return,
        Err(message) => return app.warn(message),
    };
    show_page(app, Page::Comparison);
    app.view.compared.retain(|compared| compared.source != source);
    if app.view.compared.len() + 1 < MOST_COMPARED {
        let assessment = Arc::new(assess(app.session.catalogue(), &profile));
        app.view.compared.push(ComparedProfile { source, profile: Arc::new(profile), assessment });
        app.view.compared_with = app.view.compared.len() - 1;
    }
}

fn copy_chart(app: &mut App) {
    let theme = Tokens::of(&app.ctx).chart_theme();
    let scene = shown_chart(&app.view(), &app.view, 900.0, 675.0);
    match export::pixels(&scene, theme, Resolution::Scale(2.0)) {
        Ok(pixels) => {
            let size = [pixels.width as usize, pixels.height as usize];
            app.ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(size, &pixels.rgba));
            app.say(text!("copied-chart"));
        }
        Err(error) => app.warn(error.to_string()),
    }
}

fn save_all_and_quit(app: &mut App) {
    app.dialog = None;
    for index in 0..app.session.documents().len() {
        if !app.session.documents()[index].is_worth_keeping() {
            continue;
        }
        app.session.show(index);
        // What would be dropped is asked about, and what fails is said; the window stays for the answer.
        saving::save(app);
        if app.session.current().is_unsaved() {
            return;
        }
    }
    quit(app);
}

fn quit(app: &mut App) {
    app.dialog = None;
    app.is_quitting = true;
    app.ctx.send_viewport_cmd(egui::ViewportCommand::Close);
}

fn next_zone(app: &mut App) {
    let width = app.ctx.content_rect().width();
    let has_library = has_list(width, &app.view);
    // The charts take the whole width; their answer is one line that is only read.
    let has_answer = app.view.mode != Mode::Analyse;
    let x = app.ctx.memory(|memory| memory.focused()).and_then(|id| app.ctx.read_response(id)).map(|response| response.rect.center().x);
    app.view.focus = Some(match x {
        Some(x) if has_library && x < LIBRARY_WIDTH => Zone::Work,
        Some(x) if has_answer && x < width - answer_width(width) => Zone::Answer,
        _ if has_library => Zone::Library,
        _ => Zone::Work,
    });
}

fn set_theme(app: &mut App, theme: ThemeChoice) {
    app.settings.theme = theme;
    apply_theme(app);
    app.save_settings();
}

pub(super) fn apply_theme(app: &App) {
    app.ctx.set_theme(match app.settings.theme {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
    });
}
