//! A small dense linear program: minimise c·x subject to linear constraints and x ≥ 0.
//!
//! Dantzig, G. B. (1963), *Linear Programming and Extensions*, Princeton University Press, ch. 5 (two phases); Bland, R. G. (1977),
//! "New finite pivoting rules for the simplex method", *Mathematics of Operations Research* 2(2): 103–107. For some dozens of
//! variables and rows, as best–worst weights and closest weights have; sparse or large programs are not its business.

/// How a constraint's left side stands to its bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    AtMost,
    Equal,
    AtLeast,
}

/// Σ_j coefficients_j x_j (relation) bound.
#[derive(Debug, Clone)]
pub(super) struct Constraint {
    pub coefficients: Vec<f64>,
    pub relation: Relation,
    pub bound: f64,
}

/// A feasible set with one of its corners; minimising moves to another corner, where the next objective starts.
#[derive(Debug, Clone)]
pub(super) struct Feasible {
    /// One row per basic variable: its coefficients in all columns, then its value.
    rows: Vec<Vec<f64>>,
    basis: Vec<usize>,
    n_variables: usize,
    n_columns: usize,
}

/// Smaller coefficients, in rows scaled to a largest of one, are rounding.
const PIVOT_TOLERANCE: f64 = 1e-11;
/// The sum of violations that still counts as none.
const FEASIBILITY_TOLERANCE: f64 = 1e-9;
/// Pivots by steepest cost before Bland's rule, which cannot cycle, takes over; per row.
const GREEDY_PIVOTS_PER_ROW: usize = 10;

impl Feasible {
    /// A corner of the set, or `None` if it is empty.
    pub fn new(n_variables: usize, constraints: &[Constraint]) -> Option<Self> {
        let n_slacks = constraints.iter().filter(|c| c.relation != Relation::Equal).count();
        let n_columns = n_variables + n_slacks;
        let width = n_columns + constraints.len() + 1;
        let mut slack = n_variables;
        let mut rows = Vec::with_capacity(constraints.len());
        let mut basis = Vec::with_capacity(constraints.len());
        for (k, constraint) in constraints.iter().enumerate() {
            let largest = constraint.coefficients.iter().fold(0.0_f64, |a, x| a.max(x.abs()));
            let scale = if largest > 0.0 { largest } else { 1.0 };
            let mut row = vec![0.0; width];
            for (cell, x) in row.iter_mut().zip(&constraint.coefficients) {
                *cell = x / scale;
            }
            row[width - 1] = constraint.bound / scale;
            let own_slack = (constraint.relation != Relation::Equal).then_some(slack);
            if let Some(s) = own_slack {
                row[s] = if constraint.relation == Relation::AtMost { 1.0 } else { -1.0 };
                slack += 1;
            }
            if row[width - 1] < 0.0 {
                row.iter_mut().for_each(|x| *x = -*x);
            }
            // The slack can start in the basis where its sign allows; elsewhere an artificial variable does.
            match own_slack {
                Some(s) if row[s] > 0.0 => basis.push(s),
                _ => {
                    row[n_columns + k] = 1.0;
                    basis.push(n_columns + k);
                }
            }
            rows.push(row);
        }
        let mut phase_one = Self { rows, basis, n_variables, n_columns: width - 1 };
        let mut cost = vec![0.0; width - 1];
        cost[n_columns..].fill(1.0);
        let violation = phase_one.optimise(&cost)?;
        if violation > FEASIBILITY_TOLERANCE {
            return None;
        }
        phase_one.drop_artificial(n_columns);
        Some(phase_one)
    }

    /// The least value of `cost`·x and an x that has it; `None` if it is unbounded. `cost` has one entry per variable.
    pub fn minimise(&mut self, cost: &[f64]) -> Option<(f64, Vec<f64>)> {
        let mut padded = cost.to_vec();
        padded.resize(self.n_columns, 0.0);
        let value = self.optimise(&padded)?;
        let mut x = vec![0.0; self.n_variables];
        for (row, &b) in self.rows.iter().zip(&self.basis) {
            if b < self.n_variables {
                x[b] = row[self.n_columns].max(0.0);
            }
        }
        Some((value, x))
    }

    fn optimise(&mut self, cost: &[f64]) -> Option<f64> {
        let greedy = GREEDY_PIVOTS_PER_ROW * (self.rows.len() + 1);
        // Bland's rule ends by itself; the cap only guards against rounding that leads it in circles.
        for step in 0..100 * greedy {
            let reduced = self.reduced_costs(cost);
            let Some(column) = entering(&reduced, step < greedy) else {
                break;
            };
            let row = self.leaving(column, step < greedy)?;
            self.pivot(row, column);
        }
        let value = |(row, &b): (&Vec<f64>, &usize)| cost[b] * row[self.n_columns];
        Some(self.rows.iter().zip(&self.basis).map(value).sum())
    }

    fn reduced_costs(&self, cost: &[f64]) -> Vec<f64> {
        let mut reduced = cost.to_vec();
        for (row, &b) in self.rows.iter().zip(&self.basis) {
            if cost[b] != 0.0 {
                for (r, x) in reduced.iter_mut().zip(row) {
                    *r -= cost[b] * x;
                }
            }
        }
        reduced
    }

    /// The row that limits the entering column first; of equal ones the largest pivot, or Bland's choice.
    fn leaving(&self, column: usize, greedy: bool) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        for (k, row) in self.rows.iter().enumerate() {
            if row[column] <= PIVOT_TOLERANCE {
                continue;
            }
            let ratio = row[self.n_columns] / row[column];
            let is_better = best.is_none_or(|(least, other)| {
                let tied = (ratio - least).abs() <= 1e-13 * (1.0 + least.abs());
                let preferred = if greedy { row[column] > self.rows[other][column] } else { self.basis[k] < self.basis[other] };
                if tied { preferred } else { ratio < least }
            });
            if is_better {
                best = Some((ratio, k));
            }
        }
        best.map(|(_, k)| k)
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let mut pivot_row = std::mem::take(&mut self.rows[row]);
        let pivot = pivot_row[column];
        pivot_row.iter_mut().for_each(|x| *x /= pivot);
        pivot_row[column] = 1.0;
        for other in self.rows.iter_mut().filter(|other| !other.is_empty()) {
            let factor = other[column];
            if factor != 0.0 {
                for (x, p) in other.iter_mut().zip(&pivot_row) {
                    *x -= factor * p;
                }
                other[column] = 0.0;
                if let Some(value) = other.last_mut() {
                    // A basic value a rounding error below zero would turn the ratio test round.
                    *value = value.max(0.0);
                }
            }
        }
        self.rows[row] = pivot_row;
        self.basis[row] = column;
    }

    /// Swaps artificial variables that are still basic (at zero) for real ones; rows where that is impossible say nothing new.
    fn drop_artificial(&mut self, n_columns: usize) {
        let mut k = 0;
        while k < self.rows.len() {
            if self.basis[k] >= n_columns {
                let largest = (0..n_columns).max_by(|&a, &b| {
                    let row = &self.rows[k];
                    row[a].abs().total_cmp(&row[b].abs())
                });
                match largest.filter(|&c| self.rows[k][c].abs() > PIVOT_TOLERANCE) {
                    Some(column) => self.pivot(k, column),
                    None => {
                        self.rows.swap_remove(k);
                        self.basis.swap_remove(k);
                        continue;
                    }
                }
            }
            k += 1;
        }
        for row in &mut self.rows {
            row.drain(n_columns..self.n_columns);
        }
        self.n_columns = n_columns;
    }
}

/// The column that lowers the cost most, or Bland's choice, the first that lowers it at all.
fn entering(reduced: &[f64], greedy: bool) -> Option<usize> {
    let lowers = |&(_, r): &(usize, &f64)| *r < -PIVOT_TOLERANCE;
    let mut candidates = reduced.iter().enumerate().filter(lowers);
    if greedy { candidates.min_by(|a, b| a.1.total_cmp(b.1)).map(|(c, _)| c) } else { candidates.next().map(|(c, _)| c) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn constraint(coefficients: &[f64], relation: Relation, bound: f64) -> Constraint {
        Constraint { coefficients: coefficients.to_vec(), relation, bound }
    }

    #[test]
    fn a_textbook_program() {
        // max 3x + 5y subject to x <= 4, 2y <= 12, 3x + 2y <= 18: (2, 6), 36.
        let constraints = [
            constraint(&[1.0, 0.0], Relation::AtMost, 4.0),
            constraint(&[0.0, 2.0], Relation::AtMost, 12.0),
            constraint(&[3.0, 2.0], Relation::AtMost, 18.0),
        ];
        let mut set = Feasible::new(2, &constraints).unwrap();
        let (value, x) = set.minimise(&[-3.0, -5.0]).unwrap();
        assert!((value + 36.0).abs() < 1e-12);
        assert!((x[0] - 2.0).abs() < 1e-12 && (x[1] - 6.0).abs() < 1e-12);
        // The next objective starts from that corner.
        let (value, _) = set.minimise(&[1.0, 1.0]).unwrap();
        assert!(value.abs() < 1e-12);
    }

    #[test]
    fn equalities_redundancy_infeasible_and_unbounded() {
        let sum = constraint(&[1.0, 1.0], Relation::Equal, 1.0);
        let twice = constraint(&[2.0, 2.0], Relation::Equal, 2.0);
        let mut set = Feasible::new(2, &[sum.clone(), twice]).unwrap();
        assert!((set.minimise(&[1.0, 2.0]).unwrap().0 - 1.0).abs() < 1e-12);
        let too_much = constraint(&[1.0, 0.0], Relation::AtLeast, 1.5);
        assert!(Feasible::new(2, &[sum, too_much.clone()]).is_none());
        let mut open = Feasible::new(2, &[too_much]).unwrap();
        assert!(open.minimise(&[-1.0, 0.0]).is_none());
    }
}
