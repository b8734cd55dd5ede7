//! A run as steps and sentences.

use std::time::Duration;

use playback::{Reader, Recording};
use records::{
    Among, By, Clock, Event, How, Kind, LaneId, Place, Record, Resource, Threads, VERSION,
};

const MARK: &str = "0123456789abcdef";

fn begins() -> Event {
    let runtime = "tokio".to_owned();
    Event::Begins { version: VERSION, runtime, clock: Clock::Virtual, threads: Threads::One }
}

fn appears(lane: LaneId, kind: Kind, name: &str, parent: Option<LaneId>) -> Event {
    let (name, place) = (name.to_owned(), None);
    Event::Appears { lane, kind, name, parent, place, among: None, beside: false }
}

fn waits(lane: LaneId, on: Resource, line: u32) -> Event {
    let place = Some(Place { file: "src/main.rs".to_owned(), line, column: 0 });
    let (within, among) = (Vec::new(), Some(Among::All));
    Event::Waits { lane, on, place, within, among, beside: false }
}

fn runs(lane: LaneId) -> Event {
    Event::Runs { lane }
}

fn stops(lane: LaneId) -> Event {
    Event::Stops { lane, wrote: None }
}

fn ends(lane: LaneId, how: How) -> Event {
    Event::Ends { lane, how }
}

/// What was recorded at which second, or a printed line.
enum Said {
    At(u64, Vec<Event>),
    Line(&'static str),
}

fn recording(story: Vec<Said>) -> Recording {
    let mut reader = Reader::new(MARK);
    for said in story {
        match said {
            Said::At(second, events) => {
                for event in events {
                    let record = Record { at: second * 1_000_000, wall: 0, thread: 0, event };
                    reader.feed(&record.frame(MARK), Duration::ZERO);
                }
            }
            Said::Line(text) => reader.feed(format!("{text}\n").as_bytes(), Duration::ZERO),
        }
    }
    reader.finish()
}

fn sentences(story: Vec<Said>) -> Vec<String> {
    let recording = recording(story);
    recording.steps().iter().map(|step| recording.sentence(step)).collect()
}

fn main_runs() -> Vec<Event> {
    vec![begins(), appears(0, Kind::Root, "main", None), runs(0)]
}

#[test]
fn a_task_is_spawned_waits_and_is_awaited() {
    let spawns =
        vec![appears(1, Kind::Task, "work", Some(0)), waits(0, Resource::Join, 7), stops(0)];
    let works = vec![runs(1), waits(1, Resource::Sleep, 3), stops(1)];
    let wakes = vec![Event::Wakes { lane: 1, by: By::Clock }, runs(1)];
    // tokio tells the drop of what a task held as one poll more.
    let over = vec![stops(1), runs(1), stops(1), ends(1, How::Done)];
    let goes_on = vec![Event::Wakes { lane: 0, by: By::Lane(1) }, runs(0), stops(0)];
    let story = vec![
        Said::At(0, main_runs()),
        Said::At(0, spawns),
        Said::At(0, works),
        Said::At(2, wakes),
        Said::Line("worked"),
        Said::At(2, over),
        Said::At(2, goes_on),
        Said::At(2, vec![ends(0, How::Done)]),
    ];
    insta::assert_snapshot!(sentences(story).join("\n"), @"
    The runtime is given main.
    main runs.
    main spawns work. It waits for its turn.
    main suspends: it waits for a task to end (src/main.rs:7).
    work runs.
    work suspends: it waits for a sleep (src/main.rs:3).
    Nobody can run: the clock jumps from 0 s to 2 s.
    The clock wakes work: its time has come.
    work runs.
    work prints line 1: worked
    work is done.
    main is woken by work. It waits for its turn.
    main runs.
    main is done.
    ");
}

#[test]
fn polls_of_a_branch_that_change_nothing_are_left_out() {
    let mut branch = main_runs();
    branch.extend([appears(1, Kind::Coroutine, "branch", Some(0)), runs(1)]);
    branch.extend([waits(1, Resource::Sleep, 3), stops(1), stops(0)]);
    let in_vain = vec![Event::Wakes { lane: 0, by: By::Clock }, runs(0), runs(1)];
    let again = vec![waits(1, Resource::Sleep, 3), stops(1), stops(0)];
    let story = vec![Said::At(0, branch), Said::At(1, in_vain), Said::At(1, again)];
    insta::assert_snapshot!(sentences(story).join("\n"), @"
    The runtime is given main.
    main runs.
    main polls branch for the first time.
    branch runs.
    branch suspends: it waits for a sleep (src/main.rs:3).
    main suspends: what it awaits is inside it.
    Nobody can run: the clock jumps from 0 s to 1 s.
    The clock wakes main: its time has come.
    main runs.
    main suspends: what it awaits is inside it.
    ");
}

#[test]
fn who_is_dropped_cleans_up_and_is_cancelled() {
    let mut story = main_runs();
    story.extend([appears(1, Kind::Task, "work", Some(0)), stops(0)]);
    story.extend([runs(1), waits(1, Resource::Sleep, 3), stops(1), runs(1)]);
    let over = vec![stops(1), ends(1, How::Cancelled)];
    let story = vec![Said::At(0, story), Said::Line("cleaned up"), Said::At(0, over)];
    let told = sentences(story);
    assert_eq!(
        told[told.len() - 3..],
        [
            "work is dropped where it waits, and cleans up.",
            "work prints line 1: cleaned up",
            "work is cancelled: dropped before its end."
        ]
    );
}

#[test]
fn a_cancelled_error_is_raised_where_the_task_waits_and_ends_it_after_its_clean_up() {
    let mut cancels = main_runs();
    let Some(Event::Begins { runtime, .. }) = cancels.first_mut() else { panic!("it begins") };
    "asyncio".clone_into(runtime);
    cancels.extend([
        appears(1, Kind::Task, "work", Some(0)),
        waits(0, Resource::Sleep, 9),
        stops(0),
    ]);
    cancels.extend([runs(1), waits(1, Resource::Sleep, 3), stops(1)]);
    let asked = vec![Event::Wakes { lane: 0, by: By::Clock }, runs(0)];
    let raised =
        vec![Event::Wakes { lane: 1, by: By::Lane(0) }, waits(0, Resource::Join, 11), stops(0)];
    let cleans_up = vec![runs(1), waits(1, Resource::Sleep, 5), stops(1)];
    let goes_on = vec![Event::Wakes { lane: 1, by: By::Clock }, runs(1)];
    let story = vec![
        Said::At(0, cancels),
        Said::At(1, asked),
        Said::At(1, raised),
        Said::At(1, cleans_up),
        Said::At(2, goes_on),
        Said::Line("cleaned up"),
        Said::At(2, vec![stops(1), ends(1, How::Cancelled)]),
    ];
    let told = sentences(story);
    let of_work: Vec<&str> =
        told.iter().map(String::as_str).filter(|told| told.starts_with("work ")).collect();
    assert_eq!(
        of_work[..],
        [
            "work runs.",
            "work suspends: it waits for a sleep (src/main.rs:3).",
            "work is woken by main. It waits for its turn.",
            "work runs: a CancelledError is raised where it waits.",
            "work suspends: it waits for a sleep (src/main.rs:5).",
            "work runs, and the CancelledError ends it.",
            "work prints line 1: cleaned up",
            "work is cancelled: it ends with the CancelledError.",
        ]
    );
}

#[test]
fn an_await_that_was_over_at_once_is_not_waited_for() {
    let mut story = main_runs();
    story.extend([waits(0, Resource::JoinNext, 3), waits(0, Resource::Sleep, 5), stops(0)]);
    let told = sentences(vec![Said::At(0, story)]);
    assert_eq!(told[2], "main suspends: it waits for a sleep (src/main.rs:5).");
}

#[test]
fn a_select_in_a_loop_waits_for_what_its_waker_is_left_with_already() {
    let mut story = main_runs();
    story.extend([waits(0, Resource::Socket, 3), waits(0, Resource::Recv, 3), stops(0)]);
    story.extend([
        Event::Wakes { lane: 0, by: By::Driver },
        runs(0),
        waits(0, Resource::Recv, 3),
        stops(0),
    ]);
    let told = sentences(vec![Said::At(0, story)]);
    assert_eq!(told[2], told[5], "it waits for both again");
}

#[test]
fn no_time_passes_before_the_first_step() {
    let told = sentences(vec![Said::At(3, main_runs())]);
    assert_eq!(told[0], "The runtime is given main.");
}

#[test]
fn who_is_woken_while_it_runs_goes_on_running() {
    let mut story = main_runs();
    story.extend([Event::Wakes { lane: 0, by: By::Thread }, waits(0, Resource::Recv, 3), stops(0)]);
    let told = sentences(vec![Said::At(0, story)]);
    let again = "main suspends at a message (src/main.rs:3), and is queued again.";
    assert_eq!(told[2..], [again]);
}

#[test]
fn a_poll_after_a_wake_is_no_drop() {
    let mut story = main_runs();
    story.extend([waits(0, Resource::Join, 3), stops(0)]);
    // Another thread wakes it: on its own, nothing was recorded between the two polls.
    let woken =
        Record { at: 0, wall: 0, thread: 1, event: Event::Wakes { lane: 0, by: By::Thread } };
    let mut reader = Reader::new(MARK);
    let feed = |reader: &mut Reader, event| {
        let record = Record { at: 0, wall: 0, thread: 0, event };
        reader.feed(&record.frame(MARK), Duration::ZERO);
    };
    story.into_iter().for_each(|event| feed(&mut reader, event));
    reader.feed(&woken.frame(MARK), Duration::ZERO);
    for event in [runs(0), stops(0), ends(0, How::Done)] {
        feed(&mut reader, event);
    }
    let recording = reader.finish();
    let told: Vec<String> = recording.steps().iter().map(|step| recording.sentence(step)).collect();
    assert_eq!(
        told[2..],
        [
            "main suspends: it waits for a task to end (src/main.rs:3).",
            "main is woken by a thread that is none of the runtime's.",
            "main runs.",
            "main is done."
        ]
    );
}

#[test]
fn a_branch_that_returns_in_silence_runs_before_it_is_done() {
    let mut story = main_runs();
    story.extend([appears(1, Kind::Coroutine, "branch", Some(0)), runs(1)]);
    story.extend([waits(1, Resource::Sleep, 3), stops(1), stops(0)]);
    story.extend([Event::Wakes { lane: 0, by: By::Clock }, runs(0), runs(1), stops(1)]);
    story.extend([ends(1, How::Done), stops(0), ends(0, How::Done)]);
    let told = sentences(vec![Said::At(0, story)]);
    assert_eq!(
        told[told.len() - 4..],
        ["main runs.", "branch runs.", "branch is done.", "main is done."]
    );
}

#[test]
fn who_is_over_is_woken_in_vain() {
    let spawns = vec![appears(1, Kind::Task, "work", Some(0)), stops(0), runs(1), stops(1)];
    let over = vec![ends(1, How::Done), Event::Wakes { lane: 1, by: By::Lane(0) }];
    let told = sentences(vec![Said::At(0, main_runs()), Said::At(0, spawns), Said::At(0, over)]);
    assert_eq!(told.last().map(String::as_str), Some("work is done."));
}
