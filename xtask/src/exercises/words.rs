//! What a verdict says: what happened, and what asyncio would have done.

use cargo_metadata::diagnostic::Diagnostic;
use playback::{Doing, LaneState};
use records::{Kind, Place};

use super::Exercise;
use super::answer::Answer;
use super::compiler::{first_error, place};
use super::evidence::{Evidence, FILE, Left, Poll};
use super::traps;
use super::verdict::{Name, Verdict};
use crate::play::{Ended, Play};
use crate::show::{capital, count, tame};
use crate::trouble::Trouble;

/// How much of a printed line is quoted.
const LONGEST: usize = 120;

/// To the millisecond, which is more than a learner reads and all that the exercises tell apart.
fn time(micros: u64) -> String {
    let millis = (micros + 500) / 1000;
    let text = format!("{}.{:03}", millis / 1000, millis % 1000);
    format!("{} s", text.trim_end_matches('0').trim_end_matches('.'))
}

fn quoted(line: &str) -> String {
    let tamed = tame(line);
    match tamed.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}…`", &tamed[..end]),
        None => format!("`{tamed}`"),
    }
}

/// What is said of a right answer.
pub fn right(ended_at: u64, play: &Play) -> String {
    let tasks = Evidence::of(&play.recording).tasks;
    let tasks = match tasks {
        0 => "no task".to_owned(),
        tasks => count(tasks, "task"),
    };
    format!("{} of the program's time, {tasks} spawned.", time(ended_at))
}

/// rustc refused it: what the known traps mean.
pub fn does_not_compile(words: &[Diagnostic]) -> Verdict {
    let Some(error) = first_error(words) else {
        return Verdict::new(Name::DoesNotCompile, traps::REFUSED, "");
    };
    let code = error.code.as_ref().map_or("", |code| code.code.as_str());
    let labels = error.spans.iter().filter_map(|span| span.label.as_deref());
    let all: Vec<&str> = [error.message.as_str()].into_iter().chain(labels).collect();
    let lines = error.spans.iter().filter(|span| span.is_primary).flat_map(|span| &span.text);
    let line: String = lines.map(|line| line.text.as_str()).collect();
    let (why, asyncio) = traps::of_the_compiler(code, &all.join("\n"), &line);
    Verdict::new(Name::DoesNotCompile, why, asyncio).at(place(error))
}

/// What a run that did not end well means; nothing if the rest of the judge has more to say.
pub fn of_trouble(trouble: &Trouble, play: &Play) -> Option<Verdict> {
    let sentence = |name, asyncio: &str| Verdict::new(name, capital(&trouble.to_string()), asyncio);
    Some(match trouble {
        Trouble::Deadlock { lanes, .. } => {
            sentence(Name::Deadlock, traps::of_a_deadlock(lanes)).at(waits_at(lanes))
        }
        Trouble::TimerForEver { lanes, .. } => sentence(
            Name::TimerForEver,
            "asyncio would go on for ever too. Give the loop an end.",
        )
        .at(waits_at(lanes)),
        Trouble::EndlessLoop(lane) => sentence(
            Name::EndlessLoop,
            "asyncio's loop would stand still as well: only an await lets others run.",
        )
        .at(own_place(play, &lane.name)),
        Trouble::PolledWithoutEnd { lane, .. } => sentence(
            Name::EndlessLoop,
            "asyncio would spin too, as in `while not ready: await asyncio.sleep(0)`. Let it wait for \
             something that wakes it.",
        )
        .at(own_place(play, lane)),
        Trouble::BlockedThread(lane) => sentence(
            Name::BlockedTheThread,
            "`time.sleep` in a coroutine does the same to asyncio's loop. Await, or hand the call to \
             `spawn_blocking`, which is `asyncio.to_thread`.",
        )
        .at(own_place(play, &lane.name)),
        Trouble::OutputFlood => {
            let lane = Evidence::of(&play.recording).busiest.map(|(lane, _)| lane);
            let name = play.recording.name(lane).to_owned();
            Verdict::new(
                Name::OutputFlood,
                format!(
                    "It printed {}, more than anybody reads, and was stopped. Has a loop in `{name}` \
                     no end?",
                    count(play.recording.lines.len(), "line")
                ),
                "asyncio would go on printing.",
            )
            .at(own_place(play, &name))
        }
        Trouble::TookTooLong { .. } => sentence(Name::TookTooLong, ""),
        Trouble::Panicked { message, place, lane } => Verdict::new(
            Name::Panicked,
            match lane.as_str() {
                "outside" => format!("It panicked: {}", tame(message)),
                lane => format!("`{lane}` panicked: {}", tame(message)),
            },
            traps::of_a_panic(message),
        )
        .at(place.clone()),
        Trouble::Killed(6, _) if play.stderr.contains("memory allocation") => Verdict::new(
            Name::TooMuchMemory,
            "It asked for more memory than an exercise may have.",
            "Python would end in a MemoryError, or bring the machine down first.",
        ),
        Trouble::Killed(..) if play.stderr.contains("has overflowed its stack") => Verdict::new(
            Name::Crashed,
            "It needed more stack than a thread has: something calls itself without end.",
            "Python stops a thousand calls deep, with a RecursionError.",
        ),
        Trouble::Exited(..) | Trouble::Killed(..) => sentence(
            Name::Crashed,
            "A coroutine that calls `os._exit` does the same: nobody awaits, nothing is cleaned up.",
        ),
        Trouble::RecordedNothing(_) | Trouble::NotPlayed(_) | Trouble::DidNotCompile => {
            sentence(Name::Crashed, "")
        }
        Trouble::OutsideWorld(_) => return None,
    })
}

/// The process ended without an error, and `main` did not.
pub fn left_early(play: &Play) -> Option<Verdict> {
    let root = play.recording.lanes.iter().find(|lane| lane.kind == Kind::Root)?;
    let is_early = play.ended == Ended::Exited(0) && root.end.is_none();
    is_early.then(|| {
        Verdict::new(
            Name::Crashed,
            format!("It exited with code 0 before `{}` was over.", root.name),
            "A coroutine that calls `os._exit` does the same: nobody awaits, nothing is cleaned up.",
        )
    })
}

/// A poll that kept the thread.
pub fn blocked(lane: &str, poll: &Poll) -> Verdict {
    Verdict::new(
        Name::BlockedTheThread,
        format!(
            "One poll of `{lane}` kept the thread for {}: nothing else ran meanwhile.",
            crate::show::about(poll.took)
        ),
        "A coroutine that computes or waits without an await does the same to asyncio's loop, \
         `time.sleep` for one. Await, or hand the call to a thread: `asyncio.to_thread` there, \
         `spawn_blocking` here.",
    )
    .at(poll.after.clone())
}

/// An answer and the solution, both not in time.
pub fn busy_machine(exercise: &Exercise, own: &Verdict, solution: &Verdict) -> Verdict {
    Verdict::new(
        Name::BusyMachine,
        format!(
            "By its times it is `{}`, and the solution, played just now, is `{}`. This machine has \
             too much to do to judge by; that is no fault of yours.\n\
             Wait until it is quiet, and save again, or: cargo xtask check {}",
            own.name, solution.name, exercise.name
        ),
        "",
    )
}

/// Fewer tasks than are asked for.
pub fn no_task(asked: usize, spawned: usize) -> Verdict {
    let spawned = if spawned == 0 { "none".to_owned() } else { spawned.to_string() };
    Verdict::new(
        Name::NoTask,
        format!("{} asked for, {spawned} spawned.", count(asked, "task")),
        "`gather` makes a task of each coroutine; `join!` and `join_all` make none. `tokio::spawn` is \
         `create_task`.",
    )
}

/// Tasks that were alive when `main` was over.
pub fn left_behind(left: &[Left], joined: bool, ended_at: u64) -> Verdict {
    let place = left.iter().find_map(|task| task.place.clone()).filter(|at| at.file == FILE);
    let names: Vec<String> = left.iter().take(3).map(|task| format!("`{}`", task.name)).collect();
    let more = if left.len() > 3 { " and others" } else { "" };
    let names = names.join(", ") + more;
    let end = time(ended_at);
    if joined {
        let why = format!("`main` was over at {end}, and {names} cut off before the end.");
        let asyncio = "`asyncio.run` would cancel what is left and await its clean-up; tokio drops \
                       it. Await all of them, or none is sure to end.";
        return Verdict::new(Name::LeftTasksBehind, why, asyncio).at(place);
    }
    let why = format!("Nobody awaits a handle: `main` was over at {end}, and {names} cut off.");
    let asyncio = "asyncio's loop holds its tasks weakly: one to which nobody refers may be collected \
                   half-way, and at the end those that are left are cancelled. Keep the handles, \
                   and await them.";
    Verdict::new(Name::HandleDropped, why, asyncio).at(place)
}

/// Something that was built and never polled.
pub fn never_awaited(missing: &str, lint: Option<&Diagnostic>) -> Verdict {
    let seen = match lint {
        Some(lint) => format!(" The compiler saw it: {}.", tame(&lint.message)),
        None => String::new(),
    };
    Verdict::new(
        Name::NeverAwaited,
        format!(
            "{} is missing: a call builds a future, and nobody polled it.{seen}",
            quoted(missing)
        ),
        "asyncio warns: `coroutine … was never awaited`.",
    )
    .at(lint.and_then(place))
}

/// Waits that add up.
pub fn in_turn(took: u64, answer: &Answer, timers: &[Place]) -> Verdict {
    let second = timers.iter().find(|place| Some(*place) != timers.first()).or(timers.first());
    Verdict::new(
        Name::AwaitedInTurn,
        format!(
            "It took {}; with the waits at the same time it takes {}. Each begins when the one before \
             has ended.",
            time(took),
            time(answer.ended_at)
        ),
        "This is `await`, `await`, `await`, in a row or in a loop; not `gather`.",
    )
    .at(second.cloned())
}

/// A line that is missing, and what was printed instead.
pub fn wrong_result(missing: &str, instead: Option<&str>) -> Verdict {
    let instead = match instead {
        Some(line) => format!(" It prints {}.", quoted(line)),
        None => String::new(),
    };
    let why = format!("It does not print {}.{instead}", quoted(missing));
    Verdict::new(Name::WrongResult, why, "")
}

/// A line that comes too often.
pub fn printed_again(line: &str) -> Verdict {
    let why = format!("It prints {} more often than it should.", quoted(line));
    Verdict::new(Name::WrongResult, why, "")
}

/// A line, or the end if it is empty, at another time.
pub fn wrong_time(line: &str, is: u64, should: u64) -> Verdict {
    let (is_at, should_at) = (time(is), time(should));
    let why = match line {
        "" => format!("It was over at {is_at}; it should be at {should_at}."),
        line => format!("{} came at {is_at}; it should come at {should_at}.", quoted(line)),
    };
    if is > should {
        Verdict::new(Name::TooLate, why, "asyncio would be as late: something waits that need not.")
    } else {
        let asyncio = "Something does not wait. asyncio would be as early, but for a sleep that is built \
                       before its await: there it counts from the await.";
        Verdict::new(Name::TooEarly, why, asyncio)
    }
}

/// Two lines that came the other way round.
pub fn wrong_order(first: &str, second: &str) -> Verdict {
    let why = format!("{} came after {}.", quoted(first), quoted(second));
    let asyncio = "To keep an order, await the one before the other begins; or, by hand, poll it first. \
                   That is no different in asyncio.";
    Verdict::new(Name::WrongOrder, why, asyncio)
}

/// The first place in the learner's file at which a lane waits.
fn waits_at(lanes: &[LaneState]) -> Option<Place> {
    let waits = lanes.iter().filter_map(|lane| match &lane.doing {
        Doing::Waits(waits) => Some(waits),
        Doing::Runs(_) | Doing::Queued => None,
    });
    waits.flatten().filter_map(|wait| wait.place.clone()).find(|place| place.file == FILE)
}

/// Where a lane of this name was spawned, if that is in the learner's file.
fn own_place(play: &Play, name: &str) -> Option<Place> {
    let lane = play.recording.lanes.iter().find(|lane| lane.name == name)?;
    lane.place.clone().filter(|place| place.file == FILE)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Left, Poll, blocked, left_behind, wrong_order, wrong_time};

    #[test]
    fn a_sleep_that_is_too_early_here_may_not_be_so_in_asyncio() {
        let verdict = wrong_time("Yours, Zoe", 2_000_000, 3_000_000);
        assert!(verdict.asyncio.contains("counts from the await"));
    }

    #[test]
    fn asyncio_promises_nothing_to_a_task_without_a_reference() {
        let left = Left { name: "work".to_owned(), place: None };
        let verdict = left_behind(&[left], false, 0);
        assert!(verdict.asyncio.contains("holds its tasks weakly"));
    }

    #[test]
    fn what_asyncio_does_is_a_sentence() {
        let poll = Poll { lane: 0, took: Duration::from_secs(1), after: None };
        assert!(!blocked("main", &poll).asyncio.contains(": `asyncio.to_thread`."));
        assert!(!wrong_order("a", "b").asyncio.contains("as there"));
    }
}
