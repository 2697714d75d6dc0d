//! Any bytes as settings: whatever cannot be read becomes its default.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok((settings, _)) = trilemma::store::Settings::parse(bytes) {
        assert!((0.5..=3.0).contains(&settings.zoom));
        assert!(settings.recent.len() <= trilemma::store::MAX_RECENT);
    }
});
