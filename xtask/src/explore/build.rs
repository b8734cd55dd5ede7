//! Builds programs to be explored.

use std::collections::BTreeMap;
use std::io::Read;
use std::process::ChildStderr;

use anyhow::{Result, bail};
use cargo_metadata::diagnostic::DiagnosticLevel;
use cargo_metadata::{CompilerMessage, Message};

use super::modelled::not_modelled;
use super::package::{self, binary};
use crate::cargo::{self, Executables};
use crate::course::{Course, Program};
use crate::files::read;

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
    let named = |name: &str| programs.iter().find(|program| binary(program) == name);
    let mut elsewhere = None;
    let (status, words) = cargo::messages(cargo, whole, |message| match message {
        Message::CompilerArtifact(artifact) => {
            if let (Some(executable), Some(program)) =
                (artifact.executable, named(&artifact.target.name))
            {
                built.executables.insert(program.path(), executable);
            }
        }
        Message::CompilerMessage(message) if message.message.level == DiagnosticLevel::Error => {
            match named(&message.target.name) {
                Some(program) => {
                    let why = first_words(&message);
                    built.not_modelled.entry(program.path()).or_insert(why);
                }
                None => elsewhere = elsewhere.take().or(message.message.rendered),
            }
        }
        _ => {}
    })?;
    let accounted = built.executables.len() + built.not_modelled.len();
    if let Some(error) = elsewhere {
        bail!("building what programs are explored with, in {folder}:\n{error}");
    }
    if !status.success() && accounted < programs.len() {
        bail!("building what programs are explored with, in {folder}: {status}\n{words}");
    }
    Ok(())
}

/// All that cargo itself says; whatever has come until the pipe breaks is better than nothing.
fn whole(mut cargo: ChildStderr) -> String {
    let mut words = Vec::new();
    let _ = cargo.read_to_end(&mut words);
    String::from_utf8_lossy(&words).into_owned()
}

fn first_words(message: &CompilerMessage) -> String {
    let line = message.message.spans.iter().find(|span| span.is_primary);
    let place = line.map(|span| format!(" (line {})", span.line_start)).unwrap_or_default();
    format!("{}{place}", message.message.message)
}
