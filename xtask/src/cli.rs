//! The command line.

use std::num::NonZeroUsize;
use std::time::Duration;

use clap::{Parser, Subcommand};

use crate::ci::Step;

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

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().map_err(|_| format!("`{text}` is no number of seconds"))?;
    match Duration::try_from_secs_f64(seconds) {
        Ok(limit) if !limit.is_zero() => Ok(limit),
        _ => Err("a limit is longer than 0 seconds".to_owned()),
    }
}
