//! How often a random program does what.

/// What the next step is to be, if it can be.
#[derive(Clone, Copy)]
pub enum Plan {
    Say,
    Sleep,
    Yield,
    Spawn,
    Await,
    Abort,
    Canceller,
    Cancel,
    Join,
    Set,
    Channel,
    Send,
    Receive,
    Oneshot,
    Put,
    Take,
    Notify,
    Notified,
    Lock,
    Locked,
    Select,
    Timeout,
    Drop,
}

/// What makes something to be waited for: some of it comes first.
pub const MAKERS: [(usize, Plan); 4] =
    [(5, Plan::Channel), (3, Plan::Oneshot), (2, Plan::Notify), (3, Plan::Lock)];

/// All steps, each with how often it comes.
pub const PLANS: [(usize, Plan); 23] = [
    (14, Plan::Say),
    (12, Plan::Sleep),
    (1, Plan::Yield),
    (16, Plan::Spawn),
    (8, Plan::Await),
    (2, Plan::Abort),
    (2, Plan::Canceller),
    (4, Plan::Cancel),
    (5, Plan::Join),
    (4, Plan::Set),
    (6, Plan::Channel),
    (12, Plan::Send),
    (12, Plan::Receive),
    (5, Plan::Oneshot),
    (10, Plan::Put),
    (10, Plan::Take),
    (3, Plan::Notify),
    (8, Plan::Notified),
    (3, Plan::Lock),
    (12, Plan::Locked),
    (6, Plan::Select),
    (3, Plan::Timeout),
    (2, Plan::Drop),
];
