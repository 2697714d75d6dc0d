//! [`Outcome`]: what a command has to say, and where it goes: results to standard output, errors once to standard error.
//!
//! Which words are used is each command's.

use std::{
    fmt,
    io::{self, Write as _},
    process::{ExitCode, Termination},
    sync::OnceLock,
};

use crate::{
    export::ExportError,
    store::{self, StoreError},
};

/// How the program ends. The order is that of severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    Done = 0,
    /// The content is not so: an invalid profile, a problem without a solution.
    NotSo = 1,
    /// The arguments make no sense.
    Usage = 2,
    /// A file could not be read or written.
    Files = 3,
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self as u8)
    }
}

/// Why a command, or a part of it, could not be carried out.
#[derive(Debug)]
pub enum Failure {
    Store(StoreError),
    Export(ExportError),
    Usage(String),
    NotSo(String),
}

impl Failure {
    /// The result of the profile with this id is sealed, and nobody asked to reveal it.
    pub fn sealed(id: &str) -> Self {
        Self::NotSo(text!("cli-sealed-named", profile = store::shown(id)))
    }

    pub fn exit(&self) -> Exit {
        match self {
            Self::Store(error) if error.is_content() => Exit::NotSo,
            Self::Store(_) | Self::Export(ExportError::Failed { .. }) => Exit::Files,
            Self::Usage(_) | Self::Export(ExportError::TooLarge { .. }) => Exit::Usage,
            Self::NotSo(_) => Exit::NotSo,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Store(error) => error.fmt(f),
            Self::Export(error) => error.fmt(f),
            Self::Usage(message) | Self::NotSo(message) => f.write_str(message),
        }
    }
}

/// What a command came to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// For standard output.
    pub text: String,
    /// For standard error, without effect on the exit code.
    pub remarks: Vec<String>,
    /// For standard error.
    pub failures: Vec<Failure>,
    /// The exit code if nothing failed: what was printed may itself say that the content is not so.
    pub is_not_so: bool,
}

impl Outcome {
    pub fn done(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Prints everything and returns how the program should end.
    pub fn print(self) -> Exit {
        let mut exit = if self.is_not_so { Exit::NotSo } else { Exit::Done };
        let written = match PART_FAILED.get() {
            Some(cause) => Err(cause.clone()),
            None => write_out(self.text.as_bytes()).map_err(|error| error.to_string()),
        };
        if let Err(cause) = written {
            // Without standard output there is nothing left to do but to say why.
            say(&text!("cli-output-failed", cause = cause));
            exit = Exit::Files;
        }
        for remark in &self.remarks {
            say(remark);
        }
        for failure in &self.failures {
            say(&failure.to_string());
            exit = exit.max(failure.exit());
        }
        exit
    }
}

impl From<Failure> for Outcome {
    fn from(failure: Failure) -> Self {
        Self { failures: vec![failure], ..Self::default() }
    }
}

impl From<Result<String, Failure>> for Outcome {
    fn from(result: Result<String, Failure>) -> Self {
        result.map_or_else(Self::from, Self::done)
    }
}

/// Prints what the parser of the arguments has to say: help and version are results, the rest is misuse.
pub fn print_parser_message(error: &clap::Error) -> Exit {
    let is_asked_for = !error.use_stderr();
    match error.print() {
        Err(error) if is_asked_for && error.kind() != io::ErrorKind::BrokenPipe => {
            say(&text!("cli-output-failed", cause = error.to_string()));
            Exit::Files
        }
        _ if is_asked_for => Exit::Done,
        _ => Exit::Usage,
    }
}

/// Why a part could not be written. The last part may be empty, and then its writing would not fail.
static PART_FAILED: OnceLock<String> = OnceLock::new();

/// Writes a part of a long result to standard output at once. Returns whether more is wanted: a reader that closed the pipe wants
/// nothing more, and what else goes wrong is told by [`Outcome::print`] at the end.
pub fn print_part(text: &str) -> bool {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => true,
        Err(error) => {
            if error.kind() != io::ErrorKind::BrokenPipe {
                // The first cause is told; others follow from it.
                let _ = PART_FAILED.set(error.to_string());
            }
            false
        }
    }
}

/// Writes to standard output. A reader that has seen enough and closed the pipe is no error.
fn write_out(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes a line to standard error. If nobody listens there, there is nobody to tell.
pub fn say(message: &str) {
    let _ = writeln!(io::stderr().lock(), "{message}");
}
