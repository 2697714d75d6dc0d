//! When the program crashes: unsaved work is copied, a report is written on this computer, and it is said where.
//!
//! Nothing is sent anywhere, and the report holds nothing of any profile.

use std::{backtrace::Backtrace, panic::PanicHookInfo, path::PathBuf};

use crate::{session::Rescue, store};

/// Has every panic rescue and report, before the usual message.
pub fn install(rescue: Option<Rescue>, reports: PathBuf) {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        usual(panic);
        let path = store::write_report(&reports, &report(panic, &Backtrace::force_capture()));
        let rescued = rescue.as_ref().map_or(0, |rescue| rescue.save(path.as_deref().ok()));
        eprintln!("{}", text!("crash-rescued", count = rescued));
        match path {
            Ok(path) => eprintln!("{}", text!("crash-report", path = path.display().to_string())),
            Err(error) => eprintln!("{error}"),
        }
    }));
}

/// What helps to find the cause.
fn report(panic: &PanicHookInfo<'_>, backtrace: &Backtrace) -> String {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let thread = std::thread::current().name().unwrap_or_default().to_owned();
    format!(
        "Trilemma {}, {} {}\nthread {thread}, {place}\n{}\n\n{backtrace}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        panic.payload_as_str().unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        model::Profile,
        session::{Draft, Keeper},
        store::{Left, Origin, Recovery, shipped},
    };

    #[test]
    fn a_panic_saves_the_work_and_leaves_a_report_that_says_nothing_of_it() {
        let home = tempfile::tempdir().unwrap();
        let copies = home.path().join("recovery");
        let keeper = Keeper::start(Recovery::start(&copies).unwrap(), || {}).unwrap();
        let profile = Arc::new(Profile::new("In the middle of a gesture"));
        keeper.note(1, Draft { origin: Origin::New, seen: None, profile }, false);
        install(Some(keeper.rescue()), home.path().join("reports"));
        let crashed = std::thread::spawn(|| panic!("on purpose")).join();
        drop(std::panic::take_hook());
        assert!(crashed.is_err());
        drop(keeper);
        let left = Left::find(&copies, shipped());
        assert_eq!(left[0].copies[0].profile.name, "In the middle of a gesture");
        let report = std::fs::read_to_string(left[0].report.as_ref().unwrap()).unwrap();
        assert!(report.contains("on purpose") && report.contains("crash.rs:") && !report.contains("gesture"), "{report}");
    }
}
