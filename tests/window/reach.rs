//! Everything can be reached: by keyboard, by name, at every size; and a window at rest paints nothing.

use std::time::Duration;

use egui::{Key, Modifiers, accesskit::Role};

use crate::driver::{CTRL, CTRL_SHIFT, Seen, Window};

/// A screen's name, and how to get there from a first start.
type Screen = (&'static str, fn(&mut Window));

/// Every screen of the window.
const SCREENS: [Screen; 38] = [
    ("priorities", |_| {}),
    ("open groups", |window| {
        window.click(Role::Button, "Performance: show its criteria");
        window.focus(Role::Slider, "Points of Memory");
        window.key(Key::ArrowRight);
    }),
    ("ratings", |window| command(window, "Ratings")),
    ("evidence", |window| {
        command(window, "Ratings");
        let cell = window.starting(Role::Button, "Rust, Raw speed: ").label;
        window.click(Role::Button, &cell);
    }),
    ("own rating", |window| {
        command(window, "Ratings");
        let cell = window.starting(Role::Button, "Rust, Raw speed: ").label;
        window.click(Role::Button, &cell);
        window.click(Role::Button, "Use my own rating…");
    }),
    ("facts", |window| command(window, "Facts")),
    ("requirements", |window| command(window, "Requirements")),
    ("what follows", |window| command(window, "What follows")),
    ("claims", |window| command(window, "What the article claims")),
    ("source", |window| {
        command(window, "What the article claims");
        window.click(Role::Link, "Source E52 of C01");
    }),
    ("a rule in hand", |window| {
        command(window, "Facts");
        window.click(Role::RadioButton, "When must a first version be in use? Months");
        window.click(Role::CheckBox, "Rule counts: Months: development speed +4, ease of learning +2, libraries +1");
        window.click(Role::Link, "Change the rule Months");
    }),
    ("add a requirement", |window| command(window, "Add a requirement")),
    ("a reason from outside", |window| command(window, "The deciding reason")),
    ("radar", |window| command(window, "Radar chart")),
    ("contributions", |window| command(window, "Contributions chart")),
    ("why not", |window| command(window, "Why not …?")),
    ("changes", |window| command(window, "What would change it")),
    ("account", |window| command(window, "Full account")),
    ("table", |window| command(window, "Show chart as table")),
    ("precedents", |window| command(window, "Precedents")),
    ("record", |window| window.keys(CTRL, Key::Num3)),
    ("export of the record", |window| window.keys(CTRL_SHIFT, Key::E)),
    ("comparison", |window| {
        command(window, "Compare profiles");
        window.click(Role::Button, "Add a profile…");
        window.click(Role::Button, "Example: Edge proxy");
    }),
    ("voices", |window| {
        command(window, "Add a person");
        window.fill(Role::TextInput, "Name", "Ann");
        window.click(Role::Button, "Add");
        window.click(Role::RadioButton, "Show All together");
    }),
    ("a voice", |window| {
        command(window, "Add a person");
        window.fill(Role::TextInput, "Name", "Ann");
        window.click(Role::Button, "Add");
    }),
    ("add a person", |window| {
        command(window, "Add a person");
        window.click(Role::RadioButton, "Begin with: A share code's");
    }),
    ("open", |window| window.keys(CTRL, Key::O)),
    ("save as", |window| window.keys(CTRL_SHIFT, Key::S)),
    ("export", |window| window.keys(CTRL, Key::E)),
    ("name and context", |window| window.key(Key::F2)),
    ("palette", |window| window.keys(CTRL, Key::K)),
    ("swing", |window| way(window, "Swing")),
    ("order", |window| way(window, "Order")),
    ("pairs", |window| way(window, "Pairs")),
    ("trade-offs", |window| way(window, "Trade-offs")),
    ("comparison of ways", |window| way(window, "Compare")),
    ("sealed", |window| command(window, "Seal the result")),
    ("gut feeling", |window| {
        command(window, "Gut-feeling check");
        window.click(Role::RadioButton, "The result feels: Surprising");
        window.click(Role::RadioButton, "Expected to lead: Python");
    }),
];

fn way(window: &mut Window, name: &str) {
    command(window, "Weigh in another way");
    window.click(Role::Tab, name);
}

fn command(window: &mut Window, name: &str) {
    window.keys(CTRL, Key::K);
    window.write(name);
    window.key(Key::Enter);
}

fn is_container(seen: &Seen) -> bool {
    matches!(
        seen.role,
        Role::Window | Role::Pane | Role::GenericContainer | Role::Unknown | Role::Dialog | Role::ScrollView | Role::ScrollBar
    )
}

#[test]
fn whatever_can_have_the_keyboard_has_a_name() {
    for (name, go) in SCREENS {
        let mut window = Window::new();
        go(&mut window);
        let nameless: Vec<Seen> =
            window.seen().into_iter().filter(|seen| seen.is_focusable && !is_container(seen) && seen.label.trim().is_empty()).collect();
        assert!(nameless.is_empty(), "on {name}: {nameless:#?}");
    }
}

#[test]
fn names_are_not_shared_within_a_role() {
    for (name, go) in SCREENS {
        let mut window = Window::new();
        go(&mut window);
        let mut named: Vec<(Role, String)> = window
            .seen()
            .into_iter()
            .filter(|seen| {
                seen.is_focusable
                    && !is_container(seen)
                    && matches!(seen.role, Role::Slider | Role::SpinButton | Role::TextInput | Role::RadioButton | Role::Tab)
            })
            .map(|seen| (seen.role, seen.label))
            .collect();
        named.sort();
        let twice: Vec<_> = named.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "on {name}: {twice:?}");
    }
}

#[test]
fn every_screen_works_at_double_size() {
    // The usual window; and the smallest one, where little is left but nothing may break.
    for [width, height] in [[1280.0, 800.0], [640.0, 480.0]] {
        let needs_room = |name: &str| {
            let ways = ["swing", "order", "pairs", "trade-offs", "comparison of ways"];
            matches!(name, "open groups" | "evidence" | "own rating" | "source" | "a rule in hand") || ways.contains(&name)
        };
        for (name, go) in SCREENS.into_iter().filter(|(name, _)| width > 640.0 || !needs_room(name)) {
            let mut window = Window::sized(width, height);
            window.ctx().set_zoom_factor(2.0);
            window.settle();
            assert_eq!(window.ctx().content_rect().width(), width / 2.0);
            go(&mut window);
            assert!(!window.seen().is_empty(), "{name} at {width} × {height}");
        }
    }
}

#[test]
fn every_screen_works_at_every_size_and_nothing_is_cut_off() {
    for [width, height] in [[640.0, 480.0], [900.0, 600.0], [1280.0, 800.0], [2560.0, 1440.0]] {
        for (name, go) in SCREENS {
            let mut window = Window::sized(width, height);
            go(&mut window);
            let screen = window.ctx().content_rect().expand(1.0);
            let is_cut = |seen: &Seen| seen.rect.max.x > screen.max.x || seen.rect.min.x < screen.min.x;
            let wide: Vec<Seen> = window
                .seen()
                .into_iter()
                .filter(|seen| seen.is_focusable && !is_container(seen) && seen.role != Role::Image && is_cut(seen))
                .collect();
            for seen in wide {
                // A table may be wider than its place if it can be scrolled.
                window.request(&seen, egui::accesskit::Action::ScrollIntoView, None);
                let now = window.get(seen.role, &seen.label);
                assert!(!is_cut(&now), "{name} at {width} × {height}: {:?} “{}” {:?}", now.role, now.label, now.rect);
            }
        }
    }
}

#[test]
fn what_is_out_of_sight_can_be_scrolled_to() {
    for [width, height] in [[640.0, 480.0], [900.0, 600.0]] {
        for (name, go) in SCREENS
            .into_iter()
            .filter(|(name, _)| matches!(*name, "open groups" | "ratings" | "own rating" | "export" | "name and context"))
        {
            let mut window = Window::sized(width, height);
            go(&mut window);
            let screen = window.ctx().content_rect();
            let hidden: Vec<Seen> = window
                .seen()
                .into_iter()
                .filter(|seen| seen.is_focusable && !is_container(seen) && !screen.contains(seen.rect.center()))
                .collect();
            for seen in hidden.iter().rev().take(3) {
                window.request(seen, egui::accesskit::Action::ScrollIntoView, None);
                let now = window.get(seen.role, &seen.label);
                assert!(screen.contains(now.rect.center()), "{name} at {width} × {height}: “{}” stays at {:?}", seen.label, now.rect);
            }
        }
    }
}

#[test]
fn a_window_at_rest_asks_for_no_frame() {
    for (name, go) in SCREENS {
        let mut window = Window::new();
        go(&mut window);
        window.rest();
        assert_eq!(window.sleep(), Duration::MAX, "on {name}");
    }
}

#[test]
fn a_window_comes_to_rest_after_an_edit_and_a_hover() {
    let mut window = Window::new();
    window.drag("Points of Safety", 0.9, |_| {});
    window.rest();
    let row = window.get(Role::ListItem, "Firmware");
    window.send(egui::Event::PointerMoved(row.rect.center()));
    window.rest();
}

/// What Tab passes on its way round.
fn tab_round(window: &mut Window, limit: usize) -> Vec<Seen> {
    let mut passed: Vec<Seen> = Vec::new();
    for _ in 0..limit {
        window.key(Key::Tab);
        let Some(seen) = window.focused() else { continue };
        if passed.iter().any(|before| (before.role, &before.label) == (seen.role, &seen.label)) {
            return passed;
        }
        passed.push(seen);
    }
    panic!("Tab does not come round in {limit} steps: {:?}", passed.iter().map(|seen| &seen.label).collect::<Vec<_>>());
}

#[test]
fn tab_reaches_everything_on_every_screen() {
    for (name, go) in SCREENS {
        if name == "palette" {
            // Its field keeps the keyboard; arrows and Enter choose.
            continue;
        }
        let mut window = Window::new();
        go(&mut window);
        let passed = tab_round(&mut window, 600);
        let is_dialog = matches!(
            name,
            "open"
                | "save as"
                | "export"
                | "add a person"
                | "export of the record"
                | "name and context"
                | "add a requirement"
                | "a reason from outside"
        );
        if is_dialog {
            assert!(passed.iter().any(|seen| seen.label == "Cancel"), "on {name}: {passed:?}");
            assert!(!passed.iter().any(|seen| seen.label == "Search profiles"), "on {name}: the keyboard stays in the dialog");
            continue;
        }
        let missed: Vec<String> = window
            .seen()
            .into_iter()
            .filter(|seen| seen.is_focusable && seen.is_enabled && !is_container(seen))
            // What is computed in the background changes labels meanwhile, but not what they stand on.
            .filter(|seen| !passed.iter().any(|other| other.id == seen.id || (other.role, &other.label) == (seen.role, &seen.label)))
            .map(|seen| format!("{:?} “{}”", seen.role, seen.label))
            .collect();
        assert!(missed.is_empty(), "on {name}, Tab misses {missed:#?}");
        for role in [Role::Button, Role::ListItem] {
            assert!(passed.iter().any(|seen| seen.role == role), "on {name}: no {role:?}");
        }
    }
}

#[test]
fn the_main_job_needs_no_mouse() {
    let mut window = Window::new();
    let to = |window: &mut Window, role: Role, label: &str| {
        for _ in 0..120 {
            if window.focused().is_some_and(|seen| seen.role == role && seen.label == label) {
                return;
            }
            window.key(Key::Tab);
        }
        panic!("Tab does not reach “{label}”");
    };
    to(&mut window, Role::ListItem, "Storage engine");
    window.key(Key::Enter);
    assert_eq!(window.app().session().current().profile().name, "Storage engine");
    to(&mut window, Role::Button, "Performance: show its criteria");
    window.key(Key::Space);
    to(&mut window, Role::Slider, "Points of Raw speed");
    window.keys(Modifiers::SHIFT, Key::ArrowRight);
    window.keys(CTRL, Key::S);
    assert_eq!(window.library_files().len(), 1);
    to(&mut window, Role::Tab, "Ratings");
    window.key(Key::Enter);
    let cell = window.starting(Role::Button, "Go, Raw speed: ").label;
    to(&mut window, Role::Button, &cell);
    window.key(Key::Enter);
    window.expect("The article says");
    window.key(Key::Escape);
    to(&mut window, Role::RadioButton, "Mode: Analyse");
    window.key(Key::Enter);
    to(&mut window, Role::RadioButton, "Show as: Table");
    window.key(Key::Space);
    assert!(window.get(Role::RadioButton, "Show as: Table").is_on);
    to(&mut window, Role::Button, "Export…");
    window.key(Key::Enter);
    assert!(window.has(Role::TextInput, "Path"));
}

#[test]
fn a_menu_answers_to_the_keyboard() {
    let mut window = Window::new();
    window.focus(Role::Button, "Help");
    window.key(Key::Enter);
    let about = window.starting(Role::Button, "About Trilemma").label;
    window.focus(Role::Button, &about);
    window.key(Key::Enter);
    window.expect("Opens no network connection");
}

#[test]
fn at_900_by_600_the_answer_stays_and_the_profiles_are_in_a_menu() {
    let mut window = Window::sized(900.0, 600.0);
    assert_eq!(window.ranking().len(), 3);
    assert!(!window.verdict().is_empty());
    window.click(Role::Button, "File");
    let profiles = window.starting(Role::Button, "Profiles").label;
    window.click(Role::Button, &profiles);
    window.click(Role::Button, "Example: Firmware");
    assert_eq!(window.app().session().current().profile().name, "Firmware");
}

#[test]
fn at_900_by_600_and_double_size_the_menus_are_one_and_nothing_is_cut_off() {
    let mut window = Window::sized(900.0, 600.0);
    window.ctx().set_zoom_factor(2.0);
    window.settle();
    window.expect("Go, leaning");
    let screen = window.ctx().content_rect();
    let is_whole = |window: &Window, role: Role, label: &str| screen.contains_rect(window.get(role, label).rect);
    for (role, label) in [(Role::Tab, "Requirements"), (Role::RadioButton, "Mode: Record"), (Role::Button, "Commands")] {
        assert!(is_whole(&window, role, label), "“{label}”");
    }
    window.click(Role::Button, "Menu");
    let help = window.get(Role::Button, "Help").rect.center();
    window.send(egui::Event::PointerMoved(help));
    window.settle();
    let about = window.starting(Role::Button, "About Trilemma").label;
    assert!(is_whole(&window, Role::Button, &about));
    window.send(egui::Event::PointerGone);
    window.key(Key::Escape);
    window.key(Key::Escape);
    let on_bar = ["Menu", "Commands"].map(|name| window.get(Role::Button, name).rect);
    let modes = window.get(Role::RadioButton, "Mode: Record").rect;
    assert!(on_bar[0].max.x < window.get(Role::RadioButton, "Mode: Decide").rect.min.x && modes.max.x < on_bar[1].min.x);
}

#[test]
fn a_window_can_shrink_and_grow_while_it_is_open() {
    let mut window = Window::new();
    for [width, height] in [[640.0, 480.0], [2560.0, 1440.0], [900.0, 600.0], [1280.0, 800.0]] {
        window.resize(width, height);
        assert_eq!(window.ranking().len(), 3, "{width} × {height}");
    }
}
