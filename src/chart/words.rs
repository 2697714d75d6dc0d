//! What charts say of values and of their origin, from texts by id; numbers are worded by `wording`.
//!
//! Where a text stands in the picture is each chart's.

use std::collections::BTreeSet;

use super::{Subject, scene::Series};
use crate::{
    assessment::{EffectiveRating, RatingOrigin, WeightsOrigin},
    model::{Basis, Rating},
    wording,
};

/// The longest name that a chart repeats, in characters.
const LONGEST_NAME: usize = 160;

/// How long a reason may be beside a value, in characters.
const LONGEST_REASON: usize = 90;

/// Stands for a character that would be invisible or change the direction of what follows.
const STAND_IN: char = '□';

/// The text on one line, without characters that cannot be seen or that turn their surroundings around:
/// white space becomes a space, the others a box.
pub fn plain(text: &str) -> String {
    let shown = text.chars().map(|c| match c {
        c if c.is_whitespace() => ' ',
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => STAND_IN,
        '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e0fff}' => STAND_IN,
        c if c.is_control() => STAND_IN,
        c => c,
    });
    shown.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most so many characters, with an ellipsis if there were more.
fn clipped(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// A name as a chart shows it.
pub fn name(text: &str) -> String {
    clipped(&plain(&clipped(text, LONGEST_NAME * 2)), LONGEST_NAME)
}

pub fn series(subject: Subject<'_>) -> Vec<Series> {
    subject.assessment.alternatives.iter().map(|a| Series { name: name(&a.name), slot: a.slot }).collect()
}

/// The day of the profile, where its weights come from, and the catalogue: the small print that makes a picture checkable.
pub fn provenance(subject: Subject<'_>) -> Vec<String> {
    let dated = subject.profile.date.map_or_else(|| text!("chart-undated"), |day| text!("chart-dated", date = wording::date(day)));
    let weights = match subject.assessment.weights_origin {
        WeightsOrigin::Catalogue => text!("chart-weights-catalogue"),
        WeightsOrigin::Facts => text!("chart-weights-facts"),
        WeightsOrigin::Changed { criteria } => text!("chart-weights-changed", criteria = criteria),
        WeightsOrigin::People => text!("chart-weights-people"),
        WeightsOrigin::Adopted { way, is_changed } => {
            let origin = wording::weights_from(way);
            if is_changed { text!("chart-weights-changed-since", origin = origin) } else { origin }
        }
    };
    vec![dated, weights, text!("chart-catalogue", version = name(&subject.catalogue.edition()))]
}

/// "6.5 (5.0 to 8.0)", or "6.5" where nothing is in doubt.
pub fn range(rating: Rating) -> String {
    if rating.low == rating.high {
        return wording::score(rating.mode);
    }
    text!("chart-range", mode = wording::score(rating.mode), range = wording::range(rating.low, rating.high))
}

/// Where one rating comes from, in a few words.
pub fn origin(subject: Subject<'_>, cell: &EffectiveRating, alternative: &str, criterion: &str) -> String {
    let short = |text: &str| clipped(&plain(&clipped(text, LONGEST_REASON * 4)), LONGEST_REASON);
    match &cell.origin {
        RatingOrigin::Unrated => text!("chart-origin-unrated"),
        RatingOrigin::Mean => text!("chart-origin-mean"),
        RatingOrigin::Open(fact) => text!("chart-origin-open", asks = wording::asks(subject.catalogue, fact)),
        RatingOrigin::Own => {
            let reason = subject.profile.own_rating(criterion, alternative).map_or("", |own| own.reason.trim());
            if reason.is_empty() { text!("chart-origin-own-unexplained") } else { text!("chart-origin-own", reason = short(reason)) }
        }
        RatingOrigin::Rule(id) => {
            let rule = subject.catalogue.interview.rules.iter().find(|rule| rule.id == *id);
            text!("chart-origin-rule", why = rule.map_or_else(|| short(id), |rule| short(&rule.why)))
        }
        RatingOrigin::Catalogue => {
            let Some(entry) = cell.catalogue.and_then(|at| subject.catalogue.ratings.get(at)) else {
                return text!("chart-origin-judged", sources = 0);
            };
            let sources: BTreeSet<&String> =
                entry.evidence.iter().chain(entry.figures.iter().flat_map(|figure| &figure.evidence)).collect();
            match entry.basis {
                Basis::Measured => text!("chart-origin-measured", sources = sources.len()),
                Basis::Judged => text!("chart-origin-judged", sources = sources.len()),
            }
        }
    }
}

/// "Latency 26 %".
pub fn weighted(name: &str, weight: f64) -> String {
    text!("chart-weighted", name = name, weight = wording::percent(weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_made_visible() {
        assert_eq!(plain("a\u{202e}b\u{0}c\nd\t e"), "a□b□c d e");
        assert_eq!(plain("  Größe (µs) – “x”  "), "Größe (µs) – “x”");
    }
}
