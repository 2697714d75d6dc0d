//! Second opinions: the same ratings and weights ranked by four other methods, how far they agree with the verdict, and who dissents
//! and why.
//!
//! The verdict stays the weighted sum's. Ratings are on one anchored scale from 0 to 10 where more is better, so no method rescales
//! them first: the weighted product multiplies them as they are; TOPSIS measures distances in rating points, from the best and the
//! worst of those who compete; VIKOR compares shortfalls within the range of those who compete, as its source does; PROMETHEE II
//! prefers linearly between [`INDIFFERENCE`] and [`FULL_PREFERENCE`]. The methods themselves are `mcda`'s.

use super::{Assessment, competition::Competition};
use crate::{
    mcda::{
        DecisionMatrix, Direction, McdaError, Weights,
        normalisation::Normalisation,
        promethee::{PreferenceFunction, promethee},
        ranking::{TIE_TOLERANCE, competition_ranks, kendall_tau},
        topsis::topsis,
        vikor::{CONSENSUS, Vikor, vikor},
        weighted_product::weighted_product,
        weighted_sum::weighted_sum,
    },
    model::RATING_STEP,
};

/// PROMETHEE's q: a difference of ratings up to one step of the scale is none.
pub const INDIFFERENCE: f64 = RATING_STEP;
/// PROMETHEE's p: from two rating points on, one is wholly preferred; more difference does not count more.
pub const FULL_PREFERENCE: f64 = 2.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    WeightedSum,
    WeightedProduct,
    Topsis,
    Vikor,
    Promethee,
}

impl Method {
    pub const ALL: [Self; 5] = [Self::WeightedSum, Self::WeightedProduct, Self::Topsis, Self::Vikor, Self::Promethee];
}

/// What every method makes of those who meet every requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct Methods {
    /// In the order of [`Method::ALL`]; the weighted sum, the verdict's own, comes first.
    pub rankings: Vec<MethodRanking>,
    /// Kendall's tau with the weighted sum, mean over the other methods: 1 for the same order, −1 for the reverse.
    /// `None` where there is nothing to compare.
    pub agreement: Option<f64>,
    /// The methods by which the verdict's leader is not first.
    pub dissents: Vec<Dissent>,
}

/// One method's order.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodRanking {
    pub method: Method,
    /// Place from 1 by position in the assessment; equals share a place. `None` if it fails a requirement.
    pub places: Vec<Option<usize>>,
    /// The method's own number: a score, closeness, Q (less is better) or net flow.
    pub values: Vec<Option<f64>>,
    /// Kendall's tau with the weighted sum's order; `None` where undefined.
    pub agreement: Option<f64>,
}

/// A method that puts somebody else first.
#[derive(Debug, Clone, PartialEq)]
pub struct Dissent {
    pub method: Method,
    pub leader: usize,
    pub reason: Reason,
    /// Whether the method would still accept the verdict's leader beside its own (VIKOR's compromise set).
    pub accepts_verdict: bool,
}

/// Why a method puts somebody else first, in terms of the difference between the two leaders.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reason {
    /// The weighted product does not let strengths make up for a low rating, and the verdict's leader has one here.
    LowRating { criterion: usize },
    /// TOPSIS counts large distances from the best more than in proportion, and the verdict's leader has one here.
    FarFromBest { criterion: usize },
    /// VIKOR looks at the worst shortfall, and the verdict's leader has it here.
    WorstShortfall { criterion: usize },
    /// VIKOR measures within the range of those who compete, so a small difference here counts in full.
    NarrowRange { criterion: usize },
    /// PROMETHEE counts where one is better, hardly by how much: shares of the weight on which each is preferred, 0–1.
    BetterMoreOften { dissenter: f64, verdict: f64 },
    /// PROMETHEE: the dissenter does better against the others.
    BetterAgainstOthers,
}

/// Ranks by every method. `None` where nobody qualifies.
pub fn methods(assessment: &Assessment) -> Option<Methods> {
    let Competition { alternatives, ratings, weights } = Competition::of(assessment)?;
    let matrix = ratings.modes();
    let (scored, vikor) = scores(&matrix, &weights).ok()?;
    let sum_places = competition_ranks(&scored[0]);
    let n = assessment.alternatives.len();
    let mut rankings = Vec::new();
    for (method, scores) in Method::ALL.into_iter().zip(&scored) {
        let places = competition_ranks(scores);
        let (mut all_places, mut all_values) = (vec![None; n], vec![None; n]);
        for (row, &i) in alternatives.iter().enumerate() {
            all_places[i] = Some(places[row]);
            all_values[i] = Some(if method == Method::Vikor { vikor.q[row] } else { scores[row] });
        }
        rankings.push(MethodRanking { method, places: all_places, values: all_values, agreement: kendall_tau(&sum_places, &places) });
    }
    let taus: Vec<f64> = rankings[1..].iter().filter_map(|ranking| ranking.agreement).collect();
    let agreement = (!taus.is_empty()).then(|| taus.iter().sum::<f64>() / taus.len() as f64);
    let mut dissents = Vec::new();
    let verdict = assessment.verdict.leader.and_then(|leader| alternatives.iter().position(|i| *i == leader));
    for (method, scores) in Method::ALL.into_iter().zip(&scored) {
        let places = competition_ranks(scores);
        let (Some(verdict), Some(first)) = (verdict, places.iter().position(|place| *place == 1)) else { continue };
        if places[verdict] == 1 {
            continue;
        }
        let reason = reason(method, &Duel { matrix: &matrix, weights: &weights, verdict, dissenter: first }, &vikor);
        let accepts_verdict =
            method == Method::Vikor && vikor.compromise.as_ref().is_some_and(|compromise| compromise.set.contains(&verdict));
        dissents.push(Dissent { method, leader: alternatives[first], reason, accepts_verdict });
    }
    Some(Methods { rankings, agreement, dissents })
}

/// One score per alternative and method, more is better; and VIKOR in full.
fn scores(matrix: &DecisionMatrix, weights: &Weights) -> Result<(Vec<Vec<f64>>, Vikor), McdaError> {
    let n = matrix.n_criteria();
    let directions = vec![Direction::Benefit; n];
    // A product has a value for every rating from 0 to 10.
    let product = weighted_product(matrix, weights, &directions)?.into_iter().map(Option::unwrap_or_default).collect();
    // No normalisation is always defined; equal alternatives are equally close.
    let closeness = topsis(matrix, weights, &directions, Normalisation::None)?.and_then(|topsis| topsis.closeness);
    let vikor = vikor(matrix, weights, &directions, CONSENSUS)?;
    let flows = promethee(matrix, weights, &directions, &vec![PREFERENCE; n])?.phi_net;
    let scores = vec![
        weighted_sum(matrix, weights)?,
        product,
        closeness.unwrap_or_else(|| vec![1.0; matrix.n_alternatives()]),
        vikor.q.iter().map(|q| -q).collect(),
        flows,
    ];
    Ok((scores, vikor))
}

const PREFERENCE: PreferenceFunction = PreferenceFunction::Linear { q: INDIFFERENCE, p: FULL_PREFERENCE };

/// The verdict's leader and a method's, as rows of the matrix.
struct Duel<'a> {
    matrix: &'a DecisionMatrix,
    weights: &'a Weights,
    verdict: usize,
    dissenter: usize,
}

impl Duel<'_> {
    /// The criterion on which something speaks most for the dissenter: `gain(weight, criterion, dissenter's rating, leader's rating)`.
    fn greatest(&self, gain: impl Fn(f64, usize, f64, f64) -> f64) -> usize {
        let of = |j: usize| gain(self.weights[j], j, self.matrix.get(self.dissenter, j), self.matrix.get(self.verdict, j));
        let gains: Vec<f64> =
            (0..self.matrix.n_criteria()).map(|j| if self.weights[j] > 0.0 { of(j) } else { f64::NEG_INFINITY }).collect();
        crate::mcda::ranking::leader(&gains).unwrap_or(0)
    }

    fn ends(&self, j: usize) -> (f64, f64) {
        let column = || self.matrix.column(j);
        (column().fold(f64::INFINITY, f64::min), column().fold(f64::NEG_INFINITY, f64::max))
    }
}

fn reason(method: Method, duel: &Duel<'_>, vikor: &Vikor) -> Reason {
    match method {
        Method::WeightedSum | Method::WeightedProduct => {
            // What the criterion multiplies the dissenter's product with, over what it multiplies the leader's with.
            let factor = |w: f64, theirs: f64, ours: f64| -> Option<f64> {
                let pair = DecisionMatrix::new(&[[theirs, 1.0], [ours, 1.0]]).ok()?;
                let products = weighted_product(&pair, &Weights::new(&[w, 1.0 - w]).ok()?, &[Direction::Benefit; 2]).ok()?;
                Some(products[0]? / products[1]?.max(f64::MIN_POSITIVE))
            };
            Reason::LowRating { criterion: duel.greatest(|w, _, theirs, ours| factor(w, theirs, ours).unwrap_or(f64::NEG_INFINITY)) }
        }
        Method::Topsis => Reason::FarFromBest {
            criterion: duel.greatest(|w, j, theirs, ours| {
                let best = duel.ends(j).1;
                let squared = |rating: f64| (w * (best - rating)) * (w * (best - rating));
                squared(ours) - squared(theirs)
            }),
        },
        Method::Vikor => {
            let shortfall = |w: f64, j: usize, rating: f64| {
                let (least, most) = duel.ends(j);
                if most > least { w * (most - rating) / (most - least) } else { 0.0 }
            };
            if vikor.r[duel.verdict] > vikor.r[duel.dissenter] + TIE_TOLERANCE {
                Reason::WorstShortfall { criterion: duel.greatest(|w, j, _, ours| shortfall(w, j, ours)) }
            } else {
                Reason::NarrowRange { criterion: duel.greatest(|w, j, theirs, ours| shortfall(w, j, ours) - shortfall(w, j, theirs)) }
            }
        }
        Method::Promethee => {
            let preferred = |a: usize, b: usize| -> f64 {
                let prefer = |j: usize| duel.weights[j] * PREFERENCE.preference(duel.matrix.get(a, j) - duel.matrix.get(b, j));
                (0..duel.matrix.n_criteria()).map(prefer).sum()
            };
            let (dissenter, verdict) = (preferred(duel.dissenter, duel.verdict), preferred(duel.verdict, duel.dissenter));
            if dissenter > verdict { Reason::BetterMoreOften { dissenter, verdict } } else { Reason::BetterAgainstOthers }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::assess,
        model::{OwnRating, Profile},
        store,
    };

    /// Three alternatives on two criteria that alone have weight.
    fn assessed(python: [f64; 2], go: [f64; 2], rust: [f64; 2], points: [f64; 2]) -> Assessment {
        let mut profile = Profile::new("p");
        for criterion in &store::shipped().criteria {
            profile.points.insert(criterion.id.clone(), 0.0);
        }
        for (j, criterion) in ["latency", "libraries"].into_iter().enumerate() {
            profile.points.insert(criterion.to_owned(), points[j]);
            for (alternative, modes) in [("python", python), ("go", go), ("rust", rust)] {
                let (criterion, alternative, mode) = (criterion.to_owned(), alternative.to_owned(), modes[j]);
                profile.ratings.push(OwnRating { criterion, alternative, low: mode, mode, high: mode, reason: "r".into(), evidence: None });
            }
        }
        assess(store::shipped(), &profile)
    }

    #[test]
    fn the_dominant_one_leads_by_every_method() {
        let found = methods(&assessed([2.0, 3.0], [5.0, 5.0], [8.0, 9.0], [1.0, 1.0])).unwrap();
        assert_eq!(found.dissents, []);
        assert_eq!(found.agreement, Some(1.0));
        assert!(found.rankings.iter().all(|ranking| ranking.places == [Some(3), Some(2), Some(1)]), "{found:?}");
    }

    #[test]
    fn a_product_does_not_forgive_a_low_rating() {
        let assessment = assessed([10.0, 1.0], [5.0, 5.0], [0.5, 0.5], [1.0, 1.0]);
        assert_eq!(assessment.verdict.leader, Some(0));
        let found = methods(&assessment).unwrap();
        let product = found.dissents.iter().find(|dissent| dissent.method == Method::WeightedProduct).unwrap();
        let libraries = assessment.criterion("libraries").unwrap();
        assert_eq!((product.leader, product.reason), (1, Reason::LowRating { criterion: libraries }));
        // VIKOR: the same criterion is the worst shortfall of the verdict's leader.
        if let Some(vikor) = found.dissents.iter().find(|dissent| dissent.method == Method::Vikor) {
            assert_eq!(vikor.reason, Reason::WorstShortfall { criterion: libraries });
        }
    }

    #[test]
    fn outranking_counts_how_often_not_how_much() {
        // Python is far ahead on the lighter criterion, Go as clearly as counts on the heavier one.
        let assessment = assessed([5.0, 10.0], [7.5, 5.0], [1.0, 1.0], [11.0, 9.0]);
        assert_eq!(assessment.verdict.leader, Some(0));
        let found = methods(&assessment).unwrap();
        let dissent = found.dissents.iter().find(|dissent| dissent.method == Method::Promethee).unwrap();
        assert_eq!(dissent.leader, 1);
        let Reason::BetterMoreOften { dissenter, verdict } = dissent.reason else { panic!("{dissent:?}") };
        assert!((dissenter - 0.55).abs() < 1e-12 && (verdict - 0.45).abs() < 1e-12);
        assert!(found.agreement.is_some_and(|tau| tau < 1.0));
    }

    #[test]
    fn whoever_fails_a_requirement_is_placed_by_no_method() {
        let firmware = assess(store::shipped(), &store::example("firmware").unwrap().profile);
        let found = methods(&firmware).unwrap();
        assert!(found.rankings.iter().all(|ranking| ranking.places == [None, None, Some(1)]));
        assert_eq!((found.agreement, found.dissents), (None, Vec::new()));
    }

    #[test]
    fn the_first_ranking_is_the_verdicts() {
        for example in store::examples() {
            let assessment = assess(store::shipped(), &example.profile);
            let found = methods(&assessment).unwrap();
            let places: Vec<Option<usize>> = assessment.alternatives.iter().map(|alternative| alternative.rank).collect();
            assert_eq!(found.rankings[0].places, places, "{}", example.id);
            assert_eq!(found.rankings.len(), Method::ALL.len());
        }
    }
}
