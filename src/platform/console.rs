//! [`leave_console`]: on Windows, a console that was opened for this program alone goes away when its window comes.
//!
//! The program is a console program, because only then do shells and build jobs wait for it, get its output and its exit code.
//! The price is a console window when it is started with a double click, which this closes.

/// Closes the console if nobody but this program uses it. Does nothing on other systems.
pub fn leave_console() {
    #[cfg(windows)]
    windows::leave_own_console();
}

#[cfg(windows)]
#[allow(unsafe_code, reason = "the operating system is asked through its C interface, and this is the room for that")]
mod windows {
    #[link(name = "kernel32")]
    unsafe extern "system" {
        fn GetConsoleProcessList(processes: *mut u32, count: u32) -> u32;
        fn FreeConsole() -> i32;
    }

    pub fn leave_own_console() {
        let mut processes = [0_u32; 2];
        // SAFETY: the pointer and the length describe one array that lives as long as the call.
        let n_processes = unsafe { GetConsoleProcessList(processes.as_mut_ptr(), processes.len() as u32) };
        if n_processes == 1 {
            // SAFETY: it takes nothing and touches no memory of ours; the result says only that there was no console.
            unsafe { FreeConsole() };
        }
    }
}
