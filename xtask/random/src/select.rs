//! `select!` with arms that are known when the program runs.

use std::time::Duration;

use tokio::time::sleep;

use crate::play::{Thing, Things};
use crate::program::{First, Second};

/// Which arm was first.
pub enum Winner {
    First,
    Second,
}

/// Both arms as they stand in a program: the futures themselves, and none of the program's own.
macro_rules! both {
    ($first:expr, $second:expr) => {
        tokio::select! {
            _ = $first => Winner::First,
            _ = $second => Winner::Second,
        }
    };
}

/// The first arm with each that can be the second.
macro_rules! with_second {
    ($first:expr, $second:expr, $other:expr) => {
        match ($second, $other) {
            (Second::Sleep(seconds), _) => both!($first, sleep(Duration::from_secs(seconds))),
            (Second::Receive(_), Some(Thing::Receiver(rx))) => both!($first, rx.recv()),
            (Second::Receive(_), Some(Thing::UnboundedReceiver(rx))) => both!($first, rx.recv()),
            (Second::Await(_), Some(Thing::Handle(task))) => both!($first, task),
            _ => return None,
        }
    };
}

/// Waits for both arms; which was first. None if something that it waits on is not there.
pub async fn select(first: First, second: Second, things: &mut Things) -> Option<Winner> {
    let first_id = match first {
        First::Receive(id) | First::Take(id) | First::Await(id) | First::Notified(id) => Some(id),
        First::Sleep(_) => None,
    };
    let second_id = match second {
        Second::Receive(id) | Second::Await(id) => Some(id),
        Second::Sleep(_) => None,
    };
    let mut one = first_id.and_then(|id| things.remove(&id));
    let mut other = second_id.and_then(|id| things.remove(&id));
    let winner = match (first, &mut one) {
        (First::Sleep(seconds), _) => {
            with_second!(sleep(Duration::from_secs(seconds)), second, &mut other)
        }
        (First::Receive(_), Some(Thing::Receiver(rx))) => {
            with_second!(rx.recv(), second, &mut other)
        }
        (First::Receive(_), Some(Thing::UnboundedReceiver(rx))) => {
            with_second!(rx.recv(), second, &mut other)
        }
        (First::Take(_), Some(Thing::Taker(rx))) => with_second!(rx, second, &mut other),
        (First::Await(_), Some(Thing::Handle(task))) => with_second!(task, second, &mut other),
        (First::Notified(_), Some(Thing::Notify(notify))) => {
            with_second!(notify.notified(), second, &mut other)
        }
        _ => return None,
    };
    // What has given its only value is used up.
    let is_over = |thing: &Thing| matches!(thing, Thing::Handle(_) | Thing::Taker(_));
    let keep = |id: Option<usize>, thing: Option<Thing>, has_won: bool, things: &mut Things| {
        if let (Some(id), Some(thing)) = (id, thing)
            && !(has_won && is_over(&thing))
        {
            things.insert(id, thing);
        }
    };
    keep(first_id, one, matches!(winner, Winner::First), things);
    keep(second_id, other, matches!(winner, Winner::Second), things);
    Some(winner)
}
