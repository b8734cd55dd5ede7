//! Exercises as the folders and manifests tell them.

use std::collections::BTreeMap;

use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};

/// What is to be solved: a folder in `crates/LESSON/exercises`.
#[derive(Clone, Debug, Serialize)]
pub struct Exercise {
    /// The lesson that it belongs to.
    pub lesson: String,
    /// Its name, which no other exercise has: its folder's.
    pub name: String,
    /// What it is about.
    pub title: String,
    /// What the learner does in it.
    pub kind: Kind,
    /// Its place in the lesson.
    pub order: u32,
    /// What a learner types to have it checked.
    pub command: String,
    /// Its folder.
    #[serde(skip)]
    pub folder: Utf8PathBuf,
    /// The folder that it has in the course, if that one is a copy: what several share lies beside.
    #[serde(skip)]
    pub home: Utf8PathBuf,
    /// What is asked for beside the lines of the answer.
    #[serde(skip)]
    pub asks: Asks,
}

/// `[package.metadata.lesson.exercises.NAME]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asks {
    /// What it is about.
    pub title: String,
    /// What the learner does in it.
    #[serde(default)]
    pub kind: Kind,
    /// `LESSON/PROGRAM`: whose lines are to be put in order.
    #[serde(default)]
    pub program: Option<String>,
    /// Its place in the lesson.
    pub order: u32,
    /// The name of the verdict that the start earns.
    pub start: String,
    /// How many tasks are to be spawned, at the least.
    #[serde(default)]
    pub tasks: usize,
    /// Whether lines must come at the answer's instants.
    #[serde(default = "yes")]
    pub on_time: bool,
    /// Whether no poll may keep the thread, however right the lines are.
    #[serde(default)]
    pub never_blocks: bool,
    /// Whether the order of an answer's lines may depend on luck, and all its schedules are tried.
    #[serde(default = "yes")]
    pub explored: bool,
    /// What it means if a line is missing, or there.
    #[serde(default)]
    pub says: Vec<Says>,
}

/// What the learner does in an exercise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Writes code, which is built under checks and run.
    #[default]
    Solve,
    /// Puts the lines of a program in the order in which they are printed.
    Predict,
}

impl Kind {
    /// How the names of its answers end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Solve => "rs",
            Self::Predict => "txt",
        }
    }

    /// What a line of an answer's header begins with.
    pub fn comment(self) -> &'static str {
        match self {
            Self::Solve => "//!",
            Self::Predict => "#",
        }
    }
}

/// What it means if a line is missing, or if one is printed that the answer does not print.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    /// The beginning of a line of the answer that is missing.
    #[serde(default)]
    pub missing: Option<String>,
    /// The beginning of a line that the answer does not print.
    #[serde(default)]
    pub printed: Option<String>,
    /// The verdict's name.
    pub verdict: String,
    /// What the learner did, in a sentence or two.
    pub why: String,
    /// What asyncio would have done.
    pub asyncio: String,
}

fn yes() -> bool {
    true
}

impl Exercise {
    /// The exercises of a lesson, in their order. One of which a copy lies [`elsewhere`] is that copy.
    pub fn of(lesson: &str, folder: &Utf8Path, asks: BTreeMap<String, Asks>) -> Vec<Self> {
        let mut exercises: Vec<Self> = asks
            .into_iter()
            .map(|(name, asks)| Self {
                lesson: lesson.to_owned(),
                title: asks.title.clone(),
                kind: asks.kind,
                order: asks.order,
                command: format!("cargo xtask check {name}"),
                home: folder.join("exercises").join(&name),
                folder: copy(lesson, &name).unwrap_or_else(|| folder.join("exercises").join(&name)),
                name,
                asks,
            })
            .collect();
        exercises.sort_by(|a, b| (a.order, &a.name).cmp(&(b.order, &b.name)));
        exercises
    }

    /// `LESSON/EXERCISE`.
    pub fn path(&self) -> String {
        format!("{}/{}", self.lesson, self.name)
    }

    /// The learner's file.
    pub fn file(&self) -> Utf8PathBuf {
        self.folder.join(format!("exercise.{}", self.kind.extension()))
    }

    /// Whether an answer is code, which is built and run.
    pub fn is_code(&self) -> bool {
        self.kind == Kind::Solve
    }

    /// The files that its folder holds, beside other right answers and wrong ones.
    pub fn files(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::Solve => &[
                "exercise.rs",
                "start.rs",
                "checks.rs",
                "solution.rs",
                "answer.json",
                "runs.json",
                "hints.md",
            ],
            Kind::Predict => &["exercise.txt", "start.txt", "answer.json", "hints.md"],
        }
    }

    /// What the learner's file holds at first.
    pub fn start(&self) -> Utf8PathBuf {
        self.folder.join(format!("start.{}", self.kind.extension()))
    }
}

/// A folder that holds copies of exercises, as `LESSON/EXERCISE`, to be taken in place of the course's
/// own, and what is remembered of the learner: tests edit nothing of the repository's.
pub const ELSEWHERE: &str = "MEANWHILE_EXERCISES";

/// That folder, if there is one.
pub fn elsewhere() -> Option<Utf8PathBuf> {
    let folder = std::env::var_os(ELSEWHERE).filter(|folder| !folder.is_empty())?;
    let folder = std::path::absolute(folder).ok()?;
    Utf8PathBuf::from_path_buf(folder).ok()
}

fn copy(lesson: &str, exercise: &str) -> Option<Utf8PathBuf> {
    elsewhere().map(|folder| folder.join(lesson).join(exercise)).filter(|copy| copy.is_dir())
}
