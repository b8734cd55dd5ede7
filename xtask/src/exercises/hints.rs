//! `cargo xtask hint`: from a nudge to nearly the answer. An exercise's hints lie in its `hints.md`, a
//! line `---` between each two.

use std::fs;
use std::io::ErrorKind;

use anyhow::{Context, Result};

use super::{Exercise, progress};
use crate::course::Course;
use crate::show;
use crate::terminal;
use crate::{Misuse, Outcome};

/// Which hints are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one after that which was told last.
    Next,
    /// This one; the first is 1.
    Level(usize),
    /// All of them.
    All,
}

/// The hint of this level; the first is 1.
pub fn hint(exercise: &Exercise, level: usize) -> Result<Option<String>> {
    let hints = all(exercise)?;
    Ok(level.checked_sub(1).and_then(|place| hints.into_iter().nth(place)))
}

/// How many hints there are.
pub fn count(exercise: &Exercise) -> Result<usize> {
    Ok(all(exercise)?.len())
}

fn all(exercise: &Exercise) -> Result<Vec<String>> {
    let file = exercise.folder.join("hints.md");
    let text = match fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).with_context(|| format!("reading the hints in {file}")),
    };
    let mut hints = vec![String::new()];
    for line in text.lines() {
        match (line.trim_end(), hints.last_mut()) {
            ("---", _) => hints.push(String::new()),
            (line, Some(hint)) => *hint += &format!("{line}\n"),
            (_, None) => {}
        }
    }
    let hints = hints.iter().map(|hint| hint.trim().to_owned());
    Ok(hints.filter(|hint| !hint.is_empty()).collect())
}

/// Tells hints. The next one is remembered, and moves nothing else.
pub fn tell_hints(course: &Course, exercise: &Exercise, which: Which) -> Result<Outcome> {
    let count = count(exercise)?;
    if count == 0 {
        let (path, name) = (exercise.path(), &exercise.name);
        show::print(&format!(
            "{path} has no hints. To see a solution: cargo xtask solution {name}\n"
        ));
        return Ok(Outcome::Failed);
    }
    // A hint is told whether it can be remembered or not.
    let mut progress = if which == Which::Next { progress::or_say(course) } else { None };
    let told = progress.as_ref().map_or(0, |progress| progress.hint(exercise));
    let levels = match which {
        Which::Next => (told + 1).min(count)..=(told + 1).min(count),
        Which::Level(level @ 1..) if level <= count => level..=level,
        Which::Level(level) => {
            return Err(Misuse(format!(
                "{} has no hint {level}: they go from 1 to {count}",
                exercise.path()
            ))
            .into());
        }
        Which::All => 1..=count,
    };
    let last = *levels.end();
    for level in levels {
        let heading = show::heading(format!("{}  hint {level} of {count}", exercise.path()));
        let hint = hint(exercise, level)?.unwrap_or_default();
        show::print(&format!("{heading}\n{}\n", show::wrapped(&hint, terminal::width())));
    }
    if which == Which::Next && told >= count {
        let command = format!("cargo xtask solution {}", exercise.name);
        show::print(&format!("That was the last one. What is left: {command}\n"));
    }
    if let Some(progress) = &mut progress
        && told < last
    {
        progress::said(progress.told(exercise, last));
    }
    Ok(Outcome::Fine)
}
