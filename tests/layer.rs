//! A team's own catalogue over the shipped one: what comes of it, and what is wrong with it, where.
//!
//! How it is told on the command line is tested in `tests/command_line`.

use trilemma::{
    assessment::assess,
    model::{Basis, Catalogue, Judgement, Profile, Support},
    store::{self, OpenedCatalogue},
};

const HOUSE: &str = include_str!("../assets/catalogues/house.ron");

fn opened(text: &str) -> OpenedCatalogue {
    store::parse_catalogue(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

/// A layer that says only this.
fn laid(lists: &str) -> Catalogue {
    opened(&text(lists)).catalogue
}

fn text(lists: &str) -> String {
    format!("(\n    schema: 1, over: \"2026.11\", name: \"House\", version: \"3\", date: \"2026-11-20\",\n{lists}\n)")
}

/// The places and messages of what is wrong with a layer that says this from line 3 on.
fn wrong(lists: &str) -> Vec<String> {
    let message = store::parse_catalogue(text(lists).as_bytes()).expect_err("something is wrong").to_string();
    message.lines().map(str::to_owned).collect()
}

#[test]
fn an_empty_layer_changes_nothing_but_the_name() {
    let Catalogue { name, version, date, laid_over, .. } = laid("");
    let shipped = store::shipped().clone();
    assert_eq!(laid(""), Catalogue { name, version, date, laid_over, ..shipped });
    assert_eq!((laid("").edition().as_str(), store::shipped().edition().as_str()), ("House 3 (2026.11)", "2026.11"));
}

#[test]
fn the_example_is_whole_and_counts() {
    let house = opened(HOUSE);
    assert_eq!(house.written_over, None);
    let house = house.catalogue;
    assert!(store::catalogue_faults(&house).is_empty());
    let shipped = store::shipped();
    // One item more each, and what was there stays where it was.
    assert_eq!(house.alternatives[..3], shipped.alternatives[..]);
    assert_eq!((house.alternatives.len(), house.criteria.len(), house.evidence.len()), (4, 18, shipped.evidence.len() + 1));
    let position = |catalogue: &Catalogue, id: &str| catalogue.criteria.iter().position(|criterion| criterion.id == id);
    // Behind the others of its group.
    assert_eq!(position(&house, "house_support"), position(shipped, "community").map(|at| at + 1));
    // A field that is not named stays.
    let (own, theirs) = (house.criterion("learning_curve").unwrap(), shipped.criterion("learning_curve").unwrap());
    assert_eq!((own.points, &own.scale, &own.about), (4.0, &theirs.scale, &theirs.about));
    // A rating is new as a whole, but what the article says of the cell stays said.
    let latency: Vec<_> = house.cell("latency", "go").collect();
    let [go] = latency.as_slice() else { panic!("{latency:?}") };
    assert_eq!((go.mode, go.basis, go.support, go.figures.len()), (7.0, Basis::Judged, Support::Strong, 0));
    assert_eq!(go.claims, shipped.cell("latency", "go").next().unwrap().claims);
    // It is assessed like any other: the house's requirement holds for a project of which nothing is known.
    let assessment = assess(&house, &Profile::new("p"));
    assert_eq!(assessment.alternatives[3].name, "Kestrel");
    let [required] = assessment.requirements.as_slice() else { panic!("{:?}", assessment.requirements) };
    assert!(required.id == "H01" && required.is_on);
    assert_eq!(required.judgements[2], Judgement::PassesWithCost);
}

#[test]
fn a_rating_goes_before_those_of_its_cell_and_without_answers_replaces_them() {
    let cell = |catalogue: &Catalogue| -> Vec<(usize, f64)> {
        catalogue.cell("use_case_fit", "go").map(|rating| (rating.when.len(), rating.mode)).collect()
    };
    let rating = |when: &str| {
        laid(&format!("ratings: [(criterion: \"use_case_fit\", alternative: \"go\", {when} low: 1, mode: 2, high: 3, reason: \"r\")]"))
    };
    let shipped = cell(store::shipped());
    assert!(shipped.len() > 2);
    assert_eq!(cell(&rating("")), [(0, 2.0)]);
    let known = cell(&rating("when: [(fact: \"workload\", is: \"cli_tool\")],"));
    assert_eq!((known.len(), known[0]), (shipped.len(), (1, 2.0)));
    let new = cell(&rating("when: [(fact: \"workload\", is: \"cli_tool\"), (fact: \"growth\", is: \"small\")],"));
    assert_eq!((new.len(), new[0]), (shipped.len() + 1, (2, 2.0)));
}

#[test]
fn what_is_wrong_is_told_with_its_place_in_the_layer() {
    let rating = |fields: &str| format!("ratings: [\n  (criterion: \"latency\", alternative: \"go\", {fields}, reason: \"r\"),\n]");
    let mut misplaced = Vec::new();
    for (lists, expected) in [
        (rating("low: 9, mode: 2, high: 3"), "4:3: A rating goes from 0 to 10"),
        (rating("low: 1, mode: \"2\", high: 3"), "4:59: A number belongs here."),
        (rating("low: 1, mode: 2, high: 3, colour: 5"), "4:71: "),
        (rating("low: 1, mode: 2, high: 3, evidence: [\"N9\"]"), "4:82: “N9” is not defined"),
        // Behind an item on the same line that was filled up.
        ("criteria: [(id: \"memory\"), (id: \"latency\", points: -1)]".into(), "3:52: This number cannot be negative."),
        ("criteria: [(id: \"memory\"), (id: \"latency\", points: x)]".into(), "3:52: "),
        ("criteria: [(id: \"new\", group: \"scale\")]".into(), "3:38: The field “name” is missing"),
        ("alternatives: [(id: \"go\", name: \"A\"), (id: \"go\", name: \"B\")]".into(), "3:44: “go” stands here a second time."),
        ("groups: [(id: \"scale\", name: \"A\", name: \"B\")]".into(), "3:35: "),
        ("speed: 5".into(), "3:1: "),
    ] {
        let told = wrong(&lists);
        if !told[0].starts_with(expected) {
            misplaced.push(format!("{lists}\n{told:?}"));
        }
    }
    assert!(misplaced.is_empty(), "{}", misplaced.join("\n"));
    // What is below and does not fit any more is told where the layer took away what it needs.
    let told = wrong("interview: (questions: [(id: \"growth\", kind: Choice([(id: \"none\", label: \"None\")]))])");
    let expected = "3:30: “growing” is not defined in this catalogue. It is in catalogue 2026.11, interview.rules “growth.growing”";
    assert!(told[0].starts_with(expected), "{told:?}");
    let scale = "scale: [(id: \"x\", share: 1, measure: \"m\", scale: Rubric([]))]";
    let told = wrong(&format!("criteria: [(id: \"latency\", {scale})]"));
    assert!(told[0].starts_with("3:17: “mechanism” is not defined"), "{told:?}");
}

#[test]
fn one_written_over_another_version_says_so() {
    let other = opened(&text("").replace("2026.11", "2025.1"));
    assert_eq!((other.written_over.as_deref(), other.catalogue.laid_over.as_deref()), (Some("2025.1"), Some("2026.11")));
}

#[test]
fn a_profile_for_another_catalogue_says_so() {
    let mut text =
        "(schema: 1, name: \"p\", points: {\"house_support\": 3.0}, decision: (status: proposed, catalogue: \"Northlight 3 (2026.11)\"))";
    let error = store::parse(text.as_bytes(), store::shipped()).unwrap_err().to_string();
    assert!(error.contains("It was decided with catalogue “Northlight 3 (2026.11)”, and 2026.11 is in use"), "{error}");
    assert!(store::parse(text.as_bytes(), &opened(HOUSE).catalogue).is_ok());
    text = "(schema: 1, name: \"p\", points: {\"house_support\": 3.0})";
    let error = store::parse(text.as_bytes(), store::shipped()).unwrap_err().to_string();
    assert!(error.contains("If it belongs to a catalogue of your own"), "{error}");
}

#[test]
fn odd_layers_are_told_and_nothing_else_happens() {
    for lists in [
        "ratings: [5]",
        "ratings: ()",
        "ratings: [()]",
        "ratings: [(criterion: latency)]",
        "criteria: [[(id: \"latency\")]]",
        "criteria: {\"id\": \"latency\"}",
        "criteria: [Criterion(id: \"latency\"), 1]",
        "interview: [(id: \"growth\")]",
        "interview: (rules: [(id: \"é\u{202e}\", when: [], why: \"\"), (])",
        "alternatives: [(id: \"\", name: \"\", summary: \"\")]",
        "over: \"2026.11\"",
    ] {
        assert!(store::parse_catalogue(text(lists).as_bytes()).is_err(), "{lists}");
    }
    // A comment is no bracket, and an item may carry its type's name.
    assert_eq!(laid("criteria: [/* ( */ Criterion /* ( */ (id: \"latency\", points: 9)] // (").criterion("latency").unwrap().points, 9.0);
    let many = (0..3_000).map(|n| format!("(id: \"s{n}\", name: \"S\")")).collect::<Vec<_>>().join(", ");
    assert_eq!(laid(&format!("groups: [{many}]")).groups.len(), store::shipped().groups.len() + 3_000);
}
