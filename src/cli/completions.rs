//! `completions`: a script that teaches a shell the commands and options.
//!
//! What they are is [`super::arguments`]'.

use clap::CommandFactory as _;

use super::arguments::{Arguments, CompletionsArguments};

pub fn completions(arguments: &CompletionsArguments) -> String {
    let mut command = Arguments::command();
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "trilemma", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
