//! Instants: when two are one, and how they are written.

use records::Clock;

use crate::recording::Recording;

/// Instants closer than this, in microseconds, count as the same.
pub(crate) fn same_instant(clock: Option<Clock>) -> u64 {
    match clock {
        Some(Clock::Real) => 50_000,
        Some(Clock::Virtual) | None => 1,
    }
}

impl Recording {
    /// An instant for a heading, from microseconds on the program's clock: `2 s`; on the real clock to
    /// the hundredth of a second.
    pub fn instant(&self, micros: u64) -> String {
        instant(micros, self.clock)
    }
}

/// The same on this clock.
pub(crate) fn instant(micros: u64, clock: Option<Clock>) -> String {
    match clock {
        Some(Clock::Real) => format!("{:.2} s", micros as f64 / 1e6),
        Some(Clock::Virtual) | None => seconds(micros),
    }
}

/// Microseconds as seconds, as short as it is exact: `2 s`, `0.25 s`.
pub(crate) fn seconds(micros: u64) -> String {
    let (whole, rest) = (micros / 1_000_000, micros % 1_000_000);
    let fraction = format!("{rest:06}");
    match fraction.trim_end_matches('0') {
        "" => format!("{whole} s"),
        digits => format!("{whole}.{digits} s"),
    }
}
