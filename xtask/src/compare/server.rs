//! The servers that twins fetch from: a lesson's helper, built with its programs.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8PathBuf;

use crate::cargo::Executables;
use crate::children::Group;
use crate::course::{Course, Kind, Program};

/// The helper that serves, and the variable from which a twin knows that it is wanted.
const HELPER: &str = "server";

/// The variable that holds the server's address.
const ADDRESS: &str = "MEANWHILE_SERVER";

/// How long a server may take to say where it listens.
const START: Duration = Duration::from_secs(60);

/// A server that is ended when it is dropped.
pub struct Server {
    /// `http://127.0.0.1:40123`.
    pub address: String,
    /// What is ended.
    _group: Group,
}

/// Whether a twin of this text fetches from a server.
pub fn is_wanted(twin: &str) -> bool {
    twin.contains(ADDRESS)
}

impl Server {
    /// Starts the server of the program's lesson.
    ///
    /// # Errors
    ///
    /// If the lesson has none, or it does not say where it listens.
    pub fn start(course: &Course, executables: &Executables, program: &Program) -> Result<Self> {
        let executable = executable(executables, program)
            .with_context(|| format!("the server of {} is not built", program.lesson))?;
        let mut command = Command::new(&executable);
        command
            .current_dir(&course.root)
            .env_remove("MEANWHILE_RECORD")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let group = Group::start(command).with_context(|| format!("starting {executable}"))?;
        let (stdout, _) = group.pipes().context("the server's output goes through pipes")?;
        let (send, address) = mpsc::channel();
        thread::spawn(move || {
            let mut line = String::new();
            if BufReader::new(stdout).read_line(&mut line).is_ok_and(|length| length > 0) {
                // Nobody may be waiting any more.
                let _ = send.send(line.trim_end().to_owned());
            }
        });
        let address = address
            .recv_timeout(START)
            .with_context(|| format!("{executable} does not say where it listens"))?;
        Ok(Self { address, _group: group })
    }
}

/// The helper lies where the examples lie.
fn executable(executables: &Executables, program: &Program) -> Option<Utf8PathBuf> {
    let built = executables.get(&program.path())?;
    let folder = built.parent()?;
    let examples = if program.kind == Kind::Bin { folder.join("examples") } else { folder.into() };
    let helper = examples.join(HELPER);
    helper.is_file().then_some(helper)
}
