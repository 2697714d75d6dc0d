//! From the files on the command line to profiles: paths, `-`, ids of examples, folders with everything in them, and patterns.
//!
//! How a file is read is the store's.

use std::{
    num::NonZero,
    path::{Path, PathBuf},
    sync::atomic::AtomicBool,
};

use super::outcome::Failure;
use crate::{
    assessment::{self, Assessment, Information, Robustness, RobustnessProblem, Subject},
    model::{Catalogue, Profile},
    store::{self, Example, Loss, Named, Opened, Source, StoreError},
};

/// Files as they were named, folders and patterns replaced by what they stand for.
pub struct Listed {
    pub files: Vec<PathBuf>,
    /// Whether there may be several: more than one was named, or a folder or pattern.
    pub is_several: bool,
    pub failures: Vec<Failure>,
}

/// Lists what the command line names. A folder or pattern without profiles is a failure: whoever names it expects some.
pub fn listed(named: &[PathBuf]) -> Listed {
    let empty = |folder: String| text!("cli-folder-empty", folder = folder);
    listed_by(named, store::profiles_named, empty)
}

/// The same for what can be verified: profiles and records.
pub fn listed_to_verify(named: &[PathBuf]) -> Listed {
    let empty = |folder: String| text!("cli-folder-nothing", folder = folder);
    listed_by(named, store::checkable_named, empty)
}

fn listed_by(paths: &[PathBuf], find: impl Fn(&Path) -> Result<Named, StoreError>, empty: impl Fn(String) -> String) -> Listed {
    let mut listed = Listed { files: Vec::new(), is_several: paths.len() > 1, failures: Vec::new() };
    for path in paths {
        let shown = || store::shown(&path.to_string_lossy());
        let (inside, nothing) = match find(path) {
            Ok(Named::One) => {
                listed.files.push(path.clone());
                continue;
            }
            Ok(Named::Folder(inside)) => (inside, empty(shown())),
            Ok(Named::Pattern(inside)) => (inside, text!("cli-pattern-nothing", pattern = shown())),
            Err(error) => {
                listed.failures.push(Failure::Store(error));
                continue;
            }
        };
        listed.is_several = true;
        if inside.is_empty() {
            listed.failures.push(Failure::NotSo(nothing));
        }
        listed.files.extend(inside);
    }
    listed
}

/// A profile that was read and assessed.
pub struct Assessed {
    /// The stem of its file; of an example, its id.
    pub id: String,
    pub profile: Profile,
    pub losses: Vec<Loss>,
    pub assessment: Assessment,
    /// Whether the result must not be told: the profile is sealed, and nobody asked to reveal it.
    pub is_sealed: bool,
    /// What sampling showed, where that was asked for and somebody qualifies.
    pub robustness: Option<Robustness>,
    /// What is worth finding out, where that was asked for.
    pub information: Option<Information>,
}

impl Assessed {
    /// What is explained.
    pub fn subject<'a>(&'a self, catalogue: &'a Catalogue) -> Subject<'a> {
        let (robustness, information) = (self.robustness.as_ref(), self.information.as_ref());
        Subject { robustness, information, ..Subject::new(catalogue, &self.profile, &self.assessment) }
    }

    /// Works out what is worth finding out.
    pub fn inform(&mut self, catalogue: &Catalogue) {
        self.information = Some(assessment::information(catalogue, &self.profile, &self.assessment));
    }

    /// The same, its result told if `reveal` says so.
    pub fn revealed(mut self, reveal: bool) -> Self {
        self.is_sealed &= !reveal;
        self
    }

    /// Samples plausible weights and ratings until the shares are precise. The result does not depend on the number of threads.
    pub fn sample(&mut self, threads: usize) {
        let problem = RobustnessProblem::new(&self.assessment, self.profile.seed);
        self.robustness = problem.and_then(|problem| problem.run(threads, &AtomicBool::new(false), |_| {}));
    }
}

/// That another file stood where a result was written.
pub fn replaced(output: &Path) -> String {
    text!("cli-replaced", file = store::shown(&output.to_string_lossy()))
}

/// How many threads this machine runs at once.
pub fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, NonZero::get)
}

/// Reads and assesses one profile.
pub fn assessed(file: &Path, catalogue: &Catalogue) -> Result<Assessed, StoreError> {
    let (opened, source) = store::open(file, catalogue)?;
    Ok(assess(opened, source, catalogue))
}

/// Assesses an example as it is shipped, even where a file of the same name lies in the current folder.
pub fn assessed_example(example: &Example, catalogue: &Catalogue) -> Result<Assessed, StoreError> {
    let opened = store::parse(example.text.as_bytes(), catalogue).map_err(|error| error.named(&example.id))?;
    Ok(assess(opened, Source::Example(example.id.clone()), catalogue))
}

fn assess(opened: Opened, source: Source, catalogue: &Catalogue) -> Assessed {
    let Opened { profile, losses } = opened;
    let id = match &source {
        Source::File(path) => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        Source::Example(id) => id.clone(),
        Source::Stdin => store::file_stem(&profile.name),
    };
    let assessment = assessment::assess(catalogue, &profile);
    let is_sealed = profile.sealed;
    Assessed { id, profile, losses, assessment, is_sealed, robustness: None, information: None }
}
