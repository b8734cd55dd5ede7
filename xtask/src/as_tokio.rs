//! Each program is the same program with `tokio` in place of `meanwhile`: a copy of the lessons in
//! which that is done is built and run, and must print the same lines.

use std::fs;

use anyhow::{Context, Result};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};
use playback::Recording;

use crate::attribute::Attribute;
use crate::cargo;
use crate::course::{Course, Program};
use crate::drift::Drift;
use crate::play::{self, Limits, Play};
use crate::run::{heading, trouble};
use crate::show::{self, indented};
use crate::stage::{self, Terms};

/// What of a lesson's folder is no part of its programs.
const LEFT_OUT: [&str; 3] = ["compile_fail", "snapshots", "tests"];

/// Builds and plays all programs both ways; complains of each that prints something else.
pub fn check(course: &Course) -> Result<Vec<String>> {
    let copy = Course { root: course.target.join("as-tokio"), ..course.clone() };
    write_copy(course, &copy.root)?;
    let programs: Vec<&Program> = course.programs().collect();
    let mut build = cargo::command(&copy.root);
    build.args(["build", "--workspace", "--bins", "--examples", "--target-dir"]);
    build.arg(course.target.join("as-tokio").join("target"));
    let executables = cargo::build(build, "with #[tokio::main]", &copy, &programs)?;

    let recorded = stage::play_quietly(course, &programs, Terms::default())?;
    let mut complaints = Vec::new();
    for played in &recorded {
        let program = played.program;
        let complaint = match (&played.trouble, &played.play, executables.get(&program.path())) {
            (Some(what), ..) => trouble(what, program),
            (None, Some(play), Some(executable)) => {
                let other = play::play(executable, &copy.root, program.clock, Limits::default())?;
                match difference(&play.recording, &other) {
                    Some(difference) => indented(&difference),
                    None => continue,
                }
            }
            _ => indented(&show::failure("with tokio in place of meanwhile it does not compile")),
        };
        complaints.push(heading(program) + &complaint + "\n");
    }
    Ok(complaints)
}
