//! Saying what matters: sliders, number fields, groups, and what follows at once; undo and redo.

use egui::{
    Event, Key, Modifiers,
    accesskit::{Action, ActionData, Role},
};

use crate::driver::{CTRL, CTRL_SHIFT, Window};

const SLIDER: &str = "Points of Performance";
const FIELD: &str = "Points of Performance as a number";

fn points(window: &Window, of: &str) -> f64 {
    window.get(Role::Slider, &format!("Points of {of}")).number.unwrap()
}

fn open_group(window: &mut Window, name: &str) {
    window.click(Role::Button, &format!("{name}: show its criteria"));
}

#[test]
fn the_verdict_moves_while_the_handle_is_dragged() {
    let mut window = Window::new();
    let (verdict, ranking) = (window.verdict(), window.ranking());
    window.drag(SLIDER, 1.0, |window| {
        assert_ne!(window.ranking(), ranking, "the ranking follows the hand, not its release");
        assert_ne!(window.verdict(), verdict);
        assert!(window.verdict().starts_with("Rust"), "{}", window.verdict());
        assert_eq!(window.verdict(), trilemma::wording::headline_line(window.app().session().current().assessment()), "nothing lags");
    });
    assert!((points(&window, "Performance") - 100.0).abs() < 1e-9);
    window.expect("Unsaved changes");
    assert_eq!(window.app().session().current().history().undo_steps().count(), 1, "a drag is one step");
}

#[test]
fn the_answer_is_of_the_frame_that_moves_the_handle() {
    let mut window = Window::new();
    let rect = window.get(Role::Slider, SLIDER).rect;
    window.send(Event::PointerMoved(rect.center()));
    window.button(rect.center(), true);
    for share in [0.9, 0.2, 0.6, 1.0] {
        let before = window.ranking();
        window.send(Event::PointerMoved(egui::pos2(rect.min.x + rect.width() * share, rect.center().y)));
        let assessment = window.app().session().current().assessment().clone();
        let scores = assessment.ranking.iter().map(|&i| trilemma::wording::score(assessment.alternatives[i].score));
        let shown = window.ranking();
        assert_ne!(shown, before);
        assert!(shown.iter().zip(scores).all(|(row, score)| row.contains(&format!(": {score},"))), "{shown:?}");
    }
}

#[test]
fn keys_move_a_slider_by_one_by_ten_and_to_its_ends() {
    let mut window = Window::new();
    window.focus(Role::Slider, SLIDER);
    let first = points(&window, "Performance");
    let mut expected = first;
    for (modifiers, key, by) in [
        (Modifiers::NONE, Key::ArrowRight, 1.0),
        (Modifiers::NONE, Key::ArrowUp, 1.0),
        (Modifiers::SHIFT, Key::ArrowRight, 10.0),
        (Modifiers::NONE, Key::ArrowLeft, -1.0),
        (Modifiers::NONE, Key::ArrowDown, -1.0),
        (Modifiers::SHIFT, Key::ArrowDown, -10.0),
    ] {
        let ranking = window.ranking();
        window.keys(modifiers, key);
        // A group's points are kept in tenths.
        expected = ((expected + by) * 10.0).round() / 10.0;
        assert!((points(&window, "Performance") - expected).abs() < 1e-9, "{key:?} with {modifiers:?}");
        assert!(window.get(Role::Slider, SLIDER).has_focus, "{key:?} keeps the keyboard here");
        if by.abs() > 1.0 {
            assert_ne!(window.ranking(), ranking);
        }
    }
    window.key(Key::Home);
    assert_eq!(points(&window, "Performance"), 0.0);
    window.expect("Performance has 0 % of the whole");
    window.key(Key::End);
    assert!((points(&window, "Performance") - 100.0).abs() < 1e-9);
    assert!(window.verdict().starts_with("Rust"));
}

#[test]
fn a_double_click_goes_back_to_the_default() {
    let mut window = Window::new();
    let (first, ranking) = (points(&window, "Performance"), window.ranking());
    window.drag(SLIDER, 0.8, |_| {});
    assert_ne!(points(&window, "Performance"), first);
    window.double_click(Role::Slider, SLIDER);
    assert!((points(&window, "Performance") - first).abs() < 1e-9);
    assert_eq!(window.ranking(), ranking);
}

#[test]
fn a_screen_reader_can_set_a_slider() {
    let mut window = Window::new();
    let slider = window.get(Role::Slider, SLIDER);
    window.request(&slider, Action::SetValue, Some(ActionData::NumericValue(40.0)));
    assert_eq!(points(&window, "Performance"), 40.0);
    window.request(&slider, Action::Increment, None);
    assert_eq!(points(&window, "Performance"), 41.0);
}

#[test]
fn a_number_may_be_typed_with_a_comma_and_left_with_tab() {
    let mut window = Window::new();
    let ranking = window.ranking();
    window.fill(Role::SpinButton, FIELD, "2,5");
    window.key(Key::Tab);
    assert_eq!(window.get(Role::SpinButton, FIELD).number, Some(2.5));
    assert_eq!(window.get(Role::SpinButton, FIELD).value, "2.5");
    assert_ne!(window.ranking(), ranking);
    assert_eq!(window.app().session().current().history().undo_steps().count(), 1, "typing a number is one step");
}

#[test]
fn a_typed_number_is_kept_by_a_click_elsewhere_and_by_enter() {
    let mut window = Window::new();
    window.fill(Role::SpinButton, FIELD, "31");
    window.click(Role::ListItem, "Public API");
    assert_eq!(window.get(Role::SpinButton, FIELD).number, Some(31.0));
    window.fill(Role::SpinButton, FIELD, "32");
    window.key(Key::Enter);
    assert_eq!(window.get(Role::SpinButton, FIELD).number, Some(32.0));
}

#[test]
fn what_is_no_number_changes_nothing() {
    let mut window = Window::new();
    let before = window.profile();
    for typed in ["many", "NaN", "inf", "", "-"] {
        window.fill(Role::SpinButton, FIELD, typed);
        window.key(Key::Tab);
        assert_eq!(window.profile(), before, "after “{typed}”");
    }
    window.fill(Role::SpinButton, FIELD, "-4");
    window.key(Key::Tab);
    assert_eq!(window.get(Role::SpinButton, FIELD).number, Some(0.0), "less than nothing is nothing");
}

#[test]
fn a_group_opens_and_closes() {
    let mut window = Window::new();
    assert!(!window.has(Role::Slider, "Points of Raw speed"));
    open_group(&mut window, "Performance");
    for criterion in ["Raw speed", "Predictable latency", "Memory"] {
        window.get(Role::Slider, &format!("Points of {criterion}"));
    }
    window.click(Role::Button, "Performance: hide its criteria");
    assert!(!window.has(Role::Slider, "Points of Raw speed"));
}

#[test]
fn a_group_scales_its_members() {
    let mut window = Window::new();
    open_group(&mut window, "Performance");
    let members = ["Raw speed", "Predictable latency", "Memory"];
    let before: Vec<f64> = members.iter().map(|name| points(&window, name)).collect();
    let sum: f64 = before.iter().sum();
    assert!((points(&window, "Performance") - sum).abs() < 1e-9, "a group has its members' points");
    window.fill(Role::SpinButton, FIELD, &(2.0 * sum).to_string());
    window.key(Key::Tab);
    for (name, before) in members.iter().zip(before) {
        assert!((points(&window, name) - 2.0 * before).abs() < 1e-9, "{name}");
    }
    window.focus(Role::Slider, "Points of Memory");
    window.key(Key::Home);
    assert_eq!(points(&window, "Memory"), 0.0);
    let sum: f64 = members.iter().map(|name| points(&window, name)).sum();
    assert!((points(&window, "Performance") - sum).abs() < 1e-9, "and follows them");
}

#[test]
fn a_criterion_goes_back_to_what_the_facts_say() {
    let mut window = Window::new();
    open_group(&mut window, "Performance");
    let first = points(&window, "Memory");
    window.focus(Role::Slider, "Points of Memory");
    window.keys(Modifiers::SHIFT, Key::ArrowRight);
    window.expect("one changed by you");
    window.click(Role::Button, "Reset the points of Memory");
    assert!((points(&window, "Memory") - first).abs() < 1e-9);
    assert!(!window.has(Role::Button, "Reset the points of Memory"));
    window.keys(CTRL, Key::Z);
    assert!((points(&window, "Memory") - first - 10.0).abs() < 1e-9, "a reset can be undone");
    window.click(Role::Button, "Reset all");
    assert!((points(&window, "Memory") - first).abs() < 1e-9);
    window.expect("Weights from the facts.");
}

#[test]
fn undo_gives_the_first_numbers_back_and_redo_the_last() {
    let mut window = Window::new();
    let (first, ranking, verdict) = (window.profile(), window.ranking(), window.verdict());
    window.drag(SLIDER, 1.0, |_| {});
    window.focus(Role::Slider, "Points of Safety");
    window.key(Key::Home);
    let last = window.profile();
    assert_eq!(window.app().session().current().history().undo_steps().count(), 2);
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Z);
    assert_eq!((window.profile(), window.ranking(), window.verdict()), (first.clone(), ranking, verdict));
    window.expect("Example, saved nowhere yet");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.profile(), first, "there is nothing before the first");
    window.keys(CTRL_SHIFT, Key::Z);
    window.keys(CTRL, Key::Y);
    assert_eq!(window.profile(), last, "both keys for redo");
}

#[test]
fn undo_names_its_step_in_the_menu() {
    let mut window = Window::new();
    open_group(&mut window, "Performance");
    window.focus(Role::Slider, "Points of Memory");
    window.key(Key::ArrowRight);
    window.click(Role::Button, "Edit");
    window.starting(Role::Button, "Undo: Change the points of memory");
    assert!(!window.starting(Role::Button, "Redo").is_enabled);
}

#[test]
fn undo_in_a_text_field_belongs_to_the_text() {
    let mut window = Window::new();
    window.drag(SLIDER, 1.0, |_| {});
    let changed = window.profile();
    window.focus(Role::TextInput, "Search profiles");
    window.write("fi");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.profile(), changed, "the document is left alone");
    window.focus(Role::Slider, SLIDER);
    window.keys(CTRL, Key::Z);
    assert_ne!(window.profile(), changed, "outside of a text it is the document's");
}

#[test]
fn how_sure_one_is_widens_the_ranges() {
    let mut window = Window::new();
    let widths = |window: &Window| window.app().session().current().assessment().alternatives.iter().map(|a| a.high - a.low).sum::<f64>();
    window.click(Role::RadioButton, "How sure are you of these weights?: Sure");
    let sure = widths(&window);
    window.click(Role::RadioButton, "How sure are you of these weights?: Unsure");
    assert!(widths(&window) > sure);
    assert!(window.get(Role::RadioButton, "How sure are you of these weights?: Unsure").is_on);
}

#[test]
fn all_points_at_nothing_is_an_odd_profile_and_no_failure() {
    let mut window = Window::new();
    for group in ["Performance", "Scale", "Productivity", "Ecosystem", "Safety", "Fit"] {
        window.focus(Role::Slider, &format!("Points of {group}"));
        window.key(Key::Home);
    }
    window.expect("No criterion has any points, so all count the same.");
    assert_eq!(window.ranking().len(), 3);
}

#[test]
fn no_share_is_less_than_nothing() {
    let mut window = Window::new();
    window.click(Role::Tab, "Ratings");
    let odd: Vec<String> =
        window.seen().into_iter().map(|seen| format!("{}{}", seen.label, seen.value)).filter(|text| text.contains("-0")).collect();
    assert_eq!(odd, [] as [String; 0]);
}

#[test]
fn passing_through_a_field_with_tab_changes_nothing() {
    let mut window = Window::new();
    let before = window.profile();
    for _ in 0..80 {
        window.key(Key::Tab);
    }
    assert_eq!(window.profile(), before);
    assert!(!window.app().session().current().history().can_undo());
}

#[test]
fn the_share_in_which_each_leads_joins_the_ranking_when_it_is_known() {
    let mut window = Window::new();
    window.rest();
    let rows = window.rows();
    assert!(rows.iter().all(|row| row.contains(", leads in ")), "{rows:?}");
    window.drag(SLIDER, 1.0, |_| {});
    window.rest();
    assert_ne!(window.rows(), rows);
    assert!(window.rows().iter().all(|row| row.contains(", leads in ")), "the answer to the newest question");
}

/// What a drag writes into the file has one decimal, sums to the group, and keeps the proportions on the way down and up again.
#[test]
fn a_group_is_moved_in_tenths() {
    let mut window = Window::new();
    let before = window.app().session().current().assessment().clone();
    let group = before.groups.iter().find(|group| group.name == "Performance").unwrap();
    window.drag(SLIDER, 0.0, |window| {
        assert_eq!(points(window, "Performance"), 0.0);
        let slider = window.get(Role::Slider, SLIDER).rect;
        window.send(egui::Event::PointerMoved(egui::pos2(slider.min.x + slider.width() * 0.5, slider.center().y)));
        let profile = window.app().session().current().profile().clone();
        let now: Vec<f64> = group.criteria.iter().map(|&j| profile.points[&before.criteria[j].id]).collect();
        let sum: i64 = now.iter().map(|points| (points * 10.0).round() as i64).sum();
        assert_eq!(sum, (points(window, "Performance") * 10.0).round() as i64);
        for (points, &j) in now.iter().zip(&group.criteria) {
            let fair = before.criteria[j].points / group.points * sum as f64 / 10.0;
            assert!((points - fair).abs() < 0.1 && points.to_string().len() <= 4, "{points} for {fair}");
        }
    });
}

#[test]
fn a_weight_says_why_and_its_rules_can_be_switched_there() {
    let mut window = Window::new();
    open_group(&mut window, "Performance");
    window.click(Role::Link, "Why Predictable latency weighs this");
    window.expect("Why predictable latency weighs this");
    window.expect("All three can meet it with some care.");
    let before = window.app().session().current().assessment().clone();
    let j = before.criterion("latency").unwrap();
    window.click(Role::CheckBox, "Rule counts: 100 ms: predictable latency +1");
    let after = window.app().session().current().assessment().clone();
    assert!(after.criteria[j].points < before.criteria[j].points);
    window.expect("switched off by you");
    window.click(Role::Link, "Source E22 of 100 ms");
    window.expect("What was found there");
    window.key(Key::Escape);
    assert_eq!(window.ranking().len(), 3, "the answer is back");
    window.expect("One rule changed by you");
    window.click(Role::Link, "One rule changed by you");
    assert!(window.get(Role::Tab, "What follows").is_on);
}
