//! The built binary, as a shell or a build job sees it: standard output, standard error, exit code; without a display.
//!
//! What the numbers should be is tested beside the assessment; here it is how they are told.

#[path = "command_line/assess.rs"]
mod assess;
#[path = "command_line/bad_input.rs"]
mod bad_input;
#[path = "command_line/batch.rs"]
mod batch;
#[path = "command_line/catalogues.rs"]
mod catalogues;
#[path = "command_line/chart.rs"]
mod chart;
#[path = "command_line/check.rs"]
mod check;
#[path = "command_line/interview.rs"]
mod interview;
#[path = "command_line/precedents.rs"]
mod precedents;
#[path = "command_line/record.rs"]
mod record;
#[path = "command_line/sealed.rs"]
mod sealed;
#[path = "command_line/shipped.rs"]
mod shipped;
#[path = "command_line/teams.rs"]
mod teams;
#[path = "command_line/validate.rs"]
mod validate;

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

const EXAMPLES: [&str; 9] = [
    "public-api",
    "integration-service",
    "edge-proxy",
    "training-pipeline",
    "developer-cli",
    "storage-engine",
    "firmware",
    "nightly-automation",
    "prototype",
];

#[derive(Debug)]
struct Ran {
    out: Vec<u8>,
    errors: String,
    code: i32,
}

impl Ran {
    fn text(&self) -> &str {
        std::str::from_utf8(&self.out).expect("the output is UTF-8")
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// Done, without a word on standard error.
    #[track_caller]
    fn fine(self) -> Self {
        assert_eq!((self.code, self.errors.as_str()), (0, ""), "{}", String::from_utf8_lossy(&self.out));
        self
    }

    /// Failed with this code and nothing on standard output, with all of these words on standard error.
    #[track_caller]
    fn failed(self, code: i32, words: &[&str]) -> Self {
        assert_eq!((self.code, self.text()), (code, ""), "{}", self.errors);
        words.iter().for_each(|word| assert!(self.errors.contains(word), "“{word}” is missing in: {}", self.errors));
        assert!(!self.errors.contains("panicked"), "{}", self.errors);
        self
    }
}

/// A run in an empty folder, so that no file can be mistaken for an example.
fn run_in(folder: &Path, arguments: &[impl AsRef<OsStr>], input: &[u8]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trilemma"));
    command.args(arguments).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    let mut child = command.spawn().expect("the binary starts");
    // A command that reads no input may end before all of it was written.
    let _ = child.stdin.take().expect("it is piped").write_all(input);
    let output = child.wait_with_output().expect("the binary ends");
    let errors = String::from_utf8(output.stderr).expect("messages are UTF-8");
    Ran { out: output.stdout, errors, code: output.status.code().expect("it was not killed") }
}

fn run(arguments: &[&str]) -> Ran {
    run_in(folder().path(), arguments, b"")
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

/// A path in the package.
fn package(path: &str) -> String {
    format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

// Help

#[test]
fn help_shows_every_command_and_examples() {
    let help = run(&["--help"]).fine();
    let commands = [
        "assess",
        "interview",
        "chart",
        "check",
        "diff",
        "examples",
        "catalogue",
        "precedents",
        "record",
        "validate",
        "verify",
        "solve",
        "share",
        "merge",
        "completions",
        "man",
    ];
    for command in commands {
        assert!(help.text().contains(&format!("\n  {command} ")), "{command}");
        let own = run(&[command, "--help"]).fine();
        assert!(own.text().contains("Examples:\n") && own.text().contains(&format!("trilemma {command}")), "{}", own.text());
        assert!(!own.text().contains("cli-"), "a text without words: {}", own.text());
    }
    assert!(help.text().contains("Examples:\n  trilemma  "), "{}", help.text());
    assert_eq!(run(&["--version"]).fine().text(), concat!("trilemma ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn misuse_is_code_2() {
    run(&["assess"]).failed(2, &["<FILE>"]);
    run(&["assess", "public-api", "--format", "xml"]).failed(2, &["table", "json", "csv"]);
    run(&["--no-such-option"]).failed(2, &["--no-such-option"]);
    run(&["project.ron", "assess"]).failed(2, &["trilemma"]);
    run(&["project.ron", "examples"]).failed(2, &["after the command"]);
    run(&["--catalogue", "other.ron"]).failed(2, &["--catalogue"]);
    run(&["asess", "public-api"]).failed(2, &["Did you mean: trilemma assess?"]);
}

// Without a display

#[test]
fn without_a_display_the_default_example_is_assessed() {
    let ran = run(&[] as &[&str]);
    assert_eq!((ran.code, ran.errors.lines().count()), (0, 1), "{}", ran.errors);
    assert!(ran.errors.contains("no display") && ran.errors.contains("trilemma --help"), "{}", ran.errors);
    assert_eq!(ran.out, run(&["assess", "public-api"]).fine().out);
    let bars = ran.text().lines().filter(|line| line.contains('█')).count();
    assert_eq!(bars, 3, "{}", ran.text());
}

#[test]
fn without_a_display_the_given_files_are_assessed() {
    let ran = run(&["firmware", "prototype"]);
    assert_eq!((ran.code, ran.errors.lines().count()), (0, 1), "{}", ran.errors);
    let pages = ["firmware", "prototype"].map(|id| run(&["assess", id]).fine().text().to_owned());
    assert_eq!(ran.text(), pages.join("\n\n"));
    let missing = run(&["no-such-thing"]);
    assert_eq!((missing.code, missing.text()), (3, ""), "{}", missing.errors);
}

// Standard output

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    for arguments in [&["catalogue", "claims", "--format", "json"][..], &["assess", "public-api", "firmware", "--explain", "full"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_trilemma"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the binary ends");
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_code_3() {
    let folder = folder();
    run_in(folder.path(), &["record", "public-api", "-o", "record.html"], b"");
    for arguments in [
        &["examples"][..],
        &["check", "public-api"],
        &["check", "public-api", "firmware", "--format", "json"],
        &["verify", "record.html", "--format", "json"],
        &["assess", "public-api", "firmware", "--format", "csv"],
        &["assess", "public-api", "firmware", "--explain", "full"],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
        let mut command = Command::new(env!("CARGO_BIN_EXE_trilemma"));
        let output = command.args(arguments).current_dir(folder.path()).stdout(full).output().expect("the binary starts");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(3), "{arguments:?}: {errors}");
        assert_eq!(errors.matches("standard output").count(), 1, "{arguments:?}: {errors}");
    }
}
