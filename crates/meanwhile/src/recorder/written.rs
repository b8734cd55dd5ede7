//! How much each thread writes: where several print at once, it tells whose a printed line is.
//!
//! To ask the system before and after each poll costs almost as much as all else that is recorded of
//! it. So as long as the recorder knows of one thread only, polls that follow one another quickly are
//! counted together. None is left out, because the program may have a thread that prints and does
//! nothing else, of which the recorder does not hear: a line is not theirs who wrote nothing.

use std::cell::{Cell, OnceCell};
use std::sync::atomic::{AtomicBool, Ordering};

/// So many counts on a thread are of one poll each: few lessons have more polls, and it takes some
/// milliseconds to ask so often.
const ONE_BY_ONE: u32 = 1_000;

/// After those nothing is counted for so many microseconds after each count, which takes two or three.
const INTERVAL: u64 = 100;

thread_local! {
    static RECORDS: Cell<u64> = const { Cell::new(0) };
    static METER: Cell<Meter> = const { Cell::new(Meter::NEW) };
    /// What the system has counted of this thread.
    static COUNTERS: OnceCell<Option<Counters>> = const { OnceCell::new() };
}

static SEVERAL_THREADS: AtomicBool = AtomicBool::new(false);

/// This thread has written so many bytes of records.
pub fn add_record(bytes: usize) {
    let _ = RECORDS.try_with(|records| records.set(records.get() + bytes as u64));
}

/// From now on several threads can print at once.
pub fn expect_several_threads() {
    SEVERAL_THREADS.store(true, Ordering::Relaxed);
}

/// Whether several threads can print at once, as far as is known.
pub fn several_threads_can_print() -> bool {
    SEVERAL_THREADS.load(Ordering::Relaxed)
}

/// A poll begins on this thread, on which nothing runs.
pub fn a_poll_begins() {
    let _ = METER.try_with(|kept| {
        let mut meter = kept.get();
        meter.begin(by_this_thread);
        kept.set(meter);
    });
}

/// It ends, when the wall clock shows `wall`: how many bytes this thread has written in it and in
/// the polls before it that were not counted; `None` if it is not counted yet.
pub fn a_poll_ends(wall: u64) -> Option<u64> {
    let several = several_threads_can_print();
    let wrote = METER.try_with(|kept| {
        let mut meter = kept.get();
        let wrote = meter.end(wall, several, by_this_thread);
        kept.set(meter);
        wrote
    });
    wrote.ok().flatten()
}

/// Decides when a thread's bytes are counted.
#[derive(Clone, Copy)]
struct Meter {
    /// What had been written when the first of the polls began that are not counted yet.
    before: Option<u64>,
    counts: u32,
    /// When the wall clock showed the end of the last poll that was counted.
    counted: u64,
}

impl Meter {
    const NEW: Self = Self { before: None, counts: 0, counted: 0 };

    fn begin(&mut self, written: impl FnOnce() -> Option<u64>) {
        self.before = self.before.or_else(written);
    }

    fn end(
        &mut self,
        wall: u64,
        several_threads: bool,
        written: impl FnOnce() -> Option<u64>,
    ) -> Option<u64> {
        let is_due = several_threads
            || self.counts < ONE_BY_ONE
            || wall.saturating_sub(self.counted) >= INTERVAL;
        if !is_due {
            return None;
        }
        let before = self.before.take()?;
        self.counts = self.counts.saturating_add(1);
        self.counted = wall;
        written()?.checked_sub(before)
    }
}

/// How many bytes this thread has written so far, to whatever, records left out; `None` where the
/// system does not count (Linux does: `wchar` in `/proc/thread-self/io`, see proc_pid_io(5)).
fn by_this_thread() -> Option<u64> {
    let wchar = COUNTERS.try_with(|file| file.get_or_init(Counters::open).as_ref()?.wchar());
    let records = RECORDS.try_with(Cell::get).ok()?;
    wchar.ok()??.checked_sub(records)
}

/// A file that is opened once: it is read often.
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// A thread whose polls are metered, and how often the system was asked about it.
    struct Thread {
        meter: Meter,
        written: u64,
        wall: u64,
        several_threads: bool,
        asked: Cell<u32>,
    }

    impl Thread {
        fn new() -> Self {
            let (meter, asked) = (Meter::NEW, Cell::new(0));
            Self { meter, written: 0, wall: 0, several_threads: false, asked }
        }

        /// One that has had all the polls that are counted one by one.
        fn that_is_busy() -> Self {
            let mut thread = Self::new();
            for _ in 0..ONE_BY_ONE {
                assert_eq!(thread.polls(1, 7), Some(7));
            }
            thread.asked.set(0);
            thread
        }

        /// A poll that takes so many microseconds and writes so many bytes.
        fn polls(&mut self, micros: u64, bytes: u64) -> Option<u64> {
            let ask = |written| {
                self.asked.set(self.asked.get() + 1);
                Some(written)
            };
            self.meter.begin(|| ask(self.written));
            self.wall += micros;
            self.written += bytes;
            self.meter.end(self.wall, self.several_threads, || ask(self.written))
        }
    }

    #[test]
    fn quick_polls_are_counted_together_and_none_is_left_out() {
        let mut thread = Thread::that_is_busy();
        let counts: Vec<_> = (1..=200).map(|bytes| thread.polls(1, bytes)).collect();
        let is_counted = |place: &usize| counts[*place].is_some();
        assert_eq!((0..200).filter(is_counted).collect::<Vec<_>>(), [99, 199]);
        assert_eq!(counts[99], Some((1..=100).sum()));
        assert_eq!(counts[199], Some((101..=200).sum()));
        assert_eq!(thread.asked.get(), 4);
    }

    #[test]
    fn a_poll_is_counted_by_itself_if_the_last_count_is_long_ago() {
        let mut thread = Thread::that_is_busy();
        for bytes in 0..10 {
            thread.wall += INTERVAL;
            assert_eq!(thread.polls(1, bytes), Some(bytes));
        }
        assert_eq!(thread.polls(1, 5), None);
        assert_eq!(thread.polls(INTERVAL, 6), Some(11), "with the one before it");
    }

    #[test]
    fn each_poll_is_counted_once_several_threads_can_print() {
        let mut thread = Thread::that_is_busy();
        assert_eq!(thread.polls(1, 5), None);
        thread.several_threads = true;
        assert_eq!(thread.polls(1, 6), Some(11), "with the one before it");
        for bytes in 0..100 {
            assert_eq!(thread.polls(1, bytes), Some(bytes));
        }
    }

    #[test]
    fn what_is_written_between_polls_that_are_counted_is_not_theirs() {
        let mut thread = Thread::new();
        assert_eq!(thread.polls(1, 5), Some(5));
        thread.written += 100;
        assert_eq!(thread.polls(1, 6), Some(6));
    }

    #[test]
    fn a_system_that_does_not_count_is_believed() {
        let mut meter = Meter::NEW;
        for wall in 0..10 {
            meter.begin(|| None);
            assert_eq!(meter.end(wall * INTERVAL, true, || None), None);
        }
    }
}
