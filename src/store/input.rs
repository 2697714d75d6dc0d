//! What the command line reads besides a profile: the profiles and records that a folder or a pattern stands for, and a text of any
//! kind.
//!
//! What the text means is the reader's; the library's own folder is [`super::Library`]'s.

use std::{
    fs, io,
    path::{Component, Path, PathBuf},
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

/// As a shell expands a pattern. What is hidden is left out by [`is_visible`]: the library would panic over a name that is not UTF-8.
const MATCHING: glob::MatchOptions =
    glob::MatchOptions { case_sensitive: false, require_literal_separator: true, require_literal_leading_dot: false };

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
    let found = glob::glob_with(pattern, MATCHING).map_err(|error| Problem::BadPattern(error.msg).at(path))?;
    // What may not be read on the way is not what was named.
    let found = found.filter_map(Result::ok).filter(|file| is_visible(pattern, file)).collect();
    Ok(Named::Pattern(kept(found, is_wanted)))
}

/// Whether a file that fits a pattern would be given by a shell, too: nothing on the way to it is hidden, unless the pattern itself
/// says so by a dot of its own.
fn is_visible(pattern: &str, file: &Path) -> bool {
    let dotted: Vec<glob::Pattern> = pattern
        .split(std::path::is_separator)
        .filter(|part| part.starts_with('.'))
        .filter_map(|part| glob::Pattern::new(part).ok())
        .collect();
    file.components().all(|component| match component {
        Component::Normal(name) => {
            let name = name.to_string_lossy();
            !name.starts_with('.') || dotted.iter().any(|part| part.matches_with(&name, MATCHING))
        }
        _ => true,
    })
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
        // What is hidden is found by a pattern that says so.
        assert_eq!(found("deep/er/.g*/*.ron"), Named::Pattern(all(&["deep/er/.git/f.ron"])));
        assert_eq!(found("**/.git/*.ron"), Named::Pattern(all(&["deep/er/.git/f.ron"])));
    }

    // Other systems have no such names.
    #[cfg(target_os = "linux")]
    #[test]
    fn names_that_are_no_text_do_not_stop_a_pattern() {
        use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _};
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let odd = folder.path().join(OsStr::from_bytes(b"d\xff"));
        fs::create_dir(&odd).expect("a folder can be made there");
        for file in [folder.path().join("a.ron"), folder.path().join(OsStr::from_bytes(b"\xff.ron")), odd.join("b.ron")] {
            fs::write(file, "").expect("a file can be written there");
        }
        let found = |pattern: &str| profiles_named(&folder.path().join(pattern)).expect("it can be read");
        assert_eq!(found("*.ron"), Named::Pattern(vec![folder.path().join("a.ron")]));
        assert_eq!(found("**/*.ron"), Named::Pattern(vec![folder.path().join("a.ron"), odd.join("b.ron")]));
    }
}
