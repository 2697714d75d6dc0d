//! What is done with voices: one is added or renamed, all are revealed, their mean becomes the profile's weights.
//!
//! What is shown of them is the panel's; what they come to is `assessment`'s.

use std::collections::BTreeMap;

use super::{
    app::App,
    dialogs::Dialog,
    disk,
    dispatch::{one_step, show_page},
    page::Page,
    view::ShownVoice,
};
use crate::{
    assessment::{Assessment, assess, mean_points},
    model::{Edit, Id, Profile, Voice},
    session::Source,
    store,
};

/// What every criterion that counts gets where all weigh the same.
const EQUAL_POINTS: f64 = 10.0;

/// Which points a new voice begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Start {
    /// The profile's own.
    Profile,
    /// The same for every criterion that counts.
    Equal,
    /// Another profile's.
    Other(Source),
    /// Those of the profile in a share code.
    Code(String),
}

/// Adds a voice and shows it. What cannot be read is said in the dialog, which stays open.
pub(super) fn add(app: &mut App, name: &str, start: &Start) {
    let read: Result<Option<Profile>, String> = match start {
        Start::Profile | Start::Equal => Ok(None),
        Start::Other(source) => disk::profile_of(app, source),
        Start::Code(code) => {
            let read = store::profile_in(code, app.session.catalogue());
            read.map(|opened| Some(opened.profile)).map_err(|error| error.to_string())
        }
    };
    let other = match read {
        Ok(other) => other,
        Err(error) => {
            if let Some(Dialog::Voice(form)) = &mut app.dialog {
                form.problem = Some(error);
            }
            return;
        }
    };
    let here = app.session.current().assessment().clone();
    let (points, n_unknown) = match (start, other) {
        (Start::Equal, _) => (equal(&here), 0),
        (_, Some(other)) => known(&here, &assess(app.session.catalogue(), &other)),
        (_, None) => known(&here, &here),
    };
    app.dialog = None;
    show_page(app, Page::Voices);
    one_step(app, &Edit::Voice { name: name.to_owned(), voice: Some(Voice { name: name.to_owned(), points, sealed: false }) });
    app.view.voice = Some(ShownVoice::new(name.to_owned()));
    if n_unknown > 0 {
        app.say(text!("voices-left-out", count = n_unknown));
    }
}

/// What another assessment gives to the criteria that there are here, and how many of those that it gives something to are not here.
fn known(here: &Assessment, there: &Assessment) -> (BTreeMap<Id, f64>, usize) {
    let (known, unknown): (Vec<_>, Vec<_>) = there.criteria.iter().partition(|criterion| here.criterion(&criterion.id).is_some());
    let points = known.into_iter().map(|criterion| (criterion.id.clone(), criterion.points)).collect();
    (points, unknown.into_iter().filter(|criterion| criterion.points > 0.0).count())
}

fn equal(here: &Assessment) -> BTreeMap<Id, f64> {
    let counts = |points: f64, from_facts: f64| if points > 0.0 || from_facts > 0.0 { EQUAL_POINTS } else { 0.0 };
    here.criteria.iter().map(|criterion| (criterion.id.clone(), counts(criterion.points, criterion.points_from_facts))).collect()
}

/// Gives a voice another name and leaves it in its place.
pub(super) fn rename(app: &mut App, from: &str, to: &str) {
    app.dialog = None;
    let voices = &app.session.current().profile().voices;
    let Some(at) = voices.iter().position(|voice| voice.name == from) else { return };
    let set = |name: &str, voice: Option<Voice>| Edit::Voice { name: name.to_owned(), voice };
    // Those behind it are taken out and put back, so that it does not go to the end.
    let out = voices[at..].iter().map(|voice| set(&voice.name, None));
    let back = voices[at..].iter().map(|voice| {
        let name = if voice.name == from { to } else { &voice.name };
        set(name, Some(Voice { name: name.to_owned(), ..voice.clone() }))
    });
    let edit = Edit::All(out.chain(back).collect());
    one_step(app, &edit);
    app.view.voice = Some(ShownVoice::new(to.to_owned()));
}

/// Opens all sealed voices in one step.
pub(super) fn reveal(app: &mut App) {
    let sealed = app.session.current().profile().voices.iter().filter(|voice| voice.sealed);
    let edits: Vec<Edit> =
        sealed.map(|voice| Edit::Voice { name: voice.name.clone(), voice: Some(Voice { sealed: false, ..voice.clone() }) }).collect();
    show_page(app, Page::Voices);
    app.view.voice = None;
    if !edits.is_empty() {
        one_step(app, &Edit::All(edits));
    }
}

/// Puts the mean of all voices in the place of the profile's weights.
pub(super) fn adopt_mean(app: &mut App) {
    let document = app.session.current();
    match mean_points(app.session.catalogue(), document.profile()) {
        None => app.warn(text!("voices-no-mean")),
        Some(points) => {
            let points = points.into_iter().map(|(id, points)| (id, Some(points))).collect();
            if one_step(app, &Edit::All(vec![Edit::Points(points), Edit::Adopted(None)])) {
                app.say(text!("voices-adopted"));
            }
        }
    }
}
