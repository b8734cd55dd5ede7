//! Which runs are made, in which order, how many at a time, and how long that will take.

use std::fmt;
use std::time::Duration;

use crate::cargo::Executables;
use crate::show::count;
use crate::soak::flow::{Run, cores};
use crate::soak::{Request, Soaked, many};

/// How many runs a core bears at once. Programs sleep for most of their time; with twice as many,
/// delays of 100 ms no longer hold on it.
const JOBS_A_CORE: usize = 64;

/// What a run takes of a core, where no reference tells.
const COMPUTES: Duration = Duration::from_millis(30);

/// What a run of the real clock may take beside the time that it takes by itself, threefold: it
/// shares the cores with hundreds of others.
const PATIENCE: Duration = Duration::from_secs(60);

/// The same for the first run on a flavour: most that cannot run on it stand still.
const TRIAL: Duration = Duration::from_secs(30);

/// What is to be done.
#[derive(Debug)]
pub struct Plan {
    /// How many runs are under way at once.
    pub jobs: usize,
    runs_each: usize,
    programs: usize,
    estimate: Duration,
}

impl Plan {
    /// The plan for these programs, each of which computes for so long.
    pub fn of(request: &Request, all: &[Soaked], computes: Option<Duration>) -> Self {
        let jobs = request.jobs.unwrap_or(JOBS_A_CORE * cores());
        let runs = request.runs * all.len();
        let asleep: f64 = all.iter().map(|soaked| soaked.takes.as_secs_f64()).sum();
        let asleep = asleep * request.runs as f64 / jobs as f64;
        let computes = computes.unwrap_or(COMPUTES).as_secs_f64();
        let awake = computes * runs as f64 / cores() as f64;
        let longest = all.iter().map(|soaked| soaked.takes).max().unwrap_or_default();
        let estimate = 2 * longest + Duration::from_secs_f64(asleep.max(awake));
        Self { jobs, runs_each: request.runs, programs: all.len(), estimate }
    }

    /// How many runs there are.
    pub fn runs(&self) -> usize {
        self.runs_each * self.programs
    }

    /// The first run of each program on each flavour.
    pub fn trial<'a>(&self, all: &[Soaked], executables: &'a Executables) -> Vec<Run<'a>> {
        self.each(all, executables, TRIAL, |number| number.min(1))
    }

    /// All other runs: one of each program on each flavour, and again.
    pub fn rest<'a>(&self, all: &[Soaked], executables: &'a Executables) -> Vec<Run<'a>> {
        self.each(all, executables, PATIENCE, |number| number.saturating_sub(1))
    }

    /// `wanted` says how many of the runs of a program on one flavour are made now.
    fn each<'a>(
        &self,
        all: &[Soaked],
        executables: &'a Executables,
        patience: Duration,
        wanted: impl Fn(usize) -> usize,
    ) -> Vec<Run<'a>> {
        let mut rounds: Vec<(usize, Run)> = Vec::new();
        for (program, soaked) in all.iter().enumerate() {
            let Some(executable) = executables.get(&soaked.program.path()) else { continue };
            let other = soaked.flavor.other().filter(|_| soaked.impossible.is_none());
            let on_other = if other.is_some() { self.runs_each / 2 } else { 0 };
            let on_own = self.runs_each - on_other;
            let limit = 3 * soaked.takes + patience;
            for (flavor, number) in [(Some(soaked.flavor), on_own), (other, on_other)] {
                let Some(flavor) = flavor else { continue };
                let run = Run { program, executable, flavor, takes: soaked.takes, limit };
                rounds.extend((0..wanted(number)).map(|round| (round, run)));
            }
        }
        rounds.sort_by_key(|(round, _)| *round);
        rounds.into_iter().map(|(_, run)| run).collect()
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let programs = count(self.programs, "program");
        let runs = many(self.runs(), "run");
        let jobs = self.jobs;
        let minutes = self.estimate.as_secs_f64() / 60.0;
        let estimate = match self.estimate.as_secs() {
            seconds @ ..100 => count(seconds.max(1) as usize, "second"),
            _ => format!("{minutes:.0} minutes"),
        };
        writeln!(
            f,
            "{programs}, {runs} on the real clock, at most {jobs} at a time: about {estimate}."
        )
    }
}
