//! Another catalogue in the window: used, named, remembered, refused, given up again.
//!
//! What a catalogue may say is tested in `tests/layer.rs`.

use std::path::Path;

use egui::{Key, accesskit::Role};

use crate::driver::{CTRL, Window};

const HOUSE: &str = include_str!("../../assets/catalogues/house.ron");

/// Asks for a command by its name, as in the palette.
fn command(window: &mut Window, name: &str) {
    window.keys(CTRL, Key::K);
    window.write(name);
    window.key(Key::Enter);
}

fn choose(window: &mut Window, path: &Path) {
    command(window, "Use a catalogue");
    window.fill(Role::TextInput, "Path", &path.display().to_string());
    window.click(Role::Button, "Use this catalogue");
}

#[test]
fn a_catalogue_is_used_named_remembered_and_given_up() {
    let mut window = Window::new();
    let before = window.ranking();
    assert!(!before.iter().any(|row| row.contains("Kestrel")), "{before:?}");
    let path = window.file("house.ron", HOUSE);
    choose(&mut window, &path);
    window.expect("Everything is assessed with catalogue Northlight 3 (2026.11) now.");
    window.expect("With catalogue Northlight 3 (2026.11)");
    assert!(window.ranking().iter().any(|row| row.contains("Kestrel")), "{:?}", window.ranking());
    window.click(Role::Link, "Dismiss");
    window.expect("Catalogue Northlight 3 (2026.11)");

    let mut window = window.restarted();
    window.expect("Catalogue Northlight 3 (2026.11)");
    assert!(window.ranking().iter().any(|row| row.contains("Kestrel")));
    command(&mut window, "Use the shipped catalogue");
    window.expect_gone("Northlight");
    assert_eq!(window.ranking(), before);
    assert_eq!(window.restarted().ranking(), before);
}

#[test]
fn a_broken_one_is_told_with_its_place_and_changes_nothing() {
    let mut window = Window::new();
    let before = window.ranking();
    let path = window.file("house.ron", &HOUSE.replace("mode: 7, high: 8, support", "mode: 9, high: 8, support"));
    choose(&mut window, &path);
    window.expect("house.ron:38:9: A rating goes from 0 to 10");
    assert_eq!(window.ranking(), before);
    // Corrected meanwhile, it is used.
    window.file("house.ron", HOUSE);
    window.click(Role::Button, "Use this catalogue");
    window.expect("With catalogue Northlight 3 (2026.11)");
    // One that broke since gives way at the next start, and is told.
    window.file("house.ron", "(schema: 1, over: \"2026.11\"");
    let window = window.restarted();
    window.expect("Your catalogue could not be read, so the shipped one is used.");
    assert_eq!(window.ranking(), before);
}

#[test]
fn what_is_open_and_speaks_of_it_keeps_it_in_use() {
    let mut window = Window::new();
    let path = window.file("house.ron", HOUSE);
    choose(&mut window, &path);
    let profile = window.file("own.ron", "(schema: 1, name: \"Ours\", points: {\"house_support\": 9.0})");
    window.open(&profile);
    command(&mut window, "Use the shipped catalogue");
    window.expect("“Ours” speaks of something that catalogue 2026.11 does not know.");
    assert!(window.ranking().iter().any(|row| row.contains("Kestrel")));
}
