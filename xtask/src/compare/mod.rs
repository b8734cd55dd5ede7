//! `cargo xtask compare`: holds each program against its asyncio twin.
//!
//! The twin's recording is committed, so that this needs no Python; `--live` records the twins anew, by
//! each CPython of this machine. [`difference`] says what counts as equal, [`declared`] how a
//! difference that must be is declared, [`recordings`] what a recording's file holds.

use std::collections::HashMap;
use std::time::Instant;

use anyhow::Result;

use crate::Outcome;
use crate::cargo::Executables;
use crate::course::{Course, Program};
use crate::progress::Progress;
use crate::recorded;
use crate::show::{self, count, indented};
use crate::stage::{self, Played, Scene, Terms};

pub mod declared;
pub mod difference;
pub mod interpreters;
pub mod live;
pub mod pairs;
pub mod recordings;
pub mod report;
pub mod server;
pub mod side;
pub mod twin;
pub mod verdict;

#[cfg(test)]
mod declared_tests;
#[cfg(test)]
mod tests;

use live::{Live, Take};
use report::hanging;
use verdict::{Verdict, judge};

/// What is asked for beside the programs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Request {
    /// Record the twins anew.
    pub live: bool,
    /// Keep what is recorded anew.
    pub accept: bool,
}

/// Compares the programs with their twins and prints a line for each.
pub fn compare(course: &Course, programs: &[&Program], request: Request) -> Result<Outcome> {
    declared::check(course)?;
    let began = Instant::now();
    let (twins, alone): (Vec<&Program>, Vec<&Program>) =
        programs.iter().copied().partition(|program| program.twin.is_some());
    let mut live = request.live.then(|| Live::new(course, &twins)).transpose()?;
    let executables = recorded::build(course, &twins)?;
    if let Some(live) = &mut live {
        live.serve(&executables, &twins)?;
    }
    let takes = live.as_ref().map_or_else(Vec::new, |live| record(live, &twins));
    if request.accept
        && let Some(take) = takes.first()
    {
        accept(course, &twins, take)?;
    }
    let plays = play(course, &executables, &twins);
    let width = programs.iter().map(|program| program.path().len()).max().unwrap_or(0);
    let (mut equal, mut declared, mut failed) = (0, 0, 0);
    for program in &twins {
        let path = program.path();
        match judge(course, &executables, &plays[&path], live.as_ref(), &takes)? {
            Verdict::Equal => {
                equal += 1;
                show::print(&format!("{path:width$}  equal\n"));
            }
            Verdict::Declared(reasons) => {
                declared += 1;
                show::print(&format!("{path:width$}  equal but for what must differ:\n"));
                let reasons = reasons.iter().map(|reason| hanging("    ", reason));
                show::print(&reasons.collect::<String>());
            }
            Verdict::Failed(what) => {
                failed += 1;
                show::print(&format!(
                    "{path:width$}  {}\n{}",
                    show::failure("differs"),
                    indented(&what)
                ));
            }
        }
    }
    for program in &alone {
        show::print(&format!("{:width$}  no twin:\n", program.path()));
        show::print(&hanging("    ", declared::no_twin(course, program).unwrap_or_default()));
    }
    let mut parts = vec![show::success(format!("{equal} equal"))];
    for (number, what) in
        [(declared, "equal but for what must differ"), (alone.len(), "without a twin")]
    {
        if number > 0 {
            parts.push(format!("{number} {what}"));
        }
    }
    if failed > 0 {
        parts.push(show::failure(format!("{failed} failed")));
    }
    let took = show::about(began.elapsed());
    show::print(&format!("{}: {}, {took}\n", count(programs.len(), "program"), parts.join(", ")));
    Ok(if failed == 0 { Outcome::Fine } else { Outcome::Failed })
}

/// Records the twins by each interpreter, and says which these are.
fn record(live: &Live, programs: &[&Program]) -> Vec<Take> {
    let found = &live.interpreters;
    let mut takes = Vec::new();
    for interpreter in std::iter::once(&found.first).chain(&found.others) {
        let take = live.take(programs, interpreter);
        let mut line = format!(
            "{}, {}: {}",
            interpreter.name(),
            interpreter.command,
            count(take.recorded.len(), "twin")
        );
        if take.left_out > 0 {
            line += &format!(", {} left out: it has no aiohttp", take.left_out);
        }
        show::print(&(line + "\n"));
        takes.push(take);
    }
    for what in &found.left_out {
        show::print(&hanging("left out: ", what));
    }
    takes
}

/// Keeps what is new in the recordings of the first interpreter.
fn accept(course: &Course, programs: &[&Program], take: &Take) -> Result<()> {
    let mut kept = 0;
    for program in programs {
        let Some(Ok(fresh)) = take.recorded.get(&program.path()) else { continue };
        if verdict::drift(course, program, fresh)?.is_some() {
            fresh.write(course, program)?;
            show::print(&format!("recorded {}\n", recordings::file(program)));
            kept += 1;
        }
    }
    if kept == 0 {
        show::print("Every recording says what its twin does: none was written.\n");
    }
    Ok(())
}

/// Plays the programs; what came of each, by its path.
fn play<'a>(
    course: &Course,
    executables: &Executables,
    programs: &[&'a Program],
) -> HashMap<String, Played<'a>> {
    let mut plays = HashMap::new();
    let mut progress = Progress::of(programs.len());
    stage::play_built(course, executables, programs, Terms::default(), |scene| match scene {
        Scene::Begins(program) => progress.begins(program),
        Scene::Ends(played) => {
            progress.ends(played.program);
            plays.insert(played.program.path(), *played);
        }
    });
    progress.clear();
    plays
}
