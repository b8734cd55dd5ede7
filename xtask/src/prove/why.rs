//! Why a recording claims less than the schedules keep, as far as it can be told.

use playback::Recording;
use records::{Among, Event, Kind, LaneId, Resource};

/// What stands between two lines that nothing flipped and that the recording does not vouch for.
pub fn why(recording: &Recording, earlier: usize, later: usize) -> &'static str {
    let (first, second) = (&recording.lines[earlier], &recording.lines[later]);
    if first.lane.is_none() || second.lane.is_none() {
        return "one of them is printed outside the runtime";
    }
    let between = &recording.records[first.after.min(second.after)..second.after];
    let by_its_lane = between.iter().rev().filter(|record| match &record.event {
        Event::Waits { lane, .. } => Some(*lane) == second.lane,
        _ => false,
    });
    let obstacle =
        by_its_lane.chain(between.iter().rev()).find_map(|record| obstacle(&record.event));
    obstacle.unwrap_or_else(|| match (task(recording, first.lane), task(recording, second.lane)) {
        _ if first.lane == second.lane => "branches of one lane: what orders them is not seen",
        (one, other) if one == other => "branches of one task: a join may begin with any",
        _ => "no path between the two tasks is seen",
    })
}

/// The task that a lane is part of.
fn task(recording: &Recording, lane: Option<LaneId>) -> Option<LaneId> {
    let known = recording.lane(lane?)?;
    match known.kind {
        Kind::Coroutine => task(recording, known.parent),
        _ => lane,
    }
}

/// What a wait leaves open.
fn obstacle(event: &Event) -> Option<&'static str> {
    let Event::Waits { on, among, beside, .. } = event else { return None };
    Some(match on {
        Resource::JoinNext => "a join_next between: it gives whichever task ends first",
        Resource::Recv | Resource::Next | Resource::Broadcast => {
            "a message between: who else could have sent it is not seen"
        }
        Resource::YieldNow | Resource::Budget => {
            "a yield between: who runs meanwhile is for the runtime to say"
        }
        Resource::Notified | Resource::Watch | Resource::Barrier => {
            "a notification between: who else could have given it is not seen"
        }
        Resource::Lock | Resource::Read | Resource::Write | Resource::Acquire | Resource::Send => {
            "a lock, a permit or a place in a channel between: another could have had it first"
        }
        _ if among.is_some_and(|among| among != Among::All) => "a select! or a time-out between",
        _ if *beside => "branches that one lane runs in turns: what orders them is not seen",
        _ if among.is_none() => "a wait inside a library, whose way of waiting is not known",
        _ => return None,
    })
}
