//! What comes of one program.

use anyhow::Result;
use playback::Recording;
use records::Clock;

use crate::cargo::Executables;
use crate::compare::declared;
use crate::compare::difference::Comparison;
use crate::compare::live::{Live, Take};
use crate::compare::recordings::{self, Lack, Recorded};
use crate::compare::report::{DRIFT, TWINS, report};
use crate::compare::side::{Side, sides};
use crate::course::{Course, Program};
use crate::patience::Patience;
use crate::run::trouble;
use crate::show;
use crate::stage::{self, Played, Scene, Terms};

/// How often a program on the real clock may run: a difference counts if each run shows one.
const RUNS: Patience = Patience { runs: 5, ..Patience::SHORT };

/// What comes of comparing a program with its twin.
#[derive(Debug)]
pub enum Verdict {
    /// They are equal.
    Equal,
    /// They differ as is declared, for these reasons.
    Declared(Vec<String>),
    /// They differ, or could not be compared: what happened and what to do.
    Failed(String),
}

/// Holds a play against the committed recording of the twin, or against what was recorded now. On the
/// real clock plays, and records, again before it says that they differ.
pub fn judge(
    course: &Course,
    executables: &Executables,
    played: &Played,
    live: Option<&Live>,
    takes: &[Take],
) -> Result<Verdict> {
    let program = played.program;
    let is_enough = |verdict: &Verdict| {
        program.clock == Clock::Virtual || !matches!(verdict, Verdict::Failed(_))
    };
    RUNS.until(once(course, played, live, takes, false)?, is_enough, |verdict| {
        let mut again = None;
        stage::play_built(course, executables, &[program], Terms::default(), |scene| {
            if let Scene::Ends(played) = scene {
                again = Some(played);
            }
        });
        match again {
            Some(played) => once(course, &played, live, takes, true),
            None => Ok(verdict),
        }
    })
}

fn once(
    course: &Course,
    played: &Played,
    live: Option<&Live>,
    takes: &[Take],
    again: bool,
) -> Result<Verdict> {
    let program = played.program;
    if let Some(what) = &played.trouble {
        return Ok(Verdict::Failed(trouble(what, program)));
    }
    let Some(play) = &played.play else {
        return Ok(Verdict::Failed("it was not played".to_owned()));
    };
    let mut failed = None;
    if let Some(live) = live {
        for (place, take) in takes.iter().enumerate() {
            let Some(first) = take.recorded.get(&program.path()) else { continue };
            let fresh;
            let recorded = if again {
                fresh = live.record(program, &take.interpreter);
                &fresh
            } else {
                first
            };
            let what = match recorded {
                Err(failure) => Some(format!("{failure}\n")),
                Ok(recorded) => {
                    let drift = if place == 0 { drift(course, program, recorded)? } else { None };
                    let difference =
                        difference(course, program, &play.recording, &recorded.recording, false);
                    let both: Vec<String> = drift.into_iter().chain(difference).collect();
                    (!both.is_empty()).then(|| both.join("\n"))
                }
            };
            if let Some(what) = what {
                let twin = program.twin.as_deref().map_or("the twin", |twin| twin.as_str());
                failed = Some(format!("{twin}, {}:\n{what}", take.interpreter.name()));
                break;
            }
        }
    } else {
        let twin = recordings::twin(course, program)?;
        failed = match recordings::committed(course, program, &twin)? {
            Err(lack) => Some(lacking(program, lack)),
            Ok(recorded) => difference(course, program, &play.recording, &recorded.recording, true),
        };
    }
    Ok(match failed {
        Some(what) => Verdict::Failed(what),
        None => match declared::of(course, program) {
            [] => Verdict::Equal,
            groups => Verdict::Declared(groups.iter().map(|group| group.reason.clone()).collect()),
        },
    })
}

/// How the program differs from its twin, which was recorded at rest or now, if it does in a way that
/// is not declared.
fn difference(
    course: &Course,
    program: &Program,
    tokio: &Recording,
    asyncio: &Recording,
    is_at_rest: bool,
) -> Option<String> {
    let (tokio, asyncio) = sides(tokio, asyncio);
    let asyncio = Side { is_at_rest, ..asyncio };
    let comparison = Comparison::of((tokio, asyncio), declared::of(course, program));
    if comparison.is_equal() {
        return None;
    }
    let Program { lesson, name, source, .. } = program;
    let twin = program.twin.as_deref().map_or("", |twin| twin.as_str());
    Some(format!(
        "{}\nasyncio  {twin}\ntokio    {source}\n\
         Mend one; or, if the two must differ, say so and why in\n\
         crates/{lesson}/Cargo.toml: [[package.metadata.lesson.differs.{name}]]\n\
         Then: cargo xtask compare {lesson}/{name}\n",
        report(&comparison, TWINS),
    ))
}

/// How what the twin does now differs from what it did when it was recorded, if it does.
///
/// On the virtual clock the bytes are the same if the same CPython, to its minor version, runs the same
/// text. Otherwise, and on the real clock, what is printed is compared as a program with its twin.
pub fn drift(course: &Course, program: &Program, fresh: &Recorded) -> Result<Option<String>> {
    let twin = recordings::twin(course, program)?;
    let committed = match recordings::committed(course, program, &twin)? {
        Err(lack) => return Ok(Some(lacking(program, lack))),
        Ok(committed) => committed,
    };
    let (was, is) = sides(&committed.recording, &fresh.recording);
    let comparison = Comparison::of((Side { is_at_rest: true, ..was }, is), &[]);
    let is_same_version = committed.header.cpython == fresh.header.cpython;
    let is_exact = program.clock == Clock::Virtual && is_same_version;
    let what = if !comparison.is_equal() {
        report(&comparison, DRIFT)
    } else if is_exact && committed.bytes != fresh.bytes {
        "It prints the same, but its tasks do not run, wait and wake as they did.\n".to_owned()
    } else {
        return Ok(None);
    };
    Ok(Some(format!(
        "{}: it does not do what {} says.\n{what}{}",
        show::failure("drifted"),
        recordings::file(program),
        accept(program),
    )))
}

fn lacking(program: &Program, lack: Lack) -> String {
    let twin = program.twin.as_deref().map_or("", |twin| twin.as_str());
    let what = match lack {
        Lack::Missing => format!("There is no {}.", recordings::file(program)),
        Lack::TwinChanged => {
            format!("{twin} has changed since it was recorded in\n{}.", recordings::file(program))
        }
    };
    format!("{what}\n{}", accept(program))
}

fn accept(program: &Program) -> String {
    format!(
        "If the twin is right, record what it does (needs python3):\n\
         cargo xtask compare {} --live --accept\n",
        program.path()
    )
}
