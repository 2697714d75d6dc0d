//! [`verify`]: whether a recorded decision still holds: its leader, its requirements, its numbers, its evidence; and what a later
//! catalogue says of it.
//!
//! No clock: the day is handed in. Whether the text of a record says what was computed is `export`'s.

use serde::Serialize;

use super::{Assessment, Difference, ExpiredRating, Ground, Side, assess, compare_profiles, decision::rounded, expired_ratings, used};
use crate::model::{Catalogue, Date, Id, Profile, Rating};

/// Why a decision no longer holds. Positions are those of the assessment that it was verified with.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Failing {
    /// There is no decision with numbers to compute again.
    NothingRecorded,
    /// Somebody else leads now; by id, `None` where nobody qualifies.
    LeaderChanged { recorded: Id, now: Option<Id> },
    /// What was chosen, or led, fails requirements.
    RequirementFails { alternative: Id, requirements: Vec<Id> },
    /// A recorded score is not what is computed; `None` for an alternative that does not exist any more.
    Score { alternative: Id, recorded: f64, computed: Option<f64> },
    /// A rating was in date when the decision was made, and is no longer.
    Expired { alternative: Id, criterion: Id, held_to: i16 },
    /// With the present catalogue somebody else leads.
    LeaderChangedSince { catalogue: String, before: Id, now: Option<Id> },
    /// With the present catalogue what was chosen, or led, fails requirements.
    RequirementFailsSince { catalogue: String, alternative: Id, requirements: Vec<Id> },
}

/// What should be known although the decision holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Remark {
    /// So many ratings rested on old evidence already on the day of the decision.
    OldFromTheStart { count: usize },
    /// The numbers of the decision come from another catalogue than the one that they were computed with now.
    DecidedWith { recorded: String, present: String },
    /// It was recorded with another catalogue than this one; nothing can be said of later changes.
    OtherCatalogue { recorded: String, present: String },
    /// The catalogue has changed since, by version from and to; nothing of it touches this profile if no rating is named.
    CatalogueChanged { from: String, to: String, ratings: Vec<RatingChange>, changes_weights: bool, changes_kind: bool },
}

/// A rating with weight that a later catalogue gives otherwise.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RatingChange {
    pub alternative: Id,
    pub criterion: Id,
    pub from: Rating,
    pub to: Rating,
    /// What that does to the alternative's score, in points.
    pub effect: f64,
}

/// What verifying came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Verification {
    pub failings: Vec<Failing>,
    pub remarks: Vec<Remark>,
}

impl Verification {
    pub fn holds(&self) -> bool {
        self.failings.is_empty()
    }
}

/// Verifies the decision that a profile records, against an assessment with the catalogue in hand.
pub fn verify(catalogue: &Catalogue, profile: &Profile, assessment: &Assessment, as_of: Date) -> Verification {
    let mut found = Verification::default();
    match &profile.decision {
        Some(decision) if !decision.scores.is_empty() => numbers(profile, assessment, &mut found),
        _ => found.failings.push(Failing::NothingRecorded),
    }
    requirements(profile, assessment, &mut found);
    evidence(catalogue, profile, assessment, as_of, &mut found);
    let recorded = profile.decision.as_ref().map(|decision| &decision.catalogue).filter(|recorded| !recorded.is_empty());
    if let Some(recorded) = recorded.filter(|recorded| **recorded != catalogue.edition()) {
        found.remarks.push(Remark::DecidedWith { recorded: recorded.clone(), present: catalogue.edition() });
    }
    found
}

/// Verifies a record by what it carries, and says what the `present` catalogue makes of it. Its text is not looked at here, so a
/// record that nobody has decided on yet holds as well.
pub fn verify_record(ground: &Ground, present: &Catalogue, as_of: Date) -> Verification {
    let Ground { catalogue, profile, assessment, .. } = ground;
    let mut found = verify(catalogue, profile, assessment, as_of);
    found.failings.retain(|failing| *failing != Failing::NothingRecorded);
    since(ground, present, &mut found);
    found
}

/// The leader and the scores of the day of the decision.
fn numbers(profile: &Profile, assessment: &Assessment, found: &mut Verification) {
    let Some(decision) = &profile.decision else { return };
    let leader = assessment.leader().map(|leader| &leader.id);
    if let Some(recorded) = decision.leader.as_ref().or(decision.chosen.as_ref())
        && Some(recorded) != leader
    {
        found.failings.push(Failing::LeaderChanged { recorded: recorded.clone(), now: leader.cloned() });
    }
    for (id, recorded) in &decision.scores {
        let computed = assessment.alternative(id).map(|i| assessment.alternatives[i].score);
        if computed.is_none_or(|computed| !is_same(*recorded, computed)) {
            found.failings.push(Failing::Score { alternative: id.clone(), recorded: *recorded, computed });
        }
    }
}

/// Whether a number is what was recorded, as exactly as it was written: `7.8` stands for what rounds to it.
fn is_same(recorded: f64, computed: f64) -> bool {
    let written = recorded.to_string();
    let decimals = written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    rounded(computed, decimals) == recorded
}

/// What was chosen, or else leads, as a position.
fn decided(profile: &Profile, assessment: &Assessment) -> Option<usize> {
    let decision = profile.decision.as_ref()?;
    decision.chosen.as_ref().or(decision.leader.as_ref()).and_then(|id| assessment.alternative(id))
}

fn failed(profile: &Profile, assessment: &Assessment) -> Option<(Id, Vec<Id>)> {
    let alternative = &assessment.alternatives[decided(profile, assessment)?];
    (!alternative.is_eligible()).then(|| (alternative.id.clone(), alternative.failed.clone()))
}

fn requirements(profile: &Profile, assessment: &Assessment, found: &mut Verification) {
    if let Some((alternative, requirements)) = failed(profile, assessment) {
        found.failings.push(Failing::RequirementFails { alternative, requirements });
    }
}

fn evidence(catalogue: &Catalogue, profile: &Profile, assessment: &Assessment, as_of: Date, found: &mut Verification) {
    // Without any day, what the catalogue held to be current is meant.
    let decided_on = profile.decision.as_ref().and_then(|decision| decision.date).or(profile.date).unwrap_or(catalogue.date);
    let from_the_start = expired_ratings(catalogue, assessment, decided_on);
    let now = expired_ratings(catalogue, assessment, as_of);
    for ExpiredRating { alternative, criterion, held_to } in now.into_iter().filter(|expired| !from_the_start.contains(expired)) {
        found.failings.push(Failing::Expired {
            alternative: assessment.alternatives[alternative].id.clone(),
            criterion: assessment.criteria[criterion].id.clone(),
            held_to,
        });
    }
    if !from_the_start.is_empty() {
        found.remarks.push(Remark::OldFromTheStart { count: from_the_start.len() });
    }
}

/// What the present catalogue says otherwise than the one that the record carries.
fn since(ground: &Ground, present: &Catalogue, found: &mut Verification) {
    let Ground { catalogue, profile, assessment, .. } = ground;
    if present.name != catalogue.name {
        let (recorded, present) = (catalogue.name.clone(), present.name.clone());
        found.remarks.push(Remark::OtherCatalogue { recorded, present });
        return;
    }
    // What was made of the profile since must not be laid on the catalogue.
    if present.edition() == catalogue.edition() && is_part_of(catalogue, present) {
        return;
    }
    let part = used(present, profile);
    let now = assess(&part, profile);
    let (before, after) = (Side { catalogue, profile, assessment }, Side { catalogue: &part, profile, assessment: &now });
    let comparison = compare_profiles(before, after);
    let version = part.edition();
    let leader = |assessment: &Assessment| assessment.leader().map(|leader| leader.id.clone());
    if let Some(before) = leader(assessment).filter(|before| Some(before) != leader(&now).as_ref()) {
        found.failings.push(Failing::LeaderChangedSince { catalogue: version.clone(), before, now: leader(&now) });
    }
    if failed(profile, assessment).is_none()
        && let Some((alternative, requirements)) = failed(profile, &now)
    {
        found.failings.push(Failing::RequirementFailsSince { catalogue: version.clone(), alternative, requirements });
    }
    let mut ratings = Vec::new();
    for change in &comparison.scores {
        for (j, criterion) in comparison.criteria.iter().enumerate().filter(|(_, criterion)| criterion.weights != [0.0, 0.0]) {
            let rating = |assessment: &Assessment, i: usize| assessment.criterion(&criterion.id).map(|j| assessment.ratings[i][j].rating);
            let (Some(from), Some(to)) = (rating(assessment, change.places[0]), rating(&now, change.places[1])) else { continue };
            if from != to {
                let effect = change.parts.iter().find(|part| part.criterion == j).map_or(0.0, |part| part.by_rating);
                ratings.push(RatingChange { alternative: change.id.clone(), criterion: criterion.id.clone(), from, to, effect });
            }
        }
    }
    let changes_weights = comparison.criteria.iter().any(|criterion| (criterion.weights[0] - criterion.weights[1]).abs() > 1e-9);
    let changes_kind = assessment.verdict.kind != now.verdict.kind;
    // A version that changes nothing that this profile uses is not worth a word.
    if !ratings.is_empty() || changes_weights || changes_kind || comparison.differences.contains(&Difference::Catalogue) {
        let from = catalogue.edition();
        found.remarks.push(Remark::CatalogueChanged { from, to: version, ratings, changes_weights, changes_kind });
    }
}

/// Whether everything in a part stands in the whole as well, unchanged.
fn is_part_of(part: &Catalogue, whole: &Catalogue) -> bool {
    fn all_in<T: PartialEq>(part: &[T], whole: &[T]) -> bool {
        part.iter().all(|item| whole.contains(item))
    }
    part.alternatives == whole.alternatives
        && part.groups == whole.groups
        && part.criteria == whole.criteria
        && part.interview.questions == whole.interview.questions
        && part.designs == whole.designs
        && all_in(&part.ratings, &whole.ratings)
        && all_in(&part.interview.rules, &whole.interview.rules)
        && all_in(&part.requirements, &whole.requirements)
        && all_in(&part.evidence, &whole.evidence)
        && all_in(&part.claims, &whole.claims)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::with_numbers,
        model::{Answer, Decision, DecisionStatus},
        store,
    };

    const DAY: Date = Date::constant(2026, 11, 23);

    /// A decision with its numbers.
    fn decided() -> Profile {
        let catalogue = store::shipped();
        let mut profile = store::example("public-api").unwrap().profile.clone();
        let decision = Decision {
            status: DecisionStatus::Accepted,
            chosen: Some("go".into()),
            decided_by: vec!["Ann".into()],
            date: Some(DAY),
            ..Decision::default()
        };
        profile.decision = Some(with_numbers(decision, catalogue, &assess(catalogue, &profile)));
        profile
    }

    fn verified(profile: &Profile, as_of: Date) -> Verification {
        let catalogue = store::shipped();
        verify(catalogue, profile, &assess(catalogue, profile), as_of)
    }

    #[test]
    fn a_decision_holds_until_something_changes() {
        assert!(verified(&decided(), DAY).holds(), "{:?}", verified(&decided(), DAY));
        let mut weight = decided();
        weight.points.insert("latency".into(), 9.0);
        assert!(verified(&weight, DAY).failings.iter().all(|failing| matches!(failing, Failing::Score { .. })));
        assert_eq!(verified(&weight, DAY).failings.len(), 3);
        let mut fact = decided();
        fact.facts.0.insert("latency".into(), Answer::One("hard_1ms".into()));
        let kinds = verified(&fact, DAY).failings;
        assert!(matches!(&kinds[0], Failing::LeaderChanged { recorded, now: Some(now) } if recorded == "go" && now == "rust"), "{kinds:?}");
        assert!(matches!(kinds.last(), Some(Failing::RequirementFails { alternative, .. }) if alternative == "go"), "{kinds:?}");
        assert_eq!(verified(&store::example("prototype").unwrap().profile, DAY).failings, [Failing::NothingRecorded]);
    }

    #[test]
    fn evidence_that_was_in_date_expires() {
        let later = verified(&decided(), Date::constant(2031, 1, 1));
        assert!(later.failings.iter().any(|failing| matches!(failing, Failing::Expired { criterion, .. } if criterion == "community")));
        assert_eq!(later.remarks, []);
        // What was old already on the day of the decision does not expire.
        let mut late = decided();
        late.decision.as_mut().unwrap().date = Some(Date::constant(2031, 1, 1));
        let later = verified(&late, Date::constant(2031, 6, 1));
        assert_eq!(later.failings, []);
        assert!(matches!(later.remarks.as_slice(), [Remark::OldFromTheStart { count: 1.. }]), "{:?}", later.remarks);
    }

    #[test]
    fn a_number_is_as_exact_as_it_is_written() {
        assert!(is_same(7.8, 7.84) && !is_same(7.8, 7.86) && is_same(7.0, 7.04) && !is_same(7.8123, 7.8124));
    }

    #[test]
    fn a_later_catalogue_says_what_changed_and_whether_it_matters() {
        let ground = Ground::new(store::shipped(), &decided(), 1);
        assert!(
            verify_record(&ground, store::shipped(), DAY).remarks.iter().all(|remark| matches!(remark, Remark::OldFromTheStart { .. }))
        );
        let mut later = store::shipped().clone();
        later.version = "2027.3".into();
        let entry = later.ratings.iter_mut().find(|entry| entry.criterion == "development_speed" && entry.alternative == "go").unwrap();
        (entry.low, entry.mode) = (6.5, 7.0);
        let small = verify_record(&ground, &later, DAY);
        let Some(Remark::CatalogueChanged { ratings, .. }) = small.remarks.last() else { panic!("{:?}", small.remarks) };
        assert_eq!((ratings.len(), ratings[0].criterion.as_str(), small.holds()), (1, "development_speed", true));
        let entry = later.ratings.iter_mut().find(|entry| entry.criterion == "development_speed" && entry.alternative == "go").unwrap();
        (entry.low, entry.mode, entry.high) = (0.0, 0.0, 1.0);
        let large = verify_record(&ground, &later, DAY);
        assert!(matches!(&large.failings[..], [Failing::LeaderChangedSince { before, .. }] if before == "go"), "{:?}", large.failings);
        later.name = "Somebody else's".into();
        assert!(matches!(verify_record(&ground, &later, DAY).remarks.last(), Some(Remark::OtherCatalogue { .. })));
    }
}
