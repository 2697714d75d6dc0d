//! `verify`: whether recorded decisions still hold, for people, programs and build jobs.
//!
//! What has to hold is `assessment`'s; whether a record's text is what is computed is `export`'s.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{
    arguments::{VerifyArguments, VerifyFormat},
    batch,
    files::listed_to_verify,
    layout::Page,
    outcome::{Exit, Failure, Outcome, print_part},
    report::{self, Growing},
};
use crate::{
    assessment::{Assessment, Failing, Ground, Verification, assess, verify, verify_record},
    export::record::{differing_lines, record, stem},
    model::{Catalogue, Date},
    store::{self, Checkable, Enclosures, StoreError},
    wording,
};

/// So many lines of a record are named; when one number changes, many follow.
const MOST_LINES: usize = 8;

/// What came of one file.
#[derive(Debug, Serialize)]
struct Verified {
    file: String,
    holds: bool,
    failures: Vec<Value>,
    remarks: Vec<Value>,
}

/// A file that was verified, or why it could not be.
enum Checked {
    Verified(Verified),
    /// Nothing is recorded in a profile that nobody named by itself.
    Skipped,
    /// The result must not be told: the file's name.
    Sealed(String),
    Failed(PathBuf, StoreError),
}

pub fn verify_files(arguments: &VerifyArguments, catalogue: &Catalogue) -> Outcome {
    let as_of = arguments.as_of.unwrap_or_else(today);
    let named = listed_to_verify(&arguments.files);
    let mut outcome = Outcome { failures: named.failures, ..Outcome::default() };
    let mut array = Growing::default();
    let mut junit = Junit::default();
    let mut skipped: usize = 0;
    let is_found = |file: &PathBuf| !arguments.files.contains(file);
    batch::each(
        &named.files,
        |file| checked(file, is_found(file), arguments.reveal, catalogue, as_of),
        |checked| {
            let verified = match checked {
                Checked::Verified(found) => found,
                Checked::Skipped => {
                    skipped += 1;
                    return true;
                }
                Checked::Sealed(file) => {
                    outcome.failures.push(Failure::sealed(&file));
                    return true;
                }
                // A build job should hear of a broken file too.
                Checked::Failed(file, error) if error.is_content() => {
                    let failures = vec![json!({"kind": "unreadable", "sentence": error.to_string()})];
                    let file = store::shown(&file.to_string_lossy());
                    Verified { file, holds: false, failures, remarks: Vec::new() }
                }
                Checked::Failed(_, error) => {
                    outcome.failures.push(Failure::Store(error));
                    return true;
                }
            };
            outcome.is_not_so |= !verified.holds;
            match arguments.format {
                VerifyFormat::Table => print_part(&page(&verified)),
                VerifyFormat::Json if named.is_several => array.push(&report::json(&verified)),
                VerifyFormat::Json => print_part(&report::json(&verified)),
                VerifyFormat::Junit => {
                    junit.push(&verified);
                    true
                }
            }
        },
    );
    if skipped > 0 {
        outcome.remarks.push(text!("cli-verify-skipped", count = skipped));
    }
    outcome.is_not_so |= outcome.failures.iter().any(|failure| failure.exit() == Exit::NotSo);
    outcome.text = match arguments.format {
        VerifyFormat::Json if named.is_several => array.end(),
        VerifyFormat::Junit => junit.end(),
        VerifyFormat::Table | VerifyFormat::Json => String::new(),
    };
    outcome
}

#[expect(clippy::disallowed_methods, reason = "evidence expires with the days; --as-of says which day is meant")]
fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}

fn checked(file: &Path, is_found: bool, reveal: bool, catalogue: &Catalogue, as_of: Date) -> Checked {
    match store::open_checkable(file, catalogue) {
        Err(error) => Checked::Failed(file.to_owned(), error),
        Ok(Checkable::Profile(opened, source)) => {
            if opened.profile.sealed && !reveal {
                return Checked::Sealed(source.to_string());
            }
            let assessment = assess(catalogue, &opened.profile);
            let found = verify(catalogue, &opened.profile, &assessment, as_of);
            if is_found && found.failings.contains(&Failing::NothingRecorded) {
                return Checked::Skipped;
            }
            Checked::Verified(told(source.to_string(), &assessment, &found))
        }
        // A record tells its result to whoever reads it.
        Ok(Checkable::Record(enclosures, source)) => {
            // A batch has all cores already.
            let ground = Ground::new(&enclosures.catalogue, &enclosures.opened.profile, 1);
            let found = verify_record(&ground, catalogue, as_of);
            let mut told = told(source.to_string(), &ground.assessment, &found);
            told.failures.extend(text_failures(&ground, &enclosures, source.path()));
            told.holds = told.failures.is_empty();
            Checked::Verified(told)
        }
    }
}

fn told(file: String, assessment: &Assessment, found: &Verification) -> Verified {
    let failures = found.failings.iter().map(|failing| with_sentence(failing, wording::failing(assessment, failing)));
    let remarks = found.remarks.iter().map(|remark| with_sentence(remark, wording::remark(assessment, remark)));
    Verified { file, holds: found.holds(), failures: failures.collect(), remarks: remarks.collect() }
}

/// The fields of a value, with the sentence that people read.
fn with_sentence(value: &impl Serialize, sentence: String) -> Value {
    let mut fields = match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    };
    fields.insert("sentence".to_owned(), sentence.into());
    Value::Object(fields)
}

/// The lines of a record, and the pictures beside it, that say something else than what is computed.
fn text_failures(ground: &Ground, enclosures: &Enclosures, path: Option<&Path>) -> Vec<Value> {
    let written = record(ground, store::write(&ground.profile), store::write_catalogue(&ground.catalogue));
    let lines = differing_lines(&written, &enclosures.text, enclosures.is_html);
    let mut failures: Vec<Value> = lines
        .iter()
        .take(MOST_LINES)
        .map(|found| {
            let (line, reads, should) = (found.line.to_string(), found.reads.clone(), found.should.clone());
            let sentence = match (reads.is_empty(), should.is_empty()) {
                (true, _) => text!("verify-line-missing", line = line, should = should),
                (_, true) => text!("verify-line-extra", line = line, reads = reads),
                _ => text!("verify-line", line = line, reads = reads, should = should),
            };
            json!({"kind": "line", "line": found.line, "reads": found.reads, "should": found.should, "sentence": sentence})
        })
        .collect();
    let more = lines.len().saturating_sub(MOST_LINES);
    if more > 0 {
        failures.push(json!({"kind": "lines", "count": more, "sentence": text!("verify-more-lines", count = more)}));
    }
    if enclosures.is_html {
        return failures;
    }
    // A record alone can be verified: a picture that is not there says nothing wrong.
    let Some(path) = path else { return failures };
    for (name, picture) in written.pictures(&stem(&enclosures.text)) {
        let beside = path.with_file_name(name);
        if let Ok(found) = store::read_text(&beside)
            && found.replace("\r\n", "\n") != picture
        {
            let file = store::shown(&beside.to_string_lossy());
            failures.push(json!({"kind": "picture", "file": file, "sentence": text!("verify-picture", file = file)}));
        }
    }
    failures
}

fn sentence(value: &Value) -> String {
    value.get("sentence").and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn page(verified: &Verified) -> String {
    let Verified { file, holds, failures, remarks } = verified;
    let file = file.as_str();
    let mut page = Page::default();
    page.paragraph(&if *holds { text!("cli-verify-holds", file = file) } else { text!("cli-verify-fails", file = file) });
    failures.iter().for_each(|failure| page.item(&sentence(failure)));
    remarks.iter().for_each(|remark| page.below_item(&sentence(remark)));
    page.into_text()
}

/// One test case a file, as build servers read it. They want to know at the beginning how many there are, so the cases, a few hundred
/// bytes each, are kept until the end.
#[derive(Default)]
struct Junit {
    cases: String,
    n_cases: usize,
    n_failed: usize,
}

impl Junit {
    fn push(&mut self, verified: &Verified) {
        let escaped =
            |text: &str| crate::chart::plain(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        let Verified { file, holds, failures, remarks } = verified;
        self.n_cases += 1;
        self.n_failed += usize::from(!holds);
        self.cases.push_str(&format!("<testcase classname=\"trilemma.verify\" name=\"{}\">\n", escaped(file)));
        for failure in failures {
            let kind = failure.get("kind").and_then(Value::as_str).unwrap_or_default();
            self.cases.push_str(&format!("<failure type=\"{}\" message=\"{}\"/>\n", escaped(kind), escaped(&sentence(failure))));
        }
        for remark in remarks {
            self.cases.push_str(&format!("<system-out>{}</system-out>\n", escaped(&sentence(remark))));
        }
        self.cases.push_str("</testcase>\n");
    }

    fn end(self) -> String {
        let Self { cases, n_cases, n_failed } = self;
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n\
             <testsuite name=\"trilemma verify\" tests=\"{n_cases}\" failures=\"{n_failed}\">\n{cases}</testsuite>\n</testsuites>\n"
        )
    }
}
