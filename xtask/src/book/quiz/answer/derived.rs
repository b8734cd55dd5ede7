//! What the answer of a question is, and what shows it.

use anyhow::{Context, Result, bail};

use super::{Answer, What};
use crate::book::recorded::Runs;
use crate::book::rejected;
use crate::book::run::{Line, Run};
use crate::compare::recordings;
use crate::course::{Course, Lesson, Program};
use crate::explore::kept::{self, Kept};
use crate::files;
use crate::show::count;

/// An answer, and what shows that it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// How it may be said.
    pub says: Vec<String>,
    /// Which choice it is, if the question says so itself.
    pub choice: Option<usize>,
    /// What shows it.
    pub shown_by: Place,
}

/// A program that a reader can look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The figure of a program on the same page.
    Run(String),
    /// The twin in it.
    Twin(String),
    /// What exploring found, in it.
    Explored(String),
    /// A program that rustc refuses.
    Rejected(String),
}

/// What is known of a lesson.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The course.
    pub course: &'a Course,
    /// The lesson.
    pub lesson: &'a Lesson,
    /// The runs of its programs.
    pub runs: &'a Runs,
}

impl Answer {
    /// Takes it from there.
    ///
    /// # Errors
    ///
    /// If there is nothing to take it from; the error says how that is mended.
    pub fn derive(&self, known: &Known<'_>) -> Result<Derived> {
        Ok(match self {
            Self::Run { program, twin, what } => {
                let program = known.shown(program)?;
                let run = if *twin { known.twin(program)? } else { known.run(program)? };
                let name = program.name.clone();
                let shown_by = if *twin { Place::Twin(name) } else { Place::Run(name) };
                Derived { says: what.in_run(&run)?, choice: None, shown_by }
            }
            Self::Compiler(name) => {
                let shown_by = known.rejected(name)?;
                let stderr = known.lesson.folder.join(format!("compile_fail/{name}.stderr"));
                let error = rejected::error(&files::read(&stderr)?)
                    .with_context(|| format!("{stderr} holds no error"))?;
                Derived { says: error.spellings(), choice: None, shown_by }
            }
            Self::Explored { program, free } => {
                let program = known.shown(program)?;
                let says = outputs(&known.explored(program)?, *free, &program.path())?;
                let shown_by = Place::Explored(program.name.clone());
                Derived { says, choice: None, shown_by }
            }
            Self::Choice { number, shown_by } => {
                let shown_by = known.place(shown_by)?;
                Derived { says: Vec::new(), choice: Some(*number), shown_by }
            }
        })
    }
}

impl Known<'_> {
    /// A program that the page shows, or one that rustc refuses.
    ///
    /// # Errors
    ///
    /// If there is none of this name.
    pub fn place(&self, name: &str) -> Result<Place> {
        match self.lesson.rejected.iter().any(|rejected| rejected == name) {
            true => self.rejected(name),
            false => Ok(Place::Run(self.shown(name)?.name.clone())),
        }
    }

    fn rejected(&self, name: &str) -> Result<Place> {
        let known = &self.lesson.rejected;
        if !known.iter().any(|rejected| rejected == name) {
            bail!("`{name}` is no program in compile_fail/; there are {}", known.join(", "));
        }
        Ok(Place::Rejected(name.to_owned()))
    }

    /// A program whose figure the chapter includes.
    fn shown(&self, name: &str) -> Result<&Program> {
        let programs = &self.lesson.programs;
        let program = programs.iter().find(|program| program.name == name).with_context(|| {
            let names: Vec<&str> = programs.iter().map(|program| program.name.as_str()).collect();
            format!("`{name}` is no program of the lesson; there are {}", names.join(", "))
        })?;
        if !crate::book::wanted(self.lesson)?.iter().any(|(shown, _)| *shown == program) {
            bail!(
                "the page does not show `{name}`: put {{{{#include book/{name}.run.html}}}} into chapter.md"
            );
        }
        Ok(program)
    }

    fn run(&self, program: &Program) -> Result<Run> {
        Run::of(self.runs.tokio(program)?, &program.path())
    }

    fn twin(&self, program: &Program) -> Result<Run> {
        let path = program.path();
        if program.twin.is_none() {
            bail!("`{}` has no twin: ask for `run`", program.name);
        }
        let source = recordings::twin(self.course, program)?;
        let recorded = recordings::committed(self.course, program, &source)?.ok();
        let recorded = recorded.with_context(|| {
            format!("{path} has no recording of today's twin: cargo xtask compare {path} --live --accept")
        })?;
        Run::of(&recorded.recording, &path)
    }

    fn explored(&self, program: &Program) -> Result<Kept> {
        kept::kept(self.course, program)?.with_context(|| {
            let path = program.path();
            format!("{path} was not explored as it is today: cargo xtask explore {path} --keep")
        })
    }
}

impl What {
    /// What a run says.
    fn in_run(self, run: &Run) -> Result<Vec<String>> {
        Ok(vec![match self {
            Self::Text(number) => line(run, number)?.text.clone(),
            Self::Mark(number) => {
                let mark = line(run, number)?.mark.clone();
                mark.with_context(|| format!("line {number} has no mark: ask for a later line"))?
            }
            Self::At(number) => instant(run, line(run, number)?.at),
            Self::LaneOf(number) => run.name(line(run, number)?.lane).to_owned(),
            Self::Lasts => instant(run, run.steps.last().map_or(0, |step| step.at)),
            Self::Lines => return Ok(counted(run.lines.len(), "line")),
        }])
    }
}

fn line(run: &Run, number: usize) -> Result<&Line> {
    let line = number.checked_sub(1).and_then(|place| run.lines.get(place));
    line.with_context(|| {
        format!("there is no line {number}: it prints {}, from 1", count(run.lines.len(), "line"))
    })
}

/// A time; on the real clock no two runs last as long, to the hundredth of a second.
fn instant(run: &Run, at: u64) -> String {
    match run.clock.as_deref() {
        Some("real") => format!("{} s", (at as f64 / 1e5).round() / 10.0),
        _ => run.instant(at),
    }
}

fn counted(number: usize, what: &str) -> Vec<String> {
    vec![number.to_string(), count(number, what)]
}

/// How many outputs there are.
fn outputs(kept: &Kept, free: bool, path: &str) -> Result<Vec<String>> {
    if let Some(why) = &kept.not_modelled {
        bail!("{path} cannot be explored ({why}): ask for something else");
    }
    let (wanted, clock) =
        if free { ("free", "without the clock") } else { ("delays", "with the delays") };
    let mode = kept.modes.iter().find(|mode| mode.mode.ends_with(wanted));
    let mode = mode.with_context(|| format!("{path} was not explored {clock}"))?;
    if !mode.complete {
        bail!(
            "{path} has more schedules {clock} than were tried: nobody knows how many outputs, ask for something else"
        );
    }
    Ok(counted(mode.found, "output"))
}
