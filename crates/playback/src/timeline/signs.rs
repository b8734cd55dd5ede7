//! The signs of which a timeline in letters is made.

use crate::steps::State;

/// What a sign stands for; whoever shows a timeline may colour it by this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ink {
    /// A lane runs.
    Runs,
    /// A lane runs while time passes: it blocks its thread.
    Blocks,
    /// A lane is new or woken.
    Queued,
    /// A lane is at an await.
    Suspended,
    /// A lane is over.
    Done,
    /// A lane was dropped before its end.
    Cancelled,
    /// A lane panicked.
    Panicked,
    /// The number of a printed line.
    Line,
    /// A line that the twin prints otherwise, or not at all.
    Differs,
    /// An arrow from the lane that makes or wakes another.
    Arrow,
    /// The clock, and whatever else outside the lanes wakes one.
    Outside,
    /// The name of an instant, a lane, a runtime.
    Heading,
    /// What stands beside the matter itself.
    Aside,
    /// Nothing.
    Blank,
}

/// One character of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) sign: char,
    pub(super) ink: Ink,
    /// The wait in which the lane is, by its number in the grid.
    pub(super) wait: Option<usize>,
}

/// The alphabet: Unicode, or ASCII.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signs {
    pub(super) runs: char,
    pub(super) blocks: char,
    pub(super) queued: char,
    pub(super) suspended: char,
    pub(super) done: char,
    pub(super) cancelled: char,
    pub(super) panicked: char,
    pub(super) differs: char,
    pub(super) up: char,
    pub(super) down: char,
    pub(super) passes: char,
    pub(super) over: char,
    pub(super) from_above: char,
    pub(super) from_below: char,
    pub(super) clock: char,
    pub(super) outside: char,
    pub(super) itself: char,
    pub(super) leap: char,
    pub(super) left_out: char,
    pub(super) cut: char,
}

const UNICODE: Signs = Signs {
    runs: '▇',
    blocks: '▓',
    queued: '░',
    suspended: '┈',
    done: '✓',
    cancelled: '✗',
    panicked: '!',
    differs: '≠',
    up: '▲',
    down: '▼',
    passes: '│',
    over: '─',
    from_above: '┬',
    from_below: '┴',
    clock: '◷',
    outside: '○',
    itself: '↻',
    leap: '╎',
    left_out: '⋯',
    cut: '…',
};

const ASCII: Signs = Signs {
    runs: '#',
    blocks: '%',
    queued: ':',
    suspended: '.',
    done: '/',
    cancelled: 'X',
    panicked: '!',
    differs: '?',
    up: '^',
    down: 'v',
    passes: '|',
    over: '-',
    from_above: '+',
    from_below: '+',
    clock: '@',
    outside: 'o',
    itself: '&',
    leap: '|',
    left_out: '~',
    cut: '~',
};

/// What the signs mean, in the order of a legend.
pub(super) const MEANINGS: [(Ink, &str); 8] = [
    (Ink::Queued, "queued: new, or woken"),
    (Ink::Runs, "runs"),
    (Ink::Line, "prints line 1"),
    (Ink::Suspended, "suspended: what it awaits, source line"),
    (Ink::Blocks, "runs on while time passes: blocks its thread"),
    (Ink::Done, "done"),
    (Ink::Cancelled, "cancelled"),
    (Ink::Panicked, "panicked"),
];

impl Signs {
    pub(super) fn of(ascii: bool) -> Self {
        if ascii { ASCII } else { UNICODE }
    }

    /// How a state is drawn where nothing else is.
    pub(super) fn fill(&self, state: Option<State>) -> (char, Ink) {
        match state {
            Some(State::Queued) => (self.queued, Ink::Queued),
            Some(State::Running) => (self.runs, Ink::Runs),
            Some(State::Suspended) => (self.suspended, Ink::Suspended),
            Some(State::Done | State::Cancelled | State::Panicked) | None => (' ', Ink::Blank),
        }
    }

    /// The sign of an end.
    pub(super) fn end(&self, state: State) -> Option<(char, Ink)> {
        match state {
            State::Done => Some((self.done, Ink::Done)),
            State::Cancelled => Some((self.cancelled, Ink::Cancelled)),
            State::Panicked => Some((self.panicked, Ink::Panicked)),
            State::Queued | State::Running | State::Suspended => None,
        }
    }
}
