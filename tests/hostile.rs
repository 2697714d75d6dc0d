//! A profile from a stranger is data: whatever stands in its texts comes out of every export as text, and whatever its numbers are,
//! what is computed stays in its bounds. Read back with parsers that are not ours.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use trilemma::{
    assessment::{Ground, assess, information},
    chart::{self, ChartKind, ChartOptions, Subject, scene::Cell, style::Theme},
    export::{
        self, Format, Resolution,
        record::{RecordFormat, record},
    },
    model::{Answer, OwnRating, Profile},
    store,
};

#[path = "generated/mod.rs"]
mod generated;
#[path = "sampled/mod.rs"]
mod sampled;

use sampled::sampled;

/// What should not be obeyed: markup, formulas, links, paths, control and direction characters, and our own formats' signs.
const HOSTILE: [&str; 22] = [
    "<script>alert(1)</script>",
    "</text></svg><script>x</script>",
    "\" onload=\"x\" '",
    "]]>&lt;&#60;&bogus;<!--",
    "<!ENTITY x SYSTEM 'file:x'>",
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r\n=1,\"2\"",
    "＝1+1",
    "[x](javascript:alert(1))",
    "![x](http://example.org/x.png)",
    "http://example.org/<a>",
    "../../etc/passwd",
    "${jndi:ldap://x}%s%n{{7*7}}",
    "\u{1b}[2J\u{1b}]0;title\u{7}",
    "\u{202e}drawkcab\u{2066}x",
    "\0\u{1}\u{fffe}\u{ffff}",
    "| a | b |\n|---|---|\n# heading\n---",
    "\\u{41} \\\" \\",
];

/// What a text of the profile stands for when it is one of the catalogue's ids or a word of the format: there nothing else can stand.
const NO_FREE_TEXT: [&str; 29] = [
    "/axis_order/0",
    "/axis_order/1",
    "/criteria/0/group",
    "/date",
    "/decision/date",
    "/decision/leader",
    "/decision/status",
    "/elicitation/adopted",
    "/elicitation/criterion_pairs/0/one",
    "/elicitation/criterion_pairs/0/other",
    "/elicitation/group_pairs/0/one",
    "/elicitation/group_pairs/0/other",
    "/elicitation/order/0/0",
    "/elicitation/order/1/0",
    "/elicitation/order_scheme",
    "/elicitation/trade_offs/0/answer",
    "/elicitation/trade_offs/0/one",
    "/facts/team/go",
    "/facts/team/zig",
    "/facts/workload",
    "/gut_feeling/feeling",
    "/ratings/0/alternative",
    "/ratings/0/criterion",
    "/ratings/0/evidence/date",
    "/requirements/0/at_least/criterion",
    "/requirements/0/judgements/go",
    "/requirements/0/judgements/zig",
    "/requirements/0/mandate/kind",
    "/sureness",
];

/// The profile that has something in every field, with the text wherever a text can stand, and where it could not.
fn profile(text: &str) -> (Profile, BTreeSet<String>) {
    let mut full = generated::full();
    full.sealed = false;
    full.facts.0.insert("team".into(), Answer::Each([("go", "strong"), ("zig", "none")].map(|(of, is)| (of.into(), is.into())).into()));
    // What is said of an alternative is said of the own one.
    let zig = || Some("zig".to_owned());
    full.decision.as_mut().expect("it has one").chosen = zig();
    full.gut_feeling.as_mut().expect("it has one").expected = zig();
    full.requirements[0].favours = zig();
    let mut value = serde_json::to_value(&full).expect("plain data");
    // Own ids are used in several places, and a voice is known by its name.
    rename(&mut value, &BTreeMap::from(["vendor", "zig", "fast", "Ann"].map(|id| (id, format!("{text}{id}")))));
    let mut places = Vec::new();
    find_texts(&value, String::new(), &mut places);
    let mut refused = BTreeSet::new();
    let is_ours = |place: &String| value.pointer(place).and_then(Value::as_str).is_some_and(|id| id.starts_with(text));
    places.retain(|place| !is_ours(place));
    for place in places {
        let mut tried = value.clone();
        *tried.pointer_mut(&place).expect("it was found there") = text.into();
        let is_valid = |profile: Profile| profile.faults(store::shipped()).is_empty();
        if serde_json::from_value(tried.clone()).is_ok_and(is_valid) {
            value = tried;
        } else {
            refused.insert(place.replace(&pointed(text), ""));
        }
    }
    (serde_json::from_value(value).expect("it was tried"), refused)
}

fn rename(value: &mut Value, names: &BTreeMap<&str, String>) {
    match value {
        Value::String(text) => text.clone_from(names.get(text.as_str()).unwrap_or(&text.clone())),
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, names)),
        Value::Object(fields) => {
            let renamed = std::mem::take(fields).into_iter().map(|(name, mut field)| {
                rename(&mut field, names);
                (names.get(name.as_str()).cloned().unwrap_or(name), field)
            });
            *fields = renamed.collect();
        }
        _ => {}
    }
}

/// A name in a JSON pointer (RFC 6901).
fn pointed(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The places of all texts, as JSON pointers.
fn find_texts(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::String(_) => places.push(place),
        Value::Array(items) => items.iter().enumerate().for_each(|(n, item)| find_texts(item, format!("{place}/{n}"), places)),
        Value::Object(fields) => fields.iter().for_each(|(name, field)| find_texts(field, format!("{place}/{}", pointed(name)), places)),
        _ => {}
    }
}

fn steers(text: &str) -> Option<char> {
    text.chars().find(|c| {
        (c.is_control() && !matches!(c, '\n' | '\r'))
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{fffe}' | '\u{ffff}')
    })
}

/// Reads CSV by the letter of RFC 4180, apart from what writes it.
fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut characters = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = characters.next() {
        match c {
            '"' if is_quoted && characters.peek() == Some(&'"') => cell.extend(characters.next()),
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => assert_eq!(characters.peek(), Some(&'\n'), "lines end with CR LF"),
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(!is_quoted && cell.is_empty() && row.is_empty(), "the text ends with a whole line");
    rows
}

/// Where what is exported stays for `tests/faults/exports.py`, which has other people's parsers.
fn exports() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile-exports");
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn every_text_of_a_profile_is_hostile_here() {
    for hostile in HOSTILE {
        let (profile, refused) = profile(hostile);
        assert_eq!(refused.iter().map(String::as_str).collect::<Vec<_>>(), NO_FREE_TEXT, "{hostile:?}");
        // It is a valid profile, and stays the same through its file.
        let opened =
            store::parse(store::write(&profile).as_bytes(), store::shipped()).unwrap_or_else(|error| panic!("{hostile:?}: {error}"));
        assert_eq!(opened.profile, profile);
        assert_eq!(steers(&store::write(&profile)), None, "the file itself is shown by editors");
    }
}

#[test]
fn hostile_texts_come_out_of_every_chart_as_text() {
    let catalogue = store::shipped();
    let exports = exports();
    for (n, hostile) in HOSTILE.into_iter().enumerate() {
        let (profile, _) = profile(hostile);
        let assessment = assess(catalogue, &profile);
        let found_out = information(catalogue, &profile, &assessment);
        let robustness = sampled(&assessment);
        let subject =
            Subject { information: Some(&found_out), robustness: robustness.as_ref(), ..Subject::new(catalogue, &profile, &assessment) };
        for kind in ChartKind::ALL {
            let scene = chart::draw(kind, subject, &ChartOptions::default());
            let written = |format: Format| {
                let bytes = export::render(&scene, format, Theme::Light, Resolution::Scale(1.0)).unwrap();
                fs::write(exports.join(format!("{n}-{}.{}", kind.id(), format.extension())), &bytes).unwrap();
                String::from_utf8(bytes).unwrap()
            };
            check_svg(&written(Format::Svg), hostile);
            check_csv(&written(Format::Csv), hostile, scene.table.columns.len());
            assert!(scene.table.rows.iter().flatten().all(|cell| !matches!(cell, Cell::Number { value, .. } if value.is_nan())));
        }
    }
}

/// What the command line prints of a hostile profile, for a screen and for other programs.
#[test]
fn hostile_texts_come_out_of_every_command_as_text() {
    let exports = exports();
    let folder = tempfile::tempdir().unwrap();
    for (n, hostile) in HOSTILE.into_iter().enumerate() {
        let file = folder.path().join(format!("{n:02}.ron"));
        fs::write(&file, store::write(&profile(hostile).0)).unwrap();
        let code = ran(&["share"], &file);
        assert!(code.starts_with(store::SHARE_PREFIX) && code.trim_end().chars().all(|c| c.is_ascii_graphic()), "{hostile:?}: {code}");
        assert_eq!(steers(&ran(&["assess", "--explain", "full"], &file)), None, "{hostile:?}");
    }
    // All of them at once.
    for command in ["assess", "check", "precedents"] {
        let page = ran(&[command], folder.path());
        assert_eq!(steers(&page), None, "{command}: {page}");
        let csv = ran(&[command, "--format", "csv"], folder.path());
        let n_columns = csv_rows(&csv)[0].len();
        check_csv(&csv, command, n_columns);
        fs::write(exports.join(format!("{command}.csv")), &csv).unwrap();
        let json = ran(&[command, "--format", "json"], folder.path());
        serde_json::from_str::<Value>(&json).unwrap_or_else(|error| panic!("{command}: {error}"));
        assert_eq!(steers(&json), None, "{command}");
    }
}

/// What a command prints, on both ways out: that it finds something odd about such a profile is no failure here.
fn ran(arguments: &[&str], file: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_trilemma")).args(arguments).arg(file).output().unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {errors}");
    assert_eq!(steers(&errors), None, "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn check_svg(svg: &str, hostile: &str) {
    let document = roxmltree::Document::parse(svg).unwrap_or_else(|error| panic!("{hostile:?}: {error}"));
    const DRAWN: [&str; 11] = ["svg", "title", "desc", "rect", "text", "polyline", "polygon", "circle", "path", "line", "g"];
    for node in document.descendants() {
        assert!(!node.is_comment() && !node.is_pi(), "{hostile:?}");
        if node.is_element() {
            assert!(DRAWN.contains(&node.tag_name().name()), "{hostile:?} became <{}>", node.tag_name().name());
            for attribute in node.attributes() {
                assert!(!attribute.name().starts_with("on") && !attribute.name().contains("href"), "{hostile:?}: {}", attribute.name());
            }
        }
        assert_eq!(node.text().and_then(steers), None, "{hostile:?}");
    }
    assert_eq!(steers(svg), None, "{hostile:?}");
    resvg::usvg::Tree::from_str(svg, &resvg::usvg::Options::default()).unwrap_or_else(|error| panic!("{hostile:?}: {error}"));
}

fn check_csv(csv: &str, hostile: &str, n_columns: usize) {
    let rows = csv_rows(csv);
    for cell in rows.iter().flatten() {
        let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) && cell.parse::<f64>().is_err();
        assert!(!is_formula, "{hostile:?} became the formula {cell:?}");
        assert_eq!(steers(cell), None, "{hostile:?}");
    }
    assert!(rows.iter().all(|row| row.len() == n_columns), "{hostile:?} broke a row");
}

#[test]
fn hostile_texts_make_pdf_and_png_all_the_same() {
    let catalogue = store::shipped();
    for hostile in [HOSTILE[1], HOSTILE[3], HOSTILE[17], HOSTILE[18], HOSTILE[19]] {
        let (profile, _) = profile(hostile);
        let assessment = assess(catalogue, &profile);
        let scene = chart::draw(ChartKind::Radar, Subject::new(catalogue, &profile, &assessment), &ChartOptions::default());
        for format in [Format::Png, Format::Pdf] {
            assert!(
                export::render(&scene, format, Theme::Print, Resolution::Scale(1.0)).is_ok_and(|bytes| bytes.len() > 1_000),
                "{hostile:?}"
            );
        }
    }
}

#[test]
fn hostile_texts_come_out_of_every_record_as_text() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile-records");
    fs::create_dir_all(&folder).expect("it can be made");
    let mut kinds: Option<BTreeSet<String>> = None;
    let mut first: Option<Ground> = None;
    for (number, hostile) in ["harmless"].into_iter().chain(HOSTILE).enumerate() {
        let (profile, _) = profile(hostile);
        // Texts change no number, so what takes long is computed once.
        let ground = match first.take() {
            None => Ground::new(store::shipped(), &profile, 2),
            Some(first) => Ground { assessment: assess(&first.catalogue, &profile), profile, ..first },
        };
        let written = record(&ground, store::write(&ground.profile), store::write_catalogue(&ground.catalogue));
        let text = |format| String::from_utf8(written.render(format, "decision").unwrap()).unwrap();
        let (html, markdown) = (text(RecordFormat::Html), text(RecordFormat::Markdown));
        for (ending, text) in [("html", &html), ("md", &markdown)] {
            assert_eq!(steers(text), None, "{hostile:?}");
            // They stay there for tests/records/check.sh, which has parsers of HTML and Markdown.
            let path = folder.join(format!("{number:02}.{ending}"));
            fs::write(&path, text).expect("it can be written");
            // It can be read back, too.
            let Ok(store::Checkable::Record(enclosures, _)) = store::open_checkable(&path, store::shipped()) else { panic!("{hostile:?}") };
            assert_eq!(enclosures.opened.profile, ground.profile, "{hostile:?}");
        }
        // What is made of harmless texts is all that may be made of hostile ones.
        let made = html_kinds(&html, hostile);
        let harmless = kinds.get_or_insert_with(|| made.clone());
        assert_eq!(made.difference(harmless).collect::<Vec<_>>(), [] as [&String; 0], "{hostile:?}");
        assert!(written.render(RecordFormat::Pdf, "decision").is_ok_and(|bytes| bytes.starts_with(b"%PDF")), "{hostile:?}");
        first = Some(ground);
    }
}

/// The elements of a page with their attributes, and where its links lead. The page is well-formed XML, too.
fn html_kinds(html: &str, hostile: &str) -> BTreeSet<String> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let page = roxmltree::Document::parse_with_options(html, options).unwrap_or_else(|error| panic!("{hostile:?}: {error}"));
    let mut kinds = BTreeSet::new();
    for node in page.descendants() {
        assert!(!node.is_comment() && !node.is_pi(), "{hostile:?}");
        let element = node.tag_name().name();
        kinds.insert(element.to_owned());
        for attribute in node.attributes() {
            kinds.insert(format!("{element} {}", attribute.name()));
            if ["href", "src"].contains(&attribute.name()) {
                kinds.insert(attribute.value().to_owned());
            }
        }
    }
    kinds
}

#[test]
fn hostile_texts_survive_a_share_code() {
    for hostile in HOSTILE {
        let (profile, _) = profile(hostile);
        assert_eq!(store::profile_in(&store::share_code(&profile), store::shipped()).unwrap().profile, profile);
    }
}

#[test]
fn hostile_names_stay_in_the_library() {
    let home = tempfile::tempdir().unwrap();
    let mut library = store::Library::open(home.path().join("profiles"));
    for hostile in HOSTILE.into_iter().chain(["/", "..", ".", "CON", &"x".repeat(1_000), "a\0b"]) {
        let path = library.create(&Profile::new(hostile)).unwrap_or_else(|error| panic!("{hostile:?}: {error}"));
        assert_eq!(path.parent(), Some(library.dir()), "{hostile:?}");
    }
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1, "nothing lies outside");
}

#[test]
fn hostile_numbers_give_finite_results() {
    let catalogue = store::shipped();
    let most = trilemma::model::MAX_POINTS;
    let extremes = [most, f64::MIN_POSITIVE, 5e-324, 1e-300, 0.0];
    for (n, value) in extremes.into_iter().enumerate() {
        let mut profile = store::example("public-api").unwrap().profile.clone();
        profile.points = [("latency", value), ("memory", extremes[(n + 1) % extremes.len()]), ("libraries", most)]
            .map(|(id, value)| (id.to_owned(), value))
            .into();
        for (alternative, rating) in [("go", 1e308), ("rust", -1e308), ("python", value)] {
            let (criterion, alternative) = ("latency".to_owned(), alternative.to_owned());
            let (low, mode, high) = (-rating, rating, f64::MAX);
            profile.ratings.push(OwnRating { criterion, alternative, low, mode, high, reason: String::new(), evidence: None });
        }
        assert_eq!(profile.faults(catalogue), [], "what is tested is a profile that can be opened");
        let assessment = assess(catalogue, &profile);
        let sum: f64 = assessment.criteria.iter().map(|criterion| criterion.weight).sum();
        assert!((sum - 1.0).abs() < 1e-6, "{value}: the weights sum to {sum}");
        for alternative in &assessment.alternatives {
            for score in [alternative.score, alternative.low, alternative.high] {
                assert!((0.0..=10.0).contains(&score), "{value}: {score}");
            }
        }
    }
}

#[test]
fn every_text_and_every_list_has_a_limit() {
    let long = "x".repeat(trilemma::model::MAX_TEXT + 1);
    let many: String = (0..=trilemma::model::MAX_ITEMS).map(|n| format!("\"p{n}\", ")).collect();
    let head = "(schema: 1, name: \"x\", ";
    for text in [
        format!("{head}rules: {{\"workload.cli_tool\": (reason: \"{long}\")}})"),
        format!("{head}criteria: [(id: \"own\", name: \"x\", group: \"scale\", worst: \"{long}\")])"),
        format!("{head}alternatives: [(id: \"{long}\", name: \"x\")])"),
        format!("{head}requirements: [(id: \"r\", name: \"{long}\")])"),
        format!("{head}voices: [(name: \"{long}\", points: {{}})])"),
        format!("{head}decision: (status: proposed, decided_by: [\"{long}\"]))"),
        format!("{head}gut_feeling: (expected: \"go\", remark: \"{long}\"))"),
        format!("{head}requirements: [(id: \"r\", name: \"x\", mandate: (kind: other, by: \"{long}\"))])"),
        format!("{head}ratings: [(criterion: \"latency\", alternative: \"go\", low: 1, mode: 2, high: 3, evidence: (link: \"{long}\"))])"),
        format!("{head}decision: (status: proposed, decided_by: [{many}]))"),
        format!("{head}elicitation: (order: [[{many}]]))"),
        format!("{head}elicitation: (order: [{}]))", "[],".repeat(trilemma::model::MAX_ITEMS + 1)),
    ] {
        let error = store::parse(text.as_bytes(), store::shipped()).map(|opened| opened.profile.name).expect_err(&text[..80]).to_string();
        assert!(error.contains("longer than 100000 bytes") || error.contains("more than 1000 items"), "{}: {error}", &text[..80]);
    }
}
