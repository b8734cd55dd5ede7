//! What the course's own tools cost: the benches of `xtask/bench`, whose tables are read from what they
//! print, and a first build.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

use crate::bench::kept::Table;
use crate::bench::spread::Spread;
use crate::cargo;
use crate::children::Group;
use crate::tidy;

/// A bench of the course's own costs.
#[derive(Debug)]
pub struct Bench {
    /// What it is called.
    pub name: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it measures and what is not fair about it, in sentences, one a line.
    pub what: &'static str,
    /// How many rounds it makes, and how many in a quick run.
    pub rounds: (usize, usize),
}

/// All of them, in the order of the page.
pub const OWN: [Bench; 3] = [
    Bench {
        name: "first-build",
        title: "From a fresh clone to the first line of output",
        what: "Each time the target folder is empty; what is to be downloaded has been.\n\
               Measured is the time on the wall until the first line is on the screen, or until \
               rustlings is installed.\n\
               Not a fair comparison: `cargo install rustlings` builds an optimized tool and runs no exercise \
               yet, and one does it once for all exercises. Of ours, the runner is not built here, only the lesson.",
        rounds: (5, 1),
    },
    Bench {
        name: "exercises",
        title: "From a saved exercise to its verdict",
        what: "The same code as our exercise, as one for rustlings, and as a bare test.\n\
               Not a fair comparison: each does something else after it has compiled. A bare test runs once and \
               says yes or no; rustlings runs test and program; ours records a run and says what \
               happened in it.",
        rounds: (15, 3),
    },
    Bench {
        name: "recorder",
        title: "The recorder beside console-subscriber",
        what: "Processor time for each poll of a program with many tasks, in microseconds.\n\
               Not a fair comparison: the recorder writes every poll to a pipe, which is read meanwhile; \
               console-subscriber keeps statistics, and no console is connected to it.",
        rounds: (9, 3),
    },
];

/// The rustlings that is installed: the one that the bench `exercises` takes.
const RUSTLINGS: &str = "6.5.0";

/// What a bench came to, what of it was left out, and what to type to make it again.
#[derive(Debug, Default)]
pub struct Said {
    /// What it says.
    pub tables: Vec<Table>,
    /// What was left out and why.
    pub left_out: Vec<String>,
}

impl Bench {
    /// The bench of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        OWN.iter().find(|bench| bench.name == name)
    }

    /// How many rounds it makes.
    pub fn rounds(&self, quick: bool) -> usize {
        if quick { self.rounds.1 } else { self.rounds.0 }
    }

    /// Runs it.
    pub fn run(&self, root: &Utf8Path, quick: bool) -> Result<Said> {
        let rounds = self.rounds(quick);
        eprintln!("{}: {rounds} rounds", self.name);
        if self.name == "first-build" {
            return first_build(root, rounds);
        }
        let mut command = cargo::command(&root.join("xtask/bench"));
        let target = root.join("target/bench");
        command.args(["bench", "--quiet", "--bench", self.name, "--target-dir", target.as_str()]);
        command.env("BENCH_ROUNDS", rounds.to_string()).stdout(Stdio::piped());
        let group = Group::start(command).context("starting cargo")?;
        let mut words = String::new();
        let mut stdout = group.stdout().context("its stdout is a pipe")?;
        stdout.read_to_string(&mut words).context("reading what it says")?;
        let status = group.wait()?;
        let tables = tables(&words);
        if !status.success() || tables.is_empty() {
            let name = self.name;
            bail!("cd xtask/bench && cargo bench --bench {name}: it ended with {status}\n{words}");
        }
        Ok(Said { tables, left_out: Vec::new() })
    }
}

/// The tables in what a bench prints: rows of a name and figures, `0.5` or `0.5 (0.4 to 0.6)`, below a line
/// that names the columns, below a title.
fn tables(words: &str) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let (mut title, mut head) = (String::new(), Vec::<String>::new());
    let mut is_open = false;
    for line in words.lines() {
        if let Some((name, cells)) = row(line) {
            if !is_open {
                let from = head.len().saturating_sub(cells.len());
                let columns = match head.len() {
                    0 => vec![String::new(); cells.len()],
                    _ => head[from..].to_vec(),
                };
                let what = if from > 0 { head[..from].join(", ") } else { "what".to_owned() };
                let head = [vec![what], columns].concat();
                tables.push(Table { title: title.clone(), head, rows: Vec::new() });
                is_open = true;
            }
            if let Some(table) = tables.last_mut() {
                table.rows.push((name, cells));
            }
            continue;
        }
        is_open = false;
        let parts: Vec<&str> = line.trim().split("  ").map(str::trim).collect();
        let parts: Vec<String> =
            parts.into_iter().filter(|part| !part.is_empty()).map(str::to_owned).collect();
        match parts.as_slice() {
            [] => (title, head) = (String::new(), Vec::new()),
            [only] => (title, head) = (only.clone(), Vec::new()),
            _ => head = parts,
        }
    }
    tables
}

/// A row's name and its cells.
fn row(line: &str) -> Option<(String, Vec<Vec<f64>>)> {
    let mut rest = line.trim();
    let mut cells = Vec::new();
    while let Some(before) = rest.strip_suffix(')') {
        let Some((before, spread)) = before.rsplit_once(" (") else { break };
        let Some((least, most)) = spread.split_once(" to ") else { break };
        let (before, unit) = match before.strip_suffix(" s on the wall") {
            Some(before) => (before, "on the wall, in seconds"),
            None => (before, ""),
        };
        let (name, middle) = before.rsplit_once(' ').unwrap_or(("", before));
        let figures = [middle, least, most].map(|text| text.trim().parse::<f64>());
        let [Ok(middle), Ok(least), Ok(most)] = figures else { break };
        cells.push(vec![middle, least, most]);
        rest = if unit.is_empty() { name.trim_end() } else { unit };
    }
    if cells.is_empty() {
        return None;
    }
    if let Some((name, figure)) = rest.rsplit_once(' ')
        && let Ok(figure) = figure.parse()
    {
        cells.push(vec![figure]);
        rest = name.trim_end();
    }
    cells.reverse();
    Some((rest.to_owned(), cells))
}

/// A first build to the first line, of ours and of the same program on bare tokio, and the installation of
/// rustlings, by turns.
fn first_build(root: &Utf8Path, rounds: usize) -> Result<Said> {
    let folder = root.join("target/bench/first");
    let bare = bare(root, &folder)?;
    let mut said = Said::default();
    let mut ways: Vec<(&str, Way)> =
        vec![("`cargo run -p coroutines`", Way::Ours), ("the same on bare tokio", Way::Bare)];
    eprintln!("Downloading rustlings {RUSTLINGS}, if it is not there.");
    match once(&Way::Rustlings, root, &folder, &bare, false) {
        Ok(_) => ways.push(("`cargo install rustlings`", Way::Rustlings)),
        Err(error) => said.left_out.push(format!("rustlings could not be installed: {error:#}.")),
    }
    let mut seconds = vec![Vec::new(); ways.len()];
    for round in 0..rounds {
        for place in 0..ways.len() {
            let place = (place + round) % ways.len();
            let took = once(&ways[place].1, root, &folder, &bare, true)?;
            seconds[place].push((1000.0 * took).round() / 1000.0);
        }
    }
    let cell =
        |spread: Option<Spread>| spread.map_or(Vec::new(), |at| vec![at.middle, at.least, at.most]);
    let rows = ways.iter().zip(&seconds).map(|((name, _), took)| {
        let ratio = Spread::of_ratios(&seconds[0], took);
        ((*name).to_owned(), vec![cell(Spread::of(took.iter().copied())), cell(ratio)])
    });
    let head = ["what", "seconds on the wall", "ours is × of it"].map(str::to_owned).to_vec();
    said.tables.push(Table { title: String::new(), head, rows: rows.collect() });
    fs::remove_dir_all(&folder).with_context(|| format!("removing {folder}"))?;
    Ok(said)
}

/// A way to a first line.
enum Way {
    Ours,
    Bare,
    Rustlings,
}

/// How many seconds it takes with nothing built.
fn once(
    way: &Way,
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
        Way::Ours => cargo::command(root),
        Way::Bare => cargo::command(bare),
        Way::Rustlings => cargo::command(folder),
    };
    match way {
        Way::Ours => command.args(["run", "--quiet", "--locked", "-p", "coroutines"]),
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
    if !status.success() || (first == 0 && !matches!(way, Way::Rustlings)) {
        bail!("{what}: it ended with {status}");
    }
    // rustlings prints nothing; it is there when cargo has ended.
    Ok(if first == 0 { began.elapsed().as_secs_f64() } else { printed })
}

fn words(command: &Command) -> String {
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    format!("cargo {}", arguments.collect::<Vec<_>>().join(" "))
}

/// A package that holds the program of `coroutines` on bare tokio, with the lessons' features of it.
fn bare(root: &Utf8Path, folder: &Utf8Path) -> Result<Utf8PathBuf> {
    let package = folder.join("bare");
    let source = tidy::read(&root.join("crates/coroutines/src/main.rs"))?;
    let manifest = tidy::read(&root.join("Cargo.toml"))?;
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
    let lock = tidy::read(&root.join("Cargo.lock"))?;
    for (file, text) in [("Cargo.toml", manifest), ("Cargo.lock", lock), ("src/main.rs", source)] {
        let file = package.join(file);
        fs::write(&file, text).with_context(|| format!("writing {file}"))?;
    }
    Ok(package)
}

#[cfg(test)]
mod tests {
    use super::{row, tables};

    #[test]
    fn a_row_ends_in_figures() {
        let name = "`rustlings run`, rests add 0.18 s".to_owned();
        assert_eq!(
            row("  `rustlings run`, rests add 0.18 s 0.987 (0.9 to 1.250)   0.52 (0.40 to 0.61)"),
            Some((name, vec![vec![0.987, 0.9, 1.25], vec![0.52, 0.4, 0.61]]))
        );
        let cells = vec![vec![0.05], vec![1.0, 1.0, 1.0]];
        assert_eq!(
            row("    nobody       0.05     1.00 (1.00 to 1.00)"),
            Some(("nobody".into(), cells))
        );
        let wall = ("on the wall, in seconds".to_owned(), vec![vec![0.5, 0.4, 0.6]]);
        assert_eq!(row("  0.5 s on the wall (0.4 to 0.6)"), Some(wall));
        assert_eq!(row("Needs, and makes (if it is not there)"), None);
    }

    #[test]
    fn tables_have_a_title_and_a_head() {
        let said = "Needs, below target:\n\n\
                    100 tasks: microseconds a poll, 9 rounds\n  \
                      all threads        a poll     × nobody\n    \
                        nobody      0.05   1.00 (1.00 to 1.00)\n    \
                        recorder    0.50   9.00 (8.00 to 9.50)\n\n\
                    seconds on the wall, 15 rounds          ours is × of it\n  \
                      ours   0.1 (0.1 to 0.2)   1.00 (1.00 to 1.00)\n\n\
                    All of it again: `cargo xtask check`\n  0.5 s on the wall (0.4 to 0.6)\n";
        let tables = tables(said);
        let titles: Vec<&str> = tables.iter().map(|table| table.title.as_str()).collect();
        assert_eq!(
            titles,
            [
                "100 tasks: microseconds a poll, 9 rounds",
                "",
                "All of it again: `cargo xtask check`"
            ]
        );
        assert_eq!(tables[0].head, ["all threads", "a poll", "× nobody"]);
        assert_eq!(tables[0].rows.len(), 2);
        assert_eq!(tables[1].head, ["what", "seconds on the wall, 15 rounds", "ours is × of it"]);
        assert_eq!(tables[2].head, ["what", ""]);
    }
}
