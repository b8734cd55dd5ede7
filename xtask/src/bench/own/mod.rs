//! What the course's own tools cost: the benches of `xtask/bench`, whose tables are read from what they
//! print, and a first build.

use std::io::Read;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::Utf8Path;

use crate::bench::kept::Table;
use crate::cargo;
use crate::children::Group;

mod first_build;
mod tables;

use first_build::first_build;
use tables::tables;

/// A bench of the course's own costs.
#[derive(Debug)]
pub struct Bench {
    /// What it is called.
    pub name: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it measures and what is not fair about it, in sentences, one a line.
    pub what: &'static str,
    /// How many rounds it makes, and how many in a quick run.
    pub rounds: (usize, usize),
    kind: Kind,
}

/// What measures it.
#[derive(Debug)]
enum Kind {
    /// This module.
    FirstBuild,
    /// A bench of `xtask/bench`, of the same name.
    Cargo,
}

/// All of them, in the order of the page.
pub const OWN: [Bench; 3] = [
    Bench {
        name: "first-build",
        title: "From a fresh clone to the first line, and to the first verdict",
        what: "Each time the target folder is empty; what is to be downloaded has been.\n\
               Measured is the time on the wall until the first line is on the screen, or until \
               rustlings is installed.\n\
               Not a fair comparison: `cargo install rustlings` builds an optimized tool, where ours is not \
               optimized, and has judged no exercise yet. Each is done once for all exercises.",
        rounds: (5, 1),
        kind: Kind::FirstBuild,
    },
    Bench {
        name: "exercises",
        title: "From a saved exercise to its verdict",
        what: "The same code as our exercise, as one for rustlings, and as a bare test.\n\
               Not a fair comparison: each does something else after it has compiled. A bare test runs once and \
               says yes or no; rustlings runs test and program; ours records a run and says what \
               happened in it.",
        rounds: (15, 3),
        kind: Kind::Cargo,
    },
    Bench {
        name: "recorder",
        title: "The recorder beside console-subscriber",
        what: "Processor time for each poll of a program with many tasks, in microseconds.\n\
               Not a fair comparison: the recorder writes every poll to a pipe, which is read meanwhile; \
               console-subscriber keeps statistics, and no console is connected to it.",
        rounds: (9, 3),
        kind: Kind::Cargo,
    },
];

/// What a bench came to, and what of it was left out.
#[derive(Debug, Default)]
pub struct Said {
    /// What it says.
    pub tables: Vec<Table>,
    /// What was left out and why.
    pub left_out: Vec<String>,
}

impl Bench {
    /// The bench of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        OWN.iter().find(|bench| bench.name == name)
    }

    /// How many rounds it makes.
    pub fn rounds(&self, quick: bool) -> usize {
        if quick { self.rounds.1 } else { self.rounds.0 }
    }

    /// Runs it.
    pub fn run(&self, root: &Utf8Path, quick: bool) -> Result<Said> {
        let rounds = self.rounds(quick);
        eprintln!("{}: {rounds} rounds", self.name);
        match self.kind {
            Kind::FirstBuild => first_build(root, rounds),
            Kind::Cargo => self.run_by_cargo(root, rounds),
        }
    }

    fn run_by_cargo(&self, root: &Utf8Path, rounds: usize) -> Result<Said> {
        let mut command = cargo::command(&root.join("xtask/bench"));
        let target = root.join("target/bench");
        command.args(["bench", "--quiet", "--bench", self.name, "--target-dir", target.as_str()]);
        command.env("BENCH_ROUNDS", rounds.to_string()).stdout(Stdio::piped());
        let group = Group::start(command).context("starting cargo")?;
        let mut words = String::new();
        let mut stdout = group.stdout().context("its stdout is a pipe")?;
        stdout.read_to_string(&mut words).context("reading what it says")?;
        let status = group.wait()?;
        let tables = tables(&words);
        if !status.success() || tables.is_empty() {
            let name = self.name;
            bail!("cd xtask/bench && cargo bench --bench {name}: it ended with {status}\n{words}");
        }
        Ok(Said { tables, left_out: Vec::new() })
    }
}
