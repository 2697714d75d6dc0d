//! [`catalogue_differences`]: the items in which two catalogues differ, list by list.
//!
//! What a profile makes of them is `assessment`'s.

use super::{
    Alternative, Catalogue, CatalogueRating, Claim, Criterion, Evidence, Group, Id, MixedDesign, Question, RequirementRule, Rule, Section,
};

/// An item that is not the same in both, `None` where it is missing; never both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Differing<'a, T> {
    pub before: Option<&'a T>,
    pub after: Option<&'a T>,
}

impl<'a, T> Differing<'a, T> {
    /// The one there is, the later one if there are two.
    pub fn either(&self) -> Option<&'a T> {
        self.after.or(self.before)
    }
}

/// What differs, by list, in the order of the earlier catalogue; what is new follows.
#[derive(Debug, Clone, PartialEq)]
pub struct CatalogueDifferences<'a> {
    pub alternatives: Vec<Differing<'a, Alternative>>,
    pub groups: Vec<Differing<'a, Group>>,
    pub criteria: Vec<Differing<'a, Criterion>>,
    /// Told apart by criterion, alternative and the answers under which they hold.
    pub ratings: Vec<Differing<'a, CatalogueRating>>,
    pub sections: Vec<Differing<'a, Section>>,
    pub questions: Vec<Differing<'a, Question>>,
    pub rules: Vec<Differing<'a, Rule>>,
    pub requirements: Vec<Differing<'a, RequirementRule>>,
    pub designs: Vec<Differing<'a, MixedDesign>>,
    pub claims: Vec<Differing<'a, Claim>>,
    pub evidence: Vec<Differing<'a, Evidence>>,
}

/// Compares two catalogues. Their names, versions and days, and the order of their items, are not compared.
pub fn catalogue_differences<'a>(before: &'a Catalogue, after: &'a Catalogue) -> CatalogueDifferences<'a> {
    let is_same_rating = |one: &CatalogueRating, other: &CatalogueRating| one.is_of_same_cell(other) && one.when == other.when;
    let (asked, asks) = (&before.interview, &after.interview);
    CatalogueDifferences {
        alternatives: by_id(&before.alternatives, &after.alternatives, |item| &item.id),
        groups: by_id(&before.groups, &after.groups, |item| &item.id),
        criteria: by_id(&before.criteria, &after.criteria, |item| &item.id),
        ratings: differing(&before.ratings, &after.ratings, is_same_rating),
        sections: by_id(&asked.sections, &asks.sections, |item| &item.id),
        questions: by_id(&asked.questions, &asks.questions, |item| &item.id),
        rules: by_id(&asked.rules, &asks.rules, |item| &item.id),
        requirements: by_id(&before.requirements, &after.requirements, |item| &item.id),
        designs: by_id(&before.designs, &after.designs, |item| &item.id),
        claims: by_id(&before.claims, &after.claims, |item| &item.id),
        evidence: by_id(&before.evidence, &after.evidence, |item| &item.id),
    }
}

fn by_id<'a, T: PartialEq>(before: &'a [T], after: &'a [T], id: fn(&T) -> &Id) -> Vec<Differing<'a, T>> {
    differing(before, after, |one, other| id(one) == id(other))
}

fn differing<'a, T: PartialEq>(before: &'a [T], after: &'a [T], is_same: impl Fn(&T, &T) -> bool) -> Vec<Differing<'a, T>> {
    let find = |item: &T, among: &'a [T]| among.iter().find(|other| is_same(item, other));
    let kept = before.iter().map(|item| Differing { before: Some(item), after: find(item, after) });
    let new = after.iter().filter(|item| find(item, before).is_none()).map(|item| Differing { before: None, after: Some(item) });
    kept.chain(new).filter(|both| both.before != both.after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_changed_and_new_is_told_in_that_order() {
        let group = |id: &str, name: &str| Group { id: id.into(), name: name.into() };
        let before = [group("a", "A"), group("b", "B"), group("c", "C")];
        let after = [group("d", "D"), group("c", "Other"), group("a", "A")];
        let found = by_id(&before, &after, |group| &group.id);
        let told: Vec<_> = found.iter().map(|both| (both.before.map(|g| g.name.as_str()), both.after.map(|g| g.name.as_str()))).collect();
        assert_eq!(told, [(Some("B"), None), (Some("C"), Some("Other")), (None, Some("D"))]);
        assert!(by_id(&before, &before, |group| &group.id).is_empty());
    }
}
