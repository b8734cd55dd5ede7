//! Plays the programs whose lines are asked for, and makes keys of what they do.

use anyhow::{Context, Result, anyhow};
use playback::{Order, Recording};
use records::Clock;

use super::key::{Key, texts};
use super::program;
use crate::compare::recordings;
use crate::course::{Course, Program};
use crate::exercises::Exercise;
use crate::explore::{self, Explored, Request};
use crate::patience::Patience;
use crate::show::{self, indented};
use crate::stage::{self, Terms};
use crate::terminal;

/// How many schedules of a program are tried, if it can be explored and has more.
const SCHEDULES: usize = 3_000;

/// The keys of these exercises, from what their programs do now. `known` says which key a program on the
/// real clock has; it runs until it does the same, a few times.
pub fn keys(
    course: &Course,
    exercises: &[&Exercise],
    known: impl Fn(&Exercise) -> Option<Key>,
) -> Result<Vec<Key>> {
    let mut programs: Vec<&Program> = Vec::new();
    for exercise in exercises {
        let program = program(course, exercise)?;
        if !programs.iter().any(|other| other.path() == program.path()) {
            programs.push(program);
        }
    }
    let request = Request { schedules: SCHEDULES, ..Request::default() };
    let explored = explore::quietly(course, &programs, &request)?;
    let mut recordings = play(course, &programs)?;
    let mut keys = Vec::new();
    for exercise in exercises {
        let wanted = program(course, exercise)?;
        let is_it = |other: &&Program| other.path() == wanted.path();
        let at = programs.iter().position(is_it).context("each program was played")?;
        let found = match &explored[at].1 {
            Explored::Found(found) => match found.as_slice() {
                [delays, free] => Some([delays, free]),
                _ => None,
            },
            Explored::NotModelled(_) => None,
            Explored::Trouble(what) => return Err(anyhow!("exploring {}: {what}", wanted.path())),
        };
        let twin = twin(course, wanted)?;
        let was = known(exercise);
        let of_run = |run: &Recording| Key::of(wanted, run, found, twin.as_ref());
        let is_enough = |key: &Key| {
            wanted.clock == Clock::Virtual
                || was.as_ref().is_none_or(|was| key.clone().timed_as(was) == *was)
        };
        let key = Patience::LONG.until(of_run(&recordings[at])?, is_enough, |_| {
            recordings[at] = play(course, &[wanted])?.remove(0);
            of_run(&recordings[at])
        })?;
        keys.push(was.map_or_else(|| key.clone(), |was| key.clone().timed_as(&was)));
    }
    Ok(keys)
}

/// What a program prints, line by line, and of each line whether nothing promises that it comes after the
/// one above it.
pub fn lines(course: &Course, program: &Program) -> Result<Vec<(String, bool)>> {
    let recording = play(course, &[program])?.remove(0);
    let is_luck = |mark| mark == Some(Order::NotPromised);
    let marks = recording.orders().marks().into_iter().map(is_luck);
    Ok(texts(&recording).into_iter().zip(marks).collect())
}

fn play(course: &Course, programs: &[&Program]) -> Result<Vec<Recording>> {
    let recording = |played: stage::Played| match (played.trouble, played.play) {
        (None, Some(play)) => Ok(play.recording),
        (trouble, _) => {
            let what = trouble.map(|what| what.to_string()).unwrap_or_default();
            Err(anyhow!("playing {}: {what}", played.program.path()))
        }
    };
    stage::play_quietly(course, programs, Terms::default())?.into_iter().map(recording).collect()
}

fn twin(course: &Course, program: &Program) -> Result<Option<Recording>> {
    if program.twin.is_none() {
        return Ok(None);
    }
    let text = recordings::twin(course, program)?;
    let recorded = recordings::committed(course, program, &text)?;
    Ok(recorded.ok().map(|recorded| recorded.recording))
}

/// The timeline of an exercise's program, from a run of it: what a learner sees below a right answer. A
/// program that does not run takes nothing from the answer.
pub fn drawn(course: &Course, exercise: &Exercise) -> Result<String> {
    let program = program(course, exercise)?;
    let path = program.path();
    Ok(match play(course, &[program]) {
        Ok(recordings) => {
            let options = terminal::options(false);
            let drawn = recordings.first().map(|run| playback::timeline::text(run, &options));
            indented(&drawn.unwrap_or_default()) + "\n"
        }
        Err(error) => {
            let why = format!("{error:#}\nIts timeline: cargo xtask timeline {path}");
            indented(&show::aside(why)) + "\n"
        }
    })
}
