//! [`Edit`]: every change that a profile can undergo, and [`Profile::apply`], the one place where a profile changes.
//!
//! An edit says what something is set to, never by how much it changes, because a frame of the window may be drawn twice.

use std::collections::BTreeMap;

use super::{
    Answer, Date, Decision, GutFeeling, Id, OrderScheme, OwnAlternative, OwnCriterion, OwnRating, Pair, Profile, Requirement, RuleChange,
    Sureness, TradeOff, Voice, Way,
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
    /// Which way the points come from; set together with the points.
    Adopted(Option<Way>),
    Swing {
        criterion: Id,
        swing: Option<f64>,
    },
    /// Every swing at once, to scale them or to begin again.
    Swings(BTreeMap<Id, f64>),
    Order(Vec<Vec<Id>>),
    OrderScheme(OrderScheme),
    /// The comparison of two groups or of two criteria; how many times as important the one is, below 1 if less.
    Pair {
        level: PairLevel,
        one: Id,
        other: Id,
        times: Option<f64>,
    },
    TradeOffs(Vec<TradeOff>),
    Sealed(bool),
    GutFeeling(Option<GutFeeling>),
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
    /// Points of one or several criteria of one voice, in one gesture.
    VoicePoints {
        name: String,
        points: BTreeMap<Id, Option<f64>>,
    },
    Decision(Option<Decision>),
    Seed(u64),
    /// Everything at once: an earlier version, somebody else's, a merged one.
    Whole(Box<Profile>),
    /// Several changes that are one step, named after the first.
    All(Vec<Edit>),
}

/// What a comparison of two is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PairLevel {
    Groups,
    Criteria,
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
            Edit::Adopted(way) => self.elicitation.adopted = way,
            Edit::Swing { criterion, swing } => set_entry(&mut self.elicitation.swing, criterion, swing),
            Edit::Swings(swings) => self.elicitation.swing = swings,
            Edit::Order(order) => self.elicitation.order = order,
            Edit::OrderScheme(scheme) => self.elicitation.order_scheme = scheme,
            Edit::Pair { level, one, other, times } => {
                let pairs = match level {
                    PairLevel::Groups => &mut self.elicitation.group_pairs,
                    PairLevel::Criteria => &mut self.elicitation.criterion_pairs,
                };
                set_item(pairs, |pair| pair.is_of(&one, &other), times.map(|times| Pair::ordered(&one, &other, times)));
            }
            Edit::TradeOffs(asked) => self.elicitation.trade_offs = asked,
            Edit::Sealed(sealed) => self.sealed = sealed,
            Edit::GutFeeling(feeling) => self.gut_feeling = feeling,
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
            Edit::VoicePoints { name, points } => {
                for voice in self.voices.iter_mut().filter(|voice| voice.name == name) {
                    for (criterion, value) in &points {
                        set_entry(&mut voice.points, criterion.clone(), *value);
                    }
                }
            }
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
        self.elicitation.forget(id);
        self.requirements.retain(|own| own.at_least.as_ref().is_none_or(|threshold| threshold.criterion != id));
        for points in self.rules.values_mut().map(|change| &mut change.points).chain(self.voices.iter_mut().map(|voice| &mut voice.points))
        {
            points.remove(id);
        }
    }

    /// The same for an alternative.
    fn forget_alternative(&mut self, id: &str) {
        self.ratings.retain(|own| own.alternative != id);
        self.gut_feeling.iter_mut().for_each(|feeling| drop(feeling.expected.take_if(|expected| expected == id)));
        for own in &mut self.requirements {
            own.judgements.remove(id);
            own.favours.take_if(|favoured| favoured == id);
        }
        self.facts.0.retain(|_, answer| match answer {
            Answer::One(_) => true,
            Answer::Each(parts) => parts.remove(id).is_none() || !parts.is_empty(),
        });
        if let Some(decision) = &mut self.decision {
            decision.chosen.take_if(|chosen| chosen == id);
            decision.leader.take_if(|leader| leader == id);
            decision.scores.remove(id);
        }
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
    use crate::model::{Judgement, Threshold};

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
    fn a_voice_has_points_of_its_own() {
        let mut profile = Profile::new("p");
        let set = |name: &str, value| Edit::VoicePoints { name: name.into(), points: BTreeMap::from([("latency".to_owned(), value)]) };
        profile.apply(&set("Ann", Some(4.0)));
        assert_eq!(profile, Profile::new("p"), "nobody is called that");
        for name in ["Ann", "Ben"] {
            let voice = Voice { name: name.into(), points: BTreeMap::new(), sealed: false };
            profile.apply(&Edit::Voice { name: name.into(), voice: Some(voice) });
        }
        profile.apply(&set("Ben", Some(4.0)));
        assert_eq!((profile.voices[0].points.len(), profile.voices[1].points["latency"]), (0, 4.0));
        profile.apply(&set("Ben", None));
        assert!(profile.voices[1].points.is_empty() && profile.points.is_empty());
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
        profile.apply(&Edit::Swing { criterion: id.clone(), swing: Some(100.0) });
        profile.apply(&Edit::AxisOrder(vec![id.clone()]));
        let threshold = Requirement { at_least: Some(Threshold { criterion: id.clone(), rating: 5.0 }), ..Requirement::new("supported") };
        profile.apply(&Edit::Requirement { id: "supported".into(), requirement: Some(threshold) });
        profile.apply(&Edit::Criterion { id, criterion: None });
        assert_eq!(profile, before);
    }

    #[test]
    fn a_comparison_is_kept_once_whichever_way_round_it_is_set() {
        let mut profile = Profile::new("p");
        let pair = |one: &str, other: &str, times| Edit::Pair { level: PairLevel::Groups, one: one.into(), other: other.into(), times };
        profile.apply(&pair("scale", "safety", Some(3.0)));
        profile.apply(&pair("safety", "scale", Some(5.0)));
        assert_eq!(profile.elicitation.group_pairs, [Pair { one: "safety".into(), other: "scale".into(), times: 5.0 }]);
        profile.apply(&pair("scale", "safety", None));
        assert!(profile.elicitation.is_empty());
    }

    #[test]
    fn taking_away_an_alternative_takes_what_hangs_on_it() {
        let mut profile = Profile::new("p");
        profile.apply(&Edit::Requirement { id: "mandate".into(), requirement: Some(Requirement::new("mandate")) });
        profile.apply(&Edit::Decision(Some(Decision::default())));
        let before = profile.clone();
        let id = "zig".to_owned();
        profile.apply(&Edit::Alternative { id: id.clone(), alternative: Some(OwnAlternative { id: id.clone(), name: "Zig".into() }) });
        profile.apply(&Edit::Fact { question: "team".into(), answer: Some(Answer::Each([(id.clone(), "some".into())].into())) });
        let requirement =
            Requirement { judgements: [(id.clone(), Judgement::Fails)].into(), favours: Some(id.clone()), ..Requirement::new("mandate") };
        profile.apply(&Edit::Requirement { id: "mandate".into(), requirement: Some(requirement) });
        let decision =
            Decision { chosen: Some(id.clone()), leader: Some(id.clone()), scores: [(id.clone(), 1.0)].into(), ..Decision::default() };
        profile.apply(&Edit::Decision(Some(decision)));
        profile.apply(&Edit::Alternative { id, alternative: None });
        assert_eq!(profile, before);
    }
}
