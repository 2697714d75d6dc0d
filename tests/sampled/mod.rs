//! The robustness of an assessment as it is shown first, for tests that draw or write it.

use std::sync::atomic::{AtomicBool, Ordering};

use trilemma::assessment::{Assessment, Robustness, RobustnessProblem};

/// The first that sampling shows; `None` where nothing is left to be sampled.
pub fn sampled(assessment: &Assessment) -> Option<Robustness> {
    let cancel = AtomicBool::new(false);
    let mut first = None;
    RobustnessProblem::new(assessment, 7)?.run(1, &cancel, |robustness| {
        first.get_or_insert(robustness);
        cancel.store(true, Ordering::Relaxed);
    });
    first
}
