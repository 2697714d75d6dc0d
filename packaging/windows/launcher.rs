//! The window on Windows without a console: starts `trilemma.exe` beside it with the same arguments, and is gone.
//!
//! `trilemma.exe` is a console program, because only then do shells wait for it, get its output and its exit code. Windows opens a
//! console for such a program before it runs, unless whoever starts it says otherwise. The start menu and the Explorer cannot say
//! so; this can. It is built with `--features launcher`.

#![cfg_attr(windows, windows_subsystem = "windows")]

use std::{
    env, io,
    process::{Command, ExitCode},
};

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn start() -> io::Result<()> {
    let program = env::current_exe()?.with_file_name(format!("trilemma{}", env::consts::EXE_SUFFIX));
    let mut command = Command::new(program);
    command.args(env::args_os().skip(1));
    #[cfg(windows)]
    {
        /// The new process has no console and gets none. From `winbase.h`.
        const DETACHED_PROCESS: u32 = 0x0000_0008;
        std::os::windows::process::CommandExt::creation_flags(&mut command, DETACHED_PROCESS);
    }
    command.spawn().map(drop)
}
