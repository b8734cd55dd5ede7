//! Plays each program on the virtual clock many times, beside a loaded machine: no transcript may
//! differ by a byte.

use std::collections::VecDeque;
use std::hint;
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8Path;
use records::Clock;

use crate::children::held;
use crate::course::{Course, Program};
use crate::diagnosis::diagnose;
use crate::drift::Drift;
use crate::limits::Limits;
use crate::play;
use crate::recorded;
use crate::show::{self, count};

/// Plays each program so many times, and says how many there were. Complains of each that does not always
/// print the same.
pub fn check(course: &Course, runs: usize) -> Result<Vec<String>> {
    let programs: Vec<&Program> =
        course.programs().filter(|program| program.clock == Clock::Virtual).collect();
    let executables = recorded::build(course, &programs)?;
    let number = programs.len();
    let queue = Mutex::new(VecDeque::from(programs));
    let complaints = Mutex::new(Vec::new());
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while !is_done.load(Ordering::Relaxed) {
                    hint::spin_loop();
                }
            });
        }
        let players: Vec<_> = (0..2 * cores)
            .map(|_| {
                scope.spawn(|| -> Result<()> {
                    while let Some(program) = take(&queue) {
                        let path = program.path();
                        let executable = executables
                            .get(&path)
                            .with_context(|| format!("{path} did not compile"))?;
                        let complaint = repeat(course, executable, &path, runs)?;
                        held(&complaints).extend(complaint);
                    }
                    Ok(())
                })
            })
            .collect();
        let ends: Vec<_> = players.into_iter().map(|player| player.join()).collect();
        is_done.store(true, Ordering::Relaxed);
        ends.into_iter().try_for_each(|end| end.expect("a player returns"))
    })?;
    let complaints = complaints.into_inner().unwrap_or_default();
    show::print(&format!(
        "{}, {} of each beside a busy machine: {} the same to the byte.\n",
        count(number, "program"),
        count(runs, "run"),
        number - complaints.len(),
    ));
    Ok(complaints)
}

fn take<'a>(queue: &Mutex<VecDeque<&'a Program>>) -> Option<&'a Program> {
    held(queue).pop_front()
}

/// Plays one program so many times, and says what the first run that differs printed, or what went
/// wrong in the first that did not end well.
fn repeat(
    course: &Course,
    executable: &Utf8Path,
    path: &str,
    runs: usize,
) -> Result<Option<String>> {
    let mut first = None;
    for run in 1..=runs {
        let limits = Limits::on(Clock::Virtual);
        let play = play::play(executable, &course.root, Clock::Virtual, limits)?;
        if let Some(trouble) = diagnose(&play) {
            return Ok(Some(format!("{path}: run {run} of {runs} did not end well: {trouble}")));
        }
        let transcript = play.recording.transcript();
        let first: &String = first.get_or_insert_with(|| transcript.clone());
        if transcript != *first {
            let drift = Drift::between(first, &transcript);
            return Ok(Some(format!(
                "{path}: run {run} of {runs} differs from the first:\n{drift}"
            )));
        }
    }
    Ok(None)
}
