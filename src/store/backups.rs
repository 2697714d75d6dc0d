//! [`Backups`]: the last versions of every profile that was saved, kept apart from the profiles themselves.
//!
//! When one is made is [`super::save_profile`]'s; what differs between versions is the model's.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{
    Problem, StoreError, atomic,
    file_name::{EXTENSION, file_stem},
    read,
};

/// So many versions of a file are kept.
pub const MAX_BACKUPS: usize = 10;

/// Digits of a version's number, so that names sort as numbers do.
const DIGITS: usize = 8;

/// An earlier version of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it is kept.
    pub path: PathBuf,
    /// When this version was written, if the system knew.
    pub written: Option<SystemTime>,
}

/// Where earlier versions are kept; nowhere without a home.
#[derive(Debug, Clone, Default)]
pub struct Backups(Option<PathBuf>);

impl Backups {
    /// Backups in this folder, which is made when the first is kept.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self(Some(folder.into()))
    }

    /// The earlier versions of the file at `path`, the latest first.
    pub fn list(&self, path: &Path) -> Vec<Backup> {
        let Some(folder) = self.folder_of(path) else { return Vec::new() };
        let mut numbers = numbers(&folder);
        numbers.sort_unstable_by(|a, b| b.cmp(a));
        let found = numbers.into_iter().map(|number| {
            let path = folder.join(name(number));
            let written = fs::metadata(&path).and_then(|metadata| metadata.modified()).ok();
            Backup { path, written }
        });
        found.collect()
    }

    /// The content of an earlier version.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(&self, backup: &Backup) -> Result<Vec<u8>, StoreError> {
        read::bytes(&backup.path)
    }

    /// Keeps a version of the file at `path`, unless it is the one that was kept last. The oldest go.
    ///
    /// # Errors
    /// When it cannot be written. The earlier ones are still there.
    pub(super) fn keep(&self, path: &Path, bytes: &[u8], written: Option<SystemTime>) -> Result<(), StoreError> {
        let Some(folder) = self.folder_of(path) else { return Ok(()) };
        if self.list(path).first().is_some_and(|last| read::bytes(&last.path).is_ok_and(|last| last == bytes)) {
            return Ok(());
        }
        private_folder(&folder).map_err(|error| Problem::writing(error).at(&folder))?;
        let mut next = numbers(&folder).into_iter().max().map_or(1, |last| last + 1);
        let kept = loop {
            let kept = folder.join(name(next));
            match atomic::create(&kept, bytes) {
                Ok(()) => break kept,
                Err(StoreError { problem: Problem::AlreadyThere, .. }) => next += 1,
                Err(error) => return Err(error),
            }
        };
        if let Some(written) = written {
            // A wrong time in a list is no reason to fail.
            let _ = fs::OpenOptions::new().write(true).open(&kept).and_then(|file| file.set_modified(written));
        }
        let mut old = numbers(&folder);
        old.sort_unstable_by(|a, b| b.cmp(a));
        old.into_iter().skip(MAX_BACKUPS).for_each(|number| drop(fs::remove_file(folder.join(name(number)))));
        Ok(())
    }

    /// Notes that a file has another path now: its versions go with it, unless another file had that path before.
    pub fn renamed(&self, from: &Path, to: &Path) {
        if let (Some(from), Some(to)) = (self.folder_of(from), self.folder_of(to))
            && !to.exists()
        {
            // Where that fails, or there are none, there are no earlier versions of the file.
            let _ = fs::rename(from, to);
        }
    }

    /// The folder for one file: its name, so that a person finds it, and a fingerprint of its whole path, so that two files of
    /// one name do not meet. Neither can lead out of the backups.
    fn folder_of(&self, path: &Path) -> Option<PathBuf> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        // The same file by another way: its folder may be reached through links.
        let whole = path.parent().and_then(|folder| fs::canonicalize(folder).ok()).zip(path.file_name());
        let whole = whole.map_or_else(|| path.clone(), |(folder, name)| folder.join(name));
        let stem = file_stem(&path.file_stem().unwrap_or_default().to_string_lossy());
        Some(self.0.as_ref()?.join(format!("{stem}-{:016x}", fingerprint(whole.as_os_str().as_encoded_bytes()))))
    }
}

/// Makes a folder that only its owner can look into, as a copy is not to be read by more people than its file.
pub(super) fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// Fowler, Noll and Vo's hash (FNV-1a), 64 bits: the same on every system and in every version.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

fn name(number: u64) -> String {
    format!("{number:0DIGITS$}.{EXTENSION}")
}

/// The numbers of the versions in a folder, in no order.
fn numbers(folder: &Path) -> Vec<u64> {
    let files = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let number = |name: &str| name.strip_suffix(EXTENSION)?.strip_suffix('.')?.parse().ok();
    files.filter_map(|file| number(&file.file_name().to_string_lossy())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_ten_versions_are_kept_apart_for_each_file() {
        let home = tempfile::tempdir().unwrap();
        let backups = Backups::new(home.path().join("backups"));
        let (one, other) = (home.path().join("a/p.ron"), home.path().join("b/p.ron"));
        for n in 0..15_u8 {
            backups.keep(&one, &[n], None).unwrap();
            backups.keep(&one, &[n], None).unwrap();
        }
        backups.keep(&other, b"other", None).unwrap();
        let kept: Vec<Vec<u8>> = backups.list(&one).iter().map(|backup| backups.read(backup).unwrap()).collect();
        assert_eq!(kept, (5..15).rev().map(|n| vec![n]).collect::<Vec<_>>());
        assert_eq!(backups.list(&other).len(), 1);
        assert!(Backups::default().list(&one).is_empty());
    }

    #[test]
    fn versions_go_with_their_file() {
        let home = tempfile::tempdir().unwrap();
        let backups = Backups::new(home.path().join("backups"));
        let (one, other) = (home.path().join("one.ron"), home.path().join("other.ron"));
        backups.renamed(&one, &other);
        backups.keep(&one, b"first", None).unwrap();
        backups.renamed(&one, &other);
        assert_eq!((backups.list(&one).len(), backups.list(&other).len()), (0, 1));
        backups.keep(&one, b"another file", None).unwrap();
        backups.renamed(&one, &other);
        assert_eq!(backups.read(&backups.list(&other)[0]).unwrap(), b"first");
    }

    #[test]
    fn no_name_leads_out_of_the_backups() {
        let home = tempfile::tempdir().unwrap();
        let backups = Backups::new(home.path().join("backups"));
        for path in ["../../x.ron", "/", "..", "a/../../..", "con.ron", "\u{202e}", &"x".repeat(255)] {
            let folder = backups.folder_of(Path::new(path)).unwrap();
            assert_eq!(folder.parent(), Some(home.path().join("backups").as_path()), "{path}");
            assert!(folder.file_name().unwrap().len() < 120);
        }
    }

    #[test]
    fn the_time_is_that_of_the_version() {
        let home = tempfile::tempdir().unwrap();
        let backups = Backups::new(home.path());
        let written = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        backups.keep(Path::new("p.ron"), b"x", Some(written)).unwrap();
        assert_eq!(backups.list(Path::new("p.ron"))[0].written, Some(written));
    }
}
