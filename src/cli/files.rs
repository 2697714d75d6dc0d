//! From the files on the command line to profiles: paths, `-`, ids of examples, and folders with everything in them.
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
    store::{self, Example, Loss, Opened, Source, StoreError},
};

/// Files as they were named, folders replaced by what is in them.
pub struct Listed {
    pub files: Vec<PathBuf>,
    /// Whether there may be several: more than one was named, or a folder.
    pub is_several: bool,
    pub failures: Vec<Failure>,
}

/// Lists what the command line names. A folder without profiles is a failure: whoever names it expects some.
pub fn listed(named: &[PathBuf]) -> Listed {
    let mut listed = Listed { files: Vec::new(), is_several: named.len() > 1, failures: Vec::new() };
    for path in named {
        match store::profiles_in(path) {
            Ok(None) => listed.files.push(path.clone()),
            Ok(Some(inside)) => {
                listed.is_several = true;
                if inside.is_empty() {
                    listed.failures.push(Failure::NotSo(text!("cli-folder-empty", folder = store::shown(&path.to_string_lossy()))));
                }
                listed.files.extend(inside);
            }
            Err(error) => listed.failures.push(Failure::Store(error)),
        }
    }
    listed
}

/// The same for what can be verified: profiles, and the records in a folder.
pub fn listed_to_verify(named: &[PathBuf]) -> Listed {
    let mut listed = Listed { files: Vec::new(), is_several: named.len() > 1, failures: Vec::new() };
    for path in named {
        match store::checkable_in(path) {
            Ok(None) => listed.files.push(path.clone()),
            Ok(Some(inside)) => {
                listed.is_several = true;
                if inside.is_empty() {
                    listed.failures.push(Failure::NotSo(text!("cli-folder-nothing", folder = store::shown(&path.to_string_lossy()))));
                }
                listed.files.extend(inside);
            }
            Err(error) => listed.failures.push(Failure::Store(error)),
        }
    }
    listed
}

/// A profile that was read and assessed.
pub struct Assessed {
    /// The stem of its file; of an example, its id.
    pub id: String,
    pub source: Source,
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
    Assessed { id, source, profile, losses, assessment, is_sealed, robustness: None, information: None }
}
