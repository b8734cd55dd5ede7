//! Calls cargo, and reads from its messages what it has built.

use std::collections::BTreeMap;
use std::env;
use std::io::{BufReader, IsTerminal, Read, Write};
use std::process::{ChildStderr, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};
use cargo_metadata::Message;
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

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
    cargo.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let cargo = Group::start(cargo).context("starting cargo: is it on the PATH?")?;
    let (stdout, stderr) = cargo.pipes().context("cargo's output goes through pipes")?;
    let count = programs.len();
    let words = thread::spawn(move || pass_on(stderr, count, how));
    let (executables, has_built) = executables(course, programs, stdout)
        .with_context(|| format!("reading the messages of the cargo that builds {how}"))?;
    let status = cargo.wait().context("waiting for cargo")?;
    let held_back = words.join().unwrap_or_default();
    // What it could not even begin to build, no compiler has refused.
    let nothing = executables.is_empty() && !held_back.is_empty();
    if nothing || !status.success() && (!has_built || executables.len() == count) {
        let words = String::from_utf8_lossy(&held_back);
        bail!("building {} {how}: cargo ended with {status}\n{words}", programs_in_words(count));
    }
    Ok(executables)
}

/// Reads which executables cargo has made, and whether it came to building at all: whatever it needs
/// was there.
fn executables(
    course: &Course,
    programs: &[&Program],
    stdout: impl Read,
) -> std::io::Result<(Executables, bool)> {
    let mut executables = Executables::new();
    let mut has_built = false;
    for message in Message::parse_stream(BufReader::new(stdout)) {
        let artifact = match message? {
            Message::CompilerArtifact(artifact) => artifact,
            Message::BuildFinished(_) => {
                has_built = true;
                continue;
            }
            _ => continue,
        };
        let Some(executable) = artifact.executable else { continue };
        let made = programs.iter().find(|program| {
            artifact.target.src_path == course.root.join(&program.source)
                && artifact.target.is_example() == (program.kind == Kind::Example)
        });
        if let Some(program) = made {
            executables.insert(program.path(), executable);
        }
    }
    Ok((executables, has_built))
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
