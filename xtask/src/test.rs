//! `cargo xtask test`.

use anyhow::Result;
use records::Clock;

use crate::Outcome;
use crate::course::{Course, Program};
use crate::run::{heading, in_order, trouble};
use crate::show::{self, count, indented};
use crate::snapshot::{self, Verdict};
use crate::stage::{self, Played, Terms};

/// Plays the programs and holds each against its snapshot.
pub fn test(course: &Course, programs: &[&Program]) -> Result<Outcome> {
    let mut failed = 0;
    let took = in_order(course, programs, Terms::default(), |played, progress| {
        let again = play_again(course, played);
        let played = again.as_ref().unwrap_or(played);
        if let Some(complaint) = complaint(course, played) {
            failed += 1;
            progress.print(&(heading(played.program) + &complaint + "\n"));
        }
    })?;
    let all = count(programs.len(), "program");
    let took = show::about(took);
    show::print(&match failed {
        0 => format!("{all}, {}, {took}\n", show::success("all as their snapshots say")),
        some => format!("{all}, {}, {took}\n", show::failure(format!("{some} failed"))),
    });
    Ok(if failed == 0 { Outcome::Fine } else { Outcome::Failed })
}

/// A program on the real clock that drifted is played again, alone, up to twice: a loaded machine
/// is late. None if there is no need.
pub fn play_again<'a>(course: &Course, played: &Played<'a>) -> Option<Played<'a>> {
    let drifted = |played: &Played| {
        let play = played.play.as_ref().filter(|_| played.trouble.is_none());
        let verdict = play.map(|play| snapshot::compare(course, played.program, &play.recording));
        matches!(verdict, Some(Ok(Verdict::Drifted(..))))
    };
    if played.program.clock == Clock::Virtual || !drifted(played) {
        return None;
    }
    let again = || stage::play_quietly(course, &[played.program], Terms::default()).ok()?.pop();
    let first = again()?;
    if drifted(&first) { again() } else { Some(first) }
}

/// What is wrong with a play: a trouble comes before any comparison.
pub fn complaint(course: &Course, played: &Played) -> Option<String> {
    if let Some(what) = &played.trouble {
        return Some(trouble(what, played.program));
    }
    let play = played.play.as_ref()?;
    match snapshot::compare(course, played.program, &play.recording) {
        Ok(Verdict::Same) => None,
        Ok(verdict @ Verdict::Missing(_)) => Some(named("no snapshot", &verdict.to_string())),
        Ok(verdict @ Verdict::Drifted(..)) => Some(named("drifted", &verdict.to_string())),
        Err(error) => Some(named("no snapshot", &format!("{error:#}"))),
    }
}

fn named(name: &str, what: &str) -> String {
    indented(&format!("{}: {what}", show::failure(name)))
}
