//! What the command line reads besides a profile: the profiles and records that a folder or a pattern stands for, and a text of any
//! kind.
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

/// What a path on the command line stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// Itself.
    One,
    /// The files directly in a folder.
    Folder(Vec<PathBuf>),
    /// What fits a pattern that no shell has expanded, such as `decisions/**/*.ron`.
    Pattern(Vec<PathBuf>),
}

/// The profiles that a path stands for, sorted by path.
///
/// # Errors
/// When a folder may not be read, or the pattern is none.
pub fn profiles_named(path: &Path) -> Result<Named, StoreError> {
    named(path, is_profile)
}

/// Those files that a path stands for and that are wanted, sorted by path.
pub(super) fn named(path: &Path, is_wanted: impl Fn(&Path) -> bool) -> Result<Named, StoreError> {
    // What cannot even be looked at is told by whoever opens it as a file.
    if fs::metadata(path).is_ok_and(|metadata| metadata.is_dir()) {
        let files: io::Result<Vec<PathBuf>> = fs::read_dir(path).and_then(|files| files.map(|file| file.map(|file| file.path())).collect());
        return Ok(Named::Folder(kept(files.map_err(|error| Problem::reading(error).at(path))?, is_wanted)));
    }
    // A file may be called as a pattern is written.
    let Some(pattern) = path.to_str().filter(|text| text.contains(['*', '?', '[']) && fs::symlink_metadata(path).is_err()) else {
        return Ok(Named::One);
    };
    // As a shell expands it.
    let options = glob::MatchOptions { require_literal_separator: true, require_literal_leading_dot: true, ..Default::default() };
    let found = glob::glob_with(pattern, options).map_err(|error| Problem::BadPattern(error.msg).at(path))?;
    // What may not be read on the way is not what was named.
    Ok(Named::Pattern(kept(found.filter_map(Result::ok).collect(), is_wanted)))
}

fn kept(mut files: Vec<PathBuf>, is_wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    files.retain(|file| is_wanted(file) && !file.is_dir());
    files.sort();
    files
}

/// Makes a folder, with those around it, unless it is there.
///
/// # Errors
/// When it cannot be made. The error names it.
pub fn make_folder(path: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(path).map_err(|error| Problem::writing(error).at(path))
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
    fn folders_and_patterns_stand_for_visible_profiles_in_order() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let at = |name: &str| folder.path().join(name);
        for name in ["c.ron", "deep", "deep/er", "deep/er/.git"] {
            fs::create_dir(at(name)).expect("a folder can be made there");
        }
        for name in ["b.ron", "a.ron", ".hidden.ron", "notes.txt", "deep/d.ron", "deep/er/e.ron", "deep/er/.git/f.ron", "od[d].ron"] {
            fs::write(at(name), "").expect("a file can be written there");
        }
        let found = |name: &str| profiles_named(&at(name)).expect("it can be read");
        let all = |names: &[&str]| names.iter().map(|name| at(name)).collect::<Vec<_>>();
        assert_eq!(profiles_named(folder.path()).expect("it can be read"), Named::Folder(all(&["a.ron", "b.ron", "od[d].ron"])));
        assert_eq!(found("*.ron"), Named::Pattern(all(&["a.ron", "b.ron", "od[d].ron"])));
        assert_eq!(found("[ab].*"), Named::Pattern(all(&["a.ron", "b.ron"])));
        assert_eq!(found("**/*.ron"), Named::Pattern(all(&["a.ron", "b.ron", "deep/d.ron", "deep/er/e.ron", "od[d].ron"])));
        assert_eq!(found("deep/*/*"), Named::Pattern(all(&["deep/er/e.ron"])));
        assert_eq!(found("none*"), Named::Pattern(Vec::new()));
        // A file is itself whatever it is called, and so is what is not there.
        assert_eq!([found("od[d].ron"), found("a.ron"), found("missing")], [Named::One, Named::One, Named::One]);
        assert!(profiles_named(&at("a***")).is_err());
    }
}
