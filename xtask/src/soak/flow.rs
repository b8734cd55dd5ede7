//! Plays many programs at once, on the real clock, in a steady flow, beside threads that keep all
//! cores busy.

use std::collections::VecDeque;
use std::hint;
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use cargo_metadata::camino::Utf8Path;
use playback::Recording;
use records::Clock;

use crate::children::held;
use crate::diagnosis::diagnose;
use crate::limits::Limits;
use crate::play;
use crate::soak::flavors::Flavor;
use crate::trouble::Trouble;

/// One run to be made.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// The index of the program.
    pub program: usize,
    /// What was built of it.
    pub executable: &'a Utf8Path,
    /// The runtime that it is given.
    pub flavor: Flavor,
    /// How long it takes by itself.
    pub takes: Duration,
    /// How long it may take.
    pub limit: Duration,
}

/// Makes the runs in their order, at most `jobs` at a time, and hands over each when it has ended:
/// its recording, or what went wrong.
///
/// They are started one by one, as far apart as they have to be for `jobs` of them to be under way.
pub fn make<'a>(
    runs: Vec<Run<'a>>,
    folder: &Utf8Path,
    jobs: usize,
    mut hand_over: impl FnMut(&Run<'a>, Result<Recording, Trouble>),
) {
    let gate = Gate::of(&runs, jobs);
    let players = jobs.min(runs.len());
    let queue = Mutex::new(VecDeque::from(runs));
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..cores() {
            scope.spawn(|| {
                while !is_done.load(Ordering::Relaxed) {
                    hint::spin_loop();
                }
            });
        }
        // A recording is counted before many more are read.
        let (send, ended) = mpsc::sync_channel(players.min(16));
        for _ in 0..players {
            let (send, queue, gate) = (send.clone(), &queue, &gate);
            scope.spawn(move || {
                loop {
                    let Some(run) = held(queue).pop_front() else { break };
                    gate.wait();
                    let outcome = play(&run, folder);
                    // The receiver lives until all senders are gone.
                    let _ = send.send((run, outcome));
                }
            });
        }
        drop(send);
        for (run, outcome) in ended {
            hand_over(&run, outcome);
        }
        is_done.store(true, Ordering::Relaxed);
    });
}

/// How many cores there are.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Lets one run begin at a time.
struct Gate {
    between: Duration,
    next: Mutex<Instant>,
}

impl Gate {
    fn of(runs: &[Run], jobs: usize) -> Self {
        let total: Duration = runs.iter().map(|run| run.takes).sum();
        let slots = u32::try_from(jobs * runs.len().max(1)).unwrap_or(u32::MAX);
        Self { between: total / slots, next: Mutex::new(Instant::now()) }
    }

    fn wait(&self) {
        let mine = {
            let mut next = held(&self.next);
            let mine = (*next).max(Instant::now());
            *next = mine + self.between;
            mine
        };
        thread::sleep(mine.saturating_duration_since(Instant::now()));
    }
}

fn play(run: &Run, folder: &Utf8Path) -> Result<Recording, Trouble> {
    let mut limits = Limits::on(Clock::Real);
    limits.wall = run.limit;
    // Looks cost time where hundreds are under way.
    limits.look = Duration::from_millis(500);
    let flavor = run.flavor.variable().map(|flavor| ("MEANWHILE_FLAVOR", flavor));
    let variables = flavor.as_slice();
    let play = play::play_with(run.executable, folder, Clock::Real, variables, limits)
        .map_err(|error| Trouble::NotPlayed(format!("{error:#}")))?;
    match diagnose(&play) {
        Some(trouble) => Err(trouble),
        None => Ok(play.recording),
    }
}
