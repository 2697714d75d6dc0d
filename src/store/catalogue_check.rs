//! [`faults`]: what a catalogue from a file must keep so that assessing with it is safe: ids that are unique and resolve,
//! numbers that are finite and in range, bounded sizes, criteria in the order of their groups.
//!
//! Whether what it says is true, dated and well founded is for people and for the tests of the shipped one.

use std::collections::BTreeSet;

use super::{CatalogueFault, Wrong, outline::Step};
use crate::model::{
    AnswerOption, Catalogue, CatalogueRating, Condition, Criterion, Effect, Id, MAX_ALTERNATIVES, MAX_CRITERIA, Question, QuestionKind,
    Rating, Rule, Scale, ScalePart,
};

/// How far the shares of a criterion's parts may be from one, for decimals that do not add up exactly.
const SHARE_TOLERANCE: f64 = 1e-9;

/// Everything that makes a catalogue unsafe to assess with.
pub fn faults(catalogue: &Catalogue) -> Vec<CatalogueFault> {
    let mut check = Check { catalogue, path: Vec::new(), faults: Vec::new() };
    check.alternatives_and_criteria();
    check.ratings();
    check.interview();
    check.requirements();
    check.designs();
    check.claims_and_evidence();
    check.faults
}

struct Check<'a> {
    catalogue: &'a Catalogue,
    path: Vec<Step>,
    faults: Vec<CatalogueFault>,
}

impl<'a> Check<'a> {
    /// Runs `check` one step further in.
    fn at(&mut self, step: impl Into<Step>, check: impl FnOnce(&mut Self)) {
        self.path.push(step.into());
        check(self);
        self.path.pop();
    }

    fn each<T>(&mut self, field: &str, items: &'a [T], mut check: impl FnMut(&mut Self, &'a T)) {
        self.at(field, |this| items.iter().enumerate().for_each(|(n, item)| this.at(n, |this| check(this, item))));
    }

    fn fault(&mut self, wrong: Wrong) {
        self.faults.push(CatalogueFault { path: self.path.clone(), wrong });
    }

    fn unique<T>(&mut self, field: &str, items: &'a [T], id: impl Fn(&T) -> &Id) {
        let mut seen = BTreeSet::new();
        self.each(field, items, |this, item| {
            let id = id(item);
            this.at("id", |this| {
                if id.is_empty() {
                    this.fault(Wrong::Empty);
                } else if !seen.insert(id.clone()) {
                    this.fault(Wrong::Repeated(id.clone()));
                }
            });
        });
    }

    fn known(&mut self, step: impl Into<Step>, id: &str, is_known: bool) {
        if !is_known {
            self.at(step, |this| this.fault(Wrong::Unknown(id.to_owned())));
        }
    }

    fn criterion(&mut self, step: impl Into<Step>, id: &str) {
        self.known(step, id, self.catalogue.criterion(id).is_some());
    }

    fn alternative(&mut self, step: impl Into<Step>, id: &str) {
        self.known(step, id, self.catalogue.alternative(id).is_some());
    }

    fn sources(&mut self, ids: &'a [Id]) {
        self.each("evidence", ids, |this, id| {
            if this.catalogue.source(id).is_none() {
                this.fault(Wrong::Unknown(id.clone()));
            }
        });
    }

    fn finite(&mut self, step: impl Into<Step>, value: f64) {
        if !value.is_finite() {
            self.at(step, |this| this.fault(Wrong::NotFinite));
        }
    }

    fn not_negative(&mut self, step: impl Into<Step>, value: f64) {
        let wrong = if value.is_finite() { (value < 0.0).then_some(Wrong::Negative) } else { Some(Wrong::NotFinite) };
        if let Some(wrong) = wrong {
            self.at(step, |this| this.fault(wrong));
        }
    }

    fn rating(&mut self, rating: Rating) {
        // Also false for NaN.
        if !rating.is_valid() {
            self.fault(Wrong::NotARating);
        }
    }

    fn alternatives_and_criteria(&mut self) {
        let catalogue = self.catalogue;
        self.unique("alternatives", &catalogue.alternatives, |alternative| &alternative.id);
        self.unique("groups", &catalogue.groups, |group| &group.id);
        self.unique("criteria", &catalogue.criteria, |criterion| &criterion.id);
        for (field, count, limit) in
            [("alternatives", catalogue.alternatives.len(), MAX_ALTERNATIVES), ("criteria", catalogue.criteria.len(), MAX_CRITERIA)]
        {
            self.at(field, |this| match count {
                0 => this.fault(Wrong::Empty),
                _ if count > limit => this.fault(Wrong::TooMany { limit }),
                _ => {}
            });
        }
        let mut last_group = 0;
        self.each("criteria", &catalogue.criteria, |this, criterion| {
            match catalogue.groups.iter().position(|group| group.id == criterion.group) {
                None => this.known("group", &criterion.group, false),
                Some(at) if at < last_group => this.at("group", |this| this.fault(Wrong::Order)),
                Some(at) => last_group = at,
            }
            this.not_negative("points", criterion.points);
            this.scale(criterion);
        });
    }

    fn scale(&mut self, criterion: &'a Criterion) {
        self.unique("scale", &criterion.scale, |part| &part.id);
        let sum: f64 = criterion.scale.iter().map(|part| part.share).sum();
        let adds_up = (sum - 1.0).abs() <= SHARE_TOLERANCE;
        if !criterion.scale.is_empty() && !adds_up {
            self.at("scale", |this| this.fault(Wrong::Shares));
        }
        self.each("scale", &criterion.scale, |this, part| {
            this.not_negative("share", part.share);
            this.at("scale", |this| this.anchors(part));
        });
    }

    fn anchors(&mut self, part: &ScalePart) {
        match &part.scale {
            Scale::Linear { zero, ten, .. } | Scale::Logarithmic { zero, ten, .. } => {
                let must_be_positive = matches!(part.scale, Scale::Logarithmic { .. });
                let is_scale = zero.is_finite() && ten.is_finite() && zero != ten && !(must_be_positive && zero.min(*ten) <= 0.0);
                if !is_scale {
                    self.fault(Wrong::NotAScale);
                }
            }
            Scale::Rubric(levels) => {
                for (n, level) in levels.iter().enumerate() {
                    self.at(n, |this| this.at("at", |this| this.rating(Rating::exact(level.at))));
                }
            }
        }
    }

    fn ratings(&mut self) {
        let catalogue = self.catalogue;
        let mut cells = BTreeSet::new();
        self.each("ratings", &catalogue.ratings, |this, rating| {
            this.criterion("criterion", &rating.criterion);
            this.alternative("alternative", &rating.alternative);
            this.rating(rating.rating());
            this.conditions(&rating.when);
            if !cells.insert((&rating.criterion, &rating.alternative, &rating.when)) {
                this.fault(Wrong::Repeated(rating.criterion.clone()));
            }
            this.figures(rating);
            this.sources(&rating.evidence);
            this.each("claims", &rating.claims, |this, id| {
                if catalogue.claim(id).is_none() {
                    this.fault(Wrong::Unknown(id.clone()));
                }
            });
        });
    }

    fn figures(&mut self, rating: &'a CatalogueRating) {
        let Some(criterion) = self.catalogue.criterion(&rating.criterion) else { return };
        self.each("figures", &rating.figures, |this, figure| {
            match criterion.scale.iter().find(|part| part.id == figure.part).map(|part| &part.scale) {
                None => this.known("part", &figure.part, false),
                Some(Scale::Rubric(_)) => this.at("value", |this| this.rating(Rating::exact(figure.value))),
                // Figures are averaged by their logarithms.
                Some(_) if figure.value.is_finite() && figure.value <= 0.0 => this.at("value", |this| this.fault(Wrong::NotAScale)),
                Some(_) => this.finite("value", figure.value),
            }
            this.sources(&figure.evidence);
        });
    }

    fn interview(&mut self) {
        let interview = &self.catalogue.interview;
        self.at("interview", |this| {
            this.unique("sections", &interview.sections, |section| &section.id);
            this.unique("questions", &interview.questions, |question| &question.id);
            this.unique("rules", &interview.rules, |rule| &rule.id);
            this.each("questions", &interview.questions, |this, question| {
                this.known("section", &question.section, interview.sections.iter().any(|section| section.id == question.section));
                if let Some(answer) = &question.absent_means {
                    this.known("absent_means", answer, answers(question, None).any(|id| id == answer));
                }
                this.at("kind", |this| this.answers(question));
            });
            this.each("rules", &interview.rules, Self::rule);
        });
    }

    fn answers(&mut self, question: &'a Question) {
        let options: Vec<&AnswerOption> = match &question.kind {
            QuestionKind::Choice(options) | QuestionKind::EachAlternative(options) => options.iter().collect(),
            QuestionKind::Parts(parts) => parts.iter().flat_map(|part| &part.answers).collect(),
        };
        // An answer that never occurs is no answer.
        if options.iter().any(|option| !(option.frequency.is_finite() && option.frequency > 0.0)) {
            self.fault(Wrong::Frequency);
        }
        let mut lists: Vec<Vec<&Id>> = Vec::new();
        match &question.kind {
            QuestionKind::Choice(options) | QuestionKind::EachAlternative(options) => {
                lists.push(options.iter().map(|option| &option.id).collect())
            }
            QuestionKind::Parts(parts) => {
                lists.push(parts.iter().map(|part| &part.id).collect());
                lists.extend(parts.iter().map(|part| part.answers.iter().map(|option| &option.id).collect()));
            }
        }
        for ids in lists {
            if ids.is_empty() {
                self.fault(Wrong::Empty);
            }
            let mut seen = BTreeSet::new();
            for id in ids {
                if !seen.insert(id) {
                    self.fault(Wrong::Repeated(id.clone()));
                }
            }
        }
    }

    fn rule(&mut self, rule: &'a Rule) {
        self.conditions(&rule.when);
        self.at("points", |this| {
            for (criterion, points) in &rule.points {
                this.criterion(criterion.as_str(), criterion);
                this.finite(criterion.as_str(), *points);
            }
        });
        self.each("effects", &rule.effects, Self::effect);
        self.each("requirements", &rule.requirements, |this, suggestion| {
            this.known("requirement", &suggestion.requirement, this.catalogue.requirement(&suggestion.requirement).is_some());
        });
        self.sources(&rule.evidence);
    }

    fn effect(&mut self, effect: &'a Effect) {
        match effect {
            Effect::Rate { criterion, alternative, low, mode, high } => {
                self.criterion("criterion", criterion);
                self.alternative("alternative", alternative);
                self.rating(Rating::new(*low, *mode, *high));
            }
            Effect::Shift { criterion, alternative, by } => {
                self.criterion("criterion", criterion);
                alternative.iter().for_each(|alternative| self.alternative("alternative", alternative));
                self.finite("by", *by);
            }
            Effect::TowardsTen { criterion, share } => {
                self.criterion("criterion", criterion);
                self.finite("share", *share);
            }
            Effect::FallByGap { criterion, other, share, low_end } => {
                self.criterion("criterion", criterion);
                self.criterion("other", other);
                self.finite("share", *share);
                self.finite("low_end", *low_end);
            }
        }
    }

    fn conditions(&mut self, conditions: &'a [Condition]) {
        self.each("when", conditions, |this, condition| {
            let (question, part) = match condition.fact.split_once('.') {
                Some((question, part)) => (question, Some(part)),
                None => (condition.fact.as_str(), None),
            };
            match this.catalogue.interview.question(question) {
                None => this.known("fact", &condition.fact, false),
                Some(question) => this.known("is", &condition.is, answers(question, part).any(|id| *id == condition.is)),
            }
        });
    }

    fn requirements(&mut self) {
        let catalogue = self.catalogue;
        self.unique("requirements", &catalogue.requirements, |rule| &rule.id);
        self.each("requirements", &catalogue.requirements, |this, rule| {
            this.at("judgements", |this| rule.judgements.keys().for_each(|id| this.alternative(id.as_str(), id)));
            this.sources(&rule.evidence);
        });
    }

    fn designs(&mut self) {
        let catalogue = self.catalogue;
        self.unique("designs", &catalogue.designs, |design| &design.id);
        self.each("designs", &catalogue.designs, |this, design| {
            this.each("parts", &design.parts, |this, part| {
                this.alternative("alternative", &part.alternative);
                this.each("brings", &part.brings, |this, id| {
                    if catalogue.criterion(id).is_none() {
                        this.fault(Wrong::Unknown(id.clone()));
                    }
                });
            });
            this.each("meets", &design.meets, |this, id| {
                if catalogue.requirement(id).is_none() {
                    this.fault(Wrong::Unknown(id.clone()));
                }
            });
            this.sources(&design.evidence);
        });
    }

    fn claims_and_evidence(&mut self) {
        let catalogue = self.catalogue;
        self.unique("claims", &catalogue.claims, |claim| &claim.id);
        self.unique("evidence", &catalogue.evidence, |source| &source.id);
        self.each("claims", &catalogue.claims, |this, claim| {
            claim.criterion.iter().for_each(|id| this.criterion("criterion", id));
            this.each("alternatives", &claim.alternatives, |this, id| {
                if catalogue.alternative(id).is_none() {
                    this.fault(Wrong::Unknown(id.clone()));
                }
            });
            this.sources(&claim.evidence);
        });
    }
}

/// The answers to a question, or to one part of it; `None` for a part means any.
fn answers<'a>(question: &'a Question, part: Option<&str>) -> impl Iterator<Item = &'a Id> {
    let options: Vec<&Id> = match &question.kind {
        // For a question about each alternative, the part is the alternative.
        QuestionKind::Choice(options) | QuestionKind::EachAlternative(options) => options.iter().map(|option| &option.id).collect(),
        QuestionKind::Parts(parts) => {
            let parts = parts.iter().filter(|own| part.is_none_or(|part| own.id == part));
            parts.flat_map(|own| &own.answers).map(|option| &option.id).collect()
        }
    };
    options.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{parse_catalogue, shipped};

    /// The faults of the shipped catalogue after a change to it.
    fn after(change: impl FnOnce(&mut Catalogue)) -> Vec<(String, Wrong)> {
        let mut catalogue = shipped().clone();
        change(&mut catalogue);
        let path = |steps: Vec<Step>| {
            let words = steps.into_iter().map(|step| match step {
                Step::Key(key) => key,
                Step::Index(index) => index.to_string(),
            });
            words.collect::<Vec<_>>().join(" ")
        };
        faults(&catalogue).into_iter().map(|fault| (path(fault.path), fault.wrong)).collect()
    }

    #[test]
    fn what_is_wrong_is_found_where_it_stands() {
        assert_eq!(after(|_| {}), []);
        let unknown = |id: &str| Wrong::Unknown(id.to_owned());
        assert_eq!(after(|c| c.criteria[1].group = "no".into()), [("criteria 1 group".into(), unknown("no"))]);
        assert_eq!(after(|c| c.criteria[1].points = f64::NAN), [("criteria 1 points".into(), Wrong::NotFinite)]);
        assert_eq!(after(|c| c.criteria[1].points = -1.0), [("criteria 1 points".into(), Wrong::Negative)]);
        assert_eq!(after(|c| c.ratings[3].mode = f64::NAN), [("ratings 3".into(), Wrong::NotARating)]);
        assert_eq!(after(|c| c.ratings[3].low = 11.0), [("ratings 3".into(), Wrong::NotARating)]);
        assert_eq!(
            after(|c| c.alternatives[1].id = c.alternatives[0].id.clone())[0],
            ("alternatives 1 id".into(), Wrong::Repeated("python".into()))
        );
        assert_eq!(after(|c| c.interview.rules[0].when[0].is = "no".into()), [("interview rules 0 when 0 is".into(), unknown("no"))]);
        assert_eq!(after(|c| c.interview.questions[0].section = "no".into()), [("interview questions 0 section".into(), unknown("no"))]);
        assert_eq!(after(|c| c.evidence.clear()).first().map(|fault| matches!(fault.1, Wrong::Unknown(_))), Some(true));
        assert_eq!(after(|c| c.designs[0].parts[1].alternative = "no".into()), [("designs 0 parts 1 alternative".into(), unknown("no"))]);
        assert_eq!(after(|c| c.designs[0].parts[0].brings[0] = "no".into()), [("designs 0 parts 0 brings 0".into(), unknown("no"))]);
        assert_eq!(after(|c| c.designs[0].meets[0] = "no".into()), [("designs 0 meets 0".into(), unknown("no"))]);
        let last = shipped().criteria.len() - 1;
        assert_eq!(after(|c| c.criteria.swap(0, last))[0].1, Wrong::Order);
        let twice = after(|c| c.ratings.push(c.ratings[0].clone()));
        assert_eq!(twice, [(format!("ratings {}", shipped().ratings.len()), Wrong::Repeated(shipped().ratings[0].criterion.clone()))]);
        let many = after(|c| {
            let first = c.criteria[0].clone();
            c.criteria.splice(1..1, (0..MAX_CRITERIA).map(|n| Criterion { id: format!("c{n}"), ..first.clone() }));
        });
        assert_eq!(many, [("criteria".into(), Wrong::TooMany { limit: MAX_CRITERIA })]);
    }

    #[test]
    fn other_files_are_no_catalogues() {
        let message = |text: &str| parse_catalogue(text.as_bytes()).unwrap_err().to_string();
        assert!(message("(schema: 1, name: \"a profile\")").starts_with("This is not a Trilemma catalogue"));
        assert!(message("(schema: 2, what: ever)").starts_with("This file is in schema 2, written by a newer Trilemma"));
        assert!(message("(schema: 1, interview: 5)").starts_with("1:24: "));
    }
}
