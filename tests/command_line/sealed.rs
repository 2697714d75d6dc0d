//! A sealed profile: its result is told only with `--reveal`.

use std::fs;

use trilemma::{model::Profile, store};

use crate::{folder, keys, run_in};

fn write_sealed(folder: &std::path::Path) {
    let profile = Profile { sealed: true, ..store::example("public-api").expect("it ships").profile.clone() };
    fs::write(folder.join("sealed.ron"), store::write(&profile)).expect("it is written");
}

#[test]
fn nothing_is_told_without_being_asked_to() {
    let folder = folder();
    write_sealed(folder.path());
    for more in [&[][..], &["--explain", "sentence"], &["--explain", "full"]] {
        let page = run_in(folder.path(), &[&["assess", "sealed.ron"], more].concat(), b"").fine();
        assert!(page.text().contains("The result is sealed") && page.text().contains("--reveal"), "{}", page.text());
        for word in ["Go", "Rust", "leads", "Ranking", "7.9"] {
            assert!(!page.text().replace("Public API", "").contains(word), "“{word}” is told:\n{}", page.text());
        }
    }
    let object = run_in(folder.path(), &["assess", "sealed.ron", "--format", "json", "--robustness"], b"").fine().json();
    assert_eq!(keys(&object), ["profile", "name", "catalogue", "sealed"].into());
    assert_eq!(object["sealed"], true);
    let csv = run_in(folder.path(), &["assess", "sealed.ron", "--format", "csv"], b"").fine();
    assert_eq!(csv.text().lines().nth(1), Some("sealed,sealed,,,,"));
    let rows = run_in(folder.path(), &["assess", "sealed.ron", "firmware"], b"").fine();
    let row = rows.text().lines().find(|line| line.trim_start().starts_with("sealed")).expect("a row").split_whitespace();
    assert_eq!(row.collect::<Vec<_>>(), ["sealed", "sealed"]);
    run_in(folder.path(), &["chart", "sealed.ron", "-o", "chart.svg"], b"").failed(1, &["sealed", "--reveal"]);
    assert!(!folder.path().join("chart.svg").exists());
    let explained = run_in(folder.path(), &["assess", "sealed.ron", "--explain", "full"], b"").fine();
    assert!(explained.text().contains("The result is sealed") && !explained.text().contains("Go"), "{}", explained.text());
    run_in(folder.path(), &["record", "sealed.ron", "-o", "record.md"], b"").failed(1, &["sealed", "--reveal"]);
    assert!(!folder.path().join("record.md").exists());
    run_in(folder.path(), &["verify", "sealed.ron"], b"").failed(1, &["sealed", "--reveal"]);
    run_in(folder.path(), &["diff", "firmware", "sealed.ron"], b"").failed(1, &["sealed", "--reveal"]);
}

#[test]
fn it_is_told_when_asked_to() {
    let folder = folder();
    write_sealed(folder.path());
    let page = run_in(folder.path(), &["assess", "sealed.ron", "--reveal"], b"").fine();
    let open = run_in(folder.path(), &["assess", "public-api"], b"").fine();
    assert_eq!(page.text(), open.text());
    run_in(folder.path(), &["chart", "sealed.ron", "-o", "chart.svg", "--reveal"], b"").fine();
    assert!(folder.path().join("chart.svg").exists());
    let diff = run_in(folder.path(), &["diff", "public-api", "sealed.ron", "--reveal"], b"").fine();
    assert!(diff.text().contains("Result sealed"), "{}", diff.text());
    let record = run_in(folder.path(), &["record", "sealed.ron", "-o", "record.md", "--reveal"], b"");
    assert!(record.code == 0 && record.errors.contains("it still needs: What was chosen"), "{}", record.errors);
    run_in(folder.path(), &["verify", "record.md"], b"").fine();
}
