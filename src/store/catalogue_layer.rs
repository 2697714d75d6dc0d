//! A team's own catalogue that holds only what differs: how its text is filled up with what stands below, and where in it a fault
//! stands.
//!
//! How items take each other's place is [`Layer::over`]'s; what must hold in the whole is [`super::catalogue_faults`]'s.
//!
//! An item that is also below may leave out fields: they are written into the text behind its opening bracket, on the same line, so
//! that everything is read, and refused, by one reader.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{
    CatalogueFault, Mistake, Place, Problem,
    catalogue_check::faults,
    lexer::{Lexer, TokenKind},
    mistake::{MAX_PLACED, problem},
    outline::{Node, NodeKind, Outline, Step},
    profile_file::options,
    reason,
    shown::shown,
};
use crate::model::{Catalogue, Id, LISTS, Layer, Origins};

/// The list whose items are new as a whole, but for what the article says of the cell.
const RATINGS: &[&str] = LISTS[3];

/// What a rating rests on where its text does not say: nobody is taken to have measured.
const RATING_DEFAULTS: [(&str, &str); 2] = [("basis", "judged"), ("support", "weak")];

/// The whole catalogue that a layer over `below` makes, and the version below that it was written for.
pub(super) fn laid(source: &str, outline: &Outline, below: &Catalogue) -> Result<(Catalogue, String), Problem> {
    if let Some(problem) = problem(outline, Vec::new(), 0) {
        return Err(problem);
    }
    let filled = Filled::new(source, outline, below);
    let layer: Layer = options().from_str(&filled.text).map_err(|error| filled.placed(reason::problem(&error, &filled.text)))?;
    let written_over = layer.over.clone();
    let (catalogue, origins) = layer.over(below);
    let faults = faults(&catalogue);
    let mistakes = faults.iter().take(MAX_PLACED).map(|fault| mistake(outline, &origins, fault, &catalogue));
    match problem(outline, mistakes.collect(), faults.len().saturating_sub(MAX_PLACED)) {
        Some(problem) => Err(problem),
        None => Ok((catalogue, written_over)),
    }
}

/// A fault of the whole as a mistake of the layer: at its place there. What is below and does not fit any more is told at what the
/// layer says that it refers to.
fn mistake(outline: &Outline, origins: &Origins, fault: &CatalogueFault, whole: &Catalogue) -> Mistake {
    let text = fault.wrong.sentence();
    let list = LISTS.into_iter().find(|list| is_in(&fault.path, list));
    let own = list.and_then(|list| match fault.path.get(list.len()) {
        Some(Step::Index(at)) => origins.get(list)?.get(*at).copied().map(|from| (list, *at, from)),
        _ => None,
    });
    match own {
        Some((list, at, None)) => {
            let (field, item) = (list.join("."), name(whole, list, at).unwrap_or_default());
            let below = whole.laid_over.as_deref().unwrap_or_default();
            let text = format!("{text} {}", text!("store-layer-below", version = shown(below), field = field, item = shown(&item)));
            Mistake { place: cause(outline, whole, list, at), text }
        }
        Some((list, _, Some(from))) => {
            let mut path = fault.path.clone();
            path[list.len()] = from.into();
            Mistake { place: outline.find_nearest(&path).map(|node| node.place), text }
        }
        None => Mistake { place: outline.find_nearest(&fault.path).map(|node| node.place), text },
    }
}

/// Where the layer says what a rating or rule below refers to: a criterion whose scale lost a part, a question that lost an answer.
fn cause(outline: &Outline, whole: &Catalogue, list: &[&str], at: usize) -> Option<Place> {
    let (criterion, when) = match list {
        ["ratings"] => whole.ratings.get(at).map(|rating| (Some(&rating.criterion), &rating.when))?,
        ["interview", "rules"] => whole.interview.rules.get(at).map(|rule| (None, &rule.when))?,
        _ => return None,
    };
    let is_asked = |node: &Node| when.iter().any(|condition| outline.says(node, condition.fact.split('.').next().unwrap_or_default()));
    let is_cause = |node: &&Node| {
        let path: Vec<Step> = outline.path(node).into_iter().cloned().collect();
        let is_rated = is_in(&path, &["criteria"]) && criterion.is_some_and(|id| outline.says(node, id));
        node.key() == Some("id") && (is_rated || (is_in(&path, &["interview", "questions"]) && path.len() == 4 && is_asked(node)))
    };
    outline.nodes().find(is_cause).map(|node| node.place)
}

fn is_in(path: &[Step], list: &[&str]) -> bool {
    list.len() <= path.len() && list.iter().zip(path).all(|(name, step)| *step == Step::from(*name))
}

/// Text that stands in the filled text and not in the file.
struct Insertion {
    /// Where it stands in the file's terms.
    place: Place,
    n_characters: usize,
}

/// A layer's text with what its items leave out.
struct Filled {
    text: String,
    /// In the order of the text.
    insertions: Vec<Insertion>,
}

impl Filled {
    fn new(source: &str, outline: &Outline, below: &Catalogue) -> Self {
        let below = Below::new(below);
        let mut filled = Self { text: String::with_capacity(2 * source.len()), insertions: Vec::new() };
        let mut done = 0;
        for item in items(source, outline) {
            let missing = below.missing(&item);
            if missing.is_empty() {
                continue;
            }
            filled.text.push_str(&source[done..item.inside]);
            filled.text.push_str(&missing);
            done = item.inside;
            filled.insertions.push(Insertion { place: item.place, n_characters: missing.chars().count() });
        }
        filled.text.push_str(&source[done..]);
        filled
    }

    /// A problem of the filled text, told of the file.
    fn placed(&self, problem: Problem) -> Problem {
        match problem {
            Problem::NotRon { place, reason } => Problem::NotRon { place: self.place(place), reason },
            Problem::TooDeep(place) => Problem::TooDeep(self.place(place)),
            other => other,
        }
    }

    fn place(&self, place: Place) -> Place {
        let mut column = place.column;
        for insertion in self.insertions.iter().filter(|insertion| insertion.place.line == place.line) {
            if column > insertion.place.column {
                column = column.saturating_sub(insertion.n_characters).max(insertion.place.column);
            }
        }
        Place { line: place.line, column }
    }
}

/// An item of one of the lists, as its text has it.
struct Item<'a> {
    list: &'static [&'static str],
    /// Behind its opening bracket.
    inside: usize,
    place: Place,
    /// Its fields as they are written.
    fields: BTreeMap<String, &'a str>,
}

fn items<'a>(source: &'a str, outline: &Outline<'a>) -> Vec<Item<'a>> {
    let mut items: Vec<Item<'a>> = Vec::new();
    for node in outline.nodes() {
        let path: Vec<Step> = outline.path(node).into_iter().cloned().collect();
        let Some(list) = LISTS.into_iter().find(|list| is_in(&path, list)) else { continue };
        match &path[list.len()..] {
            [Step::Index(_)] if node.kind == NodeKind::Struct => {
                let bracket = Lexer::new(&source[node.start..]).find(|token| matches!(token.kind, TokenKind::Open(_)));
                let inside = bracket.map_or(node.end, |bracket| node.start + bracket.end);
                let place = source[node.start..inside].chars().fold(node.place, Place::after);
                items.push(Item { list, inside, place, fields: BTreeMap::new() });
            }
            [Step::Index(_), Step::Key(field)] => {
                if let Some(item) = items.last_mut() {
                    item.fields.insert(field.clone(), outline.source_of(node));
                }
            }
            _ => {}
        }
    }
    items
}

/// What of a rating stays when another takes its place.
#[derive(Serialize)]
struct CellClaims<'a> {
    claims: BTreeSet<&'a Id>,
}

/// The items below as text, by list and by what tells them apart.
struct Below {
    items: BTreeMap<(&'static [&'static str], String), String>,
}

impl Below {
    fn new(catalogue: &Catalogue) -> Self {
        let Catalogue { alternatives, groups, criteria, ratings, interview, requirements, designs, claims, evidence, .. } = catalogue;
        let mut below = Self { items: BTreeMap::new() };
        let [a, g, c, r, sections, questions, rules, q, d, l, e] = LISTS;
        below.add(a, alternatives, |item| item.id.clone());
        below.add(g, groups, |item| item.id.clone());
        below.add(c, criteria, |item| item.id.clone());
        for rating in ratings {
            let same = ratings.iter().filter(|other| other.is_of_same_cell(rating));
            let claims: BTreeSet<&Id> = same.flat_map(|other| &other.claims).collect();
            let said = CellClaims { claims };
            below.add(r, &[said], |_| cell(&rating.criterion, &rating.alternative));
        }
        below.add(sections, &interview.sections, |item| item.id.clone());
        below.add(questions, &interview.questions, |item| item.id.clone());
        below.add(rules, &interview.rules, |item| item.id.clone());
        below.add(q, requirements, |item| item.id.clone());
        below.add(d, designs, |item| item.id.clone());
        below.add(l, claims, |item| item.id.clone());
        below.add(e, evidence, |item| item.id.clone());
        below
    }

    fn add<T: Serialize>(&mut self, list: &'static [&'static str], items: &[T], key: impl Fn(&T) -> String) {
        for item in items {
            self.items.insert((list, key(item)), options().to_string(item).expect("a catalogue is plain data of bounded depth"));
        }
    }

    /// The fields that an item leaves out, as text.
    fn missing(&self, item: &Item<'_>) -> String {
        let word = |field: &str| item.fields.get(field).and_then(|text| ron::from_str::<String>(text).ok()).unwrap_or_default();
        let is_rating = item.list == RATINGS;
        let key = if is_rating { cell(&word("criterion"), &word("alternative")) } else { word("id") };
        let mut missing = String::new();
        let mut add = |field: &str, text: &str| {
            if !item.fields.contains_key(field) {
                missing.extend([field, ":", text, ","]);
            }
        };
        if let Some(text) = self.items.get(&(item.list, key))
            && let Ok(outline) = Outline::read(text)
        {
            for node in outline.nodes() {
                if let [Step::Key(field)] = outline.path(node).as_slice() {
                    add(field, outline.source_of(node));
                }
            }
        }
        if is_rating {
            RATING_DEFAULTS.into_iter().for_each(|(field, text)| add(field, text));
        }
        missing
    }
}

fn cell(criterion: &str, alternative: &str) -> String {
    format!("{criterion} {alternative}")
}

/// What an item is called, for somebody who looks for what a layer made of it.
fn name(catalogue: &Catalogue, list: &[&str], at: usize) -> Option<String> {
    let interview = &catalogue.interview;
    let id = match list {
        ["alternatives"] => &catalogue.alternatives.get(at)?.id,
        ["groups"] => &catalogue.groups.get(at)?.id,
        ["criteria"] => &catalogue.criteria.get(at)?.id,
        ["ratings"] => return catalogue.ratings.get(at).map(|rating| cell(&rating.criterion, &rating.alternative)),
        ["interview", "sections"] => &interview.sections.get(at)?.id,
        ["interview", "questions"] => &interview.questions.get(at)?.id,
        ["interview", "rules"] => &interview.rules.get(at)?.id,
        ["requirements"] => &catalogue.requirements.get(at)?.id,
        ["designs"] => &catalogue.designs.get(at)?.id,
        ["claims"] => &catalogue.claims.get(at)?.id,
        _ => &catalogue.evidence.get(at)?.id,
    };
    Some(id.clone())
}
