//! Facts and requirements: what is answered, what follows, and what rules somebody out.

use egui::{Key, accesskit::Role};

use crate::driver::{CTRL, Window};

const QUESTION: &str = "What is being built?";

fn answer(label: &str) -> String {
    format!("{QUESTION} {label}")
}

#[test]
fn an_answer_changes_weights_and_verdict_at_once_and_can_be_undone() {
    let mut window = Window::new();
    window.click(Role::Tab, "Facts");
    let (before, ranking) = (window.profile(), window.ranking());
    assert!(window.get(Role::RadioButton, &answer("Web API")).is_on);
    window.click(Role::RadioButton, &answer("Embedded"));
    assert!(window.get(Role::RadioButton, &answer("Embedded")).is_on);
    assert!(!window.get(Role::RadioButton, &answer("Web API")).is_on);
    assert_ne!(window.ranking(), ranking);
    window.keys(CTRL, Key::Z);
    assert_eq!((window.profile(), window.ranking()), (before, ranking));
}

#[test]
fn not_knowing_is_an_answer_too() {
    let mut window = Window::new();
    window.click(Role::Tab, "Facts");
    window.expect("11 of 13 facts known");
    window.click(Role::RadioButton, &answer("Don't know"));
    window.expect("10 of 13 facts known");
    assert!(window.app().session().current().profile().facts.get("workload").is_none());
}

#[test]
fn the_sections_lead_to_the_priorities() {
    let mut window = Window::new();
    window.click(Role::Tab, "Facts");
    for section in ["Load", "Risk", "Team and code"] {
        window.click(Role::Link, &format!("Next: {section} ›"));
        assert!(window.get(Role::Tab, section).is_on);
    }
    window.click(Role::Link, "See the priorities that follow ›");
    assert!(window.get(Role::Tab, "Priorities").is_on);
}

#[test]
fn a_requirement_rules_out_and_lets_in_again() {
    let mut window = Window::new();
    window.click(Role::ListItem, "Firmware");
    let n_out = |window: &Window| window.app().session().current().assessment().alternatives.iter().filter(|a| !a.is_eligible()).count();
    assert!(n_out(&window) > 0, "the example has somebody who is out");
    window.click(Role::Tab, "Requirements");
    let outcomes = window.app().session().current().assessment().requirements.clone();
    for outcome in outcomes.iter().filter(|outcome| outcome.is_on) {
        window.click(Role::RadioButton, &format!("{}: Off", outcome.name));
    }
    assert_eq!(n_out(&window), 0);
    window.expect_gone("fails the requirement");
    for outcome in outcomes.iter().filter(|outcome| outcome.is_on) {
        window.click(Role::RadioButton, &format!("{}: Counts", outcome.name));
    }
    assert!(n_out(&window) > 0);
    window.expect("fails the requirement");
}

#[test]
fn a_requirement_of_ones_own_choice_is_added_and_removed() {
    let mut window = Window::new();
    window.click(Role::Tab, "Requirements");
    let listed: Vec<String> = window.app().session().current().assessment().requirements.iter().map(|outcome| outcome.id.clone()).collect();
    let catalogue = trilemma::store::shipped();
    let rule = catalogue.requirements.iter().find(|rule| !listed.contains(&rule.id)).unwrap();
    window.click(Role::Button, "Add a requirement…");
    window.click(Role::Button, &rule.name);
    assert!(window.get(Role::RadioButton, &format!("{}: Counts", rule.name)).is_on);
    window.expect("Added by you.");
    window.click(Role::Button, "Remove");
    assert!(!window.has(Role::RadioButton, &format!("{}: Counts", rule.name)));
}

#[test]
fn a_criterion_of_ones_own_joins_and_leaves() {
    let mut window = Window::new();
    window.keys(CTRL, Key::K);
    window.write("add a criterion");
    window.key(Key::Enter);
    assert!(!window.get(Role::Button, "Add").is_enabled, "it needs a name");
    window.fill(Role::TextInput, "Name", "Works on a ship");
    window.fill(Role::TextInput, "What 0 means", "never");
    window.fill(Role::TextInput, "What 10 means", "always");
    window.click(Role::Button, "Add");
    assert!(window.get(Role::Tab, "Ratings").is_on);
    window.get(Role::Button, "Rust, Works on a ship: not rated");
    window.expect("Nobody rated");
    window.click(Role::Button, "Rust, Works on a ship: not rated");
    window.click(Role::Button, "Use my own rating…");
    window.fill(Role::SpinButton, "most likely", "7");
    window.key(Key::Tab);
    window.click(Role::Button, "Use it");
    window.starting(Role::Button, "Rust, Works on a ship: 7.0");
    window.click(Role::Button, "Remove this criterion");
    assert!(window.app().session().current().profile().criteria.is_empty());
    window.expect_gone("Works on a ship");
}
