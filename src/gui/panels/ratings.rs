//! The ratings as a table: criteria by group, a column for each alternative, and for each cell its number, range and marks.

use egui::{Align2, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::drawer::quiet;
use crate::{
    assessment::{AssessedAlternative, AssessedCriterion, EffectiveRating, RatingOrigin, freshness},
    chart::{font as metrics, plain, scene::Weight},
    gui::{
        action::Action,
        theme::{BODY, RADIUS, SMALL, font, prose, strong_font},
        view::{Cell, View, ViewState, Zone},
        widgets::{RangeMark, link, meter, range_mark, show_focus},
    },
    model::ClaimStatus,
    session::Command,
    wording,
};

const ROW: f32 = 27.0;
const WEIGHT: f32 = 49.0;
const BADGE_GAP: f32 = 8.0;
/// The narrowest column of names, and of one alternative: its number, without the range beside it.
const LEAST_NAME: f32 = 132.0;
const LEAST_CELL: f32 = 64.0;

pub fn ratings_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let assessment = view.assessment();
    ui.add_space(10.0);
    // Where there is little room, the head is scrolled along.
    let has_room = ui.available_height() > 340.0;
    if has_room {
        grounds_ui(ui, view, actions);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let n = assessment.alternatives.len().max(1) as f32;
    let visible = ui.available_width();
    let width = visible.max(LEAST_NAME + WEIGHT + n * LEAST_CELL);
    let name = (width * 0.285).clamp(LEAST_NAME, 230.0);
    let columns = Columns { name, cell: (width - name - WEIGHT) / n };
    ScrollArea::both().auto_shrink([false, false]).show(ui, |ui| {
        ui.set_min_width(width);
        if !has_room {
            // Sentences are as wide as what is seen, not as the table that is scrolled along.
            ui.scope(|ui| {
                ui.set_max_width(visible);
                grounds_ui(ui, view, actions);
            });
        }
        columns.heading_ui(ui, view);
        for group in &assessment.groups {
            ui.add_space(8.0);
            let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &group.name));
            ui.painter().text(pos2(rect.min.x, rect.center().y), Align2::LEFT_CENTER, &group.name, strong_font(BODY), view.tokens.text);
            for &j in &group.criteria {
                columns.row_ui(ui, view, state, j);
            }
            ui.add_space(4.0);
            let (line, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
            ui.painter().hline(line.x_range(), line.min.y, Stroke::new(1.0, view.tokens.line));
        }
        ui.add_space(12.0);
        if link(ui, &Command::AddCriterion.name()).on_hover_text(Command::AddCriterion.tooltip()).clicked() {
            actions.push(Action::Command(Command::AddCriterion));
        }
        ui.add_space(16.0);
    });
}

/// What the verdict rests on: how much of the weight on named sources, how old those are, and which own ratings say no reason.
fn grounds_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let (assessment, catalogue) = (view.assessment(), view.catalogue());
    let coverage = assessment.evidence_coverage(catalogue);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let (rail, _) = ui.allocate_exact_size(vec2(88.0, 20.0), Sense::hover());
        meter(ui, rail, coverage);
        ui.label(quiet(view, text!("ratings-coverage", share = wording::percent(coverage)))).on_hover_text(text!("status-evidence-tip"));
        if link(ui, &text!("ratings-claims")).on_hover_text(Command::Claims.tooltip()).clicked() {
            actions.push(Action::Command(Command::Claims));
        }
    });
    let old = wording::freshness(&freshness(catalogue, assessment, view.day()));
    let findings = assessment.findings.iter().filter(|finding| finding.is_quiet()).map(|finding| wording::finding(assessment, finding));
    for words in old.into_iter().chain(findings) {
        ui.label(prose(words).size(SMALL).color(view.tokens.secondary));
    }
}

struct Columns {
    name: f32,
    cell: f32,
}

impl Columns {
    fn heading_ui(&self, ui: &mut Ui, view: &View<'_>) {
        let tokens = view.tokens;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
        let y = rect.center().y;
        let paint = |x: f32, text: &str, align: Align2| ui.painter().text(pos2(x, y), align, text, font(SMALL), tokens.secondary);
        paint(rect.min.x, &text!("ratings-criterion"), Align2::LEFT_CENTER);
        paint(rect.min.x + self.name + WEIGHT - 12.0, &text!("ratings-weight"), Align2::RIGHT_CENTER);
        for (i, alternative) in view.assessment().alternatives.iter().enumerate() {
            let x = rect.min.x + self.name + WEIGHT + i as f32 * self.cell;
            let fitted = metrics::fit(&plain(&alternative.name), f64::from(SMALL), Weight::Regular, f64::from(self.cell - 8.0));
            paint(x, &fitted, Align2::LEFT_CENTER);
        }
        ui.painter().hline(rect.x_range(), rect.max.y, Stroke::new(1.0, tokens.line));
    }

    fn row_ui(&self, ui: &mut Ui, view: &View<'_>, state: &mut ViewState, j: usize) {
        let (assessment, tokens) = (view.assessment(), view.tokens);
        let criterion = &assessment.criteria[j];
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let y = rect.center().y;
        let Badge { words: badge, mark } = badge(view, criterion, j);
        let framed = |words: &str| {
            let galley = ui.painter().layout_no_wrap(words.to_owned(), font(10.5), tokens.secondary);
            let room = if words.is_empty() { 0.0 } else { galley.size().x + 12.0 + BADGE_GAP };
            (galley, self.name - 12.0 - room - 4.0)
        };
        // Where the badge would cost the end of the name, its mark is enough: the row says the word to those who hear it.
        let whole = ui.painter().layout_no_wrap(plain(&criterion.name), font(BODY), tokens.text).size().x;
        let (mut badge_galley, mut room) = framed(&badge);
        if whole > room {
            (badge_galley, room) = framed(&mark);
        }
        let fitted = metrics::fit(&plain(&criterion.name), f64::from(BODY), Weight::Regular, f64::from(room));
        let name = ui.painter().layout_no_wrap(fitted, font(BODY), tokens.text);
        let name_rect = Rect::from_min_size(pos2(rect.min.x + 12.0, rect.min.y), vec2(self.name - 12.0, ROW));
        let about = view.catalogue().criterion(&criterion.id).map(|shipped| shipped.about.clone()).unwrap_or_default();
        let hover = ui.interact(name_rect, ui.scope_id().with(("criterion", &criterion.id)), Sense::hover());
        hover.widget_info(|| WidgetInfo::labeled(Role::Label, true, row_label(criterion, &badge)));
        hover.on_hover_text(about);
        let name_width = name.size().x;
        ui.painter().galley(pos2(name_rect.min.x, y - name.size().y / 2.0), name, tokens.text);
        if !badge.is_empty() {
            let size = badge_galley.size() + vec2(12.0, 3.0);
            let frame = Rect::from_min_size(pos2(name_rect.min.x + name_width + BADGE_GAP, y - size.y / 2.0), size);
            ui.painter().rect_stroke(frame, 4, Stroke::new(1.0, tokens.line), egui::StrokeKind::Inside);
            ui.painter().galley(frame.center() - badge_galley.size() / 2.0, badge_galley, tokens.secondary);
        }
        let share = wording::percent(criterion.weight);
        ui.painter().text(pos2(rect.min.x + self.name + WEIGHT - 12.0, y), Align2::RIGHT_CENTER, share, font(BODY), tokens.secondary);
        for (i, alternative) in assessment.alternatives.iter().enumerate() {
            let x = rect.min.x + self.name + WEIGHT + i as f32 * self.cell;
            let cell = Rect::from_min_size(pos2(x - 6.0, rect.min.y), vec2(self.cell - 6.0, ROW));
            cell_ui(ui, view, state, cell, (criterion, alternative), &assessment.ratings[i][j]);
        }
    }
}

/// What is to be known of a row beside its numbers, in words and where there is little room; both empty where there is nothing.
struct Badge {
    words: String,
    mark: String,
}

/// Own ratings before disputes.
fn badge(view: &View<'_>, criterion: &AssessedCriterion, j: usize) -> Badge {
    let cells = || view.assessment().ratings.iter().map(|row| &row[j]);
    if view.profile().criteria.iter().any(|own| own.id == criterion.id) || cells().any(|cell| cell.origin == RatingOrigin::Own) {
        return Badge { words: text!("ratings-own"), mark: text!("ratings-own") };
    }
    let ratings = &view.catalogue().ratings;
    let is_disputed = cells().filter_map(|cell| cell.catalogue).any(|at| view.catalogue().is_contested(&ratings[at]));
    if is_disputed {
        Badge { words: text!("ratings-disputed"), mark: wording::claim_mark(ClaimStatus::Disputed).to_owned() }
    } else {
        Badge { words: String::new(), mark: String::new() }
    }
}

fn row_label(criterion: &AssessedCriterion, badge: &str) -> String {
    let share = wording::percent(criterion.weight);
    if badge.is_empty() {
        text!("ratings-row", name = plain(&criterion.name), share = share)
    } else {
        text!("ratings-row-badge", name = plain(&criterion.name), share = share, badge = badge.to_owned())
    }
}

fn cell_ui(
    ui: &Ui,
    view: &View<'_>,
    state: &mut ViewState,
    rect: Rect,
    (criterion, alternative): (&AssessedCriterion, &AssessedAlternative),
    cell: &EffectiveRating,
) {
    let tokens = view.tokens;
    let response = ui.interact(rect, ui.scope_id().with(("cell", &criterion.id, &alternative.id)), Sense::click());
    let is_chosen = state.cell.as_ref().is_some_and(|cell| cell.criterion == criterion.id && cell.alternative == alternative.id);
    let rating = cell.rating;
    let spoken = if cell.is_rated() {
        text!(
            "ratings-cell",
            alternative = plain(&alternative.name),
            criterion = plain(&criterion.name),
            value = wording::score(rating.mode),
            range = wording::range(rating.low, rating.high)
        )
    } else {
        text!("ratings-cell-unrated", alternative = plain(&alternative.name), criterion = plain(&criterion.name))
    };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &spoken));
    if is_chosen || response.hovered() {
        ui.painter().rect_filled(rect, RADIUS, if is_chosen { tokens.accent_ground } else { tokens.panel });
    }
    let y = rect.center().y;
    if cell.is_rated() {
        let ink = if criterion.weight > 0.0 { tokens.text } else { tokens.caption };
        ui.painter().text(pos2(rect.min.x + 6.0, y), Align2::LEFT_CENTER, wording::score(rating.mode), strong_font(BODY), ink);
        let rail = Rect::from_min_max(pos2(rect.min.x + 46.0, y - 6.0), pos2((rect.max.x - 14.0).min(rect.min.x + 140.0), y + 6.0));
        if rail.width() > 24.0 {
            let is_faded = criterion.weight == 0.0;
            range_mark(ui, rail, RangeMark { low: rating.low, value: rating.mode, high: rating.high, slot: alternative.slot, is_faded });
        }
    } else {
        let none = metrics::fit(&text!("ratings-none"), f64::from(BODY), Weight::Regular, f64::from(rect.width() - 6.0));
        ui.painter().text(pos2(rect.min.x + 6.0, y), Align2::LEFT_CENTER, none, font(BODY), tokens.caption);
    }
    // The first cell takes the keyboard for the whole table.
    if state.focus.take_if(|zone| *zone == Zone::Work).is_some() {
        response.request_focus();
    }
    show_focus(ui, &response);
    if response.clicked() {
        state.drawer = None;
        state.cell = (!is_chosen).then(|| Cell { criterion: criterion.id.clone(), alternative: alternative.id.clone(), draft: None });
    }
    response.on_hover_text(spoken);
}
