//! The ways of weighing, side by side in *Priorities*: which one is open, and what its weights would be beside the present ones.
//!
//! Each way's page is a file of its own. Nothing here changes a weight: that is `Action::Adopt`.

mod compare;
mod order;
mod pairs;
mod swing;
mod trade_offs;

use egui::{Align2, Frame, Panel, RichText, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::points::MIN_WIDTH;
use crate::{
    assessment::{WeightsOrigin, way_weights},
    chart::{font as metrics, plain, scene::Weight},
    gui::{
        action::Action,
        theme::{READING_WIDTH, SMALL, Tokens, font, prose},
        view::{View, ViewState, WeighPage},
        widgets::{link, primary, tab},
    },
    model::Way,
    session::Command,
    wording,
};

/// Lower than this, the comparison at the foot scrolls with the page instead of standing still.
const LOW: f32 = 400.0;
const FOOT: f32 = 108.0;
/// Lower than this, the ways stand in one row.
const ONE_ROW: f32 = 160.0;
/// From this height on, the check of comparisons stands still over them.
const HIGH: f32 = 440.0;
/// Narrower than this, the names of the ways stand alone.
const NARROW: f32 = 600.0;
/// The widest that one share gets in the comparison at the foot.
const SHARE: f32 = 84.0;
/// A share takes at least so much room, and leaves so much between its words and the next.
const LEAST_SHARE: f32 = 54.0;
const SHARE_GAP: f32 = 10.0;
/// The width of the words before the shares.
const ROW_NAME: f32 = 92.0;

/// The row of ways over a page.
pub fn ways_ui(ui: &mut Ui, state: &mut ViewState) {
    let pages = [
        (WeighPage::Facts, text!("weigh-facts")),
        (WeighPage::Points, text!("weigh-points")),
        (WeighPage::Way(Way::Swing), text!("weigh-swing")),
        (WeighPage::Way(Way::Order), text!("weigh-order")),
        (WeighPage::Way(Way::Pairs), text!("weigh-pairs")),
        (WeighPage::Way(Way::TradeOffs), text!("weigh-trade-offs")),
        (WeighPage::Compare, text!("weigh-compare")),
    ];
    let is_narrow = ui.available_width() < NARROW;
    let row_ui = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 0.0);
        for (page, name) in pages {
            let remark = if page == WeighPage::Way(Way::Swing) && !is_narrow { text!("weigh-recommended") } else { String::new() };
            if tab(ui, &name, &remark, state.weigh == Some(page)).clicked() {
                state.weigh = Some(page);
            }
        }
        if link(ui, &text!("weigh-close")).on_hover_text(text!("weigh-close-tip")).clicked() {
            state.weigh = None;
        }
    };
    // Where hardly a row is left, it is scrolled rather than wrapped.
    if ui.available_height() < ONE_ROW {
        ScrollArea::horizontal().id_salt("ways").show(ui, |ui| ui.horizontal(row_ui));
    } else {
        ui.horizontal_wrapped(row_ui);
    }
}

/// A page other than the points themselves.
pub fn weigh_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, page: WeighPage, actions: &mut Vec<Action>) {
    // What is compared is taken over row by row.
    let has_foot = page != WeighPage::Compare;
    let is_low = ui.available_height() < LOW;
    if has_foot && !is_low {
        let frame = Frame::new().fill(view.tokens.background);
        Panel::bottom("proposal").exact_size(FOOT).resizable(false).frame(frame).show(ui, |ui| {
            ui.add_space(8.0);
            proposal_ui(ui, view, page, actions);
        });
    }
    let is_pairs = page == WeighPage::Way(Way::Pairs);
    let is_head_fixed = ui.available_height() >= HIGH;
    if is_pairs && is_head_fixed {
        // Whether the answers fit together stays in sight.
        pairs::head_ui(ui, view, state, actions);
    }
    ScrollArea::both().auto_shrink([false, false]).show(ui, |ui| {
        ui.set_min_width(MIN_WIDTH);
        if is_pairs && !is_head_fixed {
            pairs::head_ui(ui, view, state, actions);
        }
        match page {
            WeighPage::Way(Way::Swing) => swing::swing_ui(ui, view, actions),
            WeighPage::Way(Way::Order) => order::order_ui(ui, view, state, actions),
            WeighPage::Way(Way::Pairs) => pairs::pairs_ui(ui, view, state, actions),
            WeighPage::Way(Way::TradeOffs) => trade_offs::trade_offs_ui(ui, view, actions),
            WeighPage::Compare => compare::compare_ui(ui, view, actions),
            WeighPage::Facts | WeighPage::Points => facts_ui(ui, actions),
        }
        if has_foot && is_low {
            ui.add_space(8.0);
            ui.separator();
            proposal_ui(ui, view, page, actions);
        }
        ui.add_space(16.0);
    });
}

fn facts_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    intro_ui(ui, &text!("weigh-facts-intro"));
    if link(ui, &text!("weigh-facts-go")).clicked() {
        actions.push(Action::Command(Command::Facts));
    }
}

/// What a page is for, in a sentence or two.
fn intro_ui(ui: &mut Ui, words: &str) {
    let tokens = Tokens::of(ui.ctx());
    ui.add_space(8.0);
    ui.scope(|ui| {
        ui.set_max_width(READING_WIDTH.min(ui.available_width()));
        ui.label(prose(words).color(tokens.secondary));
    });
    ui.add_space(6.0);
}

/// The weights of this page beside the present ones, by group, and the button that takes them over.
fn proposal_ui(ui: &mut Ui, view: &View<'_>, page: WeighPage, actions: &mut Vec<Action>) {
    let (assessment, tokens) = (view.assessment(), view.tokens);
    let (proposed, name, is_used) = match page {
        WeighPage::Way(way) => {
            let weights = way_weights(view.profile(), assessment, way);
            let by_group = weights.map(|weights| {
                assessment.groups.iter().map(|group| group.criteria.iter().map(|&j| weights[j]).sum::<f64>()).collect::<Vec<_>>()
            });
            let is_used = assessment.weights_origin == WeightsOrigin::Adopted { way, is_changed: false };
            (by_group, text!("weigh-proposed"), is_used)
        }
        _ => {
            let sum: f64 = assessment.groups.iter().map(|group| group.points_from_facts).sum();
            let shares = assessment.groups.iter().map(|group| if sum > 0.0 { group.points_from_facts / sum } else { 0.0 });
            (Some(shares.collect()), text!("weigh-from-facts"), view.profile().points.is_empty())
        }
    };
    let now: Vec<f64> = assessment.groups.iter().map(|group| group.weight).collect();
    let names: Vec<String> = assessment.groups.iter().map(|group| plain(&group.name)).collect();
    let share = ((ui.available_width() - ROW_NAME) / names.len().max(1) as f32).clamp(LEAST_SHARE, SHARE);
    ScrollArea::horizontal().id_salt("shares").show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        shares_ui(ui, tokens, share, "", &names, &names);
        shares_ui(ui, tokens, share, &text!("weigh-now"), &names, &percents(&now));
        let dashes = vec!["–".to_owned(); names.len()];
        shares_ui(ui, tokens, share, &name, &names, &proposed.as_deref().map_or(dashes, percents));
    });
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let is_ready = proposed.is_some() && !is_used;
        let adopt = ui.add_enabled_ui(is_ready, |ui| primary(ui, &text!("weigh-adopt"))).inner;
        if adopt.on_hover_text(text!("weigh-adopt-tip")).clicked() {
            actions.push(match page {
                WeighPage::Way(way) => Action::Adopt(way),
                _ => Action::Command(Command::ResetPoints),
            });
        }
        ui.add_space(4.0);
        let remark = match (proposed.is_some(), is_used) {
            (_, true) => text!("weigh-used"),
            (false, _) => text!("weigh-not-enough"),
            (true, false) => String::new(),
        };
        ui.label(RichText::new(remark).color(tokens.secondary));
    });
}

fn percents(shares: &[f64]) -> Vec<String> {
    shares.iter().map(|share| wording::percent(*share)).collect()
}

/// One row of the comparison: words, then a cell for each group, `share` wide.
fn shares_ui(ui: &mut Ui, tokens: Tokens, share: f32, name: &str, groups: &[String], cells: &[String]) {
    let width = ROW_NAME + share * groups.len() as f32;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 18.0), Sense::hover());
    let y = rect.center().y;
    ui.painter().text(pos2(rect.min.x, y), Align2::LEFT_CENTER, name, font(SMALL), tokens.secondary);
    for (at, cell) in cells.iter().enumerate() {
        let fitted = metrics::fit(cell, f64::from(SMALL), Weight::Regular, f64::from(share - SHARE_GAP));
        let ink = if name.is_empty() { tokens.caption } else { tokens.text };
        ui.painter().text(pos2(rect.min.x + ROW_NAME + share * at as f32, y), Align2::LEFT_CENTER, fitted, font(SMALL), ink);
    }
    if !name.is_empty() {
        let said: Vec<String> =
            groups.iter().zip(cells).map(|(group, share)| text!("weigh-share-of", group = group.clone(), share = share.clone())).collect();
        let said = text!("weigh-shares", name = name.to_owned(), shares = said.join(", "));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    }
}
