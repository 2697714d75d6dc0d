//! What would change the leader, one sentence each, with a way to what it speaks of.
//!
//! What does is decided in `assessment`.

use egui::{RichText, ScrollArea, Ui};

use crate::{
    assessment::{Sentence, changes},
    chart::{ChartKind, plain},
    gui::{
        action::{Action, Goal},
        page::Page,
        theme::prose,
        view::{View, ViewState, Zone},
        widgets::{PROSE_WIDTH, heading, named_link, scroll_by_keys},
    },
    wording,
};

/// The room for a way to what a sentence speaks of.
const WAY: f32 = 200.0;

/// A kind of change, and what belongs to it.
type Section = (fn() -> String, fn(&Sentence) -> bool);

/// The kinds of change in the order in which they are listed.
const SECTIONS: [Section; 4] = [
    (|| text!("changes-answers"), |said| matches!(said, Sentence::FactFlip(_) | Sentence::NoFactFlips)),
    (|| text!("changes-weights"), |said| matches!(said, Sentence::CriterionFlip(_))),
    (|| text!("changes-ratings"), |said| matches!(said, Sentence::RatingFlip(_))),
    (|| text!("changes-joint"), |said| matches!(said, Sentence::Joint(_))),
];

pub fn changes_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let found = state.changes.get(view, || changes(view.subject()));
    ui.add_space(12.0);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        scroll_by_keys(ui);
        let room = (ui.available_width() - WAY).clamp(160.0, PROSE_WIDTH);
        if found.is_empty() {
            ui.label(RichText::new(plain(&wording::verdict(view.assessment()))).color(view.tokens.secondary));
        }
        for (title, belongs) in SECTIONS {
            let sentences: Vec<&Sentence> = found.iter().filter(|sentence| belongs(sentence)).collect();
            if sentences.is_empty() {
                continue;
            }
            let heading = heading(ui, &title());
            if state.focus.take_if(|zone| *zone == Zone::Work).is_some() {
                heading.request_focus();
            }
            for sentence in sentences {
                change_ui(ui, view, room, sentence, actions);
            }
            ui.add_space(16.0);
        }
    });
}

fn change_ui(ui: &mut Ui, view: &View<'_>, room: f32, sentence: &Sentence, actions: &mut Vec<Action>) {
    let assessment = view.assessment();
    let words = plain(&wording::say(view.subject(), sentence));
    let way = match sentence {
        Sentence::CriterionFlip(flip) => Some((
            text!("changes-to-weight", criterion = plain(&assessment.criteria[flip.criterion].name).to_lowercase()),
            Action::GoTo(Goal::Weight(assessment.criteria[flip.criterion].id.clone())),
        )),
        Sentence::RatingFlip(flip) => {
            let (criterion, alternative) = (&assessment.criteria[flip.criterion], &assessment.alternatives[flip.alternative]);
            let goal = Goal::Rating { criterion: criterion.id.clone(), alternative: alternative.id.clone() };
            let (criterion, alternative) = (plain(&criterion.name).to_lowercase(), plain(&alternative.name));
            Some((text!("changes-to-rating", criterion = criterion, alternative = alternative), Action::GoTo(goal)))
        }
        Sentence::FactFlip(flip) => Some((text!("changes-to-question"), Action::GoTo(Goal::Question(flip.question.clone())))),
        Sentence::Joint(Some(_)) => Some((text!("changes-to-crossover"), Action::ShowPage(Page::Chart(ChartKind::Crossover)))),
        _ => None,
    };
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(egui::vec2(room, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.set_width(room);
            ui.label(prose(words.as_str()));
        });
        if let Some((label, action)) = way {
            ui.add_space(12.0);
            // The sentence beside it tells links apart that read alike.
            if named_link(ui, &label, &format!("{label} {words}")).clicked() {
                actions.push(action);
            }
        }
    });
    ui.add_space(6.0);
}
