//! Steps as plain sentences, the same wherever a step is shown.

use records::{By, Clock, How, Kind, LaneId};

use crate::recording::Recording;
use crate::state::OpenWait;
use crate::steps::{Step, What};
use crate::transcript::shown;

impl Recording {
    /// What happens in a step, in one sentence.
    pub fn sentence(&self, step: &Step) -> String {
        let who = self.name(step.lane);
        match &step.what {
            What::Makes(lane) => self.made(step.lane, *lane),
            What::Runs => format!("{who} runs."),
            What::Raises => format!("{who} runs: a CancelledError is raised where it waits."),
            What::IsDropped if self.is_asyncio() => {
                format!("{who} runs, and the CancelledError ends it.")
            }
            What::IsDropped => format!("{who} is dropped where it waits, and cleans up."),
            What::Prints(line) => match self.lines.get(*line) {
                Some(printed) => format!("{who} prints line {}: {}", line + 1, shown(printed)),
                None => format!("{who} prints a line."),
            },
            What::Suspends { waits, is_woken } => suspends(who, waits, *is_woken),
            What::IsWoken(by) => self.woken(step.lane, *by),
            What::Panics { message, place } => {
                let place = place.as_ref().map(|place| format!(" at {place}")).unwrap_or_default();
                let panics = if self.is_asyncio() { "raises" } else { "panics" };
                format!("{who} {panics}{place}: {message}")
            }
            What::Ends(How::Done) => format!("{who} is done."),
            What::Ends(How::Cancelled) if self.is_asyncio() => {
                format!("{who} is cancelled: it ends with the CancelledError.")
            }
            What::Ends(How::Cancelled) => format!("{who} is cancelled: dropped before its end."),
            What::Ends(How::Panicked) => {
                let panicked = if self.is_asyncio() { "raised" } else { "panicked" };
                format!("{who} has {panicked}; nothing of it runs again.")
            }
            What::TimePasses(from) => self.time_passes(*from, step.at),
            What::IsStuck => {
                "The clock stops at its limit: nothing but timers, if anything, is left to run."
                    .to_owned()
            }
        }
    }

    pub(crate) fn is_asyncio(&self) -> bool {
        self.runtime() == "asyncio"
    }

    fn made(&self, maker: Option<LaneId>, made: LaneId) -> String {
        let (who, name) = (self.name(maker), self.name(Some(made)));
        let lane = self.lane(made);
        let place = lane.and_then(|lane| lane.place.as_ref());
        let place = place.map(|place| format!(" ({place})")).unwrap_or_default();
        match lane.map_or(Kind::Task, |lane| lane.kind) {
            Kind::Root => format!("The runtime is given {name}."),
            Kind::Task => format!("{who} spawns {name}{place}. It waits for its turn."),
            Kind::Coroutine => format!("{who} polls {name} for the first time."),
            Kind::Blocking => format!("{who} hands {name} to a thread of its own{place}."),
        }
    }

    fn woken(&self, lane: Option<LaneId>, by: By) -> String {
        let who = self.name(lane);
        match by {
            By::Lane(waker) => {
                format!("{who} is woken by {}. It waits for its turn.", self.name(Some(waker)))
            }
            By::Clock => format!("The clock wakes {who}: its time has come."),
            By::Driver => format!("The operating system wakes {who}."),
            By::Yield => format!("{who} had given way and is queued again."),
            By::Thread => format!("{who} is woken by a thread that is none of the runtime's."),
            By::Unknown => format!("{who} is woken."),
        }
    }

    fn time_passes(&self, from: u64, to: u64) -> String {
        let (from, to) = (self.instant(from), self.instant(to));
        match self.clock {
            Some(Clock::Real) => format!("Time passes, from {from} to {to}."),
            _ => format!("Nobody can run: the clock jumps from {from} to {to}."),
        }
    }
}

fn suspends(who: &str, waits: &[OpenWait], is_woken: bool) -> String {
    let waits: Vec<String> = waits.iter().map(ToString::to_string).collect();
    match (waits.as_slice(), is_woken) {
        ([], true) => format!("{who} suspends and is queued again."),
        ([], false) => format!("{who} suspends: what it awaits is inside it."),
        (waits, true) => {
            format!("{who} suspends at {}, and is queued again.", waits.join(" and "))
        }
        (waits, false) => format!("{who} suspends: it waits for {}.", waits.join(" and ")),
    }
}
