//! [`Session`]: the open documents, without a window: apply, seal, undo, redo, and what is saved.
//!
//! No widget and no dialog lives here, and no file is opened here: the store reads and writes. What a document knows of its file is
//! what was seen there last.

mod back_test;
mod command;
mod history;
mod keeper;
mod worker;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

pub use back_test::{BackTest, TrackRecord, TrackRecordPart};
pub use command::{Command, CommandGroup};
pub use history::{History, Step};
pub use keeper::{Draft, Keeper, Rescue};
pub use worker::{Answer, Request, Revision, Worker};

use crate::{
    assessment::{Assessment, assess},
    model::{Catalogue, Edit, Fault, Id, Profile},
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

/// How a document's file was found when it was last looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnDisk {
    /// As it was read or written here, or there is none.
    #[default]
    AsSeen,
    /// Somebody else changed it, and there are changes here, too.
    Changed,
    /// Somebody else changed it, and it cannot be read as it is.
    Unreadable,
    /// It is not there any more.
    Gone,
}

/// A profile being worked on, with its history and what follows from it.
#[derive(Debug, Clone)]
pub struct Document {
    profile: Arc<Profile>,
    /// What stands in the file; `None` before the first save.
    saved: Option<Arc<Profile>>,
    /// The content of the file as it was last read or written; a save compares with it.
    seen: Option<Arc<[u8]>>,
    on_disk: OnDisk,
    /// Whether it comes from a newer version, so that saving would drop what nobody here understands.
    is_read_only: bool,
    /// Whether it was brought in from elsewhere, a recovery copy or a share code, so that it is work although nothing was changed yet.
    is_taken_over: bool,
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
        Self {
            profile,
            saved,
            seen: None,
            on_disk: OnDisk::default(),
            is_read_only: false,
            is_taken_over: false,
            source,
            losses,
            history: History::default(),
            revision: (number, 0),
            assessment,
        }
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
        self.on_disk == OnDisk::Gone || self.saved.as_ref().is_none_or(|saved| **saved != *self.profile)
    }

    /// Whether somebody would miss the document if it were closed now: it is unsaved, and more than an untouched new one.
    pub fn is_worth_keeping(&self) -> bool {
        self.is_unsaved() && !self.is_read_only && (self.source != Source::New || self.history.can_undo() || self.is_taken_over)
    }

    /// Whether it was only looked at.
    fn is_untouched(&self) -> bool {
        !(self.is_unsaved() || self.history.can_undo() || self.history.can_redo())
    }

    /// What stood in the file when it was last read or written here.
    pub fn saved(&self) -> Option<&Profile> {
        self.saved.as_deref()
    }

    /// The content of the file as it was last read or written here.
    pub fn seen(&self) -> Option<&Arc<[u8]>> {
        self.seen.as_ref()
    }

    pub fn on_disk(&self) -> OnDisk {
        self.on_disk
    }

    pub fn is_read_only(&self) -> bool {
        self.is_read_only
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
        if self.current().is_untouched() {
            *self.current_mut() = document;
        } else {
            self.documents.push(document);
            self.current = self.documents.len() - 1;
        }
    }

    /// Opens a profile from its file, whose content is `seen`.
    pub fn open_file(&mut self, profile: Profile, path: PathBuf, losses: Vec<Loss>, seen: Vec<u8>) {
        let source = Source::File(path);
        if self.find(&source).is_none() {
            self.open(profile, source, losses);
            self.current_mut().seen = Some(seen.into());
        } else {
            self.open(profile, source, losses);
        }
    }

    /// Opens a profile to be looked at only. A document of that file that is open stays what it is: there may be work in it.
    pub fn open_read_only(&mut self, profile: Profile, path: PathBuf, losses: Vec<Loss>) {
        let source = Source::File(path);
        let is_open = self.find(&source).is_some();
        self.open(profile, source, losses);
        if !is_open {
            self.current_mut().is_read_only = true;
        }
    }

    /// Opens unsaved work that was brought in from elsewhere. `base` is what stood in its file when the work began, with its content and
    /// what a save would drop from it.
    pub fn take_over(&mut self, profile: Profile, source: Source, base: Option<(Profile, Vec<Loss>, Vec<u8>)>) {
        self.seal();
        // One that was only looked at makes room; beside one that was worked on, this is a document of its own.
        let has_file = match self.find(&source) {
            Some(index) if self.documents[index].is_untouched() => {
                self.documents[index] = self.document(profile, source.clone(), Vec::new());
                self.current = index;
                matches!(source, Source::File(_))
            }
            Some(_) => {
                self.open(profile, Source::New, Vec::new());
                false
            }
            None => {
                self.open(profile, source.clone(), Vec::new());
                matches!(source, Source::File(_))
            }
        };
        let document = self.current_mut();
        document.is_taken_over = true;
        document.saved = None;
        if has_file {
            // Without a base nothing that stands in the file is known, so all of it is asked about before it is replaced.
            let (saved, losses, seen) =
                base.map_or((None, Vec::new(), Vec::new()), |(profile, losses, seen)| (Some(Arc::new(profile)), losses, seen));
            document.saved = saved;
            document.losses = losses;
            document.seen = Some(seen.into());
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

    /// Changes the profile and recomputes its assessment at once. What would make a file that cannot be read again is refused, and the
    /// fault is given.
    /// A document that can only be looked at stays as it is.
    pub fn apply(&mut self, edit: &Edit) -> Option<Fault> {
        if self.current().is_read_only {
            return None;
        }
        let catalogue = self.catalogue.clone();
        let document = self.current_mut();
        let mut profile = (*document.profile).clone();
        profile.apply(edit);
        if profile == *document.profile {
            return None;
        }
        if let Some(fault) = profile.faults(&catalogue).into_iter().next() {
            return Some(fault);
        }
        document.history.record(&document.profile, edit);
        document.set(&catalogue, Arc::new(profile));
        None
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

    /// Assesses everything with another catalogue from now on. Gives the name of a profile that speaks of what that one does not know,
    /// and then leaves all as it was.
    pub fn use_catalogue(&mut self, catalogue: Arc<Catalogue>) -> Option<String> {
        self.seal();
        if let Some(document) = self.documents.iter().find(|document| !document.profile.faults(&catalogue).is_empty()) {
            return Some(document.profile.name.clone());
        }
        for document in &mut self.documents {
            document.set(&catalogue, document.profile.clone());
        }
        self.catalogue = catalogue;
        None
    }

    /// Notes that the shown profile now stands in the file at `path`, as `text`.
    pub fn saved_as(&mut self, path: PathBuf, text: String) {
        self.seal();
        let document = self.current_mut();
        document.saved = Some(document.profile.clone());
        document.seen = Some(text.into_bytes().into());
        document.on_disk = OnDisk::AsSeen;
        document.is_taken_over = false;
        document.source = Source::File(path);
        document.losses.clear();
    }

    /// Notes how the file of a document was found.
    pub fn found(&mut self, index: usize, on_disk: OnDisk) {
        if let Some(document) = self.documents.get_mut(index) {
            document.on_disk = on_disk;
        }
    }

    /// Notes what stands in the file of a document now: what is unsaved is what differs from it.
    pub fn rebase(&mut self, index: usize, saved: Profile, losses: Vec<Loss>, seen: Vec<u8>) {
        if let Some(document) = self.documents.get_mut(index) {
            document.saved = Some(Arc::new(saved));
            document.seen = Some(seen.into());
            document.losses = losses;
            document.on_disk = OnDisk::AsSeen;
        }
    }

    /// Sets a whole profile in the place of a document's, as one step that can be undone.
    pub fn set_whole(&mut self, index: usize, profile: Profile) {
        let shown = self.current;
        self.show(index);
        self.apply(&Edit::Whole(Box::new(profile)));
        self.show(shown);
    }

    /// Notes that a file was renamed, and the profile in it with it; `seen` is what its content is then, if it is as it was seen.
    pub fn renamed(&mut self, from: &Path, to: PathBuf, name: &str, seen: Option<Vec<u8>>) {
        if let Some(index) = self.find(&Source::File(from.to_owned())) {
            let document = &mut self.documents[index];
            document.source = Source::File(to);
            document.seen = seen.map(Into::into).or(document.seen.take());
            if let Some(saved) = &mut document.saved {
                Arc::make_mut(saved).name = name.to_owned();
            }
        }
    }

    /// Notes that a file lies elsewhere now, with the same content.
    pub fn moved(&mut self, from: &Path, to: PathBuf) {
        if let Some(index) = self.find(&Source::File(from.to_owned())) {
            self.documents[index].source = Source::File(to);
        }
    }

    /// Notes that a document's file is gone: what is in hand is all there is.
    pub fn detached(&mut self, index: usize) {
        if let Some(document) = self.documents.get_mut(index) {
            document.source = Source::New;
            document.saved = None;
            document.seen = None;
            document.on_disk = OnDisk::AsSeen;
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
    fn what_could_not_be_opened_again_is_refused() {
        let mut session = Session::new(catalogue(), Profile::new("p"), Source::New, Vec::new());
        assert!(matches!(session.apply(&points(f64::NAN)), Some(Fault::NotFinite { .. })));
        assert!(matches!(session.apply(&Edit::Name(" ".into())), Some(Fault::Empty { .. })));
        assert!(session.apply(&Edit::Context("x".repeat(crate::model::MAX_TEXT + 1))).is_some());
        assert_eq!((session.current().profile().clone(), session.current().history().can_undo()), (Profile::new("p"), false));
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
        session.saved_as("p.ron".into(), String::new());
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
