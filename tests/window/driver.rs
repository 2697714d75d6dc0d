//! A window without a screen.
use std::path::PathBuf;

use egui_kittest::{Harness, kittest::Queryable};
use trilemma::{gui::App, store::Dirs};

pub struct Window {
    pub harness: Harness<'static, App>,
    pub home: tempfile::TempDir,
}

impl Window {
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let dirs = Dirs { config: home.path().to_owned(), data: home.path().join("data"), library: home.path().join("profiles") };
        let files: Vec<PathBuf> = Vec::new();
        let harness = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(8).build_eframe(|cc| App::new(&cc.egui_ctx, &files, Some(dirs)));
        Self { harness, home }
    }
    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run();
    }
}
