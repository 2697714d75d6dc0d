//! A requirement that somebody adds or changes: one of the catalogue's from a list that can be searched, an own judgement, a
//! threshold, a demand from outside, or a deciding reason that is none of what is compared.
//!
//! What a requirement does is `assessment/requirements.rs`'s.

use std::collections::BTreeMap;

use egui::{Color32, RichText, ScrollArea, TextEdit, Ui, WidgetInfo, accesskit::Role};

use super::{buttons_ui, remark_ui, title_ui};
use crate::{
    chart::plain,
    gui::{
        action::Action,
        theme::{RADIUS, SMALL, Tokens, prose, strong},
        view::View,
        widgets::{button, link, number_field, primary, segmented, show_focus},
    },
    model::{Edit, Id, Judgement, Mandate, MandateKind, Requirement, Threshold},
    session::Command,
    store, wording,
};

/// What kind of requirement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RequirementKind {
    /// One of the catalogue's, chosen from a list.
    Listed,
    Judged,
    Threshold,
    Mandate,
    Outside,
}

#[derive(Debug, Clone)]
pub struct RequirementForm {
    kind: RequirementKind,
    /// The one that is changed; `None` for a new one.
    changed: Option<Requirement>,
    query: String,
    name: String,
    reason: String,
    judgements: BTreeMap<Id, Judgement>,
    criterion: Option<Id>,
    rating: f64,
    demand: MandateKind,
    by: String,
    favours: Option<Id>,
}

impl Default for RequirementForm {
    fn default() -> Self {
        Self::of_kind(RequirementKind::Listed)
    }
}

impl RequirementForm {
    pub fn of_kind(kind: RequirementKind) -> Self {
        Self {
            kind,
            changed: None,
            query: String::new(),
            name: String::new(),
            reason: String::new(),
            judgements: BTreeMap::new(),
            criterion: None,
            rating: 7.0,
            demand: MandateKind::Platform,
            by: String::new(),
            favours: None,
        }
    }

    pub fn kind(&self) -> RequirementKind {
        self.kind
    }

    /// The form with what an own requirement says.
    pub fn of(own: &Requirement) -> Self {
        let kind = if own.outside {
            RequirementKind::Outside
        } else if own.mandate.is_some() {
            RequirementKind::Mandate
        } else if own.at_least.is_some() {
            RequirementKind::Threshold
        } else {
            RequirementKind::Judged
        };
        let mut form = Self::of_kind(kind);
        form.name.clone_from(&own.name);
        form.reason.clone_from(&own.reason);
        form.judgements.clone_from(&own.judgements);
        form.favours.clone_from(&own.favours);
        if let Some(threshold) = &own.at_least {
            form.criterion = Some(threshold.criterion.clone());
            form.rating = threshold.rating;
        }
        if let Some(mandate) = &own.mandate {
            form.demand = mandate.kind;
            form.by.clone_from(&mandate.by);
        }
        form.changed = Some(own.clone());
        form
    }

    /// What is asked for, as far as it is complete. What the form does not ask about stays as it was.
    fn requirement(&self, view: &View<'_>) -> Option<Requirement> {
        let threshold = || Some(Threshold { criterion: self.criterion.clone()?, rating: self.rating });
        let mut name = self.name.trim().to_owned();
        let mut requirement = self.changed.clone().unwrap_or_else(|| Requirement::new(String::new()));
        match self.kind {
            RequirementKind::Listed => return None,
            RequirementKind::Judged => requirement.judgements.clone_from(&self.judgements),
            RequirementKind::Threshold => {
                let threshold = threshold()?;
                if name.is_empty() {
                    name = wording::threshold(view.assessment(), &threshold);
                }
                requirement.at_least = Some(threshold);
            }
            RequirementKind::Mandate => {
                requirement.judgements.clone_from(&self.judgements);
                requirement.mandate = Some(Mandate { kind: self.demand, by: self.by.trim().to_owned() });
            }
            RequirementKind::Outside => {
                requirement.outside = true;
                requirement.favours.clone_from(&self.favours);
            }
        }
        if name.is_empty() {
            return None;
        }
        if requirement.id.is_empty() {
            requirement.id = free_id(view, &name);
        }
        requirement.name = name;
        self.reason.trim().clone_into(&mut requirement.reason);
        Some(requirement)
    }
}

pub fn requirement_ui(ui: &mut Ui, view: &View<'_>, form: &mut RequirementForm, actions: &mut Vec<Action>) {
    if form.kind == RequirementKind::Listed { list_ui(ui, view, form, actions) } else { form_ui(ui, view, form, actions) }
}

/// The catalogue's requirements that are not on the list yet; every word that was typed must occur.
fn list_ui(ui: &mut Ui, view: &View<'_>, form: &mut RequirementForm, actions: &mut Vec<Action>) {
    title_ui(ui, &text!("requirement-title"));
    let field = TextEdit::singleline(&mut form.query)
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(8, 6))
        .hint_text(text!("requirement-search"));
    let search = ui.add(field).accessible_name(text!("requirement-search"));
    if ui.memory(|memory| memory.focused().is_none()) {
        search.request_focus();
    }
    let listed = |id: &str| view.assessment().requirements.iter().any(|outcome| outcome.id == id);
    let words: Vec<String> = form.query.to_lowercase().split_whitespace().map(ToOwned::to_owned).collect();
    let matches = |text: String| words.iter().all(|word| text.to_lowercase().contains(word));
    let rules: Vec<_> = view
        .catalogue()
        .requirements
        .iter()
        .filter(|rule| !listed(&rule.id) && matches(format!("{} {} {}", rule.name, rule.about, rule.reason)))
        .collect();
    let height = (ui.ctx().content_rect().height() - 290.0).clamp(90.0, 330.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for rule in &rules {
            let judged: Vec<String> = view
                .assessment()
                .alternatives
                .iter()
                .filter_map(|alternative| Some((alternative, rule.judgements.get(&alternative.id)?)))
                .map(|(alternative, judgement)| format!("{} {}", plain(&alternative.name), wording::judgement(*judgement)))
                .collect();
            if choice_ui(ui, &rule.name, &rule.about, &judged.join(" · ")) {
                let id = rule.id.clone();
                actions.push(Action::Edit(Edit::Requirement { id: id.clone(), requirement: Some(Requirement::new(id)) }));
                actions.push(Action::Seal);
                actions.push(Action::CloseDialog);
                actions.push(Action::Command(Command::Requirements));
            }
        }
        if rules.is_empty() {
            remark_ui(ui, &text!("requirement-nothing"));
        }
    });
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        ui.label(strong(text!("requirement-other")));
        let kinds = [
            (RequirementKind::Judged, text!("requirement-kind-judged")),
            (RequirementKind::Threshold, text!("requirement-kind-threshold")),
            (RequirementKind::Mandate, text!("requirement-kind-mandate")),
            (RequirementKind::Outside, text!("requirement-kind-outside")),
        ];
        for (kind, name) in kinds {
            if link(ui, &name).clicked() {
                *form = RequirementForm { name: form.query.trim().to_owned(), ..RequirementForm::of_kind(kind) };
            }
            ui.add_space(6.0);
        }
    });
    buttons_ui(ui, |ui| {
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

/// One of the list: its name, when it applies, and who meets it.
fn choice_ui(ui: &mut Ui, name: &str, about: &str, judged: &str) -> bool {
    let tokens = Tokens::of(ui.ctx());
    let id = ui.next_auto_id();
    let is_hovered = ui.ctx().read_response(id).is_some_and(|response| response.hovered());
    let fill = if is_hovered { tokens.accent_ground } else { Color32::TRANSPARENT };
    let frame = egui::Frame::new().fill(fill).corner_radius(RADIUS).inner_margin(egui::Margin::symmetric(8, 5));
    let inner = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.label(strong(name));
        ui.label(RichText::new(about).size(SMALL).color(tokens.secondary));
        ui.label(RichText::new(judged).size(SMALL).color(tokens.secondary));
    });
    let response = ui.interact(inner.response.rect, id, egui::Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    show_focus(ui, &response);
    response.clicked()
}

fn form_ui(ui: &mut Ui, view: &View<'_>, form: &mut RequirementForm, actions: &mut Vec<Action>) {
    let (title, explain, name) = match form.kind {
        RequirementKind::Threshold => {
            (text!("requirement-threshold-title"), text!("requirement-threshold-explain"), text!("requirement-name-optional"))
        }
        RequirementKind::Mandate => {
            (text!("requirement-mandate-title"), text!("requirement-mandate-explain"), text!("requirement-mandate-name"))
        }
        RequirementKind::Outside => {
            (text!("requirement-outside-title"), text!("requirement-outside-explain"), text!("requirement-outside-name"))
        }
        RequirementKind::Judged | RequirementKind::Listed => {
            (text!("requirement-own-title"), text!("requirement-own-explain"), text!("requirement-name"))
        }
    };
    title_ui(ui, &title);
    remark_ui(ui, &explain);
    let height = (ui.ctx().content_rect().height() - 220.0).clamp(120.0, 460.0);
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        if form.kind == RequirementKind::Threshold {
            threshold_ui(ui, view, form);
        }
        let is_first = ui.memory(|memory| memory.focused().is_none());
        let response = text_ui(ui, &name, &mut form.name);
        if is_first && form.kind != RequirementKind::Threshold {
            response.request_focus();
        }
        match form.kind {
            RequirementKind::Judged => judgements_ui(ui, view, form),
            RequirementKind::Mandate => {
                demand_ui(ui, form);
                judgements_ui(ui, view, form);
            }
            RequirementKind::Outside => favours_ui(ui, view, form),
            RequirementKind::Threshold | RequirementKind::Listed => {}
        }
        let tokens = Tokens::of(ui.ctx());
        ui.label(RichText::new(text!("requirement-reason")).size(SMALL).color(tokens.caption));
        let field =
            TextEdit::multiline(&mut form.reason).desired_rows(2).desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 6));
        ui.add(field).accessible_name(text!("requirement-reason"));
    });
    let complete = form.requirement(view);
    buttons_ui(ui, |ui| {
        let label = if form.changed.is_some() { text!("requirement-keep") } else { text!("requirement-add") };
        if ui.add_enabled_ui(complete.is_some(), |ui| primary(ui, &label)).inner.clicked()
            && let Some(requirement) = complete
        {
            actions.push(Action::Edit(Edit::Requirement { id: requirement.id.clone(), requirement: Some(requirement) }));
            actions.push(Action::Seal);
            actions.push(Action::CloseDialog);
            actions.push(Action::Command(Command::Requirements));
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

fn text_ui(ui: &mut Ui, label: &str, value: &mut String) -> egui::Response {
    let tokens = Tokens::of(ui.ctx());
    ui.label(RichText::new(label).size(SMALL).color(tokens.caption));
    ui.add(TextEdit::singleline(value).desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 6))).accessible_name(label)
}

/// One of several in a list that opens. Returns what was chosen.
fn combo_ui<T: Clone + PartialEq>(ui: &mut Ui, label: &str, chosen: &T, options: &[(T, String)]) -> Option<T> {
    let tokens = Tokens::of(ui.ctx());
    ui.label(RichText::new(label).size(SMALL).color(tokens.caption));
    let shown = options.iter().find(|(value, _)| value == chosen).map_or_else(|| text!("requirement-choose"), |(_, name)| name.clone());
    let mut now = chosen.clone();
    let combo = egui::ComboBox::from_id_salt(label).selected_text(shown).width(220.0).show_ui(ui, |ui| {
        for (value, name) in options {
            ui.selectable_value(&mut now, value.clone(), name);
        }
    });
    combo.response.accessible_name(label);
    (now != *chosen).then_some(now)
}

/// A criterion, the rating to be reached, and who reaches it as things stand.
fn threshold_ui(ui: &mut Ui, view: &View<'_>, form: &mut RequirementForm) {
    let assessment = view.assessment();
    let options: Vec<(Option<Id>, String)> =
        assessment.criteria.iter().map(|criterion| (Some(criterion.id.clone()), plain(&criterion.name))).collect();
    if let Some(chosen) = combo_ui(ui, &text!("requirement-criterion"), &form.criterion, &options) {
        form.criterion = chosen;
    }
    ui.horizontal(|ui| {
        ui.label(text!("requirement-at-least"));
        if let (_, Some(rating)) = number_field(ui, &text!("requirement-rating"), form.rating, 0.0..=10.0, 0.05, 64.0) {
            form.rating = rating;
        }
    });
    let Some(j) = form.criterion.as_ref().and_then(|id| assessment.criterion(id)) else { return };
    let reached = assessment.alternatives.iter().zip(&assessment.ratings).map(|(alternative, row)| {
        let rating = row[j].rating.mode;
        let judgement = if rating >= form.rating { Judgement::Passes } else { Judgement::Fails };
        format!("{} {} ({})", plain(&alternative.name), wording::judgement(judgement), wording::score(rating))
    });
    remark_ui(ui, &reached.collect::<Vec<_>>().join(" · "));
}

/// Who demands it, and what kind of demand it is.
fn demand_ui(ui: &mut Ui, form: &mut RequirementForm) {
    let kinds: Vec<(MandateKind, String)> = MandateKind::ALL.map(|kind| (kind, wording::mandate_kind(kind))).into();
    if let Some(kind) = combo_ui(ui, &text!("requirement-demand"), &form.demand, &kinds) {
        form.demand = kind;
    }
    text_ui(ui, &text!("requirement-by"), &mut form.by);
}

/// Whom a reason from outside speaks for, if anybody.
fn favours_ui(ui: &mut Ui, view: &View<'_>, form: &mut RequirementForm) {
    let nobody = (None, text!("requirement-favours-nobody"));
    let others = view.assessment().alternatives.iter().map(|alternative| (Some(alternative.id.clone()), plain(&alternative.name)));
    let options: Vec<(Option<Id>, String)> = [nobody].into_iter().chain(others).collect();
    if let Some(chosen) = combo_ui(ui, &text!("requirement-favours"), &form.favours, &options) {
        form.favours = chosen;
    }
}

/// A judgement for every alternative; who is not judged passes.
fn judgements_ui(ui: &mut Ui, view: &View<'_>, form: &mut RequirementForm) {
    let tokens = Tokens::of(ui.ctx());
    ui.label(RichText::new(text!("requirement-judgements")).size(SMALL).color(tokens.caption));
    let options =
        [Judgement::Passes, Judgement::PassesWithCost, Judgement::Fails].map(|judgement| (judgement, wording::judgement(judgement)));
    for alternative in &view.assessment().alternatives {
        ui.horizontal_wrapped(|ui| {
            let name = plain(&alternative.name);
            ui.allocate_ui_with_layout(egui::vec2(84.0, 28.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.set_min_width(84.0);
                ui.add(egui::Label::new(prose(&name)).truncate());
            });
            let now = form.judgements.get(&alternative.id).copied().unwrap_or(Judgement::Passes);
            if let Some(judgement) = segmented(ui, &name, now, &options) {
                form.judgements.insert(alternative.id.clone(), judgement);
            }
        });
    }
}

/// An id made from the name that no requirement has, the catalogue's included.
fn free_id(view: &View<'_>, name: &str) -> Id {
    let base = store::file_stem(name).replace('-', "_");
    let is_taken = |id: &str| {
        let own = view.profile().requirements.iter().any(|own| own.id == id);
        own || view.catalogue().requirement(id).is_some()
    };
    let numbered = (2..).map(|number| format!("{base}_{number}"));
    std::iter::once(base.clone()).chain(numbered).find(|id| !is_taken(id)).unwrap_or(base)
}
