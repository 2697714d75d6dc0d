//! [`Profile::differences`]: how two profiles differ, part by part, as the edits that lead from one to the other.
//!
//! How a difference is worded is not here, nor what it does to the verdict.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answer, Edit, Elicitation, Id, Pair, PairLevel, Profile};

/// A part of a profile that is set as one: what a difference is about, and the smallest thing that two people can disagree on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Name,
    Context,
    Date,
    Fact(Id),
    Rule(Id),
    Points(Id),
    Adopted,
    Swing(Id),
    Order,
    OrderScheme,
    /// `one` comes before `other`, whichever matters more.
    Pair {
        level: PairLevel,
        one: Id,
        other: Id,
    },
    TradeOffs,
    Sureness,
    Sealed,
    GutFeeling,
    Rating {
        criterion: Id,
        alternative: Id,
    },
    Criterion(Id),
    Alternative(Id),
    Requirement(Id),
    Note(Id),
    AxisOrder,
    Voice(String),
    Decision,
    Seed,
    /// Everything at once.
    Whole,
}

impl Edit {
    /// The part that this edit sets; several parts at once are the whole.
    pub fn part(&self) -> Part {
        match self {
            Self::Name(_) => Part::Name,
            Self::Context(_) => Part::Context,
            Self::Date(_) => Part::Date,
            Self::Fact { question, .. } => Part::Fact(question.clone()),
            Self::Rule { rule, .. } => Part::Rule(rule.clone()),
            Self::Points(points) => match points.keys().next() {
                Some(criterion) if points.len() == 1 => Part::Points(criterion.clone()),
                _ => Part::Whole,
            },
            Self::Adopted(_) => Part::Adopted,
            Self::Swing { criterion, .. } => Part::Swing(criterion.clone()),
            Self::Order(_) => Part::Order,
            Self::OrderScheme(_) => Part::OrderScheme,
            Self::Pair { level, one, other, .. } => {
                let (one, other) = in_order(one, other);
                Part::Pair { level: *level, one, other }
            }
            Self::TradeOffs(_) => Part::TradeOffs,
            Self::Sureness(_) => Part::Sureness,
            Self::Sealed(_) => Part::Sealed,
            Self::GutFeeling(_) => Part::GutFeeling,
            Self::Rating { criterion, alternative, .. } => Part::Rating { criterion: criterion.clone(), alternative: alternative.clone() },
            Self::Criterion { id, .. } => Part::Criterion(id.clone()),
            Self::Alternative { id, .. } => Part::Alternative(id.clone()),
            Self::Requirement { id, .. } => Part::Requirement(id.clone()),
            Self::Note { criterion, .. } => Part::Note(criterion.clone()),
            Self::AxisOrder(_) => Part::AxisOrder,
            Self::Voice { name, .. } | Self::VoicePoints { name, .. } => Part::Voice(name.clone()),
            Self::Decision(_) => Part::Decision,
            Self::Seed(_) => Part::Seed,
            Self::Swings(_) | Self::Whole(_) | Self::All(_) => Part::Whole,
        }
    }

    /// Whether what is set speaks of the criterion or alternative `id`.
    pub(super) fn mentions(&self, id: &str) -> bool {
        let has = |map: &BTreeMap<Id, f64>| map.contains_key(id);
        match self {
            Self::Fact { answer: Some(Answer::Each(parts)), .. } => parts.contains_key(id),
            Self::Rule { change: Some(change), .. } => has(&change.points),
            Self::Points(points) => points.contains_key(id),
            Self::Swing { criterion, .. } => criterion == id,
            Self::Swings(swings) => has(swings),
            Self::Order(order) => order.iter().flatten().any(|own| own == id),
            Self::Pair { level: PairLevel::Criteria, one, other, .. } => one == id || other == id,
            Self::TradeOffs(asked) => asked.iter().any(|asked| asked.one == id || asked.other == id),
            Self::GutFeeling(Some(feeling)) => feeling.expected.as_deref() == Some(id),
            Self::Rating { criterion, alternative, .. } => criterion == id || alternative == id,
            Self::Criterion { id: own, .. } | Self::Alternative { id: own, .. } => own == id,
            Self::Requirement { requirement: Some(own), .. } => {
                let is_threshold = own.at_least.as_ref().is_some_and(|threshold| threshold.criterion == id);
                is_threshold || own.judgements.contains_key(id) || own.favours.as_deref() == Some(id)
            }
            Self::Note { criterion, .. } => criterion == id,
            Self::AxisOrder(order) => order.iter().any(|own| own == id),
            Self::Voice { voice: Some(voice), .. } => has(&voice.points),
            Self::VoicePoints { points, .. } => points.contains_key(id),
            Self::Decision(Some(decision)) => {
                [&decision.chosen, &decision.leader].iter().any(|named| named.as_deref() == Some(id)) || has(&decision.scores)
            }
            Self::All(edits) => edits.iter().any(|edit| edit.mentions(id)),
            _ => false,
        }
    }
}

impl Profile {
    /// What has to be set so that this profile becomes `other`, one edit a part, in the order of the file. Applied in this order
    /// they give `other`, but for the order of lists, which says nothing but how things are shown.
    pub fn differences(&self, other: &Self) -> Vec<Edit> {
        // Named one by one, so that a new field cannot be forgotten here.
        let Self {
            schema: _,
            name,
            context,
            date,
            facts,
            rules,
            points,
            elicitation: Elicitation { adopted, swing, order, order_scheme, group_pairs, criterion_pairs, trade_offs },
            sureness,
            sealed,
            gut_feeling,
            ratings,
            criteria,
            alternatives,
            requirements,
            notes,
            axis_order,
            voices,
            decision,
            seed,
        } = other;
        let mut edits = Vec::new();
        let mut set = |differs: bool, edit: Edit| {
            if differs {
                edits.push(edit);
            }
        };
        set(self.name != *name, Edit::Name(name.clone()));
        set(self.context != *context, Edit::Context(context.clone()));
        set(self.date != *date, Edit::Date(*date));
        // What others refer to comes before them, so that a criterion that is taken away takes with it only what goes anyway.
        items(&self.criteria, criteria, |own| own.id.clone(), |id, criterion| set(true, Edit::Criterion { id, criterion }));
        items(&self.alternatives, alternatives, |own| own.id.clone(), |id, alternative| set(true, Edit::Alternative { id, alternative }));
        entries(&self.facts.0, &facts.0, |question, answer| set(true, Edit::Fact { question, answer }));
        entries(&self.rules, rules, |rule, change| set(true, Edit::Rule { rule, change }));
        entries(&self.points, points, |id, value| set(true, Edit::Points(BTreeMap::from([(id, value)]))));
        let own = &self.elicitation;
        set(own.adopted != *adopted, Edit::Adopted(*adopted));
        entries(&own.swing, swing, |criterion, swing| set(true, Edit::Swing { criterion, swing }));
        set(own.order != *order, Edit::Order(order.clone()));
        set(own.order_scheme != *order_scheme, Edit::OrderScheme(*order_scheme));
        for (level, from, to) in
            [(PairLevel::Groups, &own.group_pairs, group_pairs), (PairLevel::Criteria, &own.criterion_pairs, criterion_pairs)]
        {
            items(from, to, compared, |key, pair| {
                let (one, other, times) = pair.map_or((key.0, key.1, None), |pair| (pair.one, pair.other, Some(pair.times)));
                set(true, Edit::Pair { level, one, other, times });
            });
        }
        set(own.trade_offs != *trade_offs, Edit::TradeOffs(trade_offs.clone()));
        set(self.sureness != *sureness, Edit::Sureness(*sureness));
        set(self.sealed != *sealed, Edit::Sealed(*sealed));
        set(self.gut_feeling != *gut_feeling, Edit::GutFeeling(gut_feeling.clone()));
        let cell = |own: &super::OwnRating| (own.criterion.clone(), own.alternative.clone());
        items(&self.ratings, ratings, cell, |(criterion, alternative), rating| set(true, Edit::Rating { criterion, alternative, rating }));
        items(&self.requirements, requirements, |own| own.id.clone(), |id, requirement| set(true, Edit::Requirement { id, requirement }));
        // An empty note is none.
        let written = |notes: &BTreeMap<Id, String>| notes.clone().into_iter().filter(|(_, note)| !note.is_empty()).collect();
        entries(&written(&self.notes), &written(notes), |criterion, note| {
            set(true, Edit::Note { criterion, note: note.unwrap_or_default() })
        });
        set(self.axis_order != *axis_order, Edit::AxisOrder(axis_order.clone()));
        items(&self.voices, voices, |own| own.name.clone(), |name, voice| set(true, Edit::Voice { name, voice }));
        set(self.decision != *decision, Edit::Decision(decision.clone()));
        set(self.seed != *seed, Edit::Seed(*seed));
        edits
    }

    /// Whether two items of a list have the name by which they are told apart, so that a part no longer says which is meant.
    pub(super) fn has_twins(&self) -> bool {
        fn twins<K: Ord>(keys: impl Iterator<Item = K>) -> bool {
            let mut seen = BTreeSet::new();
            keys.into_iter().any(|key| !seen.insert(key))
        }
        twins(self.voices.iter().map(|own| &own.name))
            || twins(self.criteria.iter().map(|own| &own.id))
            || twins(self.alternatives.iter().map(|own| &own.id))
            || twins(self.requirements.iter().map(|own| &own.id))
            || twins(self.ratings.iter().map(|own| (&own.criterion, &own.alternative)))
            || twins(self.elicitation.group_pairs.iter().map(compared))
            || twins(self.elicitation.criterion_pairs.iter().map(compared))
    }
}

/// What a comparison is about, whichever of the two matters more.
fn compared(pair: &Pair) -> (Id, Id) {
    in_order(&pair.one, &pair.other)
}

fn in_order(one: &str, other: &str) -> (Id, Id) {
    (one.min(other).to_owned(), one.max(other).to_owned())
}

/// What differs between two maps: gone entries first, then the rest by key.
fn entries<V: Clone + PartialEq>(from: &BTreeMap<Id, V>, to: &BTreeMap<Id, V>, mut set: impl FnMut(Id, Option<V>)) {
    from.keys().filter(|key| !to.contains_key(*key)).for_each(|key| set(key.clone(), None));
    to.iter().filter(|(key, value)| from.get(*key) != Some(value)).for_each(|(key, value)| set(key.clone(), Some(value.clone())));
}

/// What differs between two lists whose items are told apart by a key: gone items first, then the rest in the order of `to`.
fn items<K: PartialEq, T: Clone + PartialEq>(from: &[T], to: &[T], key: impl Fn(&T) -> K, mut set: impl FnMut(K, Option<T>)) {
    let find = |items: &[T], wanted: &K| items.iter().position(|item| key(item) == *wanted);
    from.iter().map(&key).filter(|own| find(to, own).is_none()).for_each(|own| set(own, None));
    for item in to {
        let own = key(item);
        if find(from, &own).is_none_or(|at| from[at] != *item) {
            set(own, Some(item.clone()));
        }
    }
}
