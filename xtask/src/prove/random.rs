//! `cargo xtask prove --random`: programs that nobody has written.

use std::collections::HashSet;
use std::num::NonZero;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Instant;

use anyhow::Result;

use super::report::{contradiction, figures};
use super::smaller::smallest;
use super::{Bench, Figures, Tested, is_complete};
use crate::Outcome;
use crate::explore::Ending;
use crate::show::{self, about, count, failure, heading, indented, success, tame};

/// Tests the programs of these seeds. Each that breaks a claim is made smaller and shown.
pub fn many(seeds: Range<u64>, schedules: usize) -> Result<Outcome> {
    let bench = &Bench::build(schedules)?;
    let began = Instant::now();
    let mut tally = Tally::default();
    let next = &AtomicU64::new(seeds.start);
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (send, results) = mpsc::channel();
    thread::scope(|scope| -> Result<()> {
        for _ in 0..cores {
            let (send, seeds) = (send.clone(), seeds.clone());
            scope.spawn(move || {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    let name = seed.to_string();
                    if !seeds.contains(&seed) || send.send((seed, bench.test(&name))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        for (seed, tested) in results {
            match tested {
                Ok(tested) => {
                    tally.count(&tested);
                    if !tested.is_well() {
                        let (name, tested) = smallest(bench, &seed.to_string(), tested)?;
                        show::print(&story(bench, &name, &tested)?);
                    }
                }
                Err(error) => {
                    tally.trouble += 1;
                    show::print(&format!("{}: {error:#}\n", failure("not tested")));
                }
            }
        }
        Ok(())
    })?;
    show::print(&figures(&tally.figures));
    show::print(&tally.text(&about(began.elapsed())));
    Ok(if tally.broken + tally.trouble == 0 { Outcome::Fine } else { Outcome::Failed })
}

/// Tests the program of this name and shows all of it; runs one of its schedules, if one is named.
pub fn one(name: &str, replay: Option<&str>, schedules: usize) -> Result<Outcome> {
    let bench = Bench::build(schedules)?;
    let tested = bench.test(name)?;
    show::print(&story(&bench, name, &tested)?);
    if let Some(schedule) = replay {
        let found = bench.schedules(name, Some(schedule))?;
        for output in found.iter().flat_map(|found| &found.outputs) {
            let printed = indented(&tame(&output.printed));
            show::print(&format!("{} prints\n{printed}", heading(schedule)));
        }
    }
    Ok(if tested.is_well() { Outcome::Fine } else { Outcome::Failed })
}

/// A program, its recording, and which of its claims do not hold.
fn story(bench: &Bench, name: &str, tested: &Tested) -> Result<String> {
    let again = format!("cargo xtask prove --program {name}");
    let mut text = bench.shown(name)?;
    text += &format!("\nits recording\n{}\n", indented(&tested.recording.transcript()));
    // One schedule breaks many pairs: the nearest ones tell the most.
    let mut told = HashSet::new();
    let mut broken: Vec<_> = tested.claims.broken().collect();
    broken.sort_by_key(|pair| pair.later - pair.earlier);
    for pair in broken {
        if told.insert(pair.later) {
            let with_schedule = format!("{again} --replay");
            text += &contradiction(&tested.claims, pair, &tested.found, &with_schedule);
        }
    }
    if tested.is_stranger {
        let words = "what tokio prints is in none of the schedules that were tried, and all were";
        text += &format!("{}: {words}\nagain: {again}\n", failure("not found"));
    }
    if tested.is_well() {
        text += &format!("{}\n", success("all claims hold"));
    }
    Ok(format!("{}\n{}\n", heading(format!("random program {name}")), indented(&text)))
}

/// What came of all programs.
#[derive(Debug, Default)]
struct Tally {
    programs: usize,
    complete: usize,
    deadlocks: usize,
    silent: usize,
    broken: usize,
    trouble: usize,
    figures: Figures,
}

impl Tally {
    fn count(&mut self, tested: &Tested) {
        self.programs += 1;
        self.complete += usize::from(is_complete(&tested.found));
        self.deadlocks += usize::from(tested.ending == Ending::Deadlock);
        self.silent += usize::from(tested.claims.lines.len() < 2);
        self.broken += usize::from(!tested.is_well());
        self.figures.add(&tested.claims);
    }

    fn text(&self, took: &str) -> String {
        let programs = count(self.programs, "random program");
        let mut words = match self.broken {
            0 => success(format!("no claim of {programs} broken")),
            some => failure(format!("claims of {some} of {programs} broken")),
        };
        if self.trouble > 0 {
            words += &format!(", {}", failure(format!("{} not tested", self.trouble)));
        }
        format!(
            "{words}, {took}\n{} tried under all of their schedules, {} in a deadlock, {} with less \
             than two lines\n",
            self.complete, self.deadlocks, self.silent
        )
    }
}
