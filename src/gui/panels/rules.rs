//! One rule of the interview as a line: what it does, why and on which evidence; with a switch, points to change and a reason.
//!
//! Which rules are shown is the pages' and drawers'.

use std::collections::BTreeMap;

use egui::{TextEdit, Ui, WidgetInfo, accesskit::Role};

use super::{drawer::quiet, source::sources_ui};
use crate::{
    assessment::HeldRule,
    chart::plain,
    gui::{
        action::Action,
        theme::{CONTROL, SMALL, prose, strong},
        view::{View, ViewState},
        widgets::{link, number_field, show_focus, small_link},
    },
    model::{Edit, Id, Rule, RuleChange},
    wording,
};

/// More points than any rule gives.
const MOST_POINTS: f64 = 100.0;

/// Shows a rule whose answers were given. `names_answer` says them too, where they do not stand above.
pub(super) fn rule_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ViewState,
    held: &HeldRule<'_>,
    names_answer: bool,
    actions: &mut Vec<Action>,
) {
    let (rule, tokens) = (held.rule, view.tokens);
    let when = wording::rule_when(view.catalogue(), rule);
    let does = plain(&wording::rule_does(view.catalogue(), view.assessment(), held));
    let mut change = held.change.cloned().unwrap_or_default();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let mut is_on = held.is_on();
        let switch = ui.checkbox(&mut is_on, "").on_hover_text(text!("rule-switch-tip"));
        switch.widget_info(|| {
            WidgetInfo::selected(Role::CheckBox, true, is_on, text!("rule-switch", when = when.clone(), does = does.clone()))
        });
        show_focus(ui, &switch);
        if switch.changed() {
            change.off = !is_on;
            actions.push(set(rule, change.clone()));
            actions.push(Action::Seal);
        }
        ui.vertical(|ui| {
            // Lines stand as close as text does.
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.spacing_mut().interact_size.y = 18.0;
            ui.add_space(4.0);
            ui.horizontal_wrapped(|ui| {
                if names_answer || rule.when.len() > 1 {
                    ui.label(strong(text!("rule-answer", when = when.clone())));
                }
                let words = if held.is_on() { quiet(view, &does).color(tokens.text) } else { quiet(view, &does).strikethrough() };
                ui.label(words);
                let mark = match (held.is_on(), change.points.is_empty()) {
                    (false, _) => Some(text!("rule-off")),
                    (true, false) => Some(text!("rule-changed")),
                    (true, true) => None,
                };
                if let Some(mark) = mark {
                    ui.label(quiet(view, mark).size(SMALL).color(tokens.notice));
                }
                let is_open = state.rule.as_ref() == Some(&rule.id);
                let response = small_link(ui, &if is_open { text!("rule-done") } else { text!("rule-change") });
                let label = if is_open { text!("rule-done-of", when = when.clone()) } else { text!("rule-change-of", when = when.clone()) };
                response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &label));
                if response.clicked() {
                    state.rule = (!is_open).then(|| rule.id.clone());
                }
            });
            ui.horizontal_wrapped(|ui| {
                ui.label(quiet(view, &rule.why).size(SMALL));
                sources_ui(ui, view, state, &rule.evidence, &when);
            });
            if state.rule.as_ref() == Some(&rule.id) {
                points_ui(ui, view, held, &change, actions);
            }
            if held.change.is_some() {
                changed_ui(ui, view, rule, &when, change, actions);
            }
        });
    });
}

/// A rule that somebody changed and that does not hold for the answers as they are now.
pub(super) fn idle_rule_ui(ui: &mut Ui, view: &View<'_>, rule: &Rule, change: &RuleChange, actions: &mut Vec<Action>) {
    let when = wording::rule_when(view.catalogue(), rule);
    ui.horizontal_wrapped(|ui| {
        ui.label(strong(text!("rule-answer", when = when.clone())));
        ui.label(quiet(view, text!("rule-idle")));
    });
    changed_ui(ui, view, rule, &when, change.clone(), actions);
}

/// The reason for a change, and the way back.
fn changed_ui(ui: &mut Ui, view: &View<'_>, rule: &Rule, when: &str, mut change: RuleChange, actions: &mut Vec<Action>) {
    ui.spacing_mut().interact_size.y = CONTROL;
    ui.horizontal_wrapped(|ui| {
        ui.label(quiet(view, text!("rule-reason")).size(SMALL));
        let width = (ui.available_width() - 130.0).clamp(120.0, 320.0);
        let field = TextEdit::singleline(&mut change.reason).desired_width(width).hint_text(text!("rule-reason-hint"));
        if ui.add(field).accessible_name(text!("rule-reason-of", when = when.to_owned())).changed() {
            actions.push(set(rule, change.clone()));
        }
        let back = link(ui, &text!("rule-back"));
        back.widget_info(|| WidgetInfo::labeled(Role::Link, true, text!("rule-back-of", when = when.to_owned())));
        if back.clicked() {
            actions.push(Action::Edit(Edit::Rule { rule: rule.id.clone(), change: None }));
            actions.push(Action::Seal);
        }
    });
}

/// A field for the points of each criterion, and one more criterion on request.
fn points_ui(ui: &mut Ui, view: &View<'_>, held: &HeldRule<'_>, change: &RuleChange, actions: &mut Vec<Action>) {
    let (rule, assessment) = (held.rule, view.assessment());
    let mut set_points = |criterion: &Id, points: f64| {
        let mut all: BTreeMap<Id, f64> = held.points().clone();
        all.insert(criterion.clone(), points);
        // The rule's own points are no change.
        let points = if all == rule.points { BTreeMap::new() } else { all };
        actions.push(set(rule, RuleChange { points, ..change.clone() }));
    };
    for (id, points) in held.points() {
        let Some(j) = assessment.criterion(id) else { continue };
        let name = plain(&assessment.criteria[j].name);
        ui.horizontal(|ui| {
            let (_, typed) = number_field(ui, &text!("rule-points-of", criterion = name.clone()), *points, 0.0..=MOST_POINTS, 0.1, 56.0);
            if let Some(typed) = typed {
                set_points(id, typed);
            }
            ui.label(&name);
            let own = rule.points.get(id).copied().unwrap_or_default();
            if (own - points).abs() > f64::EPSILON {
                ui.label(quiet(view, text!("rule-points-own", points = wording::points(own))).size(SMALL));
            }
        });
    }
    let response = ui.menu_button(text!("rule-add-criterion"), |ui| {
        egui::ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            for criterion in assessment.criteria.iter().filter(|criterion| !held.points().contains_key(&criterion.id)) {
                if ui.button(plain(&criterion.name)).clicked() {
                    set_points(&criterion.id, 1.0);
                    ui.close();
                }
            }
        });
    });
    show_focus(ui, &response.response);
    if !rule.effects.is_empty() {
        ui.label(prose(text!("rule-effects")).size(SMALL).color(view.tokens.secondary));
    }
}

/// What was done to a rule; nothing at all, not even the reason, where it is again as the catalogue has it.
fn set(rule: &Rule, change: RuleChange) -> Action {
    let is_changed = change.off || !change.points.is_empty();
    Action::Edit(Edit::Rule { rule: rule.id.clone(), change: is_changed.then_some(change) })
}
