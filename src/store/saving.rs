//! [`save_profile`]: a profile into its file, never over what somebody else wrote, with the version before kept.
//!
//! How bytes reach the disk is [`super::atomic`]'s; what two versions make together is the model's.

use std::path::Path;

use super::{
    StoreError,
    atomic::{self, Replaced},
    backups::Backups,
};

/// A save that came to an end.
#[derive(Debug)]
pub struct Saved {
    pub replaced: Replaced,
    /// Why the version before could not be kept among the backups.
    pub warning: Option<StoreError>,
}

/// Writes a profile's text to its file, if what stands there is what was `seen` last; without `seen`, over whatever stands there.
///
/// # Errors
/// As for [`super::save`]; what stood there before still stands there.
pub fn save_profile(path: &Path, text: &str, seen: Option<&[u8]>, backups: &Backups) -> Result<Saved, StoreError> {
    let mut warning = None;
    let replaced = atomic::replace(path, text.as_bytes(), seen, |old, written| {
        warning = backups.keep(path, old, written).err().or_else(|| warning.take());
    })?;
    Ok(Saved { replaced, warning })
}
