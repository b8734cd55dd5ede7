//! Where records go: the program's own stdout.

use std::cell::OnceCell;
use std::fs::File;
use std::io::Write;
use std::sync::atomic::{AtomicU32, Ordering};

use records::{Event, Lane, Record};

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
    pub fn write(&self, at: u64, wall: u64, event: Event) {
        let record = Record { at, wall, thread: self.thread(), event };
        let frame = record.frame(&self.mark);
        written::add_record(frame.len());
        if (&self.stdout).write_all(&frame).is_err() {
            // Nobody reads any more: the runner has gone, and with it the reason to run.
            std::process::exit(1);
        }
    }

    fn thread(&self) -> u32 {
        let next = || self.threads.fetch_add(1, Ordering::Relaxed);
        THREAD.try_with(|thread| *thread.get_or_init(next)).unwrap_or_else(|_| next())
    }
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
