//! Builds programs with the recorder, in a target folder of their own, so that this build and a
//! learner's `cargo run -p` never swap each other's binaries.

use std::collections::BTreeMap;
use std::env;
use std::io::{BufReader, IsTerminal, Read, Write};
use std::process::{ChildStderr, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};
use cargo_metadata::Message;
use cargo_metadata::camino::Utf8PathBuf;

use crate::course::{Course, Kind, Program};

/// The recorder asks tokio for its events, and reads the names of types out of symbols.
const FLAGS: [&str; 4] = ["--cfg", "tokio_unstable", "-C", "symbol-mangling-version=v0"];

/// The executables, by the program's path. A program that did not compile has none.
pub type Executables = BTreeMap<String, Utf8PathBuf>;

/// Builds the programs. What the compiler says goes to stderr; nothing does if all is built.
pub fn build(course: &Course, programs: &[&Program]) -> Result<Executables> {
    if programs.is_empty() {
        return Ok(Executables::new());
    }
    let mut command = command(course, programs);
    let shown = format!("{command:?}");
    let mut cargo = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("starting {shown}"))?;
    let stderr = cargo.stderr.take().context("cargo's stderr is a pipe")?;
    let stdout = cargo.stdout.take().context("cargo's stdout is a pipe")?;
    let count = programs.len();
    let words = thread::spawn(move || pass_on(stderr, count));
    let executables = executables(course, programs, stdout)
        .with_context(|| format!("reading the messages of {shown}"))?;
    let status = cargo.wait().with_context(|| format!("waiting for {shown}"))?;
    let held_back = words.join().unwrap_or_default();
    if !status.success() && executables.len() == programs.len() {
        bail!("{shown} failed:\n{}", String::from_utf8_lossy(&held_back));
    }
    if executables.is_empty() && !held_back.is_empty() {
        bail!("nothing was built by {shown}:\n{}", String::from_utf8_lossy(&held_back));
    }
    Ok(executables)
}

/// The cargo call.
///
/// All packages of the course are selected and the targets are named one by one: which features
/// tokio is built with does then not depend on which programs are wanted.
fn command(course: &Course, programs: &[&Program]) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(&course.root);
    cargo.args(["build", "--keep-going", "--message-format=json-render-diagnostics"]);
    cargo.args(["--profile", "recorded"]);
    cargo.arg("--target-dir").arg(course.target.join("recorded"));
    for package in &course.packages {
        cargo.args(["--package", package]);
    }
    let mut features = vec!["meanwhile/record".to_owned()];
    for program in programs {
        match program.kind {
            Kind::Bin => cargo.args(["--bin", &program.lesson]),
            Kind::Example => cargo.args(["--example", &program.name]),
        };
        features.extend(program.features.iter().map(|name| format!("{}/{name}", program.lesson)));
    }
    for lesson in &course.lessons {
        if programs.iter().any(|program| program.lesson == lesson.name) {
            for helper in &lesson.helpers {
                cargo.args(["--example", helper]);
            }
        }
    }
    cargo.arg("--features").arg(features.join(","));
    add_flags(&mut cargo, &FLAGS);
    if std::io::stderr().is_terminal() {
        cargo.args(["--color", "always"]);
        cargo.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "80");
    }
    cargo
}

/// Adds flags for rustc to whatever the user has: a variable replaces what the configuration
/// says, so they go where the user's are.
fn add_flags(cargo: &mut Command, flags: &[&str]) {
    let joined = |user: String, between: &str| {
        let users = (!user.is_empty()).then_some(user);
        users
            .into_iter()
            .chain(flags.iter().map(ToString::to_string))
            .collect::<Vec<_>>()
            .join(between)
    };
    if let Ok(user) = env::var("CARGO_ENCODED_RUSTFLAGS") {
        cargo.env("CARGO_ENCODED_RUSTFLAGS", joined(user, "\u{1f}"));
    } else if let Ok(user) = env::var("RUSTFLAGS") {
        cargo.env("RUSTFLAGS", joined(user, " "));
    } else {
        cargo.arg("--config").arg(format!("target.'cfg(all())'.rustflags={flags:?}"));
    }
}

/// Reads which executables cargo has made.
fn executables(
    course: &Course,
    programs: &[&Program],
    stdout: impl Read,
) -> std::io::Result<Executables> {
    let mut executables = Executables::new();
    for message in Message::parse_stream(BufReader::new(stdout)) {
        let Message::CompilerArtifact(artifact) = message? else { continue };
        let Some(executable) = artifact.executable else { continue };
        let made = programs.iter().find(|program| {
            artifact.target.src_path == course.root.join(&program.source)
                && artifact.target.is_example() == (program.kind == Kind::Example)
        });
        if let Some(program) = made {
            executables.insert(program.path(), executable);
        }
    }
    Ok(executables)
}

/// Passes cargo's words on from the moment it has something to do; returns what was held back.
fn pass_on(mut cargo: ChildStderr, programs: usize) -> Vec<u8> {
    let mut held_back = Vec::new();
    let mut piece = [0; 4096];
    let mut busy = false;
    while let Ok(length @ 1..) = cargo.read(&mut piece) {
        held_back.extend_from_slice(&piece[..length]);
        if !busy && is_busy(&held_back) {
            busy = true;
            let what =
                if programs == 1 { "1 program".into() } else { format!("{programs} programs") };
            eprintln!(
                "Building {what} with the recorder; this happens once, until a source changes."
            );
        }
        if busy {
            let _ = std::io::stderr().write_all(&held_back);
            held_back.clear();
        }
    }
    held_back
}

fn is_busy(words: &[u8]) -> bool {
    let words = String::from_utf8_lossy(words);
    ["Compiling ", "Compiling\u{1b}", "Blocking", "Downloading", "Updating"]
        .iter()
        .any(|sign| words.contains(sign))
}
