//! How far a program may go that is played.

use std::time::Duration;

use records::Clock;

/// How far a program may go.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long it may run, on the wall; what it waits for a core that others have does not count.
    pub wall: Duration,
    /// How many bytes it may print; records do not count.
    pub printed: usize,
    /// How many lines it may print.
    pub lines: usize,
    /// How many records it may write.
    pub records: usize,
    /// How much memory it may ask the system for, in bytes.
    pub memory: u64,
    /// How often to look whether it has ended, at the least: sooner where its pipes close.
    pub look: Duration,
}

impl Limits {
    /// The limits for a program on this clock; a real one takes the time that it takes.
    pub fn on(clock: Clock) -> Self {
        let seconds = match clock {
            Clock::Virtual => 10,
            Clock::Real => 30,
        };
        Self {
            wall: Duration::from_secs(seconds),
            printed: 32 << 20,
            lines: 200_000,
            records: 200_000,
            memory: 4 << 30,
            look: Duration::from_millis(20),
        }
    }
}
