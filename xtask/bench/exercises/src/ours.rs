//! The runner's ways to a verdict, on a copy of the exercise.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::Places;
use super::cost::{Way, run};

/// The exercise.
const LESSON: &str = "gather";
const EXERCISE: &str = "factorials";

/// The answer that is checked.
pub const ANSWER: &str = r#"use futures::future::join_all;

use crate::factorial;

pub async fn factorials() -> Vec<u64> {
    println!("round ROUND");
    let futures = [factorial("A", 4), factorial("B", 2), factorial("C", 3)];
    join_all(futures).await
}
"#;

/// In a process that stays, as in watch mode: from the file to the text that is printed.
pub fn warm(places: &Places) -> Result<Way> {
    copy(places)?;
    let build = ["build", "--manifest-path", "xtask/bench/Cargo.toml", "--package", "warm"];
    run(cargo(places).args(build))?;
    let mut warm = in_the_copy(Command::new(target(places).join("debug/warm")), places)
        .arg(EXERCISE)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("starting what stays")?;
    let mut stdin = warm.stdin.take().context("its stdin is a pipe")?;
    let mut stdout = BufReader::new(warm.stdout.take().context("its stdout is a pipe")?);
    let mut so_far = 0;
    let verdict = move || {
        writeln!(stdin, "check").context("asking for a verdict")?;
        let mut line = String::new();
        stdout.read_line(&mut line).context("reading the verdict")?;
        let (computed, verdict) = line.trim_end().split_once(' ').unwrap_or_default();
        if !verdict.ends_with(" right") {
            bail!("the answer is right, and it says: {line}");
        }
        let computed: u64 = computed.parse().context("reading what it computed")?;
        let cost = Duration::from_micros(computed - so_far);
        so_far = computed;
        Ok(cost)
    };
    Ok(way("ours, as in watch mode", places, Box::new(verdict)))
}

/// The whole command.
pub fn command(places: &Places) -> Result<Way> {
    let mut command = cargo(places);
    command.args(["xtask", "check", EXERCISE]);
    let verdict = move || run(&mut command);
    Ok(way("ours, `cargo xtask check`", places, Box::new(verdict)))
}

/// How many seconds it takes to check all exercises again, all solved and none changed.
pub fn again(places: &Places, rounds: usize) -> Result<Vec<f64>> {
    copy(places)?;
    run(in_the_copy(Command::new(target(places).join("debug/warm")), places).arg("--solve"))?;
    let mut command = cargo(places);
    command.args(["xtask", "check"]);
    run(&mut command)?;
    let timed = |_| {
        let began = Instant::now();
        run(&mut command).map(|_| began.elapsed().as_secs_f64())
    };
    (0..rounds).map(timed).collect()
}

fn way(name: &str, places: &Places, verdict: Box<dyn FnMut() -> Result<Duration>>) -> Way {
    let file = copies(places).join(LESSON).join(EXERCISE).join("exercise.rs");
    Way { name: name.to_owned(), file, text: ANSWER.to_owned(), verdict }
}

/// A target folder of its own: nothing that a learner builds is built anew.
fn target(places: &Places) -> PathBuf {
    places.bench.join("ours")
}

fn copies(places: &Places) -> PathBuf {
    places.bench.join("exercises")
}

/// Copies all exercises, and the files that they share: beside them, or two folders up, in `src`.
fn copy(places: &Places) -> Result<()> {
    for lesson in list(&places.root.join("crates"))? {
        let name = lesson.file_name().context("a folder has a name")?;
        let exercises = list(&lesson.join("exercises"))?;
        if !exercises.is_empty() {
            copy_files(&lesson.join("src"), &copies(places).join("src"))?;
            copy_files(&lesson.join("exercises"), &copies(places).join(name))?;
        }
        for exercise in exercises.iter().filter(|exercise| exercise.is_dir()) {
            let own = exercise.file_name().context("a folder has a name")?;
            copy_files(exercise, &copies(places).join(name).join(own))?;
        }
    }
    Ok(())
}

fn copy_files(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("making {}", to.display()))?;
    for file in list(from)?.iter().filter(|file| file.is_file()) {
        let to = to.join(file.file_name().context("a file has a name")?);
        fs::copy(file, to).with_context(|| format!("copying {}", file.display()))?;
    }
    Ok(())
}

fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}

/// The course's cargo, for the copies.
fn cargo(places: &Places) -> Command {
    let mut cargo = in_the_copy(cargo_in(&places.root), places);
    cargo.env("CARGO_TARGET_DIR", target(places));
    cargo
}

fn cargo_in(folder: &Path) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(folder);
    cargo
}

fn in_the_copy(mut command: Command, places: &Places) -> Command {
    command.env("MEANWHILE_EXERCISES", copies(places));
    command.env("CARGO_TARGET_DIR", target(places)).env("COLUMNS", "80");
    command
}
