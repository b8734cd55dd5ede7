//! What a lesson's manifest says of its programs and their twins: which differences must be, and which
//! programs have no twin.
//!
//! ```toml
//! [[package.metadata.lesson.differs.sleep_starts_when_made]]
//! reason = "One or two plain sentences; the book shows them."
//! lines = [
//!     # The same line told in two ways; instants, in seconds, if they differ.
//!     { tokio = "over after 2 s", tokio_at = 2, asyncio = "over after 3 s", asyncio_at = 3 },
//!     # A line that only one of the two prints.
//!     { asyncio = "Task begins." },
//!     # The same words at another time.
//!     { both = "The runtime is gone.", tokio_at = 1, asyncio_at = 2 },
//! ]
//! # tokio prints the first of each before the second, asyncio after it; named by tokio's words.
//! order = [["the other task", "received 129"]]
//!
//! [package.metadata.lesson.no_twin]
//! join_biased = "One or two plain sentences."
//! ```
//!
//! What a program writes to stderr is not compared and cannot be declared.

use serde::{Deserialize, Serialize};

use crate::Misuse;
use crate::compare::recordings;
use crate::course::{Course, Lesson, Program};

/// Differences that must be, with one reason.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Differs {
    /// Why, in the course's voice.
    pub reason: String,
    /// Lines that differ.
    #[serde(default)]
    pub lines: Vec<DeclaredLine>,
    /// Pairs of lines that asyncio prints the other way round.
    #[serde(default)]
    pub order: Vec<[String; 2]>,
}

/// A line that differs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredLine {
    /// What tokio prints; none if it prints no such line.
    pub tokio: Option<String>,
    /// When tokio prints it, in seconds.
    pub tokio_at: Option<f64>,
    /// What asyncio prints; none if it prints no such line.
    pub asyncio: Option<String>,
    /// When asyncio prints it, in seconds.
    pub asyncio_at: Option<f64>,
    /// What both print, in place of `tokio` and `asyncio`.
    pub both: Option<String>,
}

impl DeclaredLine {
    /// What tokio prints.
    pub fn by_tokio(&self) -> Option<&str> {
        self.tokio.as_deref().or(self.both.as_deref())
    }

    /// What asyncio prints.
    pub fn by_asyncio(&self) -> Option<&str> {
        self.asyncio.as_deref().or(self.both.as_deref())
    }

    /// What is wrong with its form, if anything is.
    fn misuse(&self) -> Option<&'static str> {
        let is_named = self.tokio.is_some() || self.asyncio.is_some();
        if self.both.is_some() == is_named {
            return Some("a line is named by `both`, or by `tokio` or `asyncio` or these two");
        }
        let is_timed_alone = self.tokio_at.is_some() && self.by_tokio().is_none()
            || self.asyncio_at.is_some() && self.by_asyncio().is_none();
        is_timed_alone.then_some("an instant is that of a line: name what is printed then")
    }
}

/// The differences of a program that are declared.
pub fn of<'a>(course: &'a Course, program: &Program) -> &'a [Differs] {
    lesson(course, program).and_then(|lesson| lesson.differs.get(&program.name)).map_or(&[], |d| d)
}

/// Why a program has no twin, if the manifest says so.
pub fn no_twin<'a>(course: &'a Course, program: &Program) -> Option<&'a str> {
    lesson(course, program)?.no_twin.get(&program.name).map(String::as_str)
}

fn lesson<'a>(course: &'a Course, program: &Program) -> Option<&'a Lesson> {
    course.lessons.iter().find(|lesson| lesson.name == program.lesson)
}

/// Whether the declarations themselves are right, whatever the programs print.
///
/// # Errors
///
/// If they are not: what is wrong with each, and how it is mended.
pub fn check(course: &Course) -> Result<(), Misuse> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        let of_lesson = of_lesson(lesson);
        let folder = lesson.folder.strip_prefix(&course.root).unwrap_or(&lesson.folder);
        complaints.extend(of_lesson.into_iter().map(|what| format!("{folder}/Cargo.toml: {what}")));
        let orphans = recordings::orphans(course, lesson);
        complaints
            .extend(orphans.iter().map(|file| format!("{file}: no twin is called so: rm {file}")));
    }
    match complaints.as_slice() {
        [] => Ok(()),
        all => Err(Misuse(format!("what is declared of the twins is wrong:\n{}", all.join("\n")))),
    }
}

fn of_lesson(lesson: &Lesson) -> Vec<String> {
    let mut complaints = Vec::new();
    let known = |name: &String| lesson.programs.iter().find(|program| program.name == *name);
    for (name, groups) in &lesson.differs {
        match known(name) {
            None => complaints.push(format!(
                "`differs.{name}`: no program is called so: correct the name, or remove it"
            )),
            Some(program) if program.twin.is_none() => complaints.push(format!(
                "`differs.{name}`: it has no twin that it could differ from: remove it"
            )),
            Some(_) => {}
        }
        for group in groups {
            if group.reason.trim().is_empty() {
                complaints.push(format!("`differs.{name}`: say why it differs, in `reason`"));
            }
            if group.lines.is_empty() && group.order.is_empty() {
                complaints
                    .push(format!("`differs.{name}`: say what differs, in `lines` or `order`"));
            }
            let misused = group.lines.iter().filter_map(DeclaredLine::misuse);
            complaints.extend(misused.map(|what| format!("`differs.{name}`: {what}")));
        }
    }
    for (name, reason) in &lesson.no_twin {
        match known(name).map(|program| &program.twin) {
            None => complaints.push(format!(
                "`no_twin.{name}`: no program is called so: correct the name, or remove it"
            )),
            Some(Some(twin)) => complaints
                .push(format!("`no_twin.{name}`: there is {twin}: remove the one or the other")),
            Some(None) if reason.trim().is_empty() => {
                complaints.push(format!("`no_twin.{name}`: say why it has none"));
            }
            Some(None) => {}
        }
    }
    let silent = lesson
        .programs
        .iter()
        .filter(|program| program.twin.is_none() && !lesson.no_twin.contains_key(&program.name));
    complaints.extend(silent.map(|program| {
        format!(
            "`{}` has no twin: write {}, or say why there is none in \
             [package.metadata.lesson.no_twin]",
            program.name,
            program.source.with_extension("py"),
        )
    }));
    complaints
}
