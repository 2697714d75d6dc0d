//! [`Window`]: the whole app without a screen, seen and touched by label and role only.
//!
//! Every event is a frame of its own. What the app asks of the system is collected, and after each gesture the window has to come
//! to rest: a window that goes on painting fails its test.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    sync::mpsc,
    time::{Duration, Instant},
};

use egui::{
    Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, Rect, ViewportCommand, ViewportEvent, ViewportId,
    accesskit::{self, Role},
};
use egui_kittest::{Harness, kittest::NodeT as _};
use trilemma::{
    gui::App,
    store::{self, Dirs},
};

pub const CTRL: Modifiers = Modifiers::COMMAND;
pub const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// More frames than any gesture needs to come to rest, and far fewer than forever.
const MAX_FRAMES: usize = 40;

pub struct Window {
    harness: Harness<'static, App>,
    home: tempfile::TempDir,
    /// What the system hands over.
    handed: mpsc::Sender<Vec<PathBuf>>,
    /// What was asked of the window's frame, since it was last looked at.
    pub commands: Vec<ViewportCommand>,
    /// What was put on the clipboard.
    pub copied: Vec<OutputCommand>,
}

/// One node of the tree that a screen reader sees.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    pub role: Role,
    pub label: String,
    pub value: String,
    pub number: Option<f64>,
    pub is_on: bool,
    pub is_enabled: bool,
    pub has_focus: bool,
    pub is_focusable: bool,
    pub rect: Rect,
    pub id: (accesskit::NodeId, accesskit::TreeId),
}

impl Seen {
    fn of(node: egui_kittest::Node<'_>) -> Self {
        let rect = if node.accesskit_node().bounding_box().is_some() { node.rect() } else { Rect::NOTHING };
        let node = node.accesskit_node();
        let value = node.value().unwrap_or_default();
        // What a label says is its value.
        let label = if node.role() == Role::Label { value.clone() } else { node.label().unwrap_or_default() };
        Self {
            role: node.role(),
            label,
            value,
            number: node.numeric_value(),
            is_on: node.toggled() == Some(accesskit::Toggled::True),
            is_enabled: !node.is_disabled(),
            has_focus: node.is_focused(),
            is_focusable: node.data().supports_action(accesskit::Action::Focus),
            rect,
            id: node.locate(),
        }
    }
}

impl Window {
    /// A first start: nobody's settings, an empty library, 1280 × 800.
    pub fn new() -> Self {
        Self::sized(1280.0, 800.0)
    }

    pub fn sized(width: f32, height: f32) -> Self {
        Self::started(tempfile::tempdir().expect("a folder for the test"), &[], [width, height])
    }

    /// A start in a home that may hold something already, with files as arguments.
    pub fn started(home: tempfile::TempDir, files: &[PathBuf], size: [f32; 2]) -> Self {
        let dirs = Dirs { config: home.path().join("config"), data: home.path().join("data"), library: home.path().join("profiles") };
        let (sender, handed) = mpsc::channel();
        let harness = Harness::builder()
            .with_size(size)
            .with_theme(egui::Theme::Light)
            .with_step_dt(0.05)
            .with_max_steps(MAX_FRAMES as u64)
            .build_eframe(|cc| App::new(&cc.egui_ctx, files, Some(dirs)).with_handed(handed));
        let mut window = Self { harness, home, handed: sender, commands: Vec::new(), copied: Vec::new() };
        window.settle();
        window
    }

    /// Closes the window and starts again in the same home.
    pub fn restarted(self) -> Self {
        let Self { harness, home, .. } = self;
        drop(harness);
        Self::started(home, &[], [1280.0, 800.0])
    }

    // What there is.

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    pub fn library(&self) -> PathBuf {
        self.home.path().join("profiles")
    }

    /// The profiles in the library, by file name.
    pub fn library_files(&self) -> Vec<PathBuf> {
        let inside = std::fs::read_dir(self.library()).into_iter().flatten();
        let mut files: Vec<PathBuf> =
            inside.map(|entry| entry.expect("a file").path()).filter(|path| path.extension().is_some_and(|e| e == "ron")).collect();
        files.sort();
        files
    }

    /// A file beside the library, with this content.
    pub fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.home.path().join(name);
        std::fs::write(&path, content).expect("the file is written");
        path
    }

    /// A shipped example in a file of its own.
    pub fn example_file(&self, id: &str) -> PathBuf {
        let example = store::example(id).expect("a shipped example");
        self.file(&format!("{id}.ron"), &store::write(&example.profile))
    }

    pub fn app(&self) -> &App {
        self.harness.state()
    }

    /// The profile that is shown, as a file would hold it.
    pub fn profile(&self) -> String {
        store::write(self.app().session().current().profile())
    }

    pub fn ctx(&self) -> &egui::Context {
        &self.harness.ctx
    }

    /// Everything that can be seen, in reading order.
    pub fn seen(&self) -> Vec<Seen> {
        self.harness.root().children_recursive().map(Seen::of).collect()
    }

    /// The one node with this role and label.
    #[track_caller]
    pub fn get(&self, role: Role, label: &str) -> Seen {
        let all = self.seen();
        let mut found = all.iter().filter(|seen| seen.role == role && seen.label == label);
        let (first, second) = (found.next(), found.next());
        match (first, second) {
            (Some(one), None) => one.clone(),
            (Some(_), Some(_)) => panic!("several are {role:?} “{label}”\n{}", self.inventory()),
            (None, _) => panic!("nothing is {role:?} “{label}”\n{}", self.inventory()),
        }
    }

    pub fn has(&self, role: Role, label: &str) -> bool {
        self.seen().iter().any(|seen| seen.role == role && seen.label == label)
    }

    /// The one node of this role whose label starts so.
    #[track_caller]
    pub fn starting(&self, role: Role, start: &str) -> Seen {
        let found: Vec<Seen> = self.seen().into_iter().filter(|seen| seen.role == role && seen.label.starts_with(start)).collect();
        assert_eq!(found.len(), 1, "{role:?} that starts with “{start}”\n{}", self.inventory());
        found[0].clone()
    }

    /// Whether these words stand somewhere.
    pub fn says(&self, words: &str) -> bool {
        self.seen().iter().any(|seen| seen.label.contains(words) || seen.value.contains(words))
    }

    #[track_caller]
    pub fn expect(&self, words: &str) {
        assert!(self.says(words), "“{words}” is not said\n{}", self.inventory());
    }

    #[track_caller]
    pub fn expect_gone(&self, words: &str) {
        assert!(!self.says(words), "“{words}” is still said\n{}", self.inventory());
    }

    /// The verdict's headline.
    #[track_caller]
    pub fn verdict(&self) -> String {
        let found = self.seen().into_iter().find(|seen| seen.role == Role::Heading);
        found.unwrap_or_else(|| panic!("no headline\n{}", self.inventory())).label
    }

    /// The rows of the ranking, as they are read out, but for what the background adds in its own time.
    pub fn ranking(&self) -> Vec<String> {
        self.rows().into_iter().map(|row| row.split(", leads in").next().unwrap_or_default().to_owned()).collect()
    }

    /// The rows with the share of what is plausible in which each leads, once that is known.
    pub fn rows(&self) -> Vec<String> {
        self.seen()
            .into_iter()
            .filter(|seen| seen.role == Role::Button && seen.label.starts_with(|c: char| c.is_ascii_digit() || c == '–'))
            .map(|seen| seen.label)
            .collect()
    }

    /// Every text that is painted, for what has no node of its own: the words beside the pointer on a chart.
    pub fn painted(&self) -> Vec<String> {
        fn texts(shape: &egui::Shape, found: &mut Vec<String>) {
            match shape {
                egui::Shape::Text(text) => found.push(text.galley.text().to_owned()),
                egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        self.harness.output().shapes.iter().for_each(|clipped| texts(&clipped.shape, &mut found));
        found
    }

    /// What has the keyboard, if anything.
    pub fn focused(&self) -> Option<Seen> {
        let mut nodes = self.harness.root().children_recursive();
        nodes.find(|node| node.is_focused() && node.accesskit_node().role() != Role::Window).map(Seen::of)
    }

    /// The title that was asked for last.
    pub fn title(&self) -> Option<&str> {
        self.commands.iter().rev().find_map(|command| if let ViewportCommand::Title(title) = command { Some(title.as_str()) } else { None })
    }

    pub fn has_command(&self, command: &ViewportCommand) -> bool {
        self.commands.contains(command)
    }

    /// Every label, for messages.
    pub fn inventory(&self) -> String {
        let mut text = String::new();
        for seen in self.seen().iter().filter(|seen| !seen.label.is_empty() || seen.is_focusable) {
            let _ = writeln!(text, "  {:?} “{}” {}{}", seen.role, seen.label, seen.value, if seen.has_focus { " (focus)" } else { "" });
        }
        text
    }

    // What happens.

    /// One frame with this event.
    pub fn send(&mut self, event: Event) {
        self.harness.event(event);
        self.frame();
    }

    /// One frame. What the app asked for in it is kept.
    pub fn frame(&mut self) {
        self.harness.step();
        let output = self.harness.output();
        self.commands.extend(output.viewport_output[&ViewportId::ROOT].commands.iter().cloned());
        self.copied.extend(output.platform_output.commands.iter().cloned());
    }

    /// How long the window would sleep now.
    pub fn sleep(&self) -> Duration {
        self.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay
    }

    /// Frames until nothing moves. Every input has to have a name then.
    #[track_caller]
    pub fn settle(&mut self) {
        for _ in 0..MAX_FRAMES {
            self.frame();
            if !self.sleep().is_zero() {
                self.harness.check_accessibility();
                return;
            }
        }
        panic!("the window does not come to rest: {:?}", self.ctx().repaint_causes());
    }

    /// Frames until none is asked for any more, what is computed in the background included.
    #[track_caller]
    pub fn rest(&mut self) {
        #[expect(clippy::disallowed_methods, reason = "a window that never rests must not hang the tests")]
        let start = Instant::now();
        let mut n_still = 0;
        while n_still < 3 {
            std::thread::sleep(Duration::from_millis(20));
            self.frame();
            n_still = if self.sleep() == Duration::MAX && !self.app().is_computing() { n_still + 1 } else { 0 };
            assert!(start.elapsed() < Duration::from_secs(180), "the window does not come to rest: {:?}", self.ctx().repaint_causes());
        }
    }

    #[track_caller]
    pub fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    /// Presses and releases a key, then waits for rest.
    #[track_caller]
    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        for pressed in [true, false] {
            self.send(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
        self.settle();
    }

    /// Types a text, a character at a time.
    #[track_caller]
    pub fn write(&mut self, text: &str) {
        for character in text.chars() {
            self.send(Event::Text(character.to_string()));
        }
        self.settle();
    }

    /// Brings a node into sight and returns where it is then.
    #[track_caller]
    fn reveal(&mut self, seen: &Seen) -> Rect {
        let screen = self.ctx().content_rect();
        // In a narrow window a part of the work may be scrolled behind the answer.
        if screen.contains(seen.rect.center()) && screen.width() >= 1_000.0 {
            return seen.rect;
        }
        self.request(seen, accesskit::Action::ScrollIntoView, None);
        let now = self.seen().into_iter().find(|now| now.id == seen.id).expect("it is still there");
        assert!(screen.contains(now.rect.center()), "“{}” cannot be brought into sight: {:?}", seen.label, now.rect);
        now.rect
    }

    /// What an assistive technology asks of a node.
    #[track_caller]
    pub fn request(&mut self, seen: &Seen, action: accesskit::Action, data: Option<accesskit::ActionData>) {
        self.ask(seen, action, data);
        self.settle();
    }

    /// The same in one frame, without waiting for rest.
    pub fn ask(&mut self, seen: &Seen, action: accesskit::Action, data: Option<accesskit::ActionData>) {
        let (target_node, target_tree) = seen.id;
        self.send(Event::AccessKitActionRequest(accesskit::ActionRequest { action, target_node, target_tree, data }));
    }

    pub fn button(&mut self, pos: Pos2, pressed: bool) {
        self.send(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
    }

    fn click_at(&mut self, pos: Pos2, button: PointerButton, count: usize) {
        self.send(Event::PointerMoved(pos));
        for _ in 0..count {
            for pressed in [true, false] {
                self.send(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
            }
        }
        self.send(Event::PointerGone);
        self.settle();
    }

    /// Clicks the one node with this role and label.
    #[track_caller]
    pub fn click(&mut self, role: Role, label: &str) {
        let seen = self.get(role, label);
        assert!(seen.is_enabled, "“{label}” is disabled");
        let rect = self.reveal(&seen);
        self.click_at(rect.center(), PointerButton::Primary, 1);
    }

    #[track_caller]
    pub fn double_click(&mut self, role: Role, label: &str) {
        let seen = self.get(role, label);
        let rect = self.reveal(&seen);
        self.click_at(rect.center(), PointerButton::Primary, 2);
    }

    #[track_caller]
    pub fn right_click(&mut self, role: Role, label: &str) {
        let seen = self.get(role, label);
        let rect = self.reveal(&seen);
        self.click_at(rect.center(), PointerButton::Secondary, 1);
    }

    /// Takes a slider's handle by the middle of the rail and lets it go at a share of its width; `look` is called before that.
    #[track_caller]
    pub fn drag(&mut self, label: &str, share: f32, look: impl FnOnce(&mut Self)) {
        let slider = self.get(Role::Slider, label);
        let rect = self.reveal(&slider);
        let to = egui::pos2(rect.min.x + rect.width() * share, rect.center().y);
        self.send(Event::PointerMoved(rect.center()));
        self.button(rect.center(), true);
        for step in 1..=4 {
            self.send(Event::PointerMoved(rect.center().lerp(to, step as f32 / 4.0)));
        }
        look(self);
        self.button(to, false);
        self.send(Event::PointerGone);
        self.settle();
    }

    /// Takes hold of something and lets it go elsewhere.
    #[track_caller]
    pub fn drag_between(&mut self, from: Pos2, to: Pos2) {
        self.send(Event::PointerMoved(from));
        self.button(from, true);
        for step in 1..=4 {
            self.send(Event::PointerMoved(from.lerp(to, step as f32 / 4.0)));
        }
        self.button(to, false);
        self.send(Event::PointerGone);
        self.settle();
    }

    /// Gives a node the keyboard.
    #[track_caller]
    pub fn focus(&mut self, role: Role, label: &str) {
        let seen = self.get(role, label);
        self.request(&seen, accesskit::Action::Focus, None);
        assert!(self.get(role, label).has_focus, "“{label}” does not take the keyboard");
    }

    /// Replaces what stands in a text field.
    #[track_caller]
    pub fn fill(&mut self, role: Role, label: &str, text: &str) {
        self.focus(role, label);
        self.keys(CTRL, Key::A);
        self.key(Key::Delete);
        self.write(text);
    }

    /// Opens a file by its path, as one would type it.
    #[track_caller]
    pub fn open(&mut self, path: &Path) {
        self.keys(CTRL, Key::O);
        self.fill(Role::TextInput, "Path", &path.display().to_string());
        self.click(Role::Button, "Open");
    }

    /// Drops files on the window.
    #[track_caller]
    /// The system hands a file to the running window.
    pub fn hand_over(&mut self, path: &Path) {
        self.handed.send(vec![path.to_owned()]).expect("the window listens");
        self.settle();
    }

    pub fn drop_files(&mut self, paths: &[PathBuf]) {
        #[derive(Debug)]
        struct Dropped(PathBuf);
        impl egui::DroppedFile for Dropped {
            fn path(&self) -> &Path {
                &self.0
            }
            fn bytes(&self) -> Result<Vec<u8>, String> {
                std::fs::read(&self.0).map_err(|error| error.to_string())
            }
        }
        let files = paths.iter().map(|path| std::sync::Arc::new(Dropped(path.clone())) as _);
        self.harness.input_mut().dropped_files.extend(files);
        self.settle();
    }

    /// Asks the window to close, as its frame's button does.
    #[track_caller]
    pub fn ask_to_close(&mut self) {
        self.commands.clear();
        let viewport = self.harness.input_mut().viewports.get_mut(&ViewportId::ROOT).expect("the window");
        viewport.events.push(ViewportEvent::Close);
        self.frame();
        self.settle();
    }

    /// Whether the window may close: it was asked to, or asked itself, and nothing stood against it.
    pub fn closes(&self) -> bool {
        self.has_command(&ViewportCommand::Close)
    }

    pub fn resize(&mut self, width: f32, height: f32) {
        self.harness.set_size(egui::vec2(width, height));
        self.settle();
    }
}
