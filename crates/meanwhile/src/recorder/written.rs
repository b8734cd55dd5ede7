//! How much each thread writes: where several run at once, it tells whose a printed line is.

use std::cell::Cell;

thread_local! {
    static RECORDS: Cell<u64> = const { Cell::new(0) };
}

/// This thread has written so many bytes of records.
pub fn add_record(bytes: usize) {
    let _ = RECORDS.try_with(|records| records.set(records.get() + bytes as u64));
}

/// How many bytes this thread has written so far, to whatever, records left out; `None` where the
/// system does not count (Linux does: `wchar` in `/proc/thread-self/io`, see proc_pid_io(5)).
pub fn by_this_thread() -> Option<u64> {
    let counters = std::fs::read_to_string("/proc/thread-self/io").ok()?;
    let wchar = counters.lines().find_map(|line| line.strip_prefix("wchar: "))?;
    let records = RECORDS.try_with(Cell::get).ok()?;
    wchar.parse::<u64>().ok()?.checked_sub(records)
}
