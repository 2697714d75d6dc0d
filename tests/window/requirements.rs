//! Requirements: those of the catalogue, own ones of every kind, and reasons that lie outside the comparison.

use egui::{Key, accesskit::Role};
use trilemma::model::{Judgement, MandateKind, Requirement};

use crate::driver::{CTRL, Window};

fn on_requirements() -> Window {
    let mut window = Window::new();
    window.click(Role::Tab, "Requirements");
    window
}

/// The own requirements of the shown profile.
fn own(window: &Window) -> Vec<Requirement> {
    window.app().session().current().profile().requirements.clone()
}

fn out(window: &Window) -> Vec<String> {
    let assessment = window.app().session().current().assessment().clone();
    assessment.alternatives.iter().filter(|alternative| !alternative.is_eligible()).map(|alternative| alternative.id.clone()).collect()
}

/// Opens the form of a kind.
fn open_form(window: &mut Window, kind: &str) {
    window.click(Role::Button, "Add a requirement…");
    window.click(Role::Link, kind);
}

fn choose(window: &mut Window, combo: &str, choice: &str) {
    window.click(Role::ComboBox, combo);
    window.click(Role::Button, choice);
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
fn a_rule_says_where_it_comes_from_why_and_on_what_it_rests() {
    let mut window = Window::new();
    window.click(Role::ListItem, "Firmware");
    window.click(Role::Tab, "Requirements");
    window.expect("Follows from your facts: Bare metal.");
    window.expect("but off until you turn it on.");
    window.expect("Part of this is recalled, not read.");
    window.click(Role::Link, "Source E100 of No garbage collector or language runtime");
    window.expect(&trilemma::store::shipped().source("E100").unwrap().figure);
    window.key(Key::Escape);
    window.click(Role::RadioButton, "No garbage collector or language runtime: Off");
    window.fill(Role::TextInput, "Reason: No garbage collector or language runtime", "TinyGo will do.");
    assert_eq!(own(&window)[0].reason, "TinyGo will do.");
    assert!(out(&window).is_empty());
    window.click(Role::Link, "Back to the facts: No garbage collector or language runtime");
    assert!(own(&window).is_empty());
    assert_eq!(out(&window), ["python", "go"]);
}

#[test]
fn the_catalogues_requirements_are_searched_and_added() {
    let mut window = on_requirements();
    window.click(Role::Button, "Add a requirement…");
    window.write("browser");
    assert!(!window.has(Role::Button, "No garbage collector or language runtime"));
    window.click(Role::Button, "Small WebAssembly in the browser");
    assert!(window.get(Role::RadioButton, "Small WebAssembly in the browser: Counts").is_on);
    window.expect("Added by you.");
    // What is listed already is not offered again.
    window.click(Role::Button, "Add a requirement…");
    window.write("browser");
    window.expect("No requirement of the catalogue has these words.");
    window.key(Key::Escape);
    window.click(Role::Link, "Remove: Small WebAssembly in the browser");
    assert!(own(&window).is_empty());
    window.keys(CTRL, Key::Z);
    assert_eq!(own(&window).len(), 1, "removing can be undone");
}

#[test]
fn an_own_requirement_is_judged_changed_and_removed() {
    let mut window = on_requirements();
    open_form(&mut window, "One of your own…");
    assert!(!window.get(Role::Button, "Add").is_enabled, "it needs a name");
    window.fill(Role::TextInput, "What must be met", "Runs on our old cluster");
    window.click(Role::RadioButton, "Rust: fails");
    window.click(Role::RadioButton, "Python: passes with cost");
    window.fill(Role::MultilineTextInput, "Reason", "It has no such image.");
    window.click(Role::Button, "Add");
    assert_eq!(out(&window), ["rust"]);
    window.expect("Rust fails the requirement “Runs on our old cluster”.");
    window.expect("Because: It has no such image.");
    let kept = own(&window)[0].clone();
    assert_eq!(
        (kept.id.as_str(), kept.judgements["python"], kept.judgements["rust"]),
        ("runs_on_our_old_cluster", Judgement::PassesWithCost, Judgement::Fails)
    );
    window.click(Role::Link, "Change Runs on our old cluster");
    window.click(Role::RadioButton, "Rust: passes");
    window.click(Role::Button, "Keep");
    assert!(out(&window).is_empty());
    assert_eq!((own(&window).len(), own(&window)[0].reason.as_str()), (1, "It has no such image."));
    window.click(Role::Link, "Remove: Runs on our old cluster");
    assert!(own(&window).is_empty());
}

#[test]
fn a_threshold_rules_out_what_is_rated_lower() {
    let mut window = on_requirements();
    open_form(&mut window, "A threshold…");
    assert!(!window.get(Role::Button, "Add").is_enabled, "it needs a criterion");
    choose(&mut window, "Criterion", "Predictable latency");
    window.fill(Role::SpinButton, "Rating to be reached", "6");
    window.key(Key::Tab);
    window.expect("Python fails (4.0) · Go passes (6.5) · Rust passes (9.5)");
    window.click(Role::Button, "Add");
    assert_eq!(out(&window), ["python"]);
    assert_eq!(own(&window)[0].name, "Predictable latency at least 6");
    // It follows the ratings from then on.
    window.click(Role::Link, "Change Predictable latency at least 6");
    window.fill(Role::SpinButton, "Rating to be reached", "7");
    window.key(Key::Tab);
    window.click(Role::Button, "Keep");
    assert_eq!(out(&window), ["python", "go"]);
}

#[test]
fn a_demand_from_outside_says_who_makes_it() {
    let mut window = on_requirements();
    open_form(&mut window, "A demand from outside…");
    window.fill(Role::TextInput, "What is demanded", "Use the maker's kit");
    choose(&mut window, "Kind of demand", "Vendor's kit");
    window.fill(Role::TextInput, "Who demands it", "The chip's maker");
    window.click(Role::RadioButton, "Python: fails");
    window.click(Role::Button, "Add");
    window.expect("Demanded by The chip's maker (Vendor's kit).");
    assert_eq!(own(&window)[0].mandate.as_ref().unwrap().kind, MandateKind::VendorSdk);
    assert_eq!(out(&window), ["python"]);
}

#[test]
fn a_reason_from_outside_is_kept_and_said_and_changes_no_score() {
    let mut window = on_requirements();
    let ranking = window.ranking();
    window.click(Role::Button, "The deciding reason is not in this list…");
    window.fill(Role::TextInput, "What decides", "The parent company runs Rust only");
    choose(&mut window, "Speaks for", "Rust");
    window.click(Role::Button, "Add");
    assert_eq!((window.ranking(), out(&window).len()), (ranking, 0));
    window.expect("A deciding reason lies outside this comparison and speaks for Rust: The parent company runs Rust only.");
    window.expect("Decides outside this comparison, and speaks for Rust.");
    assert!(window.profile().contains("outside: true, favours: \"rust\""), "{}", window.profile());
    window.click(Role::RadioButton, "The parent company runs Rust only: Off");
    window.expect_gone("A deciding reason lies outside");
}
