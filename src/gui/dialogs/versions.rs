//! Earlier versions of a file: when each was written, and what would be different with it.
//!
//! Where they are kept is the store's.

use std::{sync::Arc, time::SystemTime};

use egui::{ScrollArea, Ui};

use super::{buttons_ui, conflict::difference_ui, remark_ui, title_ui};
use crate::{
    chart::plain,
    gui::{
        action::Action,
        theme::strong,
        view::View,
        widgets::{button, chip, primary},
    },
    model::Profile,
};

/// In a lower window, in points, the versions scroll with what differs, so that the buttons stay in sight.
const LOW: f32 = 500.0;

/// An earlier version of the file.
#[derive(Debug, Clone)]
pub struct Version {
    pub written: Option<SystemTime>,
    /// The profile, or why it cannot be read.
    pub profile: Result<Arc<Profile>, String>,
}

#[derive(Debug, Clone)]
pub struct VersionsForm {
    /// The latest first.
    pub versions: Vec<Version>,
    pub chosen: usize,
}

pub fn versions_ui(ui: &mut Ui, view: &View<'_>, form: &mut VersionsForm, actions: &mut Vec<Action>) {
    title_ui(ui, &text!("versions-title"));
    remark_ui(ui, &text!("versions-explain", count = crate::store::MAX_BACKUPS));
    if form.versions.is_empty() {
        ui.label(text!("versions-none"));
        return buttons_ui(ui, |ui| {
            if primary(ui, &text!("close")).clicked() {
                actions.push(Action::CloseDialog);
            }
        });
    }
    let height = ui.ctx().content_rect().height();
    let is_low = height < LOW;
    if !is_low {
        choose_ui(ui, form);
    }
    let room = (height - if is_low { 190.0 } else { 290.0 }).clamp(80.0, 240.0);
    // The same height for every version, so that choosing moves no button.
    ScrollArea::vertical().max_height(room).min_scrolled_height(room).auto_shrink([false, false]).show(ui, |ui| {
        if is_low {
            choose_ui(ui, form);
        }
        match form.versions.get(form.chosen).map(|version| &version.profile) {
            Some(Ok(profile)) => {
                let differences = view.profile().differences(profile);
                ui.label(strong(text!("versions-differences", count = differences.len())));
                for edit in &differences {
                    difference_ui(ui, view, view.profile(), profile, &edit.part());
                }
            }
            Some(Err(reason)) => drop(ui.label(plain(reason))),
            None => {}
        }
    });
    buttons_ui(ui, |ui| {
        let profile = form.versions.get(form.chosen).and_then(|version| version.profile.clone().ok());
        if ui.add_enabled_ui(profile.is_some(), |ui| primary(ui, &text!("versions-restore"))).inner.clicked()
            && let Some(profile) = profile
        {
            actions.push(Action::Restore(profile));
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

fn choose_ui(ui: &mut Ui, form: &mut VersionsForm) {
    ui.horizontal_wrapped(|ui| {
        for at in 0..form.versions.len() {
            let label = when(form.versions[at].written).unwrap_or_else(|| text!("versions-undated", number = (at + 1).to_string()));
            if chip(ui, &label, &text!("versions-choose", when = label.as_str()), form.chosen == at, false).clicked() {
                form.chosen = at;
            }
        }
    });
    ui.add_space(4.0);
}

/// A moment as people of this place write it on a list: day and time.
pub(super) fn when(time: Option<SystemTime>) -> Option<String> {
    let zoned = jiff::Timestamp::try_from(time?).ok()?.to_zoned_datetime(jiff::tz::TimeZone::system());
    Some(zoned.strftime("%Y-%m-%d %H:%M:%S").to_string())
}
