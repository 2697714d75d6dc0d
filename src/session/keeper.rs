//! [`Keeper`]: one background thread that keeps recovery copies of unsaved documents, so that no frame waits for a disk.
//!
//! Which documents are unsaved is the session's to say; how a copy is written and found again is the store's.

use std::{
    collections::BTreeMap,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
};

use super::{Document, Source};
use crate::{
    model::Profile,
    store::{Origin, Recovery, StoreError},
};

/// What a copy is made of.
#[derive(Debug, Clone)]
pub struct Draft {
    pub origin: Origin,
    pub seen: Option<Arc<[u8]>>,
    pub profile: Arc<Profile>,
}

impl Draft {
    pub fn of(document: &Document) -> Self {
        let origin = match &document.source {
            Source::New => Origin::New,
            Source::Example(id) => Origin::Example(id.clone()),
            Source::File(path) => Origin::File(path.clone()),
        };
        Self { origin, seen: document.seen().cloned(), profile: document.shared_profile() }
    }

    fn keep(&self, recovery: &Recovery, document: u64) -> Result<(), StoreError> {
        recovery.keep(document, &self.origin, self.seen.as_deref(), &self.profile)
    }
}

/// The thread and what passes between it and the window.
#[derive(Debug)]
pub struct Keeper {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    /// Held while copies are written, so that a rescue and the thread do not get into each other's way; taken away at the end.
    recovery: Mutex<Option<Recovery>>,
}

#[derive(Debug, Default)]
struct State {
    /// The newest state of every unsaved document, in the middle of a gesture, too.
    drafts: BTreeMap<u64, Draft>,
    /// Documents whose copy is to be written or dropped.
    due: BTreeMap<u64, ()>,
    /// Whether the thread has a copy in hand.
    is_busy: bool,
    /// Why a copy could not be written, once.
    failure: Option<String>,
    is_closed: bool,
}

impl Keeper {
    /// Starts the thread; `wake` is called after a failure. `None` where no thread can be started.
    pub fn start(recovery: Recovery, wake: impl Fn() + Send + 'static) -> Option<Self> {
        let shared = Arc::new(Shared { state: Mutex::default(), changed: Condvar::new(), recovery: Mutex::new(Some(recovery)) });
        let work = shared.clone();
        let thread = std::thread::Builder::new().name("recovery copies".into()).spawn(move || work.run(&wake)).ok()?;
        Some(Self { shared, thread: Some(thread) })
    }

    /// Notes the state of a document; a copy of it is written if a gesture `is_over`.
    pub fn note(&self, document: u64, draft: Draft, is_over: bool) {
        let mut state = self.shared.lock();
        state.drafts.insert(document, draft);
        if is_over {
            state.due.insert(document, ());
            self.shared.changed.notify_one();
        }
    }

    /// Drops the copy of a document that is saved, closed or given up.
    pub fn forget(&self, document: u64) {
        let mut state = self.shared.lock();
        state.drafts.remove(&document);
        state.due.insert(document, ());
        self.shared.changed.notify_one();
    }

    /// Why a copy could not be written, once.
    pub fn failure(&self) -> Option<String> {
        self.shared.lock().failure.take()
    }

    /// Whether every copy that is due has been written.
    pub fn is_done(&self) -> bool {
        let state = self.shared.lock();
        state.due.is_empty() && !state.is_busy
    }

    /// Writes a copy of every unsaved document as it is now, and comes back when they are on the disk.
    ///
    /// # Errors
    /// The first that could not be written; the others are.
    pub fn write_all(&self) -> Result<(), StoreError> {
        let recovery = self.shared.recovery.lock().unwrap_or_else(PoisonError::into_inner);
        let drafts = self.shared.lock().drafts.clone();
        let Some(recovery) = recovery.as_ref() else { return Ok(()) };
        let results: Vec<_> = drafts.iter().map(|(document, draft)| draft.keep(recovery, *document)).collect();
        results.into_iter().collect()
    }

    /// What saves the copies when all else fails.
    pub fn rescue(&self) -> Rescue {
        Rescue(self.shared.clone())
    }

    /// Ends a run in which nothing is left to recover.
    pub fn end(mut self) {
        self.close();
        if let Some(recovery) = self.shared.recovery.lock().unwrap_or_else(PoisonError::into_inner).take() {
            recovery.end();
        }
    }

    fn close(&mut self) {
        self.shared.lock().is_closed = true;
        self.shared.changed.notify_one();
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing left to say.
            let _ = thread.join();
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.close();
    }
}

/// Writes all copies at once, from whatever thread is about to end the program.
#[derive(Debug, Clone)]
pub struct Rescue(Arc<Shared>);

impl Rescue {
    /// Writes a copy of every unsaved document as it is now, notes where the report of the crash lies, and says how many were written.
    /// What is locked by the one who crashed is passed over: its last copy is on the disk already.
    pub fn save(&self, report: Option<&std::path::Path>) -> usize {
        let Ok(state) = self.0.state.try_lock().or_else(recovered) else { return 0 };
        let Ok(recovery) = self.0.recovery.try_lock().or_else(recovered) else { return 0 };
        let Some(recovery) = recovery.as_ref() else { return 0 };
        if let Some(report) = report {
            recovery.note_report(report);
        }
        state.drafts.iter().filter(|(document, draft)| draft.keep(recovery, **document).is_ok()).count()
    }
}

/// A lock that was held by a thread that panicked holds whole data all the same.
fn recovered<T>(error: std::sync::TryLockError<MutexGuard<'_, T>>) -> Result<MutexGuard<'_, T>, ()> {
    match error {
        std::sync::TryLockError::Poisoned(poisoned) => Ok(poisoned.into_inner()),
        std::sync::TryLockError::WouldBlock => Err(()),
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // The state is whole between any two statements, so a panic elsewhere does not spoil it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self, wake: &impl Fn()) {
        while let Some((document, draft)) = self.next() {
            let recovery = self.recovery.lock().unwrap_or_else(PoisonError::into_inner);
            let Some(recovery) = recovery.as_ref() else { return };
            let failure = match draft {
                Some(draft) => draft.keep(recovery, document).err(),
                None => {
                    recovery.forget(document);
                    None
                }
            };
            let mut state = self.lock();
            state.is_busy = false;
            if let Some(failure) = failure {
                state.failure = Some(failure.to_string());
                drop(state);
                wake();
            }
        }
    }

    /// Waits for the next document that is due; `None` when the keeper is closed and nothing is due any more.
    fn next(&self) -> Option<(u64, Option<Draft>)> {
        let mut state = self.lock();
        loop {
            if let Some((document, ())) = state.due.pop_first() {
                state.is_busy = true;
                let draft = state.drafts.get(&document).cloned();
                return Some((document, draft));
            }
            if state.is_closed {
                return None;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Left, shipped};

    fn draft(name: &str) -> Draft {
        Draft { origin: Origin::New, seen: None, profile: Arc::new(Profile::new(name)) }
    }

    fn names(home: &std::path::Path) -> Vec<String> {
        let left = Left::find(home, shipped());
        left.iter().flat_map(|left| &left.copies).map(|copy| copy.profile.name.clone()).collect()
    }

    #[test]
    fn the_newest_finished_state_of_each_document_is_kept() {
        let home = tempfile::tempdir().unwrap();
        let keeper = Keeper::start(Recovery::start(home.path()).unwrap(), || {}).unwrap();
        for n in 0..50 {
            keeper.note(1, draft(&format!("one {n}")), true);
        }
        keeper.note(1, draft("in the middle of it"), false);
        keeper.note(2, draft("two"), true);
        keeper.note(3, draft("given up"), true);
        keeper.forget(3);
        let rescue = keeper.rescue();
        drop(keeper);
        drop(rescue);
        let kept = names(home.path());
        assert_eq!(kept.len(), 2);
        // What is newest when the thread comes to it: the middle of a gesture may be among that.
        assert!((kept[0].starts_with("one 49") || kept[0] == "in the middle of it") && kept[1] == "two", "{kept:?}");
    }

    #[test]
    fn a_rescue_saves_what_is_in_the_middle() {
        let home = tempfile::tempdir().unwrap();
        let keeper = Keeper::start(Recovery::start(home.path()).unwrap(), || {}).unwrap();
        keeper.note(1, draft("in the middle of it"), false);
        assert_eq!(keeper.rescue().save(Some(std::path::Path::new("report.txt"))), 1);
        drop(keeper);
        let left = Left::find(home.path(), shipped());
        assert_eq!(left[0].copies[0].profile.name, "in the middle of it");
        assert_eq!(left[0].report.as_deref(), Some(std::path::Path::new("report.txt")));
    }

    #[test]
    fn a_clean_end_leaves_nothing() {
        let home = tempfile::tempdir().unwrap();
        let keeper = Keeper::start(Recovery::start(home.path()).unwrap(), || {}).unwrap();
        keeper.note(1, draft("x"), true);
        keeper.end();
        assert!(names(home.path()).is_empty());
    }
}
