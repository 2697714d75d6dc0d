//! Priorities: how much each group and criterion counts. Groups first, a group's criteria on opening it.

use std::collections::BTreeMap;

use egui::{RichText, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{
    follows::changes_link_ui,
    weigh::{ways_ui, weigh_ui},
};
use crate::{
    assessment::{AssessedCriterion, VerdictKind},
    chart::{ChartKind, plain},
    gui::{
        action::Action,
        page::Page,
        theme::{BODY, READING_WIDTH, SMALL, Tokens, font, prose, strong, strong_font},
        view::{Drawer, View, ViewState, WeighPage, Zone},
        widgets::{RAIL, button, link, number_field, points_slider, segmented, share_bar, show_focus},
    },
    mcda::apportionment::largest_remainder,
    model::{Edit, Sureness},
    session::Command,
    wording,
};

const GROUP_ROW: f32 = 43.0;
const CRITERION_ROW: f32 = 33.0;
const FIELD: f32 = 56.0;
pub(super) const MIN_WIDTH: f32 = 330.0;
const SHARE: f32 = 116.0;
/// From this width on, the words on the origin and the buttons stand side by side.
const WIDE: f32 = 480.0;
/// The rail ends here unless something is beyond it.
const MAX_POINTS: f64 = 100.0;

pub fn priorities_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let assessment = view.assessment();
    let tokens = view.tokens;
    if let Some(page) = state.weigh {
        ways_ui(ui, state);
        if page != WeighPage::Points {
            weigh_ui(ui, view, state, page, actions);
            return;
        }
    } else {
        ui.add_space(14.0);
        context_ui(ui, view);
    }
    origin_ui(ui, view, state, actions);
    let columns = Columns::of(ui);
    columns.heading_ui(ui, tokens);
    ScrollArea::both().auto_shrink([false, false]).show(ui, |ui| {
        ui.set_min_width(MIN_WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        for (g, group) in assessment.groups.iter().enumerate() {
            let is_open = state.open_groups.contains(&group.id);
            let row = Row {
                id: &group.id,
                name: &group.name,
                points: group.points,
                default: group.points_from_facts,
                share: group.weight,
                label: text!("priorities-points-of", name = group.name.clone()),
            };
            let count = group.criteria.len();
            let clicked =
                columns.row_ui(ui, tokens, &row, Level::Group { count, is_open }, state.focus == Some(Zone::Work) && g == 0, |points| {
                    let members: Vec<&AssessedCriterion> = group.criteria.iter().map(|&j| &assessment.criteria[j]).collect();
                    actions.push(Action::Edit(scale(view, &members, points)));
                });
            if clicked == Some(Clicked::Name) {
                if is_open {
                    state.open_groups.remove(&group.id);
                } else {
                    state.open_groups.insert(group.id.clone());
                }
            }
            if is_open {
                for &j in &group.criteria {
                    criterion_ui(ui, view, state, &columns, &assessment.criteria[j], actions);
                }
                ui.add_space(6.0);
            }
        }
        if state.focus == Some(Zone::Work) {
            state.focus = None;
        }
        ui.add_space(10.0);
        ui.separator();
        sureness_ui(ui, view, actions);
        ui.add_space(16.0);
    });
}

/// Where the weights come from, and other ways to them.
fn origin_ui(ui: &mut Ui, view: &View<'_>, state: &ViewState, actions: &mut Vec<Action>) {
    let mut origin = wording::weights_origin(view.assessment().weights_origin);
    let has_own = !view.profile().points.is_empty();
    if has_own {
        origin = format!("{origin} {}", text!("priorities-ticks"));
    }
    let origin = RichText::new(origin).color(view.tokens.secondary);
    let buttons_ui = |ui: &mut Ui, actions: &mut Vec<Action>| {
        changes_link_ui(ui, view, actions);
        if has_own && button(ui, &text!("priorities-reset")).on_hover_text(Command::ResetPoints.tooltip()).clicked() {
            actions.push(Action::Command(Command::ResetPoints));
        }
        if state.weigh.is_none() && button(ui, &Command::Weigh.name()).on_hover_text(Command::Weigh.tooltip()).clicked() {
            actions.push(Action::Command(Command::Weigh));
        }
    };
    if ui.available_width() < WIDE {
        ui.label(origin);
        ui.horizontal(|ui| buttons_ui(ui, actions));
    } else {
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                buttons_ui(ui, actions);
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| ui.add(egui::Label::new(origin).wrap()));
            });
        });
    }
}

/// What is being decided, for somebody who opens the profile for the first time.
fn context_ui(ui: &mut Ui, view: &View<'_>) {
    if view.profile().context.is_empty() || ui.available_height() < 480.0 {
        return;
    }
    ui.scope(|ui| {
        ui.set_max_width(READING_WIDTH);
        ui.label(prose(plain(&view.profile().context)).color(view.tokens.secondary));
    });
    ui.add_space(12.0);
}

fn criterion_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ViewState,
    columns: &Columns,
    criterion: &AssessedCriterion,
    actions: &mut Vec<Action>,
) {
    let name = plain(&criterion.name);
    let row = Row {
        id: &criterion.id,
        name: &name,
        points: criterion.points,
        default: criterion.points_from_facts,
        share: criterion.weight,
        label: text!("priorities-points-of", name = name.clone()),
    };
    let about = view.catalogue().criterion(&criterion.id).map(|shipped| shipped.about.clone()).unwrap_or_default();
    let level = Level::Criterion { about, trace: trace(view, criterion), is_own: criterion.is_own };
    let clicked = columns.row_ui(ui, view.tokens, &row, level, false, |points| {
        actions.push(Action::Edit(Edit::Points(BTreeMap::from([(criterion.id.clone(), Some(points))]))));
    });
    match clicked {
        Some(Clicked::Name) => state.drawer = Some(Drawer::Weight(criterion.id.clone())),
        Some(Clicked::Reset) => {
            actions.push(Action::Edit(Edit::Points(BTreeMap::from([(criterion.id.clone(), None)]))));
            actions.push(Action::Seal);
        }
        None => {}
    }
}

/// Where a criterion's points come from, a line each; the lines add up.
pub(super) fn trace(view: &View<'_>, criterion: &AssessedCriterion) -> String {
    let mut lines = wording::trace(view.catalogue(), criterion);
    lines.push(text!("trace-sum", points = wording::points(criterion.points_from_facts)));
    lines.join("\n")
}

/// A group's points on its members, in the proportions that they had when the gesture began, so that it can go down and up again.
/// What follows from the facts is no tenth, so going back to it takes the own points away.
fn scale(view: &View<'_>, members: &[&AssessedCriterion], points: f64) -> Edit {
    let ids = || members.iter().map(|member| member.id.clone());
    let nothing_own = Edit::Points(ids().map(|id| (id, None)).collect());
    if points == members.iter().map(|member| member.points_from_facts).sum::<f64>() {
        return nothing_own;
    }
    let profile = view.document().history().before(&nothing_own).unwrap_or(view.profile());
    let at_start = |member: &&AssessedCriterion| profile.points.get(&member.id).copied().unwrap_or(member.points_from_facts);
    let from_facts: Vec<f64> = members.iter().map(|member| member.points_from_facts).collect();
    let scaled = scaled(&members.iter().map(at_start).collect::<Vec<f64>>(), &from_facts, points);
    Edit::Points(ids().zip(scaled.into_iter().map(Some)).collect())
}

/// Members' points in tenths that sum to `points`, their proportions kept as nearly as that allows; where they have none, those that
/// follow from the facts, and equal parts where there are none either.
fn scaled(points_now: &[f64], from_facts: &[f64], points: f64) -> Vec<f64> {
    let has_any = points_now.iter().any(|points| *points > 0.0);
    let tenths = (points * 10.0).round() as u32;
    let parts = largest_remainder(if has_any { points_now } else { from_facts }, tenths);
    parts.into_iter().map(|part| f64::from(part) / 10.0).collect()
}

struct Row<'a> {
    id: &'a str,
    name: &'a str,
    points: f64,
    default: f64,
    share: f64,
    label: String,
}

enum Level {
    Group { count: usize, is_open: bool },
    Criterion { about: String, trace: String, is_own: bool },
}

/// What was clicked in a row: a name opens a group, and says why a criterion weighs what it weighs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clicked {
    Name,
    Reset,
}

/// Where the columns stand; they follow the width of the panel, not its contents.
struct Columns {
    name: f32,
    rail: f32,
    share: f32,
}

impl Columns {
    fn of(ui: &Ui) -> Self {
        // Narrower than this, the rows are scrolled rather than pressed into nothing.
        let width = ui.available_width().max(MIN_WIDTH);
        let share = SHARE.min(width * 0.2);
        let rail = (width - 204.0 - FIELD - share - 28.0).clamp(90.0, RAIL);
        Self { name: width - rail - FIELD - share - 28.0, rail, share }
    }

    fn heading_ui(&self, ui: &mut Ui, tokens: Tokens) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
        let x = rect.min.x + self.name + self.rail + 14.0;
        let paint = |x: f32, text: String, align: egui::Align2| {
            ui.painter().text(pos2(x, rect.center().y), align, text, font(SMALL), tokens.caption);
        };
        paint(x + FIELD, text!("priorities-column-points"), egui::Align2::RIGHT_CENTER);
        let share = if self.share < SHARE { text!("priorities-column-share-short") } else { text!("priorities-column-share") };
        paint(x + FIELD + 14.0, share, egui::Align2::LEFT_CENTER);
    }

    /// Shows one row. Returns what was clicked in it.
    fn row_ui(
        &self,
        ui: &mut Ui,
        tokens: Tokens,
        row: &Row<'_>,
        level: Level,
        wants_focus: bool,
        mut set: impl FnMut(f64),
    ) -> Option<Clicked> {
        let height = if matches!(level, Level::Group { .. }) { GROUP_ROW } else { CRITERION_ROW };
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let mut row_ui =
            ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(egui::Layout::left_to_right(egui::Align::Center)).id_salt(row.id));
        let ui = &mut row_ui;
        ui.spacing_mut().item_spacing.x = 0.0;
        let clicked = match level {
            Level::Group { count, is_open } => self.group_name_ui(ui, tokens, row, count, is_open, wants_focus).then_some(Clicked::Name),
            Level::Criterion { about, trace, is_own } => self.criterion_name_ui(ui, tokens, row, &about, &trace, is_own),
        };
        let max = (MAX_POINTS.max(row.default).max(row.points) / 50.0).ceil() * 50.0;
        let (_, slid) = points_slider(ui, &row.label, row.points, row.default, max, self.rail);
        ui.add_space(14.0);
        let field = text!("priorities-number-of", name = row.name.to_owned());
        let (_, typed) = number_field(ui, &field, row.points, 0.0..=10_000.0, 0.5, FIELD);
        if let Some(points) = slid.or(typed) {
            set(points);
        }
        ui.add_space(14.0);
        let percent = wording::percent(row.share);
        let (bar, response) = ui.allocate_exact_size(vec2(self.share, height), Sense::hover());
        let bar_width = self.share - 42.0;
        share_bar(ui, egui::Rect::from_min_size(bar.min, vec2(bar_width, height)), row.share);
        let end = bar.min.x + bar_width * (row.share / 0.5).clamp(0.0, 1.0) as f32 + 8.0;
        ui.painter().text(pos2(end, bar.center().y), egui::Align2::LEFT_CENTER, &percent, font(BODY), tokens.secondary);
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Label, true, text!("priorities-share-of", name = row.name.to_owned(), share = percent.clone()))
        });
        clicked
    }

    fn group_name_ui(&self, ui: &mut Ui, tokens: Tokens, row: &Row<'_>, count: usize, is_open: bool, wants_focus: bool) -> bool {
        let (rect, response) = ui.allocate_exact_size(vec2(self.name, GROUP_ROW - 6.0), Sense::click());
        let label = if is_open {
            text!("priorities-close", name = row.name.to_owned())
        } else {
            text!("priorities-open", name = row.name.to_owned())
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        if wants_focus {
            response.request_focus();
        }
        let center = pos2(rect.min.x + 4.0, rect.center().y);
        let points = if is_open {
            vec![center + vec2(-4.0, -2.5), center + vec2(4.0, -2.5), center + vec2(0.0, 3.5)]
        } else {
            vec![center + vec2(-2.5, -4.0), center + vec2(3.5, 0.0), center + vec2(-2.5, 4.0)]
        };
        ui.painter().add(egui::Shape::convex_polygon(points, tokens.secondary, egui::Stroke::NONE));
        let name = ui.painter().layout_no_wrap(row.name.to_owned(), strong_font(BODY), tokens.text);
        let width = name.size().x;
        ui.painter().galley(pos2(rect.min.x + 16.0, rect.center().y - name.size().y / 2.0), name, tokens.text);
        if !is_open {
            let remark = text!("priorities-criteria", count = count);
            let remark = ui.painter().layout_no_wrap(remark, font(SMALL), tokens.caption);
            let x = rect.min.x + 24.0 + width;
            if x + remark.size().x <= rect.max.x {
                ui.painter().galley(pos2(x, rect.center().y - remark.size().y / 2.0), remark, tokens.caption);
            }
        }
        show_focus(ui, &response);
        response.clicked()
    }

    fn criterion_name_ui(&self, ui: &mut Ui, tokens: Tokens, row: &Row<'_>, about: &str, trace: &str, is_own: bool) -> Option<Clicked> {
        let mut clicked = None;
        ui.allocate_ui_with_layout(vec2(self.name, CRITERION_ROW), egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(self.name);
            ui.set_max_width(self.name);
            ui.add_space(32.0);
            let label = ui.add(egui::Label::new(RichText::new(row.name).color(tokens.text)).truncate().sense(Sense::click()));
            label.widget_info(|| WidgetInfo::labeled(Role::Link, true, text!("priorities-why", name = row.name.to_owned())));
            show_focus(ui, &label);
            if label.clicked() {
                clicked = Some(Clicked::Name);
            }
            label.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui(|ui| {
                ui.label(about);
                ui.add_space(4.0);
                ui.label(RichText::new(trace).color(tokens.secondary));
            });
            if is_own {
                ui.add_space(8.0);
                let label = text!("priorities-reset-one");
                let response = link(ui, &label).on_hover_text(text!("priorities-reset-one-tip", points = wording::points(row.default)));
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text!("priorities-reset-of", name = row.name.to_owned())));
                if response.clicked() {
                    clicked = Some(Clicked::Reset);
                }
            }
        });
        clicked
    }
}

fn sureness_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        ui.label(strong(text!("sureness-question"))).on_hover_text(text!("sureness-tip"));
        let options: Vec<(Sureness, String)> = Sureness::ALL.map(|sureness| (sureness, wording::sureness(sureness))).into();
        if let Some(chosen) = segmented(ui, &text!("sureness-question"), view.profile().sureness, &options) {
            actions.push(Action::Edit(Edit::Sureness(chosen)));
            actions.push(Action::Seal);
        }
    });
    ui.add_space(2.0);
    let mut is_sealed = view.is_sealed();
    let switch = ui.scope(|ui| {
        // What can be acted on has an edge that can be seen.
        ui.visuals_mut().widgets.inactive.bg_stroke.color = view.tokens.edge;
        ui.checkbox(&mut is_sealed, text!("sealed-switch"))
    });
    let switch = switch.inner;
    show_focus(ui, &switch);
    if switch.on_hover_text(text!("sealed-switch-tip")).changed() {
        actions.push(Action::Command(if is_sealed { Command::SealResult } else { Command::RevealResult }));
    }
    find_out_ui(ui, view, actions);
}

/// What is worth finding out first, where the verdict is not clear.
fn find_out_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    if view.is_sealed() || !matches!(view.assessment().verdict.kind, VerdictKind::Leaning | VerdictKind::TooClose) {
        return;
    }
    let Some((information, is_current)) = view.information else { return };
    let Some(words) = wording::find_out_first(view.catalogue(), view.assessment(), information) else { return };
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        // All of it stands on one line of text, the link too.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.label(strong(text!("find-out-first")));
        ui.label(RichText::new(plain(&words)).color(if is_current { view.tokens.secondary } else { view.tokens.caption }));
        if link(ui, &text!("find-out-all")).clicked() {
            actions.push(Action::ShowPage(Page::Chart(ChartKind::Information)));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_scales_its_members() {
        assert_eq!(scaled(&[6.0, 2.0], &[0.0, 0.0], 4.0), [3.0, 1.0]);
        assert_eq!(scaled(&[0.0, 0.0], &[1.0, 3.0], 4.0), [1.0, 3.0]);
        assert_eq!(scaled(&[0.0, 0.0], &[0.0, 0.0], 4.0), [2.0, 2.0]);
    }

    /// What goes into a file has one decimal, and the group has what was chosen for it.
    #[test]
    fn members_have_tenths_that_sum_to_the_group() {
        assert_eq!(scaled(&[1.0, 2.0, 4.0], &[0.0; 3], 100.0), [14.3, 28.6, 57.1]);
        for members in [vec![1.0, 1.0, 1.0], vec![5.0, 0.25, 11.0, 3.3], vec![0.1; 6]] {
            for tenths in 0..=1_000_u32 {
                let scaled = scaled(&members, &members, f64::from(tenths) / 10.0);
                assert_eq!(scaled.iter().map(|points| (points * 10.0).round() as u32).sum::<u32>(), tenths);
                assert!(scaled.iter().all(|points| points.to_string().len() <= 5), "{scaled:?}");
            }
        }
    }
}
