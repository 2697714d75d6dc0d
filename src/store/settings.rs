//! [`Settings`]: how this user likes the app, kept from one start to the next.
//!
//! Nothing that belongs to a document. A setting that cannot be read becomes its default and a warning, never a failure.

use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    Place, Problem, StoreError, atomic,
    outline::{NodeKind, Step},
    profile_file::options,
    read, reason,
    shown::shown,
};

/// So many recent files are remembered.
pub const MAX_RECENT: usize = 10;

/// The first line of the file.
const HEADER: &str = "// Trilemma settings";

/// The zoom levels in which the window is usable.
const ZOOM: std::ops::RangeInclusive<f32> = 0.5..=3.0;

/// The sides of a window in points that can be what a window was left at.
const WINDOW: std::ops::RangeInclusive<f32> = 100.0..=20_000.0;

/// How this user likes the app.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Settings {
    pub theme: Theme,
    /// 1 is the system's own size; 0.5 to 3.
    pub zoom: f32,
    /// Whether things may move.
    pub motion: bool,
    /// Forced by the user; without it each system's own choice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renderer: Option<Renderer>,
    /// The folder of the user's profiles; without it [`super::Dirs::library`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub library: Option<PathBuf>,
    pub is_library_folded: bool,
    /// The catalogue to assess with; without it the shipped one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<PathBuf>,
    /// Width and height of the window in points, as it was left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<[f32; 2]>,
    /// What was open last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_profile: Option<PathBuf>,
    /// Files opened lately, the latest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recent: Vec<PathBuf>,
}

/// Which colours the window has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// What draws the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Renderer {
    Glow,
    Wgpu,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            zoom: 1.0,
            motion: true,
            renderer: None,
            library: None,
            is_library_folded: false,
            catalogue: None,
            window: None,
            last_profile: None,
            recent: Vec::new(),
        }
    }
}

/// What could not be read of the settings.
#[derive(Debug)]
pub enum SettingsWarning {
    /// Nothing at all; the defaults hold.
    Unreadable(StoreError),
    /// This setting; its default holds. The text says why.
    Setting { name: String, reason: String },
    /// A setting that this version does not know.
    Unknown { name: String },
    /// The file as it was could not be kept aside.
    NotKept(StoreError),
}

impl std::fmt::Display for SettingsWarning {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&match self {
            Self::Unreadable(error) => format!("{} {error}", text!("store-settings-unreadable")),
            Self::Setting { name, reason } => text!("store-settings-setting", name = shown(name), reason = reason.as_str()),
            Self::Unknown { name } => text!("store-settings-unknown", name = shown(name)),
            Self::NotKept(error) => format!("{} {error}", text!("store-settings-not-kept")),
        })
    }
}

/// Settings that were read.
#[derive(Debug, Default)]
pub struct Loaded {
    pub settings: Settings,
    pub warnings: Vec<SettingsWarning>,
    /// Where the file was kept as it was, if it could not be read whole.
    pub kept: Option<PathBuf>,
}

impl Settings {
    /// Reads the settings. A file that does not exist yet gives the defaults; one that cannot be read whole is kept beside,
    /// with `.broken` in its name, before anything is written over it.
    pub fn load(path: &Path) -> Loaded {
        let bytes = match read::bytes(path) {
            Ok(bytes) => bytes,
            Err(error) if matches!(error.problem, Problem::NotFound) => return Loaded::default(),
            Err(error) => return Loaded { warnings: vec![SettingsWarning::Unreadable(error)], ..Loaded::default() },
        };
        let (settings, mut warnings) = match Self::parse(&bytes) {
            Ok(parsed) => parsed,
            Err(error) => (Self::default(), vec![SettingsWarning::Unreadable(error.named(&path.to_string_lossy()))]),
        };
        let mut kept = None;
        if !warnings.is_empty() {
            let aside = path.with_extension("broken.ron");
            match atomic::save(&aside, &bytes) {
                Ok(()) => kept = Some(aside),
                Err(error) => warnings.push(SettingsWarning::NotKept(error)),
            }
        }
        Loaded { settings, warnings, kept }
    }

    /// Reads settings from the content of their file, field by field, so that one bad setting costs no other.
    ///
    /// # Errors
    /// When it is no RON at all.
    pub fn parse(bytes: &[u8]) -> Result<(Self, Vec<SettingsWarning>), StoreError> {
        parse(bytes)
    }

    /// Writes the settings, whole or not at all. Makes the folder if need be.
    ///
    /// # Errors
    /// When the file cannot be written; the old one still stands.
    pub fn save(&self, path: &Path) -> Result<(), StoreError> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| Problem::writing(error).at(folder))?;
        }
        atomic::save(path, self.text().as_bytes())
    }

    /// Puts a file in front of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MAX_RECENT);
    }

    /// What the file holds.
    pub fn text(&self) -> String {
        let mut written = self.clone();
        // RON is text: a path that is no Unicode cannot be remembered.
        written.recent.retain(|path| path.to_str().is_some());
        written.recent.truncate(MAX_RECENT);
        written.library = written.library.filter(|path| path.to_str().is_some());
        written.catalogue = written.catalogue.filter(|path| path.to_str().is_some());
        written.last_profile = written.last_profile.filter(|path| path.to_str().is_some());
        let layout = PrettyConfig::new().depth_limit(2).new_line("\n").indentor("    ");
        // Paths that are not Unicode were the only thing that can fail.
        let ron = options().to_string_pretty(&written, layout).expect("settings are plain data");
        format!("{HEADER}\n#![enable(implicit_some)]\n{ron}\n")
    }
}

fn parse(bytes: &[u8]) -> Result<(Settings, Vec<SettingsWarning>), StoreError> {
    let text = read::as_text(bytes)?;
    let outline = super::profile_file::outline(text).map_err(Problem::unnamed)?;
    options().from_str::<serde::de::IgnoredAny>(text).map_err(|error| reason::problem(&error, text).unnamed())?;
    if outline.root().is_none_or(|root| root.kind != NodeKind::Struct) {
        return Err(Problem::NotRon { place: Place { line: 1, column: 1 }, reason: text!("store-ron-struct") }.unnamed());
    }
    let mut settings = Settings::default();
    let mut warnings = Vec::new();
    for node in outline.nodes() {
        let path = outline.path(node);
        let [Step::Key(name)] = path.as_slice() else { continue };
        let value = outline.source_of(node);
        let read = match name.as_str() {
            "theme" => set(&mut settings.theme, value),
            "zoom" => set(&mut settings.zoom, value),
            "motion" => set(&mut settings.motion, value),
            "renderer" => set(&mut settings.renderer, value),
            "library" => set(&mut settings.library, value),
            "catalogue" => set(&mut settings.catalogue, value),
            "window" => set(&mut settings.window, value),
            "is_library_folded" => set(&mut settings.is_library_folded, value),
            "last_profile" => set(&mut settings.last_profile, value),
            "recent" => set(&mut settings.recent, value),
            _ => {
                warnings.push(SettingsWarning::Unknown { name: name.clone() });
                continue;
            }
        };
        if let Err(reason) = read {
            warnings.push(SettingsWarning::Setting { name: name.clone(), reason });
        }
    }
    settings.window = settings.window.filter(|sides| sides.iter().all(|side| WINDOW.contains(side)));
    if !ZOOM.contains(&settings.zoom) {
        settings.zoom = Settings::default().zoom;
        warnings.push(SettingsWarning::Setting { name: "zoom".to_owned(), reason: text!("store-settings-zoom") });
    }
    settings.recent.truncate(MAX_RECENT);
    Ok((settings, warnings))
}

fn set<T: DeserializeOwned>(setting: &mut T, value: &str) -> Result<(), String> {
    *setting = options().from_str(value).map_err(|error| reason::reason(&error.code))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loaded(text: &str) -> (Loaded, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        std::fs::write(&path, text).unwrap();
        (Settings::load(&path), folder)
    }

    fn warnings(loaded: &Loaded) -> Vec<String> {
        loaded.warnings.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn settings_survive() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("made/for it/settings.ron");
        assert_eq!(Settings::load(&path).settings, Settings::default());
        let mut settings = Settings {
            theme: Theme::Dark,
            zoom: 1.1,
            renderer: Some(Renderer::Wgpu),
            library: Some("/a \"b".into()),
            window: Some([1280.0, 801.5]),
            ..Settings::default()
        };
        for n in 0..12 {
            settings.remember(Path::new(&format!("/p/{}.ron", n % 11)));
        }
        assert_eq!((settings.recent.len(), settings.recent[0].as_path()), (MAX_RECENT, Path::new("/p/0.ron")));
        settings.save(&path).unwrap();
        let loaded = Settings::load(&path);
        assert_eq!((loaded.settings, loaded.warnings.len(), loaded.kept), (settings, 0, None));
    }

    #[test]
    fn one_bad_setting_costs_no_other() {
        let text = "(theme: dark, zoom: 99.0, motion: \"no\", renderer: glow, recent: [\"a\", 5], future: (1, 2))";
        let (loaded, _folder) = loaded(text);
        assert_eq!(loaded.settings, Settings { theme: Theme::Dark, renderer: Some(Renderer::Glow), ..Settings::default() });
        assert_eq!(
            warnings(&loaded),
            [
                "The setting “motion” could not be read, so its default is used. Either true or false belongs here.",
                "The setting “recent” could not be read, so its default is used. A text in double quotes belongs here.",
                "The setting “future” is not known to this version and was passed over.",
                "The setting “zoom” could not be read, so its default is used. The zoom goes from 0.5 to 3.",
            ]
        );
        assert_eq!(std::fs::read_to_string(loaded.kept.unwrap()).unwrap(), text);
    }

    #[test]
    fn a_broken_file_is_kept_aside() {
        for text in ["(theme: dark, zoom", "\0\0\0\0", "", "[1]", "NaN", "(zoom: NaN)", "((((((((((("] {
            let (loaded, folder) = loaded(text);
            assert_eq!(loaded.settings, Settings::default(), "{text}");
            assert_eq!(loaded.warnings.len(), 1, "{text}");
            assert_eq!(loaded.kept, Some(folder.path().join("settings.broken.ron")));
            loaded.settings.save(&folder.path().join("settings.ron")).unwrap();
            assert!(Settings::load(&folder.path().join("settings.ron")).warnings.is_empty());
        }
    }

    #[test]
    fn a_folder_in_its_place_is_no_failure() {
        let folder = tempfile::tempdir().unwrap();
        let loaded = Settings::load(folder.path());
        assert_eq!((loaded.settings, loaded.warnings.len()), (Settings::default(), 1));
        assert!(Settings::default().save(folder.path()).is_err());
    }
}
