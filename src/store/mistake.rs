//! Where a profile's faults stand in its text, and how they are said.
//!
//! What counts as a fault is the model's.

use std::collections::BTreeSet;

use super::{
    Mistake, Place, Problem,
    outline::{Node, NodeKind, Outline, Step},
    shown::shown,
};
use crate::model::{Catalogue, Fault, MAX_ALTERNATIVES, MAX_TEXT, Profile, Reference};

/// At most so many mistakes are listed in one message.
const MAX_MISTAKES: usize = 20;

/// Finding a place takes time, and a file with a thousand faults is no worse than one with sixty.
pub(super) const MAX_PLACED: usize = 3 * MAX_MISTAKES;

/// Everything that is wrong with a profile: keys that stand twice and the faults of the model.
pub(super) fn mistakes(outline: &Outline, profile: &Profile, catalogue: &Catalogue) -> Option<Problem> {
    let faults = profile.faults(catalogue);
    if faults.is_empty() {
        return problem(outline, Vec::new(), 0);
    }
    let mut finder =
        Finder { outline, catalogue, second_ratings: second_ratings(profile), profile, used: BTreeSet::new(), is_hinted: false };
    let mistakes = faults.iter().take(MAX_PLACED).map(|fault| finder.mistake(fault)).collect();
    problem(outline, mistakes, faults.len().saturating_sub(MAX_PLACED))
}

/// The problem that these mistakes and the keys that stand twice are, with `more` mistakes that were left out, in the order
/// of the file.
pub(super) fn problem(outline: &Outline, mut mistakes: Vec<Mistake>, more: usize) -> Option<Problem> {
    let more = more + outline.repeated.len().saturating_sub(MAX_PLACED);
    // `ron` would take the last one and say nothing.
    mistakes.extend(outline.repeated.iter().take(MAX_PLACED).map(|repeated| Mistake {
        place: Some(repeated.place),
        text: text!("store-repeated-key", key = shown(&repeated.key), line = repeated.first.line.to_string()),
    }));
    mistakes.sort();
    let more = more + mistakes.len().saturating_sub(MAX_MISTAKES);
    mistakes.truncate(MAX_MISTAKES);
    if mistakes.is_empty() { None } else { Some(Problem::Mistakes { mistakes, more }) }
}

/// That an id is not known, and which known one may be meant.
pub fn unknown(what: Reference, id: &str, near: Option<&str>) -> String {
    let text = text!("store-unknown-id", what = kind(what), id = shown(id));
    match near {
        Some(near) => format!("{text} {}", text!("store-did-you-mean", near = shown(near))),
        None => text,
    }
}

struct Finder<'a> {
    outline: &'a Outline<'a>,
    catalogue: &'a Catalogue,
    profile: &'a Profile,
    /// Positions of own ratings of a cell that was rated before.
    second_ratings: BTreeSet<usize>,
    /// Places that already carry a mistake: the second fault about one id is about its next place.
    used: BTreeSet<Place>,
    /// Whether it was said where unknown ids may come from.
    is_hinted: bool,
}

impl Finder<'_> {
    fn mistake(&mut self, fault: &Fault) -> Mistake {
        match fault {
            Fault::NotFinite { path } => {
                let place = self.number(path, |value| !value.is_finite()).or_else(|| self.top_level(path));
                Mistake { place, text: text!("store-not-finite") }
            }
            Fault::Negative { path } => {
                let place = self.number(path, |value| value < 0.0).or_else(|| self.top_level(path));
                Mistake { place, text: text!("store-negative") }
            }
            Fault::OutOfRange { path, low, high } => {
                let place = self.number(path, |value| !(*low..=*high).contains(&value)).or_else(|| self.top_level(path));
                Mistake { place, text: text!("store-out-of-range", low = low.to_string(), high = high.to_string()) }
            }
            Fault::Duplicate { what, id } => self.duplicate(*what, id),
            Fault::Unknown { what, id, near } => {
                let mut text = unknown(*what, id, near.as_deref());
                if let Some(hint) = self.other_catalogue(*what, near.is_some()) {
                    text.extend([" ", hint.as_str()]);
                }
                Mistake { place: self.reference(*what, id), text }
            }
            Fault::TooMany { path, limit } => {
                let text = match path.as_str() {
                    "alternatives" => text!("store-too-many-alternatives", limit = MAX_ALTERNATIVES.to_string()),
                    _ => text!("store-too-many-items", field = shown(path), limit = limit.to_string()),
                };
                Mistake { place: self.top_level(path), text }
            }
            Fault::TooLong { path } => {
                let outline = self.outline;
                let is_long = |node: &Node| node.end - node.start > MAX_TEXT && outline.content(node).len() > MAX_TEXT;
                let place = self.text(path, is_long).or_else(|| self.top_level(path));
                Mistake { place, text: text!("store-too-long", limit = MAX_TEXT.to_string()) }
            }
            Fault::Empty { path } => {
                let outline = self.outline;
                let is_empty = |node: &Node| node.key() == Some("name") && outline.content(node).trim().is_empty();
                let place = self.text(path, is_empty).or_else(|| self.top_level(path));
                Mistake { place, text: text!("store-empty-name") }
            }
        }
    }

    /// Where an id may come from that is not known here, said once: the catalogue that the decision was made with, or some other one.
    fn other_catalogue(&mut self, what: Reference, is_slip: bool) -> Option<String> {
        let decided_with = self.profile.decision.as_ref().map(|decision| &decision.catalogue);
        let other = decided_with.filter(|recorded| !recorded.is_empty() && **recorded != self.catalogue.edition());
        let hint = match other {
            _ if self.is_hinted || what == Reference::Voice => return None,
            Some(recorded) => text!("store-unknown-decided-with", recorded = shown(recorded), present = shown(&self.catalogue.edition())),
            None if is_slip => return None,
            None => text!("store-unknown-own"),
        };
        self.is_hinted = true;
        Some(hint)
    }

    /// The first place, not used before, that `pick` finds at a value.
    fn first(&mut self, pick: impl Fn(&Node) -> Option<Place>) -> Option<Place> {
        let place = self.outline.nodes().filter_map(pick).find(|place| !self.used.contains(place))?;
        self.used.insert(place);
        Some(place)
    }

    /// A number whose path the model would call `path`.
    fn number(&mut self, path: &str, is_wrong: impl Fn(f64) -> bool) -> Option<Place> {
        let (outline, profile) = (self.outline, self.profile);
        self.first(|node| {
            let fits = node.kind == NodeKind::Word
                && ron::from_str(outline.source_of(node)).is_ok_and(&is_wrong)
                && model_path(&outline.path(node), profile).is_some_and(|own| own == path);
            fits.then_some(node.place)
        })
    }

    /// A text in the top-level field `path`.
    fn text(&mut self, path: &str, is_wrong: impl Fn(&Node) -> bool) -> Option<Place> {
        let outline = self.outline;
        self.first(|node| {
            let fits = node.kind == NodeKind::Text && is_wrong(node) && names(&outline.path(node)).first() == Some(&path);
            fits.then_some(node.place)
        })
    }

    fn top_level(&self, path: &str) -> Option<Place> {
        let field = path.split('.').next()?;
        self.outline.find(&[field.into()]).map(|node| node.key_place)
    }

    /// Where an id of this kind is referred to; failing that, wherever the word stands.
    fn reference(&mut self, what: Reference, id: &str) -> Option<Place> {
        let outline = self.outline;
        let referring = self.first(|node| {
            let (is_key, is_value) = (node.key() == Some(id), outline.says(node, id));
            if !is_key && !is_value {
                return None;
            }
            let path = outline.path(node);
            let (key_is, value_is) = roles(&names(&path));
            let as_key = (is_key && key_is.contains(&what)).then_some(node.key_place);
            as_key.or_else(|| (is_value && value_is.contains(&what)).then_some(node.place))
        });
        referring.or_else(|| {
            self.first(|node| {
                let as_key = (node.key() == Some(id)).then_some(node.key_place);
                as_key.or_else(|| outline.says(node, id).then_some(node.place))
            })
        })
    }

    fn duplicate(&mut self, what: Reference, id: &str) -> Mistake {
        let (outline, profile, catalogue) = (self.outline, self.profile, self.catalogue);
        let (list, field, is_shipped) = match what {
            Reference::Criterion => ("criteria", "id", catalogue.criterion(id).is_some()),
            Reference::Alternative => ("alternatives", "id", catalogue.alternative(id).is_some()),
            Reference::Voice => ("voices", "name", false),
            _ => ("requirements", "id", false),
        };
        let defines =
            |node: &&Node| node.key() == Some(field) && outline.says(node, id) && names(&outline.path(node)) == [list, ITEM, field];
        let defined: Vec<Place> = outline.nodes().filter(defines).map(|node| node.place).collect();
        // The first definition is right unless the catalogue has the id already.
        let wrong = defined.into_iter().skip(usize::from(!is_shipped)).find(|place| !self.used.contains(place));
        if let Some(place) = wrong {
            self.used.insert(place);
            return Mistake { place: Some(place), text: text!("store-duplicate-id", what = kind(what), id = shown(id)) };
        }
        let seconds = self.second_ratings.iter().filter(|n| profile.ratings[**n].criterion == id);
        let places = seconds.filter_map(|n| outline.find(&["ratings".into(), (*n).into()])).map(|node| node.place);
        let place = places.into_iter().find(|place| !self.used.contains(place));
        self.used.extend(place);
        Mistake { place, text: text!("store-duplicate-rating", id = shown(id)) }
    }
}

fn second_ratings(profile: &Profile) -> BTreeSet<usize> {
    let mut cells = BTreeSet::new();
    let ratings = profile.ratings.iter().enumerate();
    ratings.filter(|(_, own)| !cells.insert((&own.criterion, &own.alternative))).map(|(n, _)| n).collect()
}

/// Stands for any place in a list.
const ITEM: &str = "#";

fn names<'a>(steps: &[&'a Step]) -> Vec<&'a str> {
    let name = |step: &&'a Step| match step {
        Step::Key(key) => key.as_str(),
        Step::Index(_) => ITEM,
    };
    steps.iter().map(name).collect()
}

/// What the model calls the number at these steps.
fn model_path(steps: &[&Step], profile: &Profile) -> Option<String> {
    let index = || match steps.get(1) {
        Some(Step::Index(n)) => Some(*n),
        _ => None,
    };
    match names(steps).as_slice() {
        ["ratings", ITEM, field] => {
            let own = profile.ratings.get(index()?)?;
            Some(format!("ratings.{}.{}.{field}", own.criterion, own.alternative))
        }
        ["requirements", ITEM, "at_least", "rating"] => {
            let threshold = profile.requirements.get(index()?)?.at_least.as_ref()?;
            Some(format!("requirements.{}", threshold.criterion))
        }
        ["voices", ITEM, "points", id] => Some(format!("voices.{id}")),
        names => Some(names.join(".")),
    }
}

/// What the key of a value refers to, and what the value itself refers to.
fn roles(names: &[&str]) -> (&'static [Reference], &'static [Reference]) {
    use Reference::{Alternative, Answer, Axis, Criterion, Group, Question, Requirement, Rule};
    match names {
        ["points" | "notes", _] | ["rules" | "voices", _, "points", _] => (&[Criterion], &[]),
        ["elicitation", "swing", _] => (&[Criterion], &[]),
        ["elicitation", "group_pairs", ..] => (&[], &[Group]),
        ["elicitation", "order" | "criterion_pairs" | "trade_offs", ..] => (&[], &[Criterion]),
        ["ratings", _, "criterion"] | ["requirements", _, "at_least", "criterion"] => (&[], &[Criterion]),
        ["axis_order", _] => (&[], &[Axis]),
        ["ratings", _, "alternative"] | ["requirements", _, "favours"] | ["decision", "chosen"] | ["gut_feeling", "expected"] => {
            (&[], &[Alternative])
        }
        ["requirements", _, "judgements", _] | ["decision", "scores", _] => (&[Alternative], &[]),
        ["criteria", _, "group"] => (&[], &[Group]),
        ["requirements", _, "id"] => (&[], &[Requirement]),
        ["rules", _] => (&[Rule], &[]),
        // An answer of the wrong form is told by its question.
        ["facts", _] => (&[Question, Answer], &[Answer]),
        ["facts", _, _] => (&[Question, Alternative], &[Answer]),
        _ => (&[], &[]),
    }
}

/// The word by which the texts choose their sentence.
fn kind(what: Reference) -> &'static str {
    match what {
        Reference::Question => "question",
        Reference::Answer => "answer",
        Reference::Rule => "rule",
        Reference::Criterion => "criterion",
        Reference::Group => "group",
        Reference::Alternative => "alternative",
        Reference::Requirement => "requirement",
        Reference::Axis => "axis",
        Reference::Voice => "voice",
    }
}
