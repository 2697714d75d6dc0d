//! What follows from the answers, on one page: the changed rules, every line of points and ratings, the requirements. Each can be
//! accepted as it is, switched off or changed.
//!
//! The questions themselves are on the other pages of the facts.

use std::collections::BTreeSet;

use egui::Ui;

use super::rules::{idle_rule_ui, rule_ui};
use crate::{
    assessment::{HeldRule, held_rules},
    chart::plain,
    gui::{
        action::Action,
        theme::{SECTION, prose, strong},
        view::{FactsPage, View, ViewState},
        widgets::{link, primary, segmented},
    },
    model::{Edit, Requirement, Rule, Section},
    session::Command,
};

pub(super) fn follows_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let held = held_rules(view.catalogue(), view.profile());
    ui.add_space(10.0);
    if view.assessment().facts_known == 0 {
        ui.label(prose(text!("follows-nothing")).color(view.tokens.secondary));
        if link(ui, &text!("follows-start")).clicked() {
            state.facts_page = FactsPage::First;
        }
    } else {
        ui.label(strong(text!("follows-title")).size(SECTION - 1.0));
        ui.label(prose(text!("follows-explain")).color(view.tokens.secondary));
    }
    changes_ui(ui, view, state, &held, actions);
    rules_ui(ui, view, state, &text!("rule-every-project"), &held, |rule| rule.when.is_empty(), actions);
    for section in &view.catalogue().interview.sections {
        section_ui(ui, view, state, section, &held, actions);
    }
    requirements_ui(ui, view, actions);
    ui.add_space(14.0);
    ui.horizontal_wrapped(|ui| {
        if primary(ui, &text!("follows-accept")).clicked() {
            actions.push(Action::Command(Command::Priorities));
        }
        if link(ui, &text!("follows-requirements")).clicked() {
            actions.push(Action::Command(Command::Requirements));
        }
    });
}

/// "2 rules changed by you", with the reason of each.
fn changes_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, held: &[HeldRule<'_>], actions: &mut Vec<Action>) {
    let n_changed: usize = view.profile().rules.len();
    if n_changed == 0 {
        return;
    }
    heading_ui(ui, &text!("rules-changed", count = n_changed));
    for (id, change) in &view.profile().rules {
        ui.add_space(6.0);
        if let Some(held) = held.iter().find(|held| held.rule.id == *id) {
            rule_ui(ui, view, state, held, true, actions);
        } else if let Some(rule) = view.catalogue().interview.rules.iter().find(|rule| rule.id == *id) {
            idle_rule_ui(ui, view, rule, change, actions);
        }
    }
}

/// The rules that nobody changed, of the questions in one section.
fn section_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, section: &Section, held: &[HeldRule<'_>], actions: &mut Vec<Action>) {
    let questions: BTreeSet<&str> =
        view.catalogue().interview.questions.iter().filter(|question| question.section == section.id).map(|q| q.id.as_str()).collect();
    let is_of = |rule: &Rule| rule.when.first().is_some_and(|first| questions.contains(first.fact.split('.').next().unwrap_or_default()));
    rules_ui(ui, view, state, &section.name, held, is_of, actions);
}

fn rules_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ViewState,
    heading: &str,
    held: &[HeldRule<'_>],
    is_wanted: impl Fn(&Rule) -> bool,
    actions: &mut Vec<Action>,
) {
    let mut rules = held.iter().filter(|held| is_wanted(held.rule) && held.change.is_none()).peekable();
    if rules.peek().is_none() {
        return;
    }
    heading_ui(ui, heading);
    for held in rules {
        ui.add_space(6.0);
        rule_ui(ui, view, state, held, true, actions);
    }
}

fn requirements_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let mut suggested = view.assessment().requirements.iter().filter(|outcome| outcome.suggested_by.is_some()).peekable();
    if suggested.peek().is_none() {
        return;
    }
    heading_ui(ui, &text!("command-requirements"));
    for outcome in suggested {
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            let options = [(true, text!("requirements-on")), (false, text!("requirements-off"))];
            if let Some(on) = segmented(ui, &plain(&outcome.name), outcome.is_on, &options) {
                let own = view.profile().requirements.iter().find(|own| own.id == outcome.id).cloned();
                let requirement = Requirement { on, ..own.unwrap_or_else(|| Requirement::new(outcome.id.clone())) };
                actions.push(Action::Edit(Edit::Requirement { id: outcome.id.clone(), requirement: Some(requirement) }));
                actions.push(Action::Seal);
            }
            ui.add_space(6.0);
            ui.label(plain(&outcome.name));
        });
    }
}

fn heading_ui(ui: &mut Ui, words: &str) {
    ui.add_space(12.0);
    ui.separator();
    ui.add_space(2.0);
    ui.label(strong(words));
}

/// How many rules were changed, as a link to the list of them; nothing where none was.
pub(super) fn changes_link_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let n_changed: usize = view.profile().rules.len();
    if n_changed > 0 && link(ui, &text!("rules-changed", count = n_changed)).clicked() {
        actions.push(Action::Command(Command::WhatFollows));
    }
}
