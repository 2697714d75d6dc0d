//! The drawer of one weight: the lines that sum to a criterion's points, each rule with its switch.
//!
//! Weights are set in the priorities.

use egui::{ScrollArea, Ui};

use super::{
    drawer::{heading_ui, quiet, section_ui},
    rules::rule_ui,
};
use crate::{
    assessment::{PointsSource, held_rules},
    chart::plain,
    gui::{
        action::Action,
        theme::{SMALL, TITLE, prose, strong},
        view::{FactsPage, Tab, View, ViewState},
        widgets::link,
    },
    model::Edit,
    wording,
};

pub fn weight_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, id: &str, actions: &mut Vec<Action>) {
    let assessment = view.assessment();
    let Some(criterion) = assessment.criterion(id).map(|j| &assessment.criteria[j]) else {
        state.drawer = None;
        return;
    };
    if heading_ui(ui, state, text!("weight-title", criterion = plain(&criterion.name).to_lowercase())) {
        state.drawer = None;
    }
    ScrollArea::vertical().id_salt(id).auto_shrink([false, false]).show(ui, |ui| {
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            ui.label(strong(wording::percent(criterion.weight)).size(TITLE + 6.0));
            let total: f64 = assessment.criteria.iter().map(|criterion| criterion.points).sum();
            let (points, total) = (wording::points(criterion.points), wording::points(total));
            ui.label(quiet(view, text!("weight-share", points = points, total = total)));
        });
        if let Some(shipped) = view.catalogue().criterion(id) {
            ui.label(prose(&shipped.about).color(view.tokens.secondary));
        }
        if criterion.is_own {
            ui.add_space(6.0);
            ui.label(prose(text!("weight-own", points = wording::points(criterion.points_from_facts))));
            if link(ui, &text!("weight-reset")).clicked() {
                actions.push(Action::Edit(Edit::Points([(id.to_owned(), None)].into())));
                actions.push(Action::Seal);
            }
        }
        section_ui(ui, &text!("weight-lines"));
        let held = held_rules(view.catalogue(), view.profile());
        for line in &criterion.trace {
            ui.add_space(6.0);
            let points = wording::signed_points(line.points);
            match &line.source {
                PointsSource::Base => drop(ui.label(prose(text!("trace-base", points = points)))),
                PointsSource::Rule(rule) => {
                    if let Some(held) = held.iter().find(|held| held.rule.id == *rule) {
                        rule_ui(ui, view, state, held, true, actions);
                    }
                }
                PointsSource::Unknown(question) => {
                    let question = view.catalogue().interview.question(question);
                    let asks = question.map(|question| question.asks.clone()).unwrap_or_default();
                    ui.label(prose(text!("trace-unknown", points = points, asks = asks)));
                    if let Some(question) = question
                        && link(ui, &text!("weight-answer")).clicked()
                    {
                        state.tab = Tab::Facts;
                        state.facts_page = FactsPage::Section(question.section.clone());
                        state.question = Some(question.id.clone());
                        state.drawer = None;
                    }
                }
            }
        }
        // What was switched off adds nothing, but can be switched on again here.
        let off = held.iter().filter(|held| !held.is_on() && held.points().contains_key(id));
        for held in off {
            ui.add_space(6.0);
            rule_ui(ui, view, state, held, true, actions);
        }
        ui.add_space(8.0);
        ui.label(strong(text!("trace-sum", points = wording::points(criterion.points_from_facts))).size(SMALL));
        ui.add_space(16.0);
    });
}
