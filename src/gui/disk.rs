//! What happens to files while the window is open: changes on the disk are noticed, and unsaved work is copied aside.
//!
//! Saving is [`super::saving`]'s. Nothing here runs on a timer: the system tells of changes, and coming back to the window looks, too.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use super::{
    app::App,
    dialogs::{Dialog, Version, VersionsForm},
};
use crate::{
    model::{Edit, Profile},
    session::{Document, Draft, Keeper, OnDisk, Source},
    store::{self, Left, Opened, Origin, Problem},
};

/// Looks at the library and at the files of all open documents.
pub fn look(app: &mut App) {
    if app.library.is_in_memory() {
        return;
    }
    app.library.refresh();
    for index in 0..app.session.documents().len() {
        let document = &app.session.documents()[index];
        let (Source::File(path), Some(seen)) = (&document.source, document.seen()) else { continue };
        match store::read_bytes(path) {
            Ok(bytes) if *bytes == **seen => app.session.found(index, OnDisk::AsSeen),
            Ok(bytes) => changed(app, index, bytes),
            Err(error) if matches!(error.problem, Problem::NotFound) => {
                if document.on_disk() != OnDisk::Gone {
                    app.session.found(index, OnDisk::Gone);
                    app.warn(text!("disk-gone", name = name(app, index)));
                }
            }
            // It cannot be looked at now; a save will say why.
            Err(_) => {}
        }
    }
}

/// The file of a document holds something else than it did. Work is never replaced; what was only looked at follows its file.
fn changed(app: &mut App, index: usize, bytes: Vec<u8>) {
    let document = &app.session.documents()[index];
    // Told once; but what was half-written when it was looked at may be whole now.
    let told = document.on_disk();
    match store::parse(&bytes, app.session.catalogue()) {
        Ok(Opened { profile, losses }) if profile == *document.profile() => app.session.rebase(index, profile, losses, bytes),
        Ok(opened) if document.saved() == Some(document.profile()) => reload(app, index, opened, bytes),
        Ok(_) if told != OnDisk::Changed => {
            app.session.found(index, OnDisk::Changed);
            app.warn(text!("disk-changed", name = name(app, index)));
        }
        Err(error) if told != OnDisk::Unreadable => {
            app.session.found(index, OnDisk::Unreadable);
            app.warn(text!("disk-unreadable", name = name(app, index), reason = error.to_string()));
        }
        _ => {}
    }
}

/// A document takes over what stands in its file, as a step that can be undone.
pub(super) fn reload(app: &mut App, index: usize, opened: Opened, bytes: Vec<u8>) {
    app.session.set_whole(index, opened.profile.clone());
    app.session.rebase(index, opened.profile, opened.losses, bytes);
    app.say(text!("disk-reloaded", name = name(app, index)));
}

/// A document whose unsaved changes were taken back follows its file again.
pub fn follow(app: &mut App) {
    let is_behind = |document: &Document| document.on_disk() == OnDisk::Changed && !document.is_unsaved() && !document.history().is_open();
    if app.session.documents().iter().any(is_behind) {
        look(app);
    }
}

fn name(app: &App, index: usize) -> String {
    crate::chart::plain(&app.session.documents()[index].profile().name)
}

/// The folders in which something can change that the window shows.
pub fn watch(app: &mut App) {
    let files = app.session.documents().iter().filter_map(|document| match &document.source {
        Source::File(path) => store::folder_of(path),
        Source::New | Source::Example(_) => None,
    });
    let library = (!app.library.is_in_memory()).then(|| app.library.dir().to_owned());
    let folders: BTreeSet<PathBuf> = files.chain(library).collect();
    if let Some(watch) = &mut app.watch {
        watch.set(folders);
    }
}

/// Keeps a copy of every document that is worth it, and drops those that are not needed any more.
pub fn keep_copies(app: &mut App) {
    let Some(keeper) = &app.keeper else { return };
    let mut noted = std::mem::take(&mut app.noted);
    for document in app.session.documents() {
        let number = document.revision().0;
        if document.is_worth_keeping() {
            let state = (document.revision(), document.source.clone(), !document.history().is_open());
            if noted.get(&number) != Some(&state) {
                keeper.note(number, Draft::of(document), state.2);
                app.noted.insert(number, state);
            } else {
                app.noted.insert(number, state);
            }
            noted.remove(&number);
        }
    }
    noted.keys().for_each(|number| keeper.forget(*number));
    if let Some(failure) = keeper.failure() {
        app.warn(text!("recovery-failed", reason = failure));
    }
}

/// What earlier runs left becomes open documents again, exactly as it was.
pub fn recover(app: &mut App) {
    app.dialog = None;
    let left = std::mem::take(&mut app.left);
    let catalogue = app.session.catalogue().clone();
    for copy in left.iter().flat_map(|left| &left.copies) {
        let source = match &copy.origin {
            Origin::New => Source::New,
            Origin::Example(id) => Source::Example(id.clone()),
            Origin::File(path) => Source::File(path.clone()),
        };
        let base = copy.seen.as_ref().and_then(|seen| {
            let Opened { profile, losses } = store::parse(seen, &catalogue).ok()?;
            Some((profile, losses, seen.clone()))
        });
        app.session.take_over(copy.profile.clone(), source, base);
    }
    app.view.close_drawers();
    app.say(text!("recovery-done"));
    // The new copies stand before the old ones go.
    keep_copies(app);
    match app.keeper.as_ref().map(Keeper::write_all) {
        Some(Ok(())) => left.into_iter().for_each(Left::remove),
        Some(Err(error)) => app.warn(text!("recovery-failed", reason = error.to_string())),
        None => {}
    }
    look(app);
}

/// The earlier versions of the shown document's file, for the dialog.
pub fn versions(app: &mut App) {
    app.session.seal();
    let Source::File(path) = &app.session.current().source else { return };
    let read = |backup: &store::Backup| {
        let profile = app.backups.read(backup).and_then(|bytes| store::parse(&bytes, app.session.catalogue()));
        Version { written: backup.written, profile: profile.map(|opened| Arc::new(opened.profile)).map_err(|error| error.to_string()) }
    };
    let versions = app.backups.list(path).iter().map(read).collect();
    app.dialog = Some(Dialog::Versions(VersionsForm { versions, chosen: 0 }));
}

/// An earlier version takes the place of the shown profile, as a step that can be undone. Its file changes with the next save.
pub fn restore(app: &mut App, profile: &Profile) {
    app.dialog = None;
    app.session.apply(&Edit::Whole(Box::new(profile.clone())));
    app.session.seal();
    app.view.close_drawers();
    app.say(text!("versions-restored"));
}

/// The profile that a source holds, without opening it as a document; `None` if there is none.
///
/// # Errors
/// The message to show, if it cannot be read.
pub fn profile_of(app: &App, source: &Source) -> Result<Option<Profile>, String> {
    let catalogue = app.session.catalogue();
    match source {
        Source::New => Ok(None),
        Source::Example(id) => super::catalogue::example(id, catalogue).map(Some),
        Source::File(path) => {
            let is_in_memory = app.library.is_in_memory() && app.library.entries().iter().any(|entry| entry.path == *path);
            let read =
                if is_in_memory { app.library.read(path, catalogue) } else { store::open(path, catalogue).map(|(opened, _)| opened) };
            read.map(|opened| Some(opened.profile)).map_err(|error| error.to_string())
        }
    }
}
