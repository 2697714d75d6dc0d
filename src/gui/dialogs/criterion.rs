//! A criterion of one's own: its name, its group, what 0 and 10 mean, and its points.

use std::collections::BTreeMap;

use egui::{RichText, TextEdit, Ui};

use super::{buttons_ui, remark_ui, title_ui};
use crate::{
    gui::{
        action::Action,
        theme::{SMALL, Tokens},
        view::View,
        widgets::{button, number_field, primary},
    },
    model::{Edit, Id, MAX_CRITERIA, OwnCriterion},
    session::Command,
    store,
};

#[derive(Debug, Clone)]
pub struct CriterionForm {
    name: String,
    /// Position in the catalogue's groups.
    group: usize,
    worst: String,
    best: String,
    points: f64,
}

impl Default for CriterionForm {
    fn default() -> Self {
        Self { name: String::new(), group: 0, worst: String::new(), best: String::new(), points: 5.0 }
    }
}

pub fn criterion_ui(ui: &mut Ui, view: &View<'_>, form: &mut CriterionForm, actions: &mut Vec<Action>) {
    let tokens = Tokens::of(ui.ctx());
    title_ui(ui, &text!("criterion-title"));
    remark_ui(ui, &text!("criterion-explain"));
    let is_first = ui.memory(|memory| memory.focused().is_none());
    for (at, (label, value)) in
        [(text!("criterion-name"), &mut form.name), (text!("criterion-worst"), &mut form.worst), (text!("criterion-best"), &mut form.best)]
            .into_iter()
            .enumerate()
    {
        ui.label(RichText::new(&label).size(SMALL).color(tokens.caption));
        let field = TextEdit::singleline(value).desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 6));
        let response = ui.add(field).accessible_name(label);
        if at == 0 && is_first {
            response.request_focus();
        }
    }
    let groups = &view.catalogue().groups;
    ui.horizontal(|ui| {
        ui.label(RichText::new(text!("criterion-group")).size(SMALL).color(tokens.caption));
        let shown = groups.get(form.group).map(|group| group.name.clone()).unwrap_or_default();
        let combo = egui::ComboBox::from_id_salt("group").selected_text(shown).show_ui(ui, |ui| {
            for (at, group) in groups.iter().enumerate() {
                ui.selectable_value(&mut form.group, at, &group.name);
            }
        });
        combo.response.accessible_name(text!("criterion-group"));
        ui.label(RichText::new(text!("criterion-points")).size(SMALL).color(tokens.caption));
        if let (_, Some(points)) = number_field(ui, &text!("criterion-points"), form.points, 0.0..=10_000.0, 0.5, 64.0) {
            form.points = points;
        }
    });
    let has_room = view.assessment().criteria.len() < MAX_CRITERIA;
    if !has_room {
        remark_ui(ui, &text!("criterion-full"));
    }
    buttons_ui(ui, |ui| {
        let can = has_room && !form.name.trim().is_empty() && groups.get(form.group).is_some();
        if ui.add_enabled_ui(can, |ui| primary(ui, &text!("criterion-add"))).inner.clicked() {
            let id = free_id(view, &form.name);
            let criterion = OwnCriterion {
                id: id.clone(),
                name: form.name.trim().to_owned(),
                group: groups[form.group].id.clone(),
                worst: form.worst.trim().to_owned(),
                best: form.best.trim().to_owned(),
            };
            let points = BTreeMap::from([(id.clone(), Some(form.points))]);
            actions.push(Action::Edit(Edit::All(vec![Edit::Criterion { id, criterion: Some(criterion) }, Edit::Points(points)])));
            actions.push(Action::Seal);
            actions.push(Action::CloseDialog);
            actions.push(Action::Command(Command::Ratings));
        }
        if button(ui, &text!("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

/// An id made from the name that nothing else has.
fn free_id(view: &View<'_>, name: &str) -> Id {
    let base = store::file_stem(name.trim()).replace('-', "_");
    let is_taken = |id: &str| view.assessment().criterion(id).is_some();
    let numbered = (2..).map(|number| format!("{base}_{number}"));
    std::iter::once(base.clone()).chain(numbered).find(|id| !is_taken(id)).unwrap_or(base)
}
