//! The shipped catalogue, checked as far as a program can check it.
//!
//! [`faults`] holds what must be true of any catalogue; it also runs on broken ones, so that every check is seen to find something.
//! The rest holds what `product.md` fixes for this one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use trilemma::model::*;

const TEXT: &str = include_str!("../assets/catalogue.ron");
const FONT: &[u8] = include_bytes!("../assets/fonts/Inter-Regular.ttf");

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| ron::from_str(TEXT).unwrap_or_else(|error| panic!("assets/catalogue.ron: {error}")));

fn catalogue() -> Catalogue {
    CATALOGUE.clone()
}

// ---- what any catalogue must fulfil ----------------------------------------------------------------------------------------------

/// Everything that is wrong, in words; empty for a sound catalogue.
fn faults(catalogue: &Catalogue) -> Vec<String> {
    let mut faults = Vec::new();
    ids(catalogue, &mut faults);
    scales(catalogue, &mut faults);
    ratings(catalogue, &mut faults);
    interview(catalogue, &mut faults);
    requirements(catalogue, &mut faults);
    claims(catalogue, &mut faults);
    evidence(catalogue, &mut faults);
    texts(catalogue, &mut faults);
    faults
}

fn unique<'a>(what: &str, ids: impl IntoIterator<Item = &'a Id>, faults: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if id.is_empty() || !id.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.') {
            faults.push(format!("{what} {id:?} is not an id"));
        }
        if !seen.insert(id) {
            faults.push(format!("{what} {id} stands twice"));
        }
    }
}

fn ids(c: &Catalogue, faults: &mut Vec<String>) {
    if c.schema != CATALOGUE_SCHEMA {
        faults.push(format!("schema {}", c.schema));
    }
    unique("alternative", c.alternatives.iter().map(|x| &x.id), faults);
    unique("group", c.groups.iter().map(|x| &x.id), faults);
    unique("criterion", c.criteria.iter().map(|x| &x.id), faults);
    unique("section", c.interview.sections.iter().map(|x| &x.id), faults);
    unique("question", c.interview.questions.iter().map(|x| &x.id), faults);
    unique("rule", c.interview.rules.iter().map(|x| &x.id), faults);
    unique("requirement", c.requirements.iter().map(|x| &x.id), faults);
    unique("claim", c.claims.iter().map(|x| &x.id), faults);
    unique("source", c.evidence.iter().map(|x| &x.id), faults);
}

fn sources(c: &Catalogue, place: &str, ids: &[Id], faults: &mut Vec<String>) {
    unique(&format!("{place} source"), ids, faults);
    for id in ids.iter().filter(|id| c.source(id).is_none()) {
        faults.push(format!("{place} names source {id}, which is not there"));
    }
}

fn criterion_known(c: &Catalogue, place: &str, id: &str, faults: &mut Vec<String>) {
    if c.criterion(id).is_none() {
        faults.push(format!("{place} names criterion {id}, which is not there"));
    }
}

fn alternative_known(c: &Catalogue, place: &str, id: &str, faults: &mut Vec<String>) {
    if c.alternative(id).is_none() {
        faults.push(format!("{place} names alternative {id}, which is not there"));
    }
}

fn scales(c: &Catalogue, faults: &mut Vec<String>) {
    for criterion in &c.criteria {
        let id = &criterion.id;
        if c.group(&criterion.group).is_none() {
            faults.push(format!("{id} names group {}, which is not there", criterion.group));
        }
        unique(&format!("{id} part"), criterion.scale.iter().map(|part| &part.id), faults);
        let shares: f64 = criterion.scale.iter().map(|part| part.share).sum();
        if (shares - 1.0).abs() > 1e-9 || criterion.scale.iter().any(|part| part.share <= 0.0) {
            faults.push(format!("{id}: the shares of its scale sum to {shares}"));
        }
        if !(criterion.points.is_finite() && criterion.points >= 0.0) || criterion.shelf_life_years == 0 {
            faults.push(format!("{id}: points {} or shelf life {}", criterion.points, criterion.shelf_life_years));
        }
        for part in &criterion.scale {
            match &part.scale {
                Scale::Linear { zero, ten, .. } if !(zero.is_finite() && ten.is_finite() && zero != ten) => {
                    faults.push(format!("{id}.{}: anchors {zero} and {ten}", part.id));
                }
                Scale::Logarithmic { zero, ten, .. } if !(*zero > 0.0 && *ten > 0.0 && zero != ten) => {
                    faults.push(format!("{id}.{}: anchors {zero} and {ten}", part.id));
                }
                Scale::Rubric(levels) => {
                    let rising = levels.windows(2).all(|pair| pair[0].at < pair[1].at);
                    let ends = levels.first().map(|level| level.at) == Some(0.0) && levels.last().map(|level| level.at) == Some(10.0);
                    if levels.len() < 3 || !rising || !ends {
                        faults.push(format!("{id}.{}: its levels do not rise from 0 to 10", part.id));
                    }
                }
                Scale::Linear { .. } | Scale::Logarithmic { .. } => {}
            }
        }
    }
}

fn cell(rating: &CatalogueRating) -> String {
    let when: Vec<String> = rating.when.iter().map(|condition| format!("{} {}", condition.fact, condition.is)).collect();
    format!("{}/{} {}", rating.criterion, rating.alternative, when.join(" ")).trim_end().to_owned()
}

fn ratings(c: &Catalogue, faults: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for rating in &c.ratings {
        let place = cell(rating);
        if !seen.insert(place.clone()) {
            faults.push(format!("{place} is rated twice"));
        }
        criterion_known(c, &place, &rating.criterion, faults);
        alternative_known(c, &place, &rating.alternative, faults);
        conditions(c, &place, &rating.when, faults);
        sources(c, &place, &rating.evidence, faults);
        if !rating.rating().is_valid() {
            faults.push(format!("{place}: {} ≤ {} ≤ {} in 0..10 does not hold", rating.low, rating.mode, rating.high));
        }
        if rating.evidence.is_empty() && rating.basis != Basis::Judged {
            faults.push(format!("{place} has no evidence and is not marked as judged"));
        }
        let tertiary = |ids: &[Id]| ids.iter().filter_map(|id| c.source(id)).any(|source| source.tier == Tier::Tertiary);
        if tertiary(&rating.evidence) || rating.figures.iter().any(|figure| tertiary(&figure.evidence)) {
            faults.push(format!("{place} rests on hearsay"));
        }
        if let Some(criterion) = c.criterion(&rating.criterion) {
            figures(criterion, rating, &place, faults);
        }
        unique(&format!("{place} claim"), &rating.claims, faults);
        for id in &rating.claims {
            match c.claim(id) {
                None => faults.push(format!("{place} names claim {id}, which is not there")),
                Some(claim) if !(claim.alternatives.is_empty() || claim.alternatives.contains(&rating.alternative)) => {
                    faults.push(format!("{place} names claim {id}, which speaks of others"));
                }
                Some(_) => {}
            }
        }
    }
}

fn figures(criterion: &Criterion, rating: &CatalogueRating, place: &str, faults: &mut Vec<String>) {
    let part = |figure: &Figure| criterion.scale.iter().find(|part| part.id == figure.part);
    for figure in &rating.figures {
        match part(figure).map(|part| &part.scale) {
            None => faults.push(format!("{place} has a figure for {}, which is no part of the scale", figure.part)),
            Some(Scale::Rubric(levels)) if !levels.iter().any(|level| level.at == figure.value) => {
                faults.push(format!("{place}: {} is no level of {}", figure.value, figure.part));
            }
            Some(Scale::Linear { .. } | Scale::Logarithmic { .. }) if figure.evidence.is_empty() || figure.value <= 0.0 => {
                faults.push(format!("{place}: the figure for {} has no source or is not positive", figure.part));
            }
            Some(_) => {}
        }
        for id in figure.evidence.iter().filter(|id| !rating.evidence.contains(id)) {
            faults.push(format!("{place}: its figure names source {id}, the rating does not"));
        }
    }
    let computed = criterion.computed(&rating.figures);
    if computed.is_some_and(|computed| computed != rating.mode) || (computed.is_none() && !rating.figures.is_empty()) {
        faults.push(format!("{place} is {}, its figures give {computed:?}", rating.mode));
    }
    let all_measured = computed.is_some() && !criterion.scale.iter().any(|part| matches!(part.scale, Scale::Rubric(_)));
    if all_measured != (rating.basis == Basis::Measured) {
        faults.push(format!("{place} says {:?}", rating.basis));
    }
}

/// The answers that a condition on `fact` may name.
fn answers<'a>(c: &'a Catalogue, fact: &str) -> Option<Vec<&'a str>> {
    let (question, part) = fact.split_once('.').map_or((fact, None), |(question, part)| (question, Some(part)));
    let options = match (&c.interview.question(question)?.kind, part) {
        (QuestionKind::Choice(options) | QuestionKind::EachAlternative(options), None) => options,
        (QuestionKind::Parts(parts), Some(id)) => &parts.iter().find(|part| part.id == id)?.answers,
        _ => return None,
    };
    Some(options.iter().map(|option| option.id.as_str()).collect())
}

fn is_about_each(c: &Catalogue, fact: &str) -> bool {
    c.interview.question(fact).is_some_and(|question| matches!(question.kind, QuestionKind::EachAlternative(_)))
}

fn conditions(c: &Catalogue, place: &str, conditions: &[Condition], faults: &mut Vec<String>) {
    for condition in conditions {
        match answers(c, &condition.fact) {
            None => faults.push(format!("{place} asks for {}, which is no question", condition.fact)),
            Some(answers) if !answers.contains(&condition.is.as_str()) => {
                faults.push(format!("{place} asks for {} {}, which nobody can answer", condition.fact, condition.is));
            }
            Some(_) => {}
        }
    }
}

fn interview(c: &Catalogue, faults: &mut Vec<String>) {
    for question in &c.interview.questions {
        let id = &question.id;
        if !c.interview.sections.iter().any(|section| section.id == question.section) {
            faults.push(format!("{id} names section {}, which is not there", question.section));
        }
        let lists: Vec<&[AnswerOption]> = match &question.kind {
            QuestionKind::Choice(options) | QuestionKind::EachAlternative(options) => vec![options],
            QuestionKind::Parts(parts) => {
                unique(&format!("{id} part"), parts.iter().map(|part| &part.id), faults);
                parts.iter().map(|part| part.answers.as_slice()).collect()
            }
        };
        for options in &lists {
            unique(&format!("{id} answer"), options.iter().map(|option| &option.id), faults);
            if options.len() < 2 {
                faults.push(format!("{id} has nothing to choose from"));
            }
        }
        if question.absent_means.as_ref().is_some_and(|absent| !lists.iter().any(|list| list.iter().any(|option| option.id == *absent))) {
            faults.push(format!("{id}: what its absence means is none of its answers"));
        }
    }
    for section in c.interview.sections.iter().filter(|section| !c.interview.questions.iter().any(|q| q.section == section.id)) {
        faults.push(format!("section {} has no question", section.id));
    }
    let mut whens = BTreeSet::new();
    for rule in &c.interview.rules {
        self::rule(c, rule, faults);
        let mut when = rule.when.clone();
        when.sort();
        if !whens.insert(when) {
            faults.push(format!("rule {} has the conditions of another", rule.id));
        }
    }
}

fn rule(c: &Catalogue, rule: &Rule, faults: &mut Vec<String>) {
    let place = format!("rule {}", rule.id);
    if rule.when.is_empty() || (rule.points.is_empty() && rule.effects.is_empty() && rule.requirements.is_empty()) {
        faults.push(format!("{place} has no condition or no effect"));
    }
    let starts = rule.when.iter().any(|condition| rule.id.starts_with(condition.fact.split('.').next().unwrap_or_default()));
    if !starts {
        faults.push(format!("{place} is not named after its question"));
    }
    conditions(c, &place, &rule.when, faults);
    sources(c, &place, &rule.evidence, faults);
    for (criterion, points) in &rule.points {
        criterion_known(c, &place, criterion, faults);
        if !(points.is_finite() && *points > 0.0) {
            faults.push(format!("{place} gives {criterion} {points} points"));
        }
    }
    let each = rule.when.iter().any(|condition| is_about_each(c, &condition.fact));
    for effect in &rule.effects {
        let (criterion, alternative) = match effect {
            Effect::Rate { criterion, alternative, low, mode, high } => {
                if !Rating::new(*low, *mode, *high).is_valid() {
                    faults.push(format!("{place}: {low} ≤ {mode} ≤ {high} in 0..10 does not hold"));
                }
                (criterion, Some(alternative))
            }
            Effect::Shift { criterion, alternative, by } => {
                if !(by.is_finite() && *by != 0.0 && by.abs() <= 5.0) {
                    faults.push(format!("{place} moves {criterion} by {by}"));
                }
                (criterion, alternative.as_ref())
            }
            Effect::TowardsTen { criterion, share } => {
                if !(*share > 0.0 && *share <= 1.0) {
                    faults.push(format!("{place} moves {criterion} by a share of {share}"));
                }
                (criterion, None)
            }
            Effect::FallByGap { criterion, other, share, low_end } => {
                criterion_known(c, &place, other, faults);
                if !(*share > 0.0 && *share <= 1.0 && *low_end >= 0.0 && *low_end <= 5.0) {
                    faults.push(format!("{place} lowers {criterion} by a share of {share}, its low end by {low_end}"));
                }
                (criterion, None)
            }
        };
        criterion_known(c, &place, criterion, faults);
        if let Some(alternative) = alternative {
            alternative_known(c, &place, alternative, faults);
        }
        if alternative.is_none() != each {
            faults.push(format!("{place}: an effect names an alternative where the answer does, or neither does"));
        }
    }
    for suggestion in &rule.requirements {
        match c.requirement(&suggestion.requirement) {
            None => faults.push(format!("{place} names requirement {}, which is not there", suggestion.requirement)),
            Some(requirement) if suggestion.on && requirement.basis != RequirementBasis::Evidence => {
                faults.push(format!("{place} switches {} on, which is {:?}", requirement.id, requirement.basis));
            }
            Some(_) => {}
        }
    }
}

fn requirements(c: &Catalogue, faults: &mut Vec<String>) {
    for requirement in &c.requirements {
        let place = format!("requirement {}", requirement.id);
        sources(c, &place, &requirement.evidence, faults);
        for alternative in requirement.judgements.keys() {
            alternative_known(c, &place, alternative, faults);
        }
        if requirement.basis == RequirementBasis::Evidence && requirement.evidence.is_empty() {
            faults.push(format!("{place} says evidence and names none"));
        }
    }
}

fn claims(c: &Catalogue, faults: &mut Vec<String>) {
    for claim in &c.claims {
        let place = format!("claim {}", claim.id);
        sources(c, &place, &claim.evidence, faults);
        for alternative in &claim.alternatives {
            alternative_known(c, &place, alternative, faults);
        }
        if claim.correction.is_empty() != (claim.status == ClaimStatus::Supported) {
            faults.push(format!("{place} is {:?} and its correction is {:?}", claim.status, claim.correction));
        }
        if claim.evidence.is_empty() && claim.status != ClaimStatus::Silent {
            faults.push(format!("{place} is {:?} by no evidence", claim.status));
        }
        // What the article says of a criterion must be seen beside its ratings.
        let Some(criterion) = &claim.criterion else { continue };
        criterion_known(c, &place, criterion, faults);
        let all: Vec<Id> = c.alternatives.iter().map(|alternative| alternative.id.clone()).collect();
        for alternative in if claim.alternatives.is_empty() { &all } else { &claim.alternatives } {
            let mut cell = c.cell(criterion, alternative).peekable();
            if cell.peek().is_some() && !cell.any(|rating| rating.claims.contains(&claim.id)) {
                faults.push(format!("{place} is not shown at {criterion}/{alternative}"));
            }
        }
    }
}

fn evidence(c: &Catalogue, faults: &mut Vec<String>) {
    let mut cited: BTreeSet<&Id> = BTreeSet::new();
    cited.extend(c.ratings.iter().flat_map(|x| &x.evidence));
    cited.extend(c.interview.rules.iter().flat_map(|x| &x.evidence));
    cited.extend(c.requirements.iter().flat_map(|x| &x.evidence));
    cited.extend(c.claims.iter().flat_map(|x| &x.evidence));
    for source in &c.evidence {
        let place = format!("source {}", source.id);
        if !(1990..=c.date.year()).contains(&source.year) {
            faults.push(format!("{place} is of {}", source.year));
        }
        if !source.url.starts_with("https://") || source.url.chars().any(char::is_whitespace) {
            faults.push(format!("{place} has the address {:?}", source.url));
        }
        if source.tier == Tier::Tertiary && source.strength != Support::Weak {
            faults.push(format!("{place} is hearsay and not weak"));
        }
        if !cited.contains(&source.id) {
            faults.push(format!("{place} is cited nowhere"));
        }
    }
}

// ---- texts -----------------------------------------------------------------------------------------------------------------------

#[derive(PartialEq)]
enum Style {
    /// Ends with a full stop, or with a question mark where something is asked.
    Sentence,
    Question,
    /// A name, label or anchor: no full stop.
    Label,
    /// Somebody else's words, such as a title.
    Given,
}

/// Every text that a reader can see, with its place.
fn all_texts(c: &Catalogue) -> Vec<(String, &str, Style)> {
    use Style::{Given, Label, Question, Sentence};
    let mut texts: Vec<(String, &str, Style)> = Vec::new();
    let mut add = |place: String, text, style| texts.push((place, text, style));
    add("name".into(), &c.name, Label);
    for x in &c.alternatives {
        add(format!("{} name", x.id), &x.name, Label);
        add(format!("{} summary", x.id), &x.summary, Label);
    }
    for x in &c.groups {
        add(format!("{} name", x.id), &x.name, Label);
    }
    for x in &c.criteria {
        add(format!("{} name", x.id), &x.name, Label);
        add(format!("{} about", x.id), &x.about, Sentence);
        add(format!("{} worst", x.id), &x.worst, Label);
        add(format!("{} best", x.id), &x.best, Label);
        if !x.note.is_empty() {
            add(format!("{} note", x.id), &x.note, Sentence);
        }
        if let Some(way) = &x.find_out {
            add(format!("{} find_out", x.id), &way.how, Sentence);
        }
        for part in &x.scale {
            add(format!("{}.{} measure", x.id, part.id), &part.measure, Label);
            match &part.scale {
                Scale::Linear { unit, .. } | Scale::Logarithmic { unit, .. } => add(format!("{}.{} unit", x.id, part.id), unit, Label),
                Scale::Rubric(levels) => {
                    levels.iter().for_each(|level| add(format!("{}.{} at {}", x.id, part.id, level.at), &level.means, Label));
                }
            }
        }
    }
    for x in &c.ratings {
        add(format!("{} reason", cell(x)), &x.reason, Sentence);
    }
    for x in &c.designs {
        add(format!("{} name", x.id), &x.name, Label);
        add(format!("{} about", x.id), &x.about, Sentence);
        add(format!("{} cost", x.id), &x.cost, Sentence);
    }
    for x in &c.interview.sections {
        add(format!("{} name", x.id), &x.name, Label);
    }
    for x in &c.interview.questions {
        add(format!("{} asks", x.id), &x.asks, Question);
        add(format!("{} why", x.id), &x.why, Sentence);
        if let Some(way) = &x.find_out {
            add(format!("{} find_out", x.id), &way.how, Sentence);
        }
        if !x.subject.is_empty() {
            add(format!("{} subject", x.id), &x.subject, Given);
        }
        let mut options: Vec<&AnswerOption> = Vec::new();
        match &x.kind {
            QuestionKind::Choice(answers) | QuestionKind::EachAlternative(answers) => options.extend(answers),
            QuestionKind::Parts(parts) => {
                for part in parts {
                    add(format!("{}.{} asks", x.id, part.id), &part.asks, Question);
                    options.extend(&part.answers);
                }
            }
        }
        for option in options {
            add(format!("{} {} label", x.id, option.id), &option.label, Label);
            if !option.about.is_empty() {
                add(format!("{} {} about", x.id, option.id), &option.about, Sentence);
            }
        }
    }
    for x in &c.interview.rules {
        add(format!("rule {} why", x.id), &x.why, Sentence);
    }
    for x in &c.requirements {
        add(format!("{} name", x.id), &x.name, Label);
        add(format!("{} about", x.id), &x.about, Sentence);
        add(format!("{} reason", x.id), &x.reason, Sentence);
    }
    for x in &c.claims {
        add(format!("{} says", x.id), &x.says, Sentence);
        if !x.correction.is_empty() {
            add(format!("{} correction", x.id), &x.correction, Sentence);
        }
    }
    for x in &c.evidence {
        add(format!("{} title", x.id), &x.title, Given);
        add(format!("{} author", x.id), &x.author, Given);
        add(format!("{} figure", x.id), &x.figure, Sentence);
        add(format!("{} read", x.id), &x.read, Label);
        if !x.caveat.is_empty() {
            add(format!("{} caveat", x.id), &x.caveat, Sentence);
        }
    }
    texts
}

/// What may begin a sentence without a capital.
const LOWER_CASE_NAMES: [&str; 2] = ["uv ", "etcd"];

fn texts(c: &Catalogue, faults: &mut Vec<String>) {
    let texts = all_texts(c);
    let used: BTreeSet<char> = texts.iter().flat_map(|(_, text, _)| text.chars()).collect();
    let font = ttf_parser::Face::parse(FONT, 0).expect("the bundled font");
    for character in used.into_iter().filter(|character| font.glyph_index(*character).is_none()) {
        faults.push(format!("the font has no {character:?}"));
    }
    for (place, text, style) in texts {
        let ends_well = match style {
            Style::Sentence => text.ends_with('.'),
            Style::Question => text.ends_with('?'),
            Style::Label => !text.ends_with(['.', '?', ' ']),
            Style::Given => true,
        };
        if text.trim().is_empty() || text != text.trim() || !ends_well {
            faults.push(format!("{place} does not end as it should: {text:?}"));
        }
        let begins_well = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || LOWER_CASE_NAMES.iter().any(|name| text.starts_with(name))
            || place.ends_with(" unit");
        if style != Style::Given && !begins_well {
            faults.push(format!("{place} does not begin as it should: {text:?}"));
        }
        for odd in ["  ", "!", "\n", "\t", "—", "“", "”", "’", "...", " ,", " ."] {
            if text.contains(odd) {
                faults.push(format!("{place} contains {odd:?}: {text:?}"));
            }
        }
        let tight = text.char_indices().any(|(at, c)| c == '%' && text[..at].ends_with(|c: char| c.is_ascii_digit()));
        if tight {
            faults.push(format!("{place}: no space before the percent sign: {text:?}"));
        }
    }
}

// ---- the tests -------------------------------------------------------------------------------------------------------------------

#[test]
fn the_catalogue_is_sound() {
    let faults = faults(&catalogue());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn nothing_in_the_file_is_dropped_in_silence() {
    for (from, to) in [
        ("schema: 1,", "schema: 1, sources: [],"),
        ("points: 0.5, shelf_life_years: 5,", "points: 0.5, shelf_life_years: 5, weight: 1,"),
        ("zero: 100, ten: 1)", "zero: 100, ten: 1, five: 10)"),
        ("alternative: \"python\", by: -2", "alternativ: \"python\", by: -2"),
        ("basis: measured,", "basis: guessed,"),
    ] {
        let broken = TEXT.replacen(from, to, 1);
        assert_ne!(broken, TEXT, "{from} is not in the file");
        assert!(ron::from_str::<Catalogue>(&broken).is_err(), "{to} was accepted");
    }
}

/// Points, judgements and the like are maps, and a key that stands twice would win in silence.
#[test]
fn no_map_names_a_key_twice() {
    for (number, line) in TEXT.lines().enumerate().filter(|(_, line)| line.contains("points: {") || line.contains("judgements: {")) {
        let map = &line[line.find('{').unwrap()..];
        let keys: Vec<&str> = map.split('"').skip(1).step_by(2).collect();
        assert_eq!(keys.len(), keys.iter().collect::<BTreeSet<_>>().len(), "line {}: {line}", number + 1);
    }
}

#[test]
fn criteria_and_groups_are_those_of_the_product() {
    let c = catalogue();
    let groups: Vec<(&str, Vec<&str>)> = c
        .groups
        .iter()
        .map(|group| (group.id.as_str(), c.criteria.iter().filter(|x| x.group == group.id).map(|x| x.id.as_str()).collect()))
        .collect();
    let expected: Vec<(&str, Vec<&str>)> = vec![
        ("performance", vec!["raw_performance", "latency", "memory"]),
        ("scale", vec!["concurrency", "parallelism", "scalability"]),
        ("productivity", vec!["development_speed", "learning_curve"]),
        ("ecosystem", vec!["libraries", "tooling", "community"]),
        ("safety", vec!["memory_safety", "concurrency_safety", "security"]),
        ("adoption", vec!["use_case_fit", "continuity", "licensing"]),
    ];
    assert_eq!(groups, expected);
    assert_eq!(c.criteria.len(), 17);
    // In the file they stand group by group as well.
    let order: Vec<&str> = expected.iter().flat_map(|(_, criteria)| criteria.iter().copied()).collect();
    assert_eq!(c.criteria.iter().map(|x| x.id.as_str()).collect::<Vec<_>>(), order);
    let names: Vec<&str> = c.groups.iter().map(|group| group.name.as_str()).collect();
    assert_eq!(names, ["Performance", "Scale", "Productivity", "Ecosystem", "Safety", "Fit"]);
    assert_eq!(c.alternatives.iter().map(|x| x.id.as_str()).collect::<Vec<_>>(), ["python", "go", "rust"]);
}

/// Question, part and answers, as `product.md` fixes them.
const FACTS: [(&str, &[&str]); 15] = [
    (
        "workload",
        &[
            "api_integration",
            "network_service",
            "data_ml",
            "automation",
            "cli_tool",
            "storage_engine",
            "game_media",
            "embedded_rt",
            "desktop_app",
            "language_tooling",
        ],
    ),
    ("concurrency", &["few", "k1", "k10", "k100"]),
    ("cpu_bound", &["light", "mixed", "heavy"]),
    ("latency", &["relaxed", "interactive_100ms", "tight_10ms", "hard_1ms"]),
    ("memory", &["plentiful", "budgeted", "tight", "bare_metal"]),
    ("time_to_market", &["days", "months", "long"]),
    ("lifetime", &["throwaway", "years", "decade"]),
    ("failure_cost", &["annoyance", "money", "safety"]),
    ("exposure", &["internal", "internet", "hostile_input"]),
    ("ecosystem", &["none", "cloud_native", "ml_science", "systems"]),
    ("distribution", &["server", "single_binary", "embedded_library", "browser"]),
    ("team", &["none", "some", "strong"]),
    ("growth", &["small", "growing"]),
    ("existing_code.language", &["none", "python", "go", "rust", "other"]),
    ("existing_code.size", &["small", "large"]),
];

#[test]
fn the_interview_is_that_of_the_product() {
    let c = catalogue();
    for (fact, expected) in FACTS {
        let found: BTreeSet<&str> = answers(&c, fact).unwrap_or_default().into_iter().collect();
        assert_eq!(found, expected.iter().copied().collect(), "{fact}");
    }
    let asked: BTreeSet<&str> = c.interview.questions.iter().map(|question| question.id.as_str()).collect();
    let expected: BTreeSet<&str> = FACTS.iter().map(|(fact, _)| fact.split('.').next().unwrap()).collect();
    assert_eq!(asked, expected);
    let sections: Vec<&str> = c.interview.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(sections, ["project", "load", "risk", "team"]);
    // On the screen questions stand section by section, and so they do here.
    let order: Vec<usize> =
        c.interview.questions.iter().map(|question| sections.iter().position(|section| *section == question.section).unwrap()).collect();
    assert!(order.is_sorted());
    for question in &c.interview.questions {
        assert_eq!(question.absent_means.as_deref(), (question.id == "existing_code").then_some("none"), "{}", question.id);
        assert_eq!(matches!(question.kind, QuestionKind::EachAlternative(_)), question.id == "team", "{}", question.id);
        assert_eq!(matches!(question.kind, QuestionKind::Parts(_)), question.id == "existing_code", "{}", question.id);
    }
    // Existing code can be in any of the languages compared.
    let languages = answers(&c, "existing_code.language").unwrap();
    assert!(c.alternatives.iter().all(|alternative| languages.contains(&alternative.id.as_str())));
}

#[test]
fn every_cell_is_rated() {
    let c = catalogue();
    for alternative in &c.alternatives {
        for criterion in c.criteria.iter().filter(|criterion| criterion.id != "continuity") {
            let ratings: Vec<&CatalogueRating> = c.cell(&criterion.id, &alternative.id).collect();
            let place = format!("{}/{}", criterion.id, alternative.id);
            if criterion.id == "use_case_fit" {
                let rated: BTreeSet<&str> = ratings
                    .iter()
                    .filter(|rating| rating.when.len() == 1 && rating.when[0].fact == "workload")
                    .map(|rating| rating.when[0].is.as_str())
                    .collect();
                assert_eq!(rated, FACTS[0].1.iter().copied().collect(), "{place}");
                assert_eq!(ratings.len(), 10, "{place}");
            } else {
                assert!(ratings.len() == 1 && ratings[0].when.is_empty(), "{place}");
            }
        }
        // Existing code is rated by the rules about it, whatever is answered.
        assert_eq!(c.cell("continuity", &alternative.id).count(), 0);
        for language in ["none", "python", "go", "rust", "other"] {
            for size in ["small", "large"] {
                let given = BTreeMap::from([("existing_code.language", language), ("existing_code.size", size)]);
                let rated = |effect: &Effect| matches!(effect, Effect::Rate { criterion, alternative: whom, .. } if criterion == "continuity" && *whom == alternative.id);
                let rules =
                    c.interview.rules.iter().filter(|rule| rule.when.iter().all(|x| given.get(x.fact.as_str()) == Some(&x.is.as_str())));
                assert_eq!(rules.flat_map(|rule| &rule.effects).filter(|x| rated(x)).count(), 1, "{}: {language}, {size}", alternative.id);
            }
        }
    }
}

/// Staying is best, moving costs more the more there is, and code in another language favours nobody.
#[test]
fn moving_costs_more_the_more_there_is() {
    let c = catalogue();
    let mode = |rule: &str, alternative: &str| {
        let rule = c.interview.rules.iter().find(|x| x.id == format!("existing_code.{rule}")).unwrap_or_else(|| panic!("{rule}"));
        let rated = rule.effects.iter().find_map(|effect| match effect {
            Effect::Rate { alternative: whom, mode, .. } if whom == alternative => Some(*mode),
            _ => None,
        });
        (rated.unwrap(), rule.points.get("continuity").copied().unwrap_or_default())
    };
    for from in ["python", "go", "rust"] {
        for to in ["python", "go", "rust"] {
            let ((small, few), (large, many)) = (mode(&format!("{from}_small"), to), mode(&format!("{from}_large"), to));
            assert!(few > 0.0 && many > few);
            if from == to {
                assert_eq!((small, large), (10.0, 10.0));
            } else {
                assert!(large < small && small < 10.0, "{from} to {to}");
            }
        }
    }
    for size in ["small", "large"] {
        let all: Vec<(f64, f64)> = ["python", "go", "rust"].map(|to| mode(&format!("other_{size}"), to)).into();
        assert!(all.iter().all(|one| *one == all[0]));
    }
}

/// Every answer to a question has a rule, chooses ratings, or says that a need is absent.
#[test]
fn every_answer_has_a_rule_or_no_need() {
    let c = catalogue();
    let says = |conditions: &[Condition], fact: &str, answer: &str| conditions.iter().any(|x| x.fact == fact && x.is == answer);
    let answers = FACTS.iter().flat_map(|(fact, answers)| answers.iter().map(move |answer| (*fact, *answer)));
    let without: BTreeSet<(&str, &str)> = answers
        .filter(|(fact, answer)| !c.interview.rules.iter().any(|rule| says(&rule.when, fact, answer)))
        .filter(|(fact, answer)| !c.ratings.iter().any(|rating| says(&rating.when, fact, answer)))
        .collect();
    let no_need = BTreeSet::from([
        ("concurrency", "few"),
        ("latency", "relaxed"),
        ("failure_cost", "annoyance"),
        ("exposure", "internal"),
        ("distribution", "server"),
        ("growth", "small"),
    ]);
    assert_eq!(without, no_need);
}

/// A greater need never adds fewer points in all.
#[test]
fn points_grow_with_the_need() {
    let c = catalogue();
    let total = |fact: &str, answer: &str| -> f64 {
        let rule = c.interview.rules.iter().find(|rule| rule.when.len() == 1 && rule.when[0].fact == fact && rule.when[0].is == answer);
        rule.map_or(0.0, |rule| rule.points.values().sum())
    };
    for (fact, answers) in
        FACTS.iter().filter(|(fact, _)| ["concurrency", "cpu_bound", "latency", "memory", "failure_cost", "exposure"].contains(fact))
    {
        assert!(answers.windows(2).all(|pair| total(fact, pair[0]) < total(fact, pair[1])), "{fact}");
    }
}

#[test]
fn the_sources_are_the_eighty_found() {
    let c = catalogue();
    assert_eq!(c.evidence.len(), 80);
    for absent in ["E68", "E113", "E114", "E115"] {
        assert!(c.source(absent).is_none(), "{absent} was looked for and not found");
    }
    let tiers = |tier| c.evidence.iter().filter(|source| source.tier == tier).count();
    assert_eq!([tiers(Tier::Primary), tiers(Tier::Secondary), tiers(Tier::Tertiary)], [53, 23, 4]);
    let unopened: Vec<&str> = c.evidence.iter().filter(|source| source.url_unopened).map(|source| source.id.as_str()).collect();
    assert_eq!(unopened, ["E12", "E13", "E69", "E76", "E80", "E82"]);
}

/// The modes that were worked out by hand before there was a scale; Python's raw speed was 1.0 by another mean.
#[test]
fn ratings_with_figures_are_the_known_ones() {
    let c = catalogue();
    for (criterion, modes) in [
        ("raw_performance", [1.5, 8.5, 10.0]),
        ("latency", [4.0, 6.5, 9.5]),
        ("memory", [4.0, 6.5, 8.5]),
        ("concurrency", [5.0, 8.0, 8.5]),
        ("community", [10.0, 7.0, 7.0]),
    ] {
        let found: Vec<f64> = c.alternatives.iter().map(|alternative| c.cell(criterion, &alternative.id).next().unwrap().mode).collect();
        assert_eq!(found, modes, "{criterion}");
        assert!(c.alternatives.iter().all(|alternative| !c.cell(criterion, &alternative.id).next().unwrap().figures.is_empty()));
    }
}

/// The seventeen places where the article was found disputed, outdated or wrong: claims, and the sources against them.
#[test]
fn every_dispute_is_told() {
    let c = catalogue();
    let disputes: [(&[&str], &[&str]); 17] = [
        (&["C61"], &["E85", "E86", "E88"]),
        (&["C15"], &["E27", "E42"]),
        (&["C42", "C43", "C44"], &["E27", "E42", "E84"]),
        (&["C24"], &["E11", "E12", "E13", "E14"]),
        (&["C11", "C23"], &["E34"]),
        (&["C08", "C09"], &["E05", "E07", "E32", "E35"]),
        (&["C36"], &["E32", "E35"]),
        (&["C26", "C27"], &["E15", "E23", "E24", "E25"]),
        (&["C70"], &["E21", "E34"]),
        (&["C60"], &["E51", "E65", "E84", "E89"]),
        (&["C19"], &["E08", "E31", "E32", "E33"]),
        (&["C52"], &["E72", "E75"]),
        (&["C10"], &["E91", "E92"]),
        (&["C06"], &["E01", "E20"]),
        (&["C64"], &["E110", "E111", "E112"]),
        (&["C73"], &["E52", "E54"]),
        (&["C74"], &["E06", "E77"]),
    ];
    for (claims, sources) in disputes {
        let claims: Vec<&Claim> = claims.iter().map(|id| c.claim(id).unwrap_or_else(|| panic!("{id}"))).collect();
        assert!(claims.iter().all(|claim| claim.status != ClaimStatus::Supported && !claim.correction.is_empty()), "{claims:?}");
        for source in sources {
            assert!(claims.iter().any(|claim| claim.evidence.iter().any(|id| id == source)), "{source} is not told in {claims:?}");
        }
    }
    assert_eq!(c.claim("C61").unwrap().status, ClaimStatus::Wrong);
    assert_eq!(c.claim("C24").unwrap().status, ClaimStatus::Outdated);
    let silent = ["memory_safety/python", "memory_safety/go", "concurrency_safety/python"];
    let cells: Vec<String> = c.ratings.iter().filter(|rating| rating.when.is_empty() && rating.claims.is_empty()).map(cell).collect();
    assert_eq!(cells, silent, "the article is silent on these cells");
}

/// Judgements of all alternatives, and nothing switched on but what follows from an answer and rests on evidence.
#[test]
fn requirements_are_judged_for_everybody() {
    let c = catalogue();
    let ids: Vec<String> = (1..=22).map(|number| format!("R{number:02}")).collect();
    assert_eq!(c.requirements.iter().map(|x| &x.id).collect::<Vec<_>>(), ids.iter().collect::<Vec<_>>());
    for requirement in &c.requirements {
        assert!(c.alternatives.iter().all(|alternative| requirement.judgements.contains_key(&alternative.id)), "{}", requirement.id);
    }
    let on: Vec<(&str, &str)> = c
        .interview
        .rules
        .iter()
        .flat_map(|rule| rule.requirements.iter().filter(|x| x.on).map(|x| (rule.id.as_str(), x.requirement.as_str())))
        .collect();
    let expected = [
        ("distribution.embedded_library", "R04"),
        ("distribution.browser", "R06"),
        ("latency.hard_1ms", "R08"),
        ("memory.bare_metal", "R01"),
    ];
    assert_eq!(on, expected);
}

/// A fourth alternative is data: it can be put into the file, rated, written and read again.
#[test]
fn a_fourth_alternative_needs_no_code() {
    let mut c = catalogue();
    c.alternatives.push(Alternative { id: "zig".into(), name: "Zig".into(), summary: "Small, without hidden costs".into() });
    let rust = c.cell("raw_performance", "rust").next().unwrap().clone();
    c.ratings.push(CatalogueRating { alternative: "zig".into(), claims: vec!["C68".into()], ..rust });
    for requirement in &mut c.requirements {
        requirement.judgements.insert("zig".into(), Judgement::PassesWithCost);
    }
    let text = ron::ser::to_string_pretty(&c, ron::ser::PrettyConfig::default()).unwrap();
    let read: Catalogue = ron::from_str(&text).unwrap();
    assert_eq!(read, c);
    assert_eq!(faults(&read), Vec::<String>::new());
    assert_eq!(read.cell("raw_performance", "zig").count(), 1);

    // The same in the file itself, as a person would write it.
    let line = r#"(id: "rust", name: "Rust","#;
    let text = TEXT.replacen(line, &format!("(id: \"zig\", name: \"Zig\", summary: \"Small\"),\n        {line}"), 1);
    let read: Catalogue = ron::from_str(&text).unwrap();
    assert_eq!(read.alternatives.len(), 4);
    assert_eq!(faults(&read), Vec::<String>::new());
}

/// Whatever can be broken is found: one thing after the other is broken, and something must be said about it.
#[test]
fn every_kind_of_fault_is_found() {
    type Break = fn(&mut Catalogue);
    let breaks: &[(&str, Break)] = &[
        ("stands twice", |c| c.claims[1].id = c.claims[0].id.clone()),
        ("is not an id", |c| c.groups[0].id = "Per formance".into()),
        ("names group", |c| c.criteria[0].group = "speed".into()),
        ("sum to", |c| c.criteria[1].scale[0].share = 0.5),
        ("anchors", |c| c.criteria[0].scale[0].scale = Scale::Logarithmic { unit: "%".into(), zero: 0.0, ten: 1.0 }),
        ("do not rise", |c| c.criteria[4].scale[0].scale = Scale::Rubric(Vec::new())),
        ("does not hold", |c| c.ratings[0].low = 3.0),
        ("does not hold", |c| c.ratings[2].high = 10.5),
        ("does not hold", |c| c.ratings[0].mode = f64::NAN),
        ("figures give", |c| c.ratings[0].mode = 2.0),
        ("figures give", |c| c.ratings[0].figures[0].value = 20.0),
        ("figures give", |c| drop(c.ratings[3].figures.remove(0))),
        ("is no part of the scale", |c| c.ratings[0].figures[0].part = "time".into()),
        ("is no level", |c| c.ratings[3].figures[0].value = 3.6),
        ("has no source", |c| c.ratings[0].figures[0].evidence.clear()),
        ("says Judged", |c| c.ratings[0].basis = Basis::Judged),
        ("says Measured", |c| c.ratings[3].basis = Basis::Measured),
        ("rests on hearsay", |c| c.evidence[0].tier = Tier::Tertiary),
        ("names source", |c| c.ratings[5].evidence.push("E999".into())),
        ("names alternative", |c| c.ratings[5].alternative = "zig".into()),
        ("names claim", |c| c.ratings[5].claims.push("C999".into())),
        ("speaks of others", |c| c.ratings[0].claims.push("C61".into())),
        ("is rated twice", |c| c.ratings[1] = c.ratings[0].clone()),
        ("nobody can answer", |c| c.ratings.iter_mut().find(|x| !x.when.is_empty()).unwrap().when[0].is = "website".into()),
        ("is no question", |c| c.interview.rules[0].when[0].fact = "existing_code".into()),
        ("is no question", |c| c.interview.rules[0].when[0].fact = "workload.size".into()),
        ("names section", |c| c.interview.questions[0].section = "other".into()),
        ("none of its answers", |c| c.interview.questions[0].absent_means = Some("none".into())),
        ("no condition or no effect", |c| c.interview.rules[0].requirements.clear()),
        ("conditions of another", |c| c.interview.rules[0].when = c.interview.rules[1].when.clone()),
        ("names criterion", |c| c.interview.rules[0].points = BTreeMap::from([("speed".into(), 1.0)])),
        ("points", |c| c.interview.rules[0].points = BTreeMap::from([("libraries".into(), -1.0)])),
        ("names requirement", |c| {
            c.interview.rules[0].requirements.push(Suggestion { requirement: "R99".into(), on: false });
        }),
        ("switches R03 on", |c| c.interview.rules[0].requirements.push(Suggestion { requirement: "R03".into(), on: true })),
        ("an effect names", |c| {
            c.interview.rules[0].effects.push(Effect::Shift { criterion: "tooling".into(), alternative: None, by: 1.0 });
        }),
        ("names none", |c| c.requirements[0].evidence.clear()),
        ("its correction", |c| c.claims.iter_mut().find(|x| x.status.is_contested()).unwrap().correction.clear()),
        ("by no evidence", |c| c.claims[0].evidence.clear()),
        ("is not shown at", |c| c.ratings[0].claims.clear()),
        ("is of 3026", |c| c.evidence[0].year = 3026),
        ("has the address", |c| c.evidence[0].url = "http://example.org".into()),
        ("is cited nowhere", |c| c.evidence.push(Evidence { id: "E999".into(), ..c.evidence[0].clone() })),
        ("end as it should", |c| c.claims[0].says.truncate(8)),
        ("the font has no", |c| c.claims[0].says.insert(3, '猫')),
        ("contains", |c| c.claims[0].says.insert(0, '!')),
        ("percent sign", |c| c.criteria[0].note = "About 40% of it.".into()),
    ];
    for (expected, broken) in breaks {
        let mut c = catalogue();
        broken(&mut c);
        let faults = faults(&c);
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{expected:?} was not found in {faults:#?}");
    }
}
