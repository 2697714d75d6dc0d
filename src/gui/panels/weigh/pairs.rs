//! Two at a time: one scale and one sentence for every two, and at once whether the answers fit together and what would mend them.
//!
//! Groups come first; within a group the facts divide the weight until its criteria are compared as well.

use egui::{Align2, RichText, Sense, Ui, vec2};

use super::intro_ui;
use crate::{
    assessment::{Comparisons, Level, comparisons},
    chart::{font as metrics, plain, scene::Weight},
    gui::{
        action::Action,
        theme::{BODY, RADIUS, SMALL, font, prose},
        view::{View, ViewState},
        widgets::{PAIR_REACH, button, chip, link, pair_scale},
    },
    model::{Edit, PairLevel},
    wording,
};

const NAME: f32 = 118.0;
/// Room for the longest that there usually is to say about the answers, so that nothing below moves.
const HEAD: f32 = 92.0;

/// What is compared, and how the answers stand to each other.
pub fn head_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let assessment = view.assessment();
    intro_ui(ui, &text!("pairs-intro"));
    let open = open_group(view, state);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        if chip(ui, &text!("pairs-groups"), &text!("pairs-level", name = text!("pairs-groups")), open.is_none(), false).clicked() {
            state.pairs_of = None;
        }
        for (g, group) in assessment.groups.iter().enumerate().filter(|(_, group)| group.criteria.len() > 1) {
            let name = plain(&group.name);
            if chip(ui, &name, &text!("pairs-level", name = name.clone()), open == Some(g), false).clicked() {
                state.pairs_of = Some(group.id.clone());
            }
        }
    });
    ui.add_space(6.0);
    let Shown { found, names, kind } = shown(view, state);
    consistency_ui(ui, view, &found, &names, kind, actions);
    ui.add_space(4.0);
}

/// The comparisons of the level that is open.
struct Shown {
    found: Comparisons,
    names: Vec<String>,
    kind: PairLevel,
}

fn open_group(view: &View<'_>, state: &ViewState) -> Option<usize> {
    let id = state.pairs_of.as_ref()?;
    view.assessment().groups.iter().position(|group| group.id == *id)
}

fn shown(view: &View<'_>, state: &ViewState) -> Shown {
    let assessment = view.assessment();
    let (level, kind) = open_group(view, state).map_or((Level::Groups, PairLevel::Groups), |g| (Level::Group(g), PairLevel::Criteria));
    let names = match level {
        Level::Groups => assessment.groups.iter().map(|group| plain(&group.name)).collect(),
        Level::Group(g) => assessment.groups[g].criteria.iter().map(|&j| plain(&assessment.criteria[j].name)).collect(),
    };
    Shown { found: comparisons(view.profile(), assessment, level), names, kind }
}

pub fn pairs_ui(ui: &mut Ui, view: &View<'_>, state: &ViewState, actions: &mut Vec<Action>) {
    let Shown { found, names, kind } = shown(view, state);
    for pair in &found.pairs {
        let (one, other) = (&names[pair.one], &names[pair.other]);
        let set = |times: Option<f64>| {
            let (one, other) = (found.things[pair.one].clone(), found.things[pair.other].clone());
            Action::Edit(Edit::Pair { level: kind, one, other, times })
        };
        ui.add_space(6.0);
        let sentence = wording::pair(one, other, pair.times);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            end_ui(ui, one, Align2::RIGHT_CENTER, view);
            let rail = (ui.available_width() - NAME - 16.0).clamp(90.0, 300.0);
            let label = text!("pairs-scale", one = one.clone(), other = other.clone());
            let (_, stepped) = pair_scale(ui, &label, &sentence, pair.times.map(step_of), rail);
            if let Some(step) = stepped {
                actions.push(set(Some(times_of(step))));
            }
            end_ui(ui, other, Align2::LEFT_CENTER, view);
        });
        let line = vec2(ui.available_width(), 20.0);
        ui.allocate_ui_with_layout(line, egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.add_space(NAME + 8.0);
            ui.label(RichText::new(sentence).size(SMALL).color(view.tokens.secondary));
            if pair.times.is_some() {
                let clear = link(ui, &text!("pairs-clear"));
                clear.widget_info(|| {
                    let name = text!("pairs-clear-of", one = one.clone(), other = other.clone());
                    egui::WidgetInfo::labeled(egui::accesskit::Role::Link, true, name)
                });
                if clear.clicked() {
                    actions.push(set(None));
                    actions.push(Action::Seal);
                }
            }
        });
    }
}

/// The name at one end of a scale.
fn end_ui(ui: &mut Ui, name: &str, align: Align2, view: &View<'_>) {
    let (rect, response) = ui.allocate_exact_size(vec2(NAME, 28.0), Sense::hover());
    let fitted = metrics::fit(name, f64::from(BODY), Weight::Regular, f64::from(NAME));
    let at = if align == Align2::RIGHT_CENTER { rect.right_center() } else { rect.left_center() };
    ui.painter().text(at, align, fitted, font(BODY), view.tokens.text);
    response.on_hover_text(name);
}

/// How far the answers are, whether they fit together, and what would mend them. It keeps its place whatever it says.
fn consistency_ui(ui: &mut Ui, view: &View<'_>, found: &Comparisons, names: &[String], kind: PairLevel, actions: &mut Vec<Action>) {
    let tokens = view.tokens;
    let is_at_odds = found.is_consistent == Some(false);
    let ground = if is_at_odds { tokens.notice_ground } else { tokens.panel };
    egui::Frame::new().fill(ground).corner_radius(RADIUS).inner_margin(egui::Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height(HEAD);
        ui.spacing_mut().item_spacing.y = 2.0;
        let ink = if is_at_odds { tokens.notice } else { tokens.text };
        ui.label(prose(wording::consistency(found, names)).color(ink));
        let repair = found.repair.as_ref().filter(|_| is_at_odds);
        if let Some(repair) = repair {
            ui.label(prose(wording::repair(found, repair, names)).color(ink));
        }
        ui.horizontal(|ui| {
            if let Some(repair) = repair {
                let pair = found.pairs[repair.pair];
                if button(ui, &text!("pairs-use")).on_hover_text(text!("pairs-use-tip")).clicked() {
                    let (one, other) = (found.things[pair.one].clone(), found.things[pair.other].clone());
                    actions.push(Action::Seal);
                    actions.push(Action::Edit(Edit::Pair { level: kind, one, other, times: Some(repair.proposed) }));
                    actions.push(Action::Seal);
                }
            }
            let figures = RichText::new(wording::consistency_figures(found)).size(SMALL);
            let ink = if is_at_odds { tokens.notice } else { tokens.secondary };
            ui.add(egui::Label::new(figures.color(ink)).truncate()).on_hover_text(text!("pairs-figures-tip"));
        });
    });
}

/// The steps of the scale: the left thing nine times as important at one end, the right one at the other.
fn times_of(step: i32) -> f64 {
    if step <= 0 { f64::from(1 - step) } else { 1.0 / f64::from(1 + step) }
}

/// The step nearest to a comparison.
fn step_of(times: f64) -> i32 {
    let step = if times >= 1.0 { 1.0 - times } else { 1.0 / times - 1.0 };
    (step.round() as i32).clamp(-PAIR_REACH, PAIR_REACH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_its_own() {
        for step in -PAIR_REACH..=PAIR_REACH {
            assert_eq!(step_of(times_of(step)), step);
        }
        assert_eq!((times_of(-8), times_of(0), times_of(4)), (9.0, 1.0, 0.2));
    }
}
