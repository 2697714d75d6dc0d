//! Without a display or a renderer: one line that says so, then the verdict that the window would have shown.
//!
//! Whether there is a display is `platform`'s, whether a window can be opened is `gui`'s.

use std::path::PathBuf;

use super::{
    assess::page,
    files::{assessed, assessed_example, listed},
    outcome::{Exit, Failure, Outcome, say},
};
use crate::store;

/// Prints the verdict of the files that the window was to show, or of the first example. `reason` is what opening a window
/// said; without one there is no display at all.
pub fn without_window(files: &[PathBuf], reason: Option<&str>) -> Exit {
    match reason {
        None => say(&text!("cli-no-display")),
        // On one line, whatever a library makes of it.
        Some(reason) => say(&text!("cli-no-window", reason = crate::chart::plain(reason))),
    }
    let catalogue = store::shipped();
    let named = listed(files);
    let mut outcome = Outcome { failures: named.failures, ..Outcome::default() };
    let mut read = Vec::new();
    for file in &named.files {
        read.push(assessed(file, catalogue));
    }
    if files.is_empty() {
        read.extend(store::examples().first().map(|example| assessed_example(example, catalogue)));
    }
    let mut pages = Vec::new();
    for profile in read {
        match profile {
            Ok(mut assessed) => {
                assessed.inform(catalogue);
                pages.push(page(&assessed, catalogue));
            }
            Err(error) => outcome.failures.push(Failure::Store(error)),
        }
    }
    outcome.text = pages.join("\n\n");
    outcome.print()
}
