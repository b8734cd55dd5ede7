//! From what came of playing a program to what went wrong.

use std::collections::HashMap;
use std::time::Duration;

use playback::{Doing, LaneState, Recording};
use records::{By, Clock, Event, Kind, LaneId, Resource};

use crate::play::{Ended, Play};
use crate::trouble::{Tail, Trouble};

/// The exit code of a program whose main function panicked.
const PANICKED: i32 = 101;

/// How many records at the end of a recording tell what went on and on.
const LAST: usize = 1000;

/// A poll that takes this long keeps all others from running.
const TOO_LONG: Duration = Duration::from_millis(500);

/// What went wrong, if anything did.
pub fn diagnose(play: &Play) -> Option<Trouble> {
    let recording = &play.recording;
    if recording.clock.is_none() {
        return Some(Trouble::RecordedNothing(Tail::of(&play.stderr)));
    }
    if recording.limit_reached {
        return Some(beyond_the_virtual_limit(recording));
    }
    match play.ended {
        Ended::Exited(0) => recording.outside().map(Trouble::OutsideWorld),
        Ended::Exited(PANICKED) => Some(panicked(play)),
        Ended::Exited(code) => Some(Trouble::Exited(code, Tail::of(&play.stderr))),
        Ended::Signalled(signal) => Some(Trouble::Killed(signal, Tail::of(&play.stderr))),
        Ended::OutputLimit => Some(Trouble::OutputFlood),
        Ended::RecordLimit => Some(beyond_the_record_limit(recording)),
        Ended::WallLimit => Some(beyond_the_wall_limit(play)),
    }
}

fn panicked(play: &Play) -> Trouble {
    let last = play.recording.records.iter().rev().find_map(|record| match &record.event {
        Event::Panics { lane, message, place } => Some((lane, message, place)),
        _ => None,
    });
    match last {
        Some((lane, message, place)) => Trouble::Panicked {
            message: message.clone(),
            place: place.clone(),
            lane: play.recording.name(*lane).to_owned(),
        },
        None => Trouble::Exited(PANICKED, Tail::of(&play.stderr)),
    }
}

fn beyond_the_virtual_limit(recording: &Recording) -> Trouble {
    if let Some(outside) = recording.outside() {
        return Trouble::OutsideWorld(outside);
    }
    stuck_or_ticking(recording)
}

fn beyond_the_record_limit(recording: &Recording) -> Trouble {
    let records = &recording.records;
    let last = &records[records.len().saturating_sub(LAST)..];
    let (mut wakes, mut by_clock) = (0, 0);
    let mut runs: HashMap<LaneId, usize> = HashMap::new();
    for record in last {
        match record.event {
            Event::Wakes { by, .. } => {
                wakes += 1;
                by_clock += usize::from(by == By::Clock);
            }
            Event::Runs { lane } => *runs.entry(lane).or_default() += 1,
            _ => {}
        }
    }
    // The virtual clock moves for timers alone, even if no wake is seen to be theirs.
    let moved = last.first().map(|record| record.at) < last.last().map(|record| record.at);
    if 2 * by_clock > wakes || moved && recording.clock == Some(Clock::Virtual) {
        return Trouble::TimerForEver { at: now(recording), lanes: recording.unfinished() };
    }
    let busiest = runs.into_iter().max_by_key(|(lane, times)| (*times, std::cmp::Reverse(*lane)));
    let (lane, times) = busiest.map_or((None, 0), |(lane, times)| (Some(lane), times));
    Trouble::PolledWithoutEnd { lane: recording.name(lane).to_owned(), times }
}

fn beyond_the_wall_limit(play: &Play) -> Trouble {
    let recording = &play.recording;
    let lanes = recording.unfinished();
    if let Some(lane) = lanes.iter().find(|lane| has_run_too_long(lane, play)) {
        // On a thread of its own a call may block; on the virtual clock it holds the clock as well.
        if is_a_blocking_call(lane, recording)
            && let Some(outside) = recording.outside()
        {
            return Trouble::OutsideWorld(outside);
        }
        return match play.computes {
            Some(false) => Trouble::BlockedThread(lane.clone()),
            Some(true) | None => Trouble::EndlessLoop(lane.clone()),
        };
    }
    if records_in_the_last_second(recording) >= LAST {
        return beyond_the_record_limit(recording);
    }
    if let Some(outside) = recording.outside() {
        return Trouble::OutsideWorld(outside);
    }
    let all_wait = lanes.iter().all(|lane| matches!(lane.doing, Doing::Waits(_)));
    let none_runs = lanes.iter().all(|lane| !matches!(lane.doing, Doing::Runs(_)));
    if none_runs && recording.clock == Some(Clock::Virtual) && silence(play) >= TOO_LONG {
        return stuck(recording); // whoever should move the clock is not at it
    }
    if all_wait && !lanes.iter().any(|lane| lane.waits_on_a_timer() || waits_outside(lane)) {
        return stuck_or_ticking(recording);
    }
    Trouble::TookTooLong { limit: play.limits.wall, lanes }
}

/// Whether a lane has run for longer than any poll should: either nothing was recorded since, or the
/// lanes of other threads have moved the clock.
fn has_run_too_long(lane: &LaneState, play: &Play) -> bool {
    let Doing::Runs(since) = lane.doing else { return false };
    let last = play.recording.records.last();
    let by_the_clock = Duration::from_micros(last.map_or(0, |r| r.at).saturating_sub(since));
    silence(play) >= TOO_LONG
        || play.recording.clock == Some(Clock::Real) && by_the_clock >= TOO_LONG
}

fn is_a_blocking_call(lane: &LaneState, recording: &Recording) -> bool {
    recording.lanes.iter().any(|known| known.kind == Kind::Blocking && known.name == lane.name)
}

/// For how long nothing has been recorded. The run is as old as its first record: before that it was
/// about to start, which takes its time on a loaded machine.
fn silence(play: &Play) -> Duration {
    let began = play.recording.began.unwrap_or_default();
    let last = play.recording.records.last().map_or(0, |record| record.wall);
    play.wall.saturating_sub(began + Duration::from_micros(last))
}

fn records_in_the_last_second(recording: &Recording) -> usize {
    let last = recording.records.last().map_or(0, |record| record.wall);
    recording.records.iter().rev().take_while(|record| record.wall + 1_000_000 >= last).count()
}

/// When nothing moves but the clock. A lane that a timer has woken at the limit itself has no turn
/// any more.
fn stuck_or_ticking(recording: &Recording) -> Trouble {
    let lanes = recording.unfinished();
    let ticks = |lane: &LaneState| lane.waits_on_a_timer() || lane.doing == Doing::Queued;
    if lanes.iter().any(ticks) {
        return Trouble::TimerForEver { at: now(recording), lanes };
    }
    stuck(recording)
}

fn stuck(recording: &Recording) -> Trouble {
    let lanes = recording.unfinished();
    let after = Duration::from_micros(recording.last_activity());
    let after = match recording.clock {
        Some(Clock::Real) => Duration::from_millis(after.as_millis() as u64 / 10 * 10),
        Some(Clock::Virtual) | None => after,
    };
    Trouble::Deadlock { after, lanes }
}

/// Whether it waits on something that is not of the program's making.
fn waits_outside(lane: &LaneState) -> bool {
    match &lane.doing {
        Doing::Waits(waits) => waits.iter().any(|wait| wait.on == Resource::Socket),
        Doing::Runs(_) | Doing::Queued => false,
    }
}

fn now(recording: &Recording) -> Duration {
    Duration::from_micros(recording.records.last().map_or(0, |record| record.at))
}

#[cfg(test)]
mod tests {
    use playback::Reader;
    use records::{Record, Threads};

    use super::*;
    use crate::limits::Limits;

    /// A program whose main lane has run since its first record, which came so long after it was started;
    /// it was stopped after a second.
    fn stopped_while_it_runs(began: Duration) -> Play {
        let root = Event::Appears {
            lane: 0,
            kind: Kind::Root,
            name: "main".to_owned(),
            parent: None,
            place: None,
            among: None,
            beside: false,
        };
        let (version, runtime) = (records::VERSION, "tokio".to_owned());
        let (clock, threads) = (Clock::Virtual, Threads::One);
        let begins = Event::Begins { version, runtime, clock, threads };
        let mut reader = Reader::new("");
        for event in [begins, root, Event::Runs { lane: 0 }] {
            let record = Record { at: 0, wall: 0, thread: 0, event };
            reader.feed(&record.frame(""), began);
        }
        Play {
            recording: reader.finish(),
            process: 0,
            ended: Ended::WallLimit,
            stderr: String::new(),
            wall: Duration::from_secs(1),
            waited: None,
            computes: Some(true),
            limits: Limits::on(clock),
        }
    }

    #[test]
    fn a_program_that_starts_slowly_has_no_endless_loop() {
        let name = |began| diagnose(&stopped_while_it_runs(began)).map(|trouble| trouble.name());
        assert_eq!(name(Duration::from_millis(100)), Some("endless loop"));
        assert_eq!(name(Duration::from_millis(900)), Some("took too long"));
    }
}
