//! What soaking counts: made-up runs, held against a made-up reference.

use std::collections::BTreeMap;
use std::time::Duration;

use playback::{Order, Reader, Recording};
use records::{Clock, Event, How, Kind, Record, Threads};
use xtask::choose;
use xtask::course::{Course, Program};
use xtask::limits::Limits;
use xtask::play::play_with;
use xtask::recorded;
use xtask::soak::claims::Claims;
use xtask::soak::flavors::Flavor;
use xtask::soak::kept;
use xtask::soak::plan::Plan;
use xtask::soak::tally::Tally;
use xtask::soak::{Request, Soaked};
use xtask::trouble::{Tail, Trouble};

const MARK: &str = "0123456789abcdef";

/// A printed line: which lane prints it after how many seconds.
type Said = (u32, u64, &'static str);

/// Two tasks, 1 and 2, that `main`, 0, spawns at once.
const REFERENCE: [Said; 5] =
    [(1, 0, "one"), (2, 0, "two"), (1, 0, "one again"), (2, 1, "two late"), (1, 2, "one late")];

/// The recording of a run that prints these lines.
fn run(lines: &[Said]) -> Recording {
    let mut reader = Reader::new(MARK);
    let frame = |at: u64, event: Event| {
        Record { at: at * 1_000_000, wall: 0, thread: 0, event }.frame(MARK)
    };
    let appears = |lane, kind, parent| Event::Appears {
        lane,
        kind,
        name: format!("lane{lane}"),
        parent,
        place: None,
        among: None,
        beside: false,
    };
    let (runtime, version) = ("tokio".to_owned(), records::VERSION);
    let begins = Event::Begins { version, runtime, clock: Clock::Virtual, threads: Threads::One };
    let mut bytes = frame(0, begins);
    bytes.extend(frame(0, appears(0, Kind::Root, None)));
    bytes.extend(frame(0, Event::Runs { lane: 0 }));
    bytes.extend(frame(0, appears(1, Kind::Task, Some(0))));
    bytes.extend(frame(0, appears(2, Kind::Task, Some(0))));
    bytes.extend(frame(0, Event::Stops { lane: 0, wrote: None }));
    for &(lane, at, text) in lines {
        bytes.extend(frame(at, Event::Runs { lane }));
        bytes.extend(format!("{text}\n").bytes());
        bytes.extend(frame(at, Event::Stops { lane, wrote: None }));
    }
    bytes.extend(frame(0, Event::Ends { lane: 0, how: How::Done }));
    reader.feed(&bytes, Duration::ZERO);
    reader.finish()
}

/// The reference's lines in another order.
fn in_order(order: [usize; 5]) -> Recording {
    run(&order.map(|line| REFERENCE[line]))
}

/// What is claimed, and what came of one run.
fn counted(run: &Recording) -> (Claims, Tally) {
    let claims = Claims::of(&self::run(&REFERENCE));
    let mut tally = Tally::of(&claims);
    tally.count(&claims, run);
    (claims, tally)
}

/// How often pairs of each order flipped.
fn flips(run: &Recording) -> [usize; 3] {
    let (claims, tally) = counted(run);
    [Order::Because, Order::ByTheClock, Order::NotPromised].map(|order| tally.flips(&claims, order))
}

#[test]
fn the_claims_are_what_a_lane_prints_in_turn_and_how_lines_follow_each_other() {
    let claims = Claims::of(&run(&REFERENCE));
    let of = |order| {
        let pairs = claims.pairs.iter().filter(move |pair| pair.order == order);
        pairs.map(|pair| (pair.earlier, pair.later)).collect::<Vec<_>>()
    };
    assert_eq!(of(Order::Because), [(0, 2), (1, 3), (0, 4), (2, 4)]);
    assert_eq!(of(Order::ByTheClock), [(2, 3), (3, 4)]);
    assert_eq!(of(Order::NotPromised), [(0, 1), (1, 2)]);
    assert_eq!(claims.alike, 0);
}

#[test]
fn the_same_run_flips_nothing() {
    let (claims, tally) = counted(&run(&REFERENCE));
    assert_eq!(flips(&run(&REFERENCE)), [0, 0, 0]);
    assert!(tally.pairs.iter().all(|pair| pair.of == 1), "{tally:?}");
    assert_eq!((tally.runs, tally.apart), (1, vec![0; claims.lines()]));
}

#[test]
fn a_because_pair_the_other_way_round_is_caught_and_shown() {
    let (claims, tally) = counted(&in_order([2, 0, 1, 3, 4]));
    assert_eq!(tally.flips(&claims, Order::Because), 1);
    let index = claims.pairs.iter().position(|pair| (pair.earlier, pair.later) == (0, 2));
    let first = tally.pairs[index.expect("a pair")].first.as_ref().expect("it flipped");
    let transcript = first.transcript.as_ref().expect("what the run printed");
    assert!(transcript.contains("one again"), "{transcript}");
}

#[test]
fn a_pair_of_lines_that_do_not_follow_each_other_is_caught_too() {
    assert_eq!(flips(&in_order([4, 1, 2, 3, 0]))[0], 3);
}

#[test]
fn lines_of_two_tasks_may_change_places() {
    assert_eq!(flips(&in_order([1, 0, 2, 3, 4])), [0, 0, 1]);
}

#[test]
fn a_late_line_that_comes_first_is_told_with_its_instants() {
    let (claims, tally) = counted(&in_order([0, 1, 2, 4, 3]));
    assert_eq!(tally.flips(&claims, Order::Because), 0);
    let clock = claims.pairs.iter().position(|pair| (pair.earlier, pair.later) == (3, 4));
    let pair = &tally.pairs[clock.expect("a pair")];
    let first = pair.first.as_ref().expect("it flipped");
    assert_eq!((pair.flips, pair.of), (1, 1));
    assert_eq!((first.earlier, first.later), (Duration::from_secs(2), Duration::from_secs(2)));
}

#[test]
fn a_line_that_is_missing_or_says_something_else_or_comes_twice_is_apart() {
    let without = &REFERENCE[1..];
    for lines in [
        without.to_vec(),
        [without, &[(1, 2, "1")]].concat(),
        [REFERENCE.as_slice(), &[(1, 3, "one")]].concat(),
    ] {
        let (claims, tally) = counted(&run(&lines));
        assert_eq!(tally.apart, [1, 0, 0, 0, 0]);
        for (pair, counted) in claims.pairs.iter().zip(&tally.pairs) {
            assert_eq!(
                (counted.of, counted.flips),
                (usize::from(pair.earlier != 0), 0),
                "{pair:?}"
            );
        }
    }
}

#[test]
fn the_same_words_of_two_lanes_are_not_told_apart() {
    let lines = [(1, 0, "begin"), (2, 0, "begin"), (2, 0, "two"), (1, 0, "one")];
    let claims = Claims::of(&run(&lines));
    assert_eq!(claims.alike, 2);
    assert!(claims.pairs.iter().all(|pair| pair.order != Order::Because), "{claims:?}");

    let of_one = Claims::of(&run(&[(1, 0, "tick"), (1, 1, "tick"), (1, 2, "tock")]));
    let because = of_one.pairs.iter().filter(|pair| pair.order == Order::Because).count();
    assert_eq!((of_one.alike, because), (0, 3));
}

/// A program of one thread, soaked with this run on each of both flavours.
fn soaked<'a>(program: &'a Program, last: &Recording) -> Soaked<'a> {
    let claims = Claims::of(&run(&REFERENCE));
    let mut soaked = Soaked::of(program, claims, Flavor::CurrentThread, Duration::from_secs(2));
    soaked.take(Flavor::CurrentThread, Ok(run(&REFERENCE)), true);
    soaked.take(Flavor::MultiThread, Ok(run(&REFERENCE)), true);
    let claims = &soaked.claims;
    soaked.tallies.get_mut(&Flavor::MultiThread).expect("a run").count(claims, last);
    soaked
}

fn fixtures() -> Course {
    Course::fixtures().expect("the fixtures can be found")
}

fn fixture<'a>(course: &'a Course, name: &str) -> &'a Program {
    choose::programs(course, Some(name)).expect("there is such a fixture")[0]
}

fn panicked() -> Trouble {
    Trouble::Panicked { message: "tea is cold".into(), place: None, lane: "main".into() }
}

#[test]
fn only_a_because_flip_and_a_trouble_are_failures() {
    let course = fixtures();
    let program = fixture(&course, "fixtures/all_is_well");
    assert!(soaked(program, &run(&REFERENCE)).is_fine());
    assert!(soaked(program, &in_order([1, 0, 2, 3, 4])).is_fine());
    assert!(soaked(program, &in_order([0, 1, 2, 4, 3])).is_fine());
    assert!(!soaked(program, &in_order([2, 0, 1, 3, 4])).is_fine());

    let mut in_trouble = soaked(program, &run(&REFERENCE));
    assert!(!in_trouble.take(Flavor::MultiThread, Err(panicked()), false));
    assert!(in_trouble.is_fine(), "what it asserts may hold on its own flavour alone");
    assert_eq!(in_trouble.tallies[&Flavor::MultiThread].failed, 1);
    in_trouble.take(Flavor::MultiThread, Err(Trouble::NotPlayed("lost".into())), false);
    assert!(!in_trouble.is_fine());

    let mut in_trouble = soaked(program, &run(&REFERENCE));
    assert!(!in_trouble.take(Flavor::CurrentThread, Err(panicked()), true));
    assert!(!in_trouble.is_fine());
}

#[test]
fn a_flavour_that_a_program_stands_still_on_is_named_and_not_tried_again() {
    let course = fixtures();
    let programs = [
        fixture(&course, "fixtures/all_is_well"),
        fixture(&course, "fixtures/ends_without_a_newline"),
    ];
    let executables: BTreeMap<_, _> =
        programs.iter().map(|program| (program.path(), "/tea".into())).collect();
    let new = |flavor| {
        let claims = || Claims::of(&run(&REFERENCE));
        programs.map(|program| Soaked::of(program, claims(), flavor, Duration::ZERO))
    };
    let request = Request { runs: 11, jobs: None, keep: false };
    for flavor in [Flavor::CurrentThread, Flavor::MultiThread] {
        let mut all = new(flavor);
        let plan = Plan::of(&request, &all, None);
        let trial = plan.trial(&all, &executables);
        assert_eq!(trial.len(), 4, "each program on each flavour");
        let rest = plan.rest(&all, &executables);
        let on_own = rest.iter().filter(|run| run.flavor == flavor).count();
        assert_eq!((on_own, rest.len()), (10, 18));

        let other = flavor.other().expect("another one");
        let stands = Trouble::TookTooLong { limit: Duration::from_secs(30), lanes: Vec::new() };
        assert!(all[0].take(other, Err(stands.clone()), true));
        assert!(all[0].is_fine());
        let rest = plan.rest(&all, &executables);
        let first = rest.iter().filter(|run| run.program == 0);
        assert!(first.clone().all(|run| run.flavor == flavor));
        assert_eq!(first.count(), 10);

        let mut known = new(flavor);
        known[0].ended_on = vec![other];
        assert!(!known[0].take(other, Err(stands.clone()), true));
        assert!(!known[0].is_fine(), "it ended there before");

        assert!(!all[1].take(other, Err(Trouble::Killed(11, Tail::default())), true));
        assert!(!all[1].is_fine(), "a crash is nobody's flavour");
        assert!(!all[0].take(flavor, Err(stands), true));
        assert!(!all[0].is_fine(), "it is to end on its own");
    }
    let all = new(Flavor::ItsOwn);
    let plan = Plan::of(&request, &all, None);
    assert_eq!(plan.trial(&all, &executables).len(), 2);
    assert_eq!(plan.rest(&all, &executables).len(), 20);
}

#[test]
fn what_is_kept_says_how_often_neighbours_flipped_on_each_flavour() {
    let course = fixtures();
    let program = fixture(&course, "fixtures/all_is_well");
    let kept = kept::figures(&soaked(program, &in_order([1, 0, 2, 3, 4])));
    assert_eq!(
        kept.runs,
        [("current_thread".to_owned(), 1), ("multi_thread".to_owned(), 2)].into()
    );
    assert_eq!((kept.because.pairs, kept.because.compared, kept.because.flips), (4, 12, 0));
    let lines: Vec<usize> = kept.pairs.iter().map(|pair| pair.line).collect();
    assert_eq!(lines, [2, 3, 4, 5]);
    let first = &kept.pairs[0];
    assert_eq!((first.earlier.as_str(), first.later.as_str()), ("one", "two"));
    assert_eq!(first.order, "not promised");
    assert_eq!((first.flips["current_thread"], first.flips["multi_thread"]), ((0, 1), (1, 2)));

    let programs = [(program.path(), kept)].into();
    let kept = kept::Kept { version: kept::VERSION, programs };
    assert_eq!(kept.flavors(program), [Flavor::CurrentThread, Flavor::MultiThread]);
}

/// The variable gives a recorded program another runtime; one that builds its own keeps it.
#[test]
fn a_program_runs_on_the_flavour_that_is_asked_for() {
    let course = fixtures();
    let program = fixture(&course, "fixtures/all_is_well");
    let executables = recorded::build(&course, &[program]).expect("it can be built");
    let threads = |variables: &[(&str, &str)]| {
        let executable = &executables[&program.path()];
        let limits = Limits::on(Clock::Real);
        let play = play_with(executable, &course.root, Clock::Real, variables, limits);
        play.expect("it can be played").recording.threads
    };
    assert_eq!(threads(&[]), Some(Threads::One));
    assert_eq!(threads(&[("MEANWHILE_FLAVOR", "current_thread")]), Some(Threads::One));
    assert_eq!(threads(&[("MEANWHILE_FLAVOR", "multi_thread")]), Some(Threads::Several));
    assert_eq!(threads(&[("MEANWHILE_FLAVOR", "")]), Some(Threads::One));
}
