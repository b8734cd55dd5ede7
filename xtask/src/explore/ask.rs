//! Asks a program that was built to be explored what it can print.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::Utf8Path;
use serde::{Deserialize, Serialize};

use super::trace::Traced;
use super::{Explored, package};
use crate::children::Group;
use crate::course::Course;
use crate::{own_time, show};

/// What a schedule's name can begin with.
pub const MODES: [&str; 8] = [
    "delays",
    "free",
    "one-thread-delays",
    "one-thread-free",
    "hasty-delays",
    "hasty-free",
    "one-thread-hasty-delays",
    "one-thread-hasty-free",
];

/// The environment variable that the question goes into.
const REQUEST: &str = "MEANWHILE_EXPLORE";

/// How long a program may take, for all its schedules; what it waits for a core does not count.
const LIMIT: Duration = Duration::from_secs(120);

/// How many questions were asked: each answer has a file of its own.
static ASKED: AtomicUsize = AtomicUsize::new(0);

/// What is asked of a program.
#[derive(Clone, Debug, Serialize)]
pub struct Request {
    /// All schedules are tried if they are at most so many, else so many at random.
    pub schedules: usize,
    /// What the random choices begin with.
    pub seed: u64,
    /// Tasks switch at awaits alone.
    pub one_thread: bool,
    /// A task that has yielded may go on at once.
    pub hasty: bool,
    /// The one schedule that is to be run.
    pub replay: Option<String>,
    /// Environment variables for the program.
    #[serde(skip)]
    pub variables: Vec<(String, String)>,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            schedules: 5_000,
            seed: 1,
            one_thread: false,
            hasty: false,
            replay: None,
            variables: Vec::new(),
        }
    }
}

#[derive(Serialize)]
struct WithReply<'a> {
    #[serde(flatten)]
    request: &'a Request,
    reply: &'a Utf8Path,
}

/// What was found in one mode.
#[derive(Clone, Debug, Deserialize)]
pub struct Found {
    /// One of `MODES`.
    pub mode: String,
    /// How many schedules were tried.
    pub schedules: usize,
    /// Whether there are no others.
    pub complete: bool,
    /// Whether a schedule that is run again prints the same again.
    pub repeats: bool,
    /// Whether a task was so busy in one of them that tokio would have made it wait.
    pub over_budget: bool,
    /// What they print, the most frequent first.
    pub outputs: Vec<Output>,
    /// What happened in the one schedule that was run again.
    #[serde(default)]
    pub trace: Vec<Traced>,
}

/// What some schedules print.
#[derive(Clone, Debug, Deserialize)]
pub struct Output {
    /// The text.
    pub printed: String,
    /// How it ends.
    pub ending: Ending,
    /// What main says as it panics or fails.
    pub message: Option<String>,
    /// In how many schedules.
    pub schedules: usize,
    /// The name of one of them.
    pub replay: String,
}

/// How a program ends in a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ending {
    /// Main returns.
    Returned,
    /// Main returns an error.
    Failed,
    /// Main panics.
    Panicked,
    /// Nothing can run any more.
    Deadlock,
    /// It goes on and on.
    Endless,
}

/// Runs the program and reads its answer.
pub fn ask(course: &Course, executable: &Utf8Path, request: &Request) -> Result<Explored> {
    let folder = package::folder(course).join("replies");
    fs::create_dir_all(&folder).with_context(|| format!("making the folder {folder}"))?;
    let name = executable.file_name().unwrap_or_default();
    let number = ASKED.fetch_add(1, Ordering::Relaxed);
    let reply = folder.join(format!("{name}-{}-{number}.json", std::process::id()));
    let question = serde_json::to_string(&WithReply { request, reply: &reply })?;
    let mut command = Command::new(executable);
    command.current_dir(&folder).env(REQUEST, question).env("RUST_BACKTRACE", "0");
    command.envs(request.variables.iter().map(|(name, value)| (name, value)));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let trouble = run(command, executable)?;
    let text = fs::read_to_string(&reply);
    // That it is not there is no error: it was not written.
    let _ = fs::remove_file(&reply);
    let found: Vec<Found> = match (trouble, text) {
        (Some(trouble), _) => return Ok(Explored::Trouble(trouble)),
        (None, Err(_)) => bail!("{executable} has not answered"),
        (None, Ok(text)) => serde_json::from_str(&text)
            .with_context(|| format!("reading the answer of {executable}"))?,
    };
    Ok(judged(found, request))
}

/// Lets it run to its end, and says what is wrong if that is not a good one.
fn run(command: Command, executable: &Utf8Path) -> Result<Option<String>> {
    let began = Instant::now();
    let group = Group::start(command).with_context(|| format!("starting {executable}"))?;
    let (mut stdout, mut stderr) = group.pipes().context("its output goes through pipes")?;
    // Nothing is expected there: what is printed past `println!` is not collected.
    let past = thread::spawn(move || std::io::copy(&mut stdout, &mut std::io::sink()));
    let words = thread::spawn(move || {
        let mut words = Vec::new();
        let _ = stderr.read_to_end(&mut words);
        show::tame(String::from_utf8_lossy(&words).trim_end())
    });
    let status = loop {
        if let Some(status) = group.ended().with_context(|| format!("waiting for {executable}"))? {
            break status;
        }
        if own_time::is_over(group.id(), began.elapsed(), LIMIT) {
            group.end().with_context(|| format!("ending {executable}"))?;
            return Ok(Some(format!(
                "it was stopped after {} s: between two awaits it computes without end, or waits \
                 for something that no schedule brings.",
                LIMIT.as_secs()
            )));
        }
        thread::sleep(Duration::from_millis(5));
    };
    let past = past.join().ok().and_then(Result::ok).unwrap_or_default();
    let words = words.join().unwrap_or_default();
    Ok(match (status.success(), past) {
        (false, _) => Some(format!("it ended with {status}. {words}")),
        (true, 1..) => Some("it writes to stdout past `println!`, which is not collected.".into()),
        (true, 0) => None,
    })
}

fn judged(found: Vec<Found>, request: &Request) -> Explored {
    if found.iter().any(|found| found.over_budget) {
        return Explored::NotModelled(
            "it sends, receives or locks more than 128 times between two waits, where tokio makes \
             a task wait (its budget)"
                .to_owned(),
        );
    }
    if found.iter().all(|found| found.repeats) {
        return Explored::Found(found);
    }
    Explored::Trouble(match &request.replay {
        Some(schedule) => {
            format!("none of its schedules is called {schedule}. Has its source changed since?")
        }
        None => "the same schedule has printed two different outputs: it keeps something in a \
                 static, reads a real clock, or draws random numbers."
            .to_owned(),
    })
}
