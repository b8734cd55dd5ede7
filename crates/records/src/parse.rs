//! A record's JSON, read.

use crate::{Event, Record, VERSION};

impl Record {
    /// Reads the JSON of a frame.
    ///
    /// # Errors
    ///
    /// If the text is no record: cut in half, or in words that this version does not know; or if it is
    /// the first record of a recording of another [`VERSION`].
    pub fn parse(json: &[u8]) -> Result<Self, serde_json::Error> {
        let record: Self = serde_json::from_slice(json)?;
        match record.event {
            Event::Begins { version, .. } if version != VERSION => {
                Err(serde::de::Error::custom(format!(
                    "the recording is of version {version}, and this is the reader of version {VERSION}: \
                     record the program again"
                )))
            }
            _ => Ok(record),
        }
    }
}
