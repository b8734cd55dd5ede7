//! Timelines for other programs: the JSON fits its schema, Perfetto reads the traces, and programs
//! that are no lesson are recorded.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use playback::{Recording, timeline};
use serde_json::Value;
use xtask::compare::recordings;
use xtask::course::{Course, Program};
use xtask::stage::{self, Terms};
use xtask::test::play_again;
use xtask::timeline::from::Source;

mod perfetto;
mod schema;

use schema::Schema;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn guest(name: &str) -> PathBuf {
    root().join("xtask/guests/recordings").join(name).with_extension("recording")
}

fn read(file: PathBuf) -> Recording {
    Source { file, mark: None }.read().expect("it is a recording")
}

/// The twins' recordings and the guests', each with its name.
fn committed() -> Vec<(String, Recording)> {
    let course = Course::find().expect("the course");
    let of_twins = course.programs().map(|program| course.root.join(recordings::file(program)));
    let guests = ["chat_room", "worker_pool"].map(guest);
    let files = of_twins.map(PathBuf::from).filter(|file| file.is_file()).chain(guests);
    files.map(|file| (file.display().to_string(), read(file))).collect()
}

/// What every program of the course records now.
fn played() -> Vec<(String, Recording)> {
    let course = Course::find().expect("the course");
    let programs: Vec<&Program> = course.programs().collect();
    let played = stage::play_quietly(&course, &programs, Terms::default()).expect("they are built");
    let recording = |played: stage::Played| {
        let played = play_again(&course, &played).unwrap_or(played);
        let path = played.program.path();
        (path, played.play.expect("it was played").recording)
    };
    played.into_iter().map(recording).collect()
}

fn fits(schema: &Schema, name: &str, recording: &Recording) {
    let text = timeline::json(recording, name);
    assert!(!text.contains('<'), "{name} would end a script element");
    let document: Value = serde_json::from_str(&text).expect("it is JSON");
    let complaints = schema.complaints(&document);
    assert!(complaints.is_empty(), "{name}: {complaints:#?}");
    hangs_together(name, &document);
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().expect("a list")
}

/// What a schema cannot say: each number leads to what it names.
fn hangs_together(name: &str, document: &Value) {
    let steps = list(document, "steps");
    for key in ["steps", "lanes"] {
        for (place, one) in list(document, key).iter().enumerate() {
            assert_eq!(one["number"], place, "{name}: {key} stand at their numbers");
        }
    }
    for (place, line) in list(document, "lines").iter().enumerate() {
        let step = &steps[line["step"].as_u64().expect("a number") as usize];
        assert_eq!((&step["kind"], &step["line"]), (&"prints".into(), &place.into()), "{name}");
        assert_eq!(step["lane"], line["lane"], "{name}");
        assert!(step["at"].as_u64() >= line["at"].as_u64(), "{name}: steps do not go back");
    }
    for lane in list(document, "lanes") {
        let made = &steps[lane["made"].as_u64().expect("a number") as usize];
        assert_eq!(made["made"], lane["number"], "{name}");
        if let Some(step) = lane["end"]["step"].as_u64() {
            let end = &steps[step as usize];
            assert_eq!((&end["kind"], &end["lane"]), (&"ends".into(), &lane["number"]), "{name}");
        }
    }
    let inside: u64 = list(document, "instants")
        .iter()
        .map(|instant| {
            instant["last"].as_u64().unwrap_or(0) + 1 - instant["first"].as_u64().unwrap_or(0)
        })
        .sum();
    let passes = steps.iter().filter(|step| step["kind"] == "time_passes").count();
    assert_eq!(inside as usize + passes, steps.len(), "{name}: each step is in one instant");
}

#[test]
fn every_committed_recording_fits_the_schema() {
    let schema = Schema::read(&root().join("crates/playback/schema/timeline.schema.json"));
    let all = committed();
    assert!(all.len() > 30, "the twins' recordings are found");
    all.iter().for_each(|(name, recording)| fits(&schema, name, recording));
}

#[test]
fn a_document_that_is_none_does_not_fit() {
    let schema = Schema::read(&root().join("crates/playback/schema/timeline.schema.json"));
    let text = timeline::json(&read(guest("chat_room")), "chat_room");
    let good: Value = serde_json::from_str(&text).expect("it is JSON");
    type Spoil = fn(&mut Value);
    let spoils: [Spoil; 6] = [
        |run| run["version"] = 2.into(),
        |run| run["steps"][1]["kind"] = "walks".into(),
        |run| run["steps"][1]["wall"] = 1.into(),
        |run| run["steps"][1]["at"] = (-1).into(),
        |run| run["lines"][0]["mark"] = "by luck".into(),
        |run| _ = run.as_object_mut().map(|run| run.remove("lanes")),
    ];
    for spoil in spoils {
        let mut bad = good.clone();
        spoil(&mut bad);
        assert!(!schema.complaints(&bad).is_empty());
    }
}

/// What the page docs/src/record-your-own.md shows.
#[test]
fn the_guests_are_told_step_by_step() {
    for name in ["chat_room", "worker_pool"] {
        let recording = read(guest(name));
        let steps = recording.steps();
        let numbered = |(place, step)| {
            let number: usize = place + 1;
            format!("{number:>2}  {}", recording.sentence(step))
        };
        let told: Vec<String> = steps.iter().enumerate().map(numbered).collect();
        insta::with_settings!({
            snapshot_path => "../../guests/recordings",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!(name, told.join("\n")) });
    }
}

#[test]
fn the_same_recording_gives_the_same_text() {
    let drawn = || {
        let recording = read(guest("worker_pool"));
        (timeline::json(&recording, "x"), timeline::perfetto(&recording, "x"))
    };
    assert_eq!(drawn(), drawn());
}

#[test]
fn a_trace_says_that_its_lengths_are_made_up() {
    let trace = timeline::perfetto(&read(guest("chat_room")), "chat_room");
    let trace: Value = serde_json::from_str(&trace).expect("it is JSON");
    let about = trace["otherData"]["drawn apart"].as_str().expect("a sentence");
    assert!(about.contains("made-up"), "{about}");
    assert_eq!(trace["otherData"]["whole run"], "yes");
}

fn xtask(arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.env("CARGO_TARGET_DIR", concat!(env!("CARGO_TARGET_TMPDIR"), "/guests"));
    let Output { status, stdout, stderr } = command.args(arguments).output().expect("xtask starts");
    let text = |bytes| String::from_utf8(bytes).expect("it says text");
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn what_is_cut_off_is_drawn_and_said_to_be_partial() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("cut.recording");
    let whole = fs::read(guest("chat_room")).expect("it is there");
    fs::write(&file, &whole[..whole.len() / 2]).expect("it is written");
    let file = file.to_str().expect("text");
    let (code, drawn, _) = xtask(&["timeline", "--from", file, "--steps"]);
    assert_eq!(code, Some(0));
    assert!(drawn.contains("Not the whole run"), "{drawn}");
    assert!(drawn.contains("room prints line 1: Ada: hello"), "{drawn}");
    let (_, data, words) = xtask(&["timeline", "--from", file, "--format", "json"]);
    let data: Value = serde_json::from_str(&data).expect("nothing but JSON");
    assert_eq!((&data["end"], &data["unreadable"]), (&"breaks_off".into(), &1.into()));
    assert!(words.contains("Not the whole run"), "{words}");
}

#[test]
fn what_is_no_recording_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("notes.txt");
    fs::write(&file, "notes\n").expect("it is written");
    let file = file.to_str().expect("text");
    for (arguments, words) in [
        (vec!["timeline", "--from", "no/such.recording"], "cannot be read"),
        (vec!["timeline", "--from", file], "no record is in it"),
        (vec!["record", "--output", file, "--", "true"], "name another file"),
        (vec!["timeline", "gather", "--format", "perfetto"], "name one"),
    ] {
        let (code, _, said) = xtask(&arguments);
        assert_eq!(code, Some(2), "{arguments:?}: {said}");
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
    assert_eq!(fs::read_to_string(file).expect("it is there"), "notes\n");
}

#[test]
fn a_program_without_a_recorder_is_told_what_it_lacks() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("echo.recording");
    let file = file.to_str().expect("text");
    let (code, printed, said) = xtask(&["record", "--output", file, "--", "echo", "hello"]);
    assert_eq!((code, printed.as_str()), (Some(1), "hello\n"));
    assert!(said.contains("meanwhile::main"), "{said}");
}

#[test]
#[ignore = "plays every program: cargo xtask ci formats"]
fn every_program_of_the_course_fits_the_schema() {
    let schema = Schema::read(&root().join("crates/playback/schema/timeline.schema.json"));
    played().iter().for_each(|(name, recording)| fits(&schema, name, recording));
}

#[test]
#[ignore = "builds the guests: cargo xtask ci formats"]
fn guests_record_what_was_recorded_of_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let guests = root().join("xtask/guests");
    let guests = guests.to_str().expect("text");
    for name in ["chat_room", "worker_pool"] {
        let file = folder.path().join(name).with_extension("recording");
        let output = file.to_str().expect("text");
        let command = ["cargo", "run", "--quiet", "--locked", "--bin", name];
        let options = ["record", "--output", output, "--folder", guests, "--"];
        let (code, _, said) = xtask(&[&options[..], &command[..]].concat());
        assert_eq!(code, Some(0), "{said}");
        let drawn = |file| timeline::json(&read(file), name);
        assert_eq!(drawn(file), drawn(guest(name)), "{name}: copy it to xtask/guests/recordings");
    }
}
