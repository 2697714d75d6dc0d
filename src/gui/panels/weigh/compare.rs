//! The ways side by side: their weights by group, who leads under each, how far they are from the present ones.
//!
//! While the result is sealed, no leader is told here either.

use egui::{Align2, RichText, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{LEAST_SHARE, SHARE, SHARE_GAP, intro_ui, percents};
use crate::{
    assessment::{Compared, Origin, WeightsOrigin, compare},
    chart::{font as metrics, plain, scene::Weight},
    gui::{
        action::Action,
        theme::{BODY, SMALL, font, strong_font},
        view::View,
        widgets::{button, marker},
    },
    session::Command,
    wording,
};

const NAME: f32 = 98.0;
const LEADER: f32 = 84.0;

pub fn compare_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let (assessment, tokens) = (view.assessment(), view.tokens);
    intro_ui(ui, &text!("compare-intro"));
    let rows = compare(view.catalogue(), view.profile(), assessment);
    let n_groups = assessment.groups.len().max(1) as f32;
    let share = ((ui.available_width() - NAME - LEADER - 2.0) / n_groups).clamp(LEAST_SHARE, SHARE);
    let (head, _) = ui.allocate_exact_size(vec2(NAME + share * n_groups + LEADER, 22.0), Sense::hover());
    let cell = |at: usize| head.min.x + NAME + share * at as f32;
    for (at, group) in assessment.groups.iter().enumerate() {
        let name = metrics::fit(&plain(&group.name), f64::from(SMALL), Weight::Regular, f64::from(share - SHARE_GAP));
        ui.painter().text(pos2(cell(at), head.center().y), Align2::LEFT_CENTER, name, font(SMALL), tokens.caption);
    }
    let leads = pos2(cell(assessment.groups.len()), head.center().y);
    ui.painter().text(leads, Align2::LEFT_CENTER, text!("compare-leads"), font(SMALL), tokens.caption);
    for row in &rows {
        ui.separator();
        row_ui(ui, view, row, share, actions);
    }
    if rows.iter().all(|row| matches!(row.origin, Origin::Now | Origin::Facts)) {
        ui.add_space(10.0);
        ui.label(RichText::new(text!("compare-none")).color(tokens.secondary));
    }
}

fn row_ui(ui: &mut Ui, view: &View<'_>, row: &Compared, share: f32, actions: &mut Vec<Action>) {
    let (assessment, tokens) = (view.assessment(), view.tokens);
    let name = match row.origin {
        Origin::Now => text!("weigh-now"),
        Origin::Facts => text!("weigh-facts"),
        Origin::Way(way) => wording::way(way),
    };
    let shares = percents(&row.groups);
    let width = NAME + share * shares.len() as f32 + LEADER;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    let y = rect.center().y;
    ui.painter().text(pos2(rect.min.x, y), Align2::LEFT_CENTER, &name, strong_font(BODY), tokens.text);
    let x = |at: usize| rect.min.x + NAME + share * at as f32;
    for (at, percent) in shares.iter().enumerate() {
        ui.painter().text(pos2(x(at), y), Align2::LEFT_CENTER, percent, font(BODY), tokens.text);
    }
    let leader = match row.leader {
        _ if view.is_sealed() => text!("sealed-short"),
        Some(leader) => {
            marker(
                ui.painter(),
                pos2(x(shares.len()) + 6.0, y),
                assessment.alternatives[leader].slot,
                9.0,
                tokens.slot(assessment.alternatives[leader].slot),
            );
            plain(&assessment.alternatives[leader].name)
        }
        None => text!("kind-none-qualifies"),
    };
    let shift = if row.leader.is_some() && !view.is_sealed() { 18.0 } else { 0.0 };
    let fitted = metrics::fit(&leader, f64::from(BODY), Weight::Regular, f64::from(LEADER - shift));
    ui.painter().text(pos2(x(shares.len()) + shift, y), Align2::LEFT_CENTER, fitted, font(BODY), tokens.text);
    let groups = assessment.groups.iter().zip(&shares);
    let said: Vec<String> = groups.map(|(g, share)| text!("weigh-share-of", group = plain(&g.name), share = share.clone())).collect();
    let said = text!("compare-row", name = name.clone(), shares = said.join(", "), leader = leader);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    if row.origin == Origin::Now {
        ui.label(RichText::new(wording::weights_origin(assessment.weights_origin)).size(SMALL).color(tokens.secondary));
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let is_used = match row.origin {
            Origin::Way(way) => assessment.weights_origin == WeightsOrigin::Adopted { way, is_changed: false },
            _ => view.profile().points.is_empty(),
        };
        if is_used {
            ui.label(RichText::new(text!("weigh-used")).size(SMALL).color(tokens.secondary));
            return;
        }
        let adopt = button(ui, &text!("weigh-adopt"));
        adopt.widget_info(|| WidgetInfo::labeled(Role::Button, true, text!("compare-adopt", name = name.clone())));
        if adopt.on_hover_text(text!("weigh-adopt-tip")).clicked() {
            actions.push(match row.origin {
                Origin::Way(way) => Action::Adopt(way),
                _ => Action::Command(Command::ResetPoints),
            });
        }
        ui.label(RichText::new(wording::compared(assessment, row)).size(SMALL).color(tokens.secondary));
    });
}
