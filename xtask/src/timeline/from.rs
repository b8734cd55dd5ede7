//! Recordings that lie in files: what a recorded program wrote to its stdout, of this course or not,
//! and the committed recordings of the twins.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;
use playback::{Reader, Recording};
use records::{Event, LONGEST, Record, SEPARATOR, VERSION};

use crate::Misuse;
use crate::compare::recordings::{Header, Recorded};

/// A file that holds a recording.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file.
    pub file: PathBuf,
    /// The mark of its records; found in the file if not given.
    pub mark: Option<String>,
}

const HOW_TO: &str = "to record a program: cargo xtask record --output FILE -- cargo run";

impl Source {
    /// What the recorded program is called: the file's name without what follows the point.
    pub fn program(&self) -> String {
        let stem = self.file.file_stem().unwrap_or(self.file.as_os_str());
        stem.to_string_lossy().into_owned()
    }

    /// Reads the recording.
    ///
    /// # Errors
    ///
    /// [`Misuse`] if the file cannot be read or holds no recording that begins at its beginning.
    pub fn read(&self) -> Result<Recording> {
        let file = self.file.display();
        let bytes = fs::read(&self.file)
            .map_err(|error| Misuse(format!("{file} cannot be read: {error}")))?;
        if is_committed(&bytes) && self.mark.is_none() {
            let recorded = Recorded::read(&bytes)
                .map_err(|error| Misuse(format!("{file} is a twin's recording, but {error}")))?;
            return Ok(recorded.recording);
        }
        let mark = mark(&bytes, self.mark.as_deref()).map_err(|why| why.about(&self.file))?;
        let mut reader = Reader::new(&mark);
        reader.feed(&bytes, Duration::ZERO);
        Ok(reader.finish())
    }
}

/// Whether it begins as a committed recording of a twin does.
fn is_committed(bytes: &[u8]) -> bool {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    serde_json::from_slice::<Header>(first).is_ok()
}

/// Why a file's mark cannot be told.
#[derive(Debug, PartialEq, Eq)]
enum Why {
    Empty,
    NoRecord,
    /// It has records, but does not begin where the program began.
    NoBeginning,
    Version(u64),
    /// Its records bear another mark than was asked for.
    OtherMark {
        asked: String,
        found: Option<String>,
    },
}

impl Why {
    fn about(&self, file: &Path) -> Misuse {
        let file = file.display();
        Misuse(match self {
            Self::Empty => format!("{file} is empty: the program wrote nothing; {HOW_TO}"),
            Self::NoRecord => format!("{file} is no recording: no record is in it; {HOW_TO}"),
            Self::NoBeginning => format!(
                "{file} is a piece of a recording: its beginning is missing, and what its lanes are \
                 stands there; {HOW_TO}"
            ),
            Self::Version(version) => format!(
                "{file} was recorded by another version of the recorder ({version}; this one reads \
                 {VERSION}): record the program again; {HOW_TO}"
            ),
            Self::OtherMark { asked, found } => {
                let found = match found {
                    Some(found) => format!("its records bear `{found}`: leave --mark out"),
                    None => format!("nor is any other; {HOW_TO}"),
                };
                format!("no record with the mark `{asked}` is in {file}; {found}")
            }
        })
    }
}

/// The mark of the first record, which says that the program begins.
fn mark(bytes: &[u8], asked: Option<&str>) -> Result<String, Why> {
    let mut why = if bytes.is_empty() { Why::Empty } else { Why::NoRecord };
    let mut found = None;
    for (mark, json) in frames(bytes) {
        match Record::parse(json) {
            Ok(Record { event: Event::Begins { version: VERSION, .. }, .. }) => {
                if asked.is_none_or(|asked| asked == mark) {
                    return Ok(mark);
                }
                found.get_or_insert(mark);
            }
            Ok(Record { event: Event::Begins { version, .. }, .. }) => {
                return Err(Why::Version(version.into()));
            }
            Ok(_) if why == Why::NoRecord => why = Why::NoBeginning,
            Ok(_) => {}
            Err(_) => {
                if let Some(version) = other_version(json) {
                    return Err(Why::Version(version));
                }
            }
        }
    }
    Err(match asked {
        Some(asked) => Why::OtherMark { asked: asked.to_owned(), found },
        None => why,
    })
}

/// What may be records: each mark, and the JSON behind it.
fn frames(bytes: &[u8]) -> impl Iterator<Item = (String, &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        loop {
            let start = rest.iter().position(|byte| *byte == SEPARATOR)? + 1;
            rest = &rest[start..];
            let near = &rest[..rest.len().min(LONGEST)];
            let Some(end) = near.iter().position(|byte| *byte == b'\n') else { continue };
            let Some(brace) = near[..end].iter().position(|byte| *byte == b'{') else { continue };
            let Ok(mark) = std::str::from_utf8(&near[..brace]) else { continue };
            return Some((mark.to_owned(), &near[brace..end]));
        }
    })
}

/// The version of a first record that this version cannot read.
fn other_version(json: &[u8]) -> Option<u64> {
    let record: serde_json::Value = serde_json::from_slice(json).ok()?;
    let version = record.get("version")?.as_u64()?;
    (record.get("is")? == "begins" && version != u64::from(VERSION)).then_some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begins(mark: &str, version: u32) -> String {
        format!(
            "\u{1e}{mark}{{\"at\":0,\"wall\":0,\"thread\":0,\"is\":\"begins\",\"version\":{version},\
             \"runtime\":\"tokio\",\"clock\":\"virtual\",\"threads\":\"one\"}}\n"
        )
    }

    #[test]
    fn the_first_record_names_the_mark() {
        let file = format!("\u{1e}no record\nprinted first\n{}", begins("abc", VERSION));
        assert_eq!(mark(file.as_bytes(), None), Ok("abc".to_owned()));
        assert_eq!(mark(file.as_bytes(), Some("abc")), Ok("abc".to_owned()));
    }

    #[test]
    fn two_recordings_in_one_file_are_told_apart_by_their_marks() {
        let file = begins("abc", VERSION) + &begins("xyz", VERSION);
        assert_eq!(mark(file.as_bytes(), Some("xyz")), Ok("xyz".to_owned()));
    }

    #[test]
    fn what_is_no_recording_says_why() {
        let found = Some("abc".to_owned());
        let asked = "x".to_owned();
        let other = begins("abc", VERSION);
        assert_eq!(
            mark(other.as_bytes(), Some("x")),
            Err(Why::OtherMark { asked: asked.clone(), found })
        );
        assert_eq!(mark(b"text\n", Some("x")), Err(Why::OtherMark { asked, found: None }));
        assert_eq!(mark(b"", None), Err(Why::Empty));
        assert_eq!(mark(b"text\n", None), Err(Why::NoRecord));
        assert_eq!(mark(begins("a", 7).as_bytes(), None), Err(Why::Version(7)));
        let later = b"\x1eabc{\"at\":0,\"wall\":0,\"thread\":0,\"is\":\"runs\",\"lane\":0}\n";
        assert_eq!(mark(later, None), Err(Why::NoBeginning));
    }
}
