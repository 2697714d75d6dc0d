//! The full account as a page to be read: every sentence under its heading, no wider than can be read with ease.
//!
//! What is said is `assessment`'s, in which words is `wording`'s.

use egui::{RichText, ScrollArea, Ui};

use crate::{
    assessment::{Depth, Topic},
    chart::plain,
    gui::{
        theme::prose,
        view::{View, ViewState, Zone},
        widgets::{PROSE_WIDTH, button, heading, scroll_by_keys},
    },
    wording,
};

pub fn account_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    let said = state.account.get(view, || wording::account(view.subject(), Depth::Full));
    ui.add_space(6.0);
    if button(ui, &text!("account-copy")).clicked() {
        ui.ctx().copy_text(as_text(&said));
    }
    ui.add_space(8.0);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        scroll_by_keys(ui);
        ui.set_max_width(PROSE_WIDTH.min(ui.available_width()));
        for (topic, sentences) in said.iter() {
            let heading = heading(ui, &wording::topic(*topic));
            ui.add_space(4.0);
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

/// The page as plain text, for a mail or a document.
fn as_text(said: &[(Topic, Vec<String>)]) -> String {
    let parts = said.iter().map(|(topic, sentences)| {
        let between = if *topic == Topic::Verdict { " " } else { "\n" };
        format!("{}\n\n{}\n", wording::topic(*topic), sentences.join(between))
    });
    parts.collect::<Vec<_>>().join("\n")
}
