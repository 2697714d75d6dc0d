//! What the article claims: every claim with its status, what it feeds, and where the article is silent.

use egui::accesskit::Role;
use trilemma::{model::ClaimStatus, store, wording};

use crate::driver::{CTRL, Window};

fn on_claims() -> Window {
    let mut window = Window::new();
    window.keys(CTRL, egui::Key::K);
    window.write("what the article claims");
    window.key(egui::Key::Enter);
    window
}

#[test]
fn every_claim_is_there_with_its_status_and_its_correction() {
    let window = on_claims();
    for claim in &store::shipped().claims {
        window.expect(&claim.says);
        // A number and its sign stay on one line.
        window.expect(&claim.correction.replace(" %", "\u{a0}%"));
    }
    for status in ClaimStatus::ALL {
        let label = format!("{} {}", wording::claim_mark(status), wording::claim_status(status));
        let count = store::shipped().claims.iter().filter(|claim| claim.status == status).count();
        let said = window.seen().into_iter().filter(|seen| seen.role == Role::Label && seen.label == label).count();
        assert_eq!(said, count, "{label}");
    }
}

#[test]
fn claims_are_filtered_by_status() {
    let mut window = on_claims();
    let all = &store::shipped().claims;
    let n_disputed = all.iter().filter(|claim| claim.status == ClaimStatus::Disputed).count();
    window.click(Role::RadioButton, &format!("Show: ≠ Disputed {n_disputed}"));
    for claim in all {
        assert_eq!(window.says(&claim.says), claim.status == ClaimStatus::Disputed, "{}", claim.id);
    }
    window.click(Role::RadioButton, &format!("Show: All {}", all.len()));
    assert!(all.iter().all(|claim| window.says(&claim.says)));
}

#[test]
fn a_claim_leads_to_the_criterion_that_it_feeds_and_to_its_sources() {
    let mut window = on_claims();
    let claim =
        store::shipped().claims.iter().find(|claim| claim.criterion.as_deref() == Some("latency") && !claim.evidence.is_empty()).unwrap();
    window.click(Role::Link, &format!("Source {} of {}", claim.evidence[0], claim.id));
    window.expect(&store::shipped().source(&claim.evidence[0]).unwrap().title);
    window.key(egui::Key::Escape);
    window.click(Role::Link, &format!("Predictable latency, from {}", claim.id));
    assert!(window.get(Role::Tab, "Ratings").is_on);
    window.expect(": predictable latency");
    window.click(Role::Link, "All claims of the article ›");
    window.click(Role::Link, "‹ Back to the ratings");
    window.starting(Role::Button, "Rust, Raw speed: ");
    window.keys(CTRL, egui::Key::K);
    window.write("what the article claims");
    window.key(egui::Key::Enter);
    window.key(egui::Key::Escape);
    window.starting(Role::Button, "Rust, Raw speed: ");
}

#[test]
fn the_silence_of_the_article_is_shown_too() {
    let mut window = on_claims();
    let chip = window.starting(Role::RadioButton, "Show: Article is silent ").label;
    window.click(Role::RadioButton, &chip);
    let catalogue = store::shipped();
    let is_silent = |criterion: &str| {
        let silent = |id: &str| catalogue.cell(criterion, id).all(|rating| rating.claims.is_empty());
        catalogue.alternatives.iter().any(|alternative| silent(&alternative.id))
    };
    for criterion in &catalogue.criteria {
        assert_eq!(window.has(Role::Link, &criterion.name), is_silent(&criterion.id), "{}", criterion.id);
    }
    let silent = catalogue.criteria.iter().find(|criterion| is_silent(&criterion.id)).unwrap();
    window.click(Role::Link, &silent.name);
    window.expect(&format!(": {}", silent.name.to_lowercase()));
}
