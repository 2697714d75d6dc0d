//! `share`: a profile as one line of text for a chat.
//!
//! What the code is made of is the store's; reading one is `-` of every command.

use super::{
    arguments::ShareArguments,
    outcome::{Failure, Outcome},
};
use crate::{model::Catalogue, store};

pub fn share(arguments: &ShareArguments, catalogue: &Catalogue) -> Outcome {
    match store::open(&arguments.file, catalogue) {
        Ok((opened, _)) => {
            let remarks = if opened.losses.is_empty() { Vec::new() } else { vec![text!("cli-share-losses", count = opened.losses.len())] };
            Outcome { text: format!("{}\n", store::share_code(&opened.profile)), remarks, ..Outcome::default() }
        }
        Err(error) => Failure::Store(error).into(),
    }
}
