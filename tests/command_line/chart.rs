//! `chart`: every kind of file, the same bytes twice, and what cannot be drawn.

use std::fs;

use crate::{folder, run, run_in};

/// The first bytes of a PNG file.
const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

#[test]
fn every_kind_of_chart_becomes_every_kind_of_file_and_the_same_twice() {
    let folder = folder();
    for kind in ["radar", "contributions", "waterfall", "tornado", "crossover", "acceptability", "information", "methods"] {
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
        ("why-not.svg", &["--kind", "waterfall", "--against", "python"]),
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
    run(&["chart", "public-api", "-o", "out.svg", "--kind", "crossover", "--about", "luck"]).failed(2, &["luck", "performance", "safety"]);
    run(&["chart", "public-api", "-o", "out.svg", "--kind", "waterfall", "--against", "perl"]).failed(2, &["perl", "python", "rust"]);
    run(&["chart", "public-api", "-o", "out.svg", "--size", "9x9"]).failed(2, &["120"]);
    run(&["chart", "public-api", "-o", "out.png", "--scale", "9"]).failed(2, &["--scale"]);
    run(&["chart", "public-api", "-o", "out.png", "--size", "16000x16000", "--scale", "4"]).failed(2, &["too large"]);
    run(&["chart", "public-api", "-o", "no-folder/out.svg"]).failed(3, &["no-folder"]);
    let folder = folder();
    fs::create_dir(folder.path().join("out.svg")).expect("a folder can be made");
    run_in(folder.path(), &["chart", "public-api", "-o", "out.svg"], b"").failed(3, &["out.svg"]);
}
