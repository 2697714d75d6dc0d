//! The library at the left: one's own profiles, what is open and unsaved, and the shipped examples.

use egui::{RichText, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::{
    chart::{font, plain, scene::Weight},
    gui::{
        action::Action,
        theme::{BODY, RADIUS, SMALL, font as font_of, strong, strong_font},
        view::{View, ViewState, Zone},
        widgets::{link, show_focus},
    },
    session::{Command, Source},
    store,
};

const ROW: f32 = 29.0;

pub fn library_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let search = TextEdit::singleline(&mut state.search)
        .hint_text(text!("library-search"))
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(10, 7));
    let response = ui.add(search).accessible_name(text!("library-search"));
    if matches!(state.focus, Some(Zone::Search | Zone::Library)) {
        response.request_focus();
        state.focus = None;
    }
    ui.add_space(8.0);
    let wanted = state.search.trim().to_lowercase();
    let matches = |name: &str| wanted.is_empty() || name.to_lowercase().contains(&wanted);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let mut shown = 0;
        let own = own_rows(view);
        if !own.is_empty() {
            heading_ui(ui, view, &text!("library-mine"));
            for row in own.iter().filter(|row| matches(&row.name)) {
                row_ui(ui, view, row, actions);
                shown += 1;
            }
            ui.add_space(8.0);
        }
        heading_ui(ui, view, &text!("library-examples"));
        for row in example_rows(view).iter().filter(|row| matches(&row.name)) {
            row_ui(ui, view, row, actions);
            shown += 1;
        }
        if shown == 0 {
            ui.add_space(6.0);
            ui.label(
                RichText::new(text!("library-nothing-found", search = state.search.trim().to_owned()))
                    .size(SMALL)
                    .color(view.tokens.secondary),
            );
        }
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            if link(ui, &Command::NewProfile.name()).on_hover_text(Command::NewProfile.tooltip()).clicked() {
                actions.push(Action::Command(Command::NewProfile));
            }
        });
        if let Some(warning) = view.library.warning() {
            ui.add_space(12.0);
            ui.label(RichText::new(warning).size(SMALL).color(view.tokens.notice));
        }
    });
}

fn heading_ui(ui: &mut Ui, view: &View<'_>, name: &str) {
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        ui.label(strong(name).size(SMALL).color(view.tokens.secondary));
    });
    ui.add_space(6.0);
}

/// One line of the list.
struct Row {
    name: String,
    source: Source,
    /// Position among the open documents, if it is one.
    open: Option<usize>,
    is_unsaved: bool,
    /// Why the file cannot be read, if it cannot.
    error: Option<String>,
}

/// Open documents that are not examples untouched, then the files of the library.
fn own_rows(view: &View<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    let documents = view.session.documents();
    for (index, document) in documents.iter().enumerate() {
        let is_listed_below = match &document.source {
            Source::Example(_) => true,
            Source::File(path) => view.library.entries().iter().any(|entry| entry.path == *path),
            Source::New => false,
        };
        if !is_listed_below {
            let profile = document.profile();
            rows.push(Row {
                name: profile.name.clone(),
                source: document.source.clone(),
                open: Some(index),
                is_unsaved: document.is_unsaved(),
                error: None,
            });
        }
    }
    for entry in view.library.entries() {
        let source = Source::File(entry.path.clone());
        let open = view.session.find(&source);
        let document = open.map(|index| &documents[index]);
        rows.push(Row {
            name: document.map_or_else(|| entry.name.as_ref().unwrap_or(&entry.id).clone(), |document| document.profile().name.clone()),
            is_unsaved: document.is_some_and(|document| document.is_unsaved()),
            error: entry.name.as_ref().err().cloned(),
            open,
            source,
        });
    }
    rows
}

fn example_rows(view: &View<'_>) -> Vec<Row> {
    let examples = store::examples().iter().map(|example| {
        let source = Source::Example(example.id.clone());
        let open = view.session.find(&source);
        let document = open.map(|index| &view.session.documents()[index]);
        Row {
            name: document.map_or(&example.profile.name, |document| &document.profile().name).clone(),
            is_unsaved: document.is_some_and(|document| document.is_unsaved()),
            error: None,
            open,
            source,
        }
    });
    examples.collect()
}

fn row_ui(ui: &mut Ui, view: &View<'_>, row: &Row, actions: &mut Vec<Action>) {
    let tokens = view.tokens;
    let is_current = row.open == Some(view.session.current_index());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let name = plain(&row.name);
    let label = if row.is_unsaved { text!("library-row-unsaved", name = name.clone()) } else { name.clone() };
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_current, &label));
    if ui.is_rect_visible(rect) {
        if is_current {
            ui.painter().rect_filled(rect, RADIUS, tokens.accent_ground);
        } else if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, RADIUS, tokens.line.gamma_multiply(0.5));
        }
        let (used, weight) = if is_current { (strong_font(BODY), Weight::SemiBold) } else { (font_of(BODY), Weight::Regular) };
        let room = rect.width() - 16.0 - if row.is_unsaved { 22.0 } else { 0.0 };
        let fitted = font::fit(&name, f64::from(BODY), weight, f64::from(room));
        let ink = if row.error.is_some() { tokens.notice } else { tokens.text };
        let galley = ui.painter().layout_no_wrap(fitted, used, ink);
        ui.painter().galley(pos2(rect.min.x + 8.0, rect.center().y - galley.size().y / 2.0), galley, ink);
        if row.is_unsaved {
            ui.painter().circle_filled(pos2(rect.max.x - 14.0, rect.center().y), 5.0, tokens.accent);
        }
    }
    show_focus(ui, &response);
    if response.clicked() {
        actions.push(row.open.map_or_else(|| Action::Open(row.source.clone()), Action::Show));
    }
    row_menu_ui(ui, row, &response, actions);
    if let Some(error) = &row.error {
        response.on_hover_text(error);
    } else {
        response.on_hover_text(name);
    }
}

/// What can be done with a profile without opening it: by right click, the menu key, or Delete and F2.
fn row_menu_ui(ui: &Ui, row: &Row, response: &egui::Response, actions: &mut Vec<Action>) {
    let Source::File(path) = &row.source else { return };
    if response.has_focus() && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Delete)) {
        actions.push(Action::Delete(path.clone()));
    }
    response.context_menu(|ui| {
        if ui.button(text!("library-open")).clicked() {
            actions.push(Action::Open(row.source.clone()));
            ui.close();
        }
        if ui.button(text!("library-rename")).clicked() {
            actions.push(Action::Open(row.source.clone()));
            actions.push(Action::Command(Command::EditContext));
            ui.close();
        }
        if ui.button(text!("library-duplicate")).clicked() {
            actions.push(Action::Open(row.source.clone()));
            actions.push(Action::Command(Command::Duplicate));
            ui.close();
        }
        if ui.button(text!("library-delete")).clicked() {
            actions.push(Action::Delete(path.clone()));
            ui.close();
        }
    });
}
