//! [`merge3`]: what two people made of one profile, put together part by part, with what they disagree on as data.
//!
//! Who they are, where the files lie and who decides is not known here.

use super::{Edit, Part, Profile};

/// Two people's changes in one profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// Everything that either changed; where they disagree, ours.
    pub profile: Profile,
    /// What both changed, and not to the same.
    pub conflicts: Vec<Conflict>,
}

/// A part that both changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    pub part: Part,
    /// Makes it theirs in [`Merged::profile`].
    pub theirs: Edit,
}

impl Merged {
    /// The profile with their side of every conflict at whose position `takes_theirs` says so.
    pub fn resolved(&self, takes_theirs: impl Fn(usize) -> bool) -> Profile {
        let mut profile = self.profile.clone();
        let chosen = self.conflicts.iter().enumerate().filter(|(at, _)| takes_theirs(*at));
        chosen.for_each(|(_, conflict)| profile.apply(&conflict.theirs));
        profile
    }
}

/// Puts together what `ours` and `theirs` made of `base`. Pure and total; what is valid on all three sides stays valid, whichever
/// side of each conflict is taken, but for limits on how much a profile may hold.
pub fn merge3(base: &Profile, ours: &Profile, theirs: &Profile) -> Merged {
    let whole = |profile: &Profile| Merged { profile: profile.clone(), conflicts: Vec::new() };
    if base == ours {
        return whole(theirs);
    }
    if base == theirs || ours == theirs {
        return whole(ours);
    }
    if [base, ours, theirs].into_iter().any(Profile::has_twins) {
        let conflict = Conflict { part: Part::Whole, theirs: Edit::Whole(Box::new(theirs.clone())) };
        return Merged { profile: ours.clone(), conflicts: vec![conflict] };
    }
    let (our_edits, their_edits) = (base.differences(ours), base.differences(theirs));
    let contested = contested(&our_edits, &their_edits);
    let speaks_of = |edit: &Edit| contested.iter().any(|part| id(part).is_some_and(|id| edit.mentions(id)));
    // What one side took away and the other still speaks of is one question: is it there or not, with all that hangs on it?
    let mut conflicts: Vec<Conflict> = Vec::new();
    for part in &contested {
        let about = ours.differences(theirs).into_iter().filter(|edit| id(part).is_some_and(|id| edit.mentions(id)));
        let about: Vec<Edit> = about.chain(leftovers(part, ours, theirs)).collect();
        conflicts.push(Conflict { part: part.clone(), theirs: Edit::All(about) });
    }
    let mut profile = ours.clone();
    for edit in their_edits.into_iter().filter(|edit| !speaks_of(edit)) {
        let part = edit.part();
        match our_edits.iter().find(|own| own.part() == part) {
            None => profile.apply(&edit),
            Some(own) if *own == edit || contested.contains(&part) => {}
            Some(own) if speaks_of(own) => {}
            Some(_) => conflicts.push(Conflict { part, theirs: edit }),
        }
    }
    conflicts.sort_by(|a, b| a.part.cmp(&b.part));
    Merged { profile, conflicts }
}

/// The own criteria and alternatives that one side took away while the other changed something about them.
fn contested(ours: &[Edit], theirs: &[Edit]) -> Vec<Part> {
    let gone = |edit: &Edit| matches!(edit, Edit::Criterion { criterion: None, .. } | Edit::Alternative { alternative: None, .. });
    let mut contested = Vec::new();
    for (side, other) in [(ours, theirs), (theirs, ours)] {
        for edit in side.iter().filter(|edit| gone(edit)) {
            let part = edit.part();
            // What both took away, nobody speaks of any more: taking away what hangs on it mentions it, too.
            let is_kept = id(&part).is_some_and(|id| other.iter().any(|edit| edit.mentions(id))) && !other.contains(edit);
            if is_kept && !contested.contains(&part) {
                contested.push(part);
            }
        }
    }
    contested
}

/// The criterion or alternative that a part is about.
fn id(part: &Part) -> Option<&str> {
    match part {
        Part::Criterion(id) | Part::Alternative(id) => Some(id),
        _ => None,
    }
}

/// Parts that spoke of a contested thing in `ours` and no longer do in `theirs`: their edits mention it no more.
fn leftovers(part: &Part, ours: &Profile, theirs: &Profile) -> Vec<Edit> {
    let Some(id) = id(part) else { return Vec::new() };
    let speaking: Vec<Part> = theirs.differences(ours).iter().filter(|edit| edit.mentions(id)).map(Edit::part).collect();
    ours.differences(theirs).into_iter().filter(|edit| !edit.mentions(id) && speaking.contains(&edit.part())).collect()
}
