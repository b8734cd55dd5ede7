//! Calls cargo, and reads from its messages what it has built.

use std::collections::BTreeMap;
use std::env;
use std::io::{BufReader, IsTerminal, Read, Write};
use std::process::{ChildStderr, Command, ExitStatus, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::{Artifact, Message};

use crate::children::Group;
use crate::course::{Course, Kind, Program};

/// The executables, by the program's path. A program that did not compile has none.
pub type Executables = BTreeMap<String, Utf8PathBuf>;

/// The cargo that called the runner, to be called in `folder`.
pub fn command(folder: &Utf8Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(folder);
    cargo
}

/// Has the programs built by `cargo`, which is a `cargo build` of them, `how` in a word or two.
///
/// What the compiler says goes to stderr; nothing does if all is built.
pub fn build(
    mut cargo: Command,
    how: &'static str,
    course: &Course,
    programs: &[&Program],
) -> Result<Executables> {
    cargo.args(["--keep-going", "--message-format=json-render-diagnostics"]);
    if std::io::stderr().is_terminal() {
        cargo.args(["--color", "always"]);
        cargo.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "80");
    }
    let count = programs.len();
    let mut executables = Executables::new();
    let mut has_built = false;
    let listen = move |stderr| pass_on(stderr, count, how);
    let (status, held_back) = messages(cargo, listen, |message| match message {
        Message::CompilerArtifact(artifact) => {
            executables.extend(made(course, programs, artifact));
        }
        // It came to building at all: whatever it needs was there.
        Message::BuildFinished(_) => has_built = true,
        _ => {}
    })
    .with_context(|| format!("building {} {how}", programs_in_words(count)))?;
    // What it could not even begin to build, no compiler has refused.
    let nothing = executables.is_empty() && !held_back.is_empty();
    if nothing || !status.success() && (!has_built || executables.len() == count) {
        let words = String::from_utf8_lossy(&held_back);
        bail!("building {} {how}: cargo ended with {status}\n{words}", programs_in_words(count));
    }
    Ok(executables)
}

/// Runs cargo, hands over its messages, and gives its own words to `listen` meanwhile.
pub fn messages<W: Default + Send + 'static>(
    mut cargo: Command,
    listen: impl FnOnce(ChildStderr) -> W + Send + 'static,
    mut hand_over: impl FnMut(Message),
) -> Result<(ExitStatus, W)> {
    cargo.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let cargo = Group::start(cargo).context("starting cargo: is it on the PATH?")?;
    let (stdout, stderr) = cargo.pipes().context("cargo's output goes through pipes")?;
    let words = thread::spawn(move || listen(stderr));
    for message in Message::parse_stream(BufReader::new(stdout)) {
        hand_over(message.context("reading cargo's messages")?);
    }
    let status = cargo.wait().context("waiting for cargo")?;
    Ok((status, words.join().unwrap_or_default()))
}

/// The program of which this is the executable, by its path.
fn made(
    course: &Course,
    programs: &[&Program],
    artifact: Artifact,
) -> Option<(String, Utf8PathBuf)> {
    let executable = artifact.executable?;
    let made = programs.iter().find(|program| {
        artifact.target.src_path == course.root.join(&program.source)
            && artifact.target.is_example() == (program.kind == Kind::Example)
    });
    Some((made?.path(), executable))
}

/// Passes cargo's words on from the moment it has something to do; returns what was held back.
fn pass_on(mut cargo: ChildStderr, programs: usize, how: &str) -> Vec<u8> {
    let mut held_back = Vec::new();
    let mut piece = [0; 4096];
    let (mut speaks, mut builds) = (false, false);
    while let Ok(length @ 1..) = cargo.read(&mut piece) {
        held_back.extend_from_slice(&piece[..length]);
        let words = String::from_utf8_lossy(&held_back);
        let says = |signs: &[&str]| signs.iter().any(|sign| words.contains(sign));
        if !builds && says(&["Compiling", "Downloading"]) {
            builds = true;
            let what = programs_in_words(programs);
            eprintln!("Building {what} {how}; this happens once, until a source changes.");
        }
        speaks |= builds || says(&["Blocking", "Updating"]);
        if speaks {
            let _ = std::io::stderr().write_all(&held_back);
            held_back.clear();
        }
    }
    held_back
}

fn programs_in_words(number: usize) -> String {
    crate::show::count(number, "program")
}
