//! Every size and format of the icon, from its two drawings: `cargo run --example icon` writes them, `-- --check` compares.
//!
//! The drawings are `assets/icon/trilemma.svg` and, for at most 32 pixels, `trilemma-small.svg`. They are drawn by the program's own
//! renderer, so the same drawing gives the same bytes on every system.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

/// The sides in pixels that Linux desktops look for.
const PNG: [u32; 8] = [16, 24, 32, 48, 64, 128, 256, 512];
/// The sides that Windows looks for; up to [`BITMAP`] as bitmaps, because old readers know nothing else.
const ICO: [u32; 6] = [16, 24, 32, 48, 64, 256];
const BITMAP: u32 = 64;
/// The kinds of picture that macOS looks for, and their sides. Those for 16 and 32 points at single density are left out: as PNG
/// they are shown wrongly on some versions, and the others stand in.
const ICNS: [(&[u8; 4], u32); 8] =
    [(b"ic11", 32), (b"ic12", 64), (b"ic07", 128), (b"ic13", 256), (b"ic08", 256), (b"ic14", 512), (b"ic09", 512), (b"ic10", 1024)];
/// The side of the picture that the window brings along.
const WINDOW: u32 = 128;
/// Up to this side the small drawing is used.
const SMALL: u32 = 32;

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/icon");
    let is_check = std::env::args().any(|argument| argument == "--check");
    match files(&folder).and_then(|files| if is_check { check(&files) } else { write(&files) }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(files: &[(PathBuf, Vec<u8>)]) -> io::Result<()> {
    files.iter().try_for_each(|(path, bytes)| fs::write(path, bytes))
}

fn check(files: &[(PathBuf, Vec<u8>)]) -> io::Result<()> {
    for (path, bytes) in files {
        if fs::read(path)? != *bytes {
            return Err(io::Error::other(format!("{} is not current: cargo run --example icon", path.display())));
        }
    }
    Ok(())
}

/// All files with their contents.
pub fn files(folder: &Path) -> io::Result<Vec<(PathBuf, Vec<u8>)>> {
    let drawing =
        |name: &str| -> io::Result<Tree> { Tree::from_data(&fs::read(folder.join(name))?, &Options::default()).map_err(io::Error::other) };
    let (large, small) = (drawing("trilemma.svg")?, drawing("trilemma-small.svg")?);
    let picture = |side: u32| -> io::Result<Pixmap> {
        let tree = if side <= SMALL { &small } else { &large };
        let mut picture = Pixmap::new(side, side).ok_or_else(|| io::Error::other("no picture without pixels"))?;
        let scale = side as f32 / tree.size().width();
        resvg::render(tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
        Ok(picture)
    };
    let png = |side: u32| picture(side)?.encode_png().map_err(io::Error::other);
    let mut files = Vec::new();
    for side in PNG {
        files.push((folder.join(format!("{side}.png")), png(side)?));
    }
    let mut pictures = Vec::new();
    for side in ICO {
        pictures.push((side, if side <= BITMAP { bitmap(&picture(side)?) } else { png(side)? }));
    }
    files.push((folder.join("trilemma.ico"), ico(&pictures)));
    let mut chunks = Vec::new();
    for (kind, side) in ICNS {
        chunks.push((kind, png(side)?));
    }
    files.push((folder.join("trilemma.icns"), icns(&chunks)));
    files.push((folder.join("window.rgba"), rgba(&picture(WINDOW)?)));
    Ok(files)
}

/// Red, green, blue and opacity of every pixel, row by row, not multiplied.
fn rgba(picture: &Pixmap) -> Vec<u8> {
    let pixels = picture.pixels().iter().map(|pixel| pixel.demultiply());
    pixels.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]).collect()
}

/// A picture as Windows keeps it in memory: a header, the rows from the bottom up in blue, green, red and opacity, and a mask that
/// nothing needs any more.
fn bitmap(picture: &Pixmap) -> Vec<u8> {
    let side = picture.width();
    let mask_row = side.div_ceil(32) * 4;
    let mut bytes = Vec::new();
    for field in [40, side, side * 2] {
        bytes.extend(field.to_le_bytes());
    }
    bytes.extend(1_u16.to_le_bytes());
    bytes.extend(32_u16.to_le_bytes());
    for field in [0, side * side * 4 + mask_row * side, 0, 0, 0, 0] {
        bytes.extend(field.to_le_bytes());
    }
    let pixels = rgba(picture);
    for row in pixels.chunks(side as usize * 4).rev() {
        bytes.extend(row.chunks(4).flat_map(|pixel| [pixel[2], pixel[1], pixel[0], pixel[3]]));
    }
    bytes.extend(vec![0; (mask_row * side) as usize]);
    bytes
}

/// A file of pictures for Windows.
fn ico(pictures: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for field in [0, 1, pictures.len() as u16] {
        bytes.extend(field.to_le_bytes());
    }
    let mut start = 6 + 16 * pictures.len() as u32;
    for (side, picture) in pictures {
        // A side of 256 is written as 0.
        let side = u8::try_from(*side).unwrap_or(0);
        bytes.extend([side, side, 0, 0]);
        bytes.extend(1_u16.to_le_bytes());
        bytes.extend(32_u16.to_le_bytes());
        bytes.extend((picture.len() as u32).to_le_bytes());
        bytes.extend(start.to_le_bytes());
        start += picture.len() as u32;
    }
    bytes.extend(pictures.iter().flat_map(|(_, picture)| picture.iter().copied()));
    bytes
}

/// A file of pictures for macOS.
fn icns(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (kind, picture) in chunks {
        bytes.extend(*kind);
        bytes.extend((picture.len() as u32 + 8).to_be_bytes());
        bytes.extend(picture);
    }
    let mut file = b"icns".to_vec();
    file.extend((bytes.len() as u32 + 8).to_be_bytes());
    file.extend(bytes);
    file
}
