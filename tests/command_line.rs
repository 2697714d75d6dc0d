//! The built binary, as a shell or a build job sees it: standard output, standard error, exit code; without a display.
//!
//! What the numbers should be is tested beside the assessment; here it is how they are told.

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

/// The first bytes of a PNG file.
const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

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
    for command in ["assess", "chart", "check", "examples", "catalogue", "solve", "completions", "man"] {
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

// assess

#[test]
fn the_page_shows_verdict_ranking_weights_and_changes() {
    let page = run(&["assess", "public-api"]).fine();
    for part in ["Public API", "Go, leaning over Rust", "Ranking", "█", "weight × rating", "Development speed", "Weights", "What would change"] {
        assert!(page.text().contains(part), "“{part}” is missing in:\n{}", page.text());
    }
    for id in EXAMPLES {
        let page = run(&["assess", id]).fine();
        let longest = page.text().lines().map(|line| line.chars().count()).max();
        assert!(longest <= Some(80), "{id}:\n{}", page.text());
    }
    assert!(run(&["assess", "firmware"]).fine().text().contains("out  Python"));
}

#[test]
fn the_object_has_the_promised_fields() {
    for id in EXAMPLES {
        let object = run(&["assess", id, "--format", "json"]).fine().json();
        let fields = ["profile", "name", "catalogue", "verdict", "ranking", "weights", "contributions", "flips", "findings"];
        assert_eq!(keys(&object), BTreeSet::from(fields));
        assert_eq!(object["profile"], id);
        assert_eq!(keys(&object["verdict"]), BTreeSet::from(["kind", "leader", "runner_up", "margin", "margin_sd", "sentence"]));
        let kind = object["verdict"]["kind"].as_str().expect("a text");
        assert!(["clear", "leaning", "too_close", "none_qualifies"].contains(&kind), "{kind}");
        assert!(object["verdict"]["sentence"].as_str().is_some_and(|sentence| sentence.ends_with('.')));
        let ranking = object["ranking"].as_array().expect("an array");
        assert_eq!(object["verdict"]["leader"], ranking[0]["alternative"]);
        let criteria = keys(&object["weights"]);
        for place in ranking {
            let fields = ["alternative", "rank", "score", "low", "high", "eligible", "failed_requirements"];
            assert_eq!(keys(place), BTreeSet::from(fields));
            let alternative = place["alternative"].as_str().expect("a text");
            let contributions = &object["contributions"][alternative];
            assert_eq!(keys(contributions), criteria);
            let sum: f64 = contributions.as_object().expect("an object").values().filter_map(Value::as_f64).sum();
            assert!((sum - place["score"].as_f64().expect("a number")).abs() < 1e-9, "{id} {alternative}");
            assert_eq!(place["eligible"].as_bool(), Some(place["failed_requirements"] == Value::Array(Vec::new())));
            assert_eq!(place["rank"].is_null(), place["eligible"] == false);
        }
        let sum: f64 = object["weights"].as_object().expect("an object").values().filter_map(Value::as_f64).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{id}");
        for flip in object["flips"].as_array().expect("an array") {
            assert_eq!(keys(flip), BTreeSet::from(["kind", "group", "challenger", "now", "tie"]));
        }
    }
}

#[test]
fn what_is_undefined_is_null_and_no_zero_is_negative() {
    let ran = run(&["assess", "firmware", "--format", "json"]).fine();
    assert!(!ran.text().contains("-0.0") && !ran.text().contains("NaN"), "{}", ran.text());
    let object = ran.json();
    assert_eq!((&object["verdict"]["margin"], &object["verdict"]["runner_up"]), (&Value::Null, &Value::Null));
    assert_eq!(object["ranking"][1]["failed_requirements"], serde_json::json!(["R01"]));
}

#[test]
fn a_folder_and_several_files_give_one_row_each() {
    let profiles = package("profiles");
    let rows = run(&["assess", &profiles]).fine();
    assert_eq!(rows.text().lines().count(), 1 + EXAMPLES.len(), "{}", rows.text());
    assert!(rows.text().contains("edge-proxy           too close to call"), "{}", rows.text());
    let csv = run(&["assess", &profiles, "--format", "csv"]).fine();
    assert!(csv.text().starts_with("profile,verdict,leader,score,runner_up,margin\r\ndeveloper-cli,clear,go,"), "{}", csv.text());
    assert_eq!(csv.text().lines().count(), 1 + EXAMPLES.len());
    let array = run(&["assess", &profiles, "--format", "json"]).fine().json();
    let mut sorted = EXAMPLES.to_vec();
    sorted.sort_unstable();
    let found: Vec<&str> = array.as_array().expect("an array").iter().filter_map(|object| object["profile"].as_str()).collect();
    assert_eq!(found, sorted);
    let two = run(&["assess", "firmware", "public-api", "--format", "json"]).fine().json();
    assert_eq!(two.as_array().map(Vec::len), Some(2));
}

#[test]
fn one_bad_file_among_good_ones_is_told_and_the_others_are_shown() {
    let folder = folder();
    fs::write(folder.path().join("a.ron"), "(schema: 1, name: \"A\")").expect("a file can be written");
    fs::write(folder.path().join("b.ron"), "(schema: 1, name: ").expect("a file can be written");
    let ran = run_in(folder.path(), &["assess", ".", "--format", "json"], b"");
    assert_eq!(ran.code, 1, "{}", ran.errors);
    assert!(ran.errors.contains("b.ron:1:"), "{}", ran.errors);
    assert_eq!(ran.json().as_array().map(Vec::len), Some(1));
    let missing = run_in(folder.path(), &["assess", "a.ron", "b.ron", "c.ron"], b"");
    assert_eq!((missing.code, missing.text().lines().count()), (3, 2), "{missing:?}");
}

#[test]
fn standard_input_is_read() {
    let profile = fs::read(package("profiles/edge-proxy.ron")).expect("it is shipped");
    let object = run_in(folder().path(), &["assess", "-", "--format", "json"], &profile).fine().json();
    assert_eq!(object, run(&["assess", "edge-proxy", "--format", "json"]).fine().json());
    run_in(folder().path(), &["assess", "-"], b"\xff").failed(1, &["<stdin>:1:1", "UTF-8"]);
}

#[test]
fn another_catalogue_can_be_used() {
    let folder = folder();
    let shipped = fs::read_to_string(package("assets/catalogue.ron")).expect("it is shipped");
    fs::write(folder.path().join("other.ron"), shipped.replacen("version: \"2026.11\"", "version: \"test\"", 1)).expect("a file can be written");
    for arguments in [["--catalogue", "other.ron", "assess"], ["assess", "--catalogue", "other.ron"]] {
        let object = run_in(folder.path(), &[&arguments[..], &["public-api", "--format", "json"]].concat(), b"").fine().json();
        assert_eq!(object["catalogue"], "test");
    }
    run_in(folder.path(), &["assess", "public-api", "--catalogue", "none.ron"], b"").failed(3, &["none.ron"]);
    fs::write(folder.path().join("odd.ron"), "(schema: 1, name: \"x\")").expect("a file can be written");
    run_in(folder.path(), &["examples", "--catalogue", "odd.ron"], b"").failed(1, &["odd.ron", "catalogue"]);
}

#[test]
fn the_same_command_gives_the_same_bytes() {
    for format in ["table", "json", "csv"] {
        let arguments = ["assess", "training-pipeline", "--format", format];
        assert_eq!(run(&arguments).fine().out, run(&arguments).fine().out);
    }
}

// Bad input

#[test]
fn bad_files_are_told_with_their_place() {
    let folder = folder();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("a file can be written");
    let header = "(\n    schema: 1,\n    name: \"P\",\n    ";
    let cases: [(&str, String, &[&str]); 10] = [
        ("not-ron.ron", "hello {".into(), &["not-ron.ron"]),
        ("not-a-profile.ron", "(x: 1)".into(), &["not-a-profile.ron", "schema"]),
        ("newer.ron", "(schema: 99, name: \"P\")".into(), &["newer.ron", "99", "Update"]),
        ("nan.ron", format!("{header}points: {{\"latency\": NaN}},\n)"), &["nan.ron:4:", "finite"]),
        ("infinite.ron", format!("{header}points: {{\"latency\": 1e999}},\n)"), &["infinite.ron:4:", "finite"]),
        ("negative.ron", format!("{header}points: {{\"latency\": -1}},\n)"), &["negative.ron:4:", "negative"]),
        ("unknown.ron", format!("{header}points: {{\"latncy\": 1}},\n)"), &["unknown.ron:4:", "latncy", "latency"]),
        ("twice.ron", format!("{header}points: {{\"latency\": 1, \"latency\": 2}},\n)"), &["twice.ron:4:", "second time"]),
        ("deep.ron", format!("{header}context: {}", "[".repeat(100_000)), &["deep.ron:4:"]),
        ("empty.ron", String::new(), &["empty.ron"]),
    ];
    for (name, content, words) in cases {
        write(name, content.as_bytes());
        for command in ["assess", "check"] {
            run_in(folder.path(), &[command, name], b"").failed(1, words);
        }
        run_in(folder.path(), &["chart", name, "-o", "out.svg"], b"").failed(1, words);
        assert_eq!(fs::read(folder.path().join(name)).ok().as_deref(), Some(content.as_bytes()), "{name} was changed");
    }
    assert!(!folder.path().join("out.svg").exists());
    write("large.ron", &vec![b' '; 9 * 1024 * 1024]);
    run_in(folder.path(), &["check", "large.ron"], b"").failed(1, &["large.ron", "8 MiB"]);
    write("marked.ron", "\u{feff}(schema: 1, name: \"P\")".as_bytes());
    run_in(folder.path(), &["check", "marked.ron"], b"").fine();
}

#[test]
fn what_cannot_be_read_is_code_3() {
    run(&["assess", "missing.ron"]).failed(3, &["missing.ron"]);
    run(&["assess", "no-such-example"]).failed(3, &["no-such-example", "trilemma examples"]);
    run(&["assess", "public-ap"]).failed(3, &["Did you mean “public-api”?"]);
    run(&["chart", ".", "-o", "out.svg"]).failed(3, &["folder"]);
    run(&["assess", "."]).failed(1, &["no profiles"]);
    run(&["solve", "missing.json"]).failed(3, &["missing.json"]);
}

#[test]
fn names_from_a_file_do_not_steer_the_terminal() {
    let profile = b"(schema: 1, name: \"\\u{1b}[31mred\\u{202e}\", facts: {\"lifetime\": \"years\"})";
    let page = run_in(folder().path(), &["assess", "-"], profile).fine();
    assert!(!page.text().contains(['\u{1b}', '\u{202e}']), "{}", page.text());
}

// chart

#[test]
fn every_kind_of_chart_becomes_every_kind_of_file_and_the_same_twice() {
    let folder = folder();
    for kind in ["radar", "contributions"] {
        for (ending, start) in [("svg", &b"<svg "[..]), ("png", PNG_SIGNATURE), ("pdf", b"%PDF-"), ("csv", b"")] {
            let (first, second) = (format!("{kind}-1.{ending}"), format!("{kind}-2.{ending}"));
            for out in [&first, &second] {
                let ran = run_in(folder.path(), &["chart", "public-api", "--kind", kind, "-o", out], b"").fine();
                assert_eq!(ran.text(), "");
            }
            let bytes = fs::read(folder.path().join(first)).expect("it was written");
            assert!(bytes.starts_with(start), "{kind} {ending}");
            assert_eq!(bytes, fs::read(folder.path().join(second)).expect("it was written"), "{kind} {ending}");
        }
    }
    let svg = fs::read_to_string(folder.path().join("radar-1.svg")).expect("it is a text");
    ["Public API", "Python", "Go", "Rust", "Safety"].iter().for_each(|word| assert!(svg.contains(word), "{word}"));
}

#[test]
fn the_picture_is_as_it_was_asked_for() {
    let folder = folder();
    let draw = |out: &str, more: &[&str]| {
        run_in(folder.path(), &[&["chart", "edge-proxy", "-o", out], more].concat(), b"").fine();
        fs::read(folder.path().join(out)).expect("it was written")
    };
    let plain = draw("plain.svg", &[]);
    for (name, more) in [
        ("size.svg", &["--size", "1000x500"][..]),
        ("dark.svg", &["--theme", "dark"]),
        ("print.svg", &["--theme", "print"]),
        ("criteria.svg", &["--axes", "criteria"]),
        ("side.svg", &["--layout", "side-by-side"]),
    ] {
        assert_ne!(draw(name, more), plain, "{name}");
    }
    let png = draw("large.png", &["--size", "400x300", "--scale", "2"]);
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((side(16), side(20)), (800, 600));
}

#[test]
fn charts_that_cannot_be_made_are_told() {
    run(&["chart", "public-api"]).failed(2, &["--output"]);
    run(&["chart", "public-api", "-o", "out.gif"]).failed(2, &[".svg", ".png", ".pdf", ".csv"]);
    run(&["chart", "public-api", "-o", "out.svg", "--kind", "pie"]).failed(2, &["radar", "contributions"]);
    run(&["chart", "public-api", "-o", "out.svg", "--size", "9x9"]).failed(2, &["120"]);
    run(&["chart", "public-api", "-o", "out.png", "--scale", "9"]).failed(2, &["--scale"]);
    run(&["chart", "public-api", "-o", "out.png", "--size", "16000x16000", "--scale", "4"]).failed(2, &["too large"]);
    run(&["chart", "public-api", "-o", "no-folder/out.svg"]).failed(3, &["no-folder"]);
    let folder = folder();
    fs::create_dir(folder.path().join("out.svg")).expect("a folder can be made");
    run_in(folder.path(), &["chart", "public-api", "-o", "out.svg"], b"").failed(3, &["out.svg"]);
}

// check

#[test]
fn check_tells_valid_files_from_others() {
    let folder = folder();
    fs::write(folder.path().join("good.ron"), "(schema: 1, name: \"P\")").expect("a file can be written");
    fs::write(folder.path().join("bad.ron"), "(\n  schema: 1,\n  name: \"P\",\n  points: {\"x\": -1},\n)").expect("a file can be written");
    fs::write(folder.path().join("lossy.ron"), "// mine\n(schema: 1, name: \"P\", colour: 3)").expect("a file can be written");
    let good = run_in(folder.path(), &["check", "good.ron"], b"").fine();
    assert_eq!(good.text(), "good.ron: valid\n");
    let lossy = run_in(folder.path(), &["check", "lossy.ron"], b"").fine();
    assert!(lossy.text().contains("lossy.ron:1:1: ") && lossy.text().contains("colour"), "{}", lossy.text());
    let all = run_in(folder.path(), &["check", "."], b"");
    assert_eq!((all.code, all.text().lines().filter(|line| line.ends_with(": valid")).count()), (1, 2), "{all:?}");
    assert!(all.errors.contains("bad.ron:4:"), "{}", all.errors);

    let json = run_in(folder.path(), &["check", "bad.ron", "--format", "json"], b"");
    assert_eq!((json.code, json.errors.as_str()), (1, ""));
    assert_eq!(keys(&json.json()), BTreeSet::from(["file", "valid", "messages", "losses"]));
    assert_eq!((&json.json()["valid"], &json.json()["messages"][0]["line"]), (&Value::Bool(false), &Value::from(4)));
    let json = run_in(folder.path(), &["check", ".", "--format", "json"], b"").json();
    assert_eq!(json[2]["losses"].as_array().map(Vec::len), Some(2), "{json}");
    let csv = run_in(folder.path(), &["check", ".", "--format", "csv"], b"");
    assert!(csv.text().starts_with("file,valid,line,column,message\r\n"), "{}", csv.text());
    let missing = run_in(folder.path(), &["check", "missing.ron", "--format", "json"], b"");
    assert_eq!((missing.code, missing.errors.lines().count()), (3, 1), "{missing:?}");
}

#[test]
fn every_shipped_profile_is_valid() {
    let ran = run(&["check", &package("profiles")]).fine();
    assert_eq!(ran.text().lines().count(), EXAMPLES.len());
    assert!(ran.text().lines().all(|line| line.ends_with(".ron: valid")), "{}", ran.text());
}

// examples, catalogue

#[test]
fn examples_are_listed_in_their_order() {
    let json = run(&["examples", "--format", "json"]).fine().json();
    let ids: Vec<&str> = json.as_array().expect("an array").iter().filter_map(|example| example["id"].as_str()).collect();
    assert_eq!(ids, EXAMPLES);
    let table = run(&["examples"]).fine();
    EXAMPLES.iter().for_each(|id| assert!(table.text().contains(id), "{id}"));
    assert_eq!(run(&["examples", "--format", "csv"]).fine().text().lines().count(), 1 + EXAMPLES.len());
}

#[test]
fn an_example_is_itself_where_a_file_has_its_name() {
    let folder = folder();
    fs::write(folder.path().join("public-api"), "(schema: 1, name: \"Mine\")").expect("a file can be written");
    let mine = run_in(folder.path(), &["assess", "public-api", "--format", "json"], b"").fine().json();
    assert_eq!(mine["name"], "Mine");
    let listed = run_in(folder.path(), &["examples", "--format", "json"], b"").fine().json();
    assert_eq!(listed[0]["name"], "Public API");
}

#[test]
fn the_catalogue_prints_criteria_ratings_evidence_and_claims() {
    let list = run(&["catalogue"]).fine();
    ["latency", "Predictable latency", "Performance", "varies"].iter().for_each(|word| assert!(list.text().contains(word), "{word}"));
    assert_eq!(run(&["catalogue", "--format", "json"]).fine().json()["criteria"].as_array().map(Vec::len), Some(17));
    let criterion = run(&["catalogue", "latency"]).fine();
    ["Python 4.0", "Go 6.5", "Rust 9.5", "Scale"].iter().for_each(|word| assert!(criterion.text().contains(word), "{word}"));
    let cell = run(&["catalogue", "latency", "go"]).fine();
    ["E31", "https://go.dev/doc/gc-guide", "C13"].iter().for_each(|word| assert!(cell.text().contains(word), "{word}"));
    let json = run(&["catalogue", "latency", "go", "--format", "json"]).fine().json();
    assert_eq!(keys(&json), BTreeSet::from(["catalogue", "criterion", "ratings", "claims", "evidence"]));
    assert_eq!(json["ratings"].as_array().map(Vec::len), Some(1));
    let claims = run(&["catalogue", "claims", "--format", "json"]).fine().json();
    assert!(claims.as_array().is_some_and(|claims| claims.len() > 60 && claims.iter().all(|claim| claim["status"].is_string())));
    assert!(run(&["catalogue", "claims", "go"]).fine().text().contains("Disputed"));
    assert!(run(&["catalogue", "use_case_fit", "--format", "csv"]).fine().text().contains("workload=embedded_rt"));
    run(&["catalogue", "latncy"]).failed(2, &["Did you mean “latency”?"]);
    run(&["catalogue", "latency", "cobol"]).failed(2, &["python, go and rust"]);
    for id in ["continuity", "licensing", "use_case_fit"] {
        run(&["catalogue", id]).fine();
    }
}

// solve, completions, man

#[test]
fn problems_are_solved_from_files_and_from_standard_input() {
    let problem = br#"{"id": "p", "definition": "swing", "inputs": {"points": [100, 60, 40]}}"#;
    let answer = run_in(folder().path(), &["solve", "-"], problem).fine().json();
    assert_eq!(answer[0]["id"], "p");
    assert_eq!(answer[0]["result"]["weights"], serde_json::json!([0.5, 0.3, 0.2]));
    let folder = folder();
    fs::write(folder.path().join("p.json"), br#"[{"id": 1, "definition": "no such"}, 7]"#).expect("a file can be written");
    let ran = run_in(folder.path(), &["solve", "p.json"], b"");
    assert_eq!((ran.code, ran.errors.as_str()), (1, ""));
    assert_eq!(ran.json().as_array().map(Vec::len), Some(2));
    assert_eq!(run_in(folder.path(), &["solve", "-"], b"{").code, 1);
}

#[test]
fn completions_and_manual_pages_are_printed() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&["completions", shell]).fine();
        assert!(script.text().contains("assess") && script.text().contains("contributions"), "{shell}");
    }
    run(&["completions", "cmd"]).failed(2, &["bash"]);
    let page = run(&["man"]).fine();
    assert!(page.text().contains(".TH trilemma 1") && page.text().contains("Exit codes"), "{}", page.text());
    assert!(run(&["man", "chart"]).fine().text().contains(".TH trilemma-chart 1"));
    run(&["man", "nonsense"]).failed(2, &["assess"]);
}

// Standard output

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_trilemma"))
        .args(["catalogue", "claims", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the binary ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_code_3() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let output = Command::new(env!("CARGO_BIN_EXE_trilemma")).args(["examples"]).stdout(full).output().expect("the binary starts");
    assert_eq!(output.status.code(), Some(3));
    assert!(!output.stderr.is_empty());
}
