//! What is needed to measure: the programs, built, and a Python with uvloop and aiohttp.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdin, Command, Stdio};

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

use crate::bench::conditions::Python;
use crate::bench::contenders::Contender;
use crate::bench::loads::{Load, Needs};
use crate::cargo;
use crate::children::Group;

/// The exit code of a program whose pause was too short.
const TOO_SHORT: i32 = 3;

/// The programs and the Python.
#[derive(Debug)]
pub struct Rig {
    /// Where the executables are.
    programs: Utf8PathBuf,
    /// Where the Python twins are.
    twins: Utf8PathBuf,
    /// What starts Python, if anything does.
    interpreter: Option<Utf8PathBuf>,
    /// What it says of itself.
    pub python: Python,
}

/// What a program says of its work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    /// How often it did it.
    pub times: f64,
    /// How long that took, in nanoseconds.
    pub wall: f64,
    /// How long all processors worked, in nanoseconds.
    pub cpu: f64,
    /// By how many bytes it grew.
    pub bytes: f64,
}

/// The server that clients ask; it ends when this is dropped.
pub struct Server {
    child: Child,
    stdin: Option<ChildStdin>,
    /// Where it listens, on loopback.
    pub port: u64,
}

impl Rig {
    /// Builds the programs, and looks for a Python: in a folder of its own below `target/bench`, where
    /// uvloop and aiohttp are installed if they can be had.
    pub fn set_up(root: &Utf8Path) -> Result<Self> {
        let target = root.join("target/bench/beside");
        let mut build = cargo::command(root);
        build.args(["build", "--release", "--locked", "--package", "beside"]);
        build.args(["--manifest-path", "xtask/bench/Cargo.toml", "--target-dir", target.as_str()]);
        // The course's flags are for its recorder; here is tokio as everybody has it.
        build.env("CARGO_ENCODED_RUSTFLAGS", "").env_remove("RUSTFLAGS");
        eprintln!("Building the programs with --release, below {target}.");
        let status = Group::start(build).context("starting cargo")?.wait()?;
        if !status.success() {
            bail!("building the programs of xtask/bench/beside: cargo ended with {status}");
        }
        let venv = root.join("target/bench/venv");
        let interpreter = interpreter(&venv);
        let python = interpreter.as_deref().and_then(Python::ask).unwrap_or_default();
        Ok(Self {
            programs: target.join("release"),
            twins: root.join("xtask/bench/beside/src/bin"),
            interpreter,
            python,
        })
    }

    /// Why a contender cannot do this work here; none if it can.
    pub fn lacks(&self, contender: Contender, load: &Load) -> Option<String> {
        if !contender.is_python() {
            return None;
        }
        if self.interpreter.is_none() {
            return Some("no python3 from 3.11 on was found".to_owned());
        }
        if contender == Contender::Uvloop && self.python.uvloop.is_empty() {
            return Some("uvloop could not be installed from PyPI".to_owned());
        }
        if load.needs == Needs::ServerAndAiohttp && self.python.aiohttp.is_empty() {
            return Some("aiohttp could not be installed from PyPI".to_owned());
        }
        None
    }

    /// Has a contender do its work; nothing if the pause was too short.
    pub fn run(
        &self,
        contender: Contender,
        load: &Load,
        n: u64,
        milliseconds: u64,
        extra: u64,
    ) -> Result<Option<Said>> {
        let mut command = match (contender.is_python(), &self.interpreter) {
            (true, Some(python)) => {
                let mut command = Command::new(python);
                command.arg(self.twins.join(format!("{}.py", load.program)));
                command
            }
            _ => Command::new(self.programs.join(load.program)),
        };
        command.arg(contender.argument());
        command.args([n, milliseconds, extra].map(|number| number.to_string()));
        for variable in ["TOKIO_WORKER_THREADS", "PYTHONASYNCIODEBUG", "PYTHONDEVMODE"] {
            command.env_remove(variable);
        }
        command.env("PYTHONDONTWRITEBYTECODE", "1");
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let what = format!("{} on {contender}, N = {n}", load.program);
        let program = Group::start(command).with_context(|| format!("starting {what}"))?;
        let mut words = String::new();
        let mut stdout = program.stdout().context("its stdout is a pipe")?;
        stdout.read_to_string(&mut words).with_context(|| format!("reading what {what} says"))?;
        let status = program.wait().with_context(|| format!("waiting for {what}"))?;
        match said(&words) {
            Some(said) if status.success() => Ok(Some(said)),
            _ if load.sleeps() && status.code() == Some(TOO_SHORT) => Ok(None),
            _ => bail!("{what}: it ended with {status} and said `{}`", words.trim()),
        }
    }

    /// Starts the server.
    pub fn server(&self) -> Result<Server> {
        let mut command = Command::new(self.programs.join("server"));
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("starting the server that clients ask")?;
        let stdin = child.stdin.take();
        let stdout = child.stdout.take().context("its stdout is a pipe")?;
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).context("reading the server's port")?;
        let port = line.trim().parse().context("reading the server's port")?;
        Ok(Server { child, stdin, port })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stdin.take());
        // It ends by itself; there is nobody to tell if it does not.
        let _ = self.child.wait();
    }
}

fn said(words: &str) -> Option<Said> {
    let numbers: Vec<f64> =
        words.split_whitespace().map(|word| word.parse().ok()).collect::<Option<_>>()?;
    let [times, wall, cpu, bytes] = numbers[..] else { return None };
    (times > 0.0).then_some(Said { times, wall, cpu, bytes })
}

/// The Python of the folder, which is made if it is not there; else the one on the PATH.
fn interpreter(venv: &Utf8Path) -> Option<Utf8PathBuf> {
    let own = venv.join("bin/python");
    let is_whole = |python: &Utf8PathBuf| {
        let known = Python::ask(python)?;
        Some(!known.uvloop.is_empty() && !known.aiohttp.is_empty())
    };
    if is_whole(&own) != Some(true) {
        eprintln!("Installing uvloop and aiohttp below {venv}.");
        run("python3", &["-m", "venv", venv.as_str()]);
        // One by one: each is of use without the other.
        for package in ["uvloop", "aiohttp"] {
            run(own.as_str(), &["-m", "pip", "install", "--quiet", package]);
        }
    }
    let is_new = |python: &Utf8PathBuf| {
        let minor = Python::ask(python)?.version.split('.').nth(1)?.parse::<u32>().ok()?;
        Some(minor >= 11)
    };
    [own, "python3".into()].into_iter().find(|python| is_new(python) == Some(true))
}

/// Runs a command that may fail: what it was to bring is then not there, and that is said.
fn run(program: &str, arguments: &[&str]) {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null());
    let ended = Group::start(command).and_then(|group| group.wait());
    match ended {
        Ok(status) if status.success() => {}
        Ok(status) => eprintln!("{program} {}: it ended with {status}", arguments.join(" ")),
        Err(error) => eprintln!("{program} {}: {error}", arguments.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Said, said};

    #[test]
    fn a_program_says_four_numbers() {
        let four = Said { times: 7.0, wall: 55.0, cpu: 25.0, bytes: 0.0 };
        assert_eq!(said("7 55 25 0\n"), Some(four));
        for other in ["", "7 55 25", "0 55 25 0", "7 55 x 0"] {
            assert_eq!(said(other), None);
        }
    }
}
