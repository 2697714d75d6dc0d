//! [`Action`]: what a panel or dialog may ask for. `dispatch` is the one place where it takes effect.
//!
//! View state, such as the open tab, is changed in place and is no action.

use std::path::PathBuf;

use crate::{
    chart::ChartKind,
    export::{Format, record::RecordFormat},
    model::Edit,
    session::{Command, Source},
};

#[derive(Debug, Clone)]
pub enum Action {
    /// Change the shown profile.
    Edit(Edit),
    /// The gesture is over.
    Seal,
    Command(Command),
    /// Show this chart over the whole width.
    ShowChart(ChartKind),
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
    /// Write the shown chart.
    Export {
        path: PathBuf,
        format: Format,
    },
    /// Write the shown profile's record.
    ExportRecord {
        path: PathBuf,
        format: RecordFormat,
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
