//! A record as a PDF for paper: A4 pages, tagged for those who listen to it, with bookmarks and text that can be selected.
//!
//! Where everything stands is [`layout`]'s. No date and no random id is written, so that the same record gives the same bytes.

mod layout;

use krilla::{
    Document, SerializeSettings,
    action::{Action, LinkAction},
    annotation::{Annotation, LinkAnnotation, Target},
    color::rgb,
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect, Size, Transform},
    metadata::Metadata,
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, FillRule},
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind,
        TagTree,
    },
    text::{Font, GlyphId, KrillaGlyph},
};
use krilla_svg::{SurfaceExt as _, SvgSettings};

use self::layout::{FOOTER, HEIGHT, Kind, Layout, Mark, Piece, SMALL, WIDTH, layout};
use super::Record;
use crate::{
    chart::{
        font,
        scene::Weight,
        style::{Role, Theme},
    },
    export::{ExportError, Format, tree::tree},
};

const THEME: Theme = Theme::Print;
const LANGUAGE: &str = "en";

pub(super) fn pdf(record: &Record) -> Result<Vec<u8>, ExportError> {
    let failed = |reason: String| ExportError::Failed { format: Format::Pdf, reason };
    let laid = layout(record);
    let fonts = Fonts::new().ok_or_else(|| failed("font".to_owned()))?;
    let mut document = Document::new_with(SerializeSettings { enable_tagging: true, ..SerializeSettings::default() });
    // By piece: what was painted for it, and its boxes on the page.
    let mut painted: Vec<Vec<Identifier>> = vec![Vec::new(); laid.pieces.len()];
    let mut boxes: Vec<Option<BBox>> = vec![None; laid.pieces.len()];
    for page_at in 0..laid.n_pages() {
        let settings = PageSettings::from_wh(WIDTH as f32, HEIGHT as f32).ok_or_else(|| failed("page".to_owned()))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        let mut links = Vec::new();
        for placed in laid.placed.iter().filter(|placed| placed.page == page_at) {
            let tag = if placed.piece.is_some() {
                content_tag(&placed.mark)
            } else {
                ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout))
            };
            let id = surface.start_tagged(tag);
            paint(&mut surface, &fonts, &placed.mark)?;
            surface.end_tagged();
            let Some(piece) = placed.piece else { continue };
            painted[piece].push(id);
            let Some(rect) = bounds(&placed.mark) else { continue };
            boxes[piece] = Some(BBox::new(page_at, rect));
            if let Kind::Link { url, text } = &laid.pieces[piece].kind {
                links.push((piece, rect, url.clone(), text.clone()));
            }
        }
        footer(&mut surface, &fonts, record, page_at + 1, laid.n_pages());
        surface.finish();
        for (piece, rect, url, text) in links {
            let target = Target::Action(Action::Link(LinkAction::new(url)));
            painted[piece].push(page.add_tagged_annotation(Annotation::new_link(LinkAnnotation::new(rect, target), Some(text))));
        }
        page.finish();
    }
    document.set_tag_tree(tags(&laid.pieces, &painted, &boxes));
    document.set_outline(bookmarks(&laid));
    let mut metadata = Metadata::new().title(record.title.clone()).language(LANGUAGE.to_owned()).creator(text!("app-name"));
    if !record.decided_by.is_empty() {
        metadata = metadata.authors(record.decided_by.clone());
    }
    document.set_metadata(metadata.description(record.small_print.clone()));
    document.finish().map_err(|error| failed(format!("{error:?}")))
}

struct Fonts {
    regular: Font,
    semi_bold: Font,
}

impl Fonts {
    fn new() -> Option<Self> {
        let font = |data: &'static [u8]| Font::new(data.to_vec().into(), 0);
        Some(Self { regular: font(font::REGULAR)?, semi_bold: font(font::SEMI_BOLD)? })
    }

    fn of(&self, weight: Weight) -> Font {
        match weight {
            Weight::Regular => self.regular.clone(),
            Weight::SemiBold => self.semi_bold.clone(),
        }
    }
}

fn content_tag(mark: &Mark<'_>) -> ContentTag<'static> {
    match mark {
        Mark::Text { .. } => ContentTag::Span(SpanTag::empty()),
        Mark::Rule { .. } | Mark::Picture { .. } => ContentTag::Other,
    }
}

fn fill(role: Role) -> Fill {
    let color = THEME.color(role);
    Fill { paint: rgb::Color::new(color.0, color.1, color.2).into(), opacity: NormalizedF32::ONE, rule: FillRule::default() }
}

fn paint(surface: &mut Surface<'_>, fonts: &Fonts, mark: &Mark<'_>) -> Result<(), ExportError> {
    match mark {
        Mark::Text { x, y, text, size, weight, role } => write(surface, fonts, (*x, *y), text, *size, *weight, *role),
        Mark::Rule { x, y, width } => {
            if let Some(rect) = Rect::from_xywh(*x as f32, *y as f32, *width as f32, 0.5) {
                let mut path = PathBuilder::new();
                path.push_rect(rect);
                surface.set_fill(Some(fill(Role::Grid)));
                if let Some(path) = path.finish() {
                    surface.draw_path(&path);
                }
            }
        }
        Mark::Picture { x, y, width, height, scene } => {
            let tree = tree(scene, THEME, Format::Pdf)?;
            let size = Size::from_wh(*width as f32, *height as f32);
            surface.push_transform(&Transform::from_translate(*x as f32, *y as f32));
            if let Some(size) = size {
                let drawn = surface.draw_svg(&tree, size, SvgSettings::default());
                drawn.ok_or_else(|| ExportError::Failed { format: Format::Pdf, reason: scene.title.clone() })?;
            }
            surface.pop();
        }
    }
    Ok(())
}

fn write(surface: &mut Surface<'_>, fonts: &Fonts, at: (f64, f64), text: &str, size: f64, weight: Weight, role: Role) {
    let glyphs: Vec<KrillaGlyph> = font::glyphs(text, weight)
        .map(|glyph| KrillaGlyph::new(GlyphId::new(glyph.id.into()), glyph.advance as f32, 0.0, 0.0, 0.0, glyph.range, None))
        .collect();
    surface.set_fill(Some(fill(role)));
    surface.draw_glyphs(Point::from_xy(at.0 as f32, at.1 as f32), &glyphs, fonts.of(weight), text, size as f32, false);
}

/// The page's number, at the right; the title, at the left.
fn footer(surface: &mut Surface<'_>, fonts: &Fonts, record: &Record, page: usize, of: usize) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    let number = text!("record-page", page = page, of = of);
    let right = WIDTH - 58.0 - font::width(&number, SMALL, Weight::Regular);
    write(surface, fonts, (right, FOOTER), &number, SMALL, Weight::Regular, Role::Caption);
    let title = font::fit(&record.title, SMALL, Weight::Regular, right - 78.0);
    write(surface, fonts, (58.0, FOOTER), &title, SMALL, Weight::Regular, Role::Caption);
    surface.end_tagged();
}

fn bounds(mark: &Mark<'_>) -> Option<Rect> {
    let (x, y, width, height) = match mark {
        Mark::Text { x, y, text, size, weight, .. } => (*x, y - size, font::width(text, *size, *weight), size * 1.3),
        Mark::Rule { x, y, width } => (*x, *y, *width, 0.5),
        Mark::Picture { x, y, width, height, .. } => (*x, *y, *width, *height),
    };
    Rect::from_xywh(x as f32, y as f32, width as f32, height as f32)
}

/// The structure of the document, built from the last piece to the first: children stand behind their parents.
fn tags(pieces: &[Piece], painted: &[Vec<Identifier>], boxes: &[Option<BBox>]) -> TagTree {
    let mut children: Vec<Vec<(usize, TagGroup)>> = pieces.iter().map(|_| Vec::new()).collect();
    let mut roots = Vec::new();
    for (at, piece) in pieces.iter().enumerate().rev() {
        let mut group = TagGroup::new(tag(&piece.kind, boxes[at]));
        painted[at].iter().for_each(|id| group.push(*id));
        let mut own = std::mem::take(&mut children[at]);
        own.reverse();
        own.into_iter().for_each(|(_, child)| group.push(Node::from(child)));
        match piece.parent {
            Some(parent) => children[parent].push((at, group)),
            None => roots.push(group),
        }
    }
    let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    roots.into_iter().rev().for_each(|group| tree.push(group));
    tree
}

fn tag(kind: &Kind, bounds: Option<BBox>) -> TagKind {
    match kind {
        Kind::Heading { level, title } => {
            let level = std::num::NonZeroU16::new(u16::from(*level)).unwrap_or(std::num::NonZeroU16::MIN);
            Tag::Hn(level, Some(title.clone())).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::List => Tag::L(ListNumbering::Disc).into(),
        Kind::Item => Tag::LI.into(),
        Kind::Label => Tag::Lbl.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Table { caption } => Tag::Table.with_summary(Some(caption.clone())).into(),
        Kind::Row => Tag::TR.into(),
        Kind::ColumnHeading => Tag::TH(TableHeaderScope::Column).into(),
        Kind::RowHeading => Tag::TH(TableHeaderScope::Row).into(),
        Kind::Cell => Tag::TD.into(),
        Kind::Link { text, .. } => Tag::Link.with_alt_text(Some(text.clone())).into(),
        Kind::Figure { alternative } => Tag::Figure(Some(alternative.clone())).with_bbox(bounds).into(),
    }
}

fn bookmarks(laid: &Layout<'_>) -> Outline {
    let node = |bookmark: &layout::Bookmark| {
        OutlineNode::new(bookmark.title.clone(), XyzDestination::new(bookmark.page, Point::from_xy(0.0, bookmark.y as f32)))
    };
    let mut outline = Outline::new();
    let mut rest = laid.bookmarks.iter().peekable();
    while let Some(bookmark) = rest.next() {
        let mut parent = node(bookmark);
        while let Some(child) = rest.next_if(|next| next.level > bookmark.level) {
            parent.push_child(node(child));
        }
        outline.push_child(parent);
    }
    outline
}
