//! The acts: what the runner writes, with a text that is there already in place of which another comes.

use std::collections::BTreeMap;
use std::fs;

use anyhow::Result;
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};
use records::Clock;
use xtask::book;
use xtask::compare::recordings::Recorded;
use xtask::course::{Course, Kind, Lesson, Program};
use xtask::exercises::runs::Runs;
use xtask::exercises::store::Store;
use xtask::exercises::{Asks, Exercise, reset};
use xtask::explore::{self, Explored};
use xtask::readme;
use xtask::soak;

/// All of them.
pub const ALL: [&str; 8] =
    ["progress", "reset", "refresh", "explored", "runs", "recording", "soak", "readme"];

/// What the learner has written.
const MINE: &str = "// mine\n";

const START: &str = "// the start\n";

/// A lesson `tea` with one program and one exercise, in this folder.
fn course(root: &Utf8Path) -> Course {
    let path = |file: &str| Utf8PathBuf::from("crates/tea").join(file);
    let program = Program {
        lesson: "tea".into(),
        name: "main".into(),
        kind: Kind::Bin,
        features: Vec::new(),
        command: "cargo run -p tea".into(),
        clock: Clock::Virtual,
        mirrors: Vec::new(),
        source: path("src/main.rs"),
        twin: Some(path("src/main.py")),
        snapshot: path("snapshots/main.snap"),
    };
    let folder = root.join("crates/tea");
    let asks = Asks { title: "Pour".into(), start: "too late".into(), ..Asks::default() };
    let lesson = Lesson {
        name: "tea".into(),
        title: "Tea".into(),
        order: 10,
        asyncio: "tea".into(),
        tokio: "chai".into(),
        programs: vec![program],
        rejected: Vec::new(),
        exercises: Exercise::of("tea", &folder, [("pour".to_owned(), asks)].into()),
        folder,
        mirrors: BTreeMap::new(),
        differs: BTreeMap::new(),
        no_twin: BTreeMap::new(),
        helpers: Vec::new(),
        targets: Vec::new(),
    };
    Course {
        root: root.to_owned(),
        target: root.join("target"),
        progress: root.join(".progress"),
        lessons: vec![lesson],
        packages: Vec::new(),
    }
}

fn put(root: &Utf8Path, file: &str, text: &str) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("made");
    fs::write(path, text).expect("written");
}

/// What is there before the act.
pub fn prepare(act: &str, root: &Utf8Path) {
    put(root, "crates/tea/src/main.rs", "fn main() {}\n");
    put(root, "crates/tea/src/main.py", "print('tea')\n");
    match act {
        "progress" => {
            let hint = |saved: &mut xtask::exercises::saved::Saved| {
                saved.hints.insert("pour".into(), 1);
            };
            Store::of(&root.join(".progress")).update(hint).expect("written");
        }
        "reset" => {
            put(root, "crates/tea/exercises/pour/exercise.rs", MINE);
            put(root, "crates/tea/exercises/pour/start.rs", START);
        }
        "refresh" => {
            let pages = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/src");
            for page in fs::read_dir(pages).expect("the book has pages").flatten() {
                let name = page.file_name().into_string().expect("its name is text");
                let text = fs::read_to_string(page.path()).expect("it is text");
                let heading = text.lines().find(|line| line.starts_with("# ")).unwrap_or("# X");
                put(root, &format!("docs/src/{name}"), &format!("{heading}\n"));
            }
        }
        "explored" => put(root, "crates/tea/explored/main.json", "{\"source\":\"old\"}\n"),
        "runs" => put(root, "crates/tea/exercises/pour/runs.json", "{\"start\":\"old\"}\n"),
        "recording" => put(root, "crates/tea/recordings/main.recording", "old\n"),
        "soak" => put(root, "docs/soak.json", "{ \"version\": 1, \"programs\": {} }\n"),
        "readme" => put(root, "README.md", "# Tea\n<!-- lessons -->\n<!-- /lessons -->\n"),
        other => panic!("no act is called {other}"),
    }
}

/// Plays an act.
pub fn play(act: &str, root: &Utf8Path) -> Result<()> {
    let mut course = course(root);
    let program = course.lessons[0].programs[0].clone();
    let exercise = course.lessons[0].exercises[0].clone();
    match act {
        "progress" => {
            let hint = |saved: &mut xtask::exercises::saved::Saved| {
                saved.hints.insert("pour".into(), 2);
            };
            Store::of(&course.progress).update(hint)?;
        }
        "reset" => {
            reset::put_back(&course, &exercise, false)?;
        }
        "refresh" => {
            course.lessons.clear();
            book::refresh(&course, false)?;
        }
        "explored" => {
            explore::kept::keep(&course, &program, &Explored::NotModelled("it is tea".into()))?;
        }
        "runs" => Runs::default().write(&exercise)?,
        "recording" => Recorded::new("print('tea')\n", "3.11", &[]).write(&course, &program)?,
        "soak" => {
            soak::kept::keep(&course, &[], true)?;
        }
        "readme" => {
            readme::check(&course, true)?;
        }
        other => panic!("no act is called {other}"),
    }
    Ok(())
}

/// What holds wherever an act was killed, beside its files.
pub fn nothing_is_lost(act: &str, root: &Utf8Path) {
    match act {
        "progress" => {
            let (saved, notices) = Store::of(&root.join(".progress")).read().expect("it is read");
            assert!([1, 2].contains(&saved.hints["pour"]), "{saved:?}");
            assert_eq!(notices, Vec::<String>::new());
        }
        "reset" => {
            let now = fs::read_to_string(root.join("crates/tea/exercises/pour/exercise.rs"));
            if now.expect("it is there") != MINE {
                let kept = fs::read_dir(root.join(".progress/kept/pour")).expect("a folder");
                let mut texts = kept.flatten().map(|kept| fs::read_to_string(kept.path()));
                assert!(texts.any(|text| text.expect("it is text") == MINE), "it is lost");
            }
        }
        _ => {}
    }
}
