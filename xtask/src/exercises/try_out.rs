//! Builds an answer and plays it, within the limits of a learner's program.

use std::time::Duration;

use anyhow::Result;
use cargo_metadata::camino::Utf8Path;
use playback::LaneState;
use records::{Clock, Event, Place, Record};

use super::evidence::FILE;
use super::verdict::{Name, Verdict};
use super::workshop::{self, Built, Candidate};
use crate::attribute::Attribute;
use crate::course::Course;
use crate::diagnosis::diagnose;
use crate::limits::Limits;
use crate::play::{self, Ended, Play};
use crate::trouble::Trouble;

/// How long an answer may run on the virtual clock, on the wall; on the real clock twice as long.
const WALL: Duration = Duration::from_secs(5);

/// The environment variable that says how many seconds an answer may run instead: tests do something
/// while one runs.
const LIMIT: &str = "MEANWHILE_LIMIT";

/// How much memory it may ask for, in bytes.
const MEMORY: u64 = 2 << 30;

/// What it may print, in bytes.
const PRINTED: usize = 1 << 20;

/// An answer that was built and, if it compiled, played.
#[derive(Debug)]
pub struct Tried {
    /// What the compiler said, and made.
    pub built: Built,
    /// What it did.
    pub play: Option<Play>,
    /// What went wrong, if anything did.
    pub trouble: Option<Trouble>,
    /// Whether it was played again on the real clock, because it has to do with the world outside.
    pub is_real_after_all: bool,
}

impl Tried {
    /// Whether it ran on the real clock.
    pub fn is_real(&self) -> bool {
        self.play.as_ref().is_some_and(|play| play.recording.clock == Some(Clock::Real))
    }

    /// Whether it was ended because its time was over.
    pub fn was_stopped(&self) -> bool {
        self.play.as_ref().is_some_and(|play| play.ended == Ended::WallLimit)
    }

    /// Whether another run may earn another verdict than this, because the machine had a part in it: on
    /// one that is busy, or that stood still for a moment, a poll takes long that keeps nothing.
    pub fn may_be_the_machine(&self, verdict: &Verdict) -> bool {
        let Some(play) = &self.play else { return false };
        if self.was_stopped() {
            return play.was_kept_waiting();
        }
        let has_blocked = verdict.name == Name::BlockedTheThread.text();
        self.trouble.is_none() && (has_blocked || self.is_real())
    }
}

/// Builds a candidate and plays it.
pub fn try_out(course: &Course, candidate: &Candidate) -> Result<Tried> {
    let built = workshop::build(course, std::slice::from_ref(candidate))?;
    play(candidate, built.into_iter().next().unwrap_or_default())
}

/// Plays a candidate that was built. One that has to do with the world outside is played again on the
/// real clock.
pub fn play(candidate: &Candidate, built: Built) -> Result<Tried> {
    let Some(executable) = &built.executable else {
        return Ok(Tried { built, play: None, trouble: None, is_real_after_all: false });
    };
    let attribute = Attribute::find(&candidate.checks);
    let is_real = attribute.is_some_and(|attribute| attribute.needs_real_clock());
    let clock = if is_real { Clock::Real } else { Clock::Virtual };
    let mut play = play_on(candidate, executable, clock)?;
    let mut trouble = diagnose(&play);
    let mut is_real_after_all = false;
    if wants_the_real_clock(&play, trouble.as_ref()) {
        let again = play_on(candidate, executable, Clock::Real)?;
        let again_in = diagnose(&again);
        // What stands still on either clock does so on the one that it asked for.
        let stands_still = matches!(trouble, Some(Trouble::Deadlock { .. })) && again_in.is_some();
        if !stands_still {
            (play, trouble, is_real_after_all) = (again, again_in, true);
        }
    }
    Ok(Tried { built, play: Some(play), trouble, is_real_after_all })
}

/// Whether an answer that was played on the virtual clock has to do with the world outside, or built a
/// runtime whose clock cannot be paused, so that its timers did not fire in time.
fn wants_the_real_clock(play: &Play, trouble: Option<&Trouble>) -> bool {
    match trouble {
        Some(Trouble::OutsideWorld(_)) => true,
        Some(Trouble::Deadlock { lanes, .. }) => {
            play.ended == Ended::WallLimit && lanes.iter().any(LaneState::waits_on_a_timer)
        }
        _ => false,
    }
}

fn play_on(candidate: &Candidate, executable: &Utf8Path, clock: Clock) -> Result<Play> {
    let limits = Limits {
        wall: wall(clock, std::env::var(LIMIT).ok().as_deref()),
        printed: PRINTED,
        memory: MEMORY,
        ..Limits::on(clock)
    };
    let folder = &candidate.exercise.folder;
    let variables = [("MEANWHILE_FOLDER", folder.as_str())];
    let mut play = play::play_with(executable, folder, clock, &variables, limits)?;
    let own = candidate.file.file_name().unwrap_or(FILE);
    for record in &mut play.recording.records {
        call_it_the_learners(record, own);
        tell_of_the_learners_file(record);
    }
    for place in play.recording.lanes.iter_mut().filter_map(|lane| lane.place.as_mut()) {
        rename(place, own);
    }
    Ok(play)
}

/// How long an answer may run on this clock, if nobody asks for so many seconds.
fn wall(clock: Clock, asked: Option<&str>) -> Duration {
    let asked = asked.and_then(|seconds| seconds.parse().ok()).map(Duration::from_secs);
    asked.unwrap_or(if clock == Clock::Real { 2 * WALL } else { WALL })
}

/// Whichever answer it is, its file is called as the learner's own.
fn call_it_the_learners(record: &mut Record, own: &str) {
    match &mut record.event {
        Event::Waits { place, within, .. } => {
            let frames = within.iter_mut().map(|frame| &mut frame.place);
            place.iter_mut().chain(frames).for_each(|place| rename(place, own));
        }
        Event::Appears { place, .. } | Event::Panics { place, .. } => {
            place.iter_mut().for_each(|place| rename(place, own));
        }
        _ => {}
    }
}

fn rename(place: &mut Place, own: &str) {
    if place.file == own {
        place.file = FILE.to_owned();
    }
}

/// A wait inside the checks is told by the line of the learner's own that led there, or by none: the
/// learner's file is the one that is open. The checks are called as in the exercise's folder.
fn tell_of_the_learners_file(record: &mut Record) {
    match &mut record.event {
        Event::Waits { place, within, .. } => {
            let frames = within.iter().map(|frame| &frame.place).chain(&*place);
            *place = frames.into_iter().find(|at| at.file == FILE).cloned();
        }
        Event::Appears { place: Some(place), .. } | Event::Panics { place: Some(place), .. }
            if place.file.starts_with("src/bin/") =>
        {
            place.file = "checks.rs".to_owned();
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use playback::Reader;
    use records::Threads;

    use super::*;

    /// An answer that ended so, on this clock, and has waited so long for a core.
    fn tried(clock: Clock, ended: Ended, waited: Option<Duration>) -> Tried {
        let (version, runtime, threads) = (records::VERSION, "tokio".to_owned(), Threads::One);
        let event = Event::Begins { version, runtime, clock, threads };
        let mut reader = Reader::new("");
        reader.feed(&Record { at: 0, wall: 0, thread: 0, event }.frame(""), Duration::ZERO);
        let play = Play {
            recording: reader.finish(),
            process: 0,
            ended,
            stderr: String::new(),
            wall: WALL,
            waited,
            computes: None,
            limits: Limits { wall: WALL, ..Limits::on(clock) },
        };
        let trouble = (ended == Ended::WallLimit).then(|| Trouble::EndlessLoop(main_lane()));
        Tried { built: Built::default(), play: Some(play), trouble, is_real_after_all: false }
    }

    fn main_lane() -> LaneState {
        LaneState { name: "main".to_owned(), doing: playback::Doing::Runs(0) }
    }

    fn may_be_the_machine(tried: &Tried, verdict: Name) -> bool {
        tried.may_be_the_machine(&Verdict::new(verdict, "", ""))
    }

    #[test]
    fn a_test_gives_an_answer_more_time() {
        assert_eq!(wall(Clock::Virtual, Some("600")), Duration::from_secs(600));
        assert_eq!(wall(Clock::Virtual, Some("soon")), WALL);
        assert_eq!(wall(Clock::Real, None), 2 * WALL);
    }

    #[test]
    fn who_was_stopped_on_a_busy_machine_may_run_again() {
        let stopped = |waited| tried(Clock::Virtual, Ended::WallLimit, waited);
        assert!(may_be_the_machine(&stopped(Some(WALL)), Name::EndlessLoop));
        assert!(may_be_the_machine(&stopped(None), Name::EndlessLoop));
        assert!(!may_be_the_machine(&stopped(Some(Duration::ZERO)), Name::EndlessLoop));
    }

    #[test]
    fn on_the_real_clock_any_machine_may_be_late() {
        let ended = |clock| tried(clock, Ended::Exited(0), None);
        assert!(may_be_the_machine(&ended(Clock::Real), Name::WrongResult));
        assert!(!may_be_the_machine(&ended(Clock::Virtual), Name::WrongResult));
        assert!(may_be_the_machine(&ended(Clock::Virtual), Name::BlockedTheThread));
    }
}
