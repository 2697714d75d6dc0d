//! [`examples`]: the profiles that ship with the app, inside the binary.
//!
//! What they say stands in `profiles/`; this only finds them.

use std::sync::LazyLock;

use rust_embed::RustEmbed;

use super::{Loss, StoreError, catalogue_file::shipped, parse};
use crate::model::Profile;

/// The order in which they are told; others follow by name.
const ORDER: [&str; 9] = [
    "public-api",
    "integration-service",
    "edge-proxy",
    "training-pipeline",
    "developer-cli",
    "storage-engine",
    "firmware",
    "nightly-automation",
    "prototype",
];

#[derive(RustEmbed)]
#[folder = "profiles"]
struct Files;

/// A shipped profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// The stem of its file, such as `public-api`.
    pub id: String,
    /// The file as it is.
    pub text: String,
    pub profile: Profile,
    /// What saving a copy would drop.
    pub losses: Vec<Loss>,
}

static EXAMPLES: LazyLock<Vec<Example>> = LazyLock::new(|| read_all().into_iter().filter_map(Result::ok).collect());

/// The shipped profiles, the best known first.
pub fn examples() -> &'static [Example] {
    &EXAMPLES
}

/// The shipped profile with this id.
pub fn example(id: &str) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| example.id == id)
}

/// Every embedded file. One that cannot be read would be left out of the app, which the tests forbid.
fn read_all() -> Vec<Result<Example, StoreError>> {
    let mut ids: Vec<String> = Files::iter().filter_map(|name| name.strip_suffix(".ron").map(str::to_owned)).collect();
    ids.sort_by_key(|id| (ORDER.iter().position(|known| known == id).unwrap_or(ORDER.len()), id.clone()));
    ids.into_iter().filter_map(read).collect()
}

fn read(id: String) -> Option<Result<Example, StoreError>> {
    let file = Files::get(&format!("{id}.ron"))?;
    let opened = match parse(&file.data, shipped()) {
        Ok(opened) => opened,
        Err(error) => return Some(Err(error.named(&format!("profiles/{id}.ron")))),
    };
    let text = String::from_utf8_lossy(&file.data).into_owned();
    Some(Ok(Example { id, text, profile: opened.profile, losses: opened.losses }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_profile_can_be_read() {
        for example in read_all() {
            if let Err(error) = example {
                panic!("{error}");
            }
        }
    }

    #[test]
    fn the_known_ones_come_first() {
        let ids: Vec<&str> = examples().iter().map(|example| example.id.as_str()).collect();
        let places: Vec<usize> = ids.iter().map(|id| ORDER.iter().position(|known| known == id).unwrap_or(ORDER.len())).collect();
        assert!(places.is_sorted(), "{ids:?}");
    }
}
