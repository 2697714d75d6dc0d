//! Order of importance: criteria moved up and down by hand or by key, ties allowed, trifles left out.
//!
//! How the weight falls from place to place is one of three published schemes.

use egui::{Align2, Key, Modifiers, RichText, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::intro_ui;
use crate::{
    assessment::{Assessment, way_weights},
    chart::{font as metrics, plain, scene::Weight},
    gui::{
        action::Action,
        theme::{BODY, RADIUS, SMALL, font, strong},
        view::{View, ViewState},
        widgets::{button, link, segmented, show_focus},
    },
    model::{Edit, Id, OrderScheme, Way},
    wording,
};

const ROW: f32 = 32.0;
const BUTTON: f32 = 28.0;

/// Groups of tied criteria, the most important first.
type Order = Vec<Vec<Id>>;

pub fn order_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let (assessment, tokens) = (view.assessment(), view.tokens);
    let answers = &view.profile().elicitation;
    intro_ui(ui, &text!("order-intro"));
    let options: Vec<(OrderScheme, String)> = OrderScheme::ALL.map(|scheme| (scheme, wording::order_scheme(scheme))).into();
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(text!("order-scheme")).color(tokens.secondary)).on_hover_text(text!("order-scheme-tip"));
        if let Some(scheme) = segmented(ui, &text!("order-scheme"), answers.order_scheme, &options) {
            actions.push(Action::Edit(Edit::OrderScheme(scheme)));
            actions.push(Action::Seal);
        }
        if answers.order.is_empty() {
            if button(ui, &text!("order-start")).on_hover_text(text!("order-start-tip")).clicked() {
                push(actions, present(assessment));
            }
        } else if link(ui, &text!("order-clear")).clicked() {
            push(actions, Vec::new());
        }
    });
    ui.add_space(8.0);
    let order = if answers.order.is_empty() { present(assessment) } else { answers.order.clone() };
    let weights = way_weights(view.profile(), assessment, Way::Order);
    let known = |id: &Id| assessment.criterion(id);
    let rows: Vec<(usize, usize, &Id)> = order
        .iter()
        .enumerate()
        .flat_map(|(place, tied)| tied.iter().enumerate().map(move |(within, id)| (place, within, id)))
        .filter(|(.., id)| known(id).is_some())
        .collect();
    let list = List { order: &order, top: ui.cursor().min.y, n_rows: rows.len() };
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut ahead = 0;
    let mut last_place = usize::MAX;
    for (at, (place, within, id)) in rows.iter().enumerate() {
        if *place != last_place {
            (ahead, last_place) = (at, *place);
        }
        let j = known(id).unwrap_or_default();
        let row = Row {
            id,
            name: plain(&assessment.criteria[j].name),
            number: ahead + 1,
            is_tied: *within > 0,
            share: weights.as_ref().map(|weights| wording::percent(weights[j])),
            is_first: at == 0,
            is_last: at + 1 == rows.len(),
        };
        row_ui(ui, view, state, &list, &row, actions);
    }
    left_out_ui(ui, view, &order, actions);
}

struct Row<'a> {
    id: &'a Id,
    name: String,
    number: usize,
    /// Whether it counts as much as the one above.
    is_tied: bool,
    share: Option<String>,
    is_first: bool,
    is_last: bool,
}

/// The list that a row is one of.
struct List<'a> {
    order: &'a Order,
    /// Where its first row begins, and how many there are.
    top: f32,
    n_rows: usize,
}

fn row_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, list: &List<'_>, row: &Row<'_>, actions: &mut Vec<Action>) {
    let order = list.order;
    let tokens = view.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let handle = egui::Rect::from_min_max(rect.min, pos2(rect.max.x - 4.0 * (BUTTON + 4.0) - 4.0, rect.max.y));
    let id = ui.scope_id().with(("order", row.id));
    let response = ui.interact(handle, id, Sense::click_and_drag());
    let label = match &row.share {
        Some(share) => text!("order-row-share", name = row.name.clone(), number = row.number.to_string(), share = share.clone()),
        None => text!("order-row", name = row.name.clone(), number = row.number.to_string()),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &label));
    if response.clicked() || state.moved.take_if(|moved| moved == row.id).is_some() {
        response.request_focus();
    }
    if response.dragged() || response.hovered() {
        ui.painter().rect_filled(handle, RADIUS, tokens.panel);
    }
    let y = rect.center().y;
    let number = if row.is_tied { "=".to_owned() } else { row.number.to_string() };
    ui.painter().text(pos2(rect.min.x + 22.0, y), Align2::RIGHT_CENTER, number, font(BODY), tokens.secondary);
    let room = handle.width() - 34.0 - 52.0;
    let name = metrics::fit(&row.name, f64::from(BODY), Weight::Regular, f64::from(room));
    ui.painter().text(pos2(rect.min.x + 34.0, y), Align2::LEFT_CENTER, name, font(BODY), tokens.text);
    if let Some(share) = &row.share {
        ui.painter().text(pos2(handle.max.x - 6.0, y), Align2::RIGHT_CENTER, share, font(SMALL), tokens.secondary);
    }
    show_focus(ui, &response);
    let mut moved = None;
    if response.has_focus() {
        let (up, down) =
            ui.input_mut(|input| (input.consume_key(Modifiers::ALT, Key::ArrowUp), input.consume_key(Modifiers::ALT, Key::ArrowDown)));
        if up || down {
            moved = Some(stepped(order, row.id, up));
        }
    }
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged() || response.drag_stopped()) {
        let target = (((pointer.y - list.top) / ROW).round().max(0.0) as usize).min(list.n_rows);
        if response.drag_stopped() {
            moved = Some(placed(order, row.id, target));
        } else {
            let line = list.top + target as f32 * ROW;
            let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, id));
            painter.with_clip_rect(ui.clip_rect()).hline(rect.x_range(), line, Stroke::new(2.0, tokens.accent));
        }
    }
    let mut x = rect.max.x - 4.0 * (BUTTON + 4.0);
    let mut small = |ui: &mut Ui, sign: &str, label: String, is_enabled: bool| {
        let at = egui::Rect::from_min_size(pos2(x, rect.min.y + 2.0), vec2(BUTTON, ROW - 4.0));
        x += BUTTON + 4.0;
        let response = ui
            .add_enabled_ui(is_enabled, |ui| {
                ui.spacing_mut().button_padding.x = 2.0;
                ui.spacing_mut().interact_size.x = 0.0;
                ui.put(at, egui::Button::new(sign))
            })
            .inner;
        show_focus(ui, &response);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, &label));
        response.on_hover_text(label).clicked()
    };
    if small(ui, "↑", text!("order-up", name = row.name.clone()), !row.is_first) {
        moved = Some(stepped(order, row.id, true));
    }
    if small(ui, "↓", text!("order-down", name = row.name.clone()), !row.is_last) {
        moved = Some(stepped(order, row.id, false));
    }
    let tie = if row.is_tied { text!("order-untie", name = row.name.clone()) } else { text!("order-tie", name = row.name.clone()) };
    if small(ui, "=", tie, !row.is_first) {
        moved = Some(tied(order, row.id));
    }
    if small(ui, "×", text!("order-leave-out", name = row.name.clone()), true) {
        push(actions, without(order, row.id));
        return;
    }
    if let Some(order) = moved {
        // The keyboard stays with what was moved.
        state.moved = Some(row.id.clone());
        push(actions, order);
    }
}

/// Criteria that get no weight, and the way back.
fn left_out_ui(ui: &mut Ui, view: &View<'_>, order: &Order, actions: &mut Vec<Action>) {
    let left_out: Vec<_> = view.assessment().criteria.iter().filter(|c| !order.iter().any(|tied| tied.contains(&c.id))).collect();
    if left_out.is_empty() {
        return;
    }
    ui.add_space(12.0);
    ui.label(strong(text!("order-left-out")));
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        for criterion in left_out {
            let name = plain(&criterion.name);
            let response = button(ui, &text!("order-bring-in", name = name));
            if response.clicked() {
                let mut order = order.clone();
                order.push(vec![criterion.id.clone()]);
                push(actions, order);
            }
        }
    });
}

fn push(actions: &mut Vec<Action>, order: Order) {
    actions.push(Action::Edit(Edit::Order(order)));
    actions.push(Action::Seal);
}

/// The order of the present weights; what has none is left out.
fn present(assessment: &Assessment) -> Order {
    let mut counting: Vec<_> = assessment.criteria.iter().filter(|criterion| criterion.weight > 0.0).collect();
    counting.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    counting.into_iter().map(|criterion| vec![criterion.id.clone()]).collect()
}

fn place(order: &Order, id: &Id) -> Option<usize> {
    order.iter().position(|tied| tied.contains(id))
}

fn without(order: &Order, id: &Id) -> Order {
    let rest = order.iter().map(|tied| tied.iter().filter(|other| *other != id).cloned().collect::<Vec<_>>());
    rest.filter(|tied| !tied.is_empty()).collect()
}

/// One step up or down: out of a tie, or past the neighbours.
fn stepped(order: &Order, id: &Id, up: bool) -> Order {
    let Some(at) = place(order, id) else { return order.clone() };
    let mut order = order.clone();
    if order[at].len() > 1 {
        order[at].retain(|other| other != id);
        order.insert(if up { at } else { at + 1 }, vec![id.clone()]);
    } else if up && at > 0 {
        order.swap(at, at - 1);
    } else if !up && at + 1 < order.len() {
        order.swap(at, at + 1);
    }
    order
}

/// Ties a criterion with the one above it, or cuts the tie between the two.
fn tied(order: &Order, id: &Id) -> Order {
    let Some(at) = place(order, id) else { return order.clone() };
    let mut order = order.clone();
    let within = order[at].iter().position(|other| other == id).unwrap_or_default();
    if within > 0 {
        let rest = order[at].split_off(within);
        order.insert(at + 1, rest);
    } else if at > 0 {
        let below = order.remove(at);
        order[at - 1].extend(below);
    }
    order
}

/// A criterion alone, before what stands in row `target` now; not into the middle of a tie.
fn placed(order: &Order, id: &Id, target: usize) -> Order {
    let mut rows = 0;
    let mut before = order.len();
    for (at, tied) in order.iter().enumerate() {
        if rows >= target {
            before = at;
            break;
        }
        rows += tied.len();
    }
    let Some(at) = place(order, id) else { return order.clone() };
    let mut order = order.clone();
    order[at].retain(|other| other != id);
    order.insert(before, vec![id.clone()]);
    order.retain(|tied| !tied.is_empty());
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(text: &str) -> Order {
        text.split(' ').map(|tied| tied.split('=').map(str::to_owned).collect()).collect()
    }

    fn said(order: &Order) -> String {
        order.iter().map(|tied| tied.join("=")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_step_goes_past_a_neighbour_or_out_of_a_tie() {
        let step = |from: &str, id: &str, up: bool| said(&stepped(&order(from), &id.to_owned(), up));
        assert_eq!(step("a b c", "b", true), "b a c");
        assert_eq!(step("a b c", "b", false), "a c b");
        assert_eq!(step("a b=c d", "c", true), "a c b d");
        assert_eq!(step("a b=c d", "b", false), "a c b d");
        assert_eq!(step("a b=c d", "d", true), "a d b=c");
        assert_eq!((step("a b", "a", true), step("a b", "b", false)), ("a b".into(), "a b".into()));
    }

    #[test]
    fn ties_are_made_and_cut() {
        let tie = |from: &str, id: &str| said(&tied(&order(from), &id.to_owned()));
        assert_eq!(tie("a b c", "b"), "a=b c");
        assert_eq!(tie("a=b c", "b"), "a b c");
        assert_eq!(tie("a=b c", "c"), "a=b=c");
        assert_eq!(tie("a b", "a"), "a b");
    }

    #[test]
    fn what_is_dropped_stands_before_what_was_there() {
        let drop = |from: &str, id: &str, row: usize| said(&placed(&order(from), &id.to_owned(), row));
        assert_eq!(drop("a b c", "c", 0), "c a b");
        assert_eq!(drop("a b c", "a", 3), "b c a");
        assert_eq!(drop("a b c", "b", 1), "a b c");
        assert_eq!(drop("a b=c d", "d", 2), "a b=c d");
        assert_eq!(drop("a b=c d", "b", 0), "b a c d");
        assert_eq!(said(&without(&order("a b=c"), &"b".to_owned())), "a c");
    }
}
