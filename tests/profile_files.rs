//! Profiles as files, driven as a user meets them: every kind of bad input with the exact message, round trips byte for byte,
//! what a save would drop, and files that are written whole or not at all.

use std::{
    fs,
    path::{Path, PathBuf},
};

use trilemma::{
    model::{OwnRating, Profile},
    store,
};

#[path = "generated/mod.rs"]
mod generated;

use generated::{Numbers, full, generated};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)
}

/// Opens a fixture that must fail, and gives its message without the folder, and whether the content is to blame.
fn failure(name: &str) -> (String, bool) {
    failure_at(&fixture(name))
}

fn failure_at(path: &Path) -> (String, bool) {
    let before = fs::read(path).ok();
    let error = store::open(path, store::shipped()).expect_err("it is bad input");
    assert_eq!(fs::read(path).ok(), before, "reading changed the file");
    let folder = format!("{}/", path.parent().expect("a file is in a folder").display());
    (error.to_string().replace(&folder, ""), error.is_content())
}

fn check(name: &str, message: &str) {
    assert_eq!(failure(name), (message.to_owned(), true));
}

fn parsed(text: &str) -> Result<store::Opened, String> {
    store::parse(text.as_bytes(), store::shipped()).map_err(|error| error.to_string())
}

const CORRECT_IT: &str = "Correct it in a text editor and open the file again; it was not changed.";

/// What `profiles/README.md` shows is read without a fault and without a loss: a whole profile, or some fields of one.
#[test]
fn what_the_format_s_description_shows_is_read() {
    let description = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles/README.md")).expect("it is there");
    let blocks: Vec<&str> = description.split("```ron\n").skip(1).map(|rest| rest.split("```").next().expect("a block")).collect();
    assert_eq!(blocks.len(), 3);
    for block in blocks {
        let text = if block.starts_with("//") { block.to_owned() } else { format!("(schema: 1, name: \"x\",\n{block})") };
        let opened = parsed(&text).unwrap_or_else(|error| panic!("{error}: {block}"));
        assert!(opened.losses.iter().all(|loss| matches!(loss.kind, store::LossKind::Comment(_))), "{:?}: {block}", opened.losses);
    }
}

#[test]
fn not_ron() {
    check(
        "text.ron",
        "text.ron:1:7: The profile is complete before this; nothing may follow. Correct it in a text editor and open the file again; it was not changed.",
    );
    check("comma.ron", &format!("comma.ron:5:5: A comma is missing before this. {CORRECT_IT}"));
    check("cut.ron", &format!("cut.ron:7:23: The file ends here before it is complete. {CORRECT_IT}"));
    check("word.ron", &format!("word.ron:5:15: “surely” is not one of the words that belong here: sure, roughly, unsure. {CORRECT_IT}"));
    check("number.ron", &format!("number.ron:6:20: A number belongs here. {CORRECT_IT}"));
    check("quote.ron", &format!("quote.ron:4:11: This text has no closing double quote. {CORRECT_IT}"));
    check("field.ron", &format!("field.ron:6:70: The field “high” is missing before this. {CORRECT_IT}"));
    check("date.ron", &format!("date.ron:5:11: A day is written as “2026-11-23”. {CORRECT_IT}"));
}

#[test]
fn not_a_profile() {
    let message = "This is not a Trilemma profile: it has no “schema” and “name”. Choose another file; this one was not changed.";
    for name in ["other.ron", "list.ron"] {
        check(name, &format!("{name}: {message}"));
    }
    assert_eq!(parsed("()").unwrap_err(), message);
    assert_eq!(parsed("(schema: 0, name: \"x\")").unwrap_err(), message);
    assert_eq!(parsed("(schema: 1)").unwrap_err(), message);
    assert_eq!(parsed("(name: \"x\")").unwrap_err(), message);
    assert_eq!(parsed("{\"schema\": 1, \"name\": \"x\"}").unwrap_err(), message);
    assert_eq!(parsed("").unwrap_err(), format!("1:1: The file ends here before it is complete. {CORRECT_IT}"));
}

#[test]
fn from_a_newer_version() {
    check(
        "newer.ron",
        "newer.ron: This file is in schema 2, written by a newer Trilemma; this one reads up to schema 1. \
         Update Trilemma to open it; the file was not changed.",
    );
    assert!(parsed("(schema: 99999999999, name: \"x\")").unwrap_err().contains("schema 99999999999"));
}

#[test]
fn too_large_too_deep_too_many() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.ron");
    // A hole in the file: eight mebibytes and one byte that take no room.
    fs::File::create(&path).unwrap().set_len(store::MAX_BYTES + 1).unwrap();
    let message =
        "large.ron: The file is larger than 8 MiB, far more than a profile needs, so it was not read. Check that it is the right file.";
    let error = store::open(&path, store::shipped()).unwrap_err();
    assert!(error.to_string().ends_with(message), "{error}");
    assert!(error.is_content());

    let too_deep = "Brackets are nested far deeper here than a profile needs. Check that it is the right file; it was not changed.";
    for bracket in ["[", "(", "{", "Some("] {
        let text = format!("(schema: 1, name: \"x\", context: {}", bracket.repeat(100_000));
        let error = parsed(&text).unwrap_err();
        assert!(error.starts_with("1:") && error.ends_with(too_deep), "{error}");
    }
    assert_eq!(parsed(&"[".repeat(100_000)).unwrap_err(), format!("1:33: {too_deep}"));

    let many = format!("(schema: 1, name: \"x\", other: [{}])", "1,".repeat(300_000));
    assert!(parsed(&many).unwrap_err().contains("far more values than a profile needs"));
}

#[test]
fn numbers_that_are_none() {
    check(
        "numbers.ron",
        "numbers.ron:7:20: This is not a finite number.\n\
         numbers.ron:8:27: This is not a finite number.\n\
         numbers.ron:9:19: This is not a finite number.\n\
         numbers.ron:10:20: Points cannot be negative.\n\
         numbers.ron:13:65: This is not a finite number.\n\
         numbers.ron:14:73: This is not a finite number.\n\
         numbers.ron:17:62: This is not a finite number.\n\
         numbers.ron:20:57: Points cannot be negative.\n\
         Correct these places in a text editor and open the file again; it was not changed.",
    );
}

#[test]
fn points_have_a_limit() {
    let error = parsed("(schema: 1, name: \"x\",\npoints: {\"latency\": 1e9, \"memory\": 1.1e9})").unwrap_err();
    assert_eq!(error, format!("2:36: This number has to lie between 0 and 1000000000. {CORRECT_IT}"));
}

#[test]
fn numbers_in_an_elicitation() {
    let error = |field: &str| parsed(&format!("(schema: 1, name: \"x\",\nelicitation: ({field}))")).unwrap_err();
    let between = |place: &str, low: &str, high: &str| format!("{place}: This number has to lie between {low} and {high}. {CORRECT_IT}");
    assert_eq!(error("swing: {\"latency\": 1, \"memory\": inf}"), format!("2:47: This is not a finite number. {CORRECT_IT}"));
    assert_eq!(error("swing: {\"latency\": 1, \"memory\": 101}"), between("2:47", "0", "100"));
    let pair = "(one: \"scale\", other: \"safety\", times: 3)";
    let wrong = format!("group_pairs: [{pair}, {}]", pair.replace('3', "0.5"));
    assert_eq!(error(&wrong), between("2:111", "1", "9"));
    let trade = "trade_offs: [(one: \"latency\", other: \"memory\", other_gains: 0, answer: one)]";
    assert_eq!(error(trade), between("2:75", "0.1", "10"));
}

#[test]
fn ids_in_an_elicitation() {
    let error = |field: &str| parsed(&format!("(schema: 1, name: \"x\",\n{field})")).unwrap_err();
    let unknown =
        |place: &str, what: &str, id: &str, near: &str| format!("{place}: There is no {what} “{id}”. Did you mean “{near}”? {CORRECT_IT}");
    assert_eq!(error("elicitation: (order: [[\"latensy\"]])"), unknown("2:24", "criterion", "latensy", "latency"));
    assert_eq!(error("elicitation: (swing: {\"latensy\": 3})"), unknown("2:23", "criterion", "latensy", "latency"));
    let pair = "elicitation: (group_pairs: [(one: \"scale\", other: \"safty\", times: 3)])";
    assert_eq!(error(pair), unknown("2:51", "group", "safty", "safety"));
    assert_eq!(error("gut_feeling: (expected: \"rost\")"), unknown("2:25", "alternative", "rost", "rust"));
}

#[test]
fn ids_that_stand_twice() {
    check(
        "twice.ron",
        "twice.ron:8:9: “latency” stands here a second time; the first is in line 6.\n\
         twice.ron:12:9: The same alternative is rated here a second time on “memory”.\n\
         twice.ron:16:14: There is already a criterion “vendor”; an own one needs another id.\n\
         twice.ron:17:14: There is already a criterion “latency”; an own one needs another id.\n\
         twice.ron:20:14: There is already an alternative “go”; an own one needs another id.\n\
         twice.ron:24:14: The requirement “budget” stands here a second time.\n\
         Correct these places in a text editor and open the file again; it was not changed.",
    );
    let error = parsed("(schema: 1, name: \"x\",\nname: \"y\")").unwrap_err();
    assert_eq!(error, format!("2:1: “name” stands here a second time; the first is in line 1. {CORRECT_IT}"));
}

#[test]
fn ids_that_nobody_knows() {
    check(
        "unknown.ron",
        "unknown.ron:6:9: There is no question “wrokload”. Did you mean “workload”?\n\
         unknown.ron:7:24: “few0” is not an answer to this question. Did you mean “few”?\n\
         unknown.ron:10:9: There is no interview rule “no_such_rule_at_all”. If it belongs to a catalogue of your own, name that with \
         --catalogue, or choose it in the window.\n\
         unknown.ron:13:9: There is no criterion “latencyy”. Did you mean “latency”?\n\
         unknown.ron:16:21: There is no criterion “latencyy”. Did you mean “latency”?\n\
         unknown.ron:16:46: There is no alternative “goo”. Did you mean “go”?\n\
         unknown.ron:19:41: There is no group “nowhere”.\n\
         unknown.ron:22:14: There is no requirement “no_such_requirement”.\n\
         Correct these places in a text editor and open the file again; it was not changed.",
    );
}

#[test]
fn ids_in_every_corner() {
    let whole = |field: &str| format!("(schema: 1, name: \"x\",\n{field})");
    let cases = [
        ("axis_order: [\"scale\", \"saftey\"]", "2:23: There is neither a group nor a criterion “saftey”. Did you mean “safety”?"),
        ("axis_order: [\"latensy\"]", "2:14: There is neither a group nor a criterion “latensy”. Did you mean “latency”?"),
        ("decision: (status: proposed, chosen: \"gol\")", "2:38: There is no alternative “gol”. Did you mean “go”?"),
        ("decision: (status: proposed, scores: {\"go\": 7, \"rusty\": 6})", "2:48: There is no alternative “rusty”. Did you mean “rust”?"),
        ("gut_feeling: (expected: \"pyton\")", "2:25: There is no alternative “pyton”. Did you mean “python”?"),
        ("voices: [(name: \"Ann\", points: {\"latencyy\": 1})]", "2:33: There is no criterion “latencyy”. Did you mean “latency”?"),
        ("voices: [(name: \"Ann\", points: {}), (name: \"Ann\", points: {})]", "2:44: There is already a voice called “Ann”."),
        ("notes: {\"memoy\": \"?\"}", "2:9: There is no criterion “memoy”. Did you mean “memory”?"),
        (
            "requirements: [(id: \"a\", name: \"A\", at_least: (criterion: \"securty\", rating: 5))]",
            "2:59: There is no criterion “securty”. Did you mean “security”?",
        ),
        (
            "requirements: [(id: \"a\", name: \"A\", at_least: (criterion: \"security\", rating: 11))]",
            "2:79: This number has to lie between 0 and 10.",
        ),
        (
            "requirements: [(id: \"a\", name: \"A\", at_least: (criterion: \"security\", rating: -1))]",
            "2:79: This number has to lie between 0 and 10.",
        ),
        (
            "requirements: [(id: \"a\", name: \"A\", judgements: {\"go\": passes, \"rusd\": fails})]",
            "2:64: There is no alternative “rusd”. Did you mean “rust”?",
        ),
        ("requirements: [(id: \"a\", outside: true, favours: \"goo\")]", "2:50: There is no alternative “goo”. Did you mean “go”?"),
        ("rules: {\"team.none\": (points: {\"toolin\": 1})}", "2:32: There is no criterion “toolin”. Did you mean “tooling”?"),
        (
            "requirements: [(id: \"a\", mandate: (kind: law))]",
            "2:42: “law” is not one of the words that belong here: platform, vendor_sdk, certification, house_standard, other.",
        ),
    ];
    for (field, message) in cases {
        assert_eq!(parsed(&whole(field)).unwrap_err(), format!("{message} {CORRECT_IT}"), "{field}");
    }
    // What belongs to the profile itself is known.
    let own = "alternatives: [(id: \"zig\", name: \"Zig\")], criteria: [(id: \"vendor\", name: \"V\", group: \"adoption\")], \
               axis_order: [\"vendor\"], decision: (status: proposed, chosen: \"zig\", scores: {\"zig\": 1}), \
               requirements: [(id: \"a\", at_least: (criterion: \"vendor\", rating: 10), judgements: {\"zig\": fails}, favours: \"zig\")]";
    parsed(&whole(own)).unwrap();
}

#[test]
fn at_most_twenty_mistakes_are_listed() {
    let entries: String = (0..50).map(|n| format!("\n\"zzz_no_criterion_{n}\": 1,")).collect();
    let error = parsed(&format!("(schema: 1, name: \"x\", points: {{{entries}}})")).unwrap_err();
    let lines: Vec<&str> = error.lines().collect();
    assert_eq!((lines.len(), lines[1], lines[20]), (22, "3:1: There is no criterion “zzz_no_criterion_1”.", "and 30 more."));
    // Where such ids may come from is said once.
    let hint = "2:1: There is no criterion “zzz_no_criterion_0”. If it belongs to a catalogue of your own, name that with --catalogue";
    assert!(lines[0].starts_with(hint), "{}", lines[0]);
}

#[test]
fn a_byte_order_mark_is_no_matter() {
    let plain = store::write(&Profile::new("x"));
    let opened = parsed(&format!("\u{feff}{plain}")).unwrap();
    assert_eq!(opened, store::Opened { profile: Profile::new("x"), losses: Vec::new() });
    // Nor are the line ends of another system.
    assert_eq!(parsed(&plain.replace('\n', "\r\n")).unwrap(), opened);
}

#[test]
fn not_utf8() {
    let bytes = b"(\n    schema: 1,\n    name: \"\xc3\xa9t\xe9\",\n)";
    let error = store::parse(bytes, store::shipped()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "3:14: The text is not UTF-8 from here on. Save it as UTF-8 in a text editor and open it again; it was not changed."
    );
    assert!(error.is_content());
}

#[test]
fn files_that_are_none() {
    let folder = tempfile::tempdir().unwrap();
    let message = |name: &str| {
        let (message, is_content) = failure_at(&folder.path().join(name));
        assert!(!is_content, "{message}");
        message.replace(&format!("({}/", folder.path().display()), "(")
    };
    assert_eq!(message("missing.ron"), "There is no such file. Check its name and folder. (missing.ron)");
    fs::create_dir(folder.path().join("folder.ron")).unwrap();
    assert_eq!(message("folder.ron"), "This is a folder, not a file. Choose a profile inside it. (folder.ron)");
    fs::write(folder.path().join("file"), "").unwrap();
    assert_eq!(message("file/inside.ron").replace("file/", ""), "There is no such file. Check its name and folder. (inside.ron)");
}

#[cfg(unix)]
#[test]
fn pipes_devices_and_private_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.ron");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for path in [pipe.as_path(), Path::new("/dev/zero")] {
        let error = store::open(path, store::shipped()).unwrap_err();
        let what = "This is a pipe or a device, not a file. To read from a pipe, use “-” as the name.";
        assert_eq!(error.to_string(), format!("{what} ({})", path.display()));
        let error = store::save(path, b"x").unwrap_err();
        assert!(error.to_string().starts_with("A pipe or a device stands in the place of the file, so nothing was written."), "{error}");
        assert!(!error.is_content());
    }

    let private = folder.path().join("private.ron");
    fs::write(&private, store::write(&Profile::new("x"))).unwrap();
    fs::set_permissions(&private, fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read everything, and has nothing to test here.
    if fs::read(&private).is_err() {
        let error = store::open(&private, store::shipped()).unwrap_err();
        let what = "This file may not be read by you. Ask for permission to read it, or open a copy.";
        assert_eq!(error.to_string(), format!("{what} ({})", private.display()));
        assert!(!error.is_content());
    }
}

#[test]
fn bare_words_are_examples() {
    let error = store::open(Path::new("no-such-example-at-all"), store::shipped()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "There is neither a file nor a shipped example called “no-such-example-at-all”. To see the shipped ones, use: trilemma examples."
    );
    assert!(!error.is_content());
    for example in store::examples() {
        let (opened, source) = store::open(Path::new(&example.id), store::shipped()).unwrap();
        assert_eq!((&opened.profile, source), (&example.profile, store::Source::Example(example.id.clone())));
    }
}

#[test]
fn names_cannot_steer_the_screen() {
    let error = parsed("(schema: 1, name: \"x\", points: {\"\\u{1b}[2J\\u{202e}evil\": 1})").unwrap_err();
    assert_eq!(
        error,
        format!(
            "1:33: There is no criterion “\\u{{1b}}[2J\\u{{202e}}evil”. If it belongs to a catalogue of your own, name that with \
             --catalogue, or choose it in the window. {CORRECT_IT}"
        )
    );
}

#[test]
fn what_a_save_would_drop() {
    let opened = parsed(&fs::read_to_string(fixture("losses.ron")).unwrap()).unwrap();
    let losses: Vec<String> = opened.losses.iter().map(ToString::to_string).collect();
    assert_eq!(
        losses,
        [
            "2:1: The comment “Agreed in the meeting of May.”.",
            "6:5: The field “colour” is not known to this version.",
            "8:23: The comment “twice as much”.",
            "11:94: The field “ratings[1].source” is not known to this version.",
            "11:109: The comment “nested /* twice */”.",
            "15:9: The field “decision.cost” is not known to this version.",
        ]
    );
    assert_eq!(opened.profile.points["latency"], 4.0);
    // Somebody else's first line is a comment like any other.
    assert_eq!(parsed("// mine\n(schema: 1, name: \"x\")").unwrap().losses.len(), 1);
}

#[test]
fn the_layout_of_a_file() {
    let profile = &generated(&mut Numbers(2))[0];
    let text = store::write(profile);
    assert!(text.starts_with("// Trilemma profile, schema 1\n#![enable(implicit_some)]\n(\n    schema: 1,\n    name: "), "{text}");
    assert!(text.ends_with(")\n") && !text.contains('\r'));
    assert_eq!(
        store::write(&Profile::new("It's “fine”: \"q\" \\ e\u{301} नमस्ते\n\u{202e}")),
        "// Trilemma profile, schema 1\n#![enable(implicit_some)]\n(\n    schema: 1,\n    \
         name: \"It's “fine”: \\\"q\\\" \\\\ e\u{301} नमस्ते\\n\\u{202e}\",\n)\n"
    );
    assert_eq!(store::write(&full()), fs::read_to_string(fixture("full.ron")).unwrap());
    // Any reader of RON can read it.
    assert_eq!(ron::from_str::<Profile>(&store::write(&full())).unwrap(), full());
}

#[test]
fn one_change_is_one_line() {
    let before = full();
    let mut after = before.clone();
    after.points.insert("latency".into(), 9.0);
    after.ratings[0].mode = 9.5;
    let (before, after) = (store::write(&before), store::write(&after));
    assert_eq!(before.lines().count(), after.lines().count());
    assert_eq!(before.lines().zip(after.lines()).filter(|(one, other)| one != other).count(), 2);
}

#[test]
fn saved_opened_and_saved_again_is_the_same() {
    let mut numbers = Numbers(1);
    for profile in generated(&mut numbers) {
        let text = store::write(&profile);
        let opened = parsed(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(opened.losses, []);
        assert_eq!(opened.profile, profile, "{text}");
        assert_eq!(store::write(&opened.profile), text);
    }
}

#[test]
fn numbers_of_every_kind_survive() {
    let mut numbers = Numbers(3);
    let special =
        [0.0, -0.0, 5e-324, f64::MIN_POSITIVE, f64::MAX, f64::EPSILON, 0.1 + 0.2, 1e15, 1e16, 1e17, 9_007_199_254_740_993.0, 1.0 / 3.0];
    let random = (0..2_000).map(|_| f64::from_bits(numbers.next() & !(1 << 63))).filter(|value| value.is_finite());
    for value in special.into_iter().chain(random) {
        let mut profile = Profile::new("x");
        let (criterion, alternative) = ("latency".to_owned(), "go".to_owned());
        profile.ratings =
            vec![OwnRating { criterion, alternative, low: value, mode: 1.0, high: 1.0, reason: String::new(), evidence: None }];
        let text = store::write(&profile);
        let back = parsed(&text).unwrap().profile;
        assert_eq!(back.ratings[0].low.to_bits(), value.to_bits(), "{text}");
        assert_eq!(store::write(&back), text);
    }
}

#[test]
fn damaged_files_never_panic() {
    let mut numbers = Numbers(4);
    let whole = store::write(&full()).into_bytes();
    for _ in 0..3_000 {
        let mut bytes = whole.clone();
        for _ in 0..=numbers.below(3) {
            let at = numbers.below(bytes.len());
            match numbers.below(4) {
                0 => bytes.truncate(at.max(1)),
                1 => bytes[at] = b"()[]{}\",:/\\*'r#b\0\xff\n-"[numbers.below(20)],
                2 => drop(bytes.remove(at)),
                _ => bytes.insert(at, b"()[]{}\",:/\\*'r#b\0\xff\n-"[numbers.below(20)]),
            }
        }
        if let Ok(opened) = store::parse(&bytes, store::shipped()) {
            let text = store::write(&opened.profile);
            assert_eq!(parsed(&text).unwrap().profile, opened.profile);
        }
    }
}

#[test]
fn huge_and_hostile_files_are_refused_quickly() {
    let head = "(schema: 1, name: \"x\", ";
    let size = 1_000_000;
    let texts = [
        format!("{head}context: \"{}\")", "\\u{61}".repeat(size / 6)),
        format!("{head}other: r{}\"{}", "#".repeat(size / 2), "\"".repeat(size / 2)),
        format!("{head}/*{}", "/*".repeat(size / 2)),
        format!("{head}//{}", "\n//".repeat(size / 3)),
        format!("{head}points: {{{}}})", (0..20_000).map(|n| format!("\"p{n}\": -1,")).collect::<String>()),
        format!("{head}points: {{{}}})", "\"latency\": 1,".repeat(20_000)),
        format!("{head}voices: [{}])", "(name: \"\", points: {\"nope\": NaN}),".repeat(10_000)),
        format!("{head}voices: [(name: \"v\", points: {{{}}})])", (0..20_000).map(|n| format!("\"p{n}\": -1,")).collect::<String>()),
        format!("{head}points: {{\"{}\": 1}})", "x".repeat(size)),
        format!("{head}ratings: [{}])", "(criterion: \"latency\", alternative: \"go\", low: 1, mode: 1, high: 1),".repeat(1_000)),
        format!("{head}{}", "a: Some(".repeat(size / 8)),
        "x ".repeat(size / 2),
        "'".repeat(size),
    ];
    for text in texts {
        #[expect(clippy::disallowed_methods, reason = "how long it takes is what is tested")]
        let start = std::time::Instant::now();
        let error = parsed(&text).unwrap_err();
        assert!(error.len() < 10_000, "a message of {} bytes", error.len());
        // Unoptimised on a busy machine; what is quadratic takes minutes.
        assert!(start.elapsed().as_secs() < 10, "{} took {:?}", &text[..60], start.elapsed());
    }
}

// Writing.

#[test]
fn a_save_replaces_the_whole_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("with space, Ünï.ron");
    store::save(&path, b"first, and longer").unwrap();
    store::save(&path, b"second").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"second");
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing else is left");
    let error = store::create(&path, b"third").unwrap_err();
    assert!(error.to_string().starts_with("There is already a file with this name, so nothing was written."), "{error}");
    assert_eq!(fs::read(&path).unwrap(), b"second");
}

#[cfg(unix)]
#[test]
fn links_and_permissions_are_kept() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (folder.path().join("real.ron"), folder.path().join("link.ron"));
    fs::write(&real, "old").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.ron", &link).unwrap();
    store::save(&link, b"new").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&real).unwrap(), b"new");
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);

    // A link to nothing yet makes the file that it points to; one to itself makes nothing.
    let (dangling, circle) = (folder.path().join("dangling.ron"), folder.path().join("circle.ron"));
    symlink("made.ron", &dangling).unwrap();
    store::save(&dangling, b"made").unwrap();
    assert_eq!(fs::read(folder.path().join("made.ron")).unwrap(), b"made");
    symlink("circle.ron", &circle).unwrap();
    assert!(store::save(&circle, b"x").is_err());
}

#[test]
fn a_failed_save_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let start = |path: &Path| store::save(path, b"x").unwrap_err().to_string();
    let in_place = folder.path().join("folder.ron");
    fs::create_dir(&in_place).unwrap();
    assert!(start(&in_place).starts_with("A folder stands in the place of the file, so nothing was written. Choose another name."));
    assert!(
        start(&folder.path().join("gone/x.ron"))
            .starts_with("The folder is not there, so the file was not written. Make it, or choose another place.")
    );
    fs::write(folder.path().join("file"), "kept").unwrap();
    assert!(
        start(&folder.path().join("file/x.ron"))
            .starts_with("The folder is not there, so the file was not written. Make it, or choose another place.")
    );
    assert!(start(&folder.path().join("x".repeat(300))).starts_with("The system does not take this as the name of a file"));
    assert!(start(Path::new("")).starts_with("The system does not take this as the name of a file"));

    let read_only = folder.path().join("read-only.ron");
    fs::write(&read_only, "kept").unwrap();
    let mut permissions = fs::metadata(&read_only).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&read_only, permissions).unwrap();
    assert!(start(&read_only).starts_with("The file is marked as read-only, so it was left as it is. Choose another name or place."));
    assert_eq!(fs::read(&read_only).unwrap(), b"kept");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "nothing half-written is left");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.ron");
    fs::write(&path, "kept").unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // The superuser may write everywhere, and has nothing to test here.
    if fs::write(folder.path().join("probe"), "").is_err() {
        let error = store::save(&path, b"new").unwrap_err().to_string();
        assert!(error.starts_with("You may not write here, so nothing was written. Choose another place for the file."), "{error}");
        assert_eq!(fs::read(&path).unwrap(), b"kept");
    }
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_cannot_be_written() {
    // Nobody may make files here, not even the superuser.
    let error = store::save(Path::new("/proc/trilemma.ron"), b"x").unwrap_err();
    assert!(!error.is_content());
    assert!(error.to_string().ends_with("(/proc/trilemma.ron)"), "{error}");
}
