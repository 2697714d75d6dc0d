//! Reading the inputs of a case, with errors that name the field at fault.
//!
//! What is done with them is [`super`]'s.

use std::borrow::Cow;

use serde_json::{Map, Value};
use thiserror::Error;

use crate::mcda::normalisation::Normalisation;
use crate::mcda::problem::{DecisionMatrix, Direction, Entry, McdaError, Ratings, Triangular, Weights};
use crate::mcda::smaa::WeightLaw;

/// Why a case has no result.
#[derive(Debug, Error)]
pub(super) enum SolveError {
    #[error("the input is not JSON: {0}")]
    NotJson(#[from] serde_json::Error),
    #[error("a case must be an object")]
    NotACase,
    #[error("{0} is missing")]
    Missing(String),
    #[error("{path} must be {expected}")]
    Unexpected { path: String, expected: &'static str },
    #[error("there is no {what} \"{name}\"")]
    Unknown { what: &'static str, name: String },
    #[error("{path} contradicts the definition, which says {says}")]
    Contradiction { path: &'static str, says: String },
    #[error(transparent)]
    Problem(#[from] McdaError),
}

/// The fields of an object, read with errors that name them.
#[derive(Clone, Copy)]
pub(super) struct Inputs<'a>(pub &'a Map<String, Value>);

impl<'a> Inputs<'a> {
    pub fn has(self, field: &str) -> bool {
        self.0.get(field).is_some_and(|value| !value.is_null())
    }

    pub fn get(self, field: &str) -> Result<&'a Value, SolveError> {
        self.0.get(field).ok_or_else(|| SolveError::Missing(field.into()))
    }

    pub fn text(self, field: &str) -> Result<&'a str, SolveError> {
        self.get(field)?.as_str().ok_or_else(|| unexpected(field, "a text"))
    }

    pub fn number(self, field: &str) -> Result<f64, SolveError> {
        number(self.get(field)?, || field.into())
    }

    pub fn whole(self, field: &str) -> Result<u64, SolveError> {
        let value = self.get(field)?;
        // A whole number may have been written as 1e6.
        let from_float = || value.as_f64().filter(|x| x.fract() == 0.0 && (0.0..9e15).contains(x)).map(|x| x as u64);
        value.as_u64().or_else(from_float).ok_or_else(|| unexpected(field, "a whole number that is not negative"))
    }

    pub fn index(self, field: &str) -> Result<usize, SolveError> {
        Ok(usize::try_from(self.whole(field)?).unwrap_or(usize::MAX))
    }

    pub fn array(self, field: &str) -> Result<&'a [Value], SolveError> {
        array(self.get(field)?, field)
    }

    pub fn list(self, field: &str) -> Result<Vec<f64>, SolveError> {
        list(self.get(field)?, field)
    }

    pub fn rows(self, field: &str) -> Result<Vec<Vec<f64>>, SolveError> {
        rows(self.get(field)?, field)
    }

    pub fn matrix(self, field: &'static str) -> Result<DecisionMatrix, SolveError> {
        Ok(DecisionMatrix::named(field, &self.rows(field)?)?)
    }

    pub fn weights(self) -> Result<Weights, SolveError> {
        Ok(Weights::new(&self.list("weights")?)?)
    }

    /// Matrix, weights, and directions, all benefits where there are no types.
    pub fn problem(self) -> Result<(DecisionMatrix, Weights, Vec<Direction>), SolveError> {
        let matrix = self.matrix("matrix")?;
        let direction = |(j, t): (usize, &Value)| match t.as_f64() {
            Some(1.0) => Ok(Direction::Benefit),
            Some(-1.0) => Ok(Direction::Cost),
            _ => Err(unexpected(format!("types[{j}]"), "1 or -1")),
        };
        let directions = if self.has("types") {
            self.array("types")?.iter().enumerate().map(direction).collect::<Result<_, _>>()?
        } else {
            vec![Direction::Benefit; matrix.n_criteria()]
        };
        Ok((matrix, self.weights()?, directions))
    }

    /// A word that the inputs or the definition's variant says; if both do, they have to agree.
    pub fn stated<'v>(self, field: &'static str, variant: &'v str) -> Result<&'v str, SolveError>
    where
        'a: 'v,
    {
        if !self.has(field) {
            return Ok(variant);
        }
        let word = self.text(field)?;
        if variant.is_empty() || variant == word { Ok(word) } else { Err(SolveError::Contradiction { path: field, says: variant.into() }) }
    }

    pub fn normalisation(self, variant: &str) -> Result<Normalisation, SolveError> {
        match self.stated("normalisation", variant)? {
            "minmax" => Ok(Normalisation::MinMax),
            "linear_max" => Ok(Normalisation::LinearMax),
            "sum" => Ok(Normalisation::Sum),
            "vector" => Ok(Normalisation::Vector),
            "none" => Ok(Normalisation::None),
            name => Err(SolveError::Unknown { what: "normalisation", name: name.into() }),
        }
    }

    pub fn ratings(self) -> Result<Ratings, SolveError> {
        // Each table is checked on its own first, so that a wrong shape names the right one.
        let [low, mode, high] = [self.matrix("low")?, self.matrix("mode")?, self.matrix("high")?];
        for (name, table) in [("low", &low), ("high", &high)] {
            if (table.n_alternatives(), table.n_criteria()) != (mode.n_alternatives(), mode.n_criteria()) {
                return Err(unexpected(name, "of the same shape as mode"));
            }
        }
        let cell = |i: usize, j: usize| {
            let [least, middle, most] = [&low, &mode, &high].map(|table| table.get(i, j));
            // Named as in the inputs, which have no ratings: the end that is on the wrong side.
            let name = if least > middle { "low" } else { "high" };
            Triangular::named(Entry::new(name).at(i).at(j), least, middle, most)
        };
        let row = |i| (0..mode.n_criteria()).map(|j| cell(i, j)).collect::<Result<Vec<_>, _>>();
        let ratings = Ratings::new(&(0..mode.n_alternatives()).map(row).collect::<Result<Vec<_>, _>>()?)?;
        if !self.has("groups") {
            return Ok(ratings);
        }
        let labels = self.array("groups")?.iter().enumerate();
        let label = |(j, value): (usize, &Value)| {
            let label = value.as_u64().and_then(|x| usize::try_from(x).ok());
            label.ok_or_else(|| unexpected(format!("groups[{j}]"), "a whole number that is not negative"))
        };
        Ok(ratings.with_groups(&labels.map(label).collect::<Result<Vec<_>, _>>()?)?)
    }

    pub fn weight_law(self, n_criteria: usize) -> Result<WeightLaw, SolveError> {
        match self.get("weights")? {
            Value::String(name) if name == "uniform_simplex" => Ok(WeightLaw::Uniform),
            Value::String(name) if name == "ordinal_w1_ge_w2_ge" => Ok(WeightLaw::Ordinal((0..n_criteria).collect())),
            Value::String(name) => Err(SolveError::Unknown { what: "weight law", name: name.clone() }),
            Value::Object(law) if law.contains_key("mean") => {
                let law = Inputs(law);
                let mean = Weights::named("mean", &law.list("mean")?)?;
                Ok(WeightLaw::Dirichlet { mean, concentration: law.number("concentration")? })
            }
            Value::Object(law) if law.contains_key("known") => Ok(WeightLaw::Known(Weights::named("known", &Inputs(law).list("known")?)?)),
            Value::Object(law) => {
                let (low, high) = (Inputs(law).list("low")?, Inputs(law).list("high")?);
                if low.len() != high.len() {
                    return Err(unexpected("weights.high", "as long as weights.low"));
                }
                Ok(WeightLaw::Bounded(low.into_iter().zip(high).collect()))
            }
            _ => Err(unexpected("weights", "the name of a weight law, or an object")),
        }
    }
}

pub(super) fn unexpected(path: impl Into<String>, expected: &'static str) -> SolveError {
    SolveError::Unexpected { path: path.into(), expected }
}

fn array<'a>(value: &'a Value, path: &str) -> Result<&'a [Value], SolveError> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| unexpected(path, "an array"))
}

fn list(value: &Value, path: &str) -> Result<Vec<f64>, SolveError> {
    array(value, path)?.iter().enumerate().map(|(k, x)| number(x, || format!("{path}[{k}]"))).collect()
}

pub(super) fn rows(value: &Value, path: &str) -> Result<Vec<Vec<f64>>, SolveError> {
    array(value, path)?.iter().enumerate().map(|(k, row)| list(row, &format!("{path}[{k}]"))).collect()
}

/// A number, or one that JSON lacks, which the engine will refuse by its place.
pub(super) fn number(value: &Value, path: impl Fn() -> String) -> Result<f64, SolveError> {
    match value {
        Value::String(text) => match text.as_str() {
            "NaN" => Ok(f64::NAN),
            "Infinity" => Ok(f64::INFINITY),
            "-Infinity" => Ok(f64::NEG_INFINITY),
            _ => Err(unexpected(path(), "a number")),
        },
        _ => value.as_f64().ok_or_else(|| unexpected(path(), "a number")),
    }
}

/// Puts `NaN`, `Infinity`, `-Infinity`, and numbers too large for a double in quotes, so that one of them spoils its case and not the whole text.
pub(super) fn quote_what_json_lacks(input: &str) -> Cow<'_, str> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || "+-._".contains(c);
    let mut output = String::new();
    let mut copied = 0;
    let mut rest = input.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c == '"' {
            let mut is_escaped = false;
            for (_, c) in rest.by_ref() {
                match c {
                    '"' if !is_escaped => break,
                    _ => is_escaped = c == '\\' && !is_escaped,
                }
            }
        } else if is_word(c) {
            let mut end = start + c.len_utf8();
            while let Some((at, c)) = rest.next_if(|&(_, c)| is_word(c)) {
                end = at + c.len_utf8();
            }
            let word = &input[start..end];
            let starts_as_number = word.starts_with(|c: char| c == '-' || c.is_ascii_digit());
            let replacement = match word {
                "NaN" | "nan" | "-NaN" | "-nan" => "\"NaN\"",
                "Infinity" | "inf" => "\"Infinity\"",
                "-Infinity" | "-inf" => "\"-Infinity\"",
                _ if starts_as_number && word.parse().is_ok_and(f64::is_infinite) => {
                    if word.starts_with('-') {
                        "\"-Infinity\""
                    } else {
                        "\"Infinity\""
                    }
                }
                _ => continue,
            };
            output.push_str(&input[copied..start]);
            output.push_str(replacement);
            copied = end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(input);
    }
    output.push_str(&input[copied..]);
    Cow::Owned(output)
}
