//! The interview: factual questions in short groups, each of which may stay open. What follows from an answer shows on the row in hand.

use std::collections::BTreeMap;

use egui::{RichText, ScrollArea, Ui};

use crate::{
    assessment::PointsSource,
    chart::plain,
    gui::{
        action::Action,
        theme::{SMALL, prose, strong},
        view::{View, ViewState},
        widgets::{chip, link, tab},
    },
    model::{Answer, AnswerOption, Edit, Id, Question, QuestionKind, Rule},
    session::Command,
    wording,
};

pub fn facts_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let interview = &view.catalogue().interview;
    let assessment = view.assessment();
    let chosen = interview.sections.iter().position(|section| Some(&section.id) == state.section.as_ref()).unwrap_or_default();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        for (at, section) in interview.sections.iter().enumerate() {
            let questions: Vec<&Question> = interview.questions.iter().filter(|question| question.section == section.id).collect();
            let n_known = questions.iter().filter(|question| view.profile().facts.get(&question.id).is_some()).count();
            let progress = text!("facts-progress", known = n_known, asked = questions.len());
            if tab(ui, &section.name, &progress, at == chosen).clicked() {
                state.section = Some(section.id.clone());
            }
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let n_left: usize = assessment.facts_asked - assessment.facts_known;
            ui.label(RichText::new(text!("facts-left", count = n_left)).color(view.tokens.secondary));
        });
    });
    let Some(section) = interview.sections.get(chosen) else { return };
    ScrollArea::vertical().id_salt(&section.id).auto_shrink([false, false]).show(ui, |ui| {
        for question in interview.questions.iter().filter(|question| question.section == section.id) {
            ui.add_space(8.0);
            question_ui(ui, view, state, question, actions);
            ui.add_space(8.0);
            ui.separator();
        }
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            if let Some(next) = interview.sections.get(chosen + 1) {
                if link(ui, &text!("facts-next", section = next.name.clone())).clicked() {
                    state.section = Some(next.id.clone());
                }
            } else if link(ui, &text!("facts-done")).clicked() {
                actions.push(Action::Command(Command::Priorities));
            }
        });
        ui.add_space(16.0);
    });
}

fn question_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, question: &Question, actions: &mut Vec<Action>) {
    let facts = &view.profile().facts;
    ui.label(strong(&question.asks)).on_hover_text(&question.why);
    ui.add_space(3.0);
    let mut set = |answer: Option<Answer>, state: &mut ViewState| {
        state.question = Some(question.id.clone());
        actions.push(Action::Edit(Edit::Fact { question: question.id.clone(), answer }));
        actions.push(Action::Seal);
    };
    match &question.kind {
        QuestionKind::Choice(answers) => {
            let given = facts.one(&question.id);
            if let Some(answer) = answers_ui(ui, &question.asks, answers, given) {
                set(answer.map(Answer::One), state);
            }
        }
        QuestionKind::EachAlternative(answers) => {
            for alternative in &view.assessment().alternatives {
                let given = facts.part(&question.id, &alternative.id);
                let name = plain(&alternative.name);
                if let Some(answer) = part_ui(ui, &question.asks, &name, answers, given) {
                    set(with_part(facts.get(&question.id), &alternative.id, answer), state);
                }
            }
        }
        QuestionKind::Parts(parts) => {
            for part in parts {
                let given = facts.part(&question.id, &part.id);
                if let Some(answer) = part_ui(ui, &question.asks, &part.asks, &part.answers, given) {
                    set(with_part(facts.get(&question.id), &part.id, answer), state);
                }
            }
        }
    }
    if state.question.as_ref() == Some(&question.id) {
        effect_ui(ui, view, question);
    }
}

/// One line of a question that has several.
fn part_ui(ui: &mut Ui, asks: &str, name: &str, answers: &[AnswerOption], given: Option<&str>) -> Option<Option<Id>> {
    let mut answered = None;
    ui.horizontal_wrapped(|ui| {
        ui.allocate_ui_with_layout(egui::vec2(112.0, 28.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(112.0);
            ui.label(name);
        });
        answered = chips_ui(ui, &format!("{asks} {name}"), answers, given);
    });
    answered
}

fn answers_ui(ui: &mut Ui, asks: &str, answers: &[AnswerOption], given: Option<&str>) -> Option<Option<Id>> {
    ui.horizontal_wrapped(|ui| chips_ui(ui, asks, answers, given)).inner
}

/// The answers side by side, "Don't know" last. Returns what was chosen, if anything was.
fn chips_ui(ui: &mut Ui, asks: &str, answers: &[AnswerOption], given: Option<&str>) -> Option<Option<Id>> {
    let mut answered = None;
    ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
    for answer in answers {
        let is_chosen = given == Some(answer.id.as_str());
        let response =
            chip(ui, &answer.label, &text!("facts-answer", asks = asks.to_owned(), answer = answer.label.clone()), is_chosen, false);
        let response = if answer.about.is_empty() { response } else { response.on_hover_text(&answer.about) };
        if response.clicked() && !is_chosen {
            answered = Some(Some(answer.id.clone()));
        }
    }
    let unknown = text!("facts-unknown");
    if chip(ui, &unknown, &text!("facts-answer", asks = asks.to_owned(), answer = unknown.clone()), given.is_none(), true).clicked()
        && given.is_some()
    {
        answered = Some(None);
    }
    answered
}

/// The answer to a question of several parts, with one part changed; `None` when no part is left.
fn with_part(answer: Option<&Answer>, part: &str, to: Option<Id>) -> Option<Answer> {
    let mut parts: BTreeMap<Id, Id> = match answer {
        Some(Answer::Each(parts)) => parts.clone(),
        _ => BTreeMap::new(),
    };
    match to {
        Some(to) => parts.insert(part.to_owned(), to),
        None => parts.remove(part),
    };
    (!parts.is_empty()).then_some(Answer::Each(parts))
}

/// What follows from the answer: points by criterion, and why.
fn effect_ui(ui: &mut Ui, view: &View<'_>, question: &Question) {
    let (assessment, tokens) = (view.assessment(), view.tokens);
    let is_about = |rule: &Rule| rule.when.iter().any(|condition| condition.fact.split('.').next() == Some(question.id.as_str()));
    let rules: Vec<&Rule> = view.catalogue().interview.rules.iter().filter(|rule| is_about(rule)).collect();
    let mut gains: Vec<String> = Vec::new();
    let mut used: Vec<&Rule> = Vec::new();
    for criterion in &assessment.criteria {
        for line in &criterion.trace {
            let rule = match &line.source {
                PointsSource::Rule(id) => rules.iter().find(|rule| rule.id == *id).copied(),
                PointsSource::Unknown(id) if id.split('.').next() == Some(question.id.as_str()) => None,
                _ => continue,
            };
            if rule.is_none() && !matches!(line.source, PointsSource::Unknown(_)) {
                continue;
            }
            gains.push(text!(
                "facts-gain",
                criterion = plain(&criterion.name).to_lowercase(),
                points = wording::signed_points(line.points)
            ));
            used.extend(rule.filter(|rule| !used.iter().any(|other| other.id == rule.id)));
        }
    }
    ui.add_space(2.0);
    let is_known = view.profile().facts.get(&question.id).is_some();
    let mut words = Vec::new();
    if !gains.is_empty() {
        words.push(gains.join(" · "));
    }
    if is_known {
        for rule in used {
            let n_sources: usize = rule.evidence.len();
            words.push(text!("facts-why", why = rule.why.clone(), count = n_sources));
        }
        if words.is_empty() {
            words.push(text!("facts-no-points"));
        }
    } else {
        words.push(text!("facts-mean"));
    }
    for line in words {
        ui.label(prose(line).size(SMALL).color(tokens.secondary));
    }
}
