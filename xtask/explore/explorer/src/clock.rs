//! The clock and its timers. Time passes where a timer fires, and nowhere else.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Waker;
use std::time::Duration;

use crate::world;

/// When timers fire, and where tasks switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mode {
    /// When timers fire.
    pub clock: Clock,
    /// Whether tasks switch at awaits alone, as on one thread.
    pub one_thread: bool,
    /// Whether a task that has yielded may go on at once, which tokio does not rule out.
    pub hasty: bool,
}

/// When timers fire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// When nothing else can run, the earliest first, all of an instant at once.
    Delays,
    /// Any one at any moment.
    Free,
}

impl Clock {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Delays, Self::Free];
}

impl Mode {
    /// What a schedule's name begins with.
    pub fn name(self) -> String {
        let threads = if self.one_thread { "one-thread-" } else { "" };
        let hasty = if self.hasty { "hasty-" } else { "" };
        let clock = match self.clock {
            Clock::Delays => "delays",
            Clock::Free => "free",
        };
        format!("{threads}{hasty}{clock}")
    }

    /// The mode of this name.
    pub fn parse(name: &str) -> Option<Self> {
        const BOTH: [bool; 2] = [false, true];
        let threads = BOTH.into_iter().flat_map(|one| BOTH.map(|hasty| (one, hasty)));
        let modes = threads.flat_map(|(one_thread, hasty)| {
            Clock::ALL.map(|clock| Self { clock, one_thread, hasty })
        });
        modes.into_iter().find(|mode| mode.name() == name)
    }
}

/// When a timer is due, and its number among all.
pub(crate) type Key = (Duration, u64);

/// The time of one schedule, and who waits for it.
#[derive(Default)]
pub(crate) struct Timers {
    now: Duration,
    made: u64,
    pending: BTreeMap<Key, (Waker, Arc<AtomicBool>)>,
    /// The timers that the clock's task is to fire when it runs.
    firing: Vec<Key>,
}

impl Timers {
    /// The timers among which one is to be chosen: each by itself, or what is due first.
    pub(crate) fn choices(&self, clock: Clock) -> usize {
        match clock {
            Clock::Delays => usize::from(!self.pending.is_empty()),
            Clock::Free => self.pending.len(),
        }
    }

    /// Notes which timers the clock's task is to fire.
    pub(crate) fn prepare(&mut self, clock: Clock, choice: usize) {
        let keys = self.pending.keys();
        self.firing = match clock {
            Clock::Delays => {
                let first = keys.clone().next().map(|(due, _)| *due);
                keys.take_while(|(due, _)| Some(*due) == first).copied().collect()
            }
            Clock::Free => keys.skip(choice).take(1).copied().collect(),
        };
    }

    /// Lets the time come that was prepared; the wakers are to be called.
    pub(crate) fn fire(&mut self) -> Vec<Waker> {
        let mut wakers = Vec::new();
        for key in std::mem::take(&mut self.firing) {
            if let Some((waker, fired)) = self.pending.remove(&key) {
                self.now = self.now.max(key.0);
                fired.store(true, Ordering::Relaxed);
                wakers.push(waker);
            }
        }
        wakers
    }

    pub(crate) fn now(&self) -> Duration {
        self.now
    }
}

/// The time since the program began.
pub fn now() -> Duration {
    world::with(|world| world.timers.now())
}

/// A timer that somebody waits for. Dropped, it fires no more.
#[derive(Debug)]
pub struct Timer {
    key: Key,
    fired: Arc<AtomicBool>,
}

impl Timer {
    /// A timer for this instant.
    pub fn new(due: Duration, waker: &Waker) -> Self {
        world::with(|world| {
            let timers = &mut world.timers;
            let key = (due, timers.made);
            let fired = Arc::new(AtomicBool::new(false));
            timers.made += 1;
            timers.pending.insert(key, (waker.clone(), Arc::clone(&fired)));
            Self { key, fired }
        })
    }

    /// Whether it has fired.
    pub fn has_fired(&self) -> bool {
        self.fired.load(Ordering::Relaxed)
    }

    /// From now on it wakes somebody else.
    pub fn wake(&self, waker: &Waker) {
        world::with(|world| {
            if let Some((known, _)) = world.timers.pending.get_mut(&self.key) {
                known.clone_from(waker);
            }
        });
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        world::with(|world| world.timers.pending.remove(&self.key));
    }
}
