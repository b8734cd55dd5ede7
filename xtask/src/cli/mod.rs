//! The command line.

use clap::{Parser, Subcommand};

use crate::ci::Step;

mod book;
mod exercises;
mod programs;
mod values;

pub use book::Book;
pub use exercises::Exercises;
pub use programs::Programs;

/// The runner of the course: plays its programs and holds their output against what they printed
/// before.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_version_flag = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// Takes the runner's own fixtures for the lessons.
    #[arg(long, hide = true, global = true)]
    pub fixtures: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// What is done with programs.
    #[command(flatten)]
    Programs(Programs),
    /// Makes the book, serves it, or looks at it in a browser
    Book {
        /// What is done.
        #[command(subcommand)]
        what: Book,
    },
    /// Makes the folder of a lesson or of an exercise, in which everything runs and nothing is said yet
    New {
        /// What is made.
        #[command(subcommand)]
        what: New,
    },
    /// What is done with exercises.
    #[command(flatten)]
    Exercises(Exercises),
    /// Measures the same work in tokio and in asyncio side by side, and makes docs/src/costs.md of it
    ///
    /// Nothing that the page says is asserted anywhere: a bench is no test. Run it on a machine that does
    /// nothing else. It needs python3, and installs uvloop and aiohttp from PyPI below target/bench; what
    /// cannot be had is left out, and said. A quick run does not replace a whole one's figures.
    Bench {
        /// Few rounds of small N: shows that the bench works.
        #[arg(long, conflicts_with = "page")]
        quick: bool,
        /// One of them: spawn, sleepers, ping-pong, gather, bounded, http, http-raw; with --own
        /// first-build, exercises, recorder.
        #[arg(long, value_name = "NAME", conflicts_with = "page")]
        only: Option<String>,
        /// Measures what the course's own tools cost instead; installs rustlings below target/bench.
        #[arg(long, conflicts_with = "page")]
        own: bool,
        /// Measures nothing, and makes the page of docs/costs.json again.
        #[arg(long)]
        page: bool,
    },
    /// Checks everything that CI checks, and names at the end what failed
    Ci {
        /// The steps to take; all of them, in this order, if left out.
        #[arg(value_name = "STEP")]
        steps: Vec<Step>,
        /// A step that is left out.
        #[arg(long, value_name = "STEP")]
        skip: Vec<Step>,
        /// How many times the step `steady` plays each program.
        #[arg(long, default_value_t = 20)]
        runs: usize,
    },
}

/// What can be made anew.
#[derive(Clone, Debug, Subcommand)]
pub enum New {
    /// A lesson: crates/NAME, with a program and its twin, a chapter, questions and three exercises
    Lesson {
        /// Its name: small letters, with `-` between words.
        name: String,
    },
    /// An exercise of a lesson, with its checks, its solution and its bank
    Exercise {
        /// Its lesson and its name: small letters, with `_` between words.
        #[arg(value_name = "LESSON/EXERCISE")]
        path: String,
        /// Makes it a prediction: the lines that this program prints are to be put in order.
        #[arg(long, value_name = "LESSON/PROGRAM")]
        predict: Option<String>,
    },
}

impl Command {
    /// Whether it ends what it has started in a way of its own, when it is to end itself.
    pub fn ends_by_itself(&self) -> bool {
        let record = matches!(self, Self::Programs(Programs::Record { .. }));
        record || matches!(self, Self::Exercises(Exercises::Learn { .. }))
    }
}
