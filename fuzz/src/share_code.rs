//! Any text as a share code, and any bytes as what a whole code holds.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(opened) = trilemma::store::profile_in(&text, trilemma::store::shipped()) {
        let code = trilemma::store::share_code(&opened.profile);
        let again = trilemma::store::profile_in(&code, trilemma::store::shipped()).expect("a code that was made can be read");
        assert_eq!(trilemma::store::write(&again.profile), trilemma::store::write(&opened.profile));
    }
});
