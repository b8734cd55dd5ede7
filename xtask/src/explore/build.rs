//! Builds programs to be explored.

use std::collections::BTreeMap;
use std::io::{BufReader, Read};
use std::process::Stdio;
use std::thread;

use anyhow::{Context, Result, bail};
use cargo_metadata::diagnostic::DiagnosticLevel;
use cargo_metadata::{CompilerMessage, Message};

use super::modelled::not_modelled;
use super::package::{self, binary};
use crate::cargo::{self, Executables};
use crate::children::Group;
use crate::course::{Course, Program};
use crate::tidy::read;

/// What can be explored, and what cannot.
#[derive(Debug, Default)]
pub struct Built {
    /// What was built, by the program's path.
    pub executables: Executables,
    /// Why not, by the program's path.
    pub not_modelled: BTreeMap<String, String>,
}

/// Builds what can be explored of these programs. A program that does not compile against the
/// explorer's tokio is not modelled, and the compiler's first words say why.
pub fn build(course: &Course, programs: &[&Program]) -> Result<Built> {
    let mut built = Built::default();
    let mut wanted = Vec::new();
    for program in programs {
        match not_modelled(&read(&course.root.join(&program.source))?) {
            Some(why) => {
                built.not_modelled.insert(program.path(), why.to_owned());
            }
            None => wanted.push(*program),
        }
    }
    if wanted.is_empty() {
        return Ok(built);
    }
    let _lock = package::write(course, &wanted)?;
    run_cargo(course, &wanted, &mut built)?;
    Ok(built)
}

fn run_cargo(course: &Course, programs: &[&Program], built: &mut Built) -> Result<()> {
    let folder = package::folder(course);
    let target = folder.join("target");
    if !target.is_dir() {
        eprintln!("Building what programs are explored with; this happens once.");
    }
    let mut cargo = cargo::command(&folder);
    cargo.args(["build", "--locked", "--keep-going", "--message-format=json", "--target-dir"]);
    cargo.arg(target);
    for program in programs {
        cargo.arg("--bin").arg(binary(program));
    }
    // Neither the course's flags nor the user's: they are for the lessons.
    cargo.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", "");
    cargo.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let cargo = Group::start(cargo).context("starting cargo: is it on the PATH?")?;
    let (stdout, mut stderr) = cargo.pipes().context("cargo's output goes through pipes")?;
    let words = thread::spawn(move || {
        let mut words = Vec::new();
        // Whatever has come until the pipe breaks is better than nothing.
        let _ = stderr.read_to_end(&mut words);
        String::from_utf8_lossy(&words).into_owned()
    });
    let named = |name: &str| programs.iter().find(|program| binary(program) == name);
    let mut elsewhere = None;
    for message in Message::parse_stream(BufReader::new(stdout)) {
        match message.context("reading cargo's messages")? {
            Message::CompilerArtifact(artifact) => {
                if let (Some(executable), Some(program)) =
                    (artifact.executable, named(&artifact.target.name))
                {
                    built.executables.insert(program.path(), executable);
                }
            }
            Message::CompilerMessage(message)
                if message.message.level == DiagnosticLevel::Error =>
            {
                match named(&message.target.name) {
                    Some(program) => {
                        let why = first_words(&message);
                        built.not_modelled.entry(program.path()).or_insert(why);
                    }
                    None => elsewhere = elsewhere.or(message.message.rendered),
                }
            }
            _ => {}
        }
    }
    let status = cargo.wait().context("waiting for cargo")?;
    let words = words.join().unwrap_or_default();
    let accounted = built.executables.len() + built.not_modelled.len();
    if let Some(error) = elsewhere {
        bail!("building what programs are explored with, in {folder}:\n{error}");
    }
    if !status.success() && accounted < programs.len() {
        bail!("building what programs are explored with, in {folder}: {status}\n{words}");
    }
    Ok(())
}

fn first_words(message: &CompilerMessage) -> String {
    let line = message.message.spans.iter().find(|span| span.is_primary);
    let place = line.map(|span| format!(" (line {})", span.line_start)).unwrap_or_default();
    format!("{}{place}", message.message.message)
}
