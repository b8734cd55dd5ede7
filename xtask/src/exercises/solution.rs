//! `cargo xtask solution`: the way that the course would show, once the exercise is solved; before, to
//! whoever asks twice.

use anyhow::Result;
use cargo_metadata::camino::Utf8Path;

use super::{Exercise, Kind, predict, progress};
use crate::Outcome;
use crate::course::Course;
use crate::files::{below, read};
use crate::show;

/// Shows the solution, or says how to see it.
pub fn solution(course: &Course, exercise: &Exercise) -> Result<Outcome> {
    let text = text(course, exercise)?;
    if let Some(mut progress) = progress::or_say(course)
        && !progress.was_solved(exercise)
        && !progress.has_asked(exercise)
    {
        let asked = progress.asked(exercise);
        if asked.is_ok() {
            show::print(&before_it_is_solved(exercise));
            return Ok(Outcome::Failed);
        }
        // Who cannot be remembered to have asked would ask for ever.
        progress::said(asked);
    }
    show::print(&text);
    Ok(Outcome::Fine)
}

/// The solution under its heading, and below it the other ways.
pub fn text(course: &Course, exercise: &Exercise) -> Result<String> {
    let file = exercise.folder.join("solution.rs");
    let (heading, text) = match exercise.kind {
        Kind::Solve => (course.shown(&file).to_string(), read(&file)?),
        Kind::Predict => {
            (format!("{}, as recorded", exercise.path()), predict::solution(exercise)?)
        }
    };
    Ok(format!("{}\n{text}{}", show::heading(heading), other_ways(course, exercise)?))
}

fn before_it_is_solved(exercise: &Exercise) -> String {
    let (path, name) = (exercise.path(), &exercise.name);
    format!(
        "{path} is not solved yet. A hint: cargo xtask hint {name}\nTo see the solution all the same, \
         ask once more: cargo xtask solution {name}\n"
    )
}

/// The other right answers, each with what its header says of it.
fn other_ways(course: &Course, exercise: &Exercise) -> Result<String> {
    let mut text = String::new();
    for file in below(&exercise.folder)? {
        let is_right = file.file_name().is_some_and(|name| name.starts_with("right_"));
        if is_right && file.extension() == Some(exercise.kind.extension()) {
            let header = header(&file, exercise.kind)?;
            text += &format!("  {}\n    {header}\n", course.shown(&file));
        }
    }
    Ok(if text.is_empty() { text } else { format!("\nOther ways that are right:\n{text}") })
}

fn header(file: &Utf8Path, kind: Kind) -> Result<String> {
    let text = read(file)?;
    let lines = text.lines().map_while(|line| line.strip_prefix(kind.comment()));
    let header: Vec<&str> = lines.map(str::trim).collect();
    Ok(header.join(" ").trim_start_matches("Right: ").to_owned())
}
