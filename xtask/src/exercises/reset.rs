//! `cargo xtask reset`: an exercise as it was at the start, or its checks as they were.

use std::fs;
use std::io::ErrorKind;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::Utf8Path;

use super::Exercise;
use super::answer::Answer;
use super::kept::keep;
use crate::Outcome;
use crate::course::Course;
use crate::files::replace;
use crate::show;

/// Puts the start back in the learner's file, or the pristine text in the checks, and says so.
pub fn reset(course: &Course, exercise: &Exercise, checks: bool) -> Result<Outcome> {
    show::print(&put_back(course, exercise, checks)?);
    Ok(Outcome::Fine)
}

/// The same; what was there is kept first. Returns what is to be said of it.
pub fn put_back(course: &Course, exercise: &Exercise, checks: bool) -> Result<String> {
    let (file, text) = match checks {
        true if !exercise.is_code() => {
            bail!("{} has no checks: its lines are held against a recording", exercise.path())
        }
        true => (exercise.folder.join("checks.rs"), Answer::read(exercise)?.checks),
        false => (exercise.file(), start(exercise)?),
    };
    let shown = course.shown(&file);
    loop {
        let old = read(&file)?;
        if old.as_deref() == Some(text.as_bytes()) {
            return Ok(format!("{shown} is as it was at the start: nothing changes.\n"));
        }
        let kept = old.as_deref().map(|old| keep(course, exercise, &file, old)).transpose()?;
        // What an editor has saved meanwhile is not kept yet.
        if read(&file)? != old {
            continue;
        }
        replace(&file, text.as_bytes())?;
        let mut said = format!("{shown} is back as it was at the start.\n");
        if let Some(kept) = kept {
            let kept = course.shown(&kept);
            said += &format!("What was in it is kept; to have it back: cp {kept} {shown}\n");
        }
        return Ok(said);
    }
}

fn start(exercise: &Exercise) -> Result<String> {
    let file = exercise.start();
    fs::read_to_string(&file)
        .with_context(|| format!("reading {file}, to have it back: git checkout -- {file}"))
}

/// What is in a file; nothing if there is none.
fn read(file: &Utf8Path) -> Result<Option<Vec<u8>>> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("reading {file}")),
    }
}
