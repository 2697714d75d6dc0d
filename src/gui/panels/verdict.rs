//! The answer, always in sight: the verdict in words, the ranking with ranges, the radar, and what is odd.

use egui::{Align2, Rect, Response, RichText, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{gut_check::gut_check_ui, next_step_ui, sealed::sealed_ui};
use crate::{
    assessment::{Depth, Said, Sentence, Topic, VerdictKind, explain},
    chart::{ChartKind, ChartOptions, font as metrics, plain, question, scene::Weight},
    gui::{
        action::Action,
        scene_view::scene_view,
        theme::{BODY, RADIUS, SMALL, TITLE, font, prose, strong, strong_font},
        view::{View, ViewState, Zone},
        widgets::{RangeMark, link, marker, range_mark, show_focus, small_link},
    },
    model::Finding,
    session::Command,
    wording,
};

/// The widest radar, and the narrowest that can be read.
const RADAR: f32 = 332.0;
const LEAST_RADAR: f32 = 240.0;
/// What stands around the radar takes so much height.
const RADAR_LINKS: f32 = 64.0;
const ROW: f32 = 27.0;
/// So many findings are said in full.
const MAX_FINDINGS: usize = 3;
/// How long a row takes to its new place, in seconds.
const SWAP_SECS: f32 = 0.18;

pub fn verdict_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    if view.is_sealed() {
        return sealed_ui(ui, view, state, actions);
    }
    let (assessment, tokens) = (view.assessment(), view.tokens);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        // Where it scrolls, the last pixels are cut.
        ui.set_max_width(ui.available_width() - 2.0);
        let headline = headline_ui(ui, view, TITLE);
        if state.focus.take_if(|zone| *zone == Zone::Answer).is_some() {
            headline.request_focus();
        }
        ui.add_space(2.0);
        let said = state.explained.get(view, || explain(view.subject(), Depth::Paragraph));
        paragraph_ui(ui, view, &said);
        two_leaders_ui(ui, view, &said);
        ui.add_space(10.0);
        ranking_ui(ui, view, state, actions);
        for said in said.iter().filter(|said| said.topic != Topic::Verdict) {
            remark_ui(ui, view, said.topic, &wording::say(view.subject(), &said.sentence));
        }
        let findings: Vec<&Finding> = assessment.findings.iter().filter(|finding| !finding.is_quiet()).collect();
        for finding in findings.iter().take(MAX_FINDINGS) {
            notice_ui(ui, view, &wording::finding(assessment, finding));
        }
        let n_more = findings.len().saturating_sub(MAX_FINDINGS);
        if n_more > 0 {
            ui.label(RichText::new(text!("verdict-more-findings", count = n_more)).size(SMALL).color(tokens.notice));
        }
        catalogue_ui(ui, view, actions);
        next_step_ui(ui, view, actions);
        explanation_links_ui(ui, actions);
        gut_check_ui(ui, view, state, actions);
        radar_ui(ui, view, state);
        ui.horizontal(|ui| {
            if link(ui, &text!("verdict-see-charts")).clicked() {
                actions.push(Action::Command(Command::Radar));
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if link(ui, &text!("verdict-see-contributions")).clicked() {
                    actions.push(Action::Command(Command::Contributions));
                }
            });
        });
        ui.add_space(12.0);
    });
}

/// That this answer comes from somebody's own catalogue; the shipped one goes without saying.
fn catalogue_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    if view.settings.catalogue.is_none() || std::ptr::eq(view.catalogue(), crate::store::shipped()) {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let words = text!("verdict-catalogue", name = view.catalogue().edition());
        ui.label(RichText::new(plain(&words)).size(SMALL).color(view.tokens.secondary));
        if small_link(ui, &text!("verdict-catalogue-change")).clicked() {
            actions.push(Action::Command(Command::UseCatalogue));
        }
    });
}

/// The headline takes the keyboard, so that it can be read and the zone be gone to.
fn headline_ui(ui: &mut Ui, view: &View<'_>, size: f32) -> Response {
    let (strong_part, rest) = wording::headline(view.assessment());
    let response = ui
        .horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.label(strong(plain(&strong_part)).size(size));
            ui.label(RichText::new(plain(&rest)).size(15.0).color(view.tokens.secondary));
        })
        .response;
    let response = ui.interact(response.rect, response.id.with("headline"), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, wording::headline_line(view.assessment())));
    show_focus(ui, &response);
    response
}

/// The reasons as running text. What has a place of its own below is left out: who is better at what where two are level, and what to
/// find out first.
fn paragraph_ui(ui: &mut Ui, view: &View<'_>, said: &[Said]) {
    let subject = view.subject();
    let is_close = view.assessment().verdict.kind == VerdictKind::TooClose;
    let kept = said.iter().filter(|said| {
        said.topic == Topic::Verdict
            && match said.sentence {
                Sentence::FindOutFirst { .. } => false,
                Sentence::GainsAndLoses { .. } => !is_close,
                _ => true,
            }
    });
    let words: Vec<String> = kept.map(|said| wording::say(subject, &said.sentence)).collect();
    ui.label(prose(plain(&words.join(" "))).color(view.tokens.secondary));
}

/// Where it is too close to call: both leaders side by side, with what each is better at.
fn two_leaders_ui(ui: &mut Ui, view: &View<'_>, said: &[Said]) {
    let (assessment, tokens) = (view.assessment(), view.tokens);
    let verdict = &assessment.verdict;
    let (VerdictKind::TooClose, Some(leader), Some(runner_up)) = (verdict.kind, verdict.leader, verdict.runner_up) else { return };
    let Some((gains, losses)) = said.iter().find_map(|said| match &said.sentence {
        Sentence::GainsAndLoses { gains, losses, .. } => Some((gains.clone(), losses.clone())),
        _ => None,
    }) else {
        return;
    };
    ui.add_space(8.0);
    let width = (ui.available_width() - 12.0) / 2.0;
    let side = |ui: &mut Ui, i: usize, better: &[usize]| {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.spacing_mut().interact_size.y = 18.0;
            let alternative = &assessment.alternatives[i];
            ui.horizontal(|ui| {
                let (rect, response) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::hover());
                marker(ui.painter(), rect.center(), alternative.slot, 9.0, tokens.slot(alternative.slot));
                response.widget_info(|| WidgetInfo::labeled(Role::Image, true, plain(&alternative.name)));
                let words = text!("named-figure", name = plain(&alternative.name), figure = wording::score(alternative.score));
                ui.add(egui::Label::new(strong(words)).truncate());
            });
            if !better.is_empty() {
                let names: Vec<String> = better.iter().map(|&j| plain(&assessment.criteria[j].name).to_lowercase()).collect();
                ui.label(prose(text!("verdict-better-on", criteria = wording::list(&names))).color(tokens.secondary));
            }
        });
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        side(ui, leader, &gains);
        side(ui, runner_up, &losses);
    });
}

/// The radar takes what is left, and has its place in Analyse where that is too little.
fn radar_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    let left = ui.clip_rect().height() - (ui.cursor().min.y - ui.min_rect().min.y) - RADAR_LINKS;
    let side = ui.available_width().min(RADAR).min(left / 0.92);
    if side < LEAST_RADAR {
        return;
    }
    ui.add_space(10.0);
    let side = f64::from(side);
    let options = ChartOptions { highlight: state.highlight, ..ChartOptions::for_window(side, side * 0.92) };
    let scene = state.answer_scene.get(view, ChartKind::Radar, &options);
    ui.vertical_centered(|ui| scene_view(ui, "verdict radar", &scene));
    ui.add_space(6.0);
    ui.separator();
    ui.add_space(6.0);
}

/// The ways to the explanation in more words.
fn explanation_links_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        for (label, command) in [(text!("verdict-see-account"), Command::Account), (text!("verdict-see-changes"), Command::Changes)] {
            if link(ui, &label).on_hover_text(command.tooltip()).clicked() {
                actions.push(Action::Command(command));
            }
        }
    });
}

/// Every alternative with its place, score and range.
fn ranking_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let assessment = view.assessment();
    let n = assessment.ranking.len();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW * n as f32 + 16.0), Sense::hover());
    let narrow = rect.width() < 300.0;
    for (place, &i) in assessment.ranking.iter().enumerate() {
        let alternative = &assessment.alternatives[i];
        let target = rect.min.y + ROW * place as f32;
        let id = ui.scope_id().with(("rank", &alternative.id));
        let secs = if view.settings.motion { SWAP_SECS } else { 0.0 };
        let y = rect.min.y + ui.ctx().animate_value_with_time(id, target - rect.min.y, secs);
        let row = Rect::from_min_size(pos2(rect.min.x, y), vec2(rect.width(), ROW));
        if row_ui(ui, view, row, i, narrow).clicked() {
            state.against = Some(i);
            actions.push(Action::Command(Command::WhyNot));
        }
    }
    let caption = pos2(rect.min.x + 36.0, rect.max.y - 6.0);
    ui.painter().text(caption, Align2::LEFT_CENTER, text!("ranking-caption"), font(SMALL), view.tokens.caption);
    let share = pos2(rect.max.x, caption.y);
    ui.painter().text(share, Align2::RIGHT_CENTER, text!("ranking-leads-in"), font(SMALL), view.tokens.caption);
}

fn row_ui(ui: &Ui, view: &View<'_>, rect: Rect, i: usize, narrow: bool) -> Response {
    let (assessment, tokens) = (view.assessment(), view.tokens);
    let alternative = &assessment.alternatives[i];
    let response = ui.interact(rect, ui.scope_id().with(("ranking", &alternative.id)), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), RADIUS, tokens.panel);
    }
    let y = rect.center().y;
    let is_out = !alternative.is_eligible();
    let place = alternative.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
    let score = wording::score(alternative.score);
    let painter = ui.painter();
    painter.text(pos2(rect.min.x, y), Align2::LEFT_CENTER, &place, font(BODY), tokens.secondary);
    marker(painter, pos2(rect.min.x + 23.0, y), alternative.slot, 9.0, tokens.slot(alternative.slot));
    let name = metrics::fit(&plain(&alternative.name), f64::from(BODY), Weight::SemiBold, 58.0);
    let name_rect = painter.text(pos2(rect.min.x + 36.0, y), Align2::LEFT_CENTER, name, strong_font(BODY), tokens.text);
    if is_out {
        painter.hline(name_rect.x_range(), y + 1.0, egui::Stroke::new(1.2, tokens.text));
    }
    painter.text(pos2(rect.min.x + 98.0, y), Align2::LEFT_CENTER, &score, strong_font(BODY), tokens.text);
    let range = wording::range(alternative.low, alternative.high);
    let share = view.robustness.and_then(|(robustness, is_current)| Some((robustness.leads(i)?, is_current)));
    let (remark, ink) = match share {
        _ if is_out => (text!("ranking-fails", count = alternative.failed.len()), tokens.secondary),
        Some((share, is_current)) => {
            (wording::percent(share), if is_current { tokens.secondary } else { tokens.caption.gamma_multiply(0.7) })
        }
        None => (text!("ranking-pending"), tokens.caption),
    };
    let remark_rect = painter.text(pos2(rect.max.x, y), Align2::RIGHT_CENTER, remark, font(BODY), ink);
    let rail = Rect::from_min_max(pos2(rect.min.x + 135.0, y - 6.0), pos2((rect.min.x + 254.0).min(remark_rect.min.x - 12.0), y + 6.0));
    if rail.width() > 30.0 && !narrow {
        let mark =
            RangeMark { low: alternative.low, value: alternative.score, high: alternative.high, slot: alternative.slot, is_faded: is_out };
        range_mark(ui, rail, mark);
    }
    let name = plain(&alternative.name);
    let label = match share {
        Some((share, _)) => {
            text!("ranking-row-share", place = place, name = name, score = score, range = range, share = wording::percent(share))
        }
        None => text!("ranking-row", place = place, name = name, score = score, range = range),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    show_focus(ui, &response);
    response.on_hover_text(text!(
        "ranking-tip",
        question = question(view.subject(), Some(i)),
        name = plain(&alternative.name),
        summary = alternative.summary.clone(),
        range = wording::range(alternative.low, alternative.high)
    ))
}

/// What stands beside the paragraph: who is out is a warning, a way out is none.
fn remark_ui(ui: &mut Ui, view: &View<'_>, topic: Topic, words: &str) {
    if topic == Topic::Requirements {
        return notice_ui(ui, view, words);
    }
    ui.add_space(8.0);
    ui.label(prose(plain(words)));
}

/// Something that should be known, on quiet ground.
fn notice_ui(ui: &mut Ui, view: &View<'_>, words: &str) {
    ui.add_space(6.0);
    egui::Frame::new().fill(view.tokens.notice_ground).corner_radius(RADIUS).inner_margin(egui::Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(prose(plain(words)).color(view.tokens.notice));
    });
}

/// The answer in one line: beside an open drawer and over the charts.
pub fn verdict_line_ui(ui: &mut Ui, view: &View<'_>) {
    if view.is_sealed() {
        ui.label(strong(text!("sealed-title")));
        return;
    }
    let assessment = view.assessment();
    let (strong_part, _) = wording::headline(assessment);
    ui.label(strong(plain(&strong_part)));
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for &i in assessment.ranking.iter().rev().take(8) {
            let alternative = &assessment.alternatives[i];
            let score = RichText::new(wording::score(alternative.score)).color(view.tokens.secondary);
            let score = if alternative.is_eligible() { score } else { score.strikethrough() };
            ui.label(score).on_hover_text(plain(&alternative.name));
            let (rect, response) = ui.allocate_exact_size(vec2(12.0, 12.0), Sense::hover());
            marker(ui.painter(), rect.center(), alternative.slot, 9.0, view.tokens.slot(alternative.slot));
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, plain(&alternative.name)));
            ui.add_space(6.0);
        }
    });
}
