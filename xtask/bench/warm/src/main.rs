//! `warm EXERCISE`: checks an exercise as watch mode does, in a process that stays, each time that a
//! line comes in on stdin; answers with the microseconds that it and its children have computed so
//! far, and the verdict's name.
//!
//! `warm --solve`: writes the solution into each exercise's file; of copies alone.

use std::fs;
use std::io::{self, BufRead, Write};

use anyhow::{Context, Result};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use xtask::course::Course;
use xtask::exercises::{self, Kind, check, predict};

fn main() -> Result<()> {
    let name = std::env::args().nth(1).context("which exercise? warm EXERCISE")?;
    let course = Course::find()?;
    if name == "--solve" {
        return solve(&course);
    }
    let exercise = exercises::choose_one(&course, &name)?;
    for line in io::stdin().lock().lines() {
        line.context("reading stdin")?;
        let checked = check::checked(&course, exercise)?;
        let report = check::report(&course, exercise, &checked);
        let verdict = &checked.judgement.verdict.name;
        writeln!(io::stdout(), "{} {} {verdict}", computed()?, report.len())?;
    }
    Ok(())
}

fn solve(course: &Course) -> Result<()> {
    let copies = exercises::elsewhere().context("a learner's own files are not to be written")?;
    for exercise in course.exercises().filter(|exercise| exercise.folder.starts_with(&copies)) {
        let solution = match exercise.kind {
            Kind::Predict => predict::solution(exercise)?,
            Kind::Solve => fs::read_to_string(exercise.folder.join("solution.rs"))?,
        };
        fs::write(exercise.file(), solution)?;
    }
    Ok(())
}

fn computed() -> Result<i64> {
    let mut sum = 0;
    for who in [UsageWho::RUSAGE_SELF, UsageWho::RUSAGE_CHILDREN] {
        let usage = getrusage(who).context("asking what was computed")?;
        sum += (usage.user_time() + usage.system_time()).num_microseconds();
    }
    Ok(sum)
}
