//! The interview: factual questions in short groups, each of which may stay open. What follows from an answer shows on the row in hand.

use std::collections::BTreeMap;

use egui::{ScrollArea, Ui};

use super::{drawer::quiet, follows::follows_ui, rules::rule_ui};
use crate::{
    assessment::{AssessedCriterion, PointsSource, TraceLine, held_rules},
    chart::plain,
    gui::{
        action::Action,
        theme::{BODY, SMALL, font, prose, strong},
        view::{FactsPage, View, ViewState},
        widgets::{chip, link, tab},
    },
    model::{Answer, AnswerOption, Edit, Id, Question, QuestionKind, Rule, Section},
    wording,
};

/// What a rule takes whose reason fits on one line.
const RULE_HEIGHT: f32 = 46.0;
/// Room for so many rules is kept free under a question about each alternative: rarely does everybody's answer differ.
const MOST_RESERVED: usize = 2;

pub fn facts_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let interview = &view.catalogue().interview;
    let shown = match &state.facts_page {
        FactsPage::First => interview.sections.first(),
        FactsPage::Section(id) => interview.sections.iter().find(|section| section.id == *id).or(interview.sections.first()),
        FactsPage::Follows => None,
    };
    // Where there is little room, the row of pages is scrolled along.
    let has_room = ui.available_height() > 260.0;
    if has_room {
        pages_ui(ui, view, state, shown);
    }
    let page = shown.map_or("follows", |section| section.id.as_str());
    ScrollArea::vertical().id_salt(page).auto_shrink([false, false]).show(ui, |ui| {
        if !has_room {
            pages_ui(ui, view, state, shown);
        }
        match shown {
            Some(section) => section_ui(ui, view, state, section, actions),
            None => follows_ui(ui, view, state, actions),
        }
        ui.add_space(16.0);
    });
}

/// The sections with how much of each is answered, and the page of what follows.
fn pages_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, shown: Option<&Section>) {
    let (interview, assessment) = (&view.catalogue().interview, view.assessment());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        for section in &interview.sections {
            // What absence answers is never unknown, so it is not counted: neither here nor in what is left.
            let is_counted = |question: &&Question| question.section == section.id && question.absent_means.is_none();
            let questions: Vec<&Question> = interview.questions.iter().filter(is_counted).collect();
            let n_known = questions.iter().filter(|question| view.profile().facts.get(&question.id).is_some()).count();
            let progress = text!("facts-progress", known = n_known, asked = questions.len());
            let response = tab(ui, &section.name, &progress, shown.is_some_and(|shown| shown.id == section.id));
            if response.clicked() {
                state.facts_page = FactsPage::Section(section.id.clone());
            }
            response.on_hover_text(text!("facts-progress-tip", known = n_known, asked = questions.len()));
        }
        let n_changed: usize = view.profile().rules.len();
        let remark = if n_changed == 0 { String::new() } else { text!("facts-changed", count = n_changed) };
        if tab(ui, &text!("command-what-follows"), &remark, shown.is_none()).clicked() {
            state.facts_page = FactsPage::Follows;
        }
        let n_left: usize = assessment.facts_asked - assessment.facts_known;
        let left = text!("facts-left", count = n_left);
        let width = ui.painter().layout_no_wrap(left.clone(), font(BODY), view.tokens.secondary).size().x;
        // Where it has no room it is left out: the line at the bottom says it too.
        if ui.max_rect().max.x - ui.cursor().min.x > width {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| ui.label(quiet(view, left)));
        }
    });
}

fn section_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, section: &Section, actions: &mut Vec<Action>) {
    let interview = &view.catalogue().interview;
    for question in interview.questions.iter().filter(|question| question.section == section.id) {
        ui.add_space(6.0);
        question_ui(ui, view, state, question, actions);
        ui.add_space(2.0);
        ui.separator();
    }
    ui.add_space(6.0);
    let next = interview.sections.iter().skip_while(|other| other.id != section.id).nth(1);
    if let Some(next) = next {
        if link(ui, &text!("facts-next", section = next.name.clone())).clicked() {
            state.facts_page = FactsPage::Section(next.id.clone());
        }
    } else if link(ui, &text!("facts-done")).clicked() {
        state.facts_page = FactsPage::Follows;
    }
}

fn question_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, question: &Question, actions: &mut Vec<Action>) {
    let facts = &view.profile().facts;
    ui.label(strong(&question.asks)).on_hover_text(&question.why);
    ui.add_space(2.0);
    // What was answered comes in hand, even if it is what was answered before.
    let mut set = |answer: Option<Answer>, state: &mut ViewState| {
        state.question = Some(question.id.clone());
        if answer.as_ref() != facts.get(&question.id) {
            actions.push(Action::Edit(Edit::Fact { question: question.id.clone(), answer }));
            actions.push(Action::Seal);
        }
    };
    match &question.kind {
        QuestionKind::Choice(answers) => {
            let given = taken(question, answers, facts.one(&question.id));
            if let Some(answer) = answers_ui(ui, &question.asks, answers, given) {
                set(answer.map(Answer::One), state);
            }
        }
        QuestionKind::EachAlternative(answers) => {
            for alternative in &view.assessment().alternatives {
                let given = taken(question, answers, facts.part(&question.id, &alternative.id));
                let name = plain(&alternative.name);
                if let Some(answer) = part_ui(ui, &question.asks, &name, answers, given) {
                    set(with_part(facts.get(&question.id), &alternative.id, answer), state);
                }
            }
        }
        QuestionKind::Parts(parts) => {
            for part in parts {
                let given = taken(question, &part.answers, facts.part(&question.id, &part.id));
                if let Some(answer) = part_ui(ui, &question.asks, &part.asks, &part.answers, given) {
                    set(with_part(facts.get(&question.id), &part.id, answer), state);
                }
            }
        }
    }
    // Under the answers stands why it is asked, and in the row in hand what the answer does. Both have the same room, so that the
    // next question holds still while it is being answered.
    let n_lines = match question.kind {
        QuestionKind::EachAlternative(_) => view.assessment().alternatives.len().clamp(1, MOST_RESERVED),
        QuestionKind::Choice(_) | QuestionKind::Parts(_) => 1,
    };
    ui.scope(|ui| {
        ui.set_min_height(RULE_HEIGHT * n_lines as f32);
        if state.question.as_ref() == Some(&question.id) {
            effect_ui(ui, view, state, question, actions);
        } else {
            ui.add_space(2.0);
            ui.label(prose(&question.why).size(SMALL).line_height(Some(16.0)).color(view.tokens.secondary));
        }
    });
}

/// The answer that counts: what was given, or else what absence stands for where that is one of the answers.
fn taken<'a>(question: &'a Question, answers: &[AnswerOption], given: Option<&'a str>) -> Option<&'a str> {
    let absent = || question.absent_means.as_deref().filter(|absent| answers.iter().any(|answer| answer.id == *absent));
    given.or_else(absent)
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
        if response.clicked() {
            answered = Some(Some(answer.id.clone()));
        }
    }
    let unknown = text!("facts-unknown");
    if chip(ui, &unknown, &text!("facts-answer", asks = asks.to_owned(), answer = unknown.clone()), given.is_none(), true).clicked() {
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

/// What follows from the answer in hand: each rule with points, why and evidence; or what not knowing counts as.
fn effect_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, question: &Question, actions: &mut Vec<Action>) {
    let is_known = view.profile().facts.get(&question.id).is_some();
    if !is_known && question.absent_means.is_none() {
        let gains: BTreeMap<Id, f64> = view.assessment().criteria.iter().filter_map(|criterion| mean(criterion, &question.id)).collect();
        let gains = plain(&wording::gains(view.assessment(), &gains));
        let words = if gains.is_empty() { text!("facts-mean") } else { text!("facts-mean-gains", gains = gains) };
        ui.add_space(2.0);
        ui.label(prose(words).size(SMALL).color(view.tokens.secondary));
        return;
    }
    let is_about = |rule: &Rule| rule.when.iter().any(|condition| condition.fact.split('.').next() == Some(question.id.as_str()));
    let held = held_rules(view.catalogue(), view.profile());
    let mut about = held.iter().filter(|held| is_about(held.rule)).peekable();
    let chosen = wording::chosen_ratings(view.catalogue(), view.assessment(), &question.id);
    if about.peek().is_none() && chosen.is_empty() {
        ui.add_space(2.0);
        ui.label(prose(text!("facts-no-points")).size(SMALL).color(view.tokens.secondary));
    }
    for words in chosen {
        ui.add_space(2.0);
        ui.label(prose(plain(&words)).size(SMALL).color(view.tokens.secondary));
    }
    let names_answer = !matches!(question.kind, QuestionKind::Choice(_));
    for held in about {
        rule_ui(ui, view, state, held, names_answer, actions);
    }
}

/// What not knowing a question adds to a criterion: the mean of its answers.
fn mean(criterion: &AssessedCriterion, question: &str) -> Option<(Id, f64)> {
    let is_it = |line: &&TraceLine| matches!(&line.source, PointsSource::Unknown(id) if id == question);
    criterion.trace.iter().find(is_it).map(|line| (criterion.id.clone(), line.points))
}
