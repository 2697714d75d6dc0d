//! The ratings, what they rest on, and ratings of one's own.

use egui::{Key, accesskit::Role};

use crate::driver::{CTRL, Window};

fn on_ratings() -> Window {
    let mut window = Window::new();
    window.click(Role::Tab, "Ratings");
    window
}

/// The name of a cell, whatever its numbers are now.
fn cell(window: &Window, start: &str) -> String {
    window.starting(Role::Button, start).label
}

fn open_cell(window: &mut Window, start: &str) {
    let label = cell(window, start);
    window.click(Role::Button, &label);
}

#[test]
fn every_criterion_has_a_cell_for_every_alternative() {
    let window = on_ratings();
    let assessment = window.app().session().current().assessment().clone();
    for criterion in &assessment.criteria {
        for alternative in &assessment.alternatives {
            cell(&window, &format!("{}, {}: ", alternative.name, criterion.name));
        }
    }
    assert!(assessment.criteria.len() >= 17);
    window.expect("disputed");
}

#[test]
fn a_click_opens_what_a_rating_rests_on_and_escape_closes_it() {
    let mut window = on_ratings();
    open_cell(&mut window, "Rust, Raw speed: ");
    window.expect("Rust: raw speed");
    window.expect("The article says");
    window.expect("Evidence");
    let catalogue = trilemma::store::shipped();
    let rating = catalogue.ratings.iter().find(|rating| rating.criterion == "raw_performance" && rating.alternative == "rust").unwrap();
    assert!(!rating.evidence.is_empty() && !rating.claims.is_empty());
    for id in &rating.evidence {
        let source = catalogue.source(id).unwrap();
        window.expect(&source.figure);
        window.expect(&source.author);
    }
    for id in &rating.claims {
        window.expect(&catalogue.claim(id).unwrap().says);
    }
    assert!(window.says("7.9"), "the scores stay in sight beside the drawer\n{}", window.inventory());
    window.key(Key::Escape);
    window.expect_gone("The article says");
    assert_eq!(window.ranking().len(), 3, "the answer is back");
}

#[test]
fn a_second_click_and_the_link_close_it_too() {
    let mut window = on_ratings();
    open_cell(&mut window, "Go, Tooling: ");
    open_cell(&mut window, "Go, Tooling: ");
    window.expect_gone("Use my own rating…");
    open_cell(&mut window, "Go, Tooling: ");
    window.click(Role::Link, "Close");
    window.expect_gone("Use my own rating…");
}

#[test]
fn an_own_rating_changes_the_score_is_marked_and_can_be_taken_back() {
    let mut window = on_ratings();
    let before = window.app().session().current().assessment().clone();
    open_cell(&mut window, "Python, Raw speed: ");
    window.click(Role::Button, "Use my own rating…");
    window.fill(Role::SpinButton, "most likely", "6,5");
    window.key(Key::Tab);
    window.fill(Role::SpinButton, "highest", "8");
    window.key(Key::Tab);
    window.fill(Role::MultilineTextInput, "Reason", "We call native code for the heavy part.");
    window.click(Role::Button, "Use it");
    let (i, j) = (before.alternative("python").unwrap(), before.criterion("raw_performance").unwrap());
    let after = window.app().session().current().assessment().clone();
    assert_eq!((after.ratings[i][j].rating.mode, after.ratings[i][j].rating.high), (6.5, 8.0));
    assert!(after.alternatives[i].score > before.alternatives[i].score);
    window.expect("An own rating counts here");
    window.starting(Role::Label, "Raw speed, 6 % of the weight, own");
    window.get(Role::Tab, "Ratings");
    assert_eq!(window.app().session().current().profile().ratings[0].reason, "We call native code for the heavy part.");
    window.click(Role::Button, "Back to the catalogue's");
    let now = window.app().session().current().assessment().clone();
    assert_eq!(now.alternatives[i].score, before.alternatives[i].score);
    window.expect_gone("of the weight, own");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.app().session().current().profile().ratings.len(), 1, "taking it back can be undone");
}

#[test]
fn an_own_rating_can_be_given_up() {
    let mut window = on_ratings();
    let before = window.profile();
    open_cell(&mut window, "Go, Memory: ");
    window.click(Role::Button, "Use my own rating…");
    window.fill(Role::SpinButton, "most likely", "1");
    window.key(Key::Tab);
    window.click(Role::Button, "Cancel");
    assert_eq!(window.profile(), before);
    window.get(Role::Button, "Use my own rating…");
}

#[test]
fn an_own_rating_without_a_reason_is_remarked() {
    let mut window = on_ratings();
    open_cell(&mut window, "Go, Memory: ");
    window.click(Role::Button, "Use my own rating…");
    window.click(Role::Button, "Use it");
    window.key(Key::Escape);
    window.expect("One own rating has no reason.");
    // It is said in passing, where ratings are shown, not beside the verdict.
    window.click(Role::Tab, "Priorities");
    window.expect_gone("One own rating has no reason.");
}

#[test]
fn lowest_and_highest_enclose_the_most_likely() {
    let mut window = on_ratings();
    open_cell(&mut window, "Go, Memory: ");
    window.click(Role::Button, "Use my own rating…");
    window.fill(Role::SpinButton, "most likely", "2");
    window.key(Key::Tab);
    window.expect("Lowest and highest will be moved");
    window.click(Role::Button, "Use it");
    let own = &window.app().session().current().profile().ratings[0];
    assert!(own.low <= own.mode && own.mode <= own.high);
    assert_eq!(own.mode, 2.0);
}

#[test]
fn a_note_is_kept_with_its_criterion() {
    let mut window = on_ratings();
    open_cell(&mut window, "Go, Memory: ");
    window.fill(Role::MultilineTextInput, "Note", "Measured again in May.");
    window.key(Key::Escape);
    open_cell(&mut window, "Rust, Memory: ");
    assert_eq!(window.get(Role::MultilineTextInput, "Note").value, "Measured again in May.");
    assert_eq!(window.app().session().current().profile().notes["memory"], "Measured again in May.");
}

#[test]
fn the_scale_says_how_a_rating_comes_about() {
    let mut window = on_ratings();
    open_cell(&mut window, "Rust, Raw speed: ");
    let seen = window.seen();
    let more = seen.iter().find(|seen| seen.label == "How the rating comes about").expect("it can be unfolded");
    window.click(more.role, "How the rating comes about");
    assert!(window.says("of the rating)"), "{}", window.inventory());
}

#[test]
fn what_the_verdict_rests_on_is_said_above_the_ratings() {
    let mut window = on_ratings();
    let assessment = window.app().session().current().assessment().clone();
    let share = trilemma::wording::percent(assessment.evidence_coverage(trilemma::store::shipped()));
    window.expect(&format!("{share} of the weight rests on named sources"));
    // A day far ahead, so that it does not matter on which one the test runs.
    let old = "(schema: 1, name: \"Old\", date: \"2200-01-01\")";
    let file = window.file("old.ron", old);
    window.open(&file);
    window.expect("sources behind this verdict are past their shelf life");
    let freshness = {
        let document = window.app().session().current();
        trilemma::assessment::freshness(trilemma::store::shipped(), document.assessment(), document.profile().date.unwrap())
    };
    window.expect(&trilemma::wording::freshness(&freshness).unwrap().replace(" %", "\u{a0}%"));
    open_cell(&mut window, "Rust, Raw speed: ");
    let criterion = trilemma::store::shipped().criterion("raw_performance").unwrap();
    window.expect(&format!("past its shelf life of {} years", criterion.shelf_life_years));
}

#[test]
fn a_source_opens_beside_the_work_and_leads_to_what_rests_on_it() {
    let mut window = on_ratings();
    open_cell(&mut window, "Rust, Raw speed: ");
    window.click(Role::Link, "More on E05 ›");
    let source = trilemma::store::shipped().source("E05").unwrap();
    for words in [&source.title, &source.figure, &source.url, &source.caveat] {
        window.expect(words);
    }
    window.expect("strong evidence, read at the source");
    window.key(Key::Escape);
    window.expect("Rust: raw speed");
    window.click(Role::Link, "More on E05 ›");
    let rating = window.starting(Role::Link, "Raw speed: ").label;
    window.click(Role::Link, &rating);
    window.expect("Python: raw speed");
    window.click(Role::Link, "Why this weight ›");
    window.expect("Why raw speed weighs this");
}

#[test]
fn escape_closes_a_dialog_before_the_drawer_behind_it() {
    let mut window = on_ratings();
    open_cell(&mut window, "Rust, Raw speed: ");
    window.keys(CTRL, Key::K);
    window.get(Role::TextInput, "Type what you want to do");
    window.key(Key::Escape);
    assert!(!window.has(Role::TextInput, "Type what you want to do"));
    window.expect("The article says");
    window.key(Key::Escape);
    window.expect_gone("The article says");
}
