//! Each program is the same program with `tokio` in place of `meanwhile`: a copy of the lessons in
//! which that is done is built and run, and must print the same lines.

use std::collections::HashMap;

use anyhow::Result;
use playback::Recording;

use crate::cargo::{self, Executables};
use crate::course::{Course, Program};
use crate::drift::Drift;
use crate::patience::Patience;
use crate::play::{Ended, Play};
use crate::run::{heading, trouble};
use crate::show::{self, indented};
use crate::stage::{self, Scene, Terms};
use crate::{test, tokio_copy};

/// Builds and plays all programs both ways; complains of each that prints something else.
pub fn check(course: &Course) -> Result<Vec<String>> {
    let copy = Course { root: course.target.join("as-tokio"), ..course.clone() };
    tokio_copy::write(course, &copy.root)?;
    let programs: Vec<&Program> = course.programs().collect();
    let mut build = cargo::command(&copy.root);
    build.args(["build", "--workspace", "--bins", "--examples", "--target-dir"]);
    build.arg(course.target.join("as-tokio").join("target"));
    let executables = cargo::build(build, "with #[tokio::main]", &copy, &programs)?;

    let recorded = stage::play_quietly(course, &programs, Terms::default())?;
    let others = play_copy(&copy, &executables, &programs);
    let mut complaints = Vec::new();
    for played in &recorded {
        let again = test::play_again(course, played);
        let played = again.as_ref().unwrap_or(played);
        let program = played.program;
        let other = others.get(&program.path()).and_then(|other| other.as_ref());
        let complaint = match (&played.trouble, &played.play, other) {
            (Some(what), ..) => Some(trouble(what, program)),
            (None, Some(play), Some(other)) => {
                // All but the first time it runs alone: among many others it is late.
                let again = |differs: Option<String>| {
                    let mut alone = play_copy(&copy, &executables, &[program]);
                    Ok(match alone.remove(&program.path()).flatten() {
                        Some(other) => difference(&play.recording, &other),
                        None => differs,
                    })
                };
                let differs = difference(&play.recording, other);
                Patience::SHORT.until(differs, Option::is_none, again)?.map(named)
            }
            _ => Some(named("it does not compile".to_owned())),
        };
        complaints.extend(complaint.map(|complaint| heading(program) + &complaint + "\n"));
    }
    Ok(complaints)
}

/// Plays what prints no records. All at once: on the real clock most of them wait.
fn play_copy<'a>(
    copy: &Course,
    executables: &Executables,
    programs: &[&'a Program],
) -> HashMap<String, Option<Play>> {
    let mut plays = HashMap::new();
    let terms = Terms { real: true, limit: None };
    stage::play_built(copy, executables, programs, terms, |scene: Scene<'a>| {
        if let Scene::Ends(played) = scene {
            plays.insert(played.program.path(), played.play);
        }
    });
    plays
}

fn named(what: String) -> String {
    let name = show::failure("differs with tokio in place of meanwhile");
    indented(&format!("{name}: {what}"))
}

/// What the program does otherwise without the recorder.
fn difference(recorded: &Recording, other: &Play) -> Option<String> {
    if other.ended != Ended::Exited(0) {
        return Some(format!("it ended so: {:?}. {}", other.ended, other.stderr.trim_end()));
    }
    let (recorded, other) = (printed(recorded), printed(&other.recording));
    let drift = Drift::between(&recorded, &other);
    (recorded != other).then(|| format!("it prints other lines.\n{drift}"))
}

fn printed(recording: &Recording) -> String {
    let lines = recording.lines.iter().map(|line| String::from_utf8_lossy(&line.text) + "\n");
    lines.collect()
}
