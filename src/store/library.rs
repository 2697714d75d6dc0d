//! [`Library`]: the user's own profiles, one file each in one folder, or in memory where there can be no folder.
//!
//! Which of them are open, and what they mean, is the session's.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use super::{
    Entry, Opened, Problem, StoreError,
    file_name::{file_stem, numbered},
    parse,
    profile_name::{name_in, with_name},
    shelf::{Shelf, is_profile, stem},
    write,
};
use crate::model::{Catalogue, Profile};

/// Where deleted profiles wait to be brought back.
const TRASH: &str = ".trash";

/// Numbers that are tried behind a taken name.
const MAX_NUMBER: usize = 10_000;

/// A profile that was deleted and can be brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deleted {
    /// Where it was.
    pub path: PathBuf,
    trashed: PathBuf,
}

/// The user's profiles.
#[derive(Debug)]
pub struct Library {
    dir: PathBuf,
    shelf: Shelf,
    /// Why there is no folder.
    cause: Option<StoreError>,
    entries: Vec<Entry>,
}

impl Library {
    /// The library in this folder, which is made if need be. Where that fails, profiles are kept in memory, and
    /// [`Library::warning`] says so.
    pub fn open(dir: impl Into<PathBuf>) -> Self {
        let dir = dir.into();
        let made = fs::create_dir_all(&dir).and_then(|()| fs::read_dir(&dir).map(drop));
        let (shelf, cause) = match made {
            Ok(()) => (Shelf::Disk, None),
            // Something that is no folder stands there, which is not what the general words would say.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                (Shelf::Memory(BTreeMap::new()), Some(Problem::FolderMissing.at(&dir)))
            }
            Err(error) => (Shelf::Memory(BTreeMap::new()), Some(Problem::writing(error).at(&dir))),
        };
        let mut library = Self { dir, shelf, cause, entries: Vec::new() };
        library.refresh();
        library
    }

    /// A library without a folder, for a user without a home.
    pub fn in_memory() -> Self {
        Self { dir: PathBuf::new(), shelf: Shelf::Memory(BTreeMap::new()), cause: None, entries: Vec::new() }
    }

    /// Whether what is created here is gone when the app ends.
    pub fn is_in_memory(&self) -> bool {
        matches!(self.shelf, Shelf::Memory(_))
    }

    /// What the user should know of a library in memory, with its cause.
    pub fn warning(&self) -> Option<String> {
        let cause = self.cause.iter().map(ToString::to_string);
        self.is_in_memory().then(|| [text!("store-library-in-memory")].into_iter().chain(cause).collect::<Vec<_>>().join(" "))
    }

    /// The folder, or where it would be.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The profiles by name, as of the last [`Library::refresh`] or change made through this library.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Looks at the folder again.
    pub fn refresh(&mut self) {
        self.entries = self.shelf.list(&self.dir);
        self.entries.sort_by_cached_key(|entry| (entry.name.as_ref().unwrap_or(&entry.id).to_lowercase(), entry.id.clone()));
    }

    /// Reads a profile of the library.
    ///
    /// # Errors
    /// As [`super::open`].
    pub fn read(&self, path: &Path, catalogue: &Catalogue) -> Result<Opened, StoreError> {
        parse(&self.bytes(path)?, catalogue).map_err(|error| error.named(&path.to_string_lossy()))
    }

    /// Saves a profile in its place in the library.
    ///
    /// # Errors
    /// As [`super::save`].
    pub fn save(&mut self, path: &Path, profile: &Profile) -> Result<(), StoreError> {
        self.check_inside(path)?;
        self.shelf.save(path, write(profile).as_bytes())?;
        self.refresh();
        Ok(())
    }

    /// Adds a profile under a file name made from its name, and gives its path.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn create(&mut self, profile: &Profile) -> Result<PathBuf, StoreError> {
        self.add(&profile.name, write(profile).as_bytes())
    }

    /// Gives a profile another name, in its file and as its file, and gives its new path. Everything else in the file stays
    /// as it is, comments too.
    ///
    /// # Errors
    /// When the file cannot be read or written; then it keeps its name.
    pub fn rename(&mut self, path: &Path, new_name: &str) -> Result<PathBuf, StoreError> {
        let renamed = with_name(&self.bytes(path)?, new_name).map_err(|problem| problem.at(path))?;
        if stem(path) == file_stem(new_name) {
            self.shelf.save(path, renamed.as_bytes())?;
            self.refresh();
            return Ok(path.to_owned());
        }
        // It is the same file, so that it keeps what it is allowed to whom.
        let new_path = free_path(&self.dir, &file_stem(new_name), |candidate| self.shelf.rename(path, candidate))?;
        let saved = self.shelf.save(&new_path, renamed.as_bytes());
        if saved.is_err() {
            let _ = self.shelf.rename(&new_path, path);
        }
        self.refresh();
        saved.map(|()| new_path)
    }

    /// Adds a copy of a profile under the name of a copy, and gives its path.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn duplicate(&mut self, path: &Path) -> Result<PathBuf, StoreError> {
        let bytes = self.bytes(path)?;
        let name = name_in(&bytes).map_err(|problem| problem.at(path))?;
        let copy_name = text!("store-copy-name", name = name);
        let copy = with_name(&bytes, &copy_name).map_err(|problem| problem.at(path))?;
        self.add(&copy_name, copy.as_bytes())
    }

    /// Takes a profile out of the library; [`Library::undelete`] brings it back. Its file waits in a folder named `.trash`,
    /// which nothing empties yet.
    ///
    /// # Errors
    /// When the file cannot be moved; then it stays.
    pub fn delete(&mut self, path: &Path) -> Result<Deleted, StoreError> {
        self.check_inside(path)?;
        let trashed = free_path(&self.dir.join(TRASH), &stem(path), |candidate| self.shelf.rename(path, candidate))?;
        self.refresh();
        Ok(Deleted { path: path.to_owned(), trashed })
    }

    /// Brings a deleted profile back and gives its path, another one if its name was taken meanwhile.
    ///
    /// # Errors
    /// When the file cannot be moved back.
    pub fn undelete(&mut self, deleted: &Deleted) -> Result<PathBuf, StoreError> {
        let path = free_path(&self.dir, &stem(&deleted.path), |candidate| self.shelf.rename(&deleted.trashed, candidate))?;
        self.refresh();
        Ok(path)
    }

    /// A library in another folder with a copy of every profile of this one, and which file became which. Nothing is taken away
    /// here, and nothing is overwritten there.
    ///
    /// # Errors
    /// When the folder or a file cannot be written; then this library stays the one to use.
    pub fn copied_to(&self, dir: &Path) -> Result<(Self, Vec<(PathBuf, PathBuf)>), StoreError> {
        let mut library = Self::open(dir);
        if let Some(cause) = library.cause.take() {
            return Err(cause);
        }
        let mut copied = Vec::new();
        // The same folder, however it is written, has them already.
        let is_same = fs::canonicalize(dir).is_ok_and(|dir| fs::canonicalize(&self.dir).is_ok_and(|own| own == dir));
        for entry in self.entries.iter().filter(|_| !is_same) {
            let bytes = self.shelf.read(&entry.path)?;
            let to = free_path(&library.dir, &stem(&entry.path), |candidate| library.shelf.create(candidate, &bytes))?;
            if let Ok(metadata) = fs::metadata(&entry.path) {
                // A private file stays private.
                let _ = fs::set_permissions(&to, metadata.permissions());
            }
            copied.push((entry.path.clone(), to));
        }
        library.refresh();
        Ok((library, copied))
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<PathBuf, StoreError> {
        let path = free_path(&self.dir, &file_stem(name), |candidate| self.shelf.create(candidate, bytes))?;
        self.refresh();
        Ok(path)
    }

    fn bytes(&self, path: &Path) -> Result<Vec<u8>, StoreError> {
        self.check_inside(path)?;
        self.shelf.read(path)
    }

    /// Only files directly in the folder are the library's to change.
    fn check_inside(&self, path: &Path) -> Result<(), StoreError> {
        let is_inside = path.parent() == Some(self.dir.as_path()) && is_profile(path);
        if is_inside { Ok(()) } else { Err(Problem::OutsideLibrary.at(path)) }
    }
}

/// The first path for this stem at which nothing is in the way of `put`.
fn free_path(folder: &Path, stem: &str, mut put: impl FnMut(&Path) -> Result<(), StoreError>) -> Result<PathBuf, StoreError> {
    for n in 1..=MAX_NUMBER {
        let path = folder.join(numbered(stem, n));
        match put(&path) {
            Ok(()) => return Ok(path),
            Err(error) if matches!(error.problem, Problem::AlreadyThere) => {}
            Err(error) => return Err(error),
        }
    }
    Err(Problem::AlreadyThere.at(&folder.join(numbered(stem, 1))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::shipped;

    fn names(library: &Library) -> Vec<String> {
        library.entries().iter().map(|entry| format!("{}: {}", entry.id, entry.name.clone().unwrap_or_else(|_| "?".into()))).collect()
    }

    /// The same story on the disk and in memory.
    fn a_day_in(library: &mut Library) {
        let first = library.create(&Profile::new("My API")).unwrap();
        let second = library.create(&Profile::new("my api")).unwrap();
        assert_eq!(names(library), ["my-api: My API", "my-api-2: my api"]);
        assert_eq!(library.read(&second, shipped()).unwrap().profile.name, "my api");

        let renamed = library.rename(&second, "../Größe").unwrap();
        assert_eq!(renamed, library.dir().join("größe.ron"));
        assert!(library.read(&second, shipped()).is_err());
        let same_file = library.rename(&renamed, "Größe!").unwrap();
        assert_eq!(same_file, renamed);
        let copy = library.duplicate(&renamed).unwrap();
        assert_eq!(names(library), ["größe: Größe!", "größe-copy: Größe! (copy)", "my-api: My API"]);

        let deleted = library.delete(&first).unwrap();
        let again = library.create(&Profile::new("My API")).unwrap();
        assert_eq!(again, first);
        assert_eq!(library.undelete(&deleted).unwrap(), library.dir().join("my-api-2.ron"));
        assert!(library.undelete(&deleted).is_err(), "it is back already");
        library.delete(&copy).unwrap();
        library.delete(&again).unwrap();
        assert_eq!(names(library), ["größe: Größe!", "my-api-2: My API"]);

        let mut changed = Profile::new("My API");
        changed.seed = 7;
        library.save(&library.dir().join("my-api-2.ron"), &changed).unwrap();
        assert_eq!(library.read(&library.dir().join("my-api-2.ron"), shipped()).unwrap().profile, changed);

        for outside in ["../x.ron", "sub/x.ron", ".trash/my-api.ron", ".hidden.ron", "settings.txt"] {
            let path = library.dir().join(outside);
            assert!(matches!(library.delete(&path).unwrap_err().problem, Problem::OutsideLibrary), "{outside}");
            assert!(matches!(library.rename(&path, "x").unwrap_err().problem, Problem::OutsideLibrary), "{outside}");
        }
    }

    #[test]
    fn a_library_in_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::open(folder.path().join("made/for it"));
        assert!(library.warning().is_none() && !library.is_in_memory());
        a_day_in(&mut library);
        let reopened = Library::open(library.dir());
        assert_eq!(names(&reopened), names(&library));
    }

    #[test]
    fn a_library_without_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        for dir in ["file", "file/inside"] {
            let mut library = Library::open(folder.path().join(dir));
            let warning = library.warning().unwrap();
            assert!(warning.starts_with("Your library has no folder, so profiles in it are gone when Trilemma ends."), "{warning}");
            a_day_in(&mut library);
        }
        a_day_in(&mut Library::in_memory());
    }

    #[test]
    fn odd_files_in_the_folder_are_told_and_left() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("broken.ron"), "(schema").unwrap();
        fs::write(folder.path().join("comment.RON"), "// mine\n(schema: 1, name: \"With a comment\")").unwrap();
        fs::write(folder.path().join("other.txt"), "").unwrap();
        fs::create_dir(folder.path().join("folder.ron")).unwrap();
        let mut library = Library::open(folder.path());
        assert_eq!(names(&library), ["broken: ?", "comment: With a comment"]);
        assert!(library.entries()[0].name.as_ref().unwrap_err().contains("This is not a Trilemma profile"));
        let renamed = library.rename(&folder.path().join("comment.RON"), "Named").unwrap();
        assert_eq!(fs::read_to_string(renamed).unwrap(), "// Trilemma profile, schema 1\n// mine\n(schema: 1, name: \"Named\")");
        assert!(library.rename(&folder.path().join("broken.ron"), "x").is_err());
        assert_eq!(fs::read_to_string(folder.path().join("broken.ron")).unwrap(), "(schema");
    }
}
