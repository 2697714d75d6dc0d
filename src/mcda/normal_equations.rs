//! A small symmetric positive definite system of equations, as least squares lead to.
//!
//! Cholesky factorisation as in Golub, G. H. & Van Loan, C. F. (2013), *Matrix Computations*, 4th ed., algorithm 4.2.1. Setting up
//! the equations is the caller's.

/// A x = b with A symmetric, n × n, row-major.
#[derive(Debug, Clone)]
pub(super) struct NormalEquations {
    n: usize,
    a: Vec<f64>,
    b: Vec<f64>,
}

impl NormalEquations {
    /// A = `ridge` I, b = 0.
    pub fn ridge(n: usize, ridge: f64) -> Self {
        let mut a = vec![0.0; n * n];
        (0..n).for_each(|i| a[i * n + i] = ridge);
        Self { n, a, b: vec![0.0; n] }
    }

    /// Adds the squared residual (x_i − x_j − `difference`)² to what is minimised.
    pub fn add_difference(&mut self, i: usize, j: usize, difference: f64) {
        let n = self.n;
        self.a[i * n + i] += 1.0;
        self.a[j * n + j] += 1.0;
        self.a[i * n + j] -= 1.0;
        self.a[j * n + i] -= 1.0;
        self.b[i] += difference;
        self.b[j] -= difference;
    }

    /// Adds x_i² to what is minimised. Where only differences are known, this sets x_i to 0 and nothing else.
    pub fn hold(&mut self, i: usize) {
        self.a[i * self.n + i] += 1.0;
    }

    /// The solution; `None` if the matrix is not positive definite as far as can be told.
    pub fn solve(mut self) -> Option<Vec<f64>> {
        let n = self.n;
        for j in 0..n {
            let mut pivot = self.a[j * n + j];
            for k in 0..j {
                pivot -= self.a[j * n + k] * self.a[j * n + k];
            }
            if pivot <= 1e-12 {
                return None;
            }
            let pivot = pivot.sqrt();
            self.a[j * n + j] = pivot;
            for i in j + 1..n {
                let mut x = self.a[i * n + j];
                for k in 0..j {
                    x -= self.a[i * n + k] * self.a[j * n + k];
                }
                self.a[i * n + j] = x / pivot;
            }
        }
        let mut x = self.b;
        for i in 0..n {
            for k in 0..i {
                x[i] -= self.a[i * n + k] * x[k];
            }
            x[i] /= self.a[i * n + i];
        }
        for i in (0..n).rev() {
            for k in i + 1..n {
                x[i] -= self.a[k * n + i] * x[k];
            }
            x[i] /= self.a[i * n + i];
        }
        Some(x)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_met_when_they_can_be() {
        let mut equations = NormalEquations::ridge(3, 1e-9);
        equations.add_difference(0, 1, 1.0);
        equations.add_difference(1, 2, 2.0);
        let x = equations.solve().unwrap();
        assert!((x[0] - x[1] - 1.0).abs() < 1e-6 && (x[1] - x[2] - 2.0).abs() < 1e-6);
    }

    #[test]
    fn what_is_not_determined_has_no_solution() {
        let mut equations = NormalEquations::ridge(2, 0.0);
        equations.add_difference(0, 1, 1.0);
        assert_eq!(equations.solve(), None);
    }
}
