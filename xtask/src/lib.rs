//! The runner of the course. `main` parses and calls [`dispatch`]; each command is a module.

use std::process::ExitCode;

use anyhow::Result;

pub mod as_tokio;
pub mod attribute;
pub mod bench;
pub mod book;
pub mod cargo;
pub mod children;
pub mod choose;
pub mod ci;
pub mod cli;
pub mod compare;
pub mod course;
pub mod diagnosis;
pub mod drift;
pub mod exercises;
pub mod explore;
pub mod files;
pub mod hash;
pub mod learn;
pub mod limits;
pub mod list;
mod misuse;
pub mod new;
pub mod own_time;
pub mod patience;
pub mod pipes;
pub mod play;
pub mod progress;
pub mod prove;
pub mod readme;
pub mod record;
pub mod recorded;
pub mod run;
pub mod show;
pub mod snapshot;
pub mod soak;
pub mod stage;
pub mod steady;
pub mod terminal;
pub mod test;
pub mod tidy;
pub mod timeline;
pub mod tokio_copy;
pub mod trouble;

pub use misuse::Misuse;

use cli::{Cli, Command, New};
use course::Course;

/// How a command ended, when nothing kept it from ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Fine,
    /// A program, a comparison or a check failed; what and why is on the screen.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::Failed => Self::FAILURE,
        }
    }
}

/// Does what the command line asks for.
pub fn dispatch(cli: &Cli) -> Result<Outcome> {
    let course = if cli.fixtures { Course::fixtures() } else { Course::find() }?;
    if !cli.command.ends_by_itself() {
        children::end_with_the_runner()?;
    }
    match &cli.command {
        Command::Programs(programs) => programs.run(&course),
        Command::Book { what } => what.run(&course),
        Command::New { what } => match what {
            New::Lesson { name } => new::lesson(&course, name),
            New::Exercise { path, predict } => new::exercise(&course, path, predict.as_deref()),
        },
        Command::Exercises(exercises) => exercises.run(&course),
        Command::Bench { quick, only, own, page } => {
            let (quick, own, page) = (*quick, *own, *page);
            bench::bench(&course, &bench::Request { quick, only: only.clone(), own, page })
        }
        Command::Ci { steps, skip, runs } => {
            ci::ci(&course, &ci::Request { steps, skip, runs: *runs })
        }
    }
}

/// Prints an error with its causes, and says what the process should exit with: 2 if the command
/// line is at fault, else 1.
pub fn report(error: &anyhow::Error) -> ExitCode {
    anstream::eprintln!("{}: {error:#}", show::failure("error"));
    if error.is::<Misuse>() { ExitCode::from(2) } else { ExitCode::FAILURE }
}
