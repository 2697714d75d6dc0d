//! [`History`]: snapshots of a profile, one named step for each gesture.
//!
//! Profiles are small and shared, so a snapshot costs a pointer; nothing here knows how an edit is undone.

use std::{mem::discriminant, sync::Arc};

use crate::model::{Edit, Profile};

/// How many steps are kept; the oldest go first.
const MAX_STEPS: usize = 1_000;

/// A gesture that can be taken back, or done again.
#[derive(Debug, Clone)]
pub struct Step {
    /// The last edit of the gesture, which names the step.
    pub edit: Edit,
    /// The profile on the other side of the step.
    profile: Arc<Profile>,
}

#[derive(Debug, Clone, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// The profile before a gesture that is still going on.
    open: Option<Step>,
}

impl History {
    /// Notes an edit that is about to be made to `before`. An edit of another kind starts a new gesture.
    pub(super) fn record(&mut self, before: &Arc<Profile>, edit: &Edit) {
        if self.open.as_ref().is_some_and(|open| !is_same_gesture(&open.edit, edit)) {
            self.seal(before);
        }
        match &mut self.open {
            Some(open) => open.edit = edit.clone(),
            None => self.open = Some(Step { edit: edit.clone(), profile: before.clone() }),
        }
    }

    /// Ends the gesture that is going on, if it changed anything.
    pub(super) fn seal(&mut self, now: &Arc<Profile>) {
        if let Some(step) = self.open.take()
            && *step.profile != **now
        {
            self.redo.clear();
            self.undo.push(step);
            if self.undo.len() > MAX_STEPS {
                self.undo.remove(0);
            }
        }
    }

    pub(super) fn undo(&mut self, now: &Arc<Profile>) -> Option<Arc<Profile>> {
        let step = self.undo.pop()?;
        self.redo.push(Step { edit: step.edit, profile: now.clone() });
        Some(step.profile)
    }

    pub(super) fn redo(&mut self, now: &Arc<Profile>) -> Option<Arc<Profile>> {
        let step = self.redo.pop()?;
        self.undo.push(Step { edit: step.edit, profile: now.clone() });
        Some(step.profile)
    }

    /// The profile before the gesture that is going on, if `edit` would be part of it.
    pub fn before(&self, edit: &Edit) -> Option<&Profile> {
        self.open.as_ref().filter(|open| is_same_gesture(&open.edit, edit)).map(|open| &*open.profile)
    }

    /// A gesture that is still going on counts: undo seals it first.
    pub fn can_undo(&self) -> bool {
        self.open.is_some() || !self.undo.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        self.open.is_none() && !self.redo.is_empty()
    }

    /// Whether a gesture is still going on.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The step that would be undone.
    pub fn next_undo(&self) -> Option<&Edit> {
        self.open.as_ref().or(self.undo.last()).map(|step| &step.edit)
    }

    /// The step that would be done again.
    pub fn next_redo(&self) -> Option<&Edit> {
        if self.can_redo() { self.redo.last().map(|step| &step.edit) } else { None }
    }

    /// What can be undone, the latest last.
    pub fn undo_steps(&self) -> impl Iterator<Item = &Step> {
        self.undo.iter()
    }
}

/// Whether two edits belong to one gesture: the same thing, set again.
fn is_same_gesture(a: &Edit, b: &Edit) -> bool {
    match (a, b) {
        (Edit::Points(a), Edit::Points(b)) => a.keys().eq(b.keys()),
        (Edit::Fact { question: a, .. }, Edit::Fact { question: b, .. }) => a == b,
        (Edit::Rating { criterion: c, alternative: a, .. }, Edit::Rating { criterion: d, alternative: b, .. }) => (c, a) == (d, b),
        (Edit::Note { criterion: a, .. }, Edit::Note { criterion: b, .. }) => a == b,
        (Edit::Criterion { id: a, .. }, Edit::Criterion { id: b, .. })
        | (Edit::Alternative { id: a, .. }, Edit::Alternative { id: b, .. })
        | (Edit::Requirement { id: a, .. }, Edit::Requirement { id: b, .. }) => a == b,
        (Edit::Swing { criterion: a, .. }, Edit::Swing { criterion: b, .. }) => a == b,
        (Edit::Pair { level: l, one: a, other: b, .. }, Edit::Pair { level: m, one: c, other: d, .. }) => (l, a, b) == (m, c, d),
        (Edit::Rule { rule: a, .. }, Edit::Rule { rule: b, .. }) => a == b,
        (Edit::Voice { name: a, .. }, Edit::Voice { name: b, .. }) => a == b,
        (Edit::VoicePoints { name: a, points: p }, Edit::VoicePoints { name: b, points: q }) => a == b && p.keys().eq(q.keys()),
        _ => discriminant(a) == discriminant(b),
    }
}
