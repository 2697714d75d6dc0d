//! Which keys a command has: one list, read by menus, palette, the page of keys and the keyboard itself.
//!
//! Keys with more modifiers are tried first, and none acts while a text is being typed unless it is safe there.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use crate::session::Command;

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// The keys of a command; the first is shown in menus.
pub fn of(command: Command) -> &'static [KeyboardShortcut] {
    const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
        KeyboardShortcut::new(modifiers, key)
    }
    const NEW: &[KeyboardShortcut] = &[key(CTRL, Key::N)];
    const OPEN: &[KeyboardShortcut] = &[key(CTRL, Key::O)];
    const SAVE: &[KeyboardShortcut] = &[key(CTRL, Key::S)];
    const SAVE_AS: &[KeyboardShortcut] = &[key(CTRL_SHIFT, Key::S)];
    const DUPLICATE: &[KeyboardShortcut] = &[key(CTRL, Key::D)];
    const EXPORT: &[KeyboardShortcut] = &[key(CTRL, Key::E)];
    const COPY_CHART: &[KeyboardShortcut] = &[key(CTRL_SHIFT, Key::C)];
    const QUIT: &[KeyboardShortcut] = &[key(CTRL, Key::Q)];
    const UNDO: &[KeyboardShortcut] = &[key(CTRL, Key::Z)];
    const REDO: &[KeyboardShortcut] = &[key(CTRL_SHIFT, Key::Z), key(CTRL, Key::Y)];
    const CONTEXT: &[KeyboardShortcut] = &[key(Modifiers::NONE, Key::F2)];
    const DECIDE: &[KeyboardShortcut] = &[key(CTRL, Key::Num1)];
    const ANALYSE: &[KeyboardShortcut] = &[key(CTRL, Key::Num2)];
    const RECORD: &[KeyboardShortcut] = &[key(CTRL, Key::Num3)];
    const EXPORT_RECORD: &[KeyboardShortcut] = &[key(CTRL_SHIFT, Key::E)];
    const TABLE: &[KeyboardShortcut] = &[key(CTRL, Key::T)];
    const LIBRARY: &[KeyboardShortcut] = &[key(CTRL, Key::B)];
    const SEARCH: &[KeyboardShortcut] = &[key(CTRL, Key::F)];
    const ZONE: &[KeyboardShortcut] = &[key(Modifiers::NONE, Key::F6)];
    const ZOOM_IN: &[KeyboardShortcut] = &[key(CTRL, Key::Plus), key(CTRL, Key::Equals)];
    const ZOOM_OUT: &[KeyboardShortcut] = &[key(CTRL, Key::Minus)];
    const ZOOM_RESET: &[KeyboardShortcut] = &[key(CTRL, Key::Num0)];
    const PALETTE: &[KeyboardShortcut] = &[key(CTRL, Key::K)];
    const KEYS: &[KeyboardShortcut] =
        &[key(Modifiers::NONE, Key::Questionmark), key(Modifiers::SHIFT, Key::Questionmark), key(Modifiers::NONE, Key::F1)];
    match command {
        Command::NewProfile => NEW,
        Command::Open => OPEN,
        Command::Save => SAVE,
        Command::SaveAs => SAVE_AS,
        Command::Duplicate => DUPLICATE,
        Command::ExportChart => EXPORT,
        Command::CopyChart => COPY_CHART,
        Command::Quit => QUIT,
        Command::Undo => UNDO,
        Command::Redo => REDO,
        Command::EditContext => CONTEXT,
        Command::Decide => DECIDE,
        Command::Analyse => ANALYSE,
        Command::Record => RECORD,
        Command::ExportRecord => EXPORT_RECORD,
        Command::ToggleTable => TABLE,
        Command::ToggleLibrary => LIBRARY,
        Command::SearchProfiles => SEARCH,
        Command::NextZone => ZONE,
        Command::ZoomIn => ZOOM_IN,
        Command::ZoomOut => ZOOM_OUT,
        Command::ZoomReset => ZOOM_RESET,
        Command::Palette => PALETTE,
        Command::Keys => KEYS,
        Command::RestoreVersion
        | Command::CopyShareCode
        | Command::OpenShareCode
        | Command::LibraryFolder
        | Command::UseCatalogue
        | Command::UseShippedCatalogue
        | Command::ResetPoints
        | Command::Weigh
        | Command::SealResult
        | Command::RevealResult
        | Command::GutCheck
        | Command::AddCriterion
        | Command::AddRequirement
        | Command::AddOutsideReason
        | Command::Facts
        | Command::Priorities
        | Command::Ratings
        | Command::Requirements
        | Command::WhatFollows
        | Command::Claims
        | Command::Radar
        | Command::Contributions
        | Command::Account
        | Command::WhyNot
        | Command::Changes
        | Command::Compare
        | Command::Voices
        | Command::AddVoice
        | Command::RevealVoices
        | Command::AdoptMean
        | Command::ThemeSystem
        | Command::ThemeLight
        | Command::ThemeDark
        | Command::ToggleMotion
        | Command::Licences
        | Command::About => &[],
    }
}

/// The keys of a command as text, empty if it has none.
pub fn label(ctx: &Context, command: Command) -> String {
    of(command).first().map(|shortcut| ctx.format_shortcut(shortcut)).unwrap_or_default()
}

/// Whether a menu draws a line before this command.
pub fn starts_section(command: Command) -> bool {
    matches!(
        command,
        Command::Save
            | Command::RestoreVersion
            | Command::UseCatalogue
            | Command::ExportChart
            | Command::Quit
            | Command::ResetPoints
            | Command::EditContext
            | Command::Facts
            | Command::Radar
            | Command::ToggleLibrary
            | Command::ThemeSystem
            | Command::ZoomIn
            | Command::Licences
    )
}

/// The commands whose keys were pressed, each key consumed once. Text that is being typed keeps its own undo and its plain keys.
pub fn pressed(ctx: &Context) -> impl Iterator<Item = Command> {
    let is_typing = ctx.text_edit_focused();
    let mut keys: Vec<(KeyboardShortcut, Command)> =
        Command::ALL.iter().flat_map(|command| of(*command).iter().map(|shortcut| (*shortcut, *command))).collect();
    keys.sort_by_key(|(shortcut, _)| std::cmp::Reverse(n_modifiers(shortcut.modifiers)));
    let found: Vec<Command> = ctx.input_mut(|input| {
        let mut found = Vec::new();
        for (shortcut, command) in keys {
            let is_plain = n_modifiers(shortcut.modifiers) == 0 && !matches!(shortcut.logical_key, Key::F1 | Key::F2 | Key::F6);
            let is_text_key = is_plain || shortcut.modifiers == Modifiers::SHIFT || matches!(command, Command::Undo | Command::Redo);
            if !(is_typing && is_text_key) && input.consume_shortcut(&shortcut) {
                found.push(command);
            }
        }
        found
    });
    found.into_iter()
}

fn n_modifiers(modifiers: Modifiers) -> usize {
    usize::from(modifiers.shift) + usize::from(modifiers.alt) + usize::from(modifiers.command || modifiers.ctrl)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut seen = Vec::new();
        for command in Command::ALL {
            for shortcut in of(command) {
                assert!(!seen.contains(shortcut), "{shortcut:?} has two meanings");
                seen.push(*shortcut);
            }
        }
    }
}
