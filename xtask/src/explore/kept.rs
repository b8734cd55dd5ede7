//! What exploring a program found, kept beside it for the book: `crates/LESSON/explored/NAME.json`.
//! `cargo xtask explore --keep` writes it; it is that of the program's text whose hash it holds.

use std::fs;

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8PathBuf;
use serde::{Deserialize, Serialize};

use super::{Ending, Explored, Found};
use crate::course::{Course, Program};
use crate::files::{read, replace};
use crate::hash::hash;

/// How many outputs of a mode are kept; the figures say how many there are.
const MOST: usize = 4;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// The program's text when it was explored: [`hash`].
    pub source: String,
    /// Why it cannot be explored, if it cannot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_modelled: Option<String>,
    /// With the delays, and without the clock.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modes: Vec<Mode>,
}

/// What was found in one mode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mode {
    /// `delays` or `free`.
    pub mode: String,
    /// How many schedules were tried.
    pub schedules: usize,
    /// Whether there are no others.
    pub complete: bool,
    /// How many outputs they have.
    pub found: usize,
    /// The most frequent of them.
    pub outputs: Vec<Output>,
}

/// What some schedules print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Output {
    /// The lines.
    pub lines: Vec<String>,
    /// How it ends, if main does not return.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
    /// In how many schedules.
    pub schedules: usize,
    /// The name of one of them.
    pub replay: String,
}

/// Where it lies, from the workspace's folder.
pub fn file(program: &Program) -> Utf8PathBuf {
    let lesson = program.snapshot.parent().and_then(|snapshots| snapshots.parent());
    let name = format!("{}.json", program.name);
    lesson.unwrap_or(&program.snapshot).join("explored").join(name)
}

/// What is kept of a program; none if nothing is, or of another text.
pub fn kept(course: &Course, program: &Program) -> Result<Option<Kept>> {
    let path = course.root.join(file(program));
    if !path.is_file() {
        return Ok(None);
    }
    let kept: Kept = serde_json::from_str(&read(&path)?)
        .with_context(|| format!("reading {path}: make it anew with cargo xtask explore --keep"))?;
    let is_of_today = kept.source == hash(&read(&course.root.join(&program.source))?);
    Ok(is_of_today.then_some(kept))
}

/// Keeps what was found.
pub fn keep(course: &Course, program: &Program, explored: &Explored) -> Result<()> {
    let source = hash(&read(&course.root.join(&program.source))?);
    let kept = match explored {
        Explored::Trouble(_) => return Ok(()),
        Explored::NotModelled(why) => {
            Kept { source, not_modelled: Some(why.clone()), modes: Vec::new() }
        }
        Explored::Found(found) => {
            Kept { source, not_modelled: None, modes: found.iter().map(of_mode).collect() }
        }
    };
    let path = course.root.join(file(program));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making the folder {folder}"))?;
    }
    let text = serde_json::to_string_pretty(&kept).context("writing what was found")? + "\n";
    replace(&path, text.as_bytes())
}

fn of_mode(found: &Found) -> Mode {
    let output = |output: &super::Output| Output {
        lines: output.printed.lines().map(str::to_owned).collect(),
        ending: (output.ending != Ending::Returned).then_some(output.ending),
        schedules: output.schedules,
        replay: output.replay.clone(),
    };
    Mode {
        mode: found.mode.clone(),
        schedules: found.schedules,
        complete: found.complete,
        found: found.outputs.len(),
        outputs: found.outputs.iter().take(MOST).map(output).collect(),
    }
}
