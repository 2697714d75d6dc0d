//! A sealed result and the gut-feeling check: nothing betrays the answer before it is revealed, and a surprise is explained.

use egui::{Key, accesskit::Role};
use trilemma::{
    model::Feeling,
    store,
    wording::{headline, score},
};

use crate::driver::{CTRL, CTRL_SHIFT, Window};

const SWITCH: &str = "Weigh before you see the result";

fn run(window: &mut Window, words: &str) {
    window.keys(CTRL, Key::K);
    window.write(words);
    window.key(Key::Enter);
}

/// Everything that is said or painted, and the title of the window.
fn told(window: &Window) -> String {
    let seen = window.seen().into_iter().map(|seen| format!("{} {}", seen.label, seen.value));
    let title = window.title().map(str::to_owned);
    seen.chain(window.painted()).chain(title).collect::<Vec<_>>().join("\n")
}

/// Nothing tells the verdict, a score, a place or a share.
#[track_caller]
fn betrays_nothing(window: &Window, place: &str) {
    let told = told(window);
    let assessment = window.app().session().current().assessment();
    let (strong, rest) = headline(assessment);
    assert!(!told.contains(&strong) && !told.contains(&rest), "{place} tells the verdict:\n{told}");
    for words in [" leads ", "comes first", "plausible from", "Too close", "leaning", "clearly over", "could change the leader"] {
        assert!(!told.contains(words), "{place} says “{words}”:\n{told}");
    }
    for alternative in &assessment.alternatives {
        let (name, score) = (&alternative.name, score(alternative.score));
        let row = |line: &str| line.contains(name.as_str()) && line.contains(&score);
        assert!(!told.lines().any(row), "{place} tells the score of {name}:\n{told}");
    }
}

#[test]
fn a_sealed_result_is_told_nowhere() {
    let mut window = Window::new();
    window.rest();
    window.click(Role::CheckBox, SWITCH);
    window.rest();
    assert_eq!(window.verdict(), "The result is sealed");
    betrays_nothing(&window, "Priorities");
    window.keys(CTRL, Key::Num2);
    betrays_nothing(&window, "Analyse");
    assert_eq!(window.verdict(), "The result is sealed");
    for chart in ["Radar", "Contributions", "How sure", "Crossover"] {
        window.click(Role::ListItem, chart);
        betrays_nothing(&window, chart);
    }
    window.keys(CTRL, Key::T);
    betrays_nothing(&window, "the table");
    window.click(Role::ListItem, "Compare profiles");
    betrays_nothing(&window, "Compare profiles");
    window.keys(CTRL, Key::Num3);
    betrays_nothing(&window, "Record");
    assert_eq!(window.verdict(), "The result is sealed");
    window.keys(CTRL_SHIFT, Key::E);
    window.expect("The result is sealed, so no record can be exported");
    for tab in ["Facts", "Requirements"] {
        run(&mut window, tab);
        betrays_nothing(&window, tab);
    }
    run(&mut window, "Weigh in another way");
    window.click(Role::Tab, "Compare");
    betrays_nothing(&window, "Compare");
    assert!(window.starting(Role::Label, "Present: ").label.ends_with("; leads: sealed"));
    // The drawer beside the ratings has the result in one line.
    run(&mut window, "Ratings");
    let cell = window.starting(Role::Button, "Rust, Raw speed: ").label;
    window.click(Role::Button, &cell);
    window.expect("The result is sealed");
    assert!(!told(&window).contains(&headline(window.app().session().current().assessment()).0));
    // Charts cannot be taken out either.
    window.keys(CTRL, Key::E);
    window.expect("The result is sealed, so no chart can be exported.");
    window.keys(CTRL_SHIFT, Key::C);
    assert!(window.copied.is_empty());
}

#[test]
fn a_seal_travels_with_the_file() {
    let window = Window::new();
    let profile = trilemma::model::Profile { sealed: true, ..store::example("public-api").expect("it ships").profile.clone() };
    let file = window.file("sent.ron", &store::write(&profile));
    let mut window = window;
    window.open(&file);
    betrays_nothing(&window, "the opened file");
    assert!(window.get(Role::CheckBox, SWITCH).is_on);
    window.click(Role::Button, "Reveal the result");
    assert!(window.verdict().starts_with("Go"));
    assert!(!window.profile().contains("sealed"));
    let read = store::parse(window.profile().as_bytes(), store::shipped()).expect("it can be read again").profile;
    assert_eq!(read, *window.app().session().current().profile(), "a check that nobody answered yet is kept too");
    window.keys(CTRL, Key::Z);
    betrays_nothing(&window, "undoing it");
}

#[test]
fn a_surprise_is_recorded_and_explained() {
    let mut window = Window::new();
    run(&mut window, "Seal the result");
    window.click(Role::RadioButton, "Expected to lead: Rust");
    window.click(Role::Button, "Reveal the result");
    window.expect("You expected Rust; Go comes first.");
    window.click(Role::RadioButton, "The result feels: Surprising");
    window.expect("Go gains most over Rust on:");
    window.expect("would be enough for Rust to lead.");
    window.fill(Role::MultilineTextInput, "Remark on the gut-feeling check", "I had the old service in mind");
    window.key(Key::Escape);
    let feeling = window.app().session().current().profile().gut_feeling.clone().expect("it is kept");
    assert_eq!((feeling.expected.as_deref(), feeling.feeling), (Some("rust"), Some(Feeling::Surprised)));
    assert_eq!(feeling.remark, "I had the old service in mind");
    // What it names is one click away.
    window.click(Role::Link, "See the ratings on Development speed");
    assert!(window.get(Role::Tab, "Ratings").is_on);
    window.expect("Rust: development speed");
    window.click(Role::Link, "Close");
    window.click(Role::Link, "See these weights");
    assert!(window.get(Role::Tab, "Priorities").is_on);
    window.click(Role::Link, "Less");
    window.expect("It is a surprise.");
    window.expect("I had the old service in mind");
    window.expect_gone("Go gains most over Rust on:");
    window.click(Role::Link, "Remove");
    assert_eq!(window.app().session().current().profile().gut_feeling, None);
}

#[test]
fn an_expectation_can_be_passed_over_and_be_right() {
    let mut window = Window::new();
    run(&mut window, "Gut-feeling check");
    window.expect("Nobody said beforehand what was expected.");
    window.click(Role::RadioButton, "The result feels: Right");
    window.expect("It feels right.");
    assert!(!window.has(Role::RadioButton, "Expected to lead: Go"));
    window.click(Role::RadioButton, "The result feels: Surprising");
    window.click(Role::RadioButton, "Expected to lead: Go");
    window.expect("You expected Go, and Go leads.");
    window.click(Role::Link, "See what its score is made of");
    assert!(window.get(Role::ListItem, "Contributions").is_on);
}

#[test]
fn one_that_fails_a_requirement_is_explained_by_it() {
    let mut window = Window::new();
    run(&mut window, "open firm");
    run(&mut window, "Gut-feeling check");
    window.click(Role::RadioButton, "The result feels: Surprising");
    window.click(Role::RadioButton, "Expected to lead: Python");
    window.expect("Python fails a requirement. No score makes up for that.");
    window.expect_gone("would be enough for Python");
    window.click(Role::Link, "See the requirements");
    assert!(window.get(Role::Tab, "Requirements").is_on);
}
