//! What holds of every lesson. Each rule is a function that returns its complaints; a complaint
//! names the file, says what is wrong with it, and how it is mended.

use std::collections::HashMap;

use anyhow::{Context, Result};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

use crate::course::Course;
use crate::exercises::replace::is_left_behind;

pub mod chapters;
pub mod dependencies;
pub mod exercises;
pub mod includes;
pub mod lessons;
pub mod map;
pub mod mirrors;
pub mod quizzes;
pub mod rejected;
pub mod sources;
pub mod steps;
pub mod survives;

/// What is wrong, with which file, and how it is mended.
pub type Complaint = String;

/// A rule.
pub type Rule = fn(&Course) -> Result<Vec<Complaint>>;

/// Counts how often each thing comes.
fn counted<T: std::hash::Hash + Eq>(things: impl Iterator<Item = T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    for thing in things {
        *counts.entry(thing).or_default() += 1;
    }
    counts
}

/// All files below a folder, the folder's own subfolders included; none if there is no folder. What an
/// interrupted write has left behind is none.
pub(crate) fn files(folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in folder.read_dir_utf8().with_context(|| format!("reading the folder {folder}"))? {
        let path = entry.with_context(|| format!("reading the folder {folder}"))?.into_path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if !is_left_behind(&path) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The text of a file.
pub(crate) fn read(file: &Utf8Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("reading {file}"))
}

/// The path from the workspace's folder, for a complaint.
fn shown<'a>(course: &Course, path: &'a Utf8Path) -> &'a Utf8Path {
    path.strip_prefix(&course.root).unwrap_or(path)
}
