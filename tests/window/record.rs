//! The record in the window: reading it, deciding, exporting; and profiles side by side.

use std::fs;

use egui::{Key, accesskit::Role};
use trilemma::{
    model::{DecisionStatus, Profile},
    store,
};

use crate::driver::{CTRL, CTRL_SHIFT, Window};

fn decision(window: &Window) -> trilemma::model::Decision {
    window.app().session().current().profile().decision.clone().unwrap_or_default()
}

fn record(window: &mut Window) {
    window.keys(CTRL, Key::Num3);
}

#[test]
fn the_record_is_shown_with_what_is_missing() {
    let mut window = Window::new();
    record(&mut window);
    assert!(window.get(Role::RadioButton, "Mode: Record").is_on);
    assert!(window.has(Role::Heading, "Context and Problem Statement"));
    assert!(window.has(Role::Heading, "Decision Outcome"));
    assert!(window.has(Role::ListItem, "What would change it"));
    for words in
        ["Still missing", "What was chosen", "Who decided", "When it was decided", "Question: What is being built?, Answer: Web API"]
    {
        window.expect(words);
    }
    assert!(!window.get(Role::RadioButton, "accepted").is_enabled);
    window.click(Role::ListItem, "Dissent");
    assert!(window.get(Role::ListItem, "Dissent").is_on);
}

#[test]
fn a_decision_is_filled_in_accepted_and_checked() {
    let mut window = Window::new();
    record(&mut window);
    window.click(Role::Button, "Nothing yet");
    window.click(Role::Button, "Go");
    window.fill(Role::TextInput, "Decided by", "Ann, Ben, ");
    window.fill(Role::TextInput, "On", "2026-11-2");
    assert_eq!(decision(&window).date, None, "half a day is none");
    window.fill(Role::TextInput, "On", "2026-11-24");
    window.expect_gone("Still missing");
    let decided = decision(&window);
    assert_eq!((decided.chosen.as_deref(), decided.decided_by.join("+").as_str()), (Some("go"), "Ann+Ben"));
    assert!(decided.scores.is_empty());
    window.click(Role::RadioButton, "accepted");
    let accepted = decision(&window);
    assert_eq!((accepted.status, accepted.leader.as_deref(), accepted.scores.len()), (DecisionStatus::Accepted, Some("go"), 3));
    window.expect("Numbers recompute: yes");
    window.expect("Public API: Go");
    // Another weight, and the numbers no longer are what was recorded.
    window.keys(CTRL, Key::Num1);
    window.focus(Role::Slider, "Points of Performance");
    window.key(Key::ArrowRight);
    record(&mut window);
    window.expect("Numbers recompute: no");
    window.expect("is recorded as");
    let again = window.get(Role::Button, "Record today's numbers");
    window.request(&again, egui::accesskit::Action::ScrollIntoView, None);
    window.click(Role::Button, "Record today's numbers");
    window.expect("Numbers recompute: yes");
    let proposed = window.get(Role::RadioButton, "proposed");
    window.request(&proposed, egui::accesskit::Action::ScrollIntoView, None);
    window.click(Role::RadioButton, "proposed");
    assert!(decision(&window).scores.is_empty(), "an open decision holds no numbers");
}

#[test]
fn old_evidence_is_told_beside_the_record_as_it_is_above_the_ratings() {
    let mut window = Window::new();
    // A day far ahead, so that it does not matter on which one the test runs.
    let file = window.file("old.ron", "(schema: 1, name: \"Old\", date: \"2200-01-01\")");
    window.open(&file);
    record(&mut window);
    let freshness = {
        let document = window.app().session().current();
        trilemma::assessment::freshness(store::shipped(), document.assessment(), document.profile().date.unwrap())
    };
    let old = trilemma::wording::freshness(&freshness).unwrap().replace(" %", "\u{a0}%");
    window.expect(&format!("Evidence in date: not all. {old}"));
    window.expect_gone("Evidence in date: yes");
}

#[test]
fn the_record_is_exported_and_can_be_read_back() {
    for (name, format) in [("Markdown", "md"), ("HTML", "html"), ("PDF", "pdf")] {
        let mut window = Window::new();
        window.keys(CTRL_SHIFT, Key::E);
        window.click(Role::RadioButton, &format!("Format: {name}"));
        let path = window.home().join(format!("decision.{format}"));
        window.fill(Role::TextInput, "Path", &path.display().to_string());
        window.click(Role::Button, "Export");
        window.expect("Record written to");
        let bytes = fs::read(&path).expect("the record was written");
        if format == "pdf" {
            assert!(bytes.starts_with(b"%PDF-"));
            continue;
        }
        assert!(matches!(store::open_checkable(&path, store::shipped()), Ok(store::Checkable::Record(..))), "{name}");
        assert_eq!(window.home().join("decision-radar.svg").exists(), format == "md");
    }
}

#[test]
fn neither_a_record_nor_a_picture_takes_the_place_of_a_profile() {
    let mut window = Window::new();
    let profile = window.example_file("firmware");
    let before = fs::read(&profile).expect("it is there");
    for keys in [CTRL_SHIFT, CTRL] {
        window.keys(keys, Key::E);
        window.fill(Role::TextInput, "Path", &profile.display().to_string());
        window.click(Role::Button, "Export");
        window.expect("Files that end in .ron are profiles, so nothing was written there.");
        assert_eq!(fs::read(&profile).expect("it is there"), before);
        window.key(Key::Escape);
    }
}

#[test]
fn profiles_are_set_side_by_side_and_their_difference_explained() {
    let mut window = Window::new();
    window.keys(CTRL, Key::K);
    window.write("compare");
    window.key(Key::Enter);
    window.expect("Choose a profile to set beside this one.");
    for other in ["Edge proxy", "Prototype", "Firmware"] {
        window.click(Role::Button, "Add a profile…");
        window.click(Role::Button, &format!("Example: {other}"));
    }
    assert!(!window.has(Role::Button, "Add a profile…"), "four is as many as can be read");
    window.expect("Verdict, Public API: Go, leaning over Rust, Edge proxy: ");
    window.expect("From Public API to Firmware");
    window.click(Role::RadioButton, "Explain the difference from: Edge proxy");
    window.expect("From Public API to Edge proxy");
    let walk = window.starting(Role::Image, "Python from 7.0 to 6.7 (\u{2212}0.3)");
    assert!(walk.label.contains("Kind of program"), "{}", walk.label);
    window.click(Role::Link, "Remove Prototype from the comparison");
    assert!(window.has(Role::Button, "Add a profile…"));
    window.expect_gone("Score of Python, Public API: 7.0 (6.3 to 7.6), Edge proxy: 6.6 (6.0 to 7.1), Prototype");
}

#[test]
fn of_a_sealed_profile_only_what_was_said_is_compared() {
    let window = Window::new();
    let profile = Profile { name: "Secret".into(), sealed: true, ..store::example("firmware").expect("it ships").profile.clone() };
    fs::create_dir_all(window.library()).expect("it can be made");
    fs::write(window.library().join("secret.ron"), store::write(&profile)).expect("it can be written");
    let mut window = window.restarted();
    let shown = window.example_file("public-api");
    window.open(&shown);
    window.keys(CTRL, Key::K);
    window.write("compare profiles");
    window.key(Key::Enter);
    window.click(Role::Button, "Add a profile…");
    window.click(Role::Button, "Secret");
    window.expect("Verdict, Public API: Go, leaning over Rust, Secret: sealed");
    window.expect("Score of Rust, Public API: 7.3 (6.7 to 7.9), Secret: sealed");
    window.expect("The result of Secret is sealed");
    window.expect_gone("What differs");
}
