//! The points of all groups and criteria as rows that can be set: the profile's, or those of one voice.
//!
//! Groups first, a group's criteria on opening it. What stands over and under the rows is the panel's that shows them.

use std::collections::BTreeMap;

use egui::{RichText, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::{
    assessment::{AssessedCriterion, Assessment},
    chart::plain,
    gui::{
        action::Action,
        theme::{BODY, SMALL, Tokens, font, strong_font},
        view::{Drawer, View, ViewState, Zone},
        widgets::{RAIL, link, number_field, points_slider, share_bar, show_focus},
    },
    mcda::apportionment::largest_remainder,
    model::{Edit, Id},
    wording,
};

const GROUP_ROW: f32 = 43.0;
const CRITERION_ROW: f32 = 33.0;
const FIELD: f32 = 56.0;
pub(super) const MIN_WIDTH: f32 = 330.0;
const SHARE: f32 = 116.0;
/// A bar is full at half of the whole, or at the largest share shown if that is more.
const LEAST_FULL: f64 = 0.5;
/// The rail ends here unless something is beyond it.
const MAX_POINTS: f64 = 100.0;

/// Whose points are shown and set.
#[derive(Clone, Copy)]
pub struct Weighed<'a> {
    /// What the points come to.
    pub assessment: &'a Assessment,
    /// The voice's name; `None` for the profile itself.
    pub voice: Option<&'a str>,
}

impl Weighed<'_> {
    fn edit(self, points: BTreeMap<Id, Option<f64>>) -> Edit {
        match self.voice {
            None => Edit::Points(points),
            Some(name) => Edit::VoicePoints { name: name.to_owned(), points },
        }
    }

    /// The points that were given before the gesture of which `edit` is a part.
    fn before<'v>(self, view: &View<'v>, edit: &Edit) -> Option<&'v BTreeMap<Id, f64>> {
        let profile = view.document().history().before(edit).unwrap_or(view.profile());
        match self.voice {
            None => Some(&profile.points),
            Some(name) => profile.voices.iter().find(|voice| voice.name == name).map(|voice| &voice.points),
        }
    }
}

/// The rows under their headings, in a part that scrolls; `foot` stands under them in it.
pub fn points_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ViewState,
    weighed: Weighed<'_>,
    actions: &mut Vec<Action>,
    foot: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    let (assessment, tokens) = (weighed.assessment, view.tokens);
    let columns = Columns::of(ui, assessment.groups.iter().map(|group| group.weight).fold(LEAST_FULL, f64::max));
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
                    actions.push(Action::Edit(scale(view, weighed, &members, points)));
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
                    criterion_ui(ui, view, state, weighed, &columns, &assessment.criteria[j], actions);
                }
                ui.add_space(6.0);
            }
        }
        if state.focus == Some(Zone::Work) {
            state.focus = None;
        }
        foot(ui, actions);
    });
}

fn criterion_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ViewState,
    weighed: Weighed<'_>,
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
    let level = Level::Criterion { about, trace: trace(view, criterion), is_own: criterion.is_own, has_reasons: weighed.voice.is_none() };
    let clicked = columns.row_ui(ui, view.tokens, &row, level, false, |points| {
        actions.push(Action::Edit(weighed.edit(BTreeMap::from([(criterion.id.clone(), Some(points))]))));
    });
    match clicked {
        Some(Clicked::Name) => state.drawer = Some(Drawer::Weight(criterion.id.clone())),
        Some(Clicked::Reset) => {
            actions.push(Action::Edit(weighed.edit(BTreeMap::from([(criterion.id.clone(), None)]))));
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
fn scale(view: &View<'_>, weighed: Weighed<'_>, members: &[&AssessedCriterion], points: f64) -> Edit {
    let ids = || members.iter().map(|member| member.id.clone());
    let nothing_own = weighed.edit(ids().map(|id| (id, None)).collect());
    if points == members.iter().map(|member| member.points_from_facts).sum::<f64>() {
        return nothing_own;
    }
    let given = weighed.before(view, &nothing_own);
    let at_start = |member: &&AssessedCriterion| given.and_then(|given| given.get(&member.id)).copied().unwrap_or(member.points_from_facts);
    let from_facts: Vec<f64> = members.iter().map(|member| member.points_from_facts).collect();
    let scaled = scaled(&members.iter().map(at_start).collect::<Vec<f64>>(), &from_facts, points);
    weighed.edit(ids().zip(scaled.into_iter().map(Some)).collect())
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
    Group {
        count: usize,
        is_open: bool,
    },
    /// `has_reasons` where a click on the name says why the criterion weighs what it weighs.
    Criterion {
        about: String,
        trace: String,
        is_own: bool,
        has_reasons: bool,
    },
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
    /// The share whose bar fills its column.
    full: f64,
}

impl Columns {
    fn of(ui: &Ui, full: f64) -> Self {
        // Narrower than this, the rows are scrolled rather than pressed into nothing.
        let width = ui.available_width().max(MIN_WIDTH);
        let share = SHARE.min(width * 0.2);
        let rail = (width - 204.0 - FIELD - share - 28.0).clamp(90.0, RAIL);
        Self { name: width - rail - FIELD - share - 28.0, rail, share, full }
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
            Level::Criterion { about, trace, is_own, has_reasons } => {
                self.criterion_name_ui(ui, tokens, row, [&about, &trace], is_own, has_reasons)
            }
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
        let end = bar.min.x + share_bar(ui, egui::Rect::from_min_size(bar.min, vec2(bar_width, height)), row.share, self.full) + 8.0;
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

    fn criterion_name_ui(
        &self,
        ui: &mut Ui,
        tokens: Tokens,
        row: &Row<'_>,
        [about, trace]: [&str; 2],
        is_own: bool,
        has_reasons: bool,
    ) -> Option<Clicked> {
        let mut clicked = None;
        ui.allocate_ui_with_layout(vec2(self.name, CRITERION_ROW), egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(self.name);
            ui.set_max_width(self.name);
            ui.add_space(32.0);
            let name = egui::Label::new(RichText::new(row.name).color(tokens.text)).truncate();
            let mut label = ui.add(if has_reasons { name.sense(Sense::click()) } else { name });
            if has_reasons {
                label.widget_info(|| WidgetInfo::labeled(Role::Link, true, text!("priorities-why", name = row.name.to_owned())));
                show_focus(ui, &label);
                if label.clicked() {
                    clicked = Some(Clicked::Name);
                }
                label = label.on_hover_cursor(egui::CursorIcon::PointingHand);
            }
            label.on_hover_ui(|ui| {
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
