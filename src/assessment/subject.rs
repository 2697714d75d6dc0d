//! [`Subject`]: an assessment with what it was made of and what took time to compute, for all who explain or draw it.
//!
//! Nothing is computed here.

use super::{Assessment, Information, Robustness};
use crate::model::{Catalogue, Profile};

/// What is explained, and what a chart is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub catalogue: &'a Catalogue,
    pub profile: &'a Profile,
    pub assessment: &'a Assessment,
    /// What sampling showed. What needs it and has none says so or says nothing.
    pub robustness: Option<&'a Robustness>,
    /// What is worth finding out. What needs it and has none says so or says nothing.
    pub information: Option<&'a Information>,
}

impl<'a> Subject<'a> {
    /// Without what takes time to compute.
    pub fn new(catalogue: &'a Catalogue, profile: &'a Profile, assessment: &'a Assessment) -> Self {
        Self { catalogue, profile, assessment, robustness: None, information: None }
    }
}
