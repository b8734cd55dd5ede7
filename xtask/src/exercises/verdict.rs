//! What an answer is, by name.

use records::Place;
use serde::Serialize;

/// What came of judging an answer.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// What it is called.
    pub name: String,
    /// What happened, in the learner's terms.
    pub why: String,
    /// The line that it rests on.
    pub place: Option<Place>,
    /// What asyncio would have done; nothing if the answer is right.
    pub asyncio: String,
}

/// The verdicts that the judge itself gives; an exercise may name others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Name {
    /// It does what is asked, in every schedule that was tried.
    Right,
    /// It printed what is asked, and a schedule was found in which it does not.
    RightByLuck,
    /// There is no file.
    NoFile,
    /// The file has no code.
    Emptied,
    /// rustc refused it.
    DoesNotCompile,
    /// All wait, and nothing can wake one.
    Deadlock,
    /// A lane never comes to an await, or never stops being polled.
    EndlessLoop,
    /// Timers wake it for ever.
    TimerForEver,
    /// It prints without end.
    OutputFlood,
    /// It was still at it when its time was over.
    TookTooLong,
    /// It wants more memory than there is for it.
    TooMuchMemory,
    /// `main` panicked.
    Panicked,
    /// It ended the process, or a signal did.
    Crashed,
    /// A poll kept the thread.
    BlockedTheThread,
    /// A future was built that nothing polled.
    NeverAwaited,
    /// One wait begins when the one before is over.
    AwaitedInTurn,
    /// Less was spawned than is asked for.
    NoTask,
    /// Tasks were alive when `main` was over.
    LeftTasksBehind,
    /// The same, and nobody ever waited for a task.
    HandleDropped,
    /// It takes longer than it may.
    TooLate,
    /// It is over before it may be.
    TooEarly,
    /// Its times are wrong, and so are the solution's: the machine is too busy.
    BusyMachine,
    /// The lines are right, and come in another order.
    WrongOrder,
    /// A line says something else.
    WrongResult,
    /// Of a prediction: two neighbours that nothing keeps apart, taken for promised.
    LuckNotMarked,
    /// Two neighbours that are taken for luck, and are none.
    PromisedAfterAll,
    /// A line that the program prints is not there.
    LineMissing,
    /// A line is there that the program does not print, or not so often.
    LineUnknown,
}

impl Name {
    /// All of them.
    pub const ALL: [Self; 28] = [
        Self::Right,
        Self::RightByLuck,
        Self::NoFile,
        Self::Emptied,
        Self::DoesNotCompile,
        Self::Deadlock,
        Self::EndlessLoop,
        Self::TimerForEver,
        Self::OutputFlood,
        Self::TookTooLong,
        Self::TooMuchMemory,
        Self::Panicked,
        Self::Crashed,
        Self::BlockedTheThread,
        Self::NeverAwaited,
        Self::AwaitedInTurn,
        Self::NoTask,
        Self::LeftTasksBehind,
        Self::HandleDropped,
        Self::TooLate,
        Self::TooEarly,
        Self::BusyMachine,
        Self::WrongOrder,
        Self::WrongResult,
        Self::LuckNotMarked,
        Self::PromisedAfterAll,
        Self::LineMissing,
        Self::LineUnknown,
    ];

    /// What the learner reads.
    pub fn text(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::RightByLuck => "right by luck",
            Self::NoFile => "no file",
            Self::Emptied => "emptied",
            Self::DoesNotCompile => "does not compile",
            Self::Deadlock => "deadlock",
            Self::EndlessLoop => "endless loop",
            Self::TimerForEver => "a timer for ever",
            Self::OutputFlood => "output flood",
            Self::TookTooLong => "took too long",
            Self::TooMuchMemory => "too much memory",
            Self::Panicked => "panicked",
            Self::Crashed => "crashed",
            Self::BlockedTheThread => "blocked the thread",
            Self::NeverAwaited => "never awaited",
            Self::AwaitedInTurn => "awaited in turn",
            Self::NoTask => "no task",
            Self::LeftTasksBehind => "left tasks behind",
            Self::HandleDropped => "handle dropped",
            Self::TooLate => "too late",
            Self::TooEarly => "too early",
            Self::BusyMachine => "busy machine",
            Self::WrongOrder => "wrong order",
            Self::WrongResult => "wrong result",
            Self::LuckNotMarked => "luck not marked",
            Self::PromisedAfterAll => "promised after all",
            Self::LineMissing => "line missing",
            Self::LineUnknown => "line unknown",
        }
    }
}

impl Verdict {
    /// A verdict of the judge's own.
    pub fn new(name: Name, why: impl Into<String>, asyncio: impl Into<String>) -> Self {
        Self { name: name.text().to_owned(), why: why.into(), place: None, asyncio: asyncio.into() }
    }

    /// The same, resting on a line.
    pub fn at(mut self, place: Option<Place>) -> Self {
        self.place = place;
        self
    }

    /// Whether the answer is right.
    pub fn is_right(&self) -> bool {
        self.name == Name::Right.text()
    }
}
