//! The record as it will be read: its contents at the left, the document on a page.
//!
//! What it says is `export`'s; what it still lacks is filled in beside it.

use egui::{
    Align, Color32, Frame, Label, Margin, Rect, RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2,
    text::LayoutJob, vec2,
};

use crate::{
    assessment::{Missing, missing},
    chart::{font as metrics, scene::Weight},
    export::record::{Block, Column, Line, Section, Span, Table, column_widths},
    gui::{
        action::Action,
        scene_view::scene_view,
        theme::{BODY, RADIUS, SECTION, SMALL, TITLE, font, strong, strong_font},
        view::{Cell, View, ViewState, Zone},
        widgets::{link, show_focus},
    },
    session::Command,
    wording,
};

/// The widest page in points, and the air at its edges.
const PAGE: f32 = 660.0;
const EDGE: f32 = 52.0;
const NARROW_EDGE: f32 = 20.0;
/// The height of a line of prose.
const LEADING: f32 = 19.0;
/// Between two columns.
const GUTTER: f32 = 14.0;
/// Sections that the list of contents leaves out: there is one for each option.
const OPTION: &str = "option-";

pub fn contents_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    // What a record still lacks may depend on who leads.
    if view.is_sealed() {
        if state.focus == Some(Zone::Library) {
            state.focus = Some(Zone::Work);
        }
        return;
    }
    let record = state.record.get(view, state.page_width);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        heading_ui(ui, view, &text!("record-contents"));
        for section in record.sections.iter().filter(|section| !section.id.starts_with(OPTION)) {
            content_ui(ui, view, state, section);
        }
        missing_ui(ui, view, state, actions);
    });
}

fn heading_ui(ui: &mut Ui, view: &View<'_>, name: &str) {
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        ui.label(strong(name).size(SMALL).color(view.tokens.secondary));
    });
    ui.add_space(6.0);
}

fn content_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, section: &Section) {
    let tokens = view.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::click());
    let is_seen = state.section_seen == Some(section.id);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_seen, &section.short));
    if is_seen {
        ui.painter().rect_filled(rect, RADIUS, tokens.accent_ground);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS, tokens.line.gamma_multiply(0.5));
    }
    if state.focus.take_if(|zone| *zone == Zone::Library).is_some() {
        response.request_focus();
    }
    let indent = if section.level == 2 { 8.0 } else { 20.0 };
    let used = if is_seen { strong_font(BODY) } else { font(BODY) };
    let name = metrics::fit(&section.short, f64::from(BODY), Weight::SemiBold, f64::from(rect.width() - indent - 6.0));
    let ink = if section.level == 2 { tokens.text } else { tokens.secondary };
    ui.painter().text(pos2(rect.min.x + indent, rect.center().y), egui::Align2::LEFT_CENTER, name, used, ink);
    show_focus(ui, &response);
    if response.clicked() {
        state.section_wanted = Some(section.id);
        state.section_seen = Some(section.id);
        state.is_section_held = true;
    }
}

/// What the decision still lacks. What is filled in somewhere else is gone to.
pub fn missing_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let missing = missing(view.profile(), view.assessment());
    if missing.is_empty() {
        return;
    }
    ui.add_space(14.0);
    heading_ui(ui, view, &text!("record-still-missing"));
    Frame::new().inner_margin(Margin { left: 8, ..Margin::ZERO }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 5.0;
        for missing in &missing {
            let words = wording::missing(view.assessment(), missing);
            match missing {
                Missing::RatingReason { criterion, alternative } => {
                    let short = metrics::fit(&words, f64::from(BODY), Weight::Regular, f64::from(ui.available_width()));
                    if link(ui, &short).on_hover_text(words).clicked() {
                        state.cell = Some(Cell { criterion: criterion.clone(), alternative: alternative.clone(), draft: None });
                        actions.push(Action::Command(Command::Ratings));
                    }
                }
                _ => {
                    ui.label(RichText::new(words).color(view.tokens.notice));
                }
            }
        }
    });
}

pub fn record_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    let tokens = view.tokens;
    let outer = ui.available_width().min(PAGE);
    let edge = if outer < 520.0 { NARROW_EDGE } else { EDGE };
    let inner = (outer - 2.0 * edge - 2.0).floor();
    // A page of another width is written for the list of contents as well.
    state.page_width = inner.max(240.0) as u32;
    let record = state.record.get(view, state.page_width);
    let side = ((ui.available_width() - outer) / 2.0).max(0.0);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let top = ui.clip_rect().min.y;
        ui.add_space(20.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(side);
            let page = Frame::new().fill(tokens.background).stroke(Stroke::new(1.0, tokens.line)).inner_margin(Margin {
                left: edge as i8,
                right: edge as i8,
                top: 44,
                bottom: 60,
            });
            page.show(ui, |ui| {
                ui.vertical(|ui| {
                    ui.set_width(inner);
                    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                    let small = ui.label(RichText::new(&record.small_print).size(SMALL).color(tokens.caption));
                    if state.focus.take_if(|zone| *zone == Zone::Work).is_some() {
                        small.scroll_to_me(Some(Align::TOP));
                    }
                    ui.add_space(6.0);
                    let title = ui.label(strong(&record.title).size(TITLE + 3.0).line_height(Some(30.0)));
                    title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &record.title));
                    let mut seen = record.sections.first().map(|section| section.id);
                    for section in &record.sections {
                        let at = section_ui(ui, view, state, section);
                        if at <= top + 80.0 && !section.id.starts_with(OPTION) {
                            seen = Some(section.id);
                        }
                    }
                    // What was chosen stays marked until somebody scrolls, also where the page ends before it reaches the top.
                    let is_scrolled =
                        |input: &egui::InputState| input.smooth_scroll_delta().y != 0.0 || input.pointer.is_decidedly_dragging();
                    if state.is_section_held && ui.input(is_scrolled) {
                        state.is_section_held = false;
                    }
                    if !state.is_section_held && state.section_seen != seen {
                        state.section_seen = seen;
                        // The list of contents was painted before this was known.
                        ui.ctx().request_repaint();
                    }
                });
            });
        });
        ui.add_space(20.0);
    });
}

/// Returns where the heading stands.
fn section_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, section: &Section) -> f32 {
    let (size, above) = if section.level == 2 { (SECTION, 30.0) } else { (BODY + 1.0, 20.0) };
    ui.add_space(above);
    let heading = ui.label(strong(&section.title).size(size));
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &section.title));
    if state.section_wanted.take_if(|wanted| *wanted == section.id).is_some() {
        heading.scroll_to_me(Some(Align::TOP));
    }
    ui.add_space(6.0);
    for (at, block) in section.blocks.iter().enumerate() {
        match block {
            Block::Paragraph(line) => {
                line_ui(ui, view, line);
                ui.add_space(6.0);
            }
            Block::List(lines) => {
                for line in lines {
                    ui.horizontal_top(|ui| {
                        ui.add_space(4.0);
                        let (dot, _) = ui.allocate_exact_size(vec2(12.0, LEADING), Sense::hover());
                        ui.painter().circle_filled(pos2(dot.min.x + 3.0, dot.center().y), 1.8, view.tokens.secondary);
                        line_ui(ui, view, line);
                    });
                    ui.add_space(2.0);
                }
                ui.add_space(6.0);
            }
            Block::Table(table) => table_ui(ui, view, table),
            Block::Chart(chart) => {
                ui.add_space(6.0);
                scene_view(ui, &format!("record {} {at}", section.id), &chart.scene);
                ui.add_space(10.0);
            }
            Block::Enclosure(_) => {}
        }
    }
    heading.rect.min.y
}

/// Running text with its weights.
fn line_ui(ui: &mut Ui, view: &View<'_>, line: &Line) {
    let mut job = job(line, ui.available_width(), BODY, view.tokens.text);
    job.sections.iter_mut().for_each(|section| section.format.line_height = Some(LEADING));
    ui.add(Label::new(job).wrap());
}

fn job(line: &Line, width: f32, size: f32, ink: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for span in line {
        let used = if matches!(span, Span::Strong(_)) { strong_font(size) } else { font(size) };
        let words = span.text().replace(" %", "\u{a0}%");
        job.append(&words, 0.0, egui::TextFormat { font_id: used, color: ink, ..egui::TextFormat::default() });
    }
    job
}

/// Rows with quiet rules. Each row is read as one, with the names of its columns.
pub fn table_ui(ui: &mut Ui, view: &View<'_>, table: &Table) {
    let tokens = view.tokens;
    let room = ui.available_width();
    let widths: Vec<f32> =
        column_widths(table, f64::from(room), f64::from(SMALL), f64::from(GUTTER)).into_iter().map(|width| width as f32).collect();
    ui.add_space(4.0);
    let head: Vec<Line> = table.columns.iter().map(|column| vec![Span::Text(column.name.clone())]).collect();
    row_ui(ui, &table.columns, &widths, &head, tokens.secondary, &table.caption, tokens.line);
    for row in &table.rows {
        let said = table.columns.iter().zip(row).map(|(column, cell)| {
            let words: String = cell.iter().map(Span::text).collect();
            text!("record-cell", column = column.name.clone(), value = words)
        });
        row_ui(ui, &table.columns, &widths, row, tokens.text, &said.collect::<Vec<_>>().join(", "), tokens.line);
    }
    ui.add_space(8.0);
}

fn row_ui(ui: &mut Ui, columns: &[Column], widths: &[f32], cells: &[Line], ink: Color32, said: &str, rule: Color32) {
    let galleys: Vec<_> =
        cells.iter().zip(widths).map(|(cell, width)| ui.painter().layout_job(job(cell, *width + 0.5, SMALL, ink))).collect();
    let tallest = galleys.iter().map(|galley| galley.size().y).fold(0.0, f32::max);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tallest + 9.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let mut x = rect.min.x;
    for (at, (galley, width)) in galleys.into_iter().zip(widths).enumerate() {
        let is_number = columns.get(at).is_some_and(|column| column.is_number);
        let left = if is_number { x + (width - galley.size().x).max(0.0) } else { x };
        let place = Rect::from_min_size(pos2(left, rect.min.y + 4.0), galley.size());
        if let Some(Span::Link { url, .. }) = cells[at].first() {
            let link = ui.interact(place, response.id.with(at), Sense::click()).on_hover_cursor(egui::CursorIcon::PointingHand);
            let words: String = cells[at].iter().map(Span::text).collect();
            link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &words));
            if link.clicked() {
                ui.ctx().open_url(egui::OpenUrl::new_tab(url));
            }
            show_focus(ui, &link);
            link.on_hover_text(url);
        }
        ui.painter().galley(place.min, galley, ink);
        x += width + GUTTER;
    }
    ui.painter().hline(rect.x_range(), rect.max.y - 0.5, Stroke::new(1.0, rule));
}
