//! How a program's run differs from its twin's.
//!
//! Equal are two runs if
//!
//! - they print the same lines: each line of the one is paired with a line of the other, first what is
//!   declared, then the same words, the first with the first;
//! - at the same instants. On the virtual clock these are equal. On the real one a loaded machine is
//!   late, so what counts is the time between a line and the line before it, and two times are the same
//!   unless the longer is at least one and a half of the shorter and [`LATE`], or [`LATE_AT_REST`] if
//!   the longer is that of a committed recording: it was made on a machine at rest. The beginning of
//!   the program counts as a line, with [`START_UP`] for what is no delay: loading, connecting;
//! - in the same order where one is promised: what tokio's recording calls *because* or *by the clock*
//!   asyncio prints in that order, and what one task of asyncio prints in turn tokio prints in that
//!   order. What is *not promised* may stand in any order. Lanes are not matched by name or number:
//!   `gather` makes tasks where `join!` makes none, and a branch of a join prints in its parent's lane
//!   unless it is instrumented.

use playback::Order;
use records::Clock;

use crate::compare::pairs::{Pair, Pairs};
use crate::compare::side::Side;
use crate::course::declared::Differs;

/// How much later than meant a line may be on the real clock, in microseconds.
pub const LATE: u64 = 500_000;

/// The same of a run on a machine at rest.
pub const LATE_AT_REST: u64 = 100_000;

/// How much later still the first line may be.
pub const START_UP: u64 = 1_000_000;

/// A difference that is not declared, or a declaration of one that is none. Lines are indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A line that only tokio prints.
    OnlyTokio(usize),
    /// A line that only asyncio prints.
    OnlyAsyncio(usize),
    /// A line at another instant.
    Instant(Pair),
    /// On the real clock, another time between a line and the line before it, if there is one.
    Gap(Option<Pair>, Pair),
    /// Two lines, the first of which asyncio prints after the second.
    Order(Pair, Pair, Option<Order>),
    /// A declaration is wrong, or not so any more.
    Stale(String),
}

/// What came of holding two runs against each other.
pub struct Comparison<'a> {
    /// The run of the program.
    pub tokio: Side,
    /// The run of its twin.
    pub asyncio: Side,
    /// Which line is which.
    pub pairs: Pairs,
    /// What differs and should not.
    pub differences: Vec<Difference>,
    /// What differs and must.
    pub declared: &'a [Differs],
}

impl<'a> Comparison<'a> {
    /// Compares two runs.
    pub fn of((tokio, asyncio): (Side, Side), declared: &'a [Differs]) -> Self {
        let (pairs, stale) = Pairs::of(&tokio, &asyncio, declared);
        let mut differences: Vec<Difference> = stale.into_iter().map(Difference::Stale).collect();
        differences.extend(pairs.only_tokio.iter().map(|line| Difference::OnlyTokio(*line)));
        differences.extend(pairs.only_asyncio.iter().map(|line| Difference::OnlyAsyncio(*line)));
        let mut comparison = Self { tokio, asyncio, pairs, differences, declared };
        let instants = match comparison.tokio.clock {
            Some(Clock::Real) => comparison.gaps(),
            Some(Clock::Virtual) | None => comparison.instants(),
        };
        let order = comparison.order();
        comparison.differences.extend(instants.into_iter().chain(order));
        comparison
    }

    /// Whether nothing differs that should not.
    pub fn is_equal(&self) -> bool {
        self.differences.is_empty()
    }

    /// Whether a line is printed at two instants, declared or not.
    fn is_retimed(&self, pair: Pair) -> bool {
        self.tokio.lines[pair.tokio].at != self.asyncio.lines[pair.asyncio].at
    }

    fn instants(&self) -> Vec<Difference> {
        let is_undeclared =
            |pair: &&Pair| self.is_retimed(**pair) && !self.pairs.retimed.contains(pair);
        self.pairs
            .both
            .iter()
            .filter(is_undeclared)
            .map(|pair| Difference::Instant(*pair))
            .collect()
    }

    fn gaps(&self) -> Vec<Difference> {
        let mut gaps = Vec::new();
        let mut before: Option<Pair> = None;
        for pair in &self.pairs.both {
            let since = |at: u64, line: Option<u64>| at.abs_diff(line.unwrap_or(0));
            let tokio = &self.tokio.lines;
            let asyncio = &self.asyncio.lines;
            let one = since(tokio[pair.tokio].at, before.map(|before| tokio[before.tokio].at));
            let other =
                since(asyncio[pair.asyncio].at, before.map(|before| asyncio[before.asyncio].at));
            let longer = if one > other { &self.tokio } else { &self.asyncio };
            let late = if longer.is_at_rest { LATE_AT_REST } else { LATE }
                + if before.is_some() { 0 } else { START_UP };
            if !is_about(one, other, late) {
                gaps.push(Difference::Gap(before, *pair));
            }
            before = Some(*pair);
        }
        gaps
    }

    fn order(&self) -> Vec<Difference> {
        let both = &self.pairs.both;
        let mut differences = Vec::new();
        for (place, first) in both.iter().enumerate() {
            for second in &both[place + 1..] {
                let is_swapped = first.asyncio > second.asyncio;
                let is_declared = self.pairs.swapped.contains(&(*first, *second));
                let is_told = is_declared || self.is_told_by_instants(*first, *second);
                if is_swapped
                    && !is_told
                    && let Some(why) = self.promise(*first, *second)
                {
                    differences.push(Difference::Order(*first, *second, why));
                }
            }
        }
        differences
    }

    /// Whether two lines are swapped because one of them is printed at two instants: a difference by
    /// itself, declared or not, of which the order says nothing new.
    fn is_told_by_instants(&self, first: Pair, second: Pair) -> bool {
        let at = |pair: Pair| self.asyncio.lines[pair.asyncio].at;
        let is_virtual = self.tokio.clock != Some(Clock::Real);
        is_virtual && (self.is_retimed(first) || self.is_retimed(second)) && at(second) < at(first)
    }

    /// Why asyncio should print the one before the other as tokio does, if it should: the promise, or
    /// none if it is one task of asyncio that prints both.
    fn promise(&self, first: Pair, second: Pair) -> Option<Option<Order>> {
        let lane = |pair: Pair| self.asyncio.lines[pair.asyncio].lane;
        match self.tokio.orders.as_ref()?.between(first.tokio, second.tokio) {
            promised @ (Order::Because | Order::ByTheClock) => Some(Some(promised)),
            Order::NotPromised => (lane(first) == lane(second)).then_some(None),
        }
    }
}

/// Whether two times on the real clock are the same but for a machine that is late.
fn is_about(one: u64, other: u64, late: u64) -> bool {
    let (shorter, longer) = (one.min(other), one.max(other));
    longer < shorter + shorter / 2 + late
}

#[cfg(test)]
mod tests {
    use super::is_about;

    #[test]
    fn a_loaded_machine_is_late_and_a_delay_is_a_delay() {
        assert!(is_about(0, 99_000, 100_000));
        assert!(!is_about(0, 100_000, 100_000));
        assert!(is_about(200_000, 350_000, 100_000));
        assert!(!is_about(600_000, 300_000, 100_000));
    }
}
