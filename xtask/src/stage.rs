//! Builds and plays many programs at once.

use std::collections::VecDeque;
use std::num::NonZero;
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use records::Clock;

use crate::cargo::Executables;
use crate::children::held;
use crate::course::{Course, Program};
use crate::diagnosis::diagnose;
use crate::play::{self, Limits, Play};
use crate::recorded;
use crate::trouble::Trouble;

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

/// Plays programs that are built.
///
/// Programs on the real clock wait more than they compute: each starts at once. Programs on the
/// virtual clock compute all the time: as many run as there are cores.
pub fn play_built<'a>(
    course: &Course,
    executables: &Executables,
    programs: &[&'a Program],
    terms: Terms,
    mut audience: impl FnMut(Scene<'a>),
) {
    let clock = |program: &Program| if terms.real { Clock::Real } else { program.clock };
    let (real, queue): (Vec<&'a Program>, Vec<&'a Program>) =
        programs.iter().copied().partition(|program| clock(program) == Clock::Real);
    let queue = &Mutex::new(VecDeque::from(queue));
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let (send, scenes) = mpsc::channel();
        let act = move |program: &'a Program, send: &mpsc::Sender<Scene<'a>>| {
            // The receiver lives until all senders are gone.
            let _ = send.send(Scene::Begins(program));
            let played = perform(course, executables, program, clock(program), terms);
            let _ = send.send(Scene::Ends(Box::new(played)));
        };
        for program in real {
            let send = send.clone();
            scope.spawn(move || act(program, &send));
        }
        for _ in 0..cores {
            let send = send.clone();
            scope.spawn(move || {
                loop {
                    let Some(program) = held(queue).pop_front() else { break };
                    act(program, &send);
                }
            });
        }
        drop(send);
        for scene in scenes {
            audience(scene);
        }
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
