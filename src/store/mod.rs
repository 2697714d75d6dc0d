//! The only room that opens files: profiles, the catalogue, the library, settings, and where they live.
//!
//! What a profile means is the model's; which message goes to which screen is the command line's and the window's.
//!
//! Reading never changes a file, and a file that cannot be read is never overwritten. Every failure is a [`StoreError`] whose
//! `Display` is the one message that both faces show.

mod atomic;
mod backups;
mod catalogue_check;
mod catalogue_fault;
mod catalogue_file;
mod catalogue_layer;
mod dirs;
mod error;
mod examples;
mod file_name;
#[cfg(any(not(unix), test))]
mod inbox;
mod input;
mod instance;
mod lexer;
mod library;
mod located;
mod loss;
mod mistake;
mod outline;
mod output;
mod precedents_file;
mod profile_file;
mod profile_name;
mod read;
mod reason;
mod record_file;
mod recovery;
mod saving;
mod settings;
mod share_code;
mod shelf;
mod shown;
mod turn;
mod watch;

pub use atomic::{Replaced, create, save};
pub use backups::{Backup, Backups, MAX_BACKUPS, fingerprint};
pub use catalogue_check::faults as catalogue_faults;
pub use catalogue_fault::{CatalogueFault, Wrong};
pub use catalogue_file::{
    OpenedCatalogue, open as open_catalogue, parse as parse_catalogue, shipped, shipped_shared, write as write_catalogue,
};
pub use dirs::{APP_ID, Dirs, HOME_VARIABLE};
pub use error::{Mistake, Place, Problem, StoreError};
pub use examples::{Example, example, examples};
pub use file_name::{EXTENSION, file_stem};
pub use input::{Named, make_folder, profiles_named, read_text};
pub use instance::{Instance, Listener, claim};
pub use library::{Deleted, Library};
pub use located::{Located, located, unreadable};
pub use loss::{Loss, LossKind, MAX_LOSSES};
pub use mistake::unknown;
pub use outline::Step;
pub use output::Inputs;
pub use precedents_file::banks;
pub use profile_file::{Opened, parse, write};
pub use profile_name::with_name;
pub use read::{MAX_BYTES, Source, bytes as read_bytes, look_into, open, open_seen};
pub use record_file::{Checkable, Enclosed, Enclosures, checkable_named, open_checkable};
pub use recovery::{Left, Origin, Recovery, Unsaved, write_report};
pub use saving::{Saved, save_profile};
pub use settings::{Loaded, MAX_RECENT, Renderer, Settings, SettingsWarning, Theme};
pub use share_code::{SHARE_PREFIX, has_share_code, profile_in, share_code};
pub use shelf::Entry;
pub use shown::{is_steering, shown};
pub use watch::{Watch, folder_of};
