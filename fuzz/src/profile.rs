//! Any bytes as a profile; what has to hold is in `checks.rs`.
#![no_main]

#[allow(dead_code, reason = "each target takes one")]
mod checks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::profile(bytes));
