//! The first start: a filled example, its verdict, and three ways on.

use egui::accesskit::Role;
use trilemma::{session::Source, store};

use crate::driver::Window;

#[test]
fn a_first_start_shows_an_example_its_verdict_and_three_ways_on() {
    let window = Window::new();
    let example = store::example(trilemma::gui::DEFAULT_EXAMPLE).unwrap();
    assert!(window.get(Role::ListItem, &example.profile.name).is_on, "the example is marked in the library");
    window.expect(&example.profile.context);
    window.expect("This is an example.");
    for way in ["Start with my project", "Try another example", "Open…"] {
        window.get(Role::Link, way);
    }
    let assessment = window.app().session().current().assessment();
    assert_eq!(window.verdict(), trilemma::wording::headline_line(assessment));
    let ranking = window.ranking();
    assert_eq!(ranking.len(), assessment.alternatives.len());
    for (place, (row, &i)) in ranking.iter().zip(&assessment.ranking).enumerate() {
        let alternative = &assessment.alternatives[i];
        assert!(row.starts_with(&format!("{} {}: {:.1}", place + 1, alternative.name, alternative.score)), "{row}");
    }
    assert_eq!(window.library_files(), [] as [std::path::PathBuf; 0], "looking writes nothing");
}

#[test]
fn another_example_has_another_verdict() {
    let mut window = Window::new();
    let (name, ranking) = (window.app().session().current().profile().name.clone(), window.ranking());
    window.click(Role::Link, "Try another example");
    assert_ne!(window.app().session().current().profile().name, name);
    assert_ne!(window.ranking(), ranking);
    let title = format!("{} – Trilemma", window.app().session().current().profile().name);
    assert_eq!(window.title(), Some(title.as_str()));
    assert_eq!(window.app().session().documents().len(), 1, "what was only looked at makes room");
}

#[test]
fn every_example_comes_round_by_its_row_in_the_library() {
    let mut window = Window::new();
    for example in store::examples() {
        window.click(Role::ListItem, &example.profile.name);
        assert_eq!(window.app().session().current().source, Source::Example(example.id.clone()));
        assert_eq!(window.verdict(), trilemma::wording::headline_line(window.app().session().current().assessment()));
    }
}

#[test]
fn my_project_starts_with_its_name() {
    let mut window = Window::new();
    window.click(Role::Link, "Start with my project");
    assert!(window.get(Role::TextInput, "Name").has_focus, "one can type at once");
    window.fill(Role::TextInput, "Name", "Timetable service");
    window.fill(Role::MultilineTextInput, "What is being decided, for somebody who was not there", "Buses of one county.");
    window.fill(Role::TextInput, "Date", "2026-11-31");
    window.expect("Write the date as year-month-day");
    assert!(!window.get(Role::Button, "Done").is_enabled);
    window.fill(Role::TextInput, "Date", "2026-11-30");
    window.click(Role::Button, "Done");
    let profile = window.app().session().current().profile();
    assert_eq!((profile.name.as_str(), profile.context.as_str()), ("Timetable service", "Buses of one county."));
    assert_eq!(profile.date.unwrap().to_string(), "2026-11-30");
    assert!(window.get(Role::Tab, "Facts").is_on, "a new project starts with what is known of it");
    window.click(Role::Tab, "Priorities");
    window.expect("General weights: nothing is known of the project yet.");
    assert_eq!(window.title(), Some("Timetable service (unsaved) – Trilemma"));
    assert!(window.has(Role::ListItem, "Timetable service, unsaved changes"));
}

#[test]
fn files_named_at_the_start_are_open() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("given.ron");
    let mut profile = store::example("firmware").unwrap().profile.clone();
    profile.name = "Given at the start".to_owned();
    std::fs::write(&file, store::write(&profile)).unwrap();
    let window = Window::started(home, std::slice::from_ref(&file), [1280.0, 800.0]);
    assert_eq!(window.app().session().current().source, Source::File(file));
    window.expect("Given at the start");
    window.expect("Saved");
}

#[test]
fn broken_settings_are_said_and_the_window_opens_all_the_same() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(home.path().join("config")).unwrap();
    std::fs::write(home.path().join("config/settings.ron"), "(zoom: nonsense").unwrap();
    let window = Window::started(home, &[], [1280.0, 800.0]);
    window.expect("The settings could not be read, so the defaults are used.");
    assert_eq!(window.ranking().len(), 3);
}

#[test]
fn profiles_are_found_by_a_part_of_their_name() {
    let mut window = Window::new();
    window.fill(Role::TextInput, "Search profiles", "engine");
    let rows: Vec<String> = window.seen().into_iter().filter(|seen| seen.role == Role::ListItem).map(|seen| seen.label).collect();
    assert_eq!(rows, ["Storage engine"]);
    window.fill(Role::TextInput, "Search profiles", "nobody calls it that");
    window.expect("No profile is called “nobody calls it that”.");
}
