//! Differences and merging over many odd profiles: nothing that somebody said is lost, and what is valid stays valid.

use trilemma::{
    model::{Conflict, Edit, OwnAlternative, OwnRating, Pair, PairLevel, Part, Profile, Voice, Way, merge3},
    store, wording,
};

#[path = "generated/mod.rs"]
mod generated;

use generated::{Numbers, full, profile};

/// A profile in which the order of lists says nothing.
fn sorted(profile: &Profile) -> Profile {
    let mut sorted = profile.clone();
    sorted.notes.retain(|_, note| !note.is_empty());
    sorted.ratings.sort_by(|a, b| (&a.criterion, &a.alternative).cmp(&(&b.criterion, &b.alternative)));
    sorted.criteria.sort_by(|a, b| a.id.cmp(&b.id));
    sorted.alternatives.sort_by(|a, b| a.id.cmp(&b.id));
    sorted.requirements.sort_by(|a, b| a.id.cmp(&b.id));
    sorted.voices.sort_by(|a, b| a.name.cmp(&b.name));
    sorted.elicitation.group_pairs.sort_by(|a, b| (&a.one, &a.other).cmp(&(&b.one, &b.other)));
    sorted.elicitation.criterion_pairs.sort_by(|a, b| (&a.one, &a.other).cmp(&(&b.one, &b.other)));
    sorted
}

/// Some of the differences between two profiles, as somebody's work of an hour.
fn some(numbers: &mut Numbers, from: &Profile, to: &Profile) -> Profile {
    let mut made = from.clone();
    let edits: Vec<Edit> = from.differences(to).into_iter().filter(|_| numbers.below(4) == 0).collect();
    edits.iter().for_each(|edit| made.apply(edit));
    made
}

fn is_valid(profile: &Profile) -> bool {
    profile.faults(store::shipped()).is_empty()
}

#[test]
fn differences_lead_from_one_profile_to_the_other() {
    let mut numbers = Numbers(11);
    for _ in 0..300 {
        let (a, b) = (profile(&mut numbers), profile(&mut numbers));
        let mut made = a.clone();
        a.differences(&b).iter().for_each(|edit| made.apply(edit));
        assert_eq!(sorted(&made), sorted(&Profile { schema: made.schema, ..b.clone() }));
        assert!(b.differences(&b).is_empty());
    }
    let mut made = Profile::new("x");
    made.differences(&full()).iter().for_each(|edit| made.apply(edit));
    assert_eq!(sorted(&made), sorted(&full()), "every field");
}

#[test]
fn whatever_differs_is_told_in_different_words() {
    let mut numbers = Numbers(17);
    for _ in 0..200 {
        let (a, b) = (profile(&mut numbers), profile(&mut numbers));
        for part in a.differences(&b).iter().map(Edit::part) {
            let [one, other] = wording::part_values(store::shipped(), [&a, &b], &part);
            assert_ne!(one, other, "{part:?}");
        }
    }
}

#[test]
fn what_one_side_changed_alone_is_taken_and_what_both_changed_is_asked() {
    let mut numbers = Numbers(12);
    let (mut clean, mut asked) = (0, 0);
    for _ in 0..600 {
        let (base, one, other) = (profile(&mut numbers), profile(&mut numbers), profile(&mut numbers));
        let (ours, theirs) = (some(&mut numbers, &base, &one), some(&mut numbers, &base, &other));
        if ![&base, &ours, &theirs].into_iter().all(is_valid) {
            continue;
        }
        let merged = merge3(&base, &ours, &theirs);
        let all_theirs = merged.resolved(|_| true);
        assert!(is_valid(&merged.profile) && is_valid(&all_theirs), "{:?}", merged.profile.faults(store::shipped()));
        if merged.conflicts.is_empty() {
            clean += 1;
        } else {
            asked += 1;
        }
        // Each of their edits is in the result, or is what we made of that part too, or is asked about.
        let asked_about = |part: &Part| merged.conflicts.iter().any(|Conflict { part: own, theirs }| own == part || names(theirs, part));
        for (edits, result) in [(base.differences(&theirs), &all_theirs), (base.differences(&ours), &merged.profile)] {
            for edit in edits {
                let mut same = result.clone();
                same.apply(&edit);
                assert!(sorted(&same) == sorted(result) || asked_about(&edit.part()), "{edit:?} is lost: {:#?}", merged.conflicts);
            }
        }
    }
    assert!(clean > 20 && asked > 100, "{clean} {asked}");
}

/// Whether an edit sets a part, alone or among others.
fn names(edit: &Edit, part: &Part) -> bool {
    match edit {
        Edit::All(edits) => edits.iter().any(|edit| names(edit, part)),
        edit => edit.part() == *part,
    }
}

#[test]
fn merging_is_the_same_from_both_sides() {
    let mut numbers = Numbers(13);
    for _ in 0..200 {
        let (base, one, other) = (profile(&mut numbers), profile(&mut numbers), profile(&mut numbers));
        let (ours, theirs) = (some(&mut numbers, &base, &one), some(&mut numbers, &base, &other));
        if ![&base, &ours, &theirs].into_iter().all(is_valid) {
            continue;
        }
        let (there, back) = (merge3(&base, &ours, &theirs), merge3(&base, &theirs, &ours));
        let parts = |merged: &trilemma::model::Merged| merged.conflicts.iter().map(|conflict| conflict.part.clone()).collect::<Vec<_>>();
        assert_eq!(parts(&there), parts(&back));
        if there.conflicts.is_empty() {
            assert_eq!(sorted(&there.profile), sorted(&back.profile));
        }
        assert_eq!(merge3(&base, &base, &theirs).profile, theirs);
        assert_eq!(merge3(&base, &ours, &base).profile, ours);
        assert_eq!(merge3(&base, &ours, &ours).conflicts, []);
    }
}

#[test]
fn a_criterion_that_one_took_away_and_the_other_rated_is_one_question() {
    let base = full();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.apply(&Edit::Criterion { id: "vendor".into(), criterion: None });
    let rating = OwnRating {
        criterion: "vendor".into(),
        alternative: "go".into(),
        low: 1.0,
        mode: 2.0,
        high: 3.0,
        reason: String::new(),
        evidence: None,
    };
    theirs.apply(&Edit::Rating { criterion: "vendor".into(), alternative: "go".into(), rating: Some(rating.clone()) });
    assert!(is_valid(&ours) && is_valid(&theirs));
    for (mine, other, keeps) in [(&ours, &theirs, false), (&theirs, &ours, true)] {
        let merged = merge3(&base, mine, other);
        assert_eq!(merged.conflicts.iter().map(|conflict| &conflict.part).collect::<Vec<_>>(), [&Part::Criterion("vendor".into())]);
        for (profile, has_it) in [(merged.profile.clone(), keeps), (merged.resolved(|_| true), !keeps)] {
            assert!(is_valid(&profile));
            assert_eq!(profile.criteria.len(), usize::from(has_it));
            assert_eq!(profile.ratings.contains(&rating), has_it);
        }
    }
}

#[test]
fn what_cannot_be_told_apart_is_one_question() {
    let mut base = full();
    base.voices = vec![Voice { name: "Ann".into(), points: [("latency".into(), 3.0)].into(), sealed: false }; 2];
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.voices[1].sealed = true;
    theirs.voices[0].sealed = true;
    let merged = merge3(&base, &ours, &theirs);
    assert_eq!((merged.profile.clone(), merged.resolved(|_| true)), (ours, theirs));
    assert_eq!(merged.conflicts.len(), 1);
}

#[test]
fn taking_a_thing_away_leaves_nothing_that_speaks_of_it() {
    let mut numbers = Numbers(14);
    for _ in 0..200 {
        let mut made = profile(&mut numbers);
        for own in made.criteria.clone() {
            made.apply(&Edit::Criterion { id: own.id, criterion: None });
        }
        for own in made.alternatives.clone() {
            made.apply(&Edit::Alternative { id: own.id, alternative: None });
        }
        assert!(is_valid(&made), "{:?}", made.faults(store::shipped()));
        assert_eq!(store::parse(store::write(&made).as_bytes(), store::shipped()).unwrap().profile, made);
    }
}

/// Edits that two people make at once, and the parts that they then disagree on.
fn conflicts(ours: &[Edit], theirs: &[Edit]) -> (Profile, Vec<Part>) {
    let base = full();
    let made = |edits: &[Edit]| {
        let mut made = base.clone();
        edits.iter().for_each(|edit| made.apply(edit));
        made
    };
    let merged = merge3(&base, &made(ours), &made(theirs));
    assert!(is_valid(&merged.profile) && is_valid(&merged.resolved(|_| true)));
    (merged.profile, merged.conflicts.into_iter().map(|conflict| conflict.part).collect())
}

#[test]
fn answers_of_the_ways_of_weighing_are_merged_one_by_one() {
    let swing = |criterion: &str, swing: f64| Edit::Swing { criterion: criterion.into(), swing: Some(swing) };
    let pair = |one: &str, other: &str, times| Edit::Pair { level: PairLevel::Groups, one: one.into(), other: other.into(), times };
    let (made, parts) = conflicts(
        &[swing("latency", 40.0), pair("scale", "adoption", Some(2.0)), Edit::Adopted(Some(Way::Swing))],
        &[swing("memory", 60.0), pair("safety", "adoption", Some(4.0)), Edit::Order(vec![vec!["memory".into()]]), Edit::Sealed(false)],
    );
    assert_eq!(parts, []);
    let answers = &made.elicitation;
    assert_eq!((answers.swing["latency"], answers.swing["memory"], answers.swing["vendor"]), (40.0, 60.0, 25.0));
    assert_eq!((answers.group_pairs.len(), answers.adopted, made.sealed), (3, Some(Way::Swing), false));
    assert_eq!(answers.order, [vec!["memory".to_owned()]]);

    // The same two, named the other way round, are one comparison.
    let (made, parts) = conflicts(&[pair("safety", "scale", Some(5.0))], &[pair("scale", "safety", Some(7.0))]);
    assert_eq!(parts, [Part::Pair { level: PairLevel::Groups, one: "safety".into(), other: "scale".into() }]);
    assert_eq!(made.elicitation.group_pairs, [Pair { one: "safety".into(), other: "scale".into(), times: 5.0 }]);
    let (made, parts) = conflicts(&[pair("safety", "scale", None)], &[swing("latency", 1.0)]);
    assert_eq!((made.elicitation.group_pairs, parts), (Vec::new(), Vec::new()));
}

#[test]
fn an_alternative_that_one_took_away_and_the_other_still_names_is_one_question() {
    let zig = || Part::Alternative("zig".into());
    let gone = [Edit::Alternative { id: "zig".into(), alternative: None }];
    let mut feeling = full().gut_feeling.unwrap();
    feeling.expected = Some("zig".into());
    let mut requirement = full().requirements[0].clone();
    requirement.favours = Some("zig".into());
    let mut decision = full().decision.unwrap();
    decision.chosen = Some("zig".into());
    let still = [
        Edit::GutFeeling(Some(feeling)),
        Edit::Requirement { id: requirement.id.clone(), requirement: Some(requirement) },
        Edit::Decision(Some(decision)),
    ];
    for edit in still {
        assert_eq!(conflicts(&gone, std::slice::from_ref(&edit)).1, [zig()], "{edit:?}");
        assert_eq!(conflicts(std::slice::from_ref(&edit), &gone).1, [zig()], "{edit:?}");
    }
    let ada = OwnAlternative { id: "ada".into(), name: "Ada".into() };
    let (made, parts) = conflicts(&gone, &[Edit::Alternative { id: "ada".into(), alternative: Some(ada.clone()) }]);
    assert_eq!((made.alternatives, parts), (vec![ada], Vec::new()));
}
