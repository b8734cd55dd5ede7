//! A learner's desk: a copy of an exercise in a folder of its own, and the runner.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// The exercise on the desk, which every text here is an answer to.
pub const NAME: &str = "factorials";

/// How long a call may take with all that it builds, on a machine under load: only one that hangs takes
/// longer.
const PATIENCE: Duration = Duration::from_secs(600);

/// How long what was killed may take to be gone; an answer that was not killed lives longer.
const MOMENT: Duration = Duration::from_secs(2);

/// Answers are built one at a time: each replaces what was built of the same name.
static BUILDS: Mutex<()> = Mutex::new(());

pub struct Desk {
    folder: TempDir,
}

/// What a call came to.
#[derive(Debug)]
pub struct Said {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
    pub took: Duration,
    /// The most memory that the runner itself had, in kilobytes.
    pub memory: u64,
}

impl Desk {
    /// A desk with the exercise as it is at the start.
    pub fn new() -> Self {
        Self::in_folder(TempDir::new().expect("a folder"))
    }

    /// The same in this folder.
    pub fn in_folder(folder: TempDir) -> Self {
        let desk = Self { folder };
        fs::create_dir_all(desk.file("")).expect("a folder");
        for entry in fs::read_dir(original()).expect("the exercise is there") {
            let entry = entry.expect("it can be read");
            fs::copy(entry.path(), desk.file(&entry.file_name().to_string_lossy()))
                .expect("copied");
        }
        desk.put("exercise.rs", &desk.text("start.rs"));
        desk
    }

    /// A desk with an answer in place of the start.
    pub fn with(answer: &str) -> Self {
        let desk = Self::new();
        desk.put("exercise.rs", answer);
        desk
    }

    /// A desk on which the solution has passed.
    pub fn solved() -> Self {
        let desk = Self::new();
        let solution = desk.text("solution.rs");
        desk.put("exercise.rs", &solution);
        let under = xtask::hash::hash(&desk.text("answer.json"));
        let passed = json!({ NAME: { "under": under, "text": solution } });
        desk.remember(&json!({ "version": 1, "passed": passed }).to_string());
        desk
    }

    /// Has it remembered that all exercises passed as they are, and says how many there are.
    pub fn remember_all(&self) -> usize {
        let read = |file: PathBuf| fs::read_to_string(file).expect("it can be read");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut passed = serde_json::Map::new();
        for exercise in self.exercises() {
            let file = root.join(exercise["file"].as_str().expect("a path"));
            let under = xtask::hash::hash(&read(file.with_file_name("answer.json")));
            let name = exercise["name"].as_str().expect("a name").to_owned();
            passed.insert(name, json!({ "under": under, "text": read(file) }));
        }
        let count = passed.len();
        self.remember(&json!({ "version": 1, "passed": passed }).to_string());
        count
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A file of the exercise.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder().join("gather").join(NAME).join(name)
    }

    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).expect("it can be read")
    }

    pub fn put(&self, name: &str, text: &str) {
        fs::write(self.file(name), text).expect("it can be written");
    }

    /// A file of what is remembered.
    pub fn kept(&self, name: &str) -> PathBuf {
        self.folder().join(".progress").join(name)
    }

    /// Writes what is remembered, as it lies after a write of the runner's.
    pub fn remember(&self, text: &str) {
        fs::create_dir_all(self.kept("")).expect("a folder");
        for name in ["progress.json", "progress.json.last"] {
            fs::write(self.kept(name), text).expect("it can be written");
        }
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(arguments).env("MEANWHILE_EXERCISES", self.folder()).stdin(Stdio::null());
        // Sentences are looked for here, and not where a terminal breaks them.
        command.env("COLUMNS", "400");
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(variable);
        }
        command
    }

    /// Calls the runner for what builds nothing.
    pub fn xtask(&self, arguments: &[&str]) -> Said {
        said(self.command(arguments))
    }

    /// Calls the runner for what builds answers; nothing of them is left when it is over.
    pub fn building(&self, arguments: &[&str]) -> Said {
        let _one_at_a_time = builds();
        let said = said(self.command(arguments));
        let began = Instant::now();
        while !self.processes().is_empty() && began.elapsed() < MOMENT {
            thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(self.processes(), Vec::<String>::new(), "left behind");
        said
    }

    /// Checks the answer.
    pub fn check(&self) -> Said {
        self.building(&["check", NAME])
    }

    /// How the exercise stands, as `progress --json` says.
    pub fn state(&self) -> String {
        let exercises = self.exercises();
        let own = exercises.iter().find(|exercise| exercise["name"] == NAME);
        own.expect("it is there")["state"].as_str().expect("a word").to_owned()
    }

    /// All exercises of the course, as `progress --json` says.
    fn exercises(&self) -> Vec<Value> {
        let said = self.xtask(&["progress", "--json"]);
        assert_eq!(said.code, Some(0), "{said:?}");
        let progress: Value = serde_json::from_str(&said.stdout).expect("it is JSON");
        let lessons = progress["lessons"].as_array().expect("a list");
        let exercises = lessons.iter().flat_map(|lesson| lesson["exercises"].as_array());
        exercises.flatten().cloned().collect()
    }

    /// The processes that were started in the exercise's folder, as all answers are.
    pub fn processes(&self) -> Vec<String> {
        let mut found = Vec::new();
        for process in fs::read_dir("/proc").expect("this is Linux").flatten() {
            let folder = fs::read_link(process.path().join("cwd"));
            // What has ended and not been reaped has no folder any more.
            if folder.is_ok_and(|folder| folder.starts_with(self.folder())) {
                let line = fs::read(process.path().join("cmdline")).unwrap_or_default();
                found.push(String::from_utf8_lossy(&line).replace('\0', " "));
            }
        }
        found
    }
}

fn original() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/gather/exercises").join(NAME)
}

/// Only who holds this builds answers.
pub fn builds() -> MutexGuard<'static, ()> {
    BUILDS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a call comes to. One that does not end is killed, and fails.
#[track_caller]
pub fn said(mut command: Command) -> Said {
    let began = Instant::now();
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.expect("xtask starts");
    let stdout = drain(child.stdout.take().expect("a pipe"));
    let stderr = drain(child.stderr.take().expect("a pipe"));
    let mut memory = 0;
    let status = loop {
        memory = memory.max(memory_of(&child));
        match child.try_wait().expect("it can be waited for") {
            Some(status) => break status,
            None if began.elapsed() > PATIENCE => {
                let _ = child.kill();
                let _ = child.wait();
                panic!("it does not end: {command:?}");
            }
            None => thread::sleep(Duration::from_millis(2)),
        }
    };
    let took = began.elapsed();
    let text = |bytes: thread::JoinHandle<Vec<u8>>| {
        String::from_utf8(bytes.join().expect("it was read")).expect("it says text")
    };
    Said { code: status.code(), stdout: text(stdout), stderr: text(stderr), took, memory }
}

fn drain(mut pipe: impl Read + Send + 'static) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).expect("a pipe can be read");
        bytes
    })
}

fn memory_of(child: &Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

#[track_caller]
pub fn holds(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "no `{word}` in:\n{text}");
    }
}
