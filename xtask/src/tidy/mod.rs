//! What holds of every lesson. Each rule is a function that returns its complaints; a complaint
//! names the file, says what is wrong with it, and how it is mended.

use std::collections::HashMap;

use anyhow::Result;
use cargo_metadata::camino::Utf8Path;

use crate::course::Course;

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

pub(crate) use crate::files::{below as files, read};

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

/// The path from the workspace's folder, for a complaint.
fn shown<'a>(course: &Course, path: &'a Utf8Path) -> &'a Utf8Path {
    path.strip_prefix(&course.root).unwrap_or(path)
}
