//! `share` and `merge`: profiles as text, several people's as one, and git's merge driver.

use std::{fs, path::Path, process::Command};

use trilemma::{
    model::{Edit, Profile},
    store,
};

use crate::{folder, run, run_in};

fn opened(path: &Path) -> Profile {
    store::open(path, store::shipped()).unwrap_or_else(|error| panic!("{error}")).0.profile
}

fn write(folder: &Path, name: &str, profile: &Profile) {
    fs::write(folder.join(name), store::write(profile)).expect("a file can be written");
}

#[test]
fn a_shared_code_is_a_profile_again_for_every_command() {
    let code = run(&["share", "public-api"]).fine();
    assert_eq!(code.text().lines().count(), 1);
    assert!(code.text().starts_with("trilemma1.") && code.text().len() < 3_000, "{}", code.text());
    let from_code = run_in(folder().path(), &["assess", "-"], code.text().as_bytes()).fine();
    assert_eq!(from_code.text(), run(&["assess", "public-api"]).fine().text());
    let quoted = format!("Have a look:\n> {}\nThanks.", code.text().trim());
    run_in(folder().path(), &["check", "-"], quoted.as_bytes()).fine();
    let damaged = code.text().replace("trilemma1.e", "trilemma1.f");
    run_in(folder().path(), &["assess", "-"], damaged.as_bytes()).failed(1, &["<stdin>", "not complete or was changed"]);
    run_in(folder().path(), &["assess", "-"], b"trilemma9.abc.00000000").failed(1, &["newer Trilemma"]);
    run(&["share", "no-such-file.ron"]).failed(3, &["no such file"]);
}

#[test]
fn several_peoples_profiles_become_voices() {
    let folder = folder();
    let mut ann = store::example("public-api").unwrap().profile.clone();
    let mut ben = ann.clone();
    ann.points = [("latency".to_owned(), 50.0)].into();
    ben.points = [("memory".to_owned(), 50.0)].into();
    ben.notes.insert("memory".into(), "Only Ben says this.".into());
    ben.context = "Ben sees it differently.".into();
    write(folder.path(), "ann.ron", &ann);
    write(folder.path(), "ben.ron", &ben);
    let merged = run_in(folder.path(), &["merge", "ann.ron", "ben.ron", "-o", "team.ron"], b"");
    assert_eq!(merged.code, 0, "{}", merged.errors);
    assert_eq!(merged.text(), "2 voices (ann and ben) in team.ron\n");
    assert!(
        merged.errors.starts_with("Context: kept “") && merged.errors.contains("not “Ben sees it differently.” (ben)"),
        "{}",
        merged.errors
    );
    let team = opened(&folder.path().join("team.ron"));
    assert_eq!(team.voices.iter().map(|voice| voice.name.as_str()).collect::<Vec<_>>(), ["ann", "ben"]);
    assert_eq!((team.voices[0].points["latency"], team.voices[1].points["memory"]), (50.0, 50.0));
    assert_eq!((team.context.as_str(), team.notes["memory"].as_str()), (ann.context.as_str(), "Only Ben says this."));
    let sum: f64 = team.points.values().sum();
    assert!((sum - 100.0).abs() < 0.5, "{sum}");
    assert!(team.decision.is_none());

    let before = fs::read(folder.path().join("team.ron")).unwrap();
    run_in(folder.path(), &["merge", "ben.ron", "-o", "team.ron"], b"").failed(3, &["already a file with this name"]);
    assert_eq!(fs::read(folder.path().join("team.ron")).unwrap(), before, "nothing is overwritten");
    let more = run_in(folder.path(), &["merge", "team.ron", "ann.ron", "-o", "more.ron"], b"");
    assert_eq!(more.text(), "3 voices (ann, ben and ann 2) in more.ron\n", "{}", more.errors);
    run_in(folder.path(), &["merge", "ann.ron"], b"").failed(2, &["-o OUT"]);
    run_in(folder.path(), &["merge", "--driver", "ann.ron"], b"").failed(2, &["three files"]);
    run_in(folder.path(), &["merge", "ann.ron", "none.ron", "-o", "x.ron"], b"").failed(3, &["no such file"]);
}

/// The base, ours and theirs in a folder; gives the exit code of the driver and what it made of ours.
fn driven(ours: &Edit, theirs: &Edit) -> (i32, String, String) {
    let folder = folder();
    let base = store::example("firmware").unwrap().profile.clone();
    let with = |edit: &Edit| {
        let mut profile = base.clone();
        profile.apply(edit);
        profile
    };
    write(folder.path(), "base", &base);
    write(folder.path(), "ours", &with(ours));
    write(folder.path(), "theirs", &with(theirs));
    let ran = run_in(folder.path(), &["merge", "--driver", "base", "ours", "theirs"], b"");
    (ran.code, ran.errors, fs::read_to_string(folder.path().join("ours")).unwrap())
}

#[test]
fn the_driver_merges_what_fits_and_marks_what_does_not() {
    let name = |name: &str| Edit::Name(name.into());
    let (code, errors, made) = driven(&name("Ours"), &Edit::Context("Theirs".into()));
    assert_eq!((code, errors.as_str()), (0, ""));
    let made = store::parse(made.as_bytes(), store::shipped()).unwrap().profile;
    assert_eq!((made.name.as_str(), made.context.as_str()), ("Ours", "Theirs"));

    let (code, errors, made) = driven(&name("Ours"), &Edit::All(vec![name("Theirs"), Edit::Seed(7)]));
    assert_eq!((code, errors.as_str()), (1, "Both sides changed this: Name. Choose in the file, between the markers.\n"));
    assert!(made.contains("<<<<<<< ours\n    name: \"Ours\",\n=======\n    name: \"Theirs\",\n>>>>>>> theirs\n"), "{made}");
    assert!(made.contains("seed: 7"), "what fits is merged all the same");
    assert!(store::parse(made.as_bytes(), store::shipped()).is_err(), "nobody can take it for a whole profile");
}

#[test]
fn the_driver_drops_nothing_in_silence() {
    let folder = folder();
    let base = store::example("firmware").unwrap().text.clone();
    fs::write(folder.path().join("base"), &base).unwrap();
    fs::write(folder.path().join("ours"), &base).unwrap();
    fs::write(folder.path().join("theirs"), format!("{base}// A remark that matters.\n")).unwrap();
    let ran = run_in(folder.path(), &["merge", "--driver", "base", "ours", "theirs"], b"");
    assert_eq!(ran.code, 1);
    let made = fs::read_to_string(folder.path().join("ours")).unwrap();
    assert!(made.contains("// A remark that matters.") && made.contains(">>>>>>> theirs"), "{made}");
}

#[test]
fn git_merges_profiles_with_it() {
    let folder = folder();
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(folder.path()).args(["-c", "user.name=T", "-c", "user.email=t@example.org"]).args(arguments);
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", folder.path()).output()
    };
    // Without git there is nothing to try.
    if git(&["init", "-q", "-b", "main", "."]).is_err() {
        return;
    }
    let driver = format!("'{}' merge --driver %O %A %B", env!("CARGO_BIN_EXE_trilemma"));
    git(&["config", "merge.trilemma.driver", &driver]).unwrap();
    fs::write(folder.path().join(".gitattributes"), "*.ron merge=trilemma\n").unwrap();
    let mut profile = store::example("firmware").unwrap().profile.clone();
    let commit = |profile: &Profile, message: &str| {
        write(folder.path(), "p.ron", profile);
        git(&["add", "-A"]).unwrap();
        assert!(git(&["commit", "-qm", message]).unwrap().status.success());
    };
    commit(&profile, "base");
    git(&["checkout", "-qb", "theirs"]).unwrap();
    // Both change the same line of text, which git alone cannot merge: two answers in one map on neighbouring lines.
    let before = profile.clone();
    profile.points.insert("latency".into(), 3.0);
    commit(&profile, "theirs");
    git(&["checkout", "-q", "main"]).unwrap();
    profile = before;
    profile.points.insert("memory".into(), 4.0);
    commit(&profile, "ours");
    let merged = git(&["merge", "-q", "--no-edit", "theirs"]).unwrap();
    assert!(merged.status.success(), "{}{}", String::from_utf8_lossy(&merged.stdout), String::from_utf8_lossy(&merged.stderr));
    let points = opened(&folder.path().join("p.ron")).points;
    assert_eq!((points["latency"], points["memory"]), (3.0, 4.0));
}
