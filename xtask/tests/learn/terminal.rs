//! A terminal in which the runner works, and what is seen in it.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::sys::termios::{Termios, tcgetattr};
use nix::unistd::Pid;
use pty_process::Size;
use pty_process::blocking::{Pty, open};

/// How long anything may take that the tests wait for: a build on a machine that is busy. Only a test
/// that fails waits for so long.
const PATIENCE: Duration = Duration::from_secs(300);

/// How long what was ended may take to be gone. What nobody ends runs longer.
const MOMENT: Duration = Duration::from_secs(60);

/// The height of the terminal.
const ROWS: u16 = 60;

/// A copy of the fixtures' exercises.
pub struct Copy {
    pub folder: PathBuf,
}

/// The runner at work in a terminal.
pub struct Terminal {
    pty: Arc<Pty>,
    pub child: Child,
    seen: Arc<Mutex<Vec<u8>>>,
    /// How much of it earlier waits have passed.
    passed: usize,
    before: Termios,
    columns: u16,
    copy: PathBuf,
}

impl Copy {
    /// A copy of its own for the test of this name. What was built for it before stays.
    pub fn of(test: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("learn").join(test);
        let exercises = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/exercises");
        let copy = Self { folder };
        let _ = fs::remove_dir_all(copy.folder.join(".progress"));
        for entry in fs::read_dir(folder_of(&copy.folder)).into_iter().flatten().flatten() {
            let _ = fs::remove_dir_all(entry.path());
        }
        for exercise in fs::read_dir(exercises).expect("the fixtures have exercises").flatten() {
            let to = folder_of(&copy.folder).join(exercise.file_name());
            fs::create_dir_all(&to).expect("the copy's folder");
            for file in fs::read_dir(exercise.path()).expect("its files").flatten() {
                fs::copy(file.path(), to.join(file.file_name())).expect("a copy");
            }
        }
        // What all exercises need is built before, so that no screen shows it.
        let built = copy.command(&["check", "two_at_once"]).output().expect("xtask starts");
        let said = String::from_utf8_lossy(&built.stdout);
        assert!(said.contains("too late"), "{said}{}", String::from_utf8_lossy(&built.stderr));
        copy
    }

    pub fn file(&self, exercise: &str) -> PathBuf {
        folder_of(&self.folder).join(exercise).join("exercise.rs")
    }

    /// Saves an answer: what the header of the file does not say. Nobody sees half of it, however long
    /// the machine takes.
    pub fn save(&self, exercise: &str, answer: &str) {
        let file = self.file(exercise);
        let beside = file.with_extension("saving");
        fs::write(&beside, answer).expect("written");
        fs::rename(&beside, &file).expect("saved");
    }

    /// A call of the runner that knows these exercises alone.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(["--fixtures"]).args(arguments);
        for (name, value) in self.variables() {
            command.env(name, value);
        }
        for name in REMOVED {
            command.env_remove(name);
        }
        command
    }

    fn variables(&self) -> [(&'static str, String); 4] {
        let folder = self.folder.to_str().expect("the path is text").to_owned();
        [
            ("MEANWHILE_EXERCISES", folder),
            // What runs while keys are pressed must still run then, however long the machine takes.
            ("MEANWHILE_LIMIT", "600".to_owned()),
            ("LC_ALL", "C.UTF-8".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
        ]
    }

    /// The processes that run this copy's answers.
    pub fn processes(&self) -> Vec<i32> {
        processes_of(&self.folder)
    }

    /// Waits until an answer runs.
    #[track_caller]
    pub fn until_it_runs(&self) {
        let began = Instant::now();
        while self.processes().is_empty() {
            assert!(began.elapsed() < PATIENCE, "no answer runs");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// This process is gone, long before its time would be over.
    #[track_caller]
    pub fn is_gone(&self, process: i32) {
        let began = Instant::now();
        while self.processes().contains(&process) {
            assert!(began.elapsed() < MOMENT, "{process} still runs");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Nothing runs any more, after a moment at the most.
    #[track_caller]
    pub fn nothing_is_left(&self) {
        let began = Instant::now();
        while !self.processes().is_empty() {
            assert!(began.elapsed() < MOMENT, "left: {:?}", self.processes());
            thread::sleep(Duration::from_millis(5));
        }
    }
}

fn processes_of(copy: &Path) -> Vec<i32> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let exe = fs::read_link(entry.path().join("exe"));
        let is_ours = exe.is_ok_and(|exe| exe.starts_with(copy.join(".workshop")));
        let id = entry.file_name().to_str().and_then(|name| name.parse::<i32>().ok());
        found.extend(id.filter(|_| is_ours));
    }
    found
}

const REMOVED: [&str; 5] = ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES"];

fn folder_of(copy: &Path) -> PathBuf {
    copy.join("fixtures")
}

impl Terminal {
    /// Starts `cargo xtask learn` in a terminal of so many columns.
    pub fn learn(copy: &Copy, columns: u16, variables: &[(&str, &str)]) -> Self {
        let (pty, pts) = open().expect("a pseudo-terminal");
        pty.resize(Size::new(ROWS, columns)).expect("its size");
        let before = tcgetattr(&pty).expect("how it is set");
        let mut command = pty_process::blocking::Command::new(env!("CARGO_BIN_EXE_xtask"));
        command = command.args(["--fixtures", "learn"]).envs(copy.variables());
        for name in REMOVED {
            command = command.env_remove(name);
        }
        command = command.envs(variables.iter().copied());
        let child = command.spawn(pts).expect("xtask starts");
        let (pty, seen) = (Arc::new(pty), Arc::new(Mutex::new(Vec::new())));
        let (screen, buffer) = (Arc::clone(&pty), Arc::clone(&seen));
        thread::spawn(move || {
            let mut piece = [0; 4096];
            while let Ok(length @ 1..) = (&*screen).read(&mut piece) {
                buffer.lock().expect("nobody panics").extend_from_slice(&piece[..length]);
            }
        });
        Self { pty, child, seen, passed: 0, before, columns, copy: copy.folder.clone() }
    }

    /// Presses keys.
    pub fn press(&self, keys: &str) {
        (&*self.pty).write_all(keys.as_bytes()).expect("the terminal takes keys");
    }

    pub fn resize(&mut self, columns: u16) {
        self.columns = columns;
        self.pty.resize(Size::new(ROWS, columns)).expect("resized");
    }

    /// All that was written to the terminal.
    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().expect("nobody panics")).into_owned()
    }

    /// Waits until this comes, after all that was waited for before.
    #[track_caller]
    pub fn wait_for(&mut self, words: &str) {
        let began = Instant::now();
        loop {
            let written = self.written();
            let news = &written[self.passed..];
            if let Some(place) = news.find(words) {
                self.passed += place + words.len();
                return;
            }
            assert!(began.elapsed() < PATIENCE, "no `{words}` in:\n{news}");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// What one sees: the last rows, without what depends on the machine.
    pub fn screen(&self) -> String {
        // The last words of a report may still be on their way.
        let mut before = None;
        while before != Some(self.written().len()) {
            before = Some(self.written().len());
            thread::sleep(Duration::from_millis(200));
        }
        let mut written = self.written().replace(self.copy.to_str().expect("text"), "[copy]");
        // A path below the workspace is shown from there.
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in it");
        if let Ok(inside) = self.copy.strip_prefix(root) {
            written = written.replace(inside.to_str().expect("text"), "[copy]");
        }
        for long in [
            "Still at it. Keys work meanwhile, and a save starts it anew.\r\n",
            "Still at it. Keys work meanwhile, and a save starts it\r\nanew.\r\n",
        ] {
            written = written.replace(long, "");
        }
        let mut parser = vt100::Parser::new(ROWS, self.columns, 0);
        parser.process(written.as_bytes());
        parser.screen().contents()
    }

    /// Waits for the end; returns the exit code. The terminal is as it was before.
    #[track_caller]
    pub fn ends(mut self) -> Option<i32> {
        let began = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("it can be waited for") {
                break status;
            }
            assert!(began.elapsed() < PATIENCE, "it does not end:\n{}", self.written());
            thread::sleep(Duration::from_millis(5));
        };
        let after = tcgetattr(&*self.pty).expect("how it is set");
        assert_eq!(after.local_flags, self.before.local_flags);
        assert_eq!(after.control_chars, self.before.control_chars);
        status.code()
    }

    /// The terminal gives keys one by one.
    pub fn is_taken(&self) -> bool {
        tcgetattr(&*self.pty).expect("how it is set").local_flags != self.before.local_flags
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(Some(_))) {
            return;
        }
        // A test that fails leaves nothing behind either: what the runner does not end is ended here.
        let _ = self.child.kill();
        let _ = self.child.wait();
        for process in processes_of(&self.copy) {
            let _ = kill(Pid::from_raw(process), Signal::SIGKILL);
        }
    }
}

/// Ends a runner that takes too long, and all that it runs: words that never come are to end the test, and
/// not the wait for them. So does a test that fails.
pub struct Deadline(mpsc::Sender<()>);

impl Deadline {
    pub fn of(copy: &Copy, runner: &Child) -> Self {
        let (over, is_over) = mpsc::channel();
        let (id, copy) = (runner.id(), copy.folder.clone());
        thread::spawn(move || {
            if is_over.recv_timeout(PATIENCE) == Ok(()) {
                return;
            }
            let runner = i32::try_from(id).expect("a process");
            for process in std::iter::once(runner).chain(processes_of(&copy)) {
                let _ = kill(Pid::from_raw(process), Signal::SIGKILL);
            }
        });
        Self(over)
    }

    /// The runner has ended: its id may be another's from now on.
    pub fn kept(self) {
        let _ = self.0.send(());
    }
}

/// The runner in a terminal that closes once these words were shown. `meanwhile` is called then, before
/// it closes.
pub fn closes_after(copy: &Copy, words: &str, meanwhile: impl FnOnce()) -> (Child, Deadline) {
    let (pty, pts) = open().expect("a pseudo-terminal");
    pty.resize(Size::new(ROWS, 80)).expect("its size");
    let mut command = pty_process::blocking::Command::new(env!("CARGO_BIN_EXE_xtask"));
    command = command.args(["--fixtures", "learn"]).envs(copy.variables());
    for name in REMOVED {
        command = command.env_remove(name);
    }
    let child = command.spawn(pts).expect("xtask starts");
    let deadline = Deadline::of(copy, &child);
    let mut seen = Vec::new();
    let mut piece = [0; 4096];
    while !String::from_utf8_lossy(&seen).contains(words) {
        match (&pty).read(&mut piece) {
            Ok(length @ 1..) => seen.extend_from_slice(&piece[..length]),
            other => panic!("{other:?}: no `{words}` in {}", String::from_utf8_lossy(&seen)),
        }
    }
    meanwhile();
    drop(pty);
    (child, deadline)
}

/// The runner without a terminal, its output in a pipe.
pub fn piped(copy: &Copy, stdin: Stdio) -> Child {
    let mut command = copy.command(&["learn"]);
    command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().expect("xtask starts")
}
