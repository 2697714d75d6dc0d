//! [`save`], [`create`] and [`replace`]: a file is the old one or the new one, whole, whatever happens in between.
//!
//! What is written is the caller's, and so is what becomes of an earlier version.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use tempfile::NamedTempFile;

use super::{Problem, StoreError, read, turn::Turn};

/// Symbolic links are followed so far, as systems do.
const MAX_LINKS: usize = 40;

/// How files are called until they are renamed. Short, so that they fit wherever the real name does.
const UNFINISHED: (&str, &str) = (".trilemma-", ".tmp");

/// Another writer that comes in between is met this often before giving up.
const MAX_TRIES: usize = 20;

/// Puts `bytes` in the place of the file at `path`, or makes a new one: written beside it, flushed, renamed, its folder flushed.
///
/// A symbolic link stays a link, and its target is replaced. Permissions are kept, and the group where that is allowed;
/// hard links to the old content are not. A file marked as read-only is left alone.
///
/// # Errors
/// When something is in the way. What stood at `path` then still stands there.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let replace = || {
        let target = Target::find(path)?;
        let _turn = turn(&target.folder);
        let file = written_beside(&target, bytes)?;
        file.persist(&target.path).map_err(|error| Problem::writing(error.error))?;
        flush_folder(&target.folder)
    };
    replace().map_err(|problem| problem.at(path))
}

/// Makes a new file at `path`, as [`save`] does, but never in the place of another.
///
/// # Errors
/// [`Problem::AlreadyThere`] when something has that name, or as for [`save`].
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let make = || {
        let target = Target { path: path.to_owned(), folder: folder_of(path), old: None };
        let _turn = turn(&target.folder);
        let file = written_beside(&target, bytes)?;
        file.persist_noclobber(path).map_err(|error| Problem::writing(error.error))?;
        flush_folder(&target.folder)
    };
    make().map_err(|problem| problem.at(path))
}

/// What [`replace`] came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replaced {
    /// The new content stands there.
    Done,
    /// Somebody else wrote this meanwhile. Nothing was written.
    Changed(Vec<u8>),
    /// The new content stands there, in the place of this, which somebody else wrote in the same moment. It was kept.
    Overtook(Vec<u8>),
}

/// Puts `bytes` in the place of the file at `path`, as [`save`] does, if what stands there is what was `seen` last; without
/// `seen`, whatever it is. What is replaced is handed to `keep` before, with the time at which it was written.
///
/// # Errors
/// As for [`save`].
pub(super) fn replace(
    path: &Path,
    bytes: &[u8],
    seen: Option<&[u8]>,
    mut keep: impl FnMut(&[u8], Option<SystemTime>),
) -> Result<Replaced, StoreError> {
    let mut replace = || {
        for _ in 0..MAX_TRIES {
            let target = Target::find(path)?;
            let _turn = turn(&target.folder);
            let Some(old) = &target.old else {
                let file = written_beside(&target, bytes)?;
                match file.persist_noclobber(&target.path) {
                    Ok(_) => return flush_folder(&target.folder).map(|()| Replaced::Done),
                    Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => continue,
                    Err(error) => return Err(Problem::writing(error.error)),
                }
            };
            // What is far too large for a profile is replaced only where that was asked for, and not kept.
            let now = match read::bytes(&target.path) {
                Ok(now) => now,
                Err(StoreError { problem: Problem::TooLarge, .. }) if seen.is_none() => {
                    let file = written_beside(&target, bytes)?;
                    file.persist(&target.path).map_err(|error| Problem::writing(error.error))?;
                    return flush_folder(&target.folder).map(|()| Replaced::Done);
                }
                Err(StoreError { problem: Problem::NotFound, .. }) => continue,
                Err(error) => return Err(error.problem),
            };
            if seen.is_some_and(|seen| seen != now) && now != bytes {
                return Ok(Replaced::Changed(now));
            }
            let file = written_beside(&target, bytes)?;
            if now != bytes {
                keep(&now, old.modified().ok());
            }
            let displaced = exchanged(file, &target.path)?;
            flush_folder(&target.folder)?;
            return Ok(match displaced.filter(|displaced| *displaced != now) {
                Some(displaced) => {
                    keep(&displaced, None);
                    Replaced::Overtook(displaced)
                }
                None => Replaced::Done,
            });
        }
        Err(Problem::Unwritable(io::ErrorKind::ResourceBusy.into()))
    };
    replace().map_err(|problem| problem.at(path))
}

/// Puts a finished file in the place of another and gives what really stood there: it may have been written a moment ago. Where
/// the system cannot exchange two files in one step, it is replaced and `None` is given.
fn exchanged(file: NamedTempFile, path: &Path) -> Result<Option<Vec<u8>>, Problem> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, file.path(), CWD, path, RenameFlags::EXCHANGE).is_ok() {
            return match read::bytes(file.path()) {
                // With the file goes its name, behind which the old content is now.
                Ok(displaced) => Ok(Some(displaced)),
                Err(_) => {
                    let _ = file.keep();
                    Ok(None)
                }
            };
        }
    }
    file.persist(path).map(|_| None).map_err(|error| Problem::writing(error.error))
}

/// Waits for the turn to write in a folder, and clears what a writer left there that was killed: nobody else has the turn.
fn turn(folder: &Path) -> Option<Turn> {
    let turn = Turn::take(folder)?;
    let files = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    for file in files {
        let name = file.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1) {
            // What cannot be cleared is a nuisance and no failure.
            let _ = fs::remove_file(file.path());
        }
    }
    Some(turn)
}

/// Moves a file to another name in the same filesystem, never in the place of another.
///
/// # Errors
/// [`Problem::AlreadyThere`] when something has that name, or what the system says.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    let link_then_remove = || {
        match fs::hard_link(from, to) {
            Ok(()) => fs::remove_file(from),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // Some filesystems have no hard links. Between looking and renaming another writer could come; there is nothing better.
            Err(_) if fs::symlink_metadata(to).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(from, to),
        }
    };
    link_then_remove().map_err(|error| Problem::writing(error).at(to))?;
    flush_folder(&folder_of(to)).map_err(|problem| problem.at(to))
}

/// Where the bytes really go.
struct Target {
    path: PathBuf,
    folder: PathBuf,
    /// What stands there now.
    old: Option<fs::Metadata>,
}

impl Target {
    fn find(path: &Path) -> Result<Self, Problem> {
        let path = followed(path)?;
        let old = match fs::metadata(&path) {
            Ok(old) if old.is_dir() => return Err(Problem::FolderInPlace),
            Ok(old) if !old.is_file() => return Err(Problem::NotRegularInPlace),
            // Renaming over it would succeed, but somebody said that it should stay as it is.
            Ok(old) if old.permissions().readonly() => return Err(Problem::ReadOnlyFile),
            Ok(old) => Some(old),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(Problem::writing(error)),
        };
        if old.is_some() {
            // Opening for writing changes nothing, and tells whether this user may.
            fs::OpenOptions::new().write(true).open(&path).map_err(Problem::writing)?;
        }
        Ok(Self { folder: folder_of(&path), path, old })
    }
}

/// The path behind all symbolic links, whether or not anything stands there.
fn followed(path: &Path) -> Result<PathBuf, Problem> {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        let is_link = fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_symlink());
        if !is_link {
            return Ok(path);
        }
        let target = fs::read_link(&path).map_err(Problem::writing)?;
        path = folder_of(&path).join(target);
    }
    Err(Problem::BadName)
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// A file in the target's folder that holds the bytes, on the disk; it vanishes unless it is renamed.
fn written_beside(target: &Target, bytes: &[u8]) -> Result<NamedTempFile, Problem> {
    if target.path.file_name().is_none() {
        return Err(Problem::BadName);
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED.0).suffix(UNFINISHED.1);
    // In the place of another it is private until it has the other's permissions.
    #[cfg(unix)]
    if target.old.is_none() {
        use std::os::unix::fs::PermissionsExt as _;
        // What the system takes from this for a new file is the user's choice (umask).
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(&target.folder).map_err(Problem::writing)?;
    io::Write::write_all(&mut file, bytes).map_err(Problem::writing)?;
    if let Some(old) = &target.old {
        keep_owner_and_permissions(&file, &target.path, old)?;
    }
    file.as_file().sync_all().map_err(Problem::writing)?;
    Ok(file)
}

/// Gives the file what the one at `path` has: owner and group where that is allowed, permissions, and the access list.
#[cfg(unix)]
fn keep_owner_and_permissions(file: &NamedTempFile, path: &Path, old: &fs::Metadata) -> Result<(), Problem> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    let is_same_group =
        fchown(file.as_file(), Some(old.uid()), Some(old.gid())).is_ok() || fchown(file.as_file(), None, Some(old.gid())).is_ok();
    let set = |mode| file.as_file().set_permissions(fs::Permissions::from_mode(mode)).map_err(Problem::writing);
    let mode = old.permissions().mode() & 0o7777;
    // Another group may do no more than everybody.
    let everybody_only = (mode & !0o070) | ((mode & 0o007) << 3);
    set(if is_same_group { mode } else { everybody_only })?;
    if !has_access_list_of(file.as_file(), path) {
        // Without its list, the group's part of the mode may be more than the group had.
        set(everybody_only)?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn keep_owner_and_permissions(file: &NamedTempFile, _path: &Path, old: &fs::Metadata) -> Result<(), Problem> {
    file.as_file().set_permissions(old.permissions()).map_err(Problem::writing)
}

/// Gives a file the access list (POSIX.1e) of the one at `path`, or none if that has none; whether it has the same one then.
#[cfg(target_os = "linux")]
fn has_access_list_of(file: &fs::File, path: &Path) -> bool {
    use rustix::{
        fs::{XattrFlags, fremovexattr, fsetxattr, getxattr},
        io::Errno,
    };
    const NAME: &str = "system.posix_acl_access";
    // As large as an attribute can be.
    let mut list = vec![0_u8; 1 << 16];
    match getxattr(path, NAME, &mut list) {
        Ok(size) => fsetxattr(file, NAME, &list[..size], XattrFlags::empty()).is_ok(),
        Err(Errno::NODATA) => {
            // The folder may have given it one.
            let _ = fremovexattr(file, NAME);
            true
        }
        // There are no lists here.
        Err(Errno::OPNOTSUPP) => true,
        Err(_) => false,
    }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn has_access_list_of(_file: &fs::File, _path: &Path) -> bool {
    true
}

/// Makes a rename survive a power cut.
fn flush_folder(folder: &Path) -> Result<(), Problem> {
    #[cfg(unix)]
    {
        use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
        match fs::File::open(folder).and_then(|folder| folder.sync_all()) {
            // The file is in place. Some filesystems cannot flush a folder, and some folders may be written but not read.
            Err(error) if !matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported) => return Err(Problem::writing(error)),
            _ => {}
        }
    }
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
