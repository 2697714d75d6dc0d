//! [`Action`]: what a panel or dialog may ask for. `dispatch` is the one place where it takes effect.
//!
//! View state, such as the open tab, is changed in place and is no action.

use std::{path::PathBuf, sync::Arc};

use super::{dialogs::Resolution, page::Page, voices::Start};
use crate::{
    export::{Format, record::RecordFormat},
    model::{Edit, Id, Profile, Way},
    session::{Command, Source},
};

/// Something that can be said or set, by ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    Question(Id),
    Weight(Id),
    Rating {
        criterion: Id,
        alternative: Id,
    },
    /// The same, with an own rating begun.
    OwnRating {
        criterion: Id,
        alternative: Id,
    },
}

#[derive(Debug, Clone)]
pub enum Action {
    /// Change the shown profile.
    Edit(Edit),
    /// Show where something is said or set.
    GoTo(Goal),
    /// The gesture is over.
    Seal,
    Command(Command),
    /// Put the weights of this way in the place of the present ones.
    Adopt(Way),
    /// Show this page of Analyse.
    ShowPage(Page),
    /// Show an open document.
    Show(usize),
    /// Open a shipped example or a file.
    Open(Source),
    /// Write the shown profile to this file.
    SaveTo(PathBuf),
    /// Write the shown profile where it belongs, although something of the opened file will be dropped.
    SaveAnyway,
    Rename {
        path: PathBuf,
        name: String,
    },
    Delete(PathBuf),
    /// Bring back the profile that was deleted last.
    Undelete,
    /// Change a requirement of one's own, by id.
    ChangeRequirement(Id),
    /// Write the shown chart.
    Export {
        path: PathBuf,
        format: Format,
    },
    /// What was decided about a file that somebody else changed, too.
    Resolve(Resolution),
    /// Look at both versions of the shown document's file.
    Review,
    /// Take an earlier version.
    Restore(Arc<Profile>),
    /// Open, or give up for good, the unsaved work of a run that was cut off.
    Recover,
    DiscardRecovered,
    /// Open the profile in a share code.
    OpenCode(String),
    /// Assess with the catalogue in this file from now on.
    UseCatalogue(PathBuf),
    /// Keep the library in this folder from now on.
    MoveLibrary(PathBuf),
    /// Write the shown profile's record.
    ExportRecord {
        path: PathBuf,
        format: RecordFormat,
    },
    /// Add a voice of this name to the shown profile.
    AddVoice {
        name: String,
        start: Start,
    },
    /// Ask for another name for a voice.
    AskVoiceName(String),
    RenameVoice {
        from: String,
        to: String,
    },
    /// Set this profile beside the shown one.
    Compare(Source),
    /// Take a profile out of the comparison, by position.
    StopComparing(usize),
    /// Ask the system for a file, for the dialog that is open.
    Browse,
    /// Save all unsaved documents, then close the window.
    SaveAllAndQuit,
    /// Close the window; unsaved changes are lost.
    QuitAnyway,
    CloseDialog,
    DismissNotice,
}
