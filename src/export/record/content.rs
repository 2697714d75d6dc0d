//! What a record says, section by section: question, drivers, options, outcome, how sure, what would change it, dissent, and how all
//! of it was computed.
//!
//! Facts, requirements, weights and options are `options.rs`'s, ratings and sources `evidence.rs`'s; sentences are `wording`'s.

use super::{
    Block, CATALOGUE_ID, Enclosure, Line, PROFILE_ID, Record, Section, Span, Table, evidence, numbers, options, page::chart, strong, text,
    words,
};
use crate::{
    assessment::{self, CLEAR_Z, Depth, LEANING_Z, Missing, Said, Topic, explain, missing, voices},
    chart::{ChartKind, Subject, plain},
    model::{Decision, DecisionStatus, GutFeeling, Id},
    wording,
};

/// At most so many things are listed that are worth finding out.
const MOST_UNKNOWN: usize = 3;
/// At most so many strengths and weaknesses are named as consequences.
const MOST_CONSEQUENCES: usize = 3;

/// The version of the program, as it stands in the record.
const VERSION: &str = env!("CARGO_PKG_VERSION");

pub(super) fn record(subject: Subject<'_>, width: f64) -> Record {
    let Subject { profile: said, assessment, .. } = subject;
    let decision = said.decision.clone().unwrap_or_default();
    let status = assessment::status(said, assessment);
    let name = plain(&said.name);
    let chosen = decision.chosen.as_deref().and_then(|id| assessment.alternative(id)).map(|i| plain(&assessment.alternatives[i].name));
    let title = match &chosen {
        Some(chosen) => text!("record-title", name = name, chosen = chosen.clone()),
        None => name,
    };
    let date = decision.date.or(said.date);
    let small_print = match date {
        Some(date) => text!("record-small-print", status = wording::status(status), date = wording::date(date)),
        None => text!("record-small-print-undated", status = wording::status(status)),
    };
    let account = explain(subject, Depth::Full);
    let mut sections = vec![question(subject), options::facts(subject)];
    sections.extend(options::drivers(subject));
    sections.push(options::considered(subject));
    sections.push(outcome(subject, &decision, status, chosen.as_deref(), width));
    sections.push(consequences(subject, &decision));
    sections.push(confirmation(&decision));
    sections.push(how_sure(subject, width));
    sections.push(changes(subject, &account, width));
    sections.extend(options::pros_and_cons(subject));
    sections.extend(evidence::sections(subject, &account));
    sections.push(dissent(subject, &account));
    sections.push(computed(subject));
    Record { title, status, date, decided_by: decision.decided_by.iter().map(|name| plain(name)).collect(), small_print, sections }
}

/// The two sections that carry what the record was written from.
pub(super) fn enclosures(profile: String, catalogue: String) -> [Section; 2] {
    let enclosed = |section_id, title: String, about: String, enclosure: Enclosure| {
        section(3, section_id, title, vec![Block::Paragraph(text(about)), Block::Enclosure(enclosure)])
    };
    let profile = Enclosure { id: PROFILE_ID, name: text!("record-enclosed-profile"), text: profile };
    let catalogue = Enclosure { id: CATALOGUE_ID, name: text!("record-enclosed-catalogue"), text: catalogue };
    [
        enclosed("profile", text!("record-section-profile"), text!("record-enclosed-profile-about"), profile),
        enclosed("catalogue", text!("record-section-catalogue"), text!("record-enclosed-catalogue-about"), catalogue),
    ]
}

pub(super) fn section(level: u8, id: &'static str, title: String, blocks: Vec<Block>) -> Section {
    // Some of MADR's headings are too long for a list of contents.
    let short = match id {
        "question" => text!("record-short-question"),
        "drivers" => text!("record-short-drivers"),
        "options" => text!("record-short-options"),
        "decision" => text!("record-short-decision"),
        "pros-and-cons" => text!("record-short-pros-and-cons"),
        _ => title.clone(),
    };
    Section { level, id, title, short, blocks }
}

/// Those sentences of the account that are wanted, a line each.
pub(super) fn said(subject: Subject<'_>, account: &[Said], is_wanted: impl Fn(&Said) -> bool) -> Vec<Line> {
    account.iter().filter(|said| is_wanted(said)).map(|said| text(wording::say(subject, &said.sentence))).collect()
}

/// Running text in paragraphs: an empty line or a line's end begins another.
pub(super) fn paragraphs(words: &str) -> impl Iterator<Item = Block> {
    words.lines().map(plain).filter(|line| !line.is_empty()).map(|line| Block::Paragraph(text(line)))
}

fn question(subject: Subject<'_>) -> Section {
    let mut blocks: Vec<Block> = paragraphs(&subject.profile.context).collect();
    let names: Vec<String> = subject.assessment.alternatives.iter().map(|alternative| plain(&alternative.name)).collect();
    blocks.push(Block::Paragraph(text(text!("record-question", names = wording::list(&names)))));
    section(2, "question", text!("record-section-question"), blocks)
}

fn outcome(subject: Subject<'_>, decision: &Decision, status: DecisionStatus, chosen: Option<&str>, width: f64) -> Section {
    let assessment = subject.assessment;
    let reason = plain(&decision.reason);
    let leader = assessment.verdict.leader;
    let leads = chosen.is_some() && leader.is_some_and(|i| Some(&assessment.alternatives[i].id) == decision.chosen.as_ref());
    let mut blocks = vec![Block::Paragraph(match chosen {
        Some(chosen) => vec![
            Span::Text(text!("record-chosen")),
            Span::Strong(chosen.to_owned()),
            Span::Text(match (reason.is_empty(), leads) {
                (false, _) => text!("record-because", reason = reason),
                (true, true) => text!("record-because-leads"),
                (true, false) => text!("record-because-nothing"),
            }),
        ],
        None => text(text!("record-nothing-chosen")),
    })];
    if let Some(i) = leader.filter(|_| chosen.is_some() && !leads) {
        blocks.push(Block::Paragraph(text(text!("record-against-leader", leader = plain(&assessment.alternatives[i].name)))));
    }
    blocks.push(Block::Paragraph(text(wording::paragraph(subject))));
    blocks.extend(wording::remarks(subject).into_iter().map(|remark| Block::Paragraph(text(remark))));
    blocks.push(ranking(subject));
    blocks.push(chart(ChartKind::Radar, subject, width));
    blocks.push(chart(ChartKind::Contributions, subject, width));
    let people: Vec<String> = decision.decided_by.iter().map(|name| plain(name)).collect();
    let decided = match (people.is_empty(), decision.date) {
        (false, Some(date)) => text!("record-decided", names = wording::list(&people), date = wording::date(date)),
        (false, None) => text!("record-decided-undated", names = wording::list(&people)),
        (true, _) => text!("record-decided-by-nobody"),
    };
    blocks.push(Block::Paragraph(text(decided)));
    let missing = missing(subject.profile, assessment);
    if !missing.is_empty() && status != DecisionStatus::Superseded {
        blocks.push(Block::Paragraph(text(text!("record-missing"))));
        blocks.push(Block::List(missing.iter().map(|missing| text(say_missing(subject, missing))).collect()));
    }
    section(2, "decision", text!("record-section-decision"), blocks)
}

/// What is still missing, in a few words.
fn say_missing(subject: Subject<'_>, missing: &Missing) -> String {
    wording::missing(subject.assessment, missing)
}

fn ranking(subject: Subject<'_>) -> Block {
    let assessment = subject.assessment;
    let columns = vec![
        words(text!("record-column-option")),
        numbers(text!("record-column-place")),
        numbers(text!("record-column-score")),
        numbers(text!("record-column-range")),
        numbers(text!("record-column-first")),
        words(text!("record-column-requirements")),
    ];
    let rows = assessment.ranking.iter().map(|&i| {
        let alternative = &assessment.alternatives[i];
        let share = subject.robustness.and_then(|robustness| robustness.leads(i)).map_or_else(|| text!("record-none"), wording::percent);
        vec![
            strong(plain(&alternative.name)),
            text(alternative.rank.map_or_else(|| text!("record-none"), |rank| rank.to_string())),
            text(wording::score(alternative.score)),
            text(wording::range(alternative.low, alternative.high)),
            text(share),
            text(if alternative.is_eligible() {
                text!("record-meets-all")
            } else {
                text!("record-fails-some", count = alternative.failed.len())
            }),
        ]
    });
    Block::Table(Table { caption: text!("record-ranking-caption"), columns, rows: rows.collect() })
}

/// What comes with the choice: where it gains and loses most against the best of the others.
fn consequences(subject: Subject<'_>, decision: &Decision) -> Section {
    let assessment = subject.assessment;
    let chosen = decision.chosen.as_deref().and_then(|id| assessment.alternative(id)).or(assessment.verdict.leader);
    let other = assessment.ranking.iter().copied().find(|i| Some(*i) != chosen);
    let mut lines = Vec::new();
    if let Some((chosen, other)) = chosen.zip(other) {
        let brought = |i: usize, j: usize| assessment.alternatives[i].contributions[j];
        let mut gains: Vec<(usize, f64)> = (0..assessment.criteria.len())
            .map(|j| (j, brought(chosen, j) - brought(other, j)))
            .filter(|(_, by)| by.abs() >= 0.05)
            .collect();
        gains.sort_by(|a, b| b.1.total_cmp(&a.1));
        let against = plain(&assessment.alternatives[other].name);
        let name = |j: usize| assessment.criteria[j].name.to_lowercase();
        for (j, by) in gains.iter().filter(|(_, by)| *by > 0.0).take(MOST_CONSEQUENCES) {
            lines.push(text(text!("record-good-gain", points = wording::score(*by), criterion = name(*j), other = against.clone())));
        }
        for (j, by) in gains.iter().rev().filter(|(_, by)| *by < 0.0).take(MOST_CONSEQUENCES) {
            lines.push(text(text!("record-bad-loss", points = wording::score(-by), criterion = name(*j), other = against.clone())));
        }
    }
    let blocks = if lines.is_empty() { vec![Block::Paragraph(text(text!("record-no-consequences")))] } else { vec![Block::List(lines)] };
    section(3, "consequences", text!("record-section-consequences"), blocks)
}

fn confirmation(decision: &Decision) -> Section {
    let mut blocks = vec![Block::Paragraph(text(text!("record-confirmation")))];
    if !decision.scores.is_empty() {
        blocks.push(Block::Paragraph(text(text!("record-confirmation-numbers", version = plain(&decision.catalogue)))));
    }
    section(3, "confirmation", text!("record-section-confirmation"), blocks)
}

fn how_sure(subject: Subject<'_>, width: f64) -> Section {
    let assessment = subject.assessment;
    let mut blocks = Vec::new();
    let verdict = &assessment.verdict;
    if let Some((margin, sd)) = verdict.margin.zip(verdict.margin_sd) {
        blocks.push(Block::Paragraph(text(text!(
            "record-margin",
            kind = wording::verdict_kind(verdict.kind),
            margin = format!("{margin:.2}"),
            sd = format!("{sd:.2}"),
            clear = format!("{CLEAR_Z:.2}"),
            leaning = format!("{LEANING_Z:.2}")
        ))));
    }
    let (known, asked) = (assessment.facts_known.to_string(), assessment.facts_asked.to_string());
    let sureness = wording::sureness(subject.profile.sureness);
    blocks.push(Block::Paragraph(text(text!("record-known", known = known, asked = asked, sureness = sureness.to_lowercase()))));
    if let Some(robustness) = subject.robustness {
        let n = robustness.alternatives.len();
        let places = (1..=n).map(|place| numbers(text!("record-column-in-place", place = place.to_string())));
        let columns: Vec<_> = std::iter::once(words(text!("record-column-option"))).chain(places).collect();
        let rows = assessment.ranking.iter().filter_map(|&i| {
            let shares = robustness.acceptability(i)?.iter().map(|share| text(wording::percent(*share)));
            Some(std::iter::once(strong(plain(&assessment.alternatives[i].name))).chain(shares).collect())
        });
        blocks.push(Block::Table(Table { caption: text!("record-shares-caption"), columns, rows: rows.collect() }));
        blocks.push(chart(ChartKind::Acceptability, subject, width));
        blocks.push(Block::Paragraph(text(wording::precision(robustness))));
    }
    section(3, "how-sure", text!("record-section-how-sure"), blocks)
}

fn changes(subject: Subject<'_>, account: &[Said], width: f64) -> Section {
    let assessment = subject.assessment;
    let mut blocks = Vec::new();
    let lines = said(subject, account, |said| said.topic == Topic::Changes);
    if lines.is_empty() {
        blocks.push(Block::Paragraph(text(text!("record-nothing-changes"))));
    } else {
        blocks.push(Block::List(lines));
        blocks.push(chart(ChartKind::Tornado, subject, width));
    }
    if let Some(information) = subject.information {
        let worth = information.items.iter().filter(|worth| worth.changes_leader && worth.about.is_of(assessment)).take(MOST_UNKNOWN);
        let lines: Vec<_> = worth
            .map(|worth| {
                let about = wording::unknown(subject.catalogue, assessment, &worth.about);
                text(text!("record-unknown", about = about, gain = wording::gain(worth.gain)))
            })
            .collect();
        if !lines.is_empty() {
            blocks.push(Block::Paragraph(text(text!("record-find-out"))));
            blocks.push(Block::List(lines));
        }
    }
    section(3, "changes", text!("record-section-changes"), blocks)
}

fn dissent(subject: Subject<'_>, account: &[Said]) -> Section {
    let assessment = subject.assessment;
    let mut blocks: Vec<Block> = match said(subject, account, |said| said.topic == Topic::Methods).as_slice() {
        [one] => vec![Block::Paragraph(one.clone())],
        [] => Vec::new(),
        several => vec![Block::List(several.to_vec())],
    };
    if subject.profile.voices.iter().any(|voice| voice.sealed) {
        blocks.push(Block::Paragraph(text(text!("record-voices-sealed"))));
    } else if let Some(heard) = voices(subject.catalogue, subject.profile, assessment) {
        let columns = vec![words(text!("record-column-voice")), words(text!("record-column-leads-for"))];
        let rows = heard
            .opinions
            .iter()
            .map(|opinion| vec![strong(plain(&opinion.name)), text(plain(&assessment.alternatives[opinion.leader].name))]);
        blocks.push(Block::Table(Table { caption: text!("record-voices-caption"), columns, rows: rows.collect() }));
        blocks.extend(wording::voices(assessment, &heard).into_iter().map(|said| Block::Paragraph(text(said))));
    } else {
        blocks.push(Block::Paragraph(text(text!("record-no-voices"))));
    }
    if let Some(said) = subject.profile.gut_feeling.as_ref().and_then(|gut| gut_feeling(subject, gut)) {
        blocks.push(Block::Paragraph(text(text!("record-gut-feeling", said = said))));
    }
    section(3, "dissent", text!("record-section-dissent"), blocks)
}

/// What was expected and how the result felt, as far as somebody said so.
fn gut_feeling(subject: Subject<'_>, gut: &GutFeeling) -> Option<String> {
    let name = |id: &Id| subject.assessment.alternative(id).map_or_else(|| plain(id), |i| plain(&subject.assessment.alternatives[i].name));
    let expected = gut.expected.as_ref().map(|id| text!("record-expected", expected = name(id)));
    let remark = Some(plain(&gut.remark)).filter(|remark| !remark.is_empty());
    let said: Vec<String> = expected.into_iter().chain(gut.feeling.map(wording::felt)).chain(remark).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

fn computed(subject: Subject<'_>) -> Section {
    let catalogue = subject.catalogue;
    let mut lines = vec![
        text(text!("record-engine", version = VERSION)),
        text(text!(
            "record-catalogue",
            name = plain(&catalogue.name),
            version = plain(&catalogue.full_version()),
            date = wording::date(catalogue.date)
        )),
        text(text!("record-seed", seed = subject.profile.seed.to_string())),
        text(text!("record-method")),
    ];
    lines.extend(subject.assessment.findings.iter().map(|finding| text(wording::finding(subject.assessment, finding))));
    section(3, "computed", text!("record-section-computed"), vec![Block::List(lines)])
}
