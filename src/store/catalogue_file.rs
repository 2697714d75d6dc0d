//! The catalogue as a file: the [`shipped`] one inside the binary, and any other that somebody names, whole or laid over the shipped
//! one.
//!
//! What must hold in it is [`super::catalogue_faults`]'s; how one is laid over another is `catalogue_layer`'s. A catalogue is never written to a file of its own: what is written here
//! travels inside a record.

use std::{
    path::Path,
    sync::{Arc, LazyLock},
};

use super::{
    Mistake, Problem, StoreError,
    catalogue_check::faults,
    catalogue_layer::laid,
    mistake::{MAX_PLACED, problem},
    outline::NodeKind,
    profile_file::{options, outline, pretty},
    read::{as_text, bytes},
    reason,
};
use crate::model::{CATALOGUE_SCHEMA, Catalogue};

const SHIPPED_TEXT: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/catalogue.ron"));

static SHIPPED: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    // It is part of the binary, and a test reads it with every check: a build that passes its tests cannot fail here, and a start
    // need not check again.
    Arc::new(options().from_str(SHIPPED_TEXT).unwrap_or_else(|error| panic!("assets/catalogue.ron: {error}")))
});

/// The catalogue that ships with the app.
pub fn shipped() -> &'static Catalogue {
    &SHIPPED
}

/// The same, for those who keep it.
pub fn shipped_shared() -> Arc<Catalogue> {
    SHIPPED.clone()
}

/// A catalogue that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedCatalogue {
    pub catalogue: Catalogue,
    /// The version that it was written over, where that is not the one that it now lies on.
    pub written_over: Option<String>,
}

/// Opens another catalogue.
///
/// # Errors
/// When it cannot be read, or its content is wrong. The error names the file.
pub fn open(path: &Path) -> Result<OpenedCatalogue, StoreError> {
    parse(&bytes(path)?).map_err(|error| error.named(&path.to_string_lossy()))
}

/// Reads a catalogue from a file's bytes: a whole one, or one that says what it is laid `over` and holds only what differs.
///
/// # Errors
/// When it is too large, not UTF-8, not RON, not a catalogue, from a newer version, or not safe to assess with.
pub fn parse(bytes: &[u8]) -> Result<OpenedCatalogue, StoreError> {
    read(as_text(bytes)?).map_err(Problem::unnamed)
}

/// A catalogue as text, one item a line.
pub fn write(catalogue: &Catalogue) -> String {
    format!("#![enable(implicit_some)]\n{}\n", pretty(catalogue))
}

fn read(source: &str) -> Result<OpenedCatalogue, Problem> {
    let outline = outline(source)?;
    let is_struct = outline.root().is_some_and(|root| root.kind == NodeKind::Struct);
    let schema = outline.find(&["schema".into()]).filter(|_| is_struct).map(|node| ron::from_str::<u64>(outline.source_of(node)));
    match schema {
        Some(Ok(found)) if found > u64::from(CATALOGUE_SCHEMA) => return Err(Problem::Newer { found, known: CATALOGUE_SCHEMA }),
        _ if is_struct && outline.find(&["over".into()]).is_some() => {
            let (catalogue, written_over) = laid(source, &outline, shipped())?;
            let written_over = Some(written_over).filter(|version| *version != shipped().version);
            return Ok(OpenedCatalogue { catalogue, written_over });
        }
        // A profile has a schema and a name too, but asks nothing.
        _ if is_struct && outline.find(&["interview".into()]).is_none() => return Err(Problem::NotACatalogue),
        _ => {}
    }
    let catalogue: Catalogue = options().from_str(source).map_err(|error| reason::problem(&error, source))?;
    let faults = faults(&catalogue);
    let mistakes = faults.iter().take(MAX_PLACED).map(|fault| {
        let place = outline.find_nearest(&fault.path).map(|node| node.place);
        Mistake { place, text: fault.wrong.sentence() }
    });
    match problem(&outline, mistakes.collect(), faults.len().saturating_sub(MAX_PLACED)) {
        Some(problem) => Err(problem),
        None => Ok(OpenedCatalogue { catalogue, written_over: None }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_catalogue_passes_every_check() {
        assert_eq!(&parse(SHIPPED_TEXT.as_bytes()).unwrap().catalogue, shipped());
        assert!(shipped().alternatives.len() > 1);
    }
}
