//! `cargo xtask soak`: the order claims, held against many real runs.
//!
//! What a program's reference run says of the order of its lines is held against runs on the real
//! clock, on both flavours of tokio's runtime, many at once, on a machine whose cores are all busy.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::Result;
use records::Clock;

use crate::Outcome;
use crate::course::{Course, Program};
use crate::recorded;
use crate::show::{self, count, grouped};
use crate::stage::{self, Played, Scene, Terms};
use crate::trouble::Trouble;

pub mod claims;
pub mod flavors;
pub mod flow;
pub mod kept;
pub mod plan;
pub mod report;
pub mod tally;
mod tell;

use claims::Claims;
use flavors::Flavor;
use plan::Plan;
use tally::Tally;

/// How the programs are soaked.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// How many runs are made of each program, all flavours together.
    pub runs: usize,
    /// How many runs are under way at once; as many as this machine bears if none is given.
    pub jobs: Option<usize>,
    /// Whether the figures are kept for the book.
    pub keep: bool,
}

/// A program and what its runs came to.
#[derive(Debug)]
pub struct Soaked<'a> {
    /// The program.
    pub program: &'a Program,
    /// What its reference run claims.
    pub claims: Claims,
    /// What its attribute says.
    pub flavor: Flavor,
    /// What came of the runs on each flavour.
    pub tallies: BTreeMap<Flavor, Tally>,
    /// The flavours that its kept runs ended on: it is to end there again.
    pub ended_on: Vec<Flavor>,
    /// The flavour on which its very first run did not end, if it is not its own.
    pub impossible: Option<(Flavor, Trouble)>,
    /// The first panic or exit code on the flavour that is not its own: what the program asserts may
    /// hold on its own alone.
    pub refusal: Option<(Flavor, Trouble)>,
    /// The first trouble of all others.
    pub trouble: Option<(Flavor, Trouble)>,
    /// How long a run takes by itself.
    pub takes: Duration,
}

/// Soaks the programs.
///
/// It has failed if a *because* pair came the other way round, or if a run came to trouble: such a
/// run has not shown what it was made for. On the flavour that a program did not ask for, a panic or an
/// exit code is counted and shown, and is no failure: what the program asserts may hold on its own
/// flavour alone. Nor is it one if the program does not end there when it is first tried, unless it did
/// when its figures were kept.
pub fn soak(course: &Course, programs: &[&Program], request: &Request) -> Result<Outcome> {
    let executables = recorded::build(course, programs)?;
    let (mut all, unplayed, computing) = references(course, &executables, programs)?;
    if !request.keep {
        let kept = kept::read(course)?;
        for soaked in &mut all {
            soaked.ended_on = kept.flavors(soaked.program);
        }
    }
    let plan = Plan::of(request, &all, computing);
    show::print(&plan.to_string());
    let mut teller = tell::Teller::of(plan.runs());
    flow::make(plan.trial(&all, &executables), &course.root, plan.jobs, |run, outcome| {
        let is_impossible = all[run.program].take(run.flavor, outcome, true);
        // It is made up for on the program's own flavour.
        teller.ended(usize::from(is_impossible));
    });
    flow::make(plan.rest(&all, &executables), &course.root, plan.jobs, |run, outcome| {
        all[run.program].take(run.flavor, outcome, false);
        teller.ended(0);
    });
    let took = teller.clear();
    show::print(&report::report(&all, &unplayed, took));
    let is_fine = unplayed.is_empty() && all.iter().all(Soaked::is_fine);
    if request.keep {
        show::print(&kept::keep(course, &all, is_fine)?);
    }
    Ok(if is_fine { Outcome::Fine } else { Outcome::Failed })
}

impl<'a> Soaked<'a> {
    /// A program of this flavour whose runs take so long, before any of them.
    pub fn of(program: &'a Program, claims: Claims, flavor: Flavor, takes: Duration) -> Self {
        Self {
            program,
            claims,
            flavor,
            takes,
            tallies: BTreeMap::new(),
            ended_on: Vec::new(),
            impossible: None,
            refusal: None,
            trouble: None,
        }
    }

    /// Takes what a run came to, and says whether it was a trial that showed that the program does not
    /// end on a flavour that is not its own.
    pub fn take(
        &mut self,
        flavor: Flavor,
        outcome: Result<playback::Recording, Trouble>,
        is_trial: bool,
    ) -> bool {
        let is_own = flavor == self.flavor;
        let Self { claims, tallies, .. } = self;
        let trouble = match outcome {
            Err(trouble)
                if is_trial
                    && !is_own
                    && does_not_end(&trouble)
                    && !self.ended_on.contains(&flavor) =>
            {
                self.impossible = Some((flavor, trouble));
                return true;
            }
            Err(trouble) => trouble,
            Ok(recording) => {
                tallies
                    .entry(flavor)
                    .or_insert_with(|| Tally::of(claims))
                    .count(claims, &recording);
                return false;
            }
        };
        tallies.entry(flavor).or_insert_with(|| Tally::of(claims)).failed += 1;
        let by_itself = matches!(trouble, Trouble::Panicked { .. } | Trouble::Exited(..));
        let first = if by_itself && !is_own { &mut self.refusal } else { &mut self.trouble };
        first.get_or_insert((flavor, trouble));
        false
    }

    /// Whether no run came to trouble that tells of more than the flavour, and no *because* pair came
    /// the other way round.
    pub fn is_fine(&self) -> bool {
        self.trouble.is_none() && self.flips(playback::Order::Because) == 0
    }

    /// How often pairs of this order came the other way round, on all flavours.
    pub fn flips(&self, order: playback::Order) -> usize {
        self.tallies.values().map(|tally| tally.flips(&self.claims, order)).sum()
    }
}

/// Whether a program was stopped because it did not come to its end.
fn does_not_end(trouble: &Trouble) -> bool {
    matches!(
        trouble,
        Trouble::Deadlock { .. }
            | Trouble::TimerForEver { .. }
            | Trouble::EndlessLoop(_)
            | Trouble::BlockedThread(_)
            | Trouble::PolledWithoutEnd { .. }
            | Trouble::TookTooLong { .. }
    )
}

/// The programs whose reference run says something, those that could not be played, and how long a
/// program computes, as far as the virtual clock tells.
fn references<'a>(
    course: &Course,
    executables: &crate::cargo::Executables,
    programs: &[&'a Program],
) -> Result<(Vec<Soaked<'a>>, Vec<Played<'a>>, Option<Duration>)> {
    let mut played = Vec::new();
    stage::play_built(course, executables, programs, Terms::default(), |scene| {
        if let Scene::Ends(ended) = scene {
            played.push(*ended);
        }
    });
    played.sort_by_key(|played| programs.iter().position(|p| p.path() == played.program.path()));
    let mut all = Vec::new();
    let mut unplayed = Vec::new();
    let mut computing = Vec::new();
    for ended in played {
        let program = ended.program;
        let Played { play: Some(play), trouble: None, .. } = &ended else {
            unplayed.push(ended);
            continue;
        };
        let at = play.recording.records.last().map_or(0, |record| record.at);
        if program.clock == Clock::Virtual {
            computing.push(play.wall);
        }
        let flavor = Flavor::of(course, program)?;
        let takes = Duration::from_micros(at);
        all.push(Soaked::of(program, Claims::of(&play.recording), flavor, takes));
    }
    let plays = u32::try_from(computing.len()).unwrap_or(u32::MAX);
    let mean = computing.iter().sum::<Duration>().checked_div(plays);
    Ok((all, unplayed, mean))
}

/// `2 programs` with the figures grouped: `66,000 runs`.
fn many(number: usize, what: &str) -> String {
    count(number, what).replacen(&number.to_string(), &grouped(number as u64), 1)
}
