//! Predictions: the learner puts the lines of a program in the order in which it prints them, and says
//! which neighbours are luck.
//!
//! The answer's [`key`] is made from a recording of that program: [`run`] plays it, [`why`] finds what
//! puts one line before another. What a learner wrote is a [`text`]; [`judge`] holds it against the key,
//! without a compiler, and [`words`] says what came of it. [`bank`] proves the key and the known answers.

use std::fmt;
use std::fs;

use anyhow::{Context, Result};

use super::Exercise;
use super::verdict::{Name, Verdict};
use crate::course::{Course, Program};
use crate::files::read;

pub mod bank;
pub mod judge;
pub mod key;
pub mod run;
pub mod text;
pub mod why;
pub mod words;

#[cfg(test)]
mod tests;

use key::Key;
use text::Prediction;

/// Judges what lies in the learner's file.
pub fn checked(exercise: &Exercise) -> Result<Verdict> {
    let file = exercise.file();
    let key = Key::read(exercise)?;
    let bytes = match fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let why = "There is no exercise.txt in the exercise's folder.";
            return Ok(Verdict::new(Name::NoFile, why, ""));
        }
        Err(error) => return Err(error).with_context(|| format!("reading {file}")),
    };
    Ok(judge::judge(&key, &Prediction::parse(&String::from_utf8_lossy(&bytes))))
}

/// The solution that is shown: the lines as they were recorded, with their marks; or those of
/// `solution.txt`, where a promise is known that no recording sees.
pub fn solution(exercise: &Exercise) -> Result<String> {
    let file = exercise.folder.join("solution.txt");
    if !file.is_file() {
        return Ok(Key::read(exercise)?.solution());
    }
    let text = read(&file)?;
    let is_line = |line: &&str| !line.is_empty() && !line.starts_with(text::COMMENT);
    Ok(text.lines().filter(is_line).map(|line| format!("{line}\n")).collect())
}

/// The program whose lines are asked for.
pub fn program<'a>(course: &'a Course, exercise: &Exercise) -> Result<&'a Program, Misasked> {
    let wanted = exercise.asks.program.as_deref().unwrap_or_default();
    let found = course.programs().find(|program| program.path() == wanted);
    found.ok_or_else(|| Misasked { exercise: exercise.path(), wanted: wanted.to_owned() })
}

/// A manifest that asks for the lines of a program that is none.
#[derive(Debug)]
pub struct Misasked {
    exercise: String,
    wanted: String,
}

impl fmt::Display for Misasked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { exercise, wanted } = self;
        let (lesson, name) = exercise.split_once('/').unwrap_or_default();
        write!(
            f,
            "[package.metadata.lesson.exercises.{name}] of {lesson}: its `program = \"{wanted}\"` is \
             no program of the course. All of them: cargo xtask list"
        )
    }
}

impl std::error::Error for Misasked {}
