//! What stands below a command's help: a remark, and examples to copy.
//!
//! Commands are the same in every language; what they do is a text by id.

use crate::mcda::{
    group::MAX_VOICES,
    problem::{MAX_ALTERNATIVES, MAX_CRITERIA, MAX_LISTED},
    smaa::MAX_SAMPLES,
};

/// The whole program's usage; the second line stands below the first.
pub const USAGE: &str = "trilemma [FILE]...\n       trilemma [OPTIONS] <COMMAND>";

/// A command, and what it does if that needs saying.
type Example = (&'static str, String);

pub fn program() -> String {
    let examples = examples(&[
        ("trilemma", text!("cli-example-window")),
        ("trilemma project.ron", text!("cli-example-open")),
        ("trilemma assess public-api", text!("cli-example-assess")),
        ("trilemma assess profiles/", text!("cli-example-folder")),
        ("trilemma chart project.ron -o radar.svg", text!("cli-example-chart")),
        ("trilemma catalogue latency go", text!("cli-example-rating")),
    ]);
    format!("{examples}\n\n{}\n{}", text!("cli-remark-files"), text!("cli-remark-exit-codes"))
}

pub fn assess() -> String {
    let examples = bare(&[
        "trilemma assess public-api",
        "trilemma assess project.ron --explain full",
        "trilemma assess project.ron --format json",
        "trilemma assess profiles/ --format csv > verdicts.csv",
        "git show main:project.ron | trilemma assess -",
    ]);
    format!("{}\n\n{examples}", text!("cli-remark-rows"))
}

pub fn interview() -> String {
    let facts = r#"'{"workload": "cli_tool", "team": {"go": "strong"}}'"#;
    let examples = bare(&["trilemma interview facts.json -o project.ron", "trilemma interview facts.json | trilemma assess -"]);
    format!("{}\n\n{examples}\n  echo {facts} | trilemma interview - -o project.ron", text!("cli-remark-interview"))
}

pub fn chart() -> String {
    bare(&[
        "trilemma chart public-api -o radar.svg",
        "trilemma chart project.ron --kind contributions --theme print -o scores.pdf",
        "trilemma chart project.ron --kind waterfall --against rust -o why-not-rust.svg",
        "trilemma chart project.ron --axes criteria --size 1200x900 --scale 2 -o radar.png",
        "trilemma chart profiles/ --kind tornado --format png -o pictures",
    ])
}

pub fn check() -> String {
    let examples = bare(&["trilemma check project.ron", "trilemma check profiles/ --format json"]);
    format!("{}\n\n{examples}", text!("cli-remark-check"))
}

pub fn diff() -> String {
    let examples = bare(&["trilemma diff public-api edge-proxy", "git show main:project.ron | trilemma diff - project.ron --format json"]);
    format!("{}\n\n{examples}", text!("cli-remark-diff"))
}

pub fn record() -> String {
    let examples =
        bare(&["trilemma record project.ron -o docs/decisions/0007-language.md", "trilemma record project.ron -o decision.html"]);
    format!("{}\n\n{examples}", text!("cli-remark-record"))
}

pub fn verify() -> String {
    let examples = bare(&[
        "trilemma verify docs/decisions/0007-language.md",
        "trilemma verify project.ron --as-of 2028-01-01",
        "trilemma verify docs/decisions/ --format junit > verify.xml",
    ]);
    format!("{}\n\n{examples}", text!("cli-remark-verify"))
}

pub fn shipped_examples() -> String {
    bare(&["trilemma examples", "trilemma examples --format json"])
}

pub fn catalogue() -> String {
    examples(&[
        ("trilemma catalogue", text!("cli-example-criteria")),
        ("trilemma catalogue latency", text!("cli-example-criterion")),
        ("trilemma catalogue latency go", text!("cli-example-evidence")),
        ("trilemma catalogue latency go --as-of 2030-01-01", text!("cli-example-as-of")),
        ("trilemma catalogue claims", text!("cli-example-claims")),
        ("trilemma catalogue claims rust", text!("cli-example-claims-of")),
        ("trilemma catalogue diff house.ron", text!("cli-example-catalogue-diff")),
    ])
}

pub fn catalogue_diff() -> String {
    let examples = bare(&[
        "trilemma catalogue diff house.ron",
        "trilemma catalogue diff house-2.ron house-3.ron --profiles profiles/",
        "trilemma catalogue diff house.ron --format json",
    ]);
    format!("{}\n\n{examples}", text!("cli-remark-catalogue-diff"))
}

pub fn precedents() -> String {
    bare(&["trilemma precedents public-api", "trilemma precedents project.ron --all --format json"])
}

pub fn validate() -> String {
    let examples = bare(&["trilemma validate", "trilemma validate cases.json", "trilemma validate cases.json more.json --format json"]);
    format!("{}\n\n{examples}", text!("cli-remark-validate"))
}

pub fn solve() -> String {
    let problem = r#"'{"id": 1, "definition": "swing", "inputs": {"points": [100, 60, 40]}}'"#;
    let limits = text!(
        "cli-remark-solve-limits",
        alternatives = MAX_ALTERNATIVES.to_string(),
        criteria = MAX_CRITERIA.to_string(),
        voices = MAX_VOICES.to_string(),
        listed = MAX_LISTED.to_string(),
        samples = MAX_SAMPLES.to_string()
    );
    let remark = text!("cli-remark-solve");
    format!("{remark}\n\n{limits}\n\n{}\n  echo {problem} | trilemma solve -", bare(&["trilemma solve problem.json"]))
}

pub fn share() -> String {
    let examples = bare(&["trilemma share project.ron", "trilemma assess - < code.txt"]);
    format!("{}\n\n{examples}", text!("cli-remark-share"))
}

pub fn merge() -> String {
    let examples = bare(&[
        "trilemma merge ann.ron ben.ron -o team.ron",
        "git config merge.trilemma.driver 'trilemma merge --driver %O %A %B'",
        "echo '*.ron merge=trilemma' >> .gitattributes",
    ]);
    format!("{}\n\n{}\n\n{examples}", text!("cli-remark-merge"), text!("cli-remark-driver"))
}

pub fn completions() -> String {
    bare(&[
        "trilemma completions bash > ~/.local/share/bash-completion/completions/trilemma",
        "trilemma completions zsh > ~/.zfunc/_trilemma",
    ])
}

pub fn manual() -> String {
    bare(&["trilemma man | man -l -", "trilemma man assess > trilemma-assess.1"])
}

fn bare(commands: &[&'static str]) -> String {
    examples(&commands.iter().map(|command| (*command, String::new())).collect::<Vec<Example>>())
}

/// A heading and one command a line, what they do in a column of its own.
fn examples(examples: &[Example]) -> String {
    let wide = examples.iter().map(|(command, _)| command.len()).max().unwrap_or(0);
    let lines = examples.iter().map(|(command, what)| format!("  {command:wide$}  {what}").trim_end().to_owned());
    let lines: Vec<String> = std::iter::once(text!("cli-examples")).chain(lines).collect();
    lines.join("\n")
}
