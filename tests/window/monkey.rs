//! Somebody who does anything at all, at random but the same on every run: nothing panics, undoing everything gives the first
//! profile back byte for byte, and every saved file opens.
//!
//! `TRILEMMA_MONKEY` sets the number of steps; `tests/faults/run.sh` takes 100,000.

use std::{collections::BTreeMap, fs, path::Path};

use egui::{
    Event, Key, Modifiers,
    accesskit::{Action, Role},
};
use trilemma::{
    model::{Edit, Profile},
    session::Source,
    store,
};

use crate::{
    driver::{CTRL, CTRL_SHIFT, Seen, Window},
    generated::Numbers,
};

/// So many steps between two looks at everything; fewer than can be undone.
const ROUND: usize = 250;

/// So many steps in one window; then the next seed begins in an empty library, as a full one makes every step slower.
const LIFE: usize = 2_500;

const KEYS: [(Modifiers, Key); 30] = [
    (Modifiers::NONE, Key::Tab),
    (Modifiers::SHIFT, Key::Tab),
    (Modifiers::NONE, Key::Enter),
    (Modifiers::NONE, Key::Space),
    (Modifiers::NONE, Key::Escape),
    (Modifiers::NONE, Key::ArrowRight),
    (Modifiers::SHIFT, Key::ArrowRight),
    (Modifiers::NONE, Key::ArrowLeft),
    (Modifiers::NONE, Key::ArrowUp),
    (Modifiers::NONE, Key::ArrowDown),
    (Modifiers::NONE, Key::Home),
    (Modifiers::NONE, Key::End),
    (Modifiers::NONE, Key::F1),
    (Modifiers::NONE, Key::F2),
    (Modifiers::NONE, Key::F6),
    (CTRL, Key::Z),
    (CTRL, Key::Z),
    (CTRL_SHIFT, Key::Z),
    (CTRL, Key::Y),
    (CTRL, Key::S),
    (CTRL_SHIFT, Key::S),
    (CTRL, Key::D),
    (CTRL, Key::N),
    (CTRL, Key::O),
    (CTRL, Key::K),
    (CTRL, Key::E),
    (CTRL, Key::Num1),
    (CTRL, Key::Num2),
    (CTRL, Key::T),
    (CTRL, Key::B),
];

/// Only signs that the bundled typeface has: the harness takes a missing one for a mistake.
const TEXTS: [&str; 12] =
    ["7", "0", "99.5", "-3", "latency", "Größe", "// x */ (", "<b>&\"'", "=1+1", "2026-11-30", "  ", "trilemma1.eNo.00000000"];

struct Monkey {
    window: Window,
    numbers: Numbers,
    /// The first state of every document, by its number.
    first: BTreeMap<u64, String>,
    /// How many undo steps were taken back in all.
    undone: usize,
}

impl Monkey {
    fn new(seed: u64) -> Self {
        Self { window: Window::new(), numbers: Numbers(seed), first: BTreeMap::new(), undone: 0 }
    }

    fn step(&mut self) {
        match self.numbers.below(100) {
            0..55 => self.touch(),
            55..80 => self.press(),
            80..90 => self.type_something(),
            90..94 => self.command(),
            94..97 => self.somebody_else(),
            97 => {
                let (width, height) = self.numbers.one(&[(1280.0, 800.0), (900.0, 600.0), (640.0, 480.0), (1900.0, 1100.0)]);
                self.window.resize(width, height);
            }
            _ => self.window.frame(),
        }
        for document in self.window.app().session().documents() {
            let (number, revision) = document.revision();
            if revision == 0 {
                self.first.entry(number).or_insert_with(|| store::write(document.profile()));
            }
        }
    }

    /// Something that can be touched, whatever it is; the system's own file dialog alone is left alone.
    fn touch(&mut self) {
        // Out of dialogs, where most of the work is.
        if self.numbers.below(5) == 0 {
            let key = Key::Escape;
            self.window.send(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE });
        }
        let touchable: Vec<Seen> =
            self.window.seen().into_iter().filter(|seen| seen.is_focusable && seen.is_enabled && seen.label != "Browse…").collect();
        if touchable.is_empty() {
            return self.window.frame();
        }
        // What sets something is touched more often than what leads somewhere.
        let sets = |seen: &&Seen| matches!(seen.role, Role::Slider | Role::SpinButton | Role::RadioButton | Role::CheckBox);
        let setting: Vec<Seen> = touchable.iter().filter(sets).cloned().collect();
        let is_any = setting.is_empty() || self.numbers.below(5) < 2;
        let seen = self.numbers.one(if is_any { &touchable } else { &setting });
        let action = match (seen.role, self.numbers.below(4)) {
            (Role::Slider | Role::SpinButton, 0) => Action::Increment,
            (Role::Slider | Role::SpinButton, 1) => Action::Decrement,
            (Role::TextInput | Role::MultilineTextInput, _) => Action::Focus,
            (_, 0) => Action::Focus,
            _ => Action::Click,
        };
        self.window.ask(&seen, action, None);
    }

    fn press(&mut self) {
        let (modifiers, key) = self.numbers.one(&KEYS);
        for pressed in [true, false] {
            self.window.send(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
    }

    fn type_something(&mut self) {
        let is_path = self.window.focused().is_some_and(|seen| seen.label == "Path");
        // Whatever is typed as a path stays in this test's own folder.
        let text = if is_path {
            for key in [Key::A, Key::X] {
                self.window.send(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: CTRL });
            }
            let is_export = self.window.seen().iter().any(|seen| seen.role == Role::RadioButton && seen.label.ends_with(": SVG"));
            let names = if is_export { ["chart.svg", "chart.png"] } else { ["profiles/x.ron", "y.ron"] };
            let name = self.numbers.one(&[names[0], names[1], "no such folder/z.ron", "profiles"]);
            self.window.home().join(name).display().to_string()
        } else {
            self.numbers.one(&TEXTS).to_owned()
        };
        self.window.send(Event::Text(text));
    }

    /// Any command, by the palette.
    fn command(&mut self) {
        let command = self.numbers.one(&trilemma::session::Command::ALL);
        for key in [Key::Escape, Key::Escape, Key::K] {
            let modifiers = if key == Key::K { CTRL } else { Modifiers::NONE };
            self.window.send(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers });
        }
        self.window.send(Event::Text(command.name().trim_end_matches('…').to_owned()));
        self.window.send(Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE });
    }

    /// Somebody else does something to the file of the shown profile.
    fn somebody_else(&mut self) {
        if let Source::File(path) = self.window.app().session().current().source.clone() {
            match self.numbers.below(4) {
                0 => drop(fs::remove_file(&path)),
                1 => drop(fs::write(&path, "<<<<<<< ours\n(schema")),
                _ => {
                    let read = store::open(&path, store::shipped());
                    let mut profile = read.map_or_else(|_| Profile::new("Theirs"), |(opened, _)| opened.profile);
                    profile.apply(&Edit::Note { criterion: "latency".into(), note: format!("theirs {}", self.numbers.next()) });
                    let _ = fs::write(&path, store::write(&profile));
                }
            }
        }
        self.window.send(Event::WindowFocused(true));
    }

    /// Undoes everything in the shown document and looks at what is left.
    fn undo_everything(&mut self) {
        for _ in 0..4 {
            self.window.send(Event::Key { key: Key::Escape, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE });
        }
        let memory = self.window.ctx().clone();
        if let Some(id) = memory.memory(|memory| memory.focused()) {
            memory.memory_mut(|memory| memory.surrender_focus(id));
        }
        self.window.frame();
        let number = self.window.app().session().current().revision().0;
        for _ in 0..4 * ROUND {
            if !self.window.app().session().current().history().can_undo() {
                break;
            }
            self.window.send(Event::Key { key: Key::Z, physical_key: None, pressed: true, repeat: false, modifiers: CTRL });
            self.undone += 1;
        }
        let document = self.window.app().session().current();
        assert!(!document.history().can_undo(), "it can all be undone\n{}", self.window.inventory());
        assert_eq!(document.revision().0, number);
        if let Some(first) = self.first.get(&number) {
            assert_eq!(store::write(document.profile()), *first, "undoing everything gives the first profile back");
        }
    }

    /// Every file that was saved here opens.
    fn check_files(&self, folder: &Path) {
        for path in fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            let is_theirs = || fs::read_to_string(&path).is_ok_and(|text| text.starts_with("<<<<<<< ours"));
            if path.extension().is_some_and(|extension| extension == "ron") && path.is_file() && !is_theirs() {
                store::open(&path, store::shipped()).unwrap_or_else(|error| panic!("{error}"));
            }
        }
    }
}

fn play(seed: u64, steps: usize) {
    let mut monkey = Monkey::new(seed);
    for n in 1..=steps {
        monkey.step();
        if n % ROUND == 0 || n == steps {
            monkey.undo_everything();
            for folder in ["", "profiles"] {
                let folder = monkey.window.home().join(folder);
                monkey.check_files(&folder);
            }
        }
    }
    println!("seed {seed}: {steps} steps, {} undone, {} documents", monkey.undone, monkey.first.len());
}

#[test]
fn whatever_is_done_nothing_panics_and_everything_can_be_undone() {
    let steps = std::env::var("TRILEMMA_MONKEY").ok().and_then(|steps| steps.parse().ok()).unwrap_or(500);
    // Two at a time, as they know nothing of each other.
    std::thread::scope(|scope| {
        for first in [31, 32] {
            scope.spawn(move || {
                let lives = (0..steps / 2).step_by(LIFE).map(|done| LIFE.min(steps / 2 - done));
                lives.zip((first..).step_by(2)).for_each(|(steps, seed)| play(seed, steps));
            });
        }
    });
}
