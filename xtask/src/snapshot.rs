//! The committed transcripts, and what holds a run against one.

use std::fmt;

use anyhow::{Result, anyhow};
use insta::Snapshot;
use playback::Recording;
use records::Clock;

use crate::course::{Course, Program};
use crate::drift::Drift;

/// What a snapshot holds of a recording: on the real clock the order, not the microseconds.
pub fn text(recording: &Recording) -> String {
    match recording.clock {
        Some(Clock::Real) => recording.order(),
        Some(Clock::Virtual) | None => recording.transcript(),
    }
}

/// How a run compares with its snapshot.
#[derive(Debug)]
pub enum Verdict {
    /// They are the same.
    Same,
    /// There is no snapshot.
    Missing(Program),
    /// They differ.
    Drifted(Program, Drift),
}

/// What the program's snapshot says; none if there is no snapshot.
pub fn committed(course: &Course, program: &Program) -> Result<Option<String>> {
    let file = course.root.join(&program.snapshot);
    if !file.exists() {
        return Ok(None);
    }
    let snapshot = Snapshot::from_file(file.as_std_path())
        .map_err(|error| anyhow!("reading the snapshot {file}: {error}"))?;
    let text = snapshot.as_text().ok_or_else(|| anyhow!("the snapshot {file} holds no text"))?;
    Ok(Some(text.to_string()))
}

/// Holds a recording against the program's snapshot.
pub fn compare(course: &Course, program: &Program, recording: &Recording) -> Result<Verdict> {
    let Some(was) = committed(course, program)? else {
        return Ok(Verdict::Missing(program.clone()));
    };
    let now = text(recording);
    // insta, too, compares without what ends a file.
    if was.trim_end() == now.trim_end() {
        return Ok(Verdict::Same);
    }
    Ok(Verdict::Drifted(program.clone(), Drift::between(&was, &now)))
}

/// The name of the test that guards a program's snapshot.
pub fn test_name(program: &Program) -> String {
    format!("{}::{}", program.lesson, program.name)
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let again = |program| {
            let name = test_name(program);
            format!("cargo test -p xtask --test transcripts -- --exact {name}")
        };
        match self {
            Self::Same => write!(f, "as its snapshot says."),
            Self::Missing(program) => write!(
                f,
                "there is no {}. If what it prints is right, make it:\nINSTA_UPDATE=always {}",
                program.snapshot,
                again(program),
            ),
            Self::Drifted(program, drift) => write!(
                f,
                "it does not print what {} says.\n{drift}If the new output is right, accept it:\n\
                 {} ; cargo insta review",
                program.snapshot,
                again(program),
            ),
        }
    }
}
