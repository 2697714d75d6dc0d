//! The voices of a profile: each person's weights to be set and sealed, and what all of them come to together.
//!
//! What they come to is `assessment`'s; adding, revealing and adopting take effect in `gui/voices.rs`.

use egui::{ScrollArea, Ui};

use super::{
    points::{Weighed, points_ui},
    record::table_ui,
    sealed::sealed_ui,
};
use crate::{
    assessment::{Assessment, Voices, voices},
    chart::{font as metrics, plain, scene::Weight},
    export::record::{Column, Line, Span, Table},
    gui::{
        action::Action,
        theme::{BODY, SECTION, prose, strong},
        view::{ShownVoice, View, ViewState, Zone},
        widgets::{PROSE_WIDTH, button, chip, heading, primary, scroll_by_keys, show_focus},
    },
    model::{Edit, Voice},
    session::Command,
    wording,
};

/// The widest that rows and tables get: further apart, a name and its numbers no longer belong together.
const WIDEST: f32 = 820.0;
/// So many alternatives have a column for their scores.
const MOST_SCORES: usize = 6;
/// So many criteria are listed, the widest apart first.
const MOST_DISAGREEMENTS: usize = 6;
/// The room for the names in the table of scores, and for each column of it.
const NAMES: f32 = 200.0;
const SCORE: f32 = 72.0;
/// The widest that a person's name gets where one is chosen.
const WIDEST_NAME: f64 = 180.0;

pub fn voices_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let everybody = &view.profile().voices;
    let shown = state.voice.take().filter(|shown| everybody.iter().any(|voice| voice.name == shown.name));
    state.voice = shown;
    ui.add_space(10.0);
    if everybody.is_empty() {
        return nobody_ui(ui, view, state, actions);
    }
    ui.horizontal_wrapped(|ui| people_ui(ui, state, everybody, actions));
    ui.add_space(10.0);
    // Taken out while it is shown, so that the rows may change what else is chosen.
    let Some(mut shown) = state.voice.take() else { return together_ui(ui, view, state, actions) };
    if let Some(voice) = everybody.iter().find(|voice| voice.name == shown.name) {
        ui.scope(|ui| {
            ui.set_max_width(WIDEST.min(ui.available_width()));
            voice_ui(ui, view, state, voice, &mut shown, actions);
        });
    }
    state.voice = Some(shown);
}

fn nobody_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    ui.scope(|ui| {
        ui.set_max_width(PROSE_WIDTH.min(ui.available_width()));
        ui.label(prose(text!("voices-nobody")));
        ui.add_space(6.0);
        ui.label(prose(text!("voices-nobody-merge")).color(view.tokens.secondary));
    });
    ui.add_space(10.0);
    let add = primary(ui, &Command::AddVoice.name());
    if state.focus.take_if(|zone| *zone == Zone::Work).is_some() {
        add.request_focus();
    }
    if add.clicked() {
        actions.push(Action::Command(Command::AddVoice));
    }
}

/// All together or one of them, and one more.
fn people_ui(ui: &mut Ui, state: &mut ViewState, everybody: &[Voice], actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing = egui::vec2(8.0, 6.0);
    let together = text!("voices-together-tab");
    let all = chip(ui, &together, &text!("voices-show", name = together.clone()), state.voice.is_none(), false);
    if state.voice.is_none() && state.focus.take_if(|zone| *zone == Zone::Work).is_some() {
        all.request_focus();
    }
    if all.clicked() {
        state.voice = None;
    }
    for voice in everybody {
        let name = metrics::fit(&plain(&voice.name), f64::from(BODY), Weight::SemiBold, WIDEST_NAME);
        let label = if voice.sealed { text!("voices-name-sealed", name = name.clone()) } else { name };
        let is_shown = state.voice.as_ref().is_some_and(|shown| shown.name == voice.name);
        let said = text!("voices-show", name = plain(&voice.name));
        if chip(ui, &label, &said, is_shown, voice.sealed).on_hover_text(plain(&voice.name)).clicked() {
            state.voice = Some(ShownVoice::new(voice.name.clone()));
        }
    }
    if button(ui, &Command::AddVoice.name()).on_hover_text(Command::AddVoice.tooltip()).clicked() {
        actions.push(Action::Command(Command::AddVoice));
    }
}

/// One person's weights.
fn voice_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, voice: &Voice, shown: &mut ShownVoice, actions: &mut Vec<Action>) {
    let name = plain(&voice.name);
    let set = |voice: Option<Voice>| Action::Edit(Edit::Voice { name: shown.name.clone(), voice });
    let assessment = shown.alone.get(view, || crate::assessment::alone(view.catalogue(), view.profile(), voice));
    let said = match assessment.leader() {
        _ if voice.sealed => text!("voices-is-sealed", name = name.clone()),
        _ if view.is_sealed() => text!("sealed-title"),
        Some(leader) => {
            text!("voices-leads-for", name = name.clone(), leader = plain(&leader.name), score = wording::score(leader.score))
        }
        None => text!("voices-none-qualifies"),
    };
    ui.label(strong(said).size(SECTION));
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let mut is_sealed = voice.sealed;
        let switch = ui
            .scope(|ui| {
                // What can be acted on has an edge that can be seen.
                ui.visuals_mut().widgets.inactive.bg_stroke.color = view.tokens.edge;
                ui.checkbox(&mut is_sealed, text!("voices-seal"))
            })
            .inner;
        show_focus(ui, &switch);
        if switch.on_hover_text(text!("voices-seal-tip")).changed() {
            actions.push(set(Some(Voice { sealed: is_sealed, ..voice.clone() })));
            actions.push(Action::Seal);
        }
        if button(ui, &text!("voices-rename")).clicked() {
            actions.push(Action::AskVoiceName(voice.name.clone()));
        }
        if button(ui, &text!("voices-remove")).on_hover_text(text!("voices-remove-tip", name = name.clone())).clicked() {
            actions.push(set(None));
            actions.push(Action::Seal);
        }
    });
    ui.add_space(6.0);
    if voice.sealed {
        ui.label(prose(text!("voices-sealed-explain")).color(view.tokens.secondary));
        return;
    }
    let weighed = Weighed { assessment: &assessment, voice: Some(&voice.name) };
    ui.push_id(&voice.name, |ui| points_ui(ui, view, state, weighed, actions, |ui, _| ui.add_space(16.0)));
}

/// What all come to together.
fn together_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    if view.is_sealed() {
        return sealed_ui(ui, view, state, actions);
    }
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        scroll_by_keys(ui);
        ui.set_max_width(WIDEST.min(ui.available_width() - 8.0));
        let sealed = view.profile().voices.iter().filter(|voice| voice.sealed).count();
        if sealed > 0 {
            return waiting_ui(ui, view, sealed, actions);
        }
        let heard = state.heard.get(view, || voices(view.catalogue(), view.profile(), view.assessment()));
        match &*heard {
            Some(heard) => heard_ui(ui, view, heard, actions),
            None => drop(ui.label(prose(text!("voices-none-qualifies")).color(view.tokens.secondary))),
        }
        ui.add_space(20.0);
    });
}

/// Some are still sealed: nothing is told of anybody.
fn waiting_ui(ui: &mut Ui, view: &View<'_>, sealed: usize, actions: &mut Vec<Action>) {
    let everybody = &view.profile().voices;
    ui.label(strong(text!("voices-waiting", sealed = sealed.to_string(), all = everybody.len().to_string())).size(SECTION));
    ui.add_space(4.0);
    let open: Vec<String> = everybody.iter().filter(|voice| !voice.sealed).map(|voice| plain(&voice.name)).collect();
    let words =
        if open.is_empty() { text!("voices-all-in") } else { text!("voices-not-in", names = wording::list(&open), count = open.len()) };
    ui.label(prose(words).color(view.tokens.secondary));
    ui.add_space(10.0);
    let reveal = if open.is_empty() { primary } else { button };
    if reveal(ui, &Command::RevealVoices.name()).on_hover_text(Command::RevealVoices.tooltip()).clicked() {
        actions.push(Action::Command(Command::RevealVoices));
    }
}

fn heard_ui(ui: &mut Ui, view: &View<'_>, heard: &Voices, actions: &mut Vec<Action>) {
    let assessment = view.assessment();
    let said = wording::voices_apart(assessment, heard);
    heading(ui, &text!("voices-who"));
    ui.label(prose(plain(&said.together))).on_hover_text(text!("voices-borda-tip"));
    ui.add_space(2.0);
    let table = who_leads(assessment, heard);
    ui.scope(|ui| {
        ui.set_max_width((NAMES + SCORE * table.columns.len() as f32).min(ui.available_width()));
        table_ui(ui, view, &table);
    });
    if button(ui, &Command::AdoptMean.name()).on_hover_text(Command::AdoptMean.tooltip()).clicked() {
        actions.push(Action::Command(Command::AdoptMean));
    }
    ui.add_space(16.0);
    heading(ui, &text!("voices-agreement"));
    ui.label(prose(plain(&said.consensus)));
    if let Some(concordance) = &said.concordance {
        ui.label(prose(plain(concordance))).on_hover_text(text!("voices-concordance-tip"));
    }
    if let Some(hottest) = &said.hottest {
        ui.add_space(16.0);
        heading(ui, &text!("voices-differ"));
        ui.label(prose(plain(hottest)));
        ui.add_space(2.0);
        table_ui(ui, view, &apart(assessment, heard));
    }
}

fn column(name: String, is_number: bool) -> Column {
    Column { name, is_number }
}

fn words(text: impl Into<String>) -> Line {
    vec![Span::Text(text.into())]
}

/// One row a voice, then the mean of the weights and the places; the leader's number strong.
fn who_leads(assessment: &Assessment, heard: &Voices) -> Table {
    let name = |i: usize| plain(&assessment.alternatives[i].name);
    let scored: Vec<usize> = assessment.ranking.iter().copied().filter(|&i| heard.mean_scores[i].is_some()).take(MOST_SCORES).collect();
    let mut columns = vec![column(text!("record-column-voice"), false), column(text!("record-column-leads-for"), false)];
    columns.extend(scored.iter().map(|&i| column(name(i), true)));
    let row = |who: Line, leaders: &[usize], say: &dyn Fn(usize) -> String| -> Vec<Line> {
        let number = |i: &usize| if leaders.contains(i) { vec![Span::Strong(say(*i))] } else { words(say(*i)) };
        let leads = wording::list(&leaders.iter().map(|&i| name(i)).collect::<Vec<_>>());
        [who, words(leads)].into_iter().chain(scored.iter().map(number)).collect()
    };
    let score = |values: &[Option<f64>], i: usize| values[i].map(wording::score).unwrap_or_default();
    let opinions = heard.opinions.iter().map(|opinion| row(words(plain(&opinion.name)), &[opinion.leader], &|i| score(&opinion.scores, i)));
    let mean = row(vec![Span::Strong(text!("voices-mean"))], &[heard.leader_by_mean], &|i| score(&heard.mean_scores, i));
    let ranks = row(vec![Span::Strong(text!("voices-borda"))], &heard.leaders_by_ranks, &|i| {
        heard.borda[i].map(wording::points).unwrap_or_default()
    });
    Table { caption: text!("record-voices-caption"), columns, rows: opinions.chain([mean, ranks]).collect() }
}

/// The criteria that the voices weigh most differently, who gives least and most, and whether the leader depends on it.
fn apart(assessment: &Assessment, heard: &Voices) -> Table {
    let columns =
        [text!("voices-column-criterion"), text!("voices-column-least"), text!("voices-column-most"), text!("voices-column-turns")];
    let name = |i: usize| plain(&assessment.alternatives[i].name);
    let differing = heard.disagreements.iter().filter(|found| found.highest > found.lowest).take(MOST_DISAGREEMENTS);
    let rows = differing.map(|found| {
        let by = |share: f64| {
            let who = heard.opinions.iter().find(|opinion| opinion.weights[found.criterion] == share);
            text!("voices-share-by", share = wording::percent(share), name = who.map(|who| plain(&who.name)).unwrap_or_default())
        };
        let turns = if found.matters {
            text!("voices-turns", lowest = name(found.leader_at_lowest), highest = name(found.leader_at_highest))
        } else {
            text!("voices-turns-nothing")
        };
        vec![
            vec![Span::Strong(plain(&assessment.criteria[found.criterion].name))],
            words(by(found.lowest)),
            words(by(found.highest)),
            words(turns),
        ]
    });
    Table { caption: text!("voices-differ"), columns: columns.map(|name| column(name, false)).into(), rows: rows.collect() }
}
