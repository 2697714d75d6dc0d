//! [`Command`]: all that a user can ask for, in one list that feeds menus, palette, tooltips and shortcuts.
//!
//! What a command does is the window's to dispatch; which keys it has is the window's too.

/// Where a command stands in the menus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandGroup {
    File,
    Edit,
    View,
    Help,
}

impl CommandGroup {
    pub const ALL: [Self; 4] = [Self::File, Self::Edit, Self::View, Self::Help];

    pub fn name(self) -> String {
        match self {
            Self::File => text!("menu-file"),
            Self::Edit => text!("menu-edit"),
            Self::View => text!("menu-view"),
            Self::Help => text!("menu-help"),
        }
    }
}

/// One thing that a user can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    NewProfile,
    Open,
    Save,
    SaveAs,
    Duplicate,
    RestoreVersion,
    CopyShareCode,
    OpenShareCode,
    LibraryFolder,
    UseCatalogue,
    UseShippedCatalogue,
    ExportChart,
    CopyChart,
    ExportRecord,
    Quit,
    Undo,
    Redo,
    ResetPoints,
    Weigh,
    SealResult,
    RevealResult,
    GutCheck,
    EditContext,
    AddCriterion,
    AddRequirement,
    AddOutsideReason,
    AddVoice,
    RevealVoices,
    AdoptMean,
    Decide,
    Analyse,
    Record,
    Facts,
    Priorities,
    Ratings,
    Requirements,
    WhatFollows,
    Claims,
    Radar,
    Contributions,
    Account,
    WhyNot,
    Changes,
    Compare,
    Voices,
    ToggleTable,
    ToggleLibrary,
    SearchProfiles,
    NextZone,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ToggleMotion,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Palette,
    Keys,
    Licences,
    About,
}

impl Command {
    /// In the order of the menus.
    pub const ALL: [Self; 60] = [
        Self::NewProfile,
        Self::Open,
        Self::Save,
        Self::SaveAs,
        Self::Duplicate,
        Self::RestoreVersion,
        Self::CopyShareCode,
        Self::OpenShareCode,
        Self::LibraryFolder,
        Self::UseCatalogue,
        Self::UseShippedCatalogue,
        Self::ExportChart,
        Self::CopyChart,
        Self::ExportRecord,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::ResetPoints,
        Self::Weigh,
        Self::SealResult,
        Self::RevealResult,
        Self::GutCheck,
        Self::EditContext,
        Self::AddCriterion,
        Self::AddRequirement,
        Self::AddOutsideReason,
        Self::AddVoice,
        Self::RevealVoices,
        Self::AdoptMean,
        Self::Decide,
        Self::Analyse,
        Self::Record,
        Self::Facts,
        Self::Priorities,
        Self::Ratings,
        Self::Requirements,
        Self::WhatFollows,
        Self::Claims,
        Self::Radar,
        Self::Contributions,
        Self::Account,
        Self::WhyNot,
        Self::Changes,
        Self::Compare,
        Self::Voices,
        Self::ToggleTable,
        Self::ToggleLibrary,
        Self::SearchProfiles,
        Self::NextZone,
        Self::ThemeSystem,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ToggleMotion,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::Palette,
        Self::Keys,
        Self::Licences,
        Self::About,
    ];

    pub fn group(self) -> CommandGroup {
        match self {
            Self::NewProfile
            | Self::Open
            | Self::Save
            | Self::SaveAs
            | Self::Duplicate
            | Self::RestoreVersion
            | Self::CopyShareCode
            | Self::OpenShareCode
            | Self::LibraryFolder
            | Self::UseCatalogue
            | Self::UseShippedCatalogue
            | Self::ExportChart
            | Self::CopyChart
            | Self::ExportRecord
            | Self::Quit => CommandGroup::File,
            Self::Undo
            | Self::Redo
            | Self::ResetPoints
            | Self::Weigh
            | Self::SealResult
            | Self::RevealResult
            | Self::GutCheck
            | Self::EditContext
            | Self::AddCriterion
            | Self::AddRequirement
            | Self::AddOutsideReason
            | Self::AddVoice
            | Self::RevealVoices
            | Self::AdoptMean => CommandGroup::Edit,
            Self::Decide
            | Self::Analyse
            | Self::Record
            | Self::Facts
            | Self::Priorities
            | Self::Ratings
            | Self::Requirements
            | Self::WhatFollows
            | Self::Claims
            | Self::Radar
            | Self::Contributions
            | Self::Account
            | Self::WhyNot
            | Self::Changes
            | Self::Compare
            | Self::Voices
            | Self::ToggleTable
            | Self::ToggleLibrary
            | Self::SearchProfiles
            | Self::NextZone
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ToggleMotion
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset => CommandGroup::View,
            Self::Palette | Self::Keys | Self::Licences | Self::About => CommandGroup::Help,
        }
    }

    /// As on a menu entry.
    pub fn name(self) -> String {
        match self {
            Self::NewProfile => text!("command-new-profile"),
            Self::Open => text!("command-open"),
            Self::Save => text!("command-save"),
            Self::SaveAs => text!("command-save-as"),
            Self::Duplicate => text!("command-duplicate"),
            Self::RestoreVersion => text!("command-restore-version"),
            Self::CopyShareCode => text!("command-copy-share-code"),
            Self::OpenShareCode => text!("command-open-share-code"),
            Self::LibraryFolder => text!("command-library-folder"),
            Self::UseCatalogue => text!("command-use-catalogue"),
            Self::UseShippedCatalogue => text!("command-use-shipped-catalogue"),
            Self::ExportChart => text!("command-export-chart"),
            Self::CopyChart => text!("command-copy-chart"),
            Self::ExportRecord => text!("command-export-record"),
            Self::Quit => text!("command-quit"),
            Self::Undo => text!("command-undo"),
            Self::Redo => text!("command-redo"),
            Self::ResetPoints => text!("command-reset-points"),
            Self::Weigh => text!("command-weigh"),
            Self::SealResult => text!("command-seal-result"),
            Self::RevealResult => text!("command-reveal-result"),
            Self::GutCheck => text!("command-gut-check"),
            Self::EditContext => text!("command-edit-context"),
            Self::AddCriterion => text!("command-add-criterion"),
            Self::AddRequirement => text!("command-add-requirement"),
            Self::AddOutsideReason => text!("command-add-outside-reason"),
            Self::AddVoice => text!("command-add-voice"),
            Self::RevealVoices => text!("command-reveal-voices"),
            Self::AdoptMean => text!("command-adopt-mean"),
            Self::Decide => text!("command-decide"),
            Self::Analyse => text!("command-analyse"),
            Self::Record => text!("command-record"),
            Self::Facts => text!("command-facts"),
            Self::Priorities => text!("command-priorities"),
            Self::Ratings => text!("command-ratings"),
            Self::Requirements => text!("command-requirements"),
            Self::WhatFollows => text!("command-what-follows"),
            Self::Claims => text!("command-claims"),
            Self::Radar => text!("command-radar"),
            Self::Contributions => text!("command-contributions"),
            Self::Account => text!("command-account"),
            Self::WhyNot => text!("command-why-not"),
            Self::Changes => text!("command-changes"),
            Self::Compare => text!("command-compare"),
            Self::Voices => text!("command-voices"),
            Self::ToggleTable => text!("command-toggle-table"),
            Self::ToggleLibrary => text!("command-toggle-library"),
            Self::SearchProfiles => text!("command-search-profiles"),
            Self::NextZone => text!("command-next-zone"),
            Self::ThemeSystem => text!("command-theme-system"),
            Self::ThemeLight => text!("command-theme-light"),
            Self::ThemeDark => text!("command-theme-dark"),
            Self::ToggleMotion => text!("command-toggle-motion"),
            Self::ZoomIn => text!("command-zoom-in"),
            Self::ZoomOut => text!("command-zoom-out"),
            Self::ZoomReset => text!("command-zoom-reset"),
            Self::Palette => text!("command-palette"),
            Self::Keys => text!("command-keys"),
            Self::Licences => text!("command-licences"),
            Self::About => text!("command-about"),
        }
    }

    /// What it does, in one sentence.
    pub fn tooltip(self) -> String {
        match self {
            Self::NewProfile => text!("command-new-profile-tip"),
            Self::Open => text!("command-open-tip"),
            Self::Save => text!("command-save-tip"),
            Self::SaveAs => text!("command-save-as-tip"),
            Self::Duplicate => text!("command-duplicate-tip"),
            Self::RestoreVersion => text!("command-restore-version-tip"),
            Self::CopyShareCode => text!("command-copy-share-code-tip"),
            Self::OpenShareCode => text!("command-open-share-code-tip"),
            Self::LibraryFolder => text!("command-library-folder-tip"),
            Self::UseCatalogue => text!("command-use-catalogue-tip"),
            Self::UseShippedCatalogue => text!("command-use-shipped-catalogue-tip"),
            Self::ExportChart => text!("command-export-chart-tip"),
            Self::CopyChart => text!("command-copy-chart-tip"),
            Self::ExportRecord => text!("command-export-record-tip"),
            Self::Quit => text!("command-quit-tip"),
            Self::Undo => text!("command-undo-tip"),
            Self::Redo => text!("command-redo-tip"),
            Self::ResetPoints => text!("command-reset-points-tip"),
            Self::Weigh => text!("command-weigh-tip"),
            Self::SealResult => text!("command-seal-result-tip"),
            Self::RevealResult => text!("command-reveal-result-tip"),
            Self::GutCheck => text!("command-gut-check-tip"),
            Self::EditContext => text!("command-edit-context-tip"),
            Self::AddCriterion => text!("command-add-criterion-tip"),
            Self::AddRequirement => text!("command-add-requirement-tip"),
            Self::AddOutsideReason => text!("command-add-outside-reason-tip"),
            Self::AddVoice => text!("command-add-voice-tip"),
            Self::RevealVoices => text!("command-reveal-voices-tip"),
            Self::AdoptMean => text!("command-adopt-mean-tip"),
            Self::Decide => text!("command-decide-tip"),
            Self::Analyse => text!("command-analyse-tip"),
            Self::Record => text!("command-record-tip"),
            Self::Facts => text!("command-facts-tip"),
            Self::Priorities => text!("command-priorities-tip"),
            Self::Ratings => text!("command-ratings-tip"),
            Self::Requirements => text!("command-requirements-tip"),
            Self::WhatFollows => text!("command-what-follows-tip"),
            Self::Claims => text!("command-claims-tip"),
            Self::Radar => text!("command-radar-tip"),
            Self::Contributions => text!("command-contributions-tip"),
            Self::Account => text!("command-account-tip"),
            Self::WhyNot => text!("command-why-not-tip"),
            Self::Changes => text!("command-changes-tip"),
            Self::Compare => text!("command-compare-tip"),
            Self::Voices => text!("command-voices-tip"),
            Self::ToggleTable => text!("command-toggle-table-tip"),
            Self::ToggleLibrary => text!("command-toggle-library-tip"),
            Self::SearchProfiles => text!("command-search-profiles-tip"),
            Self::NextZone => text!("command-next-zone-tip"),
            Self::ThemeSystem => text!("command-theme-system-tip"),
            Self::ThemeLight => text!("command-theme-light-tip"),
            Self::ThemeDark => text!("command-theme-dark-tip"),
            Self::ToggleMotion => text!("command-toggle-motion-tip"),
            Self::ZoomIn => text!("command-zoom-in-tip"),
            Self::ZoomOut => text!("command-zoom-out-tip"),
            Self::ZoomReset => text!("command-zoom-reset-tip"),
            Self::Palette => text!("command-palette-tip"),
            Self::Keys => text!("command-keys-tip"),
            Self::Licences => text!("command-licences-tip"),
            Self::About => text!("command-about-tip"),
        }
    }
}
