//! `cargo xtask run`.

use std::collections::HashMap;
use std::time::Duration;

use anyhow::Result;

use crate::Outcome;
use crate::course::{Course, Program};
use crate::progress::Progress;
use crate::show::{self, count, indented};
use crate::stage::{self, Played, Scene, Terms};
use crate::trouble::{Tail, Trouble};

/// Plays the programs, and shows each as soon as those before it are shown.
pub fn run(course: &Course, programs: &[&Program], terms: Terms) -> Result<Outcome> {
    let mut in_trouble = 0;
    let took = in_order(course, programs, terms, |played, progress| {
        in_trouble += usize::from(played.trouble.is_some());
        progress.print(&shown(played));
    })?;
    let all = count(programs.len(), "program");
    let took = show::about(took);
    show::print(&match in_trouble {
        0 => format!("{all}, {}, {took}\n", show::success("none in trouble")),
        some => format!("{all}, {}, {took}\n", show::failure(format!("{some} in trouble"))),
    });
    Ok(if in_trouble == 0 { Outcome::Fine } else { Outcome::Failed })
}

/// Plays the programs with a line of progress, and hands over each as soon as those before it are
/// handed over. Returns how long playing them took.
pub fn in_order(
    course: &Course,
    programs: &[&Program],
    terms: Terms,
    mut hand_over: impl FnMut(&Played, &Progress),
) -> Result<Duration> {
    let mut progress = Progress::of(programs.len());
    let mut waiting: HashMap<String, Played> = HashMap::new();
    let mut next = programs.iter();
    let mut wanted = next.next();
    let took = stage::play_all(course, programs, terms, |scene| match scene {
        Scene::Begins(program) => progress.begins(program),
        Scene::Ends(played) => {
            progress.ends(played.program);
            waiting.insert(played.program.path(), *played);
            while let Some(played) = wanted.and_then(|program| waiting.remove(&program.path())) {
                hand_over(&played, &progress);
                wanted = next.next();
            }
        }
    })?;
    progress.clear();
    Ok(took)
}

/// A program's heading.
pub fn heading(program: &Program) -> String {
    format!("{}  {}\n", show::heading(program.path()), show::aside(&program.command))
}

/// A trouble: its name, what happened, what to do.
pub fn trouble(trouble: &Trouble, program: &Program) -> String {
    let advice = trouble.advice(program);
    indented(&format!("{}: {trouble}\n{advice}", show::failure(trouble.name())))
}

fn shown(played: &Played) -> String {
    let program = played.program;
    let mut text = heading(program);
    let most = if matches!(played.trouble, Some(Trouble::OutputFlood)) { 5 } else { 200 };
    if let Some(play) = &played.play {
        text += &indented(&head(&play.recording.transcript(), most));
        if played.trouble.is_none() && !play.stderr.is_empty() {
            text += &indented(Tail::of(&play.stderr).to_string().trim_start());
        }
    }
    if let Some(what) = &played.trouble {
        text += &trouble(what, program);
    }
    text + "\n"
}

/// The first lines of a transcript.
fn head(transcript: &str, most: usize) -> String {
    match transcript.lines().count() {
        lines if lines > most => {
            let head: Vec<&str> = transcript.lines().take(most).collect();
            format!("{}\n… and {} more lines\n", head.join("\n"), lines - most)
        }
        _ => transcript.to_owned(),
    }
}
