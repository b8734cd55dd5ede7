//! What is done with programs.

use std::ffi::OsString;
use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;
use clap::Subcommand;

use super::values::{random_program, schedule, seconds};
use crate::course::Course;
use crate::stage::Terms;
use crate::{Outcome, choose, compare, explore, list, prove, record, run, soak, test, timeline};

/// What is done with programs.
#[derive(Debug, Subcommand)]
pub enum Programs {
    /// Lists the lessons, their programs and what each mirrors
    List {
        /// As JSON, for other tools.
        #[arg(long)]
        json: bool,
    },
    /// Runs programs, all at once, on the virtual clock where they can, and shows what they print
    Run {
        /// A lesson, or one of its programs; all programs if left out.
        #[arg(value_name = "LESSON[/PROGRAM]")]
        programs: Option<String>,
        /// Keeps every program on the real clock: seconds take a second.
        #[arg(long)]
        real: bool,
        /// How long a program may run before it is stopped [default: 10 on the virtual clock, 30
        /// on the real one].
        #[arg(long, value_name = "SECONDS", value_parser = seconds)]
        limit: Option<Duration>,
    },
    /// Runs programs and holds what they print, and in which order, against their snapshots
    Test {
        /// A lesson, or one of its programs; all programs if left out.
        #[arg(value_name = "LESSON[/PROGRAM]")]
        programs: Option<String>,
    },
    /// Draws every task's life: what it ran, where it waited, who woke it, which poll printed what
    Timeline {
        /// A lesson, or one of its programs; all programs if left out.
        #[arg(value_name = "LESSON[/PROGRAM]")]
        programs: Option<String>,
        /// As what it is drawn.
        #[arg(long, value_enum, default_value = "text")]
        format: timeline::Format,
        /// Tells each step in a sentence.
        #[arg(long)]
        steps: bool,
        /// Writes pictures into this folder, LESSON--PROGRAM.svg, instead of the only one to stdout.
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
        /// Draws the asyncio twin's run above, on the same axis, and marks what differs.
        #[arg(long, conflicts_with_all = ["steps", "from", "format"])]
        twin: bool,
        /// Draws with ASCII signs, as it does by itself where the locale is not UTF-8.
        #[arg(long)]
        ascii: bool,
        /// Draws what lies in a file: what a recorded program wrote to its stdout, or a twin's recording.
        #[arg(long, value_name = "FILE", conflicts_with = "programs")]
        from: Option<PathBuf>,
        /// What each record of the file begins with; found in the file if left out.
        #[arg(long, requires = "from")]
        mark: Option<String>,
    },
    /// Records a program that is no lesson, into a file for `cargo xtask timeline --from`
    ///
    /// The program is to have meanwhile's entry: docs/src/record-your-own.md. What it prints goes to the
    /// screen and into the file; if it runs until it is stopped, stop it with Ctrl-C.
    Record {
        /// The file; one that is there is replaced.
        #[arg(long, short, value_name = "FILE")]
        output: PathBuf,
        /// The folder to start the command in [default: this one].
        #[arg(long, value_name = "FOLDER")]
        folder: Option<PathBuf>,
        /// Keeps the program on the real clock: for programs with sockets, threads or blocking calls.
        #[arg(long)]
        real: bool,
        /// The program sets up a tracing subscriber of its own: listens beside it.
        #[arg(long)]
        own_subscriber: bool,
        /// What starts the program: cargo run, or python3 -m meanwhile PROGRAM.py
        #[arg(last = true, required = true, value_name = "COMMAND")]
        command: Vec<OsString>,
    },
    /// Shows every output that programs could print, over all of their schedules, or many
    Explore {
        /// A lesson, or one of its programs; all programs if left out.
        #[arg(value_name = "LESSON[/PROGRAM]")]
        programs: Option<String>,
        /// Runs one schedule of one program again, and shows what it prints.
        #[arg(long, value_name = "SCHEDULE", conflicts_with_all = ["schedules", "seed", "one_thread"])]
        replay: Option<String>,
        /// As JSON, for other tools.
        #[arg(long)]
        json: bool,
        /// Tries all schedules if there are no more than so many, else so many at random.
        #[arg(long, value_name = "N", default_value = "5000")]
        schedules: NonZeroUsize,
        /// What the random choices begin with; the same seed makes the same choices.
        #[arg(long, value_name = "NUMBER", default_value = "1")]
        seed: u64,
        /// Switches tasks at awaits alone, as a runtime with one thread does; else also where a task
        /// prints, spawns, sends or locks.
        #[arg(long)]
        one_thread: bool,
        /// Keeps what is found for the book, in crates/LESSON/explored.
        #[arg(long, conflicts_with_all = ["replay", "one_thread", "schedules", "seed"])]
        keep: bool,
    },
    /// Runs programs many times on the real clock, on both flavours, many at once on a loaded machine,
    /// and holds what is said of the order of their lines against each run
    ///
    /// Exits with 1 if two lines came the other way round of which one is said to come because of the
    /// other, or if a run came to trouble: such a run has shown nothing. Counted and shown, and no
    /// failure: a line that is missing in a run, or says something else; a panic or an exit code on the
    /// flavour that the program did not ask for, or that it does not end there at all; all other lines
    /// that came the other way round.
    Soak {
        /// A lesson, or one of its programs; all programs if left out.
        #[arg(value_name = "LESSON[/PROGRAM]")]
        programs: Option<String>,
        /// How many runs are made of each program: half of them on its own flavour, half on the other.
        #[arg(long, value_name = "N", default_value = "20")]
        runs: NonZeroUsize,
        /// How many runs are under way at once [default: 64 for each core].
        #[arg(long, value_name = "N")]
        jobs: Option<NonZeroUsize>,
        /// Keeps the figures for the book, in docs/soak.json, if nothing failed.
        #[arg(long)]
        keep: bool,
    },
    /// Holds what recordings claim of the order of their lines against all schedules, or many
    ///
    /// Exits with 1 if a schedule prints two lines the other way round of which a recording says that
    /// one comes because of the other, or, with the delays, by the clock; or if a program came to
    /// trouble. Lines are known by their text; what several lanes print alike is left out, and counted.
    /// A random program that breaks a claim is made smaller as far as it goes before it is shown.
    Prove {
        /// A lesson, or one of its programs; all programs if left out.
        #[arg(value_name = "LESSON[/PROGRAM]", conflicts_with_all = ["random", "program"])]
        programs: Option<String>,
        /// Takes so many random programs for the lessons.
        #[arg(long, value_name = "N", conflicts_with = "program")]
        random: Option<NonZeroU32>,
        /// The first random program; the others follow.
        #[arg(long, value_name = "NUMBER", default_value = "1", requires = "random")]
        seed: u32,
        /// One random program: its seed, and the steps that are left out of it: 17-3-8.
        #[arg(long, value_name = "NAME", value_parser = random_program)]
        program: Option<String>,
        /// Runs one schedule of that program as well.
        #[arg(long, value_name = "SCHEDULE", requires = "program", value_parser = schedule)]
        replay: Option<String>,
        /// Tries all schedules if there are no more than so many, else so many at random.
        #[arg(long, value_name = "N", default_value = "3000")]
        schedules: NonZeroUsize,
    },
    /// Holds programs against their asyncio twins: the same lines, at the same instants, in the same
    /// order where one is promised
    ///
    /// What must differ is declared, with its reason, in the lesson's Cargo.toml; anything else fails,
    /// and so does a declaration of what does not differ.
    Compare {
        /// A lesson, or one of its programs; all programs if left out.
        #[arg(value_name = "LESSON[/PROGRAM]")]
        programs: Option<String>,
        /// Runs the twins now, by python3 and each other CPython from 3.11 on that is found, instead of
        /// reading what was recorded of them; fails, too, if they do something else than was recorded.
        #[arg(long)]
        live: bool,
        /// Records what the twins do now in crates/LESSON/recordings.
        #[arg(long, requires = "live")]
        accept: bool,
    },
}

impl Programs {
    /// Does it.
    pub fn run(&self, course: &Course) -> Result<Outcome> {
        match self {
            Self::List { json } => list::list(course, *json),
            Self::Run { programs, real, limit } => {
                let wanted = choose::programs(course, programs.as_deref())?;
                run::run(course, &wanted, Terms { real: *real, limit: *limit })
            }
            Self::Test { programs } => {
                test::test(course, &choose::programs(course, programs.as_deref())?)
            }
            Self::Explore { programs, replay, json, schedules, seed, one_thread, keep } => {
                let wanted = choose::programs(course, programs.as_deref())?;
                let request = explore::Request {
                    schedules: schedules.get(),
                    seed: *seed,
                    one_thread: *one_thread,
                    replay: replay.clone(),
                    ..explore::Request::default()
                };
                explore::explore(course, &wanted, &request, *json, *keep)
            }
            Self::Soak { programs, runs, jobs, keep } => {
                let wanted = choose::programs(course, programs.as_deref())?;
                let jobs = jobs.map(NonZeroUsize::get);
                let request = soak::Request { runs: runs.get(), jobs, keep: *keep };
                soak::soak(course, &wanted, &request)
            }
            Self::Prove { programs, random, seed, program, replay, schedules } => {
                let (first, schedules) = (u64::from(*seed), schedules.get());
                match (random, program) {
                    (Some(number), _) => {
                        prove::random::many(first..first + u64::from(number.get()), schedules)
                    }
                    (None, Some(name)) => prove::random::one(name, replay.as_deref(), schedules),
                    (None, None) => {
                        let wanted = choose::programs(course, programs.as_deref())?;
                        prove::prove(course, &wanted, schedules)
                    }
                }
            }
            Self::Compare { programs, live, accept } => {
                let wanted = choose::programs(course, programs.as_deref())?;
                let request = compare::Request { live: *live, accept: *accept };
                compare::compare(course, &wanted, request)
            }
            Self::Timeline { programs, format, steps, twin, ascii, out, from, mark } => {
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
                let wanted = choose::programs(course, programs.as_deref())?;
                timeline::timeline(course, &wanted, &request)
            }
            Self::Record { output, folder, real, own_subscriber, command } => {
                record::record(&record::Request {
                    output: output.clone(),
                    folder: folder.clone(),
                    is_real: *real,
                    own_subscriber: *own_subscriber,
                    command: command.clone(),
                })
            }
        }
    }
}
