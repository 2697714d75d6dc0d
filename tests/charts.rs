//! Charts from a catalogue to a file: what is drawn can be read, is complete, and is the same every time.

use std::collections::BTreeMap;

use resvg::usvg::roxmltree;
use trilemma::{
    assessment::{Assessment, Information, Robustness, assess, compared_with, information, methods, tornado},
    chart::{
        Area, Axes, ChartKind, ChartOptions, Layout, Scene, Subject, around, draw,
        scene::{Cell, Mark, Point, Shape, Text},
        style::{Role, Theme},
    },
    export::{self, ExportError, Format, Resolution},
    model::{
        Alternative, AnswerOption, Basis, CATALOGUE_SCHEMA, Catalogue, CatalogueRating, Condition, Criterion, Group, Interview, Judgement,
        OwnAlternative, OwnRating, Profile, Question, QuestionKind, Requirement, Rule, Support,
    },
};

#[path = "sampled/mod.rs"]
mod sampled;

use sampled::sampled;

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
        find_out: None,
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
        laid_over: None,
        alternatives: shipped
            .iter()
            .map(|(id, name, summary, _)| Alternative { id: (*id).into(), name: (*name).into(), summary: (*summary).into() })
            .collect(),
        groups: GROUPS.iter().map(|(id, name)| Group { id: (*id).into(), name: (*name).into() }).collect(),
        criteria: CRITERIA.iter().map(criterion).collect(),
        ratings,
        interview: Interview { sections: Vec::new(), questions: Vec::new(), rules: Vec::new() },
        requirements: Vec::new(),
        designs: Vec::new(),
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
                evidence: None,
            });
        }
    }
    profile
}

/// A catalogue that asks one question, on whose answer much depends.
fn asking() -> Catalogue {
    let answer = |id: &str| AnswerOption { id: id.into(), label: id.into(), about: String::new(), frequency: 1.0 };
    let question = Question {
        id: "hurry".into(),
        section: "all".into(),
        name: String::new(),
        ordered: false,
        asks: "When must a first version be out?".into(),
        why: String::new(),
        subject: String::new(),
        find_out: None,
        kind: QuestionKind::Choice(vec![answer("days"), answer("long")]),
        absent_means: None,
    };
    let rule = Rule {
        id: "hurry.days".into(),
        when: vec![Condition { fact: "hurry".into(), is: "days".into() }],
        points: BTreeMap::from([("development_speed".to_owned(), 60.0)]),
        effects: Vec::new(),
        requirements: Vec::new(),
        why: "It counts".into(),
        evidence: Vec::new(),
    };
    let interview = Interview { sections: Vec::new(), questions: vec![question], rules: vec![rule] };
    Catalogue { interview, ..catalogue() }
}

/// Three alternatives, two of them close to each other, with one rating that could be anything.
fn close() -> Profile {
    let mut profile = profile(3, false);
    let own = |criterion: &str, low: f64, mode: f64, high: f64| OwnRating {
        criterion: criterion.into(),
        alternative: "rust".into(),
        low,
        mode,
        high,
        reason: "Nobody tried".into(),
        evidence: None,
    };
    profile.ratings.extend([own("development_speed", 0.0, 6.5, 9.0), own("learning_curve", 2.0, 5.0, 8.0)]);
    profile
}

fn failing(profile: &mut Profile, alternative: &str) {
    profile.requirements.push(Requirement {
        name: "One file to ship".into(),
        judgements: BTreeMap::from([(alternative.to_owned(), Judgement::Fails)]),
        ..Requirement::new("one_file")
    });
}

fn scene(kind: ChartKind, profile: &Profile, options: &ChartOptions) -> Scene {
    Drawn::new(&catalogue(), profile, kind).draw(options)
}

/// A chart with everything that it is drawn from.
struct Drawn {
    kind: ChartKind,
    catalogue: Catalogue,
    profile: Profile,
    assessment: Assessment,
    robustness: Option<Robustness>,
    information: Option<Information>,
}

impl Drawn {
    fn new(catalogue: &Catalogue, profile: &Profile, kind: ChartKind) -> Self {
        let assessment = assess(catalogue, profile);
        let robustness = if kind.needs_robustness() { sampled(&assessment) } else { None };
        let information = kind.needs_information().then(|| information(catalogue, profile, &assessment));
        Self { kind, catalogue: catalogue.clone(), profile: profile.clone(), assessment, robustness, information }
    }

    fn subject(&self) -> Subject<'_> {
        let (robustness, information) = (self.robustness.as_ref(), self.information.as_ref());
        Subject { robustness, information, ..Subject::new(&self.catalogue, &self.profile, &self.assessment) }
    }

    fn draw(&self, options: &ChartOptions) -> Scene {
        draw(self.kind, self.subject(), options)
    }
}

fn sized(width: f64, height: f64) -> ChartOptions {
    ChartOptions { width, height, ..ChartOptions::default() }
}

fn against(alternative: usize) -> ChartOptions {
    ChartOptions { against: Some(alternative), ..ChartOptions::default() }
}

/// Every chart there is, with a name for messages.
fn every_chart(options: &ChartOptions) -> Vec<(String, ChartKind, ChartOptions)> {
    let others = ChartKind::ALL.into_iter().filter(|kind| *kind != ChartKind::Radar);
    let mut all: Vec<_> = others.map(|kind| (kind.id().to_owned(), kind, options.clone())).collect();
    all.push(("parallel Criteria".to_owned(), ChartKind::Parallel, ChartOptions { axes: Axes::Criteria, ..options.clone() }));
    for axes in [Axes::Groups, Axes::Criteria] {
        for layout in [Layout::Together, Layout::SideBySide] {
            all.push((format!("radar {axes:?} {layout:?}"), ChartKind::Radar, ChartOptions { axes, layout, ..options.clone() }));
        }
    }
    all
}

/// Charts that have a mark for every alternative; the others show what matters most.
fn shows_everybody(kind: ChartKind) -> bool {
    !matches!(kind, ChartKind::Waterfall | ChartKind::Tornado | ChartKind::Information)
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
        ("waterfall", scene(ChartKind::Waterfall, &out, &against(0)), Theme::Light),
        ("waterfall-window", scene(ChartKind::Waterfall, &plain, &ChartOptions::for_window(332.0, 300.0)), Theme::Dark),
        ("tornado", scene(ChartKind::Tornado, &plain, &ChartOptions::default()), Theme::Light),
        ("crossover", scene(ChartKind::Crossover, &profile(5, false), &ChartOptions::default()), Theme::Print),
        ("crossover-window", scene(ChartKind::Crossover, &plain, &ChartOptions::for_window(332.0, 300.0)), Theme::Dark),
        ("acceptability", scene(ChartKind::Acceptability, &out, &ChartOptions::default()), Theme::Dark),
        ("information", Drawn::new(&asking(), &close(), ChartKind::Information).draw(&ChartOptions::default()), Theme::Light),
        ("parallel", scene(ChartKind::Parallel, &plain, &ChartOptions::default()), Theme::Light),
        ("parallel-window", scene(ChartKind::Parallel, &profile(5, true), &ChartOptions::for_window(332.0, 300.0)), Theme::Dark),
        ("coverage", scene(ChartKind::Coverage, &profile(4, false), &ChartOptions::default()), Theme::Light),
        ("methods", scene(ChartKind::Methods, &plain, &ChartOptions::default()), Theme::Light),
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
                for slot in (0..n).filter(|_| shows_everybody(kind)) {
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
    let table =
        |kind, axes| draw(kind, Subject::new(&catalogue, &profile, &assessment), &ChartOptions { axes, ..ChartOptions::default() }).table;

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

/// Every number that the picture itself shows, but for what stands around it and on its axes, stands in its table.
#[test]
fn every_number_of_a_picture_stands_in_its_table() {
    let mut out = profile(4, false);
    failing(&mut out, "python");
    let with_question = asking();
    for profile in [profile(3, false), out, close()] {
        for (name, kind, options) in every_chart(&ChartOptions { heading: false, ..sized(1600.0, 1200.0) }) {
            let catalogue = if kind == ChartKind::Information { with_question.clone() } else { catalogue() };
            let scene = Drawn::new(&catalogue, &profile, kind).draw(&options);
            let told: Vec<f64> = scene.table.rows.iter().flatten().flat_map(values).collect();
            let mut n_numbers = 0;
            let is_axis =
                |mark: &&Mark| matches!(&mark.shape, Shape::Text(text) if mark.series.is_none() && text.paint.role == Role::Caption);
            for mark in scene.marks.iter().filter(|mark| !is_axis(mark)) {
                let Shape::Text(Text { text, .. }) = &mark.shape else { continue };
                for (shown, half_a_digit) in shown_numbers(text) {
                    n_numbers += 1;
                    let is_told = told.iter().any(|value| (value.abs() - shown).abs() <= half_a_digit + 1e-9);
                    assert!(is_told, "{shown} in “{text}” is not in the table of {name}: {told:?}");
                }
            }
            let has_numbers = !matches!(kind, ChartKind::Radar | ChartKind::Methods | ChartKind::Information);
            assert!(n_numbers > 1 || !has_numbers, "{name} shows {n_numbers} numbers");
        }
    }
}

/// The numbers in a text that are values rather than places, counts or round numbers of an axis: those with decimals and percents, as
/// amounts, with half of their last digit.
fn shown_numbers(text: &str) -> Vec<(f64, f64)> {
    let is_of_number = |c: char| c.is_ascii_digit() || c == '.';
    let starts = text.char_indices().filter(|(at, c)| c.is_ascii_digit() && !text[..*at].ends_with(is_of_number));
    let found = starts.filter_map(|(at, _)| {
        let number: String = text[at..].chars().take_while(|c| is_of_number(*c)).collect();
        let number = number.trim_end_matches('.');
        let is_share = text[at + number.len()..].trim_start().starts_with('%');
        let is_bound = text[..at].ends_with(['<', '>']);
        let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let half = 0.5 * 0.1_f64.powi(decimals as i32);
        let value: f64 = number.parse().ok()?;
        match (is_share, decimals) {
            _ if is_bound => None,
            (true, _) => Some((value / 100.0, half / 100.0)),
            (false, 0) => None,
            (false, _) => Some((value, half)),
        }
    });
    found.collect()
}

/// The values of a cell: its number, or those in its words.
fn values(cell: &Cell) -> Vec<f64> {
    match cell {
        Cell::Number { value, .. } | Cell::Share(value) => vec![*value],
        Cell::Text(text) => shown_numbers(text).into_iter().map(|(value, _)| value).collect(),
        Cell::Empty => Vec::new(),
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
        for (name, kind, options) in every_chart(&ChartOptions::default()) {
            let scene = Drawn::new(&catalogue, &profile, kind).draw(&options);
            is_sound(&scene, &format!("{name} of {n} criteria"));
            // One group has no weight to vary, and knowing more need not be worth anything.
            let can_be_empty = matches!(kind, ChartKind::Crossover | ChartKind::Information);
            assert!(scene.spots.is_empty() == (n == 0) || can_be_empty, "{name} of {n} criteria");
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
    for (name, kind, options) in every_chart(&ChartOptions::default()) {
        is_sound(&Drawn::new(&nobody, &Profile::new("Empty"), kind).draw(&options), &name);
    }
    // Everybody fails.
    let mut hopeless = profile(3, false);
    ["python", "go", "rust"].into_iter().for_each(|id| failing(&mut hopeless, id));
    for (name, kind, options) in every_chart(&sized(332.0, 300.0)) {
        is_sound(&scene(kind, &hopeless, &options), &name);
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
    for (name, kind, options) in every_chart(&ChartOptions::default()) {
        let summary = scene(kind, &profile, &options).summary;
        let sentences = summary.matches(". ").count() + 1;
        // That nothing is worth finding out is one sentence.
        let least = if kind == ChartKind::Information { 1 } else { 2 };
        assert!((least..=4).contains(&sentences), "{name}: {summary}");
        let names_all = ["Python", "Go", "Rust"].iter().all(|who| summary.contains(who));
        assert!(names_all || !shows_everybody(kind), "{name}: {summary}");
    }
}

/// The rectangles of one series, without those that only cover the grid.
fn bars(scene: &Scene, series: usize) -> Vec<Area> {
    let of_series = scene.marks.iter().filter(|mark| mark.series == Some(series));
    let bars = of_series.filter_map(|mark| match mark.shape {
        Shape::Rect { min, max, paint, .. } if paint.role != Role::Ground => Some(Area { min, max }),
        _ => None,
    });
    bars.collect()
}

fn symbols(scene: &Scene, series: Option<usize>) -> Vec<Point> {
    let of_series = scene.marks.iter().filter(|mark| mark.series == series);
    of_series.filter_map(|mark| if let Shape::Symbol { at, .. } = mark.shape { Some(at) } else { None }).collect()
}

#[test]
fn a_place_is_as_long_as_its_share() {
    let drawn = Drawn::new(&catalogue(), &profile(5, false), ChartKind::Acceptability);
    let scene = drawn.draw(&ChartOptions { heading: false, ..ChartOptions::default() });
    let robustness = drawn.robustness.as_ref().expect("it was sampled");
    let leader = drawn.assessment.verdict.leader.expect("somebody leads");
    let whole = |series: usize| bars(&scene, series).iter().fold(0.0, |sum, bar| sum + bar.width());
    for series in 0..5 {
        let shares: Vec<f64> =
            robustness.acceptability(series).expect("it was sampled").iter().copied().filter(|share| *share > 0.0).collect();
        let drawn = bars(&scene, series);
        assert_eq!(drawn.len(), shares.len());
        for (bar, share) in drawn.iter().zip(&shares) {
            // Up to the thin gap between two parts.
            assert!((bar.width() / whole(leader) - share).abs() < 0.005, "{series}: {bar:?} {share}");
        }
    }
    assert!(
        scene.table.rows.iter().all(|row| (row[1..6]
            .iter()
            .map(|cell| if let Cell::Share(share) = cell { *share } else { 0.0 })
            .sum::<f64>()
            - 1.0)
            .abs()
            < 1e-9)
    );
    assert!(drawn.subject().robustness.is_some() && around(ChartKind::Acceptability, drawn.subject()).note.starts_with("10,000 draws"));
}

#[test]
fn what_is_not_computed_yet_is_said_in_words() {
    let (catalogue, profile) = (catalogue(), profile(3, false));
    let assessment = assess(&catalogue, &profile);
    for kind in ChartKind::ALL {
        let scene = draw(kind, Subject::new(&catalogue, &profile, &assessment), &ChartOptions::default());
        is_sound(&scene, kind.id());
        let waits = kind.needs_robustness() || kind.needs_information();
        assert_eq!(scene.spots.is_empty(), waits, "{}", kind.id());
        assert_eq!(
            scene.summary.contains("is being worked out") || scene.summary.contains("are being counted"),
            waits,
            "{}",
            scene.summary
        );
    }
}

#[test]
fn a_robustness_of_other_alternatives_is_not_drawn() {
    let (catalogue, five, three) = (catalogue(), profile(5, false), profile(3, false));
    let older = sampled(&assess(&catalogue, &five));
    let older_information = information(&catalogue, &five, &assess(&catalogue, &five));
    let assessment = assess(&catalogue, &three);
    let subject =
        Subject { robustness: older.as_ref(), information: Some(&older_information), ..Subject::new(&catalogue, &three, &assessment) };
    for kind in ChartKind::ALL {
        is_sound(&draw(kind, subject, &ChartOptions::default()), kind.id());
    }
}

#[test]
fn a_bar_of_the_tornado_is_as_long_as_what_it_moves() {
    let drawn = Drawn::new(&catalogue(), &profile(3, false), ChartKind::Tornado);
    let scene = drawn.draw(&ChartOptions::default());
    let expected = tornado(&drawn.assessment);
    assert_eq!(scene.table.rows.len(), expected.len());
    for (row, bar) in scene.table.rows.iter().zip(&expected) {
        assert_eq!(numbers(&row[2..6]), [bar.low, bar.high, bar.margin_at_low, bar.margin_at_high]);
    }
    // Two spots a bar, at its ends, on one scale for all.
    let ends: Vec<(f64, f64)> = scene
        .spots
        .chunks(2)
        .zip(&expected)
        .flat_map(|(spots, bar)| [(spots[0].at.x, bar.margin_at_low), (spots[1].at.x, bar.margin_at_high)])
        .collect();
    let (a, b) = (ends[0], ends[1]);
    let per_point = (b.0 - a.0) / (b.1 - a.1);
    assert!(per_point > 0.0, "more lead lies further right");
    for (x, margin) in &ends {
        assert!((x - a.0 - per_point * (margin - a.1)).abs() < 1e-6);
    }
    // No lead at all is in the picture, and on the same scale.
    let zero = a.0 - per_point * a.1;
    assert!(
        scene
            .marks
            .iter()
            .any(|mark| matches!(&mark.shape, Shape::Line { points, .. } if points.iter().all(|point| (point.x - zero).abs() < 1e-6)))
    );
}

#[test]
fn a_waterfall_leads_from_one_score_to_the_other() {
    let drawn = Drawn::new(&catalogue(), &profile(5, false), ChartKind::Waterfall);
    for other in 0..5 {
        let scene = drawn.draw(&against(other));
        let from = compared_with(&drawn.assessment, other).expect("there are others");
        let scores = [from, other].map(|i| drawn.assessment.alternatives[i].score);
        // The table holds every step, and the last column runs from one score to the other.
        let rows = &scene.table.rows;
        let last = |row: &[Cell]| numbers(&row[5..])[0];
        assert_eq!([last(&rows[0]), last(&rows[rows.len() - 1])], scores);
        let mut at = scores[0];
        for row in &rows[1..rows.len() - 1] {
            at += numbers(&row[4..5])[0];
            assert!((last(row) - at).abs() < 1e-9);
        }
        assert!((at - scores[1]).abs() < 1e-9);
        // Bars are as long as their steps, and each begins where the one before ended.
        let bars: Vec<(f64, f64)> = scene
            .marks
            .iter()
            .filter_map(|mark| match &mark.shape {
                Shape::Rect { min, max, paint, .. } if paint.role != Role::Ground => Some((min.x, max.x)),
                _ => None,
            })
            .collect();
        let (first, end) = (scene.spots[0].at.x, scene.spots[scene.spots.len() - 1].at.x);
        let per_point = (end - first) / (scores[1] - scores[0]);
        let mut x = first;
        for (bar, spot) in bars.iter().zip(&scene.spots[1..]) {
            assert!((x - bar.0).abs().min((x - bar.1).abs()) < 1e-6, "a bar begins where the last one ended");
            x = spot.at.x;
            assert!((x - bar.0).abs().min((x - bar.1).abs()) < 1e-6, "and ends where it says");
        }
        assert!((x - end).abs() < 1e-6);
        let largest = numbers(&rows[1][4..5])[0];
        assert!((bars[0].1 - bars[0].0 - (largest * per_point).abs()).abs() < 1e-6);
    }
    assert_eq!(drawn.draw(&against(99)), drawn.draw(&ChartOptions::default()));
}

#[test]
fn rings_lie_where_the_lines_cross() {
    let drawn = Drawn::new(&catalogue(), &profile(3, false), ChartKind::Crossover);
    let mut n_rings = 0;
    for about in 0..drawn.assessment.groups.len() {
        let scene = drawn.draw(&ChartOptions { about: Some(about), ..ChartOptions::default() });
        assert!(scene.title.to_lowercase().contains(&drawn.assessment.groups[about].name.to_lowercase()), "{}", scene.title);
        let lines: Vec<(Point, Point)> = scene
            .marks
            .iter()
            .filter_map(|mark| match &mark.shape {
                Shape::Line { points, width, .. } if mark.series.is_some() && *width >= 2.0 => Some((points[0], points[1])),
                _ => None,
            })
            .collect();
        assert_eq!(lines.len(), 3);
        for ring in symbols(&scene, None) {
            n_rings += 1;
            let height = |(from, to): &(Point, Point)| from.y + (to.y - from.y) * (ring.x - from.x) / (to.x - from.x);
            let through = lines.iter().filter(|line| (height(line) - ring.y).abs() < 1e-6).count();
            assert!(through >= 2, "{through} lines pass through the ring");
            // Nobody is above: smaller y is a higher score.
            assert!(lines.iter().all(|line| height(line) >= ring.y - 1e-6));
        }
    }
    assert!(n_rings > 0, "some weight changes the leader");
    let nearest = drawn.draw(&ChartOptions::default());
    assert_eq!(drawn.draw(&ChartOptions { about: Some(99), ..ChartOptions::default() }), nearest);
}

#[test]
fn gains_are_drawn_to_scale_and_all_stand_in_the_table() {
    let drawn = Drawn::new(&asking(), &close(), ChartKind::Information);
    let scene = drawn.draw(&ChartOptions::default());
    let information = drawn.information.as_ref().expect("it was computed");
    assert_eq!(scene.table.rows.len(), information.items.len());
    let bars: Vec<f64> = scene
        .marks
        .iter()
        .filter_map(|mark| if let Shape::Rect { min, max, .. } = mark.shape { Some(max.x - min.x) } else { None })
        .collect();
    assert!(bars.len() > 2);
    let first = &scene.table.rows[0];
    assert_eq!((first[0].to_string().as_str(), first[1].to_string().as_str()), ("When must a first version be out?", "question"));
    for (bar, worth) in bars.iter().zip(&information.items) {
        assert!((bar / bars[0] - worth.gain / information.items[0].gain).abs() < 1e-9);
    }
}

#[test]
fn every_method_puts_its_first_to_the_left() {
    let drawn = Drawn::new(&catalogue(), &profile(5, false), ChartKind::Methods);
    let scene = drawn.draw(&ChartOptions::default());
    let found = methods(&drawn.assessment).expect("somebody qualifies");
    let columns: Vec<Vec<Point>> = (0..5).map(|series| symbols(&scene, Some(series))).collect();
    for (row, ranking) in found.rankings.iter().enumerate() {
        let mut by_x: Vec<usize> = (0..5).collect();
        by_x.sort_by(|a, b| columns[*a][row].x.total_cmp(&columns[*b][row].x));
        let places: Vec<usize> = by_x.iter().filter_map(|&i| ranking.places[i]).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(scene.table.rows[row].len(), 8);
    }
}
