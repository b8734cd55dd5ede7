//! Old texts that a command is about to replace: `.progress/kept/EXERCISE/exercise.1.rs`, and so on.

use std::fs;

use anyhow::{Context, Result};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

use super::Exercise;
use crate::course::Course;
use crate::files::place;

/// Keeps what is in `file`, one of the exercise's, under a number that is free, and says where. What is
/// kept already is not kept twice.
pub fn keep(
    course: &Course,
    exercise: &Exercise,
    file: &Utf8Path,
    bytes: &[u8],
) -> Result<Utf8PathBuf> {
    let folder = course.progress.join("kept").join(&exercise.name);
    fs::create_dir_all(&folder)
        .with_context(|| format!("making the folder {folder}, to keep {file} in"))?;
    let stem = file.file_stem().unwrap_or("text");
    let extension = file.extension().unwrap_or("txt");
    let mut number = 1;
    loop {
        let kept = folder.join(format!("{stem}.{number}.{extension}"));
        let is_kept = || fs::read(&kept).is_ok_and(|known| known == bytes);
        if place(&kept, bytes).with_context(|| format!("keeping {file} as {kept}"))? || is_kept() {
            return Ok(kept);
        }
        number += 1;
    }
}
