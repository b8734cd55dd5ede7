//! A first build to the first line, and to the first verdict.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

use super::Said;
use crate::bench::kept::Table;
use crate::bench::spread::Spread;
use crate::cargo;
use crate::children::Group;
use crate::files;

/// The exercise of the first verdict, as it is at the start.
const EXERCISE: [&str; 2] = ["coroutines", "two_greetings"];

/// The rustlings that is installed: the one that the bench `exercises` takes.
const RUSTLINGS: &str = "6.5.0";

/// A first build of a lesson beside the same program on bare tokio, and of the runner to its first verdict
/// beside the installation of rustlings, by turns.
pub fn first_build(root: &Utf8Path, rounds: usize) -> Result<Said> {
    let folder = root.join("target/bench/first");
    let bare = bare(root, &folder)?;
    exercise(root, &folder)?;
    let mut said = Said::default();
    let mut ways = vec![Way::Lesson, Way::Bare, Way::Verdict];
    eprintln!("Downloading rustlings {RUSTLINGS}, if it is not there.");
    match once(Way::Rustlings, root, &folder, &bare, false) {
        Ok(_) => ways.push(Way::Rustlings),
        Err(error) => said.left_out.push(format!("rustlings could not be installed: {error:#}.")),
    }
    let mut seconds = vec![Vec::new(); ways.len()];
    for round in 0..rounds {
        for place in 0..ways.len() {
            let place = (place + round) % ways.len();
            let took = once(ways[place], root, &folder, &bare, true)?;
            seconds[place].push((1000.0 * took).round() / 1000.0);
        }
    }
    // Two of the ways are ours, each before what it stands beside.
    let places: Vec<usize> = (0..ways.len()).collect();
    for (title, beside) in
        ["To the first line", "To the first verdict"].iter().zip(places.chunks(2))
    {
        let rows = beside.iter().map(|place| {
            let took = &seconds[*place];
            let ratio = Spread::of_ratios(&seconds[beside[0]], took);
            (ways[*place].name(), vec![cell(Spread::of(took.iter().copied())), cell(ratio)])
        });
        let head = ["what", "seconds on the wall", "ours is × of it"].map(str::to_owned).to_vec();
        said.tables.push(Table { title: (*title).to_owned(), head, rows: rows.collect() });
    }
    fs::remove_dir_all(&folder).with_context(|| format!("removing {folder}"))?;
    Ok(said)
}

fn cell(spread: Option<Spread>) -> Vec<f64> {
    spread.map_or(Vec::new(), |at| vec![at.middle, at.least, at.most])
}

/// A way to a first line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Lesson,
    Bare,
    Verdict,
    Rustlings,
}

impl Way {
    fn name(self) -> String {
        match self {
            Self::Lesson => "`cargo run -p coroutines`".to_owned(),
            Self::Bare => "the same on bare tokio".to_owned(),
            Self::Verdict => format!("`cargo xtask check {}`", EXERCISE[1]),
            Self::Rustlings => "`cargo install rustlings`".to_owned(),
        }
    }
}

/// How many seconds it takes with nothing built.
fn once(
    way: Way,
    root: &Utf8Path,
    folder: &Utf8Path,
    bare: &Utf8Path,
    offline: bool,
) -> Result<f64> {
    let target = folder.join("target");
    if target.is_dir() {
        fs::remove_dir_all(&target).with_context(|| format!("removing {target}"))?;
    }
    let mut command = match way {
        Way::Lesson | Way::Verdict => cargo::command(root),
        Way::Bare => cargo::command(bare),
        Way::Rustlings => cargo::command(folder),
    };
    match way {
        Way::Lesson => command.args(["run", "--quiet", "--locked", "-p", "coroutines"]),
        Way::Verdict => command
            .args(["xtask", "check", EXERCISE[1]])
            .env("MEANWHILE_EXERCISES", folder.join("exercises")),
        Way::Bare => command.args(["run", "--quiet"]).env("CARGO_ENCODED_RUSTFLAGS", ""),
        Way::Rustlings => {
            let installed = target.join("installed");
            command.args(["install", "rustlings", "--quiet", "--locked", "--version", RUSTLINGS]);
            command.args(["--root", installed.as_str()]).env("CARGO_ENCODED_RUSTFLAGS", "")
        }
    };
    command.env("CARGO_TARGET_DIR", &target).env_remove("RUSTFLAGS");
    command.env("CARGO_NET_OFFLINE", if offline { "true" } else { "false" });
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let what = words(&command);
    let began = Instant::now();
    let group = Group::start(command).context("starting cargo")?;
    let mut stdout = group.stdout().context("its stdout is a pipe")?;
    let first = stdout.read(&mut [0; 1]).context("reading its first line")?;
    let printed = began.elapsed().as_secs_f64();
    let mut rest = Vec::new();
    stdout.read_to_end(&mut rest).context("reading its other lines")?;
    let status = group.wait()?;
    // A start is not solved, and says so.
    let is_well = status.success() || way == Way::Verdict && status.code() == Some(1);
    if !is_well || (first == 0 && way != Way::Rustlings) {
        bail!("{what}: it ended with {status}");
    }
    // rustlings prints nothing; it is there when cargo has ended.
    Ok(if first == 0 { began.elapsed().as_secs_f64() } else { printed })
}

fn words(command: &Command) -> String {
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    format!("cargo {}", arguments.collect::<Vec<_>>().join(" "))
}

/// A copy of the exercise as a learner finds it, so that what a learner has done is not touched.
fn exercise(root: &Utf8Path, folder: &Utf8Path) -> Result<()> {
    let [lesson, name] = EXERCISE;
    let original = root.join("crates").join(lesson).join("exercises").join(name);
    let copy = folder.join("exercises").join(lesson).join(name);
    fs::create_dir_all(&copy).with_context(|| format!("making {copy}"))?;
    let files =
        [("checks.rs", "checks.rs"), ("answer.json", "answer.json"), ("start.rs", "start.rs")];
    for (from, to) in files.into_iter().chain([("start.rs", "exercise.rs")]) {
        let (from, to) = (original.join(from), copy.join(to));
        fs::copy(&from, &to).with_context(|| format!("copying {from} to {to}"))?;
    }
    Ok(())
}

/// A package that holds the program of `coroutines` on bare tokio, with the lessons' features of it.
fn bare(root: &Utf8Path, folder: &Utf8Path) -> Result<Utf8PathBuf> {
    let package = folder.join("bare");
    let source = files::read(&root.join("crates/coroutines/src/main.rs"))?;
    let manifest = files::read(&root.join("Cargo.toml"))?;
    let tokio = manifest.lines().find(|line| line.starts_with("tokio = "));
    let tokio = tokio.context("Cargo.toml has no line `tokio = …`")?;
    let source = source.replace("#[meanwhile::main", "#[tokio::main");
    if !source.contains("#[tokio::main(flavor = \"current_thread\")]") {
        bail!("the program of coroutines has an attribute that tokio does not know");
    }
    fs::create_dir_all(package.join("src")).with_context(|| format!("making {package}"))?;
    let manifest = format!(
        "[package]\nname = \"bare\"\nedition = \"2024\"\n\n[dependencies]\n{tokio}\n\n\
         [profile.dev]\ndebug = \"line-tables-only\"\n\n[workspace]\n"
    );
    let lock = files::read(&root.join("Cargo.lock"))?;
    for (file, text) in [("Cargo.toml", manifest), ("Cargo.lock", lock), ("src/main.rs", source)] {
        let file = package.join(file);
        fs::write(&file, text).with_context(|| format!("writing {file}"))?;
    }
    Ok(package)
}
