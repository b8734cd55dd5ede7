//! `cargo xtask ci`.

use std::process::Command;

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::course::Course;
use crate::{Outcome, as_tokio, cargo, show, steady};

/// A step of CI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// All sources are formatted.
    Fmt,
    /// clippy has nothing to say about what a learner builds.
    Clippy,
    /// Nor about the recorder.
    ClippyRecorder,
    /// Every link in the documentation leads somewhere.
    Doc,
    /// All tests pass.
    Test,
    /// Each program prints the same with `tokio` in place of `meanwhile`.
    AsTokio,
    /// Each program on the virtual clock prints the same each time, beside a loaded machine.
    Steady,
    /// The sources of what programs are explored with are formatted.
    ExplorerFmt,
    /// clippy has nothing to say about them.
    ExplorerClippy,
    /// Their own tests pass.
    ExplorerTest,
    /// What is known of the schedules of some programs is found out by exploring them.
    Explore,
    /// The recorder of the asyncio twins passes its tests.
    PythonRecorder,
}

/// The one step that is no cargo call and needs `python3`.
const PYTHON: &str = "python3 -m unittest discover -s xtask/python/tests -t xtask/python";

/// The course's flags are for the lessons; the explorer is built without any.
const NO_FLAGS: &[(&str, &str)] = &[("CARGO_ENCODED_RUSTFLAGS", "")];

/// Takes the steps, all if none is named. One that fails keeps no other from being taken. The step
/// `steady` plays each program so many times.
pub fn ci(course: &Course, steps: &[Step], runs: usize) -> Result<Outcome> {
    let steps = if steps.is_empty() { Step::value_variants() } else { steps };
    let mut failed = Vec::new();
    for step in steps {
        show::print(&format!("\n{}\n{}\n", show::heading(step.name()), step.command()));
        if !step.passes(course, runs)? {
            failed.push(step);
        }
    }
    if failed.is_empty() {
        show::print(&format!("\n{}\n", show::success("All of it passed.")));
        return Ok(Outcome::Fine);
    }
    show::print(&format!("\n{}\n", show::failure("Failed:")));
    for step in failed {
        let (name, command) = (step.name(), step.command());
        show::print(&format!("  {name}: {command}\n"));
    }
    Ok(Outcome::Failed)
}

impl Step {
    /// What a command line calls it.
    fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// The arguments of the cargo call that it is, with the variables that it needs.
    fn cargo(self) -> Option<(&'static [(&'static str, &'static str)], &'static str)> {
        Some(match self {
            Self::Fmt => (&[], "fmt --all --check"),
            Self::Clippy => (&[], "clippy --workspace --all-targets --locked -- -D warnings"),
            Self::ClippyRecorder => (
                &[],
                "clippy --workspace --all-targets --features meanwhile/record --locked -- -D warnings",
            ),
            Self::Doc => (
                &[("RUSTDOCFLAGS", "-D warnings")],
                "doc --workspace --features meanwhile/record --no-deps --document-private-items \
                 --locked",
            ),
            Self::Test => (&[], "test --workspace --locked --no-fail-fast"),
            Self::ExplorerFmt => {
                (&[], "fmt --manifest-path xtask/explore/Cargo.toml --all --check")
            }
            Self::ExplorerClippy => (
                NO_FLAGS,
                "clippy --manifest-path xtask/explore/Cargo.toml --workspace --all-targets \
                 --target-dir target/explore/target --locked -- -D warnings",
            ),
            Self::ExplorerTest => (
                NO_FLAGS,
                "test --manifest-path xtask/explore/Cargo.toml --workspace --target-dir \
                 target/explore/target --locked",
            ),
            Self::Explore => (&[], "test -p xtask --test explore --locked -- --ignored"),
            Self::AsTokio | Self::Steady | Self::PythonRecorder => return None,
        })
    }

    /// What to type to take this step alone.
    fn command(self) -> String {
        let Some((variables, arguments)) = self.cargo() else {
            return match self {
                Self::PythonRecorder => PYTHON.to_owned(),
                _ => format!("cargo xtask ci {}", self.name()),
            };
        };
        let variables: String =
            variables.iter().map(|(name, value)| format!("{name}=\"{value}\" ")).collect();
        format!("{variables}cargo {arguments}")
    }

    fn passes(self, course: &Course, runs: usize) -> Result<bool> {
        let Some((variables, arguments)) = self.cargo() else {
            let complaints = match self {
                Self::PythonRecorder => {
                    let mut words = PYTHON.split_whitespace();
                    let mut python = Command::new(words.next().unwrap_or_default());
                    python.args(words).current_dir(&course.root);
                    let status = python.status().with_context(|| format!("starting {PYTHON}"))?;
                    return Ok(status.success());
                }
                Self::Steady => steady::check(course, runs)?,
                _ => as_tokio::check(course)?,
            };
            show::print(&complaints.concat());
            return Ok(complaints.is_empty());
        };
        let mut cargo = cargo::command(&course.root);
        cargo.args(arguments.split_whitespace());
        cargo.envs(variables.iter().copied());
        let status = cargo.status().with_context(|| format!("starting {}", self.command()))?;
        Ok(status.success())
    }
}
