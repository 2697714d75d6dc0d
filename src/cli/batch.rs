//! Many files on all cores: results come in the order of the files, and a terminal shows how far it is.
//!
//! What is done with a file is the command's.

use std::{
    collections::BTreeMap,
    io::{self, IsTerminal as _, Write as _},
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    time::{Duration, Instant},
};

use super::{files::threads, layout::bar};

/// Fewer files are done before anybody reads a bar.
const WORTH_A_BAR: usize = 20;
/// How wide the bar is when full.
const BAR: usize = 24;
/// How often the bar is drawn again.
const EVERY: Duration = Duration::from_millis(100);
/// How many results may wait for each thread.
const WAITING: usize = 16;

/// Works on every item, on as many threads as the machine runs at once, and hands the results over in the items' order.
/// `take` says whether it wants more.
pub fn each<I: Sync, T: Send>(items: &[I], work: impl Fn(&I) -> T + Sync, mut take: impl FnMut(T) -> bool) {
    let next = AtomicUsize::new(0);
    let n_threads = threads().min(items.len()).max(1);
    let mut progress = Progress::new(items.len());
    std::thread::scope(|scope| {
        let (sender, receiver) = mpsc::sync_channel(n_threads * WAITING);
        for _ in 0..n_threads {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                while let Some((at, item)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, items.get(at)?))) {
                    // Nobody listens any more.
                    if sender.send((at, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut early = BTreeMap::new();
        let mut taken = 0;
        for (at, result) in receiver {
            early.insert(at, result);
            while let Some(result) = early.remove(&taken) {
                taken += 1;
                progress.clear();
                if !take(result) {
                    return;
                }
                progress.show(taken);
            }
        }
    });
    progress.clear();
}

/// A bar with count and time left on standard error; silent where that is no terminal.
struct Progress {
    of: usize,
    is_shown: bool,
    is_drawn: bool,
    started: Instant,
    drawn: Instant,
}

#[expect(clippy::disallowed_methods, reason = "how long it still takes can only be told by the clock; no result depends on it")]
fn now() -> Instant {
    Instant::now()
}

impl Progress {
    fn new(of: usize) -> Self {
        let is_shown = of >= WORTH_A_BAR && io::stderr().is_terminal();
        Self { of, is_shown, is_drawn: false, started: now(), drawn: now() }
    }

    fn show(&mut self, done: usize) {
        if !self.is_shown || self.drawn.elapsed() < EVERY || done == 0 {
            return;
        }
        self.drawn = now();
        self.is_drawn = true;
        let share = done as f64 / self.of as f64;
        let left = self.started.elapsed().as_secs_f64() * (1.0 - share) / share;
        let line = text!("cli-progress", done = done.to_string(), of = self.of.to_string(), secs = format!("{:.0}", left.ceil()));
        let filled = bar(share, BAR);
        // If nobody listens there, there is nobody to tell.
        let _ = write!(io::stderr().lock(), "\r{filled:<BAR$} {line}\u{1b}[K");
    }

    fn clear(&mut self) {
        if std::mem::take(&mut self.is_drawn) {
            let _ = write!(io::stderr().lock(), "\r\u{1b}[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_and_end_when_nobody_wants_more() {
        let items: Vec<u64> = (0..500).collect();
        let slow = |item: &u64| (0..(500 - item) * 200).fold(*item, |sum, n| sum ^ (n & 1) ^ (n & 1));
        let mut seen = Vec::new();
        each(&items, slow, |result| {
            seen.push(result);
            true
        });
        assert_eq!(seen, items);
        let mut n = 0;
        each(&items, slow, |_| {
            n += 1;
            n < 7
        });
        assert_eq!(n, 7);
        each(&[], slow, |_| panic!("there is nothing"));
    }
}
