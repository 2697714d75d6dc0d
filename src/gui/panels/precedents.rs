//! The documented choices nearest to the project: what was chosen and why, what agrees and what differs.
//!
//! What is near is `assessment`'s; how well the answers agree with the choices is the track record's page.

use egui::{CollapsingHeader, RichText, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::{
    assessment::{Likeness, MIN_SHARED, SharedFact, precedents},
    gui::{
        action::Action,
        theme::{BODY, SMALL, prose, strong, strong_font},
        view::{View, ViewState, Zone},
        widgets::{beside, button, marker, scroll_by_keys, show_focus},
    },
    session::Command,
    store,
    wording::{self, alternative_name, percent},
};

/// So many are shown unless all are asked for.
const NEAREST: usize = 6;

pub fn precedents_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let found = precedents(view.catalogue(), &view.profile().facts, store::banks().iter().flat_map(|bank| &bank.cases));
    ui.add_space(10.0);
    if found.is_empty() {
        ui.label(prose(text!("precedents-none", least = MIN_SHARED)));
        ui.add_space(8.0);
        let answer = button(ui, &text!("precedents-few"));
        if state.focus.take_if(|zone| *zone == Zone::Work).is_some() {
            answer.request_focus();
        }
        if answer.clicked() {
            actions.push(Action::Command(Command::Facts));
        }
        return;
    }
    let shown = if state.all_precedents { found.as_slice() } else { &found[..NEAREST.min(found.len())] };
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        scroll_by_keys(ui);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            ui.label(strong(chosen(view, shown)));
            let label =
                if state.all_precedents { text!("precedents-show-nearest") } else { text!("precedents-show-all", count = found.len()) };
            let switch = button(ui, &label);
            if state.focus.take_if(|zone| *zone == Zone::Work).is_some() {
                switch.request_focus();
            }
            if switch.clicked() {
                state.all_precedents = !state.all_precedents;
            }
        });
        for likeness in shown {
            ui.add_space(10.0);
            ui.separator();
            ui.add_space(6.0);
            precedent_ui(ui, view, likeness);
        }
        ui.add_space(20.0);
    });
}

/// How the shown choices went: "Of the 6 most alike, 3 chose Go, 2 chose Rust and 1 chose Python."
fn chosen(view: &View<'_>, shown: &[Likeness<'_>]) -> String {
    let counts = view.catalogue().alternatives.iter().map(|alternative| {
        let count = shown.iter().filter(|likeness| likeness.case.chosen == alternative.id).count();
        (count, alternative.name.clone())
    });
    let mut counts: Vec<(usize, String)> = counts.filter(|(count, _)| *count > 0).collect();
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let said: Vec<String> =
        counts.into_iter().map(|(count, name)| text!("precedents-chose", count = count.to_string(), name = name)).collect();
    text!("precedents-chosen", count = shown.len().to_string(), chosen = wording::list(&said))
}

fn precedent_ui(ui: &mut Ui, view: &View<'_>, likeness: &Likeness<'_>) {
    let what_and_why = |ui: &mut Ui| {
        head_ui(ui, view, likeness);
        reason_ui(ui, view, likeness);
    };
    beside(ui, what_and_why, |ui| compared_ui(ui, view, likeness));
}

/// The language with its marker, the name, and how alike.
fn head_ui(ui: &mut Ui, view: &View<'_>, likeness: &Likeness<'_>) {
    let (tokens, case) = (view.tokens, likeness.case);
    let chosen = alternative_name(view.catalogue(), &case.chosen);
    let slot = view.catalogue().alternatives.iter().position(|alternative| alternative.id == case.chosen);
    let name = ui.painter().layout(case.name.clone(), strong_font(BODY), tokens.text, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), name.size().y), Sense::hover());
    let share = percent(likeness.likeness);
    response.widget_info(|| {
        let (name, year) = (case.name.clone(), case.year.to_string());
        WidgetInfo::labeled(
            Role::Heading,
            true,
            text!("precedent-label", name = name, year = year, chosen = chosen.clone(), share = share.clone()),
        )
    });
    ui.painter().galley(rect.min, name, tokens.text);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (mark, _) = ui.allocate_exact_size(vec2(12.0, 18.0), Sense::hover());
        if let Some(slot) = slot {
            marker(ui.painter(), pos2(mark.min.x + 5.0, mark.center().y), slot, 9.0, tokens.slot(slot));
        }
        ui.label(strong(&chosen));
        let kind = wording::case_kind(case.kind);
        ui.label(RichText::new(text!("precedent-when", year = case.year.to_string(), kind = kind)).color(tokens.secondary));
        ui.label(RichText::new(text!("precedent-alike", share = share)).color(tokens.secondary));
    });
}

fn reason_ui(ui: &mut Ui, view: &View<'_>, likeness: &Likeness<'_>) {
    let (tokens, case) = (view.tokens, likeness.case);
    ui.add_space(2.0);
    ui.label(prose(&case.reason));
    if let Some(factor) = &case.outside {
        ui.label(prose(text!("miss-outside", factor = factor.clone())));
    }
    let mut remarks = vec![wording::contested(case.is_contested())];
    if case.recalled {
        remarks.push(text!("precedent-recalled"));
    }
    ui.label(prose(remarks.join(" ")).color(tokens.secondary));
    let title = RichText::new(text!("precedent-sources", count = case.sources.len())).size(SMALL).color(tokens.secondary);
    let sources = CollapsingHeader::new(title).id_salt(("sources", &case.id)).show(ui, |ui| {
        for source in &case.sources {
            ui.label(RichText::new(&source.title).size(SMALL));
            if let Some(url) = &source.url {
                ui.label(RichText::new(url).size(SMALL).color(tokens.secondary));
            }
        }
    });
    // Several headers with the same words are told apart by what they are about.
    let name = || WidgetInfo::labeled(Role::DisclosureTriangle, true, text!("precedent-sources-of", name = case.name.clone()));
    sources.header_response.widget_info(name);
    show_focus(ui, &sources.header_response);
}

fn compared_ui(ui: &mut Ui, view: &View<'_>, likeness: &Likeness<'_>) {
    let (same, other): (Vec<&SharedFact>, Vec<&SharedFact>) =
        likeness.compared.iter().partition(|compared| compared.here == compared.there);
    let title = |ui: &mut Ui, title: String| {
        ui.add_space(2.0);
        ui.label(RichText::new(title).size(SMALL).color(view.tokens.caption));
    };
    if !other.is_empty() {
        title(ui, text!("precedent-other"));
        for compared in other {
            ui.label(wording::other_fact(view.catalogue(), compared));
        }
    }
    if !same.is_empty() {
        title(ui, text!("precedent-same"));
        let said: Vec<String> = same.into_iter().map(|compared| wording::same_fact(view.catalogue(), compared)).collect();
        ui.label(prose(said.join(" · ")).color(view.tokens.secondary));
    }
}
