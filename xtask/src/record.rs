//! `cargo xtask record`: records a program that is no lesson, into a file.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use anyhow::{Context, Result};
use cargo_metadata::MetadataCommand;
use playback::{Outside, Reader, Recording};

use crate::play::mark;
use crate::show::{self, count};
use crate::timeline::from::Source;
use crate::{Misuse, Outcome, recorded};

/// What is recorded, and into which file.
#[derive(Clone, Debug)]
pub struct Request {
    /// The file.
    pub output: PathBuf,
    /// Where the command is started; where the runner was if none is named.
    pub folder: Option<PathBuf>,
    /// Whether the program is kept on the real clock.
    pub is_real: bool,
    /// Whether the program sets up a tracing subscriber of its own.
    pub own_subscriber: bool,
    /// The command and its arguments.
    pub command: Vec<OsString>,
}

const NOTHING: &str = "The program recorded nothing. Is `#[meanwhile::main]` on its main function, or \
                       `meanwhile::record!()` in it, and has its dependency on meanwhile the feature \
                       `record`? docs/src/record-your-own.md has an example.";

/// Starts the command, shows what it prints, writes all that it writes into the file, and says what
/// was recorded.
///
/// # Errors
///
/// [`Misuse`] if the command cannot be started or the file is not to be written.
pub fn record(request: &Request) -> Result<Outcome> {
    let file = open(&request.output)?;
    let mark = mark();
    let mut command = command(request, &mark);
    let name = request.command.first().map(OsString::as_os_str).unwrap_or_default();
    let mut child = command
        .spawn()
        .map_err(|error| Misuse(format!("{} does not start: {error}", name.display())))?;
    let stdout = child.stdout.take().context("the program's stdout is a pipe")?;
    go_on_at_the_first_ctrl_c()?;
    let recording = copy(stdout, file, &mark)
        .with_context(|| format!("writing {}", request.output.display()))?;
    let status = child.wait().with_context(|| format!("waiting for {}", name.display()))?;
    anstream::eprint!("{}", told(&recording, &request.output));
    if recording.clock.is_some() && status.success() {
        return Ok(Outcome::Fine);
    }
    if !status.success() {
        anstream::eprintln!("{}: {} ended with {status}.", show::failure("note"), name.display());
    }
    Ok(Outcome::Failed)
}

/// Opens the file, if it is new, empty or a recording, and empties it.
fn open(output: &Path) -> Result<File> {
    let shown = output.display();
    let is_taken = output.metadata().is_ok_and(|known| !known.is_file() || known.len() > 0);
    let source = Source { file: output.to_owned(), mark: None };
    if is_taken && source.read().is_err() {
        let error = format!("{shown} is there and is no recording: name another file");
        return Err(Misuse(error).into());
    }
    let mut options = OpenOptions::new();
    let opened = options.create(true).write(true).truncate(true).open(output);
    Ok(opened.map_err(|error| Misuse(format!("{shown} cannot be written: {error}")))?)
}

fn command(request: &Request, mark: &str) -> Command {
    let folder = request.folder.as_deref().unwrap_or(Path::new("."));
    let mut words = request.command.iter().peekable();
    let mut command = Command::new(words.next().map(OsString::as_os_str).unwrap_or_default());
    if Path::new(command.get_program()).file_stem() == Some(OsStr::new("cargo")) {
        let is_toolchain = |word: &&OsString| word.to_string_lossy().starts_with('+');
        command.args(words.next_if(is_toolchain));
        recorded::add_flags(&mut command, &recorded::FLAGS);
        // Without it a `debug = "line-tables-only"` would leave the lanes without names.
        command.env("CARGO_PROFILE_DEV_DEBUG", "limited");
        // A folder of its own: a build with other flags would have to build everything anew.
        if let Ok(known) = MetadataCommand::new().current_dir(folder).no_deps().exec() {
            command.env("CARGO_TARGET_DIR", known.target_directory.join("recorded"));
        }
    }
    command.args(words).current_dir(folder).env("MEANWHILE_RECORD", mark);
    command.env_remove("MEANWHILE_CLOCK").env_remove("MEANWHILE_SUBSCRIBER");
    if request.is_real {
        command.env("MEANWHILE_CLOCK", "real");
    }
    if request.own_subscriber {
        command.env("MEANWHILE_SUBSCRIBER", "own");
    }
    let python = concat!(env!("CARGO_MANIFEST_DIR"), "/python");
    let paths = env::var_os("PYTHONPATH").unwrap_or_default();
    let paths = std::iter::once(PathBuf::from(python)).chain(env::split_paths(&paths));
    if let Ok(paths) = env::join_paths(paths) {
        command.env("PYTHONPATH", paths);
    }
    command.stdin(Stdio::inherit()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    command
}

/// The terminal sends Ctrl-C to the program too: it ends, and the runner then tells what it recorded.
/// A program that does not end is left at the second.
fn go_on_at_the_first_ctrl_c() -> Result<()> {
    static WAS_TOLD: AtomicBool = AtomicBool::new(false);
    ctrlc::set_handler(|| {
        if WAS_TOLD.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    })
    .context("asking to be told of Ctrl-C")
}

/// Copies what the program writes into the file, and its lines to the screen.
fn copy(mut stdout: ChildStdout, mut file: File, mark: &str) -> Result<Recording> {
    let began = Instant::now();
    let mut reader = Reader::new(mark);
    let mut piece = vec![0; 1 << 16];
    let mut shown = 0;
    loop {
        let length = match stdout.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error).context("reading what the program prints"),
        };
        file.write_all(&piece[..length])?;
        reader.feed(&piece[..length], began.elapsed());
        for line in reader.lines_from(shown) {
            show::print(&format!("{}\n", show::tame(&String::from_utf8_lossy(line))));
            shown += 1;
        }
    }
    let recording = reader.finish();
    for line in &recording.lines[shown..] {
        show::print(&format!("{}\n", show::tame(&String::from_utf8_lossy(&line.text))));
    }
    Ok(recording)
}

/// What was recorded, and what to type next.
fn told(recording: &Recording, output: &Path) -> String {
    if recording.clock.is_none() {
        return format!("{}: {NOTHING}\n", show::failure("nothing recorded"));
    }
    let output = output.display();
    let mut told = format!(
        "{}: {}, {}, {} in {output}.\n",
        show::success("Recorded"),
        count(recording.lanes.len(), "lane"),
        count(recording.steps().len(), "step"),
        count(recording.lines.len(), "line"),
    );
    if let Some(missing) = recording.what_is_missing() {
        told.push_str(&format!("{missing}\n"));
    }
    if let Some(outside) = recording.outside() {
        told.push_str(&advice(&outside));
    }
    told.push_str(&format!("Draw it: cargo xtask timeline --from {output}\n"));
    told
}

fn advice(outside: &Outside) -> String {
    format!(
        "It ran on the virtual clock, which has no time for the outside world: {outside}. Timers may \
         have fired too early. Record it again with --real.\n"
    )
}
