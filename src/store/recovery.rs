//! [`Recovery`]: copies of unsaved work, kept while it is unsaved, and what an earlier run left behind when it was cut off.
//!
//! When a copy is made is the session's to say; copies never stand among the user's own files.
//!
//! Every run has a folder of its own and holds a lock in it. The system lets go of the lock when the run ends, however it ends, so
//! a folder whose lock is free belongs to nobody any more.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use serde::{Deserialize, Serialize};

use super::{
    Problem, StoreError, atomic,
    backups::private_folder,
    parse,
    profile_file::{options, write},
    read,
};
use crate::model::{Catalogue, Profile};

const LOCK: &str = "lock";
/// Another start that comes in between is met this often before giving up.
const MAX_TRIES: usize = 10;
/// Where the path of the report of a crash is noted.
const REPORT: &str = "report";
/// The first line of a copy, before where it belongs.
const HEADER: &str = "// Trilemma recovery copy of ";

/// Where the document of a copy belongs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    New,
    Example(String),
    File(PathBuf),
}

/// The copies of this run.
#[derive(Debug)]
pub struct Recovery {
    folder: PathBuf,
    lock: File,
}

impl Recovery {
    /// A new folder for this run, inside `root`.
    ///
    /// # Errors
    /// When it cannot be made. Then there are no copies.
    pub fn start(root: &Path) -> Result<Self, StoreError> {
        let make = || -> io::Result<Self> {
            fs::create_dir_all(root)?;
            for _ in 0..MAX_TRIES {
                let folder = tempfile::Builder::new().prefix("run-").tempdir_in(root)?;
                let lock = File::create(folder.path().join(LOCK))?;
                // Another start may have found the folder before it was locked; then it is that one's to clear away. Where nothing
                // can be locked, copies are kept all the same, and another start may offer them too early.
                if !matches!(lock.try_lock(), Err(fs::TryLockError::WouldBlock)) {
                    return Ok(Self { folder: folder.keep(), lock });
                }
            }
            Err(io::ErrorKind::ResourceBusy.into())
        };
        make().map_err(|error| Problem::writing(error).at(root))
    }

    /// Keeps a copy of a document, in the place of its last one. `seen` is what stood in its file when the work on it began.
    ///
    /// # Errors
    /// When it cannot be written. The last one is still there.
    pub fn keep(&self, document: u64, origin: &Origin, seen: Option<&[u8]>, profile: &Profile) -> Result<(), StoreError> {
        // A path that is no Unicode cannot be noted as text; the work counts more than its name.
        let origin = match origin {
            Origin::File(path) if path.to_str().is_none() => &Origin::New,
            origin => origin,
        };
        let noted = options().to_string(origin).unwrap_or_else(|_| "New".to_owned());
        // Somebody may have tidied up.
        private_folder(&self.folder).map_err(|error| Problem::writing(error).at(&self.folder))?;
        if let Some(seen) = seen {
            let path = self.seen_path(document);
            if !read::bytes(&path).is_ok_and(|kept| kept == seen) {
                atomic::save(&path, seen)?;
            }
        }
        atomic::save(&self.path(document), format!("{HEADER}{noted}\n{}", write(profile)).as_bytes())
    }

    /// Drops the copy of a document: it was saved, or given up.
    pub fn forget(&self, document: u64) {
        // What is not there needs no dropping, and what cannot be dropped is offered once too often.
        let _ = fs::remove_file(self.path(document));
        let _ = fs::remove_file(self.seen_path(document));
    }

    /// Notes where the report of a crash lies, so that the next start can say so.
    pub fn note_report(&self, report: &Path) {
        let _ = atomic::save(&self.folder.join(REPORT), report.as_os_str().as_encoded_bytes());
    }

    /// Ends the run cleanly: nothing is left to recover.
    pub fn end(self) {
        clear(&self.folder, self.lock);
    }

    fn path(&self, document: u64) -> PathBuf {
        self.folder.join(format!("{document:06}.ron"))
    }

    fn seen_path(&self, document: u64) -> PathBuf {
        self.folder.join(format!("{document:06}.seen"))
    }
}

/// Unsaved work that an earlier run left behind.
#[derive(Debug)]
pub struct Left {
    pub copies: Vec<Unsaved>,
    /// The report of the crash that cut the run off, if it was one.
    pub report: Option<PathBuf>,
    /// Copies that cannot be read now; they stay.
    pub unreadable: usize,
    pub folder: PathBuf,
    /// Held, so that no other start offers the same; `None` where nothing can be locked.
    lock: Option<File>,
}

/// A document as an earlier run left it.
#[derive(Debug, Clone)]
pub struct Unsaved {
    path: PathBuf,
    pub origin: Origin,
    pub profile: Profile,
    /// What stood in its file when the work on it began.
    pub seen: Option<Vec<u8>>,
    pub written: Option<SystemTime>,
}

impl Left {
    /// What runs that are over left in `root`. Folders in which nothing is left are cleared away; a copy that cannot be read stays
    /// where it is.
    pub fn find(root: &Path, catalogue: &Catalogue) -> Vec<Self> {
        let folders = fs::read_dir(root).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
        let mut folders: Vec<PathBuf> = folders.filter(|path| path.is_dir()).collect();
        folders.sort();
        folders.into_iter().filter_map(|folder| Self::of(folder, catalogue)).collect()
    }

    fn of(folder: PathBuf, catalogue: &Catalogue) -> Option<Self> {
        // For writing, as folders on other machines (NFS) lock nothing else.
        let lock = match File::options().read(true).write(true).open(folder.join(LOCK)) {
            Ok(lock) => match lock.try_lock() {
                Err(fs::TryLockError::WouldBlock) => return None,
                Ok(()) => Some(lock),
                Err(fs::TryLockError::Error(_)) => None,
            },
            // A run that was cut off, or is only just starting, before it made its lock; it can have left nothing.
            Err(_) => return None,
        };
        let files = fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
        let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|extension| extension == "ron")).collect();
        files.sort();
        let copies: Vec<Unsaved> = files.iter().filter_map(|path| copy(path, catalogue)).collect();
        if files.is_empty() {
            // Without a lock nobody knows whether the run goes on.
            if let Some(lock) = lock {
                clear(&folder, lock);
            }
            return None;
        }
        let unreadable = files.len() - copies.len();
        let report = read::bytes(&folder.join(REPORT)).ok().and_then(|bytes| String::from_utf8(bytes).ok()).map(PathBuf::from);
        (!copies.is_empty()).then_some(Self { copies, report, unreadable, folder, lock })
    }

    /// Removes what was offered: it was taken over, or given up. Nothing else goes.
    pub fn remove(self) {
        for copy in &self.copies {
            let _ = fs::remove_file(&copy.path);
            let _ = fs::remove_file(copy.path.with_extension("seen"));
        }
        if let Some(lock) = self.lock.filter(|_| self.unreadable == 0) {
            clear(&self.folder, lock);
        }
    }
}

/// Removes the folder of a run that holds this lock.
fn clear(folder: &Path, lock: File) {
    // Where an open file keeps its name, it keeps the folder too. The copies, which come before it, are gone by then.
    if fs::remove_dir_all(folder).is_err() {
        drop(lock);
        let _ = fs::remove_dir_all(folder);
    }
}

fn copy(path: &Path, catalogue: &Catalogue) -> Option<Unsaved> {
    let bytes = read::bytes(path).ok()?;
    let text = read::as_text(&bytes).ok()?;
    let (first, rest) = text.split_once('\n')?;
    let origin = options().from_str(first.strip_prefix(HEADER)?).ok()?;
    let profile = parse(rest.as_bytes(), catalogue).ok()?.profile;
    let seen = read::bytes(&path.with_extension("seen")).ok();
    let written = fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    Some(Unsaved { path: path.to_owned(), origin, profile, seen, written })
}

/// Writes the report of a crash into a folder and gives its path.
///
/// # Errors
/// When it cannot be written.
pub fn write_report(folder: &Path, text: &str) -> Result<PathBuf, StoreError> {
    fs::create_dir_all(folder).map_err(|error| Problem::writing(error).at(folder))?;
    for n in 1.. {
        let path = folder.join(format!("crash-{n}.txt"));
        match atomic::create(&path, text.as_bytes()) {
            Err(StoreError { problem: Problem::AlreadyThere, .. }) => {}
            result => return result.map(|()| path),
        }
    }
    unreachable!("some number is free")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::shipped;

    #[test]
    fn what_a_run_leaves_is_found_once_it_is_over() {
        let home = tempfile::tempdir().unwrap();
        let run = Recovery::start(home.path()).unwrap();
        let profile = Profile::new("Ünsaved “work”\n");
        let origin = Origin::File("/some where/p.ron".into());
        run.keep(3, &origin, Some(b"before"), &Profile::new("first")).unwrap();
        run.keep(3, &origin, Some(b"before"), &profile).unwrap();
        run.keep(4, &Origin::Example("prototype".into()), None, &profile).unwrap();
        run.keep(5, &Origin::New, None, &profile).unwrap();
        run.forget(5);
        assert!(Left::find(home.path(), shipped()).is_empty(), "it is still running");
        drop(run);
        let left = Left::find(home.path(), shipped());
        assert_eq!(left.len(), 1);
        assert!(Left::find(home.path(), shipped()).is_empty(), "it is offered once at a time");
        let [first, second] = left[0].copies.as_slice() else { panic!("two copies: {left:?}") };
        assert_eq!((&first.origin, &first.profile, first.seen.as_deref()), (&origin, &profile, Some(b"before".as_slice())));
        assert_eq!((&second.origin, &second.profile, &second.seen), (&Origin::Example("prototype".into()), &profile, &None));
        drop(left);
        let again = Left::find(home.path(), shipped());
        assert_eq!(again.len(), 1, "put off is not given up");
        again.into_iter().for_each(Left::remove);
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_clean_end_leaves_nothing() {
        let home = tempfile::tempdir().unwrap();
        let run = Recovery::start(home.path()).unwrap();
        run.keep(1, &Origin::New, None, &Profile::new("x")).unwrap();
        run.end();
        assert!(Left::find(home.path(), shipped()).is_empty());
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_damaged_copy_is_left_where_it_is() {
        let home = tempfile::tempdir().unwrap();
        let run = Recovery::start(home.path()).unwrap();
        fs::write(run.path(1), "// Trilemma recovery copy of New\n(schema: 1, na").unwrap();
        let path = run.path(1);
        drop(run);
        assert!(Left::find(home.path(), shipped()).is_empty());
        assert!(path.exists());
    }

    #[test]
    fn what_was_not_offered_is_not_removed() {
        let home = tempfile::tempdir().unwrap();
        let run = Recovery::start(home.path()).unwrap();
        run.keep(1, &Origin::New, Some(b"before"), &Profile::new("read")).unwrap();
        fs::write(run.path(2), "// Trilemma recovery copy of New\n(schema: 1, na").unwrap();
        let (read, damaged) = (run.path(1), run.path(2));
        drop(run);
        let left = Left::find(home.path(), shipped());
        assert_eq!((left[0].copies.len(), left[0].unreadable), (1, 1));
        left.into_iter().for_each(Left::remove);
        assert!(!read.exists() && !read.with_extension("seen").exists() && damaged.exists());
    }

    #[test]
    fn copies_are_kept_even_if_their_folder_went_away() {
        let home = tempfile::tempdir().unwrap();
        let run = Recovery::start(home.path()).unwrap();
        fs::remove_dir_all(&run.folder).unwrap();
        run.keep(1, &Origin::New, None, &Profile::new("x")).unwrap();
        assert!(run.path(1).exists());
    }

    #[test]
    fn reports_do_not_overwrite_each_other() {
        let home = tempfile::tempdir().unwrap();
        let paths: Vec<PathBuf> = ["one", "two"].map(|text| write_report(&home.path().join("reports"), text).unwrap()).to_vec();
        assert_eq!(paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect::<Vec<_>>(), ["one", "two"]);
    }
}
