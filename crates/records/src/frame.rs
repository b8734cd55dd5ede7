//! A record as it stands in a program's stdout.

use crate::words::number;
use crate::{Event, LONGEST, Record, SEPARATOR};

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
        let mut frame = Vec::new();
        begin(&mut frame, mark, self.at, self.wall, self.thread);
        self.event.write(&mut frame);
        frame.extend_from_slice(b"}\n");
        frame
    }
}

/// Begins the frame of a [`Record`], up to its event, behind what is there; `}` and a newline end it.
pub fn begin(frame: &mut Vec<u8>, mark: &str, at: u64, wall: u64, thread: u32) {
    frame.push(SEPARATOR);
    frame.extend_from_slice(mark.as_bytes());
    frame.extend_from_slice(br#"{"at":"#);
    number(frame, at);
    frame.extend_from_slice(br#","wall":"#);
    number(frame, wall);
    frame.extend_from_slice(br#","thread":"#);
    number(frame, thread);
    frame.push(b',');
}

/// Cuts a text to 500 characters: JSON may need six bytes for one.
fn cut(text: &mut String) {
    const MOST: usize = 500;
    if let Some((end, _)) = text.char_indices().nth(MOST) {
        text.truncate(end);
        text.push('…');
    }
}
