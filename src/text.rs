//! Texts by id: [`text!`](crate::text!) looks one up in `assets/text/<language>/trilemma.ftl`.
//!
//! The id and its arguments are checked when compiling. Numbers are formatted by the caller, so that they read the same everywhere.

use std::sync::LazyLock;

use i18n_embed::{
    LanguageLoader as _,
    fluent::{FluentLanguageLoader, fluent_language_loader},
};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/text"]
struct Texts;

/// The loader behind [`text!`](crate::text!).
pub static LOADER: LazyLock<FluentLanguageLoader> = LazyLock::new(|| {
    let loader = fluent_language_loader!();
    // The fallback language is part of the binary: without it there is nothing to say at all.
    loader.load_fallback_language(&Texts).expect("the English texts are embedded and parse");
    // No invisible direction marks around arguments: texts go to files and terminals too.
    loader.set_use_isolating(false);
    loader
});

/// The text with this id: `text!("open-failed", file = name)`.
#[macro_export]
macro_rules! text {
    ($id:literal $(, $($arguments:tt)*)?) => {
        i18n_embed_fl::fl!($crate::text::LOADER, $id $(, $($arguments)*)?)
    };
}
