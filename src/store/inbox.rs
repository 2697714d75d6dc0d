//! [`Inbox`]: a folder through which a later start hands its files to the window that is open, where there are no sockets for that.
//!
//! What is done with the files is the window's, and whether somebody else is asked is [`super::instance`]'s.
//!
//! A start puts a request there under a name of its own and waits. Whoever holds the folder's lock takes the request by renaming it,
//! and that is the answer. A request that nobody takes is withdrawn.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::mpsc,
    time::{Duration, Instant},
};

use super::{read, watch::Watch};

/// The first line of a request, with the version of what follows: a path a line.
const GREETING: &str = "trilemma files 1";
const LOCK: &str = "lock";
const REQUEST: &str = "request";
const TAKEN: &str = "taken";
/// How often an answer is looked for.
const STEP: Duration = Duration::from_millis(20);

/// The window's ear. The lock says that somebody is there; the system lets go of it when the window ends, however it ends.
pub struct Inbox {
    folder: PathBuf,
    _lock: File,
}

impl Inbox {
    /// Becomes the one that listens at this folder; `None` if somebody does already.
    ///
    /// # Errors
    /// When the folder cannot be made or locked.
    pub fn open(folder: &Path) -> io::Result<Option<Self>> {
        fs::create_dir_all(folder)?;
        let lock = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        // Left by starts that were cut off. One that still waits is not answered and opens a window of its own.
        for path in with_extension(folder, REQUEST).into_iter().chain(with_extension(folder, TAKEN)) {
            let _ = fs::remove_file(path);
        }
        Ok(Some(Self { folder: folder.to_owned(), _lock: lock }))
    }

    /// Calls `opened` on a thread of its own with the files of every later start.
    pub fn listen(self, opened: impl Fn(Vec<PathBuf>) + Send + 'static) {
        let (sender, changed) = mpsc::channel();
        // Without a watch or a thread nobody is heard, and later starts open windows of their own.
        let tell = move || {
            let _ = sender.send(());
        };
        let Some(mut watch) = Watch::start(tell) else { return };
        watch.set([self.folder.clone()].into());
        let listen = move || {
            let _watch = watch;
            // The whole of it, with the lock.
            let inbox = self;
            // What came before the watch is there already.
            loop {
                with_extension(&inbox.folder, REQUEST).iter().filter_map(|request| taken(request)).for_each(&opened);
                if changed.recv().is_err() {
                    return;
                }
            }
        };
        let _ = std::thread::Builder::new().name("later starts".into()).spawn(listen);
    }
}

/// Hands files to whoever listens at the folder, and returns when they are taken.
///
/// # Errors
/// When nobody takes them within `patience`, or a path is no text of one line.
#[expect(clippy::disallowed_methods, reason = "how long another start is waited for can only be told by the clock")]
pub fn hand_over(folder: &Path, files: &[PathBuf], patience: Duration) -> io::Result<()> {
    let mut text = format!("{GREETING}\n");
    for file in files {
        let line = file.to_str().filter(|line| !line.contains('\n')).ok_or(io::ErrorKind::InvalidInput)?;
        text += line;
        text.push('\n');
    }
    let mut unfinished = tempfile::Builder::new().prefix("start-").suffix(".tmp").tempfile_in(folder)?;
    unfinished.write_all(text.as_bytes())?;
    let [request, taken] = [REQUEST, TAKEN].map(|extension| unfinished.path().with_extension(extension));
    drop(unfinished.persist_noclobber(&request)?);
    let end = Instant::now() + patience;
    loop {
        if taken.exists() {
            let _ = fs::remove_file(taken);
            return Ok(());
        }
        // Somebody who begins to listen clears what came before.
        if !request.exists() && !taken.exists() {
            return Err(io::ErrorKind::NotFound.into());
        }
        if Instant::now() >= end {
            match fs::remove_file(&request) {
                Ok(()) => return Err(io::ErrorKind::TimedOut.into()),
                // It was taken in this moment.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            }
        }
        std::thread::sleep(STEP);
    }
}

/// Takes a request and gives its files. `None` if it is withdrawn, or is none; then nobody is answered.
fn taken(request: &Path) -> Option<Vec<PathBuf>> {
    let bytes = read::bytes(request).ok()?;
    let text = std::str::from_utf8(&bytes).ok()?;
    let files = text.strip_prefix(GREETING)?.strip_prefix('\n')?;
    fs::rename(request, request.with_extension(TAKEN)).ok()?;
    Some(files.lines().map(PathBuf::from).collect())
}

fn with_extension(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|found| found == extension)).collect();
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(60);

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn files_are_handed_over_and_nothing_is_left() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("window");
        let inbox = Inbox::open(&folder).unwrap().expect("nobody is there");
        assert!(Inbox::open(&folder).unwrap().is_none(), "somebody is there");
        let (sender, opened) = mpsc::channel();
        inbox.listen(move |files| drop(sender.send(files)));
        assert!(Inbox::open(&folder).unwrap().is_none(), "somebody listens");
        let files: Vec<PathBuf> = vec!["/a b/ü.ron".into(), "public-api".into()];
        hand_over(&folder, &files, LONG).unwrap();
        assert_eq!(opened.recv().unwrap(), files);
        hand_over(&folder, &[], LONG).unwrap();
        assert_eq!(opened.recv().unwrap(), Vec::<PathBuf>::new());
        assert_eq!(names(&folder), [LOCK]);
    }

    #[test]
    fn what_nobody_takes_is_withdrawn() {
        let home = tempfile::tempdir().unwrap();
        let inbox = Inbox::open(home.path()).unwrap().expect("nobody is there");
        let error = hand_over(home.path(), &["x".into()], Duration::ZERO).unwrap_err();
        assert_eq!((error.kind(), names(home.path())), (io::ErrorKind::TimedOut, vec![LOCK.to_owned()]));
        assert!(hand_over(home.path(), &["a\nb".into()], Duration::ZERO).is_err());
        drop(inbox);
        assert!(Inbox::open(home.path()).unwrap().is_some(), "the lock goes with the window");
    }

    #[test]
    fn what_earlier_starts_left_is_not_opened() {
        let home = tempfile::tempdir().unwrap();
        for (name, text) in [("a.request", "trilemma files 1\nold.ron\n"), ("b.taken", ""), ("c.request", "nonsense")] {
            fs::write(home.path().join(name), text).unwrap();
        }
        assert_eq!(taken(&home.path().join("c.request")), None);
        let _inbox = Inbox::open(home.path()).unwrap().expect("nobody is there");
        assert_eq!(names(home.path()), [LOCK]);
    }
}
