//! Right by luck: an answer whose lines came in order, and a schedule in which they do not.
//!
//! Asked only where the run promises less than the solution's: then the answer is explored, on one
//! thread and with the delays, as the exercise runs.

use std::fs::{self, File};

use anyhow::{Context, Result};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};
use playback::Recording;
use records::Clock;

use super::Exercise;
use super::answer::Answer;
use super::check::{self, Checked};
use super::judge::Judgement;
use super::verdict::{Name, Verdict};
use super::workshop::{self, Candidate};
use crate::course::{Course, Kind, Program};
use crate::explore::{self, Ending, Explored, Found, Line, Output, Request, of_output};
use crate::show::{count, indented, success};

/// What is said while other schedules are tried.
pub const TRYING: &str = "Trying its other schedules: it counts if none fails.";

/// How many schedules are tried.
const SCHEDULES: usize = 2_000;

/// A schedule in which an answer fails.
#[derive(Debug)]
pub struct BadLuck {
    /// The verdict.
    pub verdict: Verdict,
    /// What happens in the schedule.
    pub recording: Recording,
}

/// What came of trying other schedules.
#[derive(Debug)]
pub enum Tried {
    /// In this one it fails.
    Fails(Box<BadLuck>),
    /// It printed its lines in order in so many; if there are no others, in all.
    Holds {
        /// How many.
        schedules: usize,
        /// Whether there are no others.
        complete: bool,
    },
    /// It does something that the explorer does not know, and this is what.
    NotModelled(String),
    /// Nobody knows, since something came between: it was stopped, say.
    NotTried(String),
}

/// Tries other schedules of an answer that is right, if luck can have been in it. If it fails in one,
/// that is its verdict from now on.
pub fn follow_up(
    course: &Course,
    exercise: &Exercise,
    checked: &mut Checked,
) -> Result<Option<Tried>> {
    let play = checked.tried.as_ref().and_then(|tried| tried.play.as_ref());
    let Some(play) = play.filter(|_| checked.may_be_luck) else { return Ok(None) };
    let candidate = Candidate::of_the_learner(exercise, &Answer::read(exercise)?);
    let tried = try_schedules(course, &candidate, &checked.judgement, &play.recording)?;
    if let Some(Tried::Fails(bad)) = &tried {
        checked.judgement.verdict = bad.verdict.clone();
    }
    Ok(tried)
}

impl Tried {
    /// What the learner reads of it.
    pub fn said(&self) -> String {
        indented(&match self {
            Self::Fails(bad) => {
                let drawn = explore::trace::drawn(&bad.recording);
                format!("{}\n{drawn}\n", check::said(&bad.verdict))
            }
            Self::Holds { schedules, complete } => {
                let (right, all) = (success(Name::Right.text()), count(*schedules, "schedule"));
                let which = match complete {
                    true if *schedules == 1 => "its only schedule".to_owned(),
                    true => format!("all {all}"),
                    false => format!("{all} at random"),
                };
                format!("{right}\nIt is so in {which}.\n")
            }
            Self::NotModelled(why) | Self::NotTried(why) => {
                format!("Its other schedules were not tried: {}.\n", why.trim_end_matches('.'))
            }
        })
    }
}

/// Tries other schedules of an answer that came out right, if luck can have been in it.
pub fn try_schedules(
    course: &Course,
    candidate: &Candidate,
    judgement: &Judgement,
    run: &Recording,
) -> Result<Option<Tried>> {
    let exercise = candidate.exercise;
    if !may_be_luck(exercise, candidate, judgement) {
        return Ok(None);
    }
    let _nobody_else = alone(&course.target.join("explore"))?;
    let program = program(course, candidate)?;
    let (one_thread, hasty) = (true, true);
    let request = Request { schedules: SCHEDULES, one_thread, hasty, ..Request::default() };
    let built = explore::build(course, &[&program])?;
    let found = match found_in(explore::of_program(course, &built, &program, &request)?) {
        Ok(found) => found,
        Err(tried) => return Ok(Some(tried)),
    };
    let Some(delays) = found.first() else { return Ok(Some(nothing_found())) };
    let asked = asked(judgement, run);
    let Some((output, first, second)) = swapped(delays, &asked) else {
        let Found { schedules, complete, .. } = *delays;
        return Ok(Some(Tried::Holds { schedules, complete }));
    };
    let again = Request { replay: Some(output.replay.clone()), ..request };
    let replayed = explore::of_program(course, &built, &program, &again)?;
    let replayed = match found_in(replayed) {
        Ok(replayed) => replayed,
        Err(tried) => return Ok(Some(tried)),
    };
    let Some(Found { trace, .. }) = replayed.first() else { return Ok(Some(nothing_found())) };
    Ok(Some(Tried::Fails(Box::new(BadLuck {
        verdict: verdict(delays, output, first, second),
        recording: explore::trace::recording(trace),
    }))))
}

/// While the file that is handed back is open nobody else tries an answer: two of one name would be built
/// into the same place.
fn alone(folder: &Utf8Path) -> Result<File> {
    fs::create_dir_all(folder).with_context(|| format!("making the folder {folder}"))?;
    let lock = folder.join(".answers");
    let lock = File::create(&lock).with_context(|| format!("writing {lock}"))?;
    lock.lock().with_context(|| format!("waiting for who else tries answers, in {folder}"))?;
    Ok(lock)
}

/// What was found, or why nothing was: an exploration that was stopped has shown nothing of the answer.
fn found_in(explored: Explored) -> Result<Vec<Found>, Tried> {
    match explored {
        Explored::Found(found) => Ok(found),
        Explored::NotModelled(why) => Err(Tried::NotModelled(why)),
        Explored::Trouble(why) => Err(Tried::NotTried(why)),
    }
}

fn nothing_found() -> Tried {
    Tried::NotTried("the explorer has answered nothing".to_owned())
}

/// Whether an answer that is right depends on the schedule, and can be tried in others. Checks that
/// count in a static would count on from one schedule to the next.
pub fn may_be_luck(exercise: &Exercise, candidate: &Candidate, judgement: &Judgement) -> bool {
    let counts_on = candidate.checks.lines().any(|line| line.starts_with("static "));
    !judgement.luck.is_empty() && exercise.asks.explored && !counts_on
}

fn verdict(delays: &Found, output: &Output, first: &Line, second: &Line) -> Verdict {
    let all = if delays.complete { "all" } else { "some" };
    let lines = of_output(&output.printed);
    let is_there = |wanted: &Line| lines.contains(wanted);
    let is_there = (is_there(first), is_there(second));
    let (first, second) = (&first.text, &second.text);
    let how = match is_there {
        (true, true) => "prints them the other way round".to_owned(),
        (_, false) => format!("does not print `{second}`"),
        (false, true) => format!("does not print `{first}`"),
    };
    let schedules = count(delays.schedules, "schedule");
    Verdict::new(
        Name::RightByLuck,
        format!(
            "This run printed what it should, and nothing in it puts `{first}` before `{second}`: of \
             {all} {schedules} that were tried, one {how}. It is below.",
        ),
        "asyncio's queue is first in, first out, so that there it would seem to work as well, until \
         somebody adds an await.",
    )
}

/// Each two lines whose order nothing promises; of lines that say the same, the first is the first.
fn asked(judgement: &Judgement, run: &Recording) -> Vec<(Line, Line)> {
    let texts = run.lines.iter().map(|line| String::from_utf8_lossy(&line.text).into_owned());
    let lines = of_output(&texts.collect::<Vec<_>>().join("\n"));
    let pair = |(first, second): &(usize, usize)| {
        Some((lines.get(*first)?.clone(), lines.get(*second)?.clone()))
    };
    judgement.luck.iter().filter_map(pair).collect()
}

/// An output that has two of these lines the other way round, or lacks one of them.
fn swapped<'a>(
    found: &'a Found,
    asked: &'a [(Line, Line)],
) -> Option<(&'a Output, &'a Line, &'a Line)> {
    // A task that yields until something happens need never let it happen: that is no fault.
    let outputs = found.outputs.iter().filter(|output| output.ending != Ending::Endless);
    outputs.into_iter().find_map(|output| {
        let lines = of_output(&output.printed);
        let place = |wanted: &Line| lines.iter().position(|line| line == wanted);
        let pair = asked.iter().find(|(first, second)| match (place(first), place(second)) {
            (Some(first), Some(second)) => second < first,
            _ => true,
        });
        pair.map(|(first, second)| (output, first, second))
    })
}

/// The answer under its checks, as a program to be explored.
fn program(course: &Course, candidate: &Candidate) -> Result<Program> {
    let Candidate { exercise, name, file, checks } = candidate;
    let Exercise { lesson, name: of, .. } = exercise;
    let folder = workshop::folder(course).join("explored").join(format!("{of}--{name}"));
    fs::create_dir_all(&folder).with_context(|| format!("making the folder {folder}"))?;
    let text = fs::read_to_string(file).with_context(|| format!("reading {file}"))?;
    for (inside, text) in [("main.rs", checks.as_str()), ("exercise.rs", &text)] {
        let file = folder.join(inside);
        fs::write(&file, text).with_context(|| format!("writing {file}"))?;
    }
    Ok(Program {
        lesson: lesson.clone(),
        name: format!("{of}--{name}"),
        kind: Kind::Bin,
        features: Vec::new(),
        command: exercise.command.clone(),
        clock: Clock::Virtual,
        mirrors: Vec::new(),
        source: folder.join("main.rs"),
        twin: None,
        snapshot: Utf8PathBuf::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_tried_one_after_the_other() {
        let folder = tempfile::tempdir().expect("made");
        let folder = Utf8Path::from_path(folder.path()).expect("a name that is text");
        let first = alone(folder).expect("nobody else does");
        let second = File::open(folder.join(".answers")).expect("it is there");
        assert!(second.try_lock().is_err());
        drop(first);
        assert!(second.try_lock().is_ok());
    }

    #[test]
    fn an_exploration_that_was_stopped_says_nothing_of_the_answer() {
        let tried = found_in(Explored::Trouble("it was stopped".to_owned())).expect_err("no find");
        assert!(matches!(&tried, Tried::NotTried(_)), "{tried:?}");
        assert!(tried.said().contains("Its other schedules were not tried: it was stopped."));
        let tried = found_in(Explored::NotModelled("a socket".to_owned())).expect_err("no find");
        assert!(matches!(tried, Tried::NotModelled(_)), "{tried:?}");
    }
}
