//! Every program's timeline as SVG: well-formed, told in words, nothing outside, nothing on top of
//! another, the same each time.

#[path = "svg/boxes.rs"]
mod boxes;
#[path = "svg/stories.rs"]
mod stories;

use std::collections::BTreeMap;
use std::process::{Command, Output};
use std::sync::LazyLock;

use playback::Recording;
use playback::timeline::{Form, all_signs, page_colours, signs, svg};
use records::Clock;
use roxmltree::Document;
use xtask::course::{Course, Program};
use xtask::stage::{Played, Terms, play_quietly};
use xtask::test::play_again;

/// All programs of the course and all probes, played.
fn play() -> BTreeMap<String, Recording> {
    let mut recordings = BTreeMap::new();
    for course in [Course::find(), Course::fixtures()] {
        let course = course.expect("the course is found");
        let is_meant = |program: &&Program| program.lesson != "fixtures";
        let programs: Vec<&Program> = course.programs().filter(is_meant).collect();
        let played = play_quietly(&course, &programs, Terms::default()).expect("it is built");
        recordings.extend(played.into_iter().map(|played: Played<'_>| {
            let played = play_again(&course, &played).unwrap_or(played);
            let path = played.program.path();
            assert!(played.trouble.is_none(), "{path}: {:?}", played.trouble);
            (path, played.play.expect("it was played").recording)
        }));
    }
    recordings
}

static RUNS: LazyLock<BTreeMap<String, Recording>> = LazyLock::new(play);

/// Each drawing, of the course and of runs that are larger or stranger.
fn drawings() -> Vec<(String, String)> {
    let made = stories::all();
    let recordings = RUNS.iter().map(|(name, recording)| (name.as_str(), recording));
    let all = recordings.chain(made.iter().map(|(name, recording)| (*name, recording)));
    let both = all.flat_map(|(name, recording)| {
        [Form::Page, Form::Standalone]
            .map(|form| (format!("{name} ({form:?})"), svg(recording, name, form)))
    });
    both.collect()
}

#[test]
fn each_is_well_formed_and_says_in_words_what_it_shows() {
    for (name, drawing) in drawings() {
        let document = Document::parse(&drawing).unwrap_or_else(|error| panic!("{name}: {error}"));
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"), "{name}");
        for told in ["title", "desc"] {
            let element = root.children().find(|child| child.has_tag_name(told));
            let text = element.and_then(|element| element.text()).unwrap_or_default();
            assert!(!text.trim().is_empty(), "{name} has no {told}");
        }
        let ids = document.descendants().filter(|element| element.has_attribute("id"));
        assert_eq!(ids.count(), 0, "{name}: an id could be another's on the same page");
        assert!(!drawing.contains("\n\n"), "{name}: a blank line would end it inside Markdown");
    }
}

#[test]
fn the_words_are_the_sentences_of_the_steps() {
    for (name, recording) in RUNS.iter() {
        let drawing = svg(recording, name, Form::Page);
        let document = Document::parse(&drawing).expect("it is well-formed");
        let desc = document.descendants().find(|element| element.has_tag_name("desc"));
        let desc = desc.and_then(|desc| desc.text()).expect("it has one");
        let steps = recording.steps();
        for place in [0, steps.len() - 1] {
            let sentence = recording.sentence(&steps[place]);
            let words: Vec<&str> = sentence.split_whitespace().take(3).collect();
            assert!(desc.contains(&format!("{}. {}", place + 1, words.join(" "))), "{name}");
        }
    }
}

#[test]
fn nothing_lies_outside() {
    for (name, drawing) in drawings() {
        let document = Document::parse(&drawing).expect("it is well-formed");
        let root = document.root_element();
        let size = |side| root.attribute(side).and_then(|side| side.parse::<f64>().ok());
        let (width, height) = (size("width").expect("px"), size("height").expect("px"));
        assert_eq!(root.attribute("viewBox"), Some(&*format!("0 0 {width} {height}")), "{name}");
        for found in boxes::all(&document) {
            let is_inside = found.left >= 0.0
                && found.top >= 0.0
                && found.right <= width
                && found.bottom <= height;
            assert!(is_inside, "{name}: {found:?} in {width} by {height}");
        }
    }
}

#[test]
fn no_text_lies_on_another_nor_an_arrow_on_a_text() {
    for (name, drawing) in drawings() {
        let document = Document::parse(&drawing).expect("it is well-formed");
        let texts = boxes::of(&document, &["text"]);
        for (place, one) in texts.iter().enumerate() {
            for other in &texts[place + 1..] {
                assert!(!one.overlaps(other), "{name}: {one:?} and {other:?}");
            }
        }
        for shaft in boxes::shafts(&document) {
            for text in &texts {
                assert!(!shaft.overlaps(text), "{name}: an arrow {shaft:?} crosses {text:?}");
            }
        }
    }
}

#[test]
fn a_step_has_a_place_in_the_drawing_for_a_page() {
    for (name, recording) in RUNS.iter() {
        let drawing = svg(recording, name, Form::Page);
        let document = Document::parse(&drawing).expect("it is well-formed");
        let ends = document.root_element().attribute("data-step-ends").expect("it says so");
        let ends: Vec<f64> = ends.split(' ').map(|end| end.parse().expect("px")).collect();
        assert_eq!(ends.len(), recording.steps().len(), "{name}");
        assert!(ends.is_sorted(), "{name}");
    }
}

#[test]
fn on_the_virtual_clock_a_drawing_is_the_same_each_time() {
    let again = play();
    let mut compared = 0;
    for (name, recording) in RUNS.iter().filter(|(_, run)| run.clock == Some(Clock::Virtual)) {
        for form in [Form::Page, Form::Standalone] {
            let (one, other) = (svg(recording, name, form), svg(&again[name], name, form));
            assert!(one == other, "{name} differs from run to run");
        }
        compared += 1;
    }
    assert!(compared > 20, "only {compared} programs run on the virtual clock");
}

#[test]
fn a_large_run_keeps_to_a_size_and_says_what_is_left_out() {
    for (name, recording) in stories::all() {
        let drawing = svg(&recording, name, Form::Page);
        let document = Document::parse(&drawing).expect("it is well-formed");
        let texts = document.descendants().filter(|element| element.has_tag_name("text"));
        let words: Vec<&str> = texts.filter_map(|text| text.text()).collect();
        let is_large = recording.steps().len() > 80 || recording.lanes.len() > 12;
        let notes = ["left out", "drawn as one"];
        let is_told = words.iter().any(|words| notes.iter().any(|note| words.contains(note)));
        assert_eq!(is_large, is_told, "{name}: {words:?}");
        let rows = boxes::of_class(&document, &["names", "inner"]).len();
        assert!(rows <= 13, "{name} has {rows} rows");
    }
}

macro_rules! looks {
    ($($test:ident: $program:literal,)*) => {
        $(
            #[test]
            fn $test() {
                let drawing = svg(&RUNS[$program], $program, Form::Page);
                let (before, rest) = drawing.split_once("<style>").expect("it has a style");
                let (_, after) = rest.split_once("</style>\n").expect("it ends");
                insta::with_settings!({ omit_expression => true }, {
                    insta::assert_snapshot!(stringify!($test), format!("{before}{after}"));
                });
            }
        )*
    };
}

looks! {
    three_at_once: "gather/main",
    branches_of_a_join: "probes/join",
    cancelled: "tasks/cancel_is_drop",
    panicked: "probes/panic",
    a_lock: "probes/mutex",
    queued_again: "probes/gives_way",
}

#[test]
fn a_poll_that_blocks_its_thread_is_hatched() {
    let blocks = &RUNS["sleep-vs-blocking/main"];
    assert_eq!(blocks.clock, Some(Clock::Real));
    let drawing = svg(blocks, "sleep-vs-blocking/main", Form::Page);
    assert!(drawing.contains(r#"<g class="mw-block""#));
    assert!(drawing.contains("blocks its thread"));
    let drawing = svg(&RUNS["gather/main"], "gather/main", Form::Page);
    assert!(!drawing.contains("blocks its thread"), "a legend tells of what occurs alone");
}

#[test]
fn one_legend_tells_of_all_that_occurs_in_two_runs() {
    let words = |names: &[&str]| -> Vec<&str> {
        let runs: Vec<&Recording> = names.iter().map(|name| &RUNS[*name]).collect();
        signs(&runs).iter().map(|sign| sign.words).collect()
    };
    let (join, panic) = (words(&["probes/join"]), words(&["probes/panic"]));
    let both = words(&["probes/join", "probes/panic"]);
    assert!(join.iter().chain(&panic).all(|words| both.contains(words)), "{both:?}");
    assert!(both.len() < join.len() + panic.len(), "{both:?}");
}

#[test]
fn a_sign_is_a_drawing_on_one_line() {
    for sign in all_signs() {
        Document::parse(&sign.svg).unwrap_or_else(|error| panic!("{}: {error}", sign.name));
        assert_eq!(sign.svg.lines().count(), 1, "{}", sign.name);
    }
}

#[test]
fn the_books_stylesheet_has_the_colours_of_the_drawings() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/theme/timeline.css");
    let written = std::fs::read_to_string(file).expect("it is there");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, page_colours()).expect("docs/theme can be written");
        return;
    }
    let mend = "UPDATE=1 cargo test -p xtask --test svg stylesheet";
    assert_eq!(written, page_colours(), "docs/theme/timeline.css is not of today: {mend}");
}

fn xtask(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).output().expect("xtask starts")
}

#[test]
fn several_pictures_need_a_folder_and_a_folder_needs_pictures() {
    let several = xtask(&["timeline", "gather", "--format", "svg"]);
    assert_eq!(several.status.code(), Some(2));
    assert!(several.stdout.is_empty());
    let said = String::from_utf8_lossy(&several.stderr);
    assert!(said.contains("--out pictures") && said.contains("gather/main"), "{said}");
    let text = xtask(&["timeline", "gather", "--out", "pictures"]);
    assert_eq!(text.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&text.stderr).contains("--format svg"));
}

#[test]
fn pictures_go_into_a_folder_one_file_each_or_to_stdout() {
    let folder = tempfile::tempdir().expect("a folder");
    let inside = folder.path().join("new");
    let path = inside.to_str().expect("a path is text");
    let said = xtask(&["timeline", "gather", "--format", "svg", "--out", path]);
    assert_eq!(said.status.code(), Some(0));
    let course = Course::find().expect("the course is found");
    let of_gather = course.programs().filter(|program| program.lesson == "gather");
    assert_eq!(std::fs::read_dir(&inside).expect("it is made").count(), of_gather.count());
    let one = xtask(&["timeline", "gather/main", "--format", "svg"]);
    let file = std::fs::read(inside.join("gather--main.svg")).expect("it is written");
    assert!(one.stdout == file, "the picture on stdout is the one in the file");
}
