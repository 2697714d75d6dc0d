//! Arguments to a window or a command, and that to an exit code; nothing else.

use std::path::PathBuf;

use trilemma::{
    cli::{self, Exit, Next},
    gui, platform,
};

fn main() -> Exit {
    match cli::run(std::env::args_os()) {
        Next::Exit(exit) => exit,
        Next::Window(files) => window(files),
    }
}

fn window(files: Vec<PathBuf>) -> Exit {
    if !platform::has_display() {
        return cli::without_window(&files, None);
    }
    platform::leave_console();
    match gui::run(files.clone()) {
        Ok(()) => Exit::Done,
        Err(error) => cli::without_window(&files, Some(&error.to_string())),
    }
}
