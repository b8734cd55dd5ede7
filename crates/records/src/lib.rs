//! The words of a recording: what a recorder writes between a program's printed lines and what
//! `playback` reads.
//!
//! A record stands in the program's own stdout, so that its place among the printed lines is
//! exact. It is framed as
//!
//! ```text
//! 0x1E  mark  JSON  \n
//! ```
//!
//! where 0x1E is ASCII's record separator and the mark is chosen anew for each run by whoever
//! starts the program (the environment variable `MEANWHILE_RECORD`), so that nothing the program
//! prints can be mistaken for a record. A record may stand in the middle of a line: a program can
//! print half a line and suspend. Every frame is written in one call and is no longer than
//! [`LONGEST`], so that no other thread's output comes between its bytes.
//!
//! [`Record::frame`] writes one. `Record::parse`, which asks for the feature `serde`, reads its JSON:
//! a program that records links no serde. asyncio's recorder, in `xtask/python`, writes the same words.

mod frame;
#[cfg(feature = "serde")]
mod parse;
mod resource;
mod words;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

pub use frame::begin;
pub use resource::Resource;

/// The version of these words. It changes when a reader of the older ones would misunderstand.
pub const VERSION: u32 = 1;

/// The byte before each mark.
pub const SEPARATOR: u8 = 0x1E;

/// The longest frame, in bytes, its separator and its newline included: what Linux lets a pipe take in
/// one piece (`PIPE_BUF`, see pipe(7); POSIX promises 512).
pub const LONGEST: usize = 4096;

/// The number of a lane: 0 is the first of the run, counted in the order in which lanes appear.
pub type LaneId = u32;

/// One thing that happened, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Deserialize))]
pub struct Record {
    /// Microseconds on the program's clock since it began; on the virtual clock these jump.
    pub at: u64,
    /// Microseconds on the wall since the program began.
    pub wall: u64,
    /// Which thread wrote the record: 0 is the first that wrote one.
    pub thread: u32,
    /// What happened.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub event: Event,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Deserialize), serde(tag = "is", rename_all = "snake_case"))]
pub enum Event {
    /// The program begins. The first record.
    Begins {
        /// [`VERSION`] of the writer.
        version: u32,
        /// Who writes: `tokio` or `asyncio`.
        runtime: String,
        /// The clock that the program runs on.
        clock: Clock,
        /// Whether the runtime has one thread or several.
        threads: Threads,
    },
    /// A lane appears: a task is spawned, a coroutine is first polled, a blocking call is handed over.
    Appears {
        /// The new lane.
        lane: LaneId,
        /// What it is.
        kind: Kind,
        /// What it is called, if the runtime knows: the async function's name. Not unique.
        name: String,
        /// The lane that was running when it appeared.
        parent: Option<LaneId>,
        /// Where in the program's own source.
        place: Option<Place>,
        /// Of a coroutine: among what its parent awaits it.
        among: Option<Among>,
        /// Whether it is made in one of several branches that its parent runs in turns; a coroutine
        /// may be such a branch itself.
        #[cfg_attr(feature = "serde", serde(default))]
        beside: bool,
    },
    /// A lane begins to run: a poll, a step of a coroutine, the start of a blocking call.
    ///
    /// The last such pair before [`Event::Ends`] is the drop of what the lane held.
    Runs {
        /// The lane.
        lane: LaneId,
    },
    /// The lane that ran stops running.
    Stops {
        /// The lane.
        lane: LaneId,
        /// How many bytes its thread wrote, records left out, since it was last counted: in this run,
        /// and in those outermost runs of the thread just before of which nothing is said. It tells
        /// whose a printed line is where lanes run on several threads at once. `None` if it is counted
        /// later, if another lane on the same thread goes on running, if the clock is virtual, or if
        /// the system does not count.
        wrote: Option<u64>,
    },
    /// The running lane leaves its waker with something: it waits for it.
    Waits {
        /// The lane.
        lane: LaneId,
        /// What it waits on.
        on: Resource,
        /// The line of the `.await`, if it stands in the program's own source.
        place: Option<Place>,
        /// The async functions under way, innermost first, with the line each is at.
        #[cfg_attr(feature = "serde", serde(default))]
        within: Vec<Frame>,
        /// Among what the lane awaits it.
        among: Option<Among>,
        /// Whether the program's own code that waits is one of several branches that the lane runs
        /// in turns: what another branch prints may come before or after.
        #[cfg_attr(feature = "serde", serde(default))]
        beside: bool,
    },
    /// The running lane takes a lock, a permit or a place in a channel, with or without having
    /// waited for it. tokio tells it twice.
    Takes {
        /// The lane.
        lane: LaneId,
    },
    /// A lane is woken: it may run again.
    Wakes {
        /// The lane that is woken.
        lane: LaneId,
        /// Who wakes it.
        by: By,
    },
    /// A lane is over.
    Ends {
        /// The lane.
        lane: LaneId,
        /// How.
        how: How,
    },
    /// A panic begins, whoever catches it.
    Panics {
        /// The lane that was running, if one was.
        lane: Option<LaneId>,
        /// The panic's message.
        message: String,
        /// Where.
        place: Option<Place>,
    },
    /// The virtual clock reached its limit: nothing but timers, or nothing at all, is left to run.
    Limit {
        /// How many threads the process has beside the one that writes this, if the system tells.
        others: Option<u32>,
    },
    /// The program's main function is about to return. The last record.
    Returns {
        /// How many threads the process has beside the one that writes this, if the system tells.
        others: Option<u32>,
    },
}

/// Among what something is awaited; unknown where a library awaits it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Deserialize), serde(rename_all = "snake_case"))]
pub enum Among {
    /// Alone, or in a join: who awaits goes on only when it, and all else, is over.
    All,
    /// In a `select!`, in a `try_join!` or under a time-out: who awaits goes on when any is over, and
    /// drops the others.
    Any,
    /// As one of several that go on: who awaits takes whichever is ready next.
    Next,
}

/// Which clock a program runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "snake_case"))]
pub enum Clock {
    /// Seconds take no time: the clock jumps to the next timer when nothing can run.
    Virtual,
    /// Seconds take a second.
    Real,
}

/// How many threads run tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "snake_case"))]
pub enum Threads {
    /// One, as in asyncio.
    One,
    /// Several.
    Several,
}

/// What a lane is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "snake_case"))]
pub enum Kind {
    /// What the runtime was told to run: `main`.
    Root,
    /// A spawned task.
    Task,
    /// A coroutine inside a task, made visible by `#[tracing::instrument]`.
    Coroutine,
    /// A call on a thread of the blocking pool.
    Blocking,
}

/// Who woke a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Deserialize), serde(rename_all = "snake_case"))]
pub enum By {
    /// A lane that was running, or that had just ended.
    Lane(LaneId),
    /// A timer.
    Clock,
    /// The operating system: a socket, a pipe, a signal.
    Driver,
    /// The runtime, on behalf of a lane that had yielded.
    Yield,
    /// A thread that is none of the runtime's.
    Thread,
    /// The recorder could not tell.
    Unknown,
}

/// How a lane ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "snake_case"))]
pub enum How {
    /// It returned.
    Done,
    /// It was dropped before it returned.
    Cancelled,
    /// It panicked.
    Panicked,
}

/// A place in the program's own source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Place {
    /// The file, relative to the package's folder: `src/main.rs`.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1; 0 if unknown.
    #[cfg_attr(feature = "serde", serde(default))]
    pub column: u32,
}

/// An async function under way, or an async block in one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Deserialize))]
pub struct Frame {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub place: Place,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}
