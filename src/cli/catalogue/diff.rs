//! `catalogue diff`: what differs between two catalogues, and which of a folder's verdicts would change with it.
//!
//! What differs is the model's to find; a verdict is `assessment`'s.

use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    assessment::{VerdictKind, assess},
    cli::{
        arguments::{CatalogueDiffArguments, PageFormat},
        batch,
        files::listed,
        layout::{Column, Page},
        outcome::{Failure, Outcome},
        report::json,
    },
    model::{Catalogue, CatalogueRating, Differing, Profile, catalogue_differences},
    store::{self, StoreError},
    wording,
};

/// The widest name of an item, and the widest value.
const ITEM: usize = 34;
const VALUE: usize = 19;
const WHAT: usize = 42;
/// The widest name of a profile, and the widest verdict.
const PROFILE: usize = 22;
const VERDICT: usize = 25;

pub fn diff(arguments: &CatalogueDiffArguments, in_use: &Catalogue) -> Outcome {
    let read = |path: &Path| store::open_catalogue(path).map(|opened| opened.catalogue).map_err(Failure::Store);
    let (before, after) = match (read(&arguments.first), arguments.second.as_deref().map(read).transpose()) {
        // One alone is compared with the one in use.
        (Ok(after), Ok(None)) => (in_use.clone(), after),
        (Ok(before), Ok(Some(after))) => (before, after),
        (first, second) => {
            let failures = first.err().into_iter().chain(second.err()).collect();
            return Outcome { failures, ..Outcome::default() };
        }
    };
    let lists = lists(&before, &after);
    let mut outcome = Outcome::default();
    let verdicts = (!arguments.profiles.is_empty()).then(|| verdicts(arguments, &before, &after, &mut outcome));
    outcome.text = match arguments.format {
        PageFormat::Table => page(&before, &after, &lists, verdicts.as_ref()),
        PageFormat::Json => json(&Object {
            before: Named::of(&before),
            after: Named::of(&after),
            differences: lists.iter().flat_map(|list| &list.items).collect(),
            profiles: verdicts.as_ref(),
        }),
    };
    outcome
}

#[derive(Serialize)]
struct Object<'a> {
    before: Named<'a>,
    after: Named<'a>,
    differences: Vec<&'a Item>,
    /// Null where no profiles were named.
    profiles: Option<&'a Verdicts>,
}

#[derive(Serialize)]
struct Named<'a> {
    catalogue: String,
    name: &'a str,
    version: &'a str,
    laid_over: Option<&'a str>,
}

impl<'a> Named<'a> {
    fn of(catalogue: &'a Catalogue) -> Self {
        let Catalogue { name, version, laid_over, .. } = catalogue;
        Self { catalogue: catalogue.edition(), name, version, laid_over: laid_over.as_deref() }
    }
}

/// One list of the catalogue, under its heading.
struct List {
    heading: String,
    items: Vec<Item>,
}

/// An item that differs. Of one that changed, only the fields that did.
#[derive(Serialize)]
struct Item {
    list: &'static str,
    id: String,
    change: Change,
    before: Value,
    after: Value,
    /// Whether it is a rating, and what it is on both sides, for people.
    #[serde(skip)]
    ratings: Option<[String; 2]>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Change {
    Added,
    Changed,
    Removed,
}

fn lists(before: &Catalogue, after: &Catalogue) -> Vec<List> {
    let found = catalogue_differences(before, after);
    let rating = |rating: Option<&CatalogueRating>| {
        rating.map_or_else(String::new, |rating| {
            text!("cli-catalogue-rating", mode = wording::score(rating.mode), range = wording::range(rating.low, rating.high))
        })
    };
    let mut ratings = items("ratings", &found.ratings, rating_id);
    for (item, both) in ratings.iter_mut().zip(&found.ratings) {
        item.ratings = Some([rating(both.before), rating(both.after)]);
    }
    let lists = [
        (text!("cli-catalogue-alternatives"), items("alternatives", &found.alternatives, |item| item.id.clone())),
        (text!("cli-catalogue-groups"), items("groups", &found.groups, |item| item.id.clone())),
        (text!("cli-catalogue-criteria"), items("criteria", &found.criteria, |item| item.id.clone())),
        (text!("cli-catalogue-ratings"), ratings),
        (text!("cli-catalogue-sections"), items("sections", &found.sections, |item| item.id.clone())),
        (text!("cli-catalogue-questions"), items("questions", &found.questions, |item| item.id.clone())),
        (text!("cli-catalogue-rules"), items("rules", &found.rules, |item| item.id.clone())),
        (text!("cli-catalogue-requirements"), items("requirements", &found.requirements, |item| item.id.clone())),
        (text!("cli-catalogue-designs"), items("designs", &found.designs, |item| item.id.clone())),
        (text!("cli-catalogue-claims"), items("claims", &found.claims, |item| item.id.clone())),
        (text!("cli-catalogue-evidence"), items("evidence", &found.evidence, |item| item.id.clone())),
    ];
    lists.into_iter().filter(|(_, items)| !items.is_empty()).map(|(heading, items)| List { heading, items }).collect()
}

/// `latency go`, and the answers under which it holds.
fn rating_id(rating: &CatalogueRating) -> String {
    let when: String = rating.when.iter().map(|condition| format!(" {}={}", condition.fact, condition.is)).collect();
    format!("{} {}{when}", rating.criterion, rating.alternative)
}

fn items<T: Serialize>(list: &'static str, found: &[Differing<'_, T>], id: impl Fn(&T) -> String) -> Vec<Item> {
    let item = |both: &Differing<'_, T>| {
        let id = id(both.either()?);
        let value = |item: Option<&T>| item.and_then(|item| serde_json::to_value(item).ok()).unwrap_or_default();
        let (before, after) = (value(both.before), value(both.after));
        let (change, before, after) = match (before, after) {
            (Value::Object(before), Value::Object(after)) => {
                let differs = |field: &str| before.get(field) != after.get(field);
                let only = |fields: &Map<String, Value>| {
                    let kept = fields.iter().filter(|(field, _)| differs(field));
                    Value::Object(kept.map(|(field, value)| (field.clone(), value.clone())).collect())
                };
                (Change::Changed, only(&before), only(&after))
            }
            (Value::Null, after) => (Change::Added, Value::Null, after),
            (before, _) => (Change::Removed, before, Value::Null),
        };
        Some(Item { list, id, change, before, after, ratings: None })
    };
    found.iter().filter_map(item).collect()
}

/// What of a folder's verdicts would change.
#[derive(Serialize)]
struct Verdicts {
    compared: usize,
    leader_changes: usize,
    verdict_changes: usize,
    /// Those that change.
    changed: Vec<Changed>,
}

#[derive(Serialize)]
struct Changed {
    profile: String,
    before: Verdict,
    after: Verdict,
    #[serde(skip)]
    words: [String; 2],
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Verdict {
    verdict: VerdictKind,
    leader: Option<String>,
}

/// What came of one profile.
enum Compared {
    Same,
    Changed(Box<Changed>),
    Sealed,
    /// It makes no sense with one of the two: which, and why.
    Failed(String, StoreError),
}

fn verdicts(arguments: &CatalogueDiffArguments, before: &Catalogue, after: &Catalogue, outcome: &mut Outcome) -> Verdicts {
    let named = listed(&arguments.profiles);
    outcome.failures.extend(named.failures);
    let mut found = Verdicts { compared: 0, leader_changes: 0, verdict_changes: 0, changed: Vec::new() };
    let mut n_sealed: usize = 0;
    batch::each(
        &named.files,
        |file| compared(file, arguments.reveal, before, after),
        |compared| {
            found.compared += usize::from(matches!(compared, Compared::Same | Compared::Changed(_)));
            match compared {
                Compared::Same => {}
                Compared::Changed(changed) => {
                    found.leader_changes += usize::from(changed.before.leader != changed.after.leader);
                    found.verdict_changes += usize::from(changed.before.verdict != changed.after.verdict);
                    found.changed.push(*changed);
                }
                Compared::Sealed => n_sealed += 1,
                Compared::Failed(catalogue, error) if error.is_content() => {
                    let why = text!("cli-catalogue-diff-unread", catalogue = store::shown(&catalogue), why = error.to_string());
                    outcome.failures.push(Failure::NotSo(why));
                }
                Compared::Failed(_, error) => outcome.failures.push(Failure::Store(error)),
            }
            true
        },
    );
    if n_sealed > 0 {
        outcome.remarks.push(text!("cli-catalogue-diff-sealed", count = n_sealed));
    }
    found
}

fn compared(file: &Path, reveal: bool, before: &Catalogue, after: &Catalogue) -> Compared {
    let read = |catalogue: &Catalogue| {
        let opened = store::open(file, catalogue).map_err(|error| Compared::Failed(catalogue.edition(), error));
        opened.map(|(opened, source)| (opened.profile, source.to_string()))
    };
    let (profile, name) = match read(before) {
        Ok(read) => read,
        Err(failed) => return failed,
    };
    if profile.sealed && !reveal {
        return Compared::Sealed;
    }
    if let Err(failed) = read(after) {
        return failed;
    }
    let [(before, was), (after, is)] = [before, after].map(|catalogue| verdict(catalogue, &profile));
    if before == after { Compared::Same } else { Compared::Changed(Box::new(Changed { profile: name, before, after, words: [was, is] })) }
}

fn verdict(catalogue: &Catalogue, profile: &Profile) -> (Verdict, String) {
    let assessment = assess(catalogue, profile);
    let kind = assessment.verdict.kind;
    let words = match assessment.leader() {
        Some(leader) => text!("cli-catalogue-verdict", leader = leader.name.clone(), kind = wording::verdict_kind(kind)),
        None => wording::verdict_kind(kind),
    };
    (Verdict { verdict: kind, leader: assessment.leader().map(|leader| leader.id.clone()) }, words)
}

fn page(before: &Catalogue, after: &Catalogue, lists: &[List], verdicts: Option<&Verdicts>) -> String {
    let mut page = Page::default();
    for (place, catalogue) in [(text!("cli-diff-first"), before), (text!("cli-diff-second"), after)] {
        page.entry(0, &place, 6, &format!("{} {}", catalogue.name, catalogue.full_version()));
    }
    if lists.is_empty() {
        page.gap();
        page.paragraph(&text!("cli-catalogue-same"));
    }
    for List { heading, items } in lists {
        let count = |change: Change| items.iter().filter(|item| item.change == change).count();
        let (added, changed, removed) = (count(Change::Added), count(Change::Changed), count(Change::Removed));
        page.heading(&text!("cli-catalogue-list", list = heading.clone(), changed = changed, added = added, removed = removed));
        if items.iter().any(|item| item.ratings.is_some()) {
            let columns = [Column::left("", ITEM), Column::left("", VALUE), Column::left("", VALUE)];
            let row = |item: &Item| {
                let [was, is] = item.ratings.clone().unwrap_or_default();
                let (was, is) = match item.change {
                    Change::Added => (is, text!("cli-catalogue-added")),
                    Change::Removed => (was, text!("cli-catalogue-removed")),
                    Change::Changed if was == is => (was, fields(item)),
                    Change::Changed => (was, format!("→ {is}")),
                };
                vec![item.id.clone(), was, is]
            };
            page.table(&columns, &items.iter().map(row).collect::<Vec<_>>());
        } else {
            let what = |item: &Item| match item.change {
                Change::Added => text!("cli-catalogue-added"),
                Change::Removed => text!("cli-catalogue-removed"),
                Change::Changed => fields(item),
            };
            let rows: Vec<Vec<String>> = items.iter().map(|item| vec![item.id.clone(), what(item)]).collect();
            page.table(&[Column::left("", ITEM), Column::left("", WHAT)], &rows);
        }
    }
    if let Some(verdicts) = verdicts {
        page.heading(&text!(
            "cli-catalogue-verdicts",
            compared = verdicts.compared,
            leaders = verdicts.leader_changes,
            kinds = verdicts.verdict_changes
        ));
        let rows: Vec<Vec<String>> = verdicts
            .changed
            .iter()
            .map(|changed| {
                let [was, is] = changed.words.clone();
                vec![ending(&changed.profile, PROFILE), was, format!("→ {is}")]
            })
            .collect();
        page.table(&[Column::left("", PROFILE), Column::left("", VERDICT), Column::left("", VERDICT + 2)], &rows);
    }
    page.into_text()
}

/// The end of a path says more than its beginning.
fn ending(path: &str, most: usize) -> String {
    let n_more = path.chars().count().saturating_sub(most);
    if n_more == 0 { path.to_owned() } else { format!("…{}", path.chars().skip(n_more + 1).collect::<String>()) }
}

/// The fields that changed, by their names in the file; numbers with what they were and are.
fn fields(item: &Item) -> String {
    let (Value::Object(before), Value::Object(after)) = (&item.before, &item.after) else { return String::new() };
    let names: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let told = names.into_iter().map(|field| match (before.get(field), after.get(field)) {
        (Some(Value::Number(was)), Some(Value::Number(is))) => {
            let number = |number: &serde_json::Number| number.as_f64().map(wording::points).unwrap_or_default();
            text!("cli-catalogue-number", field = field.clone(), was = number(was), is = number(is))
        }
        _ => field.clone(),
    });
    told.collect::<Vec<_>>().join(", ")
}
