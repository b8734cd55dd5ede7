//! Which order a recording promises, and which not.

use std::time::Duration;

use Order::{Because, ByTheClock, NotPromised};
use playback::{Order, Orders, Reader};
use records::{Among, By, Clock, Event, How, Kind, LaneId, Record, Resource, Threads, VERSION};

const MARK: &str = "0123456789abcdef";
const MAIN: LaneId = 0;
const A: LaneId = 1;
const B: LaneId = 2;

/// A recording that is written step by step.
struct Story {
    bytes: Vec<u8>,
    seconds: u64,
    clock: Clock,
}

impl Story {
    /// `main` begins to run.
    fn new() -> Self {
        Self::on(Clock::Virtual).appears(MAIN, Kind::Root, None, None).runs(MAIN)
    }

    fn on(clock: Clock) -> Self {
        let (runtime, threads) = ("tokio".to_owned(), Threads::One);
        Self { bytes: Vec::new(), seconds: 0, clock }.writes(Event::Begins {
            version: VERSION,
            runtime,
            clock,
            threads,
        })
    }

    fn writes(mut self, event: Event) -> Self {
        let at = self.seconds * 1_000_000;
        self.bytes.extend(Record { at, wall: at, thread: 0, event }.frame(MARK));
        self
    }

    fn at(mut self, seconds: u64) -> Self {
        self.seconds = seconds;
        self
    }

    fn prints(mut self, text: &str) -> Self {
        self.bytes.extend(text.bytes().chain(*b"\n"));
        self
    }

    fn appears(
        self,
        lane: LaneId,
        kind: Kind,
        parent: Option<LaneId>,
        among: Option<Among>,
    ) -> Self {
        let (name, place, beside) = (format!("lane {lane}"), None, false);
        self.writes(Event::Appears { lane, kind, name, parent, place, among, beside })
    }

    /// `main` polls a branch of a join for the first time.
    fn polls_branch(self, lane: LaneId) -> Self {
        let (kind, parent, among) = (Kind::Coroutine, Some(MAIN), Some(Among::All));
        let (name, place, beside) = (format!("lane {lane}"), None, true);
        self.writes(Event::Appears { lane, kind, name, parent, place, among, beside }).runs(lane)
    }

    fn spawns(self, lane: LaneId) -> Self {
        self.appears(lane, Kind::Task, Some(MAIN), None)
    }

    fn polls(self, lane: LaneId, among: Option<Among>) -> Self {
        self.appears(lane, Kind::Coroutine, Some(MAIN), among).runs(lane)
    }

    fn runs(self, lane: LaneId) -> Self {
        self.writes(Event::Runs { lane })
    }

    fn stops(self, lane: LaneId) -> Self {
        self.writes(Event::Stops { lane, wrote: None })
    }

    fn waits(self, lane: LaneId, on: Resource, among: Among) -> Self {
        self.begins_to_wait(lane, on, among, false)
    }

    fn waits_in_a_branch(self, lane: LaneId, on: Resource, among: Among) -> Self {
        self.begins_to_wait(lane, on, among, true)
    }

    fn begins_to_wait(self, lane: LaneId, on: Resource, among: Among, beside: bool) -> Self {
        let (place, within) = (None, Vec::new());
        self.writes(Event::Waits { lane, on, place, within, among: Some(among), beside })
    }

    fn wakes(self, lane: LaneId, by: By) -> Self {
        self.writes(Event::Wakes { lane, by })
    }

    fn ends(self, lane: LaneId) -> Self {
        self.stops(lane).writes(Event::Ends { lane, how: How::Done })
    }

    /// The lane runs, prints, and stops.
    fn says(self, lane: LaneId, text: &str) -> Self {
        self.runs(lane).prints(text).stops(lane)
    }

    fn orders(self) -> Orders {
        let mut reader = Reader::new(MARK);
        assert_eq!(self.clock, Clock::Virtual);
        reader.feed(&self.bytes, Duration::ZERO);
        let recording = reader.finish();
        assert_eq!(recording.unreadable, 0);
        recording.orders()
    }

    fn marks(self) -> Vec<Order> {
        self.orders().marks().into_iter().flatten().collect()
    }
}

#[test]
fn a_lane_keeps_its_order_and_begins_after_its_spawn() {
    let story = Story::new().prints("main 1").spawns(A).prints("main 2").stops(MAIN);
    let orders = story.says(A, "a 1").says(A, "a 2").orders();
    assert_eq!(orders.marks(), [None, Some(Because), Some(NotPromised), Some(Because)]);
    assert_eq!(orders.between(0, 2), Because, "main 1 before the spawn");
}

#[test]
fn two_tasks_have_the_clock_or_nothing() {
    let story = Story::new().spawns(A).spawns(B).stops(MAIN);
    let story = story.says(A, "a").says(B, "b").at(1).says(A, "a");
    assert_eq!(story.marks(), [NotPromised, ByTheClock]);
}

#[test]
fn an_awaited_handle_orders() {
    let story = Story::new().spawns(A).spawns(B);
    let story = story.waits(MAIN, Resource::Join, Among::All).stops(MAIN).says(B, "b");
    let story = story.runs(A).prints("a").ends(A).wakes(MAIN, By::Lane(A)).says(MAIN, "main");
    let orders = story.orders();
    assert_eq!(orders.between(1, 2), Because);
    assert_eq!(orders.between(0, 2), NotPromised, "nobody awaited b");
}

#[test]
fn a_task_may_be_cancelled_before_what_it_awaits_has_come() {
    let story = Story::new().prints("main 1").spawns(A).spawns(B);
    let story = story.waits(MAIN, Resource::Join, Among::All).stops(MAIN);
    let story = story.runs(B).prints("b 1").waits(B, Resource::Join, Among::All).stops(B);
    let story = story.runs(A).prints("a").ends(A).wakes(B, By::Lane(A));
    let story = story.runs(B).prints("b 2").ends(B).wakes(MAIN, By::Lane(B));
    let orders = story.says(MAIN, "main 2").orders();
    assert_eq!(orders.between(2, 3), Because, "b awaited a");
    assert_eq!([orders.between(1, 4), orders.between(3, 4)], [Because, Because]);
    assert_eq!(orders.between(2, 4), NotPromised, "b ends early if somebody aborts it");
}

#[test]
fn all_handles_of_a_join_order_and_those_of_a_select_do_not() {
    let story = |among| {
        let story = Story::new().spawns(A).spawns(B);
        let story =
            story.waits(MAIN, Resource::Join, among).waits(MAIN, Resource::Join, among).stops(MAIN);
        let story = story.runs(A).prints("a").ends(A).wakes(MAIN, By::Lane(A));
        let story = story.runs(B).prints("b").ends(B).wakes(MAIN, By::Lane(B));
        story.says(MAIN, "main").orders()
    };
    let joined = story(Among::All);
    assert_eq!([joined.between(0, 2), joined.between(1, 2)], [Because, Because]);
    let selected = story(Among::Any);
    assert_eq!([selected.between(0, 2), selected.between(1, 2)], [NotPromised, NotPromised]);
}

#[test]
fn a_value_orders_what_its_sender_had_done_before() {
    let story = Story::new().spawns(A).waits(MAIN, Resource::Oneshot, Among::All).stops(MAIN);
    let story = story.runs(A).prints("sent").wakes(MAIN, By::Lane(A)).prints("more").stops(A);
    let orders = story.says(MAIN, "main").orders();
    assert_eq!(orders.between(0, 2), Because);
    assert_eq!(orders.between(1, 2), NotPromised);
}

#[test]
fn a_message_orders_nothing_for_another_could_have_sent_it() {
    let story = Story::new().spawns(A).waits(MAIN, Resource::Recv, Among::All).stops(MAIN);
    let story = story.runs(A).prints("sent").wakes(MAIN, By::Lane(A)).stops(A);
    assert_eq!(story.says(MAIN, "main").marks(), [NotPromised]);
}

#[test]
fn messages_of_two_senders_can_change_places_and_those_of_one_cannot() {
    let story = |second| {
        let story = Story::new().spawns(A).spawns(B).prints("main begins");
        let story = story.waits(MAIN, Resource::Recv, Among::All).stops(MAIN);
        let story = story.runs(A).wakes(MAIN, By::Lane(A)).stops(A).runs(MAIN).prints("first");
        let story = story.waits(MAIN, Resource::Recv, Among::All).stops(MAIN);
        let story = story.runs(second).wakes(MAIN, By::Lane(second)).stops(second);
        story.says(MAIN, "second").marks()
    };
    assert_eq!(story(A), [Because, Because]);
    assert_eq!(story(B), [Because, NotPromised]);
}

#[test]
fn what_join_next_gives_is_ordered_by_the_clock() {
    let story = Story::new().spawns(A).spawns(B).prints("main begins");
    let story = story.waits(MAIN, Resource::JoinNext, Among::All).stops(MAIN).at(1);
    let story = story.runs(A).ends(A).wakes(MAIN, By::Lane(A)).runs(MAIN).prints("first");
    let story = story.waits(MAIN, Resource::JoinNext, Among::All).stops(MAIN).at(2);
    let story = story.runs(B).ends(B).wakes(MAIN, By::Lane(B)).says(MAIN, "second");
    assert_eq!(story.marks(), [Because, ByTheClock]);
}

#[test]
fn branches_of_one_lane_have_no_order_until_they_are_over() {
    let story = Story::new().prints("before");
    let story = story.waits_in_a_branch(MAIN, Resource::Sleep, Among::All);
    let story = story.waits_in_a_branch(MAIN, Resource::Sleep, Among::All).stops(MAIN).at(1);
    let story = story.runs(MAIN).prints("one branch").prints("another").prints("after");
    let story = story.waits(MAIN, Resource::Sleep, Among::All).stops(MAIN).at(2);
    let orders = story.says(MAIN, "later").orders();
    let marks: Vec<Order> = orders.marks().into_iter().flatten().collect();
    assert_eq!(marks, [ByTheClock, NotPromised, NotPromised, Because]);
    assert_eq!([orders.between(1, 4), orders.between(2, 4)], [Because, Because]);
}

#[test]
fn a_branch_that_is_over_at_once_may_have_to_wait_in_another_schedule() {
    let quick = Story::new().polls_branch(A).prints("a").ends(A).polls_branch(B).prints("b");
    let story = quick.ends(B).prints("main").stops(MAIN).at(1);
    let orders = story.says(MAIN, "main, later").orders();
    let marks: Vec<Order> = orders.marks().into_iter().flatten().collect();
    assert_eq!(marks, [NotPromised, NotPromised, Because]);
    assert_eq!([orders.between(0, 3), orders.between(1, 3)], [Because, Because]);
}

#[test]
fn branches_of_a_select_begin_in_any_order() {
    let story = Story::new().prints("of a branch, or before");
    let story = story.waits_in_a_branch(MAIN, Resource::Sleep, Among::Any).prints("of another");
    let story = story.waits_in_a_branch(MAIN, Resource::Sleep, Among::Any).stops(MAIN);
    assert_eq!(story.marks(), [NotPromised]);
}

#[test]
fn coroutines_that_cannot_outlive_their_join_come_before_what_follows_it() {
    let story = |among| {
        let story = Story::new().polls(A, among).prints("a").ends(A);
        story.prints("main").marks()
    };
    assert_eq!(story(Some(Among::All)), [Because]);
    assert_eq!(story(Some(Among::Any)), [Because], "the other arms are dropped");
    assert_eq!(story(Some(Among::Next)), [NotPromised], "others go on");
    assert_eq!(story(None), [NotPromised]);
}

#[test]
fn after_a_tie_for_a_lock_the_clock_promises_nothing() {
    let story = |between: u64| {
        let story = Story::new().spawns(A).spawns(B).stops(MAIN);
        let story = story.runs(A).writes(Event::Takes { lane: A }).stops(A).at(between);
        let story = story.runs(B).waits(B, Resource::Lock, Among::All).stops(B);
        let story = story.at(2).says(A, "a").at(3).says(B, "b");
        story.marks()
    };
    assert_eq!(story(0), [NotPromised]);
    assert_eq!(story(1), [ByTheClock], "a asked a second before b");
}

#[test]
fn a_lock_that_is_asked_for_in_one_order_alone_is_no_tie() {
    let story = Story::new().writes(Event::Takes { lane: MAIN }).spawns(A).stops(MAIN);
    let story = story.runs(A).waits(A, Resource::Lock, Among::All).stops(A);
    assert_eq!(story.at(1).says(MAIN, "main").at(2).says(A, "a").marks(), [ByTheClock]);
}

#[test]
fn after_a_tie_in_a_select_the_clock_promises_nothing() {
    let story = |others: bool| {
        let story = Story::new().spawns(A).spawns(B);
        let story =
            story.waits(MAIN, Resource::Sleep, Among::Any).waits(MAIN, Resource::Recv, Among::Any);
        let story = story.stops(MAIN).at(1).wakes(MAIN, By::Clock);
        let story = if others { story.runs(A).stops(A) } else { story };
        let story = story.runs(MAIN).stops(MAIN).at(2).says(A, "a").at(3).says(B, "b");
        story.marks()
    };
    assert_eq!(story(true), [NotPromised], "a ran at the same instant: it may have sent");
    assert_eq!(story(false), [ByTheClock]);
}

#[test]
fn who_waits_for_a_notification_can_miss_it() {
    let story = Story::new().spawns(A).spawns(B).stops(MAIN).says(A, "a").at(1);
    let story =
        story.runs(B).waits(B, Resource::Notified, Among::All).stops(B).says(MAIN, "main").at(2);
    assert_eq!(story.says(B, "b").marks(), [ByTheClock, NotPromised]);
}

#[test]
fn what_is_printed_around_a_run_is_ordered_unless_threads_print_too() {
    let story = |others| {
        let story = Story::on(Clock::Virtual).prints("before");
        let story = story.appears(MAIN, Kind::Root, None, None).runs(MAIN).prints("main");
        story.ends(MAIN).prints("after").writes(Event::Returns { others: Some(others) }).marks()
    };
    assert_eq!(story(0), [Because, Because]);
    assert_eq!(story(1), [NotPromised, NotPromised]);
}

/// Two coroutines of `main` print on the real clock, so far apart, in one poll of `main` or in two.
fn on_the_real_clock(millis: u64, is_one_poll: bool) -> Option<Order> {
    let real = || Story { bytes: Vec::new(), seconds: 0, clock: Clock::Real };
    let first = Story::on(Clock::Real).appears(MAIN, Kind::Root, None, None).runs(MAIN);
    let first = first.polls_branch(A).prints("a").stops(A);
    let between = if is_one_poll { real() } else { real().stops(MAIN).runs(MAIN) };
    let mut reader = Reader::new(MARK);
    reader.feed(&first.bytes, Duration::ZERO);
    reader.feed(&between.polls_branch(B).prints("b").bytes, Duration::from_millis(millis));
    reader.finish().orders().marks()[1]
}

#[test]
fn on_the_real_clock_fifty_milliseconds_are_one_instant() {
    assert_eq!(on_the_real_clock(49, false), Some(NotPromised));
    assert_eq!(on_the_real_clock(50, false), Some(ByTheClock));
}

#[test]
fn on_the_real_clock_a_poll_is_one_instant_however_long_it_takes() {
    assert_eq!(on_the_real_clock(1_000, true), Some(NotPromised));
}
