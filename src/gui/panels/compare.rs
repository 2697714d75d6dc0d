//! Two to four profiles side by side: verdicts, scores, weights and requirements; and why the scores of two of them differ.
//!
//! How a gap is divided up is `assessment`'s.

use std::sync::Arc;

use egui::{RichText, ScrollArea, Ui, WidgetInfo, accesskit::Role};

use super::record::table_ui;
use crate::{
    assessment::{Assessment, ScoreChange, Side, compare_profiles},
    chart::{Total, Walk, WalkStep, plain, scene::Series, walk_scene},
    export::record::{Column, Line, Span, Table},
    gui::{
        action::Action,
        scene_view::scene_view,
        theme::{BODY, SECTION, SMALL, prose, strong},
        view::{ComparedProfile, View, ViewState, Zone},
        widgets::{link, segmented, show_focus},
    },
    model::Profile,
    session::Source,
    store, wording,
};

/// So many can be read side by side.
pub const MOST_COMPARED: usize = 4;
/// The causes that are listed for an alternative, the largest effect first.
const MOST_CAUSES: usize = 8;
/// The widest picture of a change, in points: wider, the eye loses the row.
const WIDEST: f32 = 760.0;

/// A profile as it is now: an open document as it stands, another as it was read.
fn current<'c>(view: &View<'c>, compared: &'c ComparedProfile) -> (&'c Profile, &'c Arc<Assessment>) {
    let open = view.session.documents().iter().find(|document| document.source == compared.source);
    open.map_or((&*compared.profile, &compared.assessment), |document| (document.profile(), document.assessment()))
}

pub fn compare_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    ui.add_space(8.0);
    // What is shown cannot be compared with itself.
    let compared: Vec<(usize, ComparedProfile)> =
        state.compared.iter().cloned().enumerate().filter(|(_, compared)| compared.source != view.document().source).collect();
    ui.horizontal_wrapped(|ui| chosen_ui(ui, view, state, &compared, actions));
    ui.add_space(8.0);
    if compared.is_empty() {
        ui.label(prose(text!("compare-nothing")).color(view.tokens.secondary));
        return;
    }
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 8.0);
        let all: Vec<(&Profile, &Arc<Assessment>)> = std::iter::once((view.profile(), view.assessment()))
            .chain(compared.iter().map(|(_, compared)| current(view, compared)))
            .collect();
        table_ui(ui, view, &side_by_side(&all));
        ui.add_space(14.0);
        why_ui(ui, view, state, &all);
        ui.add_space(20.0);
    });
}

/// Who is compared, each with a way out, and a way to add one.
fn chosen_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, compared: &[(usize, ComparedProfile)], actions: &mut Vec<Action>) {
    ui.label(strong(plain(&view.profile().name)));
    for (at, compared) in compared {
        let name = plain(&current(view, compared).0.name);
        ui.label(RichText::new(text!("compare-with")).color(view.tokens.caption));
        ui.label(strong(&name));
        let remove = link(ui, &text!("compare-remove"));
        remove.widget_info(|| WidgetInfo::labeled(Role::Link, true, text!("compare-remove-named", name = name.clone())));
        if remove.clicked() {
            actions.push(Action::StopComparing(*at));
        }
    }
    if compared.len() + 1 >= MOST_COMPARED {
        return;
    }
    let is_taken = |source: &Source| *source == view.document().source || compared.iter().any(|(_, compared)| compared.source == *source);
    let menu = ui.menu_button(text!("compare-add"), |ui| {
        ui.set_min_width(240.0);
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for (source, name) in other_profiles(view).into_iter().filter(|(source, _)| !is_taken(source)) {
                if ui.button(name).clicked() {
                    actions.push(Action::Compare(source));
                    ui.close();
                }
            }
        });
    });
    if state.focus.take_if(|zone| *zone == Zone::Work).is_some() {
        menu.response.request_focus();
    }
    show_focus(ui, &menu.response);
}

/// The profiles that can be chosen beside the shown one: one's own, what is open besides, and the examples.
pub fn other_profiles(view: &View<'_>) -> Vec<(Source, String)> {
    let own = view.library.entries().iter().filter_map(|entry| {
        let name = entry.name.as_ref().ok()?;
        Some((Source::File(entry.path.clone()), plain(name)))
    });
    let mut found: Vec<(Source, String)> = own.collect();
    for document in view.session.documents().iter().filter(|document| document.source != Source::New) {
        if !found.iter().any(|(source, _)| *source == document.source) {
            found.push((document.source.clone(), plain(&document.profile().name)));
        }
    }
    for example in store::examples() {
        let source = Source::Example(example.id.clone());
        if !found.iter().any(|(known, _)| *known == source) {
            found.push((source, text!("menu-example", name = plain(&example.profile.name))));
        }
    }
    found
}

fn words(text: impl Into<String>) -> Line {
    vec![Span::Text(text.into())]
}

/// Verdict, scores, requirements and the weights of groups, one column a profile.
fn side_by_side(all: &[(&Profile, &Arc<Assessment>)]) -> Table {
    let column = |name: String| Column { name, is_number: false };
    let columns =
        std::iter::once(column(String::new())).chain(all.iter().map(|(profile, _)| column(plain(&profile.name)))).collect::<Vec<_>>();
    let row = |name: String, say: &dyn Fn(&Assessment) -> String| -> Vec<Line> {
        std::iter::once(vec![Span::Strong(name)]).chain(all.iter().map(|(_, assessment)| words(say(assessment)))).collect()
    };
    // What the result is made of may be told of a sealed profile, the result itself may not.
    let result = |name: String, say: &dyn Fn(&Assessment) -> String| -> Vec<Line> {
        let said = all.iter().map(|(profile, assessment)| words(if profile.sealed { text!("sealed-short") } else { say(assessment) }));
        std::iter::once(vec![Span::Strong(name)]).chain(said).collect()
    };
    let mut rows = vec![result(text!("compare-verdict"), &|assessment| plain(&wording::headline_line(assessment)))];
    let mut named: Vec<(String, String)> = Vec::new();
    for alternative in all.iter().flat_map(|(_, assessment)| &assessment.alternatives) {
        if !named.iter().any(|(id, _)| *id == alternative.id) {
            named.push((alternative.id.clone(), plain(&alternative.name)));
        }
    }
    for (id, name) in &named {
        rows.push(result(text!("compare-score", name = name.clone()), &|assessment| {
            let Some(i) = assessment.alternative(id) else { return text!("diff-none") };
            let alternative = &assessment.alternatives[i];
            let (score, range) = (wording::score(alternative.score), wording::range(alternative.low, alternative.high));
            if alternative.is_eligible() {
                text!("compare-score-is", score = score, range = range)
            } else {
                text!("compare-score-out", score = score)
            }
        }));
    }
    rows.push(row(text!("compare-requirements"), &|assessment| {
        let on: Vec<String> = assessment.requirements.iter().filter(|outcome| outcome.is_on).map(|outcome| plain(&outcome.name)).collect();
        if on.is_empty() { text!("diff-none") } else { on.join("; ") }
    }));
    let mut groups: Vec<(String, String)> = Vec::new();
    for group in all.iter().flat_map(|(_, assessment)| &assessment.groups) {
        if !groups.iter().any(|(id, _)| *id == group.id) {
            groups.push((group.id.clone(), plain(&group.name)));
        }
    }
    for (id, name) in &groups {
        rows.push(row(text!("compare-weight", name = name.clone()), &|assessment| {
            assessment
                .groups
                .iter()
                .find(|group| group.id == *id)
                .map_or_else(|| text!("diff-none"), |group| wording::percent(group.weight))
        }));
    }
    Table { caption: text!("compare-title"), columns, rows }
}

fn side<'a>(view: &View<'a>, (profile, assessment): (&'a Profile, &'a Arc<Assessment>)) -> Side<'a> {
    Side { catalogue: view.catalogue(), profile, assessment }
}

/// Why the scores of the shown profile and of one other differ.
fn why_ui<'a>(ui: &mut Ui, view: &View<'a>, state: &mut ViewState, all: &[(&'a Profile, &'a Arc<Assessment>)]) {
    let tokens = view.tokens;
    let others = &all[1..];
    state.compared_with = state.compared_with.min(others.len() - 1);
    ui.label(
        strong(text!("compare-why", first = plain(&all[0].0.name), second = plain(&others[state.compared_with].0.name))).size(SECTION),
    );
    if others.len() > 1 {
        let options: Vec<(usize, String)> = others.iter().enumerate().map(|(at, (profile, _))| (at, plain(&profile.name))).collect();
        if let Some(at) = segmented(ui, &text!("compare-explain"), state.compared_with, &options) {
            state.compared_with = at;
        }
    }
    let (a, b) = (side(view, all[0]), side(view, others[state.compared_with]));
    if b.profile.sealed {
        ui.label(prose(text!("compare-sealed", name = plain(&b.profile.name))).color(tokens.secondary));
        return;
    }
    let found = compare_profiles(a, b);
    ui.label(prose(plain(&wording::verdict_change(a, b))).color(tokens.secondary));
    if found.differences.is_empty() {
        ui.label(prose(text!("cli-diff-same")).color(tokens.secondary));
        return;
    }
    for change in &found.scores {
        change_ui(ui, view, a, b, change);
    }
    ui.add_space(12.0);
    ui.label(strong(text!("cli-diff-what")).size(BODY + 1.0));
    let column = |name: String| Column { name, is_number: false };
    let columns = vec![column(String::new()), column(plain(&a.profile.name)), column(plain(&b.profile.name))];
    let rows = found.differences.iter().map(|difference| {
        let said = wording::difference(a, b, difference);
        std::iter::once(vec![Span::Strong(plain(&said.what))]).chain(said.sides.iter().map(|side| words(plain(side)))).collect()
    });
    table_ui(ui, view, &Table { caption: text!("cli-diff-what"), columns, rows: rows.collect() });
}

/// One alternative's way from its score here to its score there, cause by cause.
fn change_ui(ui: &mut Ui, view: &View<'_>, a: Side<'_>, b: Side<'_>, change: &ScoreChange) {
    let tokens = view.tokens;
    ui.add_space(10.0);
    let (from, to, by) = (wording::score(change.scores[0]), wording::score(change.scores[1]), wording::signed_score(change.gap()));
    let title = text!("compare-change", name = plain(&change.name), from = from, to = to, by = by);
    ui.label(strong(&title).size(BODY + 1.0));
    if change.causes.is_empty() {
        ui.label(RichText::new(text!("cli-diff-same")).color(tokens.secondary));
        return;
    }
    let total = |side: Side<'_>, value: f64| Total { label: plain(&side.profile.name), value, series: 0 };
    let steps = change.causes.iter().map(|(cause, by)| WalkStep {
        label: plain(&wording::cause_name(a, b, cause)),
        by: *by,
        remark: plain(&wording::cause(a, b, cause)),
    });
    let mut steps: Vec<WalkStep> = steps.collect();
    if steps.len() > MOST_CAUSES {
        let rest = steps.split_off(MOST_CAUSES - 1);
        let names: Vec<String> = rest.iter().map(|step| step.label.clone()).collect();
        let by = rest.iter().map(|step| step.by).sum();
        steps.push(WalkStep { label: text!("cli-diff-rest"), by, remark: wording::list(&names) });
    }
    let walk = Walk { from: total(a, change.scores[0]), steps, to: total(b, change.scores[1]) };
    let slot = a.assessment.alternatives[change.places[0]].slot;
    let alternative = Series { name: plain(&change.name), slot };
    let width = (ui.available_width() - 4.0).min(WIDEST);
    scene_view(ui, &format!("compare {}", change.id), &walk_scene(title, alternative, &walk, f64::from(width)));
    ui.label(RichText::new(text!("compare-sum")).size(SMALL).color(tokens.caption));
}
