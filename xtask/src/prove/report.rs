//! What came of holding claims against schedules, for a reader.

use std::collections::BTreeMap;

use playback::Recording;

use super::{Claims, Figures, Pair, flip, is_complete, why};
use crate::explore::{Explored, Found};
use crate::show::{count, failure, indented, success, tame};

/// Why a program has no schedules to be held against.
pub fn not_explored(explored: &Explored) -> String {
    match explored {
        Explored::NotModelled(why) => format!("{}: {why}.\n", failure("not modelled")),
        Explored::Trouble(what) => format!("{}: {what}\n", failure("not explored")),
        Explored::Found(_) => String::new(),
    }
}

/// What came of one program. `again` and a schedule's name run that schedule.
pub fn text(recording: &Recording, claims: &Claims, found: &[Found], again: &str) -> String {
    let mut text = format!("{}; {}\n", marks(&of_one(claims)), searched(found));
    let broken: Vec<&Pair> = claims.broken().collect();
    for pair in &broken {
        text += &contradiction(claims, pair, found, again);
    }
    if broken.is_empty() {
        text += &format!("{}\n", success("all claims hold"));
    }
    text + &unclaimed(recording, claims, found)
}

/// The pairs that nothing flipped and the recording does not vouch for, by reason.
fn unclaimed(recording: &Recording, claims: &Claims, found: &[Found]) -> String {
    let mut by_reason: BTreeMap<&str, String> = BTreeMap::new();
    for pair in claims.pairs.iter().filter(|pair| pair.is_unclaimed()) {
        let (earlier, later) = (named(claims, pair.earlier), named(claims, pair.later));
        *by_reason.entry(why(recording, pair.earlier, pair.later)).or_default() +=
            &format!("{earlier} < {later}, {}\n", pair.claim);
    }
    let sampled = if is_complete(found) { "" } else { "; sampled, not complete" };
    let of_reason = |(why, pairs): (&str, String)| {
        format!("flipped by no schedule, yet not *because*: {why}{sampled}\n{}", indented(&pairs))
    };
    by_reason.into_iter().map(of_reason).collect()
}

fn of_one(claims: &Claims) -> Figures {
    let mut figures = Figures::default();
    figures.add(claims);
    figures
}

/// A claim and the schedule that breaks it.
pub fn contradiction(claims: &Claims, pair: &Pair, found: &[Found], again: &str) -> String {
    let (earlier, later) = (named(claims, pair.earlier), named(claims, pair.later));
    let head = format!(
        "{}: {later} comes after {earlier}, {}; yet a schedule prints it first\n",
        failure("broken"),
        pair.claim,
    );
    let Some(output) = flip(&claims.lines, pair, found) else { return head };
    let printed = indented(&tame(&output.printed));
    head + &indented(&format!("{printed}again: {again} {}", output.replay))
}

/// How many pairs have which mark.
pub fn marks(figures: &Figures) -> String {
    let pairs = figures.because + figures.by_the_clock + figures.not_promised;
    let mut text = format!(
        "{}: {} because ({} across lanes), {} by the clock, {} not promised",
        count(pairs, "pair"),
        figures.because,
        figures.across,
        figures.by_the_clock,
        figures.not_promised
    );
    if figures.ambiguous > 0 {
        let pairs = count(figures.ambiguous, "pair");
        text += &format!("; {pairs} left out: several lanes print the same text");
    }
    text
}

/// The figures of all programs.
pub fn figures(figures: &Figures) -> String {
    format!(
        "{}\nflipped by no schedule, even without the clock: {} of those by the clock, {} of those \
         not promised\n",
        marks(figures),
        figures.clock_unclaimed,
        figures.unclaimed
    )
}

fn searched(found: &[Found]) -> String {
    let of_mode = |found: &Found| {
        let clock =
            if found.mode.ends_with("free") { "without the clock" } else { "with the delays" };
        let schedules = count(found.schedules, "schedule");
        match found.complete {
            true => format!("all {schedules} {clock}"),
            false => format!("{schedules} {clock} at random"),
        }
    };
    found.iter().map(of_mode).collect::<Vec<_>>().join(", ")
}

/// A line, with its number if others say the same.
fn named(claims: &Claims, line: usize) -> String {
    let line = &claims.lines[line];
    let again = if line.occurrence > 1 { format!(" ({})", line.occurrence) } else { String::new() };
    format!("`{}`{again}", tame(&line.text))
}
