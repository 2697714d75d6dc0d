//! The headless face: arguments in, results on standard output, errors on standard error, an exit code out. One subcommand a file.
//!
//! Nothing is computed here that the assessment could have said, and no window is opened: [`run`] hands that back to `main`.

mod arguments;
mod assess;
mod bank;
mod batch;
mod catalogue;
mod chart;
mod check;
mod completions;
mod diff;
mod examples;
mod facts;
mod files;
mod help;
mod interview;
mod layout;
mod manual;
mod merge;
mod outcome;
mod precedents;
mod problems;
mod record;
mod report;
mod share;
pub mod solve;
mod validate;
mod verify;
mod without_window;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use clap::Parser as _;

pub use outcome::Exit;
pub use without_window::without_window;

use self::{
    arguments::{Arguments, Command},
    outcome::{Failure, Outcome},
};
use crate::{
    model::Catalogue,
    store::{self, OpenedCatalogue, Problem, StoreError},
};

/// What `main` has to do after the arguments were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Everything is done.
    Exit(Exit),
    /// Open the window with these files, which may be ids of examples.
    Window(Vec<PathBuf>),
}

/// Reads the arguments, the program's name first, and carries out the command, if there is one.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Next {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return Next::Exit(outcome::print_parser_message(&error)),
    };
    let Arguments { files, catalogue, command } = arguments;
    match command {
        Some(_) if !files.is_empty() => Next::Exit(Outcome::from(Failure::Usage(text!("cli-files-before-command"))).print()),
        Some(command) => Next::Exit(outcome(command, catalogue).print()),
        None if catalogue.is_some() => Next::Exit(Outcome::from(Failure::Usage(text!("cli-catalogue-needs-command"))).print()),
        None => match files.iter().find_map(|file| mistyped_command(file)) {
            Some(failure) => Next::Exit(Outcome::from(failure).print()),
            None => Next::Window(files),
        },
    }
}

fn outcome(command: Command, catalogue: Option<PathBuf>) -> Outcome {
    let Some(path) = catalogue else { return carried_out(command, store::shipped()) };
    match store::open_catalogue(&path) {
        Ok(opened) => {
            let mut outcome = carried_out(command, &opened.catalogue);
            outcome.remarks.extend(written_over(&path, &opened));
            outcome
        }
        Err(error) => Failure::Store(error).into(),
    }
}

/// That a catalogue of one's own lies on another one than it was written over.
fn written_over(path: &Path, opened: &OpenedCatalogue) -> Option<String> {
    let (file, written) = (store::shown(&path.to_string_lossy()), store::shown(opened.written_over.as_ref()?));
    Some(text!("cli-catalogue-written-over", file = file, written = written, present = store::shipped().version.clone()))
}

fn carried_out(command: Command, catalogue: &Catalogue) -> Outcome {
    match command {
        Command::Assess(arguments) => assess::assess(&arguments, catalogue),
        Command::Interview(arguments) => interview::interview(&arguments, catalogue),
        Command::Chart(arguments) => chart::chart(&arguments, catalogue),
        Command::Check(arguments) => check::check(&arguments, catalogue),
        Command::Diff(arguments) => diff::diff(&arguments, catalogue),
        Command::Examples(arguments) => examples::examples(&arguments, catalogue),
        Command::Catalogue(arguments) => catalogue::catalogue(&arguments, catalogue),
        Command::Precedents(arguments) => precedents::precedents_of(&arguments, catalogue),
        Command::Validate(arguments) => validate::validate(&arguments, catalogue),
        Command::Record(arguments) => record::record(&arguments, catalogue),
        Command::Solve(arguments) => problems::solve_file(&arguments),
        Command::Share(arguments) => share::share(&arguments, catalogue),
        Command::Merge(arguments) => merge::merge(&arguments, catalogue),
        Command::Verify(arguments) => verify::verify_files(&arguments, catalogue),
        Command::Completions(arguments) => Outcome::done(completions::completions(&arguments)),
        Command::Man(arguments) => manual::manual(&arguments).into(),
    }
}

/// How far a word may be from a command to be taken for a slip of the fingers; a short word less.
const NEAR: usize = 2;

/// A word that is neither a file nor an example, but nearly a command: somebody wanted the command, not a window.
fn mistyped_command(file: &Path) -> Option<Failure> {
    let word = file.to_str()?;
    let near = NEAR.min(word.chars().count() / 2);
    let command = Command::names().into_iter().find(|name| strsim::levenshtein(word, name) <= near)?;
    let Err(StoreError { problem: Problem::NoExample { .. }, .. }) = store::open(file, store::shipped()) else { return None };
    Some(Failure::Usage(text!("cli-no-command", word = store::shown(word), near = command)))
}
