//! What every rating rests on, and how much of the weight rests on each kind of ground.
//!
//! Which sources stand behind a rating, and when one is too old, is `expiry.rs`'s.

use super::{Assessment, RatingOrigin, expiry};
use crate::model::{Basis, Catalogue, Date};

/// What one rating rests on, the firmest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Backing {
    /// Figures that somebody measured, from named sources.
    Measured,
    /// Named sources that were read and judged.
    Reported,
    /// Named sources, all of them past the criterion's shelf life.
    Expired,
    /// Judgement alone, without a named source.
    Judged,
    /// Somebody's own rating.
    Own,
    /// Nothing: nobody rated it.
    Nothing,
}

impl Backing {
    pub const ALL: [Self; 6] = [Self::Measured, Self::Reported, Self::Expired, Self::Judged, Self::Own, Self::Nothing];

    /// Whether a source is named, be it an old one.
    pub const fn has_source(self) -> bool {
        matches!(self, Self::Measured | Self::Reported | Self::Expired)
    }
}

/// What all ratings rest on.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// `cells[alternative][criterion]`.
    pub cells: Vec<Vec<Backing>>,
    /// By alternative, the share of the weight on each of [`Backing::ALL`], 0–1; they sum to one.
    pub by_alternative: Vec<[f64; 6]>,
    /// The mean of these over the alternatives. What has a source sums to [`Assessment::evidence_coverage`].
    pub shares: [f64; 6],
}

/// What every rating rests on as of a day; without one, no source is too old.
pub fn coverage(catalogue: &Catalogue, assessment: &Assessment, day: Option<Date>) -> Coverage {
    let row = |i: usize| (0..assessment.criteria.len()).map(|j| backing(catalogue, assessment, i, j, day)).collect();
    let cells: Vec<Vec<Backing>> = (0..assessment.alternatives.len()).map(row).collect();
    let shares = |row: &Vec<Backing>| {
        let mut shares = [0.0; 6];
        for (backing, weight) in row.iter().zip(assessment.weights()) {
            shares[*backing as usize] += weight;
        }
        shares
    };
    let by_alternative: Vec<[f64; 6]> = cells.iter().map(shares).collect();
    let n = by_alternative.len().max(1) as f64;
    let shares = std::array::from_fn(|kind| by_alternative.iter().map(|shares| shares[kind]).sum::<f64>() / n);
    Coverage { cells, by_alternative, shares }
}

fn backing(catalogue: &Catalogue, assessment: &Assessment, i: usize, j: usize, day: Option<Date>) -> Backing {
    let cell = &assessment.ratings[i][j];
    match cell.origin {
        RatingOrigin::Own => return Backing::Own,
        RatingOrigin::Unrated => return Backing::Nothing,
        _ => {}
    }
    if expiry::ids_behind(catalogue, assessment, i, j).is_empty() {
        return Backing::Judged;
    }
    let sources = expiry::evidence_behind(catalogue, assessment, i, j);
    let shelf_life = catalogue.criterion(&assessment.criteria[j].id).map(|criterion| criterion.shelf_life_years);
    if let (Some(day), Some(shelf_life), Some(newest)) = (day, shelf_life, sources.iter().map(|source| source.year).max())
        && expiry::is_expired(newest, shelf_life, day)
    {
        return Backing::Expired;
    }
    let (criterion, alternative) = (&assessment.criteria[j].id, &assessment.alternatives[i].id);
    let is_measured = match cell.origin {
        RatingOrigin::Catalogue => cell.catalogue.is_some_and(|at| catalogue.ratings[at].basis == Basis::Measured),
        RatingOrigin::Mean => catalogue.cell(criterion, alternative).all(|rating| rating.basis == Basis::Measured),
        // What a rule made of it was judged, whatever it was made of.
        _ => false,
    };
    if is_measured { Backing::Measured } else { Backing::Reported }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{assessment::assess, model::OwnRating, store};

    #[test]
    fn what_has_a_source_is_the_evidence_coverage() {
        let catalogue = store::shipped();
        for example in store::examples() {
            let assessment = assess(catalogue, &example.profile);
            for day in [None, Some(Date::constant(2026, 11, 23)), Some(Date::constant(2100, 1, 1))] {
                let coverage = coverage(catalogue, &assessment, day);
                let with_source: f64 =
                    Backing::ALL.into_iter().filter(|kind| kind.has_source()).map(|kind| coverage.shares[kind as usize]).sum();
                assert!((with_source - assessment.evidence_coverage(catalogue)).abs() < 1e-9, "{}", example.id);
                assert!((coverage.shares.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{}", example.id);
            }
        }
    }

    #[test]
    fn every_kind_of_ground_is_told_apart() {
        let catalogue = store::shipped();
        let mut profile = store::example("public-api").unwrap().profile.clone();
        let own = |criterion: &str| OwnRating {
            criterion: criterion.into(),
            alternative: "go".into(),
            low: 1.0,
            mode: 2.0,
            high: 3.0,
            reason: "Tried it".into(),
            evidence: None,
        };
        profile.ratings.push(own("latency"));
        let assessment = assess(catalogue, &profile);
        let kinds = |day| coverage(catalogue, &assessment, day).cells.concat();
        let of = |criterion: &str| {
            let j = assessment.criterion(criterion).unwrap();
            coverage(catalogue, &assessment, None).cells[assessment.alternative("go").unwrap()][j]
        };
        assert_eq!((of("latency"), of("raw_performance")), (Backing::Own, Backing::Measured));
        let now = kinds(None);
        assert!(now.contains(&Backing::Reported) && !now.contains(&Backing::Expired));
        let later = kinds(Some(Date::constant(2100, 1, 1)));
        assert!(later.contains(&Backing::Expired) && !later.contains(&Backing::Measured) && later.contains(&Backing::Own));
    }
}
