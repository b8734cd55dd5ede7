//! `cargo xtask ci`.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Error, Result};
use clap::ValueEnum;

use crate::course::{Course, Program};
use crate::exercises::{Exercise, bank};
use crate::show::{self, indented};
use crate::{Outcome, as_tokio, book, cargo, compare, prove, soak, steady};

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
    /// So do the recorder's own, which is built only where it is asked for.
    TestRecorder,
    /// Each program prints the same with `tokio` in place of `meanwhile`.
    AsTokio,
    /// Each program on the virtual clock prints the same each time, beside a loaded machine.
    Steady,
    /// No order that is promised breaks in a few real runs, on both flavours, beside a loaded machine.
    Soak,
    /// The sources of what programs are explored with are formatted.
    ExplorerFmt,
    /// clippy has nothing to say about them.
    ExplorerClippy,
    /// Their own tests pass.
    ExplorerTest,
    /// What is known of the schedules of some programs is found out by exploring them.
    Explore,
    /// The benchmarks are formatted.
    BenchFmt,
    /// clippy has nothing to say about them.
    BenchClippy,
    /// What looks for recordings that bring the reader down is formatted; to build it takes nightly.
    FuzzFmt,
    /// No schedule breaks what the recordings of the course claim of the order of their lines.
    Prove,
    /// Nor what those of a few random programs claim.
    ProveRandom,
    /// Each run as JSON fits the schema, Perfetto reads each trace, and programs that are no lesson
    /// record what they recorded before; needs node, and a python3 that has VizTracer.
    Formats,
    /// Every answer that the course knows, right or wrong, earns the verdict that it must; each exercise
    /// is as a learner finds it, and all of it is formatted.
    Bank,
    /// The exercises' commands come well out of all that learners do to them; some of it in a terminal.
    Exercises,
    /// The course is built at another path, and with other flags, and runs.
    Survives,
    /// The book is built, its links lead somewhere, and a reader in Chromium finds all of it in order;
    /// needs node, npm and Chromium.
    Book,
    /// No word is spelt wrong; needs `typos`: pip install typos.
    Spelling,
    /// The recorder of the asyncio twins passes its tests.
    PythonRecorder,
    /// Each program is equal to its twin, run by each CPython of this machine.
    Twins,
}

/// What finds words that are spelt wrong.
const SPELLING: &str = "typos";

/// The one step that is no cargo call and needs `python3`.
const PYTHON: &str = "python3 -m unittest discover -s xtask/python/tests -t xtask/python";

/// How many runs the step `soak` makes of each program.
const SOAKED: usize = 10;

/// How many random programs the step `prove-random` makes.
const RANDOM: u64 = 60;

/// How many schedules the steps `prove` and `prove-random` try of a program.
const SCHEDULES: usize = 3_000;

/// The course's flags are for the lessons; the explorer is built without any.
const NO_FLAGS: &[(&str, &str)] = &[("CARGO_ENCODED_RUSTFLAGS", "")];

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The steps; all if none is named.
    pub steps: &'a [Step],
    /// Those that are left out.
    pub skip: &'a [Step],
    /// How many times the step `steady` plays each program.
    pub runs: usize,
}

/// Takes the steps. One that fails keeps no other from being taken; what it complained of is said once
/// more at the end.
pub fn ci(course: &Course, request: &Request) -> Result<Outcome> {
    let all = if request.steps.is_empty() { Step::value_variants() } else { request.steps };
    let mut failed = Vec::new();
    let mut took = String::new();
    for step in all.iter().filter(|step| !request.skip.contains(step)) {
        show::print(&format!("\n{}\n{}\n", show::heading(step.name()), step.command()));
        let began = Instant::now();
        let complaints = step.complaints(course, request.runs);
        if let Some(complaints) = complaints.unwrap_or_else(|error| Some(told(&error))) {
            failed.push((step, complaints));
        }
        took += &format!("  {:>5.0} s  {}\n", began.elapsed().as_secs_f64(), step.name());
    }
    show::print(&format!("\nIt took:\n{took}"));
    if failed.is_empty() {
        show::print(&format!("\n{}\n", show::success("All of it passed.")));
        return Ok(Outcome::Fine);
    }
    show::print(&format!("\n{}\n", show::failure("Failed:")));
    for (step, complaints) in failed {
        let (name, command) = (step.name(), step.command());
        show::print(&format!("  {name}: {command}\n{}", indented(&complaints)));
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
            Self::TestRecorder => (&[], "test -p meanwhile --features record --locked"),
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
            Self::BenchFmt => (&[], "fmt --manifest-path xtask/bench/Cargo.toml --all --check"),
            Self::BenchClippy => (
                &[],
                "clippy --manifest-path xtask/bench/Cargo.toml --workspace --all-targets --target-dir \
                 target/bench --locked -- -D warnings",
            ),
            Self::FuzzFmt => (&[], "fmt --manifest-path crates/playback/fuzz/Cargo.toml --check"),
            Self::Formats => (&[], "test -p xtask --test formats --locked -- --ignored"),
            Self::Exercises => {
                (&[], "test -p xtask --test exercises --test learn --locked -- --ignored")
            }
            Self::Survives => (&[], "test -p xtask --test survives --locked -- --ignored"),
            Self::AsTokio
            | Self::Steady
            | Self::Soak
            | Self::Prove
            | Self::ProveRandom
            | Self::Bank
            | Self::Book
            | Self::Spelling
            | Self::PythonRecorder
            | Self::Twins => return None,
        })
    }

    /// What to type to take this step alone.
    fn command(self) -> String {
        let Some((variables, arguments)) = self.cargo() else {
            return match self {
                Self::PythonRecorder => PYTHON.to_owned(),
                Self::Twins => "cargo xtask compare --live".to_owned(),
                Self::Bank => "cargo xtask bank".to_owned(),
                Self::Book => "cargo xtask book test".to_owned(),
                Self::Spelling => SPELLING.to_owned(),
                _ => format!("cargo xtask ci {}", self.name()),
            };
        };
        let variables: String =
            variables.iter().map(|(name, value)| format!("{name}=\"{value}\" ")).collect();
        format!("{variables}cargo {arguments}")
    }

    /// What it complains of, if it fails: nothing but that where the words are another program's, and
    /// stand above.
    fn complaints(self, course: &Course, runs: usize) -> Result<Option<String>> {
        let Some((variables, arguments)) = self.cargo() else {
            let complaints = match self {
                Self::PythonRecorder => return Ok(runs_well(course, PYTHON)),
                Self::Spelling => return Ok(runs_well(course, SPELLING)),
                Self::Book => return Ok(or_says_why(book::test(course))),
                Self::Soak => {
                    let programs: Vec<&Program> = course.programs().collect();
                    let request = soak::Request { runs: SOAKED, jobs: None, keep: false };
                    return Ok(or_says_why(soak::soak(course, &programs, &request)));
                }
                Self::Prove => {
                    let programs: Vec<&Program> = course.programs().collect();
                    return Ok(or_says_why(prove::prove(course, &programs, SCHEDULES)));
                }
                Self::ProveRandom => {
                    return Ok(or_says_why(prove::random::many(1..1 + RANDOM, SCHEDULES)));
                }
                Self::Twins => {
                    let programs: Vec<&Program> = course.programs().collect();
                    let request = compare::Request { live: true, accept: false };
                    return Ok(or_says_why(compare::compare(course, &programs, request)));
                }
                Self::Bank => {
                    let all: Vec<&Exercise> = course.exercises().collect();
                    let mut complaints = bank::bank(course, &all, false)?;
                    complaints.extend(bank::as_found(course)?.into_iter().map(bank::said));
                    return Ok((!complaints.is_empty()).then(|| complaints.concat()));
                }
                Self::Steady => steady::check(course, runs)?,
                _ => as_tokio::check(course)?,
            };
            show::print(&complaints.concat());
            return Ok((!complaints.is_empty()).then(|| complaints.concat()));
        };
        let mut cargo = cargo::command(&course.root);
        cargo.args(arguments.split_whitespace());
        cargo.envs(variables.iter().copied());
        let status = cargo.status().with_context(|| format!("starting {}", self.command()))?;
        Ok((!status.success()).then(String::new))
    }
}

/// Nothing if a command ends well; if it cannot be started, why not.
fn runs_well(course: &Course, line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words).current_dir(&course.root);
    match command.status().with_context(|| format!("starting {line}")) {
        Ok(status) => (!status.success()).then(String::new),
        Err(error) => Some(told(&error)),
    }
}

/// Nothing if it came out well; what is wrong was said, but for an error, which is told.
fn or_says_why(outcome: Result<Outcome>) -> Option<String> {
    match outcome {
        Ok(outcome) => (outcome != Outcome::Fine).then(String::new),
        Err(error) => Some(told(&error)),
    }
}

/// An error keeps no other step from being taken.
fn told(error: &Error) -> String {
    crate::report(error);
    format!("{error:#}\n")
}
