//! What the command line writes: never in the place of a file that it is made from.
//!
//! How bytes get to the disk is [`super::save`]'s; what is written is the command's.

use std::{collections::BTreeSet, fs, path::Path};

use super::{Problem, StoreError, read::bytes, save};

/// The files that a command reads, known by what they are and not by how they are called: a link to one of them is that one.
#[derive(Debug, Clone, Default)]
pub struct Inputs(BTreeSet<Identity>);

/// Which file a path leads to. Systems of Unix's kind number them; elsewhere it is the path without links.
#[cfg(unix)]
type Identity = (u64, u64);
#[cfg(not(unix))]
type Identity = std::path::PathBuf;

impl Inputs {
    /// Of these paths; what is no file, such as `-` or an example's id, is passed over.
    pub fn new<'a>(paths: impl IntoIterator<Item = &'a Path>) -> Self {
        Self(paths.into_iter().filter(|path| *path != Path::new("-")).filter_map(identity).collect())
    }

    /// Writes a file as [`save`] does. Returns whether a file with another content was replaced.
    ///
    /// # Errors
    /// [`Problem::IsInput`] when the file is one that was read, or as for [`save`].
    pub fn save(&self, output: &Path, content: &[u8]) -> Result<bool, StoreError> {
        self.refuse(output)?;
        let is_replaced = match bytes(output) {
            Ok(old) => old != content,
            Err(error) => matches!(error.problem, Problem::TooLarge),
        };
        save(output, content).map(|()| is_replaced)
    }

    /// Says so if a file is one that was read.
    ///
    /// # Errors
    /// [`Problem::IsInput`] if it is.
    pub fn refuse(&self, output: &Path) -> Result<(), StoreError> {
        if identity(output).is_some_and(|file| self.0.contains(&file)) { Err(Problem::IsInput.at(output)) } else { Ok(()) }
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    fs::canonicalize(path).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_is_not_written_over_and_what_is_replaced_is_told() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let at = |name: &str| folder.path().join(name);
        fs::write(at("in.md"), "old").expect("a file can be written there");
        let inputs = Inputs::new([at("in.md").as_path(), Path::new("-"), &at("missing")]);
        for same in ["in.md", "../in.md", "./in.md"] {
            fs::create_dir_all(at("deep")).expect("a folder can be made there");
            let path = if same.starts_with("..") { at("deep").join(same) } else { at(same) };
            assert!(matches!(inputs.save(&path, b"new").expect_err("it was read").problem, Problem::IsInput), "{same}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(at("in.md"), at("link.md")).expect("a link can be made there");
            fs::hard_link(at("in.md"), at("hard.md")).expect("a link can be made there");
            assert!(inputs.save(&at("link.md"), b"new").is_err() && inputs.save(&at("hard.md"), b"new").is_err());
        }
        assert_eq!(fs::read(at("in.md")).expect("it is there"), b"old");
        let save = |content: &[u8]| inputs.save(&at("out.md"), content).expect("it can be written");
        assert_eq!([save(b"a"), save(b"a"), save(b"b")], [false, false, true]);
    }
}
