//! Charts from a catalogue to a file: what is drawn can be read, is complete, and is the same every time.

use std::collections::BTreeMap;

use resvg::usvg::roxmltree;
use trilemma::{
    assessment::{Assessment, assess},
    chart::{
        Area, Axes, ChartKind, ChartOptions, Layout, Scene, draw,
        scene::{Cell, Shape},
        style::{Role, Theme},
    },
    export::{self, ExportError, Format, Resolution},
    model::{
        Alternative, Basis, CATALOGUE_SCHEMA, Catalogue, CatalogueRating, Criterion, Group, Interview, Judgement, OwnAlternative,
        OwnRating, Profile, Requirement, Support,
    },
};

const CRITERIA: [(&str, &str, &str, f64); 15] = [
    ("raw_performance", "performance", "Raw speed", 2.0),
    ("latency", "performance", "Predictable latency", 1.0),
    ("memory", "performance", "Memory", 3.0),
    ("concurrency", "scale", "Connections", 4.0),
    ("parallelism", "scale", "Parallelism", 1.0),
    ("scalability", "scale", "Scalability", 2.0),
    ("development_speed", "productivity", "Development speed", 5.0),
    ("learning_curve", "productivity", "Ease of learning", 2.0),
    ("libraries", "ecosystem", "Libraries", 3.0),
    ("tooling", "ecosystem", "Tooling", 2.0),
    ("community", "ecosystem", "Community", 1.0),
    ("memory_safety", "safety", "Memory safety", 2.0),
    ("concurrency_safety", "safety", "Thread safety", 1.0),
    ("use_case_fit", "adoption", "Use-case fit", 3.0),
    ("licensing", "adoption", "Licensing", 0.0),
];

const GROUPS: [(&str, &str); 6] = [
    ("performance", "Performance"),
    ("scale", "Scale"),
    ("productivity", "Productivity"),
    ("ecosystem", "Ecosystem"),
    ("safety", "Safety"),
    ("adoption", "Fit"),
];

/// The modes by criterion; licensing is the same for all and has no weight.
const PYTHON: [f64; 15] = [1.5, 4.0, 4.0, 5.0, 3.5, 6.5, 8.5, 9.0, 9.5, 7.0, 10.0, 8.0, 5.0, 9.0, 10.0];
const GO: [f64; 15] = [7.0, 6.5, 6.5, 9.0, 8.5, 9.5, 7.5, 8.0, 7.5, 9.0, 7.0, 8.0, 5.5, 8.0, 10.0];
const RUST: [f64; 15] = [10.0, 9.5, 8.5, 9.0, 9.5, 7.5, 5.0, 3.5, 6.5, 9.0, 7.0, 9.5, 9.5, 6.0, 10.0];

fn criterion(&(id, group, name, points): &(&str, &str, &str, f64)) -> Criterion {
    Criterion {
        id: id.into(),
        group: group.into(),
        name: name.into(),
        about: String::new(),
        worst: String::new(),
        best: String::new(),
        scale: Vec::new(),
        points,
        shelf_life_years: 3,
        note: String::new(),
    }
}

/// A catalogue that stays as it is while the shipped one grows.
fn catalogue() -> Catalogue {
    let shipped =
        [("python", "Python", "Quick to write", PYTHON), ("go", "Go", "Even, no weak side", GO), ("rust", "Rust", "Fast and safe", RUST)];
    let rating = |alternative: &str, j: usize, mode: f64| CatalogueRating {
        criterion: CRITERIA[j].0.into(),
        alternative: alternative.into(),
        when: Vec::new(),
        low: (mode - 1.0).max(0.0),
        mode,
        high: (mode + 0.5).min(10.0),
        basis: Basis::Judged,
        support: Support::Moderate,
        figures: Vec::new(),
        reason: "Because".into(),
        evidence: vec!["s1".into(), "s2".into()],
        claims: Vec::new(),
    };
    let ratings =
        shipped.iter().flat_map(|(id, _, _, modes)| modes.iter().enumerate().map(move |(j, mode)| rating(id, j, *mode))).collect();
    Catalogue {
        schema: CATALOGUE_SCHEMA,
        name: "Test".into(),
        version: "2026.11".into(),
        date: jiff::civil::date(2026, 11, 1),
        alternatives: shipped
            .iter()
            .map(|(id, name, summary, _)| Alternative { id: (*id).into(), name: (*name).into(), summary: (*summary).into() })
            .collect(),
        groups: GROUPS.iter().map(|(id, name)| Group { id: (*id).into(), name: (*name).into() }).collect(),
        criteria: CRITERIA.iter().map(criterion).collect(),
        ratings,
        interview: Interview { sections: Vec::new(), questions: Vec::new(), rules: Vec::new() },
        requirements: Vec::new(),
        claims: Vec::new(),
        evidence: Vec::new(),
    }
}

/// A profile that compares `n` alternatives, three of them the catalogue's.
fn profile(n: usize, long_names: bool) -> Profile {
    let mut profile =
        Profile::new(if long_names { "The integration service of the northern warehouses, second attempt" } else { "Public API" });
    profile.date = Some(jiff::civil::date(2026, 11, 23));
    for k in 3..n {
        let id = format!("own{k}");
        let name = if long_names { format!("Language number {k} on its very own virtual machine") } else { format!("Lang {k}") };
        profile.alternatives.push(OwnAlternative { id: id.clone(), name });
        for (j, (criterion, ..)) in CRITERIA.iter().enumerate() {
            let mode = 2.0 + ((j * 7 + k * 5) % 13) as f64 * 0.6;
            let (low, high) = (mode - 1.0, (mode + 0.8).min(10.0));
            profile.ratings.push(OwnRating {
                criterion: (*criterion).into(),
                alternative: id.clone(),
                low,
                mode,
                high,
                reason: "Tried it".into(),
            });
        }
    }
    profile
}

fn failing(profile: &mut Profile, alternative: &str) {
    profile.requirements.push(Requirement {
        id: "one_file".into(),
        on: true,
        name: "One file to ship".into(),
        at_least: None,
        judgements: BTreeMap::from([(alternative.to_owned(), Judgement::Fails)]),
        outside: false,
        reason: String::new(),
    });
}

fn scene(kind: ChartKind, profile: &Profile, options: &ChartOptions) -> Scene {
    let catalogue = catalogue();
    draw(kind, &catalogue, profile, &assess(&catalogue, profile), options)
}

fn sized(width: f64, height: f64) -> ChartOptions {
    ChartOptions { width, height, ..ChartOptions::default() }
}

/// Every chart there is, with a name for messages.
fn every_chart(options: &ChartOptions) -> Vec<(String, ChartKind, ChartOptions)> {
    let mut all = vec![("contributions".to_owned(), ChartKind::Contributions, options.clone())];
    for axes in [Axes::Groups, Axes::Criteria] {
        for layout in [Layout::Together, Layout::SideBySide] {
            all.push((format!("radar {axes:?} {layout:?}"), ChartKind::Radar, ChartOptions { axes, layout, ..options.clone() }));
        }
    }
    all
}

const SIZES: [(f64, f64); 5] = [(220.0, 200.0), (400.0, 400.0), (800.0, 600.0), (1000.0, 560.0), (1600.0, 1200.0)];

#[test]
fn pictures_look_as_they_did() {
    let plain = profile(3, false);
    let mut out = profile(3, false);
    failing(&mut out, "python");
    let criteria = ChartOptions { axes: Axes::Criteria, ..sized(400.0, 400.0) };
    let tiles = ChartOptions { layout: Layout::SideBySide, ..ChartOptions::default() };
    let pictures = [
        ("radar", scene(ChartKind::Radar, &plain, &ChartOptions::default()), Theme::Light),
        ("radar-window", scene(ChartKind::Radar, &plain, &ChartOptions::for_window(332.0, 300.0)), Theme::Dark),
        ("radar-criteria", scene(ChartKind::Radar, &plain, &criteria), Theme::Dark),
        ("radar-side-by-side", scene(ChartKind::Radar, &profile(5, false), &tiles), Theme::Print),
        ("contributions", scene(ChartKind::Contributions, &out, &ChartOptions::default()), Theme::Light),
    ];
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("charts");
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| {
        for (name, scene, theme) in pictures {
            insta::assert_snapshot!(name, export::svg(&scene, theme));
        }
    });
}

#[test]
fn nothing_is_cut_off_and_everybody_is_there() {
    for (width, height) in SIZES {
        for (n, long_names, heading) in [(3, false, true), (3, false, false), (5, true, true), (8, false, true), (8, true, false)] {
            let profile = profile(n, long_names);
            for (name, kind, options) in every_chart(&ChartOptions { heading, ..sized(width, height) }) {
                // In a tiny picture the lines are thinner than a pixel, and none has its full colour.
                let scale = if width < 300.0 { 3.0 } else { 1.0 };
                let scene = scene(kind, &profile, &options);
                let pixels = export::pixels(&scene, Theme::Light, Resolution::Scale(scale)).expect("it is small enough");
                let what = format!("{name}, {n} alternatives, {width} × {height}, heading {heading}, long names {long_names}");
                frame_is_free(&pixels, &what);
                for slot in 0..n {
                    let color = Theme::Light.color(Role::Slot(slot));
                    let is_there = pixels.rgba.chunks_exact(4).any(|pixel| pixel[..3] == [color.0, color.1, color.2]);
                    assert!(is_there, "slot {slot} is missing: {what}");
                }
            }
        }
    }
}

/// The outermost pixels all show the ground.
fn frame_is_free(pixels: &export::Pixels, what: &str) {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let ground = Theme::Light.color(Role::Ground);
    let across = (0..width).flat_map(|x| [(x, 0), (x, height - 1)]);
    let down = (0..height).flat_map(|y| [(0, y), (width - 1, y)]);
    for (x, y) in across.chain(down) {
        let at = (y * width + x) * 4;
        assert_eq!(pixels.rgba[at..at + 4], [ground.0, ground.1, ground.2, 255], "something touches the edge at {x}, {y}: {what}");
    }
}

fn texts(scene: &Scene) -> Vec<(Area, String)> {
    let texts = scene.marks.iter().filter_map(|mark| if let Shape::Text(text) = &mark.shape { Some(text) } else { None });
    texts.map(|text| (Area::of_text(text), text.text.clone())).collect()
}

#[test]
fn no_text_lies_on_another() {
    for (width, height) in [(400.0, 400.0), (800.0, 600.0), (1000.0, 560.0), (1600.0, 1200.0), (332.0, 300.0)] {
        for (n, long_names) in [(1, false), (2, false), (3, false), (4, true), (5, true), (8, false), (12, false)] {
            let profile = profile(n, long_names);
            for (name, kind, options) in every_chart(&sized(width, height)) {
                for heading in [true, false] {
                    let texts = texts(&scene(kind, &profile, &ChartOptions { heading, ..options.clone() }));
                    for (at, (area, text)) in texts.iter().enumerate() {
                        let met = texts[..at].iter().find(|(other, _)| other.overlaps(area));
                        assert!(
                            met.is_none(),
                            "“{text}” lies on “{}”: {name}, {n} alternatives, {width} × {height}",
                            met.map_or("", |(_, other)| other)
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn all_that_matters_can_be_read_at_800() {
    let scene = scene(ChartKind::Radar, &profile(3, false), &ChartOptions::default());
    let texts: Vec<String> = texts(&scene).into_iter().map(|(_, text)| text).collect();
    for (_, group) in GROUPS {
        assert!(texts.iter().any(|text| text == group), "{group}");
    }
    for name in ["Python", "Go", "Rust"] {
        // Beside its outline and beside its small radar.
        assert_eq!(texts.iter().filter(|text| *text == name).count(), 2, "{name}");
    }
    assert!(texts[0].starts_with("Public API: "));
    let small_print = texts.join("\n");
    for needed in ["23 November 2026", "Catalogue 2026.11", "weights", "Compare", "5", "10"] {
        assert!(small_print.to_lowercase().contains(&needed.to_lowercase()), "{needed}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for (name, kind, options) in every_chart(&ChartOptions::default()) {
        for theme in Theme::ALL {
            let make = |format| {
                export::render(&scene(kind, &profile(4, false), &options), format, theme, Resolution::Scale(1.5)).expect("it renders")
            };
            for format in Format::ALL {
                assert!(make(format) == make(format), "{name} as {format:?} differs");
            }
        }
    }
}

#[test]
fn hostile_names_stay_text() {
    let mut profile = profile(4, false);
    profile.name = "</title><script>alert(1)</script>\u{0}\u{1b}[31m\u{202e}evil\u{feff}\u{ffff}".into();
    profile.alternatives[0].name = "\"'<&>]]>\u{2066}\r\n\t=1+1".into();
    profile.ratings[0].reason = "&#0;<!--".into();
    for (_, kind, options) in every_chart(&ChartOptions::default()) {
        let scene = scene(kind, &profile, &options);
        let svg = export::svg(&scene, Theme::Light);
        assert!(svg.chars().all(|c| c == '\n' || !c.is_control()) && !svg.contains(['\u{202e}', '\u{2066}', '\u{feff}', '\u{ffff}']));
        let document = roxmltree::Document::parse(&svg).expect("it is XML");
        assert!(document.descendants().all(|node| !node.has_tag_name("script")));
        let root = document.root_element();
        let ids: Vec<&str> = root.attribute("aria-labelledby").expect("it is named").split(' ').collect();
        for (id, tag) in ids.iter().zip(["title", "desc"]) {
            let named = document.descendants().find(|node| node.attribute("id") == Some(id)).expect("the id is there");
            assert!(named.tag_name().name() == tag && named.text().is_some_and(|text| !text.is_empty()));
        }
        export::pdf(&scene, Theme::Light).expect("it becomes a PDF");
        export::png(&scene, Theme::Light, Resolution::default()).expect("it becomes a PNG");
        assert!(!export::csv(&scene.table).lines().any(|line| line.starts_with('=') || line.contains(",=")));
    }
}

#[test]
fn tables_hold_the_numbers_of_the_assessment() {
    let (catalogue, mut profile) = (catalogue(), profile(5, false));
    failing(&mut profile, "rust");
    let assessment = assess(&catalogue, &profile);
    let table = |kind, axes| draw(kind, &catalogue, &profile, &assessment, &ChartOptions { axes, ..ChartOptions::default() }).table;

    let groups = table(ChartKind::Radar, Axes::Groups);
    assert_eq!(groups.rows.len(), assessment.groups.len());
    for (row, (g, group)) in groups.rows.iter().zip(assessment.groups.iter().enumerate()) {
        assert_eq!(row[..2], [Cell::Text(group.name.clone()), Cell::Share(group.weight)]);
        let ratings = assessment.alternatives.iter().map(|alternative| alternative.group_ratings[g]);
        assert_eq!(numbers(&row[2..]), ratings.collect::<Vec<_>>());
    }

    let criteria = table(ChartKind::Radar, Axes::Criteria);
    for row in &criteria.rows {
        let j = assessment.criteria.iter().position(|criterion| row[0] == Cell::Text(criterion.name.clone())).expect("it is a criterion");
        assert_eq!(row[1], Cell::Share(assessment.criteria[j].weight));
        assert_eq!(numbers(&row[2..]), assessment.ratings.iter().map(|row| row[j].rating.mode).collect::<Vec<_>>());
    }

    let parts = table(ChartKind::Contributions, Axes::Groups);
    let ranked = || assessment.ranking.iter().map(|&i| &assessment.alternatives[i]);
    assert_eq!(parts.columns[2..], ranked().map(|alternative| alternative.name.clone()).collect::<Vec<_>>());
    let n = assessment.groups.len();
    for (column, alternative) in ranked().enumerate() {
        let sum: f64 = parts.rows[..n].iter().map(|row| numbers(&row[column + 2..=column + 2])[0]).sum();
        assert!((sum - alternative.score).abs() < 1e-9);
        let of = |row: usize| numbers(&parts.rows[row][column + 2..=column + 2])[0];
        assert_eq!([of(n), of(n + 1), of(n + 2)], [alternative.score, alternative.low, alternative.high]);
    }
}

fn numbers(cells: &[Cell]) -> Vec<f64> {
    cells.iter().map(|cell| if let Cell::Number { value, .. } = cell { *value } else { f64::NAN }).collect()
}

#[test]
fn axes_follow_the_profile_and_spots_lie_on_them() {
    let mut profile = profile(3, false);
    let order = ["safety", "scale", "unknown"];
    profile.axis_order = order.map(str::to_owned).to_vec();
    let groups = scene(ChartKind::Radar, &profile, &ChartOptions::default());
    let names: Vec<String> = groups.table.rows.iter().map(|row| row[0].to_string()).collect();
    assert_eq!(names, ["Safety", "Scale", "Performance", "Productivity", "Ecosystem", "Fit"]);
    assert_eq!(groups.spots.len(), 3 * 6);
    assert!(groups.spots[0].label.starts_with("Python · Safety\n"), "{}", groups.spots[0].label);
    let criteria = scene(ChartKind::Radar, &profile, &ChartOptions { axes: Axes::Criteria, ..ChartOptions::default() });
    assert_eq!(criteria.table.rows[0][0].to_string(), "Memory safety");
    // The same for all and without weight: nothing to show.
    assert!(criteria.table.rows.iter().all(|row| row[0].to_string() != "Licensing"));
    let spot = &criteria.spots[15];
    assert_eq!(spot.label, "Go · Thread safety\n5.5 (4.5 to 6.0)\nCatalogue, judged from 2 sources");
}

/// A catalogue with only so many criteria, each in a group of its own.
fn few_criteria(n: usize) -> Catalogue {
    let mut catalogue = catalogue();
    let kept = ["memory", "concurrency", "libraries", "use_case_fit"];
    catalogue.criteria.retain(|criterion| kept[..n].contains(&criterion.id.as_str()));
    catalogue
}

#[test]
fn few_and_many_are_drawn_too() {
    for n in 0..=4 {
        let catalogue = few_criteria(n);
        let profile = profile(3, false);
        let assessment = assess(&catalogue, &profile);
        for (name, kind, options) in every_chart(&ChartOptions::default()) {
            let scene = draw(kind, &catalogue, &profile, &assessment, &options);
            is_sound(&scene, &format!("{name} of {n} criteria"));
            assert_eq!(scene.spots.is_empty(), n == 0);
        }
    }
    for n in [9, 20] {
        for (width, height) in SIZES {
            for (name, kind, options) in every_chart(&sized(width, height)) {
                is_sound(&scene(kind, &profile(n, true), &options), &format!("{name} of {n} alternatives, {width} × {height}"));
            }
        }
    }
    let mut nobody = catalogue();
    nobody.alternatives.clear();
    let empty = assess(&nobody, &Profile::new("Empty"));
    for (name, kind, options) in every_chart(&ChartOptions::default()) {
        is_sound(&draw(kind, &nobody, &Profile::new("Empty"), &empty, &options), &name);
    }
}

/// Everything has a place, and no text leaves the picture.
fn is_sound(scene: &Scene, what: &str) {
    let picture = Area::new(0.0, 0.0, scene.width, scene.height);
    for (area, text) in texts(scene) {
        assert!(picture.holds(&area), "“{text}” leaves the picture: {what}");
    }
    assert!(!export::svg(scene, Theme::Light).contains("NaN"), "{what}");
    assert!(!scene.title.is_empty() && !scene.summary.is_empty(), "{what}");
}

#[test]
fn a_highlighted_one_stays_and_the_others_fade() {
    let strength = |highlight| {
        let scene = scene(ChartKind::Radar, &profile(5, false), &ChartOptions { highlight, heading: false, ..sized(400.0, 400.0) });
        let lines = scene.marks.into_iter().filter_map(|mark| match mark.shape {
            Shape::Line { paint, closed: true, .. } => mark.series.map(|series| (series, paint.alpha)),
            _ => None,
        });
        lines.collect::<BTreeMap<_, _>>().into_values().collect::<Vec<_>>()
    };
    assert_eq!(strength(None), [1.0; 5]);
    let faded = strength(Some(1));
    assert_eq!(faded[1], 1.0);
    assert!(faded.iter().filter(|alpha| **alpha < 0.5).count() == 4);
    assert_eq!(strength(Some(99)), [1.0; 5]);
}

#[test]
fn missing_glyphs_are_told() {
    let mut profile = profile(3, false);
    let scene_of = |profile: &Profile| scene(ChartKind::Radar, profile, &ChartOptions::default());
    assert_eq!(export::missing_glyphs(&scene_of(&profile)), Vec::<char>::new());
    profile.name = "支払い API".into();
    assert_eq!(export::missing_glyphs(&scene_of(&profile)), ['支', '払', 'い']);
}

#[test]
fn pixels_are_as_many_as_asked_for() {
    let scene = scene(ChartKind::Radar, &profile(3, false), &ChartOptions::default());
    let size = |resolution| export::pixels(&scene, Theme::Dark, resolution).map(|pixels| (pixels.width, pixels.height));
    assert_eq!(size(Resolution::Width(1600)), Ok((1600, 1200)));
    assert_eq!(size(Resolution::Scale(2.5)), Ok((2000, 1500)));
    for too_much in [Resolution::Scale(100.0), Resolution::Scale(f64::NAN), Resolution::Scale(0.0), Resolution::Width(0)] {
        assert!(matches!(size(too_much), Err(ExportError::TooLarge { .. })), "{too_much:?}");
    }
    let pdf = export::pdf(&scene, Theme::Print).expect("it becomes a PDF");
    assert!(pdf.starts_with(b"%PDF-") && !pdf.windows(12).any(|bytes| bytes == b"CreationDate"));
}

#[test]
fn formats_are_found_by_their_endings() {
    assert_eq!(Format::from_extension("PNG"), Some(Format::Png));
    assert_eq!(Format::from_extension("jpg"), None);
}

#[test]
fn summaries_are_short_and_name_everybody() {
    let mut profile = profile(3, false);
    failing(&mut profile, "python");
    let catalogue = catalogue();
    let assessment: Assessment = assess(&catalogue, &profile);
    for (name, kind, options) in every_chart(&ChartOptions::default()) {
        let summary = draw(kind, &catalogue, &profile, &assessment, &options).summary;
        let sentences = summary.matches(". ").count() + 1;
        assert!((2..=4).contains(&sentences), "{name}: {summary}");
        assert!(["Python", "Go", "Rust"].iter().all(|who| summary.contains(who)), "{name}: {summary}");
    }
}
