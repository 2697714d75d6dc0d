//! Swing weights: how much it would be worth to go from the worst to the best of each scale, the largest at 100.
//!
//! Both ends are always written, because how much a criterion counts means nothing without them.

use std::collections::BTreeMap;

use egui::{RichText, Ui};

use super::{MIN_WIDTH, intro_ui};
use crate::{
    assessment::AssessedCriterion,
    chart::plain,
    gui::{
        action::Action,
        theme::{SMALL, strong},
        view::View,
        widgets::{RAIL, link, number_field, points_slider},
    },
    model::{Edit, Id, LARGEST_SWING},
};

const FIELD: f32 = 56.0;

pub fn swing_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let (assessment, tokens) = (view.assessment(), view.tokens);
    let swings = &view.profile().elicitation.swing;
    intro_ui(ui, &text!("swing-intro"));
    let largest = swings.values().copied().fold(0.0, f64::max);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        let said = assessment.criteria.iter().filter(|criterion| swings.contains_key(&criterion.id)).count();
        ui.label(
            RichText::new(text!("swing-progress", said = said.to_string(), all = assessment.criteria.len().to_string()))
                .color(tokens.secondary),
        );
        if largest > 0.0 && largest < LARGEST_SWING && link(ui, &text!("swing-scale")).clicked() {
            let scaled: BTreeMap<Id, f64> =
                swings.iter().map(|(id, swing)| (id.clone(), (swing * LARGEST_SWING / largest).round())).collect();
            actions.push(Action::Edit(Edit::Swings(scaled)));
            actions.push(Action::Seal);
        }
        if !swings.is_empty() && link(ui, &text!("swing-clear")).clicked() {
            actions.push(Action::Edit(Edit::Swings(BTreeMap::new())));
            actions.push(Action::Seal);
        }
    });
    for group in &assessment.groups {
        ui.add_space(10.0);
        ui.label(strong(plain(&group.name)));
        for &j in &group.criteria {
            row_ui(ui, view, &assessment.criteria[j], actions);
        }
    }
}

fn row_ui(ui: &mut Ui, view: &View<'_>, criterion: &AssessedCriterion, actions: &mut Vec<Action>) {
    let tokens = view.tokens;
    let name = plain(&criterion.name);
    let swing = view.profile().elicitation.swing.get(&criterion.id).copied();
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let width = ui.available_width().max(MIN_WIDTH) - 2.0;
        let rail = (width - 150.0 - FIELD - 14.0).clamp(90.0, RAIL);
        let room = width - rail - FIELD - 14.0;
        ui.allocate_ui_with_layout(egui::vec2(room, 28.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(room);
            ui.add(egui::Label::new(&name).truncate());
        });
        let label = text!("swing-of", name = name.clone());
        // There is no default to go back to, so no tick.
        let shown = swing.unwrap_or(0.0);
        let (_, slid) = points_slider(ui, &label, shown, shown, LARGEST_SWING, rail);
        ui.add_space(14.0);
        let (_, typed) = number_field(ui, &text!("swing-number-of", name = name.clone()), shown, 0.0..=LARGEST_SWING, 0.5, FIELD);
        if let Some(swing) = slid.or(typed) {
            actions.push(Action::Edit(Edit::Swing { criterion: criterion.id.clone(), swing: Some(swing) }));
        }
    });
    if let Some((worst, best)) = ends(view, &criterion.id) {
        ui.label(RichText::new(text!("swing-ends", worst = worst, best = best)).size(SMALL).color(tokens.secondary));
    }
}

/// What the worst and the best of a criterion's scale mean; `None` where nobody said.
pub fn ends(view: &View<'_>, criterion: &str) -> Option<(String, String)> {
    let shipped = view.catalogue().criterion(criterion).map(|c| (&c.worst, &c.best));
    let own = view.profile().criteria.iter().find(|own| own.id == criterion).map(|own| (&own.worst, &own.best));
    let (worst, best) = shipped.or(own)?;
    let or = |end: &str, otherwise: String| if end.is_empty() { otherwise } else { plain(end) };
    Some((or(worst, text!("swing-worst")), or(best, text!("swing-best"))))
}
