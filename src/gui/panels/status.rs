//! The quiet line at the bottom: what is unsaved, what is known, which catalogue; and the latest notice.

use egui::{RichText, Ui};

use crate::{
    chart::plain,
    gui::{action::Action, app::Notice, theme::SMALL, view::View, widgets::link},
    session::{OnDisk, Source},
};

pub fn status_ui(ui: &mut Ui, view: &View<'_>, notice: Option<&Notice>, actions: &mut Vec<Action>) {
    let (document, assessment, tokens) = (view.document(), view.assessment(), view.tokens);
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        let quiet = |words: String| RichText::new(words).size(SMALL).color(tokens.secondary);
        if let Some(notice) = notice {
            let color = if notice.is_warning { tokens.notice } else { tokens.text };
            let words = plain(&notice.words);
            ui.add(egui::Label::new(RichText::new(&words).size(SMALL).color(color)).truncate()).on_hover_text(&words);
            if notice.can_undelete && link(ui, &text!("notice-undelete")).clicked() {
                actions.push(Action::Undelete);
            }
            if link(ui, &text!("notice-dismiss")).clicked() {
                actions.push(Action::DismissNotice);
            }
            return;
        }
        let is_changed = matches!(document.on_disk(), OnDisk::Changed | OnDisk::Unreadable);
        if is_changed && link(ui, &text!("status-changed")).on_hover_text(text!("status-changed-tip")).clicked() {
            actions.push(Action::Review);
        }
        let saved = match (&document.source, document.is_unsaved()) {
            _ if document.is_read_only() => text!("status-read-only"),
            (_, true) => text!("status-unsaved"),
            (Source::Example(_), false) => text!("status-example"),
            (_, false) => text!("status-saved"),
        };
        ui.label(quiet(saved));
        ui.label(quiet(text!("status-facts", known = assessment.facts_known, asked = assessment.facts_asked)));
        if ui.available_width() > 260.0 {
            ui.label(quiet(text!("status-evidence", share = crate::wording::percent(assessment.evidence_coverage(view.catalogue())))))
                .on_hover_text(text!("status-evidence-tip"));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let named = ui.add(egui::Label::new(quiet(plain(&text!("status-catalogue", version = view.catalogue().edition())))).truncate());
            if let Some(path) = view.settings.catalogue.as_ref().filter(|_| view.catalogue().laid_over.is_some()) {
                named.on_hover_text(plain(&path.display().to_string()));
            }
        });
    });
}
