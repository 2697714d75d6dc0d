//! [`Turn`]: one Trilemma at a time writes in a folder, so that nobody writes between another's looking and renaming.
//!
//! It binds nobody else: what other programs do in the meantime is found out by what stood there, in [`super::atomic`].

use std::{fs::File, path::Path, time::Duration};

/// How long a stuck neighbour is waited for, and how often it is asked. Then the work goes on without a turn.
const PATIENCE: u32 = 200;
const STEP: Duration = Duration::from_millis(5);

/// The right to write in a folder, until it is dropped or the process ends, however it ends.
#[derive(Debug)]
pub struct Turn {
    _folder: File,
}

impl Turn {
    /// Waits for the turn. `None` where a folder cannot be locked, or a neighbour does not let go.
    pub fn take(folder: &Path) -> Option<Self> {
        // Only Unix opens folders; elsewhere the comparison with what was seen has to do.
        let folder = File::open(folder).ok()?;
        for _ in 0..PATIENCE {
            match folder.try_lock() {
                Ok(()) => return Some(Self { _folder: folder }),
                Err(std::fs::TryLockError::WouldBlock) => std::thread::sleep(STEP),
                Err(std::fs::TryLockError::Error(_)) => return None,
            }
        }
        None
    }
}
