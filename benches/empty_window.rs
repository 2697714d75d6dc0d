//! An empty eframe window: what `benches/start.sh` measures Trilemma beside.

use eframe::{NativeOptions, egui};

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        eprintln!("frame {}", ui.ctx().cumulative_frame_nr());
    }
}

fn main() -> eframe::Result {
    let viewport = egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]);
    let options = NativeOptions { viewport, ..NativeOptions::default() };
    eframe::run_native("empty", options, Box::new(|_| Ok(Box::new(Empty))))
}
