//! [`Worker`]: one background thread for robustness and for what to find out first: the newest request wins, stale answers are dropped.
//!
//! It knows no window; whoever wants to hear of answers hands in a waker.

use std::{
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
};

use crate::{
    assessment::{Assessment, Information, Robustness, RobustnessProblem, information},
    model::{Catalogue, Profile},
};

/// What names an assessment among all open documents: the document and its revision.
pub type Revision = (u64, u64);

/// An answer, and what it is about.
#[derive(Debug, Clone)]
pub struct Answer {
    pub revision: Revision,
    pub robustness: Arc<Robustness>,
    pub information: Arc<Information>,
}

/// What is asked, with all that it takes to answer.
#[derive(Debug, Clone)]
pub struct Request {
    pub revision: Revision,
    pub problem: RobustnessProblem,
    pub catalogue: Arc<Catalogue>,
    pub profile: Arc<Profile>,
    pub assessment: Arc<Assessment>,
}

/// The thread and what passes between it and the window.
#[derive(Debug)]
pub struct Worker {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    /// Set when the request in hand is no longer wanted.
    cancel: AtomicBool,
}

#[derive(Debug, Default)]
struct State {
    request: Option<Request>,
    answer: Option<Answer>,
    is_closed: bool,
}

impl Worker {
    /// Starts the thread; `wake` is called after every answer. `None` where no thread can be started.
    pub fn start(wake: impl Fn() + Send + 'static) -> Option<Self> {
        let shared = Arc::new(Shared::default());
        let work = shared.clone();
        let thread = std::thread::Builder::new().name("robustness".into()).spawn(move || work.run(&wake)).ok()?;
        Some(Self { shared, thread: Some(thread) })
    }

    /// Asks about a revision. What was asked before is given up.
    pub fn ask(&self, request: Request) {
        let mut state = self.shared.lock();
        state.request = Some(request);
        self.shared.cancel.store(true, Ordering::Relaxed);
        self.shared.changed.notify_one();
    }

    /// The latest answer, once.
    pub fn take(&self) -> Option<Answer> {
        self.shared.lock().answer.take()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.shared.lock().is_closed = true;
        self.shared.cancel.store(true, Ordering::Relaxed);
        self.shared.changed.notify_one();
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing left to say.
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // The state is whole between any two statements, so a panic elsewhere does not spoil it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self, wake: &impl Fn()) {
        while let Some(Request { revision, problem, catalogue, profile, assessment }) = self.next() {
            // It takes some milliseconds, less than the first samples are worth waiting for.
            let found_out = Arc::new(information(&catalogue, &profile, &assessment));
            let answer = |robustness: Robustness| {
                let mut state = self.lock();
                if state.request.is_none() {
                    state.answer = Some(Answer { revision, robustness: Arc::new(robustness), information: found_out.clone() });
                    drop(state);
                    wake();
                }
            };
            if let Some(last) = problem.run(1, &self.cancel, answer) {
                answer(last);
            }
        }
    }

    /// Waits for a request; `None` when the worker is closed.
    fn next(&self) -> Option<Request> {
        let mut state = self.lock();
        loop {
            if state.is_closed {
                return None;
            }
            if let Some(request) = state.request.take() {
                self.cancel.store(false, Ordering::Relaxed);
                return Some(request);
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::{assessment::assess, store};

    fn request(revision: Revision) -> Request {
        let profile = Arc::new(store::examples()[0].profile.clone());
        let assessment = Arc::new(assess(store::shipped(), &profile));
        let problem = RobustnessProblem::new(&assessment, 0).unwrap();
        Request { revision, problem, catalogue: Arc::new(store::shipped().clone()), profile, assessment }
    }

    #[test]
    fn the_newest_request_is_answered_and_its_revision_named() {
        let (sender, woken) = mpsc::channel();
        let worker = Worker::start(move || {
            let _ = sender.send(());
        })
        .unwrap();
        for revision in 0..50 {
            worker.ask(request((1, revision)));
        }
        let mut last = None;
        while !last.as_ref().is_some_and(|answer: &Answer| answer.revision == (1, 49) && answer.robustness.is_final) {
            woken.recv_timeout(std::time::Duration::from_secs(60)).unwrap();
            last = worker.take().or(last);
        }
        assert!(last.is_some_and(|answer| !answer.information.items.is_empty()));
    }

    #[test]
    fn closing_does_not_wait_for_the_answer() {
        let worker = Worker::start(|| {}).unwrap();
        worker.ask(request((1, 1)));
        drop(worker);
    }
}
