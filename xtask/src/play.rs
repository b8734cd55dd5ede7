//! Plays one recorded program, within limits.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::num::NonZero;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8Path;
use playback::Recording;
use records::Clock;

use crate::children::Group;
use crate::pipes::{Drained, Over, Pipes};

/// How far a program may go.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long it may run, on the wall.
    pub wall: Duration,
    /// How many bytes it may print; records do not count.
    pub printed: usize,
    /// How many lines it may print.
    pub lines: usize,
    /// How many records it may write.
    pub records: usize,
    /// How much memory it may ask the system for, in bytes.
    pub memory: u64,
    /// How often to look whether it has ended, at the least: sooner where its pipes close.
    pub look: Duration,
}

impl Limits {
    /// The limits for a program on this clock; a real one takes the time that it takes.
    pub fn on(clock: Clock) -> Self {
        let seconds = match clock {
            Clock::Virtual => 10,
            Clock::Real => 30,
        };
        Self {
            wall: Duration::from_secs(seconds),
            printed: 32 << 20,
            lines: 200_000,
            records: 200_000,
            memory: 4 << 30,
            look: Duration::from_millis(20),
        }
    }
}

/// What came of playing a program.
#[derive(Debug)]
pub struct Play {
    /// What it recorded.
    pub recording: Recording,
    /// The process id that it had, and its group.
    pub process: u32,
    /// How it ended.
    pub ended: Ended,
    /// The end of what it wrote to stderr.
    pub stderr: String,
    /// How long it took, on the wall.
    pub wall: Duration,
    /// Whether it was computing, and not asleep, when its time was over; where the system tells.
    pub computes: Option<bool>,
    /// The limits that it ran within.
    pub limits: Limits,
}

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// By itself, with this code.
    Exited(i32),
    /// By this signal, and not by the runner's.
    Signalled(i32),
    /// Killed, because it ran for longer than it may.
    WallLimit,
    /// Killed, because it printed more than it may.
    OutputLimit,
    /// Killed, because it recorded more than it may.
    RecordLimit,
}

/// Plays a program that was built with the recorder.
pub fn play(
    executable: &Utf8Path,
    folder: &Utf8Path,
    clock: Clock,
    limits: Limits,
) -> Result<Play> {
    play_with(executable, folder, clock, &[], limits)
}

/// Plays a program that was built with the recorder, with these environment variables.
pub fn play_with(
    executable: &Utf8Path,
    folder: &Utf8Path,
    clock: Clock,
    variables: &[(&str, &str)],
    limits: Limits,
) -> Result<Play> {
    let mark = mark();
    let mut command = within(executable, limits);
    command
        .current_dir(folder)
        .env("MEANWHILE_RECORD", &mark)
        .env_remove("MEANWHILE_CLOCK")
        .env_remove("MEANWHILE_FLAVOR")
        .env("NO_COLOR", "1")
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    if clock == Clock::Real {
        command.env("MEANWHILE_CLOCK", "real");
    }
    command.envs(variables.iter().copied());
    let began = Instant::now();
    let group = Group::start(command).with_context(|| format!("starting {executable}"))?;
    let pipes = group.pipes().context("the program's output goes through pipes")?;
    let pipes = Pipes::drain(pipes, &mark, limits, began);
    let ended = until_it_ends(&group, &pipes, began, limits)
        .with_context(|| format!("waiting for {executable}"))?;
    let wall = began.elapsed();
    let process = group.id();
    let computes = if ended == Ended::WallLimit { computes(process) } else { None };
    // What it has started and left behind may hold the pipes open.
    group.end().with_context(|| format!("ending what {executable} has started"))?;
    let Drained { recording, stderr, over } = pipes.finish();
    let ended = over.map_or(ended, Ended::from);
    Ok(Play { recording, process, ended, stderr, wall, computes, limits })
}

/// The shell sets the limits that the system keeps to, says which process is to record itself, and
/// becomes the program.
///
/// The runner ends the program when its time is over; a runner that was killed cannot. So the system
/// ends what has computed for longer than it could have in that time.
fn within(executable: &Utf8Path, limits: Limits) -> Command {
    const SCRIPT: &str = r#"ulimit -v "$1" 2>/dev/null; ulimit -t "$2" 2>/dev/null
MEANWHILE_PROCESS=$$; export MEANWHILE_PROCESS; exec "$3""#;
    let kilobytes = (limits.memory >> 10).to_string();
    let cores = thread::available_parallelism().map_or(1, NonZero::get) as u64;
    let seconds = (limits.wall.as_secs() + 1).saturating_mul(cores).to_string();
    let mut command = Command::new("/bin/sh");
    command.args(["-c", SCRIPT, "sh", &kilobytes, &seconds, executable.as_str()]);
    command
}

fn until_it_ends(group: &Group, pipes: &Pipes, began: Instant, limits: Limits) -> Result<Ended> {
    loop {
        let elapsed = began.elapsed();
        let moment = (elapsed / 20).clamp(Duration::from_millis(1), limits.look);
        if let Some(over) = pipes.over(moment) {
            return Ok(over.into());
        }
        if let Some(status) = group.ended()? {
            return Ok(status.into());
        }
        if elapsed >= limits.wall {
            return Ok(Ended::WallLimit);
        }
    }
}

impl From<Over> for Ended {
    fn from(over: Over) -> Self {
        match over {
            Over::Printed => Self::OutputLimit,
            Over::Records => Self::RecordLimit,
        }
    }
}

impl From<ExitStatus> for Ended {
    fn from(status: ExitStatus) -> Self {
        match (status.code(), status.signal()) {
            (Some(code), _) => Self::Exited(code),
            (None, signal) => Self::Signalled(signal.unwrap_or_default()),
        }
    }
}

/// Whether a thread of a living process has work for a core, be it given one or not: on a loaded
/// machine the time that it got would not tell. A thread can nap between two looks, so it takes some.
fn computes(process: u32) -> Option<bool> {
    const LOOKS: usize = 10;
    let mut computes = None;
    for _ in 0..LOOKS {
        for thread in std::fs::read_dir(format!("/proc/{process}/task")).ok()?.flatten() {
            let Ok(stat) = std::fs::read_to_string(thread.path().join("stat")) else { continue };
            // The name, in parentheses, may hold anything; the state is the letter after it.
            let state = stat.rsplit_once(") ").and_then(|(_, fields)| fields.chars().next());
            if state == Some('R') {
                return Some(true);
            }
            computes = Some(false);
        }
        thread::sleep(Duration::from_millis(1));
    }
    computes
}

/// A word that no program knows: the standard library's hash keys are random.
pub fn mark() -> String {
    format!("{:016x}", RandomState::new().build_hasher().finish())
}
