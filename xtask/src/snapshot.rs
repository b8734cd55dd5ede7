//! The committed transcripts, and what holds a run against one.

use std::fmt;

use anyhow::{Context, Result};
use playback::Recording;
use records::Clock;

use crate::course::{Course, Program};
use crate::drift::Drift;
use crate::files::read;

/// What a snapshot holds of a recording: on the real clock the order, not the microseconds.
pub fn text(recording: &Recording) -> String {
    match recording.clock {
        Some(Clock::Real) => recording.untimed_transcript(),
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
    let text = read(&file)?;
    let printed = below_the_header(&text).with_context(|| {
        format!("{file} has no header between two lines `---`, as insta writes it")
    })?;
    Ok(Some(printed.to_owned()))
}

/// What a file of insta's holds. Read without insta, which a learner's first build then does without.
fn below_the_header(file: &str) -> Option<&str> {
    file.strip_prefix("---\n")?.split_once("\n---\n").map(|(_, below)| below)
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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    #[test]
    fn what_is_read_is_what_insta_reads() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/gather/snapshots");
        let files: Vec<PathBuf> = fs::read_dir(folder)
            .expect("gather has snapshots")
            .map(|entry| entry.expect("it can be read").path())
            .collect();
        assert!(!files.is_empty());
        for file in files {
            let text = fs::read_to_string(&file).expect("it can be read");
            let by_insta = insta::Snapshot::from_file(&file).expect("insta reads it");
            let by_insta = by_insta.as_text().expect("it is text").to_string();
            assert_eq!(below_the_header(&text).map(str::trim_end), Some(by_insta.trim_end()));
        }
    }

    #[test]
    fn a_file_without_a_header_is_none_of_instas() {
        assert_eq!(below_the_header("a line\n---\nanother\n"), None);
        assert_eq!(below_the_header("---\nsource: a test\n"), None);
    }
}
