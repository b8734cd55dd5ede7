//! `cargo xtask prove`: holds what recordings claim of the order of their lines against all schedules.
//!
//! A line is known by its text and its number among the lines of that text: a schedule does not know
//! lanes. Lines that several lanes print alike are left out, and counted.

use anyhow::Result;
use playback::Order;

use crate::course::{Course, Program};
use crate::explore::{self, Explored, Found, Request};
use crate::run::heading;
use crate::show::{self, count, failure, indented, success};
use crate::stage::{Terms, play_quietly};
use crate::{Outcome, run};

mod bench;
mod claims;
pub mod random;
mod report;
mod smaller;
mod why;

pub use bench::{Bench, Tested, is_name};
pub use claims::{Claims, Pair, flip};
pub use why::why;

/// How many pairs were claimed so, over all programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Pairs that are *because*.
    pub because: usize,
    /// Of those, how many are of two lanes.
    pub across: usize,
    /// Pairs that are *by the clock*.
    pub by_the_clock: usize,
    /// Pairs that are *not promised*.
    pub not_promised: usize,
    /// Of those by the clock, how many flip in no schedule even without the clock.
    pub clock_unclaimed: usize,
    /// Of those not promised, how many flip in no schedule even without the clock.
    pub unclaimed: usize,
    /// Pairs of lines that several lanes print alike.
    pub ambiguous: usize,
}

impl Figures {
    /// Counts these too.
    pub fn add(&mut self, claims: &Claims) {
        self.because += claims.number(Order::Because);
        self.across += claims.across;
        self.by_the_clock += claims.number(Order::ByTheClock);
        self.not_promised += claims.number(Order::NotPromised);
        let unclaimed = |claim| {
            let is_meant = |pair: &&Pair| pair.claim == claim && pair.is_unclaimed();
            claims.pairs.iter().filter(is_meant).count()
        };
        self.clock_unclaimed += unclaimed(Order::ByTheClock);
        self.unclaimed += unclaimed(Order::NotPromised);
        self.ambiguous += claims.ambiguous;
    }
}

/// Plays and explores the programs and holds the one against the other.
pub fn prove(course: &Course, programs: &[&Program], schedules: usize) -> Result<Outcome> {
    let request = Request { schedules, ..Request::default() };
    let mut others = explore::quietly(course, programs, &request)?;
    let is_found = |(_, what): &mut (_, Explored)| matches!(what, Explored::Found(_));
    let explored: Vec<(&Program, Explored)> = others.extract_if(.., is_found).collect();
    for (program, what) in &others {
        show::print(&(heading(program) + &indented(&report::not_explored(what)) + "\n"));
    }
    let is_trouble = |(_, what): &&(_, Explored)| matches!(what, Explored::Trouble(_));
    let not_explored = others.iter().filter(is_trouble).count();
    let mut counts = Counts { trouble: not_explored, ..Counts::default() };
    counts.not_modelled = others.len() - not_explored;
    let mut figures = Figures::default();
    let wanted: Vec<&Program> = explored.iter().map(|(program, _)| *program).collect();
    let played = play_quietly(course, &wanted, Terms::default())?;
    for ((program, what), played) in explored.iter().zip(&played) {
        let (Explored::Found(found), Some(play)) = (what, &played.play) else {
            let what = played.trouble.as_ref().map(|trouble| run::trouble(trouble, program));
            show::print(&(heading(program) + &what.unwrap_or_default() + "\n"));
            counts.trouble += 1;
            continue;
        };
        let [delays, free] = found.as_slice() else { continue };
        let claims = Claims::held(&play.recording, delays, free);
        figures.add(&claims);
        counts.proved += 1;
        counts.broken += usize::from(claims.broken().next().is_some());
        let again = format!("cargo xtask explore {} --replay", program.path());
        let text = report::text(&play.recording, &claims, found, &again);
        show::print(&(heading(program) + &indented(&text) + "\n"));
    }
    show::print(&(report::figures(&figures) + &counts.summary()));
    Ok(if counts.broken + counts.trouble == 0 { Outcome::Fine } else { Outcome::Failed })
}

/// How many programs came to what.
#[derive(Default)]
struct Counts {
    proved: usize,
    broken: usize,
    trouble: usize,
    not_modelled: usize,
}

impl Counts {
    fn summary(&self) -> String {
        let proved = count(self.proved, "program");
        let mut words = match self.broken {
            0 => success(format!("no claim of {proved} broken")),
            some => failure(format!("claims of {some} of {proved} broken")),
        };
        if self.not_modelled > 0 {
            words += &format!(", {} not modelled", self.not_modelled);
        }
        if self.trouble > 0 {
            words += &format!(", {}", failure(format!("{} in trouble", self.trouble)));
        }
        words + "\n"
    }
}

/// Whether both searches went through all schedules.
fn is_complete(found: &[Found]) -> bool {
    found.iter().all(|found| found.complete)
}
