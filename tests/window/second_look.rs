//! How sure, what moves it, what to find out first, what other methods say: in the list of charts and beside the weights.

use egui::{Key, accesskit::Role};
use trilemma::{assessment, chart::ChartKind, store, wording};

use crate::driver::{CTRL, Window};

/// A window that shows one chart of an example, with the background at rest.
fn showing(example: &str, kind: ChartKind) -> Window {
    let mut window = Window::new();
    window.click(Role::ListItem, &store::example(example).unwrap().profile.name);
    window.keys(CTRL, Key::Num2);
    window.click(Role::ListItem, &kind.name());
    window.rest();
    window
}

fn picture(window: &Window) -> String {
    window.seen().into_iter().find(|seen| seen.role == Role::Image).map(|seen| seen.label).unwrap_or_default()
}

#[test]
fn every_chart_is_in_the_list_and_is_a_chart_and_a_table() {
    let mut window = Window::new();
    window.click(Role::ListItem, "Prototype");
    window.keys(CTRL, Key::Num2);
    for kind in ChartKind::ALL {
        window.click(Role::ListItem, &kind.name());
        window.rest();
        assert!(window.get(Role::ListItem, &kind.name()).is_on);
        let said = picture(&window);
        assert!(said.contains("Python") || kind == ChartKind::Information, "{}: {said}", kind.id());
        assert!(!said.contains("being counted") && !said.contains("worked out"), "{}: {said}", kind.id());
        window.click(Role::RadioButton, "Show as: Table");
        assert!(picture(&window).is_empty());
        window.click(Role::RadioButton, "Show as: Chart");
    }
}

#[test]
fn the_shares_of_the_chart_are_those_of_the_ranking() {
    let mut window = showing("edge-proxy", ChartKind::Acceptability);
    // The first answer is followed by better ones until the last.
    let mut n_looks = 0;
    while picture(&window).contains("10,000 draws") && n_looks < 1_000 {
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.rest();
        n_looks += 1;
    }
    let said = picture(&window);
    let assessment = window.app().session().current().assessment().clone();
    let problem = assessment::RobustnessProblem::new(&assessment, window.app().session().current().profile().seed).unwrap();
    let robustness = problem.run(1, &std::sync::atomic::AtomicBool::new(false), |_| {}).unwrap();
    for (i, alternative) in assessment.alternatives.iter().enumerate() {
        let share = wording::percent(robustness.leads(i).unwrap());
        assert!(said.contains(&format!("{} ({share})", alternative.name)), "{share}: {said}");
    }
    window.expect("draws of weights and ratings");
}

#[test]
fn the_crossover_is_drawn_for_any_group() {
    let mut window = showing("edge-proxy", ChartKind::Crossover);
    let nearest = picture(&window);
    let button = window.starting(Role::Button, "Weight of: ").label;
    window.click(Role::Button, &button);
    window.click(Role::Button, "Safety");
    window.get(Role::Button, "Weight of: Safety");
    assert_ne!(picture(&window), nearest);
}

#[test]
fn what_is_worth_finding_out_stands_under_the_weights_and_leads_to_the_chart() {
    let mut window = Window::new();
    window.click(Role::ListItem, "Prototype");
    window.click(Role::Tab, "Priorities");
    window.rest();
    let document = window.app().session().current();
    let found = assessment::information(store::shipped(), document.profile(), document.assessment());
    let words = wording::find_out_first(store::shipped(), document.assessment(), &found).expect("something is not known");
    window.expect(&words);
    window.click(Role::Link, "All of it ›");
    assert!(window.get(Role::ListItem, "What to find out first").is_on);
    // Where the verdict is clear, there is no need.
    window.keys(CTRL, Key::Num1);
    window.click(Role::ListItem, "Developer CLI");
    window.rest();
    window.expect_gone("Worth finding out first");
}

#[test]
fn a_dissenting_method_is_named_with_its_reason() {
    let window = showing("edge-proxy", ChartKind::Methods);
    let assessment = window.app().session().current().assessment().clone();
    let dissents = wording::dissents(&assessment, &assessment::methods(&assessment).unwrap());
    assert!(!dissents.is_empty(), "the example has a dissenter");
    dissents.iter().for_each(|words| window.expect(words));
}

#[test]
fn exports_hold_what_was_computed_in_the_background() {
    for kind in [ChartKind::Acceptability, ChartKind::Information] {
        let mut window = showing("prototype", kind);
        window.keys(CTRL, Key::E);
        let path = window.home().join("numbers.csv");
        window.fill(Role::TextInput, "Path", &path.display().to_string());
        window.click(Role::Button, "Export");
        let csv = std::fs::read_to_string(&path).unwrap();
        assert!(csv.lines().count() >= 4, "{}: {csv}", kind.id());
    }
}

#[test]
fn the_palette_leads_to_every_chart() {
    let mut window = Window::new();
    window.keys(CTRL, Key::K);
    window.write("moves it");
    window.key(Key::Enter);
    assert!(window.get(Role::ListItem, "What moves it").is_on);
}
