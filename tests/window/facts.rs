//! Facts and requirements: what is answered, what follows, and what rules somebody out.

use egui::{Key, accesskit::Role};

use crate::driver::{CTRL, Window};

const QUESTION: &str = "What is being built?";

/// An answer whose rule gives points, and that rule.
const MONTHS: &str = "When must a first version be in use? Months";
const RULE: &str = "Rule counts: Months: development speed +4, ease of learning +2, libraries +1";

fn answer(label: &str) -> String {
    format!("{QUESTION} {label}")
}

#[test]
fn an_answer_changes_weights_and_verdict_at_once_and_can_be_undone() {
    let mut window = Window::new();
    window.click(Role::Tab, "Facts");
    let (before, ranking) = (window.profile(), window.ranking());
    assert!(window.get(Role::RadioButton, &answer("Web API")).is_on);
    window.click(Role::RadioButton, &answer("Embedded"));
    assert!(window.get(Role::RadioButton, &answer("Embedded")).is_on);
    assert!(!window.get(Role::RadioButton, &answer("Web API")).is_on);
    assert_ne!(window.ranking(), ranking);
    window.keys(CTRL, Key::Z);
    assert_eq!((window.profile(), window.ranking()), (before, ranking));
}

#[test]
fn not_knowing_is_an_answer_too() {
    let mut window = Window::new();
    window.click(Role::Tab, "Facts");
    window.expect("11 of 13 facts known");
    window.click(Role::RadioButton, &answer("Don't know"));
    window.expect("10 of 13 facts known");
    assert!(window.app().session().current().profile().facts.get("workload").is_none());
}

/// Where absence says something, it is shown as the answer and counts as no gap.
#[test]
fn what_absence_answers_is_shown_as_chosen() {
    let mut window = Window::new();
    let file = window.file("empty.ron", "(schema: 1, name: \"Empty\")");
    window.open(&file);
    window.click(Role::Tab, "Facts");
    window.click(Role::Tab, "Team and code");
    let interview = &trilemma::store::shipped().interview;
    let counted = interview.questions.iter().filter(|question| question.section == "team" && question.absent_means.is_none()).count();
    assert!(window.painted().contains(&format!("0 of {counted}")), "{:?}", window.painted());
    let question = interview.question("existing_code").unwrap();
    let language = |label: &str| format!("{} In which language? {label}", question.asks);
    assert!(window.get(Role::RadioButton, &language("Nothing yet")).is_on);
    assert!(!window.get(Role::RadioButton, &language("Don't know")).is_on);
    window.click(Role::RadioButton, &language("Go"));
    assert!(window.get(Role::RadioButton, &language("Go")).is_on);
    assert!(!window.get(Role::RadioButton, &language("Nothing yet")).is_on);
    window.click(Role::RadioButton, &language("Don't know"));
    assert!(window.get(Role::RadioButton, &language("Nothing yet")).is_on);
    assert!(window.app().session().current().profile().facts.get("existing_code").is_none());
}

#[test]
fn the_sections_lead_to_the_priorities() {
    let mut window = Window::new();
    window.click(Role::Tab, "Facts");
    for section in ["Load", "Risk", "Team and code"] {
        window.click(Role::Link, &format!("Next: {section} ›"));
        assert!(window.get(Role::Tab, section).is_on);
    }
    window.click(Role::Link, "See what follows from the answers ›");
    assert!(window.get(Role::Tab, "What follows").is_on);
    window.click(Role::Button, "Accept and see the priorities");
    assert!(window.get(Role::Tab, "Priorities").is_on);
}

#[test]
fn every_question_says_why_and_its_answer_shows_what_follows_on_its_own_row() {
    let mut window = Window::new();
    window.click(Role::Tab, "Facts");
    for question in trilemma::store::shipped().interview.questions.iter().filter(|question| question.section == "project") {
        window.expect(&question.why);
    }
    assert!(!window.seen().iter().any(|seen| seen.role == Role::CheckBox), "no row is in hand yet");
    window.click(Role::RadioButton, &answer("Web API"));
    window.expect("For this, use-case fit is rated: Python 9.0, Go 8.0 and Rust 6.0.");
    window.click(Role::RadioButton, MONTHS);
    window.get(Role::CheckBox, RULE);
    window.expect("Time is limited, but not so much");
    window.get(Role::Link, "Source E52 of Months");
    assert_eq!(window.app().session().current().history().undo_steps().count(), 0, "looking is no change");
    window.click(Role::RadioButton, &MONTHS.replace("Months", "Don't know"));
    window.expect("Not known counts as the average answer (");
    assert!(!window.seen().iter().any(|seen| seen.role == Role::CheckBox));
}

/// The next question stays under the pointer while one after the other is answered.
#[test]
fn questions_hold_still_while_they_are_answered() {
    let mut window = Window::new();
    let file = window.file("empty.ron", "(schema: 1, name: \"Empty\")");
    window.open(&file);
    window.click(Role::Tab, "Facts");
    for section in &trilemma::store::shipped().interview.sections {
        window.click(Role::Tab, &section.name);
        let places = |window: &Window| -> Vec<(String, egui::Rect)> {
            window.seen().into_iter().filter(|seen| seen.role == Role::RadioButton).map(|seen| (seen.label, seen.rect)).collect()
        };
        let before = places(&window);
        for question in trilemma::store::shipped().interview.questions.iter().filter(|question| question.section == section.id) {
            let first = before.iter().find(|(label, _)| label.starts_with(&question.asks)).unwrap().0.clone();
            window.click(Role::RadioButton, &first);
            for ((label, now), (_, then)) in places(&window).iter().zip(&before) {
                // A rule of two lines may push by less than half of an answer's height.
                assert!((now.min.y - then.min.y).abs() < 14.0, "{first} moves {label} by {}", now.min.y - then.min.y);
            }
        }
    }
}

/// Points of a criterion as they are weighed.
fn points(window: &Window, id: &str) -> f64 {
    let assessment = window.app().session().current().assessment().clone();
    assessment.criteria[assessment.criterion(id).unwrap()].points
}

#[test]
fn a_rule_is_switched_off_with_a_reason_and_on_again() {
    let mut window = Window::new();
    window.click(Role::Tab, "Facts");
    window.click(Role::RadioButton, MONTHS);
    let before = (window.profile(), points(&window, "libraries"));
    window.click(Role::CheckBox, RULE);
    assert_eq!(points(&window, "libraries"), before.1 - 1.0);
    window.expect("switched off by you");
    window.fill(Role::TextInput, "Reason for changing the rule Months", "We write no clients.");
    assert!(window.profile().contains("\"time_to_market.months\": (off: true, reason: \"We write no clients.\")"), "{}", window.profile());
    window.click(Role::Tab, "What follows");
    window.expect("One rule changed by you");
    assert_eq!(window.get(Role::TextInput, "Reason for changing the rule Months").value, "We write no clients.");
    window.click(Role::Link, "Back to the catalogue's rule Months");
    assert_eq!((window.profile(), points(&window, "libraries")), before);
    window.keys(CTRL, Key::Z);
    assert_eq!(points(&window, "libraries"), before.1 - 1.0, "going back can be undone");
}

#[test]
fn a_rules_points_are_changed_and_more_criteria_joined() {
    let mut window = Window::new();
    window.click(Role::Tab, "Facts");
    window.click(Role::RadioButton, MONTHS);
    let (before, tooling) = (points(&window, "libraries"), points(&window, "tooling"));
    window.click(Role::Link, "Change the rule Months");
    window.fill(Role::SpinButton, "Points of Libraries by this rule", "5,5");
    window.key(Key::Tab);
    assert_eq!(points(&window, "libraries"), before + 4.5);
    window.expect("changed by you");
    window.expect("catalogue: 1");
    window.click(Role::Button, "Another criterion…");
    window.click(Role::Button, "Tooling");
    assert_eq!(points(&window, "tooling"), tooling + 1.0);
    window.fill(Role::SpinButton, "Points of Libraries by this rule", "1");
    window.key(Key::Tab);
    window.fill(Role::SpinButton, "Points of Tooling by this rule", "0");
    window.key(Key::Tab);
    assert_eq!((points(&window, "libraries"), points(&window, "tooling")), (before, tooling));
    window.click(Role::Link, "Done with the rule Months");
    assert!(!window.has(Role::SpinButton, "Points of Libraries by this rule"));
}

#[test]
fn a_changed_rule_is_listed_even_when_it_does_not_apply() {
    let mut window = Window::new();
    window.click(Role::Tab, "Facts");
    window.click(Role::RadioButton, MONTHS);
    window.click(Role::CheckBox, RULE);
    window.click(Role::RadioButton, &MONTHS.replace("Months", "Days"));
    window.click(Role::Tab, "What follows");
    window.expect("One rule changed by you");
    window.expect("Does not apply to the answers as they are now.");
    window.click(Role::Link, "Back to the catalogue's rule Months");
    assert!(window.app().session().current().profile().rules.is_empty());
    window.expect_gone("changed by you");
}

#[test]
fn all_that_follows_stands_on_one_page() {
    let mut window = Window::new();
    window.click(Role::ListItem, "Firmware");
    window.click(Role::Tab, "Facts");
    window.click(Role::Tab, "What follows");
    let document = window.app().session().current();
    let held = trilemma::assessment::held_rules(trilemma::store::shipped(), document.profile());
    let assessment = document.assessment().clone();
    let labels: Vec<String> = held
        .iter()
        .map(|held| {
            let catalogue = trilemma::store::shipped();
            let (when, does) =
                (trilemma::wording::rule_when(catalogue, held.rule), trilemma::wording::rule_does(catalogue, &assessment, held));
            format!("Rule counts: {when}: {does}")
        })
        .collect();
    assert!(labels.len() >= 8, "{labels:?}");
    for label in labels {
        assert!(window.get(Role::CheckBox, &label).is_on);
    }
    window.click(Role::RadioButton, "No garbage collector or language runtime: Off");
    assert!(window.app().session().current().assessment().alternatives.iter().all(|alternative| alternative.is_eligible()));
}

#[test]
fn without_answers_nothing_follows_and_the_page_leads_to_the_questions() {
    let mut window = Window::new();
    let file = window.file("empty.ron", "(schema: 1, name: \"Empty\")");
    window.open(&file);
    window.click(Role::Tab, "Facts");
    window.click(Role::Tab, "What follows");
    window.expect("Nothing is answered yet");
    window.click(Role::Link, "Answer the first questions ›");
    assert!(window.get(Role::Tab, "Project").is_on);
}

/// From the first picture to a verdict of one's own: what a stranger clicks, counted.
#[test]
fn a_first_verdict_takes_at_most_ten_clicks() {
    let mut window = Window::new();
    let mut n_clicks = 0;
    let mut click = |window: &mut Window, role: Role, label: &str| {
        window.click(role, label);
        n_clicks += 1;
    };
    click(&mut window, Role::Link, "Start with my project");
    window.write("Cluster report");
    window.key(Key::Enter);
    assert!(window.verdict().starts_with("Too close to call"), "nothing is known");
    for label in ["Web API", "Kubernetes and cloud", "On our servers", "Days"] {
        let chip = window.seen().into_iter().find(|seen| seen.role == Role::RadioButton && seen.label.ends_with(&format!("? {label}")));
        click(&mut window, Role::RadioButton, &chip.expect("an answer").label);
    }
    click(&mut window, Role::Tab, "Load");
    click(&mut window, Role::RadioButton, "How many connections or tasks at once, at the peak? About 1,000");
    click(&mut window, Role::Tab, "Team and code");
    click(&mut window, Role::RadioButton, "What does the team know already? Go Strong");
    assert!(window.verdict().starts_with("Go"), "{}", window.verdict());
    click(&mut window, Role::Tab, "What follows");
    window.expect("These answers gave these weights and requirements");
    assert!(n_clicks <= 10, "{n_clicks} clicks");
    assert_eq!(window.app().session().current().profile().name, "Cluster report");
}

#[test]
fn a_criterion_of_ones_own_joins_and_leaves() {
    let mut window = Window::new();
    window.keys(CTRL, Key::K);
    window.write("add a criterion");
    window.key(Key::Enter);
    assert!(!window.get(Role::Button, "Add").is_enabled, "it needs a name");
    window.fill(Role::TextInput, "Name", "Works on a ship");
    window.fill(Role::TextInput, "What 0 means", "never");
    window.fill(Role::TextInput, "What 10 means", "always");
    window.click(Role::Button, "Add");
    assert!(window.get(Role::Tab, "Ratings").is_on);
    window.get(Role::Button, "Rust, Works on a ship: not rated");
    window.expect("Nobody rated");
    window.click(Role::Button, "Rust, Works on a ship: not rated");
    window.click(Role::Button, "Use my own rating…");
    window.fill(Role::SpinButton, "most likely", "7");
    window.key(Key::Tab);
    window.click(Role::Button, "Use it");
    window.starting(Role::Button, "Rust, Works on a ship: 7.0");
    window.click(Role::Button, "Remove this criterion");
    assert!(window.app().session().current().profile().criteria.is_empty());
    window.expect_gone("Works on a ship");
}
