//! What others chose, and how often the answers agree with that: two pages of Analyse.

use egui::{Key, accesskit::Role};

use crate::driver::{CTRL, Seen, Window};

fn showing(page: &str) -> Window {
    let mut window = Window::new();
    window.keys(CTRL, Key::Num2);
    window.click(Role::ListItem, page);
    window.rest();
    window
}

fn headings(window: &Window) -> Vec<String> {
    window.seen().into_iter().filter(|seen| seen.role == Role::Heading && seen.label.contains(" alike")).map(|seen| seen.label).collect()
}

#[test]
fn the_nearest_choices_are_told_with_their_reasons() {
    let mut window = showing("Precedents");
    let nearest = headings(&window);
    assert_eq!(nearest.len(), 6, "{}", window.inventory());
    assert!(nearest[0].contains("was chosen") && nearest[0].ends_with(" % alike"), "{}", nearest[0]);
    for words in ["Of the 6 most alike, ", "Differs", "Agrees", "Kind of program: Web API", " here, ", "defensible."] {
        window.expect(words);
    }
    let sources: Vec<Seen> = window.seen().into_iter().filter(|seen| seen.label.starts_with("Sources for ")).collect();
    assert_eq!(sources.len(), 6, "{}", window.inventory());
    window.expect_gone("http");
    window.click(sources[0].role, &sources[0].label);
    window.expect("http");
    window.starting(Role::Button, "Show all ");
    let all = window.starting(Role::Button, "Show all ").label;
    window.click(Role::Button, &all);
    assert!(headings(&window).len() > 30, "{}", headings(&window).len());
    window.click(Role::Button, "Show the nearest only");
    assert_eq!(headings(&window), nearest);
}

#[test]
fn the_facts_decide_what_is_near() {
    let mut window = showing("Precedents");
    let before = headings(&window);
    window.keys(CTRL, Key::Num1);
    window.click(Role::ListItem, "Firmware");
    window.keys(CTRL, Key::Num2);
    assert_ne!(headings(&window), before);
    window.expect("Kind of program: Embedded");
}

#[test]
fn without_facts_there_is_nothing_to_compare() {
    let mut window = showing("Precedents");
    window.keys(CTRL, Key::N);
    window.key(Key::Escape);
    window.keys(CTRL, Key::Num2);
    window.expect("At least 4 facts");
    window.click(Role::Button, "Answer facts…");
    assert!(window.get(Role::Tab, "Facts").is_on);
}

#[test]
fn the_track_record_tells_hits_misses_and_limits() {
    let mut window = showing("Track record");
    for words in [
        "What these figures cannot say",
        "of the way from what chance gives to full agreement",
        "Brier score",
        "misses",
        "The team's reason: ",
        "at best.",
    ] {
        window.expect(words);
    }
    let own = window.starting(Role::Label, "Trilemma: 44 cases, chosen in ").label;
    let always = window.starting(Role::Label, "Always Go: 44 cases, chosen in ").label;
    assert_ne!(own, always);
    for row in ["clear: ", "leads in 90 % to 100 %: ", "expected in 40 % to 50 %: ", "Rust: ", "Web API: "] {
        window.starting(Role::Label, row);
    }
    // The misses that are told are those that were counted.
    let right: usize = own.split("chosen in ").nth(1).and_then(|rest| rest.split(' ').next()?.parse().ok()).expect("a share");
    let told = window.seen().iter().filter(|seen| seen.label.contains(" was chosen. ")).count();
    assert_eq!(((44 - told) as f64 / 44.0 * 100.0).round() as usize, right, "{told} misses");
    window.click(Role::RadioButton, "Cases: Ordinary systems");
    window.starting(Role::Label, "Trilemma: 20 cases");
    window.expect("went against what people expect");
    assert!(window.get(Role::RadioButton, "Cases: Ordinary systems").is_on);

    // Every heading can have the keyboard, and has a name; nothing is cut off in a small window.
    for [width, height] in [[640.0, 480.0], [900.0, 600.0], [1280.0, 800.0]] {
        window.resize(width, height);
        let screen = window.ctx().content_rect().expand(1.0);
        for seen in window.seen().iter().filter(|seen| seen.is_focusable && matches!(seen.role, Role::Heading | Role::RadioButton)) {
            assert!(!seen.label.is_empty() && seen.rect.min.x >= screen.min.x && seen.rect.max.x <= screen.max.x, "{seen:?}");
        }
        for seen in window.seen().iter().filter(|seen| seen.role == Role::Label && seen.label.contains(" cases, ")) {
            assert!(seen.rect.max.x <= screen.max.x, "at {width} × {height}: {seen:?}");
        }
    }
}

#[test]
fn the_keyboard_reads_the_page_part_by_part() {
    let mut window = showing("Track record");
    let top = window.get(Role::Heading, "What was found").rect.min.y;
    window.key(Key::PageDown);
    window.rest();
    assert!(window.get(Role::Heading, "What was found").rect.min.y < top, "a page down moves the page");
    window.key(Key::PageUp);
    window.rest();
    assert!((window.get(Role::Heading, "What was found").rect.min.y - top).abs() < 1.0);
    let last =
        window.seen().into_iter().find(|seen| seen.role == Role::Heading && seen.label.ends_with(" misses")).expect("there are misses");
    assert!(last.rect.min.y > 800.0, "it begins out of sight");
    for _ in 0..60 {
        window.key(Key::Tab);
        if window.focused().is_some_and(|seen| seen.label == last.label) {
            break;
        }
    }
    window.rest();
    let now = window.focused().expect("something has the keyboard");
    assert!(now.label == last.label && window.ctx().content_rect().contains_rect(now.rect), "{now:?}");
}
