//! How much each thread writes: where several run at once, it tells whose a printed line is.

use std::cell::{Cell, OnceCell};

thread_local! {
    static RECORDS: Cell<u64> = const { Cell::new(0) };
    /// What the system has counted of this thread.
    static COUNTERS: OnceCell<Option<Counters>> = const { OnceCell::new() };
}

/// This thread has written so many bytes of records.
pub fn add_record(bytes: usize) {
    let _ = RECORDS.try_with(|records| records.set(records.get() + bytes as u64));
}

/// How many bytes this thread has written so far, to whatever, records left out; `None` where the
/// system does not count (Linux does: `wchar` in `/proc/thread-self/io`, see proc_pid_io(5)).
pub fn by_this_thread() -> Option<u64> {
    let wchar = COUNTERS.try_with(|file| file.get_or_init(Counters::open).as_ref()?.wchar());
    let records = RECORDS.try_with(Cell::get).ok()?;
    wchar.ok()??.checked_sub(records)
}

/// A file that is opened once: it is read at each poll.
#[cfg(unix)]
struct Counters(std::fs::File);

#[cfg(unix)]
impl Counters {
    fn open() -> Option<Self> {
        std::fs::File::open("/proc/thread-self/io").ok().map(Self)
    }

    fn wchar(&self) -> Option<u64> {
        use std::os::unix::fs::FileExt;
        let mut text = [0; 512];
        let length = self.0.read_at(&mut text, 0).ok()?;
        let text = std::str::from_utf8(&text[..length]).ok()?;
        text.lines().find_map(|line| line.strip_prefix("wchar: "))?.parse().ok()
    }
}

#[cfg(not(unix))]
struct Counters;

#[cfg(not(unix))]
impl Counters {
    fn open() -> Option<Self> {
        None
    }

    fn wchar(&self) -> Option<u64> {
        None
    }
}
