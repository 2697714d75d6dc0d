//! Saving under faults: killed in the middle, two writers at once, and everything that a disk or its owner can put in the way.
//!
//! The other process in these tests is this program again, told by a variable what to do. `TRILEMMA_FAULTS` sets how often the random
//! ones are repeated; `tests/faults/run.sh` runs them in full.
#![cfg(unix)]

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    os::unix::{
        fs::{MetadataExt as _, PermissionsExt as _, symlink},
        process::CommandExt as _,
    },
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use trilemma::{
    model::{Edit, Profile, merge3},
    store::{self, Backups, Left, Origin, Recovery, Replaced},
};

#[path = "generated/mod.rs"]
mod generated;

use generated::Numbers;

const TASK: &str = "TRILEMMA_FAULT_TASK";
const FOLDER: &str = "TRILEMMA_FAULT_FOLDER";
const SEED: &str = "TRILEMMA_FAULT_SEED";

/// An ordinary user who owns nothing.
const NOBODY: u32 = 65_534;

fn times(default: usize) -> usize {
    std::env::var("TRILEMMA_FAULTS").ok().and_then(|times| times.parse().ok()).unwrap_or(default)
}

/// This program again, doing one task in a folder.
fn other_process(task: &str, folder: &Path, seed: u64) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("the tests are a file"));
    command.args(["--exact", "the_other_process", "--nocapture", "--test-threads=1"]);
    command.env(TASK, task).env(FOLDER, folder).env(SEED, seed.to_string());
    command
}

#[test]
fn the_other_process() {
    let Ok(task) = std::env::var(TASK) else { return };
    let folder = PathBuf::from(std::env::var_os(FOLDER).expect("a folder"));
    let seed = std::env::var(SEED).expect("a seed").parse().expect("a number");
    match task.as_str() {
        "save" => save_for_ever(&folder),
        "edit" => edit_together(&folder, seed),
        #[cfg(target_os = "linux")]
        "write" => write_by_renaming(&folder, seed),
        "unprivileged" => unprivileged(&folder),
        "full" => on_a_full_disk(&folder),
        other => panic!("nobody knows the task {other}"),
    }
}

fn profile(n: usize) -> Profile {
    let mut profile = store::example("public-api").expect("a shipped example").profile.clone();
    profile.seed = n as u64;
    // Long enough that a write is more than one block.
    profile.context = format!("Version {n}. ").repeat(2_000);
    profile
}

fn opened(path: &Path) -> Profile {
    store::open(path, store::shipped()).unwrap_or_else(|error| panic!("{error}")).0.profile
}

// Killed.

fn save_for_ever(folder: &Path) {
    let backups = Backups::new(folder.join("backups"));
    let recovery = Recovery::start(&folder.join("recovery")).expect("copies can be kept");
    let path = folder.join("files/p.ron");
    let mut seen = fs::read(&path).ok();
    let first = seen.as_ref().map_or(1, |_| opened(&path).seed as usize + 1);
    for n in first.. {
        let profile = profile(n);
        recovery.keep(1, &Origin::File(path.clone()), seen.as_deref(), &profile).expect("a copy is kept");
        println!("kept {n}");
        let text = store::write(&profile);
        let saved = store::save_profile(&path, &text, seen.as_deref(), &backups).expect("it is saved");
        assert_eq!(saved.replaced, Replaced::Done);
        seen = Some(text.into_bytes());
        println!("saved {n}");
        std::io::stdout().flush().expect("somebody listens");
    }
}

#[test]
fn a_save_that_is_killed_leaves_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("files")).unwrap();
    let path = folder.path().join("files/p.ron");
    let mut numbers = Numbers(21);
    let (mut rounds_in_between, mut unfinished) = (0, 0);
    for _ in 0..times(12) {
        let mut child = other_process("save", folder.path(), 0).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let told = |line: &str, what: &str| line.rsplit_once(what).and_then(|(_, n)| n.parse::<usize>().ok());
        // The first save is waited for, so that the kill falls among saves.
        let (mut kept, mut saved) = (0, 0);
        for line in lines.by_ref() {
            kept = told(&line, "kept ").unwrap_or(kept);
            saved = told(&line, "saved ").unwrap_or(saved);
            if saved > 0 {
                break;
            }
        }
        std::thread::sleep(Duration::from_micros(numbers.below(30_000) as u64));
        child.kill().unwrap();
        child.wait().unwrap();
        for line in lines {
            kept = told(&line, "kept ").unwrap_or(kept);
            saved = told(&line, "saved ").unwrap_or(saved);
        }
        let stands = opened(&path);
        assert_eq!(stands, profile(stands.seed as usize), "the file is whole");
        assert!((saved..=kept + 1).contains(&(stands.seed as usize)), "saved {saved}, kept {kept}, in the file {}", stands.seed);
        let left = Left::find(&folder.path().join("recovery"), store::shipped());
        let copy = &left.last().expect("a copy is left").copies[0];
        assert_eq!(copy.profile, profile(copy.profile.seed as usize), "the copy is whole");
        assert!((kept..=kept + 1).contains(&(copy.profile.seed as usize)), "kept {kept}, in the copy {}", copy.profile.seed);
        rounds_in_between += usize::from(copy.profile.seed != stands.seed);
        unfinished += fs::read_dir(folder.path().join("files")).unwrap().count() - 1;
        left.into_iter().for_each(Left::remove);
    }
    // What a killed writer left beside the file is cleared away by the next one.
    store::save(&path, b"x").unwrap();
    assert_eq!(fs::read_dir(folder.path().join("files")).unwrap().count(), 1);
    println!("{} kills, {rounds_in_between} between copy and save, {unfinished} with a half-written file beside", times(12));
}

// Two at once.

/// Adds notes to one profile, as a window does: what somebody else wrote meanwhile is merged and never overwritten.
fn edit_together(folder: &Path, seed: u64) {
    let (path, backups) = (folder.join("p.ron"), Backups::new(folder.join("backups")));
    let mut numbers = Numbers(seed);
    let (opened, _, mut seen) = store::open_seen(&path, store::shipped()).unwrap();
    let (mut base, mut mine) = (opened.profile.clone(), opened.profile);
    for criterion in store::shipped().criteria.iter().skip(seed as usize % 2).step_by(2).take(5) {
        mine.apply(&Edit::Note { criterion: criterion.id.clone(), note: format!("by {seed}") });
        loop {
            std::thread::sleep(Duration::from_micros(numbers.below(3_000) as u64));
            let text = store::write(&mine);
            match store::save_profile(&path, &text, Some(&seen), &backups).unwrap().replaced {
                Replaced::Done => {
                    (base, seen) = (mine.clone(), text.into_bytes());
                    break;
                }
                Replaced::Changed(theirs) => {
                    let read = store::parse(&theirs, store::shipped()).unwrap().profile;
                    let merged = merge3(&base, &mine, &read);
                    assert!(merged.conflicts.is_empty());
                    (base, mine, seen) = (read, merged.profile, theirs);
                }
                Replaced::Overtook(theirs) => {
                    let read = store::parse(&theirs, store::shipped()).unwrap().profile;
                    let merged = merge3(&base, &mine, &read);
                    (base, mine, seen) = (mine.clone(), merged.profile, text.into_bytes());
                }
            }
        }
    }
}

#[test]
fn two_processes_lose_nothing_of_each_other() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0..times(12) as u64 {
        let path = folder.path().join("p.ron");
        fs::write(&path, store::write(&Profile::new("Together"))).unwrap();
        let children: Vec<_> =
            [2 * round, 2 * round + 1].map(|seed| other_process("edit", folder.path(), seed).stdout(Stdio::null()).spawn().unwrap()).into();
        for mut child in children {
            assert!(child.wait().unwrap().success());
        }
        let notes = opened(&path).notes;
        assert_eq!(notes.len(), 10, "round {round}: {notes:?}");
        assert_eq!(notes.values().filter(|note| **note == format!("by {}", 2 * round)).count(), 5, "round {round}");
    }
}

/// Writes the file as other programs do: beside it, then renamed, without asking anybody. It exchanges the two, to say what it
/// replaced itself.
#[cfg(target_os = "linux")]
fn write_by_renaming(folder: &Path, seed: u64) {
    let mut numbers = Numbers(seed);
    for n in 0..4 {
        std::thread::sleep(Duration::from_micros(numbers.below(4_000) as u64));
        let beside = folder.join("by another program");
        fs::write(&beside, store::write(&Profile::new(format!("Theirs {seed} {n}")))).unwrap();
        let path = folder.join("p.ron");
        rustix::fs::renameat_with(rustix::fs::CWD, &beside, rustix::fs::CWD, &path, rustix::fs::RenameFlags::EXCHANGE).unwrap();
        println!("replaced {}", opened(&beside).name);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_other_programs_wrote_is_in_the_file_or_in_the_backups() {
    let folder = tempfile::tempdir().unwrap();
    let mut numbers = Numbers(23);
    let mut overtaken = 0;
    for round in 0..times(12) as u64 {
        let path = folder.path().join("p.ron");
        fs::write(&path, store::write(&Profile::new("Ours"))).unwrap();
        let backups = Backups::new(folder.path().join(format!("backups-{round}")));
        let mut child = other_process("write", folder.path(), round).stdout(Stdio::piped()).spawn().unwrap();
        let mut n = 0;
        let mut found: Vec<String> = Vec::new();
        // Somebody who always answers “keep mine” may replace the file, and nothing of theirs may be gone then. Only what they
        // themselves replaced is.
        while child.try_wait().unwrap().is_none() && n < 200 {
            n += 1;
            let stands = fs::read(&path).unwrap_or_default();
            std::thread::sleep(Duration::from_micros(numbers.below(500) as u64));
            let saved = store::save_profile(&path, &store::write(&Profile::new(format!("Ours {n}"))), Some(&stands), &backups).unwrap();
            if let Replaced::Overtook(theirs) = &saved.replaced {
                overtaken += 1;
                let kept: Vec<Vec<u8>> = backups.list(&path).iter().map(|backup| backups.read(backup).unwrap()).collect();
                assert!(kept.contains(theirs), "what was overtaken is kept");
            }
            found.extend(backups.list(&path).iter().map(|backup| String::from_utf8(backups.read(backup).unwrap()).unwrap()));
        }
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success());
        let output = String::from_utf8(output.stdout).unwrap();
        found.push(fs::read_to_string(&path).unwrap());
        for n in 0..4 {
            let name = format!("Theirs {round} {n}");
            let is_their_own_doing = output.contains(&format!("replaced {name}\n"));
            assert!(
                is_their_own_doing || found.contains(&store::write(&Profile::new(name))),
                "round {round}: {n} is neither in the file nor in the backups"
            );
        }
    }
    println!("{} rounds, {overtaken} saves that overtook another's", times(12));
}

// In the way.

#[test]
fn what_stands_in_the_way_is_named_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    // What belongs to somebody else is prepared here, while this may still be the superuser.
    let foreign = folder.path().join("foreign.ron");
    fs::write(&foreign, "foreign").unwrap();
    fs::set_permissions(&foreign, fs::Permissions::from_mode(0o644)).unwrap();
    let is_superuser = fs::metadata(folder.path()).unwrap().uid() == 0;
    let mut command = other_process("unprivileged", folder.path(), 0);
    if is_superuser {
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

fn unprivileged(folder: &Path) {
    let backups = Backups::new(folder.join("backups"));
    let text = store::write(&profile(1));
    let try_save =
        |path: &Path| store::save_profile(path, &text, None, &backups).map(|saved| saved.replaced).map_err(|error| error.to_string());
    let refused = |path: &Path, words: &str| {
        let error = try_save(path).expect_err(words);
        assert!(error.starts_with(words), "{}: {error}", path.display());
        assert!(error.to_lowercase().contains("choose"), "it says what to do: {error}");
    };

    let closed = folder.join("closed");
    fs::create_dir(&closed).unwrap();
    let inside = closed.join("p.ron");
    fs::write(&inside, "old").unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    refused(&inside, "You may not write here");
    assert_eq!(fs::read_to_string(&inside).unwrap(), "old");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();

    // Permission was there when it was opened and is gone when it is saved.
    let taken = folder.join("taken.ron");
    assert_eq!(try_save(&taken), Ok(Replaced::Done));
    let (_, _, seen) = store::open_seen(&taken, store::shipped()).unwrap();
    fs::set_permissions(&taken, fs::Permissions::from_mode(0o444)).unwrap();
    refused(&taken, "The file is marked as read-only");
    assert_eq!(fs::read(&taken).unwrap(), seen);
    let foreign = folder.join("foreign.ron");
    if fs::OpenOptions::new().write(true).open(&foreign).is_err() {
        refused(&foreign, "You may not write here");
        assert_eq!(fs::read_to_string(&foreign).unwrap(), "foreign");
    }

    let gone = folder.join("gone");
    fs::create_dir(&gone).unwrap();
    fs::remove_dir(&gone).unwrap();
    refused(&gone.join("p.ron"), "The folder is not there");

    for name in ["with space.ron", "Größe 日本語 नमस्ते 🎉.ron", "-rf", "a\nb\u{202e}.ron", &format!("{}.ron", "x".repeat(251))]
    {
        let path = folder.join(name);
        assert_eq!(try_save(&path), Ok(Replaced::Done), "{name:?}");
        assert_eq!(try_save(&path), Ok(Replaced::Done), "{name:?} a second time");
        assert_eq!(opened(&path), profile(1));
    }
    refused(&folder.join(format!("{}.ron", "x".repeat(252))), "The system does not take this as the name of a file");

    // A file on another filesystem, reached by a link.
    let link = folder.join("link.ron");
    let elsewhere = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
    let real = elsewhere.path().join("real.ron");
    fs::write(&real, "old").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&real, &link).unwrap();
    assert_eq!(try_save(&link), Ok(Replaced::Done));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!((opened(&real), fs::metadata(&real).unwrap().mode() & 0o777), (profile(1), 0o640));

    let pipe = folder.join("pipe.ron");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    refused(&pipe, "A pipe or a device stands in the place of the file");
    let in_place = folder.join("folder.ron");
    fs::create_dir(&in_place).unwrap();
    refused(&in_place, "A folder stands in the place of the file");
    fs::create_dir(folder.join("looked at")).unwrap();
    let stray = fs::read_dir(folder).unwrap().filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().ends_with(".tmp"));
    assert_eq!(stray.count(), 0, "nothing half-written is left");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named_and_the_old_file_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    // A small disk of one's own needs a namespace of one's own; where that is not allowed, there is no small disk to fill.
    let is_allowed = Command::new("unshare").args(["-rm", "true"]).status().is_ok_and(|status| status.success());
    if !is_allowed {
        println!("no small disk was filled: namespaces are not allowed here");
        return;
    }
    let inner = other_process("full", folder.path(), 0);
    let mut command = Command::new("unshare");
    command.args(["-rm", "sh", "-c", "mount -t tmpfs -o size=128k tmpfs \"$0\" && exec \"$@\""]).arg(folder.path());
    command.arg(inner.get_program()).args(inner.get_args());
    command.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only Linux has small disks for everybody"))]
fn on_a_full_disk(folder: &Path) {
    let path = folder.join("p.ron");
    let backups = Backups::new(folder.join("backups"));
    let text = store::write(&profile(1));
    store::save_profile(&path, &text, None, &backups).unwrap();
    fs::write(folder.join("ballast"), vec![0; 128 * 1024]).expect_err("the disk is full now");
    for _ in 0..3 {
        let error = store::save_profile(&path, &store::write(&profile(2)), Some(text.as_bytes()), &backups).unwrap_err().to_string();
        assert!(error.starts_with("The disk is full, so the file was not written."), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
        assert_eq!(fs::read_dir(folder).unwrap().count(), 2, "nothing half-written is left");
    }
    fs::remove_file(folder.join("ballast")).unwrap();
    let saved = store::save_profile(&path, &store::write(&profile(2)), Some(text.as_bytes()), &backups).unwrap();
    assert_eq!((saved.replaced, opened(&path)), (Replaced::Done, profile(2)));
}
