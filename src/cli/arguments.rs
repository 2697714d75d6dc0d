//! The arguments: which commands there are and what each takes, with their help.
//!
//! What a command does is in its own file. Help is a text by id like any other; comments on fields are not shown to anybody.

use std::path::PathBuf;

use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum, builder::PossibleValue, value_parser};
use clap_complete::Shell;

use super::help;
use crate::{
    assessment::Depth,
    chart::{Axes, ChartKind, ChartOptions, Layout, style::Theme},
    export::Format,
    model::Date,
};

/// Help is no wider than this, however wide the terminal.
const HELP_WIDTH: usize = 100;

#[derive(Debug, Parser)]
#[command(
    name = "trilemma",
    version,
    about = text!("cli-about"),
    after_help = help::program(),
    override_usage = help::USAGE,
    subcommand_precedence_over_arg = true,
    max_term_width = HELP_WIDTH,
)]
pub struct Arguments {
    #[arg(value_name = "FILE", help = text!("cli-arg-open"))]
    pub files: Vec<PathBuf>,
    #[arg(long, global = true, value_name = "FILE", help = text!("cli-arg-catalogue"))]
    pub catalogue: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(about = text!("cli-assess-about"), after_help = help::assess())]
    Assess(AssessArguments),
    #[command(about = text!("cli-interview-about"), after_help = help::interview())]
    Interview(InterviewArguments),
    #[command(about = text!("cli-chart-about"), after_help = help::chart())]
    Chart(ChartArguments),
    #[command(about = text!("cli-check-about"), after_help = help::check())]
    Check(FilesArguments),
    #[command(about = text!("cli-diff-about"), after_help = help::diff())]
    Diff(DiffArguments),
    #[command(about = text!("cli-examples-about"), after_help = help::shipped_examples())]
    Examples(ExamplesArguments),
    #[command(about = text!("cli-catalogue-about"), after_help = help::catalogue())]
    Catalogue(CatalogueArguments),
    #[command(about = text!("cli-record-about"), after_help = help::record())]
    Record(RecordArguments),
    #[command(about = text!("cli-precedents-about"), after_help = help::precedents())]
    Precedents(PrecedentsArguments),
    #[command(about = text!("cli-validate-about"), after_help = help::validate())]
    Validate(ValidateArguments),
    #[command(about = text!("cli-solve-about"), after_help = help::solve())]
    Solve(SolveArguments),
    #[command(about = text!("cli-share-about"), after_help = help::share())]
    Share(ShareArguments),
    #[command(about = text!("cli-merge-about"), after_help = help::merge())]
    Merge(MergeArguments),
    #[command(about = text!("cli-verify-about"), after_help = help::verify())]
    Verify(VerifyArguments),
    #[command(about = text!("cli-completions-about"), after_help = help::completions())]
    Completions(CompletionsArguments),
    #[command(about = text!("cli-man-about"), after_help = help::manual())]
    Man(ManArguments),
}

impl Command {
    /// The names of all commands.
    pub fn names() -> Vec<String> {
        Arguments::command().get_subcommands().map(|command| command.get_name().to_owned()).collect()
    }
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ReportFormat {
    #[default]
    Table,
    Json,
    Csv,
}

/// How a report without a table of its own is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum PageFormat {
    #[default]
    Table,
    Json,
}

#[derive(Debug, Args)]
pub struct DiffArguments {
    #[arg(value_name = "A", help = text!("cli-arg-first"))]
    pub first: PathBuf,
    #[arg(value_name = "B", help = text!("cli-arg-second"))]
    pub second: PathBuf,
    #[arg(long, value_enum, default_value_t, help = text!("cli-arg-format"))]
    pub format: PageFormat,
    #[arg(long, help = text!("cli-arg-reveal"))]
    pub reveal: bool,
}

#[derive(Debug, Args)]
pub struct RecordArguments {
    #[arg(value_name = "FILE", help = text!("cli-arg-file"))]
    pub file: PathBuf,
    #[arg(short, long, value_name = "OUT", help = text!("cli-arg-record-output"))]
    pub output: PathBuf,
    #[arg(long, help = text!("cli-arg-reveal"))]
    pub reveal: bool,
}

/// How `verify` reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum VerifyFormat {
    #[default]
    Table,
    Json,
    Junit,
}

#[derive(Debug, Args)]
pub struct VerifyArguments {
    #[arg(value_name = "FILE", required = true, help = text!("cli-arg-verify"))]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "DATE", value_parser = day, help = text!("cli-arg-verify-as-of"))]
    pub as_of: Option<Date>,
    #[arg(long, value_enum, default_value_t, help = text!("cli-arg-format"))]
    pub format: VerifyFormat,
    #[arg(long, help = text!("cli-arg-reveal"))]
    pub reveal: bool,
}

#[derive(Debug, Args)]
pub struct FilesArguments {
    #[arg(value_name = "FILE", required = true, help = text!("cli-arg-files"))]
    pub files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t, help = text!("cli-arg-format"))]
    pub format: ReportFormat,
}

#[derive(Debug, Args)]
pub struct AssessArguments {
    #[command(flatten)]
    pub files: FilesArguments,
    #[arg(long, help = text!("cli-arg-robustness"))]
    pub robustness: bool,
    #[arg(long, value_enum, value_name = "DEPTH", help = text!("cli-arg-explain"))]
    pub explain: Option<Depth>,
    #[arg(long, help = text!("cli-arg-reveal"))]
    pub reveal: bool,
}

#[derive(Debug, Args)]
pub struct InterviewArguments {
    #[arg(value_name = "FACTS", help = text!("cli-arg-facts"))]
    pub file: PathBuf,
    #[arg(short, long, value_name = "PROFILE", help = text!("cli-arg-profile"))]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct ChartArguments {
    #[arg(value_name = "FILE", required = true, help = text!("cli-arg-files"))]
    pub files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t, help = text!("cli-arg-kind"))]
    pub kind: ChartKind,
    #[arg(short, long, value_name = "OUT", help = text!("cli-arg-output"))]
    pub output: PathBuf,
    #[arg(long, value_enum, help = text!("cli-arg-picture-format"))]
    pub format: Option<Format>,
    #[arg(long, value_name = "WxH", default_value = "800x600", value_parser = size, help = text!("cli-arg-size"))]
    pub size: Size,
    #[arg(long, value_enum, default_value_t, help = text!("cli-arg-theme"))]
    pub theme: Theme,
    #[arg(long, value_name = "1-4", default_value_t = 1, value_parser = value_parser!(u8).range(1..=4), help = text!("cli-arg-scale"))]
    pub scale: u8,
    #[arg(long, value_enum, default_value_t, help = text!("cli-arg-axes"))]
    pub axes: Axes,
    #[arg(long, value_enum, default_value_t, help = text!("cli-arg-layout"))]
    pub layout: Layout,
    #[arg(long, value_name = "GROUP", help = text!("cli-arg-about"))]
    pub about: Option<String>,
    #[arg(long, value_name = "LANGUAGE", help = text!("cli-arg-against"))]
    pub against: Option<String>,
    #[arg(long, help = text!("cli-arg-reveal"))]
    pub reveal: bool,
}

#[derive(Debug, Args)]
pub struct ExamplesArguments {
    #[arg(long, value_enum, default_value_t, help = text!("cli-arg-format"))]
    pub format: ReportFormat,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_precedence_over_arg = true)]
pub struct CatalogueArguments {
    #[command(subcommand)]
    pub command: Option<CatalogueCommand>,
    #[arg(value_name = "CRITERION", help = text!("cli-arg-criterion"))]
    pub criterion: Option<String>,
    #[arg(value_name = "ALTERNATIVE", help = text!("cli-arg-alternative"))]
    pub alternative: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day, help = text!("cli-arg-as-of"))]
    pub as_of: Option<Date>,
    #[arg(long, value_enum, default_value_t, help = text!("cli-arg-format"))]
    pub format: ReportFormat,
}

#[derive(Debug, Subcommand)]
pub enum CatalogueCommand {
    #[command(about = text!("cli-catalogue-diff-about"), after_help = help::catalogue_diff())]
    Diff(CatalogueDiffArguments),
}

#[derive(Debug, Args)]
pub struct CatalogueDiffArguments {
    #[arg(value_name = "A", help = text!("cli-arg-catalogue-first"))]
    pub first: PathBuf,
    #[arg(value_name = "B", help = text!("cli-arg-catalogue-second"))]
    pub second: Option<PathBuf>,
    #[arg(long, value_name = "FILE", num_args = 1.., help = text!("cli-arg-catalogue-profiles"))]
    pub profiles: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t, help = text!("cli-arg-format"))]
    pub format: PageFormat,
    #[arg(long, help = text!("cli-arg-reveal"))]
    pub reveal: bool,
}

#[derive(Debug, Args)]
pub struct PrecedentsArguments {
    #[command(flatten)]
    pub files: FilesArguments,
    #[arg(long, help = text!("cli-arg-all"))]
    pub all: bool,
}

#[derive(Debug, Args)]
pub struct ValidateArguments {
    #[arg(value_name = "CASES", help = text!("cli-arg-cases"))]
    pub files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t, help = text!("cli-arg-format"))]
    pub format: ReportFormat,
}

#[derive(Debug, Args)]
pub struct SolveArguments {
    #[arg(value_name = "PROBLEM", help = text!("cli-arg-problem"))]
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct ShareArguments {
    #[arg(value_name = "FILE", help = text!("cli-arg-file"))]
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct MergeArguments {
    #[arg(value_name = "FILE", required = true, help = text!("cli-arg-merge-files"))]
    pub files: Vec<PathBuf>,
    #[arg(short, long, value_name = "OUT", help = text!("cli-arg-merge-output"))]
    pub output: Option<PathBuf>,
    #[arg(long, conflicts_with = "output", help = text!("cli-arg-driver"))]
    pub driver: bool,
}

#[derive(Debug, Args)]
pub struct CompletionsArguments {
    #[arg(value_enum, value_name = "SHELL", help = text!("cli-arg-shell"))]
    pub shell: Shell,
}

#[derive(Debug, Args)]
pub struct ManArguments {
    #[arg(value_name = "COMMAND", help = text!("cli-arg-command"))]
    pub command: Option<String>,
}

/// Width and height of a picture in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    pub width: f64,
    pub height: f64,
}

/// Reads `800x600`.
fn size(given: &str) -> Result<Size, String> {
    let sides = ChartOptions::LEAST..=ChartOptions::MOST;
    let side = |text: &str| text.trim().parse::<f64>().ok().filter(|side| sides.contains(side));
    let (width, height) = given.split_once(['x', 'X', '×']).unwrap_or((given, ""));
    match (side(width), side(height)) {
        (Some(width), Some(height)) => Ok(Size { width, height }),
        _ => Err(text!("cli-size-wrong", least = ChartOptions::LEAST, most = ChartOptions::MOST)),
    }
}

/// Reads `2026-11-23`.
fn day(given: &str) -> Result<Date, String> {
    given.trim().parse().map_err(|_| text!("cli-day-wrong"))
}

impl ValueEnum for ChartKind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id()))
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.extension()))
    }
}

impl ValueEnum for Depth {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Sentence, Self::Paragraph, Self::Full]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Sentence => "sentence",
            Self::Paragraph => "paragraph",
            Self::Full => "full",
        }))
    }
}

impl ValueEnum for Theme {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }))
    }
}

impl ValueEnum for Axes {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Groups, Self::Criteria]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Groups => "groups",
            Self::Criteria => "criteria",
        }))
    }
}

impl ValueEnum for Layout {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Together, Self::SideBySide]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Together => "together",
            Self::SideBySide => "side-by-side",
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parser_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn days_are_read_and_odd_ones_refused() {
        assert_eq!(day("2026-11-23"), Ok(Date::constant(2026, 11, 23)));
        for odd in ["", "2026", "23.11.2026", "2026-13-01", "2026-02-30", "tomorrow"] {
            assert!(day(odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn sizes_are_read_and_odd_ones_refused() {
        assert_eq!(size("800x600"), Ok(Size { width: 800.0, height: 600.0 }));
        assert_eq!(size("1024 × 768"), Ok(Size { width: 1024.0, height: 768.0 }));
        for odd in ["", "800", "800x", "x600", "1x1", "nanxnan", "infx600", "-800x600", "1e9x600", "800x600x3"] {
            assert!(size(odd).is_err(), "{odd}");
        }
    }
}
