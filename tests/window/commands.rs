//! Commands by key, by menu and by the palette; themes and zoom.

use egui::{Event, Key, Modifiers, accesskit::Role};
use trilemma::session::{Command, CommandGroup};

use crate::driver::{CTRL, Window};

const PALETTE: &str = "Type what you want to do";

fn run(window: &mut Window, words: &str) {
    window.keys(CTRL, Key::K);
    window.write(words);
    window.key(Key::Enter);
}

#[test]
fn the_palette_runs_what_is_typed() {
    let mut window = Window::new();
    window.keys(CTRL, Key::K);
    assert!(window.get(Role::TextInput, PALETTE).has_focus);
    window.write("ratings");
    assert!(window.get(Role::ListBoxOption, "Ratings").is_on, "the best match is chosen");
    window.key(Key::Enter);
    assert!(window.get(Role::Tab, "Ratings").is_on);
    assert!(!window.has(Role::TextInput, PALETTE));
}

#[test]
fn arrows_go_through_the_palette_and_a_click_runs() {
    let mut window = Window::new();
    window.keys(CTRL, Key::K);
    window.write("chart");
    let options: Vec<String> = window.seen().into_iter().filter(|seen| seen.role == Role::ListBoxOption).map(|seen| seen.label).collect();
    assert!(options.len() >= 3, "{options:?}");
    window.key(Key::ArrowDown);
    assert!(window.get(Role::ListBoxOption, &options[1]).is_on);
    window.key(Key::ArrowUp);
    assert!(window.get(Role::ListBoxOption, &options[0]).is_on);
    window.click(Role::ListBoxOption, "Contributions chart");
    assert!(window.get(Role::ListItem, "Contributions").is_on);
}

#[test]
fn the_palette_keeps_its_place_and_size_while_one_types() {
    let mut window = Window::new();
    window.keys(CTRL, Key::K);
    let field = window.get(Role::TextInput, PALETTE).rect;
    window.write("no such thing at all");
    assert_eq!(window.get(Role::TextInput, PALETTE).rect, field);
    window.key(Key::Escape);
    window.keys(CTRL, Key::K);
    assert_eq!(window.get(Role::TextInput, PALETTE).rect, field);
    let in_sight = window.seen().into_iter().filter(|seen| seen.role == Role::ListBoxOption && seen.rect.max.y < field.max.y + 360.0);
    assert!(in_sight.count() > 8, "it has not shrunk");
}

#[test]
fn the_palette_opens_profiles_too_and_says_when_there_is_nothing() {
    let mut window = Window::new();
    run(&mut window, "open firm");
    assert_eq!(window.app().session().current().profile().name, "Firmware");
    window.keys(CTRL, Key::K);
    window.write("no such thing at all");
    window.expect("No command and no profile is called that.");
    window.key(Key::Enter);
    assert!(window.has(Role::TextInput, PALETTE), "there is nothing to run");
}

#[test]
fn the_palette_has_every_command_and_greys_what_cannot_be_done() {
    let mut window = Window::new();
    window.click(Role::Button, "Commands");
    for command in Command::ALL.into_iter().filter(|command| *command != Command::Palette) {
        let option = window.get(Role::ListBoxOption, &command.name());
        let cannot_yet = [
            Command::Undo,
            Command::Redo,
            Command::ResetPoints,
            Command::RestoreVersion,
            Command::RevealResult,
            Command::RevealVoices,
            Command::AdoptMean,
            Command::UseShippedCatalogue,
        ];
        let can_be = !cannot_yet.contains(&command);
        assert_eq!(option.is_enabled, can_be, "{command:?}");
    }
}

#[test]
fn a_disabled_command_is_not_run() {
    let mut window = Window::new();
    let before = window.profile();
    run(&mut window, "undo");
    assert_eq!(window.profile(), before);
    assert!(window.has(Role::TextInput, PALETTE));
}

#[test]
fn the_menus_have_every_command_with_its_keys() {
    let mut window = Window::new();
    for group in CommandGroup::ALL {
        window.click(Role::Button, &group.name());
        for command in Command::ALL.into_iter().filter(|command| command.group() == group) {
            let seen = window.seen();
            assert!(
                seen.iter().any(|seen| seen.role == Role::Button && seen.label.starts_with(&command.name())),
                "{command:?}\n{}",
                window.inventory()
            );
        }
        window.key(Key::Escape);
    }
}

#[test]
fn a_menu_entry_runs_and_closes_its_menu() {
    let mut window = Window::new();
    window.click(Role::Button, "Help");
    let about = window.starting(Role::Button, "About Trilemma").label;
    window.click(Role::Button, &about);
    window.expect("Opens no network connection");
    assert!(!window.has(Role::Button, &about), "the menu is closed");
    window.key(Key::Escape);
    window.expect_gone("Opens no network connection");
}

#[test]
fn the_licences_are_one_click_from_the_version() {
    let mut window = Window::new();
    window.click(Role::Button, "Help");
    let about = window.starting(Role::Button, "About Trilemma").label;
    window.click(Role::Button, &about);
    window.click(Role::Link, "Licences of everything inside");
    window.expect("Licences of what is inside Trilemma");
    window.key(Key::End);
    window.expect_gone("Licences of what is inside Trilemma");
    window.expect("OTHER DEALINGS IN THE FONT SOFTWARE.");
    window.key(Key::PageUp);
    window.expect_gone("OTHER DEALINGS IN THE FONT SOFTWARE.");
    window.key(Key::Home);
    window.expect("Licences of what is inside Trilemma");
}

#[test]
fn the_question_mark_shows_the_keys() {
    for (modifiers, key) in [(Modifiers::SHIFT, Key::Questionmark), (Modifiers::NONE, Key::Questionmark), (Modifiers::NONE, Key::F1)] {
        let mut window = Window::new();
        window.keys(modifiers, key);
        window.expect("In a slider: arrow keys by 1");
        for command in Command::ALL.into_iter().filter(|command| matches!(command, Command::Save | Command::Undo | Command::Palette)) {
            window.expect(&command.name());
        }
        window.expect("Ctrl+S");
        window.key(Key::Escape);
        window.expect_gone("In a slider: arrow keys by 1");
    }
}

#[test]
fn a_question_mark_in_a_text_is_a_question_mark() {
    let mut window = Window::new();
    window.focus(Role::TextInput, "Search profiles");
    // A keyboard sends the key and its text together.
    let key = |pressed| Event::Key { key: Key::Questionmark, physical_key: None, pressed, repeat: false, modifiers: Modifiers::SHIFT };
    window.send(key(true));
    window.send(Event::Text("?".to_owned()));
    window.send(key(false));
    window.settle();
    assert_eq!(window.get(Role::TextInput, "Search profiles").value, "?");
    window.expect_gone("In a slider: arrow keys by 1");
}

#[test]
fn modes_have_keys() {
    let mut window = Window::new();
    window.keys(CTRL, Key::Num2);
    assert!(window.get(Role::RadioButton, "Mode: Analyse").is_on);
    window.keys(CTRL, Key::Num1);
    assert!(window.get(Role::RadioButton, "Mode: Decide").is_on);
}

#[test]
fn f6_goes_round_the_zones() {
    let mut window = Window::new();
    let mut zones = Vec::new();
    for _ in 0..3 {
        window.key(Key::F6);
        let focused = window.focused().unwrap_or_else(|| panic!("F6 leads nowhere after {zones:?}\n{}", window.inventory()));
        let x = focused.rect.center().x;
        zones.push(if x < 208.0 {
            "library"
        } else if x < 1280.0 - 372.0 {
            "work"
        } else {
            "answer"
        });
    }
    zones.sort_unstable();
    assert_eq!(zones, ["answer", "library", "work"]);
}

#[test]
fn f6_works_in_every_view() {
    let mut window = Window::new();
    let gone_to = |window: &mut Window, view: &str| -> Vec<Role> {
        let gone = (0..3).map(|_| {
            window.key(Key::F6);
            window.focused().unwrap_or_else(|| panic!("F6 leads nowhere in {view}\n{}", window.inventory())).role
        });
        gone.collect()
    };
    run(&mut window, "Ratings");
    let roles = gone_to(&mut window, "ratings");
    assert!([Role::TextInput, Role::Button, Role::Heading].iter().all(|role| roles.contains(role)), "{roles:?}");
    let cell = window.starting(Role::Button, "Go, Memory: ").label;
    window.click(Role::Button, &cell);
    let roles = gone_to(&mut window, "evidence");
    assert!([Role::TextInput, Role::Button, Role::Link].iter().all(|role| roles.contains(role)), "{roles:?}");
    run(&mut window, "Radar chart");
    let roles = gone_to(&mut window, "radar");
    assert!([Role::ListItem, Role::Image].iter().all(|role| roles.contains(role)), "{roles:?}");
    run(&mut window, "Show chart as table");
    let roles = gone_to(&mut window, "table");
    assert!([Role::ListItem, Role::Button].iter().all(|role| roles.contains(role)), "{roles:?}");
}

#[test]
fn the_library_folds_away_and_comes_back() {
    let mut window = Window::new();
    window.keys(CTRL, Key::B);
    assert!(!window.has(Role::ListItem, "Firmware"));
    let mut window = window.restarted();
    assert!(!window.has(Role::ListItem, "Firmware"), "it is remembered");
    window.keys(CTRL, Key::F);
    assert!(window.get(Role::TextInput, "Search profiles").has_focus, "search brings it back");
}

#[test]
fn themes_switch_and_are_remembered() {
    let mut window = Window::new();
    run(&mut window, "dark theme");
    assert_eq!(window.ctx().theme(), egui::Theme::Dark);
    let dark = window.ctx().global_style().visuals.panel_fill;
    run(&mut window, "light theme");
    assert_eq!(window.ctx().theme(), egui::Theme::Light);
    assert_ne!(window.ctx().global_style().visuals.panel_fill, dark);
    run(&mut window, "theme of the system");
    assert_eq!(window.ctx().options(|options| options.theme_preference), egui::ThemePreference::System);
    run(&mut window, "dark theme");
    let settings = std::fs::read_to_string(window.home().join("config/settings.ron")).unwrap();
    assert!(settings.to_lowercase().contains("dark"), "{settings}");
}

#[test]
fn zoom_has_keys_and_is_remembered() {
    let mut window = Window::new();
    window.keys(CTRL, Key::Plus);
    let larger = window.ctx().zoom_factor();
    assert!(larger > 1.0);
    window.keys(CTRL, Key::Equals);
    assert!(window.ctx().zoom_factor() > larger);
    window.keys(CTRL, Key::Minus);
    assert!((window.ctx().zoom_factor() - larger).abs() < 1e-3);
    let window = window.restarted();
    assert!((window.ctx().zoom_factor() - larger).abs() < 1e-3, "it is remembered");
    let mut window = window;
    window.keys(CTRL, Key::Num0);
    assert_eq!(window.ctx().zoom_factor(), 1.0);
}

#[test]
fn every_command_can_be_run_without_harm() {
    for command in Command::ALL
        .into_iter()
        .filter(|command| !matches!(command, Command::Palette | Command::Undo | Command::Redo | Command::ResetPoints))
    {
        let mut window = Window::new();
        run(&mut window, &command.name());
        window.key(Key::Escape);
        assert!(window.app().session().documents().iter().all(|document| document.assessment().alternatives.len() == 3), "{command:?}");
    }
}

#[test]
fn motion_can_be_turned_off() {
    let mut window = Window::new();
    run(&mut window, "motion");
    window.expect("Motion is off.");
    run(&mut window, "motion");
    window.expect("Motion is on.");
}
