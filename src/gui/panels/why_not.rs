//! "Why not …?": which alternative is asked about, and the answer in words over the waterfall.
//!
//! The chart is `chart`'s, the sentences are `assessment`'s.

use egui::Ui;

use crate::{
    assessment::why_not,
    chart::{asked_about, plain},
    gui::{
        theme::prose,
        view::{View, ViewState},
        widgets::{PROSE_WIDTH, segmented, show_focus},
    },
    wording,
};

/// So many alternatives stand side by side; more become a menu.
const MOST_SEGMENTS: usize = 4;

/// The choice of the alternative that is asked about.
pub fn against_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    let assessment = view.assessment();
    let Some(asked) = asked_about(assessment, state.against) else { return };
    let name = |i: usize| plain(&assessment.alternatives[i].name);
    if assessment.alternatives.len() <= MOST_SEGMENTS {
        let options: Vec<(usize, String)> = assessment.ranking.iter().map(|&i| (i, name(i))).collect();
        if let Some(chosen) = segmented(ui, &text!("why-not-choose"), asked, &options) {
            state.against = Some(chosen);
        }
        return;
    }
    let response = ui.menu_button(text!("why-not-about", name = name(asked)), |ui| {
        for &i in &assessment.ranking {
            if ui.selectable_label(i == asked, name(i)).clicked() {
                state.against = Some(i);
                ui.close();
            }
        }
    });
    show_focus(ui, &response.response);
}

/// Why it does not lead, where it wins and loses, and what would put it first.
pub fn why_not_ui(ui: &mut Ui, view: &View<'_>, state: &ViewState) {
    let Some(asked) = asked_about(view.assessment(), state.against) else { return };
    let said = why_not(view.assessment(), asked);
    let words: Vec<String> = said.iter().map(|sentence| wording::say(view.subject(), sentence)).collect();
    ui.vertical(|ui| {
        ui.set_max_width(PROSE_WIDTH.min(ui.available_width()));
        ui.label(prose(plain(&words.join(" "))));
    });
    ui.add_space(6.0);
}
