//! The shortest vector that satisfies linear inequalities: min ‖z‖₂ subject to G z ≥ h.
//!
//! Lawson, C. L. & Hanson, R. J. (1974), *Solving Least Squares Problems*, Prentice-Hall, ch. 23: algorithm LDP by way of NNLS.
//! Whether the inequalities can be satisfied at all is for the caller to know; this file finds the point.

/// One inequality g·z ≥ h.
#[derive(Debug, Clone)]
pub(super) struct Inequality {
    pub g: Vec<f64>,
    pub h: f64,
}

/// The z of least length; `None` if the inequalities exclude each other as far as can be told. `g` all have the length `n`.
pub(super) fn least_distance(n: usize, inequalities: &[Inequality]) -> Option<Vec<f64>> {
    // NNLS: minimise ‖E u − f‖ over u ≥ 0, where E stacks Gᵀ over hᵀ and f is the last unit vector.
    let columns: Vec<Vec<f64>> = inequalities.iter().filter_map(unit_column).collect();
    let mut f = vec![0.0; n + 1];
    f[n] = 1.0;
    let residual = non_negative_least_squares(&columns, f);
    // r = f − E u; z = −r_j/r_{n+1} in the source's sign of r, and r_{n+1} = 0 when there is no solution.
    let last = residual[n];
    (last > 1e-12).then(|| residual[..n].iter().map(|r| -r / last).collect())
}

/// (g, h) scaled to length one, which changes no solution; `None` for 0 ≥ 0.
fn unit_column(inequality: &Inequality) -> Option<Vec<f64>> {
    let mut column = inequality.g.clone();
    column.push(inequality.h);
    let length = column.iter().map(|x| x * x).sum::<f64>().sqrt();
    (length > 0.0).then(|| column.iter().map(|x| x / length).collect())
}

/// The residual f − E u at the u ≥ 0 that makes it shortest (Lawson & Hanson, algorithm NNLS).
fn non_negative_least_squares(columns: &[Vec<f64>], f: Vec<f64>) -> Vec<f64> {
    let mut u = vec![0.0; columns.len()];
    let mut passive: Vec<usize> = Vec::new();
    let mut residual = f.clone();
    // Each outer step shortens the residual; the cap only guards against rounding that lets it stall.
    for _ in 0..10 * (columns.len() + 1) {
        let gain = |j: usize| dot(&columns[j], &residual);
        let candidates = (0..columns.len()).filter(|j| !passive.contains(j));
        let Some(best) = candidates.max_by(|&a, &b| gain(a).total_cmp(&gain(b))) else {
            break;
        };
        if gain(best) <= 1e-14 {
            break;
        }
        passive.push(best);
        loop {
            let Some(solution) = least_squares(columns, &passive, &f) else {
                // The newcomer is a combination of those that are in already: it cannot improve on them.
                passive.retain(|&j| j != best);
                return residual;
            };
            if solution.iter().all(|&x| x > 0.0) {
                u.fill(0.0);
                for (&j, x) in passive.iter().zip(&solution) {
                    u[j] = *x;
                }
                break;
            }
            // As far as non-negativity allows, drop what became zero, and solve again.
            let step = |(&j, &x): (&usize, &f64)| if x <= 0.0 { u[j] / (u[j] - x) } else { 1.0 };
            let alpha = passive.iter().zip(&solution).map(step).fold(1.0, f64::min);
            for (&j, x) in passive.iter().zip(&solution) {
                u[j] += alpha * (x - u[j]);
            }
            let leaves = |j: usize, x: f64| x <= 0.0 && u[j] <= 1e-15;
            let kept: Vec<usize> = passive.iter().zip(&solution).filter(|&(&j, &x)| !leaves(j, x)).map(|(&j, _)| j).collect();
            if kept.len() == passive.len() || kept.is_empty() {
                return residual;
            }
            for &j in &passive {
                if !kept.contains(&j) {
                    u[j] = 0.0;
                }
            }
            passive = kept;
        }
        residual.copy_from_slice(&f);
        for &j in &passive {
            subtract(&mut residual, u[j], &columns[j]);
        }
    }
    residual
}

/// Coefficients of the passive columns that come closest to f, by Gram–Schmidt with reorthogonalisation; `None` if they are dependent.
fn least_squares(columns: &[Vec<f64>], passive: &[usize], f: &[f64]) -> Option<Vec<f64>> {
    let p = passive.len();
    let mut q: Vec<Vec<f64>> = Vec::with_capacity(p);
    let mut r = vec![vec![0.0; p]; p];
    for (k, &j) in passive.iter().enumerate() {
        let mut v = columns[j].clone();
        for _ in 0..2 {
            for (i, earlier) in q.iter().enumerate() {
                let along = dot(earlier, &v);
                r[i][k] += along;
                subtract(&mut v, along, earlier);
            }
        }
        let length = dot(&v, &v).sqrt();
        if length < 1e-13 {
            return None;
        }
        r[k][k] = length;
        q.push(v.iter().map(|x| x / length).collect());
    }
    let mut rest = f.to_vec();
    let mut x = vec![0.0; p];
    for k in 0..p {
        x[k] = dot(&q[k], &rest);
        subtract(&mut rest, x[k], &q[k]);
    }
    for k in (0..p).rev() {
        for i in k + 1..p {
            x[k] -= r[k][i] * x[i];
        }
        x[k] /= r[k][k];
    }
    Some(x)
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn subtract(from: &mut [f64], factor: f64, what: &[f64]) {
    for (x, y) in from.iter_mut().zip(what) {
        *x -= factor * y;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_to_a_line_a_corner_and_nothing() {
        let at_least = |g: [f64; 2], h: f64| Inequality { g: g.to_vec(), h };
        let line = least_distance(2, &[at_least([1.0, 1.0], 2.0)]).unwrap();
        assert!((line[0] - 1.0).abs() < 1e-12 && (line[1] - 1.0).abs() < 1e-12);
        let corner = [at_least([1.0, 0.0], 3.0), at_least([0.0, 1.0], 4.0), at_least([1.0, 1.0], 1.0)];
        let corner = least_distance(2, &corner).unwrap();
        assert!((corner[0] - 3.0).abs() < 1e-12 && (corner[1] - 4.0).abs() < 1e-12);
        assert_eq!(least_distance(2, &[at_least([1.0, 0.0], -1.0)]).unwrap(), [0.0, 0.0]);
        let contradiction = [at_least([1.0, 0.0], 1.0), at_least([-1.0, 0.0], 1.0)];
        assert_eq!(least_distance(2, &contradiction), None);
    }
}
