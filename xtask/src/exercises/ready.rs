//! The answers of a bank, built: those that the runner has to stop are seen at the same time.

use std::num::NonZero;
use std::sync::mpsc::Sender;
use std::thread;

use anyhow::Result;

use super::runs::{Run, Runs};
use super::seen::{Case, Seen};
use super::verdict::Name;
use super::workshop::Built;
use crate::course::Course;
use crate::stage::at_once;

/// An answer that is built.
pub struct Ready<'a> {
    /// The answer.
    pub case: Case<'a>,
    built: Built,
    /// What it earned, once that is known.
    seen: Option<Seen>,
}

impl<'a> Ready<'a> {
    /// An answer of which nothing is known yet.
    pub fn new(case: Case<'a>, built: Built) -> Self {
        Self { case, built, seen: None }
    }

    /// What it earns and does.
    pub fn see(&mut self, course: &Course, was: Option<&Run>, accept: bool) -> Result<Seen> {
        let built = std::mem::take(&mut self.built);
        match self.seen.take() {
            Some(seen) => Ok(seen),
            None if accept => self.case.seen_twice(course, built, was),
            None => self.case.seen(course, built, was),
        }
    }

    /// Whether it is to come no further until the runner stops it, or to keep the thread: it does so on a
    /// busy machine as well.
    fn stands_still(&self) -> bool {
        let verdicts =
            [Name::Deadlock, Name::EndlessLoop, Name::TimerForEver, Name::BlockedTheThread];
        verdicts.iter().any(|verdict| verdict.text() == self.case.entry.earns)
    }
}

/// Sees at the same time what takes its time until it is stopped: one after the other that is a third of
/// what a bank takes.
pub fn see_those_that_stand_still(
    course: &Course,
    ready: &mut [Ready],
    accept: bool,
) -> Result<()> {
    let jobs = 2 * thread::available_parallelism().map_or(1, NonZero::get);
    let still = ready.iter_mut().filter(|ready| ready.stands_still()).collect();
    let see = |ready: &mut Ready, send: &Sender<Result<()>>| {
        let kept = Runs::read(ready.case.entry.exercise).unwrap_or_default();
        let seen = ready.see(course, kept.0.get(&ready.case.entry.name), accept);
        // The receiver lives until all senders are gone.
        let _ = send.send(seen.map(|seen| ready.seen = Some(seen)));
    };
    let mut all = Ok(());
    at_once(still, jobs, see, &mut |seen| {
        if all.is_ok() {
            all = seen;
        }
    });
    all
}
