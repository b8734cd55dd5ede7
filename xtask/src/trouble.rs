//! What can go wrong when a program is played, by name.

use std::fmt;
use std::time::Duration;

use playback::{LaneState, Outside};
use records::Place;

use crate::course::Program;
use crate::show::{seconds, tame};

/// What went wrong.
///
/// Its name says what to look up, its sentence what happened here, its advice what to do next.
#[derive(Clone, Debug)]
pub enum Trouble {
    /// rustc refused it.
    DidNotCompile,
    /// The runner could not start it, or lost it.
    NotPlayed(String),
    /// It wrote no record.
    RecordedNothing(Tail),
    /// Its main function panicked.
    Panicked {
        /// The panic's message.
        message: String,
        /// Where.
        place: Option<Place>,
        /// The lane that ran.
        lane: String,
    },
    /// It ended with a code that is not 0.
    Exited(i32, Tail),
    /// A signal ended it.
    Killed(i32, Tail),
    /// All lanes wait, and nothing is left that could wake one.
    Deadlock {
        /// When the last lane ran.
        after: Duration,
        /// Who waits.
        lanes: Vec<LaneState>,
    },
    /// The clock runs on and on, from timer to timer.
    TimerForEver {
        /// What the program's clock said.
        at: Duration,
        /// Who is not done.
        lanes: Vec<LaneState>,
    },
    /// A lane computes and does not come to an await.
    EndlessLoop(LaneState),
    /// A lane is stuck in a call that blocks its thread.
    BlockedThread(LaneState),
    /// A lane is polled again and again.
    PolledWithoutEnd {
        /// Its name.
        lane: String,
        /// How often it ran, among the last records.
        times: usize,
    },
    /// It printed more than anybody reads.
    OutputFlood,
    /// It was still at it when its time was over.
    TookTooLong {
        /// Its time.
        limit: Duration,
        /// Who is not done.
        lanes: Vec<LaneState>,
    },
    /// It runs on the virtual clock and has to do with the world outside.
    OutsideWorld(Outside),
}

/// The end of what a program wrote to stderr.
#[derive(Clone, Debug, Default)]
pub struct Tail(String);

impl Tail {
    /// The last lines of `stderr`, but for backtraces: a panic during a panic writes one unasked.
    pub fn of(stderr: &str) -> Self {
        const LINES: usize = 8;
        let is_frame = |line: &str| {
            let (number, rest) = line.trim_start().split_once(": ").unwrap_or_default();
            line.starts_with(' ') && number.parse::<u32>().is_ok() && rest.contains("0x")
                || line.trim_start().starts_with("at ") && line.starts_with("        ")
                || line == "stack backtrace:"
                || line.starts_with("note: run with `RUST_BACKTRACE=1`")
                || line.trim().is_empty()
        };
        let lines: Vec<&str> = stderr.trim_end().lines().filter(|line| !is_frame(line)).collect();
        Self(tame(&lines[lines.len().saturating_sub(LINES)..].join("\n")))
    }
}

impl Trouble {
    /// What it is called.
    pub fn name(&self) -> &'static str {
        match self {
            Self::DidNotCompile => "did not compile",
            Self::NotPlayed(_) => "not played",
            Self::RecordedNothing(_) => "recorded nothing",
            Self::Panicked { .. } => "panicked",
            Self::Exited(..) => "failed",
            Self::Killed(..) => "killed",
            Self::Deadlock { .. } => "deadlock",
            Self::TimerForEver { .. } => "a timer for ever",
            Self::EndlessLoop(_) => "endless loop",
            Self::BlockedThread(_) => "blocked the thread",
            Self::PolledWithoutEnd { .. } => "polled without end",
            Self::OutputFlood => "output flood",
            Self::TookTooLong { .. } => "took too long",
            Self::OutsideWorld(_) => "outside world",
        }
    }

    /// What to do next with the program.
    pub fn advice(&self, program: &Program) -> String {
        let command = &program.command;
        match self {
            Self::DidNotCompile => {
                let check = command.replacen("run", "check", 1);
                format!("The compiler's words are above; again: {check}")
            }
            Self::NotPlayed(_) => format!("Does it run by itself? {command}"),
            Self::RecordedNothing(_) => {
                "Its main function needs `#[meanwhile::main(flavor = \"current_thread\")]`, and must \
                 not end the process before it is called."
                    .to_owned()
            }
            Self::Panicked { .. } | Self::Exited(..) | Self::Killed(..) => {
                format!("Run it by itself: {command}")
            }
            Self::Deadlock { .. } => {
                "Who was to wake them? Look for a sender that is kept, a lock that is held across an \
                 await, a task that waits for the task that waits for it."
                    .to_owned()
            }
            Self::TimerForEver { .. } => {
                "Give the loop an end: a number of ticks, a timeout around it, or an abort of its \
                 task."
                    .to_owned()
            }
            Self::EndlessLoop(_) => {
                "No other task of this thread can run before its next await: give the loop an end, \
                 or an await."
                    .to_owned()
            }
            Self::BlockedThread(_) => {
                "Its thread waits inside a call that is not async, and every other task of this \
                 thread with it: use tokio's own, or hand the call to `spawn_blocking`."
                    .to_owned()
            }
            Self::PolledWithoutEnd { .. } => {
                "It wakes itself, or is ready each time it is asked: let it wait for something."
                    .to_owned()
            }
            Self::OutputFlood => format!("See its first lines: {command} | head"),
            Self::TookTooLong { .. } => {
                let path = program.path();
                format!("Is it meant to take this long? Then: cargo xtask run {path} --limit SECONDS")
            }
            Self::OutsideWorld(_) => {
                "The virtual clock does not wait for the world outside: say `clock = \"real\"` in its \
                 `#[meanwhile::main(…)]`, or run it with --real."
                    .to_owned()
            }
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DidNotCompile => write!(f, "rustc refused it."),
            Self::NotPlayed(why) => write!(f, "{why}."),
            Self::RecordedNothing(tail) => {
                write!(f, "it ran without writing a single record.{tail}")
            }
            Self::Panicked { message, place, lane } => {
                write!(f, "`{lane}` panicked")?;
                if let Some(place) = place {
                    write!(f, " at {place}")?;
                }
                write!(f, ": {}", tame(message))
            }
            Self::Exited(code, tail) => write!(f, "it exited with code {code}.{tail}"),
            Self::Killed(number, tail) => match signal(*number) {
                Some(name) => write!(f, "signal {number} ({name}) ended it.{tail}"),
                None => write!(f, "signal {number} ended it.{tail}"),
            },
            Self::Deadlock { after, lanes } => {
                let after = seconds(*after);
                write!(f, "after {after} of the program's time nothing can run any more.")?;
                each(f, lanes)
            }
            Self::TimerForEver { at, lanes } => {
                let at = seconds(*at);
                write!(f, "after {at} of the program's time timers still wake it.")?;
                each(f, lanes)
            }
            Self::EndlessLoop(lane) => write!(f, "{lane}, and keeps a core busy."),
            Self::BlockedThread(lane) => write!(f, "{lane}, and its thread sleeps."),
            Self::PolledWithoutEnd { lane, times } => {
                write!(f, "`{lane}` runs again and again: {times} times at the very end.")
            }
            Self::OutputFlood => write!(f, "it printed more than anybody reads and was stopped."),
            Self::TookTooLong { limit, lanes } => {
                write!(f, "it was stopped after {}.", seconds(*limit))?;
                each(f, lanes)
            }
            Self::OutsideWorld(what) => write!(f, "on the virtual clock, {what}."),
        }
    }
}

/// Names the lanes that are not done, as many as one reads.
fn each(f: &mut fmt::Formatter<'_>, lanes: &[LaneState]) -> fmt::Result {
    const MOST: usize = 8;
    for lane in lanes.iter().take(MOST) {
        write!(f, "\n{lane}.")?;
    }
    match lanes.len().saturating_sub(MOST) {
        0 => Ok(()),
        more => write!(f, "\n… and {more} more."),
    }
}

impl fmt::Display for Tail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, " It wrote to stderr:\n{}", self.0) }
    }
}

fn signal(number: i32) -> Option<&'static str> {
    Some(match number {
        4 => "illegal instruction",
        6 => "abort",
        7 => "bus error",
        8 => "arithmetic",
        9 => "kill",
        11 => "segmentation fault",
        13 => "broken pipe",
        15 => "terminate",
        _ => return None,
    })
}
