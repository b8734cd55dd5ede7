//! All exercises with their state, and which of them is meant.

use anyhow::Result;

use super::screen::{width, wrapped};
use crate::course::Course;
use crate::exercises::progress::Progress;
use crate::exercises::{self, Exercise};
use crate::show::{heading, success};

/// What is asked below the list.
pub const QUESTION: &str = "Number or name, then Enter; Enter alone stays here: ";

/// How far an exercise stands from the left.
const INDENT: usize = 4;

/// The width of what is said of its state.
const STATES: usize = "  open  here  ".len();

/// All exercises, the one that is open marked.
pub fn list(all: &[Exercise], at: usize, progress: &Progress) -> Result<String> {
    let mut text = format!("\n{}\n", heading("Exercises"));
    let digits = all.len().to_string().len();
    let name_width = all.iter().map(|each| each.name.len()).max().unwrap_or_default();
    let title_width = all.iter().map(|each| each.title.chars().count()).max().unwrap_or_default();
    let has_room = INDENT + digits + STATES + name_width + 2 + title_width <= width();
    let mut lesson = "";
    for (place, exercise) in all.iter().enumerate() {
        if lesson != exercise.lesson {
            lesson = &exercise.lesson;
            text += &format!("  {lesson}\n");
        }
        let state = match progress.state(exercise)?.is_solved() {
            true => success("done"),
            false => "open".to_owned(),
        };
        let here = if place == at { "here" } else { "" };
        let (number, name) = (place + 1, &exercise.name);
        text += &format!("    {number:>digits$}  {state}  {here:<4}  ");
        text += &match has_room {
            true => format!("{name:<name_width$}  {}\n", exercise.title),
            false => format!("{name}\n"),
        };
    }
    Ok(text)
}

/// The place of the exercise that was chosen by number or name, or what to say.
pub fn chosen(course: &Course, all: &[Exercise], typed: &str) -> Result<usize, String> {
    if let Ok(number) = typed.parse::<usize>() {
        return match number {
            1.. if number <= all.len() => Ok(number - 1),
            _ => Err(format!("There is no exercise {number}: they are 1 to {}.", all.len())),
        };
    }
    let starts: Vec<usize> =
        (0..all.len()).filter(|place| all[*place].name.starts_with(typed)).collect();
    if let [only] = starts[..] {
        return Ok(only);
    }
    match exercises::choose_one(course, typed) {
        Ok(exercise) => Ok(all.iter().position(|each| each.name == exercise.name).unwrap_or(0)),
        Err(unknown) => Err(wrapped(&unknown.to_string(), width()).trim_end().to_owned()),
    }
}
