//! Facts as JSON: an object with the interview's questions, each an answer, `null`, or an object with one answer a part.
//!
//! Which questions and answers there are is the catalogue's; where a mistake stands in the text is told by `store`.

use std::{collections::BTreeMap, path::Path};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::{
    model::{Answer, Catalogue, Facts, Fault, Id, Profile, QuestionKind, Reference, near},
    store::{self, Located, Step, StoreError},
    wording,
};

/// Reads a JSON text as something, or says where it stops being that.
pub fn from_json<T: DeserializeOwned>(source: &str) -> Result<T, StoreError> {
    serde_json::from_str(source).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let reason = error.to_string();
        let place = format!(" at line {line} column {column}");
        let reason = store::shown(reason.strip_suffix(&place).unwrap_or(&reason));
        let said = match error.classify() {
            serde_json::error::Category::Eof => text!("store-ron-ends"),
            serde_json::error::Category::Data => text!("cli-json-data", reason = reason),
            _ => text!("cli-json-syntax", reason = reason),
        };
        store::unreadable(source, line, column, said)
    })
}

/// How messages call a file: standard input has no name of its own.
pub fn name_of(file: &Path) -> String {
    if file == Path::new("-") { "<stdin>".to_owned() } else { file.to_string_lossy().into_owned() }
}

/// Reads facts and notes what is wrong with them.
pub struct FactsReader<'c> {
    pub catalogue: &'c Catalogue,
    pub wrong: Vec<Located>,
}

impl<'c> FactsReader<'c> {
    pub fn new(catalogue: &'c Catalogue) -> Self {
        Self { catalogue, wrong: Vec::new() }
    }

    /// The facts of an object that stands at `path`. What is null is not known; what is wrong is noted and left out.
    pub fn facts(&mut self, object: &Map<String, Value>, path: &[Step]) -> Facts {
        let mut facts = Facts::default();
        for (question, value) in object {
            let path = [path, &[Step::from(question.as_str())]].concat();
            let answer = match value {
                Value::Null => self.not_known(question, &path),
                Value::String(_) | Value::Object(_) if self.is_of_another_form(question, value) => self.wrong_form(question, value, path),
                Value::String(answer) => self.checked(question, Answer::One(answer.clone()), &path),
                Value::Object(parts) => self.parts(question, parts, &path),
                // That there is no such question is told first.
                _ if self.catalogue.interview.question(question).is_none() => self.not_known(question, &path),
                _ => self.not_an_answer(path),
            };
            facts.0.extend(answer.map(|answer| (question.clone(), answer)));
        }
        facts
    }

    /// Whether a question that has one answer got parts, or one with parts a single answer. Nothing at all is not known in any form.
    fn is_of_another_form(&self, question: &str, value: &Value) -> bool {
        match (self.catalogue.interview.question(question).map(|question| &question.kind), value) {
            (Some(QuestionKind::Choice(_)), Value::Object(parts)) => parts.values().any(|part| !part.is_null()),
            (Some(QuestionKind::EachAlternative(_) | QuestionKind::Parts(_)), Value::String(_)) => true,
            _ => false,
        }
    }

    /// Says which form is due, with an answer that would be right, that which was given if there is such a one.
    fn wrong_form(&mut self, question: &str, value: &Value, path: Vec<Step>) -> Option<Answer> {
        let question = self.catalogue.interview.question(question)?;
        let parts: Vec<String> = match &question.kind {
            QuestionKind::Choice(_) => Vec::new(),
            QuestionKind::EachAlternative(_) => self.catalogue.alternatives.iter().map(|alternative| alternative.id.clone()).collect(),
            QuestionKind::Parts(parts) => parts.iter().map(|part| part.id.clone()).collect(),
        };
        let answers = question.answers(parts.first().map(String::as_str));
        let given = answers.iter().find(|answer| value.as_str() == Some(answer.id.as_str()));
        let answer = given.or(answers.first()).map_or("", |answer| answer.id.as_str());
        let text = match parts.first() {
            None => text!("cli-facts-one", example = format!("\"{answer}\"")),
            Some(part) => text!("cli-facts-each", parts = wording::list(&parts), example = format!("{{\"{part}\": \"{answer}\"}}")),
        };
        self.wrong.push(Located { path, is_key: false, text });
        None
    }

    fn parts(&mut self, question: &str, object: &Map<String, Value>, path: &[Step]) -> Option<Answer> {
        let mut parts = BTreeMap::new();
        for (part, value) in object {
            let path = [path, &[Step::from(part.as_str())]].concat();
            match value {
                Value::Null => {}
                Value::String(answer) => {
                    let one = Answer::Each([(part.clone(), answer.clone())].into());
                    if self.checked(question, one, &path).is_some() {
                        parts.insert(part.clone(), answer.clone());
                    }
                }
                _ => drop(self.not_an_answer(path)),
            }
        }
        if parts.is_empty() { self.not_known(question, path) } else { Some(Answer::Each(parts)) }
    }

    /// Nothing is known of a question, but it has to be one.
    fn not_known(&mut self, question: &str, path: &[Step]) -> Option<Answer> {
        self.checked(question, Answer::Each(BTreeMap::new()), path);
        None
    }

    fn not_an_answer(&mut self, path: Vec<Step>) -> Option<Answer> {
        self.wrong.push(Located { path, is_key: false, text: text!("store-ron-answer") });
        None
    }

    /// The answer if a profile with it alone would have no fault.
    fn checked(&mut self, question: &str, answer: Answer, path: &[Step]) -> Option<Answer> {
        let mut profile = Profile::new("x");
        let is_empty = matches!(&answer, Answer::Each(parts) if parts.is_empty());
        profile.facts.0.insert(question.to_owned(), answer.clone());
        let mut is_right = true;
        for fault in profile.faults(self.catalogue) {
            let Fault::Unknown { what, id, near } = fault else { continue };
            // An answer without parts has the wrong form for some questions, which matters to nobody.
            if is_empty && what == Reference::Answer {
                continue;
            }
            is_right = false;
            // The question itself is the first key of the path, a part the last; only an answer is a value.
            let path = if what == Reference::Question && id == question { question_path(path, question) } else { path.to_owned() };
            // One question with several parts is one mistake.
            let located = Located { path, is_key: what != Reference::Answer, text: store::unknown(what, &id, near.as_deref()) };
            if !self.wrong.contains(&located) {
                self.wrong.push(located);
            }
        }
        is_right.then_some(answer)
    }

    /// Notes that the id at `path` is no alternative, if it is none.
    pub fn alternative(&mut self, id: &Id, path: Vec<Step>) {
        if self.catalogue.alternative(id).is_none() {
            let near = near(id, self.catalogue.alternatives.iter().map(|alternative| alternative.id.as_str()));
            self.wrong.push(Located { path, is_key: false, text: store::unknown(Reference::Alternative, id, near) });
        }
    }
}

/// The path up to the question.
fn question_path(path: &[Step], question: &str) -> Vec<Step> {
    let end = path.iter().position(|step| *step == Step::from(question)).map_or(path.len(), |at| at + 1);
    path[..end].to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> (Facts, Vec<String>) {
        let object: Map<String, Value> = from_json(json).unwrap();
        let mut reader = FactsReader::new(store::shipped());
        let facts = reader.facts(&object, &[]);
        let error = store::located(json, &reader.wrong);
        (facts, error.map(|error| error.to_string().lines().map(str::to_owned).collect()).unwrap_or_default())
    }

    #[test]
    fn what_is_null_or_has_no_part_is_not_known() {
        let (facts, wrong) =
            read(r#"{"workload": "cli_tool", "latency": null, "team": {"go": "some", "rust": null}, "existing_code": {}}"#);
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(facts.0.keys().collect::<Vec<_>>(), ["team", "workload"]);
        assert_eq!((facts.part("team", "go"), facts.part("team", "rust")), (Some("some"), None));
    }

    #[test]
    fn what_nobody_knows_is_told_where_it_stands() {
        let json = "{\n \"workload\": \"cli_tol\",\n \"latncy\": null,\n \"team\": {\"gho\": \"some\"},\n \"memory\": 3,\n \"odd\": {\"a\": \"b\", \"c\": \"d\"}\n}";
        let (facts, wrong) = read(json);
        assert!(facts.is_empty());
        assert_eq!(wrong.len(), 6, "{wrong:?}");
        for (line, start) in wrong.iter().zip([
            "2:14: “cli_tol” is not an answer to this question. Did you mean “cli_tool”?",
            "3:2: There is no question “latncy”. Did you mean “latency”?",
            "4:11: There is no alternative “gho”. Did you mean “go”?",
            "5:12: An answer is",
            "6:2: There is no question “odd”.",
        ]) {
            assert!(line.starts_with(start), "{line}");
        }
    }

    #[test]
    fn what_has_another_form_is_told_with_the_right_one() {
        let json = "{\n \"team\": \"strong\",\n \"existing_code\": \"go\",\n \"workload\": {\"go\": \"cli_tool\"},\n \"bogus\": 5\n}";
        let (facts, wrong) = read(json);
        assert!(facts.is_empty());
        for words in [
            "2:10: This question has an answer for each of",
            "such as {\"python\": \"strong\"}.",
            "3:19: This question has an answer for each of language",
            "such as {\"language\": \"go\"}.",
            "4:14: This question has one answer, such as \"",
            "5:2: There is no question “bogus”.",
        ] {
            assert!(wrong.iter().any(|line| line.contains(words)), "“{words}” is missing in {wrong:?}");
        }
    }

    #[test]
    fn broken_json_is_told_where_it_breaks() {
        let message = |json: &str| from_json::<Map<String, Value>>(json).unwrap_err().to_string();
        assert!(message("{\"a\": \n tru}").starts_with("2:"), "{}", message("{\"a\": \n tru}"));
        assert!(message("{\"a\": 1").contains("ends here"));
        assert!(message("[]").starts_with("1:"));
    }
}
