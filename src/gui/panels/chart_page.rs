//! A page with one chart: large, or as a table of the same numbers, with what can be chosen about it.
//!
//! What stands over every page is [`super::analyse_ui`]'s.

use egui::{RichText, ScrollArea, Ui, vec2};
use egui_extras::{Column, TableBuilder};

use super::{against_ui, why_not_ui};
use crate::{
    chart::{self, Axes, ChartKind, ChartOptions, Layout, Scene, plain, scene::Cell},
    gui::{
        action::Action,
        scene_view::scene_view,
        theme::{SMALL, strong},
        view::{View, ViewState, Zone},
        widgets::{button, segmented, show_focus},
    },
    model::{Edit, Id},
    session::Command,
};

pub fn chart_page_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, kind: ChartKind, actions: &mut Vec<Action>) {
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| controls_ui(ui, view, state, kind, actions));
    ui.add_space(8.0);
    if kind == ChartKind::Waterfall {
        why_not_ui(ui, view, state);
    }
    // What the heading leaves, less one line for the note.
    let size = vec2(ui.available_width(), (ui.available_height() - 30.0).max(220.0));
    let options = options(state, ChartOptions::for_window(f64::from(size.x), f64::from(size.y)));
    let scene = state.wide_scene.get(view, kind, &options);
    if state.as_table {
        table_ui(ui, view, &scene);
    } else {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            let picture = scene_view(ui, "analyse", &scene);
            if state.focus.take_if(|zone| *zone == Zone::Work).is_some() {
                picture.request_focus();
            }
            let note = chart::around(kind, view.subject()).note;
            ui.label(RichText::new(note).size(SMALL).color(view.tokens.caption));
        });
    }
}

/// The chart as it is set up now, with the heading that a file needs. Width and height are in points.
pub fn shown_chart(view: &View<'_>, state: &ViewState, width: f64, height: f64) -> Scene {
    let options = options(state, ChartOptions { width, height, ..ChartOptions::default() });
    chart::draw(state.page.chart(), view.subject(), &options)
}

/// What was chosen over the chart.
fn options(state: &ViewState, options: ChartOptions) -> ChartOptions {
    ChartOptions {
        axes: state.axes,
        layout: state.layout,
        about: state.about,
        against: state.against,
        highlight: state.highlight,
        ..options
    }
}

fn controls_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, kind: ChartKind, actions: &mut Vec<Action>) {
    let shown = [(false, text!("analyse-chart")), (true, text!("analyse-table"))];
    if let Some(as_table) = segmented(ui, &text!("analyse-show"), state.as_table, &shown) {
        state.as_table = as_table;
    }
    if matches!(kind, ChartKind::Radar | ChartKind::Parallel) {
        let axes = [(Axes::Groups, text!("analyse-groups")), (Axes::Criteria, text!("analyse-criteria"))];
        if let Some(axes) = segmented(ui, &text!("analyse-axes"), state.axes, &axes) {
            state.axes = axes;
        }
    }
    if kind == ChartKind::Radar {
        let layouts = [(Layout::Together, text!("analyse-together")), (Layout::SideBySide, text!("analyse-side-by-side"))];
        if let Some(layout) = segmented(ui, &text!("analyse-layout"), state.layout, &layouts) {
            state.layout = layout;
        }
    }
    if let Some(axes) = ordered_axes(kind, state.axes) {
        order_ui(ui, view, kind, axes, actions);
    }
    if kind == ChartKind::Waterfall {
        against_ui(ui, view, state);
    }
    if kind == ChartKind::Crossover {
        about_ui(ui, view, state);
    }
    highlight_ui(ui, view, state);
    let export = button(ui, &text!("analyse-export")).on_hover_text(Command::ExportChart.tooltip());
    // A table has nothing in it that takes the keyboard; a chart takes it itself.
    if state.as_table && state.focus.take_if(|zone| *zone == Zone::Work).is_some() {
        export.request_focus();
    }
    if export.clicked() {
        actions.push(Action::Command(Command::ExportChart));
    }
}

/// What a chart's rows or axes are, where they stand in the profile's order.
fn ordered_axes(kind: ChartKind, chosen: Axes) -> Option<Axes> {
    match kind {
        ChartKind::Radar | ChartKind::Parallel => Some(chosen),
        ChartKind::Coverage => Some(Axes::Criteria),
        _ => None,
    }
}

/// Groups or criteria as ids and names, in the profile's order, then the catalogue's.
fn axis_order(view: &View<'_>, axes: Axes) -> Vec<(Id, String)> {
    let assessment = view.assessment();
    let mut order: Vec<(Id, String)> = match axes {
        Axes::Groups => assessment.groups.iter().map(|group| (group.id.clone(), plain(&group.name))).collect(),
        Axes::Criteria => assessment.criteria.iter().map(|criterion| (criterion.id.clone(), plain(&criterion.name))).collect(),
    };
    let known = &view.profile().axis_order;
    order.sort_by_key(|(id, _)| known.iter().position(|axis| axis == id).unwrap_or(usize::MAX));
    order
}

/// The group over whose weight the crossover is drawn.
fn about_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    let assessment = view.assessment();
    let nearest = chart::nearest_group(assessment);
    let name = |g: usize| assessment.groups.get(g).map_or_else(String::new, |group| plain(&group.name));
    let shown = text!("analyse-about", group = name(state.about.filter(|g| *g < assessment.groups.len()).unwrap_or(nearest)));
    let response = ui.menu_button(shown, |ui| {
        if ui.selectable_label(state.about.is_none(), text!("analyse-about-nearest", group = name(nearest))).clicked() {
            state.about = None;
            ui.close();
        }
        ui.separator();
        for g in 0..assessment.groups.len() {
            if ui.selectable_label(state.about == Some(g), name(g)).clicked() {
                state.about = Some(g);
                ui.close();
            }
        }
    });
    show_focus(ui, &response.response);
}

/// One alternative strong, the others faded.
fn highlight_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    let assessment = view.assessment();
    let name = |highlight: Option<usize>| {
        highlight.and_then(|i| assessment.alternatives.get(i)).map_or_else(|| text!("analyse-highlight-none"), |a| plain(&a.name))
    };
    let shown = text!("analyse-highlight", name = name(state.highlight));
    let response = ui.menu_button(shown, |ui| {
        for option in std::iter::once(None).chain((0..assessment.alternatives.len()).map(Some)) {
            if ui.selectable_label(state.highlight == option, name(option)).clicked() {
                state.highlight = option;
                ui.close();
            }
        }
    });
    show_focus(ui, &response.response);
}

/// The order of the axes, moved one by one; it is kept in the profile.
fn order_ui(ui: &mut Ui, view: &View<'_>, kind: ChartKind, axes: Axes, actions: &mut Vec<Action>) {
    // Only the radar's axes look like axes; elsewhere they are rows.
    let name = if kind == ChartKind::Radar { text!("analyse-order") } else { text!("analyse-order-rows") };
    let response = ui.menu_button(name, |ui| {
        ui.set_min_width(240.0);
        let axes = axis_order(view, axes);
        for (place, (_, name)) in axes.iter().enumerate() {
            ui.horizontal(|ui| {
                ui.label(name);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    for (other, label) in [(place.checked_add(1).filter(|other| *other < axes.len()), "↓"), (place.checked_sub(1), "↑")]
                    {
                        let direction = if label == "↑" {
                            text!("analyse-order-up", name = name.clone())
                        } else {
                            text!("analyse-order-down", name = name.clone())
                        };
                        let response = ui.add_enabled(other.is_some(), egui::Button::new(label)).accessible_name(direction);
                        if let (true, Some(other)) = (response.clicked(), other) {
                            let mut ids: Vec<Id> = axes.iter().map(|(id, _)| id.clone()).collect();
                            ids.swap(place, other);
                            let others = view.profile().axis_order.iter().filter(|known| !ids.contains(known)).cloned();
                            let order: Vec<Id> = ids.iter().cloned().chain(others).collect();
                            actions.push(Action::Edit(Edit::AxisOrder(order)));
                            actions.push(Action::Seal);
                        }
                    }
                });
            });
        }
        ui.separator();
        if ui.add_enabled(!view.profile().axis_order.is_empty(), egui::Button::new(text!("analyse-order-reset"))).clicked() {
            actions.push(Action::Edit(Edit::AxisOrder(Vec::new())));
            actions.push(Action::Seal);
            ui.close();
        }
    });
    show_focus(ui, &response.response);
}

/// The chart's numbers in rows and columns.
fn table_ui(ui: &mut Ui, view: &View<'_>, scene: &Scene) {
    let table = &scene.table;
    let tokens = view.tokens;
    ScrollArea::horizontal().show(ui, |ui| {
        TableBuilder::new(ui)
            .id_salt("numbers")
            .striped(false)
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .columns(Column::auto().at_least(110.0), table.columns.len().saturating_sub(1))
            .column(Column::remainder().at_least(90.0))
            .header(30.0, |mut header| {
                for name in &table.columns {
                    header.col(|ui| {
                        ui.label(RichText::new(plain(name)).color(tokens.secondary));
                    });
                }
            })
            .body(|body| {
                body.rows(30.0, table.rows.len(), |mut row| {
                    for cell in &table.rows[row.index()] {
                        row.col(|ui| {
                            let text = plain(&cell.to_string());
                            ui.label(if matches!(cell, Cell::Text(_)) { strong(text) } else { RichText::new(text) });
                            ui.add_space(24.0);
                        });
                    }
                });
            });
    });
}
