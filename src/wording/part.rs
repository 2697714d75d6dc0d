//! What a part of a profile is called, and what stands there: for lists of what differs.
//!
//! Which parts differ is the model's to find.

use super::{grounds::mandate_kind, judgement, order_scheme, points, range, score, status, sureness, weighing};
use crate::model::{
    Answer, AnswerOption, Catalogue, Feeling, GutFeeling, OwnRating, Pair, PairLevel, Part, Profile, QuestionKind, Requirement, RuleChange,
};

/// The longest value that is told in a list, in characters.
const LONGEST: usize = 60;

/// So many characters before a difference are told with it.
const LEAD_IN: usize = 20;

/// What a part is called: "Points of latency". `profiles` are those that may know own criteria and alternatives.
pub fn part(catalogue: &Catalogue, profiles: &[&Profile], part: &Part) -> String {
    let criterion = |id: &str| criterion(catalogue, profiles, id);
    let alternative = |id: &str| alternative(catalogue, profiles, id);
    match part {
        Part::Name => text!("part-name"),
        Part::Context => text!("part-context"),
        Part::Date => text!("part-date"),
        Part::Fact(id) => catalogue.interview.question(id).map_or_else(|| short(id), |question| question.asks.clone()),
        Part::Rule(id) => text!("part-rule", id = short(id)),
        Part::Points(id) => text!("part-points", criterion = criterion(id)),
        Part::Adopted => text!("part-adopted"),
        Part::Swing(id) => text!("swing-of", name = criterion(id)),
        Part::Order => text!("part-order"),
        Part::OrderScheme => text!("part-order-scheme"),
        Part::Pair { level, one, other } => {
            let name = |id: &str| compared(catalogue, profiles, *level, id);
            text!("part-pair", one = name(one), other = name(other))
        }
        Part::TradeOffs => text!("part-trade-offs"),
        Part::Sealed => text!("part-sealed"),
        Part::GutFeeling => text!("gut-title"),
        Part::Sureness => text!("part-sureness"),
        Part::Rating { criterion: c, alternative: a } => text!("part-rating", criterion = criterion(c), alternative = alternative(a)),
        Part::Criterion(id) => text!("part-criterion", criterion = criterion(id)),
        Part::Alternative(id) => text!("part-alternative", alternative = alternative(id)),
        Part::Requirement(id) => text!("part-requirement", requirement = requirement(catalogue, profiles, id)),
        Part::Note(id) => text!("part-note", criterion = criterion(id)),
        Part::AxisOrder => text!("part-axis-order"),
        Part::Voice(name) => text!("part-voice", name = short(name)),
        Part::Decision => text!("part-decision"),
        Part::Seed => text!("part-seed"),
        Part::Whole => text!("part-whole"),
    }
}

/// What stands at a part of each of two profiles that differ there, on one short line each, so that one sees the difference.
pub fn part_values(catalogue: &Catalogue, profiles: [&Profile; 2], part: &Part) -> [String; 2] {
    let [one, other] = profiles.map(|profile| one_line(&value(catalogue, profile, part), usize::MAX));
    match part {
        // Its name is told with the part; that it has another one is a difference, too.
        Part::Requirement(id) => {
            let [name, other_name] = profiles.map(|profile| requirement(catalogue, &[profile], id));
            if name == other_name {
                contrasted(&one, &other)
            } else {
                contrasted(&format!("{name}, {one}"), &format!("{other_name}, {other}"))
            }
        }
        _ => contrasted(&one, &other),
    }
}

/// What stands at a part of a profile, however long; for nothing, what holds then.
fn value(catalogue: &Catalogue, profile: &Profile, part: &Part) -> String {
    let found = match part {
        Part::Name => Some(profile.name.clone()),
        Part::Context => Some(profile.context.clone()),
        Part::Date => profile.date.map(|date| date.to_string()),
        Part::Fact(id) => profile.facts.get(id).map(|found| answer(catalogue, profile, id, found)),
        Part::Rule(id) => profile.rules.get(id).map(rule_change),
        Part::Points(id) => profile.points.get(id).map(|value| points(*value)),
        Part::Adopted => profile.elicitation.adopted.map(weighing::weights_from),
        Part::Swing(id) => profile.elicitation.swing.get(id).map(|swing| points(*swing)),
        Part::Order => Some(order(catalogue, profile)),
        Part::OrderScheme => Some(order_scheme(profile.elicitation.order_scheme)),
        Part::Pair { level, one, other } => {
            let pairs = match level {
                PairLevel::Groups => &profile.elicitation.group_pairs,
                PairLevel::Criteria => &profile.elicitation.criterion_pairs,
            };
            let name = |id: &str| compared(catalogue, &[profile], *level, id);
            Pair::times_of(pairs, one, other).map(|times| weighing::pair(&name(one), &name(other), Some(times)))
        }
        Part::TradeOffs => {
            let count = profile.elicitation.trade_offs.len();
            (count > 0).then(|| text!("part-answers", count = count))
        }
        Part::Sealed => Some(if profile.sealed { text!("sealed-short") } else { text!("part-open") }),
        Part::GutFeeling => profile.gut_feeling.as_ref().map(|feeling| gut_feeling(catalogue, profile, feeling)),
        Part::Sureness => Some(sureness(profile.sureness)),
        Part::Rating { criterion, alternative } => profile.own_rating(criterion, alternative).map(rating),
        Part::Criterion(id) => profile.criteria.iter().find(|own| own.id == *id).map(|own| {
            let group = catalogue.groups.iter().find(|group| group.id == own.group).map_or(&own.group, |group| &group.name);
            listed([&own.name, group, &own.worst, &own.best])
        }),
        Part::Alternative(id) => profile.alternatives.iter().find(|own| own.id == *id).map(|own| own.name.clone()),
        Part::Requirement(id) => {
            profile.requirements.iter().find(|own| own.id == *id).map(|own| requirement_value(catalogue, profile, own))
        }
        Part::Note(id) => profile.notes.get(id).cloned(),
        Part::AxisOrder => (!profile.axis_order.is_empty()).then(|| profile.axis_order.join(", ")),
        Part::Voice(name) => {
            let voice = profile.voices.iter().find(|own| own.name == *name);
            // What somebody sealed is not told here either.
            voice.map(|voice| {
                if voice.sealed {
                    return text!("sealed-short");
                }
                let given = voice.points.iter().map(|(id, value)| format!("{} {}", criterion(catalogue, &[profile], id), points(*value)));
                given.collect::<Vec<_>>().join(", ")
            })
        }
        Part::Decision => profile.decision.as_ref().map(|decision| {
            let status = status(decision.status);
            let chosen = decision.chosen.as_ref().map(|id| alternative(catalogue, &[profile], id)).unwrap_or_default();
            let date = decision.date.map(|date| date.to_string()).unwrap_or_default();
            let by = decision.decided_by.join(", ");
            with_reason(listed([format!("{status} {chosen}").trim(), &by, &date]), &decision.reason)
        }),
        Part::Seed => Some(profile.seed.to_string()),
        Part::Whole => Some(profile.name.clone()),
    };
    let absent = || match part {
        Part::Points(_) => text!("part-from-facts"),
        Part::Rating { .. } | Part::Rule(_) => text!("part-from-catalogue"),
        Part::Fact(_) => text!("part-unknown"),
        Part::Adopted => text!("part-direct"),
        _ => text!("part-nothing"),
    };
    found.filter(|found| !found.trim().is_empty()).unwrap_or_else(absent)
}

fn criterion(catalogue: &Catalogue, profiles: &[&Profile], id: &str) -> String {
    let own = profiles.iter().flat_map(|profile| &profile.criteria).find(|own| own.id == id).map(|own| own.name.as_str());
    let name = own.or_else(|| catalogue.criterion(id).map(|criterion| criterion.name.as_str()));
    short(name.unwrap_or(id)).to_lowercase()
}

fn alternative(catalogue: &Catalogue, profiles: &[&Profile], id: &str) -> String {
    let own = profiles.iter().flat_map(|profile| &profile.alternatives).find(|own| own.id == id).map(|own| own.name.as_str());
    short(own.or_else(|| catalogue.alternative(id).map(|alternative| alternative.name.as_str())).unwrap_or(id))
}

fn requirement(catalogue: &Catalogue, profiles: &[&Profile], id: &str) -> String {
    let own = profiles.iter().flat_map(|profile| &profile.requirements).find(|own| own.id == id && !own.name.is_empty());
    short(own.map(|own| own.name.as_str()).or_else(|| catalogue.requirement(id).map(|rule| rule.name.as_str())).unwrap_or(id))
}

fn requirement_value(catalogue: &Catalogue, profile: &Profile, own: &Requirement) -> String {
    let mut told = vec![if own.on { text!("part-on") } else { text!("part-off") }];
    told.extend(own.at_least.as_ref().map(|threshold| {
        text!("part-at-least", criterion = criterion(catalogue, &[profile], &threshold.criterion), rating = score(threshold.rating))
    }));
    let judged = own.judgements.iter();
    told.extend(own.mandate.as_ref().map(|mandate| format!("{} {}", mandate_kind(mandate.kind), mandate.by)));
    told.extend(own.outside.then(|| text!("part-outside")));
    told.extend(own.favours.as_ref().map(|id| text!("part-favours", alternative = alternative(catalogue, &[profile], id))));
    told.extend(judged.map(|(id, found)| format!("{} {}", alternative(catalogue, &[profile], id), judgement(*found))));
    with_reason(told.join(", "), &own.reason)
}

fn answer(catalogue: &Catalogue, profile: &Profile, question: &str, answer: &Answer) -> String {
    let kind = catalogue.interview.question(question).map(|question| &question.kind);
    let label = |options: &[AnswerOption], id: &str| {
        options.iter().find(|option| option.id == id).map_or_else(|| id.to_owned(), |option| option.label.clone())
    };
    match (answer, kind) {
        (Answer::One(id), Some(QuestionKind::Choice(options))) => label(options, id),
        (Answer::One(id), _) => id.clone(),
        (Answer::Each(parts), Some(QuestionKind::EachAlternative(options))) => {
            let told = parts.iter().map(|(id, found)| format!("{} {}", alternative(catalogue, &[profile], id), label(options, found)));
            told.collect::<Vec<_>>().join(", ")
        }
        (Answer::Each(parts), Some(QuestionKind::Parts(kinds))) => {
            let options = |id: &str| kinds.iter().find(|kind| kind.id == id).map(|kind| kind.answers.as_slice()).unwrap_or_default();
            parts.iter().map(|(id, found)| label(options(id), found)).collect::<Vec<_>>().join(", ")
        }
        (Answer::Each(parts), _) => parts.iter().map(|(id, found)| format!("{id} {found}")).collect::<Vec<_>>().join(", "),
    }
}

fn rule_change(change: &RuleChange) -> String {
    let told = if change.off {
        text!("part-off")
    } else {
        change.points.iter().map(|(id, value)| format!("{id} {}", points(*value))).collect::<Vec<_>>().join(", ")
    };
    with_reason(told, &change.reason)
}

fn rating(own: &OwnRating) -> String {
    let told = text!("part-rating-value", mode = score(own.mode), range = range(own.low, own.high));
    let found = own.evidence.iter().flat_map(|found| {
        let date = found.date.map(|date| date.to_string()).unwrap_or_default();
        [found.what.clone(), date, found.link.clone()]
    });
    let reasons: Vec<String> = std::iter::once(own.reason.clone()).chain(found).filter(|text| !text.trim().is_empty()).collect();
    with_reason(told, &reasons.join(", "))
}

/// The most important first, those that are tied in one.
fn order(catalogue: &Catalogue, profile: &Profile) -> String {
    let tied = |tied: &Vec<String>| tied.iter().map(|id| criterion(catalogue, &[profile], id)).collect::<Vec<_>>().join(" = ");
    profile.elicitation.order.iter().filter(|tier| !tier.is_empty()).map(tied).collect::<Vec<_>>().join(", ")
}

/// The name of one of two things that are compared.
fn compared(catalogue: &Catalogue, profiles: &[&Profile], level: PairLevel, id: &str) -> String {
    let group = catalogue.groups.iter().find(|group| level == PairLevel::Groups && group.id == id);
    group.map_or_else(|| criterion(catalogue, profiles, id), |group| group.name.to_lowercase())
}

fn gut_feeling(catalogue: &Catalogue, profile: &Profile, found: &GutFeeling) -> String {
    let expected = found.expected.as_ref().map(|id| text!("sealed-expect-one", name = alternative(catalogue, &[profile], id)));
    let felt = found.feeling.map(|feeling| match feeling {
        Feeling::Right => text!("gut-right"),
        Feeling::Surprised => text!("gut-surprised"),
    });
    let remark = Some(found.remark.trim().to_owned()).filter(|remark| !remark.is_empty());
    let told: Vec<String> = [felt, expected, remark].into_iter().flatten().collect();
    if told.is_empty() { text!("part-begun") } else { told.join(", ") }
}

fn with_reason(told: String, reason: &str) -> String {
    if reason.trim().is_empty() { told } else { format!("{told}: {}", reason.trim()) }
}

/// What is there of several things.
fn listed<T: AsRef<str>>(things: impl IntoIterator<Item = T>) -> String {
    let said: Vec<T> = things.into_iter().filter(|thing| !thing.as_ref().trim().is_empty()).collect();
    said.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")
}

/// Two lines, short, and cut so that what differs is in sight: what is long and begins alike begins shortly before the difference.
fn contrasted(one: &str, other: &str) -> [String; 2] {
    if one == other {
        return [short(one), text!("part-otherwise", value = short(one))];
    }
    let n_alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let is_in_sight = n_alike + LEAD_IN < LONGEST || [one, other].iter().all(|line| line.chars().nth(LONGEST).is_none());
    let n_left_out = if is_in_sight { 0 } else { n_alike.saturating_sub(LEAD_IN) };
    [one, other].map(|line| {
        let rest = line.char_indices().nth(n_left_out).map_or("", |(at, _)| &line[at..]);
        // From a whole word on, if there is one before the difference.
        let begin =
            if n_left_out == 0 { 0 } else { rest.char_indices().take(LEAD_IN).find(|(_, c)| *c == ' ').map_or(0, |(at, _)| at + 1) };
        format!("{}{}", if n_left_out == 0 { "" } else { "…" }, short(&rest[begin..]))
    })
}

/// On one line and cut; what is long is read in the profile itself.
fn short(text: &str) -> String {
    let mut line = one_line(text, 4 * LONGEST);
    if let Some((end, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(end);
        line.push('…');
    }
    line
}

/// The first characters of a text with single spaces.
fn one_line(text: &str, most: usize) -> String {
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    text[..end].split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::OwnRating, store};

    #[test]
    fn every_part_of_an_example_is_called_something_and_has_a_value() {
        let empty = Profile::new("x");
        for example in store::examples() {
            for edit in empty.differences(&example.profile) {
                let about = edit.part();
                let (name, found) =
                    (part(store::shipped(), &[&example.profile], &about), value(store::shipped(), &example.profile, &about));
                assert!(!name.is_empty() && !found.is_empty() && found != text!("part-nothing"), "{about:?}: {name}: {found}");
            }
        }
        assert_eq!(value(store::shipped(), &empty, &Part::Points("latency".into())), "as the facts have it");
        assert_eq!(value(store::shipped(), &empty, &Part::Context), "nothing");
    }

    #[test]
    fn a_value_is_one_short_line() {
        let mut profile = Profile::new("x");
        let (criterion, alternative) = ("latency".to_owned(), "go".to_owned());
        let reason = "measured\nhere ".repeat(100);
        profile.ratings.push(OwnRating { criterion, alternative, low: 6.0, mode: 7.5, high: 8.0, reason, evidence: None });
        let about = Part::Rating { criterion: "latency".into(), alternative: "go".into() };
        let [value, none] = part_values(store::shipped(), [&profile, &Profile::new("x")], &about);
        assert!(value.starts_with("7.5 (6.0 to 8.0): measured here") && value.chars().count() == LONGEST + 1, "{value}");
        assert_eq!(none, "as the catalogue has it");
    }

    #[test]
    fn what_differs_is_in_sight() {
        let long = "Ask operations what the old system reached on the Friday before Christmas, and which database was slow";
        let pairs = [
            ("short", "shorter", ["short", "shorter"]),
            ("3 answers", "3 answers", ["3 answers", "3 answers (different)"]),
            (long, "Ask nobody", ["Ask operations what the old system reached on the Friday bef…", "Ask nobody"]),
            (long, &long.replace("slow", "not"), ["…which database was slow", "…which database was not"]),
            (long, &long[..80], ["…Christmas, and which database was slow", "…Christmas, and w"]),
            (&"x".repeat(100), &"x".repeat(99), [&format!("…{}", "x".repeat(21)), &format!("…{}", "x".repeat(20))]),
        ];
        for (one, other, seen) in pairs {
            assert_eq!(contrasted(one, other), seen);
        }
    }

    #[test]
    fn a_sealed_voice_is_not_told() {
        let mut profile = Profile::new("x");
        profile.voices = vec![crate::model::Voice { name: "Ann".into(), points: [("latency".into(), 77.0)].into(), sealed: true }];
        let told = part_values(store::shipped(), [&profile, &Profile::new("x")], &Part::Voice("Ann".into()));
        assert_eq!(told, [text!("sealed-short"), text!("part-nothing")]);
    }
}
