//! Files: opening, saving, what fails, what would be lost, and closing with unsaved work.

use std::path::Path;

use egui::{Key, Modifiers, ViewportCommand, accesskit::Role};
use trilemma::{session::Source, store};

use crate::driver::{CTRL, CTRL_SHIFT, Window};

const SLIDER: &str = "Points of Performance";

/// Changes the shown profile.
fn change(window: &mut Window) {
    window.focus(Role::Slider, SLIDER);
    window.keys(Modifiers::SHIFT, Key::ArrowRight);
    window.expect("Unsaved changes");
}

fn source(window: &Window) -> Source {
    window.app().session().current().source.clone()
}

#[test]
fn a_profile_opens_by_its_path() {
    let mut window = Window::new();
    let path = window.example_file("storage-engine");
    window.open(&path);
    assert_eq!(source(&window), Source::File(path));
    window.expect("Profile Storage engine: change name and context");
    window.expect("Saved");
    assert_eq!(window.verdict(), trilemma::wording::headline_line(window.app().session().current().assessment()));
    assert!(!window.has(Role::TextInput, "Path"), "the dialog is gone");
}

#[test]
fn enter_in_the_path_opens_and_the_file_is_remembered() {
    let mut window = Window::new();
    let path = window.example_file("firmware");
    window.keys(CTRL, Key::O);
    assert!(window.get(Role::TextInput, "Path").has_focus, "one can type at once");
    assert!(!window.get(Role::Button, "Open").is_enabled, "there is nothing to open yet");
    window.write(&path.display().to_string());
    window.key(Key::Enter);
    assert_eq!(source(&window), Source::File(path.clone()));
    window.click(Role::ListItem, "Public API");
    window.keys(CTRL, Key::O);
    window.click(Role::Button, &path.display().to_string());
    assert_eq!(source(&window), Source::File(path));
}

#[test]
fn escape_leaves_every_dialog_without_a_trace() {
    let mut window = Window::new();
    let before = window.profile();
    for (keys, key, field) in [
        (CTRL, Key::O, "Path"),
        (CTRL_SHIFT, Key::S, "Path"),
        (CTRL, Key::E, "Path"),
        (Modifiers::NONE, Key::F2, "Name"),
        (CTRL, Key::K, "Type what you want to do"),
    ] {
        window.keys(keys, key);
        assert!(window.has(Role::TextInput, field), "{key:?} opens its dialog");
        window.key(Key::Escape);
        if window.has(Role::TextInput, field) {
            // The first leaves the field, as everywhere in egui.
            window.key(Key::Escape);
        }
        assert!(!window.has(Role::TextInput, field), "Esc closes the dialog of {key:?}");
    }
    assert_eq!(window.profile(), before);
    assert!(window.library_files().is_empty());
}

#[test]
fn saving_an_example_makes_a_profile_of_ones_own_that_opens_again() {
    let mut window = Window::new();
    change(&mut window);
    let (verdict, ranking, profile) = (window.verdict(), window.ranking(), window.profile());
    window.keys(CTRL, Key::S);
    let files = window.library_files();
    assert_eq!(files.len(), 1, "{files:?}");
    assert_eq!(std::fs::read_to_string(&files[0]).unwrap(), profile, "the file holds what is shown");
    window.expect(&format!("Saved to {}", files[0].display()));
    assert!(!window.app().session().current().is_unsaved());
    let mut window = window.restarted();
    window.expect("Mine");
    let path = files[0].clone();
    window.open(&path);
    assert_eq!((window.verdict(), window.ranking(), window.profile()), (verdict, ranking, profile.clone()));
    window.keys(CTRL, Key::S);
    assert_eq!(std::fs::read_to_string(&files[0]).unwrap(), profile, "saved, opened and saved again is the same");
}

#[test]
fn saving_again_writes_to_the_same_file() {
    let mut window = Window::new();
    change(&mut window);
    window.keys(CTRL, Key::S);
    change(&mut window);
    assert!(window.title().unwrap().contains("(unsaved)"));
    window.keys(CTRL, Key::S);
    let files = window.library_files();
    assert_eq!(files.len(), 1);
    assert_eq!(std::fs::read_to_string(&files[0]).unwrap(), window.profile());
    assert!(!window.title().unwrap().contains("(unsaved)"));
}

#[test]
fn save_works_while_a_text_is_being_typed() {
    let mut window = Window::new();
    window.fill(Role::SpinButton, "Points of Performance as a number", "33");
    window.keys(CTRL, Key::S);
    let files = window.library_files();
    assert_eq!(files.len(), 1);
    assert_eq!(std::fs::read_to_string(&files[0]).unwrap(), window.profile(), "what is shown is what was saved");
}

#[test]
fn save_as_writes_elsewhere() {
    let mut window = Window::new();
    change(&mut window);
    let path = window.home().join("elsewhere.ron");
    window.keys(CTRL_SHIFT, Key::S);
    window.fill(Role::TextInput, "Path", &path.display().to_string());
    window.click(Role::Button, "Save");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), window.profile());
    assert_eq!(source(&window), Source::File(path));
    assert!(window.library_files().is_empty());
}

#[test]
fn save_as_says_when_a_file_would_be_replaced() {
    let mut window = Window::new();
    let path = window.file("there.ron", "something else");
    window.keys(CTRL_SHIFT, Key::S);
    window.fill(Role::TextInput, "Path", &path.display().to_string());
    window.expect("A file of this name exists and will be replaced.");
    window.click(Role::Button, "Cancel");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "something else");
}

#[test]
fn a_failed_save_says_why_and_the_work_stays_unsaved() {
    let mut window = Window::new();
    change(&mut window);
    let profile = window.profile();
    window.keys(CTRL_SHIFT, Key::S);
    let nowhere = window.home().join("no such folder/profile.ron");
    window.fill(Role::TextInput, "Path", &nowhere.display().to_string());
    window.click(Role::Button, "Save");
    window.expect("The profile was not saved");
    window.expect("The folder is not there, so the file was not written.");
    assert!(window.app().session().current().is_unsaved());
    assert_eq!(window.profile(), profile);
    let path = window.home().join("instead.ron");
    window.fill(Role::TextInput, "Path", &path.display().to_string());
    window.click(Role::Button, "Save");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), profile);
    assert!(!window.app().session().current().is_unsaved());
}

#[test]
fn a_broken_file_is_told_with_its_place_and_changes_nothing() {
    let mut window = Window::new();
    change(&mut window);
    let before = window.profile();
    let path = window.file("broken.ron", "// Trilemma profile, schema 1\n(\n    schema: 1\n    name: \"No comma\",\n)\n");
    window.open(&path);
    window.expect(&format!("{}:4:5", path.display()));
    window.expect("A comma is missing before this.");
    assert_eq!(window.profile(), before, "the open profile is untouched");
    assert_eq!(window.app().session().documents().len(), 1);
    window.click(Role::Link, "Dismiss");
    window.expect_gone("A comma is missing");
}

#[test]
fn every_kind_of_bad_file_leaves_the_open_profile_alone() {
    let mut window = Window::new();
    let before = window.profile();
    let deep = "[".repeat(100_000);
    let cases: [(&str, &str, &str); 5] = [
        ("empty.ron", "", "broken or no profile"),
        ("list.ron", "[1, 2]", "not a profile"),
        ("newer.ron", "(schema: 99, name: [\"x\"])", "newer"),
        ("deep.ron", &deep, "deep"),
        ("negative.ron", "(schema: 1, name: \"x\", points: {\"memory\": -1})", "negative"),
    ];
    for (name, content, _) in cases {
        let path = window.file(name, content);
        window.open(&path);
        window.expect(name);
        assert_eq!(window.profile(), before, "after {name}");
        window.click(Role::Link, "Dismiss");
    }
    let folder = window.home().to_owned();
    window.open(&folder);
    window.expect("This is a folder, not a file.");
    window.open(Path::new("/no such file.ron"));
    window.expect("There is no such file.");
    assert_eq!(window.profile(), before);
}

#[test]
fn a_dropped_file_opens() {
    let mut window = Window::new();
    let (one, other) = (window.example_file("prototype"), window.example_file("firmware"));
    window.drop_files(std::slice::from_ref(&one));
    assert_eq!(source(&window), Source::File(one.clone()));
    change(&mut window);
    window.drop_files(std::slice::from_ref(&other));
    assert_eq!(source(&window), Source::File(other));
    let documents = window.app().session().documents();
    assert!(
        documents.iter().any(|document| document.source == Source::File(one.clone()) && document.is_unsaved()),
        "changed work stays open"
    );
}

#[test]
fn a_file_that_the_system_hands_over_opens() {
    let mut window = Window::new();
    let path = window.example_file("prototype");
    window.hand_over(&path);
    assert_eq!(source(&window), Source::File(path));
}

#[test]
fn a_file_that_is_handed_over_waits_for_an_open_dialog() {
    let mut window = Window::new();
    let path = window.example_file("prototype");
    window.keys(CTRL, Key::O);
    window.hand_over(&path);
    window.expect("A file waits");
    assert!(window.has(Role::TextInput, "Path"), "the dialog stays");
    assert_ne!(source(&window), Source::File(path.clone()));
    window.key(Key::Escape);
    window.settle();
    assert_eq!(source(&window), Source::File(path));
}

#[test]
fn what_was_saved_is_said_until_the_next_change() {
    let mut window = Window::new();
    let path = window.example_file("prototype");
    window.open(&path);
    change(&mut window);
    window.keys(CTRL, Key::S);
    window.expect("Saved to");
    change(&mut window);
    window.expect_gone("Saved to");
    window.expect("Unsaved changes");
}

#[test]
fn a_dropped_file_that_is_broken_says_so() {
    let mut window = Window::new();
    let before = window.profile();
    let path = window.file("notes.txt", "dear diary");
    window.drop_files(&[path]);
    window.expect("notes.txt");
    assert_eq!(window.profile(), before);
}

const WITH_LOSSES: &str = "// Agreed in May.\n(\n    schema: 1,\n    name: \"With a remark\",\n    colour: \"blue\",\n)\n";

#[test]
fn comments_and_unknown_fields_are_asked_about_before_they_are_dropped() {
    let mut window = Window::new();
    let path = window.file("remarks.ron", WITH_LOSSES);
    window.open(&path);
    change(&mut window);
    window.keys(CTRL, Key::S);
    window.expect("Saving would drop part of this file");
    window.expect("The comment “Agreed in May.”");
    window.expect("The field “colour” is not known");
    window.click(Role::Button, "Cancel");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), WITH_LOSSES, "nothing is written without consent");
    assert!(window.app().session().current().is_unsaved());
    window.keys(CTRL, Key::S);
    window.click(Role::Button, "Save and drop them");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), window.profile());
    change(&mut window);
    window.keys(CTRL, Key::S);
    window.expect_gone("Saving would drop part of this file");
}

#[test]
fn a_copy_leaves_the_file_with_comments_as_it_is() {
    let mut window = Window::new();
    let path = window.file("remarks.ron", WITH_LOSSES);
    window.open(&path);
    change(&mut window);
    window.keys(CTRL, Key::S);
    window.click(Role::Button, "Save a copy…");
    let copy = window.home().join("copy.ron");
    window.fill(Role::TextInput, "Path", &copy.display().to_string());
    window.click(Role::Button, "Save");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), WITH_LOSSES);
    assert_eq!(std::fs::read_to_string(&copy).unwrap(), window.profile());
}

#[test]
fn save_as_onto_the_file_with_comments_asks_too() {
    let mut window = Window::new();
    let path = window.file("remarks.ron", WITH_LOSSES);
    window.open(&path);
    change(&mut window);
    window.keys(CTRL_SHIFT, Key::S);
    window.fill(Role::TextInput, "Path", &path.display().to_string());
    window.expect("will be replaced");
    window.click(Role::Button, "Save");
    window.expect("Saving would drop part of this file");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), WITH_LOSSES);
    window.click(Role::Button, "Save and drop them");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), window.profile());
}

#[test]
fn leaving_for_another_profile_keeps_unsaved_work() {
    let mut window = Window::new();
    change(&mut window);
    let changed = window.profile();
    window.click(Role::ListItem, "Firmware");
    assert_ne!(window.profile(), changed);
    window.click(Role::ListItem, "Public API, unsaved changes");
    assert_eq!(window.profile(), changed);
}

#[test]
fn closing_asks_when_there_is_unsaved_work_and_only_then() {
    let mut window = Window::new();
    window.ask_to_close();
    assert!(!window.has_command(&ViewportCommand::CancelClose), "nothing stands against it");
    change(&mut window);
    window.ask_to_close();
    assert!(window.has_command(&ViewportCommand::CancelClose));
    window.expect("One profile has unsaved changes");
    window.commands.clear();
    window.click(Role::Button, "Cancel");
    assert!(!window.closes());
    window.expect_gone("One profile has unsaved changes");
}

#[test]
fn closing_without_saving_writes_nothing() {
    let mut window = Window::new();
    change(&mut window);
    window.ask_to_close();
    window.click(Role::Button, "Close without saving");
    assert!(window.closes());
    assert!(window.library_files().is_empty());
    window.ask_to_close();
    assert!(!window.has_command(&ViewportCommand::CancelClose), "it does not ask twice");
}

#[test]
fn closing_can_save_everything_first() {
    let mut window = Window::new();
    change(&mut window);
    window.click(Role::ListItem, "Firmware");
    change(&mut window);
    window.keys(CTRL, Key::Q);
    window.ask_to_close();
    window.expect("2 profiles have unsaved changes");
    window.click(Role::Button, "Save and close");
    assert!(window.closes());
    assert_eq!(window.library_files().len(), 2);
}

#[test]
fn closing_does_not_drop_comments_without_asking() {
    let mut window = Window::new();
    let path = window.file("remarks.ron", WITH_LOSSES);
    window.open(&path);
    change(&mut window);
    window.ask_to_close();
    window.commands.clear();
    window.click(Role::Button, "Save and close");
    window.expect("Saving would drop part of this file");
    assert!(!window.closes(), "the window waits for the answer");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), WITH_LOSSES);
}

#[test]
fn a_failed_save_keeps_the_window_open() {
    let mut window = Window::new();
    let path = window.example_file("firmware");
    window.open(&path);
    change(&mut window);
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    window.ask_to_close();
    window.commands.clear();
    window.click(Role::Button, "Save and close");
    window.expect("The profile was not saved");
    assert!(!window.closes());
}

#[test]
fn the_quit_command_closes_at_once_when_nothing_is_unsaved() {
    let mut window = Window::new();
    window.keys(CTRL, Key::Q);
    assert!(window.closes());
}

#[test]
fn duplicate_rename_and_delete_with_a_way_back() {
    let mut window = Window::new();
    window.keys(CTRL, Key::D);
    assert_eq!(window.library_files().len(), 1);
    window.expect("Public API (copy)");
    window.key(Key::F2);
    window.fill(Role::TextInput, "Name", "Harbour master");
    window.click(Role::Button, "Done");
    assert_eq!(window.app().session().current().profile().name, "Harbour master");
    window.keys(CTRL, Key::S);
    let files = window.library_files();
    assert_eq!(files.len(), 1, "{files:?}");
    assert!(files[0].ends_with("harbour-master.ron"), "the file is called as the profile is: {files:?}");
    let saved = window.profile();
    window.right_click(Role::ListItem, "Harbour master");
    window.click(Role::Button, "Delete");
    assert!(window.library_files().is_empty());
    assert!(!window.has(Role::ListItem, "Harbour master"));
    window.click(Role::Link, "Bring it back");
    assert_eq!(window.library_files(), files);
    assert_eq!(window.profile(), saved);
}

#[test]
fn the_delete_key_deletes_the_profile_that_has_the_keyboard() {
    let mut window = Window::new();
    window.keys(CTRL, Key::D);
    window.focus(Role::ListItem, "Public API (copy)");
    window.key(Key::Delete);
    assert!(window.library_files().is_empty());
    window.get(Role::Link, "Bring it back");
}

#[test]
fn a_name_from_elsewhere_is_shown_as_plain_text() {
    let mut window = Window::new();
    let path = window.file("odd.ron", "(schema: 1, name: \"Odd \\u{202e}name\\nin two lines\", criteria: [(id: \"own\", name: \"Own \\u{202e}one\\n\", group: \"scale\")], alternatives: [(id: \"fourth\", name: \"Fourth\\u{202e}\")])");
    window.open(&path);
    assert_eq!(source(&window), Source::File(path));
    let odd = |window: &Window| -> Vec<String> {
        window.seen().into_iter().map(|seen| seen.label).filter(|label| label.contains(['\u{202e}', '\n'])).collect()
    };
    assert_eq!(odd(&window), [] as [String; 0], "nothing turns the text around");
    window.click(Role::Button, "Scale: show its criteria");
    assert_eq!(odd(&window), [] as [String; 0], "among the priorities");
    window.click(Role::Tab, "Ratings");
    assert_eq!(odd(&window), [] as [String; 0], "among the ratings");
    assert_eq!(store::shipped().alternatives.len() + 1, window.ranking().len(), "a fourth alternative needs no code");
}

#[test]
fn a_dialog_takes_the_keyboard_from_what_had_it() {
    let mut window = Window::new();
    window.focus(Role::Slider, SLIDER);
    window.keys(CTRL_SHIFT, Key::S);
    assert!(window.get(Role::TextInput, "Path").has_focus);
    window.key(Key::Tab);
    assert!(window.get(Role::Button, "Browse…").has_focus, "and Tab goes on inside it\n{}", window.inventory());
}

#[test]
fn enter_in_the_name_ends_the_dialog() {
    let mut window = Window::new();
    window.key(Key::F2);
    window.fill(Role::TextInput, "Name", "Entered");
    window.key(Key::Enter);
    assert_eq!(window.app().session().current().profile().name, "Entered");
    assert!(!window.has(Role::TextInput, "Name"));
}
