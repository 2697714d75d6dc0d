//! [`Turn`]: one Trilemma at a time writes in a folder, so that nobody writes between another's looking and renaming.
//!
//! It binds nobody else: what other programs do in the meantime is found out by what stood there, in [`super::atomic`].

use std::{fs::File, io, path::Path, time::Duration};

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
        let folder = opened(folder).ok()?;
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

/// What is locked for a folder: on Unix the folder itself.
#[cfg(unix)]
fn opened(folder: &Path) -> io::Result<File> {
    File::open(folder)
}

/// Elsewhere folders cannot be locked, and a file among the user's temporary ones stands for each. Other users have their own.
#[cfg(not(unix))]
fn opened(folder: &Path) -> io::Result<File> {
    let whole = std::fs::canonicalize(folder)?;
    let name = format!("trilemma-{:016x}.lock", super::fingerprint(whole.as_os_str().as_encoded_bytes()));
    File::options().create(true).truncate(false).write(true).open(std::env::temp_dir().join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_one_turn_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        let turn = Turn::take(folder.path()).expect("the folder can be locked");
        assert!(opened(folder.path()).unwrap().try_lock().is_err(), "somebody has the turn");
        assert!(Turn::take(other.path()).is_some(), "another folder is another turn");
        drop(turn);
        assert!(Turn::take(folder.path()).is_some());
        assert!(Turn::take(&folder.path().join("nowhere")).is_none());
    }
}
