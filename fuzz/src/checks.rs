//! What holds for any bytes at all, whoever wrote them: the fuzzer tries it with what it makes up, and `tests/fuzz_corpus.rs` with what
//! was found. No limit of time or memory is set here; the fuzzer sets them.

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use miniz_oxide::{deflate::compress_to_vec_zlib, inflate::decompress_to_vec_zlib_with_limit};
use trilemma::{
    assessment::assess,
    store::{self, MAX_BYTES, MAX_RECENT, Opened, SHARE_PREFIX, Settings, StoreError},
};

/// More than any message needs, whatever it quotes.
const LONGEST_MESSAGE: usize = 100_000;

/// As a profile they are read or refused, and what was read is the same when it is written and read again.
pub fn profile(bytes: &[u8]) {
    let catalogue = store::shipped();
    match store::parse(bytes, catalogue) {
        Ok(opened) => {
            let text = store::write(&opened.profile);
            let again = store::parse(text.as_bytes(), catalogue).expect("what was written can be read");
            assert_eq!(store::write(&again.profile), text);
            let assessment = assess(catalogue, &opened.profile);
            assert!(assessment.alternatives.iter().all(|alternative| (0.0..=10.0).contains(&alternative.score)));
        }
        Err(error) => assert!(error.to_string().len() < LONGEST_MESSAGE),
    }
}

/// The same as a share code: as its text, as what is packed in it, and as the packing itself. Nobody guesses checksums, so they are put
/// around the bytes here.
pub fn share_code(bytes: &[u8]) {
    let _ = read(&String::from_utf8_lossy(bytes));
    let held = read(&code(&compress_to_vec_zlib(bytes, 1), bytes));
    assert_eq!(held.ok(), store::parse(bytes, store::shipped()).ok());
    let unpacked = decompress_to_vec_zlib_with_limit(bytes, MAX_BYTES as usize).unwrap_or_default();
    let _ = read(&code(bytes, &unpacked));
}

/// As settings, whatever cannot be read becomes its default.
pub fn settings(bytes: &[u8]) {
    if let Ok((settings, _)) = Settings::parse(bytes) {
        assert!((0.5..=3.0).contains(&settings.zoom));
        assert!(settings.recent.len() <= MAX_RECENT);
        let (again, warnings) = Settings::parse(settings.text().as_bytes()).expect("what was written can be read");
        assert!(again == settings && warnings.is_empty());
    }
}

fn code(packed: &[u8], unpacked: &[u8]) -> String {
    format!("{SHARE_PREFIX}{}.{:08x}", STANDARD_NO_PAD.encode(packed), crc32fast::hash(unpacked))
}

fn read(text: &str) -> Result<Opened, StoreError> {
    let opened = store::profile_in(text, store::shipped())?;
    let again = store::profile_in(&store::share_code(&opened.profile), store::shipped()).expect("a code that was made can be read");
    assert_eq!(store::write(&again.profile), store::write(&opened.profile));
    Ok(opened)
}
