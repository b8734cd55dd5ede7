//! Plays one recorded program, within limits.

use std::collections::HashMap;
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
use crate::limits::Limits;
use crate::own_time;
use crate::pipes::{Drained, Over, Pipes};

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
    /// How much of that it waited for a core that others had, if it was stopped and the system tells.
    pub waited: Option<Duration>,
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

/// Who has waited for a core for such a part of its time was on a busy machine.
const A_PART: u32 = 20;

impl Play {
    /// Whether it was stopped and had to wait for a core before, so that another run may come further;
    /// where the system does not tell, it may have.
    pub fn was_kept_waiting(&self) -> bool {
        let has_waited = self.waited.is_none_or(|waited| waited * A_PART >= self.limits.wall);
        self.ended == Ended::WallLimit && has_waited
    }
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
    let (waited, computes) = match ended {
        Ended::WallLimit => (own_time::waited(process), computes(process)),
        _ => (None, None),
    };
    // What it has started and left behind may hold the pipes open.
    group.end().with_context(|| format!("ending what {executable} has started"))?;
    let Drained { recording, stderr, over } = pipes.finish();
    let ended = over.map_or(ended, Ended::from);
    Ok(Play { recording, process, ended, stderr, wall, waited, computes, limits })
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
        if own_time::is_over(group.id(), elapsed, limits.wall) {
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

/// Whether a living process computes, be it given a core for that or not: on a loaded machine the time
/// that it got would not tell. It can nap between two looks, or wait until what it prints is read.
fn computes(process: u32) -> Option<bool> {
    const LOOKS: usize = 50;
    const BETWEEN: Duration = Duration::from_millis(5);
    often_has_work((0..LOOKS).map(|look| {
        if look > 0 {
            thread::sleep(BETWEEN);
        }
        states(process)
    }))
}

/// Whether a thread is seen to have work again and again. One that waits for something else has some to
/// do now and then.
fn often_has_work(looks: impl Iterator<Item = Vec<(String, char)>>) -> Option<bool> {
    const OFTEN: usize = 3;
    let mut has_looked = None;
    let mut times: HashMap<String, usize> = HashMap::new();
    for look in looks {
        for (thread, state) in look {
            has_looked = Some(false);
            let seen = times.entry(thread).or_default();
            *seen += usize::from(state == 'R');
            if *seen == OFTEN {
                return Some(true);
            }
        }
    }
    has_looked
}

/// The threads of a process by their ids, and the letter of what each is at: `R` has work for a core.
fn states(process: u32) -> Vec<(String, char)> {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten();
    let state = |thread: std::fs::DirEntry| {
        let stat = std::fs::read_to_string(thread.path().join("stat")).ok()?;
        // The name, in parentheses, may hold anything; the state is the letter after it.
        let state = stat.rsplit_once(") ")?.1.chars().next()?;
        Some((thread.file_name().to_string_lossy().into_owned(), state))
    };
    threads.flatten().filter_map(state).collect()
}

/// A word that no program knows: the standard library's hash keys are random.
pub fn mark() -> String {
    format!("{:016x}", RandomState::new().build_hasher().finish())
}

#[cfg(test)]
mod tests {
    use super::often_has_work;

    /// Whether the main thread and another one compute that are seen in these states.
    fn computes(main: &str, other: &str) -> Option<bool> {
        let looks = main.chars().zip(other.chars());
        often_has_work(
            looks.map(|(main, other)| vec![("1".to_owned(), main), ("2".to_owned(), other)]),
        )
    }

    #[test]
    fn who_has_work_at_each_look_computes() {
        assert_eq!(computes("RRR", "SSS"), Some(true));
    }

    #[test]
    fn who_sleeps_at_each_look_does_not() {
        assert_eq!(computes("SSS", "SSS"), Some(false));
        assert_eq!(computes("", ""), None);
    }

    #[test]
    fn who_had_to_wait_until_its_output_was_read_computes_all_the_same() {
        assert_eq!(computes("SSSSSSSSSSSSRRSR", "SSSSSSSSSSSSSSSS"), Some(true));
    }

    #[test]
    fn a_neighbour_that_ticks_does_not_compute() {
        assert_eq!(computes("SSSSSSSSSSSSSSSS", "SSRSSSSSSSSRSSSS"), Some(false));
    }
}
