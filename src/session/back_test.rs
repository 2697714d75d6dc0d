//! [`BackTest`]: the shipped documented choices run through interview and assessment, once, on a thread of its own.
//!
//! It takes too long for a frame and depends on nothing but the catalogue. How a case is run is `assessment`'s.

use std::sync::{Arc, OnceLock};

use crate::{
    assessment::{Tested, Trial, trial},
    model::Catalogue,
    store,
};

/// How well the answers agree with documented choices.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackRecord {
    /// All banks together, then each.
    pub parts: Vec<TrackRecordPart>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct TrackRecordPart {
    /// The bank's name and what was gathered in it; `None` for all together.
    pub bank: Option<(String, String)>,
    pub tested: Tested,
}

impl TrackRecord {
    fn of(catalogue: &Catalogue) -> Self {
        let (mut all_cases, mut all_trials, mut banks) = (Vec::new(), Vec::new(), Vec::new());
        for bank in store::banks() {
            let trials: Vec<Trial> = bank.cases.iter().map(|case| trial(catalogue, case)).collect();
            all_cases.extend(bank.cases.iter().cloned());
            all_trials.extend(trials.iter().cloned());
            let tested = Tested::new(catalogue, bank.cases.clone(), trials);
            banks.push(TrackRecordPart { bank: Some((bank.name.clone(), bank.about.clone())), tested });
        }
        let together = TrackRecordPart { bank: None, tested: Tested::new(catalogue, all_cases, all_trials) };
        Self { parts: std::iter::once(together).chain(banks).collect() }
    }
}

/// The back-test, before, while and after it runs.
#[derive(Debug, Default)]
pub struct BackTest {
    found: Arc<OnceLock<TrackRecord>>,
    is_started: bool,
}

impl BackTest {
    /// Runs it, unless that was done before; `wake` is called when there is something to see.
    pub fn start(&mut self, catalogue: &Arc<Catalogue>, wake: impl FnOnce() + Send + 'static) {
        if std::mem::replace(&mut self.is_started, true) {
            return;
        }
        let (found, its_catalogue) = (self.found.clone(), catalogue.clone());
        let run = move || {
            found.get_or_init(|| TrackRecord::of(&its_catalogue));
            wake();
        };
        if std::thread::Builder::new().name("back-test".into()).spawn(run).is_err() {
            // Without threads it takes a moment.
            self.found.get_or_init(|| TrackRecord::of(catalogue));
        }
    }

    pub fn found(&self) -> Option<&TrackRecord> {
        self.found.get()
    }

    pub fn is_running(&self) -> bool {
        self.is_started && self.found.get().is_none()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn it_runs_once_and_wakes_once() {
        let (sender, woken) = mpsc::channel();
        let mut back_test = BackTest::default();
        assert!(!back_test.is_running() && back_test.found().is_none());
        for _ in 0..3 {
            let sender = sender.clone();
            back_test.start(&store::shipped_shared(), move || sender.send(()).expect("somebody listens"));
        }
        drop(sender);
        assert_eq!(woken.iter().count(), 1);
        assert!(!back_test.is_running());
        let parts = &back_test.found().expect("it was run").parts;
        let n = |part: &TrackRecordPart| part.tested.validation.all.n;
        assert_eq!(n(&parts[0]), parts[1..].iter().map(n).sum::<usize>());
        assert_eq!(parts[0].bank, None);
    }
}
