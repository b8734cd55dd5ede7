//! `warm EXERCISE`: checks an exercise as watch mode does, in a process that stays, each time that a
//! line comes in on stdin; answers with the microseconds that it and its children have computed so
//! far, and the verdict's name.

use std::io::{self, BufRead, Write};

use anyhow::{Context, Result};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use xtask::course::Course;
use xtask::exercises::{self, check};

fn main() -> Result<()> {
    let name = std::env::args().nth(1).context("which exercise? warm EXERCISE")?;
    let course = Course::find()?;
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

fn computed() -> Result<i64> {
    let mut sum = 0;
    for who in [UsageWho::RUSAGE_SELF, UsageWho::RUSAGE_CHILDREN] {
        let usage = getrusage(who).context("asking what was computed")?;
        sum += (usage.user_time() + usage.system_time()).num_microseconds();
    }
    Ok(sum)
}
