//! What a lane can wait on.

#[cfg(feature = "serde")]
use serde::Deserialize;

/// What a lane waits on, in tokio's words; asyncio's recorder uses them for what is the same there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Deserialize), serde(rename_all = "snake_case"))]
pub enum Resource {
    /// A sleep.
    Sleep,
    /// The time limit of something else.
    Timeout,
    /// An interval's next tick.
    Tick,
    /// The end of a task, or of a blocking call.
    Join,
    /// The end of any task of a set.
    JoinNext,
    /// A message.
    Recv,
    /// Room in a channel.
    Send,
    /// The value of a oneshot.
    Oneshot,
    /// The end of a channel's receivers.
    Closed,
    /// A message that all receivers get.
    Broadcast,
    /// A change of a watched value.
    Watch,
    /// A lock.
    Lock,
    /// A lock to read under.
    Read,
    /// A lock to write under.
    Write,
    /// A permit of a semaphore.
    Acquire,
    /// A barrier.
    Barrier,
    /// A value that is set once.
    OnceCell,
    /// A notification; asyncio's `Event`.
    Notified,
    /// Nothing: it lets others run.
    YieldNow,
    /// Nothing: tokio makes it let others run.
    Budget,
    /// The tasks of a local set.
    #[cfg_attr(feature = "serde", serde(rename = "local set"))]
    LocalSet,
    /// A socket.
    Socket,
    /// A process.
    Process,
    /// A signal.
    Signal,
    /// A stream's next item.
    Next,
    /// The end of all that is in a queue of asyncio's.
    QueueJoin,
    /// A condition of asyncio's.
    Condition,
    /// A future that is none of these.
    #[cfg_attr(feature = "serde", serde(other))]
    Future,
}

impl Resource {
    /// Whether it is a timer, or has one inside.
    pub fn is_timer(self) -> bool {
        matches!(self, Self::Sleep | Self::Timeout | Self::Tick)
    }
}
