//! [`Edit`]: every change that a profile can undergo, and [`Profile::apply`], the one place where a profile changes.
//!
//! An edit says what something is set to, never by how much it changes, because a frame of the window may be drawn twice.

use std::collections::BTreeMap;

use super::{
    Answer, Date, Decision, Elicitation, Id, OwnAlternative, OwnCriterion, OwnRating, Profile, Requirement, RuleChange, Sureness, Voice,
};

/// One change to a profile. `None` takes the thing away, back to what it would be without it.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Name(String),
    Context(String),
    Date(Option<Date>),
    Fact {
        question: Id,
        answer: Option<Answer>,
    },
    Rule {
        rule: Id,
        change: Option<RuleChange>,
    },
    /// Points of one or several criteria in one gesture: a slider, a group, a reset.
    Points(BTreeMap<Id, Option<f64>>),
    Elicitation(Elicitation),
    Sureness(Sureness),
    Rating {
        criterion: Id,
        alternative: Id,
        rating: Option<OwnRating>,
    },
    Criterion {
        id: Id,
        criterion: Option<OwnCriterion>,
    },
    Alternative {
        id: Id,
        alternative: Option<OwnAlternative>,
    },
    Requirement {
        id: Id,
        requirement: Option<Requirement>,
    },
    Note {
        criterion: Id,
        note: String,
    },
    AxisOrder(Vec<Id>),
    Voice {
        name: String,
        voice: Option<Voice>,
    },
    Decision(Option<Decision>),
    Seed(u64),
    /// Everything at once: an earlier version, somebody else's, a merged one.
    Whole(Box<Profile>),
    /// Several changes that are one step, named after the first.
    All(Vec<Edit>),
}

impl Profile {
    /// Sets what `edit` says. Applying the same edit twice is the same as once.
    pub fn apply(&mut self, edit: &Edit) {
        match edit.clone() {
            Edit::Name(name) => self.name = name,
            Edit::Context(context) => self.context = context,
            Edit::Date(date) => self.date = date,
            Edit::Fact { question, answer } => set_entry(&mut self.facts.0, question, answer),
            Edit::Rule { rule, change } => set_entry(&mut self.rules, rule, change),
            Edit::Points(points) => {
                for (criterion, value) in points {
                    set_entry(&mut self.points, criterion, value);
                }
            }
            Edit::Elicitation(elicitation) => self.elicitation = elicitation,
            Edit::Sureness(sureness) => self.sureness = sureness,
            Edit::Rating { criterion, alternative, rating } => {
                set_item(&mut self.ratings, |own| own.criterion == criterion && own.alternative == alternative, rating);
            }
            Edit::Criterion { id, criterion } => {
                if criterion.is_none() {
                    self.forget_criterion(&id);
                }
                set_item(&mut self.criteria, |own| own.id == id, criterion);
            }
            Edit::Alternative { id, alternative } => {
                if alternative.is_none() {
                    self.forget_alternative(&id);
                }
                set_item(&mut self.alternatives, |own| own.id == id, alternative);
            }
            Edit::Requirement { id, requirement } => set_item(&mut self.requirements, |own| own.id == id, requirement),
            Edit::Note { criterion, note } => set_entry(&mut self.notes, criterion, Some(note).filter(|note| !note.is_empty())),
            Edit::AxisOrder(order) => self.axis_order = order,
            Edit::Voice { name, voice } => set_item(&mut self.voices, |own| own.name == name, voice),
            Edit::Decision(decision) => self.decision = decision,
            Edit::Seed(seed) => self.seed = seed,
            Edit::Whole(profile) => *self = *profile,
            Edit::All(edits) => edits.iter().for_each(|edit| self.apply(edit)),
        }
    }

    /// Takes away everything that speaks of a criterion: a file that refers to what nobody knows could not be read again.
    fn forget_criterion(&mut self, id: &str) {
        self.points.remove(id);
        self.notes.remove(id);
        self.ratings.retain(|own| own.criterion != id);
        self.axis_order.retain(|axis| axis != id);
        self.rules.values_mut().for_each(|change| {
            change.points.remove(id);
        });
        self.voices.iter_mut().for_each(|voice| {
            voice.points.remove(id);
        });
        self.requirements.retain(|own| own.at_least.as_ref().is_none_or(|threshold| threshold.criterion != id));
        match &mut self.elicitation {
            Elicitation::Direct => {}
            Elicitation::Swing(swings) => drop(swings.remove(id)),
            Elicitation::RankOrder(tiers) => tiers.iter_mut().for_each(|tier| tier.retain(|own| own != id)),
            Elicitation::Pairwise(pairs) => pairs.retain(|(one, other, _)| one != id && other != id),
        }
    }

    /// The same for an alternative. A decision stays as it was recorded.
    fn forget_alternative(&mut self, id: &str) {
        self.ratings.retain(|own| own.alternative != id);
        // One that said nothing else would become an id that nobody knows.
        self.requirements.retain_mut(|own| {
            let is_emptied = own.judgements.remove(id).is_some() && own.judgements.is_empty();
            !(is_emptied && own.name.is_empty() && own.at_least.is_none() && !own.outside)
        });
        self.facts.0.retain(|_, answer| match answer {
            Answer::One(_) => true,
            Answer::Each(parts) => parts.remove(id).is_none() || !parts.is_empty(),
        });
    }
}

fn set_entry<V>(map: &mut BTreeMap<Id, V>, key: Id, value: Option<V>) {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    };
}

/// Replaces the item in its place, appends a new one, or removes it.
fn set_item<T>(items: &mut Vec<T>, is_it: impl Fn(&T) -> bool, value: Option<T>) {
    match (items.iter().position(is_it), value) {
        (Some(at), Some(value)) => items[at] = value,
        (Some(at), None) => drop(items.remove(at)),
        (None, Some(value)) => items.push(value),
        (None, None) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_is_absolute() {
        let mut once = Profile::new("p");
        let edit = Edit::Points(BTreeMap::from([("latency".to_owned(), Some(4.0)), ("memory".to_owned(), Some(2.0))]));
        once.apply(&edit);
        let mut twice = once.clone();
        twice.apply(&edit);
        assert_eq!(once, twice);
        once.apply(&Edit::Points(BTreeMap::from([("latency".to_owned(), None)])));
        assert_eq!(once.points, BTreeMap::from([("memory".to_owned(), 2.0)]));
    }

    #[test]
    fn taking_away_a_criterion_takes_what_hangs_on_it() {
        let mut profile = Profile::new("p");
        let before = profile.clone();
        let id = "vendor".to_owned();
        let criterion =
            OwnCriterion { id: id.clone(), name: "Vendor".into(), group: "adoption".into(), worst: String::new(), best: String::new() };
        profile.apply(&Edit::Criterion { id: id.clone(), criterion: Some(criterion) });
        profile.apply(&Edit::Points(BTreeMap::from([(id.clone(), Some(3.0))])));
        profile.apply(&Edit::Note { criterion: id.clone(), note: "why".into() });
        profile.apply(&Edit::Criterion { id, criterion: None });
        assert_eq!(profile, before);
    }
}
