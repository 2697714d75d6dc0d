//! Trade-offs: one question at a time, an improvement here against an improvement there, some ten of them.
//!
//! Which question comes next and what the answers say is `assessment`'s.

use egui::{Button, RichText, Ui, accesskit::Role, vec2};

use super::{intro_ui, swing::ends};
use crate::{
    assessment::{QUESTIONS, Question, contradicted, next_question},
    chart::plain,
    gui::{
        action::Action,
        theme::{BODY, Tokens, font, strong, strong_font},
        view::View,
        widgets::{button, link, show_focus},
    },
    model::{Edit, Preference, TradeOff},
    wording,
};

/// The height of one of the two answers.
const CARD: f32 = 92.0;

pub fn trade_offs_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let tokens = view.tokens;
    let asked = &view.profile().elicitation.trade_offs;
    let set = |trade_offs: Vec<TradeOff>, actions: &mut Vec<Action>| {
        actions.push(Action::Edit(Edit::TradeOffs(trade_offs)));
        actions.push(Action::Seal);
    };
    intro_ui(ui, &text!("trade-intro"));
    let question = next_question(view.profile(), view.assessment());
    let progress = match question {
        Some(_) => text!("trade-progress", number = (asked.len() + 1).to_string(), all = QUESTIONS.to_string()),
        None => text!("trade-done", all = asked.len().to_string()),
    };
    ui.label(RichText::new(progress).color(tokens.secondary));
    progress_ui(ui, tokens, asked.len() as f32 / QUESTIONS as f32);
    ui.add_space(8.0);
    if let Some(question) = question {
        ui.label(strong(text!("trade-question")).size(BODY + 2.0));
        ui.add_space(6.0);
        let answer = |answer: Preference| {
            let id = |j: usize| view.assessment().criteria[j].id.clone();
            let Question { one, other, one_gains, other_gains } = question;
            let mut trade_offs = asked.clone();
            trade_offs.push(TradeOff { one: id(one), other: id(other), one_gains, other_gains, answer });
            trade_offs
        };
        for (j, gains, preference) in
            [(question.one, question.one_gains, Preference::One), (question.other, question.other_gains, Preference::Other)]
        {
            if card_ui(ui, view, j, gains) {
                set(answer(preference), actions);
            }
            ui.add_space(6.0);
        }
        ui.horizontal_wrapped(|ui| {
            if button(ui, &text!("trade-equal")).clicked() {
                set(answer(Preference::Equal), actions);
            }
            if button(ui, &text!("trade-skip")).on_hover_text(text!("trade-skip-tip")).clicked() {
                set(answer(Preference::Skipped), actions);
            }
            back_ui(ui, asked, &set, actions);
        });
    } else {
        ui.label(text!("trade-finished"));
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| back_ui(ui, asked, &set, actions));
    }
    let at_odds: usize = contradicted(view.profile(), view.assessment()).len();
    if at_odds > 0 {
        ui.add_space(6.0);
        ui.label(RichText::new(text!("trade-contradicted", count = at_odds)).color(tokens.notice));
    }
}

/// The way back: one answer, or all of them.
fn back_ui(ui: &mut Ui, asked: &[TradeOff], set: &impl Fn(Vec<TradeOff>, &mut Vec<Action>), actions: &mut Vec<Action>) {
    if let Some((_, rest)) = asked.split_last() {
        if link(ui, &text!("trade-back")).clicked() {
            set(rest.to_vec(), actions);
        }
        if link(ui, &text!("trade-again")).clicked() {
            set(Vec::new(), actions);
        }
    }
}

fn progress_ui(ui: &mut Ui, tokens: Tokens, share: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width().min(420.0), 8.0), egui::Sense::hover());
    let rail = egui::Rect::from_min_size(rect.min + vec2(0.0, 2.0), vec2(rect.width(), 4.0));
    ui.painter().rect_filled(rail, 2, tokens.line);
    ui.painter().rect_filled(egui::Rect::from_min_size(rail.min, vec2(rail.width() * share.min(1.0), 4.0)), 2, tokens.accent);
}

/// One improvement as something to choose; returns whether it was.
fn card_ui(ui: &mut Ui, view: &View<'_>, j: usize, gains: f64) -> bool {
    let tokens = view.tokens;
    let criterion = &view.assessment().criteria[j];
    let name = plain(&criterion.name);
    let (worst, best) = ends(view, &criterion.id).unwrap_or_else(|| (text!("swing-worst"), text!("swing-best")));
    let path = wording::improvement(gains, &worst, &best);
    let width = ui.available_width().min(560.0);
    let mut job = egui::text::LayoutJob::default();
    job.append(&name, 0.0, egui::TextFormat { line_height: Some(20.0), ..egui::TextFormat::simple(strong_font(BODY), tokens.text) });
    job.append("\n", 0.0, egui::TextFormat::simple(font(BODY), tokens.text));
    job.append(&path, 0.0, egui::TextFormat { line_height: Some(19.0), ..egui::TextFormat::simple(font(BODY), tokens.secondary) });
    let response = ui.scope(|ui| {
        ui.set_max_width(width);
        ui.add(Button::new(job).wrap().min_size(vec2(width, CARD)))
    });
    let response = response.inner;
    show_focus(ui, &response);
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, text!("trade-card", name = name.clone(), path = path.clone())));
    response.clicked()
}
