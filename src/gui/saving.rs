//! Saving in the window: to the document's file, over what was seen there and nothing else, and what is asked when that is not so.
//!
//! How a file is written is the store's; noticing changes while nothing is saved is [`super::disk`]'s.

use std::path::Path;

use super::{
    app::App,
    dialogs::{ConflictForm, Dialog, Resolution, Saving},
    disk,
};
use crate::{
    model::{Edit, Profile, merge3},
    session::Source,
    store::{self, Opened, Replaced},
};

/// Saves to the document's file; a profile without one becomes one of the library's.
pub fn save(app: &mut App) {
    app.session.seal();
    let document = app.session.current();
    if document.is_read_only() {
        app.warn(text!("read-only-explain"));
    } else if !document.losses.is_empty() && matches!(document.source, Source::File(_)) {
        app.dialog = Some(Dialog::Losses);
    } else {
        save_in_place(app);
    }
}

pub fn save_in_place(app: &mut App) {
    let document = app.session.current();
    let profile = document.profile().clone();
    match document.source.clone() {
        Source::File(path) => {
            let seen = document.seen().cloned();
            write_to(app, &path, seen.as_deref());
        }
        Source::New | Source::Example(_) => match app.library.create(&profile) {
            Ok(path) => saved(app, &path, store::write(&profile)),
            Err(error) => failed_to_save(app, &error),
        },
    }
}

/// Saves to a file that somebody named: what stands there may be replaced, unless it is another document's unsaved work.
pub fn save_to(app: &mut App, path: &Path) {
    if app.session.current().is_read_only() {
        return app.warn(text!("read-only-explain"));
    }
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let document = app.session.current();
    let is_own = document.source == Source::File(absolute.clone());
    if !is_own && app.session.find(&Source::File(absolute)).is_some() {
        return failed_to_save_because(app, text!("save-as-open"));
    }
    if is_own && !document.losses.is_empty() {
        app.dialog = Some(Dialog::Losses);
        return;
    }
    let seen = document.seen().cloned().filter(|_| is_own);
    write_to(app, path, seen.as_deref());
}

/// Writes the shown profile to a file. On failure the document stays open and unsaved, and another place is offered.
fn write_to(app: &mut App, path: &Path, seen: Option<&[u8]>) {
    let profile = app.session.current().profile().clone();
    let text = store::write(&profile);
    if app.library.is_in_memory() && app.library.entries().iter().any(|entry| entry.path == path) {
        return match app.library.save(path, &profile) {
            Ok(()) => saved(app, path, text),
            Err(error) => failed_to_save(app, &error),
        };
    }
    match store::save_profile(path, &text, seen, &app.backups) {
        Ok(outcome) => match outcome.replaced {
            Replaced::Done => {
                saved(app, path, text);
                if let Some(warning) = outcome.warning {
                    app.warn(text!("backup-failed", reason = warning.to_string()));
                }
            }
            Replaced::Changed(theirs) => conflict(app, theirs.clone(), theirs),
            Replaced::Overtook(theirs) => conflict(app, theirs, text.into_bytes()),
        },
        Err(error) => failed_to_save(app, &error),
    }
}

fn saved(app: &mut App, path: &Path, text: String) {
    let path = if app.library.is_in_memory() { path.to_owned() } else { std::path::absolute(path).unwrap_or_else(|_| path.to_owned()) };
    app.session.saved_as(path.clone(), text);
    app.library.refresh();
    app.settings.remember(&path);
    app.save_settings();
    app.say(text!("saved-to", path = path.display().to_string()));
}

fn failed_to_save(app: &mut App, error: &store::StoreError) {
    failed_to_save_because(app, error.to_string());
}

fn failed_to_save_because(app: &mut App, reason: String) {
    app.warn(reason.clone());
    app.dialog = Some(Dialog::SaveFailed(Saving { reason, path: super::dispatch::proposed_path(app, store::EXTENSION) }));
}

/// Asks what to do with what somebody else wrote. `stands` is what stands in the file now.
fn conflict(app: &mut App, theirs: Vec<u8>, stands: Vec<u8>) {
    let (document, index) = (app.session.current(), app.session.current_index());
    let read = store::parse(&theirs, app.session.catalogue());
    let base = document.saved().cloned();
    let form = match read {
        // Nothing of one's own is at stake: the document follows its file.
        Ok(opened) if base.as_ref() == Some(document.profile()) && theirs == stands => return disk::reload(app, index, opened, stands),
        Ok(Opened { profile, losses }) => {
            // Without a common ancestor everything that differs is a question.
            let empty = Profile { schema: profile.schema, ..Profile::new(String::new()) };
            let merged = merge3(base.as_ref().unwrap_or(&empty), document.profile(), &profile);
            ConflictForm { choices: vec![false; merged.conflicts.len()], merged, theirs: Ok((profile, losses)), stands }
        }
        Err(error) => {
            let merged = merge3(document.profile(), document.profile(), document.profile());
            ConflictForm { merged, choices: Vec::new(), theirs: Err(error.to_string()), stands }
        }
    };
    app.dialog = Some(Dialog::Conflict(Box::new(form)));
}

/// Opens the question of two versions again, for a document whose file was found changed.
pub fn review(app: &mut App) {
    let Source::File(path) = app.session.current().source.clone() else { return };
    match store::read_bytes(&path) {
        Ok(theirs) => conflict(app, theirs.clone(), theirs),
        Err(error) => app.warn(error.to_string()),
    }
}

/// What was decided about two versions takes effect. What is replaced in the file goes to the backups.
pub fn resolve(app: &mut App, resolution: Resolution) {
    let Some(Dialog::Conflict(form)) = app.dialog.take() else { return };
    let index = app.session.current_index();
    let ConflictForm { merged, choices, theirs, stands } = *form;
    match (resolution, theirs) {
        (Resolution::Theirs, Ok((profile, losses))) => {
            app.session.apply(&Edit::Whole(Box::new(profile.clone())));
            app.session.seal();
            let is_theirs = store::parse(&stands, app.session.catalogue()).is_ok_and(|opened| opened.profile == profile);
            if is_theirs {
                app.session.rebase(index, profile, losses, stands);
                app.say(text!("conflict-took-theirs"));
            } else {
                // Ours overtook theirs in the file, so theirs has to be written.
                rebase_on(app, index, stands);
                save_in_place(app);
            }
        }
        (Resolution::Theirs, Err(_)) => {}
        (Resolution::Merged, theirs) => {
            let profile = merged.resolved(|at| choices.get(at).copied().unwrap_or_default());
            if let Some(fault) = profile.faults(app.session.catalogue()).first() {
                let place = fault.word().unwrap_or_default().to_owned();
                return app.warn(text!("conflict-no-merge", place = store::shown(&place)));
            }
            app.session.apply(&Edit::Whole(Box::new(profile)));
            app.session.seal();
            if theirs.is_ok() {
                rebase_on(app, index, stands);
            }
            save_in_place(app);
        }
        (Resolution::Mine, _) => {
            rebase_on(app, index, stands);
            save_in_place(app);
        }
    }
}

/// What stands in the file is what the next save may replace.
fn rebase_on(app: &mut App, index: usize, stands: Vec<u8>) {
    let saved = store::parse(&stands, app.session.catalogue()).map(|opened| opened.profile);
    // What cannot be read differs from every profile; an empty one stands for it.
    app.session.rebase(index, saved.unwrap_or_else(|_| Profile::new(String::new())), Vec::new(), stands);
}
