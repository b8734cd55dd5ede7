//! Why a line comes after another one: because nothing else can be, by the clock, or not promised.

use std::fmt;

use crate::edges;
use crate::instant::same_instant;
use crate::nodes::Nodes;
use crate::recording::Recording;

/// Why a line comes after another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Order {
    /// It could have come first in no schedule: a path of edges leads from the one to the other.
    Because,
    /// There is no such path, but the instants differ: it holds while the delays hold.
    ByTheClock,
    /// There is no such path, and the delays do not keep the two apart: another run, another
    /// version of the runtime, or one more task may swap them.
    NotPromised,
}

/// The reasons for the order of a recording's lines, which are known by their index.
#[derive(Debug)]
pub struct Orders {
    /// For each line, the lines that precede it in every schedule.
    before: Vec<Nodes>,
    /// For each line, when it was printed.
    at: Vec<u64>,
    /// For each line, the poll that printed it: on the real clock a poll is one instant, however
    /// long a loaded machine takes over it.
    polls: Vec<Option<usize>>,
    /// From this instant on, it depends on the schedule when things happen.
    horizon: u64,
    /// Instants closer than this count as the same.
    apart: u64,
}

impl Order {
    /// Its name, as a transcript has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Because => "because",
            Self::ByTheClock => "by the clock",
            Self::NotPromised => "not promised",
        }
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Recording {
    /// Why each of its lines comes after each other one.
    pub fn orders(&self) -> Orders {
        let edges = edges::find(self);
        Orders {
            before: edges.before,
            at: self.lines.iter().map(|line| line.at).collect(),
            polls: self.lines.iter().map(|line| line.poll).collect(),
            horizon: edges.horizon,
            apart: same_instant(self.clock),
        }
    }
}

impl Orders {
    /// Why the line with the index `later` comes after the one with the index `earlier`.
    ///
    /// # Panics
    ///
    /// If the recording has no such lines.
    pub fn between(&self, earlier: usize, later: usize) -> Order {
        let is_before = |before: &Nodes| earlier < self.before.len() && before.contains(earlier);
        let (first, second) = (self.at[earlier], self.at[later]);
        let is_one_poll = self.polls[earlier].is_some() && self.polls[earlier] == self.polls[later];
        let is_apart = !is_one_poll && second >= first.saturating_add(self.apart);
        if self.before.get(later).is_some_and(is_before) {
            Order::Because
        } else if first < self.horizon && is_apart {
            Order::ByTheClock
        } else {
            Order::NotPromised
        }
    }

    /// For each line why it comes after the line before it; none for the first.
    pub fn marks(&self) -> Vec<Option<Order>> {
        let mark = |line: usize| Some(self.between(line.checked_sub(1)?, line));
        (0..self.at.len()).map(mark).collect()
    }
}
