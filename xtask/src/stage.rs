//! Builds and plays many programs at once.

use std::collections::VecDeque;
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use records::Clock;

use crate::cargo::Executables;
use crate::children::held;
use crate::course::{Course, Program};
use crate::diagnosis::diagnose;
use crate::limits::Limits;
use crate::play::{self, Play};
use crate::recorded;
use crate::trouble::Trouble;

/// How many programs on the real clock run at once on a core.
const REAL_ONES_A_CORE: usize = 8;

/// What whoever asks for a play asks for beside the programs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terms {
    /// Keep all programs on the real clock.
    pub real: bool,
    /// How long a program may run, if not as long as its clock lets it.
    pub limit: Option<Duration>,
}

/// A program and what came of it.
#[derive(Debug)]
pub struct Played<'a> {
    /// The program.
    pub program: &'a Program,
    /// Its play; none if it could not be played.
    pub play: Option<Play>,
    /// What went wrong, if anything did.
    pub trouble: Option<Trouble>,
}

/// What happens on the stage.
pub enum Scene<'a> {
    /// A program starts.
    Begins(&'a Program),
    /// A program has ended.
    Ends(Box<Played<'a>>),
}

/// Builds the programs with the recorder, plays them, and tells `audience` what happens while it
/// happens. Returns how long playing them took.
pub fn play_all<'a>(
    course: &Course,
    programs: &[&'a Program],
    terms: Terms,
    audience: impl FnMut(Scene<'a>),
) -> Result<Duration> {
    let executables = recorded::build(course, programs)?;
    let began = Instant::now();
    play_built(course, &executables, programs, terms, audience);
    Ok(began.elapsed())
}

/// Plays programs that are built: those on the real clock first, so that none of them runs beside programs
/// that compute all the time.
pub fn play_built<'a>(
    course: &Course,
    executables: &Executables,
    programs: &[&'a Program],
    terms: Terms,
    mut audience: impl FnMut(Scene<'a>),
) {
    let clock = |program: &Program| if terms.real { Clock::Real } else { program.clock };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    for (programs, jobs) in acts(programs, clock, cores) {
        let act = |program: &'a Program, send: &Sender<Scene<'a>>| {
            // The receiver lives until all senders are gone.
            let _ = send.send(Scene::Begins(program));
            let played = perform(course, executables, program, clock(program), terms);
            let _ = send.send(Scene::Ends(Box::new(played)));
        };
        at_once(programs, jobs, act, &mut audience);
    }
}

/// The programs in the order of their clocks, and how many of them run at once. Those on the real clock
/// wait more than they compute.
fn acts<'a>(
    programs: &[&'a Program],
    clock: impl Fn(&Program) -> Clock,
    cores: usize,
) -> [(Vec<&'a Program>, usize); 2] {
    let (real, others) =
        programs.iter().copied().partition(|program| clock(program) == Clock::Real);
    [(real, REAL_ONES_A_CORE * cores), (others, cores)]
}

/// Does something with each of these, with at most so many at once, and hands on what is said of it.
pub fn at_once<T: Send, S: Send>(
    things: Vec<T>,
    jobs: usize,
    act: impl Fn(T, &Sender<S>) + Sync,
    audience: &mut impl FnMut(S),
) {
    let jobs = jobs.min(things.len());
    let queue = Mutex::new(VecDeque::from(things));
    let (queue, act) = (&queue, &act);
    thread::scope(|scope| {
        let (send, said) = mpsc::channel();
        for _ in 0..jobs {
            let send = send.clone();
            scope.spawn(move || {
                loop {
                    let Some(thing) = held(queue).pop_front() else { break };
                    act(thing, &send);
                }
            });
        }
        drop(send);
        said.into_iter().for_each(audience);
    });
}

/// Plays all programs and returns what came of each, in their order.
pub fn play_quietly<'a>(
    course: &Course,
    programs: &[&'a Program],
    terms: Terms,
) -> Result<Vec<Played<'a>>> {
    let mut all = Vec::new();
    play_all(course, programs, terms, |scene| {
        if let Scene::Ends(played) = scene {
            all.push(*played);
        }
    })?;
    let place =
        |played: &Played| programs.iter().position(|known| known.path() == played.program.path());
    all.sort_by_key(place);
    Ok(all)
}

fn perform<'a>(
    course: &Course,
    executables: &Executables,
    program: &'a Program,
    clock: Clock,
    terms: Terms,
) -> Played<'a> {
    let Some(executable) = executables.get(&program.path()) else {
        return Played { program, play: None, trouble: Some(Trouble::DidNotCompile) };
    };
    let mut limits = Limits::on(clock);
    limits.wall = terms.limit.unwrap_or(limits.wall);
    match play::play(executable, &course.root, clock, limits) {
        Ok(play) => Played { program, trouble: diagnose(&play), play: Some(play) },
        Err(error) => {
            let trouble = Trouble::NotPlayed(format!("{error:#}"));
            Played { program, play: None, trouble: Some(trouble) }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use cargo_metadata::camino::Utf8PathBuf;

    use super::*;
    use crate::course::Kind;

    fn program(name: &str, clock: Clock) -> Program {
        Program {
            lesson: "tea".to_owned(),
            name: name.to_owned(),
            kind: Kind::Example,
            features: Vec::new(),
            command: String::new(),
            clock,
            mirrors: Vec::new(),
            source: Utf8PathBuf::new(),
            twin: None,
            snapshot: Utf8PathBuf::new(),
        }
    }

    #[test]
    fn programs_on_the_real_clock_do_not_run_beside_busy_ones() {
        let (busy, waits) = (program("busy", Clock::Virtual), program("waits", Clock::Real));
        let [real, others] = acts(&[&busy, &waits], |program| program.clock, 2);
        let names = |programs: &[&Program]| -> Vec<String> {
            programs.iter().map(|program| program.name.clone()).collect()
        };
        assert_eq!((names(&real.0), real.1), (vec!["waits".to_owned()], 16));
        assert_eq!((names(&others.0), others.1), (vec!["busy".to_owned()], 2));
    }

    #[test]
    fn no_more_run_at_once_than_may() {
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let mut done = Vec::new();
        let act = |number: usize, send: &Sender<usize>| {
            most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            thread::yield_now();
            now.fetch_sub(1, Ordering::SeqCst);
            send.send(number).expect("somebody listens");
        };
        at_once((0..50).collect(), 3, act, &mut |number| done.push(number));
        done.sort_unstable();
        assert_eq!(done, (0..50).collect::<Vec<_>>());
        assert!(most.into_inner() <= 3);
    }
}
