//! Timelines in letters, and what they leave out.

use std::collections::BTreeSet;
use std::time::Duration;

use playback::timeline::{Column, Ink, Limits, Options, Twin, fold, meanings, text, twins};
use playback::{Reader, Recording, State, Step, What};
use records::{
    Among, By, Clock, Event, How, Kind, LaneId, Place, Record, Resource, Threads, VERSION,
};

const MARK: &str = "0123456789abcdef";

/// A recording that is made up as the tests go.
struct Story {
    reader: Reader,
    at: u64,
}

impl Story {
    fn on(clock: Clock) -> Self {
        let mut story = Self { reader: Reader::new(MARK), at: 0 };
        let runtime = "tokio".to_owned();
        story.tell(Event::Begins { version: VERSION, runtime, clock, threads: Threads::One });
        story.appears(0, Kind::Root, "main", None);
        story
    }

    fn tell(&mut self, event: Event) {
        let record = Record { at: self.at, wall: 0, thread: 0, event };
        self.reader.feed(&record.frame(MARK), Duration::from_micros(self.at));
    }

    fn appears(&mut self, lane: LaneId, kind: Kind, name: &str, parent: Option<LaneId>) {
        let (name, place) = (name.to_owned(), None);
        self.tell(Event::Appears { lane, kind, name, parent, place, among: None, beside: false });
    }

    fn prints(&mut self, line: &str) {
        self.reader.feed(format!("{line}\n").as_bytes(), Duration::from_micros(self.at));
    }

    fn runs(&mut self, lane: LaneId) {
        self.tell(Event::Runs { lane });
    }

    fn suspends(&mut self, lane: LaneId, on: Resource, line: u32) {
        let place = Some(Place { file: "src/main.rs".to_owned(), line, column: 0 });
        let among = Some(Among::All);
        self.tell(Event::Waits { lane, on, place, within: Vec::new(), among, beside: false });
        self.tell(Event::Stops { lane, wrote: None });
    }

    fn is_woken(&mut self, lane: LaneId, by: By) {
        self.tell(Event::Wakes { lane, by });
    }

    fn ends(&mut self, lane: LaneId) {
        self.tell(Event::Stops { lane, wrote: None });
        self.tell(Event::Ends { lane, how: How::Done });
    }

    fn read(self) -> Recording {
        self.reader.finish()
    }
}

/// A program that blocks its thread for two seconds, then sleeps for one.
fn blocks() -> Recording {
    let mut story = Story::on(Clock::Real);
    story.runs(0);
    story.prints("before");
    story.at = 2_000_000;
    story.prints("after");
    story.suspends(0, Resource::Sleep, 7);
    story.at = 3_000_000;
    story.is_woken(0, By::Clock);
    story.runs(0);
    story.ends(0);
    story.read()
}

/// So many tasks that sleep for a second, all called alike.
fn crowd(tasks: u32) -> Recording {
    let mut story = Story::on(Clock::Virtual);
    story.runs(0);
    (1..=tasks).for_each(|task| story.appears(task, Kind::Task, "fetch_data", Some(0)));
    story.suspends(0, Resource::Join, 9);
    for task in 1..=tasks {
        story.runs(task);
        story.suspends(task, Resource::Sleep, 3);
    }
    story.at = 1_000_000;
    for task in 1..=tasks {
        story.is_woken(task, By::Clock);
        story.runs(task);
        story.ends(task);
    }
    story.is_woken(0, By::Lane(tasks));
    story.runs(0);
    story.prints("all are here");
    story.ends(0);
    story.read()
}

fn plain(width: usize) -> Options {
    Options { width, ..Options::default() }
}

#[test]
fn a_poll_that_takes_long_has_a_shape_of_its_own() {
    insta::assert_snapshot!(text(&blocks(), &plain(100)), @r"
          0.00 s  ╎ 2.00 s      ╎ 3.00 s
    main  ░░▇▇▇1▓▓▓▓▇2┈sleep:7┈┈╎┈◷░▇▇✓

    ░░ queued: new, or woken   ▇▇ runs   ▇1 prints line 1   ┈┈ suspended: what it awaits, source line
    ▓▓ runs on while time passes: blocks its thread   ✓ done   ◷ woken by the clock
    ╎ the clock moves on

    1  0.00 s  main           before
    2  2.00 s  main  because  after
    ");
}

#[test]
fn ascii_is_all_ascii() {
    for recording in [blocks(), crowd(30)] {
        let drawn = text(&recording, &Options { ascii: true, ..plain(80) });
        assert!(drawn.is_ascii(), "{drawn}");
    }
    insta::assert_snapshot!(text(&crowd(2), &Options { ascii: true, ..plain(80) }), @r"
                  0 s                       | 1 s
    main          ::##+#+#.join:9...........|.............^:###1/
    fetch_data#1      v:|:::##.sleep:3......|.@:##/       |
    fetch_data#2        v:::::::##.sleep:3..|.......@:##/-+

    :: queued: new, or woken   ## runs   #1 prints line 1
    .. suspended: what it awaits, source line   / done
    v^ made or woken by the lane at the other end   @ woken by the clock
    | the clock moves on

    1  1 s  main    all are here
    ");
}

#[test]
fn a_drawing_is_as_wide_as_it_may_be() {
    for width in [40, 60, 80, 100, 140] {
        for recording in [blocks(), crowd(2), crowd(10), crowd(200)] {
            let drawn = text(&recording, &plain(width));
            for line in drawn.lines().take_while(|line| !line.contains("queued:")) {
                assert!(line.chars().count() <= width, "{width}: {line}");
            }
        }
    }
}

#[test]
fn without_colour_it_says_the_same() {
    let loud = |_, text: &str| format!("\u{1b}[1m{text}\u{1b}[0m");
    let coloured = text(&crowd(3), &Options { paint: loud, ..plain(80) });
    let stripped = coloured.replace("\u{1b}[1m", "").replace("\u{1b}[0m", "");
    assert_ne!(coloured, stripped);
    assert_eq!(stripped, text(&crowd(3), &plain(80)));
}

#[test]
fn many_drawings_share_one_legend() {
    let bare = Options { legend: false, lines: 0, ..plain(80) };
    insta::assert_snapshot!(text(&blocks(), &bare), @r"
          0.00 s  ╎ 2.00 s      ╎ 3.00 s
    main  ░░▇▇▇1▓▓▓▓▇2┈sleep:7┈┈╎┈◷░▇▇✓

    and 2 more lines
    ");
    // Who leaves out one line writes another in its place.
    let all_but_one = Options { lines: 1, ..plain(100) };
    assert_eq!(text(&blocks(), &all_but_one), text(&blocks(), &plain(100)));
    let all = meanings(&plain(80));
    let drawn = text(&crowd(3), &plain(80));
    let legend = drawn.lines().skip_while(|line| !line.contains("queued:"));
    for meaning in legend.take_while(|line| !line.is_empty()).flat_map(|line| line.split("   ")) {
        assert!(all.contains(meaning), "no `{meaning}` in {all}");
    }
}

#[test]
fn each_sign_has_its_ink() {
    fn spelt(ink: Ink, text: &str) -> String {
        if ink == Ink::Blocks { format!("<{text}>") } else { text.to_owned() }
    }
    let drawn = text(&blocks(), &Options { paint: spelt, ..plain(80) });
    assert!(drawn.contains("<▓▓▓"), "{drawn}");
}

#[test]
fn what_a_twin_does_otherwise_is_marked() {
    let (one, other) = (blocks(), blocks());
    let (last, none) = (BTreeSet::from([1]), BTreeSet::new());
    let twin = Twin { recording: &other, differing: &last, differing_from: &none };
    let drawn = twins(&one, twin, &plain(80));
    assert_eq!(drawn.matches("≠2").count(), 1, "{drawn}");
    assert_eq!(drawn.matches("asyncio\n").count(), 1, "{drawn}");
}

#[test]
fn what_is_small_enough_is_drawn_whole() {
    let recording = crowd(2);
    let steps = recording.steps();
    let folded = fold(&recording, &steps, Limits { lanes: 3, steps: steps.len() });
    assert!(folded.is_whole());
    assert_eq!(folded.rows.len(), 3);
    let whole: Vec<Column> = (0..steps.len()).map(Column::Step).collect();
    assert_eq!(folded.columns, whole);
}

#[test]
fn lanes_of_one_name_share_a_row_and_quiet_steps_go() {
    let recording = crowd(97);
    let steps = recording.steps();
    let folded = fold(&recording, &steps, Limits::PICTURE);
    let names: Vec<&str> = folded.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["main", "fetch_data ×97"]);
    assert_eq!(folded.row(42), Some(1));
    assert!(folded.columns.len() <= Limits::PICTURE.steps, "{}", folded.columns.len());
    assert_eq!(
        folded.notes,
        ["97 lanes named fetch_data are drawn as one.", "Steps 77 to 587 of 590 are left out."]
    );
}

#[test]
fn each_step_is_in_one_column_and_a_printed_line_is_in_sight() {
    let recording = crowd(97);
    let steps = recording.steps();
    let prints = |step: &Step| matches!(step.what, What::Prints(_));
    let printed = steps.iter().position(prints).map(Column::Step).expect("it prints");
    for limit in [3, 10, 60, 200, 10_000] {
        let folded = fold(&recording, &steps, Limits { lanes: 2, steps: limit });
        let covered: Vec<usize> = folded.columns.iter().flat_map(Column::steps).collect();
        assert_eq!(covered, (0..steps.len()).collect::<Vec<_>>(), "{limit}");
        assert!(folded.columns.len() <= limit, "{limit}");
        assert!(limit < 10 || folded.columns.contains(&printed), "{limit}");
    }
}

#[test]
fn a_row_of_several_lanes_is_as_lively_as_any() {
    let recording = crowd(40);
    let steps = recording.steps();
    let folded = fold(&recording, &steps, Limits { lanes: 2, steps: usize::MAX });
    let states = folded.states(&steps);
    let of_crowd: Vec<Option<State>> = states.iter().map(|states| states[1]).collect();
    assert_eq!(of_crowd.last(), Some(&Some(State::Done)));
    let changes: Vec<Option<State>> =
        of_crowd.chunk_by(|one, other| one == other).map(|same| same[0]).take(4).collect();
    let queued = Some(State::Queued);
    assert_eq!(changes, [None, queued, Some(State::Running), queued]);
}

#[test]
fn lanes_of_many_names_share_the_last_row() {
    let mut story = Story::on(Clock::Virtual);
    story.runs(0);
    (1..=20).for_each(|task| story.appears(task, Kind::Task, &format!("task_{task}"), Some(0)));
    let recording = story.read();
    let folded = fold(&recording, &recording.steps(), Limits::PICTURE);
    assert_eq!(folded.rows.len(), 12);
    assert_eq!(folded.rows[11].name, "others ×10");
    assert_eq!(folded.notes, ["The last 10 lanes are drawn as one."]);
}

#[test]
fn ten_thousand_lanes_are_folded_as_few_are() {
    let recording = crowd(10_000);
    let steps = recording.steps();
    assert!(steps.len() > 50_000, "{}", steps.len());
    let folded = fold(&recording, &steps, Limits::PICTURE);
    let states = folded.states(&steps);
    assert_eq!(folded.rows.len(), 2);
    assert_eq!(states.len(), folded.columns.len());
    assert_eq!(states.last(), Some(&vec![Some(State::Done); 2]));
}

#[test]
fn no_number_is_torn_where_a_block_ends() {
    let mut story = Story::on(Clock::Virtual);
    story.runs(0);
    (0..60).for_each(|_| story.prints("again"));
    let recording = story.read();
    for width in 40..50 {
        let drawn = text(&recording, &plain(width));
        for number in 10..=60 {
            assert!(drawn.contains(&format!("▇{number}")), "{width}: {number} in\n{drawn}");
        }
    }
}
