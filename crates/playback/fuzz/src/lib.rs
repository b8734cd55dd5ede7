//! Reads whatever it is given as a recording and asks all that can be asked of it.

use std::time::Duration;

use playback::timeline::{self, Form, Options};
use playback::{Reader, Recording};

/// What stands before each record.
pub const MARK: &str = "0123456789abcdef";

/// Reads bytes, in one piece and in pieces of these sizes: both must tell the same.
///
/// # Panics
///
/// If reading fails, or if how the bytes are cut makes a difference.
pub fn read(bytes: &[u8], sizes: &[u8]) {
    let whole = ask(&recording(bytes, &[]));
    let newlines = bytes.iter().filter(|byte| **byte == b'\n').count();
    assert!(whole.lines <= newlines + 1, "more lines than newlines");
    if !sizes.is_empty() {
        assert!(whole == ask(&recording(bytes, sizes)), "the pieces make a difference");
    }
}

fn recording(bytes: &[u8], sizes: &[u8]) -> Recording {
    let mut reader = Reader::new(MARK);
    let mut sizes = sizes.iter().cycle();
    let mut rest = bytes;
    while !rest.is_empty() {
        let size = sizes.next().map_or(rest.len(), |size| usize::from(*size).max(1));
        let (piece, others) = rest.split_at(size.min(rest.len()));
        reader.feed(piece, Duration::ZERO);
        rest = others;
    }
    reader.finish()
}

/// All answers of a recording.
#[derive(PartialEq)]
struct Answers {
    lines: usize,
    texts: Vec<String>,
}

fn ask(recording: &Recording) -> Answers {
    let orders = recording.orders();
    let lines = recording.lines.len();
    for earlier in (0..lines).take(50) {
        for later in (0..lines).rev().take(50) {
            orders.between(earlier, later);
        }
    }
    let texts = vec![
        recording.transcript(),
        recording.untimed_transcript(),
        format!("{:?}", recording.unfinished()),
        recording.unfinished().iter().map(ToString::to_string).collect(),
        format!("{:?}", recording.outside()),
        format!("{} {}", recording.last_activity(), recording.is_partial()),
        recording.steps().iter().map(|step| recording.sentence(step)).collect(),
        recording.what_is_missing().unwrap_or_default(),
        timeline::text(recording, &Options::default()),
        timeline::svg(recording, "fuzz", Form::Standalone),
        timeline::json(recording, "fuzz"),
        timeline::perfetto(recording, "fuzz"),
    ];
    Answers { lines, texts }
}
