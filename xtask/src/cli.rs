//! The command line.

use std::ffi::OsString;
use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;
use std::time::Duration;

use clap::{Parser, Subcommand};

use crate::ci::Step;
use crate::timeline;
use crate::{explore, prove};

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
    /// Opens an exercise, and says after each save whether your answer is right, and why not
    ///
    /// It begins with the first exercise that is not solved yet. Keys work at any time: ? shows them.
    Learn {
        /// An exercise, or a lesson.
        #[arg(value_name = "EXERCISE")]
        exercise: Option<String>,
    },
    /// Checks your answers to exercises, and says why they are right or wrong
    ///
    /// Exits with 0 if all are right, with 1 if one is not. Of a lesson, or of all exercises, what passed
    /// before and is unchanged is not run again.
    Check {
        /// An exercise, or a lesson; all exercises if left out. A name's beginning will do.
        #[arg(value_name = "EXERCISE")]
        exercises: Option<String>,
        /// As JSON, for other tools: docs/src/runner-json.md.
        #[arg(long)]
        json: bool,
        /// Runs what passed before and is unchanged as well.
        #[arg(long)]
        again: bool,
    },
    /// Tells the next hint of an exercise
    Hint {
        /// The exercise.
        exercise: String,
        /// Tells this one; the first is 1.
        #[arg(long, value_name = "N", conflicts_with = "all")]
        level: Option<usize>,
        /// Tells all of them.
        #[arg(long)]
        all: bool,
    },
    /// Shows the solution of an exercise that is solved; of one that is not, when asked twice
    Solution {
        /// The exercise.
        exercise: String,
    },
    /// Puts an exercise back as it was at the start, and keeps what was there
    Reset {
        /// The exercise.
        exercise: String,
        /// Puts back the checks instead: checks.rs.
        #[arg(long)]
        checks: bool,
    },
    /// Says which exercises are solved, and which is next
    Progress {
        /// As JSON, for other tools: docs/src/runner-json.md.
        #[arg(long)]
        json: bool,
    },
    /// Proves that every answer the course knows, right or wrong, earns the verdict that it must
    Bank {
        /// An exercise, or a lesson; all exercises if left out.
        #[arg(value_name = "EXERCISE")]
        exercises: Option<String>,
        /// Writes down what there is to hold them against: first, in each answer.json, what the solution does
        /// under the checks beside it; then, in each runs.json, what each answer does, for the book.
        #[arg(long)]
        accept: bool,
    },
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
        /// How many times the step `steady` plays each program.
        #[arg(long, default_value_t = 20)]
        runs: usize,
    },
}

/// What is done with the book.
#[derive(Clone, Debug, Subcommand)]
pub enum Book {
    /// Makes the parts of it that are made from the lessons: the figures, the quizzes, the pages of
    /// exercises, the table of contents
    Refresh {
        /// Says which are not of today, and leaves them; exits with 1 if one is not.
        #[arg(long)]
        check: bool,
    },
    /// Refreshes it, and makes the site in docs/book with mdBook
    Build,
    /// Makes it, serves it on loopback, and makes it again when a page or a lesson changes
    Serve {
        /// The port; the next free one if left out, from 3000 on.
        #[arg(long)]
        port: Option<u16>,
        /// Opens it in the browser.
        #[arg(long)]
        open: bool,
    },
    /// Makes the site, follows all of its links, and tries it in Chromium; needs node, npm and Chromium
    Test,
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
    },
}

fn random_program(text: &str) -> Result<String, String> {
    match prove::is_name(text) {
        true => Ok(text.to_owned()),
        false => Err(format!("`{text}` is no random program: a seed, or 17-3-8")),
    }
}

fn schedule(text: &str) -> Result<String, String> {
    match explore::is_schedule(text) {
        true => Ok(text.to_owned()),
        false => Err(format!("`{text}` is no schedule's name")),
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().map_err(|_| format!("`{text}` is no number of seconds"))?;
    match Duration::try_from_secs_f64(seconds) {
        Ok(limit) if !limit.is_zero() => Ok(limit),
        _ => Err("a limit is longer than 0 seconds".to_owned()),
    }
}
