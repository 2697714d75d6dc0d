//! PDF: one page as large as the picture, text that can be selected, and tags for those who listen to it.
//!
//! No date and no random id is written, so that the same picture gives the same bytes.

use krilla::{
    Document, SerializeSettings,
    geom::{Rect, Size},
    metadata::Metadata,
    page::PageSettings,
    tagging::{BBox, ContentTag, Tag, TagGroup, TagTree},
};
use krilla_svg::{SurfaceExt as _, SvgSettings};

use super::{ExportError, Format, tree::tree};
use crate::chart::{Scene, style::Theme};

/// The language of the texts.
const LANGUAGE: &str = "en";

/// A PDF file.
///
/// # Errors
///
/// What the library reports; none is known for a scene that a chart drew.
pub fn pdf(scene: &Scene, theme: Theme) -> Result<Vec<u8>, ExportError> {
    let failed = |reason: String| ExportError::Failed { format: Format::Pdf, reason };
    let tree = tree(scene, theme, Format::Pdf)?;
    let (width, height) = (scene.width as f32, scene.height as f32);
    let too_large = || ExportError::TooLarge { width: scene.width, height: scene.height };
    let size = Size::from_wh(width, height).ok_or_else(too_large)?;
    let page_settings = PageSettings::from_wh(width, height).ok_or_else(too_large)?;

    let mut document = Document::new_with(SerializeSettings { enable_tagging: true, ..SerializeSettings::default() });
    let mut page = document.start_page_with(page_settings);
    let mut surface = page.surface();
    let picture = surface.start_tagged(ContentTag::Other);
    surface.draw_svg(&tree, size, SvgSettings::default()).ok_or_else(|| failed(String::new()))?;
    surface.end_tagged();
    surface.finish();
    page.finish();

    let bounds = Rect::from_xywh(0.0, 0.0, width, height).map(|rect| BBox::new(0, rect));
    let mut figure = TagGroup::new(Tag::Figure(Some(scene.summary.clone())).with_bbox(bounds));
    figure.push(picture);
    let mut tags = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    tags.push(figure);
    document.set_tag_tree(tags);
    let metadata = Metadata::new().title(scene.title.clone()).description(scene.summary.clone()).language(LANGUAGE.to_owned());
    document.set_metadata(metadata.creator(text!("app-name")));
    document.finish().map_err(|error| failed(format!("{error:?}")))
}
