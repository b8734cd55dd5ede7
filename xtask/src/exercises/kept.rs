//! Old texts that a command is about to replace: `.progress/kept/EXERCISE/exercise.1.rs`, and so on.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};

use anyhow::{Context, Result};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

use super::Exercise;
use crate::course::Course;

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
        match OpenOptions::new().write(true).create_new(true).open(&kept) {
            Ok(mut new) => {
                let written = new.write_all(bytes).and_then(|()| new.sync_all());
                if written.is_err() {
                    // Half a text is none; `file` still has all of it.
                    let _ = fs::remove_file(&kept);
                }
                written.with_context(|| format!("keeping {file} as {kept}"))?;
                return Ok(kept);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                if fs::read(&kept).is_ok_and(|known| known == bytes) {
                    return Ok(kept);
                }
                number += 1;
            }
            Err(error) => return Err(error).with_context(|| format!("keeping {file} as {kept}")),
        }
    }
}
