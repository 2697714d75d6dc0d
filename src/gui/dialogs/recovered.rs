//! Unsaved work of a run that was cut off: offered once, before anything else.
//!
//! Where it is kept is the store's; what becomes of it is [`crate::gui::disk`]'s.

use egui::{RichText, ScrollArea, Ui};

use super::{buttons_ui, remark_ui, title_ui, versions::when};
use crate::{
    chart::plain,
    gui::{
        action::Action,
        theme::{SMALL, Tokens, strong},
        widgets::{button, primary},
    },
    store::{Left, Origin},
};

/// What is offered, in words: name, and where it belongs and when it was kept.
#[derive(Debug, Clone)]
pub struct RecoveredForm {
    rows: Vec<(String, String)>,
    reports: Vec<String>,
    /// Copies that cannot be read, and their folder.
    unreadable: Vec<(usize, String)>,
}

impl RecoveredForm {
    pub fn of(left: &[Left]) -> Self {
        let rows = left.iter().flat_map(|left| &left.copies).map(|copy| {
            let origin = match &copy.origin {
                Origin::New => text!("recovery-of-new"),
                Origin::Example(_) => text!("recovery-of-example"),
                Origin::File(path) => plain(&path.display().to_string()),
            };
            let told =
                when(copy.written).map_or_else(|| origin.clone(), |when| text!("recovery-row", origin = origin.clone(), when = when));
            (plain(&copy.profile.name), told)
        });
        let reports = left.iter().filter_map(|left| left.report.as_ref()).map(|path| plain(&path.display().to_string()));
        let unreadable = left.iter().filter(|left| left.unreadable > 0);
        let unreadable = unreadable.map(|left| (left.unreadable, plain(&left.folder.display().to_string())));
        Self { rows: rows.collect(), reports: reports.collect(), unreadable: unreadable.collect() }
    }
}

pub fn recovered_ui(ui: &mut Ui, form: &RecoveredForm, actions: &mut Vec<Action>) {
    let tokens = Tokens::of(ui.ctx());
    title_ui(ui, &text!("recovery-title"));
    remark_ui(ui, &text!("recovery-explain", count = form.rows.len()));
    let room = (ui.ctx().content_rect().height() - 260.0).clamp(80.0, 300.0);
    ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        for (name, told) in &form.rows {
            ui.label(strong(name));
            ui.label(RichText::new(told).size(SMALL).color(tokens.secondary));
            ui.add_space(4.0);
        }
    });
    for report in &form.reports {
        remark_ui(ui, &text!("recovery-report", path = report.as_str()));
    }
    for &(unreadable, ref folder) in &form.unreadable {
        remark_ui(ui, &text!("recovery-unreadable", count = unreadable, folder = folder.as_str()));
    }
    buttons_ui(ui, |ui| {
        if primary(ui, &text!("recovery-restore")).clicked() {
            actions.push(Action::Recover);
        }
        if button(ui, &text!("recovery-later")).on_hover_text(text!("recovery-later-tip")).clicked() {
            actions.push(Action::CloseDialog);
        }
        if button(ui, &text!("recovery-discard")).clicked() {
            actions.push(Action::DiscardRecovered);
        }
    });
}
