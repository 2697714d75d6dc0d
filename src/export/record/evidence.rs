//! What a record's numbers rest on: every rating with where it comes from, own ratings with their reasons, and the sources with the
//! year in which each should be looked at again.
//!
//! Which sources count is `assessment`'s.

use super::{
    Block, Line, Section, Span, Table,
    content::{said, section},
    numbers,
    options::reason,
    strong, text, words,
};
use crate::{
    assessment::{RatingOrigin, Said, Sentence, Topic, cited_sources},
    chart::{Subject, plain},
    wording,
};

pub(super) fn sections(subject: Subject<'_>, account: &[Said]) -> Vec<Section> {
    let more = Block::Paragraph(text(text!("record-more")));
    vec![section(2, "more", text!("record-section-more"), vec![more]), ratings(subject), evidence(subject, account)]
}

fn ratings(subject: Subject<'_>) -> Section {
    let assessment = subject.assessment;
    let names = assessment.alternatives.iter().map(|alternative| numbers(plain(&alternative.name)));
    let columns: Vec<_> = std::iter::once(words(text!("record-column-criterion"))).chain(names).collect();
    let rows = assessment.criteria.iter().enumerate().map(|(j, criterion)| {
        let cells = assessment.ratings.iter().map(|row| {
            let rating = row[j].rating;
            let said = if rating.low == rating.high {
                wording::score(rating.mode)
            } else {
                text!("record-rating", mode = wording::score(rating.mode), range = wording::range(rating.low, rating.high))
            };
            text(if row[j].origin == RatingOrigin::Own { text!("record-rating-own", rating = said) } else { said })
        });
        std::iter::once(strong(plain(&criterion.name))).chain(cells).collect()
    });
    let table = Table { caption: text!("record-ratings-caption"), columns, rows: rows.collect() };
    let mut blocks = vec![Block::Paragraph(text(text!("record-ratings"))), Block::Table(table)];
    let own: Vec<Line> = assessment
        .ratings
        .iter()
        .enumerate()
        .flat_map(|(i, row)| row.iter().enumerate().map(move |(j, cell)| (i, j, cell)))
        .filter(|(_, _, cell)| cell.origin == RatingOrigin::Own)
        .map(|(i, j, cell)| {
            let (alternative, criterion) = (&assessment.alternatives[i], &assessment.criteria[j]);
            let why = reason(subject, &criterion.id, &alternative.id, &cell.origin, cell.catalogue);
            let why = if why.is_empty() { text!("record-no-reason") } else { why };
            let of = text!("record-own-of", alternative = plain(&alternative.name), criterion = plain(&criterion.name).to_lowercase());
            vec![Span::Strong(of), Span::Text(text!("record-note", note = why))]
        })
        .collect();
    if !own.is_empty() {
        blocks.push(Block::Paragraph(text(text!("record-own-ratings"))));
        blocks.push(Block::List(own));
    }
    section(3, "ratings", text!("record-section-ratings"), blocks)
}

fn evidence(subject: Subject<'_>, account: &[Said]) -> Section {
    let cited = cited_sources(subject.catalogue, subject.assessment);
    if cited.is_empty() {
        return section(3, "evidence", text!("record-section-evidence"), vec![Block::Paragraph(text(text!("record-no-evidence")))]);
    }
    let columns = vec![
        words(text!("record-column-source")),
        words(text!("record-column-author")),
        numbers(text!("record-column-year")),
        numbers(text!("record-column-holds-to")),
        words(text!("record-column-for")),
    ];
    let rows = cited.iter().map(|cited| {
        let source = &subject.catalogue.evidence[cited.source];
        let title = plain(&source.title);
        let is_link = source.url.starts_with("https://") || source.url.starts_with("http://");
        let name = if is_link { Span::Link { text: title, url: plain(&source.url) } } else { Span::Text(title) };
        let criteria: Vec<String> = cited.criteria.iter().map(|&j| plain(&subject.assessment.criteria[j].name).to_lowercase()).collect();
        vec![
            vec![name],
            text(plain(&source.author)),
            text(source.year.to_string()),
            text(cited.holds_to.to_string()),
            text(criteria.join(", ")),
        ]
    });
    let table = Table { caption: text!("record-evidence-caption"), columns, rows: rows.collect() };
    let covered = wording::percent(subject.assessment.evidence_coverage(subject.catalogue));
    let about = text!("record-evidence", count = cited.len(), covered = covered);
    let mut blocks = vec![Block::Paragraph(text(about)), Block::Table(table)];
    // Own ratings and the share with sources stand above; what a single source leaves open would be as long as all the rest.
    let is_said = |sentence: &Sentence| matches!(sentence, Sentence::Contested { .. } | Sentence::NoSource { .. } | Sentence::Old { .. });
    let beware = said(subject, account, |said| said.topic == Topic::Evidence && is_said(&said.sentence));
    if !beware.is_empty() {
        blocks.push(Block::Paragraph(text(text!("record-beware"))));
        blocks.push(Block::List(beware));
    }
    section(3, "evidence", text!("record-section-evidence"), blocks)
}
