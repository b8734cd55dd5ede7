//! Where records go: the program's own stdout.

use std::cell::{OnceCell, RefCell};
use std::fs::File;
use std::io::Write;
use std::sync::atomic::{AtomicU32, Ordering};

use records::{By, Event, LONGEST, Lane, Record, SEPARATOR};

use super::written;

/// Writes framed records past the lock of [`std::io::Stdout`].
///
/// Its buffer holds at most the unfinished last line, so a finished line is always in the stream
/// before a later record, and a line that is printed in halves counts from its end. Taking the lock
/// would give more than that only for half lines, and would hang a program that holds the lock
/// while another of its threads records.
pub struct Journal {
    mark: String,
    stdout: File,
    lanes: AtomicU32,
    threads: AtomicU32,
}

thread_local! {
    static THREAD: OnceCell<u32> = const { OnceCell::new() };
    static FRAME: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// When something happened, in microseconds on the program's clock and on the wall.
#[derive(Clone, Copy)]
pub struct Moment {
    pub at: u64,
    pub wall: u64,
}

impl Journal {
    pub fn new(mark: String) -> Self {
        Self {
            mark,
            stdout: raw_stdout().expect("stdout can be duplicated"),
            lanes: AtomicU32::new(0),
            threads: AtomicU32::new(0),
        }
    }

    /// The number of the next lane.
    pub fn new_lane(&self) -> Lane {
        self.lanes.fetch_add(1, Ordering::Relaxed)
    }

    /// Writes one record, in one call, with the number of the calling thread.
    pub fn write(&self, moment: Moment, event: &Event) {
        let is_written = self.write_words(moment, |frame| words(event, frame));
        if !is_written {
            let Moment { at, wall } = moment;
            let record = Record { at, wall, thread: self.thread(), event: event.clone() };
            self.write_frame(&record.frame(&self.mark));
        }
    }

    /// Writes a wait whose words after its lane are known; false if the record would be too long.
    pub fn write_wait(&self, moment: Moment, lane: Lane, words: &str) -> bool {
        self.write_words(moment, |frame| {
            push(frame, r#""is":"waits","lane":"#, lane);
            frame.extend_from_slice(words.as_bytes());
            true
        })
    }

    /// Writes a record of these words; false if there are none, or if it would be too long.
    fn write_words(&self, moment: Moment, words: impl FnOnce(&mut Vec<u8>) -> bool) -> bool {
        let mut frame = FRAME.try_with(RefCell::take).unwrap_or_default();
        frame.clear();
        frame.push(SEPARATOR);
        frame.extend_from_slice(self.mark.as_bytes());
        push(&mut frame, r#"{"at":"#, moment.at);
        push(&mut frame, r#","wall":"#, moment.wall);
        push(&mut frame, r#","thread":"#, self.thread());
        frame.push(b',');
        let is_whole = words(&mut frame) && frame.len() < LONGEST;
        if is_whole {
            frame.push(b'\n');
            self.write_frame(&frame);
        }
        let _ = FRAME.try_with(|kept| kept.replace(frame));
        is_whole
    }

    fn write_frame(&self, frame: &[u8]) {
        written::add_record(frame.len());
        if (&self.stdout).write_all(frame).is_err() {
            // Nobody reads any more: the runner has gone, and with it the reason to run.
            std::process::exit(1);
        }
    }

    fn thread(&self) -> u32 {
        let next = || self.threads.fetch_add(1, Ordering::Relaxed);
        THREAD.try_with(|thread| *thread.get_or_init(next)).unwrap_or_else(|_| next())
    }
}

/// Writes the words of an event that happens at each poll, as serde would; false for all others.
fn words(event: &Event, frame: &mut Vec<u8>) -> bool {
    match event {
        Event::Runs { lane } => push(frame, r#""is":"runs","lane":"#, *lane),
        Event::Takes { lane } => push(frame, r#""is":"takes","lane":"#, *lane),
        Event::Stops { lane, wrote } => {
            push(frame, r#""is":"stops","lane":"#, *lane);
            if let Some(wrote) = wrote {
                push(frame, r#","wrote":"#, *wrote);
            }
        }
        Event::Wakes { lane, by: By::Lane(by) } => {
            push(frame, r#""is":"wakes","lane":"#, *lane);
            push(frame, r#","by":{"lane":"#, *by);
            frame.push(b'}');
        }
        _ => return false,
    }
    frame.push(b'}');
    true
}

fn push(frame: &mut Vec<u8>, words: &str, number: impl itoa::Integer) {
    frame.extend_from_slice(words.as_bytes());
    frame.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// The words of an event after its lane, which must be 0.
pub fn after_lane(event: &Event) -> String {
    let record = Record { at: 0, wall: 0, thread: 0, event: event.clone() };
    let frame = record.frame("");
    let json = String::from_utf8_lossy(&frame);
    let words = json.trim_end().split_once(r#""lane":0"#).map(|(_, words)| words.to_owned());
    words.unwrap_or_default()
}

#[cfg(unix)]
fn raw_stdout() -> std::io::Result<File> {
    use std::os::fd::AsFd;
    Ok(File::from(std::io::stdout().as_fd().try_clone_to_owned()?))
}

#[cfg(windows)]
fn raw_stdout() -> std::io::Result<File> {
    use std::os::windows::io::AsHandle;
    Ok(File::from(std::io::stdout().as_handle().try_clone_to_owned()?))
}

#[cfg(test)]
mod tests {
    use records::{Among, Frame, Place};

    use super::*;

    /// The JSON that a record of this event has.
    fn json(event: &Event) -> String {
        let record = Record { at: 0, wall: 0, thread: 0, event: event.clone() };
        String::from_utf8(record.frame("")).expect("JSON is text")
    }

    #[test]
    fn words_are_those_of_a_record() {
        let known = [
            Event::Runs { lane: 7 },
            Event::Takes { lane: u32::MAX },
            Event::Stops { lane: 7, wrote: None },
            Event::Stops { lane: 7, wrote: Some(12) },
            Event::Wakes { lane: 7, by: By::Lane(8) },
        ];
        for event in known {
            let mut frame = br#"{"at":0,"wall":0,"thread":0,"#.to_vec();
            assert!(words(&event, &mut frame));
            let expected = json(&event);
            assert_eq!(String::from_utf8_lossy(&frame), expected[1..].trim_end());
        }
        assert!(!words(&Event::Wakes { lane: 7, by: By::Clock }, &mut Vec::new()));
    }

    #[test]
    fn what_follows_the_lane_of_a_wait_is_the_same_for_all_lanes() {
        let place = Place { file: r#"a"b.rs"#.to_owned(), line: 1, column: 2 };
        let wait = |lane| Event::Waits {
            lane,
            on: "recv".to_owned(),
            place: Some(place.clone()),
            within: vec![Frame { name: "work".to_owned(), place: place.clone() }],
            among: Some(Among::Any),
            beside: true,
        };
        let words = after_lane(&wait(0));
        assert_eq!(json(&wait(0)).replace(r#""lane":0"#, r#""lane":12"#), json(&wait(12)));
        assert!(json(&wait(12)).ends_with(&format!("\"lane\":12{words}\n")));
    }
}
