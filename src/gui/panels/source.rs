//! The drawer of one source: what was found there, how good and how old it is, and what rests on it. And the links that lead to it.
//!
//! What is made of a source is the catalogue's.

use egui::{RichText, ScrollArea, Ui, WidgetInfo, accesskit::Role};

use super::drawer::{heading_ui, quiet, section_ui};
use crate::{
    gui::{
        theme::{SMALL, prose, strong},
        view::{Cell, ClaimsShown, Drawer, Tab, View, ViewState},
        widgets::{link, small_link},
    },
    model::{Catalogue, Evidence, Id},
    wording,
};

/// Sources as links to their drawer; "Judged." where there is none. `of` says aloud what they stand behind.
pub(super) fn sources_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, ids: &[Id], of: &str) {
    if ids.is_empty() {
        ui.label(quiet(view, text!("source-none")).size(SMALL));
    }
    for id in ids {
        let response = small_link(ui, id);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, text!("source-link", id = id.clone(), of = of.to_owned())));
        if response.clicked() {
            state.drawer = Some(Drawer::Source(id.clone()));
        }
        if let Some(source) = view.catalogue().source(id) {
            response.on_hover_text(text!("source-tip", title = source.title.clone(), author = source.author.clone()));
        }
    }
}

pub fn source_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, id: &str) {
    let Some(source) = view.catalogue().source(id) else {
        state.drawer = None;
        return;
    };
    if heading_ui(ui, state, text!("source-title", id = source.id.clone())) {
        state.drawer = None;
    }
    ScrollArea::vertical().id_salt(&source.id).auto_shrink([false, false]).show(ui, |ui| {
        ui.add_space(4.0);
        ui.label(prose(&source.title));
        ui.label(quiet(view, text!("source-by", author = source.author.clone(), year = source.year.to_string())));
        section_ui(ui, &text!("source-found"));
        ui.label(prose(&source.figure));
        if !source.caveat.is_empty() {
            ui.add_space(4.0);
            ui.label(prose(text!("evidence-caveat", caveat = source.caveat.clone())).color(view.tokens.secondary));
        }
        section_ui(ui, &text!("source-worth"));
        let worth = text!("source-strength", support = wording::support(source.strength), tier = wording::tier(source.tier));
        ui.label(prose(worth));
        ui.label(prose(text!("evidence-read", how = source.read.clone())).color(view.tokens.secondary));
        ui.add_space(4.0);
        ui.label(RichText::new(&source.url).size(SMALL));
        if source.url_unopened {
            ui.label(RichText::new(text!("source-unopened")).size(SMALL).color(view.tokens.notice));
        }
        rests_ui(ui, view, state, source);
        ui.add_space(16.0);
    });
}

/// What rests on a source: ratings, claims, rules and requirements.
fn rests_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, source: &Evidence) {
    let catalogue = view.catalogue();
    section_ui(ui, &text!("source-rests"));
    for criterion in &catalogue.criteria {
        let cells: Vec<&Id> = rated(catalogue, &criterion.id, source);
        let Some(first) = cells.first() else { continue };
        let names: Vec<String> =
            cells.iter().filter_map(|id| catalogue.alternative(id)).map(|alternative| alternative.name.clone()).collect();
        if link(ui, &text!("source-rating", criterion = criterion.name.clone(), alternatives = wording::list(&names))).clicked() {
            state.tab = Tab::Ratings;
            state.drawer = None;
            state.cell = Some(Cell { criterion: criterion.id.clone(), alternative: (*first).clone(), draft: None });
        }
        let last = source.year.saturating_add(i16::try_from(criterion.shelf_life_years).unwrap_or(i16::MAX));
        match wording::expired(source.year, criterion, view.day()) {
            Some(expired) => ui.label(RichText::new(text!("source-expired", expired = expired)).size(SMALL).color(view.tokens.notice)),
            None => ui.label(quiet(view, text!("source-good-until", year = last.to_string())).size(SMALL)),
        };
        ui.add_space(4.0);
    }
    let n_claims: usize = catalogue.claims.iter().filter(|claim| claim.evidence.contains(&source.id)).count();
    if n_claims > 0 && link(ui, &text!("source-claims", count = n_claims)).clicked() {
        state.tab = Tab::Claims;
        state.claims = ClaimsShown::All;
        state.drawer = None;
    }
    let rules = catalogue.interview.rules.iter().filter(|rule| rule.evidence.contains(&source.id));
    let rules: Vec<String> = rules.map(|rule| wording::rule_when(catalogue, rule)).collect();
    if !rules.is_empty() {
        ui.add_space(4.0);
        ui.label(strong(text!("source-rules")).size(SMALL));
        ui.label(prose(rules.join(" · ")).size(SMALL).color(view.tokens.secondary));
    }
    let requirements = catalogue.requirements.iter().filter(|rule| rule.evidence.contains(&source.id));
    let requirements: Vec<String> = requirements.map(|rule| rule.name.clone()).collect();
    if !requirements.is_empty() {
        ui.add_space(4.0);
        ui.label(strong(text!("source-requirements")).size(SMALL));
        ui.label(prose(requirements.join(" · ")).size(SMALL).color(view.tokens.secondary));
    }
}

/// The alternatives whose rating on a criterion names the source.
fn rated<'a>(catalogue: &'a Catalogue, criterion: &str, source: &Evidence) -> Vec<&'a Id> {
    let alternatives = catalogue.alternatives.iter().map(|alternative| &alternative.id);
    let names = |id: &&Id| {
        catalogue
            .ratings
            .iter()
            .any(|rating| rating.criterion == criterion && rating.alternative == **id && rating.evidence.contains(&source.id))
    };
    alternatives.filter(names).collect()
}
