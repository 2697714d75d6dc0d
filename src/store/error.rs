//! [`StoreError`]: why a file could not be read or written: what is wrong, where, and what to do next.
//!
//! How a fault is found in a text is not here, nor which exit code or dialog it becomes.

use std::{
    fmt,
    io::{self, ErrorKind},
    path::Path,
};

use super::{
    record_file::Enclosed,
    shown::{shown, shown_whole},
};

/// A place in a text, both counted from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

impl Place {
    /// The place after this character.
    pub(super) fn after(self, character: char) -> Self {
        if character == '\n' { Self { line: self.line + 1, column: 1 } } else { Self { column: self.column + 1, ..self } }
    }

    /// The place behind a text.
    pub(super) fn behind(text: &str) -> Self {
        text.chars().fold(Self { line: 1, column: 1 }, Self::after)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

/// One thing that is wrong with a file's content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    pub place: Option<Place>,
    /// A sentence for the reader.
    pub text: String,
}

/// Why a file could not be read or written. `Display` is the whole message, the same for the window and the command line.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub struct StoreError {
    /// How the file is called in messages; empty while only its bytes are known.
    file: String,
    pub problem: Problem,
}

/// What went wrong.
#[derive(Debug)]
pub enum Problem {
    // The file could not be read.
    NotFound,
    /// A bare word that is neither a file nor a shipped example; the id most like it.
    NoExample {
        near: Option<String>,
    },
    NotAllowed,
    IsFolder,
    /// A pipe, a device, a socket.
    NotRegular,
    Unreadable(io::Error),

    // The file was read, and its content is not a profile (or catalogue).
    TooLarge,
    NotUtf8(Place),
    /// Not RON, or not the values that belong there; `reason` is a sentence.
    NotRon {
        place: Place,
        reason: String,
    },
    TooDeep(Place),
    TooMany(Place),
    NotAProfile,
    NotACatalogue,
    NoShareCode,
    DamagedShareCode,
    NewerShareCode,
    /// A decision record that lacks what it should carry; which of the two.
    IncompleteRecord(Enclosed),
    /// A text, such as Markdown, that was named as a record.
    NotARecord,
    /// A decision record where a profile is due.
    IsRecord,
    Newer {
        found: u64,
        known: u32,
    },
    /// Everything that is wrong, in the order of the file; `more` were left out.
    Mistakes {
        mistakes: Vec<Mistake>,
        more: usize,
    },

    // The file could not be written; what stood there before still stands there.
    DiskFull,
    ReadOnlyDisk,
    WriteNotAllowed,
    ReadOnlyFile,
    FolderMissing,
    FolderInPlace,
    NotRegularInPlace,
    AlreadyThere,
    /// What is to be written would replace what it is made from.
    IsInput,
    BadName,
    /// What was named as a pattern is none; why, in words of the library that reads it.
    BadPattern(&'static str),
    /// The path is not a profile of the library.
    OutsideLibrary,
    Unwritable(io::Error),
}

impl Problem {
    pub(super) fn unnamed(self) -> StoreError {
        StoreError { file: String::new(), problem: self }
    }

    pub(super) fn at(self, path: &Path) -> StoreError {
        self.unnamed().named(&path.to_string_lossy())
    }

    /// The cause of a failed read.
    pub(super) fn reading(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NotFound,
            ErrorKind::PermissionDenied => Self::NotAllowed,
            ErrorKind::IsADirectory => Self::IsFolder,
            _ => Self::Unreadable(error),
        }
    }

    /// The cause of a failed write.
    pub(super) fn writing(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyDisk,
            ErrorKind::PermissionDenied => Self::WriteNotAllowed,
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::FolderMissing,
            ErrorKind::IsADirectory => Self::FolderInPlace,
            ErrorKind::AlreadyExists => Self::AlreadyThere,
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput => Self::BadName,
            _ => Self::Unwritable(error),
        }
    }
}

impl StoreError {
    /// The same error, told of the file called `file`.
    #[must_use]
    pub fn named(mut self, file: &str) -> Self {
        self.file = shown_whole(file);
        self
    }

    /// Whether the file was read and its content is not so (exit code 1); otherwise it could not be read or written (3).
    pub fn is_content(&self) -> bool {
        matches!(
            self.problem,
            Problem::TooLarge
                | Problem::NotUtf8(_)
                | Problem::NotRon { .. }
                | Problem::TooDeep(_)
                | Problem::TooMany(_)
                | Problem::NotAProfile
                | Problem::NotACatalogue
                | Problem::NoShareCode
                | Problem::DamagedShareCode
                | Problem::NewerShareCode
                | Problem::IncompleteRecord(_)
                | Problem::NotARecord
                | Problem::IsRecord
                | Problem::Newer { .. }
                | Problem::Mistakes { .. }
        )
    }

    /// Where in the file, if at one place: the first one.
    pub fn place(&self) -> Option<Place> {
        match &self.problem {
            Problem::NotUtf8(place) | Problem::NotRon { place, .. } | Problem::TooDeep(place) | Problem::TooMany(place) => Some(*place),
            Problem::Mistakes { mistakes, .. } => mistakes.iter().find_map(|mistake| mistake.place),
            _ => None,
        }
    }

    fn message(&self) -> String {
        let file = self.file.as_str();
        match &self.problem {
            Problem::NotFound => self.with_path(text!("store-not-found")),
            Problem::NoExample { near } => {
                let what = text!("store-no-example", name = shown(file));
                match near {
                    Some(near) => format!("{what} {}", text!("store-did-you-mean", near = near.as_str())),
                    None => format!("{what} {}", text!("store-list-examples")),
                }
            }
            Problem::NotAllowed => self.with_path(text!("store-not-allowed")),
            Problem::IsFolder => self.with_path(text!("store-is-folder")),
            Problem::NotRegular => self.with_path(text!("store-not-regular")),
            Problem::Unreadable(error) => self.with_path(text!("store-unreadable", cause = error.to_string())),

            Problem::TooLarge => self.at(None, &text!("store-too-large")),
            Problem::NotUtf8(place) => self.at(Some(*place), &text!("store-not-utf8")),
            Problem::NotRon { place, reason } => self.at(Some(*place), &format!("{reason} {}", text!("store-correct-it"))),
            Problem::TooDeep(place) => self.at(Some(*place), &text!("store-too-deep")),
            Problem::TooMany(place) => self.at(Some(*place), &text!("store-too-many-values")),
            Problem::NotAProfile => self.at(None, &text!("store-not-a-profile")),
            Problem::NotACatalogue => self.at(None, &text!("store-not-a-catalogue")),
            Problem::NoShareCode => self.at(None, &text!("store-share-none")),
            Problem::DamagedShareCode => self.at(None, &text!("store-share-damaged")),
            Problem::NewerShareCode => self.at(None, &text!("store-share-newer")),
            Problem::IncompleteRecord(what) => self.at(None, &text!("store-record-incomplete", what = what.name())),
            Problem::NotARecord => self.at(None, &text!("store-not-a-record")),
            Problem::IsRecord => self.at(None, &text!("store-is-record")),
            Problem::Newer { found, known } => self.at(None, &text!("store-newer", found = found.to_string(), known = known.to_string())),
            Problem::Mistakes { mistakes, more } => self.list(mistakes, *more),

            Problem::DiskFull => self.with_path(text!("store-disk-full")),
            Problem::ReadOnlyDisk => self.with_path(text!("store-read-only-disk")),
            Problem::WriteNotAllowed => self.with_path(text!("store-write-not-allowed")),
            Problem::ReadOnlyFile => self.with_path(text!("store-read-only-file")),
            Problem::FolderMissing => self.with_path(text!("store-folder-missing")),
            Problem::FolderInPlace => self.with_path(text!("store-folder-in-place")),
            Problem::NotRegularInPlace => self.with_path(text!("store-not-regular-in-place")),
            Problem::AlreadyThere => self.with_path(text!("store-already-there")),
            Problem::IsInput => self.with_path(text!("store-is-input")),
            Problem::BadPattern(why) => self.with_path(text!("store-bad-pattern", why = why.to_string())),
            Problem::BadName => self.with_path(text!("store-bad-name")),
            Problem::OutsideLibrary => self.with_path(text!("store-outside-library")),
            Problem::Unwritable(error) => self.with_path(text!("store-unwritable", cause = error.to_string())),
        }
    }

    /// Every mistake on its own line, each as an editor or a terminal can jump to it, and what to do at the end.
    fn list(&self, mistakes: &[Mistake], more: usize) -> String {
        if let ([mistake], 0) = (mistakes, more) {
            return self.at(mistake.place, &format!("{} {}", mistake.text, text!("store-correct-it")));
        }
        let mut lines: Vec<String> = mistakes.iter().map(|mistake| self.at(mistake.place, &mistake.text)).collect();
        if more > 0 {
            lines.push(self.at(None, &text!("store-more-mistakes", count = more.to_string())));
        }
        lines.push(text!("store-correct-them"));
        lines.join("\n")
    }

    fn with_path(&self, sentence: String) -> String {
        if self.file.is_empty() { sentence } else { format!("{sentence} ({})", self.file) }
    }

    fn at(&self, place: Option<Place>, sentence: &str) -> String {
        match (self.file.as_str(), place) {
            ("", None) => sentence.to_owned(),
            ("", Some(place)) => format!("{place}: {sentence}"),
            (file, None) => format!("{file}: {sentence}"),
            (file, Some(place)) => format!("{file}:{place}: {sentence}"),
        }
    }
}
