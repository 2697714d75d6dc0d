//! [`Shelf`]: where a library keeps its files: in folders on the disk, or in memory where there can be none.
//!
//! How files are named, and what renaming and deleting mean, is the library's.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{Problem, StoreError, atomic, file_name::EXTENSION, profile_name::name_in, read};

/// The name stands among the first lines; a list of profiles need not read more.
const HEAD_BYTES: u64 = 16 * 1024;

/// A profile in the library.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub path: PathBuf,
    /// The stem of its file.
    pub id: String,
    /// The profile's name, or why it cannot be read, as a message.
    pub name: Result<String, String>,
    /// When its file was last written; unknown in memory.
    pub modified: Option<SystemTime>,
}

/// Where files are kept.
#[derive(Debug)]
pub enum Shelf {
    Disk,
    /// Content by the path that the file would have.
    Memory(BTreeMap<PathBuf, Vec<u8>>),
}

impl Shelf {
    /// The profiles directly in a folder, in no order. A folder that has vanished holds none; saving into it says why.
    pub fn list(&self, dir: &Path) -> Vec<Entry> {
        match self {
            Self::Disk => {
                let files = fs::read_dir(dir).into_iter().flatten().filter_map(Result::ok).map(|file| file.path());
                let profiles = files.filter(|path| is_profile(path) && !path.is_dir());
                let modified = |path: &Path| fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
                profiles.map(|path| entry(&path, read::head(&path, HEAD_BYTES), modified(&path))).collect()
            }
            Self::Memory(files) => {
                let inside = files.iter().filter(|(path, _)| path.parent() == Some(dir));
                inside.map(|(path, bytes)| entry(path, Ok(bytes.clone()), None)).collect()
            }
        }
    }

    pub fn read(&self, path: &Path) -> Result<Vec<u8>, StoreError> {
        match self {
            Self::Disk => read::bytes(path),
            Self::Memory(files) => files.get(path).cloned().ok_or_else(|| Problem::NotFound.at(path)),
        }
    }

    /// Replaces a file, or makes it.
    pub fn save(&mut self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        match self {
            Self::Disk => atomic::save(path, bytes),
            Self::Memory(files) => {
                files.insert(path.to_owned(), bytes.to_owned());
                Ok(())
            }
        }
    }

    /// Makes a file, never in the place of another, and its folder if need be.
    pub fn create(&mut self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        match self {
            Self::Disk => {
                make_folder(path)?;
                atomic::create(path, bytes)
            }
            Self::Memory(files) if files.contains_key(path) => Err(Problem::AlreadyThere.at(path)),
            Self::Memory(_) => self.save(path, bytes),
        }
    }

    /// Moves a file, never into the place of another, and makes its folder if need be.
    pub fn rename(&mut self, from: &Path, to: &Path) -> Result<(), StoreError> {
        match self {
            Self::Disk if fs::symlink_metadata(from).is_err() => Err(Problem::NotFound.at(from)),
            Self::Disk => {
                make_folder(to)?;
                atomic::rename(from, to)
            }
            Self::Memory(files) => {
                if files.contains_key(to) {
                    return Err(Problem::AlreadyThere.at(to));
                }
                let bytes = files.remove(from).ok_or_else(|| Problem::NotFound.at(from))?;
                self.save(to, &bytes)
            }
        }
    }
}

fn make_folder(path: &Path) -> Result<(), StoreError> {
    let Some(folder) = path.parent() else { return Ok(()) };
    fs::create_dir_all(folder).map_err(|error| Problem::writing(error).at(folder))
}

/// A visible file with our extension.
pub fn is_profile(path: &Path) -> bool {
    let is_hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    !is_hidden && path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION))
}

/// A file's name without its extension.
pub fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn entry(path: &Path, head: Result<Vec<u8>, StoreError>, modified: Option<SystemTime>) -> Entry {
    let name = head.and_then(|head| name_in(&head).map_err(|problem| problem.at(path)));
    Entry { path: path.to_owned(), id: stem(path), name: name.map_err(|error| error.to_string()), modified }
}
