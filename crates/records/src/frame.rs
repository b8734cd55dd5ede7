//! A record as it stands in a program's stdout.

use crate::{Event, LONGEST, Record, SEPARATOR, VERSION};

impl Record {
    /// The record as it stands in a program's stdout.
    ///
    /// A record that would be longer than [`LONGEST`] is shortened: first its frames go, then its
    /// texts are cut.
    pub fn frame(&self, mark: &str) -> Vec<u8> {
        let frame = self.framed(mark);
        if frame.len() <= LONGEST {
            return frame;
        }
        let mut shorter = self.clone();
        match &mut shorter.event {
            Event::Waits { within, .. } => within.clear(),
            Event::Appears { name, .. } => cut(name),
            Event::Panics { message, .. } => cut(message),
            _ => {}
        }
        shorter.framed(mark)
    }

    fn framed(&self, mark: &str) -> Vec<u8> {
        let mut frame = vec![SEPARATOR];
        frame.extend_from_slice(mark.as_bytes());
        serde_json::to_writer(&mut frame, self).expect("a record is plain data");
        frame.push(b'\n');
        frame
    }

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

/// Cuts a text to 500 characters: JSON may need six bytes for one.
fn cut(text: &mut String) {
    const MOST: usize = 500;
    if let Some((end, _)) = text.char_indices().nth(MOST) {
        text.truncate(end);
        text.push('…');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{By, Clock, Frame, Kind, Place, Threads};

    fn record(event: Event) -> Record {
        Record { at: u64::MAX, wall: u64::MAX, thread: u32::MAX, event }
    }

    fn place() -> Place {
        Place { file: "src/main.rs".to_owned(), line: 1, column: 1 }
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let written = record(Event::Wakes { lane: 7, by: By::Lane(8) });
        let frame = written.frame("mark");
        let json = frame.strip_prefix(b"\x1emark").and_then(|rest| rest.strip_suffix(b"\n"));
        let read = Record::parse(json.expect("it is framed")).expect("it is whole");
        assert_eq!(read, written);
    }

    #[test]
    fn a_record_of_another_version_is_not_read() {
        let parse = |version| {
            let (clock, threads) = (Clock::Virtual, Threads::One);
            let begins = Event::Begins { version, runtime: "tokio".to_owned(), clock, threads };
            let json = serde_json::to_vec(&record(begins)).expect("a record is plain data");
            Record::parse(&json)
        };
        assert!(parse(VERSION).is_ok());
        let error = parse(VERSION + 1).expect_err("it is of another version").to_string();
        assert!(error.contains(&format!("version {}", VERSION + 1)), "{error}");
    }

    #[test]
    fn a_record_is_shortened_to_what_a_pipe_takes_in_one_piece() {
        let long = "\u{1}".repeat(10_000); // each is `\u0001` in JSON
        let within = vec![Frame { name: "work".to_owned(), place: place() }; 1_000];
        let (parent, among, beside) = (None, None, false);
        let events = [
            Event::Panics { lane: None, message: long.clone(), place: Some(place()) },
            Event::Appears {
                lane: 0,
                kind: Kind::Task,
                name: long,
                parent,
                place: Some(place()),
                among,
                beside,
            },
            Event::Waits {
                lane: 0,
                on: "recv".to_owned(),
                place: Some(place()),
                within,
                among,
                beside,
            },
        ];
        for event in events {
            let record = record(event);
            let (short, whole) = (record.frame("0123456789abcdef"), record.framed(""));
            assert!(short.len() <= LONGEST && LONGEST < whole.len(), "{record:?}");
            assert_eq!(short.last(), Some(&b'\n'));
        }
    }
}
