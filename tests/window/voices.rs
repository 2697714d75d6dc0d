//! Several people's weights: added, set, sealed and revealed; what they come to together, and their mean as the profile's weights.

use egui::{Key, accesskit::Role};
use trilemma::{
    model::{Profile, Voice},
    store,
    wording::{percent, score},
};

use crate::driver::{CTRL, Window};

fn run(window: &mut Window, words: &str) {
    window.keys(CTRL, Key::K);
    window.write(words);
    window.key(Key::Enter);
}

fn profile(window: &Window) -> &Profile {
    window.app().session().current().profile()
}

fn add(window: &mut Window, name: &str, start: &str) {
    run(window, "Add a person");
    window.fill(Role::TextInput, "Name", name);
    window.click(Role::RadioButton, &format!("Begin with: {start}"));
    window.click(Role::Button, "Add");
}

/// Ann, who wants speed of development, and Ben, who wants raw speed.
fn two() -> Window {
    let mut window = Window::new();
    add(&mut window, "Ann", "The profile's weights");
    window.fill(Role::SpinButton, "Points of Productivity as a number", "150");
    window.key(Key::Tab);
    add(&mut window, "Ben", "Equal weights");
    window.fill(Role::SpinButton, "Points of Performance as a number", "150");
    window.key(Key::Tab);
    window
}

/// In running text a number and its unit stay on one line.
fn consensus(share: f64) -> String {
    format!("Consensus {}", percent(share).replace(' ', "\u{a0}"))
}

#[test]
fn everybody_weighs_in_rows_of_their_own() {
    let mut window = Window::new();
    run(&mut window, "Voices");
    window.expect("Add each person's weights");
    let before = profile(&window).clone();
    add(&mut window, "Ann", "The profile's weights");
    window.expect("For Ann, ");
    let assessment = window.app().session().current().assessment().clone();
    for criterion in &assessment.criteria {
        assert_eq!(profile(&window).voices[0].points[&criterion.id], criterion.points, "{}", criterion.id);
    }
    window.drag("Points of Performance", 1.0, |window| window.expect("For Ann, Rust leads"));
    assert_eq!(profile(&window).points, before.points, "the profile's weights stay");
    let steps = window.app().session().current().history().undo_steps().count();
    window.click(Role::Button, "Performance: show its criteria");
    window.fill(Role::SpinButton, "Points of Memory as a number", "0");
    window.key(Key::Tab);
    assert_eq!(profile(&window).voices[0].points["memory"], 0.0);
    assert_eq!(window.app().session().current().history().undo_steps().count(), steps + 1);
    window.click(Role::Button, "Reset the points of Memory");
    assert!(!profile(&window).voices[0].points.contains_key("memory"));
    // Who has the keyboard keeps it while the handle moves.
    window.focus(Role::Slider, "Points of Scale");
    window.key(Key::ArrowRight);
    assert!(window.get(Role::Slider, "Points of Scale").has_focus);
    window.click(Role::Button, "Remove");
    assert!(profile(&window).voices.is_empty());
    window.keys(CTRL, Key::Z);
    assert_eq!(profile(&window).voices.len(), 1);
}

#[test]
fn all_together_says_who_leads_how_far_they_agree_and_what_is_hottest() {
    let mut window = two();
    window.click(Role::RadioButton, "Show All together");
    let (session, shipped) = (window.app().session(), store::shipped());
    let heard = trilemma::assessment::voices(shipped, profile(&window), session.current().assessment()).expect("two voices");
    let assessment = session.current().assessment().clone();
    let rows: Vec<String> = window.seen().into_iter().filter(|seen| seen.role == Role::Label).map(|seen| seen.label).collect();
    for opinion in &heard.opinions {
        let leader = &assessment.alternatives[opinion.leader];
        let said = format!("Voice: {}, Leads: {}", opinion.name, leader.name);
        let number = format!("{}: {}", leader.name, score(opinion.scores[opinion.leader].unwrap()));
        assert!(rows.iter().any(|row| row.starts_with(&said) && row.contains(&number)), "{said}, {number}: {rows:#?}");
    }
    assert_ne!(heard.opinions[0].leader, heard.opinions[1].leader);
    window.expect(&consensus(heard.consensus));
    window.expect(&format!("Agreement on the whole order: {:.2}", heard.concordance.unwrap()));
    let hottest = &assessment.criteria[heard.disagreements[0].criterion].name;
    window.expect(&format!("They differ most on {}", hottest.to_lowercase()));
    window.expect(&format!("Criterion: {hottest}, Least: "));
}

#[test]
fn a_sealed_voice_hides_its_points_and_all_results_until_all_are_revealed() {
    let mut window = two();
    window.click(Role::CheckBox, "Seal these weights until everybody's are in");
    assert!(profile(&window).voices[1].sealed);
    window.expect("The weights of Ben are sealed");
    assert!(!window.has(Role::Slider, "Points of Performance"));
    window.click(Role::RadioButton, "Show All together");
    window.expect("1 of 2 voices are sealed");
    window.expect("Ann is not sealed yet");
    for words in ["Consensus", "Agreement on the whole order", "They differ most", "Mean of all"] {
        window.expect_gone(words);
    }
    run(&mut window, "Use the mean of all voices");
    assert!(window.has(Role::TextInput, "Type what you want to do"), "it cannot be done now");
    window.key(Key::Escape);
    window.click(Role::RadioButton, "Show Ann");
    window.click(Role::CheckBox, "Seal these weights until everybody's are in");
    window.click(Role::RadioButton, "Show All together");
    window.expect("Everybody's weights are in");
    window.click(Role::Button, "Reveal all voices");
    assert!(profile(&window).voices.iter().all(|voice| !voice.sealed));
    window.expect(&consensus(0.0));
    window.keys(CTRL, Key::Z);
    assert!(profile(&window).voices.iter().all(|voice| voice.sealed), "one step");
}

#[test]
fn while_the_result_is_sealed_weights_can_be_given_and_nothing_is_told() {
    let mut window = two();
    run(&mut window, "Seal the result");
    let told = |window: &Window| {
        let seen = window.seen().into_iter().map(|seen| format!("{} {}", seen.label, seen.value));
        seen.chain(window.painted()).collect::<Vec<_>>().join("\n")
    };
    for who in ["Show Ben", "Show All together"] {
        window.click(Role::RadioButton, who);
        let told = told(&window);
        assert!(told.contains("The result is sealed") && !told.contains("leads with") && !told.contains("Leads:"), "{who}:\n{told}");
    }
    window.click(Role::RadioButton, "Show Ben");
    window.fill(Role::SpinButton, "Points of Scale as a number", "80");
    window.key(Key::Tab);
    assert!(!told(&window).contains("leads with"));
}

#[test]
fn the_mean_becomes_the_profiles_weights_in_one_step() {
    let mut window = two();
    window.click(Role::RadioButton, "Show All together");
    let before = profile(&window).clone();
    let mean = trilemma::assessment::mean_points(store::shipped(), &before).unwrap();
    window.click(Role::Button, "Use the mean of all voices");
    assert_eq!(profile(&window).points, mean);
    window.expect("The mean of all voices is now the profile's weights");
    window.keys(CTRL, Key::Z);
    assert_eq!(*profile(&window), before);
}

#[test]
fn a_voice_begins_with_another_profile_or_a_share_code() {
    let mut window = Window::new();
    let other = store::example("edge-proxy").unwrap().profile.clone();
    let points = |profile: &Profile| -> Vec<f64> {
        trilemma::assessment::assess(store::shipped(), profile).criteria.iter().map(|criterion| criterion.points).collect()
    };
    run(&mut window, "Add a person");
    window.fill(Role::TextInput, "Name", "Cleo");
    window.click(Role::RadioButton, "Begin with: Another profile's");
    assert!(!window.get(Role::Button, "Add").is_enabled, "none is chosen");
    window.click(Role::ComboBox, "Choose a profile");
    window.click(Role::Button, "Example: Edge proxy");
    window.click(Role::Button, "Add");
    let given = |voice: &Voice| -> Vec<f64> { store::shipped().criteria.iter().map(|criterion| voice.points[&criterion.id]).collect() };
    assert_eq!(given(&profile(&window).voices[0]), points(&other));
    run(&mut window, "Add a person");
    window.fill(Role::TextInput, "Name", "Dan");
    window.click(Role::RadioButton, "Begin with: A share code's");
    window.fill(Role::MultilineTextInput, "Share code", "nonsense");
    window.click(Role::Button, "Add");
    assert_eq!(profile(&window).voices.len(), 1, "what cannot be read adds nobody");
    assert!(window.has(Role::MultilineTextInput, "Share code"), "and the dialog stays");
    window.fill(Role::MultilineTextInput, "Share code", &store::share_code(&other));
    window.click(Role::Button, "Add");
    assert_eq!(given(&profile(&window).voices[1]), points(&other));
}

#[test]
fn names_are_given_once_and_can_be_changed_in_their_place() {
    let mut window = two();
    run(&mut window, "Add a person");
    window.fill(Role::TextInput, "Name", " Ann ");
    window.expect("There is already a voice of Ann");
    assert!(!window.get(Role::Button, "Add").is_enabled);
    window.key(Key::Escape);
    window.click(Role::RadioButton, "Show Ann");
    window.click(Role::Button, "Rename…");
    window.fill(Role::TextInput, "Name", "Anna");
    window.click(Role::Button, "Rename");
    assert_eq!(profile(&window).voices.iter().map(|voice| voice.name.as_str()).collect::<Vec<_>>(), ["Anna", "Ben"]);
    window.expect("For Anna, ");
}
