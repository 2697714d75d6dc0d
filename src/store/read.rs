//! [`open`]: a profile from a path, from standard input (a share code, too) or from the shipped examples; and how bytes are read
//! without harm.
//!
//! What the bytes mean is [`super::parse`]'s.

use std::{
    fmt, fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use super::{Opened, Place, Problem, StoreError, examples, has_share_code, parse, profile_file, profile_in, record_file};
use crate::model::Catalogue;

/// Larger files are refused before they are read: 8 MiB, thousands of times what a person writes.
pub const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// How messages call standard input.
pub(super) const STDIN_NAME: &str = "<stdin>";

/// So many changes apart, an example may be meant, as with the ids inside a file.
const NEAR: usize = 3;

/// Where a profile came from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Source {
    File(PathBuf),
    Stdin,
    /// A shipped example, by its id.
    Example(String),
}

impl Source {
    /// The file behind it, if there is one to save to.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Stdin | Self::Example(_) => None,
        }
    }
}

/// How messages call it.
impl fmt::Display for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => formatter.write_str(&super::shown::shown_whole(&path.to_string_lossy())),
            Self::Stdin => formatter.write_str(STDIN_NAME),
            Self::Example(id) => formatter.write_str(id),
        }
    }
}

/// Opens a profile: `source` is a path, `-` for standard input, or the id of a shipped example if no file has that name. Standard
/// input may be a share code.
///
/// # Errors
/// When it cannot be read, or its content is wrong. The error names the source.
pub fn open(source: &Path, catalogue: &Catalogue) -> Result<(Opened, Source), StoreError> {
    open_seen(source, catalogue).map(|(opened, source, _)| (opened, source))
}

/// Opens a profile as [`open`] does, and gives the content as it was read: a save compares with that.
///
/// # Errors
/// As for [`open`].
pub fn open_seen(source: &Path, catalogue: &Catalogue) -> Result<(Opened, Source, Vec<u8>), StoreError> {
    if source == Path::new("-") {
        let bytes = bounded(io::stdin().lock()).map_err(|problem| problem.unnamed().named(STDIN_NAME))?;
        // A profile has brackets before anything that could be taken for a code.
        let code = std::str::from_utf8(&bytes).ok().filter(|text| !text.contains('(') && has_share_code(text));
        let opened = code.map_or_else(|| parse(&bytes, catalogue), |code| profile_in(code, catalogue));
        return Ok((opened.map_err(|error| unless_record(error, &bytes).named(STDIN_NAME))?, Source::Stdin, bytes));
    }
    if let Some(id) = bare_id(source)
        && fs::symlink_metadata(source).is_err()
    {
        let example = examples::example(id).ok_or_else(|| Problem::NoExample { near: near_example(id) }.unnamed().named(id))?;
        // Read again: the catalogue may be another one than that which ships with the examples.
        let opened = parse(example.text.as_bytes(), catalogue).map_err(|error| error.named(id))?;
        return Ok((opened, Source::Example(id.to_owned()), example.text.clone().into_bytes()));
    }
    let bytes = bytes(source)?;
    let opened = parse(&bytes, catalogue).map_err(|error| unless_record(error, &bytes).named(&source.to_string_lossy()))?;
    Ok((opened, Source::File(source.to_owned()), bytes))
}

/// Why bytes are no profile: that they are a record says more than where they stop to be RON.
fn unless_record(error: StoreError, bytes: &[u8]) -> StoreError {
    let is_record = as_text(bytes).is_ok_and(record_file::is_record);
    if is_record { Problem::IsRecord.unnamed() } else { error }
}

/// What this version understands of a profile that a newer one wrote, to be looked at and never to be saved.
///
/// # Errors
/// As for [`open`], and when nothing can be made of it without a newer version.
pub fn look_into(path: &Path, catalogue: &Catalogue) -> Result<Opened, StoreError> {
    profile_file::look_into(&bytes(path)?, catalogue).map_err(|error| error.named(&path.to_string_lossy()))
}

/// A word that can only be an example's id or a file in the current folder.
fn bare_id(source: &Path) -> Option<&str> {
    source.to_str().filter(|text| !text.is_empty() && !text.contains(['/', '\\', '.', ':']))
}

fn near_example(id: &str) -> Option<String> {
    let distances = examples::examples().iter().map(|example| (strsim::levenshtein(id, &example.id), &example.id));
    distances.min().filter(|(distance, _)| *distance <= NEAR).map(|(_, id)| id.clone())
}

/// The bytes of a regular file of bounded size, to be compared with what was read before.
///
/// # Errors
/// When there is none, it may not be read, or it is a folder, a pipe, a device, or too large.
pub fn bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    regular_file(path).and_then(bounded).map_err(|problem| problem.at(path))
}

/// The first bytes of a regular file, at most `limit`.
pub(super) fn head(path: &Path, limit: u64) -> Result<Vec<u8>, StoreError> {
    let read = |file: fs::File| {
        let mut bytes = Vec::new();
        file.take(limit).read_to_end(&mut bytes).map_err(Problem::reading)?;
        Ok(bytes)
    };
    regular_file(path).and_then(read).map_err(|problem| problem.at(path))
}

/// Opens what is a regular file of bounded size. Its kind is looked at first, because opening a pipe waits for a writer.
fn regular_file(path: &Path) -> Result<fs::File, Problem> {
    let metadata = fs::metadata(path).map_err(Problem::reading)?;
    if metadata.is_dir() {
        return Err(Problem::IsFolder);
    }
    if !metadata.is_file() {
        return Err(Problem::NotRegular);
    }
    if metadata.len() > MAX_BYTES {
        return Err(Problem::TooLarge);
    }
    fs::File::open(path).map_err(Problem::reading)
}

pub(super) fn bounded(reader: impl io::Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    reader.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(Problem::reading)?;
    if bytes.len() as u64 > MAX_BYTES { Err(Problem::TooLarge) } else { Ok(bytes) }
}

/// Bytes as text, without a byte order mark.
///
/// # Errors
/// When they are too many, or not UTF-8.
pub(super) fn as_text(bytes: &[u8]) -> Result<&str, StoreError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Problem::TooLarge.unnamed());
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        Problem::NotUtf8(Place::behind(&valid)).unnamed()
    })
}
