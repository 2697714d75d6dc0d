//! [`Watch`]: tells when files in some folders change on the disk, as the system tells it.
//!
//! It opens nothing and judges nothing: whoever hears of a change looks for themselves. Some folders, as on a network, tell nothing;
//! comparing before each save does not depend on it.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use notify::{
    EventKind, RecommendedWatcher, RecursiveMode, Watcher as _,
    event::{AccessKind, AccessMode},
};

/// The folders that are watched, and nothing below them.
#[derive(Debug)]
pub struct Watch {
    watcher: RecommendedWatcher,
    folders: BTreeSet<PathBuf>,
}

impl Watch {
    /// Watches nothing yet; `changed` is called on a thread of its own. `None` where the system does not tell of changes.
    pub fn start(changed: impl Fn() + Send + 'static) -> Option<Self> {
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // Reading is no change, and telling of it would wake those who look.
            let is_reading = |kind: &EventKind| matches!(kind, EventKind::Access(kind) if *kind != AccessKind::Close(AccessMode::Write));
            if event.is_ok_and(|event| !is_reading(&event.kind)) {
                changed();
            }
        });
        Some(Self { watcher: watcher.ok()?, folders: BTreeSet::new() })
    }

    /// Watches these folders and no others from now on.
    pub fn set(&mut self, folders: BTreeSet<PathBuf>) {
        if folders == self.folders {
            return;
        }
        // A folder that has gone, or cannot be watched, is seen when something is saved there.
        self.folders.difference(&folders).for_each(|gone| drop(self.watcher.unwatch(gone)));
        folders.difference(&self.folders).for_each(|new| drop(self.watcher.watch(new, RecursiveMode::NonRecursive)));
        self.folders = folders;
    }
}

/// The folder that a file lies in, to be watched.
pub fn folder_of(path: &Path) -> Option<PathBuf> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).map(Path::to_owned)
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc, time::Duration};

    use super::*;

    #[test]
    fn a_change_is_told_and_reading_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.ron");
        std::fs::write(&path, "one").unwrap();
        let (sender, told) = mpsc::channel();
        // Without the system's help there is nothing to test.
        let Some(mut watch) = Watch::start(move || {
            let _ = sender.send(());
        }) else {
            return;
        };
        watch.set([folder.path().to_owned()].into());
        if watch.watcher.watch(folder.path(), RecursiveMode::NonRecursive).is_err() {
            return;
        }
        crate::store::save(&path, b"two").unwrap();
        told.recv_timeout(Duration::from_secs(60)).unwrap();
        // What the save itself caused comes first; reading adds nothing to it.
        while told.recv_timeout(Duration::from_millis(300)).is_ok() {}
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "two");
        assert!(told.recv_timeout(Duration::from_millis(300)).is_err());
    }
}
