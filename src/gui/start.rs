//! Opening the window: its size, its renderer, and what is said when there can be none.
//!
//! What happens without a window is `main`'s.

use std::{
    path::PathBuf,
    sync::{Arc, OnceLock, mpsc},
};

use eframe::{NativeOptions, Renderer};
use egui::{IconData, ViewportBuilder, vec2};

use super::{
    app::{App, load_settings},
    crash,
};
use crate::{
    platform,
    store::{self, APP_ID, Dirs, Instance, Settings},
};

/// The environment variable that forces a renderer, `glow` or `wgpu`.
pub const RENDERER_VARIABLE: &str = "TRILEMMA_RENDERER";

/// The environment variable that has every painted frame reported on standard error, for measuring: when the first one comes,
/// and that none comes while nothing happens.
pub const FRAMES_VARIABLE: &str = "TRILEMMA_FRAMES";

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct StartError(String);

/// Opens the window with these files and returns when it is closed; where one is open already, it gets the files, and this returns at
/// once.
///
/// # Errors
/// When there is no display, or nothing can draw on it.
pub fn run(files: Vec<PathBuf>) -> Result<(), StartError> {
    let dirs = Dirs::find();
    let listener = match dirs.as_ref().filter(|_| can_be_handed_over(&files)) {
        Some(dirs) => match store::claim(&dirs.data, &files.iter().map(absolute).collect::<Vec<_>>()) {
            Instance::Told => return Ok(()),
            Instance::First(listener) => Some(listener),
            Instance::Alone => None,
        },
        None => None,
    };
    let loaded = load_settings(dirs.as_ref());
    let size = loaded.settings.window.map_or(vec2(1280.0, 800.0), |[width, height]| vec2(width, height));
    let viewport = ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_icon(icon())
        .with_title("Trilemma")
        .with_inner_size(size)
        .with_min_inner_size([640.0, 480.0]);
    let mut options = NativeOptions { viewport, centered: true, ..NativeOptions::default() };
    if let Some(renderer) = renderer(&loaded.settings) {
        options.renderer = renderer;
    }
    let (sender, handed) = mpsc::channel();
    let shown: Arc<OnceLock<egui::Context>> = Arc::default();
    let hand_over = {
        let shown = Arc::clone(&shown);
        move |files| {
            // When the window is gone, nobody waits for files.
            let _ = sender.send(files);
            if let Some(ctx) = shown.get() {
                ctx.request_repaint();
            }
        }
    };
    platform::on_documents(hand_over.clone());
    let app = move |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, Box<dyn std::error::Error + Send + Sync>> {
        let reports = dirs.as_ref().map(Dirs::reports);
        let app = App::with_settings(&cc.egui_ctx, &files, dirs, loaded).with_handed(handed);
        if let Some(reports) = reports {
            crash::install(app.rescue(), reports);
        }
        let _ = shown.set(cc.egui_ctx.clone());
        if let Some(listener) = listener {
            listener.listen(hand_over);
        }
        if std::env::var_os(FRAMES_VARIABLE).is_some() { Ok(Box::new(Counted(app))) } else { Ok(Box::new(app)) }
    };
    eframe::run_native("Trilemma", options, Box::new(app)).map_err(|error| StartError(error.to_string()))
}

/// The window's icon, as pixels, because decoding a picture would cost time at every start. On macOS the bundle has it, in every
/// size.
fn icon() -> IconData {
    if cfg!(target_os = "macos") {
        return IconData::default();
    }
    let rgba = include_bytes!("../../assets/icon/window.rgba");
    let side = (rgba.len() / 4).isqrt() as u32;
    IconData { rgba: rgba.to_vec(), width: side, height: side }
}

/// Whether these files mean the same to another process: what comes over standard input does not.
fn can_be_handed_over(files: &[PathBuf]) -> bool {
    files.iter().all(|file| file.as_os_str() != "-")
}

/// A file as any process can find it; an example's id stays as it is.
fn absolute(file: &PathBuf) -> PathBuf {
    if file.exists() { std::path::absolute(file).unwrap_or_else(|_| file.clone()) } else { file.clone() }
}

/// A window that reports its frames.
struct Counted(App);

impl eframe::App for Counted {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.0.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.0.ui(ui, frame);
        eprintln!("frame {}", ui.ctx().cumulative_frame_nr());
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        self.0.clear_color(visuals)
    }

    fn persist_egui_memory(&self) -> bool {
        self.0.persist_egui_memory()
    }

    fn on_exit(&mut self, gl: Option<&eframe::glow::Context>) {
        self.0.on_exit(gl);
    }
}

/// The renderer that was asked for, by the environment before the settings, if this build has it.
fn renderer(settings: &Settings) -> Option<Renderer> {
    let asked = match std::env::var(RENDERER_VARIABLE).ok().as_deref() {
        Some("glow") => Some(store::Renderer::Glow),
        Some("wgpu") => Some(store::Renderer::Wgpu),
        _ => settings.renderer,
    };
    match asked? {
        store::Renderer::Glow => Some(Renderer::Glow),
        #[cfg(not(target_os = "linux"))]
        store::Renderer::Wgpu => Some(Renderer::Wgpu),
        #[cfg(target_os = "linux")]
        store::Renderer::Wgpu => None,
    }
}
