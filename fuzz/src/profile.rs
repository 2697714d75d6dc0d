//! Any bytes as a profile: it is read or refused, and what was read is the same when it is written and read again.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let catalogue = trilemma::store::shipped();
    match trilemma::store::parse(bytes, catalogue) {
        Ok(opened) => {
            let text = trilemma::store::write(&opened.profile);
            let again = trilemma::store::parse(text.as_bytes(), catalogue).expect("what was written can be read");
            assert_eq!(trilemma::store::write(&again.profile), text);
            let assessment = trilemma::assessment::assess(catalogue, &opened.profile);
            assert!(assessment.alternatives.iter().all(|alternative| (0.0..=10.0).contains(&alternative.score)));
        }
        Err(error) => assert!(error.to_string().len() < 100_000),
    }
});
