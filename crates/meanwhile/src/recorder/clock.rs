//! The two clocks of a recording: the program's and the wall's.

use std::cell::Cell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant as WallInstant;

use records::Clock;
use tokio::runtime::{Handle, Id, RuntimeFlavor};
use tokio::time::Instant;

use super::align;

thread_local! {
    static ALIGNING: Cell<bool> = const { Cell::new(false) };
    /// The runtime that this thread asked for last, and when its clock began.
    static LATEST: Cell<Option<(Id, Epoch)>> = const { Cell::new(None) };
}

/// Whether this thread tries out a runtime's timers, which panic where there are none.
pub fn is_aligning() -> bool {
    ALIGNING.get()
}

/// The program's clock: on the virtual one the time of the runtime that is entered, on the real one
/// the wall's.
///
/// A program can build several runtimes, one after another, each with a paused clock of its own: the
/// program's time goes on where the one before stopped.
pub struct ProgramClock {
    kind: Clock,
    began: std::sync::OnceLock<WallInstant>,
    runtimes: Mutex<HashMap<Id, Epoch>>,
    latest: AtomicU64,
}

/// When a runtime's clock began, on both scales.
#[derive(Clone, Copy)]
struct Epoch {
    instant: Instant,
    micros: u64,
}

impl ProgramClock {
    pub fn new(kind: Clock) -> Self {
        Self {
            kind,
            began: std::sync::OnceLock::new(),
            runtimes: Mutex::default(),
            latest: AtomicU64::new(0),
        }
    }

    pub fn kind(&self) -> Clock {
        self.kind
    }

    /// Sets both clocks to zero.
    pub fn begin(&self) {
        self.began.get_or_init(WallInstant::now);
    }

    /// Makes the current runtime's clock the program's. To be called inside that runtime, before
    /// its first future is polled.
    pub fn enter_runtime(&self) {
        self.enter(|| {});
    }

    /// The same for a runtime that the program built itself, whose clock still goes: pauses it.
    ///
    /// A runtime of several threads cannot be paused and keeps real time.
    pub fn enter_foreign_runtime(&self, flavor: RuntimeFlavor) {
        self.enter(|| {
            if flavor == RuntimeFlavor::CurrentThread {
                tokio::time::pause();
                ALIGNING.set(true);
                align::to_the_tick();
                ALIGNING.set(false);
            }
        });
    }

    fn enter(&self, prepare: impl FnOnce()) {
        if self.kind == Clock::Real {
            return;
        }
        let Ok(handle) = Handle::try_current() else { return };
        let id = handle.id();
        if self.runtimes().contains_key(&id) {
            return;
        }
        prepare();
        let micros = self.latest.load(Ordering::Relaxed);
        self.runtimes().insert(id, Epoch { instant: Instant::now(), micros });
    }

    fn runtimes(&self) -> MutexGuard<'_, HashMap<Id, Epoch>> {
        self.runtimes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Microseconds on the program's clock, now that the wall's shows `wall`.
    pub fn at(&self, wall: u64) -> u64 {
        let now = match self.kind {
            Clock::Real => wall,
            Clock::Virtual => self.runtime_now().unwrap_or(0),
        };
        self.latest.fetch_max(now, Ordering::Relaxed).max(now)
    }

    /// Microseconds on the wall.
    pub fn wall(&self) -> u64 {
        let began = self.began.get_or_init(WallInstant::now);
        began.elapsed().as_micros().try_into().unwrap_or(u64::MAX)
    }

    fn runtime_now(&self) -> Option<u64> {
        let id = Handle::try_current().ok()?.id();
        let epoch = match LATEST.get() {
            Some((latest, epoch)) if latest == id => epoch,
            _ => *self.runtimes().get(&id)?,
        };
        LATEST.set(Some((id, epoch)));
        let since = Instant::now().saturating_duration_since(epoch.instant);
        Some(epoch.micros + u64::try_from(since.as_micros()).ok()?)
    }
}
