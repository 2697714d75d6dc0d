//! What to find out first, beside a verdict that is close: the question, the cheapest way, and where the result is entered.
//!
//! Which one it is is decided in `assessment`.

use egui::{RichText, Ui};

use crate::{
    assessment::{Unknown, VerdictKind, next_step},
    chart::plain,
    gui::{
        action::{Action, Goal},
        theme::{RADIUS, SMALL, prose, strong},
        view::View,
        widgets::link,
    },
    wording,
};

/// Shown where the verdict is not clear and something is worth finding out.
pub fn next_step_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let (assessment, tokens) = (view.assessment(), view.tokens);
    if !matches!(assessment.verdict.kind, VerdictKind::TooClose | VerdictKind::Leaning) {
        return;
    }
    let Some(step) = next_step(view.subject()) else { return };
    let is_current = view.information.is_some_and(|(_, is_current)| is_current);
    ui.add_space(10.0);
    egui::Frame::new().fill(tokens.panel).corner_radius(RADIUS).inner_margin(egui::Margin::symmetric(12, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.label(strong(text!("next-title")));
            if let Some(way) = step.way {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.label(RichText::new(wording::effort(way.effort)).size(SMALL).color(tokens.caption));
                });
            }
        });
        ui.add_space(2.0);
        let ink = if is_current { tokens.text } else { tokens.caption };
        ui.label(prose(plain(&wording::what_to_find_out(view.subject(), &step.about, step.criterion))).color(ink));
        if let Some(way) = step.way {
            ui.label(prose(plain(&way.how)).color(tokens.secondary));
        }
        ui.add_space(4.0);
        let (label, goal) = match (&step.about, step.criterion) {
            (Unknown::Fact(id), _) => (text!("next-answer"), Goal::Question(id.clone())),
            (Unknown::Ratings { alternative, .. }, Some(j)) => {
                let (criterion, alternative) = (assessment.criteria[j].id.clone(), assessment.alternatives[*alternative].id.clone());
                (text!("next-enter"), Goal::OwnRating { criterion, alternative })
            }
            (Unknown::Ratings { .. } | Unknown::Weight { .. }, _) => return,
        };
        if link(ui, &label).clicked() {
            actions.push(Action::GoTo(goal));
        }
    });
}
