//! The full account as a page to be read: every sentence under its heading, no wider than can be read with ease.
//!
//! What is said is `assessment`'s, in which words is `wording`'s.

use egui::{Key, Modifiers, RichText, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use crate::{
    assessment::{Depth, Topic},
    chart::plain,
    gui::{
        theme::{SECTION, prose, strong},
        view::{View, ViewState, Zone},
        widgets::{button, show_focus},
    },
    wording,
};

/// About seventy letters of running text.
pub const READING_WIDTH: f32 = 470.0;

/// How far an arrow key scrolls, in points.
const LINE: f32 = 40.0;

pub fn account_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    let said = state.account.get(view, || wording::account(view.subject(), Depth::Full));
    ui.add_space(6.0);
    if button(ui, &text!("account-copy")).clicked() {
        ui.ctx().copy_text(as_text(&said));
    }
    ui.add_space(8.0);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        scroll_by_keys(ui);
        ui.set_max_width(READING_WIDTH.min(ui.available_width()));
        for (topic, sentences) in said.iter() {
            let heading = heading_ui(ui, &wording::topic(*topic));
            // The first heading takes the keyboard for the whole page.
            if state.focus.take_if(|zone| *zone == Zone::Work).is_some() {
                heading.request_focus();
            }
            if *topic == Topic::Verdict {
                ui.label(prose(plain(&sentences.join(" "))));
            } else {
                for sentence in sentences {
                    ui.label(prose(plain(sentence)).color(view.tokens.text));
                    ui.add_space(4.0);
                }
            }
            ui.add_space(16.0);
        }
        if said.is_empty() {
            ui.label(RichText::new(text!("chart-nothing")).color(view.tokens.secondary));
        }
    });
}

/// A heading that the keyboard can go to, so that the page can be read part by part.
pub(super) fn heading_ui(ui: &mut Ui, words: &str) -> egui::Response {
    let label = ui.label(strong(words).size(SECTION));
    let response = ui.interact(label.rect, label.id.with("heading"), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    show_focus(ui, &response);
    ui.add_space(4.0);
    response
}

/// Arrow and page keys move a page that holds nothing to be typed or set.
pub(super) fn scroll_by_keys(ui: &Ui) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let page = ui.clip_rect().height() - LINE;
    let down = ui.input_mut(|input| {
        [(Key::ArrowDown, LINE), (Key::ArrowUp, -LINE), (Key::PageDown, page), (Key::PageUp, -page)]
            .into_iter()
            .map(|(key, by)| input.count_and_consume_key(Modifiers::NONE, key) as f32 * by)
            .sum::<f32>()
    });
    if down != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -down));
    }
}

/// The page as plain text, for a mail or a document.
fn as_text(said: &[(Topic, Vec<String>)]) -> String {
    let parts = said.iter().map(|(topic, sentences)| {
        let between = if *topic == Topic::Verdict { " " } else { "\n" };
        format!("{}\n\n{}\n", wording::topic(*topic), sentences.join(between))
    });
    parts.collect::<Vec<_>>().join("\n")
}
