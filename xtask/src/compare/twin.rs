//! Records one twin, within limits.

use std::fmt;
use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use records::Clock;

use crate::children::Group;
use crate::compare::interpreters::Interpreter;
use crate::compare::recordings::{MARK, Recorded};
use crate::course::{Course, Program};
use crate::limits::Limits;
use crate::own_time;
use crate::play::Ended;
use crate::trouble::Tail;

/// The exit code of a twin whose virtual clock came to its limit.
const LIMIT_EXIT: i32 = 86;

/// How long a pipe is read once the twin has ended: what it left behind can hold it open.
const GRACE: Duration = Duration::from_secs(10);

/// Why a twin has no recording.
#[derive(Clone, Debug)]
pub enum Failure {
    /// It could not be run.
    NotRun(String),
    /// It was still at it when its time was over.
    Hangs(Duration),
    /// It printed more than a twin may.
    Flood,
    /// Its virtual clock came to its limit.
    NeverEnds,
    /// It ended with an error.
    Ended(Ended, Tail),
}

/// Where what the twin writes is collected from.
struct Pipes {
    pieces: mpsc::Receiver<(bool, Vec<u8>, Duration)>,
}

/// Runs the program's twin and records it. `server` is the address of the lesson's server, if it has
/// one.
pub fn record(
    course: &Course,
    program: &Program,
    text: &str,
    interpreter: &Interpreter,
    server: Option<&str>,
) -> Result<Recorded, Failure> {
    let limits = Limits::on(program.clock);
    let not_run = |error: anyhow::Error| Failure::NotRun(format!("{error:#}"));
    let command = command(course, program, interpreter, server);
    let began = Instant::now();
    let (group, pipes) = start(command, began)
        .with_context(|| format!("starting {}", interpreter.command))
        .map_err(not_run)?;
    let mut stdout: Vec<(Vec<u8>, Duration)> = Vec::new();
    let mut stderr = Vec::new();
    let mut bytes = 0;
    let mut ended: Option<(Ended, Instant)> = None;
    loop {
        match pipes.pieces.recv_timeout(Duration::from_millis(5)) {
            Ok((true, piece, arrived)) => {
                bytes += piece.len();
                stdout.push((piece, arrived));
            }
            Ok((false, piece, _)) => {
                bytes += piece.len();
                stderr.extend_from_slice(&piece);
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {}
            Err(mpsc::RecvTimeoutError::Disconnected) if ended.is_some() => break,
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                thread::sleep(Duration::from_millis(1));
            }
        }
        if bytes > limits.printed {
            return Err(Failure::Flood);
        }
        match ended {
            Some((_, since)) if since.elapsed() > GRACE => break,
            Some(_) => {}
            None => {
                let status = group.ended().context("waiting for the twin").map_err(not_run)?;
                ended = status.map(|status| (status.into(), Instant::now()));
                if ended.is_none() && own_time::is_over(group.id(), began.elapsed(), limits.wall) {
                    return Err(Failure::Hangs(limits.wall));
                }
            }
        }
    }
    let tail = Tail::of(&String::from_utf8_lossy(&stderr));
    match ended {
        Some((Ended::Exited(0), _)) => Ok(Recorded::new(text, &interpreter.minor(), &stdout)),
        Some((Ended::Exited(LIMIT_EXIT), _)) => Err(Failure::NeverEnds),
        Some((how, _)) => Err(Failure::Ended(how, tail)),
        None => Err(Failure::Hangs(limits.wall)),
    }
}

fn command(
    course: &Course,
    program: &Program,
    interpreter: &Interpreter,
    server: Option<&str>,
) -> Command {
    let mut command = Command::new(&interpreter.command);
    command.args(["-m", "meanwhile"]).args(&program.twin);
    command
        .current_dir(&course.root)
        .env("MEANWHILE_RECORD", MARK)
        .env("MEANWHILE_CLOCK", if program.clock == Clock::Real { "real" } else { "virtual" })
        .env("PYTHONPATH", course.root.join("xtask/python"))
        .env("PYTHONPYCACHEPREFIX", course.target.join("pycache"))
        .env("PYTHONUTF8", "1")
        .env("NO_COLOR", "1")
        .env_remove("PYTHONASYNCIODEBUG")
        .env_remove("PYTHONDEVMODE")
        .env_remove("PYTHONUNBUFFERED")
        .env_remove("MEANWHILE_SERVER")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    if let Some(server) = server {
        command.env("MEANWHILE_SERVER", server);
    }
    command
}

fn start(command: Command, began: Instant) -> Result<(Group, Pipes)> {
    let group = Group::start(command)?;
    let (stdout, stderr) = group.pipes().context("the twin's output goes through pipes")?;
    let (send, pieces) = mpsc::channel();
    pump(stdout, true, send.clone(), began);
    pump(stderr, false, send, began);
    Ok((group, Pipes { pieces }))
}

/// Passes on what comes through a pipe, with its instant, as long as somebody listens.
fn pump(
    mut pipe: impl Read + Send + 'static,
    is_stdout: bool,
    pieces: mpsc::Sender<(bool, Vec<u8>, Duration)>,
    began: Instant,
) {
    thread::spawn(move || {
        let mut piece = vec![0; 64 << 10];
        while let Ok(length @ 1..) = pipe.read(&mut piece) {
            if pieces.send((is_stdout, piece[..length].to_vec(), began.elapsed())).is_err() {
                break;
            }
        }
    });
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRun(why) => f.write_str(why),
            Self::Hangs(limit) => {
                write!(f, "it was still running after {} s and was ended", limit.as_secs())
            }
            Self::Flood => write!(f, "it printed more than 32 MiB and was ended"),
            Self::NeverEnds => write!(
                f,
                "on the virtual clock it does not end in two hours: all of its tasks wait, or a timer \
                 fires for ever"
            ),
            Self::Ended(Ended::Exited(code), tail) => write!(f, "it ended with code {code}.{tail}"),
            Self::Ended(Ended::Signalled(signal), tail) => {
                write!(f, "signal {signal} ended it.{tail}")
            }
            Self::Ended(..) => write!(f, "it was ended"),
        }
    }
}
