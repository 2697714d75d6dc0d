//! What the command line reads besides a profile: a folder's profiles, and a text of any kind.
//!
//! What the text means is the reader's; the library's own folder is [`super::Library`]'s.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    Problem, StoreError,
    read::{STDIN_NAME, as_text, bounded, bytes},
    shelf::is_profile,
};

/// The profiles directly in a folder, sorted by path; `None` if `path` is no folder.
///
/// # Errors
/// When the folder may not be read.
pub fn profiles_in(path: &Path) -> Result<Option<Vec<PathBuf>>, StoreError> {
    files_in(path, is_profile)
}

/// Those files directly in a folder that are wanted, sorted by path; `None` if `path` is no folder.
pub(super) fn files_in(path: &Path, is_wanted: impl Fn(&Path) -> bool) -> Result<Option<Vec<PathBuf>>, StoreError> {
    // What cannot even be looked at is told by whoever opens it as a file.
    if !fs::metadata(path).is_ok_and(|metadata| metadata.is_dir()) {
        return Ok(None);
    }
    let files: io::Result<Vec<PathBuf>> = fs::read_dir(path).and_then(|files| files.map(|file| file.map(|file| file.path())).collect());
    let mut files = files.map_err(|error| Problem::reading(error).at(path))?;
    files.retain(|file| is_wanted(file) && !file.is_dir());
    files.sort();
    Ok(Some(files))
}

/// The text of a file, or of standard input for `-`.
///
/// # Errors
/// When it cannot be read, is too large, or is not UTF-8. The error names the file.
pub fn read_text(source: &Path) -> Result<String, StoreError> {
    if source == Path::new("-") {
        let bytes = bounded(io::stdin().lock()).map_err(|problem| problem.unnamed().named(STDIN_NAME))?;
        return as_text(&bytes).map(str::to_owned).map_err(|error| error.named(STDIN_NAME));
    }
    as_text(&bytes(source)?).map(str::to_owned).map_err(|error| error.named(&source.to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_lists_its_visible_profiles_in_order() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        for name in ["b.ron", "a.ron", ".hidden.ron", "notes.txt"] {
            fs::write(folder.path().join(name), "").expect("a file can be written there");
        }
        fs::create_dir(folder.path().join("c.ron")).expect("a folder can be made there");
        let found = profiles_in(folder.path()).expect("the folder can be read");
        assert_eq!(found, Some(vec![folder.path().join("a.ron"), folder.path().join("b.ron")]));
        assert_eq!(profiles_in(&folder.path().join("a.ron")).expect("a file is no error"), None);
        assert_eq!(profiles_in(&folder.path().join("missing")).expect("nor is what is not there"), None);
    }
}
