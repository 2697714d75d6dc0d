//! The parsed SVG that PNG and PDF are made from, with the bundled font and no other.

use std::sync::{Arc, LazyLock};

use resvg::usvg::{Options, Tree, fontdb::Database};

use super::{ExportError, Format, svg};
use crate::chart::{Scene, font, style::Theme};

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for data in [font::REGULAR, font::SEMI_BOLD] {
        fonts.load_font_data(data.to_vec());
    }
    // Whatever family is asked for, there is only one.
    fonts.set_sans_serif_family(font::FAMILY);
    fonts.set_serif_family(font::FAMILY);
    Arc::new(fonts)
});

pub(super) fn tree(scene: &Scene, theme: Theme, format: Format) -> Result<Tree, ExportError> {
    let options = Options { font_family: font::FAMILY.to_owned(), fontdb: Arc::clone(&FONTS), ..Options::default() };
    Tree::from_str(&svg(scene, theme), &options).map_err(|error| ExportError::Failed { format, reason: error.to_string() })
}
