//! Where records go: the program's own stdout.

use std::cell::{OnceCell, RefCell};
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::sync::atomic::{AtomicU32, Ordering};

use records::{Event, LONGEST, LaneId, Record};

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
    /// The records of this thread that are to be written with its next; none, mostly.
    static KEPT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
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

    /// Whether what the program prints still goes where records go.
    #[cfg(unix)]
    pub fn is_beside_the_lines(&self) -> bool {
        use std::os::unix::fs::MetadataExt;
        let name = |file: &File| file.metadata().map(|file| (file.dev(), file.ino())).ok();
        raw_stdout().is_ok_and(|stdout| name(&stdout) == name(&self.stdout))
    }

    /// Whether what the program prints still goes where records go.
    #[cfg(windows)]
    pub fn is_beside_the_lines(&self) -> bool {
        raw_stdout().is_ok()
    }

    /// The number of the next lane.
    pub fn new_lane(&self) -> LaneId {
        self.lanes.fetch_add(1, Ordering::Relaxed)
    }

    /// Writes one record, in one call, with the number of the calling thread.
    pub fn write(&self, moment: Moment, event: &Event) {
        let is_written = self.write_event(moment, |json| event.write(json));
        if !is_written {
            let kept = kept();
            if !kept.is_empty() {
                self.write_frames(kept);
            }
            let Moment { at, wall } = moment;
            let record = Record { at, wall, thread: self.thread(), event: event.clone() };
            self.write_frames(record.frame(&self.mark));
        }
    }

    /// Writes a record that happens twice in a row, with no code of the program between: both in one
    /// call, which is most of what a record costs.
    ///
    /// The first is kept for whatever record comes next on this thread.
    pub fn write_one_of_two(&self, moment: Moment, event: &Event) {
        let mut frames = kept();
        let is_first = frames.is_empty();
        if !self.add_event(&mut frames, moment, |json| event.write(json)) {
            keep(frames);
            self.write(moment, event);
        } else if is_first {
            keep(frames);
        } else {
            self.write_frames(frames);
        }
    }

    /// Writes a wait whose JSON after its lane is known; false if the record, with the one that was
    /// kept, would be too long.
    pub fn write_wait(&self, moment: Moment, lane: LaneId, after_lane: &str) -> bool {
        self.write_event(moment, |json| {
            let _ = write!(json, r#""is":"waits","lane":{lane}{after_lane}"#); // memory takes all
        })
    }

    /// Writes a record of this event behind what was kept; false if both would be too long for one call.
    fn write_event(&self, moment: Moment, event: impl FnOnce(&mut Vec<u8>)) -> bool {
        let mut frames = kept();
        let is_whole = self.add_event(&mut frames, moment, event);
        if is_whole {
            self.write_frames(frames);
        } else {
            keep(frames);
        }
        is_whole
    }

    /// Adds a record of this event; false if all would be too long for one call: beyond [`LONGEST`]
    /// what another thread prints can come between its bytes.
    fn add_event(
        &self,
        frames: &mut Vec<u8>,
        moment: Moment,
        event: impl FnOnce(&mut Vec<u8>),
    ) -> bool {
        let begin = frames.len();
        records::begin(frames, &self.mark, moment.at, moment.wall, self.thread());
        event(frames);
        frames.extend_from_slice(b"}\n");
        let is_whole = frames.len() <= LONGEST;
        if !is_whole {
            frames.truncate(begin);
        }
        is_whole
    }

    /// Writes these frames, and keeps the room that they took.
    fn write_frames(&self, mut frames: Vec<u8>) {
        written::add_record(frames.len());
        if let Err(error) = (&self.stdout).write_all(&frames) {
            // A reader that has gone, as the runner may have, is no trouble; a full disk is.
            if error.kind() != ErrorKind::BrokenPipe {
                let _ = writeln!(
                    std::io::stderr(),
                    "meanwhile: writing a record to the program's stdout: {error}. The recording is not \
                     whole, and the program ends here."
                );
            }
            std::process::exit(1);
        }
        frames.clear();
        keep(frames);
    }

    fn thread(&self) -> u32 {
        let next = || {
            let number = self.threads.fetch_add(1, Ordering::Relaxed);
            if number > 0 {
                written::expect_several_threads();
            }
            number
        };
        THREAD.try_with(|thread| *thread.get_or_init(next)).unwrap_or_else(|_| next())
    }
}

/// The records of this thread that are to be written with its next.
fn kept() -> Vec<u8> {
    KEPT.try_with(RefCell::take).unwrap_or_default()
}

fn keep(frames: Vec<u8>) {
    let _ = KEPT.try_with(|kept| kept.replace(frames));
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
    use super::*;

    /// A journal in a file that has no name, and what is in there.
    #[cfg(unix)]
    fn journal_in_a_file(name: &str) -> (Journal, impl Fn() -> Vec<String>) {
        let path = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
        let stdout = File::create_new(&path).expect("it is new");
        let written = File::open(&path).expect("it was made");
        std::fs::remove_file(&path).expect("it was made");
        let (lanes, threads) = (AtomicU32::new(0), AtomicU32::new(0));
        let journal = Journal { mark: String::new(), stdout, lanes, threads };
        let kinds = move || {
            use std::os::unix::fs::FileExt;
            let mut bytes = vec![0; 4096];
            let length = written.read_at(&mut bytes, 0).expect("it can be read");
            let text = String::from_utf8_lossy(&bytes[..length]);
            let kind = |line: &str| {
                line.split('"').skip_while(|word| *word != "is").nth(2).map(str::to_owned)
            };
            text.lines().map(|line| kind(line).expect("an event")).collect()
        };
        (journal, kinds)
    }

    #[cfg(unix)]
    #[test]
    fn of_two_in_a_row_the_first_is_written_with_the_next_whatever_that_is() {
        let (journal, kinds) = journal_in_a_file("two-in-a-row");
        let now = Moment { at: 0, wall: 0 };
        let takes = Event::Takes { lane: 1 };
        journal.write_one_of_two(now, &takes);
        assert!(kinds().is_empty());
        journal.write_one_of_two(now, &takes);
        assert_eq!(kinds(), ["takes", "takes"]);
        journal.write_one_of_two(now, &takes);
        assert_eq!(kinds().len(), 2);
        journal.write(now, &Event::Stops { lane: 1, wrote: None });
        assert_eq!(kinds(), ["takes", "takes", "takes", "stops"]);
        journal.write_one_of_two(now, &takes);
        journal.write(now, &Event::Returns { others: None });
        assert_eq!(kinds()[4..], ["takes", "returns"]);
    }

    #[cfg(unix)]
    #[test]
    fn two_records_that_are_too_long_together_are_not_written_in_one_call() {
        let (journal, _) = journal_in_a_file("too-long-together");
        let now = Moment { at: 0, wall: 0 };
        let words = " ".repeat(LONGEST - 80);
        assert!(journal.write_wait(now, 1, &words));
        journal.write_one_of_two(now, &Event::Takes { lane: 1 });
        assert!(!journal.write_wait(now, 1, &words));
    }

    #[cfg(unix)]
    #[test]
    fn several_threads_can_print_once_a_second_one_records() {
        let (journal, _) = journal_in_a_file("second-thread");
        let records = || journal.write(Moment { at: 0, wall: 0 }, &Event::Runs { lane: 0 });
        records();
        assert!(!written::several_threads_can_print());
        std::thread::scope(|scope| scope.spawn(records).join()).expect("it does not panic");
        assert!(written::several_threads_can_print());
    }
}
