//! Each rule of `xtask/tests/course.rs`, broken once.

use std::collections::BTreeMap;
use std::fs;

use cargo_metadata::camino::Utf8PathBuf;
use records::Clock;
use tempfile::TempDir;
use xtask::course::{Course, Kind, Lesson, Program};
use xtask::hash::hash;
use xtask::readme;
use xtask::tidy::dependencies::{Graph, no_member_is_called_as_what_it_needs};
use xtask::tidy::mirrors::EXAMPLES;
use xtask::tidy::{Rule, lessons, mirrors};

mod chapters;
mod exercises;
mod map;
mod quizzes;
mod rejected;
mod sources;
mod survives;

/// A course of one lesson, `tea`, in which all is well.
struct Tidy {
    course: Course,
    folder: TempDir,
}

const MAIN: &str = "//! Tea.\n//!\n//!     cargo run -p tea\n\n// ANCHOR: main\n\
                    #[meanwhile::main]\nasync fn main() {}\n// ANCHOR_END: main\n";
const CHAPTER: &str = "# Tea\n\n```rust,ignore\n{{#include src/main.rs:main}}\n```\n\n\
                       ```text\n{{#include snapshots/main.snap:4:}}\n```\n";

impl Tidy {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the lesson");
        let root = Utf8PathBuf::try_from(folder.path().to_owned()).expect("its path is text");
        let mut tidy = Self { course: course(root), folder };
        tidy.write("src/main.rs", MAIN);
        tidy.write("src/main.py", "print('tea')\n");
        tidy.write("chapter.md", &(CHAPTER.to_owned() + map::FIGURE + quizzes::PARTS));
        tidy.write("book/main.run.html", "<figure></figure>\n");
        tidy.write("quiz.toml", quizzes::QUIZ);
        for name in ["milk", "sugar"] {
            tidy.write(&format!("book/quiz-{name}.html"), "<fieldset></fieldset>\n");
        }
        tidy.write("snapshots/main.snap", "---\nsource: x\n---\n0 s  tea\n");
        let source = hash(MAIN);
        tidy.write("explored/main.json", &format!("{{\"source\":\"{source}\"}}"));
        tidy.write("../../docs/src/map.md", map::MAP);
        tidy.write("../../docs/src/survives.md", survives::FAULTS);
        tidy.write("../../xtask/tests/pot.rs", survives::POT);
        tidy.write("compile_fail/cold.rs", rejected::COLD);
        tidy.write("compile_fail/cold.stderr", "error[E0308]: cold tea\n");
        tidy.course.lessons[0].targets.push(tidy.course.root.join("crates/tea/src/main.rs"));
        tidy
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.folder.path().join("crates/tea").join(file);
        fs::create_dir_all(path.parent().expect("it lies in the lesson")).expect("made");
        fs::write(path, text).expect("written");
    }

    fn remove(&self, file: &str) {
        fs::remove_file(self.folder.path().join("crates/tea").join(file)).expect("removed");
    }

    fn lesson(&mut self) -> &mut Lesson {
        &mut self.course.lessons[0]
    }

    /// The rule is content with the lesson as it was, and complains now.
    #[track_caller]
    fn breaks(&self, rule: Rule, complaint: &str) {
        let before = rule(&Self::new().course).expect("checked");
        assert_eq!(before, Vec::<String>::new());
        let now = rule(&self.course).expect("checked").join("\n");
        assert!(now.contains(complaint), "no `{complaint}` in `{now}`");
    }
}

fn course(root: Utf8PathBuf) -> Course {
    let path = |file: &str| Utf8PathBuf::from("crates/tea").join(file);
    let program = Program {
        lesson: "tea".into(),
        name: "main".into(),
        kind: Kind::Bin,
        features: Vec::new(),
        command: "cargo run -p tea".into(),
        clock: Clock::Virtual,
        mirrors: EXAMPLES.map(str::to_owned).to_vec(),
        source: path("src/main.rs"),
        twin: Some(path("src/main.py")),
        snapshot: path("snapshots/main.snap"),
    };
    let lesson = Lesson {
        name: "tea".into(),
        title: "Tea".into(),
        order: 10,
        asyncio: "tea".into(),
        tokio: "chai".into(),
        folder: root.join("crates/tea"),
        programs: vec![program],
        rejected: vec!["cold".into()],
        exercises: Vec::new(),
        mirrors: BTreeMap::new(),
        differs: BTreeMap::new(),
        no_twin: BTreeMap::new(),
        helpers: Vec::new(),
        targets: Vec::new(),
    };
    let (target, packages) = (root.join("target"), Vec::new());
    Course { progress: root.join(".progress"), root, target, lessons: vec![lesson], packages }
}

#[test]
fn an_example_that_nobody_mirrors() {
    let mut tidy = Tidy::new();
    tidy.lesson().programs[0].mirrors.retain(|example| example != "004-7");
    tidy.breaks(
        mirrors::every_example_is_mirrored,
        "no program mirrors the documents' example 004-7",
    );
}

#[test]
fn a_mirror_that_is_no_program() {
    let mut tidy = Tidy::new();
    tidy.lesson().mirrors.insert("gone".into(), vec!["001-1".into()]);
    tidy.breaks(mirrors::mirrors_exist, "names `gone`, which is no program");
}

#[test]
fn a_mirror_of_no_example() {
    let mut tidy = Tidy::new();
    tidy.lesson().mirrors.insert("main".into(), vec!["009-9".into()]);
    tidy.breaks(mirrors::mirrors_exist, "`main` mirrors `009-9`");
}

#[test]
fn a_package_called_otherwise() {
    let mut tidy = Tidy::new();
    tidy.lesson().name = "coffee".into();
    tidy.breaks(
        lessons::a_package_is_called_as_its_folder,
        "crates/tea/Cargo.toml: the package is called `coffee`",
    );
}

#[test]
fn two_lessons_at_one_place() {
    let mut tidy = Tidy::new();
    let again = tidy.lesson().clone();
    tidy.course.lessons.push(again);
    tidy.breaks(lessons::the_order_is_unique, "another lesson has `order = 10` too");
}

#[test]
fn two_examples_of_one_name() {
    let mut tidy = Tidy::new();
    let mut example = tidy.lesson().programs[0].clone();
    (example.kind, example.name) = (Kind::Example, "server".into());
    tidy.lesson().programs.push(example);
    tidy.lesson().helpers.push("server".into());
    tidy.breaks(lessons::no_two_examples_are_called_the_same, "crates/tea/examples/server.rs");
}

#[test]
fn a_lesson_without_a_chapter() {
    let tidy = Tidy::new();
    tidy.remove("chapter.md");
    tidy.breaks(lessons::chapter_and_metadata_go_together, "crates/tea/chapter.md: there is none");
}

#[test]
fn a_chapter_without_a_lesson() {
    let tidy = Tidy::new();
    tidy.write("../coffee/chapter.md", "# Coffee\n");
    tidy.breaks(
        lessons::chapter_and_metadata_go_together,
        "crates/coffee/chapter.md: it lies in no lesson",
    );
}

#[test]
fn something_that_is_still_to_be_written() {
    let tidy = Tidy::new();
    tidy.write("claims.md", "- Tea is hot.\n- To be written: more.\n");
    tidy.breaks(
        lessons::nothing_is_left_to_be_written,
        "crates/tea/claims.md:2: - To be written: more.",
    );
    let tidy = Tidy::new();
    tidy.write("exercises/pour/start.txt", "# To be written: a title\n");
    tidy.breaks(
        lessons::nothing_is_left_to_be_written,
        "crates/tea/exercises/pour/start.txt:1: # To be written: a title",
    );
}

#[test]
fn a_program_that_was_not_explored_since_it_changed() {
    let mut tidy = Tidy::new();
    tidy.write("src/main.rs", "fn main() {}\n");
    tidy.breaks(
        lessons::every_program_was_explored,
        "crates/tea/explored/main.json: it is not of today's program",
    );
    tidy.lesson().programs.clear();
    tidy.breaks(lessons::every_program_was_explored, "it is of no program of the lesson");
}

#[test]
fn an_orphan_snapshot() {
    let tidy = Tidy::new();
    tidy.write("snapshots/gone.snap", "---\n---\n");
    tidy.breaks(lessons::no_snapshot_is_an_orphan, "git rm crates/tea/snapshots/gone.snap");
}

#[test]
fn a_lesson_called_as_a_crate_that_it_needs() {
    let names = [("f", "futures"), ("g", "gather"), ("h", "helper"), ("x", "futures")];
    let mut graph = Graph {
        members: vec!["f".into(), "g".into()],
        names: names.map(|(id, name)| (id.to_owned(), name.to_owned())).into(),
        needs: [("f".into(), vec!["h".into()]), ("g".into(), vec!["x".into()])].into(),
    };
    assert_eq!(no_member_is_called_as_what_it_needs(&graph), Vec::<String>::new());
    graph.needs.insert("h".into(), vec!["x".into()]);
    let complaints = no_member_is_called_as_what_it_needs(&graph).join("\n");
    assert!(complaints.contains("(futures → helper → futures)"), "{complaints}");
    assert!(complaints.contains("issue 12891"), "{complaints}");
}

#[test]
fn a_readme_that_is_out_of_date() {
    let tidy = Tidy::new();
    let file = tidy.course.root.join("README.md");
    let check = |update| readme::check(&tidy.course, update).expect("checked");
    fs::write(&file, "# Tea\n").expect("written");
    assert!(check(false).is_some_and(|complaint| complaint.contains("it has no place")));
    fs::write(&file, "a\n<!-- lessons -->\n<!-- /lessons -->\n<!-- transcript tea/main -->\n<!-- /transcript -->\n").expect("written");
    assert!(check(false).is_some_and(|complaint| complaint.contains("UPDATE=1 cargo test")));
    assert_eq!(check(true), None);
    assert_eq!(check(false), None);
    let text = fs::read_to_string(&file).expect("read");
    assert!(text.starts_with("a\n<!-- lessons -->\n| asyncio |"), "{text}");
    assert!(text.ends_with("-->\n```text\n0 s  tea\n```\n<!-- /transcript -->\n"), "{text}");
    fs::write(&file, text.replace("tea/main", "tea/gone")).expect("written");
    assert!(readme::check(&tidy.course, false).is_err());
}
