//! Work that is never lost: other writers, earlier versions, a run that was cut off, codes, and files from newer versions.

use std::{fs, path::Path};

use egui::{Event, Key, Modifiers, OutputCommand, accesskit::Role};
use trilemma::{
    model::{Edit, Profile},
    session::Source,
    store,
};

use crate::driver::{CTRL, CTRL_SHIFT, Window};

const SLIDER: &str = "Points of Performance";

/// Changes the shown profile.
fn change(window: &mut Window) {
    window.focus(Role::Slider, SLIDER);
    window.keys(Modifiers::SHIFT, Key::ArrowRight);
}

/// What somebody else makes of the file.
fn change_elsewhere(path: &Path, edit: &Edit) -> String {
    let mut profile = opened(path);
    profile.apply(edit);
    let text = store::write(&profile);
    fs::write(path, &text).expect("the file can be written");
    text
}

fn opened(path: &Path) -> Profile {
    store::open(path, store::shipped()).unwrap_or_else(|error| panic!("{error}")).0.profile
}

/// Coming back to the window has it look at the files, whether or not the system told of a change.
fn come_back(window: &mut Window) {
    window.send(Event::WindowFocused(false));
    window.send(Event::WindowFocused(true));
    window.settle();
}

fn opened_example(window: &mut Window, id: &str) -> std::path::PathBuf {
    let path = window.example_file(id);
    window.open(&path);
    path
}

/// The contents of all backups below a home.
fn backups(window: &Window) -> Vec<String> {
    let folders = fs::read_dir(window.home().join("data/backups")).into_iter().flatten().map(|folder| folder.unwrap().path());
    let files = folders.flat_map(|folder| fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()));
    files.map(|file| fs::read_to_string(file).unwrap()).collect()
}

#[test]
fn unsaved_work_stays_unsaved_work_when_its_file_is_opened_again_in_a_newer_format() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    change(&mut window);
    let mine = window.profile();
    let newer = fs::read_to_string(&path).unwrap().replace("schema: 1,", "schema: 99,");
    fs::write(&path, newer).unwrap();
    window.hand_over(&path);
    let document = window.app().session().current();
    assert!(!document.is_read_only() && document.is_worth_keeping());
    assert_eq!(window.profile(), mine);
    window.expect("cannot be read now");
    let restarted = window.restarted();
    restarted.expect("Unsaved work was found");
}

#[test]
fn a_document_whose_change_was_taken_back_follows_its_file_without_a_question() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    change(&mut window);
    change_elsewhere(&path, &Edit::Name("Renamed by git".into()));
    come_back(&mut window);
    window.keys(CTRL, Key::Z);
    window.settle();
    assert_eq!(window.app().session().current().profile().name, "Renamed by git");
    window.expect_gone("Changed on the disk");
    window.keys(CTRL, Key::S);
    assert!(!window.has(Role::Button, "Keep mine"));
}

#[test]
fn what_comments_a_recovered_profile_had_is_asked_about() {
    let mut window = Window::new();
    let path = window.file("remarks.ron", "// Agreed in May.\n(schema: 1, name: \"With a remark\")");
    window.open(&path);
    change(&mut window);
    window.settle();
    let mut window = window.restarted();
    window.click(Role::Button, "Restore");
    window.keys(CTRL, Key::S);
    window.expect("Saving would drop part of this file");
    assert!(fs::read_to_string(&path).unwrap().starts_with("// Agreed in May."));
}

#[test]
fn a_file_changed_elsewhere_is_read_again_where_nothing_is_unsaved() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    let before = window.profile();
    let theirs = change_elsewhere(&path, &Edit::Name("Renamed by git".into()));
    come_back(&mut window);
    window.expect("was changed on the disk and read again");
    assert_eq!(window.profile(), theirs);
    assert!(!window.app().session().current().is_unsaved());
    window.keys(CTRL, Key::Z);
    assert_eq!(window.profile(), before, "undo brings back what was shown");
}

#[test]
fn the_system_tells_of_changes_without_coming_back() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    let theirs = change_elsewhere(&path, &Edit::Name("Renamed by git".into()));
    // Where the system has no watches left, only coming back looks; that is tested above.
    for _ in 0..200 {
        if window.profile() == theirs {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        window.frame();
    }
    come_back(&mut window);
    assert_eq!(window.profile(), theirs);
}

#[test]
fn changes_on_both_sides_that_fit_are_saved_together() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    change(&mut window);
    let mine = window.profile();
    let theirs = change_elsewhere(&path, &Edit::Context("What they wrote.".into()));
    come_back(&mut window);
    window.expect("Nothing is overwritten without asking");
    assert_eq!(window.profile(), mine, "what is open is untouched");
    window.keys(CTRL, Key::S);
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs, "nothing is written without an answer");
    window.expect("The file was changed meanwhile");
    window.expect("That fits with your changes");
    window.click(Role::Button, "Save both together");
    let saved = opened(&path);
    assert_eq!(saved.context, "What they wrote.");
    assert_ne!(saved.points, Profile::new("x").points, "and mine");
    assert_eq!(fs::read_to_string(&path).unwrap(), window.profile());
    assert!(!window.app().session().current().is_unsaved());
    assert!(backups(&window).contains(&theirs), "what was replaced is kept");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.profile(), mine, "merging is a step that can be undone");
}

#[test]
fn contradictions_are_chosen_one_by_one() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    window.key(Key::F2);
    window.fill(Role::TextInput, "Name", "My name");
    window.click(Role::Button, "Done");
    change_elsewhere(&path, &Edit::All(vec![Edit::Name("Their name".into()), Edit::Context("Theirs".into())]));
    window.keys(CTRL, Key::S);
    window.expect("On one thing you said something else: choose.");
    window.get(Role::RadioButton, "Name. Mine: My name");
    window.click(Role::RadioButton, "Name. Theirs: Their name");
    window.click(Role::Button, "Save both together");
    let saved = opened(&path);
    assert_eq!((saved.name.as_str(), saved.context.as_str()), ("Their name", "Theirs"));
}

#[test]
fn keeping_mine_keeps_theirs_among_the_earlier_versions() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    change(&mut window);
    let mine = window.profile();
    let theirs = change_elsewhere(&path, &Edit::Name("Theirs".into()));
    window.keys(CTRL, Key::S);
    window.click(Role::Button, "Keep mine");
    assert_eq!(fs::read_to_string(&path).unwrap(), mine);
    assert!(backups(&window).contains(&theirs));
}

#[test]
fn taking_theirs_writes_nothing_and_can_be_undone() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    change(&mut window);
    let mine = window.profile();
    let theirs = change_elsewhere(&path, &Edit::Name("Theirs".into()));
    window.keys(CTRL, Key::S);
    window.click(Role::Button, "Take theirs");
    assert_eq!((window.profile(), fs::read_to_string(&path).unwrap()), (theirs.clone(), theirs));
    assert!(!window.app().session().current().is_unsaved());
    window.keys(CTRL, Key::Z);
    assert_eq!(window.profile(), mine);
}

#[test]
fn what_cannot_be_read_any_more_is_not_overwritten_in_silence() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    change(&mut window);
    let mine = window.profile();
    fs::write(&path, "<<<<<<< HEAD\n(schema").unwrap();
    come_back(&mut window);
    window.expect("cannot be read now");
    window.keys(CTRL, Key::S);
    window.expect("What stands in the file now cannot be read.");
    window.click(Role::Button, "Cancel");
    assert_eq!(fs::read_to_string(&path).unwrap(), "<<<<<<< HEAD\n(schema");
    window.keys(CTRL, Key::S);
    window.click(Role::Button, "Keep mine");
    assert_eq!(fs::read_to_string(&path).unwrap(), mine);
    assert!(backups(&window).contains(&"<<<<<<< HEAD\n(schema".to_owned()));
}

#[test]
fn what_was_half_written_when_it_was_noticed_is_noticed_again() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    change(&mut window);
    fs::write(&path, "").unwrap();
    come_back(&mut window);
    window.expect("cannot be read now");
    fs::write(&path, store::write(&Profile::new("Theirs"))).unwrap();
    come_back(&mut window);
    window.expect("was changed on the disk while you have unsaved changes");
    window.expect_gone("cannot be read now");
    window.click(Role::Link, "Dismiss");
    window.expect("Changed on disk: compare…");
}

#[test]
fn a_file_that_goes_is_told_and_saving_puts_it_back() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    let before = window.profile();
    fs::remove_file(&path).unwrap();
    come_back(&mut window);
    window.expect("is gone. Saving puts it back.");
    assert!(window.app().session().current().is_unsaved(), "what is in hand is all there is");
    window.keys(CTRL, Key::S);
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
    fs::remove_file(&path).unwrap();
    come_back(&mut window);
    fs::write(&path, &before).unwrap();
    come_back(&mut window);
    assert!(!window.app().session().current().is_unsaved(), "it came back as it was");
}

#[test]
fn an_earlier_version_is_shown_with_what_differs_and_restored() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    let first = window.profile();
    for name in ["Second", "Third"] {
        window.key(Key::F2);
        window.fill(Role::TextInput, "Name", name);
        window.click(Role::Button, "Done");
        window.keys(CTRL, Key::S);
    }
    let third = window.profile();
    window.keys(CTRL, Key::K);
    window.write("earlier version");
    window.key(Key::Enter);
    window.expect("One thing differs from what is shown:");
    window.expect("Third → Second");
    let oldest = window.seen().into_iter().filter(|seen| seen.label.starts_with("Version of ")).nth(1).expect("a second version");
    window.request(&oldest, egui::accesskit::Action::Click, None);
    window.expect("Third → Firmware");
    window.click(Role::Button, "Restore");
    assert_eq!(window.profile(), first);
    assert_eq!(fs::read_to_string(&path).unwrap(), third, "the file waits for the save");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.profile(), third);
}

#[test]
fn what_a_save_drops_is_still_among_the_earlier_versions() {
    let mut window = Window::new();
    let text = "// Agreed in May.\n(\n    schema: 1,\n    name: \"With a remark\",\n)\n";
    let path = window.file("remarks.ron", text);
    window.open(&path);
    change(&mut window);
    window.keys(CTRL, Key::S);
    window.expect("stays among its earlier versions");
    window.click(Role::Button, "Save and drop them");
    assert_eq!(backups(&window), [text]);
}

// A run that was cut off: the window is dropped without being closed.

#[test]
fn unsaved_work_of_a_run_that_was_cut_off_is_offered_exactly_as_it_was() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    change(&mut window);
    let in_file = window.profile();
    window.click(Role::ListItem, "Storage engine");
    change(&mut window);
    let example = window.profile();
    let mut window = window.restarted();
    window.expect("Unsaved work was found");
    window.expect(&path.display().to_string());
    window.click(Role::Button, "Restore");
    let texts: Vec<String> = window.app().session().documents().iter().map(|document| store::write(document.profile())).collect();
    assert!(texts.contains(&in_file) && texts.contains(&example), "{texts:#?}");
    let document = window.app().session().documents().iter().find(|document| document.source == Source::File(path.clone())).unwrap();
    assert!(document.is_unsaved());
    // Cut off again before anything was saved: nothing is lost the second time either.
    let mut window = window.restarted();
    window.click(Role::Button, "Restore");
    assert_eq!(window.app().session().documents().iter().filter(|document| document.is_unsaved()).count(), 2);
    window.click(Role::ListItem, "Firmware, unsaved changes");
    window.keys(CTRL, Key::S);
    assert_eq!(fs::read_to_string(&path).unwrap(), in_file);
}

#[test]
fn a_recovered_profile_whose_file_went_on_is_not_saved_over_it() {
    let mut window = Window::new();
    let path = opened_example(&mut window, "firmware");
    change(&mut window);
    let home_path = path.clone();
    let mut window = {
        let theirs_done = |window: Window| {
            // The copy is on the disk before the run is cut off.
            change_elsewhere(&home_path, &Edit::Context("Written in between.".into()));
            window.restarted()
        };
        theirs_done(window)
    };
    window.click(Role::Button, "Restore");
    window.keys(CTRL, Key::S);
    window.expect("The file was changed meanwhile");
    window.click(Role::Button, "Save both together");
    assert_eq!(opened(&path).context, "Written in between.");
    assert_eq!(fs::read_to_string(&path).unwrap(), window.profile());
}

#[test]
fn unsaved_work_can_wait_or_be_given_up() {
    let mut window = Window::new();
    change(&mut window);
    let mut window = window.restarted();
    window.click(Role::Button, "Ask again next time");
    let mut window = window.restarted();
    window.click(Role::Button, "Discard");
    let window = window.restarted();
    window.expect_gone("Unsaved work was found");
}

#[test]
fn saved_undone_and_merely_shown_profiles_are_not_offered() {
    let mut window = Window::new();
    change(&mut window);
    window.keys(CTRL, Key::S);
    window.click(Role::ListItem, "Firmware");
    change(&mut window);
    window.keys(CTRL, Key::Z);
    window.click(Role::ListItem, "Storage engine");
    let window = window.restarted();
    window.expect_gone("Unsaved work was found");
}

// Sharing.

#[test]
fn a_share_code_goes_out_and_comes_in_as_a_new_profile() {
    let mut window = Window::new();
    change(&mut window);
    let shared = window.profile();
    window.keys(CTRL, Key::K);
    window.write("copy share code");
    window.key(Key::Enter);
    let copied =
        window.copied.iter().find_map(|command| if let OutputCommand::CopyText(text) = command { Some(text.clone()) } else { None });
    let code = copied.expect("the code is on the clipboard");
    let mut other = Window::new();
    other.keys(CTRL, Key::K);
    other.write("open from a share code");
    other.key(Key::Enter);
    other.fill(Role::MultilineTextInput, "Share code", &code[..code.len() - 4]);
    other.click(Role::Button, "Open");
    other.expect("The share code is not complete");
    other.fill(Role::MultilineTextInput, "Share code", &format!("Have a look: {code}"));
    other.click(Role::Button, "Open");
    assert_eq!(other.profile(), shared);
    assert_eq!(other.app().session().current().source, Source::New);
    assert!(other.app().session().current().is_unsaved());
    assert!(other.library_files().is_empty(), "nothing is written without asking");
    other.ask_to_close();
    other.expect("One profile has unsaved changes");
}

// Versions and places.

#[test]
fn a_profile_from_a_newer_version_can_be_looked_at_only() {
    let mut window = Window::new();
    let text = "// Trilemma profile, schema 7\n(schema: 7, name: \"From the future\", points: {\"latency\": 9.0}, telepathy: true)\n";
    let path = window.file("future.ron", text);
    window.open(&path);
    window.expect("Profile From the future: change name and context");
    window.expect("This profile is from a newer Trilemma.");
    let before = window.profile();
    change_quietly(&mut window);
    assert_eq!(window.profile(), before);
    window.keys(CTRL, Key::S);
    window.keys(CTRL, Key::D);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    assert!(window.library_files().is_empty());
    window.click(Role::Link, "Dismiss");
    window.expect("Read-only, from a newer version");
    window.ask_to_close();
    window.expect_gone("unsaved changes");
}

fn change_quietly(window: &mut Window) {
    window.focus(Role::Slider, SLIDER);
    window.keys(Modifiers::SHIFT, Key::ArrowRight);
}

#[test]
fn the_library_moves_with_what_is_open() {
    let mut window = Window::new();
    window.keys(CTRL, Key::D);
    let old = window.library_files();
    let folder = window.home().join("elsewhere/my profiles");
    window.keys(CTRL, Key::K);
    window.write("library folder");
    window.key(Key::Enter);
    window.fill(Role::TextInput, "Path", &folder.display().to_string());
    window.click(Role::Button, "Use this folder");
    window.expect("The library is now in");
    let moved = folder.join(old[0].file_name().unwrap());
    assert_eq!(fs::read(&moved).unwrap(), fs::read(&old[0]).unwrap(), "the old folder stays as it is");
    assert_eq!(window.app().session().current().source, Source::File(moved.clone()));
    change(&mut window);
    window.keys(CTRL, Key::S);
    assert_eq!(fs::read_to_string(&moved).unwrap(), window.profile());
    let window = window.restarted();
    window.expect("Public API (copy)");
}

#[test]
fn a_library_folder_that_cannot_be_made_changes_nothing() {
    let mut window = Window::new();
    window.keys(CTRL, Key::D);
    let file = window.file("in the way", "");
    window.keys(CTRL, Key::K);
    window.write("library folder");
    window.key(Key::Enter);
    window.fill(Role::TextInput, "Path", &file.join("inside").display().to_string());
    window.click(Role::Button, "Use this folder");
    window.expect("The folder is not there");
    assert_eq!(window.library_files().len(), 1);
}

#[test]
fn without_any_folder_everything_stays_in_memory_with_a_warning() {
    let home = tempfile::tempdir().unwrap();
    for name in ["config", "data", "profiles"] {
        fs::write(home.path().join(name), "in the way").unwrap();
    }
    let mut window = Window::started(home, &[], [1280.0, 800.0]);
    window.expect("Your library has no folder");
    change(&mut window);
    let profile = window.profile();
    window.keys(CTRL, Key::S);
    assert_eq!(window.profile(), profile);
    assert!(!window.app().session().current().is_unsaved());
}

#[test]
fn saving_onto_another_open_document_is_refused() {
    let mut window = Window::new();
    let (one, other) = (window.example_file("prototype"), window.example_file("firmware"));
    window.open(&one);
    change(&mut window);
    window.open(&other);
    window.keys(CTRL_SHIFT, Key::S);
    window.fill(Role::TextInput, "Path", &one.display().to_string());
    window.click(Role::Button, "Save");
    window.expect("This file is open here as another document");
    assert_eq!(opened(&one).name, "Prototype");
}
