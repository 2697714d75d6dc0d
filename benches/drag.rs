//! What a frame costs while a weight is dragged, with the background idle and with it busy, and how soon the share follows.
//!
//! `cargo bench --bench drag`: the whole app without a screen, painting left out. Asserts nothing, because machines differ.
//!
//! Both kinds make the same two frames for each change: one takes the change in, one shows a new share. With the background busy it
//! works on the change before during the first and refines what it gave during the second; with it idle it has finished before both.

use std::time::{Duration, Instant};

use egui::{Event, PointerButton, Pos2, accesskit::Role};
use egui_kittest::{Harness, kittest::NodeT as _};
use trilemma::{gui::App, store::Dirs};

/// Changes of each kind.
const CHANGES: usize = 500;

/// After which the background has given a first answer and refines it, and after which it has finished.
const REFINING: Duration = Duration::from_millis(7);
const FINISHED: Duration = Duration::from_millis(60);

/// The app, and how long `logic` and `ui` worked in the last frame.
struct Timed {
    app: App,
    frame: Duration,
}

impl eframe::App for Timed {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        let before = cpu_time();
        self.app.logic(ctx, frame);
        self.frame = cpu_time() - before;
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let before = cpu_time();
        self.app.ui(ui, frame);
        self.frame += cpu_time() - before;
    }
}

/// How long this thread has run on a processor.
#[cfg(target_os = "linux")]
fn cpu_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).expect("it does not run backwards")
}

/// How much time has passed, where a thread's own is not asked for.
#[cfg(not(target_os = "linux"))]
fn cpu_time() -> Duration {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    now().duration_since(*START.get_or_init(now))
}

#[expect(clippy::disallowed_methods, reason = "how long it takes is what is measured")]
fn now() -> Instant {
    Instant::now()
}

type Window = Harness<'static, Timed>;

fn main() {
    let home = tempfile::tempdir().expect("a folder");
    let dirs = Dirs { config: home.path().join("config"), data: home.path().join("data"), library: home.path().join("profiles") };
    let mut window: Window = Harness::builder()
        .with_size([1280.0, 800.0])
        .build_eframe(|cc| Timed { app: App::new(&cc.egui_ctx, &[], Some(dirs)), frame: Duration::ZERO });
    frames_until(&mut window, |app| !app.is_computing());
    let slider = first_slider(&window);
    window.event(Event::PointerMoved(slider.left_center()));
    window.step();
    window.event(press(slider.left_center(), true));
    window.step();
    // Both kinds in turns, so that a slow moment of the machine meets both.
    let (mut idle, mut busy) = (Vec::new(), Vec::new());
    for k in 0..2 * CHANGES {
        let (frames, is_kind, wait): (_, fn(&App) -> bool, _) = if (k / 10) % 2 == 0 {
            (&mut idle, |app| app.has_share() && !app.is_computing(), FINISHED)
        } else {
            (&mut busy, App::is_computing, REFINING)
        };
        let was_kind = is_kind(&window.state().app);
        let changed = change(&mut window, slider, k);
        // Awake, as both kinds have to find the processor as it was.
        let since = now();
        while now().duration_since(since) < wait {
            std::hint::spin_loop();
        }
        let shown = step(&mut window);
        // What is early or late is of neither kind.
        if was_kind && is_kind(&window.state().app) && window.state().app.has_share() {
            frames.extend([changed, shown]);
        }
    }
    let mut shares: Vec<Duration> = Vec::new();
    for k in 0..CHANGES {
        change(&mut window, slider, k);
        let since = now();
        frames_until(&mut window, App::has_share);
        shares.push(now().duration_since(since));
    }
    window.event(press(slider.center(), false));
    window.step();
    println!("A weight is dragged: processor time of logic and ui in a frame, ms");
    println!("                     frames   median   95th percentile");
    let [idle, busy] = [("idle", idle), ("busy", busy)].map(|(kind, mut times)| {
        let (median, high) = (percentile(&mut times, 0.5), percentile(&mut times, 0.95));
        println!("  background {kind}    {:6}   {median:6.3}   {high:6.3}", times.len());
        (median, high)
    });
    println!("  ratio                       {:6.2}   {:6.2}", busy.0 / idle.0, busy.1 / idle.1);
    let [median, high, longest] = [0.5, 0.95, 1.0].map(|share| percentile(&mut shares, share));
    println!("The share after a change, ms: median {median:.1}, 95th percentile {high:.1}, longest {longest:.1}");
}

/// In milliseconds.
fn percentile(times: &mut [Duration], share: f64) -> f64 {
    times.sort();
    times[((times.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1e3
}

fn press(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: egui::Modifiers::NONE }
}

/// The pointer moves to the k-th of many places along the slider; gives how long the frame worked.
fn change(window: &mut Window, slider: egui::Rect, k: usize) -> Duration {
    let x = slider.left() + slider.width() * (0.1 + 0.8 * ((k as f32) * 0.618_034).fract());
    window.event(Event::PointerMoved(Pos2::new(x, slider.center().y)));
    step(window)
}

/// A frame, with at most one event; gives how long it worked.
fn step(window: &mut Window) -> Duration {
    window.step();
    window.state().frame
}

/// Frames until something holds of the app, at least one.
fn frames_until(window: &mut Window, holds: impl Fn(&App) -> bool) {
    loop {
        std::thread::sleep(Duration::from_micros(200));
        window.step();
        if holds(&window.state().app) {
            return;
        }
    }
}

fn first_slider(window: &Window) -> egui::Rect {
    let mut nodes = window.root().children_recursive();
    let slider = nodes.find(|node| node.accesskit_node().role() == Role::Slider).expect("a slider");
    slider.rect()
}
