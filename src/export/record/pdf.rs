//! placeholder
use super::Record;
pub(super) fn pdf(_r: &Record) -> Result<Vec<u8>, super::ExportError> {
    Ok(Vec::new())
}
