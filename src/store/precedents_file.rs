//! The documented choices that ship with the app, inside the binary, read when they are first asked for.
//!
//! Cases from elsewhere are the command line's to read. What must hold in the shipped ones is held by `tests/precedents.rs`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::profile_file::options;
use crate::model::Bank;

const TEXT: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/precedents.ron"));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Precedents {
    banks: Vec<Bank>,
}

static SHIPPED: LazyLock<Vec<Bank>> = LazyLock::new(|| {
    // It is part of the binary, and a test reads it: a build that passes its tests cannot fail here.
    let read: Precedents = options().from_str(TEXT).unwrap_or_else(|error| panic!("assets/precedents.ron: {error}"));
    read.banks
});

/// The shipped banks of documented choices.
pub fn banks() -> &'static [Bank] {
    &SHIPPED
}
