//! The runner of the course. `main` parses and calls [`dispatch`]; each command is a module.

use std::num::NonZeroUsize;
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
pub mod hash;
pub mod learn;
pub mod list;
pub mod new;
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
pub mod test;
pub mod tidy;
pub mod timeline;
pub mod tokio_copy;
pub mod trouble;

use choose::Unknown;
use cli::{Cli, Command};
use course::Course;
use exercises::hints::Which;
use stage::Terms;

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
    match &cli.command {
        Command::List { json } => list::list(&course, *json),
        Command::Run { programs, real, limit } => {
            children::end_with_the_runner()?;
            let wanted = choose::programs(&course, programs.as_deref())?;
            run::run(&course, &wanted, Terms { real: *real, limit: *limit })
        }
        Command::Test { programs } => {
            children::end_with_the_runner()?;
            let wanted = choose::programs(&course, programs.as_deref())?;
            test::test(&course, &wanted)
        }
        Command::Explore { programs, replay, json, schedules, seed, one_thread, keep } => {
            children::end_with_the_runner()?;
            let wanted = choose::programs(&course, programs.as_deref())?;
            let request = explore::Request {
                schedules: schedules.get(),
                seed: *seed,
                one_thread: *one_thread,
                replay: replay.clone(),
                ..explore::Request::default()
            };
            explore::explore(&course, &wanted, &request, *json, *keep)
        }
        Command::Soak { programs, runs, jobs, keep } => {
            children::end_with_the_runner()?;
            let wanted = choose::programs(&course, programs.as_deref())?;
            let jobs = jobs.map(NonZeroUsize::get);
            let request = soak::Request { runs: runs.get(), jobs, keep: *keep };
            soak::soak(&course, &wanted, &request)
        }
        Command::Prove { programs, random, seed, program, replay, schedules } => {
            children::end_with_the_runner()?;
            let first = u64::from(*seed);
            match (random, program) {
                (Some(number), _) => {
                    prove::random::many(first..first + u64::from(number.get()), schedules.get())
                }
                (None, Some(name)) => prove::random::one(name, replay.as_deref(), schedules.get()),
                (None, None) => {
                    let wanted = choose::programs(&course, programs.as_deref())?;
                    prove::prove(&course, &wanted, schedules.get())
                }
            }
        }
        Command::Compare { programs, live, accept } => {
            children::end_with_the_runner()?;
            let wanted = choose::programs(&course, programs.as_deref())?;
            let request = compare::Request { live: *live, accept: *accept };
            compare::compare(&course, &wanted, request)
        }
        Command::Timeline { programs, format, steps, twin, ascii, out, from, mark } => {
            children::end_with_the_runner()?;
            let wanted = choose::programs(&course, programs.as_deref())?;
            let request = timeline::Request {
                format: *format,
                steps: *steps,
                twin: *twin,
                ascii: *ascii,
                out: out.clone(),
            };
            if let Some(file) = from {
                let source = timeline::from::Source { file: file.clone(), mark: mark.clone() };
                return timeline::timeline_of_file(&source, &request);
            }
            timeline::timeline(&course, &wanted, &request)
        }
        Command::Record { output, folder, real, own_subscriber, command } => {
            record::record(&record::Request {
                output: output.clone(),
                folder: folder.clone(),
                is_real: *real,
                own_subscriber: *own_subscriber,
                command: command.clone(),
            })
        }
        Command::Book { what } => {
            children::end_with_the_runner()?;
            book::book(&course, what)
        }
        Command::New { what } => {
            children::end_with_the_runner()?;
            match what {
                cli::New::Lesson { name } => new::lesson(&course, name),
                cli::New::Exercise { path } => new::exercise(&course, path),
            }
        }
        Command::Learn { exercise } => learn::learn(&course, exercise.as_deref()),
        Command::Check { exercises, json, again } => {
            children::end_with_the_runner()?;
            let wanted = exercises::choose(&course, exercises.as_deref())?;
            let name = exercises.as_deref();
            let is_one = name.is_some_and(|name| exercises::lesson(&course, name).is_none());
            let skip_passed = !again && !is_one;
            let request = exercises::round::Request { json: *json, skip_passed };
            exercises::round::check(&course, &wanted, request)
        }
        Command::Hint { exercise, level, all } => {
            let exercise = exercises::choose_one(&course, exercise)?;
            let which = match level {
                _ if *all => Which::All,
                Some(level) => Which::Level(*level),
                None => Which::Next,
            };
            exercises::hints::tell_hints(&course, exercise, which)
        }
        Command::Solution { exercise } => {
            let exercise = exercises::choose_one(&course, exercise)?;
            exercises::solution::solution(&course, exercise)
        }
        Command::Reset { exercise, checks } => {
            let exercise = exercises::choose_one(&course, exercise)?;
            exercises::reset::reset(&course, exercise, *checks)
        }
        Command::Progress { json } => exercises::overview::overview(&course, *json),
        Command::Bank { exercises, accept } => {
            children::end_with_the_runner()?;
            let wanted = exercises::choose(&course, exercises.as_deref())?;
            exercises::bank::bank(&course, &wanted, *accept)
        }
        Command::Bench { quick, only, own, page } => {
            children::end_with_the_runner()?;
            let (quick, own, page) = (*quick, *own, *page);
            bench::bench(&course, &bench::Request { quick, only: only.clone(), own, page })
        }
        Command::Ci { steps, runs } => {
            children::end_with_the_runner()?;
            ci::ci(&course, steps, *runs)
        }
    }
}

/// Prints an error with its causes, and says what the process should exit with: 2 if the command
/// line is at fault, else 1.
pub fn report(error: &anyhow::Error) -> ExitCode {
    anstream::eprintln!("{}: {error:#}", show::failure("error"));
    let is_misuse = error.is::<Unknown>()
        || error.is::<bench::Unknown>()
        || error.is::<exercises::Unknown>()
        || error.is::<exercises::Misuse>()
        || error.is::<new::Misuse>()
        || error.is::<explore::Misuse>()
        || error.is::<compare::declared::Misdeclared>()
        || error.is::<record::Misuse>()
        || error.is::<timeline::data::OneProgramOnly>()
        || error.is::<timeline::pictures::Misuse>()
        || error.is::<timeline::from::NoRecording>();
    if is_misuse { ExitCode::from(2) } else { ExitCode::FAILURE }
}
