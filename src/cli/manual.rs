//! `man`: the manual page of the program, or of one command, for `man` to show.
//!
//! Its words are those of the help.

use clap::CommandFactory as _;

use super::{
    arguments::{Arguments, Command, ManArguments},
    outcome::Failure,
};
use crate::{store, wording};

pub fn manual(arguments: &ManArguments) -> Result<String, Failure> {
    let mut program = Arguments::command();
    program.build();
    let page = match &arguments.command {
        None => program,
        Some(name) => {
            let Some(command) = program.find_subcommand(name) else {
                let known = wording::list(&Command::names());
                return Err(Failure::Usage(text!("cli-man-unknown", word = store::shown(name), known = known)));
            };
            command.clone()
        }
    };
    let source = format!("trilemma {}", env!("CARGO_PKG_VERSION"));
    let mut roff = Vec::new();
    // Writing to memory cannot fail.
    let _ = clap_mangen::Man::new(page).source(source).render(&mut roff);
    Ok(String::from_utf8_lossy(&roff).into_owned())
}
