//! Why, why not, what would change it, and what to find out first: from the verdict to what can be done about it.

use egui::{Key, OutputCommand, accesskit::Role};
use trilemma::{
    assessment::{self, Depth, Subject, explain, why_not},
    model::OwnEvidence,
    store, wording,
};

use crate::driver::Window;

fn on_example(name: &str) -> Window {
    let mut window = Window::new();
    window.click(Role::ListItem, name);
    window.rest();
    window
}

fn command(window: &mut Window, name: &str) {
    window.keys(crate::driver::CTRL, Key::K);
    window.write(name);
    window.key(Key::Enter);
}

#[test]
fn a_row_of_the_ranking_asks_why_not() {
    for by_key in [false, true] {
        let mut window = on_example("Public API");
        let row = window.starting(Role::Button, "3 Python: ").label;
        if by_key {
            window.focus(Role::Button, &row);
            window.key(Key::Enter);
        } else {
            window.click(Role::Button, &row);
        }
        assert!(window.get(Role::ListItem, "Why not …?").is_on);
        assert!(window.get(Role::RadioButton, "Ask about: Python").is_on);
        window.expect("Why not Python?");
        let document = window.app().session().current();
        let (assessment, profile) = (document.assessment().clone(), document.profile().clone());
        let subject = Subject::new(store::shipped(), &profile, &assessment);
        for sentence in why_not(&assessment, assessment.alternative("python").unwrap()) {
            window.expect(&wording::say(subject, &sentence).replace(" %", "\u{a0}%"));
        }
        window.click(Role::RadioButton, "Ask about: Go");
        window.expect("Why Go?");
    }
}

#[test]
fn the_account_is_a_page_with_headings_that_can_be_copied() {
    let mut window = on_example("Firmware");
    window.click(Role::Link, "Full account ›");
    for heading in ["In short", "Requirements", "Where each is strong", "How much each criterion counts", "What to beware of"] {
        window.get(Role::Heading, heading);
    }
    let document = window.app().session().current();
    let (assessment, profile) = (document.assessment().clone(), document.profile().clone());
    let subject = Subject::new(store::shipped(), &profile, &assessment);
    for said in explain(subject, Depth::Paragraph) {
        window.expect(&wording::say(subject, &said.sentence).replace(" %", "\u{a0}%"));
    }
    window.click(Role::Button, "Copy as text");
    let copied = window.copied.iter().find_map(|command| if let OutputCommand::CopyText(text) = command { Some(text) } else { None });
    let copied = copied.expect("a text was copied");
    assert!(copied.starts_with("In short\n\n") && copied.contains(&wording::verdict(&assessment)), "{copied}");
}

#[test]
fn what_would_change_it_leads_to_where_it_is_changed() {
    let mut window = on_example("Public API");
    window.click(Role::Link, "What would change it ›");
    window.get(Role::Heading, "Another answer");
    window.expect("Rust would lead if the answer to “How much memory is there?” were “Bare metal”.");
    let way = window.starting(Role::Link, "Weight of thread safety ›").label;
    window.click(Role::Link, &way);
    assert!(window.get(Role::Tab, "Priorities").is_on);
    window.get(Role::Slider, "Points of Thread safety");
    command(&mut window, "What would change it");
    let way = window.starting(Role::Link, "Rust, development speed ›").label;
    window.click(Role::Link, &way);
    window.get(Role::Button, "Use my own rating…");
    // What is said to change the leader does.
    let mut window = on_example("Public API");
    assert!(window.verdict().starts_with("Go"));
    command(&mut window, "Facts");
    window.click(Role::Tab, "Load");
    window.click(Role::RadioButton, "How much memory is there? Bare metal");
    assert!(window.verdict().starts_with("Rust"), "{}", window.verdict());
}

#[test]
fn where_it_is_close_both_leaders_stand_side_by_side_and_the_next_step_is_one_click_away() {
    let mut window = Window::new();
    let file = window.file("empty.ron", "(schema: 1, name: \"Empty\")");
    window.open(&file);
    window.rest();
    window.expect("Too close to call");
    let document = window.app().session().current();
    let (catalogue, assessment) = (trilemma::store::shipped(), document.assessment().clone());
    for i in [assessment.verdict.leader, assessment.verdict.runner_up].into_iter().flatten() {
        let alternative = &assessment.alternatives[i];
        window.expect(&format!("{} {}", alternative.name, wording::score(alternative.score)));
    }
    window.expect("Better on ");
    window.expect("Find out first");
    let found = assessment::information(catalogue, document.profile(), &assessment);
    let Some(assessment::Unknown::Fact(first)) = found.first().map(|first| first.about.clone()) else { panic!("nothing is known") };
    let question = catalogue.interview.question(&first).unwrap();
    window.expect(&question.asks);
    window.click(Role::Link, "Answer it ›");
    assert!(window.get(Role::Tab, "Facts").is_on);
    let answer = question.answers(None)[0].label.clone();
    window.get(Role::RadioButton, &format!("{} {answer}", question.asks));
}

#[test]
fn what_was_found_out_is_entered_with_the_rating_and_stands_in_the_account() {
    let mut window = on_example("Edge proxy");
    window.click(Role::Link, "Enter what you find ›");
    window.fill(Role::SpinButton, "most likely", "9");
    window.key(Key::Tab);
    window.fill(Role::MultilineTextInput, "Reason", "Our load test");
    window.fill(Role::TextInput, "What was measured or seen", "3 ms at the 99th percentile");
    window.fill(Role::TextInput, "Date", "last week");
    assert!(!window.get(Role::Button, "Use it").is_enabled, "a day is a day");
    window.fill(Role::TextInput, "Date", "2026-11-20");
    window.fill(Role::TextInput, "Where it can be read", "reports/load.html");
    window.click(Role::Button, "Use it");
    let own = window.app().session().current().profile().ratings[0].clone();
    let expected = OwnEvidence {
        what: "3 ms at the 99th percentile".into(),
        date: Some(jiff::civil::date(2026, 11, 20)),
        link: "reports/load.html".into(),
    };
    assert_eq!((own.reason.as_str(), own.evidence), ("Our load test", Some(expected)));
    window.expect("Our load test. Measured: 3 ms at the 99th percentile (2026-11-20, reports/load.html).");
    command(&mut window, "Full account");
    window.expect("Measured: 3 ms at the 99th percentile (2026-11-20, reports/load.html).");
}

#[test]
fn without_room_for_the_list_the_title_is_the_menu_of_pages() {
    let mut window = Window::sized(900.0, 600.0);
    command(&mut window, "Full account");
    window.click(Role::Button, "Full account");
    window.click(Role::ListItem, "What would change it");
    window.get(Role::Heading, "Another weight");
}
