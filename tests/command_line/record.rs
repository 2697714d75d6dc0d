//! `record`, `verify` and `diff`: writing a decision down, checking it again, and what differs between two profiles.

use std::{fs, path::Path};

use crate::{Ran, folder, keys, run, run_in};

const TODAY: &str = "2026-11-23";

/// An accepted decision with its numbers, in a file of its own.
fn decided(folder: &Path) -> String {
    use trilemma::{
        assessment::{assess, with_numbers},
        model::{Decision, DecisionStatus},
        store,
    };
    let mut profile = store::example("public-api").expect("it ships").profile.clone();
    let decision = Decision {
        status: DecisionStatus::Accepted,
        chosen: Some("go".into()),
        decided_by: vec!["Ann".into()],
        date: profile.date,
        ..Decision::default()
    };
    profile.decision = Some(with_numbers(decision, store::shipped(), &assess(store::shipped(), &profile)));
    let path = folder.join("decided.ron");
    fs::write(&path, store::write(&profile)).expect("it can be written");
    path.display().to_string()
}

/// A record of that decision, and its text.
fn recorded(folder: &Path, format: &str) -> (String, String) {
    let profile = decided(folder);
    let name = format!("decision.{format}");
    assert_eq!(run_in(folder, &["record", &profile, "-o", &name], b"").fine().text(), "");
    let text = fs::read_to_string(folder.join(&name)).expect("it was written");
    (name, text)
}

fn verify(folder: &Path, name: &str, as_of: &str) -> Ran {
    run_in(folder, &["verify", name, "--as-of", as_of], b"")
}

/// Verifies a changed text: it fails, and says these words.
#[track_caller]
fn fails_with(folder: &Path, format: &str, text: &str, words: &[&str]) {
    let name = format!("changed.{format}");
    fs::write(folder.join(&name), text).expect("it can be written");
    let ran = verify(folder, &name, TODAY);
    let said = ran.text().replace('\n', " ").replace("    ", " ");
    assert_eq!((ran.code, ran.errors.as_str()), (1, ""), "{said}");
    words.iter().for_each(|word| assert!(said.contains(word), "“{word}” is missing in: {said}"));
}

#[test]
fn a_record_holds_until_something_in_it_is_changed() {
    for format in ["md", "html"] {
        let folder = folder();
        let folder = folder.path();
        let (name, text) = recorded(folder, format);
        let ran = verify(folder, &name, TODAY).fine();
        assert!(ran.text().starts_with(&format!("{name}: holds\n")), "{}", ran.text());
        let quote = if format == "md" { "\"" } else { "&quot;" };
        let cell = |value: &str| if format == "md" { format!("| {value} |") } else { format!(">{value}</td>") };
        // A number in the text.
        let number = text.replacen(&cell("7.9"), &cell("7.8"), 1);
        assert_ne!(number, text);
        fails_with(folder, format, &number, &["Line ", "7.8", "computed again it is"]);
        // A weight: the team's own points.
        let weight =
            text.replacen("    decision: (", &format!("    points: {{\n        {quote}latency{quote}: 30.0,\n    }},\n    decision: ("), 1);
        fails_with(folder, format, &weight, &["The score of Go is recorded as", "Predictable latency"]);
        // A rating of the team's own.
        let own = format!(
            "    ratings: [\n        (criterion: {quote}latency{quote}, alternative: {quote}go{quote}, low: 1.0, mode: 1.0, high: 1.0, reason: {quote}x{quote}),\n    ],\n    decision: ("
        );
        let rating = text.replacen("    decision: (", &own, 1);
        fails_with(folder, format, &rating, &["The score of Go is recorded as ", " and computed as "]);
        // A requirement.
        let must = format!("    requirements: [\n        (id: {quote}R08{quote}),\n    ],\n    decision: (");
        let requirement = text.replacen("    decision: (", &must, 1);
        if text.contains(&format!("id: {quote}R08{quote}")) {
            fails_with(folder, format, &requirement, &["The leader has changed", "Go fails a requirement"]);
        } else {
            // Only what the profile uses is enclosed, so that the requirement is unknown there.
            fails_with(folder, format, &requirement, &["R08"]);
        }
        // The evidence.
        let later = verify(folder, &name, "2031-01-01");
        assert_eq!(later.code, 1);
        assert!(later.text().contains("is out of date: it held to the end of"), "{}", later.text());
    }
}

#[test]
fn a_picture_beside_a_record_is_checked_and_may_be_missing() {
    let folder = folder();
    let (name, _) = recorded(folder.path(), "md");
    let picture = folder.path().join("decision-radar.svg");
    let svg = fs::read_to_string(&picture).expect("it stands beside the record");
    fs::write(&picture, svg.replacen("21 %", "22 %", 1)).expect("it can be written");
    let ran = verify(folder.path(), &name, TODAY);
    assert!(ran.code == 1 && ran.text().contains("The picture decision-radar.svg shows something else"), "{}", ran.text());
    fs::remove_file(picture).expect("it can be removed");
    verify(folder.path(), &name, TODAY).fine();
}

#[test]
fn a_later_catalogue_says_what_changed() {
    let folder = folder();
    let (name, _) = recorded(folder.path(), "md");
    let shipped = fs::read_to_string(crate::package("assets/catalogue.ron")).expect("it ships");
    let later =
        shipped.replacen("version: \"2026.11\"", "version: \"2027.3\"", 1).replacen("shelf_life_years: 8", "shelf_life_years: 9", 1);
    assert_ne!(shipped, later);
    let path = folder.path().join("later.ron");
    fs::write(&path, &later).expect("it can be written");
    let ran = run_in(folder.path(), &["verify", &name, "--as-of", TODAY, "--catalogue", "later.ron"], b"").fine();
    let said = ran.text().replace('\n', " ").replace("    ", "");
    assert!(
        said.contains("The catalogue has changed since, from 2026.11 to 2027.3. No rating and no weight of this profile is another."),
        "{said}"
    );
}

#[test]
fn a_profile_is_verified_by_its_recorded_numbers() {
    let folder = folder();
    let path = decided(folder.path());
    assert!(verify(folder.path(), &path, TODAY).fine().text().contains(": holds\n"));
    let text = fs::read_to_string(&path).expect("it was written");
    fs::write(&path, text.replace("\"interactive_100ms\"", "\"hard_1ms\"")).expect("it can be written");
    let ran = verify(folder.path(), &path, TODAY);
    assert_eq!(ran.code, 1);
    for words in
        ["The leader has changed: Go led when it was decided, now it is Rust.", "Go fails a requirement: Hard deadline under 1 ms."]
    {
        assert!(ran.text().replace('\n', " ").replace("    ", "").contains(words), "{}", ran.text());
    }
    let nothing = run(&["verify", "prototype"]);
    assert!(nothing.code == 1 && nothing.text().contains("It records no decision with numbers"), "{}", nothing.text());
}

#[test]
fn verify_reports_for_programs_and_build_jobs() {
    let folder = folder();
    recorded(folder.path(), "html");
    fs::write(folder.path().join("broken.ron"), "// Trilemma profile, schema 1\n(").expect("it can be written");
    let json = run_in(folder.path(), &["verify", ".", "--as-of", TODAY, "--format", "json"], b"");
    assert_eq!(json.code, 1);
    let values = json.json();
    let values = values.as_array().expect("a folder gives an array");
    assert_eq!(values.len(), 3);
    assert_eq!(keys(&values[0]), ["failures", "file", "holds", "remarks"].into());
    let broken = values.iter().find(|value| value["file"] == "./broken.ron").expect("it is told of");
    assert!(broken["failures"][0]["sentence"].as_str().is_some_and(|sentence| sentence.contains("broken.ron")), "{broken}");
    let junit = run_in(folder.path(), &["verify", ".", "--as-of", TODAY, "--format", "junit"], b"");
    assert!(junit.text().starts_with("<?xml version=\"1.0\"") && junit.text().contains("tests=\"3\" failures=\"1\""), "{}", junit.text());
    assert_eq!(junit.text().matches("<testcase ").count(), 3);
}

#[test]
fn the_same_record_has_the_same_bytes_and_the_format_follows_the_name() {
    let folder = folder();
    for format in ["md", "html", "pdf"] {
        let bytes = || {
            let name = format!("decision.{format}");
            let ran = run_in(folder.path(), &["record", "storage-engine", "-o", &name], b"");
            assert_eq!(ran.code, 0);
            assert!(ran.errors.contains("Who decided"), "{}", ran.errors);
            fs::read(folder.path().join(name)).expect("it was written")
        };
        assert_eq!(bytes(), bytes(), "{format}");
    }
    run_in(folder.path(), &["record", "storage-engine", "-o", "decision.docx"], b"").failed(2, &[".md, .html and .pdf"]);
}

#[test]
fn a_record_escapes_what_its_writers_would_read() {
    let folder = folder();
    let hostile = "<script>alert(1)</script> | *x* [a](javascript:b) `c` &amp;\\n# d";
    let profile = format!("// Trilemma profile, schema 1\n(schema: 1, name: \"{hostile}\", context: \"{hostile}\")\n");
    for format in ["md", "html", "pdf"] {
        let name = format!("hostile.{format}");
        assert_eq!(run_in(folder.path(), &["record", "-", "-o", &name], profile.as_bytes()).code, 0);
        if format == "pdf" {
            continue;
        }
        let text = fs::read_to_string(folder.path().join(&name)).expect("it was written");
        assert!(!text.contains("<script>") || format == "md", "{format}");
        let outside = text.split("```ron").next().expect("a beginning");
        assert!(!outside.contains("<script>") && !outside.contains("\n# d"), "{format}");
        assert_eq!(verify(folder.path(), &name, TODAY).code, 0, "{}", verify(folder.path(), &name, TODAY).text());
    }
}

#[test]
fn a_diff_names_what_differs_and_sums_up() {
    let ran = run(&["diff", "public-api", "edge-proxy"]).fine();
    for words in
        ["Go leads in the first, Rust in the second.", "What differs", "Why Rust changes by +0.7", "from Web API to Network service"]
    {
        assert!(ran.text().contains(words), "{words}: {}", ran.text());
    }
    assert!(ran.text().lines().all(|line| line.chars().count() <= 80), "{}", ran.text());
    let json = run(&["diff", "public-api", "edge-proxy", "--format", "json"]).fine().json();
    assert_eq!(keys(&json), ["a", "b", "differences", "only_a", "only_b", "scores", "weights"].into());
    for score in json["scores"].as_array().expect("an array") {
        let sum = |key: &str, value: &dyn Fn(&serde_json::Value) -> f64| -> f64 {
            score[key].as_array().expect("an array").iter().map(value).sum()
        };
        let change = score["change"].as_f64().expect("a number");
        let causes = sum("causes", &|cause| cause["effect"].as_f64().expect("a number"));
        let parts = sum("criteria", &|part| part["by_weight"].as_f64().expect("a number") + part["by_rating"].as_f64().expect("a number"));
        assert!((causes - change).abs() < 1e-9 && (parts - change).abs() < 1e-9, "{score}");
    }
    assert!(run(&["diff", "public-api", "public-api"]).fine().text().contains("They say the same."));
    run(&["diff", "public-api", "nothing.ron"]).failed(3, &["nothing.ron"]);
}

#[test]
fn a_text_that_only_speaks_of_records_is_passed_over_and_a_record_is_no_profile() {
    let folder = folder();
    let folder = folder.path();
    fs::write(folder.join("kind.md"), "# Kinds\n\nA record carries a block called `trilemma-profile`.\n").expect("it can be written");
    verify(folder, ".", TODAY).failed(1, &["nothing to verify"]);
    let named = verify(folder, "kind.md", TODAY);
    let said = named.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(named.code == 1 && said.contains("neither a decision record nor a profile"), "{named:?}");
    let (name, _) = recorded(folder, "md");
    run_in(folder, &["assess", &name], b"").failed(1, &["This is a decision record", "trilemma verify", &name]);
}

#[test]
fn what_is_read_is_not_written_over_and_what_is_replaced_is_told() {
    let folder = folder();
    let folder = folder.path();
    let profile = fs::read_to_string(crate::package("profiles/firmware.ron")).expect("it ships");
    for (command, name, content) in
        [("record", "in.md", profile.as_str()), ("chart", "in.svg", profile.as_str()), ("interview", "in.json", "{}")]
    {
        let kept = || fs::read_to_string(folder.join(name)).expect("it is there");
        fs::write(folder.join(name), content).expect("it can be written");
        let other = format!("../{}/{name}", folder.file_name().expect("it has a name").to_string_lossy());
        for output in [name, &other] {
            run_in(folder, &[command, name, "-o", output], b"").failed(3, &["made from", name]);
        }
        assert_eq!(kept(), content, "{command}");
        let out = name.replace("in", "out");
        fs::write(folder.join(&out), "of somebody else").expect("it can be written");
        let ran = run_in(folder, &[command, name, "-o", &out], b"");
        assert!(ran.code == 0 && ran.errors.contains(&format!("replaced. ({out})")), "{command}: {}", ran.errors);
        let again = run_in(folder, &[command, name, "-o", &out], b"");
        assert!(again.code == 0 && !again.errors.contains("replaced"), "{command}: {}", again.errors);
    }
    // The pictures of a record, too.
    fs::write(folder.join("x-radar.svg"), &profile).expect("it can be written");
    run_in(folder, &["record", "x-radar.svg", "-o", "x.md"], b"").failed(3, &["made from", "x-radar.svg"]);
    assert!(!folder.join("x.md").exists());
    // In a folder of pictures.
    fs::write(folder.join("b.ron"), &profile).expect("it can be written");
    fs::create_dir(folder.join("pictures")).expect("it can be made");
    fs::write(folder.join("pictures/b.svg"), "of somebody else").expect("it can be written");
    let ran = run_in(folder, &["chart", "in.svg", "b.ron", "-o", "."], b"");
    assert!(ran.code == 3 && ran.errors.contains("made from"), "{ran:?}");
    let ran = run_in(folder, &["chart", "x-radar.svg", "b.ron", "-o", "pictures"], b"");
    assert!(ran.code == 0 && ran.errors.contains("replaced"), "{ran:?}");
}
