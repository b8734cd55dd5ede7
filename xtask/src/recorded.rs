//! Builds programs with the recorder, in a target folder of their own, so that this build and a
//! learner's `cargo run -p` never swap each other's binaries.

use std::env;
use std::process::Command;

use anyhow::Result;

use crate::cargo::{self, Executables};
use crate::course::{Course, Kind, Program};

/// The recorder asks tokio for its events, and reads the names of types out of symbols.
pub const FLAGS: [&str; 4] = ["--cfg", "tokio_unstable", "-C", "symbol-mangling-version=v0"];

/// Builds the programs. What the compiler says goes to stderr; nothing does if all is built.
pub fn build(course: &Course, programs: &[&Program]) -> Result<Executables> {
    if programs.is_empty() {
        return Ok(Executables::new());
    }
    cargo::build(command(course, programs), "with the recorder", course, programs)
}

/// The cargo call.
///
/// All packages of the course are selected and the targets are named one by one: which features
/// tokio is built with does then not depend on which programs are wanted.
fn command(course: &Course, programs: &[&Program]) -> Command {
    let mut cargo = cargo::command(&course.root);
    cargo.args(["build", "--profile", "recorded"]);
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
    cargo
}

/// Adds flags for rustc to whatever the user has: a variable replaces what the configuration
/// says, so they go where the user's are, or before them, each whole: one of ours may hold a space.
pub fn add_flags(cargo: &mut Command, flags: &[&str]) {
    let user = env::var("CARGO_ENCODED_RUSTFLAGS").map(|user| (user, '\u{1f}'));
    let user = user.or_else(|_| env::var("RUSTFLAGS").map(|user| (user, ' ')));
    let Ok((user, between)) = user else {
        cargo.arg("--config").arg(format!("target.'cfg(all())'.rustflags={flags:?}"));
        return;
    };
    let users = user.split(between).map(str::trim).filter(|flag| !flag.is_empty());
    let all: Vec<&str> = users.chain(flags.iter().copied()).collect();
    cargo.env("CARGO_ENCODED_RUSTFLAGS", all.join("\u{1f}"));
}
