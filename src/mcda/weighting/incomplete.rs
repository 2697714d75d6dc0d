//! Pairwise comparisons of which some are missing: weights by least squares on logarithms, their consistency, and repairs.
//!
//! Bozóki, S., Fülöp, J. & Rónyai, L. (2010), "On optimal completion of incomplete pairwise comparison matrices", *Mathematical and
//! Computer Modelling* 52(1–2): 318–333: the solution is unique exactly if the comparisons connect everything. With nothing missing
//! it is the geometric mean of [`super::ahp`], and the error variance below is the GCI there (Crawford & Williams 1985; thresholds
//! of Aguarón & Moreno-Jiménez 2003). λ_max and CR are `ahp`'s, and only where nothing is missing: filling gaps would flatter them.

use super::ahp::{Ahp, Comparisons, MAX_COMPARISON, ahp};
use crate::mcda::error::{check_count, check_index, check_positive, out_of_range};
use crate::mcda::normal_equations::NormalEquations;
use crate::mcda::problem::{Entry, MAX_CRITERIA, McdaError, Weights};

/// From this CR on, judgements should be looked at again (Saaty 1980).
pub const ACCEPTABLE_CONSISTENCY_RATIO: f64 = 0.1;

/// The GCI that corresponds to a CR of 0.1, for 3, 4 and more things compared (Aguarón & Moreno-Jiménez 2003). It was found for
/// complete comparisons; with gaps it is a rule of thumb, because exact thresholds depend on which comparisons are missing (Ágoston,
/// K. Cs. & Csató, L. (2022), "Inconsistency thresholds for incomplete pairwise comparison matrices", *Omega* 108: 102576).
pub const ACCEPTABLE_GCI: [f64; 3] = [0.3147, 0.3526, 0.370];

/// `row` is `ratio` times as important as `column`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judgement {
    pub row: usize,
    pub column: usize,
    pub ratio: f64,
}

/// Some comparisons of `n` things, each two at most once.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgements {
    n: usize,
    given: Vec<Judgement>,
}

/// How well comparisons fit together.
#[derive(Debug, Clone, PartialEq)]
pub struct Consistency {
    /// Σ ln²(a_ij w_j/w_i)/(m − n + 1) over the m comparisons: the GCI, generalised to gaps. `None` while nothing is said twice.
    pub gci: Option<f64>,
    /// λ_max, CI and CR, where nothing is missing.
    pub ahp: Option<Ahp>,
}

/// The judgement that fits the others least, and what they imply instead.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outlier {
    /// Its position among the judgements.
    pub position: usize,
    /// The ratio that the other judgements imply.
    pub implied: f64,
}

impl Judgements {
    /// Fails on a wrong index, a thing compared with itself, two things compared twice, or a ratio that is not positive and finite.
    pub fn new(n: usize, given: &[Judgement]) -> Result<Self, McdaError> {
        check_count(Entry::new("things"), n, "entries", MAX_CRITERIA)?;
        let entry = Entry::new("judgements");
        for (k, judgement) in given.iter().enumerate() {
            let Judgement { row, column, ratio } = *judgement;
            check_index(entry.at(k), row, n)?;
            check_index(entry.at(k), column, n)?;
            check_positive(entry.at(k), ratio)?;
            if !(1.0 / MAX_COMPARISON..=MAX_COMPARISON).contains(&ratio) {
                return Err(out_of_range(entry.at(k), ratio, "from 1e-9 to 1e9"));
            }
            let is_same =
                |other: &Judgement| (other.row.min(other.column), other.row.max(other.column)) == (row.min(column), row.max(column));
            if row == column || given[..k].iter().any(is_same) {
                return Err(out_of_range(entry.at(k), ratio, "of two different things that were not compared before"));
            }
        }
        Ok(Self { n, given: given.to_vec() })
    }

    pub fn is_complete(&self) -> bool {
        self.given.len() == self.n * (self.n - 1) / 2
    }

    /// The things in parts that no comparison connects with each other; one part when weights follow.
    pub fn parts(&self) -> Vec<Vec<usize>> {
        let mut part: Vec<usize> = (0..self.n).collect();
        for judgement in &self.given {
            let (from, to) = (part[judgement.row].max(part[judgement.column]), part[judgement.row].min(part[judgement.column]));
            part.iter_mut().filter(|p| **p == from).for_each(|p| *p = to);
        }
        (0..self.n).filter(|i| part[*i] == *i).map(|first| (0..self.n).filter(|i| part[*i] == first).collect()).collect()
    }

    /// The weights; `None` unless the judgements connect everything.
    pub fn weights(&self) -> Option<Weights> {
        Some(Weights::scaled_to_one(self.logarithms()?.into_iter().map(libm::exp).collect()))
    }

    /// How well the judgements fit together; `None` unless they connect everything.
    pub fn consistency(&self) -> Option<Consistency> {
        let x = self.logarithms()?;
        let error = |judgement: &Judgement| libm::log(judgement.ratio) - (x[judgement.row] - x[judgement.column]);
        let sum: f64 = self.given.iter().map(|judgement| error(judgement) * error(judgement)).sum();
        let spare = (self.given.len() + 1).saturating_sub(self.n);
        let ahp = if self.is_complete() { Comparisons::new(&self.rows()).ok().map(|full| ahp(&full)) } else { None };
        Some(Consistency { gci: (spare > 0).then(|| sum / spare as f64), ahp })
    }

    /// The judgement furthest, by logarithm, from what the others imply; `None` where no judgement can be held against others, or
    /// all agree. With nothing missing, what is implied is the geometric mean of all detours through one third thing.
    pub fn outlier(&self) -> Option<Outlier> {
        let mut furthest: Option<(f64, Outlier)> = None;
        for (position, judgement) in self.given.iter().enumerate() {
            let mut others = self.clone();
            others.given.remove(position);
            let Some(x) = others.logarithms() else { continue };
            let implied = x[judgement.row] - x[judgement.column];
            let distance = (implied - libm::log(judgement.ratio)).abs();
            if distance > 1e-9 && furthest.is_none_or(|(most, _)| distance > most + 1e-9) {
                furthest = Some((distance, Outlier { position, implied: libm::exp(implied) }));
            }
        }
        furthest.map(|(_, outlier)| outlier)
    }

    /// The same with another ratio in one place.
    pub fn with(&self, position: usize, ratio: f64) -> Result<Self, McdaError> {
        let mut given = self.given.clone();
        if let Some(judgement) = given.get_mut(position) {
            judgement.ratio = ratio;
        }
        Self::new(self.n, &given)
    }

    /// ln w up to a constant, from the normal equations with the first thing's set to 0.
    fn logarithms(&self) -> Option<Vec<f64>> {
        if self.parts().len() != 1 {
            return None;
        }
        // Nothing but differences is known; holding on to the first thing fixes the rest.
        let mut equations = NormalEquations::ridge(self.n, 0.0);
        equations.hold(0);
        for judgement in &self.given {
            equations.add_difference(judgement.row, judgement.column, libm::log(judgement.ratio));
        }
        equations.solve()
    }

    fn rows(&self) -> Vec<Vec<f64>> {
        let mut rows = vec![vec![1.0; self.n]; self.n];
        for judgement in &self.given {
            rows[judgement.row][judgement.column] = judgement.ratio;
            rows[judgement.column][judgement.row] = 1.0 / judgement.ratio;
        }
        rows
    }
}

impl Consistency {
    /// Whether the judgements of `n` things may stand: by CR where nothing is missing, else by the GCI. Nothing to compare is fine.
    pub fn is_acceptable(&self, n: usize) -> bool {
        match (self.ahp.as_ref().and_then(|ahp| ahp.consistency_ratio), self.gci) {
            (Some(ratio), _) => ratio <= ACCEPTABLE_CONSISTENCY_RATIO,
            (None, Some(gci)) => gci <= ACCEPTABLE_GCI[n.clamp(3, 5) - 3],
            (None, None) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judgement(row: usize, column: usize, ratio: f64) -> Judgement {
        Judgement { row, column, ratio }
    }

    #[test]
    fn a_chain_gives_its_weights() {
        // 1 : 1/2 : 1/8, together 13/8.
        let chain = Judgements::new(3, &[judgement(0, 1, 2.0), judgement(1, 2, 4.0)]).unwrap();
        for (found, expected) in chain.weights().unwrap().iter().zip([8.0 / 13.0, 4.0 / 13.0, 1.0 / 13.0]) {
            assert!((found - expected).abs() < 1e-12);
        }
        let consistency = chain.consistency().unwrap();
        assert_eq!((consistency.gci, consistency.ahp), (None, None), "nothing is said twice, so nothing can disagree");
        assert_eq!(chain.outlier(), None);
    }

    #[test]
    fn what_is_not_connected_has_no_weights() {
        let apart = Judgements::new(4, &[judgement(0, 1, 2.0), judgement(2, 3, 4.0)]).unwrap();
        assert_eq!(apart.weights(), None);
        assert_eq!(apart.parts(), [vec![0, 1], vec![2, 3]]);
        assert_eq!(apart.consistency(), None);
    }

    #[test]
    fn with_nothing_missing_it_is_the_geometric_mean_and_its_gci() {
        let given = [judgement(0, 1, 3.0), judgement(0, 2, 5.0), judgement(1, 2, 4.0)];
        let full = Judgements::new(3, &given).unwrap();
        let consistency = full.consistency().unwrap();
        let ahp = consistency.ahp.clone().unwrap();
        for (a, b) in full.weights().unwrap().iter().zip(ahp.geometric_mean_weights.iter()) {
            assert!((a - b).abs() < 1e-12);
        }
        assert!((consistency.gci.unwrap() - ahp.geometric_consistency_index).abs() < 1e-12);
        // The triad's error is ln(3 · 4 / 5), a third of it on each judgement: 3 (ln(2.4)/3)² / 1.
        let expected = libm::log(2.4) * libm::log(2.4) / 3.0;
        assert!((consistency.gci.unwrap() - expected).abs() < 1e-12);
        assert!(consistency.is_acceptable(3));
    }

    #[test]
    fn a_reversal_is_found_and_what_would_mend_it() {
        // 4 : 2 : 1 : 1/2, all said but one that is the wrong way round.
        let given = [
            judgement(0, 1, 2.0),
            judgement(0, 2, 4.0),
            judgement(1, 2, 2.0),
            judgement(1, 3, 4.0),
            judgement(2, 3, 2.0),
            judgement(0, 3, 1.0 / 8.0),
        ];
        let full = Judgements::new(4, &given).unwrap();
        assert!(!full.consistency().unwrap().is_acceptable(4));
        let outlier = full.outlier().unwrap();
        assert_eq!(outlier.position, 5);
        assert!((outlier.implied - 8.0).abs() < 1e-9);
        let mended = full.with(5, 8.0).unwrap().consistency().unwrap();
        assert!(mended.ahp.unwrap().consistency_ratio.unwrap().abs() < 1e-9);
        // The same with one of the others missing.
        let gap: Vec<Judgement> = given.iter().copied().filter(|j| (j.row, j.column) != (1, 2)).collect();
        let outlier = Judgements::new(4, &gap).unwrap().outlier().unwrap();
        assert!((outlier.implied - 8.0).abs() < 1e-9);
        assert_eq!(gap[outlier.position], judgement(0, 3, 1.0 / 8.0));
    }

    #[test]
    fn malformed_judgements_are_named() {
        assert!(Judgements::new(2, &[judgement(0, 0, 1.0)]).is_err());
        assert!(Judgements::new(2, &[judgement(0, 1, 2.0), judgement(1, 0, 2.0)]).is_err());
        assert!(Judgements::new(2, &[judgement(0, 2, 2.0)]).is_err());
        assert!(Judgements::new(2, &[judgement(0, 1, f64::NAN)]).is_err());
    }
}
