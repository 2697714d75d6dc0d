//! The ways of weighing: what is answered in each, what its weights would be, and taking them over in one step.

use egui::{
    Key, Modifiers,
    accesskit::{Action, ActionData, Role},
};
use trilemma::{assessment::WeightsOrigin, model::Way};

use crate::driver::{CTRL, Seen, Window};

const ALT: Modifiers = Modifiers::ALT;

fn open(way: &str) -> Window {
    // High enough that nothing is scrolled behind the comparison at the foot.
    let mut window = Window::sized(1280.0, 1600.0);
    window.click(Role::Button, "Weigh in another way…");
    window.click(Role::Tab, way);
    window
}

fn set(window: &mut Window, slider: &str, value: f64) {
    let slider = window.get(Role::Slider, slider);
    window.request(&slider, Action::SetValue, Some(ActionData::NumericValue(value)));
}

fn origin(window: &Window) -> WeightsOrigin {
    window.app().session().current().assessment().weights_origin
}

fn steps(window: &Window) -> usize {
    window.app().session().current().history().undo_steps().count()
}

/// The row at the foot that says what this way's weights would be.
fn proposed(window: &Window) -> String {
    window.starting(Role::Label, "This way: ").label
}

fn rows(window: &Window) -> Vec<Seen> {
    window.seen().into_iter().filter(|seen| seen.role == Role::ListItem && seen.label.contains(". ")).collect()
}

#[test]
fn swing_is_the_way_that_is_offered_and_both_ends_are_written() {
    let mut window = Window::new();
    window.click(Role::Button, "Weigh in another way…");
    assert!(window.get(Role::Tab, "Swing").is_on);
    for criterion in &trilemma::store::shipped().criteria {
        window.expect(&format!("From “{}” to “{}”", criterion.worst, criterion.best));
    }
    assert!(!window.get(Role::Button, "Use these weights").is_enabled);
    window.expect("Not enough answers yet.");
    window.click(Role::Link, "Done");
    assert!(!window.has(Role::Tab, "Swing"));
}

#[test]
fn swings_change_nothing_until_they_are_taken_over_and_undo_takes_them_back() {
    let mut window = open("Swing");
    let (ranking, before) = (window.ranking(), window.profile());
    set(&mut window, "Swing of Raw speed", 50.0);
    set(&mut window, "Swing of Memory", 25.0);
    assert_eq!(window.ranking(), ranking, "answers alone change no weight");
    window.expect("2 of 17 weighed.");
    window.click(Role::Link, "Make the largest 100");
    assert_eq!(window.get(Role::SpinButton, "Swing of Memory as a number").number, Some(50.0));
    assert!(proposed(&window).contains("Performance 100 %"), "{}", proposed(&window));
    let answered = steps(&window);
    window.click(Role::Button, "Use these weights");
    assert_eq!(steps(&window), answered + 1, "taking over is one step");
    assert!(window.verdict().starts_with("Rust"), "{}", window.verdict());
    assert_eq!(origin(&window), WeightsOrigin::Adopted { way: Way::Swing, is_changed: false });
    window.expect("These weights are in use.");
    let adopted = window.profile();
    assert!(adopted.contains("\"raw_performance\": 66.67,"), "{adopted}");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.ranking(), ranking);
    assert!(window.profile().contains("swing: {\"memory\": 50.0, \"raw_performance\": 100.0}"), "the answers are kept");
    for _ in 0..answered {
        window.keys(CTRL, Key::Z);
    }
    assert_eq!(window.profile(), before);
}

#[test]
fn points_that_are_moved_afterwards_are_said_to_be_changed() {
    let mut window = open("Swing");
    set(&mut window, "Swing of Raw speed", 100.0);
    set(&mut window, "Swing of Libraries", 40.0);
    window.click(Role::Button, "Use these weights");
    window.click(Role::Tab, "Points");
    window.expect("Weights from swings. Ticks");
    set(&mut window, "Points of Ecosystem", 60.0);
    window.expect("Weights from swings, changed since.");
    window.click(Role::Button, "Reset all");
    window.expect("Weights from the facts.");
    assert_eq!(origin(&window), WeightsOrigin::Facts);
}

#[test]
fn an_order_is_moved_by_key_by_button_and_by_hand_and_may_have_ties() {
    let mut window = open("Order");
    let first: Vec<String> = rows(&window).iter().map(|row| row.label.clone()).collect();
    assert_eq!((first.len(), first[0].as_str(), first[1].as_str()), (15, "1. Development speed", "2. Use-case fit"));
    window.expect("Left out, without weight");
    window.focus(Role::ListItem, "2. Use-case fit");
    window.keys(ALT, Key::ArrowUp);
    assert!(rows(&window)[0].label.starts_with("1. Use-case fit, "), "{:?}", rows(&window)[0]);
    assert!(rows(&window)[0].has_focus, "the keyboard stays with what was moved");
    window.keys(ALT, Key::ArrowDown);
    assert!(rows(&window)[1].label.starts_with("2. Use-case fit, ") && rows(&window)[1].has_focus);
    window.click(Role::Button, "Tie Use-case fit with the one above");
    let shares: Vec<String> = rows(&window)[..2].iter().map(|row| row.label.split(", ").nth(1).unwrap().to_owned()).collect();
    assert_eq!(shares[0], shares[1]);
    assert!(rows(&window)[2].label.starts_with("3. "), "a tie takes two places");
    window.click(Role::Button, "Untie Use-case fit from the one above");
    window.click(Role::Button, "Move Use-case fit up");
    window.click(Role::Button, "Leave Security out");
    assert!(!window.profile().contains("[\"security\"]"));
    window.click(Role::Button, "+ Security");
    assert!(rows(&window).last().unwrap().label.contains("Security"));
    window.click(Role::RadioButton, "Weight falls: in equal steps");
    assert!(window.profile().contains("order_scheme: sum"));
    // The last row is dragged over the first.
    let (from, to) = (rows(&window).last().unwrap().rect.center(), rows(&window)[0].rect.center_top());
    window.drag_between(from, to);
    assert!(rows(&window)[0].label.starts_with("1. Security"), "{:?}", rows(&window)[0]);
    window.click(Role::Button, "Use these weights");
    assert_eq!(origin(&window), WeightsOrigin::Adopted { way: Way::Order, is_changed: false });
}

#[test]
fn pairs_say_what_they_mean_and_offer_to_mend_a_contradiction() {
    let mut window = open("Pairs");
    window.expect("0 of 15 answered.");
    let pair = |one: &str, other: &str| format!("{one} or {other}");
    set(&mut window, &pair("Performance", "Scale"), -4.0);
    window.expect("Performance counts clearly more than Scale (5 times).");
    window.expect("1 of 15 answered. Nothing connects Performance and Scale with Productivity yet.");
    assert!(!window.get(Role::Button, "Use these weights").is_enabled);
    // Saaty's steps from the left: 1, 3, 5 and so on.
    for other in ["Productivity", "Ecosystem", "Safety", "Fit"] {
        set(&mut window, &pair("Performance", other), -2.0);
    }
    window.expect("Nothing can be checked yet");
    assert!(window.get(Role::Button, "Use these weights").is_enabled, "five answers connect six groups");
    set(&mut window, &pair("Productivity", "Safety"), 0.0);
    window.expect("Your answers fit together well.");
    set(&mut window, &pair("Scale", "Productivity"), -8.0);
    window.expect("Performance counts 5 times as much as Scale, which counts 9 times as much as Productivity. That makes 45 times, but you said 3 times.");
    window.expect("This one answer would");
    window.click(Role::Button, "Use this");
    window.expect("Your answers fit together well.");
    // Keys go on from where the handle is.
    let scale = pair("Ecosystem", "Safety");
    window.focus(Role::Slider, &scale);
    window.key(Key::ArrowRight);
    window.key(Key::ArrowRight);
    window.expect("Safety counts a little more than Ecosystem (3 times).");
    window.click(Role::Link, "Clear the answer on Ecosystem and Safety");
    window.expect_gone("Safety counts a little more than Ecosystem");
    window.click(Role::RadioButton, "Compare: Safety");
    window.expect("0 of 3 answered.");
    window.click(Role::RadioButton, "Compare: Groups");
    window.click(Role::Button, "Use these weights");
    assert_eq!(origin(&window), WeightsOrigin::Adopted { way: Way::Pairs, is_changed: false });
}

#[test]
fn trade_offs_ask_ten_questions_one_at_a_time() {
    let mut window = open("Trade-offs");
    let card =
        |window: &Window| window.seen().into_iter().find(|seen| seen.role == Role::Button && seen.label.contains(": From “")).unwrap();
    window.expect("Question 1 of 10");
    let first = card(&window).label;
    window.click(Role::Button, &first);
    window.expect("Question 2 of 10");
    assert_ne!(card(&window).label, first);
    window.click(Role::Link, "Undo last answer");
    window.expect("Question 1 of 10");
    assert_eq!(card(&window).label, first);
    window.click(Role::Button, "Skip");
    window.expect("Question 2 of 10");
    assert!(!window.get(Role::Button, "Use these weights").is_enabled, "a skipped question is no answer");
    for number in 3..=10 {
        window.click(Role::Button, "Equally much");
        window.expect(&format!("Question {number} of 10"));
    }
    let last = card(&window).label;
    window.click(Role::Button, &last);
    window.expect("That was all.");
    window.click(Role::Button, "Use these weights");
    assert_eq!(origin(&window), WeightsOrigin::Adopted { way: Way::TradeOffs, is_changed: false });
    window.click(Role::Link, "Start again");
    window.expect("Question 1 of 10");
    assert_eq!(origin(&window), WeightsOrigin::Adopted { way: Way::TradeOffs, is_changed: true });
}

#[test]
fn ways_are_compared_and_one_is_taken_over() {
    let mut window = open("Swing");
    set(&mut window, "Swing of Raw speed", 100.0);
    window.click(Role::Tab, "Order");
    window.click(Role::Button, "Start from this order");
    window.click(Role::Tab, "Compare");
    assert!(window.starting(Role::Label, "Present: ").label.ends_with("; leads: Go"));
    assert!(window.starting(Role::Label, "Swing: Performance 100 %").label.ends_with("; leads: Rust"));
    window.expect("Furthest apart: raw speed, 100 % instead of");
    window.click(Role::Button, "Use the weights: Swing");
    assert!(window.verdict().starts_with("Rust"));
    window.click(Role::Button, "Use the weights: From the facts");
    assert_eq!(origin(&window), WeightsOrigin::Facts);
    assert!(window.profile().contains("swing: {\"raw_performance\": 100.0}"), "the answers are kept");
}
