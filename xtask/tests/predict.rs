//! The exercises that ask for a program's lines: each is whole, its answers earn what they must by the
//! committed key, and the key says what the program's snapshot says. Nothing is built or played;
//! `cargo xtask bank` holds the keys against the programs themselves.

use std::fs;

use playback::Order;
use xtask::course::Course;
use xtask::exercises::predict::bank::earned;
use xtask::exercises::predict::key::{Key, Tie};
use xtask::exercises::predict::text::Prediction;
use xtask::exercises::predict::{checked, program, solution};
use xtask::exercises::{Exercise, Kind};
use xtask::snapshot;

fn course() -> Course {
    Course::find().expect("the lessons can be found")
}

fn predictions(course: &Course) -> Vec<&Exercise> {
    course.exercises().filter(|exercise| exercise.kind == Kind::Predict).collect()
}

fn key(exercise: &Exercise) -> Key {
    Key::read(exercise).expect("the exercise has a key")
}

#[test]
fn each_lesson_asks_for_a_prediction() {
    let course = course();
    let predictions = predictions(&course);
    for lesson in &course.lessons {
        let asks = predictions.iter().any(|exercise| exercise.lesson == lesson.name);
        assert!(
            asks,
            "crates/{}/exercises: a prediction is to be written: \
             docs/src/adding-a-lesson.md#an-exercise",
            lesson.name
        );
    }
}

#[test]
fn each_known_answer_earns_its_verdict() {
    for exercise in predictions(&course()) {
        for answer in earned(exercise, &key(exercise)).expect("the answers can be read") {
            let name = format!("{} {}", exercise.path(), answer.name);
            assert_eq!(answer.earned, answer.must, "{name}:\n{}", answer.said);
        }
    }
}

/// The guard is dropped after the task has spoken: a promise of the lock's, which no recording sees.
#[test]
fn a_solution_of_its_own_is_shown_in_place_of_the_recorded_marks() {
    let course = course();
    let of = |name: &str| predictions(&course).into_iter().find(|exercise| exercise.name == name);
    let let_go = of("predict_let_go").expect("locks asks for it");
    assert!(key(let_go).solution().ends_with("\n~ main: has the room again\n"));
    assert!(solution(let_go).expect("it is there").ends_with("\nmain: has the room again\n"));
    let join_order = of("predict_join_order").expect("gather asks for it");
    assert_eq!(solution(join_order).expect("it has a key"), key(join_order).solution());
}

#[test]
fn each_has_all_that_belongs_to_it() {
    for exercise in predictions(&course()) {
        let path = exercise.path();
        let read = |name: &str| {
            let file = exercise.folder.join(name);
            fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"))
        };
        assert_eq!(read("hints.md").split("\n---\n").count(), 3, "{path}: three hints");
        let start = read("start.txt");
        assert_eq!(exercise.asks.start, "wrong order", "{path}: the start is no answer");
        let source = &program(&course(), exercise).expect("its program exists").source.clone();
        for said in [source.as_str(), exercise.command.as_str()] {
            assert!(start.contains(said), "{path}: its header does not name {said}");
        }
        let lines = Prediction::parse(&start).lines;
        assert!((4..=10).contains(&lines.len()), "{path}: {} lines", lines.len());
        assert!(lines.iter().all(|line| !line.is_luck), "{path}: the start marks nothing");
        let answers = fs::read_dir(&exercise.folder).expect("its folder can be read");
        let names = answers.map(|entry| entry.expect("it can be read").file_name());
        let wrong: Vec<String> = names
            .map(|name| name.to_string_lossy().into_owned())
            .filter(|name| name.starts_with("wrong_"))
            .collect();
        assert!(wrong.len() >= 2, "{path}: {wrong:?}");
        for name in &wrong {
            assert!(read(name).starts_with("# Wrong: "), "{path} {name}: which misconception?");
        }
    }
}

#[test]
fn each_key_says_what_the_programs_snapshot_says() {
    let course = course();
    for exercise in predictions(&course) {
        let (key, program) = (key(exercise), program(&course, exercise).expect("it exists"));
        let path = exercise.path();
        assert_eq!(key.program, program.path(), "{path}");
        let text = snapshot::committed(&course, program).expect("it can be read");
        let text = text.unwrap_or_else(|| panic!("{} has no snapshot", program.path()));
        let printed: Vec<&str> = text.trim_end().lines().collect();
        let again = format!("cargo xtask bank {} --accept", exercise.name);
        assert_eq!(printed.len(), key.lines.len(), "{path}: {again}");
        for (printed, line) in printed.iter().zip(&key.lines) {
            let order = line.after.last().map(|after| match after.order {
                Tie::Because => Order::Because,
                Tie::ByTheClock => Order::ByTheClock,
                Tie::NeverOtherwise | Tie::NotPromised => Order::NotPromised,
            });
            let before = printed.strip_suffix(&line.text).map(str::trim_end);
            let is_same = before.is_some_and(|before| match order {
                Some(order) => before.ends_with(order.name()),
                None => true,
            });
            assert!(is_same, "{path}: `{}` is not `{printed}`: {again}", line.text);
        }
    }
}

#[test]
fn a_file_that_is_gone_or_no_text_has_its_verdict() {
    let course = course();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut exercise = predictions(&course)[0].clone();
    let solution = solution(&exercise).expect("it has a key");
    fs::copy(Key::file(&exercise), folder.path().join("answer.json")).expect("it can be copied");
    exercise.folder = folder.path().to_owned().try_into().expect("its name is text");
    let judged = || checked(&exercise).expect("it can be judged").name;
    assert_eq!(judged(), "no file");
    fs::write(exercise.file(), [0xff, 0xfe, b'\n', 0]).expect("it can be written");
    assert_eq!(judged(), "line unknown");
    fs::write(exercise.file(), solution).expect("it can be written");
    assert_eq!(judged(), "right");
    fs::write(Key::file(&exercise), "{}").expect("it can be written");
    let error = checked(&exercise).expect_err("a key of nothing is none");
    assert!(format!("{error:#}").contains("cargo xtask bank"), "{error:#}");
}
