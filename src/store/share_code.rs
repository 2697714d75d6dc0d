//! Share codes: a whole profile as one piece of text for a chat. [`share_code`] makes one, [`profile_in`] reads it.
//!
//! A code is the profile itself and no address: nothing is uploaded and nothing is looked up.
//!
//! `trilemma1.` names the format and its version. Then comes the profile as RON in the zlib format (RFC 1950), in base64 (RFC 4648)
//! without padding, then a dot and the CRC-32 of the RON in eight hexadecimal digits, which ends the code. The alphabet has none of
//! the signs that chats take for emphasis, and white space and `>` inside are passed over, because chats break
//! and quote long lines.

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use miniz_oxide::{deflate::compress_to_vec_zlib, inflate::decompress_to_vec_zlib_with_limit};

use super::{MAX_BYTES, Opened, Problem, StoreError, parse, profile_file::compact};
use crate::model::{Catalogue, Profile};

/// How every code of this version begins.
pub const SHARE_PREFIX: &str = "trilemma1.";

/// The same without the version.
const ANY_PREFIX: &str = "trilemma";

/// The most digits of a version that are looked at.
const MAX_VERSION_DIGITS: usize = 4;

/// The best compression: a code is made once and read by many.
const LEVEL: u8 = 10;

/// The length of the checksum at the end.
const CHECK_DIGITS: usize = 8;

/// A profile as a code of one line.
pub fn share_code(profile: &Profile) -> String {
    let text = compact(profile);
    let packed = STANDARD_NO_PAD.encode(compress_to_vec_zlib(text.as_bytes(), LEVEL));
    format!("{SHARE_PREFIX}{packed}.{:08x}", crc32fast::hash(text.as_bytes()))
}

/// Whether a text holds something that begins like a share code.
pub fn has_share_code(text: &str) -> bool {
    start(text).is_some()
}

/// The profile in a text that holds a share code, whatever is said around it.
///
/// # Errors
/// When there is no code, it is damaged, from a newer version, too large, or the profile in it is not valid.
pub fn profile_in(text: &str, catalogue: &Catalogue) -> Result<Opened, StoreError> {
    let unpacked = unpacked(text).map_err(Problem::unnamed)?;
    parse(&unpacked, catalogue)
}

/// Where the first code begins, and its version.
fn start(text: &str) -> Option<(usize, &str)> {
    text.match_indices(ANY_PREFIX).find_map(|(at, _)| {
        let rest = &text[at + ANY_PREFIX.len()..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let is_version = (1..=MAX_VERSION_DIGITS).contains(&digits) && rest[digits..].starts_with('.');
        is_version.then(|| (at + ANY_PREFIX.len() + digits + 1, &rest[..digits]))
    })
}

fn unpacked(text: &str) -> Result<Vec<u8>, Problem> {
    if text.len() as u64 > MAX_BYTES {
        return Err(Problem::TooLarge);
    }
    let (at, version) = start(text).ok_or(Problem::NoShareCode)?;
    if version != SHARE_PREFIX.trim_start_matches(ANY_PREFIX).trim_end_matches('.') {
        return Err(Problem::NewerShareCode);
    }
    let mut signs = text[at..].bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'>');
    let packed: Vec<u8> = signs.by_ref().take_while(|byte| *byte != b'.').collect();
    let check: Vec<u8> = signs.take(CHECK_DIGITS).collect();
    let check = std::str::from_utf8(&check).ok().filter(|check| check.len() == CHECK_DIGITS);
    let check = check.and_then(|check| u32::from_str_radix(check, 16).ok()).ok_or(Problem::DamagedShareCode)?;
    let packed = STANDARD_NO_PAD.decode(packed).map_err(|_| Problem::DamagedShareCode)?;
    // Bounded while it is unpacked: a few bytes can stand for a great many.
    let unpacked = decompress_to_vec_zlib_with_limit(&packed, MAX_BYTES as usize).map_err(|error| match error.status {
        miniz_oxide::inflate::TINFLStatus::HasMoreOutput => Problem::TooLarge,
        _ => Problem::DamagedShareCode,
    })?;
    if crc32fast::hash(&unpacked) == check { Ok(unpacked) } else { Err(Problem::DamagedShareCode) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{examples, shipped};

    fn read(text: &str) -> Result<Opened, String> {
        profile_in(text, shipped()).map_err(|error| error.to_string())
    }

    #[test]
    fn every_example_survives_a_chat() {
        for example in examples() {
            let code = share_code(&example.profile);
            assert!(code.len() < 3_000, "{}: {} characters", example.id, code.len());
            assert_eq!(read(&code).unwrap().profile, example.profile);
            let lines: Vec<&str> = code.as_bytes().chunks(60).map(|line| std::str::from_utf8(line).unwrap()).collect();
            let quoted = format!("Look at this: {}. Any thoughts?", lines.join("\r\n>  "));
            assert_eq!(read(&quoted).unwrap().profile, example.profile);
        }
    }

    #[test]
    fn what_is_damaged_is_told() {
        let code = share_code(&examples()[0].profile);
        let damaged = text!("store-share-damaged");
        for at in (SHARE_PREFIX.len()..code.len()).step_by(7) {
            let mut wrong = code.clone().into_bytes();
            wrong[at] = if wrong[at] == b'a' { b'b' } else { b'a' };
            assert_eq!(read(std::str::from_utf8(&wrong).unwrap()).unwrap_err(), damaged, "at {at}");
        }
        for end in [SHARE_PREFIX.len(), 100, code.len() - 1] {
            assert_eq!(read(&code[..end]).unwrap_err(), damaged);
        }
        assert_eq!(read("trilemma2.abc.00000000").unwrap_err(), text!("store-share-newer"));
        for none in ["", "trilemma", "trilemma1", "trilemma.x", "trilemma12345.x", "hello"] {
            assert_eq!(read(none).unwrap_err(), text!("store-share-none"));
        }
    }

    #[test]
    fn a_bomb_does_not_go_off() {
        let zeros = compress_to_vec_zlib(&vec![0; 64 * 1024 * 1024], LEVEL);
        let code = format!("{SHARE_PREFIX}{}.{:08x}", STANDARD_NO_PAD.encode(zeros), 0);
        assert_eq!(read(&code).unwrap_err(), text!("store-too-large"));
    }
}
