//! [`Layer`]: what a team's own catalogue says otherwise than the one it is laid over, and [`Layer::over`], which lays it there.
//!
//! How its file is read, and whether the result makes sense, is the store's.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    Alternative, Catalogue, CatalogueRating, Claim, Criterion, Date, Evidence, Group, Id, Interview, MixedDesign, Question,
    RequirementRule, Rule, Section,
};

/// The lists of a catalogue, by the path of their fields.
pub const LISTS: [&[&str]; 11] = [
    &["alternatives"],
    &["groups"],
    &["criteria"],
    &["ratings"],
    &["interview", "sections"],
    &["interview", "questions"],
    &["interview", "rules"],
    &["requirements"],
    &["designs"],
    &["claims"],
    &["evidence"],
];

/// A catalogue that holds only what differs. Every item is whole: what its file leaves out was filled in from the catalogue below.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    pub schema: u32,
    /// The version of the catalogue that it was written over.
    pub over: String,
    pub name: String,
    pub version: String,
    pub date: Date,
    #[serde(default)]
    pub alternatives: Vec<Alternative>,
    #[serde(default)]
    pub groups: Vec<Group>,
    #[serde(default)]
    pub criteria: Vec<Criterion>,
    #[serde(default)]
    pub ratings: Vec<CatalogueRating>,
    #[serde(default)]
    pub interview: LayerInterview,
    #[serde(default)]
    pub requirements: Vec<RequirementRule>,
    #[serde(default)]
    pub designs: Vec<MixedDesign>,
    #[serde(default)]
    pub claims: Vec<Claim>,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// What a layer says of the interview.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LayerInterview {
    pub sections: Vec<Section>,
    pub questions: Vec<Question>,
    pub rules: Vec<Rule>,
}

/// Where every item of a laid catalogue comes from, by the path of its list: its position in the layer, `None` for one from below.
pub type Origins = BTreeMap<&'static [&'static str], Vec<Option<usize>>>;

impl Layer {
    /// The whole catalogue: an item whose id stands below takes its place, any other is added behind them, a criterion behind those of
    /// its group. A rating takes the place of the one under the same answers and is asked before those of its cell that stay; without
    /// answers it takes the place of all of them.
    pub fn over(self, below: &Catalogue) -> (Catalogue, Origins) {
        let mut laid = Laying::default();
        let [a, g, c, r, sections, questions, rules, q, d, l, e] = LISTS;
        let groups = laid.by_id(g, &below.groups, self.groups, |group| &group.id);
        let place = |criterion: &Criterion| groups.iter().position(|group| group.id == criterion.group).unwrap_or(groups.len());
        let catalogue = Catalogue {
            schema: self.schema,
            name: self.name,
            version: self.version,
            date: self.date,
            laid_over: Some(below.version.clone()),
            alternatives: laid.by_id(a, &below.alternatives, self.alternatives, |alternative| &alternative.id),
            criteria: laid.sorted(c, &below.criteria, self.criteria, |criterion| &criterion.id, place),
            ratings: laid.ratings(r, &below.ratings, self.ratings),
            interview: Interview {
                sections: laid.by_id(sections, &below.interview.sections, self.interview.sections, |section| &section.id),
                questions: laid.by_id(questions, &below.interview.questions, self.interview.questions, |question| &question.id),
                rules: laid.by_id(rules, &below.interview.rules, self.interview.rules, |rule| &rule.id),
            },
            requirements: laid.by_id(q, &below.requirements, self.requirements, |rule| &rule.id),
            designs: laid.by_id(d, &below.designs, self.designs, |design| &design.id),
            claims: laid.by_id(l, &below.claims, self.claims, |claim| &claim.id),
            evidence: laid.by_id(e, &below.evidence, self.evidence, |source| &source.id),
            groups,
        };
        (catalogue, laid.origins)
    }
}

/// Items, and where each comes from.
type Items<T> = Vec<(T, Option<usize>)>;

#[derive(Default)]
struct Laying {
    origins: Origins,
}

impl Laying {
    fn by_id<T: Clone>(&mut self, list: &'static [&'static str], below: &[T], own: Vec<T>, id: fn(&T) -> &Id) -> Vec<T> {
        self.sorted(list, below, own, id, |_| 0)
    }

    fn sorted<T: Clone>(
        &mut self,
        list: &'static [&'static str],
        below: &[T],
        own: Vec<T>,
        id: fn(&T) -> &Id,
        place: impl Fn(&T) -> usize,
    ) -> Vec<T> {
        let mut items = from_below(below);
        for (n, item) in own.into_iter().enumerate() {
            // Only what is from below is replaced: an id that stands twice in the layer is a fault to be found.
            match items[..below.len()].iter_mut().find(|(other, from)| from.is_none() && id(other) == id(&item)) {
                Some(other) => *other = (item, Some(n)),
                None => items.push((item, Some(n))),
            }
        }
        items.sort_by_key(|(item, _)| place(item));
        self.noted(list, items)
    }

    fn ratings(&mut self, list: &'static [&'static str], below: &[CatalogueRating], own: Vec<CatalogueRating>) -> Vec<CatalogueRating> {
        let mut items = from_below(below);
        for (n, rating) in own.into_iter().enumerate() {
            let is_cell = |(other, from): &(CatalogueRating, Option<usize>)| from.is_none() && other.is_of_same_cell(&rating);
            let at = items.iter().position(is_cell).unwrap_or(items.len());
            items.retain(|item| !(is_cell(item) && (rating.when.is_empty() || item.0.when == rating.when)));
            items.insert(at, (rating, Some(n)));
        }
        self.noted(list, items)
    }

    fn noted<T>(&mut self, list: &'static [&'static str], items: Items<T>) -> Vec<T> {
        let (items, origins) = items.into_iter().unzip();
        self.origins.insert(list, origins);
        items
    }
}

fn from_below<T: Clone>(below: &[T]) -> Items<T> {
    below.iter().map(|item| (item.clone(), None)).collect()
}
