//! Which catalogue the window assesses with: the shipped one, or a file that is remembered in the settings.
//!
//! How a catalogue is read and checked is the store's; what changes with it is the session's.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{app::App, dialogs::Dialog};
use crate::{
    assessment::assess,
    model::{Catalogue, Profile},
    session::BackTest,
    store::{self, OpenedCatalogue, Settings},
};

/// The catalogue of these settings, and what should be known of it. One that cannot be read gives way to the shipped one.
pub(super) fn of_settings(settings: &Settings) -> (Arc<Catalogue>, Option<String>) {
    match settings.catalogue.as_deref().map(|path| (path, store::open_catalogue(path))) {
        None => (store::shipped_shared(), None),
        Some((path, Ok(opened))) => {
            let remark = written_over(path, &opened);
            (Arc::new(opened.catalogue), remark)
        }
        Some((_, Err(error))) => (store::shipped_shared(), Some(text!("catalogue-not-used", reason = error.to_string()))),
    }
}

/// Uses the catalogue in a file from now on. What is wrong with it is said in the dialog, and everything stays as it was.
pub(super) fn use_file(app: &mut App, path: &Path) {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let refused = match store::open_catalogue(&path) {
        Ok(opened) => {
            let remark = written_over(&path, &opened);
            let in_use = text!("catalogue-in-use", name = opened.catalogue.edition());
            match put_in_use(app, Arc::new(opened.catalogue), Some(path.clone())) {
                Ok(()) => {
                    app.dialog = None;
                    return match remark {
                        Some(remark) => app.warn(remark),
                        None => app.say(in_use),
                    };
                }
                Err(refused) => refused,
            }
        }
        Err(error) => error.to_string(),
    };
    app.dialog = Some(Dialog::Catalogue { path: path.display().to_string(), problem: Some(refused) });
}

/// Goes back to the shipped catalogue.
pub(super) fn use_shipped(app: &mut App) {
    match put_in_use(app, store::shipped_shared(), None) {
        Ok(()) => app.say(text!("catalogue-shipped")),
        Err(refused) => app.warn(refused),
    }
}

/// Assesses all that is open with this catalogue, unless it does not know what one of them speaks of.
fn put_in_use(app: &mut App, catalogue: Arc<Catalogue>, path: Option<PathBuf>) -> Result<(), String> {
    if let Some(name) = app.session.use_catalogue(catalogue.clone()) {
        return Err(text!("catalogue-refused", catalogue = catalogue.edition(), profile = name));
    }
    // What was computed with the other one, or speaks of what this one does not know.
    app.back_test = BackTest::default();
    app.view.close_drawers();
    app.view.compared.retain(|compared| compared.profile.faults(&catalogue).is_empty());
    app.view.compared_with = 0;
    for compared in &mut app.view.compared {
        compared.assessment = Arc::new(assess(&catalogue, &compared.profile));
    }
    app.settings.catalogue = path;
    app.save_settings();
    Ok(())
}

/// The shipped example with this id, if the catalogue knows all that it speaks of.
///
/// # Errors
/// The message to show, otherwise.
pub(super) fn example(id: &str, catalogue: &Catalogue) -> Result<Profile, String> {
    let opened = store::example(id).map(|example| store::parse(example.text.as_bytes(), catalogue));
    match opened {
        Some(Ok(opened)) => Ok(opened.profile),
        Some(Err(error)) => Err(error.named(id).to_string()),
        None => Err(text!("store-no-example", name = store::shown(id))),
    }
}

fn written_over(path: &Path, opened: &OpenedCatalogue) -> Option<String> {
    let (file, written) = (store::shown(&path.to_string_lossy()), store::shown(opened.written_over.as_ref()?));
    Some(text!("catalogue-written-over", file = file, written = written, present = store::shipped().version.clone()))
}
