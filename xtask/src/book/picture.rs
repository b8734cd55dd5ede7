//! The picture in the README: a run, as an image of its own.

use anyhow::Result;
use playback::timeline::{Form, svg};

use super::Made;
use super::recorded::Runs;
use crate::course::{Course, Program};

/// Whose run it shows.
const PROGRAM: &str = "gather/main";

/// The image, from the workspace's folder.
const FILE: &str = "docs/gather.svg";

/// The program, where the course has it.
pub fn pictured(course: &Course) -> Option<&Program> {
    let mut programs = course.lessons.iter().flat_map(|lesson| &lesson.programs);
    programs.find(|program| program.path() == PROGRAM)
}

/// The image, of the program's run.
///
/// # Errors
///
/// If it was not run.
pub fn made(course: &Course, runs: &Runs) -> Result<Option<Made>> {
    let Some(program) = pictured(course) else { return Ok(None) };
    let text = svg(runs.tokio(program)?, PROGRAM, Form::Standalone);
    Ok(Some(Made { file: FILE.into(), page: "README.md".to_owned(), text }))
}
