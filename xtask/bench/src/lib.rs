//! Runs the program `crowd` and says what it cost.

use std::fmt;
use std::io::{self, Read};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::time::{ClockId, clock_gettime};

/// The environment variable that puts console-subscriber in the recorder's place.
pub const CONSOLE: &str = "BENCH_CONSOLE";

/// What stands before each record.
pub const MARK: &str = "0123456789abcdef";

/// How many tasks a crowd has and what they do.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// How many tasks there are in all.
    pub tasks: usize,
    /// How many of them are alive at a time.
    pub alive: usize,
    /// How many messages each waits for.
    pub rounds: usize,
    /// Whether each prints a line.
    pub prints: bool,
}

impl Size {
    /// The size that a command line asks for: `TASKS ALIVE ROUNDS [print]`.
    pub fn of_arguments(mut arguments: impl Iterator<Item = String>) -> Self {
        let mut number = || arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1);
        let (tasks, alive, rounds) = (number(), number().max(1), number());
        Self { tasks, alive, rounds, prints: arguments.next().is_some() }
    }

    /// How often the tasks are polled; the root's few polls are left out.
    pub fn polls(&self) -> usize {
        self.tasks * (self.rounds + 1)
    }
}

/// Who listens to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listener {
    /// Nobody: the recorder is linked and was not asked for.
    Nobody,
    /// The recorder, on the virtual clock.
    Recorder,
    /// The recorder, on the real clock.
    RecorderInRealTime,
    /// console-subscriber, to which no console is connected.
    Console,
}

/// What a stretch of a program cost.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// What its main thread computed.
    pub thread: Duration,
    /// What all its threads computed.
    pub process: Duration,
    /// The most memory that the process has had, in bytes.
    pub peak: u64,
}

impl Cost {
    /// What this process and this thread have cost so far.
    pub fn so_far() -> Self {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = peak.and_then(|peak| peak.split_whitespace().next()?.parse::<u64>().ok());
        Self {
            thread: computed(ClockId::ThreadCPUTime),
            process: computed(ClockId::ProcessCPUTime),
            peak: kilobytes.unwrap_or(0) * 1024,
        }
    }

    /// What has been added since.
    pub fn since(&self, before: &Self) -> Self {
        Self {
            thread: self.thread.saturating_sub(before.thread),
            process: self.process.saturating_sub(before.process),
            peak: self.peak,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let mut fields = text.split_whitespace().map(|field| field.parse::<u64>().ok());
        let (thread, process, peak) = (fields.next()??, fields.next()??, fields.next()??);
        let (thread, process) = (Duration::from_nanos(thread), Duration::from_nanos(process));
        Some(Self { thread, process, peak })
    }
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.thread.as_nanos(), self.process.as_nanos(), self.peak)
    }
}

fn computed(clock: ClockId) -> Duration {
    let time = clock_gettime(clock);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// Runs a crowd, hands what it writes to `stdout` piece by piece, and says what it cost.
///
/// # Errors
///
/// If it cannot be started, fails, or says nothing of its cost.
pub fn run(
    executable: &str,
    size: Size,
    listener: Listener,
    mut stdout: impl FnMut(&[u8]),
) -> Result<Cost> {
    let mut command = Command::new(executable);
    for number in [size.tasks, size.alive, size.rounds] {
        command.arg(number.to_string());
    }
    if size.prints {
        command.arg("print");
    }
    command.env_remove("MEANWHILE_RECORD").env_remove("MEANWHILE_CLOCK").env_remove(CONSOLE);
    match listener {
        Listener::Nobody => &mut command,
        Listener::Recorder => command.env("MEANWHILE_RECORD", MARK),
        Listener::RecorderInRealTime => {
            command.env("MEANWHILE_RECORD", MARK).env("MEANWHILE_CLOCK", "real")
        }
        Listener::Console => command.env(CONSOLE, "1"),
    };
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("starting {executable}"))?;
    let mut pipe = child.stdout.take().context("its stdout is a pipe")?;
    let mut piece = vec![0; 64 << 10];
    while let length @ 1.. = pipe.read(&mut piece).context("reading what it writes")? {
        stdout(&piece[..length]);
    }
    let mut stderr = child.stderr.take().context("its stderr is a pipe")?;
    let words = io::read_to_string(&mut stderr).context("reading its stderr")?;
    let status = child.wait().context("waiting for it")?;
    match words.lines().last().and_then(Cost::parse) {
        Some(cost) if status.success() => Ok(cost),
        _ => bail!("{executable} under {listener:?}: {status}\n{words}"),
    }
}

/// The middle one, the smallest and the largest of some figures; there must be one at least.
pub fn spread(mut figures: Vec<f64>) -> (f64, f64, f64) {
    figures.sort_by(f64::total_cmp);
    (figures[figures.len() / 2], figures[0], figures[figures.len() - 1])
}
