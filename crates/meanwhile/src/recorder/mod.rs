//! Writes what the program's tasks do into its stdout, between the printed lines.
//!
//! A [`tracing`] subscriber ([`subscriber`]) hears what tokio reports: spawns, polls, wakes. What it
//! does not report is completed here: the root future is wrapped ([`root`]), and a backtrace taken
//! where a waker is cloned ([`sources`]) names the `.await` that waits ([`stack`], by [`symbols`] and
//! [`among`]). [`running`] knows which lane runs on each thread, [`clock`] what time it is for it, and
//! [`journal`] writes down what happens.

mod align;
mod among;
mod clock;
mod fields;
mod journal;
mod names;
mod root;
mod running;
mod sources;
mod spans;
mod stack;
mod subscriber;
mod symbols;
mod written;

use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use records::{By, Clock, Event, How, Kind, LaneId, Threads};
use tracing::{Dispatch, dispatcher};

use crate::entry::{Flavor, Program};
use clock::ProgramClock;
use journal::{Journal, Moment};
use sources::Sources;
use stack::Stack;

/// How far the virtual clock may go. A program that is still at it then is either stuck, so that
/// the clock jumped here at once, or is woken by timers for ever.
const VIRTUAL_LIMIT: Duration = Duration::from_secs(2 * 60 * 60);

/// The exit code of a program that met [`VIRTUAL_LIMIT`].
const LIMIT_EXIT: i32 = 86;

static RECORDER: OnceLock<Recorder> = OnceLock::new();

/// What listens beside a subscriber of the program's own.
static BESIDE: OnceLock<Dispatch> = OnceLock::new();

/// What all parts of the recorder share.
struct Recorder {
    journal: Journal,
    clock: ProgramClock,
    sources: Sources,
}

/// Runs `root` on a runtime whose clock, seed and tasks are the recorder's.
pub fn run<F: Future>(program: &Program, root: F) -> F::Output {
    let flavor = flavor_of(program);
    let threads = match flavor {
        Flavor::CurrentThread => Threads::One,
        Flavor::MultiThread => Threads::Several,
    };
    let recorder = install(program, threads);
    let mut builder = program.builder(flavor);
    builder.rng_seed(tokio::runtime::RngSeed::from_bytes(b"meanwhile"));
    builder.start_paused(recorder.clock.kind() == Clock::Virtual);
    builder.on_thread_start(listen_on_this_thread);
    let runtime = builder.build().expect("failed building the runtime");
    running::pass_over_next_root();
    let output = runtime.block_on(recorded(recorder, root));
    drop(runtime);
    recorder.return_from_main();
    output
}

/// Installs the recorder for a program that builds its runtimes itself.
///
/// The clock of each current-thread runtime is paused when its first future is polled.
pub fn start(program: &Program) -> Recording {
    let threads = if program.worker_threads.is_some() { Threads::Several } else { Threads::One };
    Recording(install(program, threads))
}

/// Polls `root` in a lane of its own, and beside it the limit of the virtual clock.
async fn recorded<F: Future>(recorder: &'static Recorder, root: F) -> F::Output {
    recorder.clock.enter_runtime();
    let lane = recorder.journal.new_lane();
    recorder.write(Event::Appears {
        lane,
        kind: Kind::Root,
        name: "main".to_owned(),
        parent: None,
        place: None,
        among: None,
        beside: false,
    });
    // Unconstrained: it must take nothing of the number of polls that tokio grants a task in a row.
    let mut limit = pin!(tokio::task::unconstrained(virtual_limit(recorder)));
    let mut root = pin!(root::Recorded::new(lane, root));
    let output = std::future::poll_fn(|context| {
        if limit.as_mut().poll(context).is_ready() {
            recorder.write(Event::Limit { others: other_threads() });
            std::process::exit(LIMIT_EXIT);
        }
        root.as_mut().poll(context)
    })
    .await;
    recorder.write(Event::Ends { lane, how: How::Done });
    output
}

async fn virtual_limit(recorder: &'static Recorder) {
    match recorder.clock.kind() {
        Clock::Virtual => tokio::time::sleep(VIRTUAL_LIMIT).await,
        Clock::Real => std::future::pending().await,
    }
}

/// A program is on the virtual clock unless it says otherwise, or has several threads.
fn clock_of(program: &Program, threads: Threads) -> Clock {
    let asked = std::env::var(crate::CLOCK).is_ok_and(|clock| clock == "real");
    let real = asked || program.real_clock || threads == Threads::Several;
    if real { Clock::Real } else { Clock::Virtual }
}

/// The flavour that the runner asks for, else that of the program's attribute.
fn flavor_of(program: &Program) -> Flavor {
    match std::env::var(crate::FLAVOR).as_deref() {
        Ok("current_thread") => Flavor::CurrentThread,
        Ok("multi_thread") => Flavor::MultiThread,
        _ => program.flavor,
    }
}

fn install(program: &Program, threads: Threads) -> &'static Recorder {
    let clock = clock_of(program, threads);
    let mark = std::env::var(crate::RECORD).unwrap_or_default();
    let recorder = RECORDER.get_or_init(|| Recorder {
        journal: Journal::new(mark),
        clock: ProgramClock::new(clock),
        sources: Sources::new(program),
    });
    if threads == Threads::Several {
        written::expect_several_threads();
    }
    recorder.sources.load();
    recorder.clock.begin();
    recorder.write(Event::Begins {
        version: records::VERSION,
        runtime: "tokio".to_owned(),
        clock,
        threads,
    });
    listen(Dispatch::new(subscriber::TaskSubscriber::new(recorder, program)));
    record_panics(recorder);
    recorder
}

/// Makes this the subscriber of all threads; if the program sets up one of its own, which has that
/// place, of the runtime's threads.
fn listen(dispatch: Dispatch) {
    if std::env::var(crate::SUBSCRIBER).is_ok_and(|whose| whose == "own") {
        BESIDE.get_or_init(|| dispatch);
        listen_on_this_thread();
    } else {
        dispatcher::set_global_default(dispatch).expect(
            "the recorder is the first tracing subscriber of its process: start it before the \
                 program's own, or leave the place to that one with MEANWHILE_SUBSCRIBER=own \
                 (cargo xtask record --own-subscriber)",
        );
    }
}

/// Called on each thread of the runtime: listens there if the program has a subscriber of its own.
fn listen_on_this_thread() {
    if let Some(dispatch) = BESIDE.get() {
        std::mem::forget(dispatcher::set_default(dispatch)); // until the thread ends
    }
}

/// How many threads this process has beside the calling one, where the system lists them.
fn other_threads() -> Option<u32> {
    let threads = std::fs::read_dir("/proc/self/task").ok()?.count();
    u32::try_from(threads.checked_sub(1)?).ok()
}

fn record_panics(recorder: &'static Recorder) {
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if clock::is_aligning() {
            return;
        }
        recorder.write(Event::Panics {
            lane: running::innermost(),
            message: panic.payload_as_str().unwrap_or("a value that is no text").to_owned(),
            place: recorder.sources.place_of_panic(panic),
        });
        previous(panic);
    }));
}

impl Recorder {
    /// The program's main function is over.
    ///
    /// What it printed elsewhere than to the stdout that it began with is not recorded: that is no run
    /// to be content with.
    fn return_from_main(&self) {
        self.write(Event::Returns { others: other_threads() });
        if !self.journal.is_beside_the_lines() {
            eprintln!(
                "meanwhile: the program has closed its stdout, or put another file in its place: what \
                 it printed after that is not here."
            );
            std::process::exit(2);
        }
    }

    fn write(&self, event: Event) {
        self.journal.write(self.now(), &event);
    }

    fn now(&self) -> Moment {
        let wall = self.clock.wall();
        Moment { at: self.clock.at(wall), wall }
    }

    /// Records that `task`, or the coroutine of it that runs, leaves its waker with something.
    ///
    /// A timer takes the waker before it looks at the clock, so its wait is kept back until tokio
    /// tells whether it was over already.
    fn write_wait(&self, task: LaneId) {
        let waits = self.waits(task);
        if waits.stack.wait().on.is_timer() {
            running::keep_back(waits);
        } else {
            self.write_waits(&waits);
        }
    }

    /// What `task`, or the coroutine of it that runs, waits on, as the call stack shows it.
    fn waits(&self, task: LaneId) -> Waits {
        Waits { stack: self.sources.stack(), lane: running::innermost_of(task) }
    }

    fn write_waits(&self, waits: &Waits) {
        let wait = waits.stack.wait();
        if !self.journal.write_wait(self.now(), waits.lane, &wait.json) {
            self.write(wait.event(waits.lane));
        }
    }

    /// Records that `lane` is woken: by whoever runs or has just ended, or by what the call stack
    /// shows.
    fn write_wake(&self, lane: LaneId) {
        let by = match running::innermost() {
            Some(other) if other != lane => By::Lane(other),
            itself => {
                let stack = self.sources.stack();
                match itself {
                    Some(lane) if !stack.ends_a_task() => By::Lane(lane),
                    _ => stack.waker(running::last_ended()),
                }
            }
        };
        self.write(Event::Wakes { lane, by });
    }
}

/// A lane leaves its waker with something.
struct Waits {
    lane: LaneId,
    stack: Arc<Stack>,
}

/// Ends the recording of a program that builds its runtimes itself.
#[must_use = "the recording ends when this is dropped"]
pub struct Recording(&'static Recorder);

impl Drop for Recording {
    fn drop(&mut self) {
        self.0.return_from_main();
    }
}
