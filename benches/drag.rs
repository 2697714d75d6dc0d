//! What a frame costs while a weight is dragged, with the background idle and with it busy, and how soon the share follows.
//!
//! `cargo bench --bench drag`: the whole app without a screen, painting left out. Asserts nothing, because machines differ.

use std::time::{Duration, Instant};

use egui::{Event, PointerButton, Pos2, accesskit::Role};
use egui_kittest::{Harness, kittest::NodeT as _};
use trilemma::{gui::App, store::Dirs};

/// Changes of each kind.
const FRAMES: usize = 200;

/// In which the background finishes all that it has to do for one change.
const ENOUGH: Duration = Duration::from_millis(100);

/// The app, and how long its last `logic` and `ui` worked.
struct Timed {
    app: App,
    logic: Duration,
    frame: Duration,
}

impl eframe::App for Timed {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        let before = cpu_time();
        self.app.logic(ctx, frame);
        self.logic = cpu_time() - before;
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let before = cpu_time();
        self.app.ui(ui, frame);
        self.frame = self.logic + (cpu_time() - before);
    }
}

/// How long this thread has run on a processor; elsewhere than on Linux, how much time has passed.
fn cpu_time() -> Duration {
    // The kernel counts up to the last switch or tick; giving way makes it count up to now.
    std::thread::yield_now();
    let nanoseconds = std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|line| line.split_whitespace().next().and_then(|first| first.parse().ok()));
    nanoseconds.map_or_else(|| Duration::from_nanos(now().duration_since(*START.get_or_init(now)).as_nanos() as u64), Duration::from_nanos)
}

static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();

#[expect(clippy::disallowed_methods, reason = "how long it takes is what is measured")]
fn now() -> Instant {
    Instant::now()
}

type Window = Harness<'static, Timed>;

fn main() {
    let home = tempfile::tempdir().expect("a folder");
    let dirs = Dirs { config: home.path().join("config"), data: home.path().join("data"), library: home.path().join("profiles") };
    let mut window: Window = Harness::builder().with_size([1280.0, 800.0]).build_eframe(|cc| Timed {
        app: App::new(&cc.egui_ctx, &[], Some(dirs)),
        logic: Duration::ZERO,
        frame: Duration::ZERO,
    });
    rest(&mut window);
    let slider = first_slider(&window);
    window.event(Event::PointerMoved(slider.left_center()));
    window.step();
    window.event(press(slider.left_center(), true));
    window.step();
    // Both kinds in turns, so that a slow moment of the machine meets both. Each change takes two frames, the one that makes it and
    // the one that shows it; in the idle kind the background has finished in between, so that both kinds show the same.
    let (mut idle, mut busy, mut shares) = (Vec::new(), Vec::new(), Vec::new());
    for k in 0..2 * FRAMES {
        let is_busy = (k / 50) % 2 == 1;
        let x = slider.left() + slider.width() * (0.1 + 0.8 * ((k as f32) * 0.618_034).fract());
        window.event(Event::PointerMoved(Pos2::new(x, slider.center().y)));
        window.step();
        let made = window.state().frame;
        let changed = now();
        if !is_busy {
            std::thread::sleep(ENOUGH);
        }
        window.step();
        let shown = window.state().frame;
        if is_busy {
            busy.push(made + shown);
            shares.push(share(&mut window, changed));
        } else {
            idle.push(made + shown);
            rest(&mut window);
        }
    }
    window.event(press(slider.center(), false));
    window.step();
    let [idle, busy, shares] = [idle, busy, shares].map(|mut times| {
        times.sort();
        move |share: f64| times[((times.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1e3
    });
    println!("A weight is dragged, {FRAMES} changes of each kind: processor time of logic and ui in the two frames of each, ms");
    println!("                     median      95th percentile");
    println!("  background idle  {:8.3}   {:8.3}", idle(0.5), idle(0.95));
    println!("  background busy  {:8.3}   {:8.3}", busy(0.5), busy(0.95));
    println!("  ratio            {:8.2}   {:8.2}", busy(0.5) / idle(0.5), busy(0.95) / idle(0.95));
    println!("The share after a change, ms: median {:.1}, 95th percentile {:.1}, longest {:.1}", shares(0.5), shares(0.95), shares(1.0));
}

fn press(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: egui::Modifiers::NONE }
}

/// Frames until the background has nothing left to do.
fn rest(window: &mut Window) {
    while window.state().app.is_computing() {
        std::thread::sleep(Duration::from_millis(1));
        window.step();
    }
}

/// How long after a change its share is there to be shown.
fn share(window: &mut Window, changed: Instant) -> Duration {
    while !window.state().app.has_share() {
        std::thread::sleep(Duration::from_micros(200));
        window.step();
    }
    now().duration_since(changed)
}

fn first_slider(window: &Window) -> egui::Rect {
    let mut nodes = window.root().children_recursive();
    let slider = nodes.find(|node| node.accesskit_node().role() == Role::Slider).expect("a slider");
    slider.rect()
}
