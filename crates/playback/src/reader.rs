//! Takes records and printed lines apart.

use std::time::Duration;

use records::{LONGEST, Record, SEPARATOR};

use crate::recording::Recording;

/// How many printed lines are kept; the others are counted.
const MOST_LINES: usize = 1_000_000;

/// Reads what a recorded program writes, in whatever pieces it comes.
///
/// Nothing that a program prints confuses it: no final newline, no newline at all, bytes that are no
/// text, the separator itself. A record may stand in the middle of a line, and be cut in half where
/// the program was killed. Of more than a million lines the first million is kept, so that what is
/// kept takes a few times the memory of what was written, whatever that is.
pub struct Reader {
    /// What stands before each record: the separator and the run's own mark.
    opening: Vec<u8>,
    /// Bytes that may be the beginning of a record.
    pending: Vec<u8>,
    line: Vec<u8>,
    contents: Contents,
}

/// What a program wrote, in order.
#[derive(Default)]
pub(crate) struct Contents {
    pub records: Vec<Record>,
    pub lines: Vec<RawLine>,
    /// When the first record came.
    pub began: Option<Duration>,
    /// How many records could not be read: cut in half by a kill, or of another version.
    pub unreadable: usize,
    /// How many lines were not kept.
    pub lines_left_out: usize,
}

/// A printed line and its place among the records.
pub(crate) struct RawLine {
    pub text: Vec<u8>,
    pub is_whole: bool,
    /// How many records were written before its end.
    pub after: usize,
    pub arrived: Duration,
}

impl Reader {
    /// A reader for a run whose records bear `mark`: the value of the environment variable
    /// `MEANWHILE_RECORD` that the program was given.
    pub fn new(mark: &str) -> Self {
        let mut opening = vec![SEPARATOR];
        opening.extend_from_slice(mark.as_bytes());
        Self { opening, pending: Vec::new(), line: Vec::new(), contents: Contents::default() }
    }

    /// Takes the next bytes, which came `arrived` after the program was started.
    pub fn feed(&mut self, bytes: &[u8], arrived: Duration) {
        let joined;
        let mut rest = if self.pending.is_empty() {
            bytes
        } else {
            let mut pending = std::mem::take(&mut self.pending);
            pending.extend_from_slice(bytes);
            joined = pending;
            &joined
        };
        while let Some(start) = memchr::memchr(SEPARATOR, rest) {
            self.print(&rest[..start], arrived);
            rest = &rest[start..];
            match self.record_at_start_of(rest) {
                Found::Record(length) => {
                    self.record(&rest[self.opening.len()..length - 1], arrived);
                    rest = &rest[length..];
                }
                Found::None => {
                    self.print(&rest[..1], arrived);
                    rest = &rest[1..];
                }
                Found::Unfinished => {
                    self.pending = rest.to_vec();
                    return;
                }
            }
        }
        self.print(rest, arrived);
    }

    /// How many records have been read so far.
    pub fn records_read(&self) -> usize {
        self.contents.records.len()
    }

    /// The lines that have been read so far, without their newlines, from the one with this index on.
    pub fn lines_from(&self, first: usize) -> impl Iterator<Item = &[u8]> {
        self.contents.lines.iter().skip(first).map(|line| line.text.as_slice())
    }

    /// The recording of all that was fed.
    pub fn finish(mut self) -> Recording {
        if self.pending.starts_with(&self.opening) {
            self.contents.unreadable += 1;
        } else {
            let pending = std::mem::take(&mut self.pending);
            self.print(&pending, Duration::ZERO);
        }
        if !self.line.is_empty() {
            // Nobody knows when it came: it is taken to have been printed at the last record.
            self.end_line(false, Duration::MAX);
        }
        Recording::new(self.contents)
    }

    /// Whether `bytes`, which begin with the separator, begin with a record.
    fn record_at_start_of(&self, bytes: &[u8]) -> Found {
        if bytes.len() < self.opening.len() && self.opening.starts_with(bytes) {
            return Found::Unfinished;
        }
        if !bytes.starts_with(&self.opening) {
            return Found::None;
        }
        match memchr::memchr(b'\n', &bytes[..bytes.len().min(LONGEST)]) {
            Some(end) => Found::Record(end + 1),
            None if bytes.len() >= LONGEST => Found::None,
            None => Found::Unfinished,
        }
    }

    fn record(&mut self, json: &[u8], arrived: Duration) {
        match Record::parse(json) {
            Ok(record) => self.contents.records.push(record),
            Err(_) => self.contents.unreadable += 1,
        }
        self.contents.began.get_or_insert(arrived);
    }

    fn print(&mut self, mut text: &[u8], arrived: Duration) {
        while let Some(end) = memchr::memchr(b'\n', text) {
            self.line.extend_from_slice(&text[..end]);
            self.end_line(true, arrived);
            text = &text[end + 1..];
        }
        self.line.extend_from_slice(text);
    }

    fn end_line(&mut self, is_whole: bool, arrived: Duration) {
        if self.contents.lines.len() == MOST_LINES {
            self.contents.lines_left_out += 1;
            self.line.clear();
            return;
        }
        self.contents.lines.push(RawLine {
            text: std::mem::take(&mut self.line),
            is_whole,
            after: self.contents.records.len(),
            arrived,
        });
    }
}

/// What stands at a separator.
enum Found {
    /// A record of this length, its opening and its newline included.
    Record(usize),
    /// The beginning of one: more bytes tell.
    Unfinished,
    /// Something that the program printed.
    None,
}
