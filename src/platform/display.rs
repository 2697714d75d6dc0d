//! [`has_display`]: whether a window could appear anywhere.
//!
//! Whether something can draw on it shows only when a window is opened.

/// Whether there is a display. Only X11 and Wayland can be asked beforehand; elsewhere there always is one.
pub fn has_display() -> bool {
    if cfg!(all(unix, not(target_os = "macos"))) {
        is_any_set(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
    } else {
        true
    }
}

/// Whether one of the variables that name a display is set.
fn is_any_set(is_set: impl Fn(&str) -> bool) -> bool {
    ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].into_iter().any(is_set)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_display_will_do() {
        assert!(is_any_set(|name| name == "DISPLAY"));
        assert!(is_any_set(|name| name == "WAYLAND_DISPLAY"));
        assert!(!is_any_set(|_| false));
    }
}
