//! [`Instance`]: a second start hands its files to the window that is open already, over a socket that only this computer has.
//!
//! What is done with the files is the window's. Systems without such sockets have [`super::inbox`].

use std::{path::PathBuf, time::Duration};

/// A window that is busy answers within this; one that hangs is not waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a start found.
pub enum Instance {
    /// No window is open yet. Starts that come later call on this one.
    First(Listener),
    /// The open window has taken the files over.
    Told,
    /// Nobody can be asked, or nobody answers.
    Alone,
}

#[cfg(not(unix))]
pub use super::inbox::Inbox as Listener;
#[cfg(unix)]
pub use unix::Listener;

/// Hands `files` to the window that is open on this display for the same `data` folder, or becomes that window.
pub fn claim(data: &std::path::Path, files: &[PathBuf]) -> Instance {
    #[cfg(unix)]
    {
        unix::claim(data, files)
    }
    #[cfg(not(unix))]
    {
        let folder = data.join("window");
        match Listener::open(&folder) {
            Ok(Some(listener)) => Instance::First(listener),
            Ok(None) if super::inbox::hand_over(&folder, files, PATIENCE).is_ok() => Instance::Told,
            Ok(None) | Err(_) => Instance::Alone,
        }
    }
}

#[cfg(unix)]
mod unix {
    use std::{
        ffi::OsString,
        fs::{self, File, TryLockError},
        io::{self, Read, Write},
        os::unix::{
            ffi::{OsStrExt as _, OsStringExt as _},
            fs::PermissionsExt as _,
            net::{UnixListener, UnixStream},
        },
        path::{Path, PathBuf},
    };

    use super::{Instance, PATIENCE};

    /// How a message begins, with the version of what follows.
    const GREETING: &[u8] = b"trilemma files 1\n";
    const TAKEN: &[u8] = b"taken";
    /// More files than anybody names at once, and longer names than systems have.
    const MAX_FILES: u32 = 1_000;
    const MAX_NAME: u32 = 8_192;
    /// Between the first start's lock and its socket there is a moment.
    const TRIES: u32 = 40;
    /// The longest path of a socket on the common systems, with its end.
    const MAX_SOCKET_PATH: usize = 100;

    /// The window's ear. The lock says that somebody is there; the system lets go of it when the window ends, however it ends.
    pub struct Listener {
        socket: UnixListener,
        path: PathBuf,
        _lock: File,
    }

    pub fn claim(data: &Path, files: &[PathBuf]) -> Instance {
        let Some(path) = socket_path(data) else { return Instance::Alone };
        let Ok(lock) = locked_file(&path) else { return Instance::Alone };
        match lock.try_lock() {
            Ok(()) => first(path, lock).map_or(Instance::Alone, Instance::First),
            Err(TryLockError::WouldBlock) if hand_over(&path, files).is_ok() => Instance::Told,
            Err(_) => Instance::Alone,
        }
    }

    fn locked_file(socket: &Path) -> io::Result<File> {
        if let Some(folder) = socket.parent() {
            fs::create_dir_all(folder)?;
        }
        File::options().create(true).truncate(false).write(true).open(socket.with_extension("lock"))
    }

    fn first(path: PathBuf, lock: File) -> io::Result<Listener> {
        // Left by a window that was killed: the lock was free, so nobody listens there.
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let socket = UnixListener::bind(&path)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
        Ok(Listener { socket, path, _lock: lock })
    }

    impl Listener {
        /// Calls `opened` on a thread of its own with the files of every later start.
        pub fn listen(self, opened: impl Fn(Vec<PathBuf>) + Send + 'static) {
            // Without a thread nobody is heard, and later starts open windows of their own.
            let _ = std::thread::Builder::new().name("later starts".into()).spawn(move || {
                for stream in self.socket.incoming() {
                    // Whoever says nothing sensible is not answered, and whoever is slow is not waited for.
                    if let Ok(mut stream) = stream
                        && let Ok(files) = received(&mut stream)
                    {
                        opened(files);
                        let _ = stream.write_all(TAKEN);
                    }
                }
            });
        }
    }

    impl Drop for Listener {
        fn drop(&mut self) {
            let _ = fs::remove_file(&self.path);
        }
    }

    fn hand_over(path: &Path, files: &[PathBuf]) -> io::Result<()> {
        let mut tries = 0;
        let mut stream = loop {
            match UnixStream::connect(path) {
                Err(_) if tries < TRIES => {
                    tries += 1;
                    std::thread::sleep(PATIENCE / TRIES);
                }
                result => break result?,
            }
        };
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let mut message = GREETING.to_vec();
        message.extend((files.len() as u32).to_be_bytes());
        for file in files {
            let name = file.as_os_str().as_bytes();
            message.extend((name.len() as u32).to_be_bytes());
            message.extend(name);
        }
        stream.write_all(&message)?;
        let mut answer = [0; TAKEN.len()];
        stream.read_exact(&mut answer)?;
        if answer == *TAKEN { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    fn received(stream: &mut UnixStream) -> io::Result<Vec<PathBuf>> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let mut greeting = [0; GREETING.len()];
        stream.read_exact(&mut greeting)?;
        let too_much = || io::Error::from(io::ErrorKind::InvalidData);
        let n_files = number(stream)?;
        if greeting != *GREETING || n_files > MAX_FILES {
            return Err(too_much());
        }
        let mut files = Vec::new();
        for _ in 0..n_files {
            let length = number(stream)?;
            if length > MAX_NAME {
                return Err(too_much());
            }
            let mut name = vec![0; length as usize];
            stream.read_exact(&mut name)?;
            files.push(OsString::from_vec(name).into());
        }
        Ok(files)
    }

    fn number(stream: &mut impl Read) -> io::Result<u32> {
        let mut bytes = [0; 4];
        stream.read_exact(&mut bytes)?;
        Ok(u32::from_be_bytes(bytes))
    }

    /// Where the socket is: in the folder that the system keeps for such things, or with the data. Each display has its own, so that
    /// nobody's window opens where they do not see it.
    fn socket_path(data: &Path) -> Option<PathBuf> {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let mut key = data.as_os_str().as_bytes().to_vec();
        for name in ["WAYLAND_DISPLAY", "DISPLAY"] {
            key.push(0);
            key.extend(set(name).unwrap_or_default().as_bytes());
        }
        let folder = set("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_dir()).unwrap_or_else(|| data.to_owned());
        let path = folder.join(format!("trilemma-{:016x}.sock", super::super::fingerprint(&key)));
        (path.as_os_str().len() <= MAX_SOCKET_PATH).then_some(path)
    }

    #[cfg(test)]
    mod tests {
        use std::sync::mpsc;

        use super::*;

        fn pair(folder: &Path) -> (mpsc::Receiver<Vec<PathBuf>>, PathBuf) {
            let path = folder.join("s.sock");
            let lock = locked_file(&path).unwrap();
            lock.try_lock().unwrap();
            let (sender, opened) = mpsc::channel();
            first(path.clone(), lock).unwrap().listen(move |files| drop(sender.send(files)));
            (opened, path)
        }

        #[test]
        fn files_are_handed_over_whatever_their_names() {
            let folder = tempfile::tempdir().unwrap();
            let (opened, path) = pair(folder.path());
            let files: Vec<PathBuf> = vec!["/a b/ü.ron".into(), OsString::from_vec(vec![b'/', 0xff, b'\n']).into(), "public-api".into()];
            hand_over(&path, &files).unwrap();
            assert_eq!(opened.recv().unwrap(), files);
            hand_over(&path, &[]).unwrap();
            assert_eq!(opened.recv().unwrap(), Vec::<PathBuf>::new());
            assert!(locked_file(&path).unwrap().try_lock().is_err(), "somebody is there");
        }

        #[test]
        fn nonsense_is_not_answered_and_does_no_harm() {
            let folder = tempfile::tempdir().unwrap();
            let (opened, path) = pair(folder.path());
            let too_long = [GREETING, &1_u32.to_be_bytes(), &u32::MAX.to_be_bytes()].concat();
            let too_many = [GREETING, &u32::MAX.to_be_bytes()].concat();
            for nonsense in [b"GET / HTTP/1.1\r\n\r\n".to_vec(), too_long, too_many, Vec::new()] {
                let mut stream = UnixStream::connect(&path).unwrap();
                let _ = stream.write_all(&nonsense);
                stream.shutdown(std::net::Shutdown::Write).unwrap();
                let mut answer = Vec::new();
                let _ = stream.read_to_end(&mut answer);
                assert!(answer.is_empty());
            }
            hand_over(&path, &["x".into()]).unwrap();
            assert_eq!(opened.recv().unwrap(), [PathBuf::from("x")]);
        }

        #[test]
        fn a_stale_socket_is_replaced() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("s.sock");
            // The socket of a window that was killed: its file is there, and nobody listens.
            drop(UnixListener::bind(&path).unwrap());
            assert!(path.exists() && UnixStream::connect(&path).is_err());
            let (opened, path) = pair(folder.path());
            hand_over(&path, &["y".into()]).unwrap();
            assert_eq!(opened.recv().unwrap(), [PathBuf::from("y")]);
        }

        #[test]
        fn a_path_that_is_too_long_for_a_socket_is_no_failure() {
            assert_eq!(
                socket_path(Path::new(&"x".repeat(300))).is_some(),
                std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|dir| Path::new(&dir).is_dir())
            );
        }
    }
}
