//! [`Session`]: the open documents, without a window: apply, seal, undo, redo, and what is saved.
//!
//! No widget and no dialog lives here, and no file is opened here: the store reads and writes.

mod back_test;
mod command;
mod history;
mod worker;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

pub use back_test::{BackTest, TrackRecord, TrackRecordPart};
pub use command::{Command, CommandGroup};
pub use history::{History, Step};
pub use worker::{Answer, Request, Revision, Worker};

use crate::{
    assessment::{Assessment, assess},
    model::{Catalogue, Edit, Id, Profile},
    store::Loss,
};

/// Where a document comes from, and where saving puts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Not saved anywhere yet.
    New,
    /// A shipped example, by id; saving makes a profile of one's own of it.
    Example(Id),
    File(PathBuf),
}

/// A profile being worked on, with its history and what follows from it.
#[derive(Debug, Clone)]
pub struct Document {
    profile: Arc<Profile>,
    /// What stands in the file; `None` before the first save.
    saved: Option<Arc<Profile>>,
    pub source: Source,
    /// What of the opened file a save would drop, until a save has dropped it.
    pub losses: Vec<Loss>,
    history: History,
    /// Which document of the session this is, and how often it was changed: names the assessment that belongs to the profile.
    revision: Revision,
    assessment: Arc<Assessment>,
}

impl Document {
    fn new(number: u64, catalogue: &Catalogue, profile: Profile, source: Source, losses: Vec<Loss>) -> Self {
        let profile = Arc::new(profile);
        let saved = (source != Source::New).then(|| profile.clone());
        let assessment = Arc::new(assess(catalogue, &profile));
        Self { profile, saved, source, losses, history: History::default(), revision: (number, 0), assessment }
    }

    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The same, to be kept while the document goes on changing.
    pub fn shared_profile(&self) -> Arc<Profile> {
        self.profile.clone()
    }

    pub fn assessment(&self) -> &Arc<Assessment> {
        &self.assessment
    }

    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// Whether something would be lost if the document were closed now.
    pub fn is_unsaved(&self) -> bool {
        self.saved.as_ref().is_none_or(|saved| **saved != *self.profile)
    }

    pub fn history(&self) -> &History {
        &self.history
    }

    fn set(&mut self, catalogue: &Catalogue, profile: Arc<Profile>) {
        self.profile = profile;
        self.revision.1 += 1;
        self.assessment = Arc::new(assess(catalogue, &self.profile));
    }
}

/// All open documents, one of which is shown.
#[derive(Debug)]
pub struct Session {
    catalogue: Arc<Catalogue>,
    documents: Vec<Document>,
    current: usize,
    /// How many documents were ever opened.
    n_opened: u64,
}

impl Session {
    /// A session that shows one document.
    pub fn new(catalogue: Arc<Catalogue>, profile: Profile, source: Source, losses: Vec<Loss>) -> Self {
        let first = Document::new(0, &catalogue, profile, source, losses);
        Self { catalogue, documents: vec![first], current: 0, n_opened: 1 }
    }

    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    pub fn current(&self) -> &Document {
        &self.documents[self.current]
    }

    pub fn current_index(&self) -> usize {
        self.current
    }

    fn current_mut(&mut self) -> &mut Document {
        &mut self.documents[self.current]
    }

    /// The document that was opened from `source`, if it is open.
    pub fn find(&self, source: &Source) -> Option<usize> {
        self.documents.iter().position(|document| document.source == *source && *source != Source::New)
    }

    pub fn show(&mut self, index: usize) {
        self.seal();
        self.current = index.min(self.documents.len() - 1);
    }

    /// Opens a profile, or shows it if it is open already. A document that was only looked at makes room for it.
    pub fn open(&mut self, profile: Profile, source: Source, losses: Vec<Loss>) {
        self.seal();
        if let Some(index) = self.find(&source) {
            self.current = index;
            return;
        }
        let document = self.document(profile, source, losses);
        let shown = self.current();
        if shown.is_unsaved() || shown.history.can_undo() || shown.history.can_redo() {
            self.documents.push(document);
            self.current = self.documents.len() - 1;
        } else {
            *self.current_mut() = document;
        }
    }

    /// Closes a document; the last one cannot be closed, only replaced.
    pub fn close(&mut self, index: usize) {
        if self.documents.len() > 1 && index < self.documents.len() {
            self.documents.remove(index);
            if self.current > index || self.current == self.documents.len() {
                self.current -= 1;
            }
        }
    }

    /// Puts another profile in a document's place.
    pub fn replace(&mut self, index: usize, profile: Profile, source: Source) {
        let new = self.document(profile, source, Vec::new());
        if let Some(document) = self.documents.get_mut(index) {
            *document = new;
        }
    }

    fn document(&mut self, profile: Profile, source: Source, losses: Vec<Loss>) -> Document {
        self.n_opened += 1;
        Document::new(self.n_opened, &self.catalogue, profile, source, losses)
    }

    /// Changes the profile and recomputes its assessment at once.
    pub fn apply(&mut self, edit: &Edit) {
        let catalogue = self.catalogue.clone();
        let document = self.current_mut();
        let mut profile = (*document.profile).clone();
        profile.apply(edit);
        if profile == *document.profile {
            return;
        }
        document.history.record(&document.profile, edit);
        document.set(&catalogue, Arc::new(profile));
    }

    /// Ends a gesture: what happened since the last seal becomes one undo step.
    pub fn seal(&mut self) {
        let document = self.current_mut();
        document.history.seal(&document.profile);
    }

    pub fn undo(&mut self) {
        self.seal();
        let catalogue = self.catalogue.clone();
        let document = self.current_mut();
        if let Some(profile) = document.history.undo(&document.profile) {
            document.set(&catalogue, profile);
        }
    }

    pub fn redo(&mut self) {
        self.seal();
        let catalogue = self.catalogue.clone();
        let document = self.current_mut();
        if let Some(profile) = document.history.redo(&document.profile) {
            document.set(&catalogue, profile);
        }
    }

    /// Notes that the shown profile now stands in the file at `path`.
    pub fn saved_as(&mut self, path: PathBuf) {
        self.seal();
        let document = self.current_mut();
        document.saved = Some(document.profile.clone());
        document.source = Source::File(path);
        document.losses.clear();
    }

    /// Notes that a file was renamed, and the profile in it with it.
    pub fn renamed(&mut self, from: &Path, to: PathBuf, name: &str) {
        if let Some(index) = self.find(&Source::File(from.to_owned())) {
            let document = &mut self.documents[index];
            document.source = Source::File(to);
            if let Some(saved) = &mut document.saved {
                Arc::make_mut(saved).name = name.to_owned();
            }
        }
    }

    /// Notes that a document's file is gone: what is in hand is all there is.
    pub fn detached(&mut self, index: usize) {
        if let Some(document) = self.documents.get_mut(index) {
            document.source = Source::New;
            document.saved = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn catalogue() -> Arc<Catalogue> {
        crate::store::shipped_shared()
    }

    fn points(value: f64) -> Edit {
        Edit::Points(BTreeMap::from([("latency".to_owned(), Some(value))]))
    }

    #[test]
    fn a_drag_is_one_step_and_undo_gives_the_first_profile_back() {
        let mut session = Session::new(catalogue(), Profile::new("p"), Source::New, Vec::new());
        let first = session.current().profile().clone();
        for value in [1.0, 2.0, 3.0] {
            session.apply(&points(value));
        }
        session.seal();
        session.apply(&Edit::Name("q".into()));
        session.seal();
        assert_eq!(session.current().history().undo_steps().count(), 2);
        session.undo();
        assert_eq!(session.current().profile().points["latency"], 3.0);
        session.undo();
        assert_eq!(*session.current().profile(), first);
        session.redo();
        session.redo();
        assert_eq!(session.current().profile().name, "q");
        assert!(!session.current().history().can_redo());
    }

    #[test]
    fn an_edit_that_changes_nothing_is_no_step() {
        let mut session = Session::new(catalogue(), Profile::new("p"), Source::New, Vec::new());
        session.apply(&Edit::Name("p".into()));
        session.seal();
        assert!(!session.current().history().can_undo());
        assert_eq!(session.current().revision().1, 0);
    }

    #[test]
    fn the_assessment_never_lags() {
        let mut session = Session::new(catalogue(), Profile::new("p"), Source::New, Vec::new());
        session.apply(&points(40.0));
        let document = session.current();
        assert_eq!(**document.assessment(), assess(&catalogue(), document.profile()));
    }

    #[test]
    fn a_document_is_unsaved_until_it_is_saved_and_again_after_an_edit() {
        let mut session = Session::new(catalogue(), Profile::new("p"), Source::New, Vec::new());
        assert!(session.current().is_unsaved());
        session.saved_as("p.ron".into());
        assert!(!session.current().is_unsaved());
        session.apply(&points(1.0));
        assert!(session.current().is_unsaved());
        session.undo();
        assert!(!session.current().is_unsaved());
    }

    #[test]
    fn looking_at_profiles_piles_up_no_documents_but_work_is_kept() {
        let mut session = Session::new(catalogue(), Profile::new("a"), Source::Example("a".into()), Vec::new());
        session.open(Profile::new("b"), Source::Example("b".into()), Vec::new());
        assert_eq!(session.documents().len(), 1);
        session.apply(&points(1.0));
        session.open(Profile::new("c"), Source::Example("c".into()), Vec::new());
        assert_eq!(session.documents().len(), 2);
        session.open(Profile::new("b"), Source::Example("b".into()), Vec::new());
        assert_eq!(session.current().profile().points["latency"], 1.0);
    }
}
