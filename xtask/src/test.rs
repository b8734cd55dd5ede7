//! `cargo xtask test`.

use anyhow::Result;
use records::Clock;

use crate::Outcome;
use crate::course::{Course, Program};
use crate::patience::Patience;
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

/// A program that may have drifted, or come to trouble, because the machine is loaded is played again,
/// alone, up to twice. None if there is no need.
pub fn play_again<'a>(course: &Course, played: &Played<'a>) -> Option<Played<'a>> {
    let drifted = |played: &Played| {
        let play = played.play.as_ref();
        let verdict = play.map(|play| snapshot::compare(course, played.program, &play.recording));
        matches!(verdict, Some(Ok(Verdict::Drifted(..))))
    };
    let is_enough = |again: &Option<Played>| {
        let played = again.as_ref().unwrap_or(played);
        !may_be_the_machine(played, drifted)
    };
    let again = |_| Ok(stage::play_quietly(course, &[played.program], Terms::default())?.pop());
    Patience::SHORT.until(None, is_enough, again).ok().flatten()
}

/// Whether another run may come out otherwise. On the virtual clock a program does the same each time,
/// unless it was kept from it.
fn may_be_the_machine(played: &Played, drifted: impl Fn(&Played) -> bool) -> bool {
    let Some(play) = &played.play else { return false };
    let is_real = played.program.clock == Clock::Real;
    match played.trouble {
        Some(_) => is_real || play.was_kept_waiting(),
        None => is_real && drifted(played),
    }
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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use cargo_metadata::camino::Utf8PathBuf;
    use playback::Reader;

    use super::*;
    use crate::course::Kind;
    use crate::limits::Limits;
    use crate::play::{Ended, Play};
    use crate::trouble::Trouble;

    fn program(clock: Clock) -> Program {
        Program {
            lesson: "tea".to_owned(),
            name: "main".to_owned(),
            kind: Kind::Bin,
            features: Vec::new(),
            command: String::new(),
            clock,
            mirrors: Vec::new(),
            source: Utf8PathBuf::new(),
            twin: None,
            snapshot: Utf8PathBuf::new(),
        }
    }

    /// Whether a program on this clock is played again that came to trouble, ended so and waited so long
    /// for a core.
    fn is_played_again(clock: Clock, ended: Ended, waited: Option<Duration>) -> bool {
        let program = program(clock);
        let play = Play {
            recording: Reader::new("").finish(),
            process: 0,
            ended,
            stderr: String::new(),
            wall: Duration::from_secs(10),
            waited,
            computes: None,
            limits: Limits::on(clock),
        };
        let trouble = Some(Trouble::OutputFlood);
        may_be_the_machine(&Played { program: &program, play: Some(play), trouble }, |_| true)
    }

    #[test]
    fn on_the_real_clock_a_trouble_may_be_the_machines() {
        assert!(is_played_again(Clock::Real, Ended::Exited(101), None));
        assert!(!is_played_again(Clock::Virtual, Ended::Exited(101), None));
    }

    #[test]
    fn on_the_virtual_clock_it_is_if_the_program_was_kept_waiting() {
        let second = Duration::from_secs(1);
        assert!(is_played_again(Clock::Virtual, Ended::WallLimit, Some(second)));
        assert!(!is_played_again(Clock::Virtual, Ended::WallLimit, Some(Duration::ZERO)));
    }
}
