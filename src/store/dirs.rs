//! [`Dirs`]: where settings, data and the library live on each system, or under one folder of the user's choice.
//!
//! Nothing is created here.

use std::path::PathBuf;

use directories::ProjectDirs;

/// What the systems know the program by: the name of the .desktop file and of the window on Wayland, the bundle on macOS, the
/// component in software centres. The files in `packaging/` carry the same one (`tests/packaging.rs`). `alt` is kept free of
/// internet names (RFC 9476), so the id claims no domain.
pub const APP_ID: &str = "alt.trilemma.Trilemma";

/// The parts of [`APP_ID`].
const APP_ID_PARTS: [&str; 3] = ["alt", "trilemma", "Trilemma"];

/// The environment variable that puts everything under one folder, for portable use and for tests.
pub const HOME_VARIABLE: &str = "TRILEMMA_HOME";

/// Where things live. The folders need not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dirs {
    /// Holds `settings.ron`.
    pub config: PathBuf,
    /// What the app keeps for itself: recovery copies, backups.
    pub data: PathBuf,
    /// The user's profiles, unless the settings say otherwise.
    pub library: PathBuf,
}

impl Dirs {
    /// This user's folders: under `TRILEMMA_HOME` if that is set, otherwise where the system wants them. `None` when there is
    /// no home at all; then everything stays in memory.
    pub fn find() -> Option<Self> {
        Self::from_home(std::env::var_os(HOME_VARIABLE).map(PathBuf::from))
    }

    fn from_home(home: Option<PathBuf>) -> Option<Self> {
        if let Some(home) = home.filter(|home| !home.as_os_str().is_empty()) {
            // A later change of the working folder must not move the library.
            let home = std::path::absolute(&home).unwrap_or(home);
            return Some(Self { config: home.clone(), data: home.join("data"), library: home.join("profiles") });
        }
        let [qualifier, organisation, application] = APP_ID_PARTS;
        let dirs = ProjectDirs::from(qualifier, organisation, application)?;
        Some(Self { config: dirs.config_dir().to_owned(), data: dirs.data_dir().to_owned(), library: dirs.data_dir().join("profiles") })
    }

    /// The copies of unsaved work.
    pub fn recovery(&self) -> PathBuf {
        self.data.join("recovery")
    }

    /// Earlier versions of profiles.
    pub fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// Reports of crashes.
    pub fn reports(&self) -> PathBuf {
        self.data.join("reports")
    }

    /// The file of the settings.
    pub fn settings_file(&self) -> PathBuf {
        self.config.join("settings.ron")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_home_holds_everything() {
        let dirs = Dirs::from_home(Some("portable".into())).unwrap();
        let home = std::env::current_dir().unwrap().join("portable");
        assert_eq!([dirs.settings_file(), dirs.data, dirs.library], [home.join("settings.ron"), home.join("data"), home.join("profiles")]);
    }

    #[test]
    fn the_id_is_the_sum_of_its_parts() {
        assert_eq!(APP_ID, APP_ID_PARTS.join("."));
    }

    #[test]
    fn an_empty_choice_is_none() {
        assert_eq!(Dirs::from_home(Some(PathBuf::new())), Dirs::from_home(None));
    }
}
