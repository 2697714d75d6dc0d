//! What is wrong with a file is told with its place, and nothing is written.

use std::fs;

use crate::{folder, run, run_in};

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
    run(&["chart", ".", "-o", "out.svg"]).failed(1, &["no profiles"]);
    run(&["assess", "."]).failed(1, &["no profiles"]);
    run(&["solve", "missing.json"]).failed(3, &["missing.json"]);
}

#[test]
fn names_from_a_file_do_not_steer_the_terminal() {
    let profile = b"(schema: 1, name: \"\\u{1b}[31mred\\u{202e}\", facts: {\"lifetime\": \"years\"})";
    let page = run_in(folder().path(), &["assess", "-"], profile).fine();
    assert!(!page.text().contains(['\u{1b}', '\u{202e}']), "{}", page.text());
}
